/** Family G: the geometry of each layer (cod.md §2.3). */
import type { FeatureTable } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Clause, Finding, Severity } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import type { FindingCode } from '../../words/findings.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, CheckOutcome, Shared } from '../../checks/check.ts';
import { extentChecks } from './geometryExtent.ts';
import { findDuplicateGeometries, findMicroParts, repeatedVertices, triangles } from './geometryShape.ts';
import { bySeverity, makeItem, nameOf, round } from '../../checks/items.ts';
import { analyzeLevels, geosOf } from './topologyRun.ts';

const perLevel =
  (find: (level: UploadedLevel, context: BoundaryContext) => Finding[]): Check<BoundaryContext>['run'] =>
  (context) =>
    context.boundaries.levels.flatMap((level) => find(level, context));

const SPEC = 'COD-AB specification, Geometry';

/** GEOS's words for what is wrong with an outline, as the clause `geometry.fault` says them to somebody who draws maps. */
const REASONS: Record<string, string> = {
  'Self-intersection': 'crossing',
  'Ring Self-intersection': 'ring',
  'Nested shells': 'shells',
  'Holes are nested': 'holes',
  'Hole lies outside shell': 'outside',
  'Interior is disconnected': 'cut',
  'Duplicate Rings': 'twice',
};

export const geometryChecks: Check<BoundaryContext>[] = [
  {
    id: 'G1',
    spec: `${SPEC}: non-null, non-empty`,
    run: perLevel(({ table }) =>
      rowsFinding(
        'geometry.empty',
        table,
        'error',
        (row) => isEmpty(table, row),
        (row) => clause('geometry.none', { unit: nameOf(table, row) }),
      ),
    ),
  },
  {
    id: 'G2',
    spec: `${SPEC}: Polygon or MultiPolygon`,
    run: perLevel(({ table }) =>
      rowsFinding(
        'geometry.type',
        table,
        'error',
        (row) => !isEmpty(table, row) && table.geometry.kinds[row] !== GEOMETRY_KIND.polygon,
        (row) => clause('geometry.kind', { unit: nameOf(table, row), kind: ['', 'point', 'line', '', 'other'][table.geometry.kinds[row]!]! }),
      ),
    ),
  },
  { id: 'G3', spec: `${SPEC}: OGC Simple Features validity`, run: checkValidity },
  {
    id: 'G4',
    spec: `${SPEC}: 2D`,
    run: perLevel(({ raw, table }) =>
      raw.hasZ
        ? bySeverity(
            'geometry.z',
            table,
            [raw],
            () => 'warning',
            () => makeItem('geometry.z', table, [], clause('geometry.height', { layer: raw.layer })),
          )
        : [],
    ),
  },
  ...extentChecks,
  {
    id: 'G9',
    spec: `${SPEC}: islands in one multipart row`,
    run: perLevel(({ table }) => splitUnits(table)),
  },
  {
    id: 'G10',
    spec: 'OCHA country scraper: geom_has_triangle',
    run: perLevel(({ table }) =>
      rowsFinding(
        'geometry.triangle',
        table,
        'warning',
        (row) => triangles(table.geometry, row) > 0,
        (row) => clause('geometry.corners', { unit: nameOf(table, row) }),
      ),
    ),
  },
  {
    id: 'G11',
    spec: 'topo-tools: micro-polygon',
    run: perLevel(({ table }) =>
      bySeverity(
        'geometry.micro-part',
        table,
        findMicroParts(table.geometry),
        ({ severity }) => severity,
        ({ row, areaM2, widthM, at }) =>
          makeItem('geometry.micro-part', table, [row], clause('geometry.crumb', { unit: nameOf(table, row), area: areaM2, width: widthM }), {
            at,
            bbox: [at[0], at[1], at[0], at[1]],
            areaM2: round(areaM2, 6),
            widthM: round(widthM, 6),
          }),
      ),
    ),
  },
  {
    id: 'G12',
    spec: 'OCHA checklist: duplicate vertices',
    run: perLevel(({ table }) => {
      const counts = repeatedVertices(table.geometry);
      return rowsFinding(
        'geometry.repeated-vertex',
        table,
        'warning',
        (row) => counts[row]! > 0,
        (row) => clause('geometry.repeats', { unit: nameOf(table, row), count: counts[row]! }),
      );
    }),
  },
  { id: 'G13', spec: 'topo-tools: notch', run: checkNotches },
  {
    id: 'G15',
    spec: `${SPEC}: no overlaps`,
    run: perLevel(({ table }) =>
      bySeverity(
        'geometry.duplicate',
        table,
        findDuplicateGeometries(table.geometry),
        () => 'error',
        (rows) => makeItem('geometry.duplicate', table, rows, clause('geometry.same', { units: rows.map((row) => nameOf(table, row)) })),
      ),
    ),
  },
];

function isEmpty({ geometry: { kinds, rows, polygons } }: FeatureTable, row: number): boolean {
  if (kinds[row] === GEOMETRY_KIND.other) return false;
  return kinds[row] === GEOMETRY_KIND.none || polygons[rows[row]!] === polygons[rows[row + 1]!];
}

function rowsFinding(code: FindingCode, table: FeatureTable, severity: Severity, has: (row: number) => boolean, detail: (row: number) => Clause): Finding[] {
  const rows = [...table.units.keys()].filter(has);
  return bySeverity(
    code,
    table,
    rows,
    () => severity,
    (row) => makeItem(code, table, [row], detail(row)),
  );
}

/** Every polygon is put to GEOS, which takes half a microsecond a vertex: the answer is then everybody's answer. */
async function checkValidity({ boundaries }: BoundaryContext, shared: Shared): Promise<CheckOutcome> {
  const geos = await geosOf(shared);
  return boundaries.levels.flatMap(({ table }) => {
    const faults = [...table.units.keys()].flatMap((row) => {
      if (table.geometry.kinds[row] !== GEOMETRY_KIND.polygon || isEmpty(table, row)) return [];
      const validity = geos.validity(table, row);
      return validity ? [{ row, ...validity }] : [];
    });
    return bySeverity(
      'geometry.invalid',
      table,
      faults,
      () => 'error',
      ({ row, reason, at }) =>
        makeItem('geometry.invalid', table, [row], clause('geometry.fault', { unit: nameOf(table, row), fault: REASONS[reason] ?? 'other', words: reason }), {
          values: { reason },
          ...(at ? { at, bbox: [at[0], at[1], at[0], at[1]], overlay: { type: 'Point', coordinates: at } } : {}),
        }),
    );
  });
}

async function checkNotches(context: BoundaryContext, shared: Shared): Promise<CheckOutcome> {
  const levels = await analyzeLevels(context, shared);
  return levels.flatMap(({ topology, uploaded: { table } }) =>
    bySeverity(
      'geometry.notch',
      table,
      topology.slits.filter(({ a, b }) => a === b),
      () => 'warning',
      ({ a, widthM, lengthM, at, bbox, line }) =>
        makeItem('geometry.notch', table, [a], clause('geometry.notch', { unit: nameOf(table, a), width: widthM, length: lengthM }), {
          at,
          bbox,
          widthM: round(widthM, 3),
          lengthM: round(lengthM, 1),
          overlay: { type: 'MultiPoint', coordinates: line },
        }),
    ),
  );
}

/** The same code in several rows of one parent is one unit in pieces; under several parents it is check B8's. */
function splitUnits(table: FeatureTable): Finding[] {
  const groups = Map.groupBy(table.units.keys(), (row) => JSON.stringify([table.units[row]!.pcode, table.units[row]!.parentPcode]));
  const split = [...groups.values()].filter((rows) => rows.length > 1 && table.units[rows[0]!]!.pcode);
  return bySeverity(
    'geometry.split-unit',
    table,
    split,
    () => 'error',
    (rows) =>
      makeItem('geometry.split-unit', table, rows, clause('geometry.rows', { unit: nameOf(table, rows[0]!), rows: rows.length }), {
        values: { rows: rows.length },
      }),
  );
}
