/**
 * A gap shared out between the units around it: each triangle goes to a unit that it sees, so each place to a unit that borders on it
 * there, never the whole of a long gap to one.
 */
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Arrangement } from '../ground/arrange.ts';
import { headOf, tailOf } from '../ground/faces.ts';
import type { Places } from '../ground/side.ts';
import type { Triangles, Triangulator } from './triangles.ts';
import { nextSide } from './triangles.ts';

/** Piece p of a face goes to `rows[p]`; `pieceAt[i]` is the piece at `halves[i]` of the outline, `chords` the lines between pieces. */
export interface Share {
  rows: number[];
  halves: Int32Array;
  pieceAt: Int32Array;
  /** From, to (both on the outline), piece on the left, piece on the right, …. */
  chords: Int32Array;
  /** Triangles and the piece of each, for measuring. */
  triangles: Triangles;
  pieceOf: Int32Array;
}

/** What sharing needs to know of a face once, whatever is decided. */
export class GapFace {
  readonly #arrangement: Arrangement;
  readonly #triangles: Triangles;
  /** Halves of the outline, ascending; all that follows has them by their place here. */
  readonly #halves: Int32Array;
  /** Half of the outline on each side of each triangle; −1 inside. */
  readonly #halfAt: Int32Array;
  /** Vertices by number in the order in which the outline comes to them: of each side of each triangle, and the halves at each. */
  readonly #vertexAt: Int32Array;
  readonly #starts: Int32Array;
  readonly #around: Int32Array;
  #last: { owners: Int32Array; turned: boolean; share: Share | null } | undefined;

  constructor(arrangement: Arrangement, face: number, walks: number[][], triangulator: Triangulator) {
    this.#arrangement = arrangement;
    const { faces, lines, finder } = arrangement;
    this.#triangles = triangulator.triangulate(walks);
    const halves = faces.halves.subarray(faces.starts[face], faces.starts[face + 1]);
    this.#halves = halves;
    const numberOf = new Map<number, number>();
    const ends = new Int32Array(2 * halves.length);
    for (let i = 0; i < ends.length; i++) {
      const vertex = i & 1 ? headOf(lines, halves[i >> 1]!) : tailOf(lines, halves[i >> 1]!);
      let number = numberOf.get(vertex);
      if (number === undefined) numberOf.set(vertex, (number = numberOf.size));
      ends[i] = number;
    }
    this.#starts = new Int32Array(numberOf.size + 1);
    for (const number of ends) this.#starts[number + 1]! += 1;
    for (let v = 0; v < numberOf.size; v++) this.#starts[v + 1]! += this.#starts[v]!;
    const fill = this.#starts.slice();
    this.#around = new Int32Array(ends.length);
    for (let i = 0; i < ends.length; i++) this.#around[fill[ends[i]!]!++] = i >> 1;
    const { count, corners, across } = this.#triangles;
    if (count === 0) throw new Error('A face without triangles');
    this.#vertexAt = corners.map((vertex) => numberOf.get(vertex)!);
    this.#halfAt = across.map((other, side) => (other >= 0 ? -1 : placeOf(halves, finder.half(corners[side]!, corners[nextSide(side)]!))));
  }

  /**
   * `ownerAt` is the row across a half, −1 for nobody; `receive` chooses among the rows that a triangle sees (more than one, in any order),
   * by `turned` and by what is the same for all decisions, like `reach`; `order` decides between equals. null where nobody is around.
   */
  share(ownerAt: (half: number) => number, turned: boolean, receive: (rows: number[]) => number, order: Int32Array, reach: number): Share | null {
    const owners = this.#halves.map(ownerAt);
    const last = this.#last;
    if (last?.turned === turned && last.owners.every((owner, i) => owner === owners[i])) return last.share;
    const share = this.#share(owners, receive, order, reach);
    this.#last = { owners, turned, share };
    return share;
  }

  #share(owners: Int32Array, receive: (rows: number[]) => number, order: Int32Array, reach: number): Share | null {
    const { count, across } = this.#triangles;
    const only = this.#onlyOwners(owners);
    const taker = new Int32Array(count).fill(-1);
    const seen: number[] = [];
    const see = (owner: number) => {
      if (owner !== -1 && !seen.includes(owner)) seen.push(owner);
    };
    for (let t = 0; t < count; t++) {
      seen.length = 0;
      for (let side = 3 * t; side < 3 * t + 3; side++) {
        if (this.#halfAt[side]! >= 0) see(owners[this.#halfAt[side]!]!);
        see(only[this.#vertexAt[side]!]!);
      }
      if (seen.length > 0) taker[t] = seen.length === 1 ? seen[0]! : receive(seen);
    }
    if (!spread(taker, across)) return null;
    this.#settle(taker, owners, order);
    this.#join(taker, owners, order, reach);
    return this.#toShare(this.#settle(taker, owners, order));
  }

  /** The one row that all halves at each vertex belong to; −1 where there are several. */
  #onlyOwners(owners: Int32Array): Int32Array {
    const only = new Int32Array(this.#starts.length - 1).fill(-1);
    for (let v = 0; v < only.length; v++) {
      for (let i = this.#starts[v]!; i < this.#starts[v + 1]!; i++) {
        const owner = owners[this.#around[i]!]!;
        if (owner === -1) continue;
        if (only[v]! >= 0 && only[v] !== owner) {
          only[v] = -1;
          break;
        }
        only[v] = owner;
      }
    }
    return only;
  }

  /** Pieces that touch their unit in a vertex only go to the neighbour with the longest common side, until none is left. */
  #settle(taker: Int32Array, owners: Int32Array, order: Int32Array): { pieceOf: Int32Array; rows: number[] } {
    const { corners, across } = this.#triangles;
    const places: Places = this.#arrangement.vertices;
    for (let round = 0; ; round++) {
      const { pieceOf, rows } = piecesOf(taker, across);
      const lengths = rows.map(() => new Map<number, number>());
      for (let side = 0; side < across.length; side++) {
        const own = pieceOf[(side / 3) | 0]!;
        const other = across[side]!;
        if (other >= 0 && pieceOf[other] === own) continue;
        const row = other >= 0 ? taker[other]! : owners[this.#halfAt[side]!]!;
        if (row < 0) continue;
        const to = nextSide(side);
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
  #join(taker: Int32Array, owners: Int32Array, order: Int32Array, reach: number): void {
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
      const to = takers.find((other) => this.#isWithin(vertices[piece]!, rows[other]!, owners, reach));
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
  #isWithin(vertices: Set<number>, row: number, owners: Int32Array, reach: number): boolean {
    const { x, y } = this.#arrangement.vertices;
    const { lines } = this.#arrangement;
    const sides = this.#sidesOf(row, owners);
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

  /** Halves of the outline across which the row is, each once, vertex by vertex. */
  #sidesOf(row: number, owners: Int32Array): number[] {
    const found: number[] = [];
    const isSeen = new Uint8Array(owners.length);
    for (const i of this.#around) {
      if (owners[i] !== row || isSeen[i]) continue;
      isSeen[i] = 1;
      found.push(this.#halves[i]!);
    }
    return found;
  }

  #toShare({ pieceOf, rows }: { pieceOf: Int32Array; rows: number[] }): Share {
    const { corners, across } = this.#triangles;
    const pieceAt = new Int32Array(this.#halves.length);
    const chords: number[] = [];
    for (let side = 0; side < across.length; side++) {
      const t = (side / 3) | 0;
      const other = across[side]!;
      if (other < 0) pieceAt[this.#halfAt[side]!] = pieceOf[t]!;
      else if (t < other && pieceOf[other] !== pieceOf[t]) chords.push(corners[side]!, corners[nextSide(side)]!, pieceOf[t]!, pieceOf[other]!);
    }
    return { rows, halves: this.#halves, pieceAt, chords: Int32Array.from(chords), triangles: this.#triangles, pieceOf };
  }
}

/** Where in an ascending list a number is. */
function placeOf(list: Int32Array, value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
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
