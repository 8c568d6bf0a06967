/**
 * .dbf attributes (dBASE III layout with the field types that GIS programs write). Own code: text cells must keep their leading
 * blanks and their bytes must be judged before they are decoded, and the `shapefile` package trims and decodes at once.
 */
import type { ExtraColumn } from '../../contract/admin.ts';
import type { Cell } from '../builder.ts';
import { uniqueNames } from '../builder.ts';
import type { Limits } from '../limits.ts';
import { assertCount } from '../limits.ts';
import { chooseEncoding, toLatin1, type DbfEncoding, type Field, type SaidEncoding } from './dbfEncoding.ts';

export interface DbfResult extends Omit<DbfEncoding, 'decoderOf'> {
  rows: number;
  columns: ExtraColumn[];
  renamed: [before: string, after: string][];
  /** Rows marked as deleted; they are kept, because the .shp keeps their shapes. 0-based. */
  deleted: number[];
}

const BLANK = 32;

/** Throws RangeError when the header and the bytes disagree. */
export function readDbf(what: string, bytes: Uint8Array, cpg: string | null, said: SaidEncoding, limits: Limits): DbfResult {
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

  const { decoderOf, encoding, disproved, cut, mixed } = chooseEncoding(what, { fields, rows, cellBytes, record }, cpg, said);
  const unique = uniqueNames(fields.map((field) => decoderOf(-1)(field.name, false)));
  const columns = fields.map((field, f) => {
    const values = Array.from<Cell>({ length: rows });
    for (let row = 0; row < rows; row++) values[row] = toValue(field, cellBytes(row, field), decoderOf(row));
    return { name: unique.names[f]!, values };
  });
  const deleted: number[] = [];
  for (let row = 0; row < rows; row++) if (bytes[headerLength + row * recordLength] === 0x2a) deleted.push(row);
  return { rows, columns, encoding, disproved, renamed: unique.renamed, deleted, cut, mixed };
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
