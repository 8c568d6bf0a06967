/** When a row's activity took place: from its dates, else its month, quarter or year, else the period that a person gave the file. */
import type { PeriodSpan } from '../../contract/presence/presence.ts';
import type { DateColumn } from '../../contract/presence/dates.ts';
import type { RawColumn } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { asciiDigits } from '../../matching/digits.ts';
import { calendarOfYear, foreignMonth, monthSpan } from '../../matching/calendars.ts';
import type { DateOptions } from './dateColumns.ts';
import { readDateColumns } from './dateColumns.ts';
import { isMonthNumber, monthOf } from '../../matching/months.ts';
import { isTaken } from '../columns/choices.ts';
import { NOT_TAKEN } from '../columns/facts.ts';
import { isBlank } from './spellings.ts';
import { readPeriod, toMonthPeriod, toQuarter } from './periods.ts';

/** Columns that say when; undefined where the table has none. */
export interface PeriodColumns {
  start?: RawColumn | undefined;
  end?: RawColumn | undefined;
  period?: RawColumn | undefined;
  month?: RawColumn | undefined;
  quarter?: RawColumn | undefined;
  year?: RawColumn | undefined;
  /** Of one month each (`2025-03`, or `03` of the row's year), with a mark or a number where the activity took place. */
  months?: { column: RawColumn; month: string }[] | undefined;
}

type Span = { start: string | null; end: string | null };

export interface PeriodReader {
  read(row: number): Span;
  /** What was understood of the columns of dates, and which dates wait for a decision. */
  columns: DateColumn[];
  /** Date cells that hold something nobody can read, or that two countries read differently. */
  unreadable(): { row: number; text: string }[];
}

const withoutMonths = (column: RawColumn | undefined): RawColumn | undefined =>
  column && { ...column, cells: column.cells.map((cell) => (typeof cell !== 'object' && isMonthNumber(asciiDigits(cellText(cell))) ? null : cell)) };

const NONE: Span = { start: null, end: null };

/**
 * @param file the period that a person gave the file; null where nobody did: a period is never assumed
 * @param rowNumbers of the table, for what is told
 */
export function createPeriodReader(columns: PeriodColumns, file: PeriodSpan | null, rowNumbers: ArrayLike<number>, options: DateOptions): PeriodReader {
  const dates = readDateColumns([columns.start, columns.end], rowNumbers, options);
  // Texts that are no days are looked at as months before, so nothing of them is unreadable; numbers of months are no serials of days.
  const [periodDays, monthDays] = [withoutMonths(columns.period), withoutMonths(columns.month)];
  const looser = readDateColumns([periodDays, monthDays], rowNumbers, options);
  const today = Number(options.today.slice(0, 4));
  const text = (column: RawColumn | undefined, row: number) => asciiDigits(cellText(column?.cells[row] ?? null));
  const foreign = new Map<string, DateColumn>();

  const readYear = (row: number): { year: number; ours: boolean } | undefined => {
    const stated = /(?:^|\D)(\d{4})(?!\d)/.exec(text(columns.year, row));
    if (!stated) return file ? { year: Number(file.start.slice(0, 4)), ours: true } : undefined;
    const year = Number(stated[1]);
    return { year, ours: year >= 1900 && year < 2050 };
  };

  /** A month, or a year, of another calendar; remembered to be told. */
  function readForeign(row: number): Span | undefined {
    for (const column of [columns.period, columns.month, columns.year]) {
      const shown = text(column, row);
      if (!column || shown === '') continue;
      const month = foreignMonth(shown.replace(/[\d\s.,/-]+/g, ' ').trim());
      const inside = /(?:^|\D)(\d{4})(?!\d)/.exec(shown);
      const year = inside ? Number(inside[1]) : readYear(row)?.year;
      if (year === undefined) continue;
      const calendar = month?.calendar ?? calendarOfYear(year, today);
      if (calendar === undefined || calendar === 'gregorian') continue;
      const numbered = /^(?:\d{4}[-/.])?(1[0-2]|0?[1-9])(?:[-/.]\d{4})?$/.exec(column === columns.year ? text(columns.month, row) : shown);
      const span = monthSpan(calendar, year, month?.month ?? (numbered ? Number(numbered[1]) : null));
      const known = foreign.get(column.name) ?? { heading: column.name, calendar, from: 'values', samples: [], odd: [] };
      if (known.samples.length < 3 && known.samples.every((sample) => sample.text !== shown)) known.samples.push({ text: shown, iso: span?.start ?? null });
      foreign.set(column.name, known);
      return span ?? NONE;
    }
    return undefined;
  }

  /** From the first month marked to the last; a row without any states no period, and that of the file does not stand for it. */
  function ofMonths(months: NonNullable<PeriodColumns['months']>, row: number): Span {
    const stated = readYear(row);
    const marked = months.flatMap(({ column, month }) => {
      const shown = text(column, row);
      if (!isTaken(shown) && (NOT_TAKEN.test(shown) || !/[1-9]/.test(shown))) return [];
      const [year, number] = month.length > 2 ? [Number(month.slice(0, 4)), Number(month.slice(5))] : [stated?.ours ? stated.year : NaN, Number(month)];
      return Number.isNaN(year) ? [] : [toMonthPeriod(year, number)];
    });
    if (marked.length === 0) return NONE;
    const starts = marked.map(({ start }) => start).toSorted();
    const ends = marked.map(({ end }) => end).toSorted();
    return { start: starts[0]!, end: ends.at(-1)! };
  }

  const unreadable: { row: number; text: string }[] = [];
  /** A text that is no month without its year, and no date that waits for a decision. */
  const isUnread = (column: RawColumn | undefined, days: RawColumn | undefined, row: number) => {
    const value = text(column, row);
    return !isBlank(value) && monthOf(value) === undefined && !isMonthNumber(value) && !looser.isOdd(days, row);
  };
  const rows = Math.max(
    0,
    ...[columns.start, columns.end, columns.period, columns.month, columns.quarter, columns.year, ...(columns.months ?? []).map(({ column }) => column)].map(
      (column) => column?.cells.length ?? 0,
    ),
  );
  const spans = Array.from({ length: rows }, (_, row) => spanOf(row));

  function spanOf(row: number): Span {
    const from = dates.day(columns.start, row);
    const to = dates.day(columns.end, row);
    if (from || to) return { start: from, end: to };
    if (columns.months && columns.months.length > 0) return ofMonths(columns.months, row);
    for (const [column, days] of [
      [columns.period, periodDays],
      [columns.month, monthDays],
    ] as const) {
      const value = text(column, row);
      if (!value) continue;
      const own = readPeriod(value);
      if (own) return own;
      const month = monthOf(value) ?? (isMonthNumber(value) ? Number(value) : undefined);
      const inYear = readYear(row);
      if (month && inYear?.ours) return toMonthPeriod(inYear.year, month);
      const on = looser.day(days, row);
      if (on) return toMonthPeriod(Number(on.slice(0, 4)), Number(on.slice(5, 7)));
    }
    const elsewhere = readForeign(row);
    if (elsewhere) return elsewhere;
    // What a row states and nobody can read is no lack of a period: it is told, and the period of the file does not stand for it.
    const unread = [[columns.period, periodDays] as const, [columns.month, monthDays] as const].find(([column, days]) => isUnread(column, days, row));
    if (unread) {
      unreadable.push({ row, text: text(unread[0], row) });
      return NONE;
    }
    const quarter = /([1-4])/.exec(text(columns.quarter, row));
    const stated = readYear(row);
    if (quarter && stated?.ours) return toQuarter(stated.year, Number(quarter[1]));
    if (text(columns.year, row) && stated?.ours) return toMonthPeriod(stated.year, 1, 12);
    // A date that waits for a decision is no lack of dates.
    const waits =
      [columns.start, columns.end].some((column) => dates.isOdd(column, row)) || [periodDays, monthDays].some((column) => looser.isOdd(column, row));
    return waits ? NONE : (file ?? NONE);
  }

  return {
    read: (row) => spans[row] ?? file ?? NONE,
    columns: [...dates.columns, ...looser.columns.filter(({ odd }) => odd.length > 0), ...foreign.values()],
    unreadable: () => [...dates.unreadable, ...unreadable],
  };
}
