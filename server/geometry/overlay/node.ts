/**
 * Noding: the free edges of a level split where they cross or touch, so that they meet at vertices only.
 * Edges that coincide after splitting cancel (neighbours that differ only in their vertices) or add up.
 */
import Flatbush from 'flatbush';
import type { EdgeSet } from './edges.ts';
import { VertexTable } from './edges.ts';
import { Work } from '../work.ts';

/** Directed so that the owner's interior is on the left; `weight` is how many more units lie left than right. */
export interface Arrangement {
  x: Float64Array;
  y: Float64Array;
  vertexCount: number;
  tail: Int32Array;
  head: Int32Array;
  owner: Int32Array;
  count: number;
  /** Rows whose interiors share a side of an edge: row, row, … */
  sameSide: number[];
  /** Vertices of one row on an edge of another that lacks them: row of the edge, row of the vertex, vertex, … */
  unshared: number[];
}

/** Nearer than this counts as touching, in grid units: half a grid step of each of two rounded ends, and a little. */
const NEAR = 1.5;
/** A split moves an edge by less than a grid step, which can make new crossings; they die out at once in practice. */
const PASSES = 6;

/** For one free edge: edges whose boxes it meets, and places where it is split. Real files stay a hundred times below; scribbles do not. */
const MEETINGS = 300;
const SPLITS = 20;
const MEETINGS_OF_ALL = 30_000_000;
const SPLITS_OF_ALL = 500_000;

interface Edges {
  tail: number[];
  head: number[];
  owner: number[];
  /** Whether the edge is new since the last pass. */
  fresh: boolean[];
}

export function nodeFreeEdges(set: EdgeSet): Arrangement {
  const vertices = new VertexTable(1024);
  let edges: Edges = { tail: [], head: [], owner: [], fresh: [] };
  const numberOf = new Map<number, number>();
  const vertexOf = (id: number) => {
    let number = numberOf.get(id);
    if (number === undefined) numberOf.set(id, (number = vertices.add(set.x[id]!, set.y[id]!)));
    return number;
  };
  for (let edge = 0; edge < set.count; edge++) {
    const balance = set.balance[edge]!;
    if (balance === 0) continue;
    edges.tail.push(vertexOf(balance > 0 ? set.lo[edge]! : set.hi[edge]!));
    edges.head.push(vertexOf(balance > 0 ? set.hi[edge]! : set.lo[edge]!));
    edges.owner.push(balance > 0 ? set.left[edge]! : set.right[edge]!);
    edges.fresh.push(true);
  }
  const sameSide = set.sameSide.slice();
  const unshared: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const changed = nodeOnce(edges, vertices, unshared, sameSide);
    if (!changed) break;
    edges = changed;
  }
  return {
    x: vertices.x,
    y: vertices.y,
    vertexCount: vertices.count,
    tail: Int32Array.from(edges.tail),
    head: Int32Array.from(edges.head),
    owner: Int32Array.from(edges.owner),
    count: edges.tail.length,
    sameSide,
    unshared,
  };
}

/** One round over the fresh edges; null when nothing had to be split or welded. */
function nodeOnce(edges: Edges, vertices: VertexTable, unshared: number[], sameSide: number[]): Edges | null {
  const count = edges.tail.length;
  if (count === 0) return null;
  const index = new Flatbush(count);
  for (let e = 0; e < count; e++) {
    const [ax, ay, bx, by] = ends(edges, vertices, e);
    index.add(Math.min(ax, bx) - NEAR, Math.min(ay, by) - NEAR, Math.max(ax, bx) + NEAR, Math.max(ay, by) + NEAR);
  }
  index.finish();
  /** Edge, vertex, edge, vertex, … */
  const splits: number[] = [];
  const welds: number[] = [];
  const meeting = new Work('Finding where outlines cross', count, MEETINGS, MEETINGS_OF_ALL);
  const splitting = new Work('Finding where outlines cross', count, SPLITS, SPLITS_OF_ALL);
  for (let e = 0; e < count; e++) {
    if (!edges.fresh[e]) continue;
    const before = splits.length;
    const [ax, ay, bx, by] = ends(edges, vertices, e);
    index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (f) => {
      meeting.spend(1);
      if (f !== e && (f > e || !edges.fresh[f])) meet(edges, vertices, e, f, splits, welds, unshared);
      return false;
    });
    splitting.spend((splits.length - before) / 2);
  }
  if (splits.length === 0 && welds.length === 0) return null;
  return rebuild(edges, vertices, splits, welds, sameSide);
}

function ends(edges: Edges, { x, y }: VertexTable, e: number): [number, number, number, number] {
  const tail = edges.tail[e]!;
  const head = edges.head[e]!;
  return [x[tail]!, y[tail]!, x[head]!, y[head]!];
}

/** Notes what edges e and f do to each other. */
function meet(edges: Edges, vertices: VertexTable, e: number, f: number, splits: number[], welds: number[], unshared: number[]): void {
  const a = edges.tail[e]!;
  const b = edges.head[e]!;
  const c = edges.tail[f]!;
  const d = edges.head[f]!;
  let touched = false;
  const touch = (edge: number, other: number, from: number, to: number, point: number) => {
    if (point === from || point === to) {
      touched = true;
      return;
    }
    const near = nearness(vertices, from, to, point);
    if (near === -1) return;
    touched = true;
    if (near === -2) {
      splits.push(edge, point);
      if (edges.owner[edge] !== edges.owner[other]) unshared.push(edges.owner[edge]!, edges.owner[other]!, point);
    } else welds.push(near, point);
  };
  touch(e, f, a, b, c);
  touch(e, f, a, b, d);
  touch(f, e, c, d, a);
  touch(f, e, c, d, b);
  if (touched) return;
  const point = crossing(vertices, a, b, c, d);
  if (point < 0) return;
  if (point !== a && point !== b) splits.push(e, point);
  if (point !== c && point !== d) splits.push(f, point);
}

/** The vertex at which the edges a–b and c–d cross between their ends, made where there is none yet; -1 where they do not. */
export function crossing(vertices: VertexTable, a: number, b: number, c: number, d: number): number {
  const { x, y } = vertices;
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
  if (sideC > 0 === sideD > 0) return -1;
  const sideA = (dx - cx) * -cy + (dy - cy) * cx;
  const sideB = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if (sideA > 0 === sideB > 0) return -1;
  const t = sideC / (sideC - sideD);
  return vertices.add(ax + Math.round(cx + (dx - cx) * t), ay + Math.round(cy + (dy - cy) * t));
}

/** -1 far, -2 on the inside of the edge, otherwise the end that the point is on. */
function nearness({ x, y }: VertexTable, from: number, to: number, point: number): number {
  const dx = x[to]! - x[from]!;
  const dy = y[to]! - y[from]!;
  const px = x[point]! - x[from]!;
  const py = y[point]! - y[from]!;
  if (Math.abs(px) <= NEAR && Math.abs(py) <= NEAR) return from;
  if (Math.abs(px - dx) <= NEAR && Math.abs(py - dy) <= NEAR) return to;
  const square = dx * dx + dy * dy;
  const along = (px * dx + py * dy) / square;
  if (along <= 0 || along >= 1) return -1;
  const off = Math.abs(dx * py - dy * px) / Math.sqrt(square);
  return off <= NEAR ? -2 : -1;
}

function rebuild(edges: Edges, vertices: VertexTable, splits: number[], welds: number[], sameSide: number[]): Edges {
  const parent = new Map<number, number>();
  const root = (id: number): number => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (let i = 0; i < welds.length; i += 2) {
    const p = root(welds[i]!);
    const q = root(welds[i + 1]!);
    if (p !== q) parent.set(Math.max(p, q), Math.min(p, q));
  }
  const splitsOf = new Map<number, number[]>();
  for (let i = 0; i < splits.length; i += 2) {
    const list = splitsOf.get(splits[i]!);
    if (list) list.push(splits[i + 1]!);
    else splitsOf.set(splits[i]!, [splits[i + 1]!]);
  }
  const merged = new Merger(vertices.count, sameSide);
  for (let e = 0; e < edges.tail.length; e++) {
    const chain = [edges.tail[e]!, ...along(vertices, edges.tail[e]!, edges.head[e]!, splitsOf.get(e) ?? []), edges.head[e]!];
    for (let i = 1; i < chain.length; i++) {
      const from = root(chain[i - 1]!);
      const to = root(chain[i]!);
      if (from !== to) merged.add(from, to, edges.owner[e]!, chain.length > 2 || from !== chain[i - 1] || to !== chain[i]);
    }
  }
  return merged.finish();
}

/** The points in the order in which the edge passes them, each once. */
function along({ x, y }: VertexTable, from: number, to: number, points: number[]): number[] {
  if (points.length < 2) return points;
  const dx = x[to]! - x[from]!;
  const dy = y[to]! - y[from]!;
  const at = (point: number) => (x[point]! - x[from]!) * dx + (y[point]! - y[from]!) * dy;
  return [...new Set(points)].sort((p, q) => at(p) - at(q));
}

/** Adds directed edges up: opposite ones cancel, equal ones are kept as often as they come and are noted. */
class Merger {
  #first: Int32Array;
  #next: number[] = [];
  #edges: Edges = { tail: [], head: [], owner: [], fresh: [] };
  #sameSide: number[];
  #weight: number[] = [];

  constructor(vertexCount: number, sameSide: number[]) {
    this.#first = new Int32Array(vertexCount).fill(-1);
    this.#sameSide = sameSide;
  }

  add(from: number, to: number, owner: number, fresh: boolean): void {
    const lo = Math.min(from, to);
    const { tail, head } = this.#edges;
    let edge = this.#first[lo]!;
    while (edge >= 0 && !(tail[edge] === from && head[edge] === to) && !(tail[edge] === to && head[edge] === from)) edge = this.#next[edge]!;
    if (edge < 0) {
      this.#next.push(this.#first[lo]!);
      this.#first[lo] = tail.length;
      tail.push(from);
      head.push(to);
      this.#edges.owner.push(owner);
      this.#edges.fresh.push(fresh);
      this.#weight.push(1);
      return;
    }
    const same = tail[edge] === from;
    if (this.#weight[edge] === 0) {
      tail[edge] = from;
      head[edge] = to;
      this.#edges.owner[edge] = owner;
      this.#weight[edge] = 1;
    } else if (same) {
      if (this.#edges.owner[edge] !== owner) this.#sameSide.push(this.#edges.owner[edge]!, owner);
      this.#weight[edge]! += 1;
    } else this.#weight[edge]! -= 1;
    if (fresh) this.#edges.fresh[edge] = true;
  }

  finish(): Edges {
    const kept: Edges = { tail: [], head: [], owner: [], fresh: [] };
    for (let e = 0; e < this.#weight.length; e++) {
      if (this.#weight[e] === 0) continue;
      kept.tail.push(this.#edges.tail[e]!);
      kept.head.push(this.#edges.head[e]!);
      kept.owner.push(this.#edges.owner[e]!);
      kept.fresh.push(this.#edges.fresh[e]!);
    }
    return kept;
  }
}
