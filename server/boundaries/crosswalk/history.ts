/** The history of a unit: the units that share ground with it, back to the first version and on to the last one. */
import type { ChangedUnit, LevelChanges, VersionChanges } from '../../contract/boundaries/changes.ts';
import type { HistoryEdge } from '../../contract/boundaries/crosswalk.ts';
import type { AdminLevel, VersionTag } from '../../contract/ids.ts';
import { unitKey } from './chain.ts';

/** Less than this of both units is a border that moved, and no lineage. */
const LEAST_KIN = 0.05;

export interface LineageUnit extends ChangedUnit {
  same: boolean;
}

export interface Lineage {
  /** By version. */
  units: Map<VersionTag, LineageUnit[]>;
  edges: HistoryEdge[];
}

/**
 * From the unit backwards to where its ground came from, and forwards to where it went; not to what else came of its ancestors.
 * @param steps between versions that follow each other, in their order; a version whose geometry is not stored is in none of them
 */
export function traceLineage(steps: readonly VersionChanges[], level: AdminLevel, start: { version: VersionTag; unit: ChangedUnit }): Lineage {
  const units = new Map<VersionTag, LineageUnit[]>([[start.version, [{ ...start.unit, same: true }]]]);
  const edges: HistoryEdge[] = [];
  const walk = (step: VersionChanges, isForward: boolean) => {
    const [here, there] = isForward ? [step.from, step.to!] : [step.to!, step.from];
    const known = new Map(units.get(here)?.map((unit) => [unitKey(unit), unit]));
    const found = new Map<string, LineageUnit>();
    for (const one of levelOf(step, level)?.relations ?? []) {
      const [near, far] = isForward ? [one.source, one.target] : [one.target, one.source];
      const from = near && known.get(unitKey(near));
      if (!from || !isKin(one)) continue;
      const { relation, also, source, target, shareOfSource, shareOfTarget, certainty } = one;
      edges.push({ from: step.from, to: step.to!, relation, ...(also ? { also } : {}), source, target, shareOfSource, shareOfTarget, certainty });
      if (!far) continue;
      const key = unitKey(far);
      found.set(key, { ...far, same: (from.same && one.goesOn) || (found.get(key)?.same ?? false) });
    }
    units.set(
      there,
      [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit),
    );
  };
  for (const step of steps.filter(({ from }) => isAtOrAfter(steps, from, start.version))) walk(step, true);
  for (const step of steps.filter(({ to }) => isAtOrBefore(steps, to!, start.version)).toReversed()) walk(step, false);
  const order = new Map(steps.map(({ from }, at) => [from, at]));
  return { units, edges: edges.toSorted((a, b) => order.get(a.from)! - order.get(b.from)!) };
}

const levelOf = ({ levels }: VersionChanges, level: AdminLevel): LevelChanges | undefined => levels.find((one) => one.level === level);

/** Named only by code or name, or sharing enough of either. */
const isKin = ({ shareOfSource, shareOfTarget }: Pick<HistoryEdge, 'shareOfSource' | 'shareOfTarget'>) =>
  (shareOfSource === null && shareOfTarget === null) || (shareOfSource ?? 0) >= LEAST_KIN || (shareOfTarget ?? 0) >= LEAST_KIN;

const positionOf = (steps: readonly VersionChanges[], version: VersionTag): number => {
  const at = steps.findIndex(({ from }) => from === version);
  return at < 0 ? steps.length : at;
};
const isAtOrAfter = (steps: readonly VersionChanges[], version: VersionTag, start: VersionTag) => positionOf(steps, version) >= positionOf(steps, start);
const isAtOrBefore = (steps: readonly VersionChanges[], version: VersionTag, start: VersionTag) => positionOf(steps, version) <= positionOf(steps, start);
