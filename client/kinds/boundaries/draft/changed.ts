/** What differs between two versions of boundaries, counted. Pure. */
import type { VersionDiff } from '../../../../server/contract/datasets/dataset.ts';

/** In the order in which they are told: what breaks joins first. */
export const CHANGE_KINDS = ['added', 'removed', 'recoded', 'renamed', 'redrawn'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Counted {
  kind: ChangeKind;
  count: number;
}

/** Of all levels together; kinds without any are left out. */
export function countsOf({ levels }: Pick<VersionDiff, 'levels'>): Counted[] {
  const counted = (kind: ChangeKind) => levels.reduce((sum, level) => sum + level[kind].length, 0);
  return CHANGE_KINDS.map((kind) => ({ kind, count: counted(kind) })).filter(({ count }) => count > 0);
}

export const totalOf = (diff: Pick<VersionDiff, 'levels'>): number => countsOf(diff).reduce((sum, { count }) => sum + count, 0);
