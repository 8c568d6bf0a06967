/** From the part that is read to the layer: which rows are drawn, in which order, in which unit, with the ledger of all rows. Pure. */
import { GEOMETRY_KIND, type AdminUnit, type Gazetteer, type GeometryColumn } from '../contract/admin.ts';
import { MAX_LEDGER_ROWS, type Dropped, type LayerLedger, type LayerRows, type LayerShape } from '../contract/overlays/layer.ts';
import type { Geos } from '../geometry/overlay/geos.ts';
import { equalAreaKm2, rewind, rowBbox, rowVertices } from '../geometry/ring.ts';
import { shareAreas } from './join/areas.ts';
import { metresOf } from '../geometry/ellipsoid.ts';
import { noShares, shareLines, sharePoints, type Shares } from './join/shares.ts';
import type { UnitIndex } from './join/units.ts';
import { KIND_OF } from './read/parts.ts';

/** Boundaries that features are placed on. */
export interface Ground {
  units: AdminUnit[];
  geometry: GeometryColumn;
  index: UnitIndex;
  levels: Gazetteer['levels'];
}

export interface Drawn {
  /** Rows of the part that are drawn, largest first. */
  rows: number[];
  geometry: GeometryColumn;
  /** In the order of `rows`. */
  shares: Shares[];
  /** Metres of lines, square kilometres of areas, in the order of `rows`; 0 of points. */
  extents: number[];
  covered: Map<number, number> | null;
  outside: number[];
  dropped: { why: Dropped; rows: number[] }[];
}

export interface BuildInput {
  shape: LayerShape;
  geometry: GeometryColumn;
  without: readonly number[];
  zero: readonly number[];
  /** Numbers by row that say which is larger; null: lengths, areas, or the order of the source. */
  sizes: readonly (number | null)[] | null;
  ground: Ground | null;
  geos: () => Promise<Geos>;
  onProgress: (done: number, total: number) => void;
}

/** Features that are farther from the country than five kilometres are not drawn; what cannot be drawn is told by row. */
export async function drawFeatures({ shape, geometry: given, without, zero, sizes, ground, geos, onProgress }: BuildInput): Promise<Drawn> {
  const { geometry } = shape === 'areas' ? rewind(given) : { geometry: given };
  const isLeft = new Set([...without, ...zero]);
  const dropped = new Map<Dropped, number[]>([['zero', [...zero]]]);
  const drop = (why: Dropped, row: number) => {
    const list = dropped.get(why);
    if (list) list.push(row);
    else dropped.set(why, [row]);
  };
  const candidates: number[] = [];
  for (let row = 0; row < geometry.kinds.length; row++) {
    if (isLeft.has(row)) continue;
    const why = faultOf(geometry, row, shape);
    if (why === null) candidates.push(row);
    else drop(why, row);
  }
  const extents = new Map(candidates.map((row) => [row, extentOf(geometry, row, shape)]));
  const size = (row: number) => (sizes ? (sizes[row] ?? -Infinity) : shape === 'points' ? 0 : extents.get(row)!);
  candidates.sort((a, b) => size(b) - size(a) || a - b);
  const chosen = pickRows(geometry, candidates);
  const { shares, covered } = await place(shape, chosen, ground, geos, onProgress);
  // What no unit has any part of lies outside.
  const isOut = shares.map(({ units, outside }) => ground !== null && units.size === 0 && outside > 0);
  const kept = [...candidates.keys()].filter((i) => !isOut[i]);
  const rows = kept.map((i) => candidates[i]!);
  return {
    rows,
    geometry: kept.length === candidates.length ? chosen : pickRows(geometry, rows),
    shares: kept.map((i) => shares[i]!),
    extents: rows.map((row) => extents.get(row)!),
    covered,
    outside: [...candidates.keys()].filter((i) => isOut[i]).map((i) => candidates[i]!).toSorted((a, b) => a - b), // prettier-ignore
    dropped: [...dropped].flatMap(([why, list]) => (list.length > 0 ? [{ why, rows: list }] : [])),
  };
}

async function place(
  shape: LayerShape,
  geometry: GeometryColumn,
  ground: Ground | null,
  geos: () => Promise<Geos>,
  onProgress: (done: number, total: number) => void,
): Promise<{ shares: Shares[]; covered: Map<number, number> | null }> {
  const count = geometry.kinds.length;
  if (!ground) return { shares: Array.from({ length: count }, noShares), covered: null };
  if (shape === 'areas') {
    const { rows, covered } = shareAreas(ground.index, ground, geometry, await geos(), onProgress);
    return { shares: rows, covered };
  }
  const share = shape === 'points' ? sharePoints : shareLines;
  const shares: Shares[] = [];
  for (let row = 0; row < count; row++) {
    if (row % 5000 === 0) onProgress(row, count);
    shares.push(share(ground.index, geometry, row));
  }
  return { shares, covered: null };
}

function faultOf(geometry: GeometryColumn, row: number, shape: LayerShape): Dropped | null {
  const kind = geometry.kinds[row]!;
  const [start, end] = rowVertices(geometry, row);
  if (kind === GEOMETRY_KIND.none || (kind !== GEOMETRY_KIND.other && start === end)) return 'empty';
  if (kind !== KIND_OF[shape]) return 'shape';
  for (let i = 2 * start; i < 2 * end; i++) if (!Number.isFinite(geometry.coords[i]!)) return 'broken';
  if (shape === 'lines' && extentOf(geometry, row, shape) === 0) return 'broken';
  if (shape === 'areas' && !(extentOf(geometry, row, shape) > 0)) return 'broken';
  return null;
}

function extentOf(geometry: GeometryColumn, row: number, shape: LayerShape): number {
  if (shape === 'points') return 0;
  if (shape === 'areas') return equalAreaKm2(geometry, row);
  const { coords, rings, polygons, rows } = geometry;
  let metres = 0;
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++)
    for (let v = rings[ring]!; v < rings[ring + 1]! - 1; v++) metres += metresOf(coords[2 * v]!, coords[2 * v + 1]!, coords[2 * v + 2]!, coords[2 * v + 3]!);
  return metres;
}

/** The rows in this order as a column of their own. */
export function pickRows(geometry: GeometryColumn, order: readonly number[]): GeometryColumn {
  const spans = order.map((row) => rowVertices(geometry, row));
  const coords = new Float64Array(2 * spans.reduce((sum, [start, end]) => sum + end - start, 0));
  const [rings, polygons, rows] = [[0], [0], [0]];
  let at = 0;
  order.forEach((row, i) => {
    const [start, end] = spans[i]!;
    coords.set(geometry.coords.subarray(2 * start, 2 * end), 2 * at);
    for (let p = geometry.rows[row]!; p < geometry.rows[row + 1]!; p++) {
      for (let r = geometry.polygons[p]!; r < geometry.polygons[p + 1]!; r++) rings.push(at + geometry.rings[r + 1]! - start);
      polygons.push(rings.length - 1);
    }
    rows.push(polygons.length - 1);
    at += end - start;
  });
  return {
    kinds: Uint8Array.from(order, (row) => geometry.kinds[row]!),
    coords,
    rings: Uint32Array.from(rings),
    polygons: Uint32Array.from(polygons),
    rows: Uint32Array.from(rows),
  };
}

export function boxOfAll(geometry: GeometryColumn): [number, number, number, number] | null {
  let all: [number, number, number, number] | null = null;
  for (let row = 0; row < geometry.kinds.length; row++) {
    const box = rowBbox(geometry, row);
    if (!box) continue;
    all = all ? [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])] : [...box];
  }
  return all;
}

/** By numbers that the source counts. */
export function toRows(rows: readonly number[], rowNumber: (row: number) => number): LayerRows {
  return { count: rows.length, rows: rows.slice(0, MAX_LEDGER_ROWS).map(rowNumber) };
}

export function ledgerOf(read: number, { rows, outside, dropped }: Drawn, without: readonly number[], rowNumber: (row: number) => number): LayerLedger {
  return {
    read,
    drawn: rows.length,
    withoutCoordinates: toRows(without, rowNumber),
    outside: toRows(outside, rowNumber),
    dropped: dropped.map(({ why, rows: list }) => ({ why, ...toRows(list, rowNumber) })),
  };
}
