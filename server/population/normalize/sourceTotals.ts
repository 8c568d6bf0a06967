/**
 * Totals that are called after where they come from: `IHSI_UNFPA_2019`, `IHSI_UNFPA_2019_female`, `RGPH 2019 H`. No word in them says people; that the
 * columns hold whole numbers, that women and men add up to the third, and the names of statistical offices do.
 */
import type { Clause } from '../../contract/finding.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { clause } from '../../words/clauses.ts';
import { toGroup, sexOfWord } from './columns.ts';
import type { PopulationRole } from './columns.ts';

/** Offices, agencies and surveys that population figures are called after. */
const SOURCES = new Set(
  `ins instat insae inseed insd insee ine inec inei inide inegi ihsi isteebu institut bucrep anstat ansd ons hcp nso nbs nisr nsia cso csa ess ubos knbs
  bbs pbs psa bps gss stats statssa zimstat zamstats lisgis gbos ssl cbs pcbs dos cosit hbs unfpa ocha unocha undp unpd undesa unsd wpp worldpop landscan grid3
  ghsl unhcr iom oim census recensement censo rgph rgpha rgphae gphc phc bsa projection projections estimate estimates estimation estimations proyeccion`.split(
    /\s+/,
  ),
);
/** Words of columns of numbers that count no people. */
const OTHER =
  /^(area|sqkm|km|surface|superficie|densit|household|menage|hogar|hh|shape|leng|length|id|fid|objectid|code|lat|lon|rank|index|indice|ratio|percent|pct|share|rate|taux|tasa|cases?|deaths?|target|pin)/;
/** Share of the rows in which women and men must add up. */
const ADDS_UP = 0.9;

interface Column {
  column: number;
  sex: 'f' | 'm' | null;
}

interface Family {
  year: number | null;
  /** As the heading has them: `INS UNFPA`. */
  words: string[];
  named: boolean;
  columns: Column[];
}

export interface SourceTotal {
  column: number;
  role: PopulationRole & { is: 'group' };
  source: string;
  why: Clause[];
}

/**
 * @param open columns that nothing else is known of
 * @param taken keys of the groups that other columns state (`T_TL`): beside them a name and a year alone say nothing
 * @param read the number of a cell; null where it is none
 */
export function findSourceTotals(
  table: RawTable,
  open: readonly number[],
  taken: ReadonlySet<string>,
  read: (column: number, row: number) => number | null,
): SourceTotal[] {
  const families = new Map<string, Family>();
  for (const column of open) {
    const parsed = parse(table.columns[column]!.name);
    if (!parsed || !isWhole(table, column, read)) continue;
    const family = families.get(parsed.key) ?? { year: parsed.year, words: parsed.words, named: parsed.named, columns: [] };
    family.columns.push({ column, sex: parsed.sex });
    families.set(parsed.key, family);
  }
  return [...families.values()].flatMap((family) => judge(family, table, taken, read));
}

function parse(heading: string): { key: string; year: number | null; words: string[]; named: boolean; sex: 'f' | 'm' | null } | null {
  const parts = heading.split(/[_\s./()-]+/).filter(Boolean);
  let year: number | null = null;
  let sex: 'f' | 'm' | null = null;
  const words: string[] = [];
  for (const part of parts) {
    const own = sexOfWord(part);
    if (/^(19|20)\d\d$/.test(part)) year = Number(part);
    else if (own === 'f' || own === 'm') sex = own;
    else if (own === 't') continue;
    else if (/^\p{L}[\p{L}\p{M}\d]*$/u.test(part)) words.push(part);
    else return null;
  }
  const folded = words.map((word) => word.toLowerCase());
  if (words.length === 0 || folded.some((word) => OTHER.test(word))) return null;
  return { key: `${folded.join(' ')} ${year ?? ''}`, year, words, named: folded.some((word) => SOURCES.has(word)), sex };
}

function isWhole(table: RawTable, column: number, read: (column: number, row: number) => number | null): boolean {
  let numbers = 0;
  let whole = 0;
  let filled = 0;
  for (let row = 0; row < Math.min(table.rows, 2000); row++) {
    if (table.columns[column]!.cells[row] === null) continue;
    filled++;
    const value = read(column, row);
    if (value === null) continue;
    numbers++;
    if (Number.isInteger(value) && value >= 0) whole++;
  }
  return numbers > 0 && numbers >= 0.8 * filled && whole >= 0.95 * numbers;
}

function judge(
  { year, words, named, columns }: Family,
  table: RawTable,
  taken: ReadonlySet<string>,
  read: (column: number, row: number) => number | null,
): SourceTotal[] {
  const at = (sex: Column['sex']) => columns.find((each) => each.sex === sex)?.column;
  const [total, women, men] = [at(null), at('f'), at('m')];
  const sums = total !== undefined && women !== undefined && men !== undefined ? shareOfSums(table, [women, men, total], read) : null;
  const proven = sums !== null && sums.share >= ADDS_UP;
  // Three columns that add up count anything, unless a source or a year is in their name; these alone are believed where the table says nothing else of people.
  if (!(named || year !== null) || (!proven && !((named || women !== undefined || men !== undefined) && !taken.has('T_TL')))) return [];
  const source = words.join(' ');
  return columns.map(({ column, sex }): SourceTotal => {
    const heading = table.columns[column]!.name;
    const why: Clause[] = [];
    if (proven) why.push(clause('why.adds-up', { rows: sums.right, total: sums.rows }));
    if (named) why.push(clause('why.source-name', { source }));
    if (year !== null) why.push(clause('why.year', { year: String(year) }));
    return { column, source, why, role: { is: 'group', year, group: toGroup(sex ?? 't', null, null, heading) } };
  });
}

function shareOfSums(table: RawTable, [women, men, total]: [number, number, number], read: (column: number, row: number) => number | null) {
  let rows = 0;
  let right = 0;
  for (let row = 0; row < table.rows; row++) {
    const [f, m, t] = [read(women, row), read(men, row), read(total, row)];
    if (f === null || m === null || t === null) continue;
    rows++;
    if (Math.abs(f + m - t) <= Math.max(2, 0.001 * t)) right++;
  }
  return { rows, right, share: rows === 0 ? 0 : right / rows };
}
