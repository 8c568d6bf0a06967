/** Where days lie on the picture of the versions (client/country/timeline/scale.ts). */
import { expect, test } from 'vitest';
import { lanesOf, scaleOf } from '../../../../client/country/timeline/scale.ts';

const version = (from: string | null, to: string | null, publishedAt: string) =>
  ({ version: 'v01', status: 'current', publishedAt, withdrawnAt: null, period: from ? { version: 'v01', validOn: from, from, to } : null }) as never;

test('days lie in their order within the picture, years are marked and few', () => {
  const { at, years } = scaleOf(
    [{ versions: [version('1995-01-01', '2017-06-01', '2018-03-01T10:00:00Z'), version(null, null, '2020-01-01T00:00:00Z')] }],
    '2026-11-30',
  );
  const days = ['1995-01-01', '2017-06-01', '2018-03-01', '2026-11-30'].map(at);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  expect(days[0]).toBeGreaterThan(0);
  expect(days.at(-1)).toBeLessThan(100);
  expect(years.map(({ year }) => year)).toEqual([2000, 2010, 2020]);
});
test('one day alone has a picture too', () => {
  const { at, years } = scaleOf([{ versions: [version('2026-11-30', null, '2026-11-30T00:00:00Z')] }], '2026-11-30');
  expect([at('2026-11-30'), years.length]).toEqual([50, 0]);
});
test('bars that meet share a lane, bars that overlap do not', () =>
  expect(lanesOf([{ from: 0, to: 10 }, { from: 10, to: 20 }, { from: 15, to: 30 }, { from: 20, to: 25 }])).toEqual([0, 0, 1, 0])); // prettier-ignore
