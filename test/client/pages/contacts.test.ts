/** Contacts in the client: what is looked for, who is focal point where, what is typed of a person, a card as text. */
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../server/contract/contacts/contacts.ts';
import type { Group } from '../../../server/contract/groups/groups.ts';
import type { Person } from '../../../server/contract/groups/people.ts';
import { bodyOf, changesOf, checkInDays, draftOf, EMPTY_DRAFT } from '../../../client/kit/person/draft.ts';
import { toVcard } from '../../../client/kit/person/vcard.ts';
import { findCards } from '../../../client/pages/coordination/contacts/filter.ts';
import { focalRows } from '../../../client/pages/coordination/contacts/focal/rows.ts';
import { EVERYBODY, formatState, parseState } from '../../../client/pages/coordination/contacts/state.ts';
import { toTree } from '../../../client/pages/coordination/tree.ts';
import { takeSecret } from '../../../client/pages/people/own/link.ts';
import { aGroup } from '../../helpers/groups/made.ts';

const card = (name: string, organisation: string, ...roles: [group: string, role: Card['roles'][number]['role']][]): Card => ({
  id: name,
  name,
  given: null,
  family: null,
  organisation,
  jobTitle: null,
  dutyStation: null,
  languages: null,
  roles: roles.map(([group, role]) => ({ appointment: `${name}-${group}`, group, role, since: null, until: null, checkIn: 'in' })),
  contacts: [],
  confirmedAt: null,
  verifiedAt: null,
  validUntil: null,
});
const groups: Group[] = [aGroup('wash'), aGroup('north', { type: 'hub' }), aGroup('wash-north', { parent: 'wash', hub: 'north' }), aGroup('health')];
const byId = new Map(groups.map((group) => [group.id, group]));
const cards = [card('Zoé Aba', 'ngo', ['wash', 'imo']), card('Bilal', 'agency', ['wash-north', 'member'], ['health', 'imo'])];
const around = { byId, organisationTexts: (id: string) => (id === 'ngo' ? ['Sky Watch', 'SW'] : [id]) };

describe('what is looked for', () => {
  test('is in the address, and comes back from it', () => {
    const state = { ...EVERYBODY, group: 'wash', q: 'zoé' };
    expect(parseState(formatState(state, new URLSearchParams('lang=ar')))).toEqual(state);
    expect(formatState(EVERYBODY, new URLSearchParams('lang=ar&q=x')).toString()).toBe('lang=ar');
  });
  test.each([
    [{ q: 'zoe' }, ['Zoé Aba']],
    [{ q: 'sky' }, ['Zoé Aba']],
    [{ group: 'wash' }, ['Zoé Aba']],
    [{ hub: 'north' }, ['Bilal']],
    // Hub and role are of one appointment: the focal point of Health is not at the hub.
    [{ hub: 'north', role: 'imo' }, []],
    [{ role: 'imo' }, ['Zoé Aba', 'Bilal']],
    [{ org: 'agency' }, ['Bilal']],
  ])('%j', (looked, names) => {
    expect(findCards(cards, { ...EVERYBODY, ...looked }, around).map(({ name }) => name)).toEqual(names);
  });
});

test('focal points stand at their group and hub; those whose card is not seen by their organisation, and nobody is said', () => {
  const held = (group: string, organisation: string) => ({ group, role: 'imo' as const, organisation, start: null, end: null });
  const roles = new Map([
    ['wash', [held('wash', 'ngo'), held('wash', 'other')]],
    ['wash-north', []],
  ]);
  const tree = toTree(groups, (a, b) => (a.id < b.id ? -1 : 1));
  const rows = focalRows({ tree, byId, roles }, cards.slice(0, 1));
  expect(rows.map(({ group, isMissing }) => [group.id, isMissing])).toEqual([
    ['health', true],
    ['wash', false],
  ]);
  const [country, north] = rows[1]!.places;
  expect(country!.cards.map(({ name }) => name)).toEqual(['Zoé Aba']);
  expect(country!.unnamed.map(({ organisation }) => organisation)).toEqual(['other']);
  expect([north!.hub?.id, north!.cards.length + north!.unnamed.length]).toEqual(['north', 0]);
});

describe('what is typed of a person', () => {
  const person = {
    name: 'Ana',
    given: null,
    family: null,
    organisation: 'ngo',
    jobTitle: 'Officer',
    dutyStation: { pcode: 'XN01', name: 'North' },
    languages: ['en', 'fr'],
    contacts: [{ id: 'c1', kind: 'phone', label: 'work', service: null, value: '+999 1', preferred: false, visibility: 'focal-points' }],
    record: null,
  } as unknown as Person;
  test('only what was changed is sent, and the code of a place goes with its name', () => {
    const before = draftOf(person);
    expect(changesOf(before, before)).toBe(null);
    expect(changesOf({ ...before, jobTitle: '' }, before)).toEqual({ jobTitle: null });
    expect(changesOf({ ...before, languages: 'en; ar' }, before)).toEqual({ languages: ['en', 'ar'] });
    expect(changesOf({ ...before, station: 'South' }, before)).toEqual({ dutyStation: { pcode: null, name: 'South' } });
    const hidden = [{ ...before.contacts[0]!, visibility: 'nobody' as const }];
    expect(changesOf({ ...before, contacts: hidden }, before)?.contacts).toMatchObject([{ id: 'c1', visibility: 'nobody' }]);
  });
  test('empty fields are none, and an address without a value is no address', () => {
    const body = bodyOf({ ...EMPTY_DRAFT, name: ' Ana ' }, null);
    expect(body).toMatchObject({ name: 'Ana', organisation: null, dutyStation: null, languages: [], contacts: [] });
  });
  test('a check-in ends at most twelve months ahead', () => {
    expect(checkInDays('2028-02-29T10:00:00.000Z')).toEqual({ first: '2028-02-29', last: '2029-02-28' });
  });
});

test('a card as text keeps commas, semicolons and line ends of what it holds', () => {
  const text = toVcard({
    name: 'O’Neil; Ana, Dr',
    given: 'Ana',
    family: 'O’Neil',
    organisation: 'Water\nfor all',
    jobTitle: null,
    contacts: [{ kind: 'phone', label: 'personal', value: '+999 1' }],
  });
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:O’Neil;Ana;;;',
    'FN:O’Neil\\; Ana\\, Dr',
    'ORG:Water\\nfor all',
    'TEL;TYPE=HOME:+999 1',
    'END:VCARD',
    '',
  ]);
});

test('the secret of a link is taken out of the address, and kept by the tab alone', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) } as Storage;
  const shown: string[] = [];
  const history = { replaceState: (_: unknown, __: string, href: string) => void shown.push(href) } as History;
  const at = (hash: string) => ({ location: { hash, pathname: '/entry', search: '?lang=fr' } as Location, history, sessionStorage: storage });
  expect(takeSecret(at(''))).toBe(null);
  expect(takeSecret(at(`#${'a'.repeat(43)}`))).toBe('a'.repeat(43));
  expect(shown).toEqual(['/entry?lang=fr']);
  expect(takeSecret(at(''))).toBe('a'.repeat(43));
  // What is no secret is left alone.
  expect(takeSecret({ ...at('#content'), sessionStorage: null })).toBe(null);
});
