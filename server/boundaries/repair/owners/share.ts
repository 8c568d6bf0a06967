/**
 * A gap shared out between the units around it: each triangle goes to a unit that it sees, so each place to a unit that borders on it
 * there, never the whole of a long gap to one.
 */
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Arrangement } from '../ground/arrange.ts';
import { headOf, tailOf } from '../ground/faces.ts';
import type { Places } from '../ground/side.ts';
import type { Triangles } from './triangles.ts';
import { triangulate } from './triangles.ts';

/** Piece p of a face goes to `rows[p]`; `pieceAt` gives the piece at each half of the outline, `chords` the lines between pieces. */
export interface Share {
  rows: number[];
  pieceAt: Map<number, number>;
  /** From, to (both on the outline), piece on the left, piece on the right. */
  chords: [from: number, to: number, left: number, right: number][];
  /** Triangles and the piece of each, for measuring. */
  triangles: Triangles;
  pieceOf: Int32Array;
}

/** What sharing needs to know of a face once, whatever is decided. */
export class GapFace {
  readonly #arrangement: Arrangement;
  readonly #triangles: Triangles;
  /** Half of the outline on each side of each triangle; −1 inside. */
  readonly #halfAt: Int32Array;
  /** Halves of the outline at each vertex. */
  readonly #halvesAt = new Map<number, number[]>();

  constructor(arrangement: Arrangement, face: number, walks: number[][]) {
    this.#arrangement = arrangement;
    const { faces, lines, finder } = arrangement;
    this.#triangles = triangulate(arrangement.vertices, walks);
    for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) {
      const half = faces.halves[i]!;
      for (const vertex of [tailOf(lines, half), headOf(lines, half)]) {
        const known = this.#halvesAt.get(vertex);
        if (known) known.push(half);
        else this.#halvesAt.set(vertex, [half]);
      }
    }
    const { count, corners, across } = this.#triangles;
    this.#halfAt = Int32Array.from(across, (other, side) => (other >= 0 ? -1 : finder.half(corners[side]!, corners[side % 3 === 2 ? side - 2 : side + 1]!)));
    if (count === 0) throw new Error('A face without triangles');
  }

  /**
   * `ownerAt` is the row across a half, −1 for nobody; `receive` chooses among the rows that a triangle sees (more than one, in any order); `order` decides between
   * equals. null where nobody is around.
   */
  share(ownerAt: (half: number) => number, receive: (rows: number[]) => number, order: Int32Array, reach: number): Share | null {
    const { count, corners, across } = this.#triangles;
    const ownerOf = new Map<number, number>();
    for (const halves of this.#halvesAt.values()) for (const half of halves) if (!ownerOf.has(half)) ownerOf.set(half, ownerAt(half));
    const onlyOwner = new Map<number, number>();
    for (const [vertex, halves] of this.#halvesAt) onlyOwner.set(vertex, only(halves, ownerOf));
    const taker = new Int32Array(count).fill(-1);
    const seen: number[] = [];
    const see = (owner: number) => {
      if (owner !== -1 && !seen.includes(owner)) seen.push(owner);
    };
    for (let t = 0; t < count; t++) {
      seen.length = 0;
      for (let side = 3 * t; side < 3 * t + 3; side++) {
        if (this.#halfAt[side]! >= 0) see(ownerOf.get(this.#halfAt[side]!)!);
        see(onlyOwner.get(corners[side]!)!);
      }
      if (seen.length > 0) taker[t] = seen.length === 1 ? seen[0]! : receive(seen);
    }
    if (!spread(taker, across)) return null;
    this.#settle(taker, ownerOf, order);
    this.#join(taker, ownerOf, order, reach);
    return this.#toShare(this.#settle(taker, ownerOf, order));
  }

  /** Pieces that touch their unit in a vertex only go to the neighbour with the longest common side, until none is left. */
  #settle(taker: Int32Array, ownerOf: Map<number, number>, order: Int32Array): { pieceOf: Int32Array; rows: number[] } {
    const { corners, across } = this.#triangles;
    const places: Places = this.#arrangement.vertices;
    for (let round = 0; ; round++) {
      const { pieceOf, rows } = piecesOf(taker, across);
      const lengths = rows.map(() => new Map<number, number>());
      for (let side = 0; side < across.length; side++) {
        const own = pieceOf[(side / 3) | 0]!;
        const other = across[side]!;
        if (other >= 0 && pieceOf[other] === own) continue;
        const row = other >= 0 ? taker[other]! : ownerOf.get(this.#halfAt[side]!)!;
        if (row < 0) continue;
        const to = side % 3 === 2 ? side - 2 : side + 1;
        const length = Math.hypot(places.x[corners[side]!]! - places.x[corners[to]!]!, places.y[corners[side]!]! - places.y[corners[to]!]!);
        // Of other pieces nothing is known yet but what they may become; a drawn unit counts first.
        lengths[own]!.set(row, (lengths[own]!.get(row) ?? 0) + (other >= 0 ? length * 1e-3 : length));
      }
      const loose = new Map<number, number>();
      rows.forEach((row, piece) => {
        if (hasDrawnSide(piece, row)) return;
        const best = [...lengths[piece]!].sort((p, q) => q[1] - p[1] || order[p[0]]! - order[q[0]]!)[0];
        if (best && best[0] !== row) loose.set(piece, best[0]);
      });
      if (loose.size === 0 || round > 20) return { pieceOf, rows };
      for (let t = 0; t < taker.length; t++) taker[t] = loose.get(pieceOf[t]!) ?? taker[t]!;

      function hasDrawnSide(piece: number, row: number): boolean {
        return (lengths[piece]!.get(row) ?? 0) > 0;
      }
    }
  }

  /** A piece that lies within reach of the unit beside it goes to that unit: fewer lines, and no place further from its unit than the gap is wide. */
  #join(taker: Int32Array, ownerOf: Map<number, number>, order: Int32Array, reach: number): void {
    const { corners, across } = this.#triangles;
    const { pieceOf, rows } = piecesOf(taker, across);
    if (rows.length < 2) return;
    const vertices = rows.map(() => new Set<number>());
    const beside = rows.map(() => new Set<number>());
    for (let side = 0; side < across.length; side++) {
      const own = pieceOf[(side / 3) | 0]!;
      vertices[own]!.add(corners[side]!);
      if (across[side]! >= 0 && pieceOf[across[side]!] !== own) beside[own]!.add(pieceOf[across[side]!]!);
    }
    const joined = rows.map((_, piece) => piece);
    const pieces = [...rows.keys()].sort((p, q) => vertices[p]!.size - vertices[q]!.size || order[rows[p]!]! - order[rows[q]!]!);
    for (const piece of pieces) {
      const takers = [...beside[piece]!]
        .filter((other) => joined[other] === other && order[rows[other]!]! > order[rows[piece]!]!)
        .sort((p, q) => order[rows[q]!]! - order[rows[p]!]!);
      const to = takers.find((other) => this.#isWithin(vertices[piece]!, rows[other]!, ownerOf, reach));
      if (to === undefined) continue;
      joined[piece] = to;
      for (const vertex of vertices[piece]!) vertices[to]!.add(vertex);
      for (const other of beside[piece]!)
        if (other !== to) {
          beside[to]!.add(other);
          beside[other]!.add(to);
        }
    }
    for (let t = 0; t < taker.length; t++) {
      let at = pieceOf[t]!;
      while (joined[at] !== at) at = joined[at]!;
      taker[t] = rows[at]!;
    }
  }

  /** Are all vertices within reach (in grid steps northwards) of the row's own sides of the gap? */
  #isWithin(vertices: Set<number>, row: number, ownerOf: Map<number, number>, reach: number): boolean {
    const { x, y } = this.#arrangement.vertices;
    const { lines } = this.#arrangement;
    const sides = [...ownerOf].filter(([, owner]) => owner === row).map(([half]) => half);
    const stretch = Math.cos((y[sides[0] === undefined ? 0 : tailOf(lines, sides[0])]! / GRID) * (Math.PI / 180));
    return [...vertices].every((vertex) =>
      sides.some((half) => {
        const [a, b] = [tailOf(lines, half), headOf(lines, half)];
        const [px, py] = [(x[vertex]! - x[a]!) * stretch, y[vertex]! - y[a]!];
        const [dx, dy] = [(x[b]! - x[a]!) * stretch, y[b]! - y[a]!];
        const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
        return Math.hypot(px - t * dx, py - t * dy) <= reach;
      }),
    );
  }

  #toShare({ pieceOf, rows }: { pieceOf: Int32Array; rows: number[] }): Share {
    const { corners, across } = this.#triangles;
    const pieceAt = new Map<number, number>();
    const chords: Share['chords'] = [];
    for (let side = 0; side < across.length; side++) {
      const t = (side / 3) | 0;
      const other = across[side]!;
      if (other < 0) pieceAt.set(this.#halfAt[side]!, pieceOf[t]!);
      else if (t < other && pieceOf[other] !== pieceOf[t])
        chords.push([corners[side]!, corners[side % 3 === 2 ? side - 2 : side + 1]!, pieceOf[t]!, pieceOf[other]!]);
    }
    return { rows, pieceAt, chords, triangles: this.#triangles, pieceOf };
  }
}

/** The one row that all halves at a vertex belong to; −1 where there are several. */
function only(halves: number[], ownerOf: Map<number, number>): number {
  let found = -1;
  for (const half of halves) {
    const owner = ownerOf.get(half)!;
    if (owner === -1) continue;
    if (found >= 0 && found !== owner) return -1;
    found = owner;
  }
  return found;
}

/** Triangles that see nobody take after their neighbours, nearest first; false where nobody is seen at all. */
function spread(taker: Int32Array, across: Int32Array): boolean {
  let queue = [...taker.keys()].filter((t) => taker[t]! >= 0);
  if (queue.length === 0) return false;
  while (queue.length > 0) {
    const next: number[] = [];
    for (const t of queue) {
      for (let side = 3 * t; side < 3 * t + 3; side++) {
        const other = across[side]!;
        if (other < 0 || taker[other]! >= 0) continue;
        taker[other] = taker[t]!;
        next.push(other);
      }
    }
    queue = next;
  }
  return true;
}

/** Connected triangles of one taker. */
function piecesOf(taker: Int32Array, across: Int32Array): { pieceOf: Int32Array; rows: number[] } {
  const pieceOf = new Int32Array(taker.length).fill(-1);
  const rows: number[] = [];
  for (let start = 0; start < taker.length; start++) {
    if (pieceOf[start]! >= 0) continue;
    const queue = [start];
    pieceOf[start] = rows.length;
    for (const t of queue) {
      for (let side = 3 * t; side < 3 * t + 3; side++) {
        const other = across[side]!;
        if (other < 0 || pieceOf[other]! >= 0 || taker[other] !== taker[start]) continue;
        pieceOf[other] = rows.length;
        queue.push(other);
      }
    }
    rows.push(taker[start]!);
  }
  return { pieceOf, rows };
}
