/** Tables: CSV, XLSX and ODS bytes in, raw columns out. Recognised by content; the name is a hint only. */
import { InputError } from '../../errors.ts';
import { clause } from '../../words/clauses.ts';
import { makeFinding } from '../../words/findings.ts';
import { refuse } from '../../words/refusals.ts';
import type { UploadFile } from '../raw.ts';
import type { RawTable } from './rawTable.ts';
import { readRange } from '../reader.ts';
import { unpackTables } from './archive.ts';
import { readCsv } from './csv.ts';
import type { CsvOptions } from './csv.ts';
import { readFlatOds, readOds } from './ods.ts';
import type { WorkbookParts } from './parts.ts';
import { withParts } from './parts.ts';
import { takeHandedOn } from './handedOn.ts';
import { hiddenSheets } from './told.ts';
import { readXlsx } from './xlsx.ts';

export type TableOptions = CsvOptions;

/**
 * All tables of one file: a CSV has one, a workbook one for each sheet with content, hidden ones included and marked; packed files are opened.
 * Throws QuestionError `read.encoding` with candidates and samples, InputError or TooLargeError for what cannot be read.
 */
export async function readTables(file: UploadFile, options: TableOptions = {}): Promise<RawTable[]> {
  const known = options.encoding === undefined && options.onUnknownEncoding === 'assume' ? takeHandedOn(file.source) : undefined;
  if (known) return known;
  const { files, ignored } = await unpackTables(file);
  const tables: RawTable[] = [];
  for (const member of files) tables.push(...(await readFile(member, options)));
  if (ignored.length > 0) {
    // Nothing is left aside in silence. One finding for all tables: whoever takes several of them tells it once.
    const items = ignored.map((name) => ({
      id: `table.files-ignored:${name}`,
      pcodes: [],
      rows: [],
      clause: clause('reading.ignored', { file: name, why: clause('reading.no-table') }),
    }));
    const finding = makeFinding('table.files-ignored', 'info', null, items, { table: file.name });
    for (const table of tables) table.findings.push(finding);
  }
  return tables;
}

async function readFile(file: UploadFile, options: TableOptions): Promise<RawTable[]> {
  const tables = await readByContent(file, options);
  const filled = tables.filter((table) => table.columns.length > 0);
  if (filled.length === 0) throw new InputError('table.empty', `${file.name} contains only blanks. Upload a file with data.`);
  const hidden = hiddenSheets(filled, file.name);
  for (const table of filled) table.findings.push(...hidden);
  return filled;
}

async function readByContent(file: UploadFile, options: TableOptions): Promise<RawTable[]> {
  switch (detectTable(file)) {
    case 'empty':
      throw new InputError('table.empty', `${file.name} is empty (0 bytes). Upload the file again.`);
    case 'ole':
      throw refuseOle(file);
    case 'zip':
      return withParts(file, (parts) => readPackage(parts, file.name));
    case 'markup':
      return readMarkup(file);
    default:
      return [await readCsv(file, options)];
  }
}

/** A zip that is one document: a workbook of Excel, of LibreOffice, or something that only looks like one. */
function readPackage(parts: WorkbookParts, file: string): Promise<RawTable[]> {
  if (parts.has('content.xml')) return readOds(parts, file);
  if (parts.has('encrypted-package')) throw refuse('table.password', 'password', { file });
  if (parts.has('Index/Document.iwa') || parts.has('Index.zip')) throw refuse('table.format-unsupported', 'numbers', { file });
  if (parts.has('word/document.xml') || parts.has('ppt/presentation.xml')) throw refuse('table.format-unsupported', 'otherDocument', { file });
  return readXlsx(parts, file);
}

/** Text that begins with a tag: a spreadsheet as one XML file, or what some systems call .xls. */
function readMarkup(file: UploadFile): RawTable[] {
  const start = Buffer.from(readRange(file.source, 0, Math.min(file.source.size, 8192))).toString('latin1');
  if (/<(\w+:)?document\s[^>]*opendocument:xmlns:office/.test(start)) return readFlatOds(file);
  throw refuse('table.format-unsupported', /schemas-microsoft-com:office:spreadsheet"|<Workbook\b/.test(start) ? 'xml2003' : 'webPage', { file: file.name });
}

/** By the first bytes: zip container, compound file of old Office programs, markup (XML, HTML), or text. */
export function detectTable(file: UploadFile): 'empty' | 'zip' | 'ole' | 'markup' | 'text' {
  const head = new Uint8Array(512);
  const got = file.source.read(head, 0);
  if (got === 0) return 'empty';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => head[i] === byte)) return 'ole';
  // UTF-16 pages have zeros between their letters.
  const start = Buffer.from(head.subarray(0, got)).toString('latin1').replaceAll('\0', '');
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(\?xml|!doctype|html|table|head|body|meta|style|(\w+:)?(document|workbook))\b/i.test(start) ? 'markup' : 'text';
}

/** A compound file is either an .xls of 1997–2003 or an .xlsx that was encrypted with a password; its directory names the streams in UTF-16. */
function refuseOle(file: UploadFile): InputError {
  const wanted = Buffer.from('EncryptedPackage', 'utf16le');
  const step = 1 << 20;
  const bytes = Buffer.alloc(step + wanted.length);
  for (let at = 0; at < file.source.size; at += step) {
    const got = file.source.read(bytes, at);
    if (bytes.subarray(0, got).includes(wanted)) return refuse('table.password', 'password', { file: file.name });
  }
  return refuse('table.format-unsupported', 'xls', { file: file.name });
}
