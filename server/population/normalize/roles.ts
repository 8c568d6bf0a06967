/**
 * What the columns of one population table hold: by heading and tag, by what people said now or of the file before, and, where neither tells, by what the
 * cells hold; each with its reasons, so that a person can see and correct it.
 */
import type { ColumnReading, NumberStyle, RoleReason } from '../../contract/columns.ts';
import type { Clause, Finding } from '../../contract/finding.ts';
import type { PopulationColumn, PopulationColumnAnswer, PopulationColumnRole } from '../../contract/population/columns.ts';
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
import { findSourceTotals } from './sourceTotals.ts';

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

export function readRoles(table: RawTable, { asked, remembered }: SaidColumns): TableColumns {
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
  // One date among no ages is a day: the census of 2014-10-01.
  const isAges = dated.length > 1 || dated.some(({ sex }) => known(sex).some(({ from }) => from > 0));
  if (!isAges) return;
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
