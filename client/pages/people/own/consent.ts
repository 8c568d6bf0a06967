/** What one agrees to, and what is recorded of it and of who looked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentRecord, Purpose, Purposes } from '../../../../server/contract/contacts/contacts.ts';
import { icon } from '../../../ui/icon.ts';
import { ownParams, type OwnPage } from './words.ts';

const PURPOSES: readonly Purpose[] = ['members', 'focal-points-page', 'partner-export'];

/** Seeing each other inside a group holds until it is refused; the others need a yes. */
export const purposesOf = ({ entry }: Pick<OwnPage, 'entry'>): Purposes =>
  entry.person.record.consents.at(-1)?.purposes ?? { members: true, 'focal-points-page': false, 'partner-export': false };

/** Boxes of the purposes, in a form that `consentOf` reads. */
export function renderPurposes({ t }: Pick<OwnPage, 't'>, purposes: Purposes): TemplateResult {
  return html`<div class="own-purposes">
    ${PURPOSES.map((purpose) => html`<label><input type="checkbox" name=${purpose} .checked=${purposes[purpose]} /> <span>${t(`purpose.${purpose}`)}</span></label>`)}
  </div>`;
}

/** What the boxes of a form say. */
export function consentOf(form: HTMLFormElement): Purposes {
  const said = new FormData(form);
  return { members: said.has('members'), 'focal-points-page': said.has('focal-points-page'), 'partner-export': said.has('partner-export') };
}

/** Sends what somebody agrees to, in the language in which it was read. */
export const sendConsent = (page: OwnPage, purposes: Purposes) =>
  page.api.call('giveConsent', { params: ownParams(page), body: { text: page.answer.consentText, language: page.app.language, purposes } });

export function renderConsent(page: OwnPage): TemplateResult {
  const { t, entry, busy } = page;
  const { id, record } = entry.person;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const purposes = consentOf(event.currentTarget as HTMLFormElement);
    void page.run(() => sendConsent(page, purposes), t('own.consent.saved'));
  };
  const setHistory = (event: Event) => {
    const namedInHistory = (event.target as HTMLInputElement).checked;
    void page.run(() => page.api.call('changeOwnEntry', { params: ownParams(page), body: { namedInHistory } }), t('own.saved'));
  };
  return html`<section class="card-box" aria-labelledby="consent-${id}">
    <h2 id="consent-${id}">${t('own.consent')}</h2>
    <p class="muted">${t('own.consent.lead')}</p>
    <form @submit=${submit}>
      ${renderPurposes(page, purposesOf(page))}
      <p class="actions"><button class="button" ?disabled=${busy}>${t('own.consent.save')}</button></p>
    </form>
    <div class="own-purposes">
      <label
        ><input type="checkbox" .checked=${record.namedInHistory} ?disabled=${busy} @change=${setHistory} />
        <span>${t('own.history')} <span class="small muted">${t('own.history.hint')}</span></span></label
      >
    </div>
    ${renderRecords(page)}
  </section>`;
}

function renderRecords(page: OwnPage): TemplateResult {
  const { t, app, entry } = page;
  const { consents } = entry.person.record;
  const { events } = entry;
  return html`<details class="fold own-records">
      <summary>${icon('chevron', 14)} ${t('own.records')}</summary>
      ${
        consents.length === 0
          ? html`<p class="muted">${t('own.consent.none')}</p>`
          : html`<ul class="own-lines">
              ${consents.toReversed().map((record) => renderRecord(page, record))}
            </ul>`
      }
    </details>
    <details class="fold own-records">
      <summary>${icon('chevron', 14)} ${t('own.looked')}</summary>
      ${
        events.length === 0
          ? html`<p class="muted">${t('own.looked.none')}</p>`
          : html`<ul class="own-lines">
              ${events.map(
                ({ at, actor, action, purpose }) =>
                  html`<li>
                    <span class="small muted">${app.format.date(at)}</span>
                    <span dir="auto">${actor === null ? t(`own.event.${action}`) : t('own.event.by', { what: t(`own.event.${action}`), by: actor })}</span>
                    ${purpose ? html`<span class="small muted" dir="auto">${purpose}</span>` : nothing}
                  </li>`,
              )}
            </ul>`
      }
    </details>`;
}

function renderRecord({ t, app }: OwnPage, { at, by, text, language, purposes }: ConsentRecord): TemplateResult {
  const said = (isGiven: boolean) => PURPOSES.filter((purpose) => purposes[purpose] === isGiven).map((purpose) => t(`purpose.${purpose}`));
  const [given, refused] = [said(true), said(false)];
  return html`<li>
    <span class="small muted"
      >${app.format.date(at)} · ${by === null ? t('own.records.self') : t('own.records.behalf', { by })} ·
      ${t('own.records.version', { version: text, language: app.format.language(language) })}</span
    >
    ${given.length > 0 ? html`<span>${t('own.records.given', { list: given })}</span>` : nothing}
    ${refused.length > 0 ? html`<span>${t('own.records.refused', { list: refused })}</span>` : nothing}
  </li>`;
}
