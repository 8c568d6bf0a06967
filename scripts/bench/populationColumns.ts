/**
 * How columns of population tables are read: every population file of ../shared/data without a person. What a person says of its columns is written down
 * below, and every total is added up again by code of its own, from the cells.
 *
 *   node scripts/bench/populationColumns.ts
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readTables } from '../../server/formats/tables/table.ts';
import { judgeReal } from '../../test/helpers/population.ts';
import { realUpload } from '../../test/helpers/tables/workbook.ts';

interface RealPopulation {
  country: string;
  path: string;
  /** Headings of columns of people, and of P-codes, as a person reads them. */
  people: RegExp;
  codes: RegExp;
  /** Column of the whole population, and rows that state it, of each level. */
  total: string;
  levels: Record<number, (row: Record<string, string>) => boolean>;
}

const STANDARD = /^[FMT]_(TL|\d\d_\d\d|\d\dPlus)$/i;
const CODES = /^adm[1-4]_pcode$/i;
const every = () => true;
const caf = (level: number): RealPopulation => ({
  country: 'CAF',
  path: `caf/ps/caf_admpop_adm${level}_2015_v2.csv`,
  people: /^(T_TL|T_TF|T_TM|Enfants_00_18|Adultes_19_59|Agees_60plus)$/,
  codes: CODES,
  total: 'T_TL',
  levels: { [level]: every },
});

const FILES: RealPopulation[] = [
  ...([2, 3] as const).map((level): RealPopulation => ({ country: 'BGD', path: `bgd/ps/bgd_admpop_adm${level}_2022.csv`, people: STANDARD, codes: CODES, total: 'T_TL', levels: { [level]: every } })), // prettier-ignore
  ...[1, 2, 3].map(caf),
  { country: 'ETH', path: 'eth/ps/eth_admpop_adm3_2022_v2.csv', people: STANDARD, codes: CODES, total: 'T_TL', levels: { 3: every } },
  {
    country: 'MLI',
    path: 'mli/ps/mli_population_ibf.csv',
    people: /^value$/,
    codes: /^placeCode$/,
    total: 'value',
    levels: Object.fromEntries([1, 2, 3].map((level) => [level, (row: Record<string, string>) => row['adminLevel'] === String(level)])),
  },
  {
    country: 'SLE',
    path: 'sle/ps/sle_admpop_adm3_2020.csv',
    people: /^(Female|Male|Total|T_\d\d_\d\d|T_80plus)$/,
    codes: CODES,
    total: 'Total',
    levels: { 3: every },
  },
  {
    country: 'SLE',
    path: 'sle/ps/sle_population_statistics_sierraleone_2020.xlsx',
    people: /^(Female|Male|Total|T_\d\d_\d\d|T_80plus|[FMT]_TL)$/i,
    codes: CODES,
    total: 'T_TL',
    levels: {},
  },
  ...(
    [
      ['AFG', 1],
      ['ETH', 1, 2],
      ['SOM', 1, 2],
    ] as const
  ).map(([country, ...levels]): RealPopulation => ({
    country,
    path: 'ps-global/subnational_population_adm1.csv',
    people: /^Population$/,
    codes: /^ADM_PCODE$/,
    total: 'Population',
    levels: Object.fromEntries(
      levels.map((level) => [level, (row: Record<string, string>) => row['alpha_3'] === country && row['ADM_LEVEL'] === String(level)]),
    ),
  })),
];

const format = (value: number) => value.toLocaleString('en');

console.log('| file | columns of people, found | P-codes, found | units read | totals, ours | totals, added up again | asked | wrong totals |');
console.log('|---|---|---|---|---|---|---|---|');
for (const { country, path, people, codes, total, levels } of FILES) {
  const { population, report } = await judgeReal(country, [path]);
  const tables = await readTables(realUpload(path), { onUnknownEncoding: 'assume' });
  const used = new Set(population.levels.map(({ sheet }) => sheet));
  const headings = tables.filter(({ sheet }) => used.has(sheet)).flatMap(({ sheet, columns }) => columns.map(({ name }) => ({ sheet, name })));
  const expected = headings.filter(({ name }) => people.test(name));
  const read = new Set(population.columns.flatMap(({ sheet, heading, role }) => (role.is === 'group' ? [`${sheet} ${heading}`] : [])));
  const coded = new Set(population.columns.flatMap(({ sheet, heading, role }) => (role.is === 'pcode' ? [`${sheet} ${heading}`] : [])));
  const expectedCodes = headings.filter(({ name }) => codes.test(name));
  const found = (list: typeof headings, own: Set<string>) => `${list.filter(({ sheet, name }) => own.has(`${sheet} ${name}`)).length} of ${list.length}`;
  const sums = population.levels.map(({ level, groups, values }) => {
    const at = groups.findIndex(({ key }) => key === 'T_TL');
    return [level, at < 0 ? NaN : Math.round(values[at]!.reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0))] as const;
  });
  const again = path.endsWith('.csv') ? addUp(path, total, levels) : await addUpSheets(path);
  const wrong = sums.filter(([level, sum]) => again.get(level) !== sum).length;
  const shown = (list: Iterable<readonly [number, number]>) => [...list].map(([level, sum]) => `adm${level} ${format(sum)}`).join(', ');
  console.log(
    `| ${[`${country}: ${path.replace(/^.*\//, '')}`, found(expected, read), found(expectedCodes, coded), population.levels.map(({ level, codes: own }) => `adm${level} ${own.length}`).join(', '), shown(sums), shown(again), report.questions?.length ?? 0, wrong].join(' | ')} |`,
  );
}

function addUp(path: string, column: string, levels: RealPopulation['levels']): Map<number, number> {
  const rows = parse<Record<string, string>>(readFileSync(`../shared/data/${path}`), { columns: true, bom: true, skip_empty_lines: true });
  return new Map(
    Object.entries(levels).map(([level, isOwn]) => [
      Number(level),
      Math.round(rows.filter(isOwn).reduce((sum, row) => sum + Number((row[column] ?? '').replaceAll(',', '') || 0), 0)),
    ]),
  );
}

/** Of the workbook: the column that is called Total or T_TL, by the level in the name of its sheet. */
async function addUpSheets(path: string): Promise<Map<number, number>> {
  const sums = new Map<number, number>();
  for (const { sheet, columns } of await readTables(realUpload(path), {})) {
    const level = /adm(?:in)?_?(\d)/i.exec(sheet)?.[1];
    const column = columns.find(({ name }) => /^(total|t_tl)$/i.test(name));
    if (level !== undefined && column) sums.set(Number(level), Math.round(column.cells.reduce((sum: number, cell) => sum + (Number(cell) || 0), 0)));
  }
  return sums;
}
