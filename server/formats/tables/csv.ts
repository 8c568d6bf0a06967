/** CSV and its kin: separator and encoding found out or asked for, quotes and line breaks inside them, records counted as a person sees them. */
import { CsvError, Parser } from 'csv-parse';
import { Readable } from 'node:stream';
import { InputError, TooLargeError } from '../../errors.ts';
import type { Finding } from '../../contract/finding.ts';
import { makeFinding } from '../../words/findings.ts';
import { refuse } from '../../words/refusals.ts';
import type { ByteSource, UploadFile } from '../raw.ts';
import type { Cell, RawTable } from './rawTable.ts';
import { CellBudget, NOTE, TableBuilder } from './rows.ts';
import { sniffSeparator } from './separator.ts';
import { encodingQuestion, findEncoding, toCandidates } from '../text/text.ts';

const CHUNK = 1 << 16;
/** One record; a 3W row with long texts has some 10 kB. */
const MAX_RECORD = 1 << 20;
const MAX_COLUMNS = 16_384;
/** Repeated texts (codes, names of parents) are kept once; past this many different ones a fresh table is begun. */
const MAX_INTERNED = 50_000;

export interface CsvOptions {
  /** Label of the WHATWG Encoding Standard, such as `windows-1252`. */
  encoding?: string | undefined;
  /** What to do where the bytes are not UTF-8 and no encoding is given: `ask` (QuestionError `read.encoding`) or `assume` (the likeliest, with a finding). Default `ask`. */
  onUnknownEncoding?: 'ask' | 'assume' | undefined;
}

/** A CSV as rows of texts: encoding, separator and header found out, with findings for what was cut short, hidden or not read. Throws InputError `table.*` where it is no table, QuestionError `read.encoding` where the encoding must be asked for, TooLargeError beyond the limits of cells. */
export async function readCsv(file: UploadFile, options: CsvOptions): Promise<RawTable> {
  const findings: Finding[] = [];
  const encoding = decideEncoding(file, options, findings);
  const separator = sniffSeparator(decodeStart(file.source, encoding));
  const builder = new TableBuilder(new CellBudget(file.name));
  const parser = new Parser({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
  });
  const end = { text: '' };
  const texts = decodeAll(file, encoding, end);
  Readable.from(texts)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let interned = new Map<string, string>();
  let rowNumber = 0;
  const widths = new RecordWidths();
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      rowNumber++;
      if (record.length > MAX_COLUMNS)
        throw new TooLargeError('table.too-many-cells', `Row ${rowNumber} of ${file.name} has ${record.length} columns; at most ${MAX_COLUMNS} are read.`);
      // A spreadsheet program reads "sep=;" as an instruction and does not show it as data.
      if (rowNumber === 1 && record.length <= 2 && /^sep=/i.test(record[0] ?? '')) continue;
      widths.add(record);
      const columns: number[] = [];
      const values: Cell[] = [];
      for (let c = 0; c < record.length; c++) {
        const text = record[c]!;
        if (text === '') continue;
        let known = interned.get(text);
        if (known === undefined) {
          if (interned.size >= MAX_INTERNED) interned = new Map();
          interned.set(text, text);
          known = text;
        }
        columns.push(c);
        values.push(known);
      }
      builder.add(rowNumber, columns, values);
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    // Records that are parsed but not handed over yet count too.
    const last = Math.max(rowNumber, Number(cause['records'] ?? 0));
    if (cause.code === 'CSV_MAX_RECORD_SIZE')
      throw new TooLargeError(
        'table.cell-too-long',
        `Row ${last + 1} of ${file.name} is longer than ${MAX_RECORD.toLocaleString('en')} characters. The usual reason is a quote that is never closed; correct that row.`,
        { cause },
      );
    throw refuse('table.broken-csv', 'openQuote', { file: file.name, row: last }, cause);
  }
  const cut = /[\r\n]$/.test(end.text) ? null : widths.cutShort();
  if (cut) throw refuse('table.cut-short', 'cutShort', { file: file.name, row: rowNumber, ...cut });
  const stem = file.name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return builder.finish({ file: file.name, sheet: stem, hidden: false, format: 'csv', encoding }, [], findings);
}

/** The sign between the cells of a CSV whose encoding is known. */
export const separatorOf = (file: UploadFile, encoding: RawTable['encoding']): string => sniffSeparator(decodeStart(file.source, encoding));

/**
 * Whether the last record, which no line break ends, is the beginning of a row: shorter than the rows before it, which are all of one width.
 * A table whose rows are of many widths says nothing, a note below the table is none, and a row cut within its last cell cannot be told.
 */
class RecordWidths {
  readonly #tally = new Map<number, number>();
  #last: string[] = [];
  #beforeLast: string[] = [];
  /** Widths in order, runs of one width once: what is shorter above the table is a title. */
  readonly #runs: number[] = [];

  add(record: string[]): void {
    this.#beforeLast = this.#last;
    this.#last = record;
    if (isBlankRecord(record)) return;
    this.#tally.set(record.length, (this.#tally.get(record.length) ?? 0) + 1);
    if (this.#runs.at(-1) !== record.length && this.#runs.length < 10_000) this.#runs.push(record.length);
  }

  cutShort(): { cells: number; width: number; text: string } | null {
    const last = this.#last;
    const [width = 0] = [...this.#tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    if (last.length >= width || isBlankRecord(last) || isBlankRecord(this.#beforeLast) || (last.length === 1 && NOTE.test(last[0]!))) return null;
    const table = this.#runs.slice(this.#runs.indexOf(width));
    if (table.slice(0, -1).some((other) => other < width)) return null;
    return { cells: last.length, width, text: last.filter(Boolean).slice(0, 3).join(', ').slice(0, 80) };
  }
}

const isBlankRecord = (record: string[]) => record.every((cell) => cell.trim() === '');

type Encoding = RawTable['encoding'];

/** UTF-8 where every byte agrees, UTF-16 by mark or by its zero bytes, else as asked; no detector tells the rest reliably: measured on Dari, Ukrainian and French texts, the best was right with low confidence. */
function decideEncoding(file: UploadFile, options: CsvOptions, findings: Finding[]): Encoding {
  const head = new Uint8Array(4096);
  const start = head.subarray(0, file.source.read(head, 0));
  if (start[0] === 0xff && start[1] === 0xfe) return { name: 'utf-16le', from: 'bom' };
  if (start[0] === 0xfe && start[1] === 0xff) return { name: 'utf-16be', from: 'bom' };
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) {
    if (isUtf8(file.source)) return { name: 'utf-8', from: 'bom' };
  }
  const zeros = [0, 1].map((parity) => start.filter((byte, i) => byte === 0 && i % 2 === parity).length);
  if (zeros[1]! > start.length * 0.2 && zeros[0]! < start.length * 0.05) return { name: 'utf-16le', from: 'utf-8' };
  if (zeros[0]! > start.length * 0.2 && zeros[1]! < start.length * 0.05) return { name: 'utf-16be', from: 'utf-8' };
  if (start.includes(0)) throw new InputError('table.not-a-table', `${file.name} is a binary file, not a table. Upload CSV or XLSX.`);
  if (isUtf8(file.source)) return { name: 'utf-8', from: 'utf-8' };
  if (options.encoding !== undefined) return { name: askedEncoding(options.encoding, file.name), from: 'asked' };
  const cells = doubtfulCells(file.source);
  if (options.onUnknownEncoding !== 'assume') throw encodingQuestion(file.name, cells, null);
  // jschardet takes French for windows-1250 or 1252 as it comes; it is heard only where it finds another script.
  const likeliest = toCandidates(cells)[0]?.encoding ?? 'windows-1252';
  const encoding = OTHER_SCRIPTS.has(likeliest) ? likeliest : 'windows-1252';
  findings.push(makeFinding('table.encoding-assumed', 'info', null, [], { table: file.name, encoding }, 1));
  return { name: encoding, from: 'asked' };
}

const OTHER_SCRIPTS = new Set(['windows-1256', 'iso-8859-6', 'windows-1251', 'ibm866', 'windows-874', 'gb18030', 'big5', 'shift_jis', 'euc-kr']);

function askedEncoding(label: string, file: string): string {
  const name = findEncoding(label);
  if (name === undefined)
    throw new InputError(
      'table.encoding-unknown',
      `"${label}" is not a known encoding; ${file} needs one such as utf-8, windows-1252, windows-1256 or windows-1251.`,
    );
  return name;
}

function isUtf8(source: ByteSource): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const part of parts(source)) decoder.decode(part, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false; // the decoder has no other way to say so
  }
}

/** Cells that hold bytes beyond ASCII: samples for the question which encoding it is. */
function doubtfulCells(source: ByteSource): Uint8Array[] {
  const cells: Uint8Array[] = [];
  let rest: Uint8Array = new Uint8Array(0);
  for (const part of parts(source)) {
    const bytes = Buffer.concat([rest, part]);
    let from = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte !== 44 && byte !== 59 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 34) continue;
      if (bytes.subarray(from, i).some((code) => code > 127) && cells.push(bytes.slice(from, Math.min(i, from + 200))) >= 500) return cells;
      from = i + 1;
    }
    rest = bytes.subarray(Math.max(from, bytes.length - 1000));
  }
  if (rest.some((code) => code > 127)) cells.push(rest);
  return cells;
}

function decodeStart(source: ByteSource, encoding: Encoding): string {
  const bytes = new Uint8Array(CHUNK);
  return new TextDecoder(encoding.name).decode(bytes.subarray(0, source.read(bytes, 0)), { stream: true });
}

/** @param end takes the last characters, to tell whether the last record was ended */
function* decodeAll(file: UploadFile, encoding: Encoding, end: { text: string }): Generator<string> {
  const decoder = new TextDecoder(encoding.name);
  for (const part of parts(file.source)) {
    const text = decoder.decode(part, { stream: true });
    if (text === '') continue;
    end.text = text.slice(-2);
    yield text;
  }
  const text = decoder.decode();
  if (text === '') return;
  end.text = text.slice(-2);
  yield text;
}

function* parts(source: ByteSource): Generator<Uint8Array> {
  for (let at = 0; at < source.size;) {
    const part = new Uint8Array(Math.min(CHUNK, source.size - at));
    const got = source.read(part, at);
    if (got <= 0) return;
    at += got;
    yield part.subarray(0, got);
  }
}
