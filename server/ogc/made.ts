/** Features of a layer as a collection: one shape for all of them, multi where any is. Pure. */
import { GEOMETRY_KIND, type GeometryColumn } from '../contract/admin.ts';
import { coordinatesOf } from '../geometry/coordinates.ts';
import { rowBbox } from '../geometry/ring.ts';
import { boxOf, fieldsOf, packProperties, type GeometryName, type Rows, type Value } from './rows.ts';

export interface LayerFeatures {
  ids: string[];
  properties: Record<string, Value>[];
  geometry: GeometryColumn;
}

/** @returns its rows, and the JSON of the geometry of each */
export function fromFeatures({ ids, properties, geometry }: LayerFeatures): { rows: Rows; textOf: (row: number) => string } {
  const name = nameOf(geometry);
  const boxes = new Float64Array(4 * ids.length);
  for (let row = 0; row < ids.length; row++) boxes.set(rowBbox(geometry, row) ?? [NaN, NaN, NaN, NaN], 4 * row);
  const fields = fieldsOf(properties);
  const queryables = new Map(fields.filter(({ type }) => type === 'string').map(({ name: field }) => [field, properties.map((each) => each[field] ?? null)]));
  return {
    rows: { ids, boxes, bbox: boxOf(boxes), geometry: name, fields, ...packProperties(properties), queryables, validity: null },
    textOf: (row) => JSON.stringify(geometryOf(geometry, row, name)),
  };
}

const isPoint = (kind: number | undefined) => kind === GEOMETRY_KIND.point;

function nameOf({ kinds, rows, rings, polygons }: GeometryColumn): GeometryName {
  if (!isPoint(kinds[0])) return kinds[0] === GEOMETRY_KIND.line ? 'MultiLineString' : 'MultiPolygon';
  const vertices = (row: number) => rings[polygons[rows[row + 1]!]!]! - rings[polygons[rows[row]!]!]!;
  for (let row = 0; row < kinds.length; row++) if (vertices(row) > 1) return 'MultiPoint';
  return 'Point';
}

function geometryOf(geometry: GeometryColumn, row: number, name: GeometryName): { type: string; coordinates: unknown } | null {
  if (geometry.rows[row] === geometry.rows[row + 1]) return null;
  const parts = coordinatesOf(geometry, row);
  if (name === 'MultiPolygon') return { type: name, coordinates: parts };
  if (name === 'MultiLineString') return { type: name, coordinates: parts.flat() };
  const points = parts.flat(2);
  return name === 'Point' ? { type: name, coordinates: points[0] } : { type: name, coordinates: points };
}
