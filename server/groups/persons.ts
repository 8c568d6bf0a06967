/** A person as they begin: what is not said of them is nothing, seen by the fewest that the defaults allow, and not confirmed. Pure. */
import { DEFAULT_CONTACT_VISIBILITY, DEFAULT_VISIBILITY, type ContactEntry } from '../contract/contacts/contacts.ts';
import type { StoredPerson } from './structure.ts';

type Known = Pick<StoredPerson, 'id' | 'name' | 'organisation' | 'jobTitle' | 'account' | 'email' | 'claimedBy'>;
export type NewStoredPerson = Known & Partial<Omit<StoredPerson, keyof Known | 'scope'>>;

/** @param at ISO instant */
export function newPerson(given: NewStoredPerson, { scope, at, by }: { scope: StoredPerson['scope']; at: string; by: string | null }): StoredPerson {
  const entered = given.entered ?? 'on-behalf';
  return {
    scope,
    accountName: null,
    given: null,
    family: null,
    dutyStation: null,
    languages: [],
    visibility: DEFAULT_VISIBILITY,
    namedInHistory: false,
    restrictedAt: null,
    touchedAt: at,
    entered,
    enteredBy: entered === 'self' ? null : by,
    enteredAt: at,
    confirmedAt: entered === 'self' ? at : null,
    verifiedAt: null,
    verifiedBy: null,
    consents: [],
    ...given,
    contacts: given.contacts ?? (given.email === null ? [] : [emailOf(given.email)]),
  };
}

/** An address with which somebody is entered, as a contact. */
export const emailOf = (value: string): ContactEntry => ({
  id: '1',
  kind: 'email',
  label: 'work',
  service: null,
  value,
  preferred: true,
  visibility: DEFAULT_CONTACT_VISIBILITY.email,
});
