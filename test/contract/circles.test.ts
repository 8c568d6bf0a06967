/** Circles whose area is the number, and a key that can be read. */
import { describe, expect, test } from 'vitest';
import { canBeCircles, circleKey, hasCircles, inOrder, mostRadius, radiusOf } from '../../server/contract/maps/circles.ts';

describe('area is the number', () => {
  test.each([1, 3, 20, 250, 4000])('%i', (value) => {
    const area = (n: number) => Math.PI * radiusOf(n, 4000, 40) ** 2;
    expect(area(value) / area(4000)).toBeCloseTo(value / 4000, 10);
  });
  test('nought has none', () => expect([radiusOf(0, 10, 40), radiusOf(5, 0, 40)]).toEqual([0, 0]));
  test('the largest first, whatever their order was', () => {
    const numbers = [3, 9, 9, 1].map((value, i) => ({ value, pcode: `X${3 - i}` }));
    expect(numbers.toSorted(inOrder).map(({ value, pcode }) => `${value}${pcode}`)).toEqual(['9X1', '9X2', '3X3', '1X0']);
  });
});

describe('the largest', () => {
  test('grows with the map, and is smaller where many are as large', () => {
    const few = [100, 5, 3];
    expect(mostRadius(few, 1200, 600)!.radius).toBeGreaterThan(mostRadius(few, 390, 400)!.radius);
    expect(mostRadius(Array.from({ length: 100 }, () => 90), 1200, 600)!.radius).toBeLessThan(mostRadius(few, 1200, 600)!.radius); // prettier-ignore
    // Together no more than a tenth of the map, as long as they can be seen.
    const same = Array.from({ length: 60 }, () => 7);
    expect(60 * Math.PI * mostRadius(same, 1000, 500)!.radius ** 2).toBeLessThanOrEqual(50_001);
  });
  test('none where no number is above nought, or told', () => {
    expect(mostRadius([], 500, 500)).toBeNull();
    expect(mostRadius([0, 'withheld', 'not-reported'], 500, 500)).toBeNull();
    expect(mostRadius(['withheld', 12], 500, 500)).toMatchObject({ most: 12 });
  });
});

describe.each([1, 2, 7, 12, 136, 999, 1_000, 48_211, 12_345_678])('key of %i', (most) => {
  const key = circleKey(most, 36)!;
  test('numbers are round, at most the largest, and their circles are to the scale of the map', () => {
    for (const { value, r } of key.circles) {
      expect(String(value)).toMatch(/^[125]0*$/);
      expect(value).toBeLessThanOrEqual(most);
      expect(r).toBeCloseTo(36 * Math.sqrt(value / most), 10);
    }
  });
  test('nested on one ground, the largest first, and no two numbers meet', () => {
    const grounds = key.circles.map(({ cy, r }) => cy + r);
    for (const ground of grounds) expect(ground).toBeCloseTo(grounds[0]!, 10);
    for (const [i, circle] of key.circles.entries()) {
      expect(circle.cx + circle.r).toBeLessThan(key.reach);
      expect(circle.cy - circle.r).toBeCloseTo(circle.top, 10);
      if (i > 0) expect(circle.top - key.circles[i - 1]!.top).toBeGreaterThanOrEqual(13);
    }
  });
});

test('for counts only', () => {
  const presence = (is: string, split = 'none') => ({ kind: 'presence', measure: { is }, split }) as const;
  const population = (measure: 'people' | 'density') => ({ kind: 'population', measure }) as const;
  expect([presence('count'), presence('ratio'), presence('change'), presence('count', 'clusters')].map(canBeCircles)).toEqual([true, false, false, false]);
  expect([population('people'), population('density'), { kind: 'boundaries' } as const].map(canBeCircles)).toEqual([true, false, false]);
  expect(hasCircles({ data: population('people') })).toBe(false);
  expect(hasCircles({ symbols: 'circles', data: population('people') })).toBe(true);
  expect(hasCircles({ symbols: 'circles', data: population('density') })).toBe(false);
});
