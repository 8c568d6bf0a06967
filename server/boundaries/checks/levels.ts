/** Family B: how the levels agree with each other (cod.md §2.5), by area and width and never by `within`. */
import type { Finding, Severity } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { makeFinding, type FindingCode } from '../../words/findings.ts';
import { measure, toOverlay } from '../../geometry/overlay/measure.ts';
import type { Nesting, Spill } from '../../geometry/overlay/nesting.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, CheckOutcome, Shared } from '../../checks/check.ts';
import { bySeverity, makeItem, nameOf, placeOf, round } from '../../checks/items.ts';
import { attributeChecks } from './levelsAttributes.ts';
import type { AnalyzedLevel } from './topologyRun.ts';
import { analyzeLevels, geosOf } from './topologyRun.ts';

/** B2: beyond these a child crosses its parent; below the trace it is what rounding to 6 decimals leaves. */
const CROSS_SHARE = 0.01;
const CROSS_WIDTH_M = 50;
const TOUCH_SHARE = 0.0001;
const TOUCH_WIDTH_M = 1;
const TRACE_WIDTH_M = 0.1;
/** B4: shorter pieces are corners cut by a vertex more or less. */
const APART_LENGTH_M = 10;
const AREA_WARNING = 1e-4;
const AREA_ERROR = 0.01;

const SPEC = 'COD-AB specification, Hierarchy';
type Above = NonNullable<AnalyzedLevel['above']>;

export const levelChecks: Check<BoundaryContext>[] = [
  {
    id: 'B1',
    spec: `${SPEC}: nested by geometry`,
    run: (context, shared) =>
      eachPair(context, shared, ({ uploaded: { table } }, { nesting, uploaded }) =>
        bySeverity(
          'levels.orphan',
          table,
          nesting.orphans,
          () => 'error',
          (row) => makeItem('levels.orphan', table, [row], clause('levels.in-none', { unit: nameOf(table, row), parent: uploaded.level })),
          () => ({ parent: uploaded.level }),
        ),
      ),
  },
  { id: 'B2', spec: `${SPEC}: nested by geometry`, run: (context, shared) => eachPair(context, shared, crosserFindings) },
  {
    id: 'B3',
    spec: `${SPEC}: nested by attribute and geometry`,
    run: (context, shared) => eachPair(context, shared, misplacedFindings),
  },
  { id: 'B4', spec: `${SPEC}: coincident boundaries`, run: (context, shared) => eachPair(context, shared, apartFindings) },
  { id: 'B5', spec: 'OCHA checker: geometry_area', run: checkAreas },
  ...attributeChecks,
  { id: 'B9', spec: 'OCHA cleaner: international boundary', run: checkReference },
];

async function eachPair(context: BoundaryContext, shared: Shared, find: (level: AnalyzedLevel, above: Above) => Finding[]): Promise<CheckOutcome> {
  if (context.boundaries.levels.length < 2) return { skipped: clause('skipped.one-level') };
  const levels = await analyzeLevels(context, shared);
  return levels.flatMap((level) => (level.above ? find(level, level.above) : []));
}

export function spillSeverity({ share, widthM }: Pick<Spill, 'share' | 'widthM'>): Severity {
  if (widthM < TRACE_WIDTH_M) return 'info';
  if (share > CROSS_SHARE || widthM > CROSS_WIDTH_M) return 'error';
  return share > TOUCH_SHARE || widthM > TOUCH_WIDTH_M ? 'warning' : 'info';
}

/** A name for `values`, which are no sentences. */
const sayName = (name: ReturnType<typeof nameOf>): string => (typeof name === 'string' ? name : (sayClause(name, 'en') ?? ''));

/** What rounding leaves is a finding of its own: nobody has to mend it. */
function crosserFindings(level: AnalyzedLevel, above: Above): Finding[] {
  const { spills } = above.nesting;
  const isTrace = (spill: Spill) => spillSeverity(spill) === 'info';
  return [
    ...spillFindings(
      'levels.crosser',
      spills.filter((spill) => !isTrace(spill)),
      level,
      above,
    ),
    ...spillFindings('levels.crosser-trace', spills.filter(isTrace), level, above),
  ];
}

function spillFindings(code: FindingCode, spills: Spill[], { uploaded: { table } }: AnalyzedLevel, { uploaded }: Above): Finding[] {
  return bySeverity(
    code,
    table,
    spills,
    spillSeverity,
    (spill) => {
      const parent = nameOf(uploaded.table, spill.parent);
      const detail = clause('levels.reaches-out', {
        unit: nameOf(table, spill.child),
        parent,
        area: spill.areaM2,
        percent: spill.share * 100,
        width: spill.widthM,
      });
      return makeItem(code, table, [spill.child], detail, {
        ...placeOf(spill),
        overlay: toOverlay(spill.polygons),
        values: { parent: sayName(parent), percent: round(spill.share * 100, 4) },
      });
    },
    (own) => ({ parent: uploaded.level, area: Math.round(own.reduce((sum, { areaM2 }) => sum + areaM2, 0)) }),
  );
}

function misplacedFindings({ uploaded: { table } }: AnalyzedLevel, { nesting, uploaded }: Above): Finding[] {
  return bySeverity(
    'levels.wrong-parent',
    table,
    nesting.misplaced,
    () => 'error',
    ({ child, stated, actual, share }) => {
      const [says, lies] = [nameOf(uploaded.table, stated), nameOf(uploaded.table, actual)];
      return makeItem(
        'levels.wrong-parent',
        table,
        [child],
        clause('levels.lies-in', { unit: nameOf(table, child), stated: says, percent: share * 100, actual: lies }),
        {
          values: { stated: sayName(says), actual: sayName(lies), percent: round(share * 100, 2) },
        },
      );
    },
    () => ({ parent: uploaded.level }),
  );
}

function apartFindings(level: AnalyzedLevel, { nesting, uploaded }: Above): Finding[] {
  // Where the lower level covers part of the country only, most of the parents' borders have nothing below them.
  if (level.uploaded.partial) return [];
  const { table } = uploaded;
  return bySeverity(
    'levels.border-apart',
    table,
    nesting.apart.filter(({ lengthM }) => lengthM > APART_LENGTH_M),
    () => 'warning',
    ({ parent, lengthM, share, at, bbox, line }: Nesting['apart'][number]) =>
      makeItem('levels.border-apart', table, [parent], clause('levels.runs-apart', { length: lengthM, unit: nameOf(table, parent), percent: share * 100 }), {
        at,
        bbox,
        lengthM: round(lengthM, 1),
        values: { percent: round(share * 100, 3) },
        overlay: { type: 'MultiLineString', coordinates: line },
      }),
    (own) => ({ length: round(own.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000, 2) }),
  );
}

/** Sums of EPSG:6933 areas; a partial level is not compared. */
function checkAreas({ boundaries: { levels } }: BoundaryContext): CheckOutcome {
  const whole = levels.filter(({ partial }) => !partial);
  if (whole.length < 2) return { skipped: clause('skipped.one-complete-level') };
  const sum = (level: (typeof whole)[number]) => level.table.units.reduce((total, { areaSqKm }) => total + (Number.isFinite(areaSqKm) ? areaSqKm : 0), 0);
  return whole.flatMap((level, i) => {
    const parent = whole[i - 1];
    if (!parent) return [];
    const [own, above] = [sum(level), sum(parent)];
    const difference = Math.abs(own - above) / Math.max(own, above);
    if (!(difference > AREA_WARNING)) return [];
    const percent = Number((difference * 100).toPrecision(3));
    const item = makeItem('levels.area', level.table, [], clause('levels.covers', { level: level.level, own, parent: parent.level, above }), {
      values: { [`adm${level.level}SqKm`]: round(own, 4), [`adm${parent.level}SqKm`]: round(above, 4) },
    });
    return [makeFinding('levels.area', difference > AREA_ERROR ? 'error' : 'warning', level.level, [item], { parent: parent.level, percent })];
  });
}

async function checkReference({ boundaries, reference }: BoundaryContext, shared: Shared): Promise<CheckOutcome> {
  if (!reference) return { skipped: clause('skipped.no-reference') };
  const country = boundaries.levels.find(({ level }) => level === 0)?.table;
  if (!country) return { skipped: clause('skipped.no-adm0') };
  const geos = await geosOf(shared);
  const outside = geos.difference(country, 0, reference, 0);
  const missing = geos.difference(reference, 0, country, 0);
  geos.clear();
  const parts = [
    { code: 'levels.outside-reference' as const, polygons: outside },
    { code: 'levels.missing-reference' as const, polygons: missing },
  ].flatMap(({ code, polygons }) => (polygons.length > 0 ? [{ code, polygons, measured: measure(polygons) }] : []));
  if (parts.length === 0) return [];
  const items = parts.map(({ code, polygons, measured }) =>
    makeItem('levels.reference', country, [0], clause(code, { area: measured.areaM2, width: measured.widthM }), {
      ...placeOf(measured),
      overlay: toOverlay(polygons),
    }),
  );
  const squareKm = (code: string) => round((parts.find((part) => part.code === code)?.measured.areaM2 ?? 0) / 1e6, 3);
  return [
    makeFinding('levels.reference', 'info', 0, items, {
      outside: squareKm('levels.outside-reference'),
      missing: squareKm('levels.missing-reference'),
    }),
  ];
}
