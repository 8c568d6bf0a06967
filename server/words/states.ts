/** What became of a version, in words: for pages, pictures and embeds alike. Pure. */
import type { Replacement, VersionStatus, Withdrawal } from '../contract/datasets/dataset.ts';
import type common from './en/interface/common.ts';

/** Of a version what its state is said from. */
export interface Stated {
  dataset: string;
  version: string;
  status: VersionStatus;
  withdrawal?: Withdrawal | undefined;
  replaced?: Replacement | undefined;
}

type Say = (key: keyof typeof common, values?: Record<string, string>) => string;

/** A tag keeps its order within any sentence (UAX 9 §2.4). */
const isolate = (tag: string): string => `\u2068${tag}\u2069`;

/**
 * @param what the kind of data in the reader's language
 * @param date a moment as a day in words
 * @returns null of a current version
 */
export function stateText(version: Stated, what: string, date: (iso: string) => string, say: Say): { state: string; reason: string | null } | null {
  const { status, withdrawal, replaced } = version;
  const about = { what, version: isolate(version.version) };
  const because = (reason: string | null | undefined) => (reason ? say('version.why', { reason }) : null);
  if (status === 'current') return null;
  if (status === 'draft') return { state: say('version.draft', about), reason: null };
  if (status === 'withdrawn') {
    const state = withdrawal?.at ? say('version.withdrawn', { ...about, date: date(withdrawal.at) }) : say('version.withdrawn.undated', about);
    return { state, reason: because(withdrawal?.reason) };
  }
  const isKnown = replaced?.at && replaced.by;
  const state = isKnown
    ? say('version.superseded', { ...about, by: isolate(replaced.by!), date: date(replaced.at!) })
    : say('version.superseded.undated', about);
  return { state, reason: because(replaced?.reason) };
}
