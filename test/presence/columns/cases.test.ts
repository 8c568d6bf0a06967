/** Every table case of ../shared/cases gives what its expected.json says; population's are in test/population/columns.test.ts, dates' in ../dates.test.ts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { roleKey } from '../../../server/presence/columns/hints.ts';
import { bodiesOf, caseFile, expectedOf, ingestTogo, readTogo, unitsOf } from '../../helpers/togo.ts';
import { expectWorded } from '../../helpers/worded.ts';

let togo: Awaited<ReturnType<typeof readTogo>>;
beforeAll(async () => {
  togo = await readTogo();
});
const read = async (folder: string, name: string) => {
  const result = await ingestTogo(togo, name, caseFile(folder, name));
  expectWorded(result.report.results);
  return result;
};
const findings = ({ report }: Awaited<ReturnType<typeof read>>) => report.results.flatMap((result) => result.findings);

test('case 00: the country of the cases', () => {
  const { adm1, adm2 } = expectedOf('00-base') as unknown as { adm1: number; adm2: number };
  expect(togo.levels.filter(({ level }) => level > 0).map(({ units }) => units.length)).toEqual([adm1, adm2]);
});

test('case 16: choices of a form are sectors, its timestamps no period', async () => {
  const folder = '16-kobo-select-multiple';
  const result = await read(folder, 'tgo_kobo_separate.xlsx');
  const expected = expectedOf(folder) as unknown as { rows: number; 'sectors (row,sector pairs)': Record<string, number> };
  const { data } = result;
  expect(data.records.row).toHaveLength(expected.rows);
  const pairs = data.records.sectors.flatMap((set) => data.sectorSets[set]!.map((sector) => data.sectors[sector]!.code));
  const count = (code: string) => pairs.filter((each) => each === code).length;
  const { Health, WASH, Education } = expected['sectors (row,sector pairs)'];
  expect([count('HEA'), count('WSH'), count('EDU'), pairs.length]).toEqual([Health, WASH, Education, Health! + WASH! + Education!]);
  expect(data.periods.flat().filter((day) => day !== null)).toEqual([]);
  expect(result.report.questions).toEqual([]);
});

describe('case 29: a word of the role inside an instruction', () => {
  const folder = '29-role-word-inside-instructions';
  const { organisations, not } = (expectedOf(folder) as unknown as Record<string, { organisations: string[]; not: string[] }>)['tgo_3w_instructions.csv']!;
  test.each(['tgo_3w_instructions.csv', 'tgo_3w_question.csv'])('%s', async (name) => {
    const result = await read(folder, name);
    expect(bodiesOf(result, 'implementing')).toEqual(organisations);
    expect(result.data.organisations.filter((each) => not.includes(each.name))).toEqual([]);
    expect(unitsOf(result).size).toBe(12);
    expect(result.report.questions).toEqual([]);
  });
});

test('case 30: numbers of organisations are none: refused, with the reason', async () => {
  const refused = read('30-numbers-are-no-organisations', 'tgo_5w_summary.csv');
  await expect(refused).rejects.toMatchObject({ code: 'presence.no-organisation', message: expect.stringContaining('Number of Organisations') as string });
});

test('case 31: ten strange codes do not spoil thirty good ones', async () => {
  const folder = '31-codes-with-many-strangers';
  const result = await read(folder, 'tgo_3w_zones.csv');
  const expected = expectedOf(folder) as unknown as Record<string, number>;
  expect([result.data.rows.read, result.data.rows.placed['code'], result.data.rows.needReview]).toEqual([expected['rows'], expected['placed by code at adm2'], expected['to review']]); // prettier-ignore
});

test('case 36: a scheme of codes that nobody knows is said once, and rows are placed by name', async () => {
  const folder = '36-codes-of-no-known-scheme';
  const result = await read(folder, 'tgo_3w_other_scheme.csv');
  const expected = (expectedOf(folder) as unknown as Record<string, Record<string, number>>)['tgo_3w_other_scheme.csv']!;
  const { rows } = result.data;
  expect([rows.read, rows.placed['name'], rows.needReview]).toEqual([expected['rows'], expected['placed at adm2'], expected['to review']]);
  const [scheme, ...more] = findings(result).filter(({ code }) => code === 'presence.code-scheme');
  expect([scheme!.count, more.length]).toEqual([24, 0]);
  expect(result.data.codeSchemes).toEqual([{ level: 2, heading: 'District code', rows: 24, samples: ['NX1101', 'NX1102', 'NX1207', 'NX1209'] }]);
});

test('case 37: spellings of sectors; what no list knows keeps its words', async () => {
  const folder = '37-sector-spellings';
  const { data } = await read(folder, 'tgo_3w_sectors.csv');
  const expected = (expectedOf(folder) as unknown as Record<string, Record<string, number[]>>)['tgo_3w_sectors.csv']!;
  const rowsOf = (test: (code: string) => boolean) =>
    data.records.row.filter((_, i) => data.sectorSets[data.records.sectors[i]!]!.some((sector) => test(data.sectors[sector]!.code)));
  expect(rowsOf((code) => code === 'SHL')).toEqual(expected['SHL']);
  expect(rowsOf((code) => code.endsWith('MIN'))).toEqual(expected['mine action (MIN or the area of responsibility)']);
  expect(rowsOf((code) => code === 'PRO-CPN')).toEqual(expected['child protection']);
  expect(rowsOf((code) => code === 'ERY')).toEqual(expected['early recovery']);
  expect(rowsOf((code) => code === 'CCM')).toEqual(expected['CCM']);
  expect(rowsOf((code) => code.startsWith('own:'))).toEqual(expected['unrecognised, kept and shown with its own words']);
  expect(data.sectors.flatMap(({ text }) => text ?? [])).toEqual(['Zzyzx Cluster']);
  expect(data.openSectors.map(({ text, rows }) => [text, rows])).toEqual([['Zzyzx Cluster', 1]]);
});

test('case 38: the lead is no acronym, and nobody is nobody', async () => {
  const folder = '38-the-lead-is-no-acronym';
  const result = await read(folder, 'tgo_3w_lead.csv');
  const expected = (expectedOf(folder) as unknown as Record<string, Record<string, string[]>>)['tgo_3w_lead.csv']!;
  expect(bodiesOf(result, 'implementing')).toEqual(expected['implementing']);
  expect(bodiesOf(result, 'programming')).toEqual(expected['programming or lead']);
  expect(result.data.organisations.filter(({ name, acronym }) => expected['nobody']!.includes(name) || expected['nobody']!.includes(acronym ?? ''))).toEqual(
    [],
  );
  expect(result.data.organisations.map(({ acronym }) => acronym).filter((each) => each !== null && !expected['programming or lead']!.includes(each))).toEqual(
    [],
  );
  expect(result.guesses.map(({ role }) => roleKey(role)).filter((key) => key === 'org implementing acronym')).toEqual([]);
});
