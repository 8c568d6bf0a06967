/** The beam finds the best assignment: compared with all assignments of small random problems. */
import { describe, expect, test } from 'vitest';
import { assign, type Choice } from '../../server/matching/assign.ts';
import { createRandom } from '../../server/sample/random.ts';

/** Every assignment, tried. */
function best(items: Choice[][], pair: (a: number, i: number, b: number, j: number) => number, whole: (chosen: readonly number[]) => number): number {
  let top = -Infinity;
  const chosen: number[] = [];
  const walk = (item: number, score: number, used: ReadonlySet<string>) => {
    if (item === items.length) {
      top = Math.max(top, score + whole(chosen));
      return;
    }
    chosen[item] = -1;
    walk(item + 1, score, used);
    items[item]!.forEach(({ unique, score: own }, choice) => {
      if (unique !== null && used.has(unique)) return;
      chosen[item] = choice;
      let sum = score + own;
      for (let other = 0; other < item; other++) if (chosen[other]! >= 0) sum += pair(other, chosen[other]!, item, choice);
      walk(item + 1, sum, unique === null ? used : new Set(used).add(unique));
      chosen[item] = -1;
    });
  };
  walk(0, 0, new Set());
  return top;
}

describe('assign', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))('seed %i', (seed) => {
    const random = createRandom(seed);
    const items = Array.from({ length: 2 + random.below(5) }, () =>
      Array.from({ length: random.below(4) }, (): Choice => ({ unique: random.next() < 0.7 ? `role ${random.below(4)}` : null, score: random.normal() * 3 })),
    );
    const joint = new Map<string, number>();
    const pair = (a: number, i: number, b: number, j: number) => {
      const key = [a, i, b, j].join();
      if (!joint.has(key)) joint.set(key, createRandom(seed, a * 1000 + i * 100 + b * 10 + j).normal() * 2);
      return joint.get(key)!;
    };
    const whole = (chosen: readonly number[]) => (chosen.every((choice) => choice < 0) ? -1 : 0);
    const found = assign(items, { pair, whole });
    expect(found.score).toBeCloseTo(best(items, pair, whole), 9);
    const used = found.chosen.flatMap((choice, item) => (choice < 0 ? [] : (items[item]![choice]!.unique ?? [])));
    expect(new Set(used).size).toBe(used.length);
  });

  test('what is not allowed is not chosen', () => {
    const items: Choice[][] = [[{ unique: 'a', score: 5 }, { unique: 'b', score: 1 }], [{ unique: 'a', score: 4 }]]; // prettier-ignore
    expect(assign(items)).toEqual({ chosen: [0, -1], score: 5 });
    expect(assign(items, { without: { item: 0, choices: [0] } })).toEqual({ chosen: [1, 0], score: 5 });
  });
});
