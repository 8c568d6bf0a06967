/** Areas and distances of the proof, on the WGS 84 ellipsoid. */
import type { GeometryColumn } from '../../contract/admin.ts';
import type { Polygons } from './geos.ts';

const SEMI_MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257_223_563;
const ECCENTRICITY2 = FLATTENING * (2 - FLATTENING);
const RADIANS = Math.PI / 180;

/** Area between a line and the equator for one radian of longitude, divided by half the square of the semi-major axis: q of Snyder (1987), equation 3-12. */
function q(latitude: number): number {
  const e = Math.sqrt(ECCENTRICITY2);
  const s = Math.sin(latitude * RADIANS);
  return (1 - ECCENTRICITY2) * (s / (1 - ECCENTRICITY2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
}

/** Square metres within a closed ring x, y, x, y, … of degrees, whatever its direction. Sides are straight in degrees, as they are drawn; Simpson's rule on each. */
function ringM2(ring: ArrayLike<number>, start: number, end: number): number {
  const from = q(ring[start + 1]!);
  let sum = 0;
  let before = 0;
  for (let i = start + 2; i < end; i += 2) {
    const after = q(ring[i + 1]!) - from;
    const middle = q((ring[i - 1]! + ring[i + 1]!) / 2) - from;
    sum += ((ring[i]! - ring[i - 2]!) * (before + 4 * middle + after)) / 6;
    before = after;
  }
  return Math.abs(sum) * RADIANS * (SEMI_MAJOR ** 2 / 2);
}

/** Shells less holes. */
export function polygonsM2(polygons: Polygons): number {
  let total = 0;
  for (const rings of polygons) rings.forEach((ring, i) => (total += (i === 0 ? 1 : -1) * ringM2(ring, 0, ring.length)));
  return total;
}

export function rowM2({ coords, rings, polygons, rows }: GeometryColumn, row: number): number {
  let total = 0;
  for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
    for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++)
      total += (ring === polygons[polygon] ? 1 : -1) * ringM2(coords, 2 * rings[ring]!, 2 * rings[ring + 1]!);
  }
  return total;
}

/** Metres for a degree of longitude and of latitude at a place: radii of the ellipsoid there. */
export function scaleAt(latitude: number): [perLon: number, perLat: number] {
  const s = Math.sin(latitude * RADIANS);
  const w = Math.sqrt(1 - ECCENTRICITY2 * s * s);
  return [(SEMI_MAJOR / w) * Math.cos(latitude * RADIANS) * RADIANS, ((SEMI_MAJOR * (1 - ECCENTRICITY2)) / w ** 3) * RADIANS];
}

/** Length of all rings of a row, in metres. */
export function outlineM({ coords, rings, polygons, rows }: GeometryColumn, row: number): number {
  let total = 0;
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) {
      const [perLon, perLat] = scaleAt(coords[2 * v + 1]!);
      total += Math.hypot((coords[2 * v]! - coords[2 * v - 2]!) * perLon, (coords[2 * v + 1]! - coords[2 * v - 1]!) * perLat);
    }
  }
  return total;
}
