/**
 * What somebody may see of a person: one pure function, which every answer that could name a person asks. Rules: docs/contacts.md.
 * Whoever asks is described by what they stand in and decide on at this moment; a person by what they hold.
 */
import { PERSON_FIELDS, VISIBILITIES, type Hidden, type PersonField, type Visibility } from '../contract/contacts/contacts.ts';
import type { Level, Seen, Sight, SightOf } from '../groups/sight.ts';
import { stands, type StoredAppointment, type StoredPerson, type Structure } from '../groups/structure.ts';
import type { Rights } from '../groups/who.ts';
import { hiddenOf, stateOf } from './expiry.ts';

/** Who asks. Strangers and keys are nobody. */
export interface Asker {
  /** The account, and its name as events keep it; null of strangers. */
  account: { id: string; name: string } | null;
  /** Of a personal link: the person that it is for. */
  self?: string;
  /** Administers the server: sees what is not hidden by its owner, and never what is for approvers. */
  admin: boolean;
  /** Keeps the register of the scope. */
  manages: boolean;
  /** Groups in which one may approve; of administrators none. */
  approves: ReadonlySet<string>;
  /** Open groups in which one holds something today. */
  stands: ReadonlySet<string>;
  /** Chair, co-chair or imo of a group of the country today. */
  focalPoint: boolean;
}

export const STRANGER: Asker = { account: null, admin: false, manages: false, approves: new Set(), stands: new Set(), focalPoint: false };

const FOCAL_ROLES: ReadonlySet<string> = new Set(['chair', 'co-chair', 'imo']);
const wide = (visibility: Visibility): number => VISIBILITIES.indexOf(visibility);
const MINDS: Record<Level, number> = { self: 0, approver: 0, 'focal-points': wide('focal-points'), members: wide('members'), public: wide('public') };

/** The one who asks, from what they are in this structure. @param today YYYY-MM-DD */
export function askerIn(
  { groups, persons, appointments }: Pick<Structure, 'groups' | 'persons' | 'appointments'>,
  rights: Pick<Rights, 'member' | 'admin' | 'manage' | 'may'>,
  today: string,
): Asker {
  const { member, admin } = rights;
  if (member === null) return STRANGER;
  const own = persons.find(({ account }) => account === member.id);
  const open = new Set(groups.filter(({ status }) => status !== 'closed').map(({ id }) => id));
  const held = own ? appointments.filter((each) => each.person === own.id && open.has(each.group) && stands(each, today)) : [];
  return {
    account: { id: member.id, name: member.name },
    admin,
    manages: rights.manage,
    approves: new Set(admin ? [] : groups.filter(({ id }) => rights.may('approve', id)).map(({ id }) => id)),
    stands: new Set(held.map(({ group }) => group)),
    focalPoint: held.some(({ role }) => FOCAL_ROLES.has(role)),
  };
}

/** For whoever has the rights of a request at hand. */
export const sightOf: SightOf = (structure, rights, now) => createSight(structure, askerIn(structure, rights, now.toISOString().slice(0, 10)), now);

/** What the one who asks sees of everybody in a structure, whole, at this moment. */
export function createSight(structure: Pick<Structure, 'groups' | 'persons' | 'appointments'>, asker: Asker, now: Date): Sight {
  const today = now.toISOString().slice(0, 10);
  const open = new Set(structure.groups.filter(({ status }) => status !== 'closed').map(({ id }) => id));
  const persons = new Map(structure.persons.map((person) => [person.id, person]));
  const held = new Map<string, StoredAppointment[]>();
  for (const each of structure.appointments) if (each.person !== null) held.set(each.person, [...(held.get(each.person) ?? []), each]);
  const known = new Map<string, Seen | null>();
  const holds = (each: StoredAppointment) => open.has(each.group) && stands(each, today);
  /** Waits, is to begin, or holds. */
  const isLive = (each: StoredAppointment) => open.has(each.group) && each.state !== 'ended' && (each.end === null || each.end >= today);
  const isSelf = ({ id, account }: StoredPerson) => asker.self === id || (account !== null && account === asker.account?.id);

  function levelOf(person: StoredPerson, hidden: Hidden | null): Level | null {
    if (isSelf(person)) return 'self';
    if (hidden === 'restricted') return null;
    const own = held.get(person.id) ?? [];
    if (own.some((each) => isLive(each) && asker.approves.has(each.group))) return 'approver';
    // Somebody who was entered a moment ago and is in no group yet, for whoever entered them and keeps the register.
    if (own.length === 0 && !asker.admin && asker.account !== null && (asker.manages || person.enteredBy === asker.account.name)) return 'approver';
    if (hidden !== null) return null;
    if (asker.admin) return own.length === 0 || own.some(isLive) ? 'focal-points' : null;
    if (!own.some(holds)) return null;
    if (asker.focalPoint) return 'focal-points';
    return own.some((each) => holds(each) && asker.stands.has(each.group)) ? 'members' : 'public';
  }

  function look(person: StoredPerson): Seen | null {
    const hidden = hiddenOf(person, now)?.why ?? null;
    const level = levelOf(person, hidden);
    if (level === null) return null;
    const sees = (visibility: Visibility) => wide(effective(person, visibility)) >= MINDS[level];
    if (!sees(person.visibility.name)) return null;
    const filled = filledOf(person, held.get(person.id) ?? []);
    const fields: Record<PersonField, boolean> = {
      name: true,
      organisation: sees(person.visibility.organisation),
      role: sees(person.visibility.role),
      jobTitle: sees(person.visibility.jobTitle),
      dutyStation: sees(person.visibility.dutyStation),
      languages: sees(person.visibility.languages),
    };
    const contacts = person.contacts.filter((each) => sees(each.visibility));
    const withheld = PERSON_FIELDS.filter((field) => filled[field] && !fields[field]).length;
    return { level, hidden, fields, contacts, left: withheld + person.contacts.length - contacts.length };
  }

  function see(person: StoredPerson): Seen | null {
    let seen = known.get(person.id);
    if (seen === undefined) known.set(person.id, (seen = look(person)));
    return seen;
  }

  const acting = new Map(structure.persons.flatMap((person) => (person.accountName === null ? [] : [[person.accountName, person]])));

  return {
    see,
    actor: (name) => (name !== null && acting.has(name) && see(acting.get(name)!) === null ? null : name),
    recordOf(person) {
      const level = see(person)?.level;
      if (level !== 'self' && level !== 'approver') return null;
      const { visibility, namedInHistory, restrictedAt, touchedAt, entered, enteredBy, enteredAt, confirmedAt, verifiedAt, verifiedBy, consents } = person;
      const state = stateOf(person, held.get(person.id) ?? [], now);
      return { visibility, namedInHistory, restrictedAt, touchedAt, entered, enteredBy, enteredAt, confirmedAt, verifiedAt, verifiedBy, consents, state };
    },
    names(appointment) {
      const person = appointment.person === null ? undefined : persons.get(appointment.person);
      if (!person) return false;
      if (isLive(appointment)) return see(person)?.fields.role === true;
      if (isSelf(person)) return true;
      if (!person.namedInHistory || hiddenOf(person, now) !== null) return false;
      // The level that they had for each other in that group.
      const level: Level = asker.admin || asker.focalPoint ? 'focal-points' : asker.stands.has(appointment.group) ? 'members' : 'public';
      return [person.visibility.name, person.visibility.role].every((visibility) => wide(effective(person, visibility)) >= MINDS[level]);
    },
  };
}

/** Who refused to be seen by all members is seen by focal points; what somebody made public themself stays so. */
function effective({ consents }: StoredPerson, visibility: Visibility): Visibility {
  return visibility === 'members' && consents.at(-1)?.purposes.members === false ? 'focal-points' : visibility;
}

const filledOf = (person: StoredPerson, own: readonly StoredAppointment[]): Record<PersonField, boolean> => ({
  name: true,
  organisation: person.organisation !== null,
  role: own.length > 0,
  jobTitle: person.jobTitle !== null,
  dutyStation: person.dutyStation !== null,
  languages: person.languages.length > 0,
});
