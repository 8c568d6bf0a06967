/** Codes that no unit has now, of any version before: what their units are called today, or which units took their place. The heirs are those of `carry.ts`. Pure. */
import type { VersionChanges } from '../../contract/boundaries/changes.ts';
import { chainFates, fatesOfChanges, fatesOfDiff, type Fates } from '../../contract/boundaries/heirs.ts';
import type { VersionDiff } from '../../contract/datasets/dataset.ts';
import type { AdminLevel, VersionTag } from '../../contract/ids.ts';
import type { Recoded, Retired } from '../normalize/context.ts';

/** From a version to the one after it. */
export interface FormerStep {
  /** The one before. */
  version: VersionTag;
  diff: Pick<VersionDiff, 'levels'>;
  /** null of versions stored before changes were. */
  changes: Pick<VersionChanges, 'levels'> | null;
}

export interface Former {
  recoded: Recoded;
  retired: Retired;
}

/**
 * @param steps those to the version of today first
 * @param isThere whether a unit of today has the code at the level
 */
export function findFormer(steps: readonly FormerStep[], isThere: (level: AdminLevel, pcode: string) => boolean): Former {
  const former: Former = { recoded: [], retired: [] };
  const seen = new Set<string>();
  const fates: Fates[] = [];
  for (const step of steps) {
    fates.unshift(step.changes ? fatesOfChanges(step.changes) : fatesOfDiff({ diff: step.diff, back: false }));
    const all = chainFates(fates);
    const gone = [...unitsOf(step)].filter(([key, { level, pcode }]) => !seen.has(key) && !isThere(level, pcode));
    const found = gone.map(([key, unit]) => ({ key, ...unit, fate: all(unit.level, unit.pcode)! }));
    // A unit that is alone in its heir is it under another code; several became one.
    const sources = Map.groupBy(
      found.filter(({ fate }) => fate.how === 'exact' || fate.how === 'near'),
      ({ level, fate }) => `${level} ${fate.heirs[0]!.pcode}`,
    );
    for (const { key, level, pcode, names, isRecoded, fate } of found) {
      seen.add(key);
      const into = fate.heirs.filter((heir) => heir.level === level).map((heir) => ({ pcode: heir.pcode, share: heir.share ?? 1 }));
      if (into.length === 0) continue;
      const isAlone = fate.how !== 'split' && sources.get(`${level} ${into[0]!.pcode}`)!.length === 1;
      if (isAlone && isRecoded) former.recoded.push({ level, before: pcode, after: into[0]!.pcode });
      else former.retired.push({ level, pcode, names, into, version: step.version });
    }
  }
  return former;
}

interface FormerUnit {
  level: AdminLevel;
  pcode: string;
  names: string[];
  /** It goes on under another code, as far as is known. */
  isRecoded: boolean;
}

/** Units of the version before that are told of. */
function unitsOf({ diff, changes }: FormerStep): Map<string, FormerUnit> {
  const units = new Map<string, FormerUnit>();
  const add = (level: AdminLevel, pcode: string, names: readonly string[], isRecoded: boolean) => {
    const key = `${level} ${pcode}`;
    const known = units.get(key);
    units.set(key, { level, pcode, names: [...new Set([...(known?.names ?? []), ...names])], isRecoded: isRecoded || (known?.isRecoded ?? false) });
  };
  for (const { level, recoded, retired = [] } of diff.levels) {
    for (const { before } of recoded) add(level, before, [], true);
    for (const { pcode, names } of retired) add(level, pcode, names, false);
  }
  for (const { level, relations } of changes?.levels ?? [])
    for (const { source, target, goesOn } of relations)
      if (source?.pcode) add(level, source.pcode, [source.name], goesOn && target !== null && target.pcode !== source.pcode);
  return units;
}
