/** A file with P-codes: CSV or XLSX in, the same file with columns more out. The readers are those of uploads, with their limits. Pure. */
import type { TableSummary, SaidPlaceColumn } from '../../contract/lookup/table.ts';
import type { Lang } from '../../contract/languages.ts';
import { InputError, TooLargeError } from '../../errors.ts';
import { ByteWriter } from '../../formats/archive/bytes.ts';
import { Parts } from '../../formats/personal/clean/parts.ts';
import type { UploadFile } from '../../formats/raw.ts';
import { readRange } from '../../formats/reader.ts';
import { withParts } from '../../formats/tables/parts.ts';
import { detectTable } from '../../formats/tables/table.ts';
import { CellBudget } from '../../formats/tables/rows.ts';
import { openWorkbook } from '../../formats/tables/worksheets.ts';
import { refuse } from '../../words/refusals.ts';
import { problemText } from '../../words/problems.ts';
import { say } from '../../words/words.ts';
import type { LookupGround, LookupOutlines } from '../ground.ts';
import { chooseSheet, codeTable, MOST_ROWS, type ReadSheet } from './code.ts';
import { readRecords, toSheetRows, withCells, type CsvRecords } from './csv.ts';
import { sheetReader, type SheetRows } from './sheet.ts';
import { addToSheet } from './xlsxRows.ts';
import { decodeTable } from './text.ts';

export interface TableAsked {
  lang: Lang;
  sheet?: string | undefined;
  said: readonly SaidPlaceColumn[];
  wanted: 'file' | 'summary';
}
export interface TableMade {
  summary: TableSummary;
  /** null where only the summary was asked for. */
  bytes: Uint8Array | null;
  mediaType: string;
  file: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Titles, headings and notes are rows too. */
const MOST_RECORDS = MOST_ROWS + 1000;

/** @throws InputError `lookup.no-rows`, `lookup.no-columns`, TooLargeError `lookup.too-many-rows`, and what the readers refuse */
export async function codeFile(file: UploadFile, ground: LookupGround, outlines: LookupOutlines | null, asked: TableAsked): Promise<TableMade> {
  const kind = detectTable(file);
  const name = file.name.replace(/\.[^.]*$/, '');
  if (kind === 'zip') return codeWorkbook(file, name, ground, outlines, asked);
  if (kind === 'empty') throw new InputError('table.empty', `${file.name} is empty (0 bytes). Upload the file again.`);
  if (kind !== 'text') throw refuse('table.format-unsupported', kind === 'ole' ? 'xls' : 'webPage', { file: file.name });
  const { text, bom } = decodeTable(readRange(file.source, 0, file.source.size));
  const records = recordsOf(text, file.name);
  const read = chosen(chooseSheet([toSheetRows(name, records)], ground, asked.said), asked);
  const { summary, added } = await code(read, ground, outlines, asked);
  const made = { summary, mediaType: 'text/csv; charset=utf-8', file: `${name}_pcodes.csv` };
  if (asked.wanted === 'summary') return { ...made, bytes: null };
  const out = new ByteWriter();
  if (bom) out.write('\ufeff');
  for (const piece of withCells(records, (row) => added.get(row))) out.write(piece);
  return { ...made, bytes: out.finish() };
}

function recordsOf(text: string, name: string): CsvRecords {
  try {
    return readRecords(text, MOST_RECORDS);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (error.message === 'rows') throw new TooLargeError('lookup.too-many-rows', problemText('lookup.too-many-rows'));
    throw new TooLargeError('table.cell-too-long', `${name} has a row longer than a million letters. The usual reason is a quote that is never closed; correct that row.`); // prettier-ignore
  }
}

async function codeWorkbook(file: UploadFile, name: string, ground: LookupGround, outlines: LookupOutlines | null, asked: TableAsked): Promise<TableMade> {
  const { sheets, paths, widths } = await withParts(file, async (parts) => {
    if (parts.has('content.xml')) throw new InputError('lookup.format', problemText('lookup.format'));
    if (parts.has('encrypted-package')) throw refuse('table.password', 'password', { file: file.name });
    const workbook = await openWorkbook(parts, file.name, () => refuse('table.format-unsupported', 'xlsb', { file: file.name }));
    const budget = new CellBudget(file.name);
    const read: SheetRows[] = [];
    const widths = new Map<string, number>();
    for (const sheet of workbook.sheets) {
      const { rows, add, widthOf } = sheetReader((cells) => budget.spend(cells));
      const { merges } = await workbook.readRows(sheet, add);
      if (rows.length > MOST_RECORDS) throw new TooLargeError('lookup.too-many-rows', problemText('lookup.too-many-rows'));
      read.push({ name: sheet.name, rows, merges });
      widths.set(sheet.name, widthOf());
    }
    return { sheets: read, widths, paths: new Map(workbook.sheets.map((sheet) => [sheet.name, sheet.path])) };
  });
  const read = chosen(chooseSheet(sheets, ground, asked.said, asked.sheet), asked);
  const { summary, added } = await code(read, ground, outlines, asked);
  const made = { summary, mediaType: XLSX, file: `${name}_pcodes.xlsx` };
  if (asked.wanted === 'summary') return { ...made, bytes: null };
  const parts = await Parts.open(file);
  const key = paths.get(summary.sheet)!.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
  const xml = parts.bytes.get(key);
  if (!xml) throw new InputError('table.broken-workbook', `${file.name} is damaged: a sheet is missing in its archive. Save it again first.`);
  parts.bytes.set(key, new TextEncoder().encode(addToSheet(new TextDecoder().decode(xml), widths.get(summary.sheet)!, (row) => added.get(row))));
  return { ...made, bytes: parts.write() };
}

function chosen(read: ReadSheet | null, { wanted }: TableAsked): ReadSheet {
  if (!read) throw new InputError('lookup.no-rows', problemText('lookup.no-rows'));
  if (read.table.rowNumbers.length > MOST_ROWS) throw new TooLargeError('lookup.too-many-rows', problemText('lookup.too-many-rows'));
  // How it was read is told even where nothing can be placed: that is what a person mends.
  if (wanted === 'file' && read.columns.every(({ role }) => role === 'none')) throw new InputError('lookup.no-columns', problemText('lookup.no-columns'));
  return read;
}

const code = (read: ReadSheet, ground: LookupGround, outlines: LookupOutlines | null, { lang }: TableAsked) =>
  codeTable(read, ground, outlines, (id, values) => say(lang, `pcode.${id}`, values));
