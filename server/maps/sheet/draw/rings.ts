/** Rings of shared arcs on a page: how large each is, and its path. */
import type { Coverage } from '../../../geometry/coverage.ts';
import { outlines } from '../../../geometry/levels.ts';
import { NEVER } from '../../../tiles/slicing/simplify.ts';
import { FINE, tableOfArcs, type DrawnArcs } from './arcs.ts';
import { Pen } from './pen.ts';

/** Square points: a ring smaller than this is a speck that no printer draws; a unit that has nothing larger is a dot. */
export const SPECK = 0.3;
/** Points: what is narrower between two units is no place of its own. */
const NARROW = 0.25;

export interface RingSize {
  /** Square points; shells are negative, since y runs down. 0 of what lies beyond an edge of the map. */
  area: number;
  length: number;
  box: readonly [left: number, top: number, right: number, bottom: number];
}
const NOTHING: RingSize = { area: 0, length: 0, box: [0, 0, 0, 0] };

/** Of a hole, whether it is a fault of the source, where borders of neighbours are not the same line. */
export const isGap = ({ area, length }: RingSize): boolean => Math.abs(area) < SPECK || (2 * Math.abs(area)) / length < NARROW;

/** Where a ring is drawn, in its order. */
function walk(ring: readonly number[], { x, y, offsets, keep }: DrawnArcs, at: (x: number, y: number) => void): void {
  for (const signed of ring) {
    const [arc, back] = [signed >>> 1, (signed & 1) === 1];
    const [first, end] = [offsets[arc]!, offsets[arc + 1]! - 1];
    for (let step = 0; step <= end - first; step++) {
      const v = back ? end - step : first + step;
      if (keep[v] !== NEVER) at(x[v]! / FINE, y[v]! / FINE);
    }
  }
}

export function sizeOf(ring: readonly number[], drawn: DrawnArcs): RingSize {
  let sides = 15;
  for (const signed of ring) sides &= drawn.beyond[signed >>> 1]!;
  if (sides !== 0) return NOTHING;
  let [area, length, count] = [0, 0, 0];
  let [firstX, firstY, lastX, lastY] = [0, 0, 0, 0];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (x: number, y: number) => {
    if (count++ === 0) [firstX, firstY] = [x, y];
    else {
      area += lastX * y - x * lastY;
      length += Math.hypot(x - lastX, y - lastY);
    }
    [lastX, lastY] = [x, y];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  };
  walk(ring, drawn, add);
  area += lastX * firstY - firstX * lastY;
  return count > 2 ? { area: area / 2, length, box: [left, top, right, bottom] } : NOTHING;
}

export function pathOfRing(ring: readonly number[], drawn: DrawnArcs): string {
  const pen = new Pen();
  let isFirst = true;
  walk(ring, drawn, (x, y) => {
    if (isFirst) pen.move(x, y);
    else pen.line(x, y);
    isFirst = false;
  });
  pen.close();
  return pen.d;
}

export function ringsOfRow({ levels }: Coverage, row: number): number[][] {
  const { arcs, rings, polygons, rows } = levels[0]!;
  const own: number[][] = [];
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) own.push([...arcs.subarray(rings[ring], rings[ring + 1])]);
  return own;
}

export interface CountryRing {
  arcs: number[];
  /** By the source: simplified, the two sides of a gap may change places. */
  isHole: boolean;
}
const countries = new WeakMap<Coverage, CountryRing[]>();
/** Rings around all units together: coasts, borders, lakes, and gaps between units. */
export function countryRings(coverage: Coverage): CountryRing[] {
  const known = countries.get(coverage);
  if (known) return known;
  const [rings = []] = outlines(tableOfArcs(coverage), coverage.levels[0]!, new Int32Array(coverage.levels[0]!.rows.length - 1), 1);
  const made = rings.map((arcs) => ({ arcs, isHole: isClockwise(arcs, coverage) }));
  countries.set(coverage, made);
  return made;
}

/** In degrees, whose north is up. */
function isClockwise(ring: readonly number[], { x, y, offsets }: Coverage): boolean {
  const [x0, y0] = [x[offsets[ring[0]! >>> 1]!]!, y[offsets[ring[0]! >>> 1]!]!];
  let area = 0;
  for (const signed of ring) {
    const [arc, way] = [signed >>> 1, (signed & 1) === 1 ? -1 : 1];
    for (let v = offsets[arc]!; v < offsets[arc + 1]! - 1; v++) area += way * ((x[v]! - x0) * (y[v + 1]! - y0) - (x[v + 1]! - x0) * (y[v]! - y0));
  }
  return area < 0;
}
