/** Geometry of ArcGIS as GeoJSON, for servers that give nothing else. Of rings the direction says which are holes: clockwise ones are outer (ArcGIS REST API, geometry objects). */
import { fault } from '../faults.ts';
import { isObject, type Json, type JsonObject } from './ask.ts';

type Position = number[];
type Ring = Position[];

const positionOf = (value: Json): Position => {
  if (!Array.isArray(value) || typeof value[0] !== 'number' || typeof value[1] !== 'number') throw fault('harvest.answer');
  return [value[0], value[1]];
};
const lineOf = (value: Json): Ring => {
  if (!Array.isArray(value)) throw fault('harvest.answer');
  return value.map(positionOf);
};
const linesOf = (value: Json): Ring[] => {
  if (!Array.isArray(value)) throw fault('harvest.answer');
  return value.map(lineOf);
};

/** @throws InputError `harvest.answer` for curves and whatever else has no counterpart */
export function toFeature(feature: JsonObject): JsonObject {
  const { attributes, geometry } = feature;
  if (!isObject(attributes)) throw fault('harvest.answer');
  return { type: 'Feature', properties: attributes, geometry: geometry === undefined || geometry === null ? null : toGeometry(geometry) };
}

function toGeometry(geometry: Json): JsonObject | null {
  if (!isObject(geometry)) throw fault('harvest.answer');
  const { x, y, points, paths, rings } = geometry;
  if (rings !== undefined) {
    const polygons = toPolygons(linesOf(rings));
    return polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons };
  }
  if (paths !== undefined) return { type: 'MultiLineString', coordinates: linesOf(paths) };
  if (points !== undefined) return { type: 'MultiPoint', coordinates: lineOf(points) };
  if (typeof x === 'number' && typeof y === 'number') return { type: 'Point', coordinates: [x, y] };
  // A point without coordinates is none.
  if (x === null || x === 'NaN') return null;
  throw fault('harvest.answer');
}

const areaOf = (ring: Ring): number =>
  ring.reduce((sum, [x, y], at) => sum + (ring[(at + 1) % ring.length]![0]! - x!) * (ring[(at + 1) % ring.length]![1]! + y!), 0);

function holds(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i] as [number, number], ring[j] as [number, number]];
    if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Each hole goes to the smallest outer ring around it; a hole without one is an outer ring that was drawn the wrong way. */
function toPolygons(rings: Ring[]): Ring[][] {
  const outer = rings.filter((ring) => areaOf(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => areaOf(ring) < 0)) {
    const around = outer.filter(([ring]) => holds(ring!, hole[0]!)).toSorted(([a], [b]) => areaOf(a!) - areaOf(b!));
    if (around[0]) around[0].push(hole);
    else outer.push([hole]);
  }
  return outer;
}
