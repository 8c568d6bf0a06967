/** What a change is against: another period, another version of the 3W, or both. Pure. */
import type { DatasetAnswer, VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import type { VersionTag } from '../../../../server/contract/ids.ts';
import { previousPeriod } from '../count.ts';
import type { Against, PresenceState } from '../state.ts';

type Versions = DatasetAnswer['versions'];
type Own = Pick<VersionAnswer, 'version' | 'publishedAt'>;

/** What the reader chose, else the period before, else all of the version before. null where nothing lies before. */
export function againstOf({ against, definition }: Pick<PresenceState, 'against' | 'definition'>, own: Own, versions: Versions): Against | null {
  if (against) return against.version === own.version ? { ...against, version: null } : against;
  const period = previousPeriod(definition);
  if (period) return { version: null, ...period };
  const earlier = versionBefore(own, versions);
  return earlier && { version: earlier, from: null, to: null };
}

/** The version published before this one. */
export function versionBefore(own: Own, versions: Versions): VersionTag | null {
  const when = ({ version, publishedAt }: Own) => `${publishedAt ?? ''} ${version}`;
  const before = versions.filter((each) => when(each) < when(own)).sort((a, b) => (when(a) < when(b) ? 1 : -1));
  return before[0]?.version ?? null;
}
