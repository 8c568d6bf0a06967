/**
 * Noding of what moved: edges of two versions split where they cross or touch, so that they meet at vertices only. Edges that coincide
 * afterwards become one with the units of both versions beside it.
 */
import Flatbush from 'flatbush';
import type { VertexTable } from '../../geometry/overlay/edges.ts';
import { crossing } from '../../geometry/overlay/node.ts';
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

/**
 * Splits edges in place: whole ones lose their labels, parts are added behind. `everything`: also edges that both versions draw alike, where a version
 * crosses itself.
 */
export function nodeMoved(vertices: VertexTable, edges: LabelledEdges, everything = false): void {
  const loose = new Int32Array(edges.count);
  let length = 0;
  for (let e = 0; e < edges.count; e++) if (edges.isAlive(e) && (everything || edges.isLoose(e))) loose[length++] = e;
  const layers: Layer[] = [];
  for (let pass = 0, fresh: Int32Array = loose.subarray(0, length); pass < PASSES && fresh.length > 0; pass++) {
    layers.push(new Layer(vertices, edges, fresh));
    const noding = new Noding(vertices, edges, layers);
    noding.run();
    if (noding.splits.length === 0 && noding.welds.length === 0) break;
    fresh = splitInPlace(vertices, edges, noding);
  }
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

/** Edges that came in one round, in runs that follow each other, with their boxes. */
class Layer {
  readonly ids: Int32Array;
  /** First place of each run in `ids`, and the length. */
  readonly starts: Int32Array;
  readonly boxes: Float64Array;
  /** Boxes of the edges, in the order of `ids`: most pairs are told apart by these alone, which lie side by side in memory as vertices do not. */
  readonly edgeBoxes: Float64Array;
  readonly index: Flatbush;

  constructor({ x, y }: VertexTable, { lo, hi }: LabelledEdges, ids: Int32Array) {
    this.ids = ids;
    const starts = new Int32Array(ids.length + 1);
    const each = new Float64Array(4 * ids.length);
    let runs = 0;
    let length = RUN;
    let lastA = -1;
    let lastB = -1;
    for (let i = 0; i < ids.length; i++) {
      const a = lo[ids[i]!]!;
      const b = hi[ids[i]!]!;
      const follows = a === lastA || a === lastB || b === lastA || b === lastB;
      if (length >= RUN || !follows) {
        starts[runs++] = i;
        length = 0;
      }
      length++;
      lastA = a;
      lastB = b;
      const ax = x[a]!;
      const ay = y[a]!;
      const bx = x[b]!;
      const by = y[b]!;
      each[4 * i] = ax < bx ? ax : bx;
      each[4 * i + 1] = ay < by ? ay : by;
      each[4 * i + 2] = ax < bx ? bx : ax;
      each[4 * i + 3] = ay < by ? by : ay;
    }
    starts[runs] = ids.length;
    this.edgeBoxes = each;
    this.starts = starts.slice(0, runs + 1);
    this.boxes = new Float64Array(4 * runs);
    this.index = new Flatbush(runs);
    for (let run = 0; run < runs; run++) {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let at = 4 * starts[run]!; at < 4 * starts[run + 1]!; at += 4) {
        if (each[at]! < west) west = each[at]!;
        if (each[at + 1]! < south) south = each[at + 1]!;
        if (each[at + 2]! > east) east = each[at + 2]!;
        if (each[at + 3]! > north) north = each[at + 3]!;
      }
      this.boxes[4 * run] = west - NEAR;
      this.boxes[4 * run + 1] = south - NEAR;
      this.boxes[4 * run + 2] = east + NEAR;
      this.boxes[4 * run + 3] = north + NEAR;
      this.index.add(west - NEAR, south - NEAR, east + NEAR, north + NEAR);
    }
    this.index.finish();
  }
}

/** One round: what the edges of the last layer do to each other and to those before. */
class Noding {
  readonly #v: VertexTable;
  readonly #edges: LabelledEdges;
  readonly #layers: Layer[];
  /** Edge, vertex, edge, vertex, … */
  splits: number[] = [];
  /** Vertex, vertex, … */
  welds: number[] = [];

  constructor(vertices: VertexTable, edges: LabelledEdges, layers: Layer[]) {
    this.#v = vertices;
    this.#edges = edges;
    this.#layers = layers;
  }

  run(): void {
    const fresh = this.#layers.at(-1)!;
    const { starts, boxes, ids } = fresh;
    const meeting = new Work(STAGE, ids.length, MEETINGS, MEETINGS_OF_ALL);
    const splitting = new Work(STAGE, ids.length, SPLITS, SPLITS_OF_ALL);
    for (let run = 0; run + 1 < starts.length; run++) {
      const before = this.splits.length;
      for (const layer of this.#layers) {
        layer.index.search(boxes[4 * run]!, boxes[4 * run + 1]!, boxes[4 * run + 2]!, boxes[4 * run + 3]!, (other) => {
          meeting.spend(RUN);
          // Of two runs of one layer the first sees both.
          if (layer !== fresh || other >= run) this.#meetRuns(fresh, run, layer, other);
          return false;
        });
      }
      splitting.spend((this.splits.length - before) / 2);
    }
  }

  #meetRuns(one: Layer, run: number, two: Layer, other: number): void {
    const { lo, hi } = this.#edges;
    const own = one === two && run === other;
    const mine = one.edgeBoxes;
    const theirs = two.edgeBoxes;
    const [west2, south2, east2, north2] = [two.boxes[4 * other]!, two.boxes[4 * other + 1]!, two.boxes[4 * other + 2]!, two.boxes[4 * other + 3]!];
    const first = two.starts[other]!;
    const end = two.starts[other + 1]!;
    for (let i = one.starts[run]!; i < one.starts[run + 1]!; i++) {
      const west = mine[4 * i]! - NEAR;
      const south = mine[4 * i + 1]! - NEAR;
      const east = mine[4 * i + 2]! + NEAR;
      const north = mine[4 * i + 3]! + NEAR;
      if (west > east2 || east < west2 || south > north2 || north < south2) continue;
      for (let k = own ? i + 1 : first; k < end; k++) {
        const at = 4 * k;
        if (theirs[at + 2]! < west || theirs[at]! > east || theirs[at + 3]! < south || theirs[at + 1]! > north) continue;
        const e = one.ids[i]!;
        const f = two.ids[k]!;
        if (e === f || !this.#edges.isAlive(f) || !this.#edges.isAlive(e)) continue;
        const a = lo[e]!;
        const b = hi[e]!;
        const c = lo[f]!;
        const d = hi[f]!;
        // Neighbours along the border of one version meet at their ends only.
        if ((c === a || c === b || d === a || d === b) && this.#edges.areOfOneVersion(e, f)) continue;
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
    const point = crossing(this.#v, a, b, c, d);
    if (point < 0) return;
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

/** @returns the edges that are new or have another end */
function splitInPlace(vertices: VertexTable, edges: LabelledEdges, { splits, welds }: Noding): Int32Array {
  const welded = new Welds();
  for (let i = 0; i < welds.length; i += 2) welded.join(welds[i]!, welds[i + 1]!);
  const order = splitsByEdge(splits, edges.count);
  const fresh: number[] = [];
  for (let e = 0, count = edges.count; e < count; e++) {
    if (!edges.isAlive(e)) continue;
    const points = order.of(e);
    const [start, end] = [edges.lo[e]!, edges.hi[e]!];
    if (points.length === 0 && (welds.length === 0 || (welded.root(start) === start && welded.root(end) === end))) continue;
    if (points.length > 1) sortAlong(vertices, start, end, points);
    const at = 4 * e;
    const [oldLeft, oldRight, newLeft, newRight] = [edges.labels[at]!, edges.labels[at + 1]!, edges.labels[at + 2]!, edges.labels[at + 3]!];
    edges.kill(e);
    let from = welded.root(start);
    for (let i = 0; i <= points.length; i++) {
      const to = welded.root(i < points.length ? points[i]! : end);
      if (to === from) continue;
      fresh.push(edges.add(from, to, oldLeft, oldRight, newLeft, newRight));
      from = to;
    }
  }
  return Int32Array.from(new Set(fresh));
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
