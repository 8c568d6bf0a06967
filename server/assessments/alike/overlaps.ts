/** Assessments that would ask the same people the same thing, told while one of them is still planned. Pure. */
import type { Overlap, Population } from '../../contract/assessments/assessments.ts';
import { daysBetween } from '../../groups/structure.ts';
import { holdsSector, leadsOf, shareLead, windowOf, type StoredAssessment, type Window } from '../model.ts';

export type Planned = Pick<
  StoredAssessment,
  'id' | 'status' | 'leads' | 'sectors' | 'populations' | 'coverage' | 'collectionStart' | 'collectionEnd' | 'plannedStart'
>;

/** Windows so near each other burden the same people. */
export const NEAR_DAYS = 60;

/** Days between two windows; 0 where they meet. */
export const daysApart = (a: Window, b: Window): number => Math.max(0, daysBetween(a.end, b.start), daysBetween(b.end, a.start));

/** All who are affected hold every group. Where one did not say, nothing tells them apart. */
function commonPopulations(a: Planned, b: Planned): Population[] | null {
  if (a.populations.length === 0 || b.populations.length === 0) return [];
  const isAll = (populations: readonly Population[]) => populations.includes('all-affected');
  if (isAll(a.populations) || isAll(b.populations)) return [...new Set([...a.populations, ...b.populations].filter((group) => group !== 'all-affected'))];
  const common = a.populations.filter((group) => b.populations.includes(group));
  return common.length > 0 ? common : null;
}

/** @returns units that both are in, at the deeper of their levels */
export type CommonUnits = (a: Planned, b: Planned) => Overlap['units'];

/** null: neither is in the way of the other. */
export function overlapOf(a: Planned, b: Planned, commonUnits: CommonUnits): Overlap | null {
  const isPlanned = [a, b].some(({ status }) => status === 'planned') && [a, b].every(({ status }) => status !== 'cancelled' && status !== 'postponed');
  if (a.id === b.id || !isPlanned || shareLead(a, b)) return null;
  const sectors = [...new Set([...a.sectors.filter((code) => b.sectors.some((other) => holdsSector(other, code))), ...b.sectors.filter((code) => a.sectors.some((other) => holdsSector(other, code)))])]; // prettier-ignore
  const populations = sectors.length === 0 ? null : commonPopulations(a, b);
  const [one, other] = [windowOf(a), windowOf(b)];
  if (populations === null || one === null || other === null) return null;
  const days = daysApart(one, other);
  if (days > NEAR_DAYS) return null;
  const units = commonUnits(a, b);
  return units.length === 0 ? null : { a: a.id, b: b.id, sectors, populations, units, days, leadA: leadsOf(a), leadB: leadsOf(b) };
}

/** Nearest first. */
export function findOverlaps(records: readonly Planned[], commonUnits: CommonUnits): Overlap[] {
  const found = records.flatMap((a, i) => records.slice(i + 1).flatMap((b) => overlapOf(a, b, commonUnits) ?? []));
  return found.toSorted((a, b) => a.days - b.days || (a.a < b.a ? -1 : 1));
}
