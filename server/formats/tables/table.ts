/** Tables: CSV and XLSX bytes in, raw columns out. Recognised by content; the name is a hint only. */
import { InputError } from '../../errors.ts';
import { clause } from '../../words/clauses.ts';
import { makeFinding } from '../../words/message.ts';
import { tableMessages } from '../../words/findings/table.ts';
import type { UploadFile } from '../raw.ts';
import type { RawTable } from './rawTable.ts';
import { unpackTables } from './archive.ts';
import { readCsv } from './csv.ts';
import type { CsvOptions } from './csv.ts';
import { readXlsx } from './xlsx.ts';

export type TableOptions = CsvOptions;

/**
 * All tables of one file: a CSV has one, a workbook one for each sheet with content, hidden ones included and marked; packed files are opened.
 * Throws QuestionError `read.encoding` with candidates and samples, InputError or TooLargeError for what cannot be read.
 */
export async function readTables(file: UploadFile, options: TableOptions = {}): Promise<RawTable[]> {
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
    const finding = makeFinding(tableMessages, 'table.files-ignored', 'info', null, items, { table: file.name });
    for (const table of tables) table.findings.push(finding);
  }
  return tables;
}

async function readFile(file: UploadFile, options: TableOptions): Promise<RawTable[]> {
  const content = detectTable(file);
  if (content === 'empty') throw new InputError('table.empty', `${file.name} is empty (0 bytes). Upload the file again.`);
  if (content === 'ole') throw refuseOle(file);
  const tables = content === 'zip' ? await readXlsx(file) : [await readCsv(file, options)];
  const filled = tables.filter((table) => table.columns.length > 0);
  if (filled.length === 0) throw new InputError('table.empty', `${file.name} holds nothing but blanks. Upload a file with data.`);
  return filled;
}

/** By the first bytes: zip container, compound file of old Office programs, or text. */
export function detectTable(file: UploadFile): 'empty' | 'zip' | 'ole' | 'text' {
  const head = new Uint8Array(8);
  const got = file.source.read(head, 0);
  if (got === 0) return 'empty';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => head[i] === byte) ? 'ole' : 'text';
}

/** A compound file is either an .xls of 1997–2003 or an .xlsx that was encrypted with a password; its directory names the streams in UTF-16. */
function refuseOle(file: UploadFile): InputError {
  const wanted = Buffer.from('EncryptedPackage', 'utf16le');
  const step = 1 << 20;
  const bytes = Buffer.alloc(step + wanted.length);
  for (let at = 0; at < file.source.size; at += step) {
    const got = file.source.read(bytes, at);
    if (bytes.subarray(0, got).includes(wanted))
      return new InputError(
        'table.password',
        `${file.name} is protected with a password. Remove the password (File, Info, Protect workbook), save it, and upload it again.`,
      );
  }
  return new InputError('table.format-unsupported', `${file.name} is an old Excel file (.xls, 1997–2003). Save it as .xlsx or CSV and upload that.`);
}
