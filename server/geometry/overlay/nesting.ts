/**
 * A level against the level above it: which units leave their parent, by how much, and which parent they really lie in.
 *
 * Parents are laid on the children's vertices with a tolerance that swallows rounding, so that a clean or merely rounded pair
 * of levels is judged by comparing edges. Only what does not match goes to GEOS.
 */
import Flatbush from 'flatbush';
import type { FeatureTable } from '../../contract/admin.ts';
import { frameAt } from './frame.ts';
import type { EdgeSet } from './edges.ts';
import { GRID, findEdge } from './edges.ts';
import type { FlatPolygons, Geos } from './geos.ts';
import { UnitLocator } from './locate.ts';
import type { Measured } from './measure.ts';
import { measure } from './measure.ts';
import { rowVertices } from '../ring.ts';
import { Work } from '../work.ts';
import { NOISE_M2 } from './overlay.ts';
import { metresOf } from '../ellipsoid.ts';

/** Grid units (1.1 mm each): 5 cm. Rounding to 7 decimals moves a vertex by 1 cm at most, to 6 decimals by 8 cm. */
const WELD = 45;
/** A parent's border further from the children's than this does not coincide with it (cod.md B4). */
export const COINCIDENT_M = 1;
const SAMPLE_M = 50;
/** Vertices of units that are laid on each other, for one vertex of the two levels. */
const PAIR_VERTICES = 200;
const VERTICES_OF_ALL = 5_000_000;
const COMPARING = 'Comparing units with the level above';
const MAX_SAMPLES = 40;

export interface Spill extends Measured {
  child: number;
  parent: number;
  /** Of the child's area. */
  share: number;
  polygons: FlatPolygons;
}

export interface Nesting {
  spills: Spill[];
  /** Children whose greater part lies in another parent than they say. */
  misplaced: { child: number; stated: number; actual: number; share: number }[];
  /** Children that share no area with any parent. */
  orphans: number[];
  /** Parents whose border leaves that of their children. */
  apart: { parent: number; lengthM: number; share: number; at: [lon: number, lat: number]; bbox: Measured['bbox']; line: [number, number][][] }[];
}

/** `statedParent` gives for each child row the parent's row, or -1. */
export function compareLevels(
  child: FeatureTable,
  childEdges: EdgeSet,
  parent: FeatureTable,
  parentEdges: EdgeSet,
  statedParent: Int32Array,
  geos: Geos,
): Nesting {
  const onChild = weld(parentEdges, childEdges);
  const covered = new Uint8Array(childEdges.count);
  const suspect = new Uint8Array(child.units.length);
  const unmatched: number[] = [];
  const parentOf = (row: number) => (row < 0 ? -1 : statedParent[row]!);
  for (let e = 0; e < parentEdges.count; e++) {
    if (parentEdges.balance[e] === 0 && parentEdges.left[e] === parentEdges.right[e]) continue;
    const a = onChild[parentEdges.lo[e]!]!;
    const b = onChild[parentEdges.hi[e]!]!;
    if (a === b && a >= 0) continue;
    const edge = a < 0 || b < 0 ? -1 : findEdge(childEdges, a, b);
    if (edge < 0) {
      unmatched.push(e);
      continue;
    }
    covered[edge] = 1;
    const left = a < b ? childEdges.left[edge]! : childEdges.right[edge]!;
    const right = a < b ? childEdges.right[edge]! : childEdges.left[edge]!;
    if (parentOf(left) !== parentEdges.left[e] && left >= 0) suspect[left] = 1;
    if (parentOf(right) !== parentEdges.right[e] && right >= 0) suspect[right] = 1;
  }
  for (let e = 0; e < childEdges.count; e++) {
    const left = childEdges.left[e]!;
    const right = childEdges.right[e]!;
    if (covered[e] || parentOf(left) === parentOf(right)) continue;
    if (left >= 0) suspect[left] = 1;
    if (right >= 0) suspect[right] = 1;
  }
  for (let row = 0; row < suspect.length; row++) if (statedParent[row]! < 0 && child.geometry.kinds[row] === 3) suspect[row] = 1;
  if (unmatched.length > 0) suspectNear(child, parentEdges, unmatched, suspect);
  const judged = judge(child, parent, statedParent, suspect, geos);
  const apart = unmatched.length > 0 ? findApart(parentEdges, childEdges, statedParent, unmatched) : [];
  return { ...judged, apart };
}

/** The child vertex nearest to each parent vertex within WELD, or -1. */
function weld(parent: EdgeSet, child: EdgeSet): Int32Array {
  const result = new Int32Array(parent.vertexCount);
  let cells: Cells | null = null;
  for (let v = 0; v < parent.vertexCount; v++) {
    const x = parent.x[v]!;
    const y = parent.y[v]!;
    const same = child.vertices.find(x, y);
    if (same < 0) cells ??= new Cells(child);
    result[v] = same >= 0 ? same : cells!.nearest(x, y);
  }
  return result;
}

/** Vertices by cells of WELD by WELD grid units; vertices of one hash are chained. */
class Cells {
  #first: Int32Array;
  #next: Int32Array;
  #set: EdgeSet;
  readonly #work: Work;

  constructor(set: EdgeSet) {
    this.#set = set;
    this.#work = new Work(COMPARING, set.vertexCount, 400);
    this.#first = new Int32Array(1 << Math.ceil(Math.log2(set.vertexCount + 16))).fill(-1);
    this.#next = new Int32Array(set.vertexCount);
    for (let v = 0; v < set.vertexCount; v++) {
      const slot = this.#slot(Math.floor(set.x[v]! / WELD), Math.floor(set.y[v]! / WELD));
      this.#next[v] = this.#first[slot]!;
      this.#first[slot] = v;
    }
  }

  #slot(cx: number, cy: number): number {
    const mixed = Math.imul(cx | 0, 0x9e37_79b1) ^ Math.imul(cy | 0, 0x85eb_ca77);
    return (mixed ^ (mixed >>> 15)) & (this.#first.length - 1);
  }

  /** Nearest vertex within WELD, or -1. */
  nearest(x: number, y: number): number {
    const set = this.#set;
    const cx = Math.floor(x / WELD);
    const cy = Math.floor(y / WELD);
    let least = WELD * WELD;
    let found = -1;
    for (let i = cx - 1; i <= cx + 1; i++) {
      for (let j = cy - 1; j <= cy + 1; j++) {
        for (let v = this.#first[this.#slot(i, j)]!; v >= 0; v = this.#next[v]!) {
          this.#work.spend(1);
          const distance = (set.x[v]! - x) ** 2 + (set.y[v]! - y) ** 2;
          if (distance < least || (distance === least && v < found)) {
            least = distance;
            found = v;
          }
        }
      }
    }
    return found;
  }
}

/** A parent's border that no child follows may run through any child it meets. */
function suspectNear(child: FeatureTable, { lo, hi, x, y }: EdgeSet, unmatched: number[], suspect: Uint8Array): void {
  const units = new UnitLocator(child);
  for (const e of unmatched) {
    const a = lo[e]!;
    const b = hi[e]!;
    const box = [Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!)].map((value) => value / GRID);
    for (const row of units.near(box[0]!, box[1]!, box[2]!, box[3]!)) suspect[row] = 1;
  }
}

function judge(child: FeatureTable, parent: FeatureTable, statedParent: Int32Array, suspect: Uint8Array, geos: Geos): Omit<Nesting, 'apart'> {
  const result: Omit<Nesting, 'apart'> = { spills: [], misplaced: [], orphans: [] };
  const parents = new UnitLocator(parent);
  const children = new UnitLocator(child);
  const verticesOf = (table: FeatureTable, row: number) => {
    const [start, end] = rowVertices(table.geometry, row);
    return end - start;
  };
  const work = new Work(COMPARING, (child.geometry.coords.length + parent.geometry.coords.length) / 2, PAIR_VERTICES, VERTICES_OF_ALL);
  for (let row = 0; row < suspect.length; row++) {
    if (!suspect[row] || child.geometry.kinds[row] !== 3) continue;
    const stated = statedParent[row]!;
    work.spend(verticesOf(child, row) + (stated >= 0 ? verticesOf(parent, stated) : 0));
    const area = areaOf(geos, child, row);
    if (area <= 0) continue;
    let spill = stated >= 0 ? spillOf(geos, child, row, parent, stated) : null;
    if (spill && spill.areaM2 < NOISE_M2) continue;
    let actual = stated;
    if (!spill || spill.areaM2 > area / 2) {
      const box = children.boxes.subarray(4 * row, 4 * row + 4);
      let most = 0;
      for (const candidate of parents.near(box[0]!, box[1]!, box[2]!, box[3]!)) {
        work.spend(verticesOf(child, row) + verticesOf(parent, candidate));
        const shared = geos.intersection(child, row, parent, candidate);
        const size = shared.length > 0 ? measureArea(shared) : 0;
        if (size > most) {
          most = size;
          actual = candidate;
        }
      }
      if (most < NOISE_M2) {
        result.orphans.push(row);
        continue;
      }
      // A parent in several rows (check G9) is one parent.
      const sameCode = stated >= 0 && parent.units[stated]!.pcode !== '' && parent.units[actual]!.pcode === parent.units[stated]!.pcode;
      if (sameCode && actual !== stated) spill = null;
      else if (stated >= 0 && actual !== stated) {
        result.misplaced.push({ child: row, stated, actual, share: most / area });
        continue;
      }
      spill ??= spillOf(geos, child, row, parent, actual);
      if (spill.areaM2 < NOISE_M2) continue;
    }
    result.spills.push({ ...spill, child: row, parent: actual, share: spill.areaM2 / area });
  }
  geos.clear();
  result.spills.sort((p, q) => q.areaM2 - p.areaM2 || p.child - q.child);
  return result;
}

function spillOf(geos: Geos, child: FeatureTable, row: number, parent: FeatureTable, parentRow: number): Measured & { polygons: FlatPolygons } {
  const polygons = geos.difference(child, row, parent, parentRow);
  if (polygons.length === 0) return { areaM2: 0, widthM: 0, perimeterM: 0, at: [0, 0], bbox: [0, 0, 0, 0], polygons };
  return { ...measure(polygons), polygons };
}

function areaOf(geos: Geos, table: FeatureTable, row: number): number {
  const polygons = geos.polygons(table, row);
  return polygons.length === 0 ? 0 : measureArea(polygons);
}

/** Area alone, in square metres, in the frame of the first vertex: equal-area, so the place does not matter. */
function measureArea(polygons: FlatPolygons): number {
  return measure(polygons, false).areaM2;
}

/** Pieces of parents' borders further than COINCIDENT_M from any border between children of different parents. */
function findApart(parent: EdgeSet, child: EdgeSet, statedParent: Int32Array, unmatched: number[]): Nesting['apart'] {
  const borders: number[] = [];
  const parentOf = (row: number) => (row < 0 ? -1 : statedParent[row]!);
  for (let e = 0; e < child.count; e++) if (parentOf(child.left[e]!) !== parentOf(child.right[e]!)) borders.push(e);
  const index = borders.length > 0 ? new Flatbush(borders.length) : null;
  for (const e of borders) {
    const a = child.lo[e]!;
    const b = child.hi[e]!;
    index!.add(Math.min(child.x[a]!, child.x[b]!), Math.min(child.y[a]!, child.y[b]!), Math.max(child.x[a]!, child.x[b]!), Math.max(child.y[a]!, child.y[b]!));
  }
  index?.finish();
  const totals = new Map<number, number>();
  for (let e = 0; e < parent.count; e++) {
    const length = lengthOf(parent, e);
    for (const row of sides(parent, e)) totals.set(row, (totals.get(row) ?? 0) + length);
  }
  const found = new Map<number, Nesting['apart'][number]>();
  const work = new Work(COMPARING, child.count + parent.count, 2000);
  for (const e of unmatched) {
    const a = parent.lo[e]!;
    const b = parent.hi[e]!;
    const length = lengthOf(parent, e);
    const samples = Math.max(1, Math.min(MAX_SAMPLES, Math.ceil(length / SAMPLE_M)));
    let away = 0;
    let first: [number, number] | null = null;
    for (let k = 0; k < samples; k++) {
      const t = (k + 0.5) / samples;
      const x = parent.x[a]! + (parent.x[b]! - parent.x[a]!) * t;
      const y = parent.y[a]! + (parent.y[b]! - parent.y[a]!) * t;
      if (isNear(child, borders, index, x, y, work)) continue;
      away += length / samples;
      first ??= [x / GRID, y / GRID];
    }
    if (!first) continue;
    const line: [number, number][] = [
      [parent.x[a]! / GRID, parent.y[a]! / GRID],
      [parent.x[b]! / GRID, parent.y[b]! / GRID],
    ];
    for (const row of sides(parent, e)) {
      const entry = found.get(row) ?? { parent: row, lengthM: 0, share: 0, at: first, bbox: [first[0], first[1], first[0], first[1]], line: [] };
      found.set(row, entry);
      entry.lengthM += away;
      for (const [x, y] of line) entry.bbox = [Math.min(entry.bbox[0], x), Math.min(entry.bbox[1], y), Math.max(entry.bbox[2], x), Math.max(entry.bbox[3], y)];
      if (entry.line.length < 150) entry.line.push(line);
    }
  }
  return [...found.values()]
    .map((entry) => ({ ...entry, share: entry.lengthM / totals.get(entry.parent)! }))
    .sort((p, q) => q.lengthM - p.lengthM || p.parent - q.parent);
}

function sides(set: EdgeSet, e: number): number[] {
  return [set.left[e]!, set.right[e]!].filter((row) => row >= 0);
}

function lengthOf({ lo, hi, x, y }: EdgeSet, e: number): number {
  const a = lo[e]!;
  const b = hi[e]!;
  return metresOf(x[a]! / GRID, y[a]! / GRID, x[b]! / GRID, y[b]! / GRID);
}

function isNear(child: EdgeSet, borders: number[], index: Flatbush | null, x: number, y: number, work: Work): boolean {
  if (!index) return false;
  const frame = frameAt(x / GRID, y / GRID);
  const scaleX = frame.kx / GRID;
  const scaleY = 110_574 / GRID;
  const rx = COINCIDENT_M / scaleX;
  const ry = COINCIDENT_M / scaleY;
  let near = false;
  index.search(x - rx, y - ry, x + rx, y + ry, (i) => {
    work.spend(1);
    if (near) return false;
    const e = borders[i]!;
    const px = (child.x[child.lo[e]!]! - x) * scaleX;
    const py = (child.y[child.lo[e]!]! - y) * scaleY;
    const dx = (child.x[child.hi[e]!]! - x) * scaleX - px;
    const dy = (child.y[child.hi[e]!]! - y) * scaleY - py;
    const t = Math.max(0, Math.min(1, -(px * dx + py * dy) / (dx * dx + dy * dy)));
    near = Math.hypot(px + t * dx, py + t * dy) <= COINCIDENT_M;
    return false;
  });
  return near;
}
