/**
 * A small XLSX writer. Ours, because a sample must be the same bytes each time (libraries stamp the clock into the archive) and
 * because a sheet of 100,000 rows is written row by row.
 */
import { createDeflateRaw, crc32 } from 'node:zlib';

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
export async function xlsxBytes(sheets: Sheet[]): Promise<Uint8Array> {
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

async function deflate(parts: Iterable<string>): Promise<{ bytes: Buffer; crc: number; size: number }> {
  const stream = createDeflateRaw({ level: 5 });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject));
  let crc = 0;
  let size = 0;
  for (const part of parts) {
    const bytes = Buffer.from(part);
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!stream.write(bytes)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.end();
  await ended;
  return { bytes: Buffer.concat(chunks), crc, size };
}

/** A plain ZIP archive (APPNOTE 6.3.3), every entry dated 1 January 1980, the first day ZIP knows. */
async function zip(entries: [string, Iterable<string>][]): Promise<Uint8Array> {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, parts] of entries) {
    const { bytes, crc, size } = await deflate(parts);
    const path = Buffer.from(name);
    // From "version needed" to "extra length" both headers hold the same 26 bytes.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, path);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, path, bytes];
    body.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, ...directory, end]);
}
