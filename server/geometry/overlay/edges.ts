/**
 * The edges of one level, each once, with the units on its two sides. In a clean coverage an inner edge has one unit on the
 * left and one on the right; what is left over ("free" edges: coast, gaps, overlaps) is all that the topology checks look at.
 */
import type { FeatureTable } from '../../contract/admin.ts';
import { Work } from '../work.ts';

/** Vertices closer than this are one: 1e-8 degrees, 1.1 mm. Float noise and EPSG round trips stay below it. */
export const GRID = 1e8;

export interface EdgeSet {
  /** Distinct vertices in grid units (degrees × GRID, whole numbers). */
  x: Float64Array;
  y: Float64Array;
  vertexCount: number;
  /** Edge e runs from vertex lo[e] to hi[e], lo < hi. */
  lo: Int32Array;
  hi: Int32Array;
  /** A row whose interior is left of lo → hi, and one whose interior is right of it; -1 none. */
  left: Int32Array;
  right: Int32Array;
  /** Units on the left minus units on the right, where edges are used more than once on a side. */
  balance: Int8Array;
  count: number;
  /** First edge of each lo vertex and the next edge of the same vertex; -1 ends. */
  first: Int32Array;
  next: Int32Array;
  /** Pairs of rows that use an edge in the same direction, so certainly overlap: row, row, … */
  sameSide: number[];
  vertices: VertexTable;
}

/** Places or edges that one is looked for among before that is counted: on real borders they are a handful. */
const CROWD = 16;

/** Distinct grid points, numbered as they come. Open addressing; grows by doubling. */
export class VertexTable {
  x: Float64Array;
  y: Float64Array;
  count = 0;
  #table: Int32Array;
  #mask: number;
  readonly #work: Work;

  constructor(expected: number) {
    const size = 1 << Math.max(4, Math.ceil(Math.log2(expected + 1)));
    this.x = new Float64Array(Math.max(16, Math.ceil(expected * 0.6)));
    this.y = new Float64Array(this.x.length);
    this.#table = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    this.#work = new Work('Finding the edges of a level', expected, 64);
  }

  /** Number of the vertex at a grid point, made if new. */
  add(x: number, y: number): number {
    const start = hash(x, y) & this.#mask;
    let slot = start;
    for (let id = this.#table[slot]!; id >= 0; id = this.#table[slot]!) {
      if (this.x[id] === x && this.y[id] === y) return id;
      slot = (slot + 1) & this.#mask;
    }
    if (slot - start > CROWD) this.#work.spend(slot - start);
    if (this.count === this.x.length) this.#growVertices();
    this.x[this.count] = x;
    this.y[this.count] = y;
    this.#table[slot] = this.count;
    this.count += 1;
    if (this.count * 1.6 > this.#mask) this.#growTable();
    return this.count - 1;
  }

  /** Number of the vertex at a grid point, or -1. */
  find(x: number, y: number): number {
    let slot = hash(x, y) & this.#mask;
    for (let id = this.#table[slot]!; id >= 0; id = this.#table[slot]!) {
      if (this.x[id] === x && this.y[id] === y) return id;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  #growVertices(): void {
    const length = this.x.length * 2;
    for (const key of ['x', 'y'] as const) {
      const grown = new Float64Array(length);
      grown.set(this[key]);
      this[key] = grown;
    }
  }

  #growTable(): void {
    const size = (this.#mask + 1) * 2;
    this.#mask = size - 1;
    this.#table = new Int32Array(size).fill(-1);
    for (let id = 0; id < this.count; id++) {
      let slot = hash(this.x[id]!, this.y[id]!) & this.#mask;
      while (this.#table[slot]! >= 0) slot = (slot + 1) & this.#mask;
      this.#table[slot] = id;
    }
  }
}

/** Grid units reach 1.8e10, so the two halves of each number are mixed. */
function hash(x: number, y: number): number {
  const high = (x / 65_536) | 0;
  const low = (y / 65_536) | 0;
  let h = Math.imul(x | 0, 0x9e37_79b1) ^ Math.imul(y | 0, 0x85eb_ca77) ^ Math.imul(high, 0xc2b2_ae3d) ^ Math.imul(low, 0x27d4_eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b_3c6d);
  return h ^ (h >>> 13);
}

/** Reads each ring of a level once. Rings are closed and wound as RFC 7946 says: the interior is on the left. */
export function buildEdges(table: FeatureTable): EdgeSet {
  const { coords, rings, polygons, rows, kinds } = table.geometry;
  const vertices = new VertexTable(coords.length / 2);
  const size = coords.length / 2;
  let first = new Int32Array(1024).fill(-1);
  const set = {
    lo: new Int32Array(size),
    hi: new Int32Array(size),
    left: new Int32Array(size).fill(-1),
    right: new Int32Array(size).fill(-1),
    balance: new Int8Array(size),
    next: new Int32Array(size).fill(-1),
  };
  const sameSide: number[] = [];
  const work = new Work('Finding the edges of a level', size, 64);
  let count = 0;
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== 3) continue;
    for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
      let from = -1;
      for (let v = rings[ring]!; v < rings[ring + 1]!; v++) {
        const x = Math.round(coords[2 * v]! * GRID);
        const y = Math.round(coords[2 * v + 1]! * GRID);
        // A vertex that is no number is check G6's; the ring is taken up again behind it.
        if (!Number.isFinite(x + y)) {
          from = -1;
          continue;
        }
        const to = vertices.add(x, y);
        if (from >= 0 && from !== to) {
          if (vertices.count > first.length) first = grow(first, vertices.count);
          const lo = Math.min(from, to);
          const hi = Math.max(from, to);
          let edge = first[lo]!;
          let steps = 0;
          for (; edge >= 0 && set.hi[edge] !== hi; steps++) edge = set.next[edge]!;
          if (steps > CROWD) work.spend(steps);
          if (edge < 0) {
            edge = count++;
            set.lo[edge] = lo;
            set.hi[edge] = hi;
            set.next[edge] = first[lo]!;
            first[lo] = edge;
          }
          const side = from === lo ? set.left : set.right;
          if (side[edge] === -1) side[edge] = row;
          else if (side[edge] !== row) sameSide.push(side[edge]!, row);
          set.balance[edge]! += from === lo ? 1 : -1;
        }
        from = to;
      }
    }
  }
  if (vertices.count > first.length) first = grow(first, vertices.count);
  const cut = <T extends Int32Array | Int8Array>(array: T): T => array.slice(0, count) as T;
  return {
    x: vertices.x,
    y: vertices.y,
    vertexCount: vertices.count,
    lo: cut(set.lo),
    hi: cut(set.hi),
    left: cut(set.left),
    right: cut(set.right),
    balance: cut(set.balance),
    next: cut(set.next),
    first,
    count,
    sameSide,
    vertices,
  };
}

function grow(array: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(needed, array.length * 2)).fill(-1);
  grown.set(array);
  return grown;
}

/** The edge between two vertices, or -1. */
export function findEdge(set: EdgeSet, a: number, b: number): number {
  const lo = Math.min(a, b);
  const hi = Math.max(a, b);
  let edge = set.first[lo]!;
  while (edge >= 0 && set.hi[edge] !== hi) edge = set.next[edge]!;
  return edge;
}
