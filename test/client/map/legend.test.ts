import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ramp } from '../../../server/contract/maps/palette.ts';
import { classOf, classify, toClasses, toLegend } from '../../../client/map/legend.ts';

const METHODS = ['equal', 'quantile', 'jenks'] as const;

describe('classify', () => {
  test.each(METHODS)('%s: no values give no classes', (method) => {
    expect(classify([], method, 5)).toEqual([]);
    expect(classify([NaN, Infinity], method, 5)).toEqual([]);
  });

  test.each(['equal', 'quantile', 'jenks'] as const)('%s: equal values give one class that holds them', (method) => {
    const breaks = classify([7, 7, 7], method, 5);
    expect(breaks).toEqual([7, 7]);
    expect(classOf(7, breaks)).toBe(0);
    expect(toLegend([7, 7, 7], breaks, ramp(1)).rows).toMatchObject([{ from: 7, to: 7, count: 3 }]);
  });

  test('equal intervals', () => {
    expect(classify([0, 3, 10], 'equal', 5)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  test('quantiles put as many values in each class', () => {
    const values = Array.from({ length: 100 }, (_, i) => i);
    const legend = toLegend(values, classify(values, 'quantile', 4), ramp(4));
    expect(legend.rows.map(({ count }) => count)).toEqual([25, 25, 25, 25]);
  });

  test('quantiles of skewed values are fewer classes, never empty or repeated ones', () => {
    expect(classify([0, 0, 0, 0, 0, 0, 0, 0, 0, 90], 'quantile', 5)).toEqual([0, 90]);
    expect(classify([0, 0, 0, 90, 90, 90], 'quantile', 3)).toEqual([0, 90, 90]);
  });

  test('jenks finds the groups that are there', () => {
    expect(classify([1, 2, 1, 2, 50, 51, 52, 900, 901], 'jenks', 3)).toEqual([1, 50, 900, 901]);
    expect(classify([5, 9], 'jenks', 7)).toEqual([5, 9, 9]);
  });

  test('jenks is as good as trying every partition', () => {
    const spread = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
    };
    const cost = (values: number[], breaks: number[]) => {
      const groups = Map.groupBy(values, (value) => classOf(value, breaks));
      return [...groups.values()].reduce((sum, group) => sum + spread(group), 0);
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 11 }), (values) => {
        const distinct = [...new Set(values)].sort((a, b) => a - b);
        fc.pre(distinct.length >= 3);
        let best = Infinity;
        for (const a of distinct.slice(1))
          for (const b of distinct.slice(1)) if (a < b) best = Math.min(best, cost(values, [distinct[0]!, a, b, distinct.at(-1)!]));
        const breaks = classify(values, 'jenks', 3);
        expect(cost(values, breaks)).toBeLessThanOrEqual(best + 1e-9);
      }),
    );
  });

  test('jenks of many values stays quick', () => {
    const start = performance.now();
    const breaks = classify(
      Array.from({ length: 40_000 }, (_, i) => (i * 7919) % 100_003),
      'jenks',
      7,
    );
    expect(breaks.length).toBe(8);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('manual breaks are sorted and made distinct', () => {
    expect(classify([], 'manual', 0, [10, 0, 5, 5, NaN])).toEqual([0, 5, 10]);
  });

  test('breaks increase, and every value has exactly one class', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...METHODS),
        (values, count, method) => {
          const breaks = classify(values, method, count);
          for (let i = 1; i < breaks.length - 1; i++) expect(breaks[i]!).toBeGreaterThan(breaks[i - 1]!);
          for (const value of values) {
            const at = classOf(value, breaks);
            expect(at).toBeGreaterThanOrEqual(0);
            expect(value).toBeGreaterThanOrEqual(breaks[at]!);
            expect(value).toBeLessThanOrEqual(breaks[at + 1]!);
          }
        },
      ),
    );
  });
});

test('the class of each unit is that of its number; below and beyond the breaks the first and the last; a look stays', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 }), fc.integer({ min: 1, max: 7 }), (values, count) => {
      const breaks = classify(values, 'equal', count);
      const classes = toClasses(new Map(values.map((value, i) => [String(i), value])), breaks);
      expect([...classes.values()]).toEqual(values.map((value) => classOf(value, breaks)));
    }),
  );
  const of = (breaks: number[], ...values: (number | string)[]) => [...toClasses(new Map(values.map((value, i) => [String(i), value])), breaks).values()];
  expect(of([1, 2, 5, Infinity], 0, 1, 1.5, 2, 5, 90, 'above')).toEqual([0, 0, 0, 1, 2, 2, 'above']);
  expect(of([-Infinity, 0, Infinity], -7, 0)).toEqual([0, 1]);
  expect(of([], 3, 'zero')).toEqual([0, 'zero']);
});

describe('legend', () => {
  test('zero, no data and classes are apart and add up', () => {
    const breaks = [1, 2, 5, 10, 20, 30];
    const legend = toLegend([0, 0, 1, 4, 30, null, NaN], breaks, ramp(breaks.length - 1));
    expect(legend).toMatchObject({ zero: 2, noData: 2, total: 7 });
    expect(legend.rows.map(({ count }) => count).reduce((a, b) => a + b)).toBe(3);
    expect(legend.rows.at(-1)!.last).toBe(true);
  });

  test.each([1, 2, 3, 5, 7])('a ramp of %i has as many distinct colours', (count) => {
    expect(new Set(ramp(count)).size).toBe(count);
    expect(new Set(ramp(count, true)).size).toBe(count);
  });
});
