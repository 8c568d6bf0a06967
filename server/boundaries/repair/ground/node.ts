/**
 * Noding by snap rounding (Hobby 1999; Halperin and Packer 2002 for the repetition): lines are cut where they cross or pass a vertex
 * within a grid step, until nothing is left to cut. Afterwards lines meet in vertices only, whatever the input: all that follows counts on it.
 * What is found depends on places alone, never on the order of lines.
 */
import Flatbush from 'flatbush';
import { InputError } from '../../../errors.ts';
import type { VertexTable } from '../../../geometry/overlay/edges.ts';
import { weld } from './grid.ts';
import { sideOf } from './side.ts';

/** A line that passes a vertex nearer than this (in grid steps, half the diagonal of a cell) is led through it. */
const NEAR = 0.7072;
/** Cuts move lines by less than a step, which can make new crossings; real files need four rounds. */
const MAX_ROUNDS = 40;
/** Real files stay a hundred times below; scribbles made to exhaust the server do not. */
const MAX_CUTS = 4_000_000;
const MAX_MEETINGS = 400_000_000;

/** Lines of an arrangement: each pair of vertices once, `lo < hi`. */
export interface Lines {
  count: number;
  lo: Int32Array;
  hi: Int32Array;
}

/** Takes lines, settles them, and takes more. */
export class Noder {
  readonly #vertices: VertexTable;
  readonly #drawn: number;
  readonly #set: LineSet;
  /** Vertices inside each line that was cut, by line, from its lesser to its greater vertex number. */
  readonly #cuts: (number[] | undefined)[] = [];
  readonly #indexes: Index[] = [];
  /** The vertex that stands for each; itself beyond the end. */
  #welded: Int32Array = new Int32Array(0);

  /** Vertices before `drawn` stand for others rather than others for them. */
  constructor(vertices: VertexTable, drawn: number, expected: number) {
    this.#vertices = vertices;
    this.#drawn = drawn;
    this.#set = new LineSet(expected);
  }

  add(a: number, b: number): void {
    const [p, q] = [this.#stand(a), this.#stand(b)];
    if (p !== q) this.#set.add(p, q);
  }

  /** Leads the line between a and b through `points`, unless it has been cut already. */
  cut(a: number, b: number, points: number[]): void {
    const line = this.#set.find(a, b);
    if (line < 0 || this.#set.gone[line]) return;
    const inner = points.filter((point) => point !== a && point !== b);
    if (inner.length > 0) this.#cut(line, inner);
  }

  /**
   * Cuts lines until they meet in vertices only, and vertices until none lies next to another.
   * @throws InputError `repair.tangle` where lines cross each other without end.
   */
  settle(): { lines: Lines; welded: Int32Array } {
    let fresh = this.#set.takeFresh();
    for (let round = 0; ; round++) {
      if (round === MAX_ROUNDS) throw tangled();
      if (fresh.length > 0) {
        this.#indexes.push({ tree: indexOf(this.#vertices, this.#set, fresh), lines: fresh });
        for (const [line, points] of meet(this.#vertices, this.#set, fresh, this.#indexes)) this.#cut(line, [...points]);
        fresh = this.#set.takeFresh();
        if (fresh.length > 0) continue;
      }
      fresh = this.#weld();
      if (fresh.length === 0) break;
    }
    return { lines: this.#set.finish(), welded: this.#welded };
  }

  /** Visits what became of the line between a and b, piece by piece, from a to b. */
  follow(a: number, b: number, visit: (from: number, to: number) => void): void {
    const [from, to] = [this.#stand(a), this.#stand(b)];
    if (from === to) return;
    const line = this.#set.find(from, to);
    const points = this.#set.gone[line] ? this.#cuts[line] : undefined;
    if (!points) {
      visit(from, to);
      return;
    }
    let at = from;
    for (let i = 0; i < points.length; i++) {
      const next = points[from < to ? i : points.length - 1 - i]!;
      this.follow(at, next, visit);
      at = next;
    }
    this.follow(at, to, visit);
  }

  #stand(vertex: number): number {
    return vertex < this.#welded.length ? this.#welded[vertex]! : vertex;
  }

  /** One vertex for those that lie next to each other. @returns lines that this made or brought back. */
  #weld(): Int32Array {
    if (this.#welded.length === this.#vertices.count) return new Int32Array(0);
    this.#welded = weld(this.#vertices, this.#drawn, this.#welded);
    const { lo, hi, gone, count } = this.#set;
    const back: number[] = [];
    for (let line = 0; line < count; line++) {
      const [a, b] = [this.#welded[lo[line]!]!, this.#welded[hi[line]!]!];
      const points = gone[line] ? this.#cuts[line] : undefined;
      const moved = a !== lo[line] || b !== hi[line];
      if (points) {
        if (!moved && points.every((point) => this.#welded[point] === point)) continue;
        const now = points.map((point) => this.#welded[point]!).filter((point, i, all) => point !== a && point !== b && point !== all[i - 1]);
        if (moved) this.#carry(a, b, now);
        else {
          this.#cuts[line] = now.length > 0 ? now : undefined;
          if (now.length > 0) continue;
          gone[line] = 0;
          back.push(line);
        }
      } else if (moved && !gone[line]) {
        gone[line] = 1;
        if (a !== b) this.#set.add(a, b);
      }
    }
    return Int32Array.from([...back, ...this.#set.takeFresh()]);
  }

  /** A line that was cut, between the vertices that stand for its ends now; `points` from a to b. */
  #carry(a: number, b: number, points: number[]): void {
    if (a === b) return;
    const before = this.#set.count;
    this.#set.add(a, b);
    if (this.#set.count === before || points.length === 0) return;
    this.#set.gone[before] = 1;
    this.#cuts[before] = a < b ? points : points.toReversed();
  }

  #cut(line: number, points: number[]): void {
    const a = this.#set.lo[line]!;
    const b = this.#set.hi[line]!;
    const ordered = along(this.#vertices, a, b, points);
    this.#cuts[line] = ordered;
    this.#set.gone[line] = 1;
    const chain = [a, ...ordered, b];
    for (let i = 1; i < chain.length; i++) this.#set.add(chain[i - 1]!, chain[i]!);
  }
}

interface Index {
  tree: Flatbush;
  lines: Int32Array;
}

function tangled(): InputError {
  return new InputError(
    'repair.tangle',
    'Outlines of this layer cross each other more than a million times. Such a layer cannot be repaired by a program: draw the units that check G3 names anew.',
  );
}

function indexOf({ x, y }: VertexTable, set: LineSet, lines: Int32Array): Flatbush {
  const tree = new Flatbush(lines.length);
  for (const line of lines) {
    const a = set.lo[line]!;
    const b = set.hi[line]!;
    tree.add(Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!));
  }
  tree.finish();
  return tree;
}

/** Cuts of one round: line → vertices on it. The fresh lines are those of the last index. */
function meet(vertices: VertexTable, set: LineSet, fresh: Int32Array, indexes: Index[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  let cutCount = 0;
  let meetings = 0;
  const note = (line: number, point: number) => {
    if (point === set.lo[line] || point === set.hi[line]) return;
    const known = found.get(line);
    if (known) known.add(point);
    else found.set(line, new Set([point]));
    cutCount += 1;
  };
  // One visitor for all searches: there are hundreds of thousands.
  let e = -1;
  let lines = fresh;
  let both = false;
  const visit = (i: number) => {
    const f = lines[i]!;
    if (f === e || set.gone[f] || (both && f < e)) return false;
    meetings += 1;
    meetTwo(vertices, set, e, f, note);
    return false;
  };
  for (let k = 0; k < fresh.length; k++) {
    e = fresh[k]!;
    const { x, y } = vertices;
    const a = set.lo[e]!;
    const b = set.hi[e]!;
    const west = Math.min(x[a]!, x[b]!) - 1;
    const south = Math.min(y[a]!, y[b]!) - 1;
    const east = Math.max(x[a]!, x[b]!) + 1;
    const north = Math.max(y[a]!, y[b]!) + 1;
    for (let own = 0; own < indexes.length; own++) {
      const index = indexes[own]!;
      lines = index.lines;
      // Two fresh lines meet once; a fresh line meets every older one.
      both = own === indexes.length - 1;
      index.tree.search(west, south, east, north, visit);
    }
    if (cutCount > MAX_CUTS || meetings > MAX_MEETINGS) throw tangled();
  }
  return found;
}

function meetTwo(vertices: VertexTable, set: LineSet, e: number, f: number, note: (line: number, point: number) => void): void {
  const a = set.lo[e]!;
  const b = set.hi[e]!;
  const c = set.lo[f]!;
  const d = set.hi[f]!;
  const { x, y } = vertices;
  const sideC = c === a || c === b ? 0 : sideOf(vertices, a, b, c);
  const sideD = d === a || d === b ? 0 : sideOf(vertices, a, b, d);
  let touched = a === c || a === d || b === c || b === d;
  if (c !== a && c !== b && isOn(vertices, a, b, c, sideC)) {
    touched = true;
    note(e, c);
  }
  if (d !== a && d !== b && isOn(vertices, a, b, d, sideD)) {
    touched = true;
    note(e, d);
  }
  // Both ends of f on one side of e, none near: nothing meets, but ends of e may still be near f.
  const sideA = a === c || a === d ? 0 : sideOf(vertices, c, d, a);
  const sideB = b === c || b === d ? 0 : sideOf(vertices, c, d, b);
  if (a !== c && a !== d && isOn(vertices, c, d, a, sideA)) {
    touched = true;
    note(f, a);
  }
  if (b !== c && b !== d && isOn(vertices, c, d, b, sideB)) {
    touched = true;
    note(f, b);
  }
  if (touched || sideC > 0 === sideD > 0 || sideA > 0 === sideB > 0) return;
  // From the lesser end, so that both orders of the lines give the same place; the sides are exact.
  const t = sideC / (sideC - sideD);
  const px = Math.round(x[c]! + (x[d]! - x[c]!) * t);
  const py = Math.round(y[c]! + (y[d]! - y[c]!) * t);
  const point = vertices.add(px, py);
  note(e, point);
  note(f, point);
}

/** Is the vertex on the inside of the line, to within NEAR? `side` is twice the area of the triangle. */
function isOn({ x, y }: VertexTable, from: number, to: number, point: number, side: number): boolean {
  const dx = x[to]! - x[from]!;
  const dy = y[to]! - y[from]!;
  const along = (x[point]! - x[from]!) * dx + (y[point]! - y[from]!) * dy;
  const square = dx * dx + dy * dy;
  return along > 0 && along < square && side * side <= NEAR * NEAR * square;
}

/** The points in the order in which the line passes them, each once. */
function along({ x, y }: VertexTable, from: number, to: number, points: number[]): number[] {
  if (points.length < 2) return points;
  const dx = x[to]! - x[from]!;
  const dy = y[to]! - y[from]!;
  const at = (point: number) => (x[point]! - x[from]!) * dx + (y[point]! - y[from]!) * dy;
  return [...new Set(points)].sort((p, q) => at(p) - at(q) || x[p]! - x[q]! || y[p]! - y[q]!);
}

/** Lines that come and go; the numbers of those that came since last asked. */
class LineSet {
  lo: Int32Array;
  hi: Int32Array;
  gone: Uint8Array;
  count = 0;
  #taken = 0;
  #table: Int32Array;

  constructor(expected: number) {
    const size = Math.max(64, Math.ceil(expected * 1.3));
    this.lo = new Int32Array(size);
    this.hi = new Int32Array(size);
    this.gone = new Uint8Array(size);
    this.#table = new Int32Array(1 << Math.ceil(Math.log2(size * 2))).fill(-1);
  }

  /** Number of the line between two vertices, gone or not; -1 where there never was one. */
  find(a: number, b: number): number {
    return this.#table[this.#slot(Math.min(a, b), Math.max(a, b))]!;
  }

  add(a: number, b: number): void {
    const lo = Math.min(a, b);
    const hi = Math.max(a, b);
    const slot = this.#slot(lo, hi);
    // A line that is there stays; one that was cut stays cut, because its cut is what it is.
    if (this.#table[slot]! >= 0) return;
    if (this.count === this.lo.length) this.#grow();
    this.lo[this.count] = lo;
    this.hi[this.count] = hi;
    this.#table[slot] = this.count++;
    if (this.count * 1.6 > this.#table.length) this.#rehash();
  }

  takeFresh(): Int32Array {
    const fresh: number[] = [];
    for (; this.#taken < this.count; this.#taken++) if (!this.gone[this.#taken]) fresh.push(this.#taken);
    return Int32Array.from(fresh);
  }

  finish(): Lines {
    let count = 0;
    for (let line = 0; line < this.count; line++) if (!this.gone[line]) count += 1;
    const lines: Lines = { count: 0, lo: new Int32Array(count), hi: new Int32Array(count) };
    for (let line = 0; line < this.count; line++) {
      if (this.gone[line]) continue;
      lines.lo[lines.count] = this.lo[line]!;
      lines.hi[lines.count++] = this.hi[line]!;
    }
    return lines;
  }

  #slot(lo: number, hi: number): number {
    const mask = this.#table.length - 1;
    let h = Math.imul(lo, 0x9e37_79b1) ^ Math.imul(hi, 0x85eb_ca77);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b_3c6d);
    let slot = (h ^ (h >>> 13)) & mask;
    for (let line = this.#table[slot]!; line >= 0 && !(this.lo[line] === lo && this.hi[line] === hi); line = this.#table[slot]!) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    for (const key of ['lo', 'hi'] as const) {
      const grown = new Int32Array(this[key].length * 2);
      grown.set(this[key]);
      this[key] = grown;
    }
    const gone = new Uint8Array(this.lo.length);
    gone.set(this.gone);
    this.gone = gone;
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    for (let line = 0; line < this.count; line++) this.#table[this.#slot(this.lo[line]!, this.hi[line]!)] = line;
  }
}
