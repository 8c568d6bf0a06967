/** Meetings made for tests, and another program’s reckoning of when they are. */
import { spawnSync } from 'node:child_process';
import type { Scope } from '../../../server/contract/groups/groups.ts';
import type { Exception, StoredMeeting } from '../../../server/meetings/series.ts';

export const NVL = 'NVL' as Scope;

export const aMeeting = (given: Partial<StoredMeeting> = {}): StoredMeeting => ({
  id: 'm1',
  scope: NVL,
  groups: ['imwg'],
  title: 'IMWG',
  start: '2026-12-01T10:00',
  zone: 'Africa/Freetown',
  length: 90,
  place: null,
  link: null,
  linkPublic: false,
  rrule: null,
  note: null,
  visibility: 'public',
  status: 'planned',
  cancelledFrom: null,
  reason: null,
  sequence: 0,
  follows: null,
  createdAt: '2026-11-01T08:00:00.000Z',
  updatedAt: '2026-11-02T08:00:00.000Z',
  exceptions: [],
  records: [],
  ...given,
});

export const anException = (day: string, given: Partial<Exception> = {}): Exception => ({
  day,
  is: 'cancelled',
  start: null,
  length: null,
  place: null,
  reason: null,
  ...given,
});

/** Debian’s Python has vobject, dateutil and zoneinfo; other machines may not. */
export const PYTHON = '/usr/bin/python3';
export const noPython = spawnSync(PYTHON, ['-c', 'import vobject, dateutil, zoneinfo']).status === 0 ? null : 'python3-vobject is not installed here';

/** What a Python program answers, as JSON. */
export function python(program: string, input: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', program], { input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}

const HOUR = 3_600_000;

/**
 * The first moment at which the clocks of a zone show a time, found by looking at every quarter of an hour around it; null where they
 * never do. Shares nothing with the product but the rules of the zone.
 */
export function firstMomentOf(local: string, zone: string): string | null {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const wanted = local.replace('T', ' ');
  const middle = Date.parse(`${local}:00Z`);
  for (let at = middle - 15 * HOUR; at <= middle + 13 * HOUR; at += HOUR / 4) if (format.format(at) === wanted) return new Date(at).toISOString();
  return null;
}
