/** What is marked beside the version before. */
import { expect, test } from 'vitest';
import { isMarked } from '../../../client/kit/compare.ts';
import { withChoice } from '../../../client/kit/columns/questions.ts';

const MONTH = { share: 0.2, least: 1 };

test.each([
  [100, 100, false],
  [100, 120, false],
  [100, 121, true],
  [100, 79, true],
  [100, 80, false],
  [2, 3, false],
  [2, 4, true],
  [1, 0, true],
  [0, 1, true],
  [0, 0, false],
  [null, 5, false],
  [5, null, false],
] as const)('before %j, now %j: %j', (before, now, marked) => expect(isMarked({ before, now }, MONTH)).toBe(marked));

test('a population is marked by its share alone', () => expect(isMarked({ before: 1000, now: 1051 }, { share: 0.05, least: 0 })).toBe(true));

test('a second click on a choice takes it back, another takes its place', () => {
  const once = withChoice(new Map(), 'q', 1);
  expect([...once]).toEqual([['q', 1]]);
  expect([...withChoice(once, 'q', 0)]).toEqual([['q', 0]]);
  expect([...withChoice(once, 'q', 1)]).toEqual([]);
});
