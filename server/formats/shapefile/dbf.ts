/**
 * .dbf attributes (dBASE III layout with the field types that GIS programs write). Own code: text cells must keep their leading
 * blanks and their bytes must be judged before they are decoded, and the `shapefile` package trims and decodes at once.
 */
import { Buffer, isUtf8 } from 'node:buffer';
import type { ExtraColumn } from '../../contract/admin.ts';
import type { Cell } from '../builder.ts';
import { uniqueNames } from '../builder.ts';
import type { Limits } from '../limits.ts';
import { assertCount } from '../limits.ts';
import { decodeAsked, encodingQuestion, findEncoding, findText, isAscii } from '../text/text.ts';

interface Field {
  name: Uint8Array;
  type: string;
  start: number;
  length: number;
}

export interface DbfResult {
  rows: number;
  columns: ExtraColumn[];
  encoding: { name: string; from: 'cpg' | 'utf-8' | 'asked' };
  /** The label in `.cpg` that the bytes disprove, or null. */
  disproved: string | null;
  renamed: [before: string, after: string][];
  /** Rows marked as deleted; they are kept, because the .shp keeps their shapes. 0-based. */
  deleted: number[];
  /** Cells whose last character was cut in two by the field's width. 0-based rows. */
  cut: number[];
}

const BLANK = 32;

/** Throws RangeError when the header and the bytes disagree. */
export function readDbf(what: string, bytes: Uint8Array, cpg: string | null, asked: string | undefined, limits: Limits): DbfResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new RangeError('the .dbf ends in its header');
  const rows = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const fields = readFields(bytes, headerLength);
  if (fields.some((field) => field.start + field.length > recordLength)) throw new RangeError('fields are wider than a record of the .dbf');
  // Some writers count the end-of-file byte in the last record.
  if (recordLength < 1 || headerLength + rows * recordLength > bytes.length + 1)
    throw new RangeError(`the .dbf states ${rows} records of ${recordLength} bytes, its bytes hold fewer`);
  assertCount(what, 'rows', rows, limits);
  assertCount(what, 'columns', fields.length, limits);
  assertCount(what, 'cells', rows * fields.length, limits);
  const record = (row: number) => bytes.subarray(headerLength + row * recordLength, headerLength + (row + 1) * recordLength);
  const cellBytes = (row: number, field: Field) => trimEnd(bytes, headerLength + row * recordLength + field.start, field.length);

  const { decoder, encoding, disproved, cut } = chooseEncoding(what, fields, rows, cellBytes, record, cpg, asked);
  const unique = uniqueNames(fields.map((field) => decoder(field.name, false)));
  const columns = fields.map((field, f) => {
    const values = Array.from<Cell>({ length: rows });
    for (let row = 0; row < rows; row++) values[row] = toValue(field, cellBytes(row, field), decoder);
    return { name: unique.names[f]!, values };
  });
  const deleted: number[] = [];
  for (let row = 0; row < rows; row++) if (bytes[headerLength + row * recordLength] === 0x2a) deleted.push(row);
  return { rows, columns, encoding, disproved, renamed: unique.renamed, deleted, cut };
}

function readFields(bytes: Uint8Array, headerLength: number): Field[] {
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= headerLength && at + 32 <= bytes.length && bytes[at] !== 0x0d; at += 32) {
    let end = at;
    while (end < at + 11 && bytes[end] !== 0) end++;
    const type = String.fromCharCode(bytes[at + 11]!);
    // Width over 255: Clipper keeps the high byte of C fields in the place of the decimals.
    const length = bytes[at + 16]! + (type === 'C' && bytes[at + 17]! < 16 ? 256 * bytes[at + 17]! : 0);
    fields.push({ name: bytes.subarray(at, end), type, start, length });
    start += length;
  }
  return fields;
}

/** Bytes as they are, a letter each: five times as fast as a TextDecoder on texts as short as cells. */
function toLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** A cell without the blanks and NULs that pad it at its end. Blanks at its start are data. */
function trimEnd(bytes: Uint8Array, start: number, length: number): Uint8Array {
  let end = start + length;
  while (end > start && (bytes[end - 1] === BLANK || !bytes[end - 1])) end--;
  return bytes.subarray(start, end);
}

function toValue(field: Field, cell: Uint8Array, decode: (bytes: Uint8Array, full: boolean) => string): Cell {
  if (!cell.length) return null;
  switch (field.type) {
    case 'N':
    case 'F':
    case 'M': {
      const text = toLatin1(cell).trim();
      // Asterisks fill a field whose number did not fit.
      const value = Number(text.replace(',', '.'));
      return text === '' || Number.isNaN(value) ? null : value;
    }
    case 'L':
      return /^[yt]/i.test(toLatin1(cell)) ? true : /^[nf]/i.test(toLatin1(cell)) ? false : null;
    case 'D': {
      const text = toLatin1(cell);
      return /^\d{8}$/.test(text) && text !== '00000000' ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null;
    }
    case 'I':
      return cell.length === 4 ? new DataView(cell.buffer, cell.byteOffset, 4).getInt32(0, true) : null;
    default:
      return decode(cell, cell.length === field.length);
  }
}

interface Choice {
  decoder: (cell: Uint8Array, full: boolean) => string;
  encoding: DbfResult['encoding'];
  disproved: string | null;
  cut: number[];
}

/** What is valid non-ASCII UTF-8 is UTF-8, whatever anyone says; then the person's answer; then `.cpg`; then a question. */
function chooseEncoding(
  what: string,
  fields: Field[],
  rows: number,
  cellBytes: (row: number, field: Field) => Uint8Array,
  record: (row: number) => Uint8Array,
  cpg: string | null,
  asked: string | undefined,
): Choice {
  const texts: Uint8Array[] = [];
  const cut: number[] = [];
  let doubtful = false;
  const judge = (cell: Uint8Array, full: boolean, row: number) => {
    if (isAscii(cell)) return;
    texts.push(cell);
    if (isUtf8(cell)) return;
    if (full && isUtf8(withoutCutTail(cell))) cut.push(row);
    else doubtful = true;
  };
  const textFields = fields.filter((field) => !'NFMLDI'.includes(field.type));
  for (const field of fields) judge(field.name, field.name.length >= 10, 0);
  for (let row = 0; row < rows; row++) {
    if (isAscii(record(row))) continue;
    for (const field of textFields) {
      const cell = cellBytes(row, field);
      judge(cell, cell.length === field.length, row);
    }
  }
  const stated = cpg === null ? null : (findEncoding(cpg) ?? null);
  // A lone cut tail proves nothing: at least one cell must be whole UTF-8.
  if (!doubtful && (texts.length === 0 || cut.length < texts.length)) {
    const disproved = texts.length > 0 && cpg !== null && stated !== 'utf-8' ? cpg.trim() : null;
    const plain = new TextDecoder('utf-8');
    return {
      decoder: (cell, full) => (isAscii(cell) ? toLatin1(cell) : plain.decode(full ? withoutCutTail(cell) : cell)),
      encoding: { name: 'utf-8', from: cpg !== null && stated === 'utf-8' ? 'cpg' : 'utf-8' },
      disproved,
      cut: [...new Set(cut)],
    };
  }
  const all = concat(texts);
  if (asked !== undefined) {
    decodeAsked(what, all, asked);
    const name = findEncoding(asked)!;
    return { decoder: plainDecoder(name), encoding: { name, from: 'asked' }, disproved: null, cut: [] };
  }
  if (stated !== null && stated !== 'utf-8' && findText(all, stated) !== undefined)
    return { decoder: plainDecoder(stated), encoding: { name: stated, from: 'cpg' }, disproved: null, cut: [] };
  throw encodingQuestion(what, distinct(texts), cpg === null ? null : cpg.trim());
}

function plainDecoder(name: string): (cell: Uint8Array) => string {
  const decoder = new TextDecoder(name);
  return (cell) => decoder.decode(cell);
}

/** Leaves out the start of a UTF-8 character that the field's width cut off. */
function withoutCutTail(cell: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= cell.length; back++) {
    const byte = cell[cell.length - back]!;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? cell.subarray(0, cell.length - back) : cell;
    }
    if (byte < 0x80) return cell;
  }
  return cell;
}

function concat(parts: Uint8Array[]): Uint8Array {
  // A blank between cells, so that no multi-byte character reaches across two of them.
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(BLANK);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length + 1;
  }
  return out;
}

function distinct(texts: Uint8Array[]): Uint8Array[] {
  const seen = new Map<string, Uint8Array>();
  for (const text of texts) {
    const key = toLatin1(text);
    if (!seen.has(key)) seen.set(key, text);
    if (seen.size >= 200) break;
  }
  return [...seen.values()];
}
