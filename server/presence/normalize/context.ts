/** What the boundaries and code tables know about cell values, for guessing what the columns of a 3W hold. */
import type { Gazetteer } from '../../contract/admin.ts';
import type { RetiredUnit } from '../../contract/datasets/dataset.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import type { ImportProfile, PresenceRole, RoleGuess } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import type { PcodeIndex } from '../../matching/pcodes.ts';
import { findPcode } from '../../matching/pcodes.ts';
import type { PlaceMatcher, PlaceMatcherOptions } from '../../matching/places.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import type { RoleContext } from './roles.ts';
import { guessRoles } from './roles.ts';

/** Codes of the version before that the current boundaries have under another code. */
export type Recoded = { level: AdminLevel; before: string; after: string }[];
/** Units of the version before that are no more, and which units lie there now. */
export type Retired = (RetiredUnit & { level: AdminLevel })[];

export function toRetired(version: string, retired: Retired = []): PlaceMatcherOptions['retired'] {
  const gone = new Map(
    retired.map((unit) => [`${unit.level} ${unit.pcode}`, { names: unit.names, into: unit.into as { pcode: Pcode; share: number }[], version }]),
  );
  return (code, level) => gone.get(`${level} ${code}`);
}

/**
 * The code repair that a place matcher asks for: the same code written otherwise, or the code a unit had in the version before.
 * Like every repair it counts only where the name beside it agrees.
 */
export function toRepair(index: PcodeIndex, recoded: Recoded = []): PlaceMatcherOptions['repair'] {
  const former = new Map(recoded.map(({ level, before, after }) => [`${level} ${before}`, after as Pcode]));
  return (code, level) => {
    const pcode = former.get(`${level} ${code}`);
    if (pcode) return { pcode, how: 'recoded' };
    const found = findPcode(index, code, level);
    return found && found.repairs.length > 0 ? { pcode: found.pcode as Pcode, how: found.repairs.join('+') } : undefined;
  };
}

export function toRoleContext(gazetteer: Gazetteer, index: PcodeIndex, places: PlaceMatcher, sectors: CodeTable): RoleContext {
  const levels = gazetteer.levels.map(({ level }) => level).toSorted((a, b) => b - a);
  const exact = new Map<string, AdminLevel>();
  for (const { level, units } of gazetteer.levels) for (const { pcode } of units) if (!exact.has(pcode)) exact.set(pcode, level);
  return {
    // An exact code of any level before a repaired one of another: GT14 is adm1, not adm2 GT0104 without its zero.
    levelOfCode: (text) => exact.get(text) ?? levels.find((level) => findPcode(index, text, level) !== undefined),
    levelsOfName: (text) => levels.filter((level) => level > 0 && places.names.exact(level, text).length > 0),
    isSector: (text) => sectors.match(text).kind === 'certain',
  };
}

/** Share of headings that a table must have in common with a profile to be its successor. */
const SAME_SHAPE = 0.7;

export interface Recognised {
  profile: ImportProfile;
  /** Headings of the table that the profile does not know, and the other way round. */
  added: string[];
  removed: string[];
}

/** Headings that are new or gone since a file, however little the two have in common. */
export function compareHeadings(table: RawTable, profile: ImportProfile): Pick<Recognised, 'added' | 'removed'> {
  const own = new Set(table.header.names.map(foldName).filter(Boolean));
  const theirs = new Set(profile.headings.filter(Boolean));
  return { added: [...own].filter((each) => !theirs.has(each)), removed: [...theirs].filter((each) => !own.has(each)) };
}

/** The profile whose file looked most like this table, if one did. */
export function recogniseProfile(table: RawTable, profiles: ImportProfile[]): Recognised | undefined {
  const own = new Set(table.header.names.map(foldName).filter(Boolean));
  let best: { profile: ImportProfile; share: number } | undefined;
  for (const profile of profiles) {
    const theirs = new Set(profile.headings.filter(Boolean));
    const both = [...own].filter((heading) => theirs.has(heading)).length;
    const share = both / Math.max(1, own.size + theirs.size - both);
    if (share < SAME_SHAPE || (best && best.share >= share)) continue;
    best = { profile, share };
  }
  return best && { profile: best.profile, ...compareHeadings(table, best.profile) };
}

/** Guesses, over them what the profile says of columns with the same heading, over that what a person says now. */
export function decideRoles(table: RawTable, context: RoleContext, recognised: Recognised | undefined, asked: Record<string, PresenceRole>): RoleGuess[] {
  const guesses = guessRoles(table, context);
  const remembered = new Map(recognised?.profile.roles.map(({ heading, role }) => [heading, role]));
  const said = new Map(Object.entries(asked).map(([heading, role]) => [foldName(heading), role]));
  if (remembered.size === 0 && said.size === 0) return guesses;
  const repeats = new Map<string, number>();
  for (const { heading } of guesses) repeats.set(foldName(heading), (repeats.get(foldName(heading)) ?? 0) + 1);
  const decided = guesses.map((guess): RoleGuess => {
    const key = foldName(guess.heading);
    const now = said.get(key);
    if (now) return { ...guess, role: now, from: 'asked' };
    const before = key !== '' && repeats.get(key) === 1 ? remembered.get(key) : undefined;
    return before ? { ...guess, role: before, from: 'profile' } : guess;
  });
  // A column that somebody named takes the role from the one that only looked like it.
  const taken = new Set(decided.filter(({ from }) => from === 'asked' || from === 'profile').map(({ role }) => JSON.stringify(role)));
  return decided.map((guess) =>
    guess.from !== 'asked' && guess.from !== 'profile' && guess.role.is !== 'ignore' && taken.has(JSON.stringify(guess.role))
      ? { ...guess, role: { is: 'ignore' } }
      : guess,
  );
}

export function toProfile(table: RawTable, guesses: RoleGuess[], separators: Map<number, string[]>): ImportProfile {
  const headings = table.header.names.map(foldName);
  return {
    id: foldName(`${table.sheet} ${headings.filter(Boolean).slice(0, 3).join(' ')}`)
      .replaceAll(' ', '-')
      .slice(0, 80),
    file: table.file,
    sheet: table.sheet,
    headings,
    // What nobody could use this month may hold something next month, unless a person said that it is not needed.
    roles: guesses.flatMap(({ heading, role, from }) =>
      foldName(heading) === '' || (role.is === 'ignore' && from !== 'asked' && from !== 'profile') ? [] : [{ heading: foldName(heading), role }],
    ),
    separators: [...separators].map(([column, list]) => ({ heading: headings[column]!, separators: list })),
  };
}
