/**
 * Which units cover each face. Rings are counted, not asked: going over a line changes by how often each of its rings winds around a
 * place, and every way to a face must give the same count, or the noding is wrong. A unit covers a place that one of its shells winds
 * around and none of that shell's holes (the "structure" reading of invalid outlines: a crossed-over lobe is land all the same).
 */
import type { GeometryColumn } from '../../../contract/admin.ts';
import type { Faces } from './faces.ts';
import type { Ground } from './grid.ts';
import type { Lines } from './lineSet.ts';
import type { Noder } from './node.ts';

/** Where on the line set a pair of vertices is; made once for all look-ups. */
export class LineFinder {
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #lines: Lines;

  constructor(lines: Lines, vertexCount: number) {
    this.#lines = lines;
    this.#first = new Int32Array(vertexCount).fill(-1);
    this.#next = new Int32Array(lines.count);
    for (let e = lines.count - 1; e >= 0; e--) {
      this.#next[e] = this.#first[lines.lo[e]!]!;
      this.#first[lines.lo[e]!] = e;
    }
  }

  /** The half that runs from a to b; -1 where there is none. */
  half(a: number, b: number): number {
    const lo = Math.min(a, b);
    const hi = Math.max(a, b);
    let e = this.#first[lo]!;
    while (e >= 0 && this.#lines.hi[e] !== hi) e = this.#next[e]!;
    return e < 0 ? -1 : 2 * e + (a === lo ? 0 : 1);
  }
}

/** Uses of each line by rings: `list[starts[e] … starts[e + 1]]` holds ring × 2, + 1 where it runs hi → lo. Ring −1 (−2, −1) are rows out of play. */
export interface Uses {
  starts: Int32Array;
  list: Int32Array;
}

/** Walks all rings over the noded lines. Uses there and back by the same ring (spikes) cancel. */
export function collectUses({ rings, others }: Ground, noder: Noder, lines: Lines): Uses {
  const counts = new Int32Array(lines.count + 1);
  /** Line and use of each piece on the way. */
  let passed = new Int32Array(4 * lines.count + 64);
  let size = 0;
  let key = 0;
  const piece = (_from: number, _to: number, half: number) => {
    if (size === passed.length) {
      const grown = new Int32Array(2 * size);
      grown.set(passed);
      passed = grown;
    }
    counts[(half >> 1) + 1]! += 1;
    passed[size++] = half >> 1;
    passed[size++] = 2 * key + (half & 1);
  };
  for (let k = 0; k < rings.count; k++) {
    const start = rings.starts[k]!;
    const end = rings.starts[k + 1]!;
    key = k;
    for (let i = start; i < end; i++) {
      const a = rings.ids[i]!;
      const b = rings.ids[i + 1 === end ? start : i + 1]!;
      if (a !== b) noder.follow(a, b, piece);
    }
  }
  const { ends } = others;
  key = -1;
  for (let i = 0; i < ends.length; i += 2) if (ends[i] !== ends[i + 1]) noder.follow(ends[i]!, ends[i + 1]!, piece);
  for (let e = 0; e < lines.count; e++) counts[e + 1]! += counts[e]!;
  const fill = counts.slice();
  const list = new Int32Array(counts[lines.count]!);
  for (let i = 0; i < size; i += 2) list[fill[passed[i]!]!++] = passed[i + 1]!;
  return cancel({ starts: counts, list });
}

function cancel({ starts, list }: Uses): Uses {
  const out = new Int32Array(list.length);
  const ends = new Int32Array(starts.length);
  let at = 0;
  for (let e = 0; e < starts.length - 1; e++) {
    const [first, end] = [starts[e]!, starts[e + 1]!];
    if (end - first < 3) {
      // One ring, or one on each side: nearly all lines.
      const [p, q] = [list[first]!, list[end - 1]!];
      if (end - first === 1) out[at++] = p;
      else if (end - first === 2 && (p >> 1 !== q >> 1 || p === q)) {
        out[at++] = Math.min(p, q);
        out[at++] = Math.max(p, q);
      }
      ends[e + 1] = at;
      continue;
    }
    const own = list.subarray(first, end).sort();
    for (let i = 0; i < own.length;) {
      const key = own[i]! >> 1;
      let net = 0;
      for (; i < own.length && own[i]! >> 1 === key; i++) net += own[i]! & 1 ? -1 : 1;
      for (let n = Math.abs(net); n > 0; n--) out[at++] = 2 * key + (net < 0 ? 1 : 0);
    }
    ends[e + 1] = at;
  }
  return { starts: ends, list: out.slice(0, at) };
}

/** What covers a face: rows in play (ascending), and how many rows out of play. */
export interface Cover {
  rows: number[];
  others: number;
}

export interface Labels {
  /** Cover of each face; faces of the same cover share one object. */
  of: Cover[];
}

/** @throws Error where two ways to a face disagree: a fault of ours. */
export function labelFaces(faces: Faces, uses: Uses, geometry: GeometryColumn, { rings }: Ground): Labels {
  const book = new Book(geometry, rings);
  const signature = signaturesOf(uses);
  const label = new Int32Array(faces.count).fill(-1);
  label[0] = book.empty;
  const queue = [0];
  for (let at = 0; at < queue.length; at++) cross(queue[at]!);
  return { of: Array.from(label, (id) => book.cover(id)) };

  /** Labels what lies across the lines of a face. */
  function cross(face: number): void {
    let last = -1;
    let lastSide = -1;
    let found = -1;
    for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) {
      const half = faces.halves[i]!;
      const over = faces.of[half ^ 1]!;
      const side = half & 1;
      const own = signature.of[half >> 1]!;
      if (own !== last || side !== lastSide) found = book.cross(label[face]!, own, signature.lists, side === 1);
      last = own;
      lastSide = side;
      if (label[over] === -1) {
        label[over] = found;
        queue.push(over);
      } else if (label[over] !== found) throw new Error('The noding of a repair is not closed');
    }
  }
}

/** Lines along one border are used by the same rings: each set of uses once. */
function signaturesOf({ starts, list }: Uses): { of: Int32Array; lists: Int32Array[] } {
  const lists: Int32Array[] = [];
  const byOne = new Map<number, number>();
  const byText = new Map<string, number>();
  const of = new Int32Array(starts.length - 1);
  for (let e = 0; e < of.length; e++) {
    const length = starts[e + 1]! - starts[e]!;
    if (e > 0 && length === starts[e]! - starts[e - 1]! && isSame(list, starts[e - 1]!, starts[e]!, length)) {
      of[e] = of[e - 1]!;
      continue;
    }
    const own = list.subarray(starts[e], starts[e + 1]);
    let id: number | undefined;
    if (length === 2) id = byOne.get(own[0]! * 0x4000000 + own[1]!);
    else id = byText.get(own.join());
    if (id === undefined) {
      id = lists.length;
      lists.push(own);
      if (length === 2) byOne.set(own[0]! * 0x4000000 + own[1]!, id);
      else byText.set(own.join(), id);
    }
    of[e] = id;
  }
  return { of, lists };
}

function isSame(list: Int32Array, p: number, q: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (list[p + i] !== list[q + i]) return false;
  return true;
}

/** Counts of windings after going over a line; `sign` 1 goes from its right to its left. Both lists are in the order of rings. */
function crossed(counts: number[], uses: Int32Array, sign: number): number[] {
  const list: number[] = [];
  let i = 0;
  for (let u = 0; u < uses.length;) {
    const ring = uses[u]! >> 1;
    let change = 0;
    // A ring that runs lo → hi has its inside on the left.
    for (; u < uses.length && uses[u]! >> 1 === ring; u++) change += uses[u]! & 1 ? -sign : sign;
    for (; i < counts.length && counts[i]! < ring; i += 2) list.push(counts[i]!, counts[i + 1]!);
    if (counts[i] === ring) {
      change += counts[i + 1]!;
      i += 2;
    }
    if (change !== 0) list.push(ring, change);
  }
  for (; i < counts.length; i += 2) list.push(counts[i]!, counts[i + 1]!);
  return list;
}

/** Counts of windings, each set once: ring, winding, ring, winding, … by ascending ring. */
class Book {
  readonly empty = 0;
  readonly #geometry: GeometryColumn;
  readonly #rings: Ground['rings'];
  readonly #lists: number[][] = [[]];
  readonly #known = new Map<string, number>([['', 0]]);
  readonly #crossings = new Map<number, number>();
  readonly #covers: (Cover | undefined)[] = [];

  constructor(geometry: GeometryColumn, rings: Ground['rings']) {
    this.#geometry = geometry;
    this.#rings = rings;
  }

  /** From the left of a line to its right, or back where `fromRight`. */
  cross(label: number, signature: number, lists: Int32Array[], fromRight: boolean): number {
    const key = (label * lists.length + signature) * 2 + (fromRight ? 1 : 0);
    const known = this.#crossings.get(key);
    if (known !== undefined) return known;
    const list = crossed(this.#lists[label]!, lists[signature]!, fromRight ? 1 : -1);
    const text = list.join();
    let id = this.#known.get(text);
    if (id === undefined) {
      this.#known.set(text, (id = this.#lists.length));
      this.#lists.push(list);
    }
    this.#crossings.set(key, id);
    return id;
  }

  cover(label: number): Cover {
    return (this.#covers[label] ??= this.#toCover(this.#lists[label]!));
  }

  #toCover(list: number[]): Cover {
    const { polygons } = this.#geometry;
    const shells = new Set<number>();
    const holes = new Set<number>();
    let others = 0;
    for (let i = 0; i < list.length; i += 2) {
      const key = list[i]!;
      if (key < 0) others = list[i + 1]!;
      else if (polygons[this.#rings.polygon[key]!] === this.#rings.ring[key]) shells.add(key);
      else holes.add(this.#rings.polygon[key]!);
    }
    const rows = new Set<number>();
    for (const key of shells) if (!holes.has(this.#rings.polygon[key]!)) rows.add(this.#rings.row[key]!);
    return { rows: [...rows].sort((p, q) => p - q), others };
  }
}
