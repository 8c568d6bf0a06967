/** The reckoning of HDX: its table, and what HDX itself answered of six datasets. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFrom, graceOf, latest } from '../../server/schedule/freshness.ts';
import { standingOf, type Cadence, type Facts } from '../../server/schedule/state.ts';
import type { Frequency } from '../../server/contract/schedule/schedule.ts';

const FOLDER = '../shared/data/workgroup/sharing';
const absent = existsSync(FOLDER) ? null : 'the answers of HDX are not beside this repository';

const every = (frequency: Frequency, given: Partial<Cadence> = {}): Cadence => ({
  frequency,
  rrule: null,
  from: null,
  covers: null,
  grace: null,
  steps: [],
  ...given,
});
const changed = (at: string | null, reviewed: string | null = null): Facts => ({
  published: at === null ? null : new Date(at),
  reviewed: reviewed === null ? null : new Date(reviewed),
  lastData: null,
  isThere: at !== null,
});

describe.skipIf(absent !== null)(`six answers of CKAN${absent === null ? '' : ` (skipped: ${absent})`}`, () => {
  /** Times of CKAN are UTC and do not say so; HDX drops the parts of a second. */
  const answerOf = (country: string) => {
    type Said = Record<string, string | null>;
    const answer = JSON.parse(readFileSync(`${FOLDER}/ckan_package_${country}_operational_presence.json`, 'utf8')) as Said & { result?: Said };
    const said: Said = answer.result ?? answer;
    return said;
  };
  test.each(['caf', 'eth', 'gtm', 'irq', 'mli', 'yem'])('%s', (country) => {
    const said = answerOf(country);
    const frequency = Number(said['data_update_frequency']) as Frequency;
    const facts = changed(`${said['last_modified']}Z`, said['review_date'] ? `${said['review_date']}Z` : null);
    const { due, state } = standingOf(every(frequency), facts, new Date('2022-06-20T12:00:00Z'), 'UTC');
    const toHdx = (moment: string | undefined) => moment?.replace('.000Z', '') ?? null;
    expect([toHdx(due?.at), toHdx(due?.overdueAt)]).toEqual([said['due_date'] ?? null, said['overdue_date'] ?? null]);
    // `unknown` is what HDX says of what is updated as needed; the answers were fetched in June 2022.
    expect(state).toBe(said['update_status'] === 'needs_update' ? 'delinquent' : 'fresh');
  });
});

test('the table, row by row; between two rows the stricter one', () => {
  expect([1, 7, 14, 30, 90, 180, 365].map((days) => Object.values(graceOf(days)))).toEqual([[1, 2], [7, 14], [7, 14], [14, 30], [30, 60], [30, 60], [60, 90]]); // prettier-ignore
  expect([graceOf(28), graceOf(60), graceOf(1825)]).toEqual([graceOf(14), graceOf(30), graceOf(365)]);
});

test('a review that is later than the last change wins, an earlier one does not', () => {
  const dueOf = (reviewed: string | null) => standingOf(every(30), changed('2026-03-01T10:00:00Z', reviewed), new Date('2026-03-20T00:00:00Z'), 'UTC').due!.at;
  expect(dueOf('2026-03-10T08:30:00.900Z')).toBe('2026-04-09T08:30:00.000Z');
  expect(dueOf('2026-02-10T08:30:00Z')).toBe(dueOf(null));
});

test('live, never and as needed are fresh for ever, once there is anything', () => {
  for (const frequency of [0, -1, -2] as const) {
    expect(standingOf(every(frequency), changed('2001-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z'), 'UTC')).toMatchObject({ state: 'fresh', due: null });
    expect(standingOf(every(frequency), changed(null), new Date('2026-01-01T00:00:00Z'), 'UTC').state).toBe('none');
  }
});

test('without frequency and rule nothing is scheduled; without data there is none until the first day that was said', () => {
  const none = { ...every(30), frequency: null };
  const at = (day: string, cadence: Cadence) => standingOf(cadence, changed(null), new Date(`${day}T12:00:00Z`), 'UTC').state;
  expect(standingOf(none, changed('2026-01-01T00:00:00Z'), new Date('2030-01-01T00:00:00Z'), 'UTC').state).toBe('not-scheduled');
  expect(at('2030-01-01', every(30))).toBe('none');
  const first = every(30, { from: '2026-05-10' });
  expect(['2026-05-09', '2026-05-10', '2026-05-23', '2026-05-24', '2026-06-08', '2026-06-09'].map((day) => at(day, first))).toEqual([
    'none',
    'due',
    'due',
    'overdue',
    'overdue',
    'delinquent',
  ]);
});

test('states follow each other and never go back, whatever the frequency, the zone and the moment of the change', () => {
  const ORDER = ['fresh', 'due-soon', 'due', 'overdue', 'delinquent'];
  fc.assert(
    fc.property(
      fc.constantFrom<Frequency>(1, 7, 14, 30, 90, 180, 365),
      fc.constantFrom('Africa/Freetown', 'Asia/Kathmandu', 'America/Port-au-Prince', 'Pacific/Apia'),
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
      fc.array(fc.integer({ min: 0, max: 500 * 86_400_000 }), { minLength: 2, maxLength: 6 }),
      (frequency, zone, change, laters) => {
        const facts = changed(new Date(change).toISOString());
        const states = laters
          .toSorted((a, b) => a - b)
          .map((later) => ORDER.indexOf(standingOf(every(frequency), facts, new Date(change + later), zone).state));
        expect(states).toEqual(states.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 60 },
  );
});

test('the later of two is symmetric and one of them; deadlines keep the order of the table', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.option(moment), fc.option(moment), fc.integer({ min: 1, max: 400 }), (a, b, days) => {
      expect(latest(a, b)).toEqual(latest(b, a));
      const later = latest(a, b);
      if (later === null) return;
      expect([a?.getTime(), b?.getTime()]).toContain(later.getTime());
      const { at, overdueAt, delinquentAt } = countFrom(later, days, graceOf(days));
      expect(at < overdueAt && overdueAt < delinquentAt && at.getTime() > later.getTime() - 1000).toBe(true);
    }),
    { numRuns: 50 },
  );
});
