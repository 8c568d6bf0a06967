/**
 * Which role each item has, judged together: the assignment with the highest sum of single and joint scores, by beam search.
 * Single scores alone would be the assignment problem; joint ones (this column is the acronym of that one) make it a quadratic one, which has
 * no quick exact answer. With a few dozen items and a handful of roles each, a beam finds the optimum (a test compares it with all assignments).
 */

export interface Choice {
  /** Of equal keys only one item has one; null where any number may. */
  unique: string | null;
  /** Above zero where the choice is better than none. */
  score: number;
}

export interface Assignment {
  /** Index into the choices of each item; -1 for none of them. */
  chosen: number[];
  score: number;
}

export interface AssignOptions {
  /** Joint score of two items with two of their choices, `a` before `b`. */
  pair?: (a: number, choiceA: number, b: number, choiceB: number) => number;
  /** Score of the whole, for what a pair cannot tell ("a longitude needs a latitude"). */
  whole?: (chosen: readonly number[]) => number;
  /** Choices of one item that are not allowed: what would be read without them? */
  without?: { item: number; choices: readonly number[] };
  width?: number;
}

interface State {
  chosen: number[];
  score: number;
  used: ReadonlySet<string>;
}

const WIDTH = 64;

export function assign(items: readonly (readonly Choice[])[], { pair, whole, without, width = WIDTH }: AssignOptions = {}): Assignment {
  // The clearest first: what is sure narrows what is not.
  const best = (choices: readonly Choice[]) => choices.reduce((top, { score }) => Math.max(top, score), 0);
  const order = items.map((_, i) => i).sort((a, b) => best(items[b]!) - best(items[a]!) || a - b);
  let states: State[] = [{ chosen: items.map(() => -1), score: 0, used: new Set() }];
  const decided: number[] = [];
  for (const item of order) {
    const choices = items[item]!;
    if (choices.length === 0) continue;
    const next: State[] = [];
    for (const state of states) {
      next.push(state);
      choices.forEach(({ unique, score }, choice) => {
        if (without?.item === item && without.choices.includes(choice)) return;
        if (unique !== null && state.used.has(unique)) return;
        let sum = state.score + score;
        if (pair)
          for (const other of decided) {
            const own = state.chosen[other]!;
            if (own >= 0) sum += other < item ? pair(other, own, item, choice) : pair(item, choice, other, own);
          }
        const chosen = state.chosen.slice();
        chosen[item] = choice;
        next.push({ chosen, score: sum, used: unique === null ? state.used : new Set(state.used).add(unique) });
      });
    }
    decided.push(item);
    next.sort((a, b) => b.score - a.score);
    states = next.slice(0, width);
  }
  let result: Assignment | undefined;
  for (const { chosen, score } of states) {
    const sum = score + (whole?.(chosen) ?? 0);
    if (!result || sum > result.score) result = { chosen, score: sum };
  }
  return result!;
}
