/** A shapefile that was written is opened by the `shapefile` package, which shares no code with the writer, before it is handed out (decision 0037). */
import type { Position } from 'geojson';
import { openDbf, openShp } from 'shapefile';
import type { FeatureTable } from '../../contract/admin.ts';
import { concat } from '../archive/bytes.ts';
import type { ExportColumn } from '../columns.ts';

/** Vertices that are read back. The package makes a list for each: half a million take a fifth of a second of CPU; of more, rows are taken evenly. */
const MOST_VERTICES = 500_000;
const HEADER = 100;
/** A header of dBASE: 32 bytes, then as many for each field, whose name is first, then one byte. */
const [FIELD, NAME_LENGTH, FIELDS_END] = [32, 11, 0x0d];

/** The parts that are compared, as they will be handed out. */
export interface WrittenShapefile {
  shp: Uint8Array;
  shx: Uint8Array;
  dbf: Uint8Array;
}

/**
 * Compares what the package reads with what was to be written: as many records in all three parts, and of the rows that are read back each
 * coordinate, bit for bit, and each text. Rows are found by the .shx, so a wrong index shows as wrong shapes.
 * @throws Error which row differs: a fault of the writer, so nothing is handed out
 */
export async function verifyShapefile(name: string, { shp, shx, dbf }: WrittenShapefile, table: FeatureTable, columns: ExportColumn[]): Promise<void> {
  const rows = table.units.length;
  const index = new DataView(shx.buffer, shx.byteOffset, shx.byteLength);
  const dbfView = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const fault = (what: string) => new Error(`${name} cannot be served: ${what}.`);
  if ((shx.length - HEADER) / 8 !== rows) throw fault(`its .shx has ${(shx.length - HEADER) / 8} records, not ${rows}`);
  if (dbfView.getUint32(4, true) !== rows) throw fault(`its .dbf has ${dbfView.getUint32(4, true)} records, not ${rows}`);
  const chosen = chooseRows(table);
  const [headerLength, recordLength] = [dbfView.getUint16(8, true), dbfView.getUint16(10, true)];
  const record = (row: number) => {
    const at = 2 * index.getUint32(HEADER + 8 * row);
    return shp.subarray(at, at + 8 + 2 * index.getUint32(HEADER + 8 * row + 4));
  };
  const shapes = await openShp(concat([shp.subarray(0, HEADER), ...chosen.map(record)]));
  const cells = await openDbf(
    concat([
      numberFields(Uint8Array.from(dbf.subarray(0, headerLength))),
      ...chosen.map((row) => dbf.subarray(headerLength + row * recordLength, headerLength + (row + 1) * recordLength)),
    ]),
    { encoding: 'utf-8' },
  );
  for (const row of chosen) {
    const [shape, cell] = [await shapes.read(), await cells.read()];
    if (shape.done || !isSameShape(shape.value, table, row)) throw fault(`row ${row + 1} is read with a different shape`);
    const wrong = cell.done ? 'cells' : wrongCell(Object.values(cell.value as object), columns, row);
    if (wrong) throw fault(`row ${row + 1} is read with other ${wrong}`);
  }
}

/** Fields by their numbers: the package gives an object for each row, which keeps neither `__proto__` nor the place of a field called 2019. */
function numberFields(header: Uint8Array): Uint8Array {
  for (let at = FIELD, n = 0; header[at] !== FIELDS_END && at < header.length; at += FIELD, n++) {
    header.fill(0, at, at + NAME_LENGTH);
    header.set(Buffer.from(`c${n}`), at);
  }
  return header;
}

/** All rows, or as many, evenly, as have MOST_VERTICES together; a single larger one is left out. */
function chooseRows({ geometry: { rows, polygons, rings }, units }: FeatureTable): number[] {
  const verticesBefore = (row: number) => rings[polygons[rows[row]!]!]!;
  const step = Math.max(1, Math.ceil((verticesBefore(units.length) - verticesBefore(0)) / MOST_VERTICES));
  const chosen: number[] = [];
  for (let row = 0, left = MOST_VERTICES; row < units.length; row += step) {
    const vertices = verticesBefore(row + 1) - verticesBefore(row);
    if (vertices > left) continue;
    left -= vertices;
    chosen.push(row);
  }
  return chosen;
}

/** The package groups rings by their winding, so its polygons may come in another order; a ring is compared with the one that starts alike. */
function isSameShape(
  shape: { type: string; coordinates?: unknown } | null,
  { geometry: { rows, polygons, rings, coords } }: FeatureTable,
  row: number,
): boolean {
  const [first, last] = [polygons[rows[row]!]!, polygons[rows[row + 1]!]!];
  // Without a point there is no shape, whatever rings there are.
  if (rings[first] === rings[last]) return shape === null;
  const read = (
    shape?.type === 'Polygon' ? shape.coordinates : shape?.type === 'MultiPolygon' ? (shape.coordinates as Position[][][]).flat() : []
  ) as Position[][];
  if (read.length !== last - first) return false;
  const waiting = [...read];
  for (let ring = first; ring < last; ring++) {
    const [start, end] = [rings[ring]!, rings[ring + 1]!];
    // Written from its end.
    const same = waiting.findIndex(
      (each) =>
        each.length === end - start && each.every(([x, y], at) => Object.is(x, coords[2 * (end - 1 - at)]) && Object.is(y, coords[2 * (end - 1 - at) + 1])),
    );
    if (same < 0) return false;
    waiting.splice(same, 1);
  }
  return true;
}

/** The heading of a text that is read as another; texts are cut at 254 bytes by the format, and blanks at their ends are not told from its own. */
function wrongCell(read: unknown[], columns: ExportColumn[], row: number): string | null {
  if (read.length !== columns.length) return 'columns';
  const wrong = columns.findIndex(({ values }, at) => {
    const value = values[row];
    if (typeof value !== 'string' || typeof read[at] !== 'string') return typeof value === 'string' && value.trim() !== '' && read[at] === null;
    return value.trim() !== read[at] && !(Buffer.byteLength(value) > 254 && value.trimStart().startsWith(read[at]));
  });
  return wrong < 0 ? null : columns[wrong]!.name;
}
