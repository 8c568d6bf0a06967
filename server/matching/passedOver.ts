/**
 * A level that has one unit only inside its parent is passed over: Bangui is a prefecture and its only sub-prefecture, so tables write its arrondissements
 * in the column of sub-prefectures. A name of that column that is a unit below it means that one.
 */
import type { AdminUnit } from '../contract/admin.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { NameIndex } from './names.ts';
import type { UnitTree } from './unitTree.ts';

/** @param name of the column of `level`, that is no unit of it  @param above certain unit of the level above */
export function passedOver(
  { names, tree }: { names: NameIndex; tree: UnitTree },
  level: AdminLevel,
  name: string,
  above: AdminUnit | null,
): AdminUnit | undefined {
  if (!above || above.level !== level - 1 || level >= 4) return undefined;
  const [only, ...others] = tree.below(above);
  if (!only || others.length > 0) return undefined;
  if (names.exact(level, name, above.pcode).length > 0 || names.accept(level, name, above.pcode)) return undefined;
  const deeper = (level + 1) as AdminLevel;
  const same = names.exact(deeper, name, only.pcode);
  return same.length > 0 ? (same.length === 1 ? same[0] : undefined) : names.accept(deeper, name, only.pcode)?.unit;
}
