/** Units of all levels by code, and who lies in whom. */
import type { AdminUnit, Gazetteer } from '../contract/admin.ts';
import type { AdminLevel, Pcode } from '../contract/ids.ts';

export interface UnitTree {
  country: AdminUnit | null;
  /** The unit of the level with exactly this code. */
  find(level: number, code: string): AdminUnit | undefined;
  /** Units of any level with exactly this code. */
  withCode(code: string): readonly AdminUnit[];
  /** Units right below. */
  below(unit: AdminUnit): readonly AdminUnit[];
  /** The unit itself at its own level, its parents above it; undefined where the chain is broken or the level lies below. */
  ancestorAt: (unit: AdminUnit, level: AdminLevel) => AdminUnit | undefined;
  inside: (unit: AdminUnit, parent: AdminUnit | null) => boolean;
  /** The deepest unit that holds all of them; the country where nothing smaller does. */
  shared: (unit: AdminUnit | null, others: readonly AdminUnit[]) => AdminUnit | null;
}

export function createUnitTree({ levels }: Gazetteer): UnitTree {
  const byCode = new Map<string, AdminUnit>();
  const withCode = new Map<string, AdminUnit[]>();
  const children = new Map<string, AdminUnit[]>();
  for (const { level, units } of levels) {
    for (const unit of units) {
      byCode.set(`${level} ${unit.pcode}`, unit);
      withCode.set(unit.pcode, [...(withCode.get(unit.pcode) ?? []), unit]);
      const parent = `${level - 1} ${unit.parentPcode}`;
      const siblings = children.get(parent);
      if (siblings) siblings.push(unit);
      else children.set(parent, [unit]);
    }
  }
  const country = levels.find(({ level }) => level === 0)?.units[0] ?? null;
  const parentOf = (unit: AdminUnit, parent: Pcode | null) => (parent ? byCode.get(`${unit.level - 1} ${parent}`) : undefined);
  const ancestorAt = (unit: AdminUnit, level: AdminLevel): AdminUnit | undefined => {
    let at: AdminUnit | undefined = unit;
    while (at && at.level > level) at = parentOf(at, at.parentPcode);
    return at?.level === level ? at : undefined;
  };
  const inside = (unit: AdminUnit, parent: AdminUnit | null) => !parent || ancestorAt(unit, parent.level) === parent;
  return {
    country,
    find: (level, code) => byCode.get(`${level} ${code}`),
    withCode: (code) => withCode.get(code) ?? [],
    below: ({ level, pcode }) => children.get(`${level} ${pcode}`) ?? [],
    ancestorAt,
    inside,
    shared: (unit, others) => {
      let at = unit;
      while (at && others.some((other) => !inside(other, at))) at = at.level > 0 ? (ancestorAt(at, (at.level - 1) as AdminLevel) ?? null) : null;
      return at ?? country;
    },
  };
}
