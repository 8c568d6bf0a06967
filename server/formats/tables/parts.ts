/** The zip around a workbook: its parts by name, streamed as XML, never unfolded beyond what a workbook of that size holds. */
import { fromRandomAccessReaderPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { InputError, TooLargeError } from '../../errors.ts';
import type { UploadFile } from '../raw.ts';
import { XmlScanner, brokenXml } from './xml.ts';
import type { XmlHandler } from './xml.ts';
import { SourceReader } from '../archive/zipSource.ts';

/** An entry may unfold 150-fold (real sheets: up to 30) once it is over 32 MB, and never over 1 GB: a bomb of 290 kB took 665 MB of a reader without limits. */
const MAX_RATIO = 150;
const FREE_BYTES = 32 << 20;
const MAX_ENTRY_BYTES = 1 << 30;
const MAX_TOTAL_BYTES = 3 * 2 ** 30;
const MAX_ENTRIES = 2000;

/** The parts of one workbook. Names of parts differ in case and slashes from program to program and mean the same (ECMA-376 part 2, 6.2.2). */
export interface WorkbookParts {
  has(name: string): boolean;
  /** All of them, in lower case, `/` between folders. */
  names: readonly string[];
  /** Bytes of a part once it is unpacked, as the directory states them; 0 of one that is not there. */
  sizeOf(name: string): number;
  /** @throws InputError `table.broken-workbook` for a part that is not there, is no XML or cannot be unpacked */
  read(name: string, handler: XmlHandler): Promise<void>;
}

/** @throws InputError `table.broken-workbook`, TooLargeError `table.unfolds-too-large` */
export async function withParts<T>(file: UploadFile, use: (parts: WorkbookParts) => Promise<T>): Promise<T> {
  const zip = await openZip(file);
  try {
    const entries = await listEntries(zip, file.name);
    const find = (name: string) => entries.get(toKey(name));
    return await use({
      has: (name) => find(name) !== undefined,
      names: [...entries.keys()],
      sizeOf: (name) => find(name)?.uncompressedSize ?? 0,
      read: async (name, handler) => {
        const entry = find(name);
        if (!entry) throw damaged(file.name, new Error(`there is no part ${name}`));
        await readEntry(zip, entry, handler, file.name);
      },
    });
  } finally {
    zip.close();
  }
}

/** `/XL\Workbook.xml` → `xl/workbook.xml`; `.` and `..` resolved, so that a relative target finds its part. */
function toKey(name: string): string {
  const parts: string[] = [];
  for (const part of name.replaceAll('\\', '/').toLowerCase().split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const key = parts.join('/');
  if (!key.includes('%')) return key;
  try {
    return decodeURIComponent(key);
  } catch {
    return key; // a name with a bare percent sign
  }
}

async function openZip(file: UploadFile): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new SourceReader(file.source), file.source.size, { autoClose: false });
  } catch (cause) {
    throw damaged(file.name, cause);
  }
}

function damaged(file: string, cause: unknown): InputError {
  return new InputError('table.broken-workbook', `${file} is damaged: its archive cannot be opened. Upload the file again, or save it again first.`, { cause });
}

async function listEntries(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of eachEntry(zip, file)) {
    total += entry.uncompressedSize;
    const isBomb = entry.uncompressedSize > FREE_BYTES && entry.uncompressedSize > MAX_RATIO * entry.compressedSize;
    if (isBomb || entry.uncompressedSize > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES || entries.size >= MAX_ENTRIES)
      throw new TooLargeError(
        'table.unfolds-too-large',
        `${file} unpacks to far more than its size (${entry.fileName}: ${entry.compressedSize} bytes to ${entry.uncompressedSize}). Delete empty formatted rows and columns and save it again.`,
      );
    const key = toKey(entry.fileName);
    // Of two parts of one name the first is read, as spreadsheet programs do.
    if (!entries.has(key)) entries.set(key, entry);
  }
  return entries;
}

/** The library's own errors say nothing to a person. */
async function* eachEntry(zip: ZipFile, file: string): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    throw damaged(file, cause);
  }
}

async function readEntry(zip: ZipFile, entry: Entry, handler: XmlHandler, file: string): Promise<void> {
  const scanner = new XmlScanner(handler, file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) scanner.write(decoder.decode(chunk as Buffer, { stream: true }));
    scanner.write(decoder.decode());
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw brokenXml(file, cause);
  }
  scanner.end();
}
