/**
 * What became of a unit on the way to another version of the boundaries, for data that do not add up: a row of it goes along where all of its ground
 * went to one unit, and is known for no more than the unit that holds all heirs where it did not (decision 0062). One answer for what is counted on
 * other boundaries and for what waits in the review. Pure.
 */
import type { LevelChanges, UnitRelation } from './changes.ts';
import type { VersionDiff } from '../datasets/dataset.ts';
import type { AdminLevel } from '../ids.ts';

/** From this share of its ground on, a unit went to one heir: what is left is border that was drawn anew. */
export const NEAR = 0.98;
/** Shares are kept with four decimals. */
const WHOLE = 0.9995;

export interface Heir {
  level: AdminLevel;
  pcode: string;
  /** Of the ground of the unit; null where that is not known. */
  share: number | null;
}

export interface Fate {
  /**
   * `exact`: all of it is in the heir. `near`: nearly all, or by codes and names alone. `split`: in one of the heirs. `gone`: no unit took its place.
   * `level-gone`: its level is no more; what was known of it is known of the unit above.
   */
  how: 'exact' | 'near' | 'split' | 'gone' | 'level-gone';
  /** Largest share first; one where it is exact or near, none where it is gone. */
  heirs: Heir[];
}

/** undefined: nothing is said of such a unit. */
export type Fates = (level: number, pcode: string) => Fate | undefined;

const keyOf = (level: number, pcode: string) => `${level} ${pcode}`;

export function fatesOfChanges({ levels }: { levels: readonly Pick<LevelChanges, 'level' | 'toLevel' | 'units' | 'relations'>[] }): Fates {
  const fates = new Map<string, Fate>();
  const dropped = new Set<number>();
  for (const { level, toLevel = level, units, relations } of levels) {
    if (units.before > 0 && units.after === 0) dropped.add(level);
    const bySource = Map.groupBy(
      relations.filter(({ source }) => source !== null && source.pcode !== ''),
      ({ source }) => source!.pcode,
    );
    for (const [pcode, own] of bySource) fates.set(keyOf(level, pcode), fateOf(own, toLevel));
  }
  return (level, pcode) => (dropped.has(level) ? { how: 'level-gone', heirs: [] } : fates.get(keyOf(level, pcode)));
}

function fateOf(relations: readonly UnitRelation[], level: AdminLevel): Fate {
  // A code that another place has now says nothing of where its unit went.
  const heirs = relations
    .filter(({ target, relation, shareOfSource }) => target && target.pcode !== '' && (relation !== 'relocated' || (shareOfSource ?? 0) >= NEAR))
    .map(({ target, shareOfSource, certainty }) => ({ level, pcode: target!.pcode, share: shareOfSource, certainty }))
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [first] = heirs;
  if (!first) return { how: 'gone', heirs: [] };
  const toHeir = ({ level, pcode, share }: Heir): Heir => ({ level, pcode, share });
  const isOne = first.certainty === 'asserted' ? heirs.length === 1 : first.certainty === 'exact' || (first.share ?? 0) >= NEAR;
  if (!isOne) return { how: 'split', heirs: heirs.map(toHeir) };
  return { how: first.certainty === 'exact' || (first.certainty !== 'asserted' && first.share! >= WHOLE) ? 'exact' : 'near', heirs: [toHeir(first)] };
}

/** From one version to the next, or `back` from a later one to the one before it. */
export interface DiffStep {
  diff: Pick<VersionDiff, 'levels'>;
  back: boolean;
}

/**
 * By the comparisons that versions keep of themselves, where geometries are not there to be laid over each other. They say nothing of units that
 * keep their code and lost ground: of these only that they were drawn anew.
 */
export function fatesOfDiff({ diff, back }: DiffStep): Fates {
  const fates = new Map<string, Fate>();
  for (const { level, added, removed, recoded, redrawn, retired = [] } of diff.levels) {
    const one = (pcode: string, share: number | null, how: Fate['how']): Fate => ({ how, heirs: [{ level, pcode, share }] });
    for (const { pcode } of redrawn) fates.set(keyOf(level, pcode), one(pcode, null, 'near'));
    for (const gone of back ? added : removed) fates.set(keyOf(level, gone), { how: 'gone', heirs: [] });
    if (back) {
      // Their shares are of the other side: how much of this unit lies in each is not known, not even of one alone.
      for (const gone of added) {
        const heirs = retired.flatMap(({ pcode, into }): Heir[] => (into.some((unit) => unit.pcode === gone) ? [{ level, pcode, share: null }] : []));
        if (heirs.length > 0) fates.set(keyOf(level, gone), { how: 'split', heirs });
      }
    } else {
      for (const { pcode, into } of retired) {
        const [first] = into;
        if (!first) continue;
        if (first.share >= NEAR) fates.set(keyOf(level, pcode), one(first.pcode, first.share, first.share >= WHOLE ? 'exact' : 'near'));
        else fates.set(keyOf(level, pcode), { how: 'split', heirs: into.map((unit) => ({ level, ...unit })) });
      }
    }
    for (const { before, after } of recoded) fates.set(keyOf(level, back ? after : before), one(back ? before : after, 1, 'exact'));
  }
  return (level, pcode) => fates.get(keyOf(level, pcode)) ?? { how: 'exact', heirs: [{ level: level as AdminLevel, pcode, share: 1 }] };
}

const WORST: readonly Fate['how'][] = ['exact', 'near', 'split', 'level-gone', 'gone'];
const worse = (a: Fate['how'], b: Fate['how']) => (WORST.indexOf(a) >= WORST.indexOf(b) ? a : b);

/** One step after the other: certain no more than the least certain of them. */
export function chainFates(steps: readonly Fates[]): Fates {
  return (level, pcode) => {
    let fate: Fate = { how: 'exact', heirs: [{ level: level as AdminLevel, pcode, share: 1 }] };
    for (const step of steps) {
      const heirs = new Map<string, Heir>();
      let how = fate.how;
      for (const heir of fate.heirs) {
        const next = step(heir.level, heir.pcode) ?? { how: 'gone' as const, heirs: [] };
        how = worse(how, next.how);
        for (const own of next.heirs) {
          const known = heirs.get(keyOf(own.level, own.pcode));
          const share = heir.share === null || own.share === null || known?.share === null ? null : (known?.share ?? 0) + heir.share * own.share;
          heirs.set(keyOf(own.level, own.pcode), { ...own, share });
        }
      }
      const found = [...heirs.values()].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
      if (found.length === 0) return { how: how === 'level-gone' ? how : 'gone', heirs: [] };
      // Parts that became one unit again are one.
      const isWhole = how === 'exact' || how === 'near';
      fate = { how: found.length > 1 ? 'split' : isWhole ? how : (found[0]!.share ?? 0) >= NEAR ? 'near' : 'split', heirs: found };
    }
    return fate;
  };
}
