/** A copy read back beside the file it was made from: what was to go is gone, everything else is as it was. Pure. */
import { parse } from 'csv-parse/sync';
import { InputError } from '../../../errors.ts';
import { bytesSource, type UploadFile } from '../../raw.ts';
import { withParts } from '../../tables/parts.ts';
import type { Cell } from '../../tables/rawTable.ts';
import { toLetters } from '../../tables/uncalculated.ts';
import { openWorkbook } from '../../tables/worksheets.ts';
import { isTargeted, type CellTarget } from '../columns.ts';
import { findEmails } from '../emails.ts';
import type { Parts } from './parts.ts';
import { KEEP, rewriteXml } from './rewrite.ts';

interface Row {
  row: number;
  columns: readonly number[];
  values: readonly Cell[];
}

/** Texts that were emptied and stand in no other cell: nothing of the copy may hold them. */
export interface Removed {
  cells: number;
  texts: ReadonlySet<string>;
}

/** Short texts stand in any file by chance. */
const SHORTEST = 5;

/** The error of a copy that is not what was asked for: nothing of it is kept. */
export const notClean = (file: string, where: string): InputError =>
  new InputError(
    'upload.copy-differs',
    `A copy of ${file} without these personal data could not be written (${where}). Nothing was stored. Remove them in the program that the file is from, and upload it again.`,
  );

/**
 * Compares two workbooks cell by cell.
 * @throws InputError `upload.copy-differs` at the first cell that is not as it should be
 */
export async function compareWorkbooks(before: UploadFile, after: UploadFile, cells: readonly CellTarget[], hidden: ReadonlySet<string>): Promise<Removed> {
  const gone = new Set<string>();
  const kept = new Set<string>();
  let count = 0;
  await withParts(before, (oldParts) =>
    withParts(after, async (newParts) => {
      const [was, is] = [await openWorkbook(oldParts, before.name), await openWorkbook(newParts, after.name)];
      if (was.sheets.map(({ name }) => name).join('\0') !== is.sheets.map(({ name }) => name).join('\0')) throw notClean(before.name, 'sheets');
      for (const [i, sheet] of was.sheets.entries()) {
        const rows: Row[] = [];
        await was.readRows(sheet, (row, columns, values) => void (values.length > 0 && rows.push({ row, columns, values })));
        const targets = cells.filter((target) => target.sheet === sheet.name);
        const expected: Row[] = [];
        for (const { row, columns, values } of rows) {
          const left: { column: number; value: Cell }[] = [];
          for (let k = 0; k < columns.length; k++) {
            const value = values[k] ?? null;
            if (value === null) continue;
            if (hidden.has(sheet.name) || isTargeted(targets, row, columns[k]!)) {
              count++;
              // Lists on hidden sheets are what other parts are made of; addresses are nobody's list.
              if (typeof value === 'string' && (!hidden.has(sheet.name) || findEmails(value).length > 0)) gone.add(value);
            } else {
              left.push({ column: columns[k]!, value });
              if (typeof value === 'string') kept.add(value);
            }
          }
          if (left.length > 0) expected.push({ row, columns: left.map(({ column }) => column), values: left.map(({ value }) => value) });
        }
        let at = 0;
        await is.readRows(is.sheets[i]!, (row, columns, values) => {
          if (values.length === 0) return;
          requireSame(before.name, sheet.name, expected[at++], { row, columns, values });
        });
        if (at !== expected.length) throw notClean(before.name, `${sheet.name}, row ${expected[at]!.row}`);
      }
    }),
  );
  return { cells: count, texts: new Set([...gone].filter((text) => text.length >= SHORTEST && !kept.has(text))) };
}

function requireSame(file: string, sheet: string, expected: Row | undefined, found: Row): void {
  const place = (column: number) => `${sheet}!${toLetters(column)}${found.row}`;
  if (expected?.row !== found.row) throw notClean(file, place(found.columns[0] ?? 0));
  const most = Math.max(expected.columns.length, found.columns.length);
  for (let k = 0; k < most; k++)
    if (expected.columns[k] !== found.columns[k] || !isSame(expected.values[k] ?? null, found.values[k] ?? null))
      throw notClean(file, place(found.columns[k] ?? expected.columns[k]!));
}

function isSame(a: Cell, b: Cell): boolean {
  if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime();
  if (typeof a === 'object' && a !== null) return typeof b === 'object' && b !== null && !(b instanceof Date) && a.error === b.error;
  return a === b;
}

/** @throws InputError `upload.copy-differs` */
export function compareCsv(file: string, before: string, after: string, delimiter: string, cells: readonly CellTarget[]): Removed {
  const options = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true };
  const [was, is] = [parse(before, options), parse(after, options)];
  if (was.length !== is.length) throw notClean(file, `row ${Math.min(was.length, is.length) + 1}`);
  let count = 0;
  for (const [i, record] of was.entries()) {
    const other = is[i]!;
    for (let c = 0; c < Math.max(record.length, other.length); c++) {
      const isGone = isTargeted(cells, i + 1, c);
      if (isGone && (record[c] ?? '') !== '') count++;
      if ((isGone ? '' : record[c]) !== (other[c] ?? (isGone ? '' : undefined))) throw notClean(file, `${toLetters(c)}${i + 1}`);
    }
  }
  return { cells: count, texts: new Set() };
}

/** How many different texts are looked for in parts that are no XML. */
const MOST_IN_BINARY = 500;

/**
 * Looks for emptied texts in whatever else a package holds: shared texts, pivots, charts, links, macros.
 * @throws InputError `upload.copy-differs`
 */
export function requireNoLeftover(file: string, parts: Parts, texts: ReadonlySet<string>): void {
  if (texts.size === 0) return;
  for (const [key, bytes] of parts.bytes) {
    if (/^xl\/worksheets\/[^/]*\.xml$/.test(key)) continue;
    let leftover = false;
    if (/\.(xml|rels|vml)$/.test(key)) {
      rewriteXml(bytes, {
        tag({ attributes }) {
          if (!leftover && attributes.length < 10_000)
            for (const [, value] of attributes.matchAll(/=\s*"([^"]{5,500})"/g)) leftover ||= texts.has(unescape(value!));
          return KEEP;
        },
        text(text) {
          leftover ||= texts.has(unescape(text));
          return text;
        },
      });
    } else {
      const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (const text of [...texts].slice(0, MOST_IN_BINARY)) leftover ||= whole.includes(text, 0, 'utf8') || whole.includes(text, 0, 'utf16le');
    }
    if (leftover) throw notClean(file, parts.names.get(key)!);
  }
}

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!);

/** Whether two XML texts say the same, elements left aside. */
export function sameText(before: Uint8Array, after: Uint8Array, isAside: (path: readonly string[]) => boolean): boolean {
  const textOf = (bytes: Uint8Array) => {
    const texts: string[] = [];
    rewriteXml(bytes, {
      tag: () => KEEP,
      text(text, _parent, path) {
        if (!isAside(path)) texts.push(text);
        return text;
      },
    });
    return texts.join('');
  };
  return textOf(before) === textOf(after);
}

/** A file of these bytes. */
export const toFile = (name: string, bytes: Uint8Array): UploadFile => ({ name, source: bytesSource(bytes) });
