/** What of persons the one who asks may see. Every answer of this room that could name somebody asks; how it is decided: server/contacts/visibility.ts. */
import type { ContactEntry, Hidden, PersonField, PersonRecord, Visibility } from '../contract/contacts/contacts.ts';
import type { StoredAppointment, StoredPerson, Structure } from './structure.ts';
import type { Rights } from './who.ts';

/** `self` and `approver` see all that is kept; the others what is visible to that many. */
export type Level = 'self' | 'approver' | Exclude<Visibility, 'nobody'>;

export interface Seen {
  level: Level;
  /** Not on any list, whoever sees it. */
  hidden: Hidden | null;
  fields: Readonly<Record<PersonField, boolean>>;
  contacts: ContactEntry[];
  /** How many fields and contacts that are filled in are not told. */
  left: number;
}

export interface Sight {
  /** null: not even that there is such a person. */
  see(person: StoredPerson): Seen | null;
  /** Whether the name stands beside this role, past ones included. */
  names(appointment: StoredAppointment): boolean;
  /** Who did something, by the name of their account; null where that is a person whom the one who asks does not see. */
  actor(name: string | null): string | null;
  /** What is kept about the entry, for the person and for whoever decides on them; else null. */
  recordOf(person: StoredPerson): PersonRecord | null;
}

/** Of one request: `structure` whole, at the moment of `now`. */
export type SightOf = (structure: Structure, rights: Rights, now: Date) => Sight;
