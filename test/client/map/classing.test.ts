/** Classes of whole numbers, against what they promise. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mirroredBreaks, parseBreaks, parseClassing, wholeStarts, CLASSING, type Classing } from '../../../client/map/classing.ts';

const of = (method: Classing['method'], classes = 5, breaks: number[] = []): Classing => ({ method, classes, breaks, held: null });
const counts = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500_000 })), { maxLength: 80 });

test('starts are whole, increase from the least on, and are no more than asked for', () => {
  fc.assert(
    fc.property(
      counts,
      fc.integer({ min: 2, max: 7 }),
      fc.constantFrom('quantile', 'jenks', 'equal'),
      fc.constantFrom(0, 1),
      (numbers, classes, method, least) => {
        const starts = wholeStarts(numbers, of(method as Classing['method'], classes), least);
        expect(starts[0]).toBe(least);
        expect(starts.length).toBeLessThanOrEqual(classes);
        starts.forEach((start, i) => {
          expect(Number.isInteger(start)).toBe(true);
          if (i > 0) expect(start).toBeGreaterThan(starts[i - 1]!);
        });
        // No class begins above all numbers.
        if (starts.length > 1) expect(starts.at(-1)).toBeLessThanOrEqual(Math.max(...numbers) * 1.06);
      },
    ),
  );
});

test('as few numbers as classes: a class for each', () => {
  for (const method of ['quantile', 'jenks', 'equal'] as const) expect(wholeStarts([9, 3, 3, 1, 9], of(method), 1), method).toEqual([1, 3, 9]);
});

test('what many share is a class of its own, and the rest is divided anew', () => {
  const numbers = [...Array.from({ length: 60 }, () => 1), ...Array.from({ length: 12 }, (_, i) => i + 2)];
  expect(wholeStarts(numbers, of('quantile'), 1)).toEqual([1, 2, 5, 8, 11]);
});

test('as many classes as asked for, wherever there are numbers for them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 12, maxLength: 60 }), fc.integer({ min: 3, max: 6 }), (numbers, classes) => {
      const distinct = new Set(numbers).size;
      const starts = wholeStarts(numbers, of('quantile', classes), 1);
      expect(starts.length).toBe(Math.min(classes, distinct));
    }),
  );
});

test('long numbers are rounded where that merges nothing', () => {
  expect(wholeStarts([12_345, 23_456, 34_567], of('quantile'), 1)).toEqual([1, 23_000, 35_000]);
  expect(wholeStarts([12_345, 12_346, 12_347], of('quantile'), 1)).toEqual([1, 12_346, 12_347]);
});

test('natural breaks find the groups; own breaks are taken as they are, from the least on', () => {
  expect(wholeStarts([1, 2, 1, 2, 50, 51, 52, 900, 901], of('jenks', 3), 1)).toEqual([1, 50, 900]);
  expect(wholeStarts([1, 2], of('manual', 5, [0, 5, 5.4, 2]), 1)).toEqual([1, 2, 5]);
  expect(wholeStarts([], of('quantile'), 1)).toEqual([1]);
});

test('fewer mirror more', () => {
  expect(mirroredBreaks([1, 5])).toEqual([-Infinity, -4, 0, 1, 5, Infinity]);
  expect(mirroredBreaks([1])).toEqual([-Infinity, 0, 1, Infinity]);
});

test('the address', () => {
  expect(parseClassing(new URLSearchParams('method=jenks&classes=3&breaks=9,1'))).toEqual({ method: 'jenks', classes: 3, breaks: [1, 9], held: null });
  expect(parseClassing(new URLSearchParams('method=integer&classes=1'))).toEqual(CLASSING);
  for (const held of [
    '',
    '2',
    '9/quantile/none/0/1,2',
    '2/best/none/0/1,2',
    '2/jenks/wide/0/1,2',
    '2/jenks/none/0/2,1',
    '2/jenks/none/0/1,x',
    `2/jenks/none/0/${Array.from({ length: 11 }, (_, i) => i).join()}`,
  ])
    expect(parseClassing(new URLSearchParams({ held })).held, held).toBeNull();
  expect(parseBreaks('10, 20;30  5 x 10')).toEqual([5, 10, 20, 30]);
});
