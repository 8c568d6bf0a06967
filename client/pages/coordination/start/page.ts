/** Where somebody new begins: what the working group is, what it has agreed, its data, whom to ask and how to join; for strangers and for members. */
import { html, nothing, type TemplateResult } from 'lit';
import { signInHref } from '../../../kit/address.ts';
import { pageHeader } from '../../../kit/header.ts';
import { View } from '../../../kit/view.ts';
import { fullText, languageOf, nameOf, shortOf, textIn } from '../../../kit/workgroup/names.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { structurePath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import type { Structure } from '../structure.ts';
import { leadTexts } from '../words.ts';
import { renderMeetings, renderRules } from './agreed.ts';
import { renderAsk } from './ask.ts';
import { renderDatasets } from './datasets.ts';
import { GUIDANCE } from './guidance.ts';
import { StartModel, type OwnRole, type StartKey } from './model.ts';
import '../page.css';
import './page.css';

class StartView extends View<StartKey> {
  private readonly model = new StartModel(this);

  protected override updated(): void {
    this.app.setTitle(this.heading);
  }

  private get heading(): string {
    return this.t('start.title', { country: this.model.country });
  }

  override render() {
    const { t, app, model } = this;
    const { structure } = model;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'start')}
      <main id="content" class="coordination start" tabindex="-1">
        <div class="coordination-head">
          <div>
            <h1 tabindex="-1">${this.heading}</h1>
            <p class="muted start-lead">${t('start.lead')}</p>
          </div>
        </div>
        ${structure ? this.renderStart(structure) : this.renderWait()}
      </main>`;
  }

  private renderWait(): TemplateResult {
    const { t, app, model } = this;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    const { error } = model.answer;
    return error
      ? this.failed(error, () => void model.load(), { notFound: t('coordination.missing', { scope: model.scope }), back })
      : this.loading(t('start.loading'));
  }

  private renderStart(structure: Structure): TemplateResult {
    const { model } = this;
    return html`${this.renderOwn()}
      <div class="start-columns">
        <div class="start-main">${this.renderAbout(structure)} ${renderRules(model)} ${renderMeetings(model)} ${renderDatasets(model, structure)}</div>
        <div class="start-side">${renderAsk(model, structure)} ${this.renderJoin(structure)} ${this.renderGuidance()}</div>
      </div>`;
  }

  /** What the reader holds already, so that nobody asks twice. */
  private renderOwn(): TemplateResult | typeof nothing {
    const { t, model } = this;
    const { own } = model;
    if (!own || own.length === 0) return nothing;
    const said = ({ state, role, end, in: group }: OwnRole) => {
      const values = { role: t(`held.${role}`), group: group ? shortOf(group, this.app.language) : '', end: end ?? '', hasEnd: end ? 'yes' : 'no' };
      return html`<li>
        ${icon(state === 'active' ? 'check' : 'info', 18)}
        <a href=${model.groupHref(group?.id ?? '')} dir="auto">${t(`start.own.${state as 'active'}`, values)}</a>
      </li>`;
    };
    return html`<section class="start-own" aria-label=${t('start.own')}>
      <ul>
        ${own.map(said)}
      </ul>
    </section>`;
  }

  private renderAbout(structure: Structure): TemplateResult {
    const { t, app, model } = this;
    const { group } = model;
    const { language } = app;
    if (!group)
      return html`<section class="card-box" aria-labelledby="about-title">
        <h2 id="about-title">${t('start.about')}</h2>
        <p>${t('start.about.general')}</p>
        <p class="muted">${t('start.about.none')}</p>
        <p><a href=${app.href(structurePath(model.scope))}>${t('start.structure')}</a></p>
      </section>`;
    const said = textIn(group.description, language);
    const leads = leadTexts({ t, language, organisations: structure.organisations }, structure.seats.get(group.id) ?? []);
    const above = [group.reportsTo, group.parent].flatMap((id) => structure.byId.get(id ?? '') ?? [])[0];
    const below = [...structure.byId.values()].filter(({ parent, status }) => parent === group.id && status !== 'closed');
    const members = structure.members.get(group.id)?.organisations ?? 0;
    return html`<section class="card-box start-about" aria-labelledby="about-title">
      <h2 id="about-title">
        <a href=${model.groupHref(group.id)}><bdi lang=${languageOf(group.names, language)}>${fullText(group, language)}</bdi></a>
      </h2>
      ${said ? html`<p class="start-said" dir="auto" lang=${languageOf(group.description, language)}>${said}</p>` : html`<p>${t('start.about.general')}</p>`}
      <ul class="start-facts">
        ${leads.map((text) => html`<li dir="auto">${text}</li>`)}
        ${above ? html`<li>${t('group.fact.reports-to')}: <a href=${model.groupHref(above.id)} dir="auto">${fullText(above, language)}</a></li>` : nothing}
        ${members > 0 ? html`<li>${t('group.members', { count: members })}</li>` : nothing}
        ${
          below.length > 0
            ? html`<li>
                ${t('start.below')}
                ${below.map((each, i) => html`${i > 0 ? ' · ' : nothing}<a href=${model.groupHref(each.id)} dir="auto">${nameOf(each, language)}</a>`)}
              </li>`
            : nothing
        }
      </ul>
      <p><a href=${app.href(structurePath(model.scope))}>${t('start.structure')}</a></p>
    </section>`;
  }

  /** What to do next: another thing for a stranger, for somebody without a role, and for a member. */
  private renderJoin({ answer }: Structure): TemplateResult {
    const { t, app, model } = this;
    const { group, own } = model;
    const mailbox = group?.mailbox;
    const target = group ? model.groupHref(group.id) : app.href(structurePath(model.scope));
    const isIn = own !== null && own.length > 0;
    return html`<section class="card-box" aria-labelledby="join-title">
      <h2 id="join-title">${t(isIn ? 'start.join.more' : 'start.join')}</h2>
      <ol class="start-steps">
        ${
          answer.may.join
            ? nothing
            : html`<li>${mailbox ? t('start.join.write', { mailbox }) : t('start.join.ask')}</li>
                <li>${t('start.join.invited')} <a href=${signInHref(app)}>${t('group.signin')}</a></li>`
        }
        <li>${t('start.join.request', { join: t('group.join') })} <a href=${target} dir="auto">${group ? shortOf(group, app.language) : t('group.all')}</a></li>
        <li>${t('start.join.leave')}</li>
      </ol>
    </section>`;
  }

  private renderGuidance(): TemplateResult {
    const { t } = this;
    return html`<section class="card-box" aria-labelledby="guidance-title">
      <h2 id="guidance-title">${t('start.guidance')}</h2>
      <ul class="start-guidance">
        ${GUIDANCE.map(
          ({ id, href }) =>
            html`<li>
              <a href=${href} rel="noopener">${t(`start.guidance.${id}`)}</a>
              <span class="small muted"><bdi>${new URL(href).hostname.replace(/^www\./, '')}</bdi></span>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('start-view', StartView);
