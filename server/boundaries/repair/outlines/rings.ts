/** Outlines of rows from the lines between cells: closed rings with the row on the left, none of which passes a vertex twice. */
import type { Places } from '../ground/side.ts';
import { isBefore, sideOf } from '../ground/side.ts';

/** Directed lines by row: line i of row r runs from[i] → to[i], `starts[r] ≤ i < starts[r + 1]`. */
export interface RowLines {
  starts: Int32Array;
  from: Int32Array;
  to: Int32Array;
}

/** `each` visits all lines between cells with the rows on both sides. */
export function linesByRow(
  rowCount: number,
  each: (visit: (from: number, to: number, left: readonly number[], right: readonly number[]) => void) => void,
): RowLines {
  const starts = new Int32Array(rowCount + 1);
  const walk = (take: (row: number, from: number, to: number) => void) =>
    each((from, to, left, right) => {
      if (left === right) return;
      for (const row of left) if (row >= 0 && !right.includes(row)) take(row, from, to);
      for (const row of right) if (row >= 0 && !left.includes(row)) take(row, to, from);
    });
  walk((row) => (starts[row + 1]! += 1));
  for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row]!;
  const fill = starts.slice();
  const from = new Int32Array(starts[rowCount]!);
  const to = new Int32Array(from.length);
  walk((row, a, b) => {
    from[fill[row]!] = a;
    to[fill[row]!++] = b;
  });
  return { starts, from, to };
}

/** Links the lines of one row after another. */
export class RingLinker {
  readonly #places: Places;
  readonly #lines: RowLines;
  /** First line that leaves a vertex, and the next one there; +1, so that 0 is none. */
  readonly #leaving: Int32Array;
  readonly #next: Int32Array;
  /** Place of a vertex on the path being walked, +1. */
  readonly #onPath: Int32Array;

  constructor(places: Places, vertexCount: number, lines: RowLines) {
    this.#places = places;
    this.#lines = lines;
    this.#leaving = new Int32Array(vertexCount);
    this.#next = new Int32Array(lines.from.length);
    this.#onPath = new Int32Array(vertexCount);
  }

  /** Rings of a row, not closed, each beginning with its least vertex. */
  rings(row: number): number[][] {
    const { starts, from } = this.#lines;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      this.#next[i] = this.#leaving[from[i]!]!;
      this.#leaving[from[i]!] = i + 1;
    }
    const rings: number[][] = [];
    for (let i = starts[row]!; i < starts[row + 1]!; i++) while (this.#leaving[from[i]!]! > 0) this.#walk(this.#leaving[from[i]!]! - 1, rings);
    return rings.map((ring) => fromLeast(this.#places, ring));
  }

  /** Whenever the path meets a vertex again, the loop since then is a ring of its own. */
  #walk(first: number, rings: number[][]): void {
    const { from, to } = this.#lines;
    const path: number[] = [];
    for (let at = first; ;) {
      this.#take(at);
      path.push(from[at]!);
      this.#onPath[from[at]!] = path.length;
      const end = to[at]!;
      const seen = this.#onPath[end]!;
      if (seen > 0) {
        const ring = path.splice(seen - 1);
        for (const vertex of ring) this.#onPath[vertex] = 0;
        rings.push(ring);
        if (path.length === 0) return;
      }
      const next = this.#leftmost(from[at]!, end);
      if (next < 0) throw new Error('An outline of a repair is not closed');
      at = next;
    }
  }

  #take(line: number): void {
    const vertex = this.#lines.from[line]!;
    if (this.#leaving[vertex] === line + 1) {
      this.#leaving[vertex] = this.#next[line]!;
      return;
    }
    let at = this.#leaving[vertex]! - 1;
    while (this.#next[at] !== line + 1) at = this.#next[at]! - 1;
    this.#next[at] = this.#next[line]!;
  }

  /** Of the lines that leave `vertex`, the one that turns most to the left after coming from `before`: it keeps to the same piece of the inside. */
  #leftmost(before: number, vertex: number): number {
    let best = this.#leaving[vertex]! - 1;
    for (let at = best < 0 ? -1 : this.#next[best]! - 1; at >= 0; at = this.#next[at]! - 1)
      if (this.#turnsMore(before, vertex, this.#lines.to[at]!, this.#lines.to[best]!)) best = at;
    return best;
  }

  /** Seen from the way back and turning clockwise, does p come before q? */
  #turnsMore(before: number, vertex: number, p: number, q: number): boolean {
    const p1 = sideOf(this.#places, vertex, before, p);
    const q1 = sideOf(this.#places, vertex, before, q);
    // Clockwise from the way back: first what is right of it (negative), then what is left of it.
    const halfP = p1 < 0 ? 0 : p1 > 0 ? 2 : p === before ? 3 : 1;
    const halfQ = q1 < 0 ? 0 : q1 > 0 ? 2 : q === before ? 3 : 1;
    return halfP === halfQ ? sideOf(this.#places, vertex, p, q) < 0 : halfP < halfQ;
  }
}

export function fromLeast(places: Places, ring: number[]): number[] {
  let least = 0;
  for (let i = 1; i < ring.length; i++) if (isBefore(places, ring[i]!, ring[least]!)) least = i;
  return least === 0 ? ring : [...ring.slice(least), ...ring.slice(0, least)];
}

/** Twice the area of a ring of vertices: positive where it goes round counter-clockwise. Exact enough for rings that have an area. */
export function ringArea2({ x, y }: Places, ring: readonly number[]): number {
  const ox = x[ring[0]!]!;
  const oy = y[ring[0]!]!;
  let sum = 0;
  for (let i = 1; i < ring.length - 1; i++) {
    const p = ring[i]!;
    const q = ring[i + 1]!;
    sum += (x[p]! - ox) * (y[q]! - oy) - (x[q]! - ox) * (y[p]! - oy);
  }
  return sum;
}
