/** What is told of each unit: how many assessments, how old what they found is, which sectors nobody asked about. Pure. */
import { COLLECTED, type Status } from '../../contract/assessments/assessments.ts';
import type { CoverageAnswer, CoverageQuery, MatrixAnswer, UnitCoverage } from '../../contract/assessments/coverage.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import { holdsSector, windowOf, type StoredAssessment } from '../model.ts';
import { coverAt, placingOf, type Cover } from './cover.ts';
import { areaKey, landingOf, type Ground } from './ground.ts';

/** What counting needs to know of an assessment. */
export type Counted = Pick<
  StoredAssessment,
  'id' | 'status' | 'state' | 'sectors' | 'groups' | 'populations' | 'coverage' | 'representative' | 'collectionStart' | 'collectionEnd' | 'plannedStart'
>;
export interface Filter extends Partial<Pick<CoverageQuery, 'sector' | 'group' | 'status' | 'population' | 'from' | 'to' | 'representative'>> {
  /** Absent: records of every state, and those that were put off too. */
  state?: CoverageQuery['state'] | undefined;
}

/** Nobody collects data in these. */
const OFF: readonly Status[] = ['postponed', 'cancelled'];

/** Whether a record passes a filter. */
export function isAsked(record: Counted, { sector, group, status, population, from, to, representative, state }: Filter): boolean {
  if (state !== undefined && record.state !== state) return false;
  if (status ? !status.includes(record.status) : state !== undefined && OFF.includes(record.status)) return false;
  if (sector && !sector.some((asked) => record.sectors.some((own) => holdsSector(asked, own)))) return false;
  if (group !== undefined && !record.groups.includes(group)) return false;
  if (population !== undefined && !record.populations.some((own) => own === population || own === 'all-affected')) return false;
  if (representative !== undefined && levelOf(record) < representative) return false;
  if (from === undefined && to === undefined) return true;
  const window = windowOf(record);
  return window !== null && (from === undefined || window.end >= from) && (to === undefined || window.start <= to);
}

/** Deepest level at which results hold; -1: at none that is known. */
const levelOf = ({ representative }: Pick<Counted, 'representative'>): number =>
  representative !== null && /^\d$/.test(representative) ? Number(representative) : -1;

/** Whole months that have passed; 0 of days to come. */
export function monthsBetween(day: string, today: string): number {
  const [from, to] = [day, today].map((each) => each.split('-').map(Number) as [number, number, number]) as [
    [number, number, number],
    [number, number, number],
  ];
  return Math.max(0, (to[0] - from[0]) * 12 + to[1] - from[1] - (to[2] < from[2] ? 1 : 0));
}

/** Last day of a collection that is over; null: it is not, or nobody said when. */
export function lastDay(record: Counted, today: string): string | null {
  const window = COLLECTED.includes(record.status) ? windowOf(record) : null;
  return window && (window.end < today ? window.end : today);
}

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** Sectors that are asked about: those asked for, else those of the groups and of what was assessed. */
export const sectorsOf = (records: readonly Counted[], asked: readonly string[] | undefined, ofGroups: readonly string[]): string[] =>
  (asked ? [...asked] : [...new Set([...ofGroups, ...records.flatMap(({ sectors }) => sectors)])]).toSorted();

export interface Asked extends Omit<CoverageQuery, 'state'> {
  scope: Scope;
  today: string;
  state: CoverageQuery['state'];
  /** Of the groups that coordinate one. */
  ofGroups: readonly string[];
}

/** Counts of distinct assessments for each unit of a level, ages in whole months, and what is not placed. */
export function measure(ground: Ground, all: readonly Counted[], asked: Asked): CoverageAnswer {
  const { scope, level, months, today } = asked;
  const records = all.filter((record) => isAsked(record, asked));
  const covers = coverAt(ground, level, records);
  const sectors = sectorsOf(records, asked.sector, asked.ofGroups);
  const places = records.map((record) => placingOf(ground, record));
  const byUnit = toByUnit(records, covers);
  const units = ground.unitsAt(level).map((unit): UnitCoverage => {
    const { own = [], above = 0 } = byUnit.get(unit.pcode) ?? {};
    const last = latest(own.map((record) => lastDay(record, today)));
    const age = last === null ? null : monthsBetween(last, today);
    return {
      pcode: unit.pcode,
      name: unit.names[0]?.name ?? '',
      parent: unit.parentPcode,
      assessments: own.length,
      represented: own.filter((record) => levelOf(record) >= level).length,
      above,
      planned: own.filter(({ status }) => status === 'planned').length,
      last,
      months: age,
      stale: age !== null && age >= months,
      missing: sectors.filter((sector) => !own.some((record) => isFresh(record, sector, months, today))),
    };
  });
  return {
    scope,
    version: ground.version,
    level,
    months,
    today,
    total: records.length,
    placed: places.filter((place) => place === 'units' || place === 'country').length,
    country: places.filter((place) => place === 'country').length,
    notPlaced: records.flatMap(({ id }, i) => {
      const why = places[i]!;
      return why === 'units' || why === 'country' ? [] : [{ id, why }];
    }),
    areas: countAreas(ground, records),
    sectors,
    units,
  };
}

/** What is planned or going on is no answer yet, but the sector is not without anybody. */
function isFresh(record: Counted, sector: string, months: number, today: string): boolean {
  if (!record.sectors.some((own) => holdsSector(sector, own))) return false;
  if (record.status === 'planned' || OFF.includes(record.status)) return false;
  const last = lastDay(record, today) ?? (record.status === 'ongoing' ? today : null);
  return last !== null && monthsBetween(last, today) < months;
}

function toByUnit(records: readonly Counted[], covers: readonly Cover[]): Map<string, { own: Counted[]; above: number }> {
  const found = new Map<string, { own: Counted[]; above: number }>();
  const at = (pcode: string) => {
    let unit = found.get(pcode);
    if (!unit) found.set(pcode, (unit = { own: [], above: 0 }));
    return unit;
  };
  for (const [i, { own, above }] of covers.entries()) {
    for (const pcode of own) at(pcode).own.push(records[i]!);
    for (const pcode of above) at(pcode).above++;
  }
  return found;
}

/** Distinct places as they were stated; placed is what is itself a unit. */
export function countAreas(ground: Ground, records: readonly Pick<Counted, 'coverage'>[]): CoverageAnswer['areas'] {
  const stated = new Map<string, boolean>();
  for (const { coverage } of records)
    if (coverage.of === 'units')
      for (const area of coverage.areas) {
        const key = areaKey(area);
        stated.set(key, (stated.get(key) ?? false) || (landingOf(ground, area)?.isWhole ?? false));
      }
  const placed = [...stated.values()].filter(Boolean).length;
  return { stated: stated.size, placed, notPlaced: stated.size - placed };
}

/** Unit × sector: how many, and when last. */
export function toMatrix(ground: Ground, all: readonly Counted[], asked: Asked): MatrixAnswer {
  const { scope, level, today } = asked;
  const records = all.filter((record) => isAsked(record, asked));
  const sectors = sectorsOf(records, asked.sector, asked.ofGroups);
  const byUnit = toByUnit(records, coverAt(ground, level, records));
  const cells = ground.unitsAt(level).flatMap(({ pcode }) =>
    sectors.flatMap((sector) => {
      const own = byUnit.get(pcode)?.own.filter((record) => record.sectors.some((code) => holdsSector(sector, code))) ?? [];
      if (own.length === 0) return [];
      const last = latest(own.map((record) => lastDay(record, today)));
      return [{ pcode, sector, assessments: own.length, last, months: last === null ? null : monthsBetween(last, today) }];
    }),
  );
  const units = ground.unitsAt(level).map(({ pcode, names }) => ({ pcode, name: names[0]?.name ?? '' }));
  return { scope, version: ground.version, level, today, sectors, cells, units };
}

/** Units of the level that two assessments are both in, at the deepest level that either names. */
export function commonUnits(ground: Ground) {
  const known = new Map<string, Map<AdminLevel, Cover>>();
  const coverOf = (record: Pick<Counted, 'id' | 'coverage'>, level: AdminLevel): Cover => {
    const own = known.get(record.id) ?? new Map<AdminLevel, Cover>();
    known.set(record.id, own);
    let cover = own.get(level);
    if (!cover) own.set(level, (cover = coverAt(ground, level, [record])[0]!));
    return cover;
  };
  const deepest = ({ coverage }: Pick<Counted, 'coverage'>) => Math.max(0, ...coverage.areas.flatMap((area) => landingOf(ground, area)?.unit.level ?? []));
  return (a: Pick<Counted, 'id' | 'coverage'>, b: Pick<Counted, 'id' | 'coverage'>): { level: AdminLevel; pcode: Pcode }[] => {
    const level = Math.max(deepest(a), deepest(b)) as AdminLevel;
    const [one, other] = [coverOf(a, level), coverOf(b, level)];
    const rest = new Set([...other.own, ...other.above]);
    // Both covered from above only says nothing of where either goes, but that both go there.
    return [...one.own, ...one.above]
      .filter((pcode) => rest.has(pcode))
      .toSorted()
      .map((pcode) => ({ level, pcode: pcode as Pcode }));
  };
}
