/** Each check of COD-PS with an example that it lets pass and counterexamples that it catches. */
import { describe, expect, test } from 'vitest';
import type { FindingException } from '../../../server/contract/finding.ts';
import { fingerprint } from '../../../server/checks/exceptions.ts';
import { populationChecks } from '../../../server/population/checks/population.ts';
import { judge } from '../../../server/population/checks/context.ts';
import { outliers } from '../../../server/population/checks/plausible.ts';
import { TABLE_KINDS } from '../../../server/app/kinds.ts';
import { findTableKind } from '../../../server/kinds/detectTable.ts';
import { checkPopulation } from '../../../server/population/pipeline.ts';
import type { PopulationIngest } from '../../../server/population/pipeline.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';
import { find, judgeCsv, optionsOf, unitOf } from '../../helpers/population.ts';

const codesOf = (result: PopulationIngest, check: string) =>
  result.report.results.find((entry) => entry.check === check)!.findings.map(({ code, severity, count }) => `${code} ${severity} ×${count}`);

describe('Q6 bands', () => {
  test.each([
    ['one after the other', 'T_00_04,T_05_09,T_10Plus', []],
    ['of unequal width', 'T_00_00,T_01_17,T_18Plus', []],
    ['with a sum of bands beside', 'T_00_04,T_05_09,T_10Plus,T_00_09', ['population.bands-overlap warning ×1']],
    ['with a hole', 'T_00_04,T_10_14,T_15Plus', ['population.bands-hole warning ×1']],
    ['not from 0', 'T_05_09,T_10Plus', ['population.bands-hole warning ×1']],
    ['overlapping', 'T_00_05,T_05_09,T_10Plus', ['population.bands-overlap warning ×1']],
    ['not open', 'F_00_04,F_05_09', ['population.bands-closed warning ×1']],
  ])('%s', async (_, headings, expected) => {
    const values = headings.split(',').map(() => 1);
    expect(codesOf(await judgeCsv(`ADM1_PCODE,${headings}\nEX01,${values.join()}\n`), 'Q6')).toEqual(expected);
  });
});

describe('sums', () => {
  test.each([
    ['equal', 0, 1000, 2, null],
    ['within the slack', 2, 10, 2, 'info'],
    ['beyond the slack, within 0.1 %', 90, 100_000, 2, 'info'],
    ['beyond 0.1 %', 110, 100_000, 2, 'warning'],
    ['at 2 %', 2000, 100_000, 2, 'warning'],
    ['beyond 2 %', -2001, 100_000, 2, 'error'],
    ['people where there should be none', 5, 0, 2, 'error'],
  ])('%s', (_, difference, expected, slack, severity) => expect(judge(difference, expected, slack)).toBe(severity));

  test.each([
    ['5000,5000,10000', []],
    ['5000,4999,10000', ['population.sex-sum-rounding info ×1']],
    ['5000,4900,10000', ['population.sex-sum warning ×1']],
    ['5000,4000,10000', ['population.sex-sum error ×1']],
    // Null says nothing about the sum.
    ['5000,NA,10000', []],
  ])('Q9 F, M, T = %s', async (values, expected) => {
    expect(codesOf(await judgeCsv(`ADM1_PCODE,F_TL,M_TL,T_TL,F_00_04,M_00_04,T_00_04\nEX01,${values},1,1,2\n`), 'Q9')).toEqual(expected);
  });

  test('Q9 judges each band, and says which', async () => {
    const result = await judgeCsv('ADM1_EN,ADM1_PCODE,F_TL,M_TL,T_TL,F_00_04,M_00_04,T_00_04\nNorth,EX01,500,500,1000,10,10,90\n');
    expect(find(result, 'population.sex-sum').items[0]).toMatchObject({
      pcodes: ['EX01'],
      rows: [2],
      detail: 'North (EX01), T_00_04: F + M 20 ≠ 90 (−70, 77.78%)',
      values: { sum: 20, expected: 90 },
    });
  });

  test.each([
    ['900,50,50,1000', []],
    ['900,50,52,1000', ['population.age-sum-rounding info ×1']],
    ['900,50,60,1000', ['population.age-sum warning ×1']],
    ['900,50,90,1000', ['population.age-sum error ×1']],
  ])('Q10 bands and total = %s', async (values, expected) => {
    expect(codesOf(await judgeCsv(`ADM1_PCODE,T_00_04,T_05_09,T_10Plus,T_TL\nEX01,${values}\n`), 'Q10')).toEqual(expected);
  });

  test('Q10 is skipped where bands overlap or do not reach the end, with the reason', async () => {
    const result = await judgeCsv('ADM1_PCODE,T_00_04,T_05_09,T_TL\nEX01,1,2,9\n');
    expect(result.report.results.find(({ check }) => check === 'Q10')).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('age bands') as string,
    });
  });

  const upper = 'ADM1_EN,ADM1_PCODE,T_TL\nNorth,EX01,1000\nSouth,EX02,500\n';
  test.each([
    ['exact', 'EX01,EX0101,400\nEX01,EX0102,600\nEX02,EX0201,500', []],
    ['rounded', 'EX01,EX0101,400\nEX01,EX0102,598\nEX02,EX0201,500', ['population.parent-sum-rounding info ×1']],
    ['a little off', 'EX01,EX0101,400\nEX01,EX0102,610\nEX02,EX0201,500', ['population.parent-sum warning ×1']],
    ['a child missing', 'EX01,EX0101,400\nEX02,EX0201,500', ['population.parent-sum error ×1']],
    ['a parent without children', 'EX01,EX0101,1000', ['population.childless warning ×1']],
    ['a parent that is not there', 'EX01,EX0101,1000\nEX02,EX0201,500\nEX03,EX0301,1', ['population.parent-unknown error ×1']],
  ])('Q11 %s', async (_, rows, expected) => {
    const result = await judgeCsv({ 'exl_adm1_2022.csv': upper, 'exl_adm2_2022.csv': `ADM1_PCODE,ADM2_PCODE,T_TL\n${rows}\n` });
    expect(codesOf(result, 'Q11')).toEqual(expected);
  });

  test('Q11 does not compare levels of different years, and says so', async () => {
    const result = await judgeCsv({ 'exl_adm1_2020.csv': upper, 'exl_adm2_2022.csv': 'ADM1_PCODE,ADM2_PCODE,T_TL\nEX01,EX0101,1\n' });
    expect(codesOf(result, 'Q11')).toEqual(['population.years-differ info ×1']);
  });

  test('Q11 finds parents by the boundaries where the file does not state them', async () => {
    const boundaries = [
      { level: 1 as const, units: [unitOf(1, 'EX01', null), unitOf(1, 'EX02', null)] },
      { level: 2 as const, units: [unitOf(2, 'EX0101', 'EX01'), unitOf(2, 'EX0201', 'EX02')] },
    ];
    const result = await judgeCsv({ 'exl_adm1_2022.csv': upper, 'exl_adm2_2022.csv': 'ADM2_PCODE,T_TL\nEX0101,1000\nEX0201,100\n' }, boundaries);
    expect(codesOf(result, 'Q11')).toEqual(['population.parent-sum error ×1']);
  });
});

describe('Q7 and Q8: codes', () => {
  test('the same row twice is counted once, parts of a unit are added up, and both are errors', async () => {
    const result = await judgeCsv('ADM1_EN,ADM1_PCODE,T_TL\nNorth,EX01,10\nNorth,EX01,10\nSouth,EX02,5\nSouth town,EX02,6\n');
    expect(result.published[0]).toMatchObject({ pcodes: ['EX01', 'EX02'], total: 21 });
    expect(find(result, 'population.duplicate').items.map(({ rows, detail }) => [rows, detail])).toEqual([
      [[2, 3], 'EX01: row 2 North 10; row 3 North 10'],
      [[4, 5], 'EX02: row 4 South 5; row 5 South town 6'],
    ]);
  });

  const boundaries = [
    { level: 1 as const, units: [unitOf(1, 'EX01', null, 'North'), unitOf(1, 'EX02', null, 'South'), unitOf(1, 'EX03', null, 'Île du Lac')] },
  ];

  test('unknown both ways, with near codes and units of the same name, never joined by name', async () => {
    const result = await judgeCsv('ADM1_EN,ADM1_PCODE,T_TL\nNorth,EX01,1\nSouth,EX04,2\nile du lac,EX77,3\n', boundaries);
    expect(result.join).toEqual([{ level: 1, matched: 1, repaired: 0, unknownInPopulation: 2, missingInPopulation: 2 }]);
    expect(find(result, 'population.unknown-code').items.map(({ values }) => values)).toEqual([
      { written: 'EX04', near: 'EX01, EX02, EX03', sameName: 'EX02' },
      { written: 'EX77', near: 'EX01, EX02, EX03', sameName: 'EX03' },
    ]);
    expect(find(result, 'population.missing-unit').items.map(({ pcodes, at }) => [pcodes, at])).toEqual([
      [['EX02'], [10, 20]],
      [['EX03'], [10, 20]],
    ]);
  });

  test('a repair never takes a code that another row has, nor one that two spellings claim', async () => {
    const result = await judgeCsv('ADM1_PCODE,T_TL\nEX01,1\nex-01,2\nex02,3\nEX 02,4\nEXL03,5\n', boundaries, 'EXL');
    // EXL03 is EX03 under the alpha-3 code of this very country, and no other row claims it.
    expect(result.joins[0]!.pcodes).toEqual(['EX01', null, null, null, 'EX03']);
    expect(find(result, 'population.unknown-code').count).toBe(3);
  });

  test('without boundaries Q8 is skipped and Q17 warns', async () => {
    const result = await judgeCsv('ADM1_PCODE,T_TL\nEX01,1\n');
    expect(result.report.results.find(({ check }) => check === 'Q8')!.status).toBe('skipped');
    expect(codesOf(result, 'Q17')).toEqual(['population.no-boundaries warning ×1']);
    expect(codesOf(await judgeCsv('ADM1_PCODE,T_TL\nEX01,1\n', boundaries), 'Q17')).toEqual([]);
  });
});

describe('plausibility', () => {
  test('outliers by the robust z, none among few or equal values', () => {
    const usual = Array.from({ length: 40 }, (_, i) => 100 + (i % 7));
    expect(outliers(Float64Array.from([...usual, 1000, NaN])).map(({ unit }) => unit)).toEqual([40]);
    expect(outliers(Float64Array.from([1, 2, 3, 1000]))).toEqual([]);
    expect(outliers(Float64Array.from([...Array<number>(40).fill(5), 6]))).toEqual([]);
    expect(outliers(Float64Array.from([...usual, 130]), 50)).toEqual([]);
  });

  test('Q14 density needs areas; sex ratio 0.8–1.25', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [`EX${String(i + 1).padStart(2, '0')}`, 500 + i, 500 + i, 1000 + 2 * i]);
    rows[3] = ['EX04', 500_000, 500_000, 1_000_000];
    rows[5] = ['EX06', 400, 600, 1000];
    rows[6] = ['EX07', 100, 900, 1000];
    const text = `ADM1_PCODE,F_TL,M_TL,T_TL\n${rows.map((row) => row.join()).join('\n')}\n`;
    const units = rows.map(([code]) => unitOf(1, String(code), null));
    const result = await judgeCsv(text, [{ level: 1, units }]);
    expect(codesOf(result, 'Q14')).toEqual(['population.sex-ratio warning ×1', 'population.density info ×1', 'population.sex-ratio info ×1']);
    expect(find(result, 'population.density').items[0]!.pcodes).toEqual(['EX04']);
    expect(codesOf(await judgeCsv(text), 'Q14')).toEqual(['population.sex-ratio warning ×1', 'population.sex-ratio info ×1']);
  });

  test.each([
    ['2022', []],
    ['2031', ['population.year-future warning ×1']],
    ['2012', ['population.year-old warning ×1']],
    ['', ['population.no-year warning ×1']],
  ])('Q15 year %s', async (year, expected) => {
    expect(codesOf(await judgeCsv({ 'people.csv': `year,ADM1_PCODE,T_TL\n${year},EX01,1\n` }), 'Q15')).toEqual(expected);
  });

  test('Q15 several years in one level', async () => {
    const result = await judgeCsv('year,ADM1_PCODE,T_TL\n2021,EX01,1\n2022,EX02,1\n');
    expect(find(result, 'population.years-mixed').params).toMatchObject({ years: '2021, 2022', year: '2022' });
  });

  test('Q12 and Q16', async () => {
    const files = [uploadOf('exl_adm1_2022.csv', 'ADM1_PCODE,T_TL\nEX01,110\n')];
    const result = await checkPopulation(
      files,
      optionsOf('EXL', null, { reference: { total: 100, year: 2022, source: 'WPP' }, metadata: { source: 'Census' } }),
    );
    expect(find(result, 'population.reference').params).toMatchObject({ total: 110, reference: 100, percent: 10 });
    expect(codesOf(result, 'Q16')).toEqual([]);
    expect(codesOf(await checkPopulation(files, optionsOf('EXL', null)), 'Q16')).toEqual(['population.no-source warning ×1']);
  });
});

test('an accepted fault no longer blocks publishing, until its figures change', async () => {
  const units = [unitOf(1, 'EX01', null)];
  const judgeTotal = (total: number, exceptions: FindingException[]) =>
    checkPopulation(
      [uploadOf('exl_adm1_2022.csv', `ADM1_PCODE,F_TL,M_TL,T_TL\nEX01,50,50,${total}\n`)],
      optionsOf('EXL', [{ level: 1, units }], { exceptions }),
    );
  const first = await judgeTotal(200, []);
  expect(first.report.publishable).toBe(false);
  const finding = find(first, 'population.sex-sum');
  const [item] = finding.items;
  expect(item).toMatchObject({ id: 'population.sex-sum/1/EX01/T_TL', pcodes: ['EX01'], rows: [2], at: [10, 20] });
  const accepted = {
    code: finding.code,
    level: finding.level,
    pcodes: item!.pcodes,
    fingerprint: fingerprint(item!),
    reason: 'camp counted apart',
    by: 'a',
    at: '2026-11-22',
  };
  const again = await judgeTotal(200, [accepted]);
  expect([again.report.errors, again.report.accepted, again.report.publishable]).toEqual([0, 1, true]);
  expect((await judgeTotal(300, [accepted])).report).toMatchObject({ errors: 1, accepted: 0, publishable: false });
});

test('kinds of tables', async () => {
  const kind = async (text: string) => findTableKind(await readTables(uploadOf('x.csv', text)), TABLE_KINDS);
  expect(await kind('ADM1_PCODE,T_TL\nEX01,5\n')).toBe('cod-ps');
  expect(await kind('Organisation,Cluster,ADM1_PCODE,Beneficiaries total\nA,WASH,EX01,5\n')).toBe('3w');
  expect(await kind('a,b\n#org+name,#adm1+code\nA,EX01\n')).toBe('3w');
  expect(await kind('title,author\nA,B\n')).toBeNull();
});

describe('the list', () => {
  test('checks have an id and their rule', () => {
    expect(populationChecks.map(({ id }) => id)).toEqual(['I1', ...Array.from({ length: 17 }, (_, i) => `Q${i + 1}`)]);
    for (const { spec } of populationChecks) expect(spec.length).toBeGreaterThan(8);
  });
});
