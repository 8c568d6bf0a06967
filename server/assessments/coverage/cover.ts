/** Which units of a level each assessment is in, and which are covered by a unit above only. By union, never by sum. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { AssessmentFields } from '../../contract/assessments/assessments.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { landingOf, type Ground } from './ground.ts';

export interface Cover {
  /** Codes of units of the level. */
  own: ReadonlySet<string>;
  above: ReadonlySet<string>;
}

export type Placing = 'units' | 'country' | 'affected' | 'unknown' | 'none';

type Covered = Pick<AssessmentFields, 'coverage'>;

/** Whether an assessment is on the map of these boundaries, at whatever level. */
export function placingOf(ground: Ground, { coverage }: Covered): Placing {
  if (coverage.of === 'affected' || coverage.of === 'unknown') return coverage.of;
  if (coverage.of === 'country') return ground.tree.country || ground.levels.length > 0 ? 'country' : 'none';
  return coverage.areas.some((area) => landingOf(ground, area) !== null) ? 'units' : 'none';
}

/** @returns for each assessment, in their order */
export function coverAt(ground: Ground, level: AdminLevel, assessments: readonly Covered[]): Cover[] {
  const units = ground.unitsAt(level);
  const within = createWithin(ground, units);
  const everything = new Set<string>(units.map(({ pcode }) => pcode));
  return assessments.map(({ coverage }) => {
    if (coverage.of === 'country') return { own: new Set<string>(), above: everything };
    if (coverage.of !== 'units') return { own: new Set<string>(), above: new Set<string>() };
    const own = new Set<string>();
    const above = new Set<string>();
    for (const area of coverage.areas) {
      const landing = landingOf(ground, area);
      if (landing === null) continue;
      const { unit, heirs } = landing;
      if (unit.level >= level) own.add(ground.tree.ancestorAt(unit, level)?.pcode ?? '');
      else for (const pcode of heirs.length > 0 ? heirs.flatMap((heir) => onLevel(ground, within, heir, level)) : within(unit)) above.add(pcode);
    }
    own.delete('');
    return { own, above: new Set([...above].filter((pcode) => !own.has(pcode))) };
  });
}

/** An heir of a unit that was split may lie above the level that is asked for, or below it. */
function onLevel({ tree }: Ground, within: (unit: AdminUnit) => readonly string[], heir: AdminUnit, level: AdminLevel): readonly string[] {
  if (heir.level < level) return within(heir);
  const unit = tree.ancestorAt(heir, level);
  return unit ? [unit.pcode] : [];
}

/** Units of the level inside a unit above. */
function createWithin({ tree }: Ground, units: readonly AdminUnit[]) {
  const known = new Map<AdminUnit, string[]>();
  return (unit: AdminUnit): readonly string[] => {
    let found = known.get(unit);
    if (!found) known.set(unit, (found = units.filter((each) => tree.ancestorAt(each, unit.level) === unit).map(({ pcode }) => pcode)));
    return found;
  };
}
