/** The ground of two versions of a level laid on each other: what each old unit shares with each new one, and the pieces that lie between them. */
import Flatbush from 'flatbush';
import type { FeatureTable } from '../../contract/admin.ts';
import { RingLocator } from '../../geometry/overlay/faces.ts';
import { CHANGE_GRID, findSame, labelEdges, type LabelledEdges } from './edges.ts';
import { nodeMoved } from './node.ts';
import { coveredTwice, traceCycles, type Cycles } from './trace.ts';
import type { VertexTable } from '../../geometry/overlay/edges.ts';

/** A piece of ground in one old unit and one new one; −1: in none. */
export interface Piece {
  old: number;
  now: number;
  areaM2: number;
  /** Of its outline and holes, in metres. */
  lengthM: number;
  /** Outline and holes, closed, in degrees. */
  rings(): Float64Array[];
}

/** Where edges disagree about more ground than this, in m², a version crosses itself where both draw the same. */
const TORN_M2 = 100_000;

export interface Shared {
  old: number;
  now: number;
  areaM2: number;
}

export interface Ground {
  /** New row with the same outline, vertex by vertex; −1 without. */
  same: Int32Array;
  /** Ground of each unit in m², each place counted once; 0 without geometry. */
  oldM2: Float64Array;
  newM2: Float64Array;
  /** Pairs that share ground, by old row and by new row; neither is −1. */
  ofOld: Shared[][];
  ofNew: Shared[][];
  /** Share of each old unit's outline that the new version draws as it was; 1 where all of it is the same. */
  keptOutline: Float64Array;
  /** Pieces of pairs for which `isAsked`; also of ground that only one version covers. */
  pieces(isAsked: (old: number, now: number) => boolean): Piece[];
  overlapM2: { before: number; after: number };
}

export function layGround(before: FeatureTable, after: FeatureTable): Ground {
  const same = findSame(before.geometry, after.geometry);
  const isTaken = new Uint8Array(after.units.length);
  for (const row of same) if (row >= 0) isTaken[row] = 1;
  const { vertices, edges } = labelEdges(before.geometry, after.geometry, { before: (row) => same[row]! >= 0, after: (row) => isTaken[row] === 1 });
  const keptOutline = new Float64Array(before.units.length).fill(1);
  const sums = new Sums(before.units.length, after.units.length);
  same.forEach((now, old) => now >= 0 && sums.add(old, now, before.units[old]!.areaSqKm * 1e6));
  let pieces: Ground['pieces'] = () => [];
  let overlapM2 = { before: 0, after: 0 };
  if (edges.count > 0) {
    nodeMoved(vertices, edges);
    let traced = traceCycles(vertices, edges, before, after);
    if (traced.tornM2 > TORN_M2) {
      nodeMoved(vertices, edges, true);
      traced = traceCycles(vertices, edges, before, after);
    }
    measureOutlines(vertices, edges, keptOutline);
    const { cycles } = traced;
    for (let i = 0; i < cycles.count; i++) if (cycles.old[i]! >= 0 || cycles.now[i]! >= 0) sums.add(cycles.old[i]!, cycles.now[i]!, cycles.area[i]!);
    pieces = (isAsked) => collectPieces(cycles, isAsked);
    const twice = isTaken.includes(1) ? coveredTwice(cycles, before, after) : { before: 0, after: 0 };
    overlapM2 = { before: traced.overlapM2.before + twice.before, after: traced.overlapM2.after + twice.after };
  }
  return { same, keptOutline, pieces, overlapM2, ...sums.finish() };
}

/** Adds areas up by pair. */
export class Sums {
  readonly #olds: number;
  readonly #news: number;
  readonly #of = new Map<number, number>();

  constructor(olds: number, news: number) {
    this.#olds = olds;
    this.#news = news;
  }

  /** −1: ground that the version does not cover. */
  add(old: number, now: number, areaM2: number): void {
    const key = (old + 1) * (this.#news + 1) + now + 1;
    this.#of.set(key, (this.#of.get(key) ?? 0) + areaM2);
  }

  finish(): Pick<Ground, 'oldM2' | 'newM2' | 'ofOld' | 'ofNew'> {
    const oldM2 = new Float64Array(this.#olds);
    const newM2 = new Float64Array(this.#news);
    const ofOld: Shared[][] = Array.from({ length: this.#olds }, () => []);
    const ofNew: Shared[][] = Array.from({ length: this.#news }, () => []);
    for (const [key, areaM2] of this.#of) {
      const old = Math.floor(key / (this.#news + 1)) - 1;
      const now = (key % (this.#news + 1)) - 1;
      if (areaM2 <= 0) continue;
      if (old >= 0) oldM2[old]! += areaM2;
      if (now >= 0) newM2[now]! += areaM2;
      if (old < 0 || now < 0) continue;
      const shared = { old, now, areaM2 };
      ofOld[old]!.push(shared);
      ofNew[now]!.push(shared);
    }
    const largestFirst = (list: Shared[]) => list.sort((a, b) => b.areaM2 - a.areaM2 || a.old - b.old || a.now - b.now);
    ofOld.forEach(largestFirst);
    ofNew.forEach(largestFirst);
    return { oldM2, newM2, ofOld, ofNew };
  }
}

function measureOutlines({ x, y }: VertexTable, edges: LabelledEdges, keptOutline: Float64Array): void {
  const kept = new Float64Array(keptOutline.length);
  const whole = new Float64Array(keptOutline.length);
  const { lo, hi, labels, count } = edges;
  for (let e = 0; e < count; e++) {
    const left = labels[4 * e]!;
    const right = labels[4 * e + 1]!;
    if (left === right) continue;
    const shrink = Math.cos(((y[lo[e]!]! / CHANGE_GRID) * Math.PI) / 180);
    const length = Math.hypot((x[lo[e]!]! - x[hi[e]!]!) * shrink, y[lo[e]!]! - y[hi[e]!]!);
    const isKept = edges.isDrawn(e, 1);
    for (const row of [left, right]) {
      if (row < 0) continue;
      whole[row]! += length;
      if (isKept) kept[row]! += length;
    }
  }
  for (let row = 0; row < whole.length; row++) if (whole[row]! > 0) keptOutline[row] = kept[row]! / whole[row]!;
}

function collectPieces(cycles: Cycles, isAsked: (old: number, now: number) => boolean): Piece[] {
  const { count, area, old, now } = cycles;
  const outlines: number[] = [];
  const holes: number[] = [];
  for (let i = 0; i < count; i++) {
    if ((old[i]! < 0 && now[i]! < 0) || !isAsked(old[i]!, now[i]!)) continue;
    (area[i]! > 0 ? outlines : holes).push(i);
  }
  const within = findHoles(cycles, outlines, holes);
  return outlines.map((cycle) => new TracedPiece(cycles, cycle, within.get(cycle) ?? NO_HOLES));
}

const NO_HOLES: readonly number[] = [];

/** There are hundreds of thousands of them where a layer was drawn again. */
class TracedPiece implements Piece {
  readonly old: number;
  readonly now: number;
  readonly areaM2: number;
  readonly lengthM: number;
  readonly #cycles: Cycles;
  readonly #cycle: number;
  readonly #holes: readonly number[];

  constructor(cycles: Cycles, cycle: number, holes: readonly number[]) {
    this.#cycles = cycles;
    this.#cycle = cycle;
    this.#holes = holes;
    this.old = cycles.old[cycle]!;
    this.now = cycles.now[cycle]!;
    this.areaM2 = holes.reduce((sum, hole) => sum + cycles.area[hole]!, cycles.area[cycle]!);
    this.lengthM = holes.reduce((sum, hole) => sum + cycles.length[hole]!, cycles.length[cycle]!);
  }

  rings(): Float64Array[] {
    return [this.#cycle, ...this.#holes].map((each) => this.#cycles.ring(each).map((step) => step / CHANGE_GRID));
  }
}

/** The holes of each outline: of the outlines with the same units that hold it, the smallest has it. */
function findHoles(cycles: Cycles, outlines: number[], holes: number[]): Map<number, number[]> {
  const { area, old, now } = cycles;
  const within = new Map<number, number[]>();
  if (holes.length === 0 || outlines.length === 0) return within;
  const asked = new Set(holes.map((hole) => `${old[hole]!} ${now[hole]!}`));
  const candidates = outlines.filter((cycle) => asked.has(`${old[cycle]!} ${now[cycle]!}`)).map((cycle) => ({ cycle, ring: cycles.ring(cycle) }));
  if (candidates.length === 0) return within;
  const index = new Flatbush(candidates.length);
  for (const { ring: points } of candidates) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < points.length; i += 2) {
      west = Math.min(west, points[i]!);
      east = Math.max(east, points[i]!);
      south = Math.min(south, points[i + 1]!);
      north = Math.max(north, points[i + 1]!);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  const locators = new Map<number, RingLocator>();
  for (const hole of holes) {
    const points = cycles.ring(hole);
    const [x, y] = [(points[0]! + points[2]!) / 2, (points[1]! + points[3]!) / 2];
    let best = -1;
    for (const i of index.search(x, y, x, y)) {
      const { cycle, ring: outline } = candidates[i]!;
      if (old[cycle] !== old[hole] || now[cycle] !== now[hole] || area[cycle]! < -area[hole]! || (best >= 0 && area[best]! <= area[cycle]!)) continue;
      let locator = locators.get(cycle);
      if (!locator) locators.set(cycle, (locator = new RingLocator([outline])));
      if (locator.contains(x, y)) best = cycle;
    }
    if (best < 0) continue;
    const known = within.get(best);
    if (known) known.push(hole);
    else within.set(best, [hole]);
  }
  return within;
}
