/** In which encoding the cells of a .dbf are: what the bytes prove, then what a person said, then `.cpg`, then a question. */
import { Buffer, isUtf8 } from 'node:buffer';
import type { ReadContext } from '../reader.ts';
import { decodeAsked, encodingQuestion, findEncoding, findText, isAscii } from '../text/text.ts';

export interface Field {
  name: Uint8Array;
  type: string;
  start: number;
  length: number;
}

export interface DbfEncoding {
  /** Decoder of a row's cells, or of the headings (row -1); `full`: the cell fills its field. */
  decoderOf: (row: number) => (cell: Uint8Array, full: boolean) => string;
  encoding: { name: string; from: 'cpg' | 'utf-8' | 'asked' | 'profile' };
  /** The label in `.cpg` that the bytes disprove, or null. */
  disproved: string | null;
  /** Cells whose last character was cut in two by the field's width. 0-based rows. */
  cut: number[];
  /** Rows in UTF-8 in a file that is else in `encoding`. 0-based. */
  mixed: number[];
}

interface Records {
  fields: Field[];
  rows: number;
  cellBytes: (row: number, field: Field) => Uint8Array;
  record: (row: number) => Uint8Array;
}

const BLANK = 32;
/** A letter takes two bytes there, any pair of which may happen to be UTF-8, so that bytes prove nothing of a single row. */
const TWO_BYTES = /^(gb|big5|shift|euc|iso-2022)/;

/** What a person said: of this upload, or of the file before with the same headings. */
export type SaidEncoding = Pick<ReadContext, 'encoding' | 'encodingBefore'>;

/** @throws QuestionError where nothing tells */
export function chooseEncoding(what: string, records: Records, cpg: string | null, { encoding: asked, encodingBefore }: SaidEncoding): DbfEncoding {
  const { texts, legacy, utf8Rows, cut } = judgeCells(records);
  const stated = cpg === null ? null : (findEncoding(cpg) ?? null);
  // A lone cut tail proves nothing: at least one cell must be whole UTF-8.
  if (legacy.length === 0 && (texts.length === 0 || cut.length < texts.length)) {
    const disproved = texts.length > 0 && cpg !== null && stated !== 'utf-8' ? cpg.trim() : null;
    const decode = utf8Decoder();
    return {
      decoderOf: () => decode,
      encoding: { name: 'utf-8', from: cpg !== null && stated === 'utf-8' ? 'cpg' : 'utf-8' },
      disproved,
      cut: [...new Set(cut)],
      mixed: [],
    };
  }
  // Where rows were put together from two sources, those that are UTF-8 say nothing of the others.
  const doubtful = legacy.length > 0 ? legacy : texts;
  const choose = (name: string, from: 'asked' | 'profile' | 'cpg'): DbfEncoding => {
    const isMixed = legacy.length > 0 && utf8Rows.size > 0 && !TWO_BYTES.test(name);
    const [plain, utf8] = [plainDecoder(name), utf8Decoder()];
    return {
      decoderOf: (row) => (isMixed && utf8Rows.has(row) ? utf8 : plain),
      encoding: { name, from },
      disproved: null,
      cut: [],
      mixed: isMixed ? [...utf8Rows].filter((row) => row >= 0) : [],
    };
  };
  if (asked !== undefined) {
    const name = findEncoding(asked);
    decodeAsked(what, concat(name !== undefined && TWO_BYTES.test(name) ? texts : doubtful), asked);
    return choose(findEncoding(asked)!, 'asked');
  }
  const fits = (name: string) => findText(concat(TWO_BYTES.test(name) ? texts : doubtful), name) !== undefined;
  const before = findEncoding(encodingBefore?.(records.fields.map(({ name }) => toLatin1(name))) ?? '');
  if (before !== undefined && fits(before)) return choose(before, 'profile');
  if (stated !== null && stated !== 'utf-8' && fits(stated)) return choose(stated, 'cpg');
  throw encodingQuestion(what, distinct(doubtful), cpg === null ? null : cpg.trim());
}

/** Cells with letters beyond ASCII; which of them are no UTF-8; rows in which all are. */
function judgeCells({ fields, rows, cellBytes, record }: Records) {
  const texts: Uint8Array[] = [];
  const legacy: Uint8Array[] = [];
  const cut: number[] = [];
  const utf8Rows = new Set<number>();
  const judge = (row: number, cells: [cell: Uint8Array, full: boolean][]) => {
    let isAllUtf8 = true;
    let isAnyWhole = false;
    for (const [cell, full] of cells) {
      if (isAscii(cell)) continue;
      texts.push(cell);
      if (isUtf8(cell)) isAnyWhole = true;
      else if (full && isUtf8(withoutCutTail(cell))) cut.push(Math.max(row, 0));
      else {
        legacy.push(cell);
        isAllUtf8 = false;
      }
    }
    if (isAllUtf8 && isAnyWhole) utf8Rows.add(row);
  };
  judge(
    -1,
    fields.map(({ name }) => [name, name.length >= 10]),
  );
  const textFields = fields.filter(({ type }) => !'NFMLDI'.includes(type));
  for (let row = 0; row < rows; row++) {
    if (isAscii(record(row))) continue;
    judge(
      row,
      textFields.map((field) => {
        const cell = cellBytes(row, field);
        return [cell, cell.length === field.length];
      }),
    );
  }
  return { texts, legacy, utf8Rows, cut };
}

function utf8Decoder(): (cell: Uint8Array, full: boolean) => string {
  const plain = new TextDecoder('utf-8');
  return (cell, full) => (isAscii(cell) ? toLatin1(cell) : plain.decode(full ? withoutCutTail(cell) : cell));
}

function plainDecoder(name: string): (cell: Uint8Array) => string {
  const decoder = new TextDecoder(name);
  return (cell) => decoder.decode(cell);
}

/** Bytes as they are, a letter each: five times as fast as a TextDecoder on texts as short as cells. */
export function toLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
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
