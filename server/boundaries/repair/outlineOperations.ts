/** Outlines that cross or touch themselves, drawn anew by what they enclose; and crumbs that nobody misses. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { RepairOperation } from '../../contract/boundaries/repair.ts';
import { UNIT_SHARE, WIDE_M } from '../../contract/boundaries/repair.ts';
import type { EdgeSet } from '../../geometry/overlay/edges.ts';
import { GRID, findEdge } from '../../geometry/overlay/edges.ts';
import { rowBbox } from '../../geometry/ring.ts';
import { areasOf } from './owners/areas.ts';
import { findMicroParts } from '../checks/geometryShape.ts';
import { uniqueId } from './owners/groups.ts';
import type { LevelRepair } from './level.ts';

export interface OutlineFault {
  row: number;
  /** Where, in degrees; null where nobody can say. */
  at: [number, number] | null;
}

export interface OutlineOperation {
  row: number;
  operation: RepairOperation;
}

export interface PartOffer {
  polygon: number;
  operation: RepairOperation;
}

/** Less than this is rounding, in square metres. */
const NOTHING_M2 = 1;

export function outlineOperations(repair: LevelRepair, faults: OutlineFault[], keys: string[]): OutlineOperation[] {
  const { prepared, table, rulers } = repair;
  const { covers } = prepared.arrangement;
  if (faults.length === 0) return [];
  const areas = areasOf(prepared.arrangement, { rows: covers.map(({ rows }) => rows), at: prepared.arrangement.faces.of, chords: [] });
  const enclosed = new Map(faults.map(({ row }) => [row, 0]));
  for (let face = 1; face < covers.length; face++)
    for (const row of covers[face]!.rows) if (enclosed.has(row)) enclosed.set(row, enclosed.get(row)! + areas[face]!);
  const used = new Set<string>();
  return faults.map(({ row, at }) => {
    const key = keys[row]!;
    const [before, after] = [rulers.areaM2[row]!, enclosed.get(row)!];
    const change = Math.abs(after - before) < NOTHING_M2 ? 0 : after - before;
    // The round place of that area: no place of the ground that changes is wider.
    const widthM = 2 * Math.sqrt(Math.abs(change) / Math.PI);
    const movesM = repair.redrawnM([row]);
    const bbox = rowBbox(table.geometry, row)!;
    const operation: RepairOperation = {
      id: uniqueId(`${table.level} outline ${key}`, used),
      level: table.level,
      kind: 'outline',
      units: [key],
      border: key,
      widthM,
      movesM,
      togetherM: movesM,
      cutM2: Math.max(0, -change),
      filledM2: Math.max(0, change),
      places: 1,
      at: at ?? [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2],
      bbox,
      // The same ground as drawn; what differs is what a sum over its rings would make of it.
      moves: [],
      ruler: null,
      rule: 'structure',
      turnable: false,
      single: [
        ...(widthM > WIDE_M ? ['wide' as const] : []),
        ...(movesM > WIDE_M ? ['moved' as const] : []),
        ...(Math.abs(change) > UNIT_SHARE * before ? ['large-share' as const] : []),
      ],
    };
    return { row, operation };
  });
}

/** Parts too small to be land that touch nobody else: taken out, they leave no gap. Nothing recommends it. */
export function partOffers({ geometry, level }: FeatureTable, edges: EdgeSet, keys: string[]): PartOffer[] {
  const used = new Set<string>();
  return findMicroParts(geometry).flatMap(({ row, polygon, areaM2, widthM, at }) => {
    const shell = geometry.polygons[polygon]!;
    // The last part of a unit stays, or the unit would vanish.
    if (geometry.rows[row + 1]! - geometry.rows[row]! < 2 || !isAlone(geometry, edges, shell)) return [];
    const key = keys[row]!;
    const operation: RepairOperation = {
      id: uniqueId(`${level} part ${key} ${at[0].toFixed(6)} ${at[1].toFixed(6)}`, used),
      level,
      kind: 'part',
      units: [key],
      border: key,
      widthM,
      movesM: widthM,
      togetherM: widthM,
      cutM2: areaM2,
      filledM2: 0,
      places: 1,
      at,
      bbox: [at[0], at[1], at[0], at[1]],
      moves: [{ from: key, to: null, areaM2, had: false }],
      ruler: null,
      rule: 'crumb',
      turnable: false,
      single: ['crumb'],
    };
    return [{ polygon, operation }];
  });
}

function isAlone({ coords, rings }: FeatureTable['geometry'], edges: EdgeSet, ring: number): boolean {
  const vertex = (v: number) => edges.vertices.find(Math.round(coords[2 * v]! * GRID), Math.round(coords[2 * v + 1]! * GRID));
  for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) {
    const [a, b] = [vertex(v - 1), vertex(v)];
    if (a === b || a < 0 || b < 0) continue;
    const edge = findEdge(edges, a, b);
    if (edge >= 0 && edges.left[edge]! >= 0 && edges.right[edge]! >= 0) return false;
  }
  return true;
}
