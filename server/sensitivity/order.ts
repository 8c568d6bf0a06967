/** Which of two sensitivities protects less, and what holds where table and owner say different things. Pure. */
import { ADMIN_LEVELS, type AdminLevel } from '../contract/ids.ts';
import { AUDIENCES, CLASSES, LEAST_COUNT, type Sensitivity, type SensitivityFault } from '../contract/sensitivity/sensitivity.ts';

const rankOf = <T>(order: readonly T[], value: T): number => order.indexOf(value);
/** Deepest level that everybody is given counts of. */
export const deepestOf = ({ lowestLevel }: Pick<Sensitivity, 'lowestLevel'>): AdminLevel => lowestLevel ?? ADMIN_LEVELS.at(-1)!;

/** Whether everybody is given counts only. */
export const isCountsOnly = ({ class: is, audience }: Pick<Sensitivity, 'class' | 'audience'>): boolean => audience === 'public' && is === 'high';

/** Whether `a` protects less than `b` in any respect. */
export function isLower(a: Sensitivity, b: Sensitivity): boolean {
  if (rankOf(CLASSES, a.class) < rankOf(CLASSES, b.class) || rankOf(AUDIENCES, a.audience) < rankOf(AUDIENCES, b.audience)) return true;
  if (a.audience === 'named' && b.audience === 'named' && a.named.some((group) => !b.named.includes(group))) return true;
  if (!isCountsOnly(a) || !isCountsOnly(b)) return false;
  return deepestOf(a) > deepestOf(b) || (a.smallestCount ?? LEAST_COUNT) < (b.smallestCount ?? LEAST_COUNT);
}

/** The stricter of the two in each respect. */
export function stricter(a: Sensitivity, b: Sensitivity): Sensitivity {
  const pick = <T>(order: readonly T[], one: T, other: T): T => (rankOf(order, one) >= rankOf(order, other) ? one : other);
  const audience = pick(AUDIENCES, a.audience, b.audience);
  const least = (one: AdminLevel | null, other: AdminLevel | null) => (one === null ? other : other === null ? one : (Math.min(one, other) as AdminLevel));
  const named = a.audience !== 'named' ? b.named : b.audience !== 'named' ? a.named : a.named.filter((group) => b.named.includes(group));
  return {
    class: pick(CLASSES, a.class, b.class),
    audience,
    named: audience === 'named' ? named : [],
    lowestLevel: least(a.lowestLevel, b.lowestLevel),
    smallestCount: a.smallestCount === null ? b.smallestCount : b.smallestCount === null ? a.smallestCount : Math.max(a.smallestCount, b.smallestCount),
  };
}

/** Kinds of data of which counts by unit can be given in the place of the whole. */
const COUNTED = new Set(['presence', 'presence-points', 'layers', 'facilities']);

/**
 * What contradicts itself: the severest for everybody, groups named for another audience, and high for everybody of what cannot be given
 * in part (only a 3W and a layer have counts that stand for them).
 */
export function faultOf(given: Sensitivity, type: string): SensitivityFault | null {
  if (given.class === 'severe' && given.audience === 'public') return 'severe-public';
  if (given.named.length > 0 && given.audience !== 'named') return 'named-without';
  if (isCountsOnly(given) && !COUNTED.has(type)) return 'counts-of';
  return null;
}
