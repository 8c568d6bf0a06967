/** When versions are valid: each from its date until that of the next one, that day not included. */
import type { CrosswalkVersion } from '../../contract/boundaries/crosswalk.ts';
import type { VersionStatus } from '../../contract/datasets/dataset.ts';
import type { VersionTag } from '../../contract/ids.ts';

export interface DatedVersion {
  version: VersionTag;
  status: VersionStatus;
  publishedAt: string | null;
  /** `2021`, `2021-10` or `2021-10-05`. */
  validOn: string | null;
}

/** A partial date counts as its first day. */
export const firstDay = (date: string): string => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date.slice(0, 10));

const numbersOf = (version: string): number[] => version.slice(1).split('.').map(Number);

/** By number: `v02`, `v02.01`, `v03`. */
function byTag(a: DatedVersion, b: DatedVersion): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [numbersOf(a.version), numbersOf(b.version)];
  return major - otherMajor || minor - otherMinor;
}

/** By the day from which they are valid, where every one has it, else by number: an older edition may be stored after a newer one. */
export function inOrder<V extends DatedVersion>(versions: readonly V[]): V[] {
  const areDated = versions.every(({ validOn }) => validOn !== null);
  const byDay = (a: V, b: V) => (areDated ? firstDay(a.validOn!).localeCompare(firstDay(b.validOn!)) : 0);
  return versions.toSorted((a, b) => byDay(a, b) || byTag(a, b));
}

/** Half-open: `validTo` is the first day on which the next version holds. A withdrawn version ends nothing that came before it. */
export function datedVersions(versions: readonly DatedVersion[]): CrosswalkVersion[] {
  const ordered = inOrder(versions);
  return ordered.map(({ version, status, publishedAt, validOn }, at) => {
    const next = ordered
      .slice(at + 1)
      .find((later) => later.validOn !== null && later.status !== 'withdrawn' && (validOn === null || firstDay(later.validOn) > firstDay(validOn)));
    return { version, status, publishedAt, validFrom: validOn, validTo: next?.validOn ?? null };
  });
}
