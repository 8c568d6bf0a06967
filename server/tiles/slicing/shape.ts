/** A polygon or some lines on the tile grid: flat scratch arrays that are filled and emptied over and over. */
export class Shape {
  x: Int32Array;
  y: Int32Array;
  /** Vertices in use. */
  length = 0;
  /** Where each ring or line ends. Rings are stored open, the shell first; shells have a positive area in (x, y), holes a negative one. */
  readonly ends: number[] = [];
  /** Several polygons that may touch, each shell before its holes; else one polygon. */
  isMany = false;

  constructor(capacity = 256) {
    this.x = new Int32Array(capacity);
    this.y = new Int32Array(capacity);
  }

  clear(): void {
    this.length = 0;
    this.ends.length = 0;
    this.isMany = false;
  }

  /** Room for `more` vertices. */
  reserve(more: number): void {
    if (this.length + more <= this.x.length) return;
    const capacity = Math.max(this.x.length * 2, this.length + more);
    const x = new Int32Array(capacity);
    const y = new Int32Array(capacity);
    x.set(this.x);
    y.set(this.y);
    this.x = x;
    this.y = y;
  }

  add(x: number, y: number): void {
    if (this.length === this.x.length) this.reserve(1);
    this.x[this.length] = x;
    this.y[this.length++] = y;
  }

  ringStart(ring: number): number {
    return ring === 0 ? 0 : this.ends[ring - 1]!;
  }

  /** Where the ring that is being written began. */
  get openStart(): number {
    return this.ends.length === 0 ? 0 : this.ends[this.ends.length - 1]!;
  }

  endRing(): void {
    this.ends.push(this.length);
  }

  /** Takes back the ring that is being written. */
  dropOpen(): void {
    this.length = this.openStart;
  }

  /** Appends one ring of another shape. */
  copyRing(from: Shape, ring: number): void {
    const start = from.ringStart(ring);
    const end = from.ends[ring]!;
    this.reserve(end - start);
    this.x.set(from.x.subarray(start, end), this.length);
    this.y.set(from.y.subarray(start, end), this.length);
    this.length += end - start;
    this.endRing();
  }

  /** Twice the signed area of one ring. */
  area2(ring: number): number {
    return ringArea2(this.x, this.y, this.ringStart(ring), this.ends[ring]!);
  }
}

/** Twice the signed area of the open ring at `start … end`. */
export function ringArea2(xs: Int32Array, ys: Int32Array, start: number, end: number): number {
  let sum = 0;
  const x0 = xs[start]!;
  const y0 = ys[start]!;
  let px = 0;
  let py = 0;
  for (let i = start + 1; i < end; i++) {
    const x = xs[i]! - x0;
    const y = ys[i]! - y0;
    sum += px * y - x * py;
    px = x;
    py = y;
  }
  return sum;
}

/** Even-odd test of a point against the open ring at `start … end`. */
export function isInside(xs: Int32Array, ys: Int32Array, start: number, end: number, x: number, y: number): boolean {
  let inside = false;
  let ax = xs[end - 1]!;
  let ay = ys[end - 1]!;
  for (let i = start; i < end; i++) {
    const bx = xs[i]!;
    const by = ys[i]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    ax = bx;
    ay = by;
  }
  return inside;
}
