/** The outline of new terms of reference: filled from the structure, in every language, and whole after the way through Markdown to HTML. */
import { describe, expect, test } from 'vitest';
import { newGroupBody, type Organisation, type Scope } from '../../server/contract/groups/groups.ts';
import { LANGS, type Lang } from '../../server/contract/languages.ts';
import { writeOutline } from '../../server/documents/outline.ts';
import { readDocument } from '../../server/documents/reading/read.ts';
import { newGroup } from '../../server/groups/changeGroups.ts';
import type { Structure } from '../../server/groups/structure.ts';

const SCOPE = 'SLE' as Scope;
const TODAY = '2026-05-14';
const org = (id: string, name: string, type: string | null, acronym: string | null = null): Organisation => ({
  id,
  scope: SCOPE,
  name,
  names: {},
  acronym,
  type,
  identifiers: [],
  website: null,
});
const group = (given: object) => newGroup(newGroupBody.parse({ type: 'working-group', ...given }), { actor: null, at: `${TODAY}T00:00:00Z` } as never);
const seat = (organisation: string, capacity: 'lead' | 'co-lead' | 'member', of = 'imwg', end: string | null = null) => ({
  id: `${of}-${organisation}`,
  group: of,
  organisation,
  capacity,
  start: null,
  end,
  createdAt: TODAY,
});
const held = (role: 'chair' | 'imo' | 'member', organisation: string, of: string) => ({
  id: `${of}-${role}`,
  person: null,
  group: of,
  role,
  organisation,
  start: null,
  end: null,
  state: 'active' as const,
  approvedBy: null,
  createdAt: TODAY,
});

/** Names that mean something in Markdown and HTML. */
const STRUCTURE: Structure = {
  groups: [
    group({ id: 'iccg', type: 'iccg', names: { en: 'Inter-Cluster Coordination Group', fr: 'Groupe de coordination inter-cluster' }, acronym: 'ICCG' }),
    group({
      id: 'imwg', names: { en: 'Information Management Working Group', fr: 'Groupe de travail IM', ar: 'فريق إدارة المعلومات' }, acronym: 'IMWG', parent: 'iccg', reportsTo: 'iccg',
      since: '2024-03-01', activation: 'ICCG decision *12*', languages: ['en', 'fr'], mailbox: 'imwg@example.org', description: { en: 'Shared [data](javascript:alert(1)).' }, owns: [{ kind: 'cod-ab' }, { kind: '3w', sector: 'WSH' }],
    }),
    group({ id: 'gis', type: 'sub-group', names: { en: 'GIS | maps' }, parent: 'imwg' }),
    group({ id: 'wash', type: 'cluster', names: { en: 'WASH Cluster', fr: 'Cluster EHA' }, sector: 'WSH', parent: 'iccg' }),
    group({ id: 'health', type: 'cluster', names: { en: 'Health Cluster', fr: 'Cluster Santé' }, sector: 'HEA', parent: 'iccg' }),
  ],
  organisations: [
    org('ocha', 'Office of Coordination', '447', 'OC'),
    org('pipe', 'Water | Pipes <b>', '437'),
    org('star', '*Star* [NGO](x)', '437'),
    org('odd', 'Odd one', null),
    org('gone', 'Gone', '441'),
  ],
  seats: [seat('ocha', 'lead'), seat('pipe', 'member'), seat('star', 'member'), seat('odd', 'member'), seat('gone', 'member', 'imwg', '2026-05-13'), seat('pipe', 'lead', 'gis')],
  persons: [{ id: 'p', scope: SCOPE, name: 'Zeldalina Marker', organisation: 'ocha', jobTitle: null, account: null, email: 'z@example.org', claimedBy: null } as never],
  appointments: [held('chair', 'ocha', 'imwg'), held('imo', 'pipe', 'wash'), { ...held('member', 'pipe', 'imwg'), person: 'p' }],
} as unknown as Structure; // prettier-ignore

const made = (lang: Lang, id = 'imwg') => writeOutline('Sierra Leone', STRUCTURE, id, lang, TODAY);
const shown = async (text: string) => await readDocument('tor.md', Buffer.from(text));

describe('the outline', () => {
  test('in English holds what is recorded of the group on the day', () => {
    const text = made('en');
    expect(text).toMatch(/^# Terms of reference: Information Management Working Group \(IMWG\)\n\n\*\*Sierra Leone\*\*\n\n\[Outline of 14 May 2026/);
    for (const line of [
      'The group has been active since 1 March 2024.',
      'It was activated by: ICCG decision \\*12\\*.',
      'Data that the group answers for: Boundaries, Who does what where (Water, Sanitation and Hygiene).',
      '- Lead: Office of Coordination (OC)',
      '- Chair: Office of Coordination (OC)',
      '| International NGO | 2 | \\*Star\\* \\[NGO\\](x), Water \\| Pipes \\<b\\> |',
      '| United Nations | 1 | Office of Coordination (OC) |',
      '| Type not recorded | 1 | Odd one |',
      'Without a focal point today: Health Cluster.',
      'Working languages: English, French.',
      'Address of the group: <imwg@example.org>',
      'The group reports to: Inter-Cluster Coordination Group (ICCG).',
      '- GIS \\| maps: Water \\| Pipes \\<b\\>',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('Gone');
    expect(text).not.toContain('Zeldalina');
  });

  test('of a cluster asks for other tasks, and says what is not recorded', () => {
    const text = writeOutline(
      'Sierra Leone',
      { ...STRUCTURE, seats: [], groups: STRUCTURE.groups.map((each) => (each.id === 'wash' ? { ...each, parent: null } : each)) },
      'wash',
      'en',
      TODAY,
    );
    expect(text).toContain('- Response plan of the group, with indicators and targets');
    expect(text).not.toContain('Common Operational Datasets: boundaries');
    for (const line of [
      '[No organisation is recorded in the group yet.]',
      '[The group to which it reports is not recorded.]',
      'The group has no sub-groups today.',
    ])
      expect(text).toContain(line);
  });

  test('of a group that is not there is refused', () => expect(() => made('en', 'nothing')).toThrow('There is no group nothing here.'));

  test.each(LANGS)('in %s comes through Markdown to HTML whole: ten numbered parts, one table, no name that became a link or an element', async (lang) => {
    const { html, headings, told } = await shown(made(lang));
    expect(headings.filter(({ level }) => level === 2).map(({ text }) => text.split('.')[0])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(headings[0]!.level).toBe(1);
    expect(html!.match(/<table>/g)).toHaveLength(1);
    expect([...html!.matchAll(/<tr>/g)]).toHaveLength(4);
    expect(html).toContain('Water | Pipes &lt;b&gt;');
    expect(html).toContain('*Star* [NGO](x)');
    expect([...html!.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['mailto:imwg@example.org']);
    expect(told).toEqual([]);
    expect(html).not.toMatch(/\\[*|[\]<>]/);
    expect(html!.match(/<li>/g)!.length).toBeGreaterThanOrEqual(9);
  });

  test('no language is left in English', () => {
    const lines = new Set(made('en').split('\n').filter((line) => line.length > 30)); // prettier-ignore
    for (const lang of LANGS.filter((each) => each !== 'en')) {
      const same = made(lang).split('\n').filter((line) => lines.has(line)); // prettier-ignore
      expect(
        same.filter((line) => !line.startsWith('|') && !line.startsWith('- GIS') && !line.startsWith('Shared')),
        lang,
      ).toEqual([]);
    }
  });
});
