/**
 * How columns of tables are read: every 3W and population file of ../shared/data without a person, each placement looked up again by other code; and how
 * wide the margin of questions must be, by taking headings away, one at a time and all at once, and by drawn tables.
 *
 *   node scripts/bench/columns.ts [--files] [--margin] [--drawn 20]
 */
import { parseArgs } from 'node:util';
import type { Gazetteer } from '../../server/contract/admin.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import type { PresenceRole } from '../../server/contract/presence/presence.ts';
import { readTables } from '../../server/formats/tables/table.ts';
import { cellText, type RawTable } from '../../server/formats/tables/rawTable.ts';
import { indexPcodes } from '../../server/matching/pcodes.ts';
import { createPlaceMatcher } from '../../server/matching/places.ts';
import { createOrgTypeTable, createSectorTable } from '../../server/matching/sectors.ts';
import { toValueContext } from '../../server/presence/columns/context.ts';
import { explainColumns } from '../../server/presence/columns/explain.ts';
import type { ValueContext } from '../../server/presence/columns/facts.ts';
import { roleKey } from '../../server/presence/columns/hints.ts';
import { readColumns } from '../../server/presence/columns/read.ts';
import { toRepair } from '../../server/presence/normalize/context.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import { drawVariant, LANGS, LAYOUTS, TRAPS } from '../../test/helpers/columnVariants.ts';
import { judgeReal } from '../../test/helpers/population.ts';
import { presenceOptions, realLevels, TABLES } from '../../test/helpers/presence.ts';
import { REAL_3W, recompute, type RealTable } from '../../test/helpers/realTables.ts';
import { bodiesOf, ingestTogo, readTogo, sectorsOf, unitsOf } from '../../test/helpers/togo.ts';
import { realUpload } from '../../test/helpers/tables/workbook.ts';

const print = (...cells: (string | number)[]) =>
  console.log(`| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)).join(' | ')} |`);

/** Roles by heading, as the hand-written table has them. */
function rolesOf({ implementing, programming, funding, acronyms, sector, codes, names }: RealTable): Map<string, string> {
  const list: [string | null, PresenceRole][] = [
    [implementing.name, { is: 'org', role: 'implementing', part: 'name' }],
    [implementing.acronym, { is: 'org', role: 'implementing', part: 'acronym' }],
    [programming, { is: 'org', role: 'programming', part: 'name' }],
    [funding, { is: 'org', role: 'funding', part: 'name' }],
    [acronyms?.programming ?? null, { is: 'org', role: 'programming', part: 'acronym' }],
    [acronyms?.funding ?? null, { is: 'org', role: 'funding', part: 'acronym' }],
    [sector, { is: 'sector' }],
    ...codes.map(([level, heading]): [string, PresenceRole] => [heading, { is: 'place', level, part: 'code' }]),
    ...names.map(([level, heading]): [string, PresenceRole] => [heading, { is: 'place', level, part: 'name' }]),
  ];
  return new Map(list.flatMap(([heading, role]) => (heading === null ? [] : [[heading, roleKey(role)] as const])));
}

async function measureFiles(): Promise<void> {
  print('3W file', 'roles found', 'rows', 'placed', 'asked about places', 'asked about columns', 'wrong placements', 'organisations');
  print(...Array.from({ length: 8 }, () => '---'));
  for (const own of REAL_3W) {
    const levels = await realLevels(own.country, own.boundaries);
    const result = await runPresenceIngest([realUpload(own.file)], presenceOptions(own.country, levels));
    const again = recompute(own, result, levels);
    const expected = rolesOf(own);
    const found = result.guesses.filter(({ heading, role }) => expected.get(heading) === roleKey(role)).length;
    const asked = (result.report.questions ?? []).reduce((sum, { rows }) => sum + rows, 0);
    print(own.file, `${found} of ${expected.size}`, again.rows, again.placed, again.asked, asked, again.wrong.length, result.data.rows.organisations);
  }
  console.log();
  print('population file', 'columns of people', 'units read', 'questions');
  print(...Array.from({ length: 4 }, () => '---'));
  for (const [country, ...paths] of POPULATION) {
    const { population, report } = await judgeReal(country, paths);
    const groups = population.columns.filter(({ role }) => role.is === 'group').length;
    print(paths.join(', '), groups, population.levels.map(({ level, codes }) => `adm${level}: ${codes.length}`).join(', '), report.questions?.length ?? 0);
  }
}

const POPULATION: [country: string, ...paths: string[]][] = [
  ['BGD', 'bgd/ps/bgd_admpop_adm2_2022.csv', 'bgd/ps/bgd_admpop_adm3_2022.csv'],
  ['CAF', ...[1, 2, 3].map((level) => `caf/ps/caf_admpop_adm${level}_2015_v2.csv`)],
  ['ETH', 'eth/ps/eth_admpop_adm3_2022_v2.csv'],
  ['MLI', 'mli/ps/mli_population_ibf.csv'],
  ['SLE', 'sle/ps/sle_admpop_adm3_2020.csv'],
  ['SLE', 'sle/ps/sle_population_statistics_sierraleone_2020.xlsx'],
  ['AFG', 'ps-global/subnational_population_adm1.csv'],
];

const MARGINS = [0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.4];

interface Tally {
  tables: number;
  rows: number;
  /** By margin: rows asked about though the reading was right; tables read wrong; those of them that ask nothing. */
  needless: number[];
  unasked: number[];
  wrong: number;
}
const newTally = (): Tally => ({ tables: 0, rows: 0, needless: MARGINS.map(() => 0), unasked: MARGINS.map(() => 0), wrong: 0 });

function toContext(country: string, levels: Gazetteer['levels']): ValueContext {
  const index = indexPcodes(levels, country as Iso3);
  const gazetteer = { levels };
  const places = createPlaceMatcher(gazetteer, { repair: toRepair(index) });
  const sectors = createSectorTable(TABLES.sectors);
  return toValueContext({ gazetteer, index, places, sectors, orgTypes: createOrgTypeTable(TABLES.orgTypes), organisations: [], spellings: [] });
}

const bare = (table: RawTable, hide: (heading: string) => boolean): RawTable => ({
  ...table,
  columns: table.columns.map((column) => (hide(column.name) ? { ...column, name: '', hxl: null } : column)),
});

/** One reading with some headings taken away: a column that has a part which a person would not give it makes it wrong. */
function judge(table: RawTable, headings: string[], expected: Map<string, string>, context: ValueContext, tally: Tally): void {
  const read = readColumns(table, context, { asked: new Map(), remembered: new Map(), saidBefore: new Set(), file: '' });
  const decides = (key: string) => /^(org .* (name|acronym)|place [1-9] .*|sector)$/.test(key);
  // Levels that the boundaries lack place nothing, whatever is in them.
  const places = (key: string) => !key.startsWith('place') || context.units.has(Number(key.split(' ')[1]) as never);
  const isWrong = (key: string, heading: string) => {
    const own = expected.get(heading);
    // Of a body with one column it is all one whether that is called name or acronym.
    return decides(key) && places(key) && own !== key && own?.replace(/acronym|name/, '') !== key.replace(/acronym|name/, '') && !isTwin(key, heading);
  };
  // A column that is there twice, or says the same in other words, may stand for the other.
  const isTwin = (key: string, heading: string) =>
    headings.some((other, at) => expected.get(other) === key && other !== heading && sameCells(table, headings.indexOf(heading), at));
  const wrong = read.roles.some((role, column) => isWrong(roleKey(role), headings[column]!));
  tally.tables++;
  tally.rows += table.rows;
  if (wrong) tally.wrong++;
  MARGINS.forEach((margin, i) => {
    const { questions } = explainColumns(table, read, { asked: new Set(), unused: new Set(), context, margin });
    if (wrong && questions.length === 0) tally.unasked[i]!++;
    if (!wrong && questions.length > 0) tally.needless[i]! += Math.max(...questions.map(({ rows }) => rows));
  });
}

function sameCells({ columns }: RawTable, a: number, b: number): boolean {
  const [one, two] = [columns[a]!.cells, columns[b]!.cells];
  return one.every((cell, row) => cell === null || two[row] === null || cellText(cell).trim() === cellText(two[row] ?? null).trim());
}

async function measureMargin(): Promise<void> {
  const kinds = { 'as they are': newTally(), 'one heading taken away': newTally(), 'no headings at all': newTally() };
  for (const own of REAL_3W) {
    const context = toContext(own.country, await realLevels(own.country, own.boundaries));
    const tables = await readTables(realUpload(own.file), { onUnknownEncoding: 'assume' });
    const table = tables.find(({ sheet }) => sheet === own.sheet)!;
    const headings = table.columns.map(({ name }) => name);
    const expected = rolesOf(own);
    judge(table, headings, expected, context, kinds['as they are']);
    judge(
      bare(table, () => true),
      headings,
      expected,
      context,
      kinds['no headings at all'],
    );
    for (const gone of expected.keys())
      judge(
        bare(table, (name) => name === gone),
        headings,
        expected,
        context,
        kinds['one heading taken away'],
      );
  }
  print('reading of the real files', 'tables', 'read wrong', ...MARGINS.map((margin) => `margin ${margin}`));
  print(...Array.from({ length: 3 + MARGINS.length }, () => '---'));
  for (const [name, { tables, wrong, needless, unasked, rows }] of Object.entries(kinds)) {
    print(`${name}: rows asked about needlessly`, tables, wrong, ...needless.map((count) => `${((100 * count) / rows).toFixed(1)} %`));
    print(`${name}: wrong and unasked`, tables, wrong, ...unasked);
  }
}

async function measureDrawn(draws: number): Promise<void> {
  const togo = await readTogo();
  const sums = { tables: 0, right: 0, 'right, asked': 0, 'wrong, asked': 0, 'wrong, unasked': 0 };
  for (let seed = 0; seed < draws; seed++)
    for (const lang of LANGS)
      for (const trap of TRAPS)
        for (const layout of LAYOUTS) {
          const { text, ...holds } = drawVariant(seed, lang, trap, layout);
          const result = await ingestTogo(togo, 'tgo_3w.csv', text).catch(() => null);
          const isRight =
            result !== null &&
            String(bodiesOf(result, 'implementing')) === String(holds.organisations) &&
            [String(holds.leads), ''].includes(String(bodiesOf(result, 'programming'))) &&
            String(sectorsOf(result)) === String(holds.sectors) &&
            unitsOf(result).size === holds.placed;
          const isAsked = result === null || (result.report.questions ?? []).length > 0;
          sums.tables++;
          sums[isRight ? (isAsked ? 'right, asked' : 'right') : isAsked ? 'wrong, asked' : 'wrong, unasked']++;
        }
  print(...Object.keys(sums));
  print(...Object.keys(sums).map(() => '---'));
  print(...Object.values(sums));
}

const { values } = parseArgs({ options: { files: { type: 'boolean' }, margin: { type: 'boolean' }, drawn: { type: 'string' } } });
const isAll = !values.files && !values.margin && values.drawn === undefined;
if (values.files || isAll) await measureFiles();
if (values.margin || isAll) await measureMargin();
if (values.drawn !== undefined || isAll) await measureDrawn(Number(values.drawn ?? 10));
