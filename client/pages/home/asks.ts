/** What is asked of the one who is signed in about contact lists: one's own entries, and those of others whose links have to be passed on. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OwnEntriesAnswer } from '../../../server/contract/contacts/own.ts';
import { PAGES } from '../../../server/contract/paths.ts';
import type homeMessages from '../../../server/words/en/interface/home.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Api } from '../../kit/api.ts';
import { groupNameIn } from '../../kit/facts.ts';
import type { App } from '../../kit/view.ts';
import type { User } from '../../kit/work.ts';
import { GLOBAL, sectionPath } from '../../kit/workgroup/place.ts';

type T = Translate<keyof typeof homeMessages | keyof typeof commonMessages>;

export interface Asks {
  own: OwnEntriesAnswer;
  /** By scope: persons who were entered and have not confirmed, whom the reader is to give their link. */
  waiting: { scope: string; count: number }[];
}

/** So long before its end a check-in is asked about (docs/contacts.md). */
const SOON_MS = 48 * 3_600_000;

/** Whoever approves in some group of a country keeps its list; that of a country in which one holds nothing is on its page. */
export async function fetchAsks({ call }: Pick<Api, 'call'>, user: User, signal: AbortSignal): Promise<Asks> {
  const approves = new Set(user.rights.flatMap(({ scope, permissions }) => (permissions.includes('group.approve') ? [scope as string] : [])));
  const scopes = [...new Set(user.appointments.map(({ scope }) => scope as string))].filter((scope) => approves.has(scope) && scope !== GLOBAL);
  const [own, ...lists] = await Promise.all([
    call('getOwnEntries', { signal }),
    ...scopes.map(async (scope) => ({ scope, ...(await call('listPersons', { params: { scope }, signal })) })),
  ]);
  const waiting = lists.map(({ scope, persons }) => ({ scope, count: persons.filter(({ record }) => record !== null && record.confirmedAt === null).length }));
  return { own, waiting: waiting.filter(({ count }) => count > 0) };
}

/** Nothing where nothing is asked. @param nameOf a country in the reader's language */
export function renderAsks(app: App, t: T, { own: { at, entries }, waiting }: Asks, nameOf: (scope: string) => string): TemplateResult | typeof nothing {
  const href = app.href(PAGES.entry, { by: 'account' });
  const asked = entries.flatMap(({ person, appointments, groups }) => {
    const { asks } = person.record.state;
    const where = nameOf(person.scope);
    const ending = appointments.filter(
      ({ state, checkIn, validUntil }) => state === 'active' && checkIn !== 'never' && validUntil !== null && Date.parse(validUntil) - Date.parse(at) < SOON_MS,
    );
    return [
      ...(asks === null ? [] : [{ text: t(asks === 'confirm' ? 'home.asks.entry' : 'home.asks.still-right', { country: where }), href }]),
      ...ending.map(({ role, group, validUntil }) => {
        const known = groups.find(({ id }) => id === group);
        const what = app.format.comma([t(`staff.${role}`), known ? groupNameIn(known, app.language) : group]);
        return { text: t('home.asks.check-in', { what, date: validUntil! }), href };
      }),
    ];
  });
  const links = waiting.map(({ scope, count }) => ({
    text: t('home.asks.links', { count, country: nameOf(scope) }),
    href: app.href(sectionPath(scope, 'contacts')),
  }));
  const all = [...asked, ...links];
  if (all.length === 0) return nothing;
  return html`<section class="work-list" data-list="contacts">
    <h2>${t('home.asks')}</h2>
    <ul>
      ${all.map((each) => html`<li><a href=${each.href} dir="auto">${each.text}</a></li>`)}
    </ul>
  </section>`;
}
