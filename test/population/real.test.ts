/** The population files of the field (../shared/data, skipped where absent): roles found without a person, sums per level as recomputed by a plain script. */
import { describe, expect, test } from 'vitest';
import { judgeReal } from '../helpers/population.ts';
import { HAS_REAL_DATA } from '../helpers/tables/workbook.ts';

type Sums = Record<string, number>;
/** Country, files, then by level: units that are read, and sums of all rows of the file. Recomputed with Python's csv module and a plain reading of the workbook's XML. */
const FILES: [country: string, paths: string[], levels: Record<number, { rows: number; sums: Sums }>][] = [
  ['BGD', ['bgd/ps/bgd_admpop_adm2_2022.csv'], { 2: { rows: 64, sums: { T_TL: 165_650_475, F_TL: 84_329_234, M_TL: 81_321_241, F_00_04: 6_975_963 } } }],
  ['BGD', ['bgd/ps/bgd_admpop_adm3_2022.csv'], { 3: { rows: 544, sums: { T_TL: 165_650_475, F_TL: 84_329_234, M_TL: 81_321_241, F_00_04: 6_975_963 } } }],
  [
    'CAF',
    [1, 2, 3].map((level) => `caf/ps/caf_admpop_adm${level}_2015_v2.csv`),
    {
      1: { rows: 17, sums: { T_TL: 4_953_014, F_TL: 2_525_065, M_TL: 2_427_950, T_00_18: 2_496_317 } },
      2: { rows: 73, sums: { T_TL: 4_953_021, F_TL: 2_525_063, M_TL: 2_427_945, T_00_18: 2_496_322 } },
      3: { rows: 177, sums: { T_TL: 4_953_014, F_TL: 2_525_065, M_TL: 2_427_950, T_00_18: 2_496_317 } },
    },
  ],
  ['ETH', ['eth/ps/eth_admpop_adm3_2022_v2.csv'], { 3: { rows: 1084, sums: { T_TL: 102_536_645, F_TL: 51_147_299, M_TL: 51_389_351, T_00_04: 14_793_649 } } }],
  ['SLE', ['sle/ps/sle_admpop_adm3_2020.csv'], { 3: { rows: 167, sums: { T_TL: 7_907_338, F_TL: 3_893_510, M_TL: 4_015_077, T_00_04: 1_046_571 } } }],
  [
    'SLE',
    ['sle/ps/sle_population_statistics_sierraleone_2020.xlsx'],
    Object.fromEntries(
      [1, 4, 14, 167].map((rows, level) => [level, { rows, sums: { T_TL: 7_907_338, F_TL: 3_893_510, M_TL: 4_015_077, T_00_04: 1_046_571 } }]),
    ),
  ],
  [
    'MLI',
    ['mli/ps/mli_population_ibf.csv'],
    { 1: { rows: 10, sums: { T_TL: 22_593_582 } }, 2: { rows: 53, sums: { T_TL: 22_593_582 } }, 3: { rows: 701, sums: { T_TL: 25_198_830 } } },
  ],
  ['AFG', ['ps-global/subnational_population_adm1.csv'], { 1: { rows: 34, sums: { T_TL: 40_411_869 } } }],
  ['ETH', ['ps-global/subnational_population_adm1.csv'], { 1: { rows: 13, sums: { T_TL: 102_536_651 } }, 2: { rows: 92, sums: { T_TL: 102_536_651 } } }],
  ['SOM', ['ps-global/subnational_population_adm1.csv'], { 1: { rows: 18, sums: { T_TL: 12_327_528 } }, 2: { rows: 74, sums: { T_TL: 12_327_528 } } }],
];

describe.skipIf(!HAS_REAL_DATA)('real population files (../shared/data, skipped where absent)', () => {
  test.each(FILES)('%s %s', async (country, paths, levels) => {
    const { population, report } = await judgeReal(country, paths);
    expect(population.levels.map(({ level, codes }) => [level, codes.length])).toEqual(
      Object.entries(levels).map(([level, { rows }]) => [Number(level), rows]),
    );
    for (const { level, groups, values } of population.levels) {
      const read = Object.fromEntries(
        groups.map(({ key }, g) => [key, Math.round(values[g]!.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0))]),
      );
      expect(read, `adm${level}`).toMatchObject(levels[level]!.sums);
    }
    const codes = report.results.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes.filter((code) => /numbers-doubt|ages-|source-totals|unknown-level|text-columns/.test(code))).toEqual([]);
    expect(population.columns.filter(({ role, confidence }) => role.is === 'group' && confidence < 0.9)).toEqual([]);
    expect(report.questions).toEqual([]);
  });
});
