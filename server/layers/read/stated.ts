/** Which units a column of a layer names, by code or by name, at the level that it states: to be compared with where its features lie. Pure. */
import type { AdminUnit, Gazetteer } from '../../contract/admin.ts';
import { foldName, toNameKey } from '../../matching/fold.ts';

type Levels = Gazetteer['levels'];

/** `Al-Anbar` and `Anbar governorate` are one name: without words that say what kind of place it is. */
const spell = (name: string): string => toNameKey(name).core || foldName(name);

/** Keys of texts that come again and again, as names of units in a table do. */
const KEYS_KEPT = 20_000;
const keys = new Map<string, string>();
function keyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    if (keys.size >= KEYS_KEPT) keys.clear();
    keys.set(name, (key = spell(name)));
  }
  return key;
}

/** A column is of codes or names where most of its cells are. */
const MOST = 0.6;
/** Names of units below the first level repeat from row to row; names that do not are what the places themselves are called. */
const REPEATED = 0.7;

/** The level that a heading says: `adm2_name`, `Admin 2`, `ADM2_FR`. */
function levelOf(heading: string): number | null {
  const [, digit] = /(?:^|[^a-z])adm(?:in)?[ _-]?(\d)(?!\d)/.exec(foldName(heading)) ?? [];
  return digit === undefined ? null : Number(digit);
}

export interface StatedColumn {
  by: 'code' | 'name';
  level: number;
  /** The cells that are. */
  found: string[];
}

/** What most cells are: codes of a level, or names of one. Where names fit two levels, what the heading says, else the higher: the less is claimed. */
export function createStated(levels: Levels): (heading: string, texts: readonly string[]) => StatedColumn | null {
  const own = levels.filter(({ level }) => level > 0).toSorted((a, b) => a.level - b.level);
  const codes = own.map(({ level, units }) => ({ level, is: new Set(units.map(({ pcode }) => pcode.toUpperCase()).filter(Boolean)) }));
  const names = own.map(({ level, units }) => ({ level, is: new Set(units.flatMap((unit) => unit.names.map(({ name }) => keyOf(name)))) }));
  const best = (sets: typeof codes, texts: readonly string[], toKey: (text: string) => string, said: number | null) =>
    sets
      .map(({ level, is }) => ({ level, found: texts.filter((text) => is.has(toKey(text))) }))
      .filter(({ found }) => found.length > MOST * texts.length)
      .toSorted((a, b) => Number(b.level === said) - Number(a.level === said) || b.found.length - a.found.length || a.level - b.level)[0];
  return (heading, texts) => {
    const coded = texts.filter((text) => codes.some(({ is }) => is.has(text.toUpperCase())));
    if (coded.length > MOST * texts.length) {
      const found = best(codes, texts, (text) => text.toUpperCase(), null);
      return { by: 'code', level: found?.level ?? 1, found: coded };
    }
    const said = levelOf(heading);
    const named = best(names, texts, keyOf, said);
    if (!named) return null;
    const isUnit = named.level === 1 || named.level === said || new Set(texts).size <= REPEATED * texts.length;
    return isUnit ? { by: 'name', ...named } : null;
  };
}

/** Units by what a source may call them: the one with the code, or all of the level with the name, of which the place of the feature settles which is meant. */
export function statedUnits(levels: Levels, column: { name: string }, texts: readonly string[]): (text: string) => AdminUnit[] {
  const byCode = new Map<string, AdminUnit>();
  const byName = new Map<string, AdminUnit[]>();
  const level = createStated(levels)(column.name, texts)?.level;
  for (const each of levels.toSorted((a, b) => b.level - a.level))
    for (const unit of each.level > 0 ? each.units : []) {
      if (unit.pcode !== '') byCode.set(unit.pcode.toUpperCase(), unit);
      if (level === undefined || unit.level === level)
        for (const key of new Set(unit.names.map(({ name }) => keyOf(name)))) byName.set(key, [...(byName.get(key) ?? []), unit]);
    }
  return (text) => {
    const coded = byCode.get(text.trim().toUpperCase());
    return coded ? [coded] : (byName.get(keyOf(text)) ?? []);
  };
}
