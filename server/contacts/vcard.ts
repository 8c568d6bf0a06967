/** One's own entry as a vCard 4.0 (RFC 6350), with everything that is kept as such. */
import ICAL from 'ical.js';
import type { OwnEntry } from '../contract/contacts/own.ts';
import { shortNameIn } from '../contract/groups/names.ts';

/** @returns lines of at most 75 octets, ended by CRLF */
export function writeOwnCard({ person, appointments, groups, organisations }: OwnEntry): string {
  const card = new ICAL.Component(['vcard', [], []]);
  const add = (name: string, value: unknown, parameters: Record<string, string> = {}) => {
    const property = new ICAL.Property(name, card);
    for (const [key, given] of Object.entries(parameters)) property.setParameter(key, given);
    property.setValue(value as string);
    card.addProperty(property);
  };
  add('version', '4.0');
  add('uid', `urn:uuid:${person.id}`);
  add('kind', 'individual');
  add('fn', person.name);
  if (person.family !== null || person.given !== null) add('n', [person.family ?? '', person.given ?? '', '', '', '']);
  const organisation = organisations.find(({ id }) => id === person.organisation);
  if (organisation) add('org', organisation.name);
  if (person.jobTitle !== null) add('title', person.jobTitle);
  for (const { kind, label, service, value, preferred } of person.contacts) {
    const parameters = { type: label === 'work' ? 'work' : 'home', ...(preferred ? { pref: '1' } : {}) };
    if (kind === 'email') add('email', value, parameters);
    else if (kind === 'phone') add('tel', value, { ...parameters, value: 'text' });
    else add('note', service === null ? value : `${service}: ${value}`);
  }
  for (const language of person.languages ?? []) add('lang', language);
  const names = groups.filter(({ id }) => appointments.some(({ group, state }) => group === id && state === 'active'));
  for (const group of names) add('categories', shortNameIn(group, 'en'));
  add('rev', person.record.touchedAt.replace(/[-:]|\.\d+/g, ''));
  return `${card.toString()}\r\n`;
}
