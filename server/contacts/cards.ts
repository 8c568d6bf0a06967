/** Cards of persons, each with what the one who asks may see, and what is left out in numbers. Pure. */
import type { Card, CardRole, ContactsFilter, LeftOut } from '../contract/contacts/contacts.ts';
import type { AppointmentRole } from '../contract/groups/groups.ts';
import type { Seen } from '../groups/sight.ts';
import { belowOf, stands, type StoredAppointment, type StoredPerson, type Structure } from '../groups/structure.ts';
import { foldName } from '../matching/fold.ts';
import { checkInOf, hiddenOf } from './expiry.ts';
import { createSight, type Asker } from './visibility.ts';

/** `page`: shown where it is asked for. `file`: goes to whoever the one who asks gives it to, so people of no common list agree first. */
export type Purpose = 'page' | 'file';
export interface Cards {
  cards: Card[];
  leftOut: LeftOut;
}

/** Who stands on the page of focal points, where they agreed to it. */
const ON_PAGE: ReadonlySet<AppointmentRole> = new Set(['chair', 'co-chair', 'coordinator', 'co-coordinator', 'imo']);

/**
 * Persons who hold something at this moment in a group that `groups` has, by name.
 * @param structure whole; `groups`: ids of those that the one who asks may know of; `mayTake`: of which groups they may take lists as files
 */
export function toCards(
  structure: Structure,
  groups: ReadonlySet<string>,
  asker: Asker,
  filter: ContactsFilter,
  now: Date,
  { purpose, mayTake = () => true }: { purpose: Purpose; mayTake?: (group: string) => boolean } = { purpose: 'page' },
): Cards {
  const sight = createSight(structure, asker, now);
  const today = now.toISOString().slice(0, 10);
  const open = new Set(structure.groups.filter(({ id, status }) => groups.has(id) && status !== 'closed').map(({ id }) => id));
  const asked = askedGroups(structure, open, filter);
  const matches = (each: StoredAppointment) =>
    asked.has(each.group) &&
    (filter.role === undefined || each.role === filter.role) &&
    (filter.page === undefined || ON_PAGE.has(each.role)) &&
    (filter.organisation === undefined || each.organisation === filter.organisation);
  const held = new Map<string, StoredAppointment[]>();
  for (const each of structure.appointments)
    if (each.person !== null && open.has(each.group) && stands(each, today)) held.set(each.person, [...(held.get(each.person) ?? []), each]);
  const nameOf = new Map(structure.organisations.map(({ id, name, acronym }) => [id, `${name} ${acronym ?? ''}`]));

  const cards: Card[] = [];
  const leftOut: LeftOut = { persons: 0, fields: 0, why: { hidden: 0, withheld: 0, consent: 0, classification: 0 } };
  for (const person of structure.persons) {
    const own = (held.get(person.id) ?? []).filter(matches);
    if (own.length === 0) continue;
    const seen = sight.see(person);
    const roles = held.get(person.id)!.filter((each) => sight.names(each));
    const shown = roles.some(matches) || !narrows(filter);
    const why = whyNot(person, shown ? seen : null, asker, held.get(person.id)!, filter, purpose, now);
    const kept = why === null && purpose === 'file' && seen!.level !== 'self' && !own.some(({ group }) => mayTake(group));
    if (why === null && !kept) {
      const card = toCard(person, seen!, roles, now);
      if (!isFound(card, filter.q, nameOf)) continue;
      cards.push(card);
      leftOut.fields += seen!.left;
    } else {
      // Whatever is searched for: what is left out tells nothing of whom it would have found.
      leftOut.persons++;
      leftOut.why[why ?? 'classification']++;
    }
  }
  return { cards, leftOut };
}

function askedGroups({ groups }: Structure, open: ReadonlySet<string>, { group, below, hub }: ContactsFilter): ReadonlySet<string> {
  const within = (id: string) => [id, ...belowOf(groups, id)];
  const asked = group === undefined ? [...open] : below === 'true' ? within(group) : [group];
  if (hub === undefined) return new Set(asked.filter((id) => open.has(id)));
  const atHub = new Set(groups.filter((each) => each.id === hub || each.hub === hub).flatMap(({ id }) => within(id)));
  return new Set(asked.filter((id) => open.has(id) && atHub.has(id)));
}

/** Of somebody whose roles are not seen, a list by roles would tell them. */
const narrows = ({ group, hub, role, page, organisation }: ContactsFilter): boolean =>
  group !== undefined || hub !== undefined || role !== undefined || page !== undefined || organisation !== undefined;

function whyNot(
  person: StoredPerson,
  seen: Seen | null,
  asker: Asker,
  held: readonly StoredAppointment[],
  { page }: ContactsFilter,
  purpose: Purpose,
  now: Date,
): keyof LeftOut['why'] | null {
  if (hiddenOf(person, now) !== null) return 'hidden';
  if (seen === null) return 'withheld';
  const agreed = person.consents.at(-1)?.purposes;
  if (page === 'focal-points' && agreed?.['focal-points-page'] !== true) return 'consent';
  if (purpose === 'file' && agreed?.['partner-export'] !== true && !sharesList(seen, asker, held)) return 'consent';
  return null;
}

const sharesList = ({ level }: Seen, asker: Asker, held: readonly StoredAppointment[]): boolean =>
  level === 'self' || level === 'approver' || held.some(({ group }) => asker.stands.has(group));

function toCard(person: StoredPerson, { fields, contacts }: Seen, held: readonly StoredAppointment[], now: Date): Card {
  const roles = held.map((each): CardRole => {
    const { checkIn, validUntil } = checkInOf(each, now);
    return { appointment: each.id, group: each.group, role: each.role, since: each.start, until: validUntil, checkIn };
  });
  const ends = roles.map(({ until }) => until);
  return {
    id: person.id,
    name: person.name,
    given: person.given,
    family: person.family,
    organisation: fields.organisation ? person.organisation : null,
    jobTitle: fields.jobTitle ? person.jobTitle : null,
    dutyStation: fields.dutyStation ? person.dutyStation : null,
    languages: fields.languages ? person.languages : null,
    roles,
    contacts: contacts
      .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
      .map(({ id, kind, label, service, value, preferred }) => ({ id, kind, label, service, value, preferred })),
    confirmedAt: person.confirmedAt,
    verifiedAt: person.verifiedAt,
    validUntil: ends.includes(null) ? null : ends.reduce((last, end) => (last === null || end! > last ? end : last), null),
  };
}

/** Every word somewhere in what is seen of the person. */
function isFound({ name, given, family, jobTitle, organisation, dutyStation }: Card, q: string | undefined, nameOf: ReadonlyMap<string, string>): boolean {
  if (!q) return true;
  const text = foldName([name, given, family, jobTitle, dutyStation?.name, organisation === null ? null : nameOf.get(organisation)].join(' '));
  return foldName(q)
    .split(' ')
    .every((word) => text.includes(word));
}
