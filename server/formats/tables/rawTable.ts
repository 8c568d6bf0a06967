/** What the table reader gives: sheets and CSV files in columns, cells as they came, with nothing interpreted. */
import type { Finding } from '../../contract/finding.ts';

/** A spreadsheet error such as `#N/A`: an object and not text, so that it is never taken for a name or an HXL tag. */
export interface CellError {
  readonly error: string;
}

/**
 * Text as it came (outer blanks included), numbers, booleans, dates (UTC; from the cell's number format), errors; null where nothing was written.
 * CSV cells are text or null only. A text of blanks alone (`""`, spaces, NBSP) says nothing and is null.
 */
export type Cell = string | number | boolean | Date | CellError | null;

export interface RawColumn {
  /** Heading with outer blanks and NBSP trimmed and line breaks made blanks; two header rows are fused with a blank; '' where there is none. */
  name: string;
  /** Tag with its attributes in lower case without blanks: `#adm1+code`; null where the column has none. Of two HXL rows, the first that tags the column. */
  hxl: string | null;
  /** One for each data row. */
  cells: Cell[];
}

/**
 * Why a row is not in the columns: no cell with content; a total of the rows above ("Total", "Grand total"); an explanation ("select from the list"),
 * that is one cell only in a table of many columns; a repetition of the header.
 */
export type DropReason = 'blank' | 'total' | 'instruction' | 'repeatedHeader';

export interface DroppedRow {
  reason: Exclude<DropReason, 'blank'>;
  /** As the person sees it. */
  rowNumber: number;
  /** Its first texts, for the report. */
  text: string;
}

/** A block of merged cells: rows 1-based as in the sheet, columns from 0, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface RawTable {
  file: string;
  /** Sheet name; the file's stem for CSV. */
  sheet: string;
  /** The sheet is hidden or very hidden in its workbook. Data is read all the same; the caller decides. */
  hidden: boolean;
  format: 'csv' | 'xlsx' | 'ods';
  /**
   * `rows`: 1-based numbers of the one or two header rows as the person sees them, empty where no header was found (a sheet of free text).
   * `names`: one for each column, equal to `columns[i].name`.
   */
  header: { rows: number[]; names: string[] };
  /** Rows from the first down to the last of the headings, as texts by column, and blocks merged in them: groups of columns stand above headings. */
  heads?: { rows: number[]; cells: string[][]; merges: Merge[] };
  /** One entry for each column, null for an untagged column; null where the table has no HXL row. `hxlRows` are their 1-based numbers. */
  hxl: (string | null)[] | null;
  hxlRows: number[];
  /** Data rows; `columns[c].cells[i]` belongs to `rowNumbers[i]`. Trailing columns without heading and content are left out. */
  rows: number;
  columns: RawColumn[];
  /** 1-based as a person sees them in a spreadsheet program (record number in a CSV, blank rows counted). */
  rowNumbers: Uint32Array;
  /** Every row left out after the header, counted by reason. */
  dropped: Record<DropReason, number>;
  /** The left-out rows that hold something, first 100. */
  droppedRows: DroppedRow[];
  /** Texts that hold an `@`, in rows that are no data (title, heading, notes, instructions); the first thousand. `row` as a person sees it, `column` from 0. */
  asides: { row: number; column: number; text: string }[];
  /** Texts of the rows above the header ("Source: INSTAT 2022"), row by row. */
  preamble: string[];
  /** CSV: encoding used, and how it was known. */
  encoding: { name: string; from: 'bom' | 'utf-8' | 'asked' | 'format' };
  /** What the reader changed or assumed. */
  findings: Finding[];
}

/** Whether a cell is a spreadsheet's own error, such as #N/A. */
export function isCellError(cell: Cell): cell is CellError {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/**
 * A cell as text to work with: NBSP made plain, invisible characters left out, outer blanks trimmed, inner runs of blanks squeezed.
 * '' for null, errors and blanks; ISO date for dates; numbers without exponent where they are whole, so that a numeric P-code keeps its digits.
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return tidyText(cell);
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return '';
}

/** Soft hyphen, Arabic letter mark, direction marks and isolates, word joiner: they show nothing, join nothing, and come with copied text. Joiners (U+200C, U+200D) stay: names of many scripts need them. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');
const UNTIDY = /[\u00a0\u2007\u202f\r\n\t]|^ | $| {2}/;

/** Whether a text holds characters that nobody sees: direction marks, zero-width blanks, soft hyphens. */
export function holdsInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** A text without invisible characters, its blanks single and none at the ends. Letters stay as they are. */
export function tidyText(text: string): string {
  const shown = INVISIBLE.test(text) ? text.replace(ALL_INVISIBLE, '') : text;
  return UNTIDY.test(shown) ? shown.replace(/[\s\u00a0\u2007\u202f]+/g, ' ').trim() : shown;
}
