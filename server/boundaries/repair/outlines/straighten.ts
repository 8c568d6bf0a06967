/** Vertices that noding put on lines are taken out again where nothing meets there, so that untouched lines come back as they were drawn. */
import type { Arrangement } from '../ground/arrange.ts';
import type { Cells } from '../owners/cells.ts';
import type { Originals } from './originals.ts';
import type { Places } from '../ground/side.ts';
import { isBefore } from '../ground/side.ts';

/** A vertex this near to the line without it (in grid steps) was put there by rounding. */
const STRAIGHT = 1;

export class Straightener {
  readonly #arrangement: Arrangement;
  readonly #originals: Originals;
  /** Lines between different owners at each vertex. */
  readonly #degree: Uint8Array;
  /** Cells on both sides of each half. */
  readonly #cells: Pick<Cells, 'rows' | 'at'>;
  /** Whether the row takes a vertex that only the other drew. */
  readonly #takes: (row: number, from: number) => boolean;

  constructor(arrangement: Arrangement, originals: Originals, degree: Uint8Array, cells: Cells, takes: (row: number, from: number) => boolean) {
    this.#arrangement = arrangement;
    this.#originals = originals;
    this.#degree = degree;
    this.#cells = cells;
    this.#takes = takes;
  }

  /** The ring without needless vertices; begins with a vertex that stays. */
  straighten(row: number, ring: number[]): number[] {
    const n = ring.length;
    const stays = ring.map((vertex, i) => this.#stays(row, ring[(i + n - 1) % n]!, vertex, ring[(i + 1) % n]!));
    const first = stays.indexOf(true);
    if (first < 0 || stays.every(Boolean)) return ring;
    const out: number[] = [];
    const { vertices } = this.#arrangement;
    for (let i = 0; i < n;) {
      const from = (first + i) % n;
      let steps = 1;
      while (!stays[(first + i + steps) % n]) steps++;
      out.push(ring[from]!);
      if (steps > 1) {
        const run = Array.from({ length: steps + 1 }, (_, k) => ring[(from + k) % n]!);
        // Both neighbours look from the same end, so that they keep the same.
        const turned = isBefore(vertices, run[steps]!, run[0]!);
        const kept: number[] = [];
        keepBends(vertices, turned ? run.toReversed() : run, 0, steps, kept);
        out.push(...(turned ? kept.reverse() : kept));
      }
      i += steps;
    }
    return out;
  }

  #stays(row: number, before: number, vertex: number, after: number): boolean {
    if (this.#degree[vertex]! !== 2) return true;
    return this.#isDrawn(row, vertex, before) || this.#isDrawn(row, vertex, after);
  }

  /** Did the row, or the one that has the other side of the line from the vertex to `other` now, draw the vertex for that line? */
  #isDrawn(row: number, vertex: number, other: number): boolean {
    const { finder, uses, ground } = this.#arrangement;
    const half = finder.half(vertex, other);
    // A line between two pieces of a gap: nobody drew it.
    if (half < 0) return false;
    const line = half >> 1;
    const { rows, at } = this.#cells;
    const isBeside = (owner: number) => rows[at[half]!]!.includes(owner) || rows[at[half ^ 1]!]!.includes(owner);
    for (let i = uses.starts[line]!; i < uses.starts[line + 1]!; i++) {
      const ring = uses.list[i]! >> 1;
      const owner = ring < 0 ? -1 : ground.rings.row[ring]!;
      if ((owner === row || (isBeside(owner) && this.#takes(row, owner))) && this.#originals.has(owner, vertex)) return true;
    }
    return false;
  }
}

/** Of a run whose ends stay, the vertices that the line between the ends would miss. */
function keepBends({ x, y }: Places, run: number[], from: number, to: number, out: number[]): void {
  const [ax, ay] = [x[run[from]!]!, y[run[from]!]!];
  const [dx, dy] = [x[run[to]!]! - ax, y[run[to]!]! - ay];
  const square = dx * dx + dy * dy;
  let worst = STRAIGHT;
  let at = -1;
  for (let i = from + 1; i < to; i++) {
    const [px, py] = [x[run[i]!]! - ax, y[run[i]!]! - ay];
    const t = square > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / square)) : 0;
    const distance = Math.hypot(px - t * dx, py - t * dy);
    if (distance > worst) {
      worst = distance;
      at = i;
    }
  }
  if (at < 0) return;
  keepBends({ x, y }, run, from, at, out);
  out.push(run[at]!);
  keepBends({ x, y }, run, at, to, out);
}
