/** ESRI shapefile (1998 white paper) of one level: .shp, .shx, .dbf in UTF-8, .prj, .cpg. No package that is kept writes it. */
import type { FeatureTable } from '../../contract/admin.ts';
import { rowBbox } from '../../geometry/ring.ts';
import type { ExportColumn, ExportValue } from '../columns.ts';
import { asText, fieldType, type FieldType } from '../fieldTypes.ts';
import { concat } from '../archive/bytes.ts';

const PRJ = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const POLYGON = 5;
const NULL_SHAPE = 0;

export interface ShapefileLoss {
  /** Column, and what became of it. */
  column: string;
  detail: string;
}

/** The parts of one shapefile. Headings are cut to ten letters and text to 254 bytes, which is all the format has; `losses` says where. */
export function writeShapefile(
  name: string,
  table: FeatureTable,
  columns: ExportColumn[],
): { files: { name: string; bytes: Uint8Array }[]; losses: ShapefileLoss[] } {
  const { shp, shx } = writeShapes(table);
  const { dbf, losses } = writeDbf(columns, table.units.length);
  const text = (value: string) => new TextEncoder().encode(value);
  return {
    files: [
      { name: `${name}.shp`, bytes: shp },
      { name: `${name}.shx`, bytes: shx },
      { name: `${name}.dbf`, bytes: dbf },
      { name: `${name}.prj`, bytes: text(PRJ) },
      { name: `${name}.cpg`, bytes: text('UTF-8') },
    ],
    losses,
  };
}

function writeShapes({ geometry, units }: FeatureTable): { shp: Uint8Array; shx: Uint8Array } {
  const { rows, polygons, rings, coords } = geometry;
  const records: Uint8Array[] = [];
  const index = new Uint8Array(8 * units.length);
  const indexView = new DataView(index.buffer);
  let bounds: [number, number, number, number] = [0, 0, 0, 0];
  let isFirst = true;
  let offset = 50;
  for (let row = 0; row < units.length; row++) {
    const box = rowBbox(geometry, row);
    const [firstRing, lastRing] = [polygons[rows[row]!]!, polygons[rows[row + 1]!]!];
    const [parts, points] = [lastRing - firstRing, rings[lastRing]! - rings[firstRing]!];
    const bytes = new Uint8Array(box ? 8 + 44 + 4 * parts + 16 * points : 12);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, row + 1);
    view.setUint32(4, (bytes.length - 8) / 2);
    view.setUint32(8, box ? POLYGON : NULL_SHAPE, true);
    if (box) {
      bounds = isFirst ? box : [Math.min(bounds[0], box[0]), Math.min(bounds[1], box[1]), Math.max(bounds[2], box[2]), Math.max(bounds[3], box[3])];
      isFirst = false;
      box.forEach((value, at) => view.setFloat64(12 + 8 * at, value, true));
      view.setUint32(44, parts, true);
      view.setUint32(48, points, true);
      let at = 52 + 4 * parts;
      for (let ring = firstRing; ring < lastRing; ring++) {
        view.setUint32(52 + 4 * (ring - firstRing), rings[ring]! - rings[firstRing]!, true);
        // Shapefile shells are clockwise, so every ring is written from its end.
        for (let v = rings[ring + 1]! - 1; v >= rings[ring]!; v--, at += 16) {
          view.setFloat64(at, coords[2 * v]!, true);
          view.setFloat64(at + 8, coords[2 * v + 1]!, true);
        }
      }
    }
    indexView.setUint32(8 * row, offset);
    indexView.setUint32(8 * row + 4, (bytes.length - 8) / 2);
    offset += bytes.length / 2;
    records.push(bytes);
  }
  const header = (words: number) => {
    const bytes = new Uint8Array(100);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 9994);
    view.setUint32(24, words);
    view.setUint32(28, 1000, true);
    view.setUint32(32, POLYGON, true);
    bounds.forEach((value, at) => view.setFloat64(36 + 8 * at, value, true));
    return bytes;
  };
  return { shp: concat([header(offset), ...records]), shx: concat([header(50 + 4 * units.length), index]) };
}

interface Field {
  name: string;
  code: 'C' | 'N' | 'L' | 'D';
  width: number;
  decimals: number;
  cells: Uint8Array[];
}

const MAX_TEXT = 254;
const encoder = new TextEncoder();

function writeDbf(columns: ExportColumn[], rows: number): { dbf: Uint8Array; losses: ShapefileLoss[] } {
  const losses: ShapefileLoss[] = [];
  const taken = new Set<string>();
  const fields = columns.map((column) => toField(column, taken, losses));
  const recordLength = 1 + fields.reduce((sum, { width }) => sum + width, 0);
  const headerLength = 33 + 32 * fields.length;
  const dbf = new Uint8Array(headerLength + rows * recordLength + 1).fill(32);
  const view = new DataView(dbf.buffer);
  dbf.fill(0, 0, headerLength);
  // dBASE III; the date of change is fixed, so that the same data gives the same bytes.
  dbf.set([3, 100, 1, 1]);
  view.setUint32(4, rows, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength, true);
  fields.forEach(({ name, code, width, decimals }, at) => {
    const start = 32 + 32 * at;
    dbf.set(encoder.encode(name), start);
    dbf[start + 11] = code.charCodeAt(0);
    dbf[start + 16] = width;
    dbf[start + 17] = decimals;
  });
  dbf[headerLength - 1] = 13;
  for (let row = 0; row < rows; row++) {
    let at = headerLength + row * recordLength + 1;
    for (const { code, width, cells } of fields) {
      const cell = cells[row]!;
      dbf.set(cell, code === 'N' ? at + width - cell.length : at);
      at += width;
    }
  }
  dbf[dbf.length - 1] = 26;
  return { dbf, losses };
}

function toField(column: ExportColumn, taken: Set<string>, losses: ShapefileLoss[]): Field {
  const type = fieldType(column);
  const name = shortName(column.name, taken);
  if (name !== column.name) losses.push({ column: column.name, detail: `heading written as ${name}` });
  const texts = column.values.map((value) => toText(value, type));
  let cut = 0;
  const cells = texts.map((text) => {
    const bytes = encoder.encode(text);
    if (bytes.length <= MAX_TEXT) return bytes;
    cut++;
    return cutUtf8(bytes);
  });
  if (cut > 0) losses.push({ column: column.name, detail: `${cut} cells cut to ${MAX_TEXT} bytes` });
  const width = Math.max(1, ...cells.map(({ length }) => length));
  if (type === 'date') return { name, code: 'D', width: 8, decimals: 0, cells };
  if (type === 'boolean') return { name, code: 'L', width: 1, decimals: 0, cells };
  if (type === 'text') return { name, code: 'C', width, decimals: 0, cells };
  const decimals = Math.max(0, ...texts.map((text) => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)));
  return { name, code: 'N', width, decimals, cells };
}

function toText(value: ExportValue, type: FieldType): string {
  if (value === null) return '';
  if (type === 'date') return String(value).replaceAll('-', '');
  if (type === 'boolean') return value ? 'T' : 'F';
  // Numbers have 19 digits at most in a .dbf; toFixed never writes an exponent.
  if (type === 'real')
    return (value as number)
      .toFixed(Math.abs(value as number) < 1e9 ? 8 : 2)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  return asText(value)!;
}

/** Cut before the character that does not fit whole. */
function cutUtf8(bytes: Uint8Array): Uint8Array {
  let end = MAX_TEXT;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

/** Ten bytes, letters, digits and underscores, unique whatever the case. */
function shortName(name: string, taken: Set<string>): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .replace(/[^A-Za-z0-9_]/g, '_') || 'field';
  let short = plain.slice(0, 10);
  for (let copy = 1; taken.has(short.toLowerCase()); copy++) short = `${plain.slice(0, 10 - 1 - String(copy).length)}_${copy}`;
  taken.add(short.toLowerCase());
  return short;
}
