/** What waits for whoever keeps the list: entries that nobody confirmed, requests, check-ins that end. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Due } from '../../../../server/contract/contacts/contacts.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { icon } from '../../../ui/icon.ts';
import type { ContactsModel } from './model.ts';

/** The others are behind a button. */
const SHOWN = 5;
/** Told to whoever keeps the list; the rest is between the person and the clock. */
const TOLD = ['confirm', 'entry-hidden', 'check-in', 'checked-out', 'unanswered', 'verify', 'verification-ended'] as const;
type Told = (typeof TOLD)[number];

interface Waiting {
  id: string;
  name: string;
  what: Told;
  at: string;
  until: string | null;
}

const rank = ({ what }: Waiting) => TOLD.indexOf(what);

/** One line for each person, the most pressing first. Pure. */
function waitingOf(persons: ContactsModel['persons']): Waiting[] {
  return persons
    .flatMap(({ id, name, record }) => {
      const told = (record?.state.due ?? []).flatMap(({ what, at, until }: Due): Waiting[] => {
        const known = TOLD.find((each) => each === what);
        return known ? [{ id, name, what: known, at, until }] : [];
      });
      return told.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1);
    })
    .toSorted((a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : 1));
}

/** Nothing where nothing waits. @param open the dialog of a person */
export function renderWaiting(model: ContactsModel, open: (person: string) => void): TemplateResult | typeof nothing {
  const { t } = model;
  const waiting = waitingOf(model.persons);
  if (waiting.length === 0) return nothing;
  const items = waiting.map(
    ({ id, name, what, at, until }) =>
      html`<li>
        <button class="link" @click=${() => open(id)} dir="auto">${name}</button>
        <span>${t(`contacts.due.${what}`, { until: until ?? at })}</span>
      </li>`,
  );
  return html`<section class="gaps contact-waiting" aria-labelledby="waiting-title">
    <h2 id="waiting-title">${icon('info', 18)} ${t('contacts.waiting', { count: waiting.length })}</h2>
    ${renderFolded(items, { shown: SHOWN, more: (count) => t('coordination.gaps.more', { count }) })}
  </section>`;
}
