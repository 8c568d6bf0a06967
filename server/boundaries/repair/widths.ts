/** How many faults between units there are up to each width, before anything is decided; none where there is no fault up to the widest. */
import type { RepairLevel } from '../../contract/boundaries/repair.ts';
import type { LevelRepair } from './level.ts';
import { neighboursOf } from './ground/prepare.ts';

const WIDTHS_M = [1, 10, 50, 100, 500, 1000];

export function widthClasses({ prepared }: LevelRepair): RepairLevel['widths'] {
  const { arrangement, shapes, outside } = prepared;
  const { faces, covers } = arrangement;
  const classes = WIDTHS_M.map((uptoM) => ({ uptoM, overlaps: 0, overlapM2: 0, gaps: 0, gapM2: 0 }));
  for (let face = 1; face < faces.count; face++) {
    const { rows, others } = covers[face]!;
    if (rows.length === 1 || others > 0 || rows.includes(outside)) continue;
    const around = rows.length === 0 ? neighboursOf(arrangement, face) : rows;
    if (around.length < 2 || around.includes(outside)) continue;
    const { areaM2, widthM } = shapes.measure(face);
    for (const one of classes) {
      if (widthM > one.uptoM) continue;
      if (rows.length > 0) {
        one.overlaps += 1;
        one.overlapM2 += areaM2;
      } else {
        one.gaps += 1;
        one.gapM2 += areaM2;
      }
    }
  }
  // A level whose only faults are outlines has no widths to choose from.
  const { overlaps, gaps } = classes.at(-1)!;
  if (overlaps + gaps === 0) return [];
  // To a square centimetre: what is less depends on the order in which it was added up.
  return classes.map((one) => ({ ...one, overlapM2: Math.round(one.overlapM2 * 1e4) / 1e4, gapM2: Math.round(one.gapM2 * 1e4) / 1e4 }));
}

/** Ground that more than one unit covers, and its share of all ground. */
export function coveredTwice({ prepared, rulers }: LevelRepair): { areaM2: number; share: number } {
  const { covers } = prepared.arrangement;
  let areaM2 = 0;
  let surplus = 0;
  for (let face = 1; face < covers.length; face++) {
    const { rows } = covers[face]!;
    if (rows.length < 2 || rows.includes(prepared.outside)) continue;
    const own = prepared.shapes.measure(face).areaM2;
    areaM2 += own;
    surplus += own * (rows.length - 1);
  }
  const union = rulers.areaM2.reduce((sum, area, row) => (row === prepared.outside ? sum : sum + area), 0) - surplus;
  return { areaM2, share: union > 0 ? areaM2 / union : 1 };
}
