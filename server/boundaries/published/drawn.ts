/**
 * Upper levels that are published as they were uploaded, where a person said so and they nest: no unit of the base level reaches beyond the
 * drawing of its parent, nor one of these beyond that of its own, by more than check B2 lets pass. All other levels are joined from the base.
 */
import { GEOMETRY_KIND, type FeatureTable, type GeometryColumn } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { nameOf } from '../../checks/items.ts';
import { InputError } from '../../errors.ts';
import { buildEdges } from '../../geometry/overlay/edges.ts';
import type { Geos } from '../../geometry/overlay/geos.ts';
import { compareLevels } from '../../geometry/overlay/nesting.ts';
import { equalAreaKm2, labelPoint, unitBbox } from '../../geometry/ring.ts';
import { clause } from '../../words/clauses.ts';
import { refuse } from '../../words/refusals.ts';
import { spillSeverity } from '../checks/levels.ts';
import type { SaidOfLayer } from '../normalize/layers.ts';
import { normalizeFinding } from '../normalize/findings.ts';
import { mergeRows, takeRows } from '../normalize/geometry.ts';
import type { NormalizedBoundaries, UploadedLevel } from '../normalize/model.ts';
import type { LevelPlan, PlannedLevel } from '../normalize/plan.ts';
import { rowsOfUnits } from '../normalize/units.ts';

/** Levels asked for beside what is said of layers. @throws InputError `boundaries.answers` where no layer of that level is above the base */
export function askDrawings({ layersRead, deepestComplete }: NormalizedBoundaries, levels: readonly AdminLevel[]): void {
  for (const level of levels) {
    const own = layersRead.find((layer) => layer.levels.includes(level));
    if (!own || level >= deepestComplete)
      throw new InputError(
        'boundaries.answers',
        `adm${level} cannot be published as uploaded: ${own ? `it is not above adm${deepestComplete}, from which the other levels are joined` : 'no layer holds it'}.`,
      );
    own.said.drawing = { is: 'uploaded', how: 'asked' };
  }
}

type Asked = NonNullable<SaidOfLayer['drawing']>['how'];

export interface Drawn {
  published: FeatureTable[];
  /** Levels whose uploaded drawing is kept. */
  kept: Set<AdminLevel>;
  findings: Finding[];
}

/**
 * `published`: the levels as they are joined from the base, shallowest first.
 * @throws InputError `boundaries.drawing` where a level does not nest and it was asked of this upload; remembered from an earlier one, that is a finding
 */
export function keepDrawings(published: FeatureTable[], plan: LevelPlan, boundaries: NormalizedBoundaries, geos: Geos): Drawn {
  const kept = new Set<AdminLevel>();
  const findings: Finding[] = [];
  let tables = published;
  for (const planned of plan.levels.slice(0, -1)) {
    const uploaded = boundaries.levels.find(({ level }) => level === planned.level);
    const layer = boundaries.layersRead.find(({ raw }) => raw === uploaded?.raw);
    if (!uploaded || layer?.said.drawing?.is !== 'uploaded') continue;
    const at = tables.findIndex(({ level }) => level === planned.level);
    const drawn = drawnTable(tables[at]!, planned, uploaded);
    const faults = findFaults(drawn, tables, plan, geos);
    if (faults.length > 0) findings.push(refuseDrawing(layer.said.drawing.how, uploaded, plan, faults));
    else {
      tables = tables.with(at, drawn);
      kept.add(planned.level);
    }
  }
  return { published: tables, kept, findings };
}

/** The uploaded rows of each unit; units with nothing below them stay without area, as in every level. */
function drawnTable(table: FeatureTable, planned: PlannedLevel, { table: uploaded }: UploadedLevel): FeatureTable {
  const groups = new Map(rowsOfUnits(uploaded.units).map((rows) => [uploaded.source.rowNumber[rows[0]!]!, rows]));
  const used = new Set(planned.unitOfBase);
  const rowsOf = Array.from(planned.source.rowNumber, (number, unit) => (used.has(unit) ? (groups.get(number) ?? []) : []));
  const groupOf = Int32Array.from(rowsOf.flatMap((rows, unit) => rows.map(() => unit)));
  const merged = mergeRows(takeRows(uploaded.geometry, Uint32Array.from(rowsOf.flat())), groupOf, rowsOf.length);
  const geometry: GeometryColumn = {
    ...merged,
    kinds: Uint8Array.from(rowsOf, (_, unit) => (merged.rows[unit] === merged.rows[unit + 1] ? GEOMETRY_KIND.none : GEOMETRY_KIND.polygon)),
    // The grid of the coverage, so that all published files agree to the last digit.
    coords: merged.coords.map((value) => Math.round(value * 1e7) / 1e7),
  };
  return {
    ...table,
    geometry,
    units: table.units.map((unit, row) => ({
      ...unit,
      areaSqKm: equalAreaKm2(geometry, row),
      center: labelPoint(geometry, row) ?? unit.center,
      bbox: unitBbox(geometry, row) ?? unit.bbox,
    })),
  };
}

/** A unit that its parent's drawing does not hold: one of the base level in the drawing, or one of the drawing in the level above. */
interface Fault {
  child: FeatureTable;
  parent: FeatureTable;
  row: number;
  of: number;
  /** How far it reaches beyond, in metres; null: it lies elsewhere altogether. */
  widthM: number | null;
}

function findFaults(drawn: FeatureTable, published: FeatureTable[], plan: LevelPlan, geos: Geos): Fault[] {
  const of = (level: AdminLevel) => plan.levels.find((planned) => planned.level === level)!;
  const own = of(drawn.level);
  const base = { ...plan.base, units: of(plan.base.level).units };
  const above = published.filter(({ level }) => level < drawn.level);
  return [
    ...compare(base, drawn, own.unitOfBase, geos),
    ...above.flatMap((parent) => {
      const parents = new Int32Array(drawn.units.length).fill(-1);
      own.unitOfBase.forEach((unit, row) => (parents[unit] = of(parent.level).unitOfBase[row]!));
      return compare(drawn, parent, parents, geos);
    }),
  ];
}

function compare(child: FeatureTable, parent: FeatureTable, parents: Int32Array, geos: Geos): Fault[] {
  const { spills, orphans, misplaced } = compareLevels(child, buildEdges(child), parent, buildEdges(parent), parents, geos);
  return [
    ...orphans.map((row): Fault => ({ child, parent, row, of: parents[row]!, widthM: null })),
    ...misplaced.map(({ child: row, stated }): Fault => ({ child, parent, row, of: stated, widthM: null })),
    ...spills
      .filter((spill) => spillSeverity(spill) === 'error')
      .map((spill): Fault => ({ child, parent, row: spill.child, of: spill.parent, widthM: spill.widthM })),
  ].filter(({ of }) => of >= 0);
}

function refuseDrawing(how: Asked, { level, table }: UploadedLevel, { base }: LevelPlan, faults: Fault[]): Finding {
  const width = Math.max(...faults.map(({ widthM }) => widthM ?? 0));
  const items = faults.map(({ child, parent, row, of, widthM }) => ({
    pcodes: child.units[row]!.pcode === '' ? [] : [child.units[row]!.pcode],
    at: child.units[row]!.center,
    detail: clause(widthM === null ? 'reading.lies-outside' : 'reading.reaches-beyond', {
      unit: nameOf(child, row),
      parent: nameOf(parent, of),
      ...(widthM === null ? {} : { width: widthM }),
    }),
  }));
  const params = { base: base.level, width };
  const finding = normalizeFinding('normalize.drawing-does-not-nest', 'warning', level, items, params);
  if (how === 'profile') return finding;
  const units = finding.items.slice(0, 3).map((item) => item.detail);
  throw refuse('boundaries.drawing', 'drawing', { file: table.source.file, level, base: base.level, count: faults.length, width, units: units.join('; ') });
}
