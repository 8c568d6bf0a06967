/** Sheets of a file as they are kept until they are applied: cells of rows, as JSON. */
import { TooLargeError } from '../errors.ts';
import { cellText, isCellError, type Cell, type RawTable } from '../formats/tables/rawTable.ts';

/** Text, number (as it is written by a spreadsheet, days since 1900 too), a day; null for blanks and errors of the spreadsheet. */
export type KeptCell = string | number | { day: string } | null;

export interface KeptSheet {
  name: string;
  headings: string[];
  hxl: (string | null)[];
  /** Row by row, in the order of the headings. */
  rows: { row: number; cells: KeptCell[] }[];
  /** Rows that the reader left aside, with why. */
  aside: { row: number; reason: 'total' | 'instruction' | 'repeatedHeader'; text: string }[];
}

/** More than any country has of groups or of contacts. */
const MAX_ROWS = 5000;
const MAX_COLUMNS = 200;

/** @throws TooLargeError `import.too-large` */
export function keepSheets(tables: readonly RawTable[]): KeptSheet[] {
  return tables.map(({ sheet, columns, rowNumbers, droppedRows, rows }) => {
    if (rows > MAX_ROWS || columns.length > MAX_COLUMNS)
      throw new TooLargeError(
        'import.too-large',
        `The sheet ${sheet} has more than ${MAX_ROWS.toLocaleString('en')} rows or ${MAX_COLUMNS} columns. Delete what does not belong, or split it.`,
      );
    return {
      name: sheet,
      headings: columns.map(({ name }) => name),
      hxl: columns.map(({ hxl }) => hxl),
      rows: Array.from(rowNumbers, (row, i) => ({ row, cells: columns.map(({ cells }) => keep(cells[i] ?? null)) })),
      aside: droppedRows.map(({ rowNumber, reason, text }) => ({ row: rowNumber, reason, text })),
    };
  });
}

function keep(cell: Cell): KeptCell {
  if (cell === null || isCellError(cell)) return null;
  if (cell instanceof Date) return { day: cell.toISOString().slice(0, 10) };
  if (typeof cell === 'number') return cell;
  // Line ends stand between several values of one cell, so they stay.
  if (typeof cell === 'string' && /[\r\n]/.test(cell)) return cell.split(/[\r\n]+/).map((line) => cellText(line)).filter(Boolean).join('\n') || null; // prettier-ignore
  return cellText(cell) || null;
}

export const textOf = (cell: KeptCell): string => (cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell));
