/**
 * The arcs as one zoom shows them: simplified, rounded to the tile grid, and still a proper map. Lines that come to touch do so in
 * vertices, and none cross, so every unit's rings can be mended alone and still match its neighbours'.
 *
 * This is snap rounding (Hobby 1999; Guibas and Marimont 1998): each vertex makes its pixel hot, and every line through a hot pixel is
 * drawn through its centre. Lines that simplification made cross get some of their vertices back first. Rounding each line alone, as
 * tile makers do, leaves up to 1.3 % of polygons invalid at low zooms.
 */
import type { ArcTable } from '../topology/arcs.ts';
import { EXTENT_BITS } from './grid.ts';

/** Arc a owns vertices `offsets[a] … offsets[a+1]`, in tile units of the zoom counted from the north-west corner of the world. */
export interface ZoomArcs {
  zoom: number;
  x: Int32Array;
  y: Int32Array;
  offsets: Uint32Array;
}

/** `zooms` is what firstZooms gave for the same table. The table's y grows to the north, the answer's to the south. */
export function snapArcs(table: ArcTable, zooms: Uint8Array, zoom: number, maxZoom: number): ZoomArcs {
  return new Snapper(table, zooms, zoom, maxZoom).run();
}

class Snapper {
  readonly #table: ArcTable;
  readonly #zooms: Uint8Array;
  readonly #zoom: number;
  readonly #shift: number;
  readonly #half: number;
  /** Pixels are closed squares a little smaller than the step, so that no position with whole numbers lies in two. */
  readonly #reach: number;
  readonly #inset: number;
  /** Segment s runs from vertex from[s] to to[s] of the table; nextInArc chains those of one arc. */
  #from: Int32Array;
  #to: Int32Array;
  #nextInArc: Int32Array;
  /** First hot pixel on a segment, as an index (plus one) into the hot lists. */
  #hot: Int32Array;
  #segments = 0;
  readonly #firstOfArc: Int32Array;
  readonly #order: Uint32Array;
  #hotX = new Int32Array(256);
  #hotY = new Int32Array(256);
  #hotNext = new Int32Array(256);
  #hots = 0;
  /** A square of cells that the world is folded into: two places in one cell only cost some tests, and neighbours stay neighbours in memory. */
  readonly #cells: Int32Array;
  readonly #tableBits: number;
  #entrySegment: Int32Array;
  #entryNext: Int32Array;
  #entries = 0;
  readonly #again: number[] = [];
  /** log2 of the side of a search cell in steps of the table: about the mean length of a segment. */
  readonly #cellBits: number;

  constructor(table: ArcTable, zooms: Uint8Array, zoom: number, maxZoom: number) {
    this.#table = table;
    this.#zooms = zooms;
    this.#zoom = zoom;
    this.#shift = maxZoom - zoom;
    this.#half = this.#shift > 0 ? 2 ** (this.#shift - 1) : 0;
    this.#inset = this.#shift > 0 ? 0.25 : 0;
    this.#reach = this.#half - this.#inset;
    let kept = 0;
    for (let v = 0; v < zooms.length; v++) if (zooms[v]! <= zoom) kept++;
    const capacity = kept - table.count + 16;
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
    this.#nextInArc = new Int32Array(capacity);
    this.#hot = new Int32Array(capacity);
    this.#firstOfArc = new Int32Array(table.count);
    this.#chain();
    const { visible, cellBits } = this.#visible();
    this.#order = visible;
    this.#cellBits = cellBits;
    this.#tableBits = Math.max(4, Math.ceil((Math.log2(visible.length + 1) + 1) / 2));
    this.#cells = new Int32Array(4 ** this.#tableBits);
    this.#entrySegment = new Int32Array(visible.length * 3 + 16);
    this.#entryNext = new Int32Array(visible.length * 3 + 16);
  }

  run(): ZoomArcs {
    for (const segment of this.#order) this.#insert(segment);
    for (let segment = this.#again.pop(); segment !== undefined; segment = this.#again.pop()) this.#insert(segment);
    return this.#draw();
  }

  /** The segments between kept vertices, arc by arc. */
  #chain(): void {
    const { count, offsets } = this.#table;
    for (let arc = 0; arc < count; arc++) {
      let from = offsets[arc]!;
      this.#firstOfArc[arc] = this.#segments;
      for (let v = from + 1; v < offsets[arc + 1]!; v++) {
        if (this.#zooms[v]! > this.#zoom) continue;
        const segment = this.#segments++;
        this.#from[segment] = from;
        this.#to[segment] = v;
        this.#nextInArc[segment] = segment + 1;
        from = v;
      }
      this.#nextInArc[this.#segments - 1] = -1;
    }
  }

  /**
   * The segments to search: those longer than a pixel, then one for each pixel that holds only shorter ones. At low zooms most segments
   * are points; testing them all against each other would take quadratic time and find nothing new.
   */
  #visible(): { visible: Uint32Array; cellBits: number } {
    const { x, y } = this.#table;
    const visible = new Uint32Array(this.#segments);
    const points: number[] = [];
    let count = 0;
    let length = 0;
    for (let segment = 0; segment < this.#segments; segment++) {
      const from = this.#from[segment]!;
      const to = this.#to[segment]!;
      if (this.#round(x[from]!) === this.#round(x[to]!) && this.#round(y[from]!) === this.#round(y[to]!)) {
        points.push(segment);
        continue;
      }
      visible[count++] = segment;
      length += Math.max(Math.abs(x[to]! - x[from]!), Math.abs(y[to]! - y[from]!));
    }
    const cellBits = Math.max(this.#shift, Math.ceil(Math.log2(length / Math.max(1, count) + 1)));
    if (points.length > 0) {
      const pixels = new PixelSet(points.length);
      for (const segment of points) pixels.add(this.#round(x[this.#from[segment]!]!), this.#round(y[this.#from[segment]!]!), segment);
      for (let i = 0; i < count; i++) {
        for (const vertex of [this.#from[visible[i]!]!, this.#to[visible[i]!]!]) pixels.remove(this.#round(x[vertex]!), this.#round(y[vertex]!));
      }
      for (const segment of pixels.values()) visible[count++] = segment;
    }
    return { visible: visible.subarray(0, count), cellBits };
  }

  /** Tests a segment against all in its cells, then joins them. A segment that had to be split comes back in parts. */
  #insert(segment: number): void {
    const { x, y } = this.#table;
    const bits = this.#cellBits;
    const reach = this.#half;
    const tableBits = this.#tableBits;
    const mask = 2 ** tableBits - 1;
    let ax = x[this.#from[segment]!]!;
    let ay = y[this.#from[segment]!]!;
    let bx = x[this.#to[segment]!]!;
    let by = y[this.#to[segment]!]!;
    if (ax > bx) [ax, ay, bx, by] = [bx, by, ax, ay];
    const slope = bx > ax ? (by - ay) / (bx - ax) : 0;
    const lastColumn = (bx + reach) >> bits;
    const low = ay < by ? ay : by;
    const high = ay < by ? by : ay;
    for (let column = (ax - reach) >> bits; column <= lastColumn; column++) {
      // The part of the segment within this column, widened by a pixel.
      const left = Math.max(ax, column * 2 ** bits - reach);
      const right = Math.min(bx, (column + 1) * 2 ** bits + reach);
      let bottom = low;
      let top = high;
      if (bx > ax) {
        const yLeft = ay + slope * (left - ax);
        const yRight = ay + slope * (right - ax);
        bottom = Math.max(low, Math.floor(Math.min(yLeft, yRight)));
        top = Math.min(high, Math.ceil(Math.max(yLeft, yRight)));
      }
      const lastRow = (top + reach) >> bits;
      for (let row = (bottom - reach) >> bits; row <= lastRow; row++) {
        const cell = ((row & mask) << tableBits) | (column & mask);
        for (let entry = this.#cells[cell]!; entry !== 0; entry = this.#entryNext[entry - 1]!) {
          const other = this.#entrySegment[entry - 1]!;
          if (other !== segment && this.#meet(segment, other)) return;
        }
        this.#join(cell, segment);
      }
    }
  }

  #join(cell: number, segment: number): void {
    if (this.#entries === this.#entryNext.length) {
      this.#entrySegment = grown(this.#entrySegment);
      this.#entryNext = grown(this.#entryNext);
    }
    this.#entrySegment[this.#entries] = segment;
    this.#entryNext[this.#entries] = this.#cells[cell]!;
    this.#cells[cell] = ++this.#entries;
  }

  /** Notes where two segments pass through each other's end pixels; splits them where they cross. True where `s` was split. */
  #meet(s: number, t: number): boolean {
    const { x, y } = this.#table;
    const sFrom = this.#from[s]!;
    const sTo = this.#to[s]!;
    const tFrom = this.#from[t]!;
    const tTo = this.#to[t]!;
    const ax = x[sFrom]!;
    const ay = y[sFrom]!;
    const bx = x[sTo]!;
    const by = y[sTo]!;
    const cx = x[tFrom]!;
    const cy = y[tFrom]!;
    const dx = x[tTo]!;
    const dy = y[tTo]!;
    // A vertex and a line through its pixel are up to a whole pixel apart.
    const reach = 2 * this.#half;
    if ((ax > bx ? ax : bx) + reach < (cx < dx ? cx : dx) || (cx > dx ? cx : dx) + reach < (ax < bx ? ax : bx)) return false;
    if ((ay > by ? ay : by) + reach < (cy < dy ? cy : dy) || (cy > dy ? cy : dy) + reach < (ay < by ? ay : by)) return false;
    this.#heat(s, ax, ay, bx, by, cx, cy);
    this.#heat(s, ax, ay, bx, by, dx, dy);
    this.#heat(t, cx, cy, dx, dy, ax, ay);
    this.#heat(t, cx, cy, dx, dy, bx, by);
    const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
    if (c > 0 === d > 0 || c === 0 || d === 0) return false;
    const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
    const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
    if (a > 0 === b > 0 || a === 0 || b === 0) return false;
    const splitT = this.#split(t);
    const splitS = this.#split(s);
    if (!splitS && !splitT) {
      // Both are whole: the source itself crosses here, or the grid made it so. The crossing becomes a vertex of both.
      const share = a / (a - b);
      const px = this.#round(Math.round(ax + share * (bx - ax)));
      const py = this.#round(Math.round(ay + share * (by - ay)));
      this.#addHot(s, px, py);
      this.#addHot(t, px, py);
    }
    return splitS;
  }

  /** Where the segment a–b passes through the pixel of (px, py), that pixel becomes a vertex of it. */
  #heat(segment: number, ax: number, ay: number, bx: number, by: number, px: number, py: number): void {
    if ((px === ax && py === ay) || (px === bx && py === by)) return;
    const dx = bx - ax;
    const dy = by - ay;
    const gx = this.#round(px);
    const gy = this.#round(py);
    const centreX = gx * 2 ** this.#shift - this.#inset;
    const centreY = gy * 2 ** this.#shift - this.#inset;
    const reach = this.#reach;
    const cross = dx * (centreY - ay) - dy * (centreX - ax);
    if (Math.abs(cross) > reach * ((dx < 0 ? -dx : dx) + (dy < 0 ? -dy : dy))) return;
    if ((ax < bx ? ax : bx) > centreX + reach || (ax > bx ? ax : bx) < centreX - reach) return;
    if ((ay < by ? ay : by) > centreY + reach || (ay > by ? ay : by) < centreY - reach) return;
    if ((gx === this.#round(ax) && gy === this.#round(ay)) || (gx === this.#round(bx) && gy === this.#round(by))) return;
    this.#addHot(segment, gx, gy);
  }

  #addHot(segment: number, gx: number, gy: number): void {
    for (let i = this.#hot[segment]!; i !== 0; i = this.#hotNext[i - 1]!) if (this.#hotX[i - 1] === gx && this.#hotY[i - 1] === gy) return;
    if (this.#hots === this.#hotNext.length) {
      this.#hotX = grown(this.#hotX);
      this.#hotY = grown(this.#hotY);
      this.#hotNext = grown(this.#hotNext);
    }
    this.#hotX[this.#hots] = gx;
    this.#hotY[this.#hots] = gy;
    this.#hotNext[this.#hots] = this.#hot[segment]!;
    this.#hot[segment] = ++this.#hots;
  }

  /** Gives a segment back the vertex that matters most; false where it has none left. Both parts are to be inserted again. */
  #split(segment: number): boolean {
    const from = this.#from[segment]!;
    const to = this.#to[segment]!;
    if (to - from < 2) return false;
    let most = from + 1;
    for (let v = most + 1; v < to; v++) if (this.#zooms[v]! < this.#zooms[most]!) most = v;
    if (this.#segments === this.#from.length) {
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
      this.#nextInArc = grown(this.#nextInArc);
      this.#hot = grown(this.#hot);
    }
    const rest = this.#segments++;
    this.#from[rest] = most;
    this.#to[rest] = to;
    this.#hot[rest] = 0;
    this.#nextInArc[rest] = this.#nextInArc[segment]!;
    this.#to[segment] = most;
    this.#hot[segment] = 0;
    this.#nextInArc[segment] = rest;
    this.#again.push(segment, rest);
    return true;
  }

  /** Half up, like the shift that ends it; the same for every position in a pixel. */
  #round(value: number): number {
    return (value + this.#half) >> this.#shift;
  }

  #draw(): ZoomArcs {
    const { count, x, y } = this.#table;
    const worldSize = 2 ** (this.#zoom + EXTENT_BITS);
    const outX = new Int32Array(this.#segments + this.#hots + count);
    const outY = new Int32Array(outX.length);
    const offsets = new Uint32Array(count + 1);
    let length = 0;
    const put = (gx: number, gy: number) => {
      const down = worldSize - gy;
      if (length > offsets[this.#arc]! && outX[length - 1] === gx && outY[length - 1] === down) return;
      outX[length] = gx;
      outY[length++] = down;
    };
    for (let arc = 0; arc < count; arc++) {
      offsets[arc] = length;
      this.#arc = arc;
      let last = 0;
      for (let segment = this.#firstOfArc[arc]!; segment !== -1; segment = this.#nextInArc[segment]!) {
        const from = this.#from[segment]!;
        last = this.#to[segment]!;
        put(this.#round(x[from]!), this.#round(y[from]!));
        if (this.#hot[segment] !== 0) for (const [gx, gy] of this.#hotsAlong(segment)) put(gx, gy);
      }
      put(this.#round(x[last]!), this.#round(y[last]!));
    }
    offsets[count] = length;
    return { zoom: this.#zoom, x: shared(outX, length), y: shared(outY, length), offsets: shared(offsets, count + 1) };
  }
  #arc = 0;

  /** Hot pixels of a segment in the order in which it passes them. */
  #hotsAlong(segment: number): [x: number, y: number][] {
    const { x, y } = this.#table;
    const from = this.#from[segment]!;
    const to = this.#to[segment]!;
    const dx = x[to]! - x[from]!;
    const dy = y[to]! - y[from]!;
    const along: [number, number][] = [];
    for (let i = this.#hot[segment]!; i !== 0; i = this.#hotNext[i - 1]!) along.push([this.#hotX[i - 1]!, this.#hotY[i - 1]!]);
    return along.sort((a, b) => a[0] * dx + a[1] * dy - b[0] * dx - b[1] * dy);
  }
}

/** One value for each pixel, the first given. */
class PixelSet {
  readonly #x: Int32Array;
  readonly #y: Int32Array;
  /** Value plus one; 0 is free, −1 removed. */
  readonly #value: Int32Array;

  constructor(capacity: number) {
    const slots = 2 ** (Math.ceil(Math.log2(capacity + 1)) + 1);
    this.#x = new Int32Array(slots);
    this.#y = new Int32Array(slots);
    this.#value = new Int32Array(slots);
  }

  add(x: number, y: number, value: number): void {
    const slot = this.#find(x, y);
    if (this.#value[slot] !== 0) return;
    this.#x[slot] = x;
    this.#y[slot] = y;
    this.#value[slot] = value + 1;
  }

  remove(x: number, y: number): void {
    const slot = this.#find(x, y);
    if (this.#value[slot] !== 0) this.#value[slot] = -1;
  }

  /** In ascending order. */
  values(): Int32Array {
    return this.#value
      .filter((value) => value > 0)
      .map((value) => value - 1)
      .sort();
  }

  #find(x: number, y: number): number {
    const mask = this.#value.length - 1;
    const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#value[slot] !== 0 && (this.#x[slot] !== x || this.#y[slot] !== y)) slot = (slot + 1) & mask;
    return slot;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}

/** The first `length` values in memory that threads share. */
export function shared<T extends Int32Array | Uint32Array | Uint8Array>(array: T, length = array.length): T {
  const Type = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Type(new SharedArrayBuffer(length * array.BYTES_PER_ELEMENT));
  copy.set(array.subarray(0, length));
  return copy;
}
