/** Classes of a map of a sensitive source: two worlds that differ in withheld numbers only give the same. */
import { expect, test } from 'vitest';
import { wholeStarts } from '../../client/map/classing.ts';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import type { Emptiness } from '../../server/maps/facts.ts';
import { toldClasses } from '../../server/maps/toldClasses.ts';

type Method = 'quantile' | 'equal' | 'jenks';
const TOLD = [9, 14, 22];

/** A map as a member's page makes it, which knows the withheld numbers too. */
function madeBy(method: Method, withheld: number[]): MapSpec['classes'] {
  const starts = wholeStarts([...TOLD, ...withheld], { method, classes: 5, breaks: [] }, 1);
  return { method, breaks: [...starts, starts.at(-1)!], open: 'above', whole: true };
}
const values = new Map<string, number | Emptiness>([...TOLD.map((value, i) => [`T${i}`, value] as const), ['W0', 'withheld'], ['W1', 'withheld']]);
const told = (classes: MapSpec['classes'], suppressBelow: number | null = 3, panels: null | { values: typeof values }[] = null) =>
  toldClasses({ spec: { classes }, presence: { suppressBelow }, values, panels } as never);

test.each<Method>(['quantile', 'equal', 'jenks'])('%s: what is withheld decides no class', (method) => {
  const [a, b] = [madeBy(method, [1, 2]), madeBy(method, [2, 2])];
  expect(told(b)).toEqual(told(a));
  const { breaks, method: said } = told(a);
  // A class of equal numbers begins at a number that is told.
  if (said === 'quantile') expect(breaks.slice(1).every((at) => TOLD.includes(at))).toBe(true);
  expect(said).toBe(method === 'equal' ? 'equal' : 'quantile');
  expect([breaks[0], breaks.length > 2]).toEqual([1, true]);
});

test('the page of a member would have said which number is withheld', () => expect(madeBy('quantile', [2, 2])).not.toEqual(madeBy('quantile', [1, 2])));

test('a table takes its classes from its cells', () => {
  const cells = new Map<string, number | Emptiness>([
    ['T0', 3],
    ['T1', 7],
    ['W0', 'withheld'],
  ]);
  expect(told(madeBy('quantile', [1, 2]), 3, [{ values: cells }, { values: cells }]).breaks).toEqual([1, 7, 7]);
});

test('own breaks stay, but those below the threshold; fixed steps stay; of an open source all stay', () => {
  const own = { method: 'manual' as const, breaks: [1, 2, 3, 10, 10], open: 'above' as const, whole: true };
  expect(told(own, 5).breaks).toEqual([1, 10, 10]);
  const fixed = { ...own, method: 'integer' as const };
  expect([told(fixed), told(own, null)]).toEqual([fixed, own]);
});

test('where nothing is told there is one class', () => {
  const none = new Map<string, number | Emptiness>([['W0', 'withheld']]);
  expect(toldClasses({ spec: { classes: madeBy('equal', [1]) }, presence: { suppressBelow: 3 }, values: none, panels: null } as never).breaks).toEqual([1, 1]);
});
