/**
 * The arcs as one zoom shows them: simplified, rounded to the tile grid, and still a proper map. Lines that come to touch do so in
 * vertices, and none cross, so every unit's rings can be mended alone and still match its neighbours'.
 *
 * This is snap rounding (Hobby 1999; Guibas and Marimont 1998): each vertex makes its pixel hot, and every line through a hot pixel is
 * drawn through its centre. Lines that simplification made cross have got some of their vertices back before (crossings.ts). Rounding
 * each line alone, as tile makers do, leaves up to 1.3 % of polygons invalid at low zooms.
 */
import type { ArcTable } from '../../geometry/arcs.ts';
import { release } from '../../geometry/release.ts';
import { Work } from '../../geometry/work.ts';
import { DRAWING, doubled, keptSegments, uncross, type Segments } from './crossings.ts';
import { EXTENT_BITS } from '../grid.ts';

/** Arc a owns vertices `offsets[a] … offsets[a+1]`, in tile units of the zoom counted from the north-west corner of the world. */
export interface ZoomArcs {
  zoom: number;
  x: Int32Array;
  y: Int32Array;
  offsets: Uint32Array;
}

/**
 * `zooms` is what firstZooms gave for the same table, `arcZooms` the first zoom that draws each arc; before it an arc is empty.
 * The table's y grows to the north, the answer's to the south.
 */
export function snapArcs(table: ArcTable, zooms: Uint8Array, arcZooms: Uint8Array, zoom: number, maxZoom: number): ZoomArcs {
  const segments = keptSegments(table, zooms, arcZooms, zoom);
  uncross(table, zooms, segments, maxZoom - zoom);
  const arcs = new Snapper(table, segments, zoom, maxZoom - zoom).run();
  release(segments.from, segments.to, segments.next, segments.firstOfArc);
  return arcs;
}

/** Pixels are closed squares a little smaller than their step, shifted to the north-west by as much: no position lies in two. */
const INSET = 2 ** -10;

class Snapper {
  readonly #table: ArcTable;
  readonly #segments: Segments;
  readonly #zoom: number;
  /** log2 of a pixel in steps of the table; half a pixel. */
  readonly #shift: number;
  readonly #half: number;
  readonly #reach: number;
  readonly #pixels: PixelBuckets;
  /** First hot pixel on a segment, as an index (plus one) into the hot lists. */
  readonly #hot: Int32Array;
  #hotX = new Int32Array(256);
  #hotY = new Int32Array(256);
  #hotNext = new Int32Array(256);
  #hots = 0;
  readonly #work: Work;

  constructor(table: ArcTable, segments: Segments, zoom: number, shift: number) {
    this.#table = table;
    this.#segments = segments;
    this.#zoom = zoom;
    this.#shift = shift;
    this.#work = new Work(DRAWING, segments.count, 2000);
    this.#half = 2 ** (shift - 1);
    this.#reach = this.#half - INSET;
    this.#hot = new Int32Array(segments.count);
    this.#pixels = new PixelBuckets(segments.count + table.count + segments.crossings.length, this.#meanLength());
  }

  run(): ZoomArcs {
    const { count, from, to, crossings } = this.#segments;
    const { x, y } = this.#table;
    for (let segment = 0; segment < count; segment++) {
      // The last vertex of an arc is the first of another, or of itself.
      this.#pixels.add(this.#round(x[from[segment]!]!), this.#round(y[from[segment]!]!));
      if (this.#segments.next[segment] === -1) this.#pixels.add(this.#round(x[to[segment]!]!), this.#round(y[to[segment]!]!));
    }
    for (const crossing of crossings) {
      const gx = this.#round(crossing.x);
      const gy = this.#round(crossing.y);
      this.#pixels.add(gx, gy);
      // Both are led through it, whether they run through that pixel or, by rounding, just beside it.
      this.#addHot(crossing.s, gx, gy);
      this.#addHot(crossing.t, gx, gy);
    }
    for (let segment = 0; segment < count; segment++) this.#heat(segment);
    return this.#draw();
  }

  /** Mean length of the segments in pixels. */
  #meanLength(): number {
    const { count, from, to } = this.#segments;
    const { x, y } = this.#table;
    let length = 0;
    for (let s = 0; s < count; s++) length += Math.max(Math.abs(x[to[s]!]! - x[from[s]!]!), Math.abs(y[to[s]!]! - y[from[s]!]!));
    return length / Math.max(1, count) / 2 ** this.#shift;
  }

  /** Walks along a segment from cell to cell and notes the hot pixels that it runs through between its ends. */
  #heat(segment: number): void {
    const { x, y } = this.#table;
    const from = this.#segments.from[segment]!;
    const to = this.#segments.to[segment]!;
    // Half a step on, so that pixels begin at whole multiples of their size.
    let ax = x[from]! + this.#half;
    let ay = y[from]! + this.#half;
    let bx = x[to]! + this.#half;
    let by = y[to]! + this.#half;
    if (ax > bx) [ax, ay, bx, by] = [bx, by, ax, ay];
    const shift = this.#shift;
    const agx = ax >> shift;
    const agy = ay >> shift;
    const bgx = bx >> shift;
    const bgy = by >> shift;
    // Between the same pixel and its neighbour in a row or column there is none.
    if (bgx - agx + (bgy > agy ? bgy - agy : agy - bgy) <= 1) return;
    const pixels = this.#pixels;
    const bits = shift + pixels.cellBits;
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
        for (let i = pixels.first(column, row); i !== 0; i = pixels.next[i - 1]!) {
          this.#work.spend(1);
          const gx = pixels.x[i - 1]!;
          const gy = pixels.y[i - 1]!;
          if (gx < agx || gx > bgx || (gx === agx && gy === agy) || (gx === bgx && gy === bgy)) continue;
          if (this.#isThrough(from, to, gx, gy)) this.#addHot(segment, gx, gy);
        }
      }
    }
  }

  /** Does the segment run through this pixel? Separating axes, exact. */
  #isThrough(from: number, to: number, gx: number, gy: number): boolean {
    const { x, y } = this.#table;
    const ax = x[from]!;
    const ay = y[from]!;
    const bx = x[to]!;
    const by = y[to]!;
    const reach = this.#reach;
    const centreX = gx * 2 ** this.#shift - INSET;
    const centreY = gy * 2 ** this.#shift - INSET;
    if (Math.min(ax, bx) > centreX + reach || Math.max(ax, bx) < centreX - reach) return false;
    if (Math.min(ay, by) > centreY + reach || Math.max(ay, by) < centreY - reach) return false;
    const dx = bx - ax;
    const dy = by - ay;
    return Math.abs(dx * (centreY - ay) - dy * (centreX - ax)) <= reach * (Math.abs(dx) + Math.abs(dy));
  }

  #addHot(segment: number, gx: number, gy: number): void {
    // Folded cells may be visited twice.
    for (let i = this.#hot[segment]!; i !== 0; i = this.#hotNext[i - 1]!) {
      if (this.#hotX[i - 1] === gx && this.#hotY[i - 1] === gy) return;
      this.#work.spend(1);
    }
    if (this.#hots === this.#hotNext.length) {
      this.#hotX = doubled(this.#hotX);
      this.#hotY = doubled(this.#hotY);
      this.#hotNext = doubled(this.#hotNext);
    }
    this.#hotX[this.#hots] = gx;
    this.#hotY[this.#hots] = gy;
    this.#hotNext[this.#hots] = this.#hot[segment]!;
    this.#hot[segment] = ++this.#hots;
  }

  /** Half up, like the shift that ends it; the same for every position in a pixel. */
  #round(value: number): number {
    return (value + this.#half) >> this.#shift;
  }

  #draw(): ZoomArcs {
    const { count, x, y } = this.#table;
    const { from, to, next, firstOfArc } = this.#segments;
    const worldSize = 2 ** (this.#zoom + EXTENT_BITS);
    const outX = new Int32Array(this.#segments.count + this.#hots + count);
    const outY = new Int32Array(outX.length);
    const offsets = new Uint32Array(count + 1);
    let length = 0;
    let start = 0;
    const put = (gx: number, gy: number) => {
      const down = worldSize - gy;
      if (length > start && outX[length - 1] === gx && outY[length - 1] === down) return;
      outX[length] = gx;
      outY[length++] = down;
    };
    for (let arc = 0; arc < count; arc++) {
      offsets[arc] = length;
      if (firstOfArc[arc] === -1) continue;
      start = length;
      let last = 0;
      for (let segment = firstOfArc[arc]!; segment !== -1; segment = next[segment]!) {
        last = to[segment]!;
        put(this.#round(x[from[segment]!]!), this.#round(y[from[segment]!]!));
        if (this.#hot[segment] !== 0) for (const [gx, gy] of this.#hotsAlong(segment)) put(gx, gy);
      }
      put(this.#round(x[last]!), this.#round(y[last]!));
    }
    offsets[count] = length;
    this.#pixels.close();
    release(this.#hot, this.#hotX, this.#hotY, this.#hotNext);
    return { zoom: this.#zoom, x: moved(outX, length), y: moved(outY, length), offsets: moved(offsets, count + 1) };
  }

  /** Hot pixels of a segment in the order in which it passes them. */
  #hotsAlong(segment: number): [x: number, y: number][] {
    const { x, y } = this.#table;
    const from = this.#segments.from[segment]!;
    const to = this.#segments.to[segment]!;
    const dx = x[to]! - x[from]!;
    const dy = y[to]! - y[from]!;
    const along: [number, number][] = [];
    for (let i = this.#hot[segment]!; i !== 0; i = this.#hotNext[i - 1]!) along.push([this.#hotX[i - 1]!, this.#hotY[i - 1]!]);
    return along.sort((a, b) => a[0] * dx + a[1] * dy - b[0] * dx - b[1] * dy);
  }
}

/** Pixels with a vertex, each once, by cells. The world is folded into a square of cells as in crossings.ts. */
class PixelBuckets {
  /** log2 of the side of a cell in pixels. */
  readonly cellBits: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** The next pixel of the same cell, plus one. */
  readonly next: Int32Array;
  #count = 0;
  readonly #first: Int32Array;
  readonly #foldBits: number;
  readonly #mask: number;

  constructor(capacity: number, meanLength: number) {
    this.cellBits = Math.max(0, Math.ceil(Math.log2(meanLength + 1)));
    this.x = new Int32Array(capacity);
    this.y = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    this.#foldBits = Math.max(4, Math.ceil(Math.log2(capacity + 1) / 2));
    this.#mask = 2 ** this.#foldBits - 1;
    this.#first = new Int32Array(4 ** this.#foldBits);
  }

  add(gx: number, gy: number): void {
    const cell = this.#cell(gx >> this.cellBits, gy >> this.cellBits);
    for (let i = this.#first[cell]!; i !== 0; i = this.next[i - 1]!) if (this.x[i - 1] === gx && this.y[i - 1] === gy) return;
    this.x[this.#count] = gx;
    this.y[this.#count] = gy;
    this.next[this.#count] = this.#first[cell]!;
    this.#first[cell] = ++this.#count;
  }

  /** First pixel of a cell, plus one; 0 where there is none. */
  first(column: number, row: number): number {
    return this.#first[this.#cell(column, row)]!;
  }

  close(): void {
    release(this.x, this.y, this.next, this.#first);
  }

  #cell(column: number, row: number): number {
    return ((row & this.#mask) << this.#foldBits) | (column & this.#mask);
  }
}

/** The same, and the array itself is given up. */
export function moved<T extends Int32Array | Uint32Array | Uint8Array>(array: T, length = array.length): T {
  const copy = shared(array, length);
  release(array);
  return copy;
}

/** The first `length` values in memory that threads share. */
export function shared<T extends Int32Array | Uint32Array | Uint8Array>(array: T, length = array.length): T {
  const Type = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Type(new SharedArrayBuffer(length * array.BYTES_PER_ELEMENT));
  copy.set(array.subarray(0, length));
  return copy;
}
