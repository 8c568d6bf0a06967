/** Rings of a GeometryColumn: signed area, winding, box, point in polygon, area in EPSG:6933. */
import type { GeometryColumn } from '../contract/admin.ts';
import { GEOMETRY_KIND } from '../contract/admin.ts';
import type { Box } from './box.ts';
import { boxOf, joinBoxes } from './box.ts';

export type { Box } from './box.ts';
export { inscribedCenter, labelPoint } from './inscribed.ts';

/**
 * Signed area of the closed ring at vertices `start … end` of `coords`, in square units of the coordinates:
 * positive counter-clockwise. Measured from the first vertex, so that small rings far from the origin keep their digits.
 */
export function ringArea(coords: ArrayLike<number>, start: number, end: number): number {
  let sum = 0;
  const x0 = coords[2 * start]!;
  const y0 = coords[2 * start + 1]!;
  let x = 0;
  let y = 0;
  for (let v = start + 1; v < end; v++) {
    const nextX = coords[2 * v]! - x0;
    const nextY = coords[2 * v + 1]! - y0;
    sum += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return sum / 2;
}

/** Box of one row; null where the row has no coordinates. */
export function rowBbox(geometry: GeometryColumn, row: number): Box | null {
  const [start, end] = rowVertices(geometry, row);
  return start === end ? null : boxOf(geometry.coords, start, end);
}

/** Box of one row as the narrowest arc of longitudes that holds all its parts: west > east where it crosses the antimeridian. */
export function unitBbox(geometry: GeometryColumn, row: number): Box | null {
  const box = rowBbox(geometry, row);
  // Parts can only be nearer to each other over the antimeridian where they are far apart.
  if (!box || !(box[2] - box[0] > 180)) return box;
  const { rows, polygons, rings, coords } = geometry;
  const shells = Array.from({ length: rows[row + 1]! - rows[row]! }, (_, i) => polygons[rows[row]! + i]!);
  return joinBoxes(shells.map((shell) => boxOf(coords, rings[shell]!, rings[shell + 1]!)));
}

/** First vertex of a row and the one behind its last. */
export function rowVertices({ rows, polygons, rings }: GeometryColumn, row: number): [start: number, end: number] {
  return [rings[polygons[rows[row]!]!]!, rings[polygons[rows[row + 1]!]!]!];
}

/** Is the point inside the row's polygons (holes are outside)? On the boundary either answer may come. */
export function isInRow(geometry: GeometryColumn, row: number, x: number, y: number): boolean {
  const { coords, rings, polygons, rows } = geometry;
  let inside = false;
  // Even-odd over all rings of all parts: parts of one unit do not overlap.
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    if (isInRing(coords, rings[ring]!, rings[ring + 1]!, x, y)) inside = !inside;
  }
  return inside;
}

/** Even-odd test against one closed ring. */
export function isInRing(coords: ArrayLike<number>, start: number, end: number, x: number, y: number): boolean {
  let inside = false;
  let ax = coords[2 * start]!;
  let ay = coords[2 * start + 1]!;
  for (let v = start + 1; v < end; v++) {
    const bx = coords[2 * v]!;
    const by = coords[2 * v + 1]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    ax = bx;
    ay = by;
  }
  return inside;
}

/**
 * RFC 7946 §3.1.6: shells counter-clockwise, holes clockwise.
 * Answers the same object where nothing had to be turned, and the rows in which something was.
 */
export function rewind(geometry: GeometryColumn): { geometry: GeometryColumn; rows: number[] } {
  const { kinds, coords, rings, polygons, rows } = geometry;
  const turned: number[] = [];
  let out: Float64Array | null = null;
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.polygon) continue;
    let changed = false;
    for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
      const shell = polygons[polygon]!;
      for (let ring = shell; ring < polygons[polygon + 1]!; ring++) {
        const start = rings[ring]!;
        const end = rings[ring + 1]!;
        const area = ringArea(coords, start, end);
        if (area === 0 || area > 0 === (ring === shell)) continue;
        out ??= coords.slice();
        for (let i = start, j = end - 1; i < end; i++, j--) {
          out[2 * i] = coords[2 * j]!;
          out[2 * i + 1] = coords[2 * j + 1]!;
        }
        changed = true;
      }
    }
    if (changed) turned.push(row);
  }
  return { geometry: out ? { ...geometry, coords: out } : geometry, rows: turned };
}

/** WGS 84. */
const SEMI_MAJOR_M = 6_378_137;
const ECCENTRICITY = Math.sqrt(0.00669437999014);
const RADIANS = Math.PI / 180;

/** The authalic function q of the cylindrical equal-area projection (Snyder 1987, equation 3-12). */
function authalic(lat: number): number {
  const s = Math.sin(lat * RADIANS);
  const es = ECCENTRICITY * s;
  return (1 - ECCENTRICITY * ECCENTRICITY) * (s / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * ECCENTRICITY));
}

/**
 * Area of one row in km², in EPSG:6933 (straight edges between projected vertices, as PostGIS and GDAL give it after a transformation).
 * Shells count positive and holes negative whatever their winding.
 * The standard parallel cancels out: it stretches x by what it shrinks y.
 */
export function equalAreaKm2(geometry: GeometryColumn, row: number): number {
  const { coords, rings, polygons, rows } = geometry;
  let total = 0;
  for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
    const shell = polygons[polygon]!;
    for (let ring = shell; ring < polygons[polygon + 1]!; ring++) {
      const area = Math.abs(projectedArea(coords, rings[ring]!, rings[ring + 1]!));
      total += ring === shell ? area : -area;
    }
  }
  return (total * RADIANS * SEMI_MAJOR_M * SEMI_MAJOR_M) / 2 / 1e6;
}

/** Shoelace in degrees of longitude × q. */
function projectedArea(coords: Float64Array, start: number, end: number): number {
  if (start === end) return 0;
  const x0 = coords[2 * start]!;
  const q0 = authalic(coords[2 * start + 1]!);
  let sum = 0;
  let x = 0;
  let q = 0;
  for (let v = start + 1; v < end; v++) {
    const nextX = coords[2 * v]! - x0;
    const nextQ = authalic(coords[2 * v + 1]!) - q0;
    sum += x * nextQ - nextX * q;
    x = nextX;
    q = nextQ;
  }
  return sum / 2;
}
