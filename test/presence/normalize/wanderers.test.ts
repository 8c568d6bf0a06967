/** Codes beside the names of several other places: placed by the names and told; a single contradiction stays a question. */
import { describe, expect, test } from 'vitest';
import { ingestText, named } from '../../helpers/presence.ts';

const LEVELS = [
  { level: 0 as const, units: [named(0, 'EX', null, 'Exland')] },
  { level: 1 as const, units: [named(1, 'EX01', 'EX', 'North'), named(1, 'EX02', 'EX', 'South')] },
  {
    level: 2 as const,
    units: [
      named(2, 'EX0101', 'EX01', 'Adami'),
      named(2, 'EX0102', 'EX01', 'Bolosa'),
      named(2, 'EX0201', 'EX02', 'Chinaksen'),
      named(2, 'EX0202', 'EX02', 'Durame'),
      named(2, 'EX0203', 'EX02', 'Elgof'),
      named(2, 'EX0204', 'EX02', 'Fafen'),
    ],
  },
];
const read = (...rows: [region: string, code: string, name: string][]) =>
  ingestText(`Organisation,Sector,Admin1,Admin2 Pcode,Admin2\n${rows.map((row) => `Relief Alpha,Health,${row.join(',')}`).join('\n')}\n`, LEVELS);
const OWN: [string, string, string] = ['North', 'EX0101', 'Adami'];
const slipped = (name: string): [string, string, string] => ['South', 'EX0101', name];
const placedAt = ({ data }: Awaited<ReturnType<typeof read>>) => data.records.unit.map((at) => data.units[at]?.pcode);
const told = ({ report }: Awaited<ReturnType<typeof read>>) =>
  report.results.flatMap(({ findings }) =>
    findings.filter(({ code }) => code === 'presence.code-wanders').map(({ severity, count }) => `${severity} ${count}`),
  );

describe('a code beside three places of another area', () => {
  test('its own row by the code, the others by their names, and said', async () => {
    const result = await read(OWN, slipped('Chinaksen'), slipped('Durame'), slipped('Elgof'), slipped('Elgof'));
    expect([placedAt(result), result.data.rows.needReview, told(result)]).toEqual([['EX0101', 'EX0201', 'EX0202', 'EX0203', 'EX0203'], 0, ['warning 4']]);
    expect(result.data.repairs).toMatchObject([{ how: 'wanders', pattern: 'EX0101 → …', rows: 4, distinct: 3 }]);
  });
  test('a name that is none of the area stays a question', async () => {
    const result = await read(OWN, slipped('Chinaksen'), slipped('Durame'), slipped('Elgof'), slipped('Goro'));
    expect([placedAt(result).slice(0, 4), result.data.groups.map(({ cause, name }) => `${cause} ${name}`)]).toEqual([
      ['EX0101', 'EX0201', 'EX0202', 'EX0203'],
      ['parent-conflict Goro'],
    ]);
  });
});
test.each([
  ['two places', [OWN, slipped('Chinaksen'), slipped('Durame'), slipped('Durame')]],
  ['one place many times', [OWN, slipped('Chinaksen'), slipped('Chinaksen'), slipped('Chinaksen')]],
])('%s are a question each', async (_, rows) => {
  const result = await read(...(rows as [string, string, string][]));
  expect([result.data.rows.needReview, told(result)]).toEqual([rows.length - 1, []]);
});
test('an area that is not stated leaves code against name', async () => {
  const result = await read(OWN, ['', 'EX0101', 'Chinaksen'], ['', 'EX0101', 'Durame'], ['', 'EX0101', 'Elgof']);
  expect([result.data.rows.needReview, told(result)]).toEqual([3, []]);
});

test('beside other names of its own area either may have slipped: a question each', async () => {
  const beside = (name: string): [string, string, string] => ['South', 'EX0201', name];
  const result = await read(['South', 'EX0201', 'Chinaksen'], beside('Durame'), beside('Elgof'), beside('Fafen'));
  expect([result.data.rows.needReview, told(result)]).toEqual([3, []]);
});
