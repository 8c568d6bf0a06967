/** Who to ask about information management: focal points by cluster and hub, the mailbox of the group before any person. */
import { html, nothing, type TemplateResult } from 'lit';
import { pageHeader } from '../../../../kit/header.ts';
import { renderWays } from '../../../../kit/person/ways.ts';
import { View } from '../../../../kit/view.ts';
import { workgroupNav } from '../../../../kit/workgroup/nav.ts';
import { GLOBAL, sectionPath } from '../../../../kit/workgroup/place.ts';
import { icon } from '../../../../ui/icon.ts';
import { organisationName } from '../../structure.ts';
import { ContactsModel } from '../model.ts';
import type { ContactKey } from '../words.ts';
import { focalRows, type FocalPlace, type FocalRow } from './rows.ts';
import { fullText, nameOf } from '../../../../kit/workgroup/names.ts';
import '../../page.css';
import '../contacts.css';
import './focal.css';

class FocalModel extends ContactsModel {
  protected override readonly page = { page: 'focal-points' as const };
}

class FocalPointsView extends View<ContactKey> {
  private readonly model = new FocalModel(this);

  protected override updated(): void {
    this.app.setTitle(this.heading);
  }

  private get heading(): string {
    const { t, model } = this;
    return model.scope === GLOBAL ? t('focal.title') : t('focal.of', { country: model.country });
  }

  override render() {
    const { t, app, model } = this;
    const { structure, answer } = model;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'contacts', false)}
      <main id="content" class="coordination contacts" tabindex="-1">
        <div class="coordination-head">
          <div>
            <h1 tabindex="-1">${this.heading}</h1>
            <p class="muted">${t('focal.lead')}</p>
          </div>
          <div class="coordination-actions">
            <a class="button" href=${app.href(sectionPath(model.scope, 'contacts'))}>${icon('person', 18)} ${t('focal.all')}</a>
          </div>
        </div>
        ${structure && answer ? this.renderRows(focalRows(structure, answer.cards)) : this.renderWait()}
      </main>`;
  }

  private renderWait(): TemplateResult {
    const { t, app, model } = this;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return model.error
      ? this.failed(model.error, () => void model.load(), { notFound: t('coordination.missing', { scope: model.scope }), back })
      : this.loading(t('contacts.loading'));
  }

  private renderRows(rows: readonly FocalRow[]): TemplateResult {
    const { t, app, model } = this;
    if (rows.length === 0) return html`<p class="state" role="status">${t('focal.none')}</p>`;
    const missing = rows.filter(({ isMissing }) => isMissing);
    return html`${
        missing.length > 0
          ? html`<section class="gaps" aria-labelledby="focal-gaps">
              <h2 id="focal-gaps">${icon('warning', 18)} ${t('focal.gaps', { count: missing.length })}</h2>
              <p>${app.format.list(missing.map(({ group }) => nameOf(group, app.language)))}</p>
            </section>`
          : nothing
      }
      <ul class="focal-rows">
        ${rows.map(
          ({ group, places }) =>
            html`<li>
              <h2>
                <a href=${model.groupHref(group.id)}><bdi>${fullText(group, app.language)}</bdi></a>
              </h2>
              <ul class="focal-places">
                ${places.map((place) => this.renderPlace(place))}
              </ul>
            </li>`,
        )}
      </ul>
      <p class="small muted">${t('focal.consent')}</p>`;
  }

  private renderPlace({ hub, group, cards, unnamed }: FocalPlace): TemplateResult {
    const { t, app, model } = this;
    const { organisations } = model.structure!;
    return html`<li>
      <h3 class="small muted"><bdi>${hub ? nameOf(hub, app.language) : t('focal.country')}</bdi></h3>
      ${
        group.mailbox
          ? html`<p class="focal-mailbox">
              ${icon('mail', 16)} <span class="visually-hidden">${t('focal.mailbox')}:</span> <a href="mailto:${group.mailbox}" dir="ltr">${group.mailbox}</a>
            </p>`
          : nothing
      }
      ${cards.map((card) => {
        const facts = [model.organisationOf(card) ?? '', card.dutyStation?.name ?? ''].filter(Boolean);
        return html`<div class="focal-person">
          <strong dir="auto">${card.name}</strong>
          ${facts.length > 0 ? html`<p class="small">${facts.map((fact, i) => html`${i === 0 ? nothing : ' · '}<bdi>${fact}</bdi>`)}</p>` : nothing}
          ${renderWays(t, card.contacts)}
        </div>`;
      })}
      ${unnamed.map(
        ({ organisation }) =>
          html`<p>
            <bdi>${organisation ? organisationName(organisations, organisation, app.language) : t('group.people.no-organisation')}</bdi>
            <span class="small muted focal-unnamed">${t('focal.unnamed')}</span>
          </p>`,
      )}
      ${cards.length + unnamed.length === 0 ? html`<p class="focal-nobody">${icon('warning', 16)} ${t('focal.nobody')}</p>` : nothing}
    </li>`;
  }
}

customElements.define('focal-points-view', FocalPointsView);
