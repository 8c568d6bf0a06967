/**
 * Makes valid polygons of a unit whose rings touch or fold after snapping. All its lines are noded already (snap.ts), so this moves no
 * vertex and neighbours stay matched: edges used there and back cancel out, the rest is walked anew, and rings that meet a vertex twice
 * are parted there.
 */
import { Work } from '../../geometry/work.ts';
import { DRAWING } from './crossings.ts';
import { isInside, ringArea2, type Shape } from './shape.ts';

/** Answers valid polygons, each a list of open rings, shell first; none where nothing with an area is left. */
export function mend(shape: Shape): Ring[][] {
  const edges = remainingEdges(shape);
  const simple = edges.uses.every((count) => count === 1) ? polygonsFrom(edges) : null;
  return simple?.isProper ? simple.polygons : polygonsFrom(outlineByWinding(edges)).polygons;
}

function polygonsFrom(edges: Edges): { polygons: Ring[][]; isProper: boolean } {
  const rings = walk(edges).map((ring) => ({ ring, area: area(ring) }));
  const polygons = nest(
    rings.filter((one) => one.area > 0),
    rings.filter((one) => one.area < 0),
  );
  // Rings left out lie outside or twice over: the source folds over itself there.
  return { polygons, isProper: polygons.reduce((sum, polygon) => sum + polygon.length, 0) === rings.length };
}

/** What is wound around at all is inside: only edges between inside and outside stay, turned so that the inside is to their left. */
function outlineByWinding(edges: Edges): Edges {
  const { x, y, from, to, leaving, leaves } = edges;
  const rows = new Bands(edges, y);
  const columns = new Bands(edges, x);
  const arriving = new Int32Array(x.length);
  for (const vertex of to) arriving[vertex]!++;
  const isJunction = (vertex: number) => leaves[vertex + 1]! - leaves[vertex]! > 1 || arriving[vertex]! > 1;
  /** 0 not known yet, 1 goes, 2 stays, 3 stays the other way around. */
  const fates = new Uint8Array(from.length);
  // Both sides stay what they are from junction to junction, so one ray settles a whole run of edges: even the largest unit has few runs.
  const settle = (first: number): void => {
    const { left, right } = windingBeside(edges, first, rows, columns);
    const fate = (left !== 0) === (right !== 0) ? 1 : left !== 0 ? 2 : 3;
    for (let edge = first; fates[edge] === 0; edge = leaving[leaves[to[edge]!]!]!) {
      fates[edge] = fate;
      if (isJunction(to[edge]!)) return;
    }
  };
  for (let edge = 0; edge < from.length; edge++) if (isJunction(from[edge]!)) settle(edge);
  const starts: number[] = [];
  const ends: number[] = [];
  for (let edge = 0; edge < from.length; edge++) {
    // A ring that meets no other.
    if (fates[edge] === 0) settle(edge);
    if (fates[edge] === 1) continue;
    starts.push(fates[edge] === 2 ? from[edge]! : to[edge]!);
    ends.push(fates[edge] === 2 ? to[edge]! : from[edge]!);
  }
  return byStart({ x, y, from: starts, to: ends, uses: starts.map(() => 1) });
}

/** Turns around the places to the left and to the right of an edge. */
function windingBeside(edges: Edges, edge: number, rows: Bands, columns: Bands): { left: number; right: number } {
  const { x, y, from, to, uses } = edges;
  const [ax, ay, bx, by] = [x[from[edge]!]!, y[from[edge]!]!, x[to[edge]!]!, y[to[edge]!]!];
  // A ray from the middle of the edge, along x, or along y for edges that lie along x.
  const beyond =
    ay === by ? windingBeyond(edges, edge, columns, y, x, (ay + by) / 2, (ax + bx) / 2) : -windingBeyond(edges, edge, rows, x, y, (ax + bx) / 2, (ay + by) / 2);
  const isBeyondLeft = ay === by ? bx > ax : by < ay;
  return isBeyondLeft ? { left: beyond, right: beyond - uses[edge]! } : { left: beyond + uses[edge]!, right: beyond };
}

/** Turns around the place just beyond (along, across) in the direction of `along`, by the edges that a ray that way meets. */
function windingBeyond({ from, to, uses }: Edges, self: number, bands: Bands, alongs: number[], acrosses: number[], along: number, across: number): number {
  let winding = 0;
  for (const edge of bands.at(across)) {
    const ay = acrosses[from[edge]!]!;
    const by = acrosses[to[edge]!]!;
    if (edge === self || ay > across === by > across) continue;
    const ax = alongs[from[edge]!]!;
    const met = ((alongs[to[edge]!]! - ax) * (across - ay)) / (by - ay) + ax;
    if (met > along) winding += by > ay ? -uses[edge]! : uses[edge]!;
  }
  return winding;
}

/** Bands that an edge reaches into, on average. */
const MOST_BANDS = 8;

/** Edges by the bands across an axis that they reach into, so that a ray looks only at those it may meet. */
class Bands {
  readonly #least: number;
  readonly #width: number;
  readonly #edges: number[][];
  readonly #work: Work;

  constructor({ from, to }: Edges, acrosses: number[]) {
    this.#work = new Work(DRAWING, from.length, 2000);
    let [least, most] = [Infinity, -Infinity];
    for (const vertex of from) {
      if (acrosses[vertex]! < least) least = acrosses[vertex]!;
      if (acrosses[vertex]! > most) most = acrosses[vertex]!;
    }
    let spans = 0;
    for (let edge = 0; edge < from.length; edge++) spans += Math.abs(acrosses[from[edge]!]! - acrosses[to[edge]!]!);
    // No more than lets an edge lie in eight bands on average: edges may be as long as the unit.
    const count = Math.max(1, Math.min(most - least, from.length, Math.ceil((MOST_BANDS * from.length * (most - least)) / Math.max(1, spans))));
    this.#least = least;
    this.#width = (most - least + 1) / count;
    this.#edges = Array.from({ length: count }, () => []);
    for (let edge = 0; edge < from.length; edge++) {
      const a = this.#band(acrosses[from[edge]!]!);
      const b = this.#band(acrosses[to[edge]!]!);
      for (let band = Math.min(a, b); band <= Math.max(a, b); band++) this.#edges[band]!.push(edge);
    }
  }

  at(across: number): number[] {
    const edges = this.#edges[this.#band(across)]!;
    this.#work.spend(edges.length);
    return edges;
  }

  #band(across: number): number {
    return Math.floor((across - this.#least) / this.#width);
  }
}

export interface Ring {
  x: Int32Array;
  y: Int32Array;
}

interface Measured {
  ring: Ring;
  area: number;
}

/** Directed edges by their start, without those that go both ways. */
interface Edges {
  x: number[];
  y: number[];
  /** Vertex indexes. */
  from: number[];
  to: number[];
  /** How often each is used, less how often it is used the other way. */
  uses: number[];
  /** Edges by the vertex that they leave; those of vertex v are at `leaves[v] … leaves[v+1]`. */
  leaving: Int32Array;
  leaves: Int32Array;
}

function byStart(edges: Omit<Edges, 'leaving' | 'leaves'>): Edges {
  const { x, from } = edges;
  const leaves = new Int32Array(x.length + 1);
  for (const vertex of from) leaves[vertex + 1]!++;
  for (let vertex = 0; vertex < x.length; vertex++) leaves[vertex + 1]! += leaves[vertex]!;
  const next = leaves.slice();
  const leaving = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) leaving[next[from[edge]!]!++] = edge;
  return { ...edges, leaving, leaves };
}

function remainingEdges(shape: Shape): Edges {
  const vertices = new PairTable(shape.length);
  const pairs = new PairTable(shape.length);
  const uses = new Int32Array(shape.length);
  for (let ring = 0; ring < shape.ends.length; ring++) {
    const end = shape.ends[ring]!;
    let before = vertices.id(shape.x[end - 1]!, shape.y[end - 1]!);
    for (let i = shape.ringStart(ring); i < end; i++) {
      const id = vertices.id(shape.x[i]!, shape.y[i]!);
      const back = pairs.find(id, before);
      if (back >= 0 && uses[back]! > 0) uses[back]!--;
      else if (id !== before) uses[pairs.id(before, id)]!++;
      before = id;
    }
  }
  const out = { x: vertices.a, y: vertices.b, from: [] as number[], to: [] as number[], uses: [] as number[] };
  for (let pair = 0; pair < pairs.a.length; pair++) {
    if (uses[pair] === 0) continue;
    out.from.push(pairs.a[pair]!);
    out.to.push(pairs.b[pair]!);
    out.uses.push(uses[pair]!);
  }
  return byStart(out);
}

/** Numbers pairs of integers in the order of their first coming. Open addressing: a Map would make an object of each key this large. */
class PairTable {
  readonly a: number[] = [];
  readonly b: number[] = [];
  readonly #slots: Int32Array;

  constructor(most: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  id(a: number, b: number): number {
    const slot = this.#slot(a, b);
    if (this.#slots[slot] === 0) {
      this.a.push(a);
      this.#slots[slot] = this.b.push(b);
    }
    return this.#slots[slot]! - 1;
  }

  /** −1 where the pair has not come. */
  find(a: number, b: number): number {
    return this.#slots[this.#slot(a, b)]! - 1;
  }

  #slot(a: number, b: number): number {
    const mask = this.#slots.length - 1;
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#slots[slot] !== 0 && (this.a[this.#slots[slot]! - 1] !== a || this.b[this.#slots[slot]! - 1] !== b)) slot = (slot + 1) & mask;
    return slot;
  }
}

/** Walks all edges, interior to the left, turning left where there is a choice; loops are cut off where a vertex comes again. */
function walk({ x, y, from, to, leaving, leaves }: Edges): Ring[] {
  const rings: Ring[] = [];
  const taken = new Uint8Array(from.length);
  /** Where each vertex is on the path; −1 where it is not. */
  const place = new Int32Array(x.length).fill(-1);
  const path: number[] = [];
  const take = (arriving: number, vertex: number): number => {
    let best = -1;
    let bestTurn = Infinity;
    for (let i = leaves[vertex]!; i < leaves[vertex + 1]!; i++) {
      const edge = leaving[i]!;
      if (taken[edge]) continue;
      const turn =
        leaves[vertex]! + 1 >= leaves[vertex + 1]!
          ? 0
          : turnAngle(x[from[arriving]!]! - x[vertex]!, y[from[arriving]!]! - y[vertex]!, x[to[edge]!]! - x[vertex]!, y[to[edge]!]! - y[vertex]!);
      if (turn < bestTurn) {
        bestTurn = turn;
        best = edge;
      }
    }
    if (best >= 0) taken[best] = 1;
    return best;
  };
  for (let first = 0; first < from.length; first++) {
    if (taken[first]) continue;
    taken[first] = 1;
    let edge = first;
    while (edge >= 0) {
      place[from[edge]!] = path.length;
      path.push(edge);
      const vertex = to[edge]!;
      const seen = place[vertex]!;
      if (seen >= 0) {
        const loop = path.splice(seen);
        for (const one of loop) place[from[one]!] = -1;
        rings.push({ x: Int32Array.from(loop, (one) => x[from[one]!]!), y: Int32Array.from(loop, (one) => y[from[one]!]!) });
        if (path.length === 0) break;
      }
      edge = take(path.at(-1)!, vertex);
    }
    // Edges that lead nowhere cannot be: every vertex has as many edges in as out.
    for (const one of path) place[from[one]!] = -1;
    path.length = 0;
  }
  return rings;
}

/** Clockwise angle from (ax, ay) to (bx, by), in (0, 2π]. */
function turnAngle(ax: number, ay: number, bx: number, by: number): number {
  const angle = Math.atan2(ay * bx - ax * by, ax * bx + ay * by);
  return angle <= 0 ? angle + 2 * Math.PI : angle;
}

function area({ x, y }: Ring): number {
  return ringArea2(x, y, 0, x.length);
}

/**
 * Holes into their shells; what lies in none is a sliver that rounding turned over, and goes. Shells inside others come from parts that
 * overlap in the source; they are covered already.
 */
export function nest(shells: Measured[], holes: Measured[]): Ring[][] {
  const sorted = shells.map((one) => ({ ...one, box: boxOf(one.ring), holes: [] as Boxed[] })).sort((a, b) => b.area - a.area);
  for (const { ring, area } of holes) {
    const hole = { ring, box: boxOf(ring) };
    sorted.findLast((shell) => shell.area >= -area && contains(shell, hole))?.holes.push(hole);
  }
  const kept: typeof sorted = [];
  for (const shell of sorted) {
    const isCovered = kept.some((other) => contains(other, shell) && !other.holes.some((hole) => contains(hole, shell)));
    if (!isCovered) kept.push(shell);
  }
  return kept.map(({ ring, holes }) => [ring, ...holes.map((hole) => hole.ring)]);
}

interface Boxed {
  ring: Ring;
  box: [west: number, north: number, east: number, south: number];
}

function boxOf({ x, y }: Ring): Boxed['box'] {
  let [west, north, east, south] = [x[0]!, y[0]!, x[0]!, y[0]!];
  for (let i = 1; i < x.length; i++) {
    if (x[i]! < west) west = x[i]!;
    else if (x[i]! > east) east = x[i]!;
    if (y[i]! < north) north = y[i]!;
    else if (y[i]! > south) south = y[i]!;
  }
  return [west, north, east, south];
}

/** Is `inner` within `outer`? They do not cross; the middle of an edge that they do not share decides. */
function contains(outer: Boxed, inner: Boxed): boolean {
  if (inner.box[0] < outer.box[0] || inner.box[1] < outer.box[1] || inner.box[2] > outer.box[2] || inner.box[3] > outer.box[3]) return false;
  const { x, y } = inner.ring;
  const length = x.length;
  for (let i = 0; i < length; i++) {
    const j = i + 1 === length ? 0 : i + 1;
    const side = sideOf(outer.ring, (x[i]! + x[j]!) / 2, (y[i]! + y[j]!) / 2);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** 1 inside, −1 outside, 0 on the ring. */
function sideOf({ x, y }: Ring, px: number, py: number): number {
  let ax = x.at(-1)!;
  let ay = y.at(-1)!;
  for (let i = 0; i < x.length; i++) {
    const bx = x[i]!;
    const by = y[i]!;
    if ((bx - ax) * (py - ay) === (by - ay) * (px - ax) && px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by))
      return 0;
    ax = bx;
    ay = by;
  }
  return isInside(x, y, 0, x.length, px, py) ? 1 : -1;
}
