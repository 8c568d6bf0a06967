/** The levels as they are published: every one from the coverage's shared arcs, so that borders of all levels coincide. */
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import type { Coverage } from '../../geometry/coverage.ts';
import { dissolveLevel } from '../../geometry/coverage.ts';
import { equalAreaKm2, labelPoint, unitBbox } from '../../geometry/ring.ts';
import type { LevelPlan, PlannedLevel } from './plan.ts';

/**
 * Tables of all levels, shallowest first, partial levels last. Geometry is that of the coverage (degrees × 10^7), one row for each unit;
 * area in EPSG:6933, centre of the maximum inscribed circle, in degrees. `coverage` must have been built from `plan.base`.
 */
export function publishLevels(plan: LevelPlan, coverage: Coverage): FeatureTable[] {
  const complete = plan.levels.map((planned) => publishLevel(planned, dissolveLevel(coverage, planned.level), planned.level === plan.base.level));
  return [...complete, ...plan.partial.map(onGrid)];
}

/** The upper levels as buildCoverage takes them. */
export function upperLevels(plan: LevelPlan): { level: PlannedLevel['level']; unitOfBase: Int32Array; units: number }[] {
  return plan.levels.slice(0, -1).map(({ level, unitOfBase, units }) => ({ level, unitOfBase, units: units.length }));
}

/** Centres of base units are known from the plan and stay right to a centimetre; units joined here get theirs here. */
function publishLevel({ level, units, extra, source }: PlannedLevel, geometry: GeometryColumn, isBase: boolean): FeatureTable {
  return {
    level,
    geometry,
    extra,
    source,
    units: units.map((unit, row) => ({
      ...unit,
      areaSqKm: equalAreaKm2(geometry, row),
      center: isBase ? unit.center : (labelPoint(geometry, row) ?? unit.center),
      bbox: unitBbox(geometry, row) ?? unit.bbox,
    })),
  };
}

/** A level that the coverage does not hold, on the same grid of 10^-7 degrees, so that all published files agree to the last digit. */
function onGrid(table: FeatureTable): FeatureTable {
  return { ...table, geometry: { ...table.geometry, coords: table.geometry.coords.map((value) => Math.round(value * 1e7) / 1e7) } };
}
