/** The features of a layer as they are stored, and as GeoJSON, table and KML. Pure. */
import { GEOMETRY_KIND, type ExtraColumn, type FeatureTable, type GeometryColumn } from '../contract/admin.ts';
import { FEATURE_KEYS, type LayerColumn } from '../contract/overlays/layer.ts';
import { readGeometryFile, writeGeometryFile } from '../formats/geometryFile.ts';
import { cellText, type Cell } from '../formats/tables/rawTable.ts';
import { coordinatesOf } from '../geometry/coordinates.ts';
import type { Drawn } from './build.ts';
import { isKept } from './kept.ts';
import type { Part } from './read/parts.ts';

type Value = ExtraColumn['values'][number];

/** Rows largest first; the first five columns are those of FEATURE_KEYS but the id. */
export type FeatureRow = FeatureTable;

interface FeaturesInput {
  part: Part;
  columns: readonly LayerColumn[];
  drawn: Drawn;
  entries: readonly number[];
  sizes: readonly (number | null)[] | null;
  pcodes: readonly (string | null)[];
}

const { name: NAME, entry: ENTRY, size: SIZE, pcode: PCODE, id: ID } = FEATURE_KEYS;
const OWN = new Set<string>(Object.values(FEATURE_KEYS));

export function featuresFile({ part, columns, drawn, entries, sizes, pcodes }: FeaturesInput): FeatureRow {
  const names = columns.filter(({ role }) => role.is === 'name').map(({ column }) => column);
  const nameOf = (row: number) => names.map((column) => cellText(part.columns[column]!.cells[row] ?? null)).find((text) => text !== '') ?? null;
  const titles = namesOf(columns);
  const kept = columns.flatMap((column, i) => (isKept(column.role.is) ? [{ name: titles[i]!, cells: part.columns[column.column]!.cells }] : []));
  const own: ExtraColumn[] = [
    { name: NAME, values: drawn.rows.map(nameOf) },
    { name: ENTRY, values: [...entries] },
    { name: SIZE, values: sizes ? [...sizes] : drawn.rows.map(() => null) },
    { name: PCODE, values: [...pcodes] },
  ];
  return {
    level: 0,
    units: [],
    geometry: drawn.geometry,
    extra: [...own, ...kept.map(({ name, cells }) => ({ name, values: valuesOf(drawn.rows.map((row) => cells[row] ?? null)) }))],
    source: { file: part.file, layer: part.sheet, rowNumber: Uint32Array.from(drawn.rows, part.rowNumber) },
  };
}

/** Columns by their headings; of two with one heading, and of one that is called as ours are, the later gets a number. */
export function namesOf(columns: readonly Pick<LayerColumn, 'heading' | 'column'>[]): string[] {
  const taken = new Set<string>(OWN);
  return columns.map(({ heading, column }) => {
    const base = heading || `column ${column + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} ${n}`;
    taken.add(name);
    return name;
  });
}

/** Texts that are whole numbers or decimals in every row are numbers; codes with leading zeros are none. */
const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

function valuesOf(cells: readonly Cell[]): Value[] {
  const values = cells.map(toValue);
  const isNumeric = values.every((value) => value === null || typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value)));
  return isNumeric ? values.map((value) => (value === null ? null : Number(value))) : values;
}

const toValue = (cell: Cell): Value => (typeof cell === 'number' || typeof cell === 'boolean' ? cell : cellText(cell) || null);

export const writeFeatures = (features: FeatureRow): Uint8Array<ArrayBuffer> => writeGeometryFile([features]);
/** @throws InputError `geometry.unreadable` */
export const readFeatures = (bytes: Uint8Array): FeatureRow => readGeometryFile(bytes)[0]!;

export interface Position {
  readonly [index: number]: number;
}

/** GeoJSON geometry of a row. */
export function geometryOf(geometry: GeometryColumn, row: number): { type: string; coordinates: unknown } {
  const { kinds } = geometry;
  const parts = coordinatesOf(geometry, row);
  if (kinds[row] === GEOMETRY_KIND.point) {
    const points = parts.flat(2);
    return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
  }
  if (kinds[row] === GEOMETRY_KIND.line) {
    const lines = parts.flat();
    return lines.length === 1 ? { type: 'LineString', coordinates: lines[0] } : { type: 'MultiLineString', coordinates: lines };
  }
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
}

/** With our own keys beside the columns of the source; what is empty is left out. */
export function propertiesOf({ extra, source }: FeatureRow, row: number): Record<string, string | number | boolean> {
  const properties: Record<string, string | number | boolean> = { [ID]: source.rowNumber[row]! };
  for (const { name, values } of extra) if (values[row] !== null && values[row] !== undefined) properties[name] = values[row];
  return properties;
}

/** The whole layer in parts of text, each feature on a line of its own. */
export function* writeGeojson(features: FeatureRow, title: string): Generator<string> {
  yield `{"type":"FeatureCollection","name":${JSON.stringify(title)},"features":[\n`;
  for (let row = 0; row < features.geometry.kinds.length; row++)
    yield `${row === 0 ? '' : ',\n'}${JSON.stringify({ type: 'Feature', id: features.source.rowNumber[row], properties: propertiesOf(features, row), geometry: geometryOf(features.geometry, row) })}`;
  yield '\n]}\n';
}
