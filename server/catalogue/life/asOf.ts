/** The days in which each version holds, and the one that holds on a day. Half-open: a day of change belongs to the new version. Pure. */
import type { Correction, VersionStatus } from '../../contract/datasets/dataset.ts';
import { toDay, type Period, type PeriodNote } from '../../contract/datasets/asOf.ts';
import type { VersionTag } from '../../contract/ids.ts';

/** Of a published version what its days are made of. */
export interface DatedVersion {
  version: VersionTag;
  status: Exclude<VersionStatus, 'draft'>;
  publishedAt: string;
  withdrawnAt: string | null;
  /** As the metadata say today. */
  validOn: string | null;
  corrections: readonly Correction[];
  /** The day on which all of its units end; null where one does not say. */
  validTo: string | null;
  /** What the data say of their days, where the metadata say nothing: the year of a population, the period of a 3W. */
  span?: { from: string; to: string | null } | null;
}

/** The day that was given for it when `known` ended: a correction made later was not known then. */
export function validOnAt({ validOn, corrections }: Pick<DatedVersion, 'validOn' | 'corrections'>, known: string | null): string | null {
  if (known === null) return validOn;
  const later = corrections.find(({ at, fields }) => at.slice(0, 10) > known && fields.some(({ field }) => field === 'dateValidOn'));
  const before = later?.fields.find(({ field }) => field === 'dateValidOn')?.before;
  return later ? (typeof before === 'string' ? before : null) : validOn;
}

export interface Periods {
  /** In the order of their days, without overlaps. */
  periods: Period[];
  notes: PeriodNote[];
}

/**
 * @param line versions that are in force, in the order of publishing: where two begin on one day the later one holds
 * @param known as of `validOnAt`
 */
export function periodsOf(line: readonly DatedVersion[], known: string | null): Periods {
  const notes: PeriodNote[] = [];
  const dated = line.flatMap((each) => {
    const given = validOnAt(each, known);
    const span = given === null ? (each.span ?? null) : null;
    const validOn = given ?? span?.from ?? null;
    const from = validOn === null ? null : toDay(validOn);
    if (from === null) notes.push({ is: 'undated', version: each.version });
    const ending = span ? { version: each.version, validTo: span.to } : each;
    return from === null ? [] : [{ version: each.version, validOn: validOn!, from, validTo: endOf(ending, from, notes), derived: span !== null }];
  });
  const sorted = dated.map((each, at) => ({ ...each, at })).toSorted((a, b) => (a.from === b.from ? a.at - b.at : a.from < b.from ? -1 : 1));
  const periods: Period[] = [];
  for (const [i, { version, validOn, from, validTo, derived }] of sorted.entries()) {
    const next = sorted[i + 1];
    const ends = [validTo, next?.from].filter((day): day is string => typeof day === 'string');
    const to = ends.length === 0 ? null : ends.reduce((least, day) => (day < least ? day : least));
    if (next && (next.from === from || (validTo !== null && validTo > next.from)))
      notes.push({ is: 'overlap', from: next.from, to: validTo ?? next.validTo, version, by: next.version });
    if (next?.from === from) continue;
    periods.push({ version, validOn, ...(derived ? { derived: true as const } : {}), from, to });
    if (next && to !== null && to < next.from) notes.push({ is: 'gap', from: to, to: next.from, before: version, after: next.version });
  }
  return { periods, notes };
}

function endOf({ version, validTo }: Pick<DatedVersion, 'version' | 'validTo'>, from: string, notes: PeriodNote[]): string | null {
  const to = validTo === null ? null : toDay(validTo);
  if (to === null || to > from) return to;
  notes.push({ is: 'ends-before', version, to });
  return null;
}

/** The period that holds on a day; else the nearest before and after it. */
export function periodAt(periods: readonly Period[], date: string): { found: Period } | { found: null; before: Period | null; after: Period | null } {
  const found = periods.find(({ from, to }) => from <= date && (to === null || date < to));
  if (found) return { found };
  return { found: null, before: periods.findLast(({ from }) => from <= date) ?? null, after: periods.find(({ from }) => from > date) ?? null };
}
