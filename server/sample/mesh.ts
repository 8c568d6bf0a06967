/**
 * The ground everything stands on: a jittered hexagonal lattice. Three cells meet at each corner, never four, so the outline of
 * any set of cells passes a corner at most once: rings cannot touch themselves, whatever is built from cells.
 */
import { hash } from './random.ts';

export interface Mesh {
  columns: number;
  rows: number;
  /** columns × rows. */
  cells: number;
  /** Kilometres between neighbouring cell centres, on average. */
  spacing: number;
  /** Cell centres, kilometres east and north of the middle of the lattice. */
  x: Float64Array;
  y: Float64Array;
}

/** Corner 2c is above cell c, between c and its two upper neighbours; corner 2c + 1 is up and right of it. */
export type Corner = number;
/** Edge 3c runs between cell c and its right neighbour, 3c + 1 to the upper right one, 3c + 2 to the upper left one. */
export type Edge = number;

const JITTER = 0.3;

/** A lattice of width × height kilometres; only cells two or more steps from its rim may be used. */
export function createMesh(width: number, height: number, spacing: number, seed: number): Mesh {
  const columns = Math.ceil(width / spacing) + 4;
  const rows = Math.ceil(height / (spacing * 0.866)) + 4;
  const cells = columns * rows;
  const x = new Float64Array(cells);
  const y = new Float64Array(cells);
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, cell++) {
      const bits = hash(seed, cell, 7);
      // Below 0.43 of the spacing no triangle of neighbours can turn over.
      const radius = JITTER * spacing * Math.sqrt((bits & 0xffff) / 0x10000);
      const angle = ((bits >>> 16) / 0x10000) * 2 * Math.PI;
      x[cell] = (column + 0.5 * (row & 1) - columns / 2) * spacing + radius * Math.cos(angle);
      y[cell] = (row - rows / 2) * spacing * 0.866 + radius * Math.sin(angle);
    }
  }
  return { columns, rows, cells, spacing, x, y };
}

export const isOdd = (mesh: Mesh, cell: number): number => Math.floor(cell / mesh.columns) & 1;
export const upperRight = (mesh: Mesh, cell: number): number => cell + mesh.columns + isOdd(mesh, cell);
export const upperLeft = (mesh: Mesh, cell: number): number => cell + mesh.columns - 1 + isOdd(mesh, cell);

/** The six neighbours of a cell, counter-clockwise from the right one, into `out`. */
export function neighbours(mesh: Mesh, cell: number, out: Int32Array): void {
  const odd = isOdd(mesh, cell);
  out[0] = cell + 1;
  out[1] = cell + mesh.columns + odd;
  out[2] = cell + mesh.columns - 1 + odd;
  out[3] = cell - 1;
  out[4] = cell - mesh.columns - 1 + odd;
  out[5] = cell - mesh.columns + odd;
}

/** The edge between two neighbouring cells. */
export function edgeBetween(mesh: Mesh, a: number, b: number): Edge {
  const low = Math.min(a, b);
  const step = Math.max(a, b) - low;
  if (step === 1) return 3 * low;
  return step === mesh.columns + isOdd(mesh, low) ? 3 * low + 1 : 3 * low + 2;
}

/** The cells of an edge, and the corners on the left and on the right of the way from the first cell to the second, into `out`. */
export function edgeEnds(mesh: Mesh, edge: Edge, out: Int32Array): void {
  const cell = Math.floor(edge / 3);
  out[0] = cell;
  if (edge % 3 === 0) {
    out[1] = cell + 1;
    out[2] = 2 * cell + 1;
    out[3] = 2 * (cell - mesh.columns + isOdd(mesh, cell));
  } else if (edge % 3 === 1) {
    out[1] = upperRight(mesh, cell);
    out[2] = 2 * cell;
    out[3] = 2 * cell + 1;
  } else {
    out[1] = upperLeft(mesh, cell);
    out[2] = 2 * (cell - 1) + 1;
    out[3] = 2 * cell;
  }
}

/** The three edges that end at a corner, into `out`. */
export function cornerEdges(mesh: Mesh, corner: Corner, out: Int32Array): void {
  const cell = corner >> 1;
  if (corner % 2 === 0) {
    out[0] = 3 * cell + 1;
    out[1] = 3 * cell + 2;
    out[2] = 3 * upperLeft(mesh, cell);
  } else {
    out[0] = 3 * cell;
    out[1] = 3 * cell + 1;
    out[2] = 3 * (cell + 1) + 2;
  }
}

/** The three cells around a corner, into `out`. */
export function cornerCells(mesh: Mesh, corner: Corner, out: Int32Array): void {
  const cell = corner >> 1;
  out[0] = cell;
  out[1] = corner % 2 === 0 ? upperRight(mesh, cell) : cell + 1;
  out[2] = corner % 2 === 0 ? upperLeft(mesh, cell) : upperRight(mesh, cell);
}

/** A queue of integers by smallest key first; equal keys by smallest integer, so that the order is the same everywhere. */
export class Heap {
  size = 0;
  #keys: Float64Array;
  #items: Int32Array;
  constructor(capacity = 1024) {
    this.#keys = new Float64Array(capacity);
    this.#items = new Int32Array(capacity);
  }
  get topKey(): number {
    return this.#keys[0]!;
  }
  #before(i: number, key: number, item: number): boolean {
    const other = this.#keys[i]!;
    return other < key || (other === key && this.#items[i]! < item);
  }
  push(key: number, item: number): void {
    if (this.size === this.#keys.length) {
      const keys = new Float64Array(2 * this.size);
      const items = new Int32Array(2 * this.size);
      keys.set(this.#keys);
      items.set(this.#items);
      this.#keys = keys;
      this.#items = items;
    }
    let hole = this.size++;
    while (hole > 0) {
      const up = (hole - 1) >> 1;
      if (this.#before(up, key, item)) break;
      this.#keys[hole] = this.#keys[up]!;
      this.#items[hole] = this.#items[up]!;
      hole = up;
    }
    this.#keys[hole] = key;
    this.#items[hole] = item;
  }
  pop(): number {
    const top = this.#items[0]!;
    this.size--;
    const key = this.#keys[this.size]!;
    const item = this.#items[this.size]!;
    let hole = 0;
    for (let down = 1; down < this.size; down = 2 * hole + 1) {
      if (down + 1 < this.size && this.#before(down + 1, this.#keys[down]!, this.#items[down]!)) down++;
      if (!this.#before(down, key, item)) break;
      this.#keys[hole] = this.#keys[down]!;
      this.#items[hole] = this.#items[down]!;
      hole = down;
    }
    this.#keys[hole] = key;
    this.#items[hole] = item;
    return top;
  }
}
