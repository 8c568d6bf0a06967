/**
 * Units of one level, asked by the thousand: which holds a place, which is nearest, where a line crosses a border. The edges of a unit are sorted
 * into strips the first time something comes near it. Degrees; every answer is the same for both sides of a border, so that a place lies in one unit.
 */
import Flatbush from 'flatbush';
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Box } from '../../geometry/box.ts';
import { rowBbox } from '../../geometry/ring.ts';
import { scaleAt } from '../../geometry/ellipsoid.ts';

export interface UnitIndex {
  /** Row of the unit that holds the place; of several the first; -1 where none does. */
  at(x: number, y: number): number;
  /** The nearest unit within so many metres. */
  nearest(x: number, y: number, within: number): { row: number; metres: number } | null;
  /** Rows whose boxes meet the box. */
  near(box: Box): number[];
  /** Whether a border runs through the box. */
  isCrossed(box: Box): boolean;
  /** Where, from 0 to 1, the way from a to b meets borders; in order. */
  crossings(ax: number, ay: number, bx: number, by: number): number[];
}

/** Edges by the strips of latitude that they run through. Edge `v` goes from vertex v to the next one. */
interface Strips {
  south: number;
  height: number;
  count: number;
  starts: Uint32Array;
  edges: Uint32Array;
}

const EDGES_PER_STRIP = 8;

export function indexUnits({ geometry }: Pick<FeatureTable, 'geometry'>): UnitIndex {
  const { coords } = geometry;
  const rows: number[] = [];
  const boxes = new Map<number, Box>();
  for (let row = 0; row < geometry.kinds.length; row++) {
    const box = geometry.kinds[row] === GEOMETRY_KIND.polygon ? rowBbox(geometry, row) : null;
    if (!box) continue;
    rows.push(row);
    boxes.set(row, box);
  }
  const tree = rows.length > 0 ? new Flatbush(rows.length) : null;
  for (const row of rows) tree!.add(...boxes.get(row)!);
  tree?.finish();
  const made = new Map<number, Strips>();
  const stripsOf = (row: number): Strips => {
    let strips = made.get(row);
    if (!strips) made.set(row, (strips = buildStrips(geometry, row, boxes.get(row)!)));
    return strips;
  };
  const near = (west: number, south: number, east: number, north: number) =>
    (tree?.search(west, south, east, north) ?? []).map((i) => rows[i]!).sort((a, b) => a - b);

  /** Each edge of the row in strips from south to north, some more than once; ends where `visit` is true. */
  function some(row: number, south: number, north: number, visit: (edge: number) => boolean): boolean {
    const { south: base, height, count, starts, edges } = stripsOf(row);
    const [first, last] = [stripAt(south, base, height, count), stripAt(north, base, height, count)];
    for (let i = starts[first]!; i < starts[last + 1]!; i++) if (visit(edges[i]!)) return true;
    return false;
  }

  const holds = (row: number, x: number, y: number): boolean => {
    let inside = false;
    some(row, y, y, (edge) => {
      const i = 2 * edge;
      if (coords[i + 1]! > y !== coords[i + 3]! > y && x < crossingX(coords, edge, y)) inside = !inside;
      return false;
    });
    return inside;
  };

  return {
    at: (x, y) => near(x, y, x, y).find((row) => holds(row, x, y)) ?? -1,
    near: (box) => near(...box),
    nearest(x, y, within) {
      const { kx, ky } = scaleAt(y);
      const [dx, dy] = [within / kx, within / ky];
      let best: { row: number; metres: number } | null = null;
      for (const row of near(x - dx, y - dy, x + dx, y + dy))
        some(row, y - dy, y + dy, (edge) => {
          const metres = metresToEdge(coords, edge, x, y, kx, ky);
          if (metres <= within && (!best || metres < best.metres)) best = { row, metres };
          return false;
        });
      return best;
    },
    isCrossed: ([west, south, east, north]) =>
      near(west, south, east, north).some((row) => some(row, south, north, (edge) => meetsBox(coords, edge, west, south, east, north))),
    crossings(ax, ay, bx, by) {
      const found: number[] = [];
      const [west, east] = ax < bx ? [ax, bx] : [bx, ax];
      const [south, north] = ay < by ? [ay, by] : [by, ay];
      for (const row of near(west, south, east, north))
        some(row, south, north, (edge) => {
          if (meetsBox(coords, edge, west, south, east, north)) cross(coords, edge, [ax, ay, bx, by], found);
          return false;
        });
      return found.sort((a, b) => a - b);
    },
  };
}

const stripAt = (y: number, base: number, height: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor((y - base) / height)));

function buildStrips({ coords, rings, polygons, rows }: GeometryColumn, row: number, [, south, , north]: Box): Strips {
  const [firstRing, endRing] = [polygons[rows[row]!]!, polygons[rows[row + 1]!]!];
  const total = rings[endRing]! - rings[firstRing]!;
  const count = Math.max(1, Math.min(65_536, Math.ceil(total / EDGES_PER_STRIP)));
  const height = (north - south) / count || 1;
  const eachEdge = (visit: (edge: number, first: number, last: number) => void) => {
    for (let ring = firstRing; ring < endRing; ring++)
      for (let v = rings[ring]!; v < rings[ring + 1]! - 1; v++) {
        const [a, b] = [stripAt(coords[2 * v + 1]!, south, height, count), stripAt(coords[2 * v + 3]!, south, height, count)];
        visit(v, Math.min(a, b), Math.max(a, b));
      }
  };
  const starts = new Uint32Array(count + 1);
  eachEdge((_, first, last) => {
    for (let strip = first; strip <= last; strip++) starts[strip + 1]!++;
  });
  for (let strip = 0; strip < count; strip++) starts[strip + 1]! += starts[strip]!;
  const edges = new Uint32Array(starts[count]!);
  const at = starts.slice();
  eachEdge((edge, first, last) => {
    for (let strip = first; strip <= last; strip++) edges[at[strip]!++] = edge;
  });
  return { south, height, count, starts, edges };
}

/** Where an edge meets a latitude, reckoned from its southern end: the same number whichever way it runs. */
function crossingX(coords: Float64Array, edge: number, y: number): number {
  const i = 2 * edge;
  const up = coords[i + 1]! < coords[i + 3]!;
  const [ax, ay, bx, by] = up ? [coords[i]!, coords[i + 1]!, coords[i + 2]!, coords[i + 3]!] : [coords[i + 2]!, coords[i + 3]!, coords[i]!, coords[i + 1]!];
  return ax + ((y - ay) * (bx - ax)) / (by - ay);
}

function metresToEdge(coords: Float64Array, edge: number, x: number, y: number, kx: number, ky: number): number {
  const i = 2 * edge;
  const [ax, ay] = [(coords[i]! - x) * kx, (coords[i + 1]! - y) * ky];
  const [dx, dy] = [(coords[i + 2]! - x) * kx - ax, (coords[i + 3]! - y) * ky - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + t * dx, ay + t * dy);
}

/** Whether the edge and the box have a point in common. */
function meetsBox(coords: Float64Array, edge: number, west: number, south: number, east: number, north: number): boolean {
  const i = 2 * edge;
  const [ax, ay, bx, by] = [coords[i]!, coords[i + 1]!, coords[i + 2]!, coords[i + 3]!];
  if (Math.max(ax, bx) < west || Math.min(ax, bx) > east || Math.max(ay, by) < south || Math.min(ay, by) > north) return false;
  // The corners of the box on both sides of the line, or on it.
  const side = (x: number, y: number) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  const first = side(west, south);
  return first === 0 || side(east, south) !== first || side(west, north) !== first || side(east, north) !== first;
}

/** Adds where the way meets the edge; of one that runs along it both ends. */
function cross(coords: Float64Array, edge: number, [ax, ay, bx, by]: readonly [number, number, number, number], found: number[]): void {
  const i = 2 * edge;
  const [cx, cy, dx, dy] = [coords[i]!, coords[i + 1]!, coords[i + 2]!, coords[i + 3]!];
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross2 = rx * sy - ry * sx;
  const length = rx * rx + ry * ry;
  if (length === 0) return;
  if (Math.abs(cross2) <= 1e-12 * Math.sqrt(length * (sx * sx + sy * sy))) {
    for (const [x, y] of [
      [cx, cy],
      [dx, dy],
    ] as const) {
      const t = ((x - ax) * rx + (y - ay) * ry) / length;
      if (t > 0 && t < 1) found.push(t);
    }
    return;
  }
  const t = ((cx - ax) * sy - (cy - ay) * sx) / cross2;
  const u = ((cx - ax) * ry - (cy - ay) * rx) / cross2;
  if (t > 0 && t < 1 && u >= 0 && u <= 1) found.push(t);
}
