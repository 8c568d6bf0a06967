/** What of a 3W everybody is given where it is counts only. Types only. */
import type { DatasetId } from '../contract/ids.ts';

/** What strangers are told of a 3W of which everybody is given counts only (docs/sharing.md). */
export interface PresencePolicy {
  /** Deepest admin level of which counts are given. */
  deepestLevel: number;
  /** Counts of organisations below this, and above 0, are not given; at least 3. */
  suppressBelow: number;
  reason: string;
}
/** undefined: everybody is told everything. */
export type FindPolicy = (dataset: DatasetId) => Promise<PresencePolicy | undefined>;
