/**
 * The days that columns of dates hold: in which calendar and order they are written, and which of them have no sense. A zero of a spreadsheet, or a year
 * far from all others of the file, is kept out of every period until a person decides, because one of them stretches the period of the whole (decision 0026).
 */
import type { Calendar, DateAnswer, DateColumn, OddDate } from '../../contract/presence/dates.ts';
import type { Cell, RawColumn } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { asciiDigits } from '../../matching/digits.ts';
import { calendarOfHeading, calendarOfYear, foreignMonth, toGregorian } from '../../matching/calendars.ts';
import { readDate } from '../../matching/dates.ts';
import { readWordDate } from '../../matching/wordDates.ts';
import { foldName } from '../../matching/fold.ts';

export interface DateOptions {
  /** ISO date of the run. */
  today: string;
  /** What people said of columns, by folded heading, now or of the file before. */
  answers?: ReadonlyMap<string, { answer: DateAnswer; from: 'asked' | 'profile' }> | undefined;
}

export interface ReadDates {
  /** The day of a row in a column of dates; null where it has none, or none that can be used. */
  day(column: RawColumn | undefined, row: number): string | null;
  /** The row holds a date that waits for a decision. */
  isOdd(column: RawColumn | undefined, row: number): boolean;
  columns: DateColumn[];
  /** Cells that hold something nobody can read, or that two countries read differently. */
  unreadable: { row: number; text: string }[];
}

/** Years between a date and the middle of all others from which it is out of the way. */
const FAR_YEARS = 10;
/** With fewer dates there is no middle: they are compared with today, more generously. */
const FEW = 5;
const FAR_FROM_TODAY = 20;
/** More than this share is no slip but how the file is. */
const FAR_SHARE = 0.2;
/** Spreadsheets count from 1900 or 1904, and show 0 and 1 as their first days; programs count from 1970. */
const LAST_ZERO = '1904-01-02';
const EPOCH = '1970-01-01';
const SAMPLES = 3;
const SAMPLE_ROWS = 10;

type Reading = { iso: string } | { zero: string } | { told: true } | { unreadable: string } | null;

/** `rowNumbers` are those of the table, for what is told. */
export function readDateColumns(columns: (RawColumn | undefined)[], rowNumbers: ArrayLike<number>, { today, answers }: DateOptions): ReadDates {
  const own = [...new Set(columns.filter((column) => column !== undefined))];
  const orders = own.map((column) => orderOf(column.cells));
  // 03/06/2025 beside a column with 25/06/2025: one hand wrote both.
  const stated = new Set(orders.filter((order) => order !== undefined));
  const shared = stated.size === 1 ? [...stated][0] : undefined;
  const read = own.map((column, i) => {
    const said = answers?.get(foldName(column.name));
    const { calendar, from } = decideCalendar(column, Number(today.slice(0, 4)), said);
    const readings = readCells(column.cells, calendar, orders[i] ?? shared);
    return { column, calendar, from, readings, said };
  });
  const isFar = farFrom(
    read.flatMap(({ readings }) => readings.flatMap((reading) => (reading && 'iso' in reading ? [Number(reading.iso.slice(0, 4))] : []))),
    Number(today.slice(0, 4)),
  );
  const unreadable: ReadDates['unreadable'] = [];
  const days = new Map<RawColumn, { days: (string | null)[]; odd: Set<number> }>();
  const told = read.map(({ column, calendar, from, readings, said }): DateColumn => {
    const odd = new Map<string, OddDate>();
    const entry = { days: Array.from<string | null>({ length: readings.length }).fill(null), odd: new Set<number>() };
    days.set(column, entry);
    for (const [row, reading] of readings.entries()) {
      if (reading === null || 'told' in reading) continue;
      if ('unreadable' in reading) {
        unreadable.push({ row, text: reading.unreadable });
        continue;
      }
      const iso = 'iso' in reading ? reading.iso : reading.zero;
      const why = 'zero' in reading ? 'zero' : isFar(Number(iso.slice(0, 4))) ? 'far' : null;
      if (why === null) {
        entry.days[row] = iso;
        continue;
      }
      const text = cellText(column.cells[row] ?? null);
      const known: OddDate = odd.get(text) ?? { text, iso, why, rows: 0, sampleRows: [] };
      const decided = said?.answer.values?.[text];
      if (decided !== undefined) known.decision = decided;
      known.rows++;
      if (known.sampleRows.length < SAMPLE_ROWS) known.sampleRows.push(rowNumbers[row]!);
      odd.set(text, known);
      if (decided === undefined) entry.odd.add(row);
      else entry.days[row] = decided;
    }
    const list = [...odd.values()].sort((a, b) => b.rows - a.rows);
    return { heading: column.name, calendar, from, samples: samplesOf(column.cells, readings), odd: list };
  });
  return {
    columns: told,
    unreadable,
    day: (column, row) => (column ? (days.get(column)?.days[row] ?? null) : null),
    isOdd: (column, row) => column !== undefined && days.get(column)?.odd.has(row) === true,
  };
}

function samplesOf(cells: Cell[], readings: Reading[]): DateColumn['samples'] {
  const samples: DateColumn['samples'] = [];
  for (const [row, reading] of readings.entries()) {
    if (samples.length >= SAMPLES) break;
    if (reading === null || 'unreadable' in reading || 'zero' in reading) continue;
    const text = cellText(cells[row] ?? null);
    if (samples.every((sample) => sample.text !== text)) samples.push({ text, iso: 'iso' in reading ? reading.iso : null });
  }
  return samples;
}

/** A word of a person, of the heading, or of most cells; a year that two calendars have now (Ethiopian ones) is ours unless a word says otherwise. */
function decideCalendar(
  { name, cells }: RawColumn,
  today: number,
  said: { answer: DateAnswer; from: 'asked' | 'profile' } | undefined,
): { calendar: Calendar; from: DateColumn['from'] } {
  if (said?.answer.calendar) return { calendar: said.answer.calendar, from: said.from };
  const tally = new Map<Calendar, number>();
  let dates = 0;
  for (const cell of cells) {
    const found = evidenceOf(cell, today);
    if (found === null) continue;
    dates++;
    if (found) tally.set(found, (tally.get(found) ?? 0) + 1);
  }
  const [first] = [...tally].sort((a, b) => b[1] - a[1]);
  // A heading that says so is believed where the cells do not speak against it.
  const stated = calendarOfHeading(name);
  const fits = stated && (stated === 'ethiopic' ? (tally.get('gregorian') ?? 0) === dates - (tally.get('ethiopic') ?? 0) : stated === first?.[0]);
  if (stated && fits) return { calendar: stated, from: 'heading' };
  if (first && first[0] !== 'gregorian' && first[1] >= dates * (1 - FAR_SHARE)) return { calendar: first[0], from: 'values' };
  return { calendar: 'gregorian', from: 'default' };
}

/** The calendar that one cell speaks for; undefined for a year of none, null for what is no date. */
function evidenceOf(cell: Cell, today: number): Calendar | undefined | null {
  if (cell instanceof Date) return calendarOfYear(cell.getUTCFullYear(), today);
  const parts = partsOf(cell);
  if (!parts) return null;
  return parts.named ?? (parts.month === 13 || (parts.month === 2 && parts.day === 30) ? 'ethiopic' : calendarOfYear(parts.year, today));
}

interface NamedParts {
  year: number;
  month: number;
  day: number;
  /** The calendar of the month's name. */
  named?: Calendar;
}

/** `1403/05/12`, `12-05-1403` and `5 Hamal 1403`, whatever the calendar; null where the order of day and month is open or nothing is stated. */
function partsOf(cell: Cell): NamedParts | null {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 13_000_101 && cell <= 16_991_231)
    return { year: Math.floor(cell / 10_000), month: Math.floor(cell / 100) % 100, day: cell % 100 };
  if (typeof cell !== 'string') return null;
  const text = asciiDigits(cellText(cell));
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s])/.exec(text);
  if (ymd) return { year: Number(ymd[1]), month: Number(ymd[2]), day: Number(ymd[3]) };
  const dmy = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:$|[T\s])/.exec(text);
  if (dmy) {
    const [a, b] = [Number(dmy[1]), Number(dmy[2])];
    return b > 13 ? { year: Number(dmy[3]), month: a, day: b } : { year: Number(dmy[3]), month: b, day: a };
  }
  const words = /^(\d{1,2})[\s.-]+(\p{L}[\p{L}\p{M}'’]*)[\s.,-]+(\d{4})$/u.exec(text) ?? /^(\d{4})[\s.,-]+(\p{L}[\p{L}\p{M}'’]*)[\s.-]+(\d{1,2})$/u.exec(text);
  const month = words && foreignMonth(words[2]!);
  if (!words || !month) return null;
  const [year, day] = [Number(words[1]!.length === 4 ? words[1] : words[3]), Number(words[1]!.length === 4 ? words[3] : words[1])];
  return { year, month: month.month, day, named: month.calendar };
}

/** Rows repeat the same texts by the thousand: each is read once. */
function readCells(cells: Cell[], calendar: Calendar, order: Order | undefined): Reading[] {
  const seen = new Map<Cell, Reading>();
  return cells.map((cell) => {
    if (cell === null || (typeof cell === 'object' && !(cell instanceof Date))) return null;
    if (cell instanceof Date) return fromDate(cell, calendar);
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const reading = calendar === 'gregorian' ? readOurs(cell, order) : readForeign(cell, calendar);
    if (seen.size < 50_000) seen.set(cell, reading);
    return reading;
  });
}

/** Spreadsheets take `2081-05-12` for a day of ours; what it says is that of its own calendar. */
function fromDate(date: Date, calendar: Calendar): Reading {
  const iso = date.toISOString().slice(0, 10);
  if (iso <= LAST_ZERO || iso === EPOCH) return { zero: iso };
  if (calendar === 'gregorian') return { iso };
  const turned = toGregorian(calendar, { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  return turned ? { iso: turned } : { told: true };
}

function readForeign(cell: Cell, calendar: Calendar): Reading {
  const parts = partsOf(cell);
  if (!parts) return cellText(cell) === '' ? null : { unreadable: cellText(cell) };
  if (calendar === 'nepali' || calendar === 'islamic') return { told: true };
  const iso = toGregorian(calendar, parts);
  return iso ? { iso } : { unreadable: cellText(cell) };
}

function readOurs(cell: string | number | boolean, order: Order | undefined): Reading {
  const value = typeof cell === 'string' ? asciiDigits(cellText(cell)) : cell;
  const reading = readDate(value);
  if ('iso' in reading) return reading.iso <= LAST_ZERO ? { zero: reading.iso } : { iso: reading.iso };
  if ('empty' in reading) return reading.artefact ? { zero: typeof value === 'string' && value.includes('-') ? value.slice(0, 10) : '1899-12-30' } : null;
  const named = readWordDate(reading.unreadable);
  if (named) return { iso: `${named.year}-${two(named.month)}-${two(named.day)}` };
  const parts = PARTS.exec(reading.unreadable);
  // Whoever writes days with dots writes the day first (CLDR has no other).
  const own = order ?? (parts?.[0].includes('.') ? 'day first' : undefined);
  if (parts && own) {
    const [day, month] = own === 'day first' ? [parts[1]!, parts[2]!] : [parts[2]!, parts[1]!];
    const again = readDate(`${parts[3]}-${month}-${day}`);
    if ('iso' in again) return { iso: again.iso };
  }
  return { unreadable: reading.unreadable };
}

type Order = 'day first' | 'month first';

const two = (value: number) => String(value).padStart(2, '0');

const PARTS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** `03/06/2019` is read only where the column itself says which part is the day: some first part above 12 and no second one, or the other way round. */
function orderOf(cells: Cell[]): Order | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const parts = typeof cell === 'string' ? PARTS.exec(asciiDigits(cellText(cell))) : null;
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst++;
    else if (Number(parts[2]) > 12) monthFirst++;
  }
  if (dayFirst > 0 && monthFirst === 0) return 'day first';
  return monthFirst > 0 && dayFirst === 0 ? 'month first' : undefined;
}

/** Whether a year lies far from the middle of `years`. */
function farFrom(years: number[], today: number): (year: number) => boolean {
  const sorted = Int32Array.from(years).sort();
  const [middle, most] = sorted.length < FEW ? [today, FAR_FROM_TODAY] : [sorted[sorted.length >> 1]!, FAR_YEARS];
  const far = (year: number) => Math.abs(year - middle) > most;
  const count = sorted.reduce((sum, year) => sum + Number(far(year)), 0);
  return count > Math.max(2, FAR_SHARE * sorted.length) ? () => false : far;
}
