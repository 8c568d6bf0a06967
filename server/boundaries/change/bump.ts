/** Is a version a major or a minor one? A proposal with its reasons, by cod.md §1.5: major where joins and maps of others may break. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { Bump, BumpReason, LevelChanges, Relation, UnitRelation } from '../../contract/boundaries/changes.ts';

/** The specification says only "significantly" and "most". */
const MANY_RENAMED = 0.1;
const MOST_RECODED = 0.5;

/** Ground went from unit to unit. */
const MOVED: readonly Relation[] = ['adjusted', 'split', 'split-off', 'merged', 'absorbed', 'transferred', 'redistricted', 'relocated'];

export function proposeBump(levels: readonly LevelChanges[], redatedIn: (level: LevelChanges) => number): { proposal: Bump; reasons: BumpReason[] } {
  const reasons = levels.flatMap((level) => reasonsOf(level, redatedIn(level)));
  const proposal: Bump = reasons.some(({ bump }) => bump === 'major') ? 'major' : reasons.length > 0 ? 'minor' : 'none';
  return { proposal, reasons };
}

function reasonsOf(changes: LevelChanges, redated: number): BumpReason[] {
  const { level, toLevel, units, noise, relations } = changes;
  const of = Math.max(units.before, units.after);
  const reasons: BumpReason[] = [];
  const add = (code: BumpReason['code'], bump: BumpReason['bump'], count: number, figure?: number) => {
    if (count > 0) reasons.push({ code, bump, level, count, of, ...(figure === undefined ? {} : { figure }) });
  };
  if (units.before === 0 || units.after === 0) {
    add(units.before === 0 ? 'level-added' : 'level-dropped', 'major', of);
    return reasons;
  }
  if (toLevel !== undefined) add('level-renumbered', 'major', of, toLevel);
  add('count-changed', 'major', Math.abs(units.after - units.before), units.after - units.before);
  const has = (row: UnitRelation, what: Relation) => row.relation === what || (row.also as Relation[] | undefined)?.includes(what) === true;
  const codesOf = (test: (row: UnitRelation) => boolean) =>
    new Set(relations.filter(test).map((row, i) => row.source?.pcode || row.target?.pcode || `#${i}`)).size;
  add(
    'ground-moved',
    'major',
    codesOf((row) => MOVED.some((what) => has(row, what)) || row.relation === 'created' || row.relation === 'abolished'),
  );
  const recoded = relations.filter((row) => row.goesOn && row.source?.pcode !== row.target?.pcode).length;
  add(recoded > MOST_RECODED * of ? 'recoded-most' : 'recoded-few', recoded > MOST_RECODED * of ? 'major' : 'minor', recoded);
  const shown = relations.filter((row) => row.goesOn && row.names && row.source?.name !== row.target?.name).length;
  add(shown > MANY_RENAMED * of ? 'renamed-many' : 'renamed-few', shown > MANY_RENAMED * of ? 'major' : 'minor', shown);
  add('names-of-languages', 'minor', relations.filter((row) => row.goesOn && row.names && row.source?.name === row.target?.name).length);
  if (changes.derivedFrom === undefined) add('redrawn', 'minor', relations.filter((row) => row.goesOn && row.evidence.includes('ground')).length, noise.w50M);
  add('parents-changed', 'minor', relations.filter((row) => has(row, 'reparented')).length);
  add('dates-changed', 'minor', redated);
  return reasons;
}

/** Days from and to which a unit is valid, as one text. */
export const datesOf = ({ validOn, validTo }: AdminUnit): string => `${validOn ?? ''}/${validTo ?? ''}`;
