/** Attributes of GeoJSON features, gathered column by column while the features pass. */
import type { ExtraColumn } from '../../contract/admin.ts';
import type { JsonReader } from './json.ts';

type Value = ExtraColumn['values'][number];

/** Longest raw value that is compared with the row before; parents' names repeat from row to row, long texts do not. */
const REPEAT_BYTES = 96;

interface Column {
  name: string;
  /** The name as it is spelt in the file, quotes left off, so that most keys are recognised without decoding. */
  key: Uint8Array;
  values: Value[];
  /** Raw bytes and text of the last string met, so that a repeated parent name is decoded and stored once. */
  last: Uint8Array;
  lastLength: number;
  lastText: string;
}

export class PropertyColumns {
  readonly #columns: Column[] = [];
  readonly #byName = new Map<string, Column>();
  /** Equal texts anywhere in the layer share one string. */
  readonly #texts = new Map<string, string>();

  /** Reads one `properties` object (or null) for row `row`; a repeated key keeps its last value, as every JSON parser does. */
  read(reader: JsonReader, row: number): void {
    if (reader.peek() !== 123) {
      reader.skip();
      return;
    }
    reader.position++;
    if (reader.peek() === 125) {
      reader.position++;
      return;
    }
    let expected = 0;
    do {
      const start = reader.rawString('an attribute name');
      const column = this.#column(reader, start, reader.stringEnd, expected, row);
      expected = this.#columns.indexOf(column, expected) + 1;
      reader.expect(58, 'a colon');
      this.#set(column, row, this.#value(reader, column));
    } while (reader.more(125, 'the attributes'));
  }

  /** Sets one value that is not among the properties, such as a feature's `id`; the properties' own column of that name goes first. */
  setIfAbsent(name: string, row: number, value: Value): void {
    const column = this.#byName.get(name) ?? this.#add(name, new TextEncoder().encode(JSON.stringify(name).slice(1, -1)), row);
    if (column.values.length <= row) this.#set(column, row, value);
  }

  /** All columns, each with a value for each of `rows` rows. */
  finish(rows: number): ExtraColumn[] {
    for (const column of this.#columns) this.#pad(column, rows);
    return this.#columns.map(({ name, values }) => ({ name, values }));
  }

  #column(reader: JsonReader, start: number, end: number, expected: number, row: number): Column {
    const guess = this.#columns[expected];
    if (guess && isSame(guess.key, guess.key.length, reader.window, start, end)) return guess;
    const key = reader.window.subarray(start, end);
    const name = reader.decode(start, end);
    return this.#byName.get(name) ?? this.#add(name, Uint8Array.from(key), row);
  }

  #add(name: string, key: Uint8Array, row: number): Column {
    const column: Column = { name, key, values: [], last: new Uint8Array(REPEAT_BYTES), lastLength: -1, lastText: '' };
    this.#pad(column, row);
    this.#columns.push(column);
    this.#byName.set(name, column);
    return column;
  }

  #set(column: Column, row: number, value: Value): void {
    this.#pad(column, row);
    column.values[row] = value;
  }

  #pad(column: Column, rows: number): void {
    while (column.values.length < rows) column.values.push(null);
  }

  #value(reader: JsonReader, column: Column): Value {
    if (reader.peek() !== 34) return reader.value();
    const start = reader.rawString('a string');
    const end = reader.stringEnd;
    if (isSame(column.last, column.lastLength, reader.window, start, end)) return column.lastText;
    const decoded = reader.decode(start, end);
    let text = this.#texts.get(decoded);
    if (text === undefined) this.#texts.set(decoded, (text = decoded));
    if (end - start <= REPEAT_BYTES) {
      column.last.set(reader.window.subarray(start, end));
      column.lastLength = end - start;
      column.lastText = text;
    }
    return text;
  }
}

function isSame(bytes: Uint8Array, length: number, window: Uint8Array, start: number, end: number): boolean {
  if (end - start !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[i] !== window[start + i]) return false;
  return true;
}
