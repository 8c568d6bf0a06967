/** What of a population on other boundaries is an estimate, and on which it can be shown. Pure. */
import type { DatasetAnswer } from '../../../server/contract/datasets/api.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import type { ShownLevel } from '../../../server/contract/population/carried.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Published versions of the boundaries since the one that the population was counted on, oldest first. Withdrawn ones are not offered. */
export function newerVersions(versions: DatasetAnswer['versions'], counted: string | null): VersionTag[] {
  const since = versions.find(({ version }) => version === counted)?.publishedAt;
  if (!since) return [];
  return versions
    .filter(({ status, publishedAt }) => publishedAt !== null && publishedAt > since && (status === 'current' || status === 'superseded'))
    .toSorted((a, b) => (a.publishedAt! < b.publishedAt! ? -1 : 1))
    .map(({ version }) => version as VersionTag);
}

export interface Range {
  value: number;
  low: number;
  high: number;
}

/** People of a unit where they are an estimate with a range; null where they are known. */
export function rangeOf({ level, group }: { level: ShownLevel; group: number }, pcode: string): Range | null {
  const { carried, pcodes, values } = level;
  const i = pcodes.indexOf(pcode);
  const [value, low, high] = [values[group]?.[i], carried?.low[group]?.[i], carried?.high[group]?.[i]];
  if (carried?.methods[i] !== 'estimated' || value == null || low == null || high == null || low === high) return null;
  return { value, low, high };
}

export const estimatedOf = ({ carried, pcodes }: ShownLevel): ReadonlyMap<string, number> =>
  new Map(pcodes.flatMap((code, i): [string, number][] => (carried?.methods[i] === 'estimated' ? [[code, 1]] : [])));

/** `about 41,000 (24,000–66,000)`. @param write a number as it is shown */
export function aboutText({ say }: { say: Translate<'population.on.about'> }, { value, low, high }: Range, write: (value: number) => string): string {
  return say('population.on.about', { value: write(value), low: write(low), high: write(high) });
}
