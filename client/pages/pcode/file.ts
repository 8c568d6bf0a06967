/** A CSV or XLSX opened in the browser, and written again with cells added to its rows; everything else in it stays as it was. */
import { unzipSync, zipSync } from 'fflate';
import type { WorkbookParts } from '../../../server/formats/tables/parts.ts';
import { openWorkbook } from '../../../server/formats/tables/worksheets.ts';
import { XmlScanner } from '../../../server/formats/tables/xml.ts';
import { readRecords, toSheetRows, withCells } from '../../../server/lookup/table/csv.ts';
import { sheetReader, type SheetRows } from '../../../server/lookup/table/sheet.ts';
import { decodeTable } from '../../../server/lookup/table/text.ts';
import { addToSheet } from '../../../server/lookup/table/xlsxRows.ts';

type Added = (row: number) => readonly string[] | undefined;
export interface OpenedFile {
  sheets: SheetRows[];
  write(sheet: string, added: Added): { name: string; media: string; bytes: Uint8Array };
}

/** A hundred thousand rows, and titles. */
const MOST_RECORDS = 101_000;
/** Of what a workbook unpacks to, all parts together. */
const MOST_BYTES = 768 << 20;

/** @throws where the file is no such table */
export async function openFile(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const stem = name.replace(/\.[^.]*$/, '');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openXlsx(stem, bytes);
  const { text, bom } = decodeTable(bytes);
  const records = readRecords(text, MOST_RECORDS);
  return {
    sheets: [toSheetRows(stem, records)],
    write: (_sheet, added) => ({
      name: `${stem}_pcodes.csv`,
      media: 'text/csv',
      bytes: new TextEncoder().encode((bom ? '\ufeff' : '') + [...withCells(records, added)].join('')),
    }),
  };
}

async function openXlsx(stem: string, bytes: Uint8Array): Promise<OpenedFile> {
  let total = 0;
  const entries = unzipSync(bytes, {
    filter({ originalSize }) {
      total += originalSize;
      if (total > MOST_BYTES) throw new RangeError('size');
      return true;
    },
  });
  const keys = new Map(Object.keys(entries).map((key) => [toKey(key), key]));
  const parts: WorkbookParts = {
    has: (part) => keys.has(toKey(part)),
    names: [...keys.keys()],
    sizeOf: (part) => entries[keys.get(toKey(part)) ?? '']?.length ?? 0,
    async read(part, handler) {
      const scanner = new XmlScanner(handler, stem);
      scanner.write(new TextDecoder('utf-8', { fatal: true }).decode(entries[keys.get(toKey(part)) ?? ''] ?? new Uint8Array(0)));
      scanner.end();
    },
  };
  const workbook = await openWorkbook(parts, stem);
  const sheets: SheetRows[] = [];
  const found = new Map<string, { key: string; width: number }>();
  for (const sheet of workbook.sheets) {
    const { rows, add, widthOf } = sheetReader();
    const { merges } = await workbook.readRows(sheet, add);
    sheets.push({ name: sheet.name, rows, merges });
    found.set(sheet.name, { key: keys.get(toKey(sheet.path))!, width: widthOf() });
  }
  return {
    sheets,
    write(sheet, added) {
      const { key, width } = found.get(sheet)!;
      const xml = addToSheet(new TextDecoder().decode(entries[key]), width, added);
      return {
        name: `${stem}_pcodes.xlsx`,
        media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: zipSync({ ...entries, [key]: new TextEncoder().encode(xml) }),
      };
    },
  };
}

/** `/XL\Workbook.xml` → `xl/workbook.xml` (ECMA-376 part 2, 6.2.2). */
function toKey(name: string): string {
  const path: string[] = [];
  for (const step of name.replaceAll('\\', '/').toLowerCase().split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
