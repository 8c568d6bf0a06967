/** What may become of a person: who decides on them, what may be shown to more people and by whom, and what goes on when they change. */
import {
  DEFAULT_CONTACT_VISIBILITY,
  VISIBILITIES,
  type ContactBody,
  type ContactEntry,
  type FieldVisibility,
  type Visibility,
} from '../../contract/contacts/contacts.ts';
import { ForbiddenError, InputError, NotFoundError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import type { Acting } from '../deps.ts';
import { emailOf } from '../persons.ts';
import type { Seen, SightOf } from '../sight.ts';
import type { Writer } from '../store.ts';
import { hasEnded, type StoredPerson, type Structure } from '../structure.ts';
import type { Rights } from '../who.ts';

export const unknownPerson = () => new NotFoundError('person.unknown', 'There is no such person here; they may have been deleted.');

/**
 * Somebody who decides on the person: whoever may approve in a group of theirs, whoever keeps the register, the person.
 * @throws NotFoundError `person.unknown` where they are not shown, ForbiddenError `group.forbidden`
 */
export function requireDeciding(structure: Structure, person: StoredPerson, rights: Rights, sightOf: SightOf, now: Date): Seen {
  const seen = sightOf(structure, rights, now).see(person);
  if (!seen) throw unknownPerson();
  if (!rights.manage && seen.level !== 'approver' && seen.level !== 'self') throw new ForbiddenError('group.forbidden', problemText('group.forbidden'));
  return seen;
}

const isWider = (visibility: Visibility, than: Visibility): boolean => VISIBILITIES.indexOf(visibility) > VISIBILITIES.indexOf(than);
const widening = () => new InputError('contact.widen', problemText('contact.widen'));

/** @throws InputError `contact.widen`: only the person shows more of themself */
export function narrowed(before: Readonly<FieldVisibility>, change: Partial<FieldVisibility>): FieldVisibility {
  for (const [field, visibility] of Object.entries(change) as [keyof FieldVisibility, Visibility | undefined][])
    if (visibility !== undefined && isWider(visibility, before[field])) throw widening();
  return { ...before, ...(Object.fromEntries(Object.entries(change).filter(([, visibility]) => visibility !== undefined)) as Partial<FieldVisibility>) };
}

interface Merging {
  /** The person themself. */
  widens: boolean;
  newId: () => string;
  /** Of whoever changes it: what they do not see stays. */
  seen?: Pick<Seen, 'contacts'>;
}

/** The contacts as they are said to be. @throws InputError `contact.widen`, NotFoundError `contact.unknown` */
export function mergeContacts(before: readonly ContactEntry[], said: readonly ContactBody[], { widens, newId, seen }: Merging): ContactEntry[] {
  const kept = seen ? before.filter(({ id }) => !seen.contacts.some((each) => each.id === id)) : [];
  const changed = said.map(({ id, visibility, ...entry }): ContactEntry => {
    const known = id === undefined ? undefined : before.find((each) => each.id === id && !kept.includes(each));
    if (id !== undefined && !known) throw new NotFoundError('contact.unknown', problemText('contact.unknown'));
    const was = known?.visibility ?? DEFAULT_CONTACT_VISIBILITY[entry.kind];
    if (visibility !== undefined && !widens && isWider(visibility, was)) throw widening();
    // A number that becomes another is as visible as the old one; an address in the place of a number is not.
    const same = known === undefined || known.kind === entry.kind ? was : DEFAULT_CONTACT_VISIBILITY[entry.kind];
    return { id: known?.id ?? newId(), ...entry, visibility: visibility ?? same };
  });
  return [...kept, ...changed];
}

/** The contacts with another address of those by which an account is found. @param email undefined: not changed */
export function withEmail({ contacts, email: before }: Pick<StoredPerson, 'contacts' | 'email'>, email: string | null | undefined): ContactEntry[] {
  if (email === undefined || email === before) return contacts;
  const others = contacts.filter(({ value }) => value !== before && value !== email);
  return email === null ? others : [emailOf(email), ...others];
}

/** Roles that hold go on for the organisation that the person has now. */
export async function carryOrganisation(
  { appointments }: Structure,
  before: StoredPerson,
  { id, organisation }: StoredPerson,
  { at }: Acting,
  write: Writer,
): Promise<void> {
  if (organisation === before.organisation) return;
  for (const each of appointments)
    if (each.person === id && each.state !== 'ended' && !hasEnded(each, at.slice(0, 10))) await write.updateAppointment({ ...each, organisation });
}
