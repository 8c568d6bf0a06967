/** How much of each area lies in which unit, and how much of each unit is covered by at least one of them: unit by unit, asked of GEOS where a border is near. */
import Flatbush from 'flatbush';
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Box } from '../../geometry/box.ts';
import { rowBbox, rowVertices } from '../../geometry/ring.ts';
import type { FlatPolygons, Geos } from '../../geometry/overlay/geos.ts';
import { measure } from '../../geometry/overlay/measure.ts';
import { add, NEAR_M, noShares, type Shares } from './shares.ts';
import type { UnitIndex } from './units.ts';

export interface AreaShares {
  /** One for each row, in square metres. */
  rows: Shares[];
  /** Square metres of each unit under at least one area. */
  covered: Map<number, number>;
}

/** Pieces of areas are brought to this grid before they are united: a hundredth of a millimetre, where GEOS nodes them whatever they are. */
const GRID_DEGREES = 1e-10;

/** Each part of a row as a row of its own, which is all that a valid area is: its parts do not overlap. */
function partsOf({ coords, rings, polygons, rows, kinds }: GeometryColumn): { geometry: GeometryColumn; rowOf: Uint32Array } {
  const parts = polygons.length - 1;
  const rowOf = new Uint32Array(parts);
  for (let row = 0; row < kinds.length; row++) rowOf.fill(row, rows[row]!, rows[row + 1]!);
  return {
    geometry: { coords, rings, polygons, kinds: new Uint8Array(parts).fill(GEOMETRY_KIND.polygon), rows: Uint32Array.from({ length: parts + 1 }, (_, i) => i) },
    rowOf,
  };
}

const areaOf = (polygons: FlatPolygons): number => (polygons.length === 0 ? 0 : measure(polygons, false).areaM2);

/** @param onUnit told after each unit, of how many */
export function shareAreas(
  index: UnitIndex,
  units: Pick<FeatureTable, 'geometry'>,
  geometry: GeometryColumn,
  geos: Geos,
  onUnit: (done: number, total: number) => void = () => {},
): AreaShares {
  const { geometry: parts, rowOf } = partsOf(geometry);
  const table = { geometry: parts };
  const whole = Float64Array.from(rowOf, (_, part) => areaOf(geos.polygons(table, part)));
  const rest = whole.slice();
  const rows = Array.from({ length: geometry.kinds.length }, noShares);
  const covered = new Map<number, number>();
  const boxes = Array.from(rowOf, (_, part) => rowBbox(parts, part));
  const drawn = [...rowOf.keys()].filter((part) => whole[part]! > 0);
  const tree = drawn.length > 0 ? new Flatbush(drawn.length) : null;
  for (const part of drawn) tree!.add(...boxes[part]!);
  tree?.finish();
  /** The unit that a part lies in where no border is near it; undefined where one is. */
  const lone = new Map<number, number>();
  for (const part of drawn)
    if (!index.isCrossed(boxes[part]!))
      lone.set(part, index.at(parts.coords[2 * rowVertices(parts, part)[0]]!, parts.coords[2 * rowVertices(parts, part)[0] + 1]!));

  const total = units.geometry.kinds.length;
  for (let unit = 0; unit < total; unit++) {
    onUnit(unit, total);
    const box = units.geometry.kinds[unit] === GEOMETRY_KIND.polygon ? rowBbox(units.geometry, unit) : null;
    const pieces: FlatPolygons[] = [];
    for (const part of box ? (tree?.search(...box) ?? []).map((i) => drawn[i]!).sort((a, b) => a - b) : []) {
      const at = lone.get(part);
      if (at !== undefined && at !== unit) continue;
      const piece = at === unit ? geos.polygons(table, part) : geos.intersection(table, part, units, unit);
      const area = areaOf(piece);
      if (area <= 0) continue;
      pieces.push(piece);
      add(rows[rowOf[part]!]!.units, unit, area);
      rest[part]! -= area;
    }
    if (pieces.length > 0) covered.set(unit, coverOf(pieces, geos));
  }
  geos.clear();
  for (const part of drawn) {
    const shares = rows[rowOf[part]!]!;
    // Rounding of the overlay is no ground.
    if (rest[part]! <= 1e-9 * whole[part]!) continue;
    const nearest = rest[part]! > 0.999 * whole[part]! ? nearestTo(index, parts, part) : -1;
    if (nearest < 0) shares.outside += rest[part]!;
    else {
      add(shares.units, nearest, rest[part]!);
      add(shares.near, nearest, rest[part]!);
    }
  }
  return { rows, covered };
}

/** Square metres under at least one of the pieces. */
function coverOf(pieces: FlatPolygons[], geos: Geos): number {
  const areas = pieces.map(areaOf);
  const sum = areas.reduce((all, area) => all + area, 0);
  if (pieces.length === 1 || !boxesMeet(pieces)) return sum;
  const united = geos.snapped({ geometry: toColumn(pieces.flat()) }, 0, GRID_DEGREES);
  // What lies apart is no less than the largest and no more than all.
  return Math.min(sum, Math.max(areaOf(united), ...areas));
}

function boxesMeet(pieces: FlatPolygons[]): boolean {
  const tree = new Flatbush(pieces.length);
  const boxes = pieces.map((polygons): Box => {
    const all: Box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [shell] of polygons)
      for (let i = 0; i < shell!.length; i += 2) {
        all[0] = Math.min(all[0], shell![i]!);
        all[1] = Math.min(all[1], shell![i + 1]!);
        all[2] = Math.max(all[2], shell![i]!);
        all[3] = Math.max(all[3], shell![i + 1]!);
      }
    return all;
  });
  for (const box of boxes) tree.add(...box);
  tree.finish();
  return boxes.some((box) => tree.search(...box).length > 1);
}

function toColumn(polygons: FlatPolygons): GeometryColumn {
  const rings = polygons.flat();
  const coords = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0));
  const starts = [0];
  for (const ring of rings) {
    coords.set(ring, 2 * starts.at(-1)!);
    starts.push(starts.at(-1)! + ring.length / 2);
  }
  const parts = [0];
  for (const each of polygons) parts.push(parts.at(-1)! + each.length);
  return {
    kinds: Uint8Array.of(GEOMETRY_KIND.polygon),
    coords,
    rings: Uint32Array.from(starts),
    polygons: Uint32Array.from(parts),
    rows: Uint32Array.of(0, polygons.length),
  };
}

function nearestTo(index: UnitIndex, geometry: GeometryColumn, row: number): number {
  const [start, end] = rowVertices(geometry, row);
  let best: { row: number; metres: number } | null = null;
  for (let v = start; v < end; v++) {
    const found = index.nearest(geometry.coords[2 * v]!, geometry.coords[2 * v + 1]!, NEAR_M);
    if (found && (!best || found.metres < best.metres)) best = found;
  }
  return best?.row ?? -1;
}
