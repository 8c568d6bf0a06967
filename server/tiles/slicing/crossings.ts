/**
 * The lines of one zoom before rounding: segments between the vertices that the zoom keeps. Lines that simplification made cross get
 * vertices back until they do not; where the source itself crosses, the crossing is told.
 */
import type { ArcTable } from '../../geometry/arcs.ts';
import { release } from '../../geometry/release.ts';
import { Work } from '../../geometry/work.ts';

/** Segment s runs from vertex `from[s]` to `to[s]` of the table; `next` chains the segments of one arc, −1 ends it. Arcs that are not drawn have −1 first. */
export interface Segments {
  count: number;
  from: Int32Array;
  to: Int32Array;
  next: Int32Array;
  firstOfArc: Int32Array;
  /** Where two segments cross that have no vertex left to give, in steps of the table. */
  crossings: { s: number; t: number; x: number; y: number }[];
}

/** Arcs that nothing draws at this zoom (`arcZooms`: the first zoom of each) are left out. */
export function keptSegments(table: ArcTable, zooms: Uint8Array, arcZooms: Uint8Array, zoom: number): Segments {
  let kept = 0;
  for (let v = 0; v < zooms.length; v++) if (zooms[v]! <= zoom) kept++;
  // Of every arc at least both ends are kept, also of those left out.
  const capacity = kept - table.count + 16;
  const from = new Int32Array(capacity);
  const to = new Int32Array(capacity);
  const next = new Int32Array(capacity);
  const firstOfArc = new Int32Array(table.count);
  let count = 0;
  for (let arc = 0; arc < table.count; arc++) {
    if (arcZooms[arc]! > zoom) {
      firstOfArc[arc] = -1;
      continue;
    }
    let start = table.offsets[arc]!;
    firstOfArc[arc] = count;
    for (let v = start + 1; v < table.offsets[arc + 1]!; v++) {
      if (zooms[v]! > zoom) continue;
      from[count] = start;
      to[count] = v;
      next[count] = count + 1;
      count++;
      start = v;
    }
    next[count - 1] = -1;
  }
  return { count, from, to, next, firstOfArc, crossings: [] };
}

/** Changes `segments` until no two of them cross, save where the source does. `shift` is log2 of a pixel in steps of the table. */
export function uncross(table: ArcTable, zooms: Uint8Array, segments: Segments, shift: number): void {
  new Uncrosser(table, zooms, segments, shift).run();
}

/** For one segment: others that it is tested against, and crossings of the source itself. Real borders stay far below both. */
const TESTS = 2000;
const CROSSINGS = 10;
const CROSSINGS_OF_ALL = 20_000;
export const DRAWING = 'Drawing the tiles';

/**
 * Segments are sorted into the cells they run through, and tested against those that came before. The world is folded into a square of
 * cells: two places in one cell only cost some tests, and neighbours stay neighbours in memory.
 */
class Uncrosser {
  readonly #x: Int32Array;
  readonly #y: Int32Array;
  readonly #zooms: Uint8Array;
  readonly #segments: Segments;
  readonly #visible: Uint32Array;
  /** log2 of the side of a cell in steps of the table: about the mean length of a segment. */
  readonly #cellBits: number;
  readonly #foldBits: number;
  readonly #cells: Int32Array;
  #entrySegment: Int32Array;
  #entryNext: Int32Array;
  #entries = 0;
  readonly #again: number[] = [];
  readonly #testing: Work;
  readonly #crossing: Work;

  constructor({ x, y }: ArcTable, zooms: Uint8Array, segments: Segments, shift: number) {
    this.#x = x;
    this.#y = y;
    this.#zooms = zooms;
    this.#segments = segments;
    this.#testing = new Work(DRAWING, segments.count, TESTS);
    this.#crossing = new Work(DRAWING, segments.count, CROSSINGS, CROSSINGS_OF_ALL);
    const half = 2 ** (shift - 1);
    const visible = new Uint32Array(segments.count);
    let count = 0;
    let length = 0;
    for (let s = 0; s < segments.count; s++) {
      const a = segments.from[s]!;
      const b = segments.to[s]!;
      // Within one pixel nothing can be seen to cross.
      if ((x[a]! + half) >> shift === (x[b]! + half) >> shift && (y[a]! + half) >> shift === (y[b]! + half) >> shift) continue;
      visible[count++] = s;
      length += Math.max(Math.abs(x[b]! - x[a]!), Math.abs(y[b]! - y[a]!));
    }
    this.#visible = visible.subarray(0, count);
    this.#cellBits = Math.max(shift, Math.ceil(Math.log2(length / Math.max(1, count) + 1)));
    this.#foldBits = Math.max(4, Math.ceil((Math.log2(count + 1) + 1) / 2));
    this.#cells = new Int32Array(4 ** this.#foldBits);
    this.#entrySegment = new Int32Array(count * 2 + 16);
    this.#entryNext = new Int32Array(count * 2 + 16);
  }

  run(): void {
    for (const segment of this.#visible) this.#insert(segment);
    for (let segment = this.#again.pop(); segment !== undefined; segment = this.#again.pop()) this.#insert(segment);
    release(this.#visible, this.#cells, this.#entrySegment, this.#entryNext);
  }

  /** Tests a segment against all in its cells, then joins them. A segment that had to be split comes back in parts. */
  #insert(segment: number): void {
    const { from, to } = this.#segments;
    const bits = this.#cellBits;
    const foldBits = this.#foldBits;
    const mask = 2 ** foldBits - 1;
    let ax = this.#x[from[segment]!]!;
    let ay = this.#y[from[segment]!]!;
    let bx = this.#x[to[segment]!]!;
    let by = this.#y[to[segment]!]!;
    if (ax > bx) [ax, ay, bx, by] = [bx, by, ax, ay];
    const firstColumn = ax >> bits;
    const lastColumn = bx >> bits;
    const slope = lastColumn > firstColumn ? (by - ay) / (bx - ax) : 0;
    for (let column = firstColumn; column <= lastColumn; column++) {
      let y0 = ay;
      let y1 = by;
      if (slope !== 0) {
        if (column > firstColumn) y0 = ay + slope * (column * 2 ** bits - ax);
        if (column < lastColumn) y1 = ay + slope * ((column + 1) * 2 ** bits - ax);
      }
      const lastRow = Math.ceil(y0 > y1 ? y0 : y1) >> bits;
      for (let row = Math.floor(y0 < y1 ? y0 : y1) >> bits; row <= lastRow; row++) {
        const cell = ((row & mask) << foldBits) | (column & mask);
        for (let entry = this.#cells[cell]!; entry !== 0; entry = this.#entryNext[entry - 1]!) {
          const other = this.#entrySegment[entry - 1]!;
          this.#testing.spend(1);
          if (other !== segment && this.#cross(segment, other)) return;
        }
        this.#join(cell, segment);
      }
    }
  }

  #join(cell: number, segment: number): void {
    if (this.#entries === this.#entryNext.length) {
      this.#entrySegment = doubled(this.#entrySegment);
      this.#entryNext = doubled(this.#entryNext);
    }
    this.#entrySegment[this.#entries] = segment;
    this.#entryNext[this.#entries] = this.#cells[cell]!;
    this.#cells[cell] = ++this.#entries;
  }

  /** Splits two segments that cross. True where `s` was split and is to be inserted again. */
  #cross(s: number, t: number): boolean {
    const { from, to } = this.#segments;
    const x = this.#x;
    const y = this.#y;
    const ax = x[from[s]!]!;
    const bx = x[to[s]!]!;
    const cx = x[from[t]!]!;
    const dx = x[to[t]!]!;
    if ((ax > bx ? ax : bx) < (cx < dx ? cx : dx) || (cx > dx ? cx : dx) < (ax < bx ? ax : bx)) return false;
    const ay = y[from[s]!]!;
    const by = y[to[s]!]!;
    const cy = y[from[t]!]!;
    const dy = y[to[t]!]!;
    if ((ay > by ? ay : by) < (cy < dy ? cy : dy) || (cy > dy ? cy : dy) < (ay < by ? ay : by)) return false;
    const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
    if (c > 0 === d > 0 || c === 0 || d === 0) return false;
    const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
    const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
    if (a > 0 === b > 0 || a === 0 || b === 0) return false;
    const splitT = this.#split(t);
    const splitS = this.#split(s);
    if (!splitS && !splitT) {
      this.#crossing.spend(1);
      const share = a / (a - b);
      this.#segments.crossings.push({ s, t, x: ax + share * (bx - ax), y: ay + share * (by - ay) });
    }
    return splitS;
  }

  /** Gives a segment back the vertex that matters most; false where it has none left. */
  #split(segment: number): boolean {
    const segments = this.#segments;
    const from = segments.from[segment]!;
    const to = segments.to[segment]!;
    if (to - from < 2) return false;
    let most = from + 1;
    for (let v = most + 1; v < to; v++) if (this.#zooms[v]! < this.#zooms[most]!) most = v;
    if (segments.count === segments.from.length) {
      segments.from = doubled(segments.from);
      segments.to = doubled(segments.to);
      segments.next = doubled(segments.next);
    }
    const rest = segments.count++;
    segments.from[rest] = most;
    segments.to[rest] = to;
    segments.next[rest] = segments.next[segment]!;
    segments.to[segment] = most;
    segments.next[segment] = rest;
    this.#again.push(segment, rest);
    return true;
  }
}

export function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}
