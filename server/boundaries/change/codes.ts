/** A new scheme of codes: the rule that makes the new codes of the old ones, found on units that are known to go on. */
import type { CodeScheme } from '../../contract/boundaries/changes.ts';

/** Fewer codes of one length make no rule: any few codes follow one. */
const LEAST = 5;
/** Of the codes that changed, those that the rules explain; of all that go on, those that changed. */
const EXPLAINED = 0.9;
const CHANGED = 0.5;
/** A place of a code agrees where it does in this share of the codes. */
const AGREES = 0.9;
/** Longer ones are no codes of a scheme. */
const LONGEST = 40;

interface Rule {
  /** For each place of the new code the place of the old one that it is taken from, or the letter that always stands there. */
  places: (number | string)[];
  length: number;
  /** What stands at places of the old code that are left out and always hold the same. */
  dropped: Map<number, string>;
  from: string;
  to: string;
}

export interface FoundScheme extends CodeScheme {
  /** What becomes of an old code; null where no rule says. */
  apply(code: string): string | null;
}

/** `pairs`: codes before and after of units that go on. @returns null where no rule explains nine of ten changed codes, or most codes stayed. */
export function findScheme(pairs: readonly (readonly [before: string, after: string])[]): FoundScheme | null {
  const known = pairs.filter(([before, after]) => before !== '' && after !== '' && before.length <= LONGEST && after.length <= LONGEST);
  const changed = known.filter(([before, after]) => before !== after);
  if (changed.length < LEAST || changed.length < CHANGED * known.length) return null;
  const byLength = new Map<number, [string, string][]>();
  for (const [before, after] of changed) {
    const list = byLength.get(before.length) ?? [];
    list.push([before, after]);
    byLength.set(before.length, list);
  }
  const rules = new Map<number, Rule>();
  for (const [length, list] of byLength) {
    const rule = findRule(list);
    if (rule) rules.set(length, rule);
  }
  const apply = (code: string) => {
    const rule = rules.get(code.length);
    return rule ? applyRule(rule, code) : null;
  };
  const isExplained = ([before, after]: [string, string] | readonly [string, string]) => apply(before) === after;
  const explained = changed.filter(isExplained);
  if (explained.length < EXPLAINED * changed.length) return null;
  return {
    apply,
    units: explained.length,
    rules: [...rules.values()].map((rule) => ({
      from: rule.from,
      to: rule.to,
      units: explained.filter(([before]) => before.length === rule.length).length,
    })),
    exceptions: known.filter((pair) => !isExplained(pair)).map(([before, after]) => ({ before, after })),
  };
}

function applyRule({ places, length, dropped }: Rule, code: string): string | null {
  if (code.length !== length) return null;
  for (const [place, letter] of dropped) if (code[place] !== letter) return null;
  return places.map((place) => (typeof place === 'number' ? code[place]! : place)).join('');
}

/** All old codes have one length; of the new ones the most frequent length counts. */
function findRule(pairs: [string, string][]): Rule | null {
  const lengths = new Map<number, number>();
  for (const [, after] of pairs) lengths.set(after.length, (lengths.get(after.length) ?? 0) + 1);
  const [target, often] = [...lengths].toSorted((a, b) => b[1] - a[1])[0]!;
  if (often < LEAST) return null;
  const used = pairs.filter(([, after]) => after.length === target);
  const places = alignPlaces(used, target);
  if (!places) return null;
  const length = used[0]![0].length;
  const taken = new Set(places.filter((place) => typeof place === 'number'));
  const dropped = new Map<number, string>();
  for (let i = 0; i < length; i++) {
    const [letter, share] = mostOf(used.map(([before]) => before[i]!));
    if (!taken.has(i) && share >= AGREES) dropped.set(i, letter);
  }
  // Two units would get one code: a rule that forgets what tells them apart is none.
  const rule: Rule = { places, length, dropped, ...sayRule(used, places) };
  const made = new Set(used.map(([before]) => applyRule(rule, before)));
  return made.size >= AGREES * used.length ? rule : null;
}

/** Places of the new code from places of the old one, in order, or one letter; the best of all such readings, or null. */
function alignPlaces(pairs: [string, string][], target: number): Rule['places'] | null {
  const length = pairs[0]![0].length;
  const worth = (i: number, k: number): number => {
    const agreeing = pairs.reduce((sum, [before, after]) => sum + (before[i] === after[k] ? 1 : 0), 0) / pairs.length;
    return agreeing >= AGREES ? agreeing : 0;
  };
  const letters = Array.from({ length: target }, (_, k) => mostOf(pairs.map(([, after]) => after[k]!)));
  /** best[k][i]: the best reading of the first k places by the first i; `how`: taken from i − 1, a letter, or i left out. */
  const best = Array.from({ length: target + 1 }, () => new Float64Array(length + 1).fill(-Infinity));
  const how = Array.from({ length: target + 1 }, () => new Uint8Array(length + 1));
  best[0]!.fill(0);
  for (let k = 1; k <= target; k++) {
    for (let i = 0; i <= length; i++) {
      const [, share] = letters[k - 1]!;
      const offer = (score: number, way: number) => {
        if (score <= best[k]![i]!) return;
        best[k]![i] = score;
        how[k]![i] = way;
      };
      if (i > 0) {
        const taken = worth(i - 1, k - 1);
        // What goes on where the last place was taken is more likely meant than a jump.
        if (taken > 0) offer(best[k - 1]![i - 1]! + taken + (how[k - 1]![i - 1] === 1 ? 0.01 : 0), 1);
      }
      if (share >= AGREES) offer(best[k - 1]![i]! + share / 2, 2);
      if (i > 0) offer(best[k]![i - 1]!, 3);
    }
  }
  if (best[target]![length] === -Infinity) return null;
  const places: Rule['places'] = [];
  for (let k = target, i = length; k > 0;) {
    const way = how[k]![i];
    if (way === 3) i--;
    else {
      k--;
      places.unshift(way === 1 ? --i : letters[k]![0]);
    }
  }
  return places;
}

function mostOf(letters: string[]): [letter: string, share: number] {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const [letter, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0]!;
  return [letter, count / letters.length];
}

/** `PHaabbbb000` → `PHaa0bbbb`: letters that differ from code to code are small, one letter for what stays together. */
function sayRule(pairs: [string, string][], places: Rule['places']): { from: string; to: string } {
  const length = pairs[0]![0].length;
  const constant = Array.from({ length }, (_, i) => mostOf(pairs.map(([before]) => before[i]!)));
  const from = constant.map(([letter, share]) => (share === 1 ? letter : '?'));
  let name = 'a'.charCodeAt(0) - 1;
  let last = -2;
  let broken = true;
  const to = places.map((place) => {
    if (typeof place === 'string' || constant[place]![1] === 1) {
      broken = true;
      return typeof place === 'string' ? place : constant[place]![0];
    }
    if (broken || place !== last + 1) name = Math.min(name + 1, 'z'.charCodeAt(0));
    broken = false;
    last = place;
    return (from[place] = String.fromCharCode(name));
  });
  return { from: from.join(''), to: to.join('') };
}
