/** Series of meetings: what their rules say, which days they have, and when each meeting is, across changes of clock. */
import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../server/groups/structure.ts';
import { daysOf, lastDayOf, readRule } from '../../server/meetings/rule.ts';
import { coming, findHeld, hasBegun, heldBetween, untilOf } from '../../server/meetings/series.ts';
import { aMeeting, anException, firstMomentOf, noPython, python } from '../helpers/meetings/made.ts';

const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a weekly meeting at ten in the morning, for a year', () => {
  const ZONES = [
    'Europe/Paris',
    'Asia/Beirut',
    'Asia/Gaza',
    'Africa/Cairo',
    'Europe/Kyiv',
    'America/Port-au-Prince',
    'Africa/Freetown',
    'Asia/Kabul',
    'Pacific/Chatham',
  ];
  const series = (zone: string, start = '2026-12-01T10:00') => aMeeting({ zone, start, rrule: 'FREQ=WEEKLY;BYDAY=TU' });

  test.each(ZONES)('%s: stays at ten on the clocks there, as looking at every quarter of an hour with Intl finds', (zone) => {
    const held = heldBetween(series(zone), '2026-12-01', '2027-11-30');
    expect(held).toHaveLength(53);
    for (const { day, local, start, end } of held) {
      expect(local).toBe(`${day}T10:00`);
      expect(start.toISOString()).toBe(firstMomentOf(local, zone));
      expect(end.getTime() - start.getTime()).toBe(90 * 60_000);
    }
  });

  test('Paris: 09:00 UTC in winter, 08:00 in summer, changed on the right weeks', () => {
    const hours = Map.groupBy(heldBetween(series('Europe/Paris'), '2026-12-01', '2027-11-30'), ({ start }) => start.toISOString().slice(11, 16));
    expect([...hours].map(([hour, list]) => [hour, list.length, list[0]!.day])).toEqual([
      ['09:00', 22, '2026-12-01'],
      ['08:00', 31, '2027-03-30'],
    ]);
  });

  test.each(ZONES)('%s: ical.js finds the same with the rules of the zone that our calendars carry', (zone) => {
    const [block] = tzlib_get_ical_block(zone) as string[];
    const rules = new ICAL.Timezone({ component: ICAL.Component.fromString(block!.replace(/\r?\n/g, '\r\n')), tzid: zone });
    for (const { local, start } of heldBetween(series(zone), '2026-12-01', '2027-11-30')) {
      const time = ICAL.Time.fromDateTimeString(`${local}:00`);
      time.zone = rules;
      expect(new Date(time.toUnixTime() * 1000).toISOString()).toBe(start.toISOString());
    }
  });

  test('at an hour that the clocks skip and show twice it is on every day all the same', () => {
    const nightly = aMeeting({ zone: 'Europe/Paris', start: '2027-03-27T02:30', rrule: 'FREQ=DAILY' });
    expect(heldBetween(nightly, '2027-03-27', '2027-03-29').map(({ start }) => start.toISOString())).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
  });
});

describe('rules', () => {
  test.each([
    ['FREQ=WEEKLY', '2026-12-01', 'FREQ=WEEKLY'],
    ['BYDAY=TU;FREQ=WEEKLY;INTERVAL=2', '2026-12-01', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    ['FREQ=WEEKLY;UNTIL=20270630T235959Z', '2026-12-01', 'FREQ=WEEKLY;UNTIL=20270630'],
    ['FREQ=MONTHLY;BYDAY=1TU', '2026-12-01', 'FREQ=MONTHLY;BYDAY=1TU'],
    ['FREQ=MONTHLY;BYDAY=-1TH', '2026-12-31', 'FREQ=MONTHLY;BYDAY=-1TH'],
    ['FREQ=MONTHLY;BYDAY=5MO', '2026-11-30', 'FREQ=MONTHLY;BYDAY=5MO'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-02-28', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2027-01-29', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ])('%s from %s is kept as %s', (rule, start, kept) => expect(readRule(rule, start)).toBe(kept));

  test.each([
    ['a weekday on which it does not begin', 'FREQ=WEEKLY;BYDAY=WE', '2026-12-01'],
    ['the second Tuesday, of the first', 'FREQ=MONTHLY;BYDAY=2TU', '2026-12-01'],
    ['the last Tuesday, of the first', 'FREQ=MONTHLY;BYDAY=-1TU', '2026-12-01'],
    ['a last working day that is none', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-12-30'],
    ['another day of the month', 'FREQ=MONTHLY;BYMONTHDAY=2', '2026-12-01'],
    ['hours', 'FREQ=HOURLY', '2026-12-01'],
    ['years, which ical.js moves from 29 February to March', 'FREQ=YEARLY', '2028-02-29'],
    ['a part that is unknown', 'FREQ=WEEKLY;BYHOUR=10', '2026-12-01'],
    ['no part', 'WEEKLY', '2026-12-01'],
    ['both ends', 'FREQ=WEEKLY;COUNT=3;UNTIL=20270101', '2026-12-01'],
    ['an end before the beginning', 'FREQ=WEEKLY;UNTIL=20261130', '2026-12-01'],
    ['an end on no day', 'FREQ=WEEKLY;UNTIL=20270230', '2026-12-01'],
    ['no times', 'FREQ=WEEKLY;COUNT=0', '2026-12-01'],
    ['too many times', 'FREQ=DAILY;COUNT=1001', '2026-12-01'],
    ['a sixth Monday', 'FREQ=MONTHLY;BYDAY=6MO', '2026-12-07'],
    ['a counted weekday of weeks', 'FREQ=WEEKLY;BYDAY=1TU', '2026-12-01'],
    ['a day and a weekday', 'FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=1', '2026-12-01'],
  ])('%s is refused', (_, rule, start) => expect(codeOf(() => readRule(rule, start))).toBe('meeting.rule'));

  test('a series of many years is found as fast as a new one, on the same days', () => {
    const old = daysOf('1990-01-02', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR', '2026-12-01', '2027-02-28');
    const all = daysOf('1990-01-02', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR', '1990-01-02', '2027-02-28');
    expect(old).toEqual(all.filter((day) => day >= '2026-12-01'));
    expect(old.length).toBeGreaterThan(6);
  });

  test('has a last day where it counts its times, where it ends on a day, and none otherwise', () => {
    expect(lastDayOf('2026-12-01', 'FREQ=WEEKLY;COUNT=3')).toBe('2026-12-15');
    expect(lastDayOf('2026-12-01', 'FREQ=WEEKLY;UNTIL=20261220')).toBe('2026-12-20');
    expect(lastDayOf('2026-12-01', 'FREQ=WEEKLY')).toBeNull();
    expect(lastDayOf('2026-12-01', null)).toBe('2026-12-01');
  });

  describe.skipIf(noPython !== null)(noPython ?? 'dateutil of Python', () => {
    test('finds the same days, of three hundred rules', () => {
      const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
      const rules: [string, string][] = [];
      for (let i = 0; i < 300; i++) {
        const start = addDays('2026-12-01', (i * 37) % 400);
        const own = weekdays[(new Date(start).getUTCDay() + 6) % 7]!;
        const place = Math.ceil(Number(start.slice(8)) / 7);
        const interval = i % 4 === 0 ? '' : `;INTERVAL=${1 + (i % 3)}`;
        const end = i % 5 === 0 ? `;COUNT=${3 + (i % 20)}` : i % 7 === 0 ? `;UNTIL=${addDays(start, 90 + i).replaceAll('-', '')}` : '';
        const kinds = [`FREQ=DAILY`, `FREQ=WEEKLY;BYDAY=${own}`, `FREQ=WEEKLY;BYDAY=${[own, weekdays[i % 7]!].filter((a, at, list) => list.indexOf(a) === at).join(',')}`, `FREQ=MONTHLY;BYDAY=${place}${own}`, `FREQ=MONTHLY;BYMONTHDAY=${Number(start.slice(8))}`, 'FREQ=MONTHLY']; // prettier-ignore
        rules.push([start, readRule(`${kinds[i % 6]!}${interval}${end}`, start)]);
      }
      const answered = python(
        `
import json, sys
from datetime import datetime
from dateutil.rrule import rrulestr
out = []
for start, rule in json.load(sys.stdin):
    found = rrulestr(rule, dtstart=datetime.fromisoformat(start)).between(datetime(2026, 12, 1), datetime(2029, 1, 1), inc=True)
    out.append([d.strftime('%Y-%m-%d') for d in found])
print(json.dumps(out))`,
        rules,
      ) as string[][];
      for (const [i, [start, rule]] of rules.entries()) expect(daysOf(start, rule, '2026-12-01', '2029-01-01'), `${start} ${rule}`).toEqual(answered[i]);
      expect(answered.flat().length).toBeGreaterThan(20_000);
    });
  });
});

describe('one meeting of a series', () => {
  const series = aMeeting({
    zone: 'Europe/Paris',
    rrule: 'FREQ=WEEKLY;BYDAY=TU',
    place: 'Room 1',
    exceptions: [
      anException('2026-12-08', { reason: 'holiday' }),
      anException('2026-12-15', { is: 'moved', start: '2026-12-17T14:30', length: 60, place: 'Room 2' }),
      anException('2026-12-29', { is: 'moved', start: '2027-01-05T09:00' }),
    ],
  });

  test('is cancelled or moved, and is named by the day of the rule all the same', () => {
    const told = heldBetween(series, '2026-12-01', '2027-01-05').map(({ day, local, length, place, state, reason }) => [
      day,
      local,
      length,
      place,
      state,
      reason,
    ]);
    expect(told).toEqual([
      ['2026-12-01', '2026-12-01T10:00', 90, 'Room 1', 'planned', null],
      ['2026-12-08', '2026-12-08T10:00', 90, 'Room 1', 'cancelled', 'holiday'],
      ['2026-12-15', '2026-12-17T14:30', 60, 'Room 2', 'moved', null],
      ['2026-12-22', '2026-12-22T10:00', 90, 'Room 1', 'planned', null],
      ['2026-12-29', '2027-01-05T09:00', 90, 'Room 1', 'moved', null],
      ['2027-01-05', '2027-01-05T10:00', 90, 'Room 1', 'planned', null],
    ]);
  });

  test('that was moved out of a span is not in it, and into it is', () => {
    expect(heldBetween(series, '2026-12-14', '2026-12-16')).toEqual([]);
    expect(heldBetween(series, '2026-12-17', '2026-12-17').map(({ day }) => day)).toEqual(['2026-12-15']);
  });

  test('is the next until it is over; cancelled ones are not', () => {
    const next = (at: string) => coming(series, new Date(at), 1).map(({ day }) => day);
    expect(next('2026-12-01T10:29:00Z')).toEqual(['2026-12-01']);
    expect(next('2026-12-01T10:30:00Z')).toEqual(['2026-12-15']);
    expect(coming(aMeeting(), new Date('2026-12-02T00:00:00Z'), 3)).toEqual([]);
    expect(coming(aMeeting({ rrule: 'FREQ=MONTHLY;INTERVAL=12' }), new Date('2026-12-02T00:00:00Z'), 1)[0]!.day).toBe('2027-12-01');
  });

  test('has begun at its minute', () => {
    expect(hasBegun(series, new Date('2026-12-01T09:00:00Z'))).toBe(false);
    expect(hasBegun(series, new Date('2026-12-01T09:00:01Z'))).toBe(true);
  });

  test('of a series that was cancelled from a day on is told for a month, then no more; earlier ones stay', () => {
    const ended = { ...series, exceptions: [], status: 'cancelled' as const, cancelledFrom: '2026-12-15', reason: 'closed' };
    const told = heldBetween(ended, '2026-12-01', '2027-03-01');
    expect(told.map(({ day, state }) => `${day} ${state}`)).toEqual([
      '2026-12-01 planned',
      '2026-12-08 planned',
      '2026-12-15 cancelled',
      '2026-12-22 cancelled',
      '2026-12-29 cancelled',
      '2027-01-05 cancelled',
      '2027-01-12 cancelled',
    ]);
    expect(told[2]!.reason).toBe('closed');
    expect(untilOf(ended)).toBe('2026-12-14');
    expect(findHeld(ended, '2026-12-02')).toBeUndefined();
  });
});
