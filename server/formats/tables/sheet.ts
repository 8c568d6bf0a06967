/** One worksheet as it streams by: rows of typed cells, and the merged blocks at its end. ECMA-376 part 1, 18.3. */
import { TooLargeError } from '../../errors.ts';
import type { Cell } from './rawTable.ts';
import type { Merge } from './rawTable.ts';
import { addUncalculated, type Uncalculated } from './uncalculated.ts';
import { attribute, unescapeControls } from './xml.ts';
import type { XmlHandler } from './xml.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_MERGES = 100_000;

export interface SheetContext {
  strings: string[];
  /** For each cell style whether it shows a date. */
  dateStyles: boolean[];
  date1904: boolean;
  file: string;
  /** Called for every row element, blank ones included. */
  addRow(rowNumber: number, columns: number[], values: Cell[], hidden: boolean): void;
}

export class SheetHandler implements XmlHandler {
  readonly merges: Merge[] = [];
  /** Formulas whose result the file does not hold: written by a program that calculates nothing. All are counted, the first are named. */
  readonly uncalculated: Uncalculated = { count: 0, cells: [] };
  readonly #context: SheetContext;
  #row = 0;
  #hidden = false;
  #columns: number[] = [];
  #values: Cell[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #reading = false;
  #phonetic = 0;
  #formula = false;
  #result = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') {
      const place = attribute(attributes, 'r');
      this.#column = place === null ? this.#column + 1 : toColumn(place);
      this.#type = attribute(attributes, 't') ?? 'n';
      this.#style = Number(attribute(attributes, 's') ?? 0);
      this.#value = '';
      this.#formula = false;
      this.#result = false;
      if (this.#column >= MAX_COLUMNS) throw this.#tooLarge();
    } else if (name === 'v') this.#reading = this.#result = true;
    else if (name === 'f') this.#formula = true;
    else if (name === 't') this.#reading = this.#phonetic === 0 && this.#type === 'inlineStr';
    else if (name === 'rPh') this.#phonetic++;
    else if (name === 'row') {
      const number = Number(attribute(attributes, 'r') ?? this.#row + 1);
      // Rows out of order are broken files; reading on with the next number keeps rows apart.
      this.#row = number > this.#row ? number : this.#row + 1;
      this.#hidden = /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
      this.#columns = [];
      this.#values = [];
      this.#column = -1;
      if (this.#row > MAX_ROWS) throw this.#tooLarge();
    } else if (name === 'mergeCell' && this.merges.length < MAX_MERGES) {
      const [from = '', to = from] = (attribute(attributes, 'ref') ?? '').split(':');
      this.merges.push({ top: Number(/\d+/.exec(from)?.[0]), left: toColumn(from), bottom: Number(/\d+/.exec(to)?.[0]), right: toColumn(to) });
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'c') {
      if (this.#formula && !this.#result) this.#addUncalculated();
      const cell = this.#cell();
      if (cell !== null) {
        this.#columns.push(this.#column);
        this.#values.push(cell);
      }
    } else if (name === 'row') this.#context.addRow(this.#row, this.#columns, this.#values, this.#hidden);
    else if (name === 'rPh') this.#phonetic--;
  }

  text(text: string): void {
    if (this.#reading) this.#value += text;
  }

  /** An empty result (`<v></v>`) is one: only what was never calculated is told. */
  #addUncalculated(): void {
    addUncalculated(this.uncalculated, this.#column, this.#row);
  }

  #cell(): Cell {
    const value = this.#value;
    if (value === '') return null;
    switch (this.#type) {
      case 's':
        return this.#context.strings[Number(value)] ?? null;
      case 'str':
      case 'inlineStr':
        return unescapeControls(value);
      case 'b':
        return value.trim() === '1' || value.trim() === 'true';
      case 'e':
        return { error: value.trim() };
      case 'd': {
        const date = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(value) ? value : value.length > 10 ? `${value}Z` : value);
        return Number.isNaN(date.getTime()) ? value : date;
      }
      default: {
        const number = Number(value);
        if (!Number.isFinite(number)) return value;
        return this.#context.dateStyles[this.#style] === true ? this.#toDate(number) : number;
      }
    }
  }

  /** Serial days since 1900-01-00 (with the 29 February 1900 that never was) or since 1904-01-01. */
  #toDate(serial: number): Cell {
    if (serial < 0 || serial > 2_958_466) return serial;
    const days = this.#context.date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
    return new Date(Math.round((days - 25_569) * 86_400_000));
  }

  #tooLarge(): TooLargeError {
    return new TooLargeError(
      'table.too-many-cells',
      `${this.#context.file} has rows or columns beyond the limits of a spreadsheet. Save it again from a spreadsheet program.`,
    );
  }
}

/** `AB12` → 27. */
export function toColumn(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length && i < 4; i++) {
    const letter = place.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
