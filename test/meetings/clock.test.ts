/** Clock times of zones as moments, against two other reckonings: every quarter of an hour looked at with Intl, and Python’s zoneinfo. */
import { describe, expect, test } from 'vitest';
import { isZone, toLocal, toMoment } from '../../server/meetings/clock.ts';
import { firstMomentOf, noPython, python } from '../helpers/meetings/made.ts';

/** With and without summer time, forward and back, with a half and a quarter of an hour, and of places where responses are. */
const ZONES = [
  'UTC',
  'Africa/Freetown',
  'Africa/Cairo',
  'America/Port-au-Prince',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kabul',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Bucharest',
  'Europe/Paris',
  'Pacific/Chatham',
];
const TIMES = ['00:00', '00:30', '02:15', '02:45', '03:30', '10:00', '23:45'];
const days = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2026, 11, 1) + i * 86_400_000).toISOString().slice(0, 10));

test.each(ZONES)('%s: each day of a year, at times around its changes of clock, is the moment that the clocks show first', (zone) => {
  // Changes of clock are at the end of a week, or on the Fridays and Saturdays before.
  const asked = days.filter((day) => [4, 5, 6, 0].includes(new Date(day).getUTCDay()) && /-(03|04|09|10|11)-/.test(day));
  let skipped = 0;
  for (const day of asked)
    for (const time of TIMES) {
      const local = `${day}T${time}`;
      const found = firstMomentOf(local, zone);
      if (found === null) skipped++;
      else expect(toMoment(local, zone).toISOString(), local).toBe(found);
      if (found !== null) expect(toLocal(new Date(found), zone)).toBe(local);
    }
  expect(skipped > 0).toBe(['Africa/Cairo', 'America/Port-au-Prince', 'America/St_Johns', 'Asia/Beirut', 'Asia/Gaza', 'Australia/Lord_Howe', 'Europe/Bucharest', 'Europe/Paris', 'Pacific/Chatham'].includes(zone)); // prettier-ignore
});

test('a time that the clocks skip is later by as much as they are put forward; one that they show twice is the first', () => {
  expect(toMoment('2027-03-28T02:30', 'Europe/Paris').toISOString()).toBe('2027-03-28T01:30:00.000Z');
  expect(toMoment('2027-10-31T02:30', 'Europe/Paris').toISOString()).toBe('2027-10-31T00:30:00.000Z');
  expect(toLocal(new Date('2027-03-28T01:30:00Z'), 'Europe/Paris')).toBe('2027-03-28T03:30');
});

describe.skipIf(noPython !== null)(noPython ?? 'zoneinfo of Python', () => {
  test('has the same moments, of every day of a year in every zone of the test', () => {
    const asked = ZONES.flatMap((zone) => days.flatMap((day) => TIMES.map((time) => [zone, `${day}T${time}`] as const)));
    const answered = python(
      `
import json, sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
out = []
for zone, local in json.load(sys.stdin):
    out.append(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc).strftime('%Y-%m-%dT%H:%M:00.000Z'))
print(json.dumps(out))`,
      asked,
    ) as string[];
    const differing = asked.filter(([zone, local], i) => toMoment(local, zone).toISOString() !== answered[i]);
    expect(answered).toHaveLength(13 * 366 * 7);
    expect(differing).toEqual([]);
  });
});

test('zones are names that a calendar can carry and that are known here', () => {
  expect(['Africa/Freetown', 'Europe/Kyiv', 'America/Argentina/Buenos_Aires', 'UTC'].map(isZone)).toEqual([true, true, true, true]);
  expect(['Africa/Nowhere', 'CT', '', 'GMT+25'].map(isZone)).toEqual([false, false, false, false]);
});
