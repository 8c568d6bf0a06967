/** One entry: what is asked about it, one's roles, what is kept, what others see, what one agreed to, and how to take it along or end it. */
import { html, nothing, type TemplateResult } from 'lit';
import { changesOf, draftOf } from '../../../kit/person/draft.ts';
import { renderPersonForm } from '../../../kit/person/form.ts';
import { icon } from '../../../ui/icon.ts';
import { consentOf, purposesOf, renderConsent, renderPurposes, sendConsent } from './consent.ts';
import { renderHeld } from './held.ts';
import { renderEnd, renderTake } from './leave.ts';
import { renderSeen } from './seen.ts';
import { ownParams, type OwnPage } from './words.ts';

export function renderEntry(page: OwnPage, save: (format: 'json' | 'vcf') => void): TemplateResult {
  return html`${renderState(page)} ${renderHeld(page)} ${renderDetails(page)} ${renderSeen(page)} ${renderConsent(page)} ${renderTake(page, save)}
  ${renderEnd(page)}`;
}

/** What was typed and is not kept yet. */
async function saveDraft(page: OwnPage): Promise<void> {
  const body = changesOf(page.draft, draftOf(page.entry.person));
  if (body) await page.api.call('changeOwnEntry', { params: ownParams(page), body });
}

/** Who entered one and when, and what is asked: whether it may be there, whether it is still right. */
function renderState(page: OwnPage): TemplateResult {
  const { t, entry, busy } = page;
  const { record, name } = entry.person;
  const { state } = record;
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    const purposes = state.asks === 'confirm' ? consentOf(event.currentTarget as HTMLFormElement) : null;
    void page.run(async () => {
      await saveDraft(page);
      if (purposes) await sendConsent(page, purposes);
      await page.api.call('confirmOwnEntry', { params: ownParams(page) });
    }, t('own.confirmed'));
  };
  const due = (what: string) => state.due.find((each) => each.what === what);
  return html`<div class="own-state">
    <p>
      ${record.enteredBy === null ? t('own.entered.self', { at: record.enteredAt }) : t('own.entered', { by: record.enteredBy, at: record.enteredAt })}
      ${record.confirmedAt === null ? nothing : t('own.confirmed.on', { date: record.confirmedAt })}
      ${record.verifiedAt !== null && state.verified ? t('own.verified.on', { by: record.verifiedBy ?? '', date: record.verifiedAt }) : nothing}
    </p>
    ${record.restrictedAt === null ? nothing : html`<p class="notice notice-warning">${icon('eye', 18)} <span>${t('own.restricted', { date: record.restrictedAt })}</span></p>`}
    ${
      state.asks === null
        ? nothing
        : html`<form class="own-ask" aria-label=${name} @submit=${confirm}>
            <h2>${t(state.asks === 'confirm' ? 'own.confirm.title' : 'own.still.title')}</h2>
            ${state.asks === 'confirm' ? renderConfirm(page, due('entry-hidden')?.at ?? due('confirm')?.until ?? null) : renderStill(page, due('still-right')?.until ?? null)}
            <p class="actions">
              <button class="button button-primary" ?disabled=${busy}>
                ${icon('check', 18)} ${t(state.asks === 'confirm' ? 'own.confirm.yes' : 'own.still.yes')}
              </button>
            </p>
          </form>`
    }
  </div>`;
}

function renderConfirm(page: OwnPage, hiddenOn: string | null): TemplateResult {
  const { t, entry } = page;
  const { hidden, goneAt } = entry.person.record.state;
  return html`<p>${t('own.confirm.lead')}</p>
    ${
      goneAt === null
        ? nothing
        : html`<p>
            ${hidden === 'unconfirmed' || hiddenOn === null ? t('own.confirm.gone', { gone: goneAt }) : t('own.confirm.hidden', { date: hiddenOn, gone: goneAt })}
          </p>`
    }
    ${renderPurposes(page, purposesOf(page))}`;
}

function renderStill(page: OwnPage, hiddenOn: string | null): TemplateResult {
  const { t, entry } = page;
  const { touchedAt, state } = entry.person.record;
  return html`<p>
    ${t('own.still.lead', { date: touchedAt })}
    ${state.hidden === 'unanswered' && state.hiddenSince !== null ? t('own.still.is-hidden', { date: state.hiddenSince }) : hiddenOn === null ? nothing : t('own.still.hidden', { date: hiddenOn })}
  </p>`;
}

function renderDetails(page: OwnPage): TemplateResult {
  const { t, entry, draft, faults, organisations, busy } = page;
  const { id } = entry.person;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void page.run(() => saveDraft(page), t('own.saved'));
  };
  return html`<section class="card-box" aria-labelledby="details-${id}">
    <h2 id="details-${id}">${t('own.details')}</h2>
    <p class="muted">${t('own.details.lead')}</p>
    <dl class="own-means small">
      ${(['nobody', 'focal-points', 'members', 'public'] as const).map(
        (each) =>
          html`<div>
            <dt>${t(`visibility.${each}`)}</dt>
            <dd class="muted">${t(`visibility.${each}.means`)}</dd>
          </div>`,
      )}
    </dl>
    <form novalidate @submit=${submit}>
      ${renderPersonForm({ t, id: `own-${id}`, draft, faults, organisations, set: page.set, widest: () => 'public' })}
      <p class="actions"><button class="button button-primary" ?disabled=${busy || !page.isChanged}>${t('own.save')}</button></p>
    </form>
  </section>`;
}
