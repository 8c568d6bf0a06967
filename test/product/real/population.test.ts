/** Real COD-PS files from bytes to report. The sums were made with a script of its own from the CSV files, once. */
import { describe, expect, test } from 'vitest';
import { runPopulationIngest } from '../../../server/population/pipeline.ts';
import type { PopulationIngest } from '../../../server/population/pipeline.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { HAS_REAL_DATA, realUpload, uploadOf } from '../../helpers/tables/workbook.ts';
import { cafBoundaries, find, judgeReal, oldBoundaries, optionsOf, summary, unitOf } from '../../helpers/population.ts';

/** Sum of a group over the published units of a level. */
function sumOf({ published }: PopulationIngest, level: number, key: string): number {
  const entry = published.find(({ population }) => population.level === level)!;
  const g = entry.population.groups.findIndex((group) => group.key === key);
  return entry.values[g]!.reduce((sum, value) => sum + value, 0);
}
const totals = ({ levels }: PopulationIngest) => levels.map(({ level, units, total }) => [level, units, total]);

describe.skipIf(!HAS_REAL_DATA)('real files (../shared/data, skipped where absent)', () => {
  const CAF = ['caf/ps/caf_admpop_adm3_2015_v2.csv', 'caf/ps/caf_admpop_adm1_2015_v2.csv', 'caf/ps/caf_admpop_adm2_2015_v2.csv'];

  test('caf adm1–3: cp1252, thousands separators, CF711 twice, codes unknown both ways, rounding', async () => {
    const result = await judgeReal('CAF', CAF, await cafBoundaries());
    expect(totals(result)).toEqual([
      [1, 17, 4_953_014],
      [2, 72, 4_953_021],
      [3, 177, 4_953_014],
    ]);
    for (const [key, sum] of Object.entries({ F_TL: 2_525_065, M_TL: 2_427_950, T_00_18: 2_496_317, T_19_59: 2_288_289, T_60Plus: 168_407 }))
      expect(sumOf(result, 3, key)).toBe(sum);
    expect(result.population.levels[1]!.names).toContain('Amada-Gaza');
    expect(result.population.levels[0]!.names).toContain('Mambéré Kadéi');
    expect(result.join).toEqual([
      { level: 1, matched: 17, repaired: 0, unknownInPopulation: 0, missingInPopulation: 0 },
      { level: 2, matched: 72, repaired: 0, unknownInPopulation: 0, missingInPopulation: 0 },
      { level: 3, matched: 167, repaired: 0, unknownInPopulation: 10, missingInPopulation: 8 },
    ]);
    const duplicate = find(result, 'population.duplicate', 2);
    expect([duplicate.severity, duplicate.items[0]!.pcodes, duplicate.items[0]!.rows]).toEqual(['error', ['CF711'], [13, 14]]);
    const codes = (code: string) =>
      find(result, code, 3)
        .items.flatMap(({ pcodes }) => pcodes)
        .sort();
    expect(codes('population.unknown-code')).toEqual(['CF1231', 'CF2111', 'CF2211', 'CF7121', 'CF7131', 'CF7141', 'CF7151', 'CF7161', 'CF7171', 'CF7181']);
    expect(codes('population.missing-unit')).toEqual(['CF3155', 'CF7112', 'CF7113', 'CF7114', 'CF7115', 'CF7116', 'CF7117', 'CF7118']);
    // cod.md §3.4: the sexes are off by at most 2 in 7/17, 17/73 and 41/177 rows. That is rounding.
    expect([1, 2, 3].map((level) => find(result, 'population.sex-sum-rounding', level as 1).count)).toEqual([7, 17, 41]);
    expect(summary(result, ['error'])).toEqual([
      'population.duplicate error adm2 ×1',
      'population.missing-unit error adm3 ×8',
      'population.unknown-code error adm3 ×10',
      'population.parent-sum error adm2 ×6',
      'population.parent-unknown error adm3 ×8',
    ]);
    expect(result.report.publishable).toBe(false);
  });

  test('eth adm3: bands of two and three years, no HXL row', async () => {
    const result = await judgeReal('ETH', ['eth/ps/eth_admpop_adm3_2022_v2.csv']);
    expect(totals(result)).toEqual([[3, 1084, 102_536_645]]);
    for (const [key, sum] of Object.entries({
      M_TL: 51_389_351,
      F_TL: 51_147_299,
      T_00_04: 14_793_649,
      T_15_17: 8_176_441,
      T_65Plus: 3_908_681,
      M_65Plus: 1_953_454,
    }))
      expect(sumOf(result, 3, key)).toBe(sum);
    expect(find(result, 'population.zero', 3).items.map(({ detail }) => detail)).toEqual(['Gambela National Park (ET120200)']);
    expect(summary(result, ['error'])).toEqual([]);
    expect(result.population.levels[0]!.year).toBe(2022);
  });

  test('bgd adm2–3: the country prefix that the boundaries lack is repaired and said so', async () => {
    const boundaries = oldBoundaries({ 1: 'bgd/ab/bgd_itos_adm1.topojson', 2: 'bgd/ab/bgd_itos_adm2.topojson' });
    const result = await judgeReal('BGD', ['bgd/ps/bgd_admpop_adm2_2022.csv', 'bgd/ps/bgd_admpop_adm3_2022.csv'], boundaries);
    expect(totals(result)).toEqual([
      [2, 64, 165_650_475],
      [3, 544, 165_650_475],
    ]);
    expect([sumOf(result, 2, 'F_80Plus'), sumOf(result, 3, 'F_80Plus'), sumOf(result, 3, 'T_00_04')]).toEqual([1_120_109, 1_120_109, 14_189_421]);
    expect(result.join).toEqual([{ level: 2, matched: 64, repaired: 64, unknownInPopulation: 0, missingInPopulation: 0 }]);
    const repaired = find(result, 'population.code-repaired', 2);
    expect([repaired.severity, repaired.count, repaired.items[0]!.detail]).toEqual(['info', 64, 'BD1004 → 1004 (prefix)']);
    expect(result.published[0]!.pcodes).toContain('1004');
    expect(summary(result, ['error', 'warning'])).toContain('population.level-not-in-boundaries warning - ×1');
    expect(summary(result, ['error'])).toEqual([]);
  });

  test.each([
    ['CSV', 'sle/ps/sle_admpop_adm3_2020.csv', [[3, 167, 7_907_338]]],
    [
      'XLSX',
      'sle/ps/sle_population_statistics_sierraleone_2020.xlsx',
      [
        [0, 1, 7_907_338],
        [1, 4, 7_907_338],
        [2, 14, 7_907_338],
        [3, 167, 7_907_338],
      ],
    ],
  ])('sle %s: Female/Male/Total, HXL rows, a hidden sheet', async (_, path, expected) => {
    const boundaries = oldBoundaries({ 3: 'sle/ab/sle_itos_adm3.topojson' });
    const result = await judgeReal('SLE', [path], boundaries);
    expect(totals(result)).toEqual(expected);
    for (const [key, sum] of Object.entries({ F_TL: 3_893_510, M_TL: 4_015_077, T_00_04: 1_046_571, T_80Plus: 75_152 }))
      expect(sumOf(result, 3, key)).toBe(sum);
    expect(result.join).toEqual([{ level: 3, matched: 167, repaired: 0, unknownInPopulation: 0, missingInPopulation: 0 }]);
    // F + M and T differ by more than 2 % in four chiefdoms of Western Area.
    const sexes = find(result, 'population.sex-sum', 3);
    expect([sexes.severity, sexes.count]).toEqual(['error', 4]);
    expect(sexes.items[0]!.detail).toBe('Koya Rural (SL040101), Total: F + M 80,370 ≠ 78,518 (+1,852, 2.36%)');
    expect(find(result, 'population.zero', 3).items[0]!.pcodes).toEqual(['SL020405']);
  });

  test('mli: one long table of three levels, Ménaka and its cercles not in the boundaries', async () => {
    const boundaries = oldBoundaries({ 1: 'mli/ab/mli_itos_adm1.geojson', 2: 'mli/ab/mli_itos_adm2.geojson', 3: 'mli/ab/mli_itos_adm3.geojson' });
    const result = await judgeReal('MLI', ['mli/ps/mli_population_ibf.csv'], boundaries);
    expect(totals(result)).toEqual([
      [1, 10, 22_593_582],
      [2, 53, 22_593_582],
      [3, 701, 25_198_830],
    ]);
    expect(result.join).toEqual([
      { level: 1, matched: 9, repaired: 0, unknownInPopulation: 1, missingInPopulation: 0 },
      { level: 2, matched: 49, repaired: 0, unknownInPopulation: 4, missingInPopulation: 1 },
      { level: 3, matched: 697, repaired: 0, unknownInPopulation: 4, missingInPopulation: 4 },
    ]);
    expect(find(result, 'population.unknown-code', 2).items.map(({ pcodes }) => pcodes[0])).toEqual(['ML1001', 'ML1002', 'ML1003', 'ML1004']);
    expect(find(result, 'population.missing-unit', 2).items.map(({ pcodes }) => pcodes[0])).toEqual(['ML0704']);
    // adm2 and adm3 do not agree, though adm1 and adm2 do: the file's own fault.
    expect(find(result, 'population.parent-sum', 2).severity).toBe('error');
  });

  test.each([
    ['SLE', [[1, 4, 7_907_338]], 1290],
    [
      'ETH',
      [
        [1, 13, 102_536_651],
        [2, 92, 102_536_651],
      ],
      1189,
    ],
    [
      'MLI',
      // Ménaka has no figure: null, not zero, so it is in no sum.
      [[1, 10, 17_907_114]],
      1284,
    ],
    ['CAF', [[1, 17, 4_953_014]], 1277],
  ])('ps-global: the rows of %s and no others', async (country, expected, others) => {
    const result = await judgeReal(country, ['ps-global/subnational_population_adm1.csv']);
    expect(totals(result)).toEqual(expected);
    expect(find(result, 'population.other-countries').count).toBe(others);
    if (country === 'MLI') expect(find(result, 'population.no-total', 1).items[0]!.pcodes).toEqual(['ML10']);
  });

  test('a country that the file does not hold is refused', async () => {
    await expect(judgeReal('XXA', ['ps-global/subnational_population_adm1.csv'])).rejects.toMatchObject({ code: 'population.wrong-country' });
  });

  test('the files of a version: what is written can be read again, with the same sums', async () => {
    const progress: [string, number, number][] = [];
    const result = await runPopulationIngest(CAF.map(realUpload), optionsOf('CAF', await cafBoundaries()), (...step) => progress.push(step));
    expect(progress.filter(([, done, of]) => done === of).map(([stage]) => stage)).toEqual(['read', 'normalize', 'check', 'export']);
    expect(result.artifacts.map(({ kind, level, file }) => [kind, level, file])).toEqual([
      ['population', 1, 'caf_admpop_adm1_2015.json'],
      ['csv', 1, 'caf_admpop_adm1_2015.csv'],
      ['csv', 1, 'caf_admpop_adm1_2015_long.csv'],
      ['csv', 1, 'caf_admpop_adm1_2015.xlsx'],
      ['population', 2, 'caf_admpop_adm2_2015.json'],
      ['csv', 2, 'caf_admpop_adm2_2015.csv'],
      ['csv', 2, 'caf_admpop_adm2_2015_long.csv'],
      ['csv', 2, 'caf_admpop_adm2_2015.xlsx'],
      ['population', 3, 'caf_admpop_adm3_2015.json'],
      ['csv', 3, 'caf_admpop_adm3_2015.csv'],
      ['csv', 3, 'caf_admpop_adm3_2015_long.csv'],
      ['csv', 3, 'caf_admpop_adm3_2015.xlsx'],
      ['csv', undefined, 'caf_admpop_2015.xlsx'],
      ['columns', undefined, 'columns.json'],
    ]);
    const bytes = (file: string) => result.artifacts.find((artifact) => artifact.file === file)!.bytes;
    for (const files of [
      [uploadOf('a.xlsx', bytes('caf_admpop_2015.xlsx'))],
      [1, 2, 3].map((level) => uploadOf(`caf_admpop_adm${level}_2015.csv`, bytes(`caf_admpop_adm${level}_2015.csv`))),
      [1, 2, 3].map((level) => uploadOf(`caf_admpop_adm${level}.csv`, bytes(`caf_admpop_adm${level}_2015_long.csv`))),
    ]) {
      const again = await runPopulationIngest(files, optionsOf('CAF', null));
      expect(totals(again)).toEqual([
        [1, 17, 4_953_014],
        [2, 72, 4_953_021],
        [3, 177, 4_953_014],
      ]);
      expect(sumOf(again, 3, 'T_60Plus')).toBe(168_407);
      expect(again.population.levels.map(({ year }) => year)).toEqual([2015, 2015, 2015]);
      expect(summary(again, ['error']).filter((line) => !line.includes('parent'))).toEqual([]);
    }
    const values = JSON.parse(Buffer.from(bytes('caf_admpop_adm2_2015.json')).toString()) as {
      pcodes: string[];
      values: number[][];
      total: number;
      boundaries: unknown;
    };
    expect(values.total).toBe(4_953_021);
    expect(values.boundaries).toEqual({ dataset: 'cod-ab-caf', version: 'v01' });
    expect(values.values[0]![values.pcodes.indexOf('CF711')]).toBe(839_081);
  });
});

describe('files of a version', () => {
  test('formulas are defused, text is quoted, null stays empty', async () => {
    const text = 'ADM1_EN,ADM1_PCODE,T_TL,source\n"=HYPERLINK(""x"")",EX01,5,"Census, 2020"\n+Plus,EX02,,x\n';
    const { artifacts } = await runPopulationIngest(
      [uploadOf('exl_admpop_adm1_2022.csv', text)],
      optionsOf('EXL', [{ level: 1, units: [unitOf(1, 'EX01', null)] }]),
    );
    const csv = Buffer.from(artifacts.find(({ file }) => file === 'exl_admpop_adm1_2022.csv')!.bytes).toString();
    expect(csv).toBe(
      '\ufeffyear,ISO3,ADM1_NAME,ADM1_PCODE,T_TL,source\r\n2022,EXL,"\'=HYPERLINK(""x"")",EX01,5,"Census, 2020; x"\r\n2022,EXL,\'+Plus,EX02,,"Census, 2020; x"\r\n',
    );
    const [sheet] = await readTables(uploadOf('x.xlsx', artifacts.findLast(({ file }) => file.endsWith('.xlsx'))!.bytes));
    expect(sheet!.columns.map(({ cells }) => cells)).toEqual([
      [2022, 2022],
      ['EXL', 'EXL'],
      ['=HYPERLINK("x")', '+Plus'],
      ['EX01', 'EX02'],
      [5, null],
      ['Census, 2020; x', 'Census, 2020; x'],
    ]);
    expect(Buffer.from(artifacts.find(({ file }) => file.endsWith('_long.csv'))!.bytes).toString()).toContain("EXL,1,EX02,'+Plus,t,,,,,2022,");
  });
});
