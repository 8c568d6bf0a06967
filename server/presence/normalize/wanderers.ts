/**
 * Codes that stand beside the names of several other places: a look-up that slipped, a column that was sorted by itself. Each such name is exactly one unit
 * of the parent that its row states, and the code lies in another parent: two against one. Once is a contradiction that a person decides, and so is a code
 * beside another name of its own parent, where either may have slipped.
 */
import type { AdminLevel } from '../../contract/ids.ts';
import type { PlaceMatch, PlaceMatcher, StatedPlace } from '../../matching/places.ts';

/** So many different places beside one code, besides its own. */
const PLACES = 3;

export interface Wanderers {
  /** The match of a row, by its name where its code wanders and the name is certain. */
  apply(cells: readonly StatedPlace[], match: PlaceMatch): PlaceMatch;
}

/** @param rows the different cells of places of the table, each with its match */
export function findWanderers(rows: Iterable<{ cells: readonly StatedPlace[]; match: PlaceMatch }>, places: Pick<PlaceMatcher, 'match'>): Wanderers {
  const beside = new Map<string, Set<string>>();
  for (const { cells, match } of rows) {
    const { question } = match;
    if (!question?.code || question.cause !== 'parent-conflict') continue;
    const named = byName(cells, question.level, places);
    if (!named) continue;
    const key = keyOf(question.level, question.code);
    beside.set(key, (beside.get(key) ?? new Set()).add(named.unit!.pcode));
  }
  const wanders = (level: AdminLevel, code: string) => (beside.get(keyOf(level, code))?.size ?? 0) >= PLACES;
  return {
    apply(cells, match) {
      const { question } = match;
      if (question?.code && question.cause === 'parent-conflict' && wanders(question.level, question.code)) {
        const named = byName(cells, question.level, places);
        const repair = named && { level: question.level, before: question.code, after: named.unit!.pcode, how: 'wanders' };
        return repair ? { ...named, repairs: [...named.repairs, repair] } : match;
      }
      return match;
    },
  };
}

const keyOf = (level: AdminLevel, code: string) => `${level} ${code.toUpperCase()}`;
const without = (cells: readonly StatedPlace[], level: AdminLevel) => cells.map((cell) => (cell.level === level ? { ...cell, code: null } : cell));

/** The row read by the name of the level alone; null where that is not one unit of a certain parent right above. */
function byName(cells: readonly StatedPlace[], level: AdminLevel, places: Pick<PlaceMatcher, 'match'>): PlaceMatch | null {
  if (cells.some((cell) => cell.level > level && (cell.code !== null || cell.name !== null))) return null;
  const match = places.match(without(cells, level));
  return match.question === null && match.unit?.level === level && match.method === 'name' ? match : null;
}
