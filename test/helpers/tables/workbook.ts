/** Small workbooks for tests, written from their XML so that every oddity can be asked for; and files as uploads. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { bytesSource } from '../../../server/formats/raw.ts';
import type { UploadFile } from '../../../server/formats/raw.ts';

export interface SheetXml {
  name: string;
  /** Inside of `<sheetData>`. */
  rows: string;
  /** After `</sheetData>`. */
  after?: string;
  state?: 'hidden' | 'veryHidden';
}

/** Zip of entries, deflated; `size` lets a header lie about the unpacked size. */
export function zipOf(entries: { name: string; data: string | Uint8Array; size?: number }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size ?? bytes.length, 22);
    head.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    head.copy(central, 6, 4, 30);
    central.writeUInt16LE(20, 4);
    central.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** The texts of a zip made by `zipOf`, to be changed and zipped again. */
export function entriesOf(zip: Uint8Array): { name: string; data: string }[] {
  const bytes = Buffer.from(zip);
  const entries: { name: string; data: string }[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [packed, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + length;
    entries.push({ name: bytes.toString('utf8', at + 30, start), data: inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8') });
    at = start + packed;
  }
  return entries;
}

export function workbookOf(sheets: SheetXml[], options: { strings?: string[]; styles?: string; date1904?: boolean } = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return zipOf([
    { name: '_rels/.rels', data: `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook><workbookPr date1904="${options.date1904 ?? false}"/><sheets>${sheets
        .map((sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('rId901', 'sharedStrings', 'sharedStrings.xml')}${relation('rId902', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst>${(options.strings ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>` },
    { name: 'xl/styles.xml', data: `<styleSheet>${options.styles ?? ''}</styleSheet>` },
    ...sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<worksheet><sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}</worksheet>`,
    })),
  ]);
}

/** Rows of plain values as sheet XML; numbers as numbers, the rest as inline strings, null as nothing. */
export function rowsXml(rows: (string | number | null)[][]): string {
  return rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row
          .map((value, c) =>
            value === null
              ? ''
              : typeof value === 'number'
                ? `<c r="${columnName(c)}${r + 1}"><v>${value}</v></c>`
                : `<c r="${columnName(c)}${r + 1}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('');
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

export function uploadOf(name: string, data: string | Uint8Array): UploadFile {
  return { name, source: bytesSource(typeof data === 'string' ? Buffer.from(data) : data) };
}

/** A file of the shared real data (`caf/ps/…`) as an upload, read by position. */
export function realUpload(path: string): UploadFile {
  const full = `../shared/data/${path}`;
  return {
    name: path.replace(/^.*\//, ''),
    source: {
      size: statSync(full).size,
      read(into, position) {
        const handle = openSync(full, 'r');
        const got = readSync(handle, into, 0, into.length, position);
        closeSync(handle);
        return got;
      },
    },
  };
}

export const HAS_REAL_DATA = existsSync('../shared/data/README.md');

/** What an answer holds, to be compared: of a workbook the parts of it, as a ZIP holds moments too. */
export function toText(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('latin1');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith('docProps/'));
  return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString('latin1')}`).join('\n');
}
