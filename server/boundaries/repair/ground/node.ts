/**
 * Noding by snap rounding (Hobby 1999; Halperin and Packer 2002 for the repetition): lines are cut where they cross or pass a vertex
 * within a grid step, until nothing is left to cut. Afterwards lines meet in vertices only, whatever the input: all that follows counts on it.
 * What is found depends on places alone, never on the order of lines.
 */
import type { VertexTable } from '../../../geometry/overlay/edges.ts';
import { weld } from './grid.ts';
import type { Lines } from './lineSet.ts';
import { LineSet } from './lineSet.ts';
import type { Index } from './meet.ts';
import { Meeting, indexOf, tangled } from './meet.ts';

/** Cuts move lines by less than a step, which can make new crossings; real files need four rounds. */
const MAX_ROUNDS = 40;

/** Takes lines, settles them, and takes more. */
export class Noder {
  readonly #vertices: VertexTable;
  readonly #drawn: number;
  readonly #set: LineSet;
  /** Vertices inside each line that was cut, by line, from its lesser to its greater vertex number. */
  readonly #cuts: (number[] | undefined)[] = [];
  readonly #indexes: Index[] = [];
  /** Lines that were divided, with the numbers of their pieces: first, end. No index has the pieces; where the line is, they are. */
  readonly #runs = new Map<number, [first: number, end: number]>();
  #divided: number[] = [];
  /** Of each line, where the settled ones have it. */
  #numbers: Int32Array = new Int32Array(0);
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

  /** Is there such a line, in one piece? */
  isWhole(a: number, b: number): boolean {
    const line = this.#set.find(a, b);
    return line >= 0 && !this.#set.gone[line];
  }

  /** Leads a whole line through points that lie on it in this order, from a to b, as near as the grid has them and far apart for the grid. */
  divide(a: number, b: number, points: number[]): void {
    const line = this.#set.find(a, b);
    const first = this.#set.count;
    this.#lead(line, a < b ? points : points.reverse());
    this.#runs.set(line, [first, this.#set.count]);
    this.#divided.push(line);
  }

  /**
   * Cuts lines until they meet in vertices only, and vertices until none lies next to another.
   * @throws InputError `repair.tangle` where lines cross each other without end.
   */
  settle(): { lines: Lines; welded: Int32Array } {
    let fresh = this.#withoutPieces(this.#set.takeFresh());
    for (let round = 0; ; round++) {
      if (round === MAX_ROUNDS) throw tangled();
      if (fresh.length + this.#divided.length > 0) {
        if (fresh.length > 0) this.#indexes.push({ tree: indexOf(this.#vertices, this.#set, fresh), lines: fresh });
        const meeting = new Meeting(this.#vertices, this.#set, this.#indexes, this.#runs);
        for (const line of this.#divided) meeting.meetPieces(line);
        this.#divided = [];
        meeting.meetLines(fresh);
        for (const [line, points] of meeting.found) this.#cut(line, [...points]);
        fresh = this.#set.takeFresh();
        if (fresh.length > 0) continue;
      }
      fresh = this.#weld();
      if (fresh.length === 0) break;
    }
    const { lines, numbers } = this.#set.finish();
    this.#numbers = numbers;
    return { lines, welded: this.#welded };
  }

  /** Visits what became of the line between a and b, piece by piece, from a to b; with the half of the settled lines that each piece is. */
  follow(a: number, b: number, visit: (from: number, to: number, half: number) => void): void {
    const [from, to] = [this.#stand(a), this.#stand(b)];
    if (from === to) return;
    const line = this.#set.find(from, to);
    const points = this.#set.gone[line] ? this.#cuts[line] : undefined;
    if (!points) {
      visit(from, to, 2 * this.#numbers[line]! + (from < to ? 0 : 1));
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

  #withoutPieces(fresh: Int32Array): Int32Array {
    const first = fresh[0] ?? 0;
    const isPiece = new Uint8Array((fresh.at(-1) ?? -1) + 1 - first);
    for (const line of this.#divided) isPiece.fill(1, this.#runs.get(line)![0] - first, this.#runs.get(line)![1] - first);
    return fresh.filter((line) => !isPiece[line - first]);
  }

  #stand(vertex: number): number {
    return vertex < this.#welded.length ? this.#welded[vertex]! : vertex;
  }

  /** One vertex for those that lie next to each other. @returns lines that this made or brought back. */
  #weld(): Int32Array {
    if (this.#welded.length === this.#vertices.count) return new Int32Array(0);
    const before = this.#welded;
    this.#welded = weld(this.#vertices, this.#drawn, before);
    if (this.#welded.every((to, v) => to === (v < before.length ? before[v] : v))) return new Int32Array(0);
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
    this.#lead(line, along(this.#vertices, a, b, points));
  }

  /** `ordered` are the vertices on the line from its lesser to its greater one. */
  #lead(line: number, ordered: number[]): void {
    this.#cuts[line] = ordered;
    this.#set.gone[line] = 1;
    let before = this.#set.lo[line]!;
    const end = this.#set.hi[line]!;
    for (const point of ordered) {
      this.#set.add(before, point);
      before = point;
    }
    this.#set.add(before, end);
  }
}

/** The points in the order in which the line passes them, each once. */
function along({ x, y }: VertexTable, from: number, to: number, points: number[]): number[] {
  if (points.length < 2) return points;
  const dx = x[to]! - x[from]!;
  const dy = y[to]! - y[from]!;
  const at = (point: number) => (x[point]! - x[from]!) * dx + (y[point]! - y[from]!) * dy;
  return [...new Set(points)].sort((p, q) => at(p) - at(q) || x[p]! - x[q]! || y[p]! - y[q]!);
}
