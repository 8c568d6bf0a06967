/** Bodies out of numbered lists, other columns of bodies beside them, and names that are missing: each read as what it is, or said. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { PresenceRole } from '../../../server/contract/presence/presence.ts';
import { isNobody, withoutNumber } from '../../../server/matching/organisations.ts';
import { roleKey } from '../../../server/presence/columns/hints.ts';
import { bodiesOf, ingestTogo, readTogo } from '../../helpers/togo.ts';
import { expectWorded } from '../../helpers/worded.ts';

let togo: Awaited<ReturnType<typeof readTogo>>;
beforeAll(async () => {
  togo = await readTogo();
});
const PLACES = ['Alba', 'Bero', 'Kpele', 'Doma'];
const SECTORS = ['Health', 'WASH', 'Education'];

/** Sixty rows; `cells` says what the columns under test hold. */
async function read(headings: string[], cells: (row: number) => string[]) {
  const rows = Array.from({ length: 60 }, (_, i) => [...cells(i), PLACES[i % 4]!, SECTORS[i % 3]!].join(','));
  const result = await ingestTogo(togo, 'tgo_3w.csv', `${[...headings, 'District', 'Cluster'].join(',')}\n${rows.join('\n')}\n`);
  expectWorded(result.report.results);
  return result;
}
type Read = Awaited<ReturnType<typeof read>>;
const roleOf = ({ guesses }: Read, heading: string) => roleKey(guesses.find((guess) => guess.heading === heading)!.role);
const said = ({ report }: Read, code: string) => report.results.flatMap(({ findings }) => findings).find((each) => each.code === code);

describe('a numbered list of bodies', () => {
  const LISTS: [lang: string, heading: string, bodies: string[], other: string][] = [
    ['English', 'Organisation', ['1. UNHCR', '2. UNICEF', '3. WFP'], 'Other (specify)'],
    ['French', 'Organisation', ['1) UNHCR', '2) UNICEF', '3) Plan International'], 'Autre (à préciser)'],
    ['Spanish', 'Organización', ['1 - UNHCR', '2 - UNICEF', '3 - OXFAM'], 'Otro (especificar)'],
    ['Portuguese', 'Organização', ['1. UNHCR', '2. UNICEF', '3. OXFAM'], 'Outro (especificar)'],
  ];
  test.each(LISTS)('%s: bodies without their numbers; a box of one’s own words beside it is none of them unsaid', async (_, heading, bodies, other) => {
    const own = `${heading}_${other.split(' ')[0]!.toLowerCase()}`;
    const result = await read([heading, own], (row) => (row % 5 === 4 ? [`99. ${other}`, 'Tin Tua'] : [bodies[row % 3]!, '']));
    expect(roleOf(result, heading)).toBe('org implementing name');
    expect(bodiesOf(result, 'implementing')).toEqual(bodies.map(withoutNumber).toSorted());
    // What stands in the box is nobody's yet: the rows are said, and publishing waits.
    expect(said(result, 'presence.organisations-missing')).toMatchObject({ severity: 'error', count: 12 });
    expect([roleOf(result, own), result.report.publishable]).toEqual(['ignore', false]);
  });

  test('numbered answers that are no bodies are none', async () => {
    const result = await read(['Has the organisation a policy?', 'Partner'], (row) => [
      ['1. Written policy', '2. No policy', '3. Draft'][row % 3]!,
      ['UNHCR', 'NRC', 'Tin Tua'][row % 3]!,
    ]);
    expect([roleOf(result, 'Has the organisation a policy?'), bodiesOf(result, 'implementing')]).toEqual(['ignore', ['NRC', 'Tin Tua', 'UNHCR']]);
  });

  test.each([
    ['2. UNICEF', 'UNICEF'],
    ['12) Plan', 'Plan'],
    ['2 – UNICEF', 'UNICEF'],
    ['3-D Relief', '3-D Relief'],
    ['4 Paws', '4 Paws'],
    ['180 Degrees', '180 Degrees'],
  ])('%s → %s', (text, name) => expect(withoutNumber(text)).toBe(name));

  test.each(['Other (specify)', '99. Autre (à préciser)', 'Otro (especificar)', 'Outro (especificar)', 'أخرى (حدد)'])('%s is nobody', (text) =>
    expect(isNobody(text)).toBe(true),
  );
  test.each(['Other Worlds', 'Autre Monde', 'Others'])('%s is somebody', (text) => expect(isNobody(text)).toBe(false));
});

test('a second column of bodies beside several of the first is no acronym of it, in no question either', async () => {
  const bodies = ['UNHCR', 'Plan International', 'OXFAM', 'NRC', 'INTERSOS'];
  const [own, other] = ['Q1. Quelle est votre structure ?', 'Q2. Avec quelle structure travaillez-vous ?'];
  const result = await read([own, other], (row) => [bodies[row % 5]!, bodies[(row * 7 + (row >> 2)) % 5]!]);
  const choices = result.report.questions!.flatMap((question) => question.choices);
  const both = choices.filter(({ columns }) => columns.every(({ role }) => (role as PresenceRole).is === 'org'));
  expect(choices.length).toBeGreaterThan(1);
  // Both may be bodies, each with a part of its own; never one the acronym of the other.
  for (const { columns } of both) expect(new Set(columns.map(({ role }) => (role as { role: string }).role)).size).toBe(2);
});

describe('rows without an organisation', () => {
  test('a name that stands once above its rows: an error, not a note', async () => {
    const result = await read(['Organisation'], (row) => [row % 4 === 0 ? ['UNHCR', 'OXFAM', 'NRC'][row % 3]! : '']);
    expect(said(result, 'presence.organisations-missing')).toMatchObject({ severity: 'error', count: 45 });
    expect([result.report.publishable, said(result, 'presence.no-organisation')]).toEqual([false, undefined]);
  });
  test('a few are a note', async () => {
    const result = await read(['Organisation'], (row) => [row % 12 === 5 ? '' : ['UNHCR', 'OXFAM', 'NRC'][row % 3]!]);
    expect(said(result, 'presence.no-organisation')).toMatchObject({ severity: 'warning', count: 5 });
    expect(said(result, 'presence.organisations-missing')).toBeUndefined();
  });
});
