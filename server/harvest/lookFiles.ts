/** Fingerprint and evidence of files: bytes in, texts out. */
import { createHash, type Hash } from 'node:crypto';
import type { Came } from '../contract/harvest/harvest.ts';
import { InputError } from '../errors.ts';
import { gunzip, isGzip, isZip, unzip } from '../formats/archive/unpack.ts';
import { DEFAULT_LIMITS } from '../formats/limits.ts';
import type { UploadFile } from '../formats/raw.ts';
import { readRange } from '../formats/reader.ts';
import { isTables } from '../formats/tables/archive.ts';
import { cellText, type RawTable } from '../formats/tables/rawTable.ts';
import { readTables } from '../formats/tables/table.ts';
import { readUpload } from '../formats/upload.ts';
import type { Looked } from './look.ts';

const COLUMNS = 60;
const LETTERS = 80;
const PARTS = 40;
const CHUNK = 1 << 20;

/** Of all files of a fetch together. */
export async function lookInto(files: readonly UploadFile[]): Promise<Looked> {
  const hash = createHash('sha256');
  const parts: Came['parts'] = [];
  for (const file of files) {
    const looked = await lookIntoOne(file);
    // Names may carry the day; the content decides.
    hash.update(`${looked.fingerprint}\n`);
    parts.push(...looked.parts);
  }
  return { fingerprint: hash.digest('hex'), parts: parts.slice(0, PARTS) };
}

async function lookIntoOne(file: UploadFile): Promise<Looked> {
  const head = readRange(file.source, 0, 4);
  if (await isTables(file)) {
    const tables = await unlessRefused(() => readTables(file, { onUnknownEncoding: 'assume' }));
    // A text is its bytes; a workbook is packed anew by whoever saves it, and its sheets are what counts.
    if (tables && tables.length > 0) {
      const isText = tables.every(({ format }) => format === 'csv') && !isZip(head) && !isGzip(head);
      return { fingerprint: isText ? hashOf([file]) : hashOfSheets(tables), parts: tables.map(partOfTable) };
    }
  }
  const members = isZip(head)
    ? await unlessRefused(() => unzip(file, DEFAULT_LIMITS, { bytes: DEFAULT_LIMITS.totalBytes }))
    : isGzip(head)
      ? await unlessRefused(async () => [gunzip(file, DEFAULT_LIMITS, { bytes: DEFAULT_LIMITS.totalBytes })])
      : null;
  const content = await unlessRefused(() => readUpload([file], { attributesOnly: true }));
  return {
    fingerprint: hashOf(members ?? [file]),
    parts: (content?.layers ?? []).map(({ layer, rows, columns }) => partOf(layer, rows, columns.map(({ name }) => name))), // prettier-ignore
  };
}

/** What cannot be read is a matter of the ingest, which says why; here it has no parts. */
const unlessRefused = <T>(work: () => Promise<T>): Promise<T | null> =>
  work().catch((error: unknown) => {
    if (error instanceof InputError) return null;
    throw error;
  });

const partOf = (name: string, rows: number, columns: string[]): Came['parts'][number] => ({
  name: name.slice(0, LETTERS),
  rows,
  columns: columns.slice(0, COLUMNS).map((column) => column.slice(0, LETTERS)),
});
const partOfTable = ({ sheet, rows, header }: RawTable) => partOf(sheet, rows, header.names);

function hashOfSheets(tables: readonly RawTable[]): string {
  const hash = createHash('sha256');
  const say = (...texts: string[]) => void hash.update(`${JSON.stringify(texts)}\n`);
  for (const { sheet, hidden, header, preamble, columns, rows } of tables) {
    say(sheet, String(hidden), ...header.names);
    say(...preamble);
    for (let row = 0; row < rows; row++) say(...columns.map(({ cells }) => `${typeof cells[row]} ${cellText(cells[row] ?? null)}`));
  }
  return hash.digest('hex');
}

/** Of the files of an archive in the order of their names: how they are packed, and when, says nothing. */
function hashOf(files: readonly UploadFile[]): string {
  const hash = createHash('sha256');
  const named = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of named) {
    if (named.length > 1) hash.update(`${file.name.slice(file.name.indexOf('/') + 1)}\n`);
    addBytes(hash, file);
  }
  return hash.digest('hex');
}

function addBytes(hash: Hash, { source }: UploadFile): void {
  for (let at = 0; at < source.size;) {
    const into = new Uint8Array(Math.min(CHUNK, source.size - at));
    const got = source.read(into, at);
    if (got <= 0) return;
    hash.update(into.subarray(0, got));
    at += got;
  }
}
