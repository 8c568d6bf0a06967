/** Rings of one unit put together to polygons: which hole lies in which shell. */
import Flatbush from 'flatbush';
import { arcRingArea, type ArcTable } from './arcs.ts';
import { Work } from './work.ts';

interface MeasuredRing {
  ring: number[];
  area: number;
  box: [west: number, south: number, east: number, north: number];
  holes: number[][];
  rows: EdgeRows | null;
}

/** Polygons of shell and holes, from rings of signed arcs. A hole goes into the smallest shell around it; rings without area are left out. */
export function nest(table: ArcTable, rings: number[][]): number[][][] {
  const measured = rings.map((ring): MeasuredRing => ({ ring, area: arcRingArea(table, ring, 0, ring.length), box: [0, 0, 0, 0], holes: [], rows: null }));
  const shells = measured.filter(({ area }) => area > 0);
  const holes = measured.filter(({ area }) => area < 0);
  if (holes.length > 0) {
    if (shells.length === 1) shells[0]!.holes = holes.map(({ ring }) => ring);
    else {
      for (const one of measured) one.box = ringBox(table, one.ring);
      const work = new Work('Finding which hole lies in which part', rings.length, 2000);
      // A country whose units do not match has ten thousand holes and as many parts: only parts whose box holds the hole are asked.
      const index = new Flatbush(Math.max(1, shells.length));
      for (const { box } of shells) index.add(...box);
      if (shells.length === 0) index.add(0, 0, 0, 0);
      index.finish();
      for (const hole of holes) smallestAround(table, shells, index, hole, work)?.holes.push(hole.ring);
    }
  }
  return shells.map(({ ring, holes }) => [ring, ...holes]);
}

function smallestAround(table: ArcTable, shells: MeasuredRing[], index: Flatbush, hole: MeasuredRing, work: Work): MeasuredRing | undefined {
  let best: MeasuredRing | undefined;
  const near = index.search(...hole.box).sort((a, b) => a - b);
  work.spend(near.length);
  for (const at of near) {
    const shell = shells[at];
    if (!shell) continue;
    if (best && shell.area >= best.area) continue;
    if (shell.area < -hole.area) continue;
    if (hole.box[0] < shell.box[0] || hole.box[1] < shell.box[1] || hole.box[2] > shell.box[2] || hole.box[3] > shell.box[3]) continue;
    work.spend(16);
    if (isAround(table, shell, hole.ring)) best = shell;
  }
  return best;
}

/** Does the shell enclose the hole? They share vertices at most, so the middle of an edge of the hole decides. */
function isAround(table: ArcTable, shell: MeasuredRing, hole: number[]): boolean {
  const { offsets, x, y } = table;
  const v = offsets[hole[0]! >>> 1]!;
  const px = (x[v]! + x[v + 1]!) / 2;
  const py = (y[v]! + y[v + 1]!) / 2;
  shell.rows ??= new EdgeRows(table, shell.ring, shell.box);
  return shell.rows.isInside(px, py);
}

/** Edges of a ring by bands of y, so that asking for thousands of holes of one coast does not walk the whole coast each time. */
class EdgeRows {
  readonly #x: Int32Array;
  readonly #y: Int32Array;
  readonly #south: number;
  readonly #height: number;
  /** First vertex of each edge (the other one follows), by band. */
  readonly #bands: number[][];

  constructor({ offsets, x, y }: ArcTable, ring: number[], [, south, , north]: MeasuredRing['box']) {
    this.#x = x;
    this.#y = y;
    let edges = 0;
    let climb = 0;
    for (const signed of ring) {
      for (let v = offsets[signed >>> 1]!; v < offsets[(signed >>> 1) + 1]! - 1; v++) climb += Math.abs(y[v + 1]! - y[v]!);
      edges += offsets[(signed >>> 1) + 1]! - offsets[signed >>> 1]! - 1;
    }
    // A zigzag over the full height would fill every band with every edge; so the bands are few where edges are long.
    const bands = Math.max(1, Math.ceil(Math.min(edges / 16, climb > 0 ? (3 * edges * (north - south)) / climb : 1)));
    this.#south = south;
    this.#height = (north - south + 1) / bands;
    this.#bands = Array.from({ length: bands }, () => []);
    for (const signed of ring) {
      for (let v = offsets[signed >>> 1]!; v < offsets[(signed >>> 1) + 1]! - 1; v++) {
        const first = this.#band(Math.min(y[v]!, y[v + 1]!));
        const last = this.#band(Math.max(y[v]!, y[v + 1]!));
        for (let band = first; band <= last; band++) this.#bands[band]!.push(v);
      }
    }
  }

  isInside(px: number, py: number): boolean {
    const x = this.#x;
    const y = this.#y;
    let inside = false;
    for (const v of this.#bands[this.#band(py)] ?? []) {
      const ay = y[v]!;
      const by = y[v + 1]!;
      if (ay > py !== by > py && px < ((x[v + 1]! - x[v]!) * (py - ay)) / (by - ay) + x[v]!) inside = !inside;
    }
    return inside;
  }

  #band(y: number): number {
    return Math.floor((y - this.#south) / this.#height);
  }
}

function ringBox({ offsets, x, y }: ArcTable, ring: number[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const signed of ring) {
    const arc = signed >>> 1;
    for (let i = offsets[arc]!; i < offsets[arc + 1]!; i++) {
      west = Math.min(west, x[i]!);
      east = Math.max(east, x[i]!);
      south = Math.min(south, y[i]!);
      north = Math.max(north, y[i]!);
    }
  }
  return [west, south, east, north];
}
