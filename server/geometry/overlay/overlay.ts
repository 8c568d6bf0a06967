/**
 * Overlaps, gaps and slits of one level, with area, width and geometry.
 *
 * Only free edges are looked at (edges.ts), so a clean coverage costs one pass over its vertices. They are noded, the
 * faces between them traced, and each face asked how many units cover a point of it: none is a gap, two are an overlap. From
 * such a seed an overlap is followed to the neighbours on both sides; GEOS measures each pair, so what is reported is exact.
 */
import type { FeatureTable } from '../../contract/admin.ts';
import type { EdgeSet } from './edges.ts';
import { GRID } from './edges.ts';
import type { Face } from './faces.ts';
import { traceFaces } from './faces.ts';
import { frameAt } from './frame.ts';
import type { FlatPolygons, Geos } from './geos.ts';
import { UnitLocator } from './locate.ts';
import { rowVertices } from '../ring.ts';
import type { Measured } from './measure.ts';
import { measure } from './measure.ts';
import { nodeFreeEdges } from './node.ts';
import type { Slit } from './slits.ts';
import { findSlits } from './slits.ts';
import { Work } from '../work.ts';

/** One square centimetre: smaller faces are rounding, and show as unshared vertices. */
export const NOISE_M2 = 1e-4;

/** A slit may open to a lake as well as to the sea. Smaller holes are mostly wedges, whose thin ends are no slits of their own. */
const LAKE_WIDTH_M = 1000;

/** Pairs of units that are compared, for one unit; and vertices of such pairs, for one vertex. The worst real file needs a tenth. */
const PAIRS = 20;
const PAIR_VERTICES = 200;
const PAIRS_OF_ALL = 20_000;
const VERTICES_OF_ALL = 5_000_000;
const OVERLAPPING = 'Comparing units that overlap';

export interface Overlap extends Measured {
  a: number;
  b: number;
  polygons: FlatPolygons;
}

export interface Gap extends Measured {
  /** Rows that border on it. */
  around: number[];
  polygons: FlatPolygons;
}

export interface Unshared {
  a: number;
  b: number;
  count: number;
  at: [lon: number, lat: number];
}

export interface LevelTopology {
  overlaps: Overlap[];
  gaps: Gap[];
  slits: Slit[];
  unshared: Unshared[];
}

export function analyzeLevel(table: FeatureTable, edges: EdgeSet, geos: Geos): LevelTopology {
  const arrangement = nodeFreeEdges(edges);
  const faces = traceFaces(arrangement);
  const units = new UnitLocator(table);
  const seeds = new Pairs(table.units.length);
  for (let i = 0; i < arrangement.sameSide.length; i += 2) seeds.add(arrangement.sameSide[i]!, arrangement.sameSide[i + 1]!);
  const gaps: Gap[] = [];
  for (const face of faces.bounded) {
    if (squareMetres(face) < NOISE_M2) continue;
    const cover = units.at(face.inside[0] / GRID, face.inside[1] / GRID);
    if (cover.length === 0) {
      // All borders have their owner inside: a ring runs over itself, which check G3 says.
      if (face.around.length === 0) continue;
      const polygons = [face.rings.map((ring) => ring.map((value) => value / GRID))];
      const measured = measure(polygons);
      gaps.push({ ...measured, around: face.around, polygons });
      if (measured.widthM > LAKE_WIDTH_M) for (const edge of face.borders()) faces.outside[edge] = 1;
    } else seeds.addAll(cover);
  }
  const overlaps = followOverlaps(table, edges, geos, units, seeds);
  const slits = findSlits(arrangement, faces.outside);
  gaps.sort((p, q) => q.areaM2 - p.areaM2 || p.at[0] - q.at[0] || p.at[1] - q.at[1]);
  return { overlaps, gaps, slits, unshared: countUnshared(arrangement) };
}

function squareMetres(face: Face): number {
  const frame = frameAt(face.inside[0] / GRID, face.inside[1] / GRID);
  return ((face.area / GRID / GRID) * frame.kx * frame.kx) / Math.cos((frame.lat * Math.PI) / 180);
}

/** Pairs of rows, each once. */
class Pairs {
  #seen = new Set<number>();
  #units: number;
  readonly #work: Work;
  list: [number, number][] = [];

  constructor(units: number) {
    this.#units = units;
    this.#work = new Work(OVERLAPPING, units, PAIRS, PAIRS_OF_ALL);
  }

  add(p: number, q: number): void {
    if (p === q) return;
    const a = Math.min(p, q);
    const b = Math.max(p, q);
    const key = a * this.#units + b;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.list.push([a, b]);
    this.#work.spend(1);
  }

  /** All pairs; where very many units lie on each other only those with the first, which name every unit. */
  addAll(rows: number[]): void {
    for (let i = 0; i < Math.min(rows.length, 30); i++) for (let j = i + 1; j < rows.length; j++) this.add(rows[i]!, rows[j]!);
  }
}

function followOverlaps(table: FeatureTable, edges: EdgeSet, geos: Geos, units: UnitLocator, pairs: Pairs): Overlap[] {
  if (pairs.list.length === 0) return [];
  const neighbours = neighboursOf(edges);
  const overlaps: Overlap[] = [];
  const work = new Work(OVERLAPPING, table.geometry.coords.length / 2, PAIR_VERTICES, VERTICES_OF_ALL);
  const verticesOf = (row: number) => {
    const [start, end] = rowVertices(table.geometry, row);
    return end - start;
  };
  // Closed on purpose: the neighbour across a border begins where the overlap with this unit ends.
  const near = (row: number, [west, south, east, north]: Measured['bbox']) => {
    const { boxes } = units;
    return boxes[4 * row]! <= east + 1e-8 && boxes[4 * row + 2]! >= west - 1e-8 && boxes[4 * row + 1]! <= north + 1e-8 && boxes[4 * row + 3]! >= south - 1e-8;
  };
  // The list grows while it is walked: an overlap goes on across every border inside it.
  for (let i = 0; i < pairs.list.length; i++) {
    const [a, b] = pairs.list[i]!;
    work.spend(verticesOf(a) + verticesOf(b));
    const polygons = geos.intersection(table, a, table, b);
    if (polygons.length === 0) continue;
    const measured = measure(polygons);
    if (measured.areaM2 < NOISE_M2) continue;
    // Where a unit is invalid GEOS has compared its repaired outline, which may cover what the drawn one does not.
    if ((geos.isRepaired(table, a) || geos.isRepaired(table, b)) && !coversBoth(units, measured.at, a, b)) continue;
    overlaps.push({ a, b, polygons, ...measured });
    for (const row of neighbours.get(a) ?? []) if (near(row, measured.bbox)) pairs.add(row, b);
    for (const row of neighbours.get(b) ?? []) if (near(row, measured.bbox)) pairs.add(a, row);
  }
  geos.clear();
  return overlaps.sort((p, q) => q.areaM2 - p.areaM2 || p.a - q.a || p.b - q.b);
}

function coversBoth(units: UnitLocator, [lon, lat]: Measured['at'], a: number, b: number): boolean {
  const cover = units.at(lon, lat);
  return cover.includes(a) && cover.includes(b);
}

function neighboursOf({ left, right, count }: EdgeSet): Map<number, Set<number>> {
  const neighbours = new Map<number, Set<number>>();
  let lastLeft = -1;
  let lastRight = -1;
  const link = (p: number, q: number) => {
    const known = neighbours.get(p);
    if (known) known.add(q);
    else neighbours.set(p, new Set([q]));
  };
  for (let e = 0; e < count; e++) {
    const l = left[e]!;
    const r = right[e]!;
    if (l < 0 || r < 0 || l === r || (l === lastLeft && r === lastRight)) continue;
    lastLeft = l;
    lastRight = r;
    link(l, r);
    link(r, l);
  }
  return neighbours;
}

function countUnshared({ unshared, x, y }: { unshared: number[]; x: Float64Array; y: Float64Array }): Unshared[] {
  const found = new Map<string, Unshared & { seen: Set<number> }>();
  for (let i = 0; i < unshared.length; i += 3) {
    const a = Math.min(unshared[i]!, unshared[i + 1]!);
    const b = Math.max(unshared[i]!, unshared[i + 1]!);
    const vertex = unshared[i + 2]!;
    const key = `${a}/${b}`;
    let entry = found.get(key);
    if (!entry) found.set(key, (entry = { a, b, count: 0, at: [x[vertex]! / GRID, y[vertex]! / GRID], seen: new Set() }));
    entry.seen.add(vertex);
  }
  return [...found.values()].map(({ seen, ...entry }) => ({ ...entry, count: seen.size })).sort((p, q) => q.count - p.count || p.a - q.a || p.b - q.b);
}
