/** What differs between two versions of boundaries, counted. Pure. */
import type { VersionDiff } from '../../../../server/contract/datasets/dataset.ts';

/** In the order in which they are told: what breaks joins first. */
export const CHANGE_KINDS = ['added', 'removed', 'recoded', 'renamed', 'redrawn'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Counted {
  kind: ChangeKind;
  count: number;
}

export interface ChangedLevel {
  level: number;
  changes: Counted[];
}

/** Of all levels together; kinds without any are left out. */
export function countsOf({ levels }: Pick<VersionDiff, 'levels'>): Counted[] {
  return counted((kind) => levels.reduce((sum, level) => sum + level[kind].length, 0));
}

export const totalOf = (diff: Pick<VersionDiff, 'levels'>): number => countsOf(diff).reduce((sum, { count }) => sum + count, 0);

/** Level by level, as far as anything in it differs. */
export function unitsIn({ levels }: Pick<VersionDiff, 'levels'>): ChangedLevel[] {
  return levels.map((level) => ({ level: level.level as number, changes: counted((kind) => level[kind].length) })).filter(({ changes }) => changes.length > 0);
}

function counted(of: (kind: ChangeKind) => number): Counted[] {
  return CHANGE_KINDS.map((kind) => ({ kind, count: of(kind) })).filter(({ count }) => count > 0);
}
