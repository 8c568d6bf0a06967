/** Levels as tables without geometry: CSV of one level, a workbook of many. */
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { ExportColumn } from '../columns.ts';

/**
 * RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to see the encoding. Cells that would run as formulas get an apostrophe in
 * front; a lone line feed within a text is quoted as well, which the package does for its own ends of records only.
 */
export const toCsv = (rows: readonly (readonly (string | number | boolean | null)[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `\uFEFF${stringify([...rows], { escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/, cast: { boolean: String } })}`,
  );

/** One level as a table. */
export function writeCsv(columns: ExportColumn[]): Uint8Array<ArrayBuffer> {
  const rows = [
    columns.map(({ name }) => name),
    ...Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) => columns.map(({ values }) => values[row] ?? null)),
  ];
  return toCsv(rows);
}

/**
 * One sheet for each level. Text is written with the type text, so `=1+1` in a name stays a name; numbers are numbers.
 * P-codes keep their zeros because they are text.
 */
export async function writeXlsx(sheets: { name: string; columns: ExportColumn[] }[], { rightToLeft = false } = {}): Promise<Uint8Array> {
  const data = sheets.map(({ name, columns }) => ({
    // A sheet's name is short, and these signs are not allowed in it (ECMA-376 §18.2.19 and what Excel opens).
    sheet: name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    stickyRowsCount: 1,
    rightToLeft,
    columns: columns.map((column) => ({ width: widthOf(column) })),
    data: [
      columns.map((column) => ({ value: column.name, type: String, fontWeight: 'bold' as const })),
      ...Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) => columns.map(({ values }) => toCell(values[row] ?? null))),
    ],
  }));
  return writeXlsxFile(data).toBuffer();
}

/** As wide as what stands in it, within reason, in characters. */
function widthOf({ name, values }: ExportColumn): number {
  const longest = values.slice(0, 500).reduce<number>((most, value) => Math.max(most, String(value ?? '').length), name.length);
  return Math.max(8, Math.min(60, longest + 2));
}

function toCell(value: ExportColumn['values'][number]) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  return typeof value === 'boolean' ? { value, type: Boolean } : { value, type: String };
}
