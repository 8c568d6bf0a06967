/** Which messages are due, to whom, and when they have their effect. Pure: the clock is passed in, and nothing has to have run before. */
import type { Due } from '../contract/contacts/contacts.ts';
import { GLOBAL, type AppointmentRole, type Group, type Scope } from '../contract/groups/groups.ts';
import { LANGS, type Lang } from '../contract/languages.ts';
import type { MailKind } from '../contract/mail/mail.ts';
import { stateOf } from '../contacts/expiry.ts';
import { stands, type StoredPerson, type Structure } from '../groups/structure.ts';

/** A message as it is due. `key`: what it is about, once for ever. */
export interface DueMail {
  key: string;
  kind: Exclude<MailKind, 'invite'>;
  scope: Scope;
  group: Group | null;
  to: StoredPerson;
  about: string | null;
  since: string;
  until: string | null;
  /** Where it leads: the entry of the one who gets it, or a page of the country. */
  page: 'entry' | { path: string };
}

/** Who keeps the list of a group, its documents and its actions. */
const KEEPERS: readonly AppointmentRole[] = ['chair', 'co-chair', 'coordinator', 'co-coordinator', 'imo', 'secretariat'];

/** What is asked of people; what has happened to an entry meanwhile asks the same, where nobody was told before. */
const OF_CONTACTS: Partial<Record<Due['what'], DueMail['kind']>> = {
  confirm: 'confirm',
  'entry-hidden': 'confirm',
  'check-in': 'check-in',
  'still-right': 'still-right',
  verify: 'verify',
};

/** The address that somebody wants to be written to: the preferred one, work before personal. */
export function addressOf({ contacts }: Pick<StoredPerson, 'contacts'>): string | null {
  const emails = contacts.filter(({ kind }) => kind === 'email');
  return (emails.find(({ preferred }) => preferred) ?? emails.find(({ label }) => label === 'work') ?? emails[0])?.value ?? null;
}

/** The first language of theirs in which there are texts. */
export const languageFor = ({ languages }: Pick<StoredPerson, 'languages'>): Lang =>
  languages.map((tag) => LANGS.find((lang) => tag.toLowerCase().split('-')[0] === lang)).find((lang) => lang !== undefined) ?? 'en';

/** People who keep a group at this moment, each once; `but`: not that one. */
function keepersOf({ appointments, persons }: Structure, group: string, now: Date, but: string | null = null): StoredPerson[] {
  const today = now.toISOString().slice(0, 10);
  const held = appointments.filter((each) => each.group === group && KEEPERS.includes(each.role) && each.person !== but && stands(each, today));
  const ids = new Set(held.map(({ person }) => person));
  return persons.filter(({ id }) => ids.has(id));
}

/**
 * What the clock asks of entries and check-ins (contacts/expiry): the person is asked, or, to verify, those who keep the person's group.
 * @param invited persons of an import whom somebody has invited: the others are asked nothing
 */
export function dueOfContacts(scope: Scope, structure: Structure, invited: ReadonlySet<string>, now: Date): DueMail[] {
  const groups = new Map(structure.groups.map((group) => [group.id, group]));
  return structure.persons.flatMap((person) => {
    const own = structure.appointments.filter((each) => each.person === person.id);
    const held = own.find(({ state }) => state === 'active') ?? own[0];
    const { due, goneAt } = stateOf(person, own, now);
    return due.flatMap(({ what, at, until, appointment }): DueMail[] => {
      const kind = OF_CONTACTS[what];
      if (!kind || (kind === 'confirm' && person.entered === 'import' && !invited.has(person.id))) return [];
      const group = groups.get((appointment ? own.find(({ id }) => id === appointment) : held)?.group ?? '') ?? null;
      const [since, last] = kind === 'confirm' ? [person.enteredAt, goneAt] : [at, until];
      const mail = { kind, scope, group, since, until: last };
      const key = `${kind}/${appointment ?? person.id}/${since}`;
      if (kind !== 'verify') return [{ ...mail, key, to: person, about: null, page: 'entry' }];
      const keepers = group ? keepersOf(structure, group.id, now, person.id) : [];
      return keepers.map((to) => ({
        ...mail,
        key: `${key}/${to.id}`,
        to,
        about: person.name,
        page: { path: scope === GLOBAL ? '/global' : `/c/${scope.toLowerCase()}/contacts` },
      }));
    });
  });
}

/** A duty of a group: a document to be reviewed, an action to be done. */
export interface Duty {
  kind: 'document-review' | 'action';
  /** What makes it another one, such as the version and the day. */
  key: string;
  scope: Scope;
  group: string;
  title: string;
  /** YYYY-MM-DD. */
  since: string;
  day: string;
  /** Page below the country. */
  path: string;
}

/** Each duty is told to those who keep its group. */
export function dueOfDuties(duties: readonly Duty[], structure: Structure, now: Date): DueMail[] {
  return duties.flatMap(({ kind, key, scope, group, title, since, day, path }) => {
    const found = structure.groups.find(({ id }) => id === group);
    if (!found) return [];
    return keepersOf(structure, group, now).map((to) => ({
      key: `${kind}/${key}/${to.id}`,
      kind,
      scope,
      group: found,
      to,
      about: title,
      since: `${since}T00:00:00.000Z`,
      until: `${day}T23:59:59.999Z`,
      page: { path },
    }));
  });
}
