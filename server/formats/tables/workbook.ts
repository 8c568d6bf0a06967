/**
 * XLSX from columns, written as a stream of deflated pieces: 42,000 units × 54 columns need no tree of cells.
 * Text is written as text, so nothing in it can run as a formula.
 */
import { writeZip } from '../archive/writeZip.ts';
import type { ExportColumn } from '../columns.ts';

export interface SheetOut {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  name: string;
  rows: number;
  columns: ExportColumn[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Cells of XML pack nearly as well at level 3 as at 6, in half of the time. */
const LEVEL = 3;

/** A workbook with one sheet for each table; the first row holds the headings and stays in view. */
export function writeWorkbook(sheets: SheetOut[]): Uint8Array<ArrayBuffer> {
  const numbers = sheets.map((_, i) => i + 1);
  const types = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${numbers
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
    .join('')}</Types>`;
  const root = `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((sheet, i) => `<sheet name="${escape(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`;
  const relations = `${HEAD}<Relationships xmlns="${RELATIONS}">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`;
  return writeZip(
    [
      { name: '[Content_Types].xml', pieces: [types] },
      { name: '_rels/.rels', pieces: [root] },
      { name: 'xl/workbook.xml', pieces: [workbook] },
      { name: 'xl/_rels/workbook.xml.rels', pieces: [relations] },
      ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, pieces: sheetXml(sheet) })),
    ],
    LEVEL,
  );
}

function* sheetXml({ rows, columns }: SheetOut): Generator<string> {
  const places = columns.map((_, c) => columnName(c));
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield `<row r="1">${columns.map(({ name }, c) => textCell(`${places[c]}1`, name)).join('')}</row>`;
  for (let row = 0; row < rows; row++) {
    let xml = `<row r="${row + 2}">`;
    for (let c = 0; c < columns.length; c++) {
      const value = columns[c]!.values[row] ?? null;
      if (value === null) continue;
      const place = `${places[c]!}${row + 2}`;
      xml += typeof value === 'number' ? `<c r="${place}"><v>${value}</v></c>` : textCell(place, String(value));
    }
    yield `${xml}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

/** Control characters have no place in XML 1.0. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
