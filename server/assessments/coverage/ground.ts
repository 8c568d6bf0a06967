/** The boundaries that coverage is told on, and where a stated place lies in them. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { Area } from '../../contract/assessments/assessments.ts';
import type { Fates } from '../../contract/boundaries/heirs.ts';
import type { AdminLevel, VersionTag } from '../../contract/ids.ts';
import { createUnitTree, type UnitTree } from '../../matching/unitTree.ts';

/** What became of units of another version; null: nothing tells. */
export type FindFates = (version: VersionTag) => Fates | null;

export interface Ground {
  /** null: no boundaries are published, and nothing is placed. */
  version: VersionTag | null;
  levels: readonly AdminLevel[];
  tree: UnitTree;
  unitsAt: (level: AdminLevel) => readonly AdminUnit[];
  fates: FindFates;
}

/** A version of the boundaries with all its units; without fates, places of other versions are in none of them. */
export function createGround(version: VersionTag | null, units: readonly AdminUnit[], fates: FindFates = () => null): Ground {
  const byLevel = Map.groupBy(units, ({ level }) => level);
  const levels = [...byLevel.keys()].toSorted((a, b) => a - b);
  const tree = createUnitTree({ levels: levels.map((level) => ({ level, units: byLevel.get(level)! })) });
  return { version, levels, tree, unitsAt: (level) => byLevel.get(level) ?? [], fates };
}

/** Where a stated place lies. */
export interface Landing {
  /** It is known to be in this unit. */
  unit: AdminUnit;
  /** Of a unit that was split: in one of these. */
  heirs: readonly AdminUnit[];
  /** The place itself is a unit, and not only within one. */
  isWhole: boolean;
}

/** null: in no unit of these boundaries. Codes of other versions are followed by what became of their units, never taken as they are. */
export function landingOf({ version, tree, fates }: Ground, area: Pick<Area, 'level' | 'pcode' | 'unitLevel' | 'version'>): Landing | null {
  const { level, pcode, unitLevel } = area;
  if (version === null || pcode === null || unitLevel === null || area.version === null) return null;
  const isWhole = unitLevel === level;
  if (area.version === version) {
    const unit = tree.find(unitLevel, pcode);
    return unit ? { unit, heirs: [], isWhole } : null;
  }
  const fate = fates(area.version)?.(unitLevel, pcode);
  const heirs = fate?.heirs.flatMap((heir) => tree.find(heir.level, heir.pcode) ?? []) ?? [];
  const [first] = heirs;
  if (!fate || !first) return null;
  if (fate.how !== 'split') return { unit: first, heirs: [], isWhole };
  const shared = tree.shared(first, heirs);
  return shared ? { unit: shared, heirs, isWhole: false } : null;
}

/** One for the same stated place, whatever else is said of it. */
export const areaKey = ({ level, code, name, pcode }: Pick<Area, 'level' | 'code' | 'name' | 'pcode'>): string => `${level} ${code ?? pcode ?? name}`;
