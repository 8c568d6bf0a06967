/** How often the outline of a unit meets itself: what making it valid will take is known before it is asked for. */
import Flatbush from 'flatbush';
import type { GeometryColumn } from '../../contract/admin.ts';

/** Segments whose boxes meet, for each segment. Real outlines stay a hundred times below. */
const MEETINGS = 300;
const MEETINGS_OF_ALL = 5_000_000;

/**
 * Pairs of segments of one row that cross or lie on each other, those that only share an end left out. Counts no further than `atMost`:
 * more than that is told as Infinity, and so is an outline whose segments are too many near each other to be counted.
 */
export function crossingsOf({ coords, rings, polygons, rows }: GeometryColumn, row: number, atMost: number): number {
  const [firstRing, lastRing] = [polygons[rows[row]!]!, polygons[rows[row + 1]!]!];
  const starts: number[] = [];
  for (let ring = firstRing; ring < lastRing; ring++) for (let v = rings[ring]!; v + 1 < rings[ring + 1]!; v++) starts.push(2 * v);
  if (starts.length === 0) return 0;
  const index = new Flatbush(starts.length);
  for (const at of starts) {
    const [ax, ay, bx, by] = [coords[at]!, coords[at + 1]!, coords[at + 2]!, coords[at + 3]!];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  let found = 0;
  let left = MEETINGS_OF_ALL + MEETINGS * starts.length;
  for (const [s, at] of starts.entries()) {
    const [ax, ay, bx, by] = [coords[at]!, coords[at + 1]!, coords[at + 2]!, coords[at + 3]!];
    const near = index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    for (const other of near) if (other > s && meet(coords, at, starts[other]!)) found += 1;
    left -= near.length;
    if (found > atMost || left < 0) return Infinity;
  }
  return found;
}

function meet(coords: Float64Array, s: number, t: number): boolean {
  const [a, b] = [sideOf(coords, s, t), sideOf(coords, s, t + 2)];
  const [c, d] = [sideOf(coords, t, s), sideOf(coords, t, s + 2)];
  if (a === 0 && b === 0) return overlap(coords, s, t);
  return a !== b && c !== d && (a !== 0 || !isEnd(coords, s, t)) && (b !== 0 || !isEnd(coords, s, t + 2));
}

/** On one line: do they share more than an end? */
function overlap(coords: Float64Array, s: number, t: number): boolean {
  const axis = Math.abs(coords[s + 2]! - coords[s]!) > Math.abs(coords[s + 3]! - coords[s + 1]!) ? 0 : 1;
  const [a, b, c, d] = [coords[s + axis]!, coords[s + 2 + axis]!, coords[t + axis]!, coords[t + 2 + axis]!];
  return Math.min(Math.max(a, b), Math.max(c, d)) > Math.max(Math.min(a, b), Math.min(c, d));
}

const isEnd = (coords: Float64Array, s: number, p: number): boolean => [s, s + 2].some((end) => coords[end] === coords[p] && coords[end + 1] === coords[p + 1]);

/** On which side of the segment at `s` the place at `p` lies; in offsets from the segment's start, which loses the fewest digits. */
const sideOf = (coords: Float64Array, s: number, p: number): number =>
  Math.sign((coords[s + 2]! - coords[s]!) * (coords[p + 1]! - coords[s + 1]!) - (coords[s + 3]! - coords[s + 1]!) * (coords[p]! - coords[s]!));
