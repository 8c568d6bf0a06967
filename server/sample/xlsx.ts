/**
 * A small XLSX writer over fflate's ZIP. The sheets are ours, because a sample must be the same bytes each time (write-excel-file stamps the clock
 * into the archive) and because a sheet of 100,000 rows is written row by row.
 */
import { Zip, ZipDeflate } from 'fflate';

export interface SheetDate {
  /** ISO date; stored as Excel's day number with a date format. */
  date: string;
}
export type SheetCell = string | number | null | SheetDate;
export interface Sheet {
  /** At most 31 characters. */
  name: string;
  hidden?: boolean;
  rows: Iterable<SheetCell[]>;
  /** 0-based rows shown bold. */
  bold?: number[];
  /** Widths in characters. */
  widths?: number[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Days since Excel's 0 January 1900 (which counts a 29 February 1900 that never was). */
const toSerial = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

/** The workbook's bytes. The same sheets give the same bytes. */
export function xlsxBytes(sheets: Sheet[]): Uint8Array {
  const strings = new Map<string, number>();
  const entries: [string, Iterable<string>][] = [
    [
      '[Content_Types].xml',
      [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>`,
        ...sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`),
        '</Types>',
      ],
    ],
    [
      '_rels/.rels',
      [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    ],
    [
      'xl/workbook.xml',
      [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
        ...sheets.map((sheet, i) => `<sheet name="${escape(sheet.name)}" sheetId="${i + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`),
        '</sheets></workbook>',
      ],
    ],
    [
      'xl/_rels/workbook.xml.rels',
      [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
        ...sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`),
        `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId${sheets.length + 2}" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ],
    ],
    [
      'xl/styles.xml',
      [
        `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>`,
        '<cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>',
      ],
    ],
    ...sheets.map((sheet, i): [string, Iterable<string>] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, strings)]),
    // Last, because the sheets fill it.
    ['xl/sharedStrings.xml', stringsXml(strings)],
  ];
  return zip(entries);
}

function* sheetXml(sheet: Sheet, strings: Map<string, number>): Generator<string> {
  const widths = sheet.widths?.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  let text = `${HEAD}<worksheet xmlns="${MAIN}">${widths ? `<cols>${widths}</cols>` : ''}<sheetData>`;
  const bold = new Set(sheet.bold);
  const columns: string[] = [];
  let number = 0;
  for (const row of sheet.rows) {
    const style = bold.has(number) ? ' s="2"' : '';
    number++;
    text += `<row r="${number}">`;
    for (let i = 0; i < row.length; i++) {
      const cell = row[i]!;
      if (cell === null) continue;
      const at = `${(columns[i] ??= columnName(i))}${number}`;
      if (typeof cell === 'number') text += `<c r="${at}"${style}><v>${cell}</v></c>`;
      else if (typeof cell === 'object') text += `<c r="${at}" s="1"><v>${toSerial(cell.date)}</v></c>`;
      else {
        let index = strings.get(cell);
        if (index === undefined) strings.set(cell, (index = strings.size));
        text += `<c r="${at}"${style} t="s"><v>${index}</v></c>`;
      }
    }
    text += '</row>';
    if (text.length > 1 << 19) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData></worksheet>`;
}

function* stringsXml(strings: Map<string, number>): Generator<string> {
  yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) yield `<si><t xml:space="preserve">${escape(text)}</t></si>`;
  yield '</sst>';
}

/** A ZIP archive in which every entry is dated on 1 January 1980, the first day that ZIP knows. */
function zip(entries: [string, Iterable<string>][]): Uint8Array {
  const parts: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    parts.push(bytes);
  });
  for (const [name, texts] of entries) {
    const file = new ZipDeflate(name, { level: 5 });
    file.mtime = new Date(1980, 0, 1);
    archive.add(file);
    for (const text of texts) file.push(Buffer.from(text));
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  return Buffer.concat(parts);
}
