/** Rows in, one RawTable out: column-wise storage while rows stream by, then header, HXL rows and rows that are no data. */
import { TooLargeError } from '../../errors.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Cell, DropReason, DroppedRow, Merge, RawColumn, RawTable } from './rawTable.ts';
import { cellText } from './rawTable.ts';
import { makeFinding } from '../../words/findings.ts';
import { hiddenRows, invisibleCharacters } from './told.ts';
import { HEADER_DEPTH, findHeader, headingNames, toHxlTag } from './header.ts';

/**
 * Stored cells of one file, padding included. 42,000 units × 60 columns are 2.5 million;
 * at 12 million (some 300 MB with their values) a file is refused rather than the server brought down.
 */
export const MAX_CELLS = 12_000_000;

/** Counts the cells of all sheets of one file against MAX_CELLS. */
export class CellBudget {
  used = 0;
  readonly file: string;
  readonly limit: number;
  constructor(file: string, limit = MAX_CELLS) {
    this.file = file;
    this.limit = limit;
  }
  spend(cells: number): void {
    this.used += cells;
    if (this.used > this.limit)
      throw new TooLargeError(
        'table.too-many-cells',
        `${this.file} unpacks to more than ${this.limit.toLocaleString('en')} cells. Delete unused columns, rows and sheets, or split the file.`,
      );
  }
}

export class TableBuilder {
  readonly #columns: Cell[][] = [];
  readonly #rowNumbers: number[] = [];
  readonly #filled: number[] = [];
  readonly #hidden = new Set<number>();
  #lastRow = 0;
  readonly #budget: CellBudget;

  constructor(budget: CellBudget) {
    this.#budget = budget;
  }

  /** `values[k]` is the cell of column `columns[k]`; a column named twice keeps its first value. Rows come in ascending order of `rowNumber` (1-based). */
  add(rowNumber: number, columns: number[], values: Cell[], hidden = false): void {
    this.#lastRow = Math.max(this.#lastRow, rowNumber);
    const row = this.#rowNumbers.length;
    let filled = 0;
    for (let k = 0; k < columns.length; k++) {
      const cell = values[k] ?? null;
      const c = columns[k]!;
      if (cell === null || (typeof cell === 'string' && isBlank(cell))) continue;
      while (this.#columns.length <= c) this.#columns.push([]);
      const column = this.#columns[c]!;
      if (column.length > row) continue;
      // Columns are padded only up to the last row that fills them, so a thousand empty trailing columns cost nothing.
      this.#budget.spend(row + 1 - column.length);
      while (column.length < row) column.push(null);
      column.push(cell);
      filled++;
    }
    if (filled === 0) return;
    if (hidden) this.#hidden.add(row);
    this.#rowNumbers.push(rowNumber);
    this.#filled.push(filled);
  }

  /** Closes the table. `merges` as the sheet declares them. */
  finish(source: Pick<RawTable, 'file' | 'sheet' | 'hidden' | 'format' | 'encoding'>, merges: Merge[], findings: Finding[]): RawTable {
    const columns = this.#columns;
    const rowNumbers = this.#rowNumbers;
    const depth = Math.min(HEADER_DEPTH, rowNumbers.length);
    const top = Array.from({ length: depth }, (_, i) => columns.map((column) => column[i] ?? null));
    const header = findHeader(top, rowNumbers, merges);
    const headings = headingNames(top, header.rows);
    if (header.rows.length === 2)
      findings.push(makeFinding('table.header-fused', 'info', null, [], { table: source.sheet, rows: header.rows.map((i) => rowNumbers[i]!).join(', ') }, 1));

    const notes = header.rows.length === 0 ? rowNumbers.length : this.#startOfNotes(header.dataStart);
    const keep: number[] = [];
    const droppedRows: DroppedRow[] = [];
    const dropped: Record<DropReason, number> = { blank: 0, total: 0, instruction: 0, repeatedHeader: 0 };
    for (let i = header.dataStart; i < rowNumbers.length; i++) {
      const reason = header.rows.length === 0 ? null : i >= notes ? 'instruction' : this.#whyNoData(i, headings, i - header.dataStart);
      if (reason === null) {
        keep.push(i);
        continue;
      }
      dropped[reason]++;
      if (droppedRows.length < 100) droppedRows.push({ reason, rowNumber: rowNumbers[i]!, text: this.#rowText(i) });
    }
    for (const i of header.skipped) {
      dropped.instruction++;
      droppedRows.push({ reason: 'instruction', rowNumber: rowNumbers[i]!, text: this.#rowText(i) });
    }
    const lastHeaderRow = header.dataStart > 0 ? rowNumbers[header.dataStart - 1]! : 0;
    dropped.blank = this.#lastRow - lastHeaderRow - (rowNumbers.length - header.dataStart);

    const asides = this.#asides(keep);
    const numbers = Uint32Array.from(keep, (i) => rowNumbers[i]!);
    const tags = header.hxl.map((i) => columns.map((column) => toHxlTag(column[i] ?? null)));
    const out: RawColumn[] = [];
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c]!;
      const cells = keep.map((i) => column[i] ?? null);
      columns[c] = [];
      out.push({ name: headings[c] ?? '', hxl: tags.map((row) => row[c]!).find((tag) => tag !== null) ?? null, cells });
    }
    while (out.length > 0 && out.at(-1)!.name === '' && out.at(-1)!.hxl === null && out.at(-1)!.cells.every((cell) => cell === null)) out.pop();
    const filled = fillMerges(out, numbers, merges);
    if (filled > 0) findings.push(makeFinding('table.merged-filled', 'info', null, [], { table: source.sheet }, filled));
    if (this.#hidden.size > 0) findings.push(...hiddenRows(numbers, (i) => this.#hidden.has(keep[i]!), source.sheet));
    findings.push(...invisibleCharacters(out, source.sheet));
    return {
      ...source,
      header: { rows: header.rows.map((i) => rowNumbers[i]!), names: out.map((column) => column.name) },
      heads: headsOf(top, header.rows, rowNumbers, merges, out.length),
      hxl: header.hxl.length === 0 ? null : out.map((column) => column.hxl),
      hxlRows: header.hxl.map((i) => rowNumbers[i]!),
      rows: keep.length,
      columns: out,
      rowNumbers: numbers,
      dropped,
      droppedRows,
      asides,
      preamble: header.preamble.map((i) => top[i]!.map(cellText).filter(Boolean).join(' ')),
      findings,
    };
  }

  /** Why row i holds no record, or null. `ordinal` counts from the first row after the header. */
  #whyNoData(i: number, headings: string[], ordinal: number): Exclude<DropReason, 'blank'> | null {
    const filled = this.#filled[i]!;
    const firstColumn = this.#columns.findIndex((column) => (column[i] ?? null) !== null);
    const first = this.#columns[firstColumn]?.[i] ?? null;
    if (typeof first === 'string') {
      const text = cellText(first);
      if (TOTAL.test(text) && this.#texts(i, 3).length === 1) return 'total';
      if (text !== '' && text === headings[firstColumn] && filled > 1) {
        const same = headings.filter((name, c) => name !== '' && cellText(this.#columns[c]?.[i] ?? null) === name).length;
        if (same >= 0.8 * filled) return 'repeatedHeader';
      }
      if (filled === 1 && headings.length >= 4 && (text.length >= 40 || NOTE.test(text))) return 'instruction';
    }
    if (ordinal === 0 && headings.length >= 3) {
      const texts = this.#texts(i, Infinity);
      const asking = texts.filter((text) => ASKING.test(text)).length;
      if (texts.length === filled && asking >= 2 && asking >= 0.3 * filled) return 'instruction';
    }
    return null;
  }

  /**
   * Where notes below the table begin (`definition | Organisations that …`, `Source | INSTAT`): after an empty row, nothing but rows of one text, or of
   * a word and a text in a table of four columns and more. The number of rows where there are none.
   */
  #startOfNotes(dataStart: number): number {
    const rows = this.#rowNumbers;
    const most = rows.length - MAX_NOTES;
    let start = rows.length;
    let widest = 0;
    let explains = false;
    for (let i = rows.length - 1; i > dataStart && i >= most && this.#filled[i]! <= 2; i--) {
      const first = this.#columns[0]?.[i] ?? null;
      if (typeof first !== 'string' || !/\p{L}{3}/u.test(first)) break;
      widest = Math.max(widest, this.#filled[i]!);
      explains ||= NOTE.test(first) || KEYS.test(first) || this.#texts(i, 2).some((text) => text.length >= 30);
      if (rows[i - 1]! < rows[i]! - 1) start = i;
    }
    // Sheets of pairs are tables, not notes below one.
    const widths = this.#filled.slice(dataStart, Math.min(start, dataStart + 200)).sort((a, b) => a - b);
    return (widths[widths.length >> 1] ?? 0) >= (widest < 2 ? 2 : 4) && explains ? start : rows.length;
  }

  /** Rows beside the data may hold addresses of people all the same. */
  #asides(keep: readonly number[]): RawTable['asides'] {
    const asides: RawTable['asides'] = [];
    for (let i = 0, k = 0; i < this.#rowNumbers.length; i++) {
      if (keep[k] === i) {
        k++;
        continue;
      }
      for (const [column, cells] of this.#columns.entries()) {
        const cell = cells[i] ?? null;
        if (typeof cell === 'string' && cell.includes('@') && asides.push({ row: this.#rowNumbers[i]!, column, text: cell }) >= MAX_ASIDES) return asides;
      }
    }
    return asides;
  }

  /** Texts with letters in row i, at most `limit`. */
  #texts(i: number, limit: number): string[] {
    const texts: string[] = [];
    for (const column of this.#columns) {
      const cell = column[i] ?? null;
      if (typeof cell === 'string' && /\p{L}/u.test(cell) && texts.push(cellText(cell)) >= limit) break;
    }
    return texts;
  }

  #rowText(i: number): string {
    return this.#columns
      .map((column) => cellText(column[i] ?? null))
      .filter(Boolean)
      .slice(0, 4)
      .join(' | ')
      .slice(0, 200);
  }
}

/** What notes in pairs begin with. A name and a code alone are a row. */
const KEYS =
  /^(definition|définition|definición|metadata|métadonnées|metadatos|licen[cs]e|licencia|contributor|methodology|méthodologie|caveats?|التعريف|الترخيص)\b/iu;
const MAX_ASIDES = 1000;
/** Rows below a table that may be notes on it. */
const MAX_NOTES = 60;

const TOTAL =
  /^((grand|general|gran|overall)[\s-]+)?totale?s?([\s-]+(général|general|geral))?\s*:?$|^(sub|sous)[\s-]?totale?s?\s*:?$|^(المجموع|الإجمالي|الاجمالي|مجموع)$/iu;
/** How a note below a table begins. */
export const NOTE = /^(\*|note|notes|nb|n\.b\.|source|sources|fuente|remarque|المصدر|ملاحظة)\b|^(المصدر|ملاحظة)/iu;
const ASKING =
  /\b(select|choose|choisir|choisissez|sélectionner|seleccion\w*|elegir|drop-?down|enter|saisir|ingresar|automatic\w*|automatique|mandatory|required|obligatoire|obligatorio|optional|yyyy|jj\/mm|dd\/mm|format)\b/iu;

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return text === '' || (!(first > 32 && first < 127) && /^[\s\p{Cf}]*$/u.test(text));
}

/** Rows above the data that may name groups of columns. */
const MAX_HEADS = 4;

function headsOf(top: Cell[][], header: number[], rowNumbers: ArrayLike<number>, merges: Merge[], width: number): NonNullable<RawTable['heads']> {
  const last = header.at(-1) ?? -1;
  const rows = Array.from({ length: last + 1 }, (_, i) => i).slice(-MAX_HEADS);
  const numbers = rows.map((i) => rowNumbers[i]!);
  return {
    rows: numbers,
    cells: rows.map((i) => top[i]!.slice(0, width).map(cellText)),
    merges: merges.filter((merge) => merge.right > merge.left && numbers.includes(merge.top)),
  };
}

/** Gives the value of a merged block to all its rows in its first column (the way it reads), never sideways. Returns how many cells were filled. */
function fillMerges(columns: RawColumn[], rowNumbers: Uint32Array, merges: Merge[]): number {
  let filled = 0;
  for (const { top, left, bottom } of merges) {
    const column = columns[left];
    if (!column || bottom <= top) continue;
    let i = lowerBound(rowNumbers, top);
    if (rowNumbers[i] !== top) continue;
    const value = column.cells[i] ?? null;
    if (value === null) continue;
    for (i++; i < rowNumbers.length && rowNumbers[i]! <= bottom; i++) {
      if (column.cells[i] !== null) continue;
      column.cells[i] = value;
      filled++;
    }
  }
  return filled;
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
