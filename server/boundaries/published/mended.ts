/** Outlines mended for publication, level by level, and what is said of them. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { makeItem, nameOf } from '../../checks/items.ts';
import type { Geos } from '../../geometry/overlay/geos.ts';
import { equalAreaKm2, labelPoint, unitBbox } from '../../geometry/ring.ts';
import { clause } from '../../words/clauses.ts';
import { makeFinding } from '../../words/findings.ts';
import type { LevelPlan } from '../normalize/plan.ts';
import { mendOutlines, type MendedRow } from './mend.ts';

/** From this change of its area on a mended unit should be looked at. */
const AREA_SHARE = 0.001;

export interface MendedTable {
  table: FeatureTable;
  mended: MendedRow[];
}

/** Mends the base level before its lines are shared out: the plan's table gets the outlines that are valid on the grid. */
export function mendBase(plan: LevelPlan, geos: Geos): MendedTable {
  const uploaded = plan.base;
  const { geometry, mended } = mendOutlines(uploaded, geos);
  // The same list of units belongs to the deepest planned level.
  for (const { row } of mended) uploaded.units[row]!.center = labelPoint(geometry, row) ?? uploaded.units[row]!.center;
  plan.base = { ...uploaded, geometry };
  return { table: plan.base, mended };
}

/** Mends the levels made from the base, and those that cover part of the country. */
export function mendLevels(published: FeatureTable[], base: AdminLevel, geos: Geos): { published: FeatureTable[]; mended: MendedTable[] } {
  const all: MendedTable[] = [];
  const tables = published.map((table) => {
    const { geometry, mended } = mendOutlines(table, geos);
    if (geometry === table.geometry) return table;
    const rows = new Set(mended.map(({ row }) => row));
    const units = table.units.map((unit, row) => ({
      ...unit,
      areaSqKm: equalAreaKm2(geometry, row),
      bbox: unitBbox(geometry, row) ?? unit.bbox,
      ...(rows.has(row) ? { center: labelPoint(geometry, row) ?? unit.center } : {}),
    }));
    const whole = { ...table, geometry, units };
    // The base was mended, and told, before; here only what a new vertex of a neighbour did to it.
    if (mended.length > 0 && table.level !== base) all.push({ table: whole, mended });
    return whole;
  });
  return { published: tables, mended: all };
}

/** Nothing is changed silently: each outline that is published otherwise than it came, with what was wrong and what it did to the area. */
export function mendedFinding({ table, mended }: MendedTable): Finding[] {
  const changeOf = ({ beforeKm2, afterKm2 }: MendedRow) => Math.abs(afterKm2 - beforeKm2) / Math.max(beforeKm2, afterKm2, 1e-12);
  const worst = mended.toSorted((a, b) => changeOf(b) - changeOf(a) || a.row - b.row);
  return [worst.filter((one) => changeOf(one) > AREA_SHARE), worst.filter((one) => changeOf(one) <= AREA_SHARE)].flatMap((own, at) => {
    if (own.length === 0) return [];
    const items = own.map((one) =>
      makeItem(
        'normalize.outlines-mended',
        table,
        [one.row],
        clause('topology.area', { unit: nameOf(table, one.row), before: one.beforeKm2, after: one.afterKm2 }),
        one.at ? { at: one.at, bbox: [...one.at, ...one.at] } : {},
      ),
    );
    return [
      makeFinding('normalize.outlines-mended', at === 0 ? 'warning' : 'info', table.level, items, { percent: Math.ceil(100_000 * changeOf(own[0]!)) / 1000 }),
    ];
  });
}
