/**
 * What the columns of one population table hold: by heading and tag, by what people said now or of the file before, and, where neither tells, by what the
 * cells hold; each with its reasons, so that a person can see and correct it.
 */
import type { ColumnReading, NumberStyle, RoleReason } from '../../contract/columns.ts';
import type { Clause, Finding } from '../../contract/finding.ts';
import type { PopulationColumn, PopulationColumnAnswer, PopulationColumnRole } from '../../contract/population/columns.ts';
import { SEXES } from '../../contract/population/population.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { findNumberStyle, parseNumber } from '../../formats/tables/numbers.ts';
import { foldName } from '../../matching/fold.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { finding } from '../../words/findings.ts';
import type { Band } from './ageDates.ts';
import { bandsOfDate, chooseBand } from './ageDates.ts';
import { roleOfPopulationColumn, sexOfWord, toGroup } from './columns.ts';
import type { PopulationRole } from './columns.ts';
import { latestMonths, monthOfHeading, type MonthColumn } from './monthColumns.ts';
import { findSourceTotals } from './sourceTotals.ts';
import { ADMIN_LEVELS } from '../../contract/ids.ts';
import { findPcode, type PcodeIndex } from '../../matching/pcodes.ts';

/** What was said of columns: now, or of the file before. */
export interface SaidColumns {
  asked: readonly PopulationColumnAnswer[];
  remembered: readonly PopulationColumnAnswer[];
  /** false: the next file is read without them. */
  remember?: boolean | undefined;
}

export interface TableColumns {
  roles: PopulationRole[];
  from: PopulationColumn['from'][];
  why: Clause[][];
  /** Said by a person, by column. */
  numbers: Map<number, NumberStyle>;
  /** What totals named after their source say it is. */
  source: string | null;
  findings: Finding[];
  /** Columns whose heading may be either of several age groups. */
  open: { column: number; sex: 'f' | 'm' | 't'; bands: Band[] }[];
}

const SAMPLES = 5;
/** Cells that tell how a column writes numbers. */
const STYLE_SAMPLE = 5000;
/** From this share of its cells on a column that holds known codes is one of codes. */
const CODES = 0.6;

/**
 * @param index codes of the boundaries; null where there are none
 * @param today ISO date: of columns of several months the latest that has come counts
 */
export function readRoles(table: RawTable, { asked, remembered }: SaidColumns, index: PcodeIndex | null, today: string): TableColumns {
  const read: TableColumns = { roles: [], from: [], why: [], numbers: new Map(), source: null, findings: [], open: [] };
  for (const [column, { name, hxl }] of table.columns.entries()) {
    const now = findAnswer(asked, table, name, column);
    const before = findAnswer(remembered, table, name, column, true);
    const said = now?.role ?? before?.role;
    const numbers = now?.numbers ?? before?.numbers;
    if (numbers) read.numbers.set(column, numbers);
    const own = roleOfPopulationColumn(name, null);
    read.roles.push(said ? fromAnswer(said, name) : own.is === 'other' ? roleOfPopulationColumn(name, hxl) : own);
    read.from.push(said ? (now?.role ? 'asked' : 'profile') : own.is === 'other' && hxl !== null ? 'hxl' : 'heading');
    read.why.push([
      said ? clause('why.said') : own.is === 'other' && hxl !== null ? clause('why.tagged', { tag: hxl }) : clause('why.words', { heading: name }),
    ]);
  }
  turnDates(table, read);
  widenStarts(table, read);
  if (index) findCodes(table, read, index);
  nameMonths(table, read, today);
  nameSources(table, read);
  return read;
}

/**
 * What was said of a column: of this very table, else of every one. A table that is called otherwise this month is known by its heading, where all that
 * was said of the heading was one thing.
 */
function findAnswer(answers: readonly PopulationColumnAnswer[], { file, sheet }: RawTable, heading: string, column: number, isBefore = false) {
  const own = answers.filter((answer) => foldName(answer.heading) === foldName(heading) && (answer.column === undefined || answer.column === column));
  // Of this very table by its name; by the name that a stored file got beside another of its name; of any table.
  const fits = ({ file: of, sheet: at }: PopulationColumnAnswer): number => {
    if (of === undefined && at === undefined) return 1;
    if ((of ?? file) === file && (at ?? sheet) === sheet) return 3;
    return bare(of ?? file) === bare(file) && bare(at ?? sheet) === bare(sheet) ? 2 : 0;
  };
  const [best] = own
    .map((answer) => ({ answer, fit: fits(answer) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  if (best || !isBefore) return best?.answer;
  return new Set(own.map(({ role, numbers }) => JSON.stringify([role, numbers]))).size === 1 ? own[0] : undefined;
}

const bare = (name: string) => name.replace(/-\d+(?=\.\w+$|$)/, '');

/** Headings that a spreadsheet took for dates. A date beside a word for people is the day of a count, and stays. */
function turnDates(table: RawTable, read: TableColumns): void {
  const dated = table.columns.flatMap(({ name }, column) => {
    if (read.from[column] === 'asked' || read.from[column] === 'profile') return [];
    const parts = /^(.*?)[\s_]*((?:\d{4}-\d{2}-\d{2}\S*)|(?:\d{1,4}[\s./-]+\p{L}+\.?)|(?:\p{L}+\.?[\s./-]+\d{1,4}))$/u.exec(name);
    const bands = parts ? bandsOfDate(parts[2]!) : [];
    const words = parts ? parts[1]!.split(/[\s_]+/).filter(Boolean) : [];
    const sexes = words.map(sexOfWord);
    return bands.length > 0 && sexes.every((sex) => sex !== undefined) ? [{ column, name, bands, sex: sexes.find((sex) => sex !== 't') ?? 't' }] : [];
  });
  const known = (sex: string): Band[] => [
    ...read.roles.flatMap((role, column) =>
      role.is === 'group' && role.group.sex === sex && role.group.ageFrom !== null && dated.every((each) => each.column !== column)
        ? [{ from: role.group.ageFrom, to: role.group.ageTo ?? 999 }]
        : [],
    ),
    ...dated.flatMap(({ bands, sex: own }) => (own === sex && bands.length === 1 ? bands : [])),
  ];
  // One date among no ages is a day: the census of 2014-10-01. Ages follow each other: 1–25, 2–25 and 3–25 were January, February and March.
  const isAges = dated.length > 1 || dated.some(({ sex }) => known(sex).some(({ from }) => from > 0));
  if (!isAges || dated.some((one, i) => dated.slice(i + 1).some((two) => one.sex === two.sex && overlap(one.bands, two.bands)))) return;
  const turned: [column: number, band: Band][] = [];
  const open: (typeof dated)[number][] = [];
  for (const each of dated) {
    const band = chooseBand(each.bands, known(each.sex));
    if (!band) {
      open.push(each);
      read.open.push({ column: each.column, sex: each.sex as 'f', bands: each.bands });
      read.roles[each.column] = { is: 'other' };
      continue;
    }
    turned.push([each.column, band]);
    read.roles[each.column] = { is: 'group', year: null, group: toGroup(each.sex as 'f', band.from, band.to, each.name) };
    read.from[each.column] = 'values';
    read.why[each.column] = [clause('population.band-of-date', { sheet: table.sheet, heading: each.name, band: `${band.from}–${band.to}` })];
  }
  const id = (code: string, column: number) => `${code}/${table.file}/${table.sheet}/${column}`;
  read.findings.push(
    ...finding(
      'population.ages-from-dates',
      'warning',
      null,
      turned.map(([column]) => ({ id: id('population.ages-from-dates', column), pcodes: [], rows: [], clause: read.why[column]![0]! })),
    ),
    ...finding(
      'population.ages-doubt',
      'warning',
      null,
      open.map(({ column, name, bands }) => ({
        id: id('population.ages-doubt', column),
        pcodes: [],
        rows: [],
        clause: clause('population.bands-of-date', { sheet: table.sheet, heading: name, bands: bands.map(({ from, to }) => `${from}–${to}`) }),
      })),
    ),
  );
}

/** Whatever either may be, the two share an age. */
const overlap = (one: Band[], two: Band[]) => one.every((a) => two.every((b) => a.from <= b.to && b.from <= a.to));

/** One column for each month: the latest that has come, of a table that states no total otherwise. */
function nameMonths(table: RawTable, read: TableColumns, today: string): void {
  if (!read.roles.some((role) => role.is === 'pcode')) return;
  const found = table.columns.flatMap(({ name }, column): MonthColumn[] => {
    const month = read.roles[column]!.is === 'other' && read.from[column] === 'heading' ? monthOfHeading(name) : null;
    return month ? [{ column, ...month }] : [];
  });
  for (const { column, sex, month, says } of latestMonths(found, today)) {
    const group = toGroup(sex, null, null, table.columns[column]!.name);
    if (read.roles.some((role) => role.is === 'group' && role.group.key === group.key)) continue;
    read.roles[column] = { is: 'group', year: Number(month.slice(0, 4)), group };
    // A word for people and one month is what a heading says; of several months one is a choice.
    const isSaid = says && found.filter((each) => each.sex === sex).length === 1;
    read.from[column] = isSaid ? 'heading' : 'values';
    read.why[column] = [clause('why.latest-month', { month })];
  }
}

/** Headings that give the first age of each group, as population grids do: 0, 1, 5, 10 … 80. */
function widenStarts(table: RawTable, read: TableColumns): void {
  for (const sex of SEXES) {
    const single = read.roles.flatMap((role, column) =>
      role.is === 'group' && role.group.sex === sex && role.group.other === null && role.group.ageFrom !== null ? [{ column, role }] : [],
    );
    const starts = single.map(({ role }) => role.group.ageFrom!).toSorted((a, b) => a - b);
    const isStarts =
      starts.length >= 5 &&
      new Set(starts).size === starts.length &&
      single.every(({ role, column }) => role.group.ageTo === role.group.ageFrom && read.from[column] === 'heading') &&
      starts.slice(2).every((age, i) => age % 5 === 0 && age - starts[i + 1]! >= 4);
    if (!isStarts) continue;
    for (const { column, role } of single) {
      const next = starts.find((age) => age > role.group.ageFrom!);
      read.roles[column] = { ...role, group: toGroup(sex, role.group.ageFrom, next === undefined ? null : next - 1, table.columns[column]!.name) };
      read.why[column] = [clause('why.first-ages', { ages: starts.slice(0, 4).join(', ') })];
    }
  }
}

/** A column of P-codes is known by its cells where no heading says it: "Code commune", "رمز المديرية", "Kod". */
function findCodes(table: RawTable, read: TableColumns, index: PcodeIndex): void {
  const rows = Math.min(table.rows, STYLE_SAMPLE);
  for (const [column, { cells, hxl }] of table.columns.entries()) {
    if (read.roles[column]!.is !== 'other' || (read.from[column] !== 'heading' && !(read.from[column] === 'hxl' && hxl !== null))) continue;
    const texts = cells.slice(0, rows).map(cellText).filter(Boolean);
    for (const level of ADMIN_LEVELS.toReversed()) {
      const held = texts.filter((text) => /\p{L}/u.test(text) && findPcode(index, text, level) !== undefined);
      if (level === 0 || held.length < Math.max(1, texts.length * CODES)) continue;
      if (read.roles.some((role) => role.is === 'pcode' && role.level === level)) break;
      read.roles[column] = { is: 'pcode', level };
      read.from[column] = 'values';
      read.why[column] = [clause('why.codes-of', { count: held.length, total: texts.length, samples: [...new Set(held)].slice(0, 3), level })];
      break;
    }
  }
}

/** Columns that nothing is known of, in a table with codes, may be totals called after their source. */
function nameSources(table: RawTable, read: TableColumns): void {
  if (!read.roles.some((role) => role.is === 'pcode')) return;
  const open = read.roles.flatMap((role, column) =>
    role.is === 'other' && read.from[column] === 'heading' && table.columns[column]!.name !== '' ? [column] : [],
  );
  const styles = new Map(open.map((column) => [column, read.numbers.get(column) ?? findNumberStyle(table.columns[column]!.cells.slice(0, STYLE_SAMPLE))]));
  const value = (column: number, row: number) => {
    const number = parseNumber(table.columns[column]!.cells[row] ?? null, styles.get(column)!);
    return number.is === 'number' ? number.value : null;
  };
  const taken = new Set(read.roles.flatMap((role) => (role.is === 'group' ? [role.group.key] : [])));
  const found = findSourceTotals(table, open, taken, value);
  for (const { column, role, why } of found) {
    read.roles[column] = role;
    read.from[column] = 'values';
    read.why[column] = why;
  }
  const sources = [...new Set(found.map(({ source }) => source))];
  read.source = sources.length > 0 ? sources.join('; ') : null;
  const items = found.map(({ column, why }) => ({
    id: `population.source-totals/${table.file}/${table.sheet}/${column}`,
    pcodes: [],
    rows: [],
    clause: clause('population.source-column', { sheet: table.sheet, heading: table.columns[column]!.name, why }),
  }));
  read.findings.push(...finding('population.source-totals', 'warning', null, items));
}

function fromAnswer(role: PopulationColumnRole, heading: string): PopulationRole {
  switch (role.is) {
    case 'ignore':
      return { is: 'other' };
    case 'group': {
      const group = toGroup(role.sex, role.ageFrom, role.ageTo, heading);
      return { is: 'group', year: role.year ?? null, group: role.other ? { ...group, key: heading, other: role.other } : group };
    }
    default:
      return role;
  }
}

const toReason = (why: Clause, weight: number): RoleReason => ({ text: sayClause(why, 'en') ?? '', clause: why, weight });

/** Columns in the shape in which they are shown and answered. */
export function toReadings(table: RawTable, { roles, from, why, numbers }: TableColumns): PopulationColumn[] {
  return table.columns.map(({ name, hxl, cells }, column): PopulationColumn => {
    const distinct = new Set<string>();
    let filled = 0;
    for (const cell of cells) {
      const text = cellText(cell);
      if (text === '') continue;
      filled++;
      if (distinct.size < 5000) distinct.add(text);
    }
    const role = toColumnRole(roles[column]!);
    const isSaid = from[column] === 'asked' || from[column] === 'profile';
    const reading: ColumnReading<PopulationColumnRole> = {
      column,
      heading: name,
      hxl,
      role,
      from: from[column]!,
      // A heading of the standard is nearly a word; cells that add up are evidence; a name alone is a guess.
      confidence: isSaid ? 1 : role.is === 'ignore' ? 0.5 : from[column] === 'values' ? (why[column]!.length > 1 ? 0.95 : 0.8) : 0.98,
      reasons: role.is === 'ignore' && !isSaid ? [] : why[column]!.map((each) => toReason(each, 2)),
      samples: [...distinct].slice(0, SAMPLES),
      filled,
      distinct: distinct.size,
      language: null,
      separators: [],
      numbers: numbers.get(column) ?? null,
      alternatives: [],
    };
    return { ...reading, file: table.file, sheet: table.sheet };
  });
}

function toColumnRole(role: PopulationRole): PopulationColumnRole {
  if (role.is === 'group') {
    const { sex, ageFrom, ageTo, other } = role.group;
    return { is: 'group', sex, ageFrom, ageTo, ...(other === null ? {} : { other }), ...(role.year === null ? {} : { year: role.year }) };
  }
  return role.is === 'other' || role.is === 'badBand' ? { is: 'ignore' } : role;
}

/** For findings of one table. */
export const verbatimItem = (id: string, text: string) => ({ id, pcodes: [], rows: [], clause: verbatim(text) });
