/** How alike two names are: 3w.md §2.6, points 5 and 6, with the figures of its experiment (§2.5). */
import type { NameKey } from './fold.ts';

/** Longer texts are no names: comparing two of 30,000 letters takes seconds, and no two of them are one name misspelt. */
const LONGEST = 300;

/** Share of letters that need no edit: 1 − distance ÷ longer length. Insert, delete, replace and swap of neighbours cost 1 each (optimal string alignment). */
export function editSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  if (longer > LONGEST) return 0;
  // The lengths alone already cost this much.
  const floor = 1 - Math.abs(a.length - b.length) / longer;
  if (floor < 0.4) return floor * 0.9;
  return 1 - editDistance(a, b) / longer;
}

export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  let before = new Uint16Array(width);
  let last = new Uint16Array(width);
  let row = new Uint16Array(width);
  for (let j = 0; j < width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const ca = a.charCodeAt(i - 1);
    row[0] = i;
    for (let j = 1; j < width; j++) {
      const cb = b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (ca === cb ? 0 : 1));
      if (i > 1 && j > 1 && ca === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === cb) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
    }
    [before, last, row] = [last, row, before];
  }
  return last[b.length]!;
}

export interface Likeness {
  /** Decides: core letters, less what says that two alike names mean different places. 0 … 1. */
  score: number;
  /** Orders the suggestions: also counts a typo inside a generic word ("Nasr Cty"), which the core does not see. */
  rank: number;
}

/** Different numbers ("Zone 2", "Zone 3") or directions ("North", "South") say different places however alike the rest is. */
export function likeness(a: NameKey, b: NameKey): Likeness {
  let score = Math.max(editSimilarity(a.core, b.core), a.sorted === a.core && b.sorted === b.core ? 0 : editSimilarity(a.sorted, b.sorted));
  const whole = a.whole === a.core && b.whole === b.core ? 0 : editSimilarity(a.whole, b.whole);
  const letters = score;
  if (a.numbers !== b.numbers) score -= 0.5;
  if (a.directions !== b.directions) score -= 0.25;
  if (a.settlement !== b.settlement) score -= 0.15;
  return { score: Math.max(0, score), rank: Math.max(score, whole, letters - 0.2) };
}

/** A shorter text is near to too many names. */
const SHORTEST = 4;
const LONGEST_TYPED = 60;

/** How many letters may be wrong: one, from seven letters on two. */
const slipsOf = (q: string): number => (q.length < 7 ? 1 : 2);

/**
 * Names that are spelt nearly as somebody typed them, `kamplaa` for Kampala; they are shown as similar, and a person chooses. Units of which a
 * whole name, or the words that it begins with, are `q` but for a slip; nearest first, then as they came. `q` is folded, and `search` has the
 * folded names between bars.
 */
export function nearest<Unit extends { search: string }>(q: string, units: readonly Unit[]): Unit[] {
  if (q.length < SHORTEST || q.length > LONGEST_TYPED) return [];
  const slips = slipsOf(q);
  const words = q.split(' ').length;
  const least = 1 - slips / q.length;
  return units
    .flatMap((unit) => {
      let best = 0;
      for (const name of unit.search.split('|')) {
        const begin = name.split(' ').slice(0, words).join(' ');
        for (const text of begin === name ? [name] : [name, begin])
          if (Math.abs(text.length - q.length) <= slips) best = Math.max(best, editSimilarity(q, text));
      }
      return best >= least ? [{ unit, best }] : [];
    })
    .sort((a, b) => b.best - a.best)
    .map(({ unit }) => unit);
}
