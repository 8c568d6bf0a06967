/**
 * Noding of what moved: edges of two versions split where they cross or touch, so that they meet at vertices only. Edges that coincide
 * afterwards become one with the units of both versions beside it.
 */
import Flatbush from 'flatbush';
import type { VertexTable } from '../../geometry/overlay/edges.ts';
import { Work } from '../../geometry/work.ts';
import { LabelledEdges } from './edges.ts';

/** Nearer than this counts as touching, in steps of the grid: half a step of each of two rounded ends, and a little. */
const NEAR = 1.5;
/** A split moves an edge by less than a step, which can make new crossings; they die out at once in practice. */
const PASSES = 5;
/** Edges in one box of the index: they follow each other, so that the box is small. */
const RUN = 8;

/** For one edge: edges whose boxes it meets, and places where it is split. */
const MEETINGS = 400;
const SPLITS = 20;
const MEETINGS_OF_ALL = 60_000_000;
const SPLITS_OF_ALL = 2_000_000;
const STAGE = 'Finding where the borders of two versions cross';

/** `everything`: also edges that both versions draw alike, where a version crosses itself. */
export function nodeMoved(vertices: VertexTable, all: LabelledEdges, everything = false): LabelledEdges {
  const { lo, hi, labels } = all;
  let moved = new LabelledEdges(all.count, vertices.count);
  const still: number[] = [];
  for (let e = 0; e < all.count; e++) {
    if (everything || all.isLoose(e)) moved.add(lo[e]!, hi[e]!, labels[4 * e]!, labels[4 * e + 1]!, labels[4 * e + 2]!, labels[4 * e + 3]!);
    else still.push(e);
  }
  let fresh: Uint8Array = new Uint8Array(moved.count).fill(1);
  const welded = new Welds();
  for (let pass = 0; pass < PASSES; pass++) {
    const noding = new Noding(vertices, moved, fresh);
    noding.run();
    if (noding.splits.length === 0 && noding.welds.length === 0) break;
    for (let i = 0; i < noding.welds.length; i += 2) welded.join(noding.welds[i]!, noding.welds[i + 1]!);
    [moved, fresh] = rebuild(vertices, moved, noding.splits, welded);
  }
  for (const e of still) {
    const from = welded.root(lo[e]!);
    const to = welded.root(hi[e]!);
    if (from !== to) moved.add(from, to, labels[4 * e]!, labels[4 * e + 1]!, labels[4 * e + 2]!, labels[4 * e + 3]!);
  }
  return moved;
}

/** Vertices that turned out to be one. */
class Welds {
  #parent = new Map<number, number>();

  root(id: number): number {
    let at = id;
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) at = up;
    return at;
  }

  join(a: number, b: number): void {
    const p = this.root(a);
    const q = this.root(b);
    if (p !== q) this.#parent.set(Math.max(p, q), Math.min(p, q));
  }
}

/** One round: what the fresh edges do to others and to each other. */
class Noding {
  readonly #v: VertexTable;
  readonly #edges: LabelledEdges;
  readonly #fresh: Uint8Array;
  /** Edge, vertex, edge, vertex, … */
  splits: number[] = [];
  /** Vertex, vertex, … */
  welds: number[] = [];
  /** Which version draws each edge with both sides taken: 0 none or both, 1 old, 2 new. */
  readonly #whole: Uint8Array;

  constructor(vertices: VertexTable, edges: LabelledEdges, fresh: Uint8Array) {
    this.#v = vertices;
    this.#edges = edges;
    this.#fresh = fresh;
    const { labels, count } = edges;
    this.#whole = new Uint8Array(count);
    for (let e = 0; e < count; e++) {
      const [old, now] = [edges.isDrawn(e, 0), edges.isDrawn(e, 1)];
      if (old !== now) {
        const at = 4 * e + (old ? 0 : 2);
        if (labels[at]! >= 0 && labels[at + 1]! >= 0) this.#whole[e] = old ? 1 : 2;
      }
    }
  }

  run(): void {
    const { count } = this.#edges;
    if (count === 0) return;
    const starts = this.#runs();
    const boxes = new Float64Array(4 * (starts.length - 1));
    const index = new Flatbush(starts.length - 1);
    for (let run = 0; run + 1 < starts.length; run++) {
      const box = this.#boxOf(starts[run]!, starts[run + 1]!);
      boxes.set(box, 4 * run);
      index.add(box[0], box[1], box[2], box[3]);
    }
    index.finish();
    const meeting = new Work(STAGE, count, MEETINGS, MEETINGS_OF_ALL);
    const splitting = new Work(STAGE, count, SPLITS, SPLITS_OF_ALL);
    for (let run = 0; run + 1 < starts.length; run++) {
      const [from, to] = [starts[run]!, starts[run + 1]!];
      if (!this.#hasFresh(from, to)) continue;
      const before = this.splits.length;
      index.search(boxes[4 * run]!, boxes[4 * run + 1]!, boxes[4 * run + 2]!, boxes[4 * run + 3]!, (other) => {
        meeting.spend(RUN);
        // Of two runs with fresh edges the first sees both.
        if (other > run || !this.#hasFresh(starts[other]!, starts[other + 1]!)) this.#meetRuns(from, to, starts[other]!, starts[other + 1]!);
        else if (other === run) this.#meetRuns(from, to, from, to);
        return false;
      });
      splitting.spend((this.splits.length - before) / 2);
    }
  }

  /** First edge of each run of edges that follow each other, and the count. */
  #runs(): Int32Array {
    const { lo, hi, count } = this.#edges;
    const starts: number[] = [];
    let length = RUN;
    for (let e = 0; e < count; e++) {
      const follows = e > 0 && (lo[e] === lo[e - 1] || lo[e] === hi[e - 1] || hi[e] === lo[e - 1] || hi[e] === hi[e - 1]);
      if (length >= RUN || !follows) {
        starts.push(e);
        length = 0;
      }
      length++;
    }
    starts.push(count);
    return Int32Array.from(starts);
  }

  #boxOf(from: number, to: number): [number, number, number, number] {
    const { x, y } = this.#v;
    const { lo, hi } = this.#edges;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let e = from; e < to; e++) {
      for (const v of [lo[e]!, hi[e]!]) {
        if (x[v]! < west) west = x[v]!;
        if (x[v]! > east) east = x[v]!;
        if (y[v]! < south) south = y[v]!;
        if (y[v]! > north) north = y[v]!;
      }
    }
    return [west - NEAR, south - NEAR, east + NEAR, north + NEAR];
  }

  #hasFresh(from: number, to: number): boolean {
    for (let e = from; e < to; e++) if (this.#fresh[e]) return true;
    return false;
  }

  #meetRuns(from: number, to: number, otherFrom: number, otherTo: number): void {
    const { x, y } = this.#v;
    const { lo, hi } = this.#edges;
    const own = from === otherFrom;
    for (let e = from; e < to; e++) {
      const west = Math.min(x[lo[e]!]!, x[hi[e]!]!) - NEAR;
      const east = Math.max(x[lo[e]!]!, x[hi[e]!]!) + NEAR;
      const south = Math.min(y[lo[e]!]!, y[hi[e]!]!) - NEAR;
      const north = Math.max(y[lo[e]!]!, y[hi[e]!]!) + NEAR;
      for (let f = own ? e + 1 : otherFrom; f < otherTo; f++) {
        if (!this.#fresh[e] && !this.#fresh[f]) continue;
        const c = lo[f]!;
        const d = hi[f]!;
        if ((x[c]! < west && x[d]! < west) || (x[c]! > east && x[d]! > east) || (y[c]! < south && y[d]! < south) || (y[c]! > north && y[d]! > north)) continue;
        // Neighbours along the border of one version meet at their ends only.
        if (this.#whole[e]! > 0 && this.#whole[e] === this.#whole[f] && (c === lo[e] || c === hi[e] || d === lo[e] || d === hi[e])) continue;
        this.#meet(e, f);
      }
    }
  }

  /** Notes what two edges do to each other. */
  #meet(e: number, f: number): void {
    const { lo, hi } = this.#edges;
    const a = lo[e]!;
    const b = hi[e]!;
    const c = lo[f]!;
    const d = hi[f]!;
    // Each is asked, for one pair of edges may touch at several places.
    let touched = this.#touch(e, a, b, c);
    touched = this.#touch(e, a, b, d) || touched;
    touched = this.#touch(f, c, d, a) || touched;
    touched = this.#touch(f, c, d, b) || touched;
    if (touched) return;
    const { x, y } = this.#v;
    const ax = x[a]!;
    const ay = y[a]!;
    // Differences to a keep the products small enough for doubles.
    const bx = x[b]! - ax;
    const by = y[b]! - ay;
    const cx = x[c]! - ax;
    const cy = y[c]! - ay;
    const dx = x[d]! - ax;
    const dy = y[d]! - ay;
    const sideC = bx * cy - by * cx;
    const sideD = bx * dy - by * dx;
    if (sideC > 0 === sideD > 0) return;
    const sideA = (dx - cx) * -cy + (dy - cy) * cx;
    const sideB = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
    if (sideA > 0 === sideB > 0) return;
    const t = sideC / (sideC - sideD);
    const point = this.#v.add(ax + Math.round(cx + (dx - cx) * t), ay + Math.round(cy + (dy - cy) * t));
    if (point !== a && point !== b) this.splits.push(e, point);
    if (point !== c && point !== d) this.splits.push(f, point);
  }

  #touch(edge: number, from: number, to: number, point: number): boolean {
    if (point === from || point === to) return true;
    const { x, y } = this.#v;
    const dx = x[to]! - x[from]!;
    const dy = y[to]! - y[from]!;
    const px = x[point]! - x[from]!;
    const py = y[point]! - y[from]!;
    if (Math.abs(px) <= NEAR && Math.abs(py) <= NEAR) this.welds.push(from, point);
    else if (Math.abs(px - dx) <= NEAR && Math.abs(py - dy) <= NEAR) this.welds.push(to, point);
    else {
      const square = dx * dx + dy * dy;
      const along = px * dx + py * dy;
      if (along <= 0 || along >= square) return false;
      const off = dx * py - dy * px;
      if (off * off > NEAR * NEAR * square) return false;
      this.splits.push(edge, point);
    }
    return true;
  }
}

function rebuild(vertices: VertexTable, edges: LabelledEdges, splits: number[], welded: Welds): [LabelledEdges, Uint8Array] {
  const { lo, hi, labels, count } = edges;
  const made = new LabelledEdges(count + splits.length / 2, vertices.count);
  const changed: number[] = [];
  const order = splitsByEdge(splits, count);
  for (let e = 0; e < count; e++) {
    const points = order.of(e);
    if (points.length > 1) sortAlong(vertices, lo[e]!, hi[e]!, points);
    const isSplit = points.length > 0;
    let from = welded.root(lo[e]!);
    for (let i = 0; i <= points.length; i++) {
      const at = i < points.length ? points[i]! : hi[e]!;
      const to = welded.root(at);
      if (to === from) continue;
      const id = made.add(from, to, labels[4 * e]!, labels[4 * e + 1]!, labels[4 * e + 2]!, labels[4 * e + 3]!);
      if (isSplit || from !== lo[e] || to !== at) changed.push(id);
      from = to;
    }
  }
  const fresh = new Uint8Array(made.count);
  for (const id of changed) fresh[id] = 1;
  return [made, fresh];
}

function splitsByEdge(splits: number[], count: number): { of(edge: number): number[] } {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < splits.length; i += 2) starts[splits[i]! + 1]! += 1;
  for (let e = 0; e < count; e++) starts[e + 1]! += starts[e]!;
  const points = new Int32Array(splits.length / 2);
  const fill = starts.slice();
  for (let i = 0; i < splits.length; i += 2) points[fill[splits[i]!]!++] = splits[i + 1]!;
  const none: number[] = [];
  return {
    of(edge) {
      const [from, to] = [starts[edge]!, starts[edge + 1]!];
      if (from === to) return none;
      return to - from === 1 ? [points[from]!] : [...new Set(points.subarray(from, to))];
    },
  };
}

/** The points in the order in which the edge passes them. */
function sortAlong({ x, y }: VertexTable, from: number, to: number, points: number[]): void {
  const dx = x[to]! - x[from]!;
  const dy = y[to]! - y[from]!;
  const at = (point: number) => (x[point]! - x[from]!) * dx + (y[point]! - y[from]!) * dy;
  points.sort((p, q) => at(p) - at(q));
}
