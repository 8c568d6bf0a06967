/** The clock moved over a year: each entry is in each of its states on the right days of its country, and its deadlines are about the right time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUnmet, intervalOf, readDeadlines } from '../../server/schedule/deadlines.ts';
import { periodBefore } from '../../server/schedule/periods.ts';
import { comingDays, standingOf, type Cadence, type Facts } from '../../server/schedule/state.ts';
import { zoneOf } from '../../server/schedule/zone.ts';
import { COVERS } from '../../server/contract/schedule/schedule.ts';

const DAY = 86_400_000;
const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const cadence = (given: Partial<Cadence>): Cadence => ({ frequency: null, rrule: null, from: null, covers: null, grace: null, steps: [], ...given });
const facts = (published: string | null, given: Partial<Facts> = {}): Facts => ({
  published: published === null ? null : new Date(published),
  reviewed: null,
  lastData: null,
  isThere: published !== null,
  ...given,
});

/** The moment at which a day begins in a zone, by looking at every quarter of an hour; shares nothing with the product but the rules of the zone. */
function beginOf(day: string, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  for (let at = Date.parse(day) - 14 * 3_600_000; ; at += 900_000) if (shown.format(at) === day) return at;
}
/** Spans of days by state, as somebody sees them who looks every day at its first and last minute. */
function lived(given: Cadence, of: Facts, zone: string, first: string, days: number): string[] {
  const spans: { state: string; from: string; to: string }[] = [];
  for (let turn = 0; turn < days; turn++) {
    const day = addDays(first, turn);
    const [begin, end] = [beginOf(day, zone), beginOf(addDays(day, 1), zone) - 60_000];
    const states = [begin, end].map((at) => standingOf(given, of, new Date(at), zone).state);
    expect(states[0], `${day} has one state`).toBe(states[1]);
    const last = spans.at(-1);
    if (last && last.state === states[0]) last.to = day;
    else spans.push({ state: states[0]!, from: day, to: day });
  }
  return spans.map(({ state, from, to }) => `${state} ${from} – ${to}`);
}

describe('a year', () => {
  test('of data that are updated every 90 days, where clocks go forward and back', () => {
    // 23:30 in Haiti is the next day in UTC. Summer time from 14 March to 7 November 2027: on that of the deadline the clock shows 00:30.
    const lastChange = facts('2027-01-01T04:30:00Z');
    expect(lived(cadence({ frequency: 90 }), lastChange, 'America/Port-au-Prince', '2026-12-31', 200)).toEqual([
      'fresh 2026-12-31 – 2027-03-24',
      'due-soon 2027-03-25 – 2027-03-31',
      'due 2027-04-01 – 2027-04-30',
      'overdue 2027-05-01 – 2027-05-30',
      'delinquent 2027-05-31 – 2027-07-18',
    ]);
  });
  test('of the first Friday of each month, about the month before, delivered late, not at all, and on time', () => {
    const rule = cadence({ ...readDeadlines('FREQ=MONTHLY;BYDAY=1FR', '2027-01-01'), covers: 'month' });
    const zone = 'Asia/Kathmandu';
    // 3W of December came in time, that of January on 9 February, four days late; nothing since.
    expect(lived(rule, facts('2027-01-01T06:00:00Z', { lastData: '2026-12-31' }), zone, '2027-01-02', 40)).toEqual([
      'fresh 2027-01-02 – 2027-01-28',
      'due-soon 2027-01-29 – 2027-02-04',
      'due 2027-02-05 – 2027-02-10',
    ]);
    expect(lived(rule, facts('2027-02-09T06:00:00Z', { lastData: '2027-01-31' }), zone, '2027-02-09', 80)).toEqual([
      'fresh 2027-02-09 – 2027-02-25',
      'due-soon 2027-02-26 – 2027-03-04',
      'due 2027-03-05 – 2027-03-18',
      'overdue 2027-03-19 – 2027-04-03',
      'delinquent 2027-04-04 – 2027-04-29',
    ]);
  });
  test('of every second Tuesday, with steps and graces of its own', () => {
    const rule = cadence({
      ...readDeadlines('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2027-06-01'),
      grace: { overdue: 1, delinquent: 3 },
      steps: [
        { from: 'partners', to: 'cluster', before: 5 },
        { from: 'cluster', to: 'ocha', before: 2 },
      ],
    });
    const of = facts('2027-06-01T10:00:00Z');
    expect(lived(rule, of, 'Africa/Freetown', '2027-06-01', 25)).toEqual([
      'fresh 2027-06-01 – 2027-06-09',
      'due-soon 2027-06-10 – 2027-06-14',
      'due 2027-06-15 – 2027-06-15',
      'overdue 2027-06-16 – 2027-06-17',
      'delinquent 2027-06-18 – 2027-06-25',
    ]);
    const { stepDays, due } = standingOf(rule, of, new Date('2027-06-05T00:00:00Z'), 'Africa/Freetown');
    expect([stepDays.map(({ day }) => day), due!.at]).toEqual([['2027-06-10', '2027-06-13'], '2027-06-15T23:59:59.000Z']);
  });
  test.each([1, 7, 14, 30, 90, 180, 365] as const)('of every %i days: due, overdue and delinquent begin so many days after the change', (frequency) => {
    const grace = { 1: [1, 2], 7: [7, 14], 14: [7, 14], 30: [14, 30], 90: [30, 60], 180: [30, 60], 365: [60, 90] }[frequency];
    const first = '2027-02-10';
    const seen = (day: string) => standingOf(cadence({ frequency }), facts(`${first}T15:00:00Z`), new Date(`${day}T09:00:00Z`), 'Africa/Freetown').state;
    for (const [days, before, after] of [
      [frequency, frequency < 4 ? 'fresh' : 'due-soon', 'due'],
      [frequency + grace[0]!, 'due', 'overdue'],
      [frequency + grace[1]!, 'overdue', 'delinquent'],
    ] as const)
      expect([seen(addDays(first, days - 1)), seen(addDays(first, days))]).toEqual([before, after]);
  });
});

describe('which deadline is not met', () => {
  const rule = 'FREQ=MONTHLY;BYDAY=1FR';
  const none = { published: null, reviewed: null, lastData: null };
  const unmet = (given: Partial<typeof none> | Record<string, string>, covers: 'month' | null = null) =>
    findUnmet(rule, '2027-01-01', covers, { ...none, ...given }, '2027-03-20');
  test('the first, where nothing came', () => expect(unmet({})).toBe('2027-01-01'));
  test('what comes within the grace was late; after that it is for the next one', () => {
    expect([unmet({ published: '2027-02-05' }), unmet({ published: '2027-02-19' }), unmet({ published: '2027-02-20' })]).toEqual([
      '2027-03-05',
      '2027-03-05',
      '2027-04-02',
    ]);
  });
  test('data that say what they are about count for its period, whenever they come', () => {
    expect(unmet({ published: '2027-03-20', lastData: '2027-01-31' }, 'month')).toBe('2027-03-05');
    expect(unmet({ published: '2027-03-20', lastData: '2027-02-01' }, 'month')).toBe('2027-04-02');
    expect(unmet({ published: '2027-03-20', lastData: '2027-01-31', reviewed: '2027-03-19' }, 'month')).toBe('2027-04-02');
  });
  test('none after the last one of a rule that ends', () =>
    expect(findUnmet('FREQ=MONTHLY;COUNT=2;BYDAY=1FR', '2027-01-01', null, { ...none, published: '2027-02-05' }, '2027-03-20')).toBeNull());

  test('it is a day of the rule, and delivering on that day meets it and no later one', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
    const rules = fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR'); // prettier-ignore
    fc.assert(
      fc.property(rules, start, fc.integer({ min: 0, max: 600 }), (text, from, later) => {
        const { rrule, from: first } = readDeadlines(text, from);
        const given = { ...none, published: addDays(first, later) };
        const day = findUnmet(rrule, first, null, given, given.published)!;
        expect(comingDays({ rrule, from: first }, { day }, day)).toEqual([day]);
        const next = findUnmet(rrule, first, null, { ...none, published: day }, day)!;
        const [, following] = comingDays({ rrule, from: first }, { day }, addDays(day, 400));
        expect(next).toBe(following);
      }),
      { numRuns: 40 },
    );
  });
});

test('rules begin on the first of their days; what is no rule of days is refused', () => {
  expect(readDeadlines('BYDAY=1FR;FREQ=MONTHLY', '2027-01-02')).toEqual({ rrule: 'FREQ=MONTHLY;BYDAY=1FR', from: '2027-02-05' });
  expect(readDeadlines('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2027-02-01').from).toBe('2027-03-31');
  for (const text of ['FREQ=YEARLY', 'FREQ=SECONDLY', 'FREQ=MONTHLY;BYMONTHDAY=32', 'X', 'FREQ=MONTHLY;BYDAY=1FR;UNTIL=20270110'])
    expect(() => readDeadlines(text, '2027-01-05'), text).toThrow(/deadlines repeat by/);
  expect(
    ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;BYDAY=1FR', 'FREQ=MONTHLY;BYDAY=FR', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1'].map(intervalOf),
  ).toEqual([1, 3, 30, 7, 90]);
});

describe('the period of a deadline', () => {
  test.each([
    ['week', '2027-01-01', '2026-12-21 2026-12-27'],
    ['month', '2027-01-01', '2026-12-01 2026-12-31'],
    ['month', '2028-03-31', '2028-02-01 2028-02-29'],
    ['quarter', '2027-05-10', '2027-01-01 2027-03-31'],
    ['half-year', '2027-06-30', '2026-07-01 2026-12-31'],
    ['year', '2027-06-30', '2026-01-01 2026-12-31'],
  ] as const)('%s before %s', (covers, day, expected) => expect(Object.values(periodBefore(day, covers)).join(' ')).toBe(expected));
  test('ends before the deadline, and those of all days follow each other without a gap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COVERS), fc.integer({ min: 0, max: 20_000 }), (covers, days) => {
        const day = addDays('1990-01-01', days);
        const { from, to } = periodBefore(day, covers);
        expect(from <= to && to < day).toBe(true);
        expect(periodBefore(addDays(to, 1), covers)).toEqual({ from, to });
        expect(periodBefore(from, covers).to).toBe(addDays(from, -1));
      }),
      { numRuns: 60 },
    );
  });
});

test('the clock is that of the country, of its capital where it has several; UTC where there is no such country', () => {
  expect(['SLE', 'COD', 'IDN', 'HTI', 'XNV'].map(zoneOf)).toEqual(['Africa/Freetown', 'Africa/Kinshasa', 'Asia/Jakarta', 'America/Port-au-Prince', 'UTC']);
});
