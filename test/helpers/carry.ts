/** What became of units, written by hand, and a 3W on them: for tests of what is carried to other boundaries. */
import type { ChangedUnit, LevelChanges, Relation, UnitRelation } from '../../server/contract/boundaries/changes.ts';
import type { AdminUnit } from '../../server/contract/admin.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { STATUSES, type PresenceColumns, type PresenceData, type StatedCell } from '../../server/contract/presence/presence.ts';

const shown = (pcode: string | null): ChangedUnit | null => (pcode === null ? null : { pcode, name: pcode, parent: null, areaSqKm: 1 });

/** `[source, target, relation, share of the source]`; a target of null is ground that no unit has now. */
export type Told = [source: string | null, target: string | null, relation: Relation, share?: number];

export function changesOf(level: AdminLevel, told: readonly Told[], more: Partial<LevelChanges> = {}): LevelChanges {
  const relations = told.map(([source, target, relation, share = 1], cluster): UnitRelation => ({
    cluster,
    relation,
    goesOn: source === target || relation === 'recoded',
    source: shown(source),
    target: shown(target),
    sharedAreaSqKm: share,
    shareOfSource: source === null ? null : share,
    shareOfTarget: target === null ? null : 1,
    evidence: ['ground'],
    certainty: share >= 0.9995 ? 'exact' : share >= 0.98 ? 'near' : 'estimated',
  }));
  return {
    level,
    units: { before: 1, after: 1 },
    counts: {},
    noise: { w50M: 0, w95M: 0, units: 0, pieces: 0, areaSqKm: 0, floorM: 50, regenerated: false },
    scheme: null,
    overlapSqKm: { before: 0, after: 0 },
    relations,
    ...more,
  };
}

export interface Written {
  /** Unit that the row was placed in; null: none. */
  unit: string | null;
  org: number;
  records?: number;
  point?: [lon: number, lat: number];
  stated?: StatedCell[];
}

/** The stored form of a 3W with one row for each that is written; health, ongoing. */
export function dataOf(gazetteer: readonly Pick<AdminUnit, 'level' | 'pcode' | 'parentPcode' | 'names'>[], rows: readonly Written[]): PresenceData {
  const orgs = Math.max(0, ...rows.map(({ org }) => org)) + 1;
  const points = rows.flatMap(({ point }) => (point ? [point] : []));
  let at = -1;
  const all = (value: number) => rows.map(() => value);
  const unitAt = (code: string | null) => (code === null ? -1 : gazetteer.findIndex(({ pcode }) => pcode === code));
  const data: Partial<PresenceData> = {
    spec: 1,
    dataset: '3w-exl',
    boundaries: { dataset: 'cod-ab-exl', version: 'v01' },
    units: gazetteer.map(({ level, pcode, parentPcode, names }) => ({ level, pcode, name: names[0]!.name, parent: unitAt(parentPcode) })),
    organisations: Array.from({ length: orgs }, (_, i) => ({ id: `o${i}`, name: `Organisation ${i}`, acronym: null, type: null })),
    sectors: [{ code: 'HEA', parent: null }],
    orgSets: [[], ...Array.from({ length: orgs }, (_, i) => [i])],
    sectorSets: [[], [0]],
    periods: [[null, null]],
    places: rows.map(({ stated = [] }) => stated),
    activities: [],
    questions: [],
    groups: [],
    records: {
      row: rows.map((_, i) => i + 2),
      unit: rows.map(({ unit }) => unitAt(unit)),
      stated: rows.map(({ unit }) => (unit === null ? -1 : 2)),
      implementing: rows.map(({ org }) => org + 1),
      programming: all(0),
      funding: all(0),
      sectors: all(1),
      status: all(STATUSES.indexOf('ongoing')),
      period: all(0),
      people: rows.map(() => null),
      activity: all(-1),
      place: rows.map((_, i) => i),
      method: all(1),
      score: all(1),
      question: all(-1),
      ...(points.length > 0 ? { point: rows.map(({ point }) => (point ? ++at : -1)) } : {}),
    },
    ...(points.length > 0 ? { points } : {}),
  };
  return data as PresenceData;
}

/** Rows of all entries. */
export const rowsOf = ({ columns }: Pick<PresenceColumns, 'columns'>): number => columns.records.reduce((sum, each) => sum + each, 0);
