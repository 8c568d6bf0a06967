/** What is told of a structure, to the one who asks: to strangers the public part without a person, to members names, to managers addresses. Pure. */
import type { Lang } from '../contract/languages.ts';
import type { Gap, GroupEvent, HeldRole, Organisation, Scope, StructureAnswer } from '../contract/groups/groups.ts';
import type { Appointment, GroupAnswer, Person } from '../contract/groups/people.ts';
import { findGaps, sayGap } from './gaps.ts';
import { hasEnded, holdsOn, publicPart, stands, stateOn, type StoredAppointment, type StoredPerson, type StoredSeat, type Structure } from './structure.ts';
import type { Sight } from './sight.ts';
import { toMay, type Rights } from './who.ts';

/** The part that the one who asks may see. */
const visiblePart = (structure: Structure, { seePeople }: Rights): Structure => (seePeople ? structure : publicPart(structure));

const toSeat = ({ id, group, organisation, capacity, start, end }: StoredSeat) => ({ id, group, organisation, capacity, start, end });

/** @param sight of the one who asks; null of whoever decided on it, or holds it */
export function tellAppointment(appointment: StoredAppointment, today: string, sight: Sight | null): Appointment {
  const { id, person, group, role, organisation, start, end, state, approvedBy, until } = appointment;
  const named = sight === null || sight.names(appointment);
  const told = { id, group, role, organisation, start, end, state: stateOn({ state, end }, today), until };
  const approved = sight === null ? approvedBy : named ? sight.actor(approvedBy) : null;
  return { ...told, person: named ? person : null, approvedBy: approved, withheld: person !== null && !named };
}

/**
 * @param manager whether account and claim are told too; `names`: of accounts, by id
 * @returns undefined where the one who asks does not see the person
 */
export function tellPerson(person: StoredPerson, sight: Sight, manager: boolean, names: ReadonlyMap<string, { name: string }>): Person | undefined {
  const seen = sight.see(person);
  if (!seen) return undefined;
  const { id, scope, name, given, family, organisation, jobTitle, dutyStation, languages, account, email, claimedBy } = person;
  const { fields, contacts, level } = seen;
  const whole = level === 'self' || level === 'approver';
  const claim = claimedBy === null ? undefined : names.get(claimedBy);
  return {
    id,
    scope,
    name,
    given,
    family,
    organisation: fields.organisation ? organisation : null,
    jobTitle: fields.jobTitle ? jobTitle : null,
    dutyStation: fields.dutyStation ? dutyStation : null,
    languages: fields.languages ? languages : null,
    contacts,
    record: sight.recordOf(person),
    account: manager || level === 'self' ? account : null,
    email: whole || contacts.some(({ value }) => value === email) ? email : null,
    claimedBy: manager && claim ? { account: claimedBy!, name: claim.name } : null,
  };
}

/**
 * Lines of history with names in the place of ids, of persons whom the one who asks sees: in a group only of those who are seen in a role there.
 */
export function nameEvents(events: readonly GroupEvent[], { persons, appointments }: Structure, sight: Sight): GroupEvent[] {
  const byId = new Map(persons.map((person) => [person.id, person]));
  const seen = (id: string) => byId.has(id) && sight.see(byId.get(id)!) !== null;
  const seenIn = (id: string, group: string | null) =>
    seen(id) && (group === null || appointments.some((each) => each.person === id && each.group === group && sight.names(each)));
  return events.map((event) => ({
    ...event,
    actor: sight.actor(event.actor),
    person: event.person !== null && seenIn(event.person, event.group) ? byId.get(event.person)!.name : null,
  }));
}

/** Roles that hold today or will, but for plain membership. */
function rolesOf({ appointments }: Structure, { persons }: Structure, sight: Sight, today: string): HeldRole[] {
  const nameOf = new Map(persons.map(({ id, name }) => [id, name]));
  return appointments
    .filter(({ role, state, end }) => role !== 'member' && state === 'active' && !hasEnded({ end }, today))
    .map((appointment) => {
      const { group, role, organisation, start, end, person } = appointment;
      const name = person !== null && sight.names(appointment) ? nameOf.get(person) : undefined;
      return { group, role, organisation, start, end, ...(name === undefined ? {} : { person: name }) };
    });
}

const gapsOf = (seen: Structure, { seePeople }: Rights, today: string, lang: Lang): Gap[] =>
  findGaps(seen, today, seePeople).map((gap) => ({ ...gap, text: sayGap(gap, seen, lang) }));

function countMembers({ seats, appointments }: Structure, group: string, today: string): { organisations: number; persons: number } {
  const distinct = (list: string[]) => new Set(list).size;
  return {
    organisations: distinct(seats.filter((seat) => seat.group === group && holdsOn(seat, today)).map(({ organisation }) => organisation)),
    persons: distinct(appointments.filter((each) => each.group === group && stands(each, today)).map(({ person, id }) => person ?? id)),
  };
}

const withActor = <G extends { updatedBy: string | null }>(group: G, sight: Sight): G => ({ ...group, updatedBy: sight.actor(group.updatedBy) });

/** Organisations that are named, in the order in which they are kept. */
const namedBy = (organisations: readonly Organisation[], ids: readonly (string | null)[]) => {
  const named = new Set(ids);
  return organisations.filter(({ id }) => named.has(id));
};

export function toStructureAnswer(
  scope: Scope,
  whole: Structure,
  rights: Rights,
  sight: Sight,
  today: string,
  lang: Lang,
  more: readonly Gap[],
): StructureAnswer {
  const seen = visiblePart(whole, rights);
  const seats = seen.seats.filter((seat) => !hasEnded(seat, today)).map(toSeat);
  const roles = rolesOf(seen, whole, sight, today);
  const gaps = [...gapsOf(seen, rights, today, lang), ...more];
  return {
    scope,
    today,
    groups: seen.groups.map((group) => withActor(group, sight)),
    organisations: namedBy(
      seen.organisations,
      [...seats, ...roles, ...gaps].map(({ organisation }) => organisation ?? null),
    ).map(({ id, name, names, acronym, type }) => ({ id, name, names, acronym, type })),
    seats,
    roles,
    members: seen.groups.map(({ id }) => ({ group: id, ...countMembers(seen, id, today) })),
    gaps,
    may: toMay(rights, seen),
  };
}

/** @returns undefined where the one who asks sees no such group */
export function toGroupAnswer(
  whole: Structure,
  id: string,
  rights: Rights,
  sight: Sight,
  today: string,
  lang: Lang,
  more: { history: GroupEvent[]; accounts: ReadonlyMap<string, { name: string }>; gaps: readonly Gap[] },
): GroupAnswer | undefined {
  const seen = visiblePart(whole, rights);
  const group = seen.groups.find((each) => each.id === id);
  if (!group) return undefined;
  const brief = ({ id: of, type, names, acronym, status }: StructureAnswer['groups'][number]) => ({ id: of, type, names, acronym, status });
  const decides = rights.may('approve', id);
  const own = seen.appointments.filter((each) => each.group === id);
  const told = rights.seePeople ? own.filter(({ state }) => decides || state === 'active' || state === 'ended') : [];
  const named = new Set(told.filter((each) => sight.names(each)).map(({ person }) => person));
  const persons = whole.persons.filter(({ id: person }) => named.has(person)).flatMap((person) => tellPerson(person, sight, decides, more.accounts) ?? []);
  const seats = seen.seats.filter((seat) => seat.group === id);
  const gaps = [...gapsOf(seen, rights, today, lang), ...more.gaps].filter((gap) => gap.group === id);
  const roles = rolesOf(seen, whole, sight, today).filter((role) => role.group === id);
  const ids = [...seats, ...roles, ...told, ...gaps].map(({ organisation }) => organisation ?? null);
  return {
    today,
    group: withActor(group, sight),
    above: seen.groups.filter((each) => [group.parent, group.reportsTo, group.hub].includes(each.id)).map(brief),
    below: seen.groups.filter((each) => each.parent === id || each.hub === id).map(brief),
    organisations: namedBy(seen.organisations, [...ids, ...persons.map(({ organisation }) => organisation)]),
    seats: seats.map(toSeat),
    roles,
    members: countMembers(seen, id, today),
    appointments: told.map((each) => tellAppointment(each, today, sight)),
    persons,
    gaps,
    history: rights.seePeople ? more.history : [],
    may: toMay(rights, seen),
  };
}
