/** Where lines meet: what of them is to be cut in one round of noding, and at which vertices. */
import Flatbush from 'flatbush';
import { InputError } from '../../../errors.ts';
import type { VertexTable } from '../../../geometry/overlay/edges.ts';
import type { LineSet } from './lineSet.ts';
import { sideOf } from './side.ts';

/** A line that passes a vertex nearer than this (in grid steps, half the diagonal of a cell) is led through it. */
const NEAR = 0.7072;
/** Real files stay a hundred times below; scribbles made to exhaust the server do not. */
const MAX_CUTS = 4_000_000;
const MAX_MEETINGS = 400_000_000;

export interface Index {
  tree: Flatbush;
  lines: Int32Array;
}

export function tangled(): InputError {
  return new InputError(
    'repair.tangle',
    'Outlines of this layer cross each other more than a million times. Such a layer cannot be repaired by a program: draw the units that check G3 names anew.',
  );
}

export function indexOf({ x, y }: VertexTable, set: LineSet, lines: Int32Array): Flatbush {
  const tree = new Flatbush(lines.length);
  for (const line of lines) {
    const a = set.lo[line]!;
    const b = set.hi[line]!;
    tree.add(Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!));
  }
  tree.finish();
  return tree;
}

/** Pieces leave their line by less than half the diagonal of a cell, and meet what comes as near to them as that. */
const BESIDE = 3;

/** One round: which lines are to be cut, and where. */
export class Meeting {
  /** Line → vertices on it. */
  readonly found = new Map<number, Set<number>>();
  readonly #vertices: VertexTable;
  readonly #set: LineSet;
  readonly #indexes: Index[];
  readonly #runs: ReadonlyMap<number, readonly [first: number, end: number]>;
  #cutCount = 0;
  #meetings = 0;

  constructor(vertices: VertexTable, set: LineSet, indexes: Index[], runs: ReadonlyMap<number, readonly [first: number, end: number]>) {
    this.#vertices = vertices;
    this.#set = set;
    this.#indexes = indexes;
    this.#runs = runs;
  }

  readonly #note = (line: number, point: number): void => {
    if (point === this.#set.lo[line] || point === this.#set.hi[line]) return;
    const known = this.found.get(line);
    if (known) known.add(point);
    else this.found.set(line, new Set([point]));
    this.#cutCount += 1;
  };

  /** Each of the lines, which are those of the last index, with all lines there are. */
  meetLines(fresh: Int32Array): void {
    // One visitor for all searches: there are hundreds of thousands.
    let e = -1;
    let lines = fresh;
    let both = false;
    const visit = (i: number) => {
      const f = lines[i]!;
      if (f === e || (both && f < e)) return false;
      if (!this.#set.gone[f]) this.#meet(e, f);
      else if (this.#runs.has(f)) this.#meetRun(e, f);
      return false;
    };
    for (let k = 0; k < fresh.length; k++) {
      e = fresh[k]!;
      for (let own = 0; own < this.#indexes.length; own++) {
        lines = this.#indexes[own]!.lines;
        // Two fresh lines meet once; a fresh line meets every older one.
        both = own === this.#indexes.length - 1;
        this.#search(own, e, visit);
      }
    }
  }

  /** The pieces of a divided line with all lines there are. They do not meet each other: they are far longer than what rounding moves. */
  meetPieces(line: number): void {
    const [first, end] = this.#runs.get(line)!;
    let lines = this.#indexes[0]!.lines;
    const visit = (i: number) => {
      const f = lines[i]!;
      const divided = this.#set.gone[f] === 1;
      if (f === line || (divided && !this.#runs.has(f)) || this.#isBeside(line, f)) return false;
      for (let piece = first; piece < end; piece++) {
        if (!this.#isNear(piece, f)) continue;
        if (divided) this.#meetRun(piece, f);
        else this.#meet(piece, f);
      }
      return false;
    };
    for (let own = 0; own < this.#indexes.length; own++) {
      lines = this.#indexes[own]!.lines;
      this.#search(own, line, visit);
    }
  }

  #meetRun(e: number, divided: number): void {
    const [first, end] = this.#runs.get(divided)!;
    for (let piece = first; piece < end; piece++) if (piece !== e && !this.#set.gone[piece] && this.#isNear(e, piece)) this.#meet(e, piece);
  }

  #meet(e: number, f: number): void {
    this.#meetings += 1;
    meetTwo(this.#vertices, this.#set, e, f, this.#note);
    if (this.#cutCount > MAX_CUTS || this.#meetings > MAX_MEETINGS) throw tangled();
  }

  #search(own: number, line: number, visit: (i: number) => boolean): void {
    const { x, y } = this.#vertices;
    const a = this.#set.lo[line]!;
    const b = this.#set.hi[line]!;
    this.#indexes[own]!.tree.search(
      Math.min(x[a]!, x[b]!) - BESIDE,
      Math.min(y[a]!, y[b]!) - BESIDE,
      Math.max(x[a]!, x[b]!) + BESIDE,
      Math.max(y[a]!, y[b]!) + BESIDE,
      visit,
    );
  }

  /** Do the boxes of two lines meet? */
  #isNear(e: number, f: number): boolean {
    const { x, y } = this.#vertices;
    const { lo, hi } = this.#set;
    const [a, b, c, d] = [lo[e]!, hi[e]!, lo[f]!, hi[f]!];
    return (
      Math.min(x[a]!, x[b]!) <= Math.max(x[c]!, x[d]!) + BESIDE &&
      Math.max(x[a]!, x[b]!) >= Math.min(x[c]!, x[d]!) - BESIDE &&
      Math.min(y[a]!, y[b]!) <= Math.max(y[c]!, y[d]!) + BESIDE &&
      Math.max(y[a]!, y[b]!) >= Math.min(y[c]!, y[d]!) - BESIDE
    );
  }

  /** Is all of f on one side of the line through e, too far away for what either becomes to meet? */
  #isBeside(e: number, f: number): boolean {
    const { x, y } = this.#vertices;
    const { lo, hi } = this.#set;
    const [a, b, c, d] = [lo[e]!, hi[e]!, lo[f]!, hi[f]!];
    const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
    const far = BESIDE * Math.hypot(dx, dy);
    const sideC = dx * (y[c]! - y[a]!) - dy * (x[c]! - x[a]!);
    const sideD = dx * (y[d]! - y[a]!) - dy * (x[d]! - x[a]!);
    return (sideC > far && sideD > far) || (sideC < -far && sideD < -far);
  }
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
