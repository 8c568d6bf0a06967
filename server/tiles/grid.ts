/**
 * The grid that tiles are cut from: Web Mercator, 4096 steps a tile at the deepest zoom. Everything is put on it before arcs are found,
 * so that what a tile cannot tell apart is one vertex, and neighbours that differ by less still share their border.
 */
import type { GeometryColumn } from '../contract/admin.ts';
import type { Grid } from '../geometry/vertices.ts';

/** Steps along one side of a tile. */
export const EXTENT = 4096;
/** log2(EXTENT) */
export const EXTENT_BITS = 12;
/** Positions stay in Int32, with room for a country that is laid out across the antimeridian. */
export const MAX_ZOOM = 17;

/** Web Mercator ends here. */
const MAX_LAT = 85.0511287798066;

export interface TileGrid extends Grid {
  maxZoom: number;
  /** Grid steps around the world at the deepest zoom. */
  size: number;
  /** Longitudes below this are laid out one turn to the east. */
  cut: number;
  /** Back to degrees; longitudes between −180 and 180. */
  toLon(x: number): number;
  toLat(y: number): number;
}

/** y grows to the north here, as in all of topology/; it is turned when the vertices of a zoom are made. */
export function tileGrid(maxZoom: number, cut = -180): TileGrid {
  const size = 2 ** (maxZoom + EXTENT_BITS);
  const perDegree = size / 360;
  const half = size / 2;
  const perLog = size / (4 * Math.PI);
  const radians = Math.PI / 180;
  return {
    maxZoom,
    size,
    cut,
    toX: (lon) => Math.round(((lon < cut ? lon + 360 : lon) + 180) * perDegree),
    toY: (lat) => {
      if (!(lat < MAX_LAT)) return size;
      if (lat <= -MAX_LAT) return 0;
      const s = Math.sin(lat * radians);
      return Math.round(half + Math.log((1 + s) / (1 - s)) * perLog);
    },
    toLon: (x) => {
      const lon = x / perDegree - 180;
      return lon > 180 ? lon - 360 : lon;
    },
    toLat: (y) => Math.atan(Math.sinh((2 * Math.PI * (y - half)) / size)) / radians,
  };
}

/** Longitude strips of one degree. */
const STRIPS = 360;

/**
 * Where to cut the circle of longitudes. −180 for nearly every country. One that reaches across the antimeridian (Fiji, Kiribati,
 * New Zealand, Russia) is cut in its widest gap instead, so that it lies in one piece, its borders match across ±180 and nothing smears:
 * positions west of the cut move one turn to the east, and the numbers of their tiles wrap around.
 */
export function findCut(columns: GeometryColumn[]): number {
  let west = Infinity;
  let east = -Infinity;
  for (const { coords } of columns) {
    for (let i = 0; i < coords.length; i += 2) {
      const lon = coords[i]!;
      if (lon < west) west = lon;
      if (lon > east) east = lon;
    }
  }
  // Only what touches both edges of the map, or lies beyond one, can cross.
  if (!(east > 180 || west < -180 || (east > 179 && west < -179))) return -180;
  const taken = new Uint8Array(STRIPS);
  for (const { coords, rings } of columns) {
    for (let ring = 0; ring < rings.length - 1; ring++) {
      for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) markStrips(taken, coords[2 * v - 2]!, coords[2 * v]!);
    }
  }
  return widestGap(taken);
}

/** Marks the strips between two longitudes, the short way around. */
function markStrips(taken: Uint8Array, a: number, b: number): void {
  let [from, to] = a < b ? [a, b] : [b, a];
  if (to - from > 180) [from, to] = [to, from + 360];
  // A vertex right on ±180 belongs to the strip of its neighbour.
  for (let strip = Math.floor(from + 180); strip <= Math.ceil(to + 180) - 1; strip++) taken[((strip % STRIPS) + STRIPS) % STRIPS] = 1;
}

function widestGap(taken: Uint8Array): number {
  let best = 0;
  let bestEnd = 0;
  let run = 0;
  for (let i = 0; i < 2 * STRIPS; i++) {
    run = taken[i % STRIPS] ? 0 : run + 1;
    if (run > best && run <= STRIPS) {
      best = run;
      bestEnd = i;
    }
  }
  if (best === 0) return -180;
  // In the middle of the gap; a gap that holds ±180 itself is the ordinary case.
  const middle = ((bestEnd - best / 2 + 0.5) % STRIPS) - 180;
  const start = bestEnd - best + 1;
  return start <= STRIPS && bestEnd >= STRIPS ? -180 : Math.floor(middle);
}
