/** Positions of rings on an integer grid, each place stored once: the ground on which arcs are found. */
import type { GeometryColumn } from '../contract/admin.ts';
import { GEOMETRY_KIND } from '../contract/admin.ts';
import { GrowingUint32 } from './growing.ts';
import { release } from './release.ts';
import { Work } from './work.ts';

/** Where a position falls on the grid. Both answers fit in Int32. */
export interface Grid {
  toX(lon: number): number;
  toY(lat: number): number;
}

/** Degrees × 10^7 (1.1 cm): neighbours that differ by float noise only fall on one place. */
export const DEGREE_GRID: Grid = {
  toX: (lon) => Math.round(lon * 1e7),
  toY: (lat) => Math.round(lat * 1e7),
};

/** The rings of several columns, one after another, as vertex ids. Nesting as in GeometryColumn. */
export interface InternedRings {
  /** Coordinates of vertex id i. */
  x: Int32Array;
  y: Int32Array;
  count: number;
  /** Vertex ids of all rings, without the closing one and without the same vertex twice in a row. */
  ids: Int32Array;
  /** Rings that have fewer than three vertices on the grid are left out, and polygons whose shell is. */
  rings: Uint32Array;
  polygons: Uint32Array;
  /** Rows of the first column, then of the second, … */
  rows: Uint32Array;
}

/** Interns the polygons of `columns` on `grid`. Other kinds of geometry give rows without polygons. */
export function internVertices(columns: GeometryColumn[], grid: Grid): InternedRings {
  const total = columns.reduce((sum, { coords }) => sum + coords.length / 2, 0);
  const table = new VertexTable(total);
  const ids = new Int32Array(total);
  const rings = new GrowingUint32();
  const polygons = new GrowingUint32();
  const rows = new GrowingUint32();
  let length = 0;
  rings.push(0);
  polygons.push(0);
  rows.push(0);
  for (const column of columns) {
    const { coords } = column;
    for (let row = 0; row < column.kinds.length; row++) {
      if (column.kinds[row] === GEOMETRY_KIND.polygon) {
        for (let polygon = column.rows[row]!; polygon < column.rows[row + 1]!; polygon++) {
          const shell = column.polygons[polygon]!;
          for (let ring = shell; ring < column.polygons[polygon + 1]!; ring++) {
            const start = length;
            let previous = -1;
            for (let v = column.rings[ring]!; v < column.rings[ring + 1]!; v++) {
              const id = table.intern(grid.toX(coords[2 * v]!), grid.toY(coords[2 * v + 1]!));
              if (id === previous) continue;
              previous = id;
              ids[length++] = id;
            }
            if (length - start > 1 && ids[length - 1] === ids[start]) length--;
            if (length - start >= 3) rings.push(length);
            else {
              length = start;
              if (ring === shell) break;
            }
          }
          if (rings.length - 1 > polygons.array[polygons.length - 1]!) polygons.push(rings.length - 1);
        }
      }
      rows.push(polygons.length - 1);
    }
  }
  table.close();
  const { x, y, count } = table;
  return { x, y, count, ids: ids.subarray(0, length), rings: rings.finish(), polygons: polygons.finish(), rows: rows.finish() };
}

/** Places that a new vertex is looked for in before that is counted: by chance they are a handful. */
const CROWD = 16;

/** Open addressing on (x, y); ids in the order of first meeting, so that the same input gives the same ids. */
class VertexTable {
  /** As long as every position were its own place; pages that are never reached cost nothing. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  count = 0;
  #slots = new Int32Array(1 << 16);
  #mask = (1 << 16) - 1;
  readonly #work: Work;

  constructor(capacity: number) {
    this.#work = new Work('Finding shared vertices', capacity, 64);
    this.x = new Int32Array(capacity);
    this.y = new Int32Array(capacity);
  }

  intern(x: number, y: number): number {
    const { x: xs, y: ys } = this;
    const slots = this.#slots;
    const mask = this.#mask;
    const first = hash(x, y) & mask;
    let slot = first;
    for (;;) {
      const id = slots[slot]! - 1;
      if (id < 0) break;
      if (xs[id] === x && ys[id] === y) return id;
      slot = (slot + 1) & mask;
    }
    if (slot - first > CROWD) this.#work.spend(slot - first);
    const id = this.count++;
    xs[id] = x;
    ys[id] = y;
    slots[slot] = id + 1;
    if (this.count * 2 > slots.length) this.#grow();
    return id;
  }

  /** Frees the search table; ids and positions stay. */
  close(): void {
    release(this.#slots);
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = hash(this.x[id]!, this.y[id]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    release(this.#slots);
    this.#slots = slots;
    this.#mask = mask;
  }
}

function hash(x: number, y: number): number {
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
