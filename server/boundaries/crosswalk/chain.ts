/**
 * Tables over several versions: shares multiplied where the ground of two versions cannot be laid on each other, and the identity of units followed
 * from version to version where it can.
 */
import { BUMPS, type ChangedUnit, type ChangeNoise, type LevelChanges, type UnitRelation, type VersionChanges } from '../../contract/boundaries/changes.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { classify, countRelations, type ComposedPair } from './composed.ts';

/** Products below this, both ways, are noise of the steps. */
const LEAST_PRODUCT = 0.01;
const RANK: readonly UnitRelation['certainty'][] = ['exact', 'near', 'estimated', 'asserted'];

export const unitKey = ({ pcode, name }: Pick<ChangedUnit, 'pcode' | 'name'>): string => pcode || `\0${name}`;

/** What becomes of the first version in the last one, by the tables of the steps between. @param steps in their order, one at least */
export function chainChanges(steps: readonly VersionChanges[]): VersionChanges {
  return steps.slice(1).reduce(compose, steps[0]!);
}

function compose(first: VersionChanges, second: VersionChanges): VersionChanges {
  const levels = first.levels.flatMap((own) => {
    const next = second.levels.find(({ level }) => level === (own.toLevel ?? own.level));
    return next ? [composeLevel(own, next)] : [];
  });
  const proposal = BUMPS[Math.min(BUMPS.indexOf(first.bump.proposal), BUMPS.indexOf(second.bump.proposal))]!;
  const reasons = [...first.bump.reasons, ...second.bump.reasons];
  const largest = reasons.filter((one) => !reasons.some((other) => other.code === one.code && other.level === one.level && isMore(other, one, reasons)));
  return { from: first.from, to: second.to, bump: { proposal, reasons: largest }, levels };
}

type Reason = VersionChanges['bump']['reasons'][number];
const isMore = (other: Reason, one: Reason, all: readonly Reason[]) =>
  other.count > one.count || (other.count === one.count && all.indexOf(other) < all.indexOf(one));

function composeLevel(first: LevelChanges, second: LevelChanges): LevelChanges {
  const relations = classify(composePairs(first.relations, second.relations));
  const toLevel = second.toLevel ?? (second.level === first.level ? undefined : second.level);
  return {
    level: first.level,
    ...(toLevel === undefined || toLevel === first.level ? {} : { toLevel }),
    units: { before: first.units.before, after: second.units.after },
    counts: countRelations(relations),
    noise: worse(first.noise, second.noise),
    scheme: null,
    overlapSqKm: { before: first.overlapSqKm.before, after: second.overlapSqKm.after },
    relations,
  };
}

function worse(a: ChangeNoise, b: ChangeNoise): ChangeNoise {
  const { shift: _shift, ...wider } = a.w95M >= b.w95M ? a : b;
  return { ...wider, floorM: Math.max(a.floorM, b.floorM), regenerated: a.regenerated || b.regenerated };
}

/** All pairs that have a way from one to the other, with the products of their shares; the pairs of one unit add to 1. */
function composePairs(first: readonly UnitRelation[], second: readonly UnitRelation[]): ComposedPair[] {
  const onward = Map.groupBy(
    second.filter(({ source }) => source !== null),
    ({ source }) => unitKey(source!),
  );
  const pairs = new Map<string, ComposedPair>();
  const add = (source: ChangedUnit | null, target: ChangedUnit | null, part: Pick<ComposedPair, 'ofSource' | 'ofTarget' | 'certainty' | 'goesOn'>) => {
    if (source === null && target === null) return;
    const key = `${source ? unitKey(source) : ''}\u0001${target ? unitKey(target) : ''}`;
    const known = pairs.get(key);
    if (!known) pairs.set(key, { source, target, ...part });
    else {
      known.ofSource += part.ofSource;
      known.ofTarget += part.ofTarget;
      known.certainty = worst(known.certainty, part.certainty);
      known.goesOn ||= part.goesOn;
    }
  };
  for (const one of first) {
    const { source, target, certainty } = one;
    const [ofSource, ofTarget] = sharesOf(one);
    if (target === null) add(source, null, { ofSource, ofTarget: 0, certainty, goesOn: false });
    else
      for (const next of onward.get(unitKey(target)) ?? []) {
        const [onSource, onTarget] = sharesOf(next);
        add(source, next.target, {
          ofSource: source === null ? 0 : ofSource * onSource,
          ofTarget: next.target === null ? 0 : ofTarget * onTarget,
          certainty: worst(certainty, next.certainty),
          goesOn: one.goesOn && next.goesOn,
        });
      }
  }
  for (const next of second)
    if (next.source === null) add(null, next.target, { ofSource: 0, ofTarget: sharesOf(next)[1], certainty: next.certainty, goesOn: false });
  const kept = [...pairs.values()].filter(({ ofSource, ofTarget, goesOn }) => ofSource >= LEAST_PRODUCT || ofTarget >= LEAST_PRODUCT || goesOn);
  fillUp(kept, ({ source }) => source, 'ofSource');
  fillUp(kept, ({ target }) => target, 'ofTarget');
  return kept;
}

/** Where only codes and names speak, all of the unit is meant. */
const sharesOf = ({ shareOfSource, shareOfTarget, source, target }: UnitRelation): [number, number] => [
  shareOfSource ?? (source === null ? 0 : 1),
  shareOfTarget ?? (target === null ? 0 : 1),
];

const worst = (a: UnitRelation['certainty'], b: UnitRelation['certainty']) => RANK[Math.max(RANK.indexOf(a), RANK.indexOf(b))]!;

/** What was dropped was noise: the rest is all there is. */
function fillUp(pairs: readonly ComposedPair[], unitOf: (pair: ComposedPair) => ChangedUnit | null, share: 'ofSource' | 'ofTarget'): void {
  const groups = Map.groupBy(
    pairs.filter((pair) => unitOf(pair) !== null),
    (pair) => unitKey(unitOf(pair)!),
  );
  for (const own of groups.values()) {
    const sum = own.reduce((all, pair) => all + pair[share], 0);
    if (sum > 0) for (const pair of own) pair[share] /= sum;
  }
}

/** Unit of the last version that each of the first one went on as, step by step. */
export function followUnits(steps: readonly VersionChanges[], level: AdminLevel): Map<string, string> {
  let followed: Map<string, string> | undefined;
  let at: AdminLevel = level;
  for (const step of steps) {
    const own = step.levels.find((one) => one.level === at);
    const next = new Map(
      (own?.relations ?? []).flatMap(({ goesOn, source, target }): [string, string][] =>
        goesOn && source && target ? [[unitKey(source), unitKey(target)]] : [],
      ),
    );
    const before: [string, string][] = followed ? [...followed] : [...next.keys()].map((key) => [key, key]);
    followed = new Map(before.flatMap(([first, middle]): [string, string][] => (next.has(middle) ? [[first, next.get(middle)!]] : [])));
    at = own?.toLevel ?? at;
  }
  return followed ?? new Map<string, string>();
}
