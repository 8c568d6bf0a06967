/** CSV record by record with the text of each as it stands, so that what is added leaves every other letter alone. Pure; the same in a browser. */
import { sniffSeparator } from '../../formats/tables/separator.ts';
import type { SheetRows } from './sheet.ts';

export interface CsvRecords {
  separator: string;
  records: { cells: string[]; /** As it stands, without its line break. */ raw: string; lineBreak: string }[];
  /** Columns of the widest record. */
  width: number;
}

/** Letters that the separator is found in. */
const START = 65_536;
/** Longer records are those of a quote that is never closed. */
const MAX_RECORD = 1 << 20;

/** @throws RangeError where a record is longer than any table has, or there are more than `most` of them */
export function readRecords(text: string, most: number): CsvRecords {
  const separator = sniffSeparator(text.slice(0, START));
  const records: CsvRecords['records'] = [];
  let [at, width] = [0, 0];
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        at++;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote < 0 || quote - start > MAX_RECORD) throw new RangeError('record');
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
      }
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      cells.push(cell + text.slice(from, at));
      if (at - start > MAX_RECORD) throw new RangeError('record');
      if (text[at] !== separator) break;
      at++;
    }
    const raw = text.slice(start, at);
    const lineBreak = text.startsWith('\r\n', at) ? '\r\n' : at < text.length ? text[at]! : '';
    at += lineBreak.length;
    if (records.length >= most) throw new RangeError('rows');
    records.push({ cells, raw, lineBreak });
    width = Math.max(width, cells.length);
  }
  return { separator, records, width };
}

/** Records are counted as a person sees them in a spreadsheet program. */
export const toSheetRows = (name: string, { records }: CsvRecords): SheetRows => ({
  name,
  rows: records.map(({ cells }, i) => ({ number: i + 1, cells: cells.map((cell) => (/^[\s\p{Cf}]*$/u.test(cell) ? null : cell)) })),
  merges: [],
});

/** The text with what is added at the end of rows. Rows that get nothing stay as they are; shorter ones are filled up with empty cells first. */
export function* withCells({ separator, records, width }: CsvRecords, added: (row: number) => readonly string[] | undefined): Generator<string> {
  const escape = (cell: string) => (cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  for (const [i, { raw, cells, lineBreak }] of records.entries()) {
    const own = added(i + 1);
    yield own === undefined ? raw + lineBreak : raw + separator.repeat(width - cells.length) + own.map((cell) => separator + escape(safe(cell))).join('') + lineBreak; // prettier-ignore
  }
}

/** A name that begins as a formula does is no formula. */
const safe = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
