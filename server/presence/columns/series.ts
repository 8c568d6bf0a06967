/**
 * Columns that say one thing together: people reached in parts that exclude each other ("Men reached", "Women reached" …), or a column for each month. They
 * are read as a whole and always asked about: whether parts add up, and whether a mark says when the activity took place, nobody but the author knows.
 */
import type { Clause } from '../../contract/finding.ts';
import type { PresenceRole } from '../../contract/presence/columns.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { foldName } from '../../matching/fold.ts';
import { readMonthHeading } from '../../matching/monthHeading.ts';
import { clause } from '../../words/clauses.ts';
import type { Candidate } from './candidates.ts';
import { NOT_TAKEN, share, TAKEN, type ColumnFacts } from './facts.ts';
import { headingWords } from './heading.ts';
import { FILLING, NOT_REACHED, PARTS, REACHED } from './words.ts';

export interface Series {
  of: 'parts' | 'months';
  columns: number[];
  /** The readings, the one that is taken first; each a role for every column of the series. */
  readings: PresenceRole[][];
  why: (column: number) => Clause;
}

export interface SeriesOptions {
  facts: readonly ColumnFacts[];
  candidates: readonly (readonly Candidate[])[];
  /** As the columns are read one by one. */
  roles: readonly PresenceRole[];
  /** A person spoke of the column, now or with the file before. */
  isSaid: (column: number) => boolean;
}

const IGNORE: PresenceRole = { is: 'ignore' };
/** Of the cells so many must be numbers. */
const NUMBERS = 0.8;

export function findSeries({ columns }: Pick<RawTable, 'columns'>, options: SeriesOptions): Series[] {
  return [findMonths(columns, options), findParts(columns, options)].filter((series) => series !== null);
}

const isFree = ({ roles, isSaid }: SeriesOptions, column: number) => !isSaid(column) && (roles[column]!.is === 'ignore' || roles[column]!.is === 'people');
const holdsNumbers = (facts: ColumnFacts) => facts.filled > 0 && share(facts, 'number') >= NUMBERS;
const holdsMarks = (facts: ColumnFacts) => facts.filled > 0 && facts.distinct <= 3 && facts.samples.every((text) => TAKEN.test(text) || NOT_TAKEN.test(text));

function findMonths(columns: RawTable['columns'], options: SeriesOptions): Series | null {
  const { facts, roles } = options;
  // A table that says when in dates or periods needs no more.
  if (roles.some(({ is }, column) => ['start', 'end', 'period', 'month', 'quarter'].includes(is) && facts[column]!.filled > 0)) return null;
  const found = columns.flatMap(({ name }, column) => {
    const heading = isFree(options, column) ? readMonthHeading(name) : null;
    if (!heading) return [];
    const rest = heading.rest.map(foldName).join(' ');
    const says = REACHED.test(rest);
    if ((rest !== '' && !says && !heading.rest.every((word) => FILLING.test(foldName(word)))) || NOT_REACHED.test(rest)) return [];
    if (facts[column]!.filled > 0 && !holdsMarks(facts[column]!) && !holdsNumbers(facts[column]!)) return [];
    const month = String(heading.month).padStart(2, '0');
    return [{ column, says, month: heading.year === null ? month : `${heading.year}-${month}` }];
  });
  const months = new Set(found.map(({ month }) => month));
  if (months.size < 2 || months.size < found.length || found.every(({ column }) => facts[column]!.filled === 0)) return null;
  const own = found.map(({ column }) => column);
  const when = found.map(({ month }): PresenceRole => ({ is: 'month', choice: month }));
  const unused = found.map((): PresenceRole => IGNORE);
  const isMarked = own.every((column) => facts[column]!.filled === 0 || holdsMarks(facts[column]!));
  const other = roles.some(({ is }, column) => is === 'people' && !own.includes(column));
  const people = found.map(({ column, month }): PresenceRole => ({ is: 'people', part: columns[column]!.name.slice(0, 500), month }));
  const says = found.every((each) => each.says);
  const readings = isMarked ? [when, unused] : other ? [when, unused] : says ? [people, when, unused] : [when, people, unused];
  return { of: 'months', columns: own, readings, why: (column) => clause('why.month-column', { month: found.find((each) => each.column === column)!.month }) };
}

function findParts(columns: RawTable['columns'], options: SeriesOptions): Series | null {
  const { facts, roles, candidates } = options;
  const found = columns.flatMap(({ name }, column) => {
    if (!isFree(options, column) || !holdsNumbers(facts[column]!) || !candidates[column]!.some(({ role }) => role.is === 'people')) return [];
    const words = headingWords(name);
    const parts = PARTS.flatMap((family, i) => family.flatMap((pattern, k) => (pattern.test(words) ? [`${i}.${k}`] : [])));
    return parts.length > 0 ? [{ column, families: [...new Set(parts.map((part) => part.split('.')[0]))].join(), parts: parts.join() }] : [];
  });
  const own = found.map(({ column }) => column);
  // Beside a total the parts say nothing more.
  if (own.length < 2 || roles.some(({ is }, column) => is === 'people' && !own.includes(column))) return null;
  // Women and girls exclude each other, women and adults do not.
  const excludes = new Set(found.map(({ families }) => families)).size === 1 && new Set(found.map(({ parts }) => parts)).size === found.length;
  if (!excludes || found.some(({ families, parts }) => parts.split(',').length > families.split(',').length)) return null;
  const sum = own.map((column): PresenceRole => ({ is: 'people', part: columns[column]!.name.slice(0, 500) }));
  const single = (at: number) => own.map((_, i): PresenceRole => (i === at ? { is: 'people' } : IGNORE));
  return { of: 'parts', columns: own, readings: [sum, single(0), own.map(() => IGNORE)], why: () => clause('why.part-of-people') };
}
