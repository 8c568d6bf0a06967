/** When a row's activity took place: from its dates, else its month, quarter or year, else the period that a person gave the file. */
import type { PeriodSpan } from '../../contract/presence/presence.ts';
import type { Cell, RawColumn } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { readDate } from '../../matching/dates.ts';
import { monthOf, readPeriod, toMonthPeriod, toQuarter } from './periods.ts';

/** Columns that say when; undefined where the table has none. */
export interface PeriodColumns {
  start?: RawColumn | undefined;
  end?: RawColumn | undefined;
  period?: RawColumn | undefined;
  month?: RawColumn | undefined;
  quarter?: RawColumn | undefined;
  year?: RawColumn | undefined;
}

export interface PeriodReader {
  read(row: number): { start: string | null; end: string | null };
  /** Date cells that hold something nobody can read, or that two countries read differently. */
  unreadable(): { row: number; text: string }[];
}

/** @param file the period that a person gave the file; null where nobody did: a period is never assumed */
export function createPeriodReader(columns: PeriodColumns, file: PeriodSpan | null): PeriodReader {
  const unreadable: { row: number; text: string }[] = [];
  const start = createDayReader(columns.start, unreadable);
  const end = createDayReader(columns.end, unreadable);
  const year = createYearReader(columns.year, file);
  const text = (column: RawColumn | undefined, row: number) => cellText(column?.cells[row] ?? null);
  const asDay = [columns.period, columns.month].map((column) => createDayReader(column, []));

  return {
    unreadable: () => unreadable,
    read(row) {
      const from = start(row);
      const to = end(row);
      if (from || to) return { start: from, end: to };
      for (const [i, column] of [columns.period, columns.month].entries()) {
        const value = text(column, row);
        if (!value) continue;
        const own = readPeriod(value);
        if (own) return own;
        const month = monthOf(value) ?? (/^(1[0-2]|[1-9])$/.test(value) ? Number(value) : undefined);
        const inYear = year(row);
        if (month && inYear) return toMonthPeriod(inYear, month);
        const on = asDay[i]!(row);
        if (on) return toMonthPeriod(Number(on.slice(0, 4)), Number(on.slice(5, 7)));
      }
      const quarter = /([1-4])/.exec(text(columns.quarter, row));
      const stated = year(row);
      if (quarter && stated) return toQuarter(stated, Number(quarter[1]));
      if (text(columns.year, row) && stated) return toMonthPeriod(stated, 1, 12);
      return file ?? { start: null, end: null };
    },
  };
}

function createYearReader(column: RawColumn | undefined, file: PeriodSpan | null): (row: number) => number | undefined {
  return (row) => {
    const own = /\b(19|20)\d\d\b/.exec(cellText(column?.cells[row] ?? null));
    return own ? Number(own[0]) : file ? Number(file.start.slice(0, 4)) : undefined;
  };
}

/**
 * Days of one column. `03/06/2019` is read only where the column itself says which part is the day: some first part above 12 and no second one,
 * or the other way round.
 */
function createDayReader(column: RawColumn | undefined, unreadable: { row: number; text: string }[]): (row: number) => string | null {
  if (!column) return () => null;
  const order = orderOf(column.cells);
  return (row) => {
    const cell = column.cells[row] ?? null;
    if (cell === null || (typeof cell === 'object' && !(cell instanceof Date))) return null;
    if (cell instanceof Date) return cell.toISOString().slice(0, 10);
    const value = typeof cell === 'string' ? cellText(cell) : cell;
    const reading = readDate(value);
    if ('iso' in reading) return reading.iso;
    if ('empty' in reading) return null;
    const parts = PARTS.exec(reading.unreadable);
    if (parts && order) {
      const [day, month] = order === 'day first' ? [parts[1]!, parts[2]!] : [parts[2]!, parts[1]!];
      const again = readDate(`${parts[3]}-${month}-${day}`);
      if ('iso' in again) return again.iso;
    }
    unreadable.push({ row, text: reading.unreadable });
    return null;
  };
}

const PARTS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

function orderOf(cells: Cell[]): 'day first' | 'month first' | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const parts = typeof cell === 'string' ? PARTS.exec(cellText(cell)) : null;
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst++;
    else if (Number(parts[2]) > 12) monthFirst++;
  }
  if (dayFirst > 0 && monthFirst === 0) return 'day first';
  return monthFirst > 0 && dayFirst === 0 ? 'month first' : undefined;
}
