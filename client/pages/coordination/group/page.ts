/** The page of one group. */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { signInHref } from '../../../kit/address.ts';
import { pageHeader } from '../../../kit/header.ts';
import { View } from '../../../kit/view.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { icon } from '../../../ui/icon.ts';
import type { Change } from '../edit/change.ts';
import type { GroupChanges } from '../edit/changes.ts';
import { GLOBAL } from '../../../kit/workgroup/place.ts';
import { languageOf, nameOf, shortOf, textIn } from '../../../kit/workgroup/names.ts';
import { typeText } from '../words.ts';
import { renderFacts } from './facts.ts';
import { renderHistory } from './history.ts';
import { GroupModel, type GroupHost, type GroupKey } from './model.ts';
import { renderAgreed, renderGlance, renderPapers } from './life.ts';
import { renderPeople } from './people.ts';
import { renderBelow, renderLeads, renderMembers, renderPast } from './seats.ts';
import './page.css';

class GroupView extends View<GroupKey> implements GroupHost {
  private readonly model = new GroupModel(this);
  private readonly changes = createRef<GroupChanges>();

  protected override updated(): void {
    const { answer } = this.model;
    if (answer) this.app.setTitle(`${nameOf(answer.group, this.app.language)} · ${this.t('coordination.title')}`);
  }

  openChange(change: Change): void {
    void import('../edit/changes.ts').then(() => this.changes.value?.open(change));
  }

  override render() {
    const { t, app, model } = this;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'coordination', false)}
      <main id="content" class="coordination" tabindex="-1">${model.answer ? this.renderGroup() : this.renderWait()}</main>`;
  }

  private renderWait(): TemplateResult {
    const { t, model } = this;
    const back = html`<a class="button button-primary" href=${model.structureHref}>${t('group.all')}</a>`;
    return model.error ? this.failed(model.error, () => void model.load(), { notFound: t('group.missing'), back }) : this.loading(t('coordination.loading'));
  }

  private renderGroup(): TemplateResult {
    const { t, app, model } = this;
    const { group, gaps } = model.answer!;
    const { language } = app;
    const said = textIn(group.description, language);
    return html`${this.renderWay()}
      <div class="coordination-head">
        <div>
          <h1 tabindex="-1"><bdi lang=${languageOf(group.names, language)}>${nameOf(group, language)}</bdi></h1>
          <p class="group-kind">
            <span>${typeText(t, group.type)}</span>
            ${group.acronym ? html`<bdi class="badge">${group.acronym}</bdi>` : nothing}
            ${group.status === 'active' ? nothing : html`<span class="badge">${t(`group.status.${group.status}`)}</span>`}
            ${group.permanent ? nothing : html`<span class="badge">${t('group.ad-hoc')}</span>`}
            ${group.visibility === 'members' ? html`<span class="badge">${t('group.visibility.members')}</span>` : nothing}
          </p>
        </div>
        ${this.renderActions()}
      </div>
      ${group.status === 'closed' ? html`<p class="notice notice-plain">${icon('info', 18)} <span>${group.until ? t('group.closed.on', { date: group.until }) : t('group.closed')}</span></p>` : nothing}
      ${this.renderOwn()}
      ${
        gaps.length > 0
          ? html`<section class="gaps" aria-labelledby="gaps-title">
              <h2 id="gaps-title">${icon('warning', 18)} ${t('coordination.gaps', { count: gaps.length })}</h2>
              <ul>
                ${gaps.map(({ text }) => html`<li dir="auto">${text}</li>`)}
              </ul>
            </section>`
          : nothing
      }
      ${said ? html`<p class="group-about" dir="auto" lang=${languageOf(group.description, language)}>${said}</p>` : nothing}
      <div class="group-columns">
        <div class="group-main">
          ${renderGlance(model)} ${renderLeads(model)} ${renderAgreed(model)} ${renderPapers(model)} ${renderPeople(model)} ${renderMembers(model)}
          ${renderBelow(model)} ${renderPast(model)} ${renderHistory(model)}
        </div>
        <aside class="group-side" aria-label=${t('group.facts')}>${renderFacts(model)}</aside>
      </div>
      <p class="small muted">${t('group.updated', { date: group.updatedAt })}${group.updatedBy ? html` · <bdi>${group.updatedBy}</bdi>` : nothing}</p>
      <group-changes
        ${ref(this.changes)}
        .app=${app}
        .scope=${model.scope}
        .subject=${model.answer}
        @changed=${(event: CustomEvent<string | null>) => (event.detail ? app.navigate(model.groupHref(event.detail)) : void model.load())}
      ></group-changes>`;
  }

  private renderWay(): TemplateResult {
    const { t, app, model } = this;
    const { group } = model.answer!;
    const parent = model.around(group.parent) ?? model.around(group.reportsTo);
    const root = model.scope === GLOBAL ? t('coordination.global') : t('coordination.of', { country: model.country });
    return html`<nav class="group-way small" aria-label=${t('nav.breadcrumb')}>
      <ol>
        <li><a href=${model.structureHref}>${root}</a></li>
        ${parent ? html`<li>${icon('chevron', 12)} <a href=${model.groupHref(parent.id)} dir="auto">${shortOf(parent, app.language)}</a></li>` : nothing}
        <li aria-current="page">${icon('chevron', 12)} <span dir="auto">${shortOf(group, app.language)}</span></li>
      </ol>
    </nav>`;
  }

  private renderActions(): TemplateResult {
    const { t, model } = this;
    const { may, group } = model.answer!;
    const isOpen = group.status !== 'closed';
    const button = (change: Change, text: string, name: 'plus' | 'person' | 'close' | 'table', primary = false) =>
      html`<button class="button ${primary ? 'button-primary' : ''}" @click=${() => this.openChange(change)}>${icon(name, 18)} ${text}</button>`;
    const isIn = model.own === null || model.own.length > 0;
    return html`<div class="coordination-actions">
      ${isOpen && may.join && !isIn && !model.may('approve') ? button({ kind: 'join' }, t('group.join'), 'person', true) : nothing}
      ${isOpen && model.may('create') ? button({ kind: 'new-group', parent: group.id }, t('group.new-sub'), 'plus') : nothing}
      ${model.may('edit') ? button({ kind: 'edit-group' }, t('group.edit'), 'table') : nothing}
      ${isOpen && model.may('close') ? button({ kind: 'close-group' }, t('group.close'), 'close') : nothing}
      ${may.join ? nothing : html`<a class="button" href=${signInHref(this.app)}>${icon('person', 18)} ${t('group.signin')}</a>`}
    </div>`;
  }

  /** What the reader is in the group, or waits for. */
  private renderOwn(): TemplateResult | typeof nothing {
    const { t, model } = this;
    const own = (model.own ?? []).flatMap(({ state, ...rest }) => (state === 'ended' ? [] : [{ ...rest, state }]));
    const { claimable } = model;
    if (own.length + claimable.length === 0) return nothing;
    return html`<ul class="group-own">
      ${claimable.map(
        ({ id, name, asked }) =>
          html`<li class="notice notice-plain">
            ${icon('person', 18)} <span>${t(asked ? 'group.claim.asked' : 'group.claim', { name })}</span>
            ${asked ? nothing : html`<button class="button button-primary" @click=${() => void model.claim(id)}>${t('group.claim.yes')}</button>`}
          </li>`,
      )}
      ${own.map(
        (appointment) =>
          html`<li class="notice notice-plain">
            ${icon(appointment.state === 'active' ? 'check' : 'info', 18)}
            <span
              >${t(`group.own.${appointment.state}`, { role: t(`held.${appointment.role}`), end: appointment.end ?? '', hasEnd: appointment.end ? 'yes' : 'no' })}</span
            >
            ${
              appointment.state === 'invited'
                ? html`<button class="button button-primary" @click=${() => this.openChange({ kind: 'approve', appointment })}>
                    ${t('group.own.accept')}
                  </button>`
                : nothing
            }
            <button class="button" @click=${() => this.openChange({ kind: 'end-appointment', appointment, own: true })}>
              ${t(appointment.state === 'active' ? 'group.own.leave' : 'group.own.take-back')}
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

customElements.define('group-view', GroupView);
