/**
 * Names to admin units. It answers "certain", "perhaps one of these" or "no", and never invents:
 * the matchers in use return some unit for 62–69 % of names that are not in the gazetteer at all (3w.md §2.5).
 */
import type { AdminUnit, Gazetteer } from '../contract/admin.ts';
import type { AdminLevel, Pcode } from '../contract/ids.ts';
import { Work } from '../geometry/work.ts';
import { foldName, toNameKey } from './fold.ts';
import type { NameKey } from './fold.ts';
import { editSimilarity, likeness } from './similarity.ts';
import { isArabic, soundKeys } from './transliteration.ts';

/** Accepted without a person only from here on, and only inside a resolved parent. */
export const ACCEPT_SCORE = 0.88;
export const ACCEPT_MARGIN = 0.08;
/** The same consonants are the same name from this likeness of all letters on; two consonants are soon the same, so more is asked of them. */
const SAME_SOUND = { long: 0.5, short: 0.8, shortest: 2 };
/** Below this a unit is not worth showing: two typos in a name of four letters leave half of it. */
export const SUGGEST_RANK = 0.5;
/** In a name of up to five letters two typos leave still less; a list of three does no harm. */
export const SUGGEST_RANK_SHORT = 0.39;
const SHORT = 5;
/** Comparisons of letters: names that no unit of the country bears, for one unit. A whole sheet of another country's places needs a fifth. */
const COMPARISONS = 20_000;
const COMPARISONS_OF_ALL = 50_000_000;
const ADVICE = 'Too many names match no unit: check that the right column was read as places, or add P-codes.';

export interface Candidate {
  unit: AdminUnit;
  /** 0 … 1; what decides. */
  score: number;
  /** 0 … 1; what orders suggestions. */
  rank: number;
  /** The spelling of the unit that came nearest. */
  name: string;
}

interface Entry {
  unit: AdminUnit;
  name: string;
  key: NameKey;
}

export interface NameIndex {
  /** Units of the level whose name, in any language, is the same spelling; inside `parent` where one is given. */
  exact(level: AdminLevel, name: string, parent?: Pcode | null): AdminUnit[];
  /** The nearest units, best first, each unit once. `except` hides one unit (used to measure invented answers). */
  suggest(level: AdminLevel, name: string, parent?: Pcode | null, limit?: number, except?: AdminUnit): Candidate[];
  /** The one unit a name surely means inside a resolved parent, or undefined. */
  accept(level: AdminLevel, name: string, parent: Pcode, except?: AdminUnit): Candidate | undefined;
  /** The one unit inside a resolved parent whose Latin name sounds as the Arabic one of these names; two consonants need the Latin one to agree. */
  heard(level: AdminLevel, names: readonly string[], parent: Pcode, except?: AdminUnit): Candidate | undefined;
}

/** Further spellings learned from people: `pcode` may be written so. */
export interface Alias {
  level: AdminLevel;
  pcode: Pcode;
  name: string;
}

/** @param transliterated whether the Latin names of the country are written by ear (matching/transliteration.ts) */
export function createNameIndex(gazetteer: Gazetteer, aliases: Alias[] = [], transliterated = false): NameIndex {
  const levels = new Map<AdminLevel, ReturnType<typeof createLevel>>();
  const units = gazetteer.levels.reduce((sum, level) => sum + level.units.length, 0);
  const work = new Work('Matching names of places', units, COMPARISONS, COMPARISONS_OF_ALL, ADVICE);
  const parents = ancestry(gazetteer);
  const known = [...aliases, ...otherScripts(gazetteer)];
  for (const { level, units } of gazetteer.levels)
    levels.set(
      level,
      createLevel(
        units,
        known.filter((alias) => alias.level === level),
        parents,
        work,
      ),
    );

  const suggest: NameIndex['suggest'] = (level, name, parent, limit = 3, except) => levels.get(level)?.suggest(name, parent ?? null, limit, except) ?? [];
  return {
    exact: (level, name, parent) => levels.get(level)?.exact(name, parent ?? null) ?? [],
    suggest,
    accept(level, name, parent, except) {
      const near = suggest(level, name, parent, 8, except).sort((a, b) => b.score - a.score);
      const [best, second] = near;
      if (!best) return undefined;
      const sounds = transliterated ? sameSound(near, name) : undefined;
      if (sounds) return sounds;
      if (best.score < ACCEPT_SCORE) return undefined;
      // A rival by any measure is a doubt: "Adola" beside "Adola town".
      const rival = Math.max(second?.score ?? 0, ...near.slice(1).map((each) => each.rank));
      return best.score - rival < ACCEPT_MARGIN ? undefined : best;
    },
    heard: (level, list, parent, except) => (transliterated ? hear(levels.get(level)?.inside(parent) ?? [], list, except) : undefined),
  };
}

/** @param pool names inside the parent */
function hear(pool: readonly Entry[], names: readonly string[], except?: AdminUnit): Candidate | undefined {
  const keys = names.map(toNameKey);
  const arabic = keys.find(({ folded }) => isArabic(folded));
  if (!arabic) return undefined;
  const sounds = soundKeys(arabic).filter((sound) => sound.length > 1);
  const agrees = (a: NameKey, b: NameKey) => a.numbers === b.numbers && a.directions === b.directions && a.settlement === b.settlement;
  const same = pool.filter(
    ({ unit, key }) => unit !== except && agrees(key, arabic) && !isArabic(key.folded) && soundKeys(key).some((sound) => sounds.includes(sound)),
  );
  const [found] = same;
  if (!found || same.some(({ unit }) => unit !== found.unit)) return undefined;
  const own = soundKeys(found.key);
  const latin = keys.find((key) => key !== arabic);
  const { score } = latin ? likeness(latin, found.key) : { score: ACCEPT_SCORE };
  const isShort = Math.max(...own.filter((sound) => sounds.includes(sound)).map(({ length }) => length)) <= SAME_SOUND.shortest;
  if (isShort && !(latin && score >= SAME_SOUND.long && soundKeys(latin).some((sound) => own.includes(sound)))) return undefined;
  return { unit: found.unit, score: Math.max(score, SAME_SOUND.long), rank: score, name: found.name };
}

/** The one unit near by whose name has the same consonants, where town, number and direction agree and no other has more letters in common. */
function sameSound(near: Candidate[], name: string): Candidate | undefined {
  const key = toNameKey(name);
  const sounds = soundKeys(key);
  const same = near.filter((candidate) => {
    const other = toNameKey(candidate.name);
    const agrees = key.numbers === other.numbers && key.directions === other.directions && key.settlement === other.settlement;
    return agrees && soundKeys(other).some((sound) => sounds.includes(sound));
  });
  const [found] = same;
  if (!found || same.length > 1 || near.some(({ score }) => score > found.score)) return undefined;
  const isShort = Math.min(...sounds.map(({ length }) => length)) <= SAME_SOUND.shortest;
  const single = (text: string) => text.replace(/(\p{L})\1/gu, '$1');
  const letters = isShort ? editSimilarity(single(key.core), single(toNameKey(found.name).core)) : found.score;
  return letters >= (isShort ? SAME_SOUND.short : SAME_SOUND.long) ? found : undefined;
}

/**
 * A governorate "Ad Dali'", "الضالع" says how the district "Ad Dali'" is written in Arabic, where its own level has no such column: names of
 * units of another level that are the same spelling are the same in the other script too.
 */
function otherScripts({ levels }: Gazetteer): Alias[] {
  const isLatin = (name: string) => /\p{Script=Latin}/u.test(name);
  const spelt = new Map<string, Set<string>>();
  for (const { units } of levels)
    for (const { names } of units)
      for (const { name } of names)
        for (const other of names)
          if (isLatin(name) !== isLatin(other.name)) {
            const key = foldName(name);
            spelt.set(key, (spelt.get(key) ?? new Set()).add(other.name));
          }
  return levels.flatMap(({ level, units }) =>
    units.flatMap(({ pcode, names }) => {
      // Whoever has both scripts says it himself.
      if (new Set(names.map(({ name }) => isLatin(name))).size > 1) return [];
      return names.flatMap(({ name }) => {
        const others = spelt.get(foldName(name));
        return others?.size === 1 ? [{ level, pcode, name: [...others][0]! }] : [];
      });
    }),
  );
}

/** Every ancestor of every unit, so that a woreda can be looked up inside its region as well as inside its zone. */
function ancestry(gazetteer: Gazetteer): Map<AdminUnit, Set<Pcode>> {
  const byCode = new Map<string, AdminUnit>();
  for (const { level, units } of gazetteer.levels) for (const unit of units) byCode.set(`${level} ${unit.pcode}`, unit);
  const result = new Map<AdminUnit, Set<Pcode>>();
  for (const { level, units } of gazetteer.levels) {
    for (const unit of units) {
      const above = new Set<Pcode>();
      let parent: Pcode | null = unit.parentPcode;
      for (let up = level - 1; up >= 0 && parent; up--) {
        above.add(parent);
        parent = byCode.get(`${up} ${parent}`)?.parentPcode ?? null;
      }
      result.set(unit, above);
    }
  }
  return result;
}

function createLevel(units: AdminUnit[], aliases: Alias[], ancestors: Map<AdminUnit, Set<Pcode>>, work: Work) {
  const entries: Entry[] = [];
  const byFolded = new Map<string, Set<AdminUnit>>();
  const byAncestor = new Map<Pcode, Entry[]>();
  const byPcode = new Map(units.map((unit) => [unit.pcode, unit]));

  const add = (unit: AdminUnit, name: string) => {
    const key = toNameKey(name);
    if (!key.folded) return;
    const entry = { unit, name, key };
    entries.push(entry);
    for (const pcode of ancestors.get(unit) ?? []) {
      const list = byAncestor.get(pcode);
      if (list) list.push(entry);
      else byAncestor.set(pcode, [entry]);
    }
    const same = byFolded.get(key.folded);
    if (same) same.add(unit);
    else byFolded.set(key.folded, new Set([unit]));
  };
  for (const unit of units) for (const name of new Set(unit.names.map((each) => each.name))) add(unit, name);
  for (const alias of aliases) {
    const unit = byPcode.get(alias.pcode);
    if (unit) add(unit, alias.name);
  }

  return {
    inside: (parent: Pcode): readonly Entry[] => byAncestor.get(parent) ?? [],
    exact(name: string, parent: Pcode | null): AdminUnit[] {
      const found = [...(byFolded.get(foldName(name)) ?? [])];
      return parent ? found.filter((unit) => ancestors.get(unit)?.has(parent)) : found;
    },
    suggest(name: string, parent: Pcode | null, limit: number, except?: AdminUnit): Candidate[] {
      const key = toNameKey(name);
      if (!key.folded) return [];
      const best = new Map<AdminUnit, Candidate>();
      const pool = parent ? (byAncestor.get(parent) ?? []) : entries;
      work.spend(pool.length);
      for (const entry of pool) {
        if (entry.unit === except) continue;
        const { score, rank } = likeness(key, entry.key);
        if (rank < (Math.max(key.core.length, entry.key.core.length) <= SHORT ? SUGGEST_RANK_SHORT : SUGGEST_RANK)) continue;
        const known = best.get(entry.unit);
        if (!known || known.rank < rank || (known.rank === rank && known.score < score))
          best.set(entry.unit, { unit: entry.unit, score, rank, name: entry.name });
      }
      // Equal scores in the order of codes, so that the same file gives the same list.
      return [...best.values()].sort((a, b) => b.rank - a.rank || b.score - a.score || (a.unit.pcode < b.unit.pcode ? -1 : 1)).slice(0, limit);
    },
  };
}
