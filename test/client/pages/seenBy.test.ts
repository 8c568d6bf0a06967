/** The preview of one's own entry shows what the server shows: the two are held to one another, field by field. */
import { describe, expect, test } from 'vitest';
import { VISIBILITIES, type ContactEntry, type Visibility } from '../../../server/contract/contacts/contacts.ts';
import type { OwnEntry } from '../../../server/contract/contacts/own.ts';
import { createSight, STRANGER, type Asker } from '../../../server/contacts/visibility.ts';
import type { StoredPerson } from '../../../server/groups/structure.ts';
import { AUDIENCES, seenBy, type Audience } from '../../../client/pages/people/own/preview.ts';
import { aGroup, anAppointment, aPerson, aStructure } from '../../helpers/groups/made.ts';

const NOW = new Date('2026-02-01T12:00:00Z');
const other = { ...STRANGER, account: { id: 'other', name: 'Other' } };
const ASKERS: Record<Audience, Asker> = {
  public: STRANGER,
  members: { ...other, stands: new Set(['wash']) },
  'focal-points': { ...other, focalPoint: true },
};
const way = (visibility: Visibility): ContactEntry => ({
  id: visibility,
  kind: 'phone',
  label: 'work',
  service: null,
  value: visibility,
  preferred: false,
  visibility,
});

/** As the server tells the entry to its person, and what it shows to each. */
function tell(given: Partial<StoredPerson>) {
  const person = aPerson('p', 'ngo', {
    jobTitle: 'Officer',
    dutyStation: { pcode: null, name: 'North' },
    languages: ['en'],
    contacts: VISIBILITIES.map(way),
    ...given,
  });
  const held = anAppointment('wash', 'p', 'member');
  const structure = aStructure({ groups: [aGroup('wash')], persons: [person], appointments: [held] });
  const record = createSight(structure, { ...STRANGER, self: 'p' }, NOW).recordOf(person)!;
  const entry = { person: { ...person, record }, appointments: [{ ...held, checkIn: 'never', validUntil: null, withheld: false }] } as unknown as OwnEntry;
  return { person, entry, shown: (audience: Audience) => createSight(structure, ASKERS[audience], NOW).see(person) };
}

const all = (visibility: Visibility, name: Visibility = visibility): StoredPerson['visibility'] => ({
  name,
  organisation: visibility,
  role: visibility,
  jobTitle: visibility,
  dutyStation: visibility,
  languages: visibility,
});
const refused = [{ at: '2026-01-02T00:00:00Z', by: null, text: '1', language: 'en' as const, purposes: { members: false, 'focal-points-page': false, 'partner-export': false } }]; // prettier-ignore
const CASES: [string, Partial<StoredPerson>][] = [
  ...VISIBILITIES.map((visibility): [string, Partial<StoredPerson>] => [`all ${visibility}`, { visibility: all(visibility) }]),
  ...VISIBILITIES.map((visibility): [string, Partial<StoredPerson>] => [`name public, the rest ${visibility}`, { visibility: all(visibility, 'public') }]),
  ['refused to members', { visibility: all('members'), consents: refused }],
  ['refused to members, name public', { visibility: all('members', 'public'), consents: refused }],
  ['restricted', { visibility: all('public'), restrictedAt: '2026-01-03T00:00:00Z' }],
  ['on behalf and never confirmed', { visibility: all('members'), entered: 'on-behalf', confirmedAt: null }],
  ['from a spreadsheet and never confirmed', { visibility: all('members'), entered: 'import', confirmedAt: null }],
];

describe.each(CASES)('%s', (_, given) => {
  test.each(AUDIENCES)('%s', (audience) => {
    const { person, entry, shown } = tell(given);
    const seen = shown(audience);
    const preview = seenBy(audience, entry, NOW.toISOString().slice(0, 10));
    expect(preview === null).toBe(seen === null);
    if (!seen || !preview) return;
    expect({
      organisation: preview.organisation !== null,
      jobTitle: preview.jobTitle !== null,
      dutyStation: preview.station !== null,
      languages: preview.languages.length > 0,
      role: preview.roles.length > 0,
      name: preview.name === person.name,
    }).toEqual(seen.fields);
    expect(preview.contacts.map(({ id }) => id)).toEqual(seen.contacts.map(({ id }) => id));
  });
});
