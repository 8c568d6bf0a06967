/** What is known of an old unit and a new one: evidence that they are one, and what a unit that goes on is called and coded now. */
import type { FeatureTable, Name } from '../../contract/admin.ts';
import type { UnitRelation } from '../../contract/boundaries/changes.ts';
import type { Ground } from './ground.ts';
import type { Matched } from './match.ts';

/** Codes that old units of the level above have now; null: not known. */
export interface Parents {
  codeOf(oldCode: string): string | null;
  /** Levels between came or went, so that every unit has another parent: that is told of the level. */
  isRenumbered: boolean;
}

export interface ToldPair {
  evidence: UnitRelation['evidence'];
  also: NonNullable<UnitRelation['also']>;
  names?: UnitRelation['names'];
}

interface Versions {
  before: FeatureTable;
  after: FeatureTable;
  ground: Ground;
  matched: Matched;
}

export function describePair({ before, after, ground, matched }: Versions, old: number, now: number, goesOn: boolean, parents: Parents): ToldPair {
  const [was, is] = [before.units[old]!, after.units[now]!];
  const evidence: ToldPair['evidence'] = [];
  if (ground.same[old] === now) evidence.push('coordinates');
  else if (ground.oldM2[old]! > 0 && ground.newM2[now]! > 0) evidence.push('ground');
  if (was.pcode !== '' && was.pcode === is.pcode) evidence.push('code');
  else if (matched.scheme && matched.scheme.apply(was.pcode) === is.pcode) evidence.push('scheme');
  const alike = matched.names.compare(old, now);
  if (alike) evidence.push(alike);
  const parent = was.parentPcode === null ? null : (parents.codeOf(was.parentPcode) ?? was.parentPcode);
  if (parent !== null && parent === is.parentPcode) evidence.push('parent');
  if (!goesOn) return { evidence, also: [] };
  const also: ToldPair['also'] = [];
  if (was.pcode !== is.pcode) also.push('recoded');
  const names = compareNames(was.names, is.names, languagesOf(before), languagesOf(after));
  if (names.length > 0) also.push('renamed');
  if (!parents.isRenumbered && parent !== null && is.parentPcode !== null && parent !== is.parentPcode) also.push('reparented');
  return { evidence, also, ...(names.length > 0 ? { names } : {}) };
}

const LANGUAGES = new WeakMap<FeatureTable, Set<string>>();

function languagesOf(table: FeatureTable): Set<string> {
  let languages = LANGUAGES.get(table);
  if (!languages) {
    languages = new Set(table.units.flatMap(({ names }) => names.map(({ lang }) => lang)));
    LANGUAGES.set(table, languages);
  }
  return languages;
}

/** A language that only one version has is no new name; where they have none in common, the names shown are compared. */
function compareNames(was: Name[], is: Name[], oldLanguages: Set<string>, newLanguages: Set<string>): NonNullable<UnitRelation['names']> {
  const nameIn = (names: Name[], lang: string) => names.find((name) => name.lang === lang)?.name || null;
  const common = [...oldLanguages].filter((lang) => newLanguages.has(lang));
  const compared =
    common.length > 0
      ? common.map((lang) => ({ lang, before: nameIn(was, lang), after: nameIn(is, lang) }))
      : [{ lang: is[0]?.lang ?? 'und', before: was[0]?.name ?? null, after: is[0]?.name ?? null }];
  return compared.filter(({ before, after }) => before !== after);
}
