/** One's own entry as a vCard 4.0, with every contact that is kept, whoever may see it. Pure. */
import type { Card } from '../contract/contacts/contacts.ts';
import type { OwnEntry } from '../contract/contacts/own.ts';
import { writeOneVcard } from './files/vcard.ts';

/** @param at ISO instant of the file @returns lines of at most 75 octets, ended by CRLF */
export function writeOwnCard({ person, appointments, groups, organisations }: OwnEntry, at: string): string {
  const held = appointments.filter(({ state }) => state === 'active');
  const { id, name, given, family, organisation, jobTitle, dutyStation, languages, contacts, record } = person;
  const card: Card = {
    id,
    name,
    given,
    family,
    organisation,
    jobTitle,
    dutyStation,
    languages,
    roles: held.map(({ id: appointment, group, role, start, validUntil, checkIn }) => ({ appointment, group, role, since: start, until: validUntil, checkIn })),
    contacts,
    confirmedAt: record.confirmedAt,
    verifiedAt: record.verifiedAt,
    validUntil: null,
  };
  const named = groups.map((group) => ({ ...group, mailbox: null }));
  return writeOneVcard({ scope: person.scope, card, groups: named, organisations, at });
}
