/** Family T: overlaps, gaps and slits of each level (cod.md §2.4). Area and width decide, measured in metres; nothing at zero tolerance. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Clause, Finding, FindingItem, Severity } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import type { ClauseCode } from '../../words/clauses.ts';
import type { FindingCode } from '../../words/findings.ts';
import type { Measured } from '../../geometry/overlay/measure.ts';
import { toOverlay } from '../../geometry/overlay/measure.ts';
import type { Gap, LevelTopology, Overlap } from '../../geometry/overlay/overlay.ts';
import type { Slit } from '../../geometry/overlay/slits.ts';
import { joinBoxes } from '../../geometry/box.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, Shared } from '../../checks/check.ts';
import { bySeverity, makeItem, nameOf, placeOf, round } from '../../checks/items.ts';
import { analyzeLevels } from './topologyRun.ts';

/** Below this a fault is what rounding leaves. */
export const TRACE_AREA_M2 = 1;
export const TRACE_WIDTH_M = 0.01;
const SMALL_AREA_M2 = 100;
const SMALL_WIDTH_M = 1;
const SLIVER_WIDTH_M = 10;
const NARROW_WIDTH_M = 50;
/** 4πA/P²: 1 is a circle, a strip 60 times as long as wide has 0.05. */
const THIN = 0.05;
/** Drawn of one border: a slit of 20 km. */
const SAMPLES = 1000;
/** A repair may change a unit by this share of its area. */
const AREA_SHARE = 0.001;

export const topologyChecks: Check<BoundaryContext>[] = [
  {
    id: 'T1',
    spec: 'COD-AB specification, Geometry: no overlaps; OCHA checklist: Must Not Overlap',
    run: (context, shared) => eachLevel(context, shared, ({ overlaps }, table) => overlapFindings(overlaps, table)),
  },
  {
    id: 'T2',
    spec: 'COD-AB specification, Geometry: no gaps; OCHA checklist: Must Not Have Gaps',
    run: (context, shared) => eachLevel(context, shared, ({ gaps }, table) => gapFindings(gaps, table)),
  },
  {
    id: 'T3',
    spec: 'COD-AB specification, Geometry: no gaps',
    run: (context, shared) => eachLevel(context, shared, slitFindings),
  },
  {
    id: 'T4',
    spec: 'COD-AB specification, Geometry: coincident boundaries',
    run: (context, shared) => eachLevel(context, shared, unsharedFindings),
  },
  {
    id: 'T5',
    spec: 'Codmap: a repair changes no area by more than 0.1 %',
    run: () => ({ skipped: clause('skipped.no-repair') }),
  },
];

async function eachLevel(context: BoundaryContext, shared: Shared, find: (topology: LevelTopology, table: FeatureTable) => Finding[]): Promise<Finding[]> {
  const levels = await analyzeLevels(context, shared);
  return levels.flatMap(({ topology, uploaded }) => find(topology, uploaded.table));
}

export function overlapSeverity({ areaM2, widthM }: { areaM2: number; widthM: number }): Severity {
  if (areaM2 < TRACE_AREA_M2 || widthM < TRACE_WIDTH_M) return 'info';
  return areaM2 < SMALL_AREA_M2 || widthM < SMALL_WIDTH_M ? 'warning' : 'error';
}

/** What rounding leaves is a finding of its own: nobody has to decide about it. */
function overlapFindings(overlaps: Overlap[], table: FeatureTable): Finding[] {
  const isTrace = (overlap: Overlap) => overlapSeverity(overlap) === 'info';
  return [
    ...overlapsOf(
      'topology.overlap',
      overlaps.filter((overlap) => !isTrace(overlap)),
      table,
    ),
    ...overlapsOf('topology.overlap-trace', overlaps.filter(isTrace), table),
  ];
}

function overlapsOf(code: FindingCode, overlaps: Overlap[], table: FeatureTable): Finding[] {
  return bySeverity(
    code,
    table,
    overlaps,
    overlapSeverity,
    (overlap) => makeItem(code, table, [overlap.a, overlap.b], overlapDetail(overlap, table), { ...placeOf(overlap), overlay: toOverlay(overlap.polygons) }),
    (own) => ({ area: Math.round(own.reduce((sum, { areaM2 }) => sum + areaM2, 0)) }),
  );
}

function overlapDetail({ a, b, areaM2, widthM }: Overlap, table: FeatureTable): Clause {
  const area = (row: number) => table.units[row]!.areaSqKm * 1e6;
  const whole = (row: number) => areaM2 > 0.999 * area(row) && area(row) > 0;
  const say = (code: ClauseCode, p: number, q: number) => clause(code, { a: nameOf(table, p), b: nameOf(table, q), area: areaM2, width: widthM });
  if (whole(a) && whole(b)) return say('topology.same-ground', a, b);
  if (whole(a)) return say('topology.inside', a, b);
  if (whole(b)) return say('topology.inside', b, a);
  return say('topology.overlaps', a, b);
}

/** Class of a gap: the checker's rule (least area and least thinness of different gaps) lets long slits pass. */
export function gapClass({ areaM2, widthM, perimeterM }: Pick<Gap, 'areaM2' | 'widthM' | 'perimeterM'>): [code: FindingCode, severity: Severity] {
  if (areaM2 < TRACE_AREA_M2 || widthM < TRACE_WIDTH_M) return ['topology.gap-trace', 'info'];
  if (widthM <= SLIVER_WIDTH_M) return ['topology.gap-sliver', 'error'];
  const thinness = (4 * Math.PI * areaM2) / perimeterM ** 2;
  return [widthM <= NARROW_WIDTH_M || thinness <= THIN ? 'topology.gap-narrow' : 'topology.gap-lake', 'warning'];
}

/** Gaps between the same two units that are told as one. */
interface GapPlaces extends Measured {
  around: number[];
  gaps: Gap[];
}

/** Slivers and traces along one border are one fault with one cause; wider gaps may each be a lake or a unit, and are decided one by one. */
function gapPlaces(code: FindingCode, gaps: Gap[]): GapPlaces[] {
  const isOfBorder = ({ around }: Gap) => around.length === 2 && (code === 'topology.gap-sliver' || code === 'topology.gap-trace');
  const groups = Map.groupBy(gaps, (gap) => (isOfBorder(gap) ? gap.around.toSorted((p, q) => p - q).join('/') : gap));
  return [...groups.values()].map((own) => {
    const widest = own.reduce((most, gap) => (gap.widthM > most.widthM ? gap : most));
    const sum = (of: (gap: Gap) => number) => own.reduce((total, gap) => total + of(gap), 0);
    return {
      around: own[0]!.around,
      gaps: own,
      at: widest.at,
      widthM: widest.widthM,
      areaM2: sum(({ areaM2 }) => areaM2),
      perimeterM: sum(({ perimeterM }) => perimeterM),
      bbox: joinBoxes(own.map(({ bbox }) => bbox))!,
    };
  });
}

function gapFindings(gaps: Gap[], table: FeatureTable): Finding[] {
  const byCode = Map.groupBy(gaps, (gap) => gapClass(gap)[0]);
  return (['topology.gap-sliver', 'topology.gap-narrow', 'topology.gap-lake', 'topology.gap-trace'] as const).flatMap((code) =>
    bySeverity(
      code,
      table,
      gapPlaces(code, byCode.get(code) ?? []),
      ({ gaps: [first] }) => gapClass(first!)[1],
      (places) => gapItem(code, places, table),
    ),
  );
}

function gapItem(code: FindingCode, places: GapPlaces, table: FeatureTable) {
  const { around, gaps, areaM2, widthM, perimeterM } = places;
  const figures = { area: areaM2, width: widthM, units: around.slice(0, 4).map((row) => nameOf(table, row)) };
  const detail = gaps.length > 1 ? clause('topology.holes', { ...figures, count: gaps.length }) : clause('topology.hole', { ...figures, count: around.length });
  return makeItem(code, table, around.slice(0, 20), detail, {
    ...placeOf(places),
    overlay: toOverlay(gaps.flatMap(({ polygons }) => polygons)),
    values: gaps.length > 1 ? { places: gaps.length } : { thinness: round((4 * Math.PI * areaM2) / perimeterM ** 2, 4) },
    ...(gaps.length > 1 ? { places: gaps.map((gap) => placeOf(gap).at!) } : {}),
  });
}

/** All slits between two units. */
interface OpenBorder {
  a: number;
  b: number;
  slits: Slit[];
  widthM: number;
}

/** One border is told once, however often it opens. */
function openBorders(slits: Slit[]): OpenBorder[] {
  const between = slits.filter(({ a, b }) => a !== b);
  return [...Map.groupBy(between, pairOf).values()].map((own) => ({
    a: own[0]!.a,
    b: own[0]!.b,
    slits: own,
    widthM: Math.max(...own.map(({ widthM }) => widthM)),
  }));
}

const pairOf = ({ a, b }: { a: number; b: number }): string => `${Math.min(a, b)}/${Math.max(a, b)}`;
const lengthOf = ({ slits }: OpenBorder): number => slits.reduce((sum, { lengthM }) => sum + lengthM, 0);

/** Less than a centimetre is one line with different vertices: check T4. */
const isOneLine = ({ widthM }: OpenBorder): boolean => widthM < TRACE_WIDTH_M;

function slitFindings({ slits }: LevelTopology, table: FeatureTable): Finding[] {
  const open = openBorders(slits)
    .filter((border) => !isOneLine(border))
    .sort((p, q) => lengthOf(q) - lengthOf(p) || p.a - q.a || p.b - q.b);
  return bySeverity(
    'topology.slit',
    table,
    open,
    () => 'warning',
    (border) => {
      const { a, b, widthM } = border;
      const detail = clause('topology.apart', { a: nameOf(table, a), b: nameOf(table, b), width: widthM, length: lengthOf(border) });
      return makeItem('topology.slit', table, [a, b], detail, drawingOf(border));
    },
  );
}

/** At its longest slit, with the box and samples of all. */
function drawingOf(border: OpenBorder): Pick<FindingItem, 'at' | 'bbox' | 'widthM' | 'lengthM' | 'overlay'> {
  const longest = border.slits.reduce((most, slit) => (slit.lengthM > most.lengthM ? slit : most));
  return {
    at: longest.at,
    bbox: joinBoxes(border.slits.map(({ bbox }) => bbox))!,
    widthM: round(border.widthM, 4),
    lengthM: round(lengthOf(border), 1),
    overlay: { type: 'MultiPoint', coordinates: border.slits.flatMap(({ line }) => line).slice(0, SAMPLES) },
  };
}

/** Borders of which the line is one but the vertices are not; where the lines part, an overlap, gap or slit says so, and closing it mends the vertices. */
function unsharedFindings({ unshared, slits, overlaps, gaps }: LevelTopology, table: FeatureTable): Finding[] {
  const borders = openBorders(slits);
  const lines = new Map(borders.filter(isOneLine).map((border) => [pairOf(border), border]));
  const told = new Set([
    ...overlaps.map(pairOf),
    ...gaps.flatMap(({ around: [a, b, more] }) => (a !== undefined && b !== undefined && more === undefined ? [pairOf({ a, b })] : [])),
    ...borders.filter((border) => !isOneLine(border)).map(pairOf),
  ]);
  const known = new Set(unshared.map(pairOf));
  const all: { a: number; b: number; count: number; at?: [lon: number, lat: number] }[] = [
    ...unshared,
    ...[...lines].flatMap(([pair, { a, b }]) => (known.has(pair) ? [] : [{ a, b, count: 0 }])),
  ];
  return bySeverity(
    'topology.unshared-vertex',
    table,
    all.filter((each) => !told.has(pairOf(each))),
    () => 'info',
    ({ a, b, count, at }) => {
      const line = lines.get(pairOf({ a, b }));
      const names = { a: nameOf(table, a), b: nameOf(table, b) };
      const values = { vertices: count };
      if (line)
        return makeItem('topology.unshared-vertex', table, [a, b], clause('topology.one-line', { ...names, width: line.widthM, length: lengthOf(line) }), {
          ...drawingOf(line),
          values,
        });
      return makeItem('topology.unshared-vertex', table, [a, b], clause('topology.vertices', { count, ...names }), {
        at: at!,
        bbox: [at![0], at![1], at![0], at![1]],
        values,
      });
    },
  );
}

/**
 * T5, for repair: units whose area a repair changed by more than 0.1 %, or that vanished. Rows are matched by P-code and, where
 * it is empty or repeated, by row.
 */
export function findAreaChanges(before: FeatureTable, after: FeatureTable): Finding[] {
  const rowsAfter = uniqueRows(after);
  const rowsBefore = uniqueRows(before);
  const changes = [...before.units.entries()].flatMap(([row, unit]) => {
    const match = rowsBefore.has(unit.pcode) ? rowsAfter.get(unit.pcode) : row;
    const areaAfter = match === undefined ? 0 : (after.units[match]?.areaSqKm ?? 0);
    const change = areaAfter - unit.areaSqKm;
    return Math.abs(change) > AREA_SHARE * unit.areaSqKm ? [{ row, before: unit.areaSqKm, after: areaAfter }] : [];
  });
  changes.sort((p, q) => Math.abs(q.after - q.before) - Math.abs(p.after - p.before) || p.row - q.row);
  return bySeverity(
    'topology.area-changed',
    before,
    changes,
    () => 'error',
    (change) =>
      makeItem(
        'topology.area-changed',
        before,
        [change.row],
        clause('topology.area', { unit: nameOf(before, change.row), before: change.before, after: change.after }),
        {
          values: { beforeSqKm: round(change.before, 6), afterSqKm: round(change.after, 6) },
        },
      ),
  );
}

/** Row of each P-code that occurs once. */
function uniqueRows(table: FeatureTable): Map<string, number> {
  const groups = Map.groupBy(table.units.keys(), (row): string => table.units[row]!.pcode);
  return new Map([...groups].flatMap(([code, rows]): [string, number][] => (code && rows.length === 1 ? [[code, rows[0]!]] : [])));
}
