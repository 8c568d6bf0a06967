/** Levels, lines and points as GeoJSON (RFC 7946): WGS 84, seven decimals, one feature a line. */
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import { joinBoxes } from '../../geometry/box.ts';
import { ByteWriter } from '../archive/bytes.ts';
import type { ExportColumn } from '../columns.ts';

/** UTF-8 bytes of a FeatureCollection; geometries are MultiPolygon, or null where a unit has none. */
export function writeGeoJson(name: string, table: FeatureTable, columns: ExportColumn[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  out.write(`{"type":"FeatureCollection","name":${JSON.stringify(name)},${bboxMember(table)}"features":[\n`);
  const headings = columns.map((column) => JSON.stringify(column.name));
  for (let row = 0; row < table.units.length; row++) {
    const properties = columns.map(({ values }, at) => `${headings[at]}:${JSON.stringify(values[row] ?? null)}`).join(',');
    out.write(`${row === 0 ? '' : ',\n'}{"type":"Feature","properties":{${properties}},"geometry":`);
    writeMultiPolygon(out, table.geometry, row);
    out.write('}');
  }
  out.write('\n]}\n');
  return out.finish();
}

function bboxMember({ units, geometry }: FeatureTable): string {
  const box = joinBoxes(units.filter((_, row) => geometry.rows[row] !== geometry.rows[row + 1]).map(({ bbox }) => bbox));
  return box ? `"bbox":[${box.map(degrees).join(',')}],` : '';
}

function writeMultiPolygon(out: ByteWriter, { rows, polygons, rings, coords }: GeometryColumn, row: number): void {
  if (rows[row] === rows[row + 1]) return out.write('null');
  out.write('{"type":"MultiPolygon","coordinates":[');
  for (let p = rows[row]!; p < rows[row + 1]!; p++) {
    out.write(p === rows[row] ? '[' : ',[');
    for (let r = polygons[p]!; r < polygons[p + 1]!; r++) {
      out.write(r === polygons[p] ? '[' : ',[');
      writePositions(out, coords, rings[r]!, rings[r + 1]!);
      out.write(']');
    }
    out.write(']');
  }
  out.write(']}');
}

/** Positions `start … end` as `[lon,lat],[lon,lat]`. */
export function writePositions(out: ByteWriter, coords: ArrayLike<number>, start: number, end: number): void {
  for (let v = start; v < end; v++) out.write(`${v === start ? '' : ','}[${degrees(coords[2 * v]!)},${degrees(coords[2 * v + 1]!)}]`);
}

/** Seven decimals, 1.1 cm: the grid of the coverage. */
export function degrees(value: number): string {
  const rounded = Math.round(value * 1e7) / 1e7;
  // Below a millionth of a degree String() would write 1e-7.
  return Math.abs(rounded) >= 1e-6 || rounded === 0 ? String(rounded === 0 ? 0 : rounded) : rounded.toFixed(7);
}
