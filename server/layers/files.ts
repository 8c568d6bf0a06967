/** A layer as files for others: a table with coordinates or WKT, KML, and the table of its units. Pure. */
import { GEOMETRY_KIND, type GeometryColumn } from '../contract/admin.ts';
import { FEATURE_KEYS, type LayerUnit, type LayerUnits } from '../contract/overlays/layer.ts';
import { ByteWriter } from '../formats/archive/bytes.ts';
import { positionsOf, writeKml } from '../formats/kml/write.ts';
import { toCsv } from '../formats/tables/write.ts';
import { rowVertices } from '../geometry/ring.ts';
import { propertiesOf, writeGeojson, type FeatureRow } from './features.ts';

/** UTF-8 bytes of GeoJSON (RFC 7946), each feature on a line of its own. */
export function toGeojson(features: FeatureRow, title: string): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  for (const part of writeGeojson(features, title)) out.write(part);
  return out.finish();
}

/** Points have longitude and latitude, lines and areas WKT; then the unit, then the columns of the source. */
export function toTable(features: FeatureRow): Uint8Array<ArrayBuffer> {
  const { geometry, extra, source } = features;
  const isPoints = [...geometry.kinds].every((kind, row) => kind === GEOMETRY_KIND.point && spanOf(geometry, row) === 1);
  const columns = extra.filter(({ name }) => name === FEATURE_KEYS.pcode || !name.startsWith('_') || !(Object.values(FEATURE_KEYS) as string[]).includes(name));
  const heading = (name: string) => (name === FEATURE_KEYS.pcode ? 'unit_pcode' : name);
  const rows: (string | number | boolean | null)[][] = [
    ['row', ...(isPoints ? ['longitude', 'latitude'] : ['wkt']), ...columns.map(({ name }) => heading(name))],
  ];
  for (let row = 0; row < geometry.kinds.length; row++) {
    const at = 2 * rowVertices(geometry, row)[0];
    const place = isPoints ? [geometry.coords[at]!, geometry.coords[at + 1]!] : [toWkt(geometry, row)];
    rows.push([source.rowNumber[row]!, ...place, ...columns.map(({ values }) => values[row] ?? null)]);
  }
  return toCsv(rows);
}

const spanOf = (geometry: GeometryColumn, row: number) => rowVertices(geometry, row)[1] - rowVertices(geometry, row)[0];

export function toWkt(geometry: GeometryColumn, row: number): string {
  const parts = positionsOf(geometry, row, ' ', ', ');
  const kind = geometry.kinds[row];
  if (kind === GEOMETRY_KIND.point) {
    const points = parts.flat();
    return points.length === 1 ? `POINT (${points[0]})` : `MULTIPOINT (${points.map((each) => `(${each})`).join(', ')})`;
  }
  if (kind === GEOMETRY_KIND.line) {
    const lines = parts.flat();
    return lines.length === 1 ? `LINESTRING (${lines[0]})` : `MULTILINESTRING (${lines.map((each) => `(${each})`).join(', ')})`;
  }
  const polygons = parts.map((rings) => `(${rings.map((ring) => `(${ring})`).join(', ')})`);
  return polygons.length === 1 ? `POLYGON ${polygons[0]}` : `MULTIPOLYGON (${polygons.join(', ')})`;
}

/** KML 2.2: a placemark for each feature, with its columns as data. */
export function toKml(features: FeatureRow, title: string): Uint8Array<ArrayBuffer> {
  const { geometry } = features;
  const placemarks = Array.from({ length: geometry.kinds.length }, (_, row) => {
    const { [FEATURE_KEYS.name]: name, [FEATURE_KEYS.entry]: _entry, [FEATURE_KEYS.size]: _size, ...properties } = propertiesOf(features, row);
    const data = Object.entries(properties).map(([key, value]) => [key, String(value)] as const);
    return { name: name === undefined ? undefined : String(name), data, geometry, row };
  });
  return writeKml(title, [{ name: null, placemarks }]);
}

/** One row for each unit, the country last; what is withheld is empty. */
export function unitsTable({ units, total, legend }: LayerUnits): Uint8Array<ArrayBuffer> {
  const has = (of: (unit: LayerUnit) => unknown) => units.some((unit) => of(unit) !== null) || of(total) !== null;
  const numbers = [
    ['features', (unit: LayerUnit) => unit.features],
    ['placed_as_nearest', (unit: LayerUnit) => unit.near],
    ['sum', (unit: LayerUnit) => unit.sum],
    ['length_km', (unit: LayerUnit) => unit.lengthKm],
    ['area_km2', (unit: LayerUnit) => unit.areaKm2],
    ['share_of_unit', (unit: LayerUnit) => unit.share],
  ] as const;
  const told = numbers.filter(([name, of]) => name === 'features' || has(of));
  const classes = has(({ classes: own }) => own) ? legend : [];
  const row = (unit: LayerUnit) => [unit.level, unit.pcode, unit.name, ...told.map(([, of]) => of(unit)), ...classes.map((_, i) => unit.classes?.[i] ?? null)];
  return toCsv([
    ['level', 'pcode', 'name', ...told.map(([name]) => name), ...classes.map((value) => `features: ${value ?? 'other'}`)],
    ...units.map(row),
    row(total),
  ]);
}
