/** Ground of an upper level from that of the deepest: its units are the sums of those below, so their borders need not be laid on each other again. */
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import { ringArea } from '../../geometry/ring.ts';
import { Sums, type Ground, type Piece } from './ground.ts';

/** A unit whose area is another than that of the units below it, by more than this share, is drawn by itself. */
const SAME_AREA = 0.001;

/** Row of the upper level in which each row of the deeper one lies; null where one says no parent, or the areas are not the sums. */
export function ancestorsOf(tables: readonly FeatureTable[], deep: FeatureTable, upper: FeatureTable): Int32Array | null {
  const between = tables.filter(({ level }) => level > upper.level && level < deep.level).toSorted((a, b) => b.level - a.level);
  let codes = deep.units.map(({ parentPcode }) => parentPcode);
  for (const table of between) {
    const parentOf = new Map<string, string | null>(table.units.map(({ pcode, parentPcode }) => [pcode, parentPcode]));
    codes = codes.map((code) => (code === null ? null : ((parentOf.get(code) ?? null) as typeof code)));
  }
  const rowOf = new Map<string, number>(upper.units.map(({ pcode }, row) => [pcode, row]));
  if (rowOf.size < upper.units.length) return null;
  const rows = Int32Array.from(codes, (code) => rowOf.get(code ?? '') ?? -1);
  if (rows.includes(-1)) return null;
  const sums = new Float64Array(upper.units.length);
  rows.forEach((row, deepRow) => (sums[row]! += deep.units[deepRow]!.areaSqKm));
  return upper.units.every(({ areaSqKm }, row) => Math.abs(sums[row]! - areaSqKm) <= SAME_AREA * areaSqKm) ? rows : null;
}

export function deriveGround(
  deep: { ground: Ground; before: FeatureTable; after: FeatureTable },
  upper: { before: FeatureTable; after: FeatureTable },
  oldIn: Int32Array,
  newIn: Int32Array,
): Ground {
  const { ground } = deep;
  const up = (rows: Int32Array, row: number) => (row < 0 ? -1 : rows[row]!);
  const sums = new Sums(upper.before.units.length, upper.after.units.length);
  for (const pairs of ground.ofOld) for (const { old, now, areaM2 } of pairs) sums.add(oldIn[old]!, newIn[now]!, areaM2);
  const [restOld, restNew] = [ground.oldM2.slice(), ground.newM2.slice()];
  for (const pairs of ground.ofOld) {
    for (const { old, now, areaM2 } of pairs) {
      restOld[old]! -= areaM2;
      restNew[now]! -= areaM2;
    }
  }
  restOld.forEach((areaM2, old) => sums.add(oldIn[old]!, -1, Math.max(0, areaM2)));
  restNew.forEach((areaM2, now) => sums.add(-1, newIn[now]!, Math.max(0, areaM2)));
  return {
    same: sameBySum(ground.same, oldIn, newIn, upper.before.units.length, upper.after.units.length),
    ...sums.finish(),
    keptOutline: new Float64Array(upper.before.units.length).fill(1),
    overlapM2: ground.overlapM2,
    pieces: (isAsked) => [
      ...ground
        .pieces((old, now) => isAsked(up(oldIn, old), up(newIn, now)))
        .map((piece) => ({ old: up(oldIn, piece.old), now: up(newIn, piece.now), areaM2: piece.areaM2, lengthM: piece.lengthM, rings: () => piece.rings() })),
      ...wholeUnits(ground, deep.before.geometry, oldIn, newIn, isAsked),
    ],
  };
}

/** Units below that are as they were but lie in another unit now: their parts are pieces. */
function wholeUnits(ground: Ground, geometry: GeometryColumn, oldIn: Int32Array, newIn: Int32Array, isAsked: (old: number, now: number) => boolean): Piece[] {
  return [...ground.same].flatMap((now, old): Piece[] => {
    if (now < 0 || !isAsked(oldIn[old]!, newIn[now]!)) return [];
    const { coords, rings, polygons, rows } = geometry;
    const first = rows[old]!;
    const parts = Array.from({ length: rows[old + 1]! - first }, (_, i) => {
      const own = Array.from({ length: polygons[first + i + 1]! - polygons[first + i]! }, (__, k) => polygons[first + i]! + k);
      return { own, area: own.reduce((sum, ring) => sum + ringArea(coords, rings[ring]!, rings[ring + 1]!), 0) };
    });
    const whole = parts.reduce((sum, { area }) => sum + area, 0);
    return parts.map(({ own, area }) => ({
      old: oldIn[old]!,
      now: newIn[now]!,
      areaM2: (ground.oldM2[old]! * area) / whole,
      lengthM: 0,
      rings: () => own.map((ring) => coords.slice(2 * rings[ring]!, 2 * rings[ring + 1]!)),
    }));
  });
}

/** An upper unit has the same outline where all units below it are the same, and go to one unit that has no others. */
function sameBySum(same: Int32Array, oldIn: Int32Array, newIn: Int32Array, olds: number, news: number): Int32Array {
  const to = new Int32Array(olds).fill(-2);
  const from = new Int32Array(news).fill(-2);
  const isReached = new Uint8Array(newIn.length);
  const note = (of: Int32Array, row: number, value: number) => (of[row] = of[row] === -2 || of[row] === value ? value : -1);
  same.forEach((now, old) => {
    note(to, oldIn[old]!, now < 0 ? -1 : newIn[now]!);
    if (now < 0) return;
    isReached[now] = 1;
    note(from, newIn[now]!, oldIn[old]!);
  });
  newIn.forEach((row, now) => isReached[now] === 0 && (from[row] = -1));
  return to.map((now, old) => (now >= 0 && from[now] === old ? now : -1));
}
