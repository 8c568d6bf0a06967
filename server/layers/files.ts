/** A layer as files for others: a table with coordinates or WKT, KML, and the table of its units. Pure. */
import { GEOMETRY_KIND, type GeometryColumn } from '../contract/admin.ts';
import { FEATURE_KEYS, type LayerUnit, type LayerUnits } from '../contract/overlays/layer.ts';
import { ByteWriter } from '../formats/archive/bytes.ts';
import { toCsv } from '../formats/tables/write.ts';
import { escapeXml } from '../formats/text/escape.ts';
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

/** Rings of each part of a row, as texts of positions with `between` in a position and `apart` between positions. */
function textsOf({ coords, rings, polygons, rows }: GeometryColumn, row: number, between: string, apart: string): string[][] {
  const parts: string[][] = [];
  for (let p = rows[row]!; p < rows[row + 1]!; p++) {
    const part: string[] = [];
    for (let r = polygons[p]!; r < polygons[p + 1]!; r++) {
      const positions: string[] = [];
      for (let v = rings[r]!; v < rings[r + 1]!; v++) positions.push(`${coords[2 * v]}${between}${coords[2 * v + 1]}`);
      part.push(positions.join(apart));
    }
    parts.push(part);
  }
  return parts;
}

export function toWkt(geometry: GeometryColumn, row: number): string {
  const parts = textsOf(geometry, row, ' ', ', ');
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

/** Control characters that no XML may hold. */
// oxlint-disable-next-line no-control-regex -- these are what must not be in XML
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const xml = (text: string) => escapeXml(text.replace(FORBIDDEN, ''));

/** KML 2.2: a placemark for each feature, with its columns as data. */
export function toKml(features: FeatureRow, title: string): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const { geometry } = features;
  out.write(`<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xml(title)}</name>\n`);
  for (let row = 0; row < geometry.kinds.length; row++) {
    const { [FEATURE_KEYS.name]: name, [FEATURE_KEYS.entry]: _, [FEATURE_KEYS.size]: __, ...properties } = propertiesOf(features, row);
    out.write(`<Placemark>${name === undefined ? '' : `<name>${xml(String(name))}</name>`}<ExtendedData>`);
    for (const [key, value] of Object.entries(properties)) out.write(`<Data name="${xml(key)}"><value>${xml(String(value))}</value></Data>`);
    out.write(`</ExtendedData>${kmlGeometry(geometry, row)}</Placemark>\n`);
  }
  out.write('</Document></kml>\n');
  return out.finish();
}

function kmlGeometry(geometry: GeometryColumn, row: number): string {
  const parts = textsOf(geometry, row, ',', ' ');
  const kind = geometry.kinds[row];
  const coordinates = (text: string) => `<coordinates>${text}</coordinates>`;
  const ring = (text: string) => `<LinearRing>${coordinates(text)}</LinearRing>`;
  const shapes =
    kind === GEOMETRY_KIND.point
      ? parts.flat().map((each) => `<Point>${coordinates(each)}</Point>`)
      : kind === GEOMETRY_KIND.line
        ? parts.flat().map((each) => `<LineString>${coordinates(each)}</LineString>`)
        : parts.map(
            ([shell = '', ...holes]) =>
              `<Polygon><outerBoundaryIs>${ring(shell)}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('')}</Polygon>`,
          );
  return shapes.length === 1 ? shapes[0]! : `<MultiGeometry>${shapes.join('')}</MultiGeometry>`;
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
