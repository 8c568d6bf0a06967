import { describe, expect, test } from 'vitest';
import { calendarOfHeading, calendarOfYear, foreignMonth, monthSpan, toGregorian } from '../../server/matching/calendars.ts';

describe('days of other calendars', () => {
  // New years as the calendars of the countries have them: Nowruz, Enkutatash (a day later after an Ethiopian leap year).
  test.each([
    ['persian', 1403, 1, 1, '2024-03-20'],
    ['persian', 1404, 1, 1, '2025-03-21'],
    ['persian', 1399, 12, 30, '2021-03-20'],
    ['persian', 1402, 12, 30, null],
    ['ethiopic', 2016, 1, 1, '2023-09-12'],
    ['ethiopic', 2017, 1, 1, '2024-09-11'],
    ['ethiopic', 2015, 13, 6, '2023-09-11'],
    ['ethiopic', 2016, 13, 6, null],
    ['buddhist', 2568, 5, 1, '2025-05-01'],
    ['nepali', 2081, 1, 1, null],
    ['gregorian', 2025, 2, 30, null],
    ['persian', 1403, 0, 1, null],
  ] as const)('%s %i-%i-%i', (calendar, year, month, day, iso) => expect(toGregorian(calendar, { year, month, day })).toBe(iso));

  test('every day of thirty years there and back', () => {
    for (const [calendar, id] of [
      ['persian', 'persian'],
      ['ethiopic', 'ethiopic'],
    ] as const) {
      const format = new Intl.DateTimeFormat(`en-u-ca-${id}-nu-latn`, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
      for (let days = 10_957; days < 10_957 + 30 * 365; days += 17) {
        const date = new Date(days * 86_400_000);
        const part = (type: string) => Number(format.formatToParts(date).find((each) => each.type === type)!.value);
        expect(toGregorian(calendar, { year: part('year'), month: part('month'), day: part('day') })).toBe(date.toISOString().slice(0, 10));
      }
    }
  });

  test('months and years as spans', () => {
    expect(monthSpan('persian', 1403, 1)).toEqual({ start: '2024-03-20', end: '2024-04-19' });
    expect(monthSpan('persian', 1403, null)).toEqual({ start: '2024-03-20', end: '2025-03-20' });
    expect(monthSpan('ethiopic', 2015, 13)).toEqual({ start: '2023-09-06', end: '2023-09-11' });
    expect(monthSpan('nepali', 2081, 1)).toBeNull();
  });
});

test.each([
  [1403, 'persian'],
  [1447, 'islamic'],
  [2081, 'nepali'],
  [2568, 'buddhist'],
  [2017, 'gregorian'],
  [2031, 'gregorian'],
  [1899, undefined],
  [2205, undefined],
])('the year %i is %s', (year, calendar) => expect(calendarOfYear(year, 2026)).toBe(calendar));

test.each([
  ['Hamal', 'persian', 1],
  ['حمل', 'persian', 1],
  ['فروردین', 'persian', 1],
  ['Meskerem', 'ethiopic', 1],
  ['መስከረም', 'ethiopic', 1],
  ['Baisakh', 'nepali', 1],
  ['चैत', 'nepali', 12],
])('%s is a month of the %s calendar', (word, calendar, month) => expect(foreignMonth(word)).toEqual({ calendar, month }));
test.each(['March', 'tir', 'Mars', '', 'WASH'])('%s tells no calendar', (word) => expect(foreignMonth(word)).toBeUndefined());

test.each([
  ['Start date (E.C.)', 'ethiopic'],
  ['تاریخ هجری شمسی', 'persian'],
  ['मिति', 'nepali'],
  ['Date (BS)', 'nepali'],
  ['Start date', undefined],
  ['EC funded', undefined],
  ['Description', undefined],
])('heading %s', (heading, calendar) => expect(calendarOfHeading(heading)).toBe(calendar));
