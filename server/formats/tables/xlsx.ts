/**
 * XLSX workbooks, streamed: all sheets with their hidden state, formula results, errors, booleans and dates.
 * Own code over yauzl because read-excel-file 9.3 does not tell hidden sheets and needs 500 MB for the 276,000-row 3W of Venezuela.
 */
import { fromRandomAccessReaderPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { Finding } from '../../contract/finding.ts';
import { InputError, TooLargeError } from '../../errors.ts';
import { verbatim } from '../../words/clauses.ts';
import { findingsOf } from '../../words/message.ts';
import { tableMessages } from '../../words/findings/table.ts';
import type { UploadFile } from '../raw.ts';
import type { RawTable } from './rawTable.ts';
import { CellBudget, TableBuilder } from './rows.ts';
import { SheetHandler } from './sheet.ts';
import { XmlScanner, attribute, brokenXml, unescapeControls } from './xml.ts';
import type { XmlHandler } from './xml.ts';
import { SourceReader } from '../archive/zipSource.ts';

/** An entry may unfold 150-fold (real sheets: up to 30) once it is over 32 MB, and never over 1 GB. libraries.md, Zip bombs. */
const MAX_RATIO = 150;
const FREE_BYTES = 32 << 20;
const MAX_ENTRY_BYTES = 1 << 30;
const MAX_TOTAL_BYTES = 3 * 2 ** 30;
const MAX_ENTRIES = 2000;
const MAX_SHEETS = 200;
/** Characters of all shared strings together. */
const MAX_SHARED = 200 << 20;

/** All worksheets in workbook order; chart sheets are left out. */
export async function readXlsx(file: UploadFile): Promise<RawTable[]> {
  const zip = await openZip(file);
  try {
    const entries = await listEntries(zip, file.name);
    const read = (name: string, handler: XmlHandler) => readEntry(zip, entries.get(name)!, handler, file.name);
    const workbook = await readWorkbook(entries, read, file.name);
    const strings = workbook.strings === null ? [] : await readSharedStrings((handler) => read(workbook.strings!, handler), file.name);
    const dateStyles = workbook.styles === null ? [] : await readDateStyles((handler) => read(workbook.styles!, handler));
    const budget = new CellBudget(file.name);
    const tables: RawTable[] = [];
    for (const sheet of workbook.sheets) {
      const builder = new TableBuilder(budget);
      const handler = new SheetHandler({
        strings,
        dateStyles,
        date1904: workbook.date1904,
        file: file.name,
        addRow: (number, columns, values) => builder.add(number, columns, values),
      });
      await read(sheet.path, handler);
      tables.push(
        builder.finish(
          { file: file.name, sheet: sheet.name, hidden: sheet.hidden, format: 'xlsx', encoding: { name: 'utf-8', from: 'format' } },
          handler.merges,
          uncalculated(handler, sheet.name),
        ),
      );
    }
    return tables;
  } finally {
    zip.close();
  }
}

/** Formulas without a result are read as empty cells; which, and what to do, is told. */
function uncalculated({ uncalculated: { count, cells } }: SheetHandler, sheet: string): Finding[] {
  const code = 'table.formula-uncalculated';
  const items = cells.map(({ place, row }) => ({ id: `${code}/${sheet}/${place}`, pcodes: [], rows: [row], clause: verbatim(place) }));
  return findingsOf(tableMessages)(code, 'warning', null, items, { table: sheet }, count);
}

async function openZip(file: UploadFile): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new SourceReader(file.source), file.source.size, { autoClose: false });
  } catch (cause) {
    throw damaged(file.name, cause);
  }
}

function damaged(file: string, cause: unknown): InputError {
  return new InputError('table.broken-workbook', `${file} is damaged: its archive cannot be opened. Upload the file again, or save it anew.`, { cause });
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
        `${file} unfolds to far more than its size (${entry.fileName}: ${entry.compressedSize} bytes to ${entry.uncompressedSize}). Delete empty formatted rows and columns and save it anew.`,
      );
    entries.set(entry.fileName, entry);
  }
  if (entries.has('xl/workbook.bin'))
    throw new InputError('table.format-unsupported', `${file} is a binary workbook (.xlsb). Save it as .xlsx or CSV and upload that.`);
  if (entries.has('content.xml'))
    throw new InputError('table.format-unsupported', `${file} is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV and upload that.`);
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

interface Workbook {
  sheets: { name: string; hidden: boolean; path: string }[];
  strings: string | null;
  styles: string | null;
  date1904: boolean;
}

async function readWorkbook(entries: Map<string, Entry>, read: (name: string, handler: XmlHandler) => Promise<void>, file: string): Promise<Workbook> {
  const missing = () => new InputError('table.no-workbook', `${file} is a zip archive without a workbook inside. Upload the .xlsx or CSV file itself.`);
  if (!entries.has('_rels/.rels')) throw missing();
  const path = (await readRelations(read, '_rels/.rels', '')).find(({ type }) => type.endsWith('/officeDocument'))?.path;
  if (path === undefined || !entries.has(path)) throw missing();
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relationsPath = `${folder}_rels/${path.slice(folder.length)}.rels`;
  if (!entries.has(relationsPath)) throw missing();
  const relations = await readRelations(read, relationsPath, folder);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  await read(path, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      else if (name === 'sheet')
        listed.push({
          name: attribute(attributes, 'name') ?? '',
          hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
          id: /\s\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '',
        });
    },
    close() {},
    text() {},
  });
  if (listed.length > MAX_SHEETS) throw new TooLargeError('table.too-many-sheets', `${file} has ${listed.length} sheets; at most ${MAX_SHEETS} are read.`);
  const find = (type: string) => {
    const found = relations.find((relation) => relation.type.endsWith(type))?.path;
    return found !== undefined && entries.has(found) ? found : null;
  };
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.find((candidate) => candidate.id === id);
    return relation && relation.type.endsWith('/worksheet') && entries.has(relation.path) ? [{ name, hidden, path: relation.path }] : [];
  });
  if (sheets.length === 0) throw missing();
  return { sheets, strings: find('/sharedStrings'), styles: find('/styles'), date1904 };
}

async function readRelations(
  read: (name: string, handler: XmlHandler) => Promise<void>,
  path: string,
  folder: string,
): Promise<{ id: string; type: string; path: string }[]> {
  const relations: { id: string; type: string; path: string }[] = [];
  await read(path, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        path: target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/(^|\/)\.\//g, '$1'),
      });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** Rich text runs joined, phonetic hints left out. */
async function readSharedStrings(read: (handler: XmlHandler) => Promise<void>, file: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  let characters = 0;
  await read({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        characters += text.length;
        if (characters > MAX_SHARED) throw new TooLargeError('table.too-much-text', `${file} holds more than 200 million characters of text. Split the file.`);
        strings.push(unescapeControls(text));
      }
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}

/** For each cell style whether its number format shows a date (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the East Asian dates). */
async function readDateStyles(read: (handler: XmlHandler) => Promise<void>): Promise<boolean[]> {
  const custom = new Map<string, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  await read({
    open(name, attributes) {
      if (name === 'numFmt') custom.set(attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = attribute(attributes, 'numFmtId') ?? '0';
        const code = custom.get(id);
        const n = Number(id);
        styles.push(code === undefined ? (n >= 14 && n <= 22) || (n >= 27 && n <= 36) || (n >= 45 && n <= 47) || (n >= 50 && n <= 58) : isDateFormat(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  return styles;
}

/** `dd/mm/yyyy`, `[h]:mm`, `mmm-yy`; not `0.00E+00`, `#,##0 "days"`, `[Red]0`. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare);
}
