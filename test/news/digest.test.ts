/** A year of digests and of deadlines by a moved clock: each time once, nothing lost and nothing told twice, where clocks change too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../server/contract/groups/groups.ts';
import { unseal } from '../../server/store/seal.ts';
import type { NewMail } from '../../server/mail/store.ts';
import { toLocal } from '../../server/meetings/clock.ts';
import { latestSlot } from '../../server/news/digest/due.ts';
import { createDigests, openUnsubscribe } from '../../server/news/digest/service.ts';
import { tellOverdue, type Standing } from '../../server/news/overdue.ts';
import { createEventStore, type EventStore } from '../../server/news/store.ts';
import { standingOf } from '../../server/schedule/state.ts';
import { recordEvent } from '../../server/store/events.ts';
import { databaseAt } from '../../server/store/place.ts';
import { migrate, type Database } from '../../server/store/schema.ts';

const HOUR = 3600_000;
const SECRET = 'a secret of at least thirty-two signs';
let db: Database;
let events: EventStore;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-'));
  db = databaseAt({ driver: 'sqlite', path: join(folder, 'news.db') }).open();
  await migrate(db);
  events = createEventStore(db);
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

describe('when a digest is due', () => {
  test.each([
    ['daily', 'UTC', '2027-03-05T07:02:00Z', '2027-03-05T07:00:00.000Z'],
    ['daily', 'UTC', '2027-03-05T07:01:59Z', '2027-03-04T07:00:00.000Z'],
    ['weekly', 'UTC', '2027-03-05T12:00:00Z', '2027-03-01T07:00:00.000Z'],
    ['weekly', 'UTC', '2027-03-01T06:59:00Z', '2027-02-22T07:00:00.000Z'],
    ['daily', 'Europe/Paris', '2027-03-28T12:00:00Z', '2027-03-28T05:00:00.000Z'],
    ['daily', 'Europe/Paris', '2027-03-27T12:00:00Z', '2027-03-27T06:00:00.000Z'],
    ['daily', 'Asia/Kathmandu', '2027-03-27T12:00:00Z', '2027-03-27T01:15:00.000Z'],
  ] as const)('%s in %s at %s: %s', (every, zone, now, slot) => expect(latestSlot(every, zone, new Date(now)).toISOString()).toBe(slot));
});

test.each([
  ['daily', 'America/Havana', 367],
  ['weekly', 'Asia/Beirut', 53],
] as const)(
  'a year of %s in %s: each event in one message, each morning at seven',
  async (every, zone, most) => {
    const account = `${every} ${zone}`;
    const from = new Date('2027-01-01T00:00:00Z').getTime();
    await events.saveChoice({ account, every, language: 'fr', zone, digestUntil: new Date(from).toISOString(), readUntil: '' });
    // An event each seven hours, at odd minutes, so that none falls on a boundary by its making.
    const made: string[] = [];
    for (let at = from + 1234; at < from + 364 * 24 * HOUR; at += 7 * HOUR + 61_000) {
      const id = `${account} ${at}`;
      made.push(id);
      await recordEvent(db, { id, kind: 'harvest.changed', at: new Date(at).toISOString(), scope: account as Scope, audience: 'members' });
    }
    let clock = from;
    const queued: NewMail[] = [];
    const told: string[] = [];
    const digests = createDigests({
      events,
      outside: { nameCountry: async () => 'X', findSource: async (_: Scope, id: string) => ({ name: id, path: `/x/${id}` }) } as never,
      findReader: async () => ({
      account, name: 'Amina', email: 'amina@example.org', createdAt: '', scopes: [account], knower: { mayKnow: async ({ id }: { id: string }) => told.push(id) > 0 } as never,
    }), // prettier-ignore
      queue: async (_, mail) => queued.push(mail),
      base: 'https://codmap.example.org',
      secret: SECRET,
      now: () => new Date(clock),
    });
    // Looked at every eight hours, where one is due by two servers; and a week in which none ran.
    for (; clock < from + 373 * 24 * HOUR; clock += 8 * HOUR) {
      if (clock > from + 100 * 24 * HOUR && clock < from + 107 * 24 * HOUR) continue;
      const [one, other] = await Promise.all([digests.enqueue(), digests.enqueue()]);
      expect(one + other).toBeLessThanOrEqual(1);
    }
    const windows = queued.map(({ sealed }) => unseal(sealed!, SECRET) as { from: string; until: string });
    expect(new Set(queued.map(({ id }) => id)).size).toBe(queued.length);
    for (const [i, { until }] of windows.entries()) {
      expect(toLocal(new Date(until), zone).slice(11)).toBe('07:00');
      if (i > 0) expect(windows[i]!.from).toBe(windows[i - 1]!.until);
    }
    // Of the week without a server one tells all.
    expect(queued.length).toBe(most);
    for (const { sealed } of queued) await digests.write(sealed!);
    expect(told.toSorted()).toEqual(made.toSorted());
    await events.endDigest(account);
  },
  20_000,
);

test('a message names its account in the way out alone, and that it may be ended by one click', async () => {
  const at = '2027-01-01T00:00:00.000Z';
  await events.saveChoice({ account: 'one', every: 'daily', language: 'en', zone: 'UTC', digestUntil: at, readUntil: '' });
  await recordEvent(db, { id: 'one', kind: 'harvest.failed', at: '2027-01-01T03:00:00.000Z', scope: 'ONE' as Scope, subject: 'S', audience: 'keepers' });
  const queued: NewMail[] = [];
  let mayKnow = true;
  const digests = createDigests({
    events,
    outside: {
      nameCountry: async () => 'Oneland',
      findSource: async () => ({ name: 'A sheet\r\nBcc: x@example.org', path: '/c/one/schedule' }),
    } as never,
    findReader: async () => ({
      account: 'one',
      name: 'Amina',
      email: 'amina@example.org',
      createdAt: at,
      scopes: ['ONE'],
      knower: { mayKnow: async () => mayKnow } as never,
    }),
    queue: async (_, mail) => queued.push(mail),
    base: 'https://codmap.example.org',
    secret: SECRET,
    now: () => new Date('2027-01-01T08:00:00Z'),
  });
  expect([await digests.enqueue(), await digests.enqueue()]).toEqual([1, 0]);
  const [mail] = queued;
  expect(JSON.stringify(mail)).not.toMatch(/amina|sheet/i);
  const { to, written, headers } = (await digests.write(mail!.sealed!))!;
  expect([to, written.subject]).toEqual(['amina@example.org', 'What is new in Codmap: 1 January 2027']);
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const [, token] = /^<https:\/\/codmap\.example\.org\/api\/v1\/news\/unsubscribe\/([\w-]+)>$/.exec(headers['List-Unsubscribe']!)!;
  expect([openUnsubscribe(token!, SECRET), openUnsubscribe(token!, 'another'), openUnsubscribe(`${token}x`, SECRET)]).toEqual(['one', null, null]);
  expect(written.text).toContain('Could not be fetched: A sheet Bcc: x@example.org (Oneland)');
  expect(written.text).toContain('https://codmap.example.org/c/one/schedule');
  // What is closed between queueing and sending is not told.
  mayKnow = false;
  expect(await digests.write(mail!.sealed!)).toBeNull();
  mayKnow = true;
  await events.endDigest('one');
  expect(await digests.write(mail!.sealed!)).toBeNull();
});

test('a year of one entry on the first Friday of each month: overdue once for each deadline that was missed', async () => {
  const zone = 'Asia/Beirut';
  const cadence = { frequency: null, rrule: 'FREQ=MONTHLY;BYDAY=1FR', from: '2027-01-01', covers: 'month' as const, grace: null, steps: [] };
  let lastData: string | null = '2026-11-30';
  const told: string[] = [];
  for (let at = Date.parse('2027-01-01T00:30:00Z'); at < Date.parse('2028-01-01T00:00:00Z'); at += 12 * HOUR) {
    const now = new Date(at);
    // Each second month somebody delivers, late; what was missed before is made good by it.
    if (now.getUTCDate() === 28 && now.getUTCMonth() % 2 === 1) lastData = new Date(Date.UTC(2027, now.getUTCMonth(), 0)).toISOString().slice(0, 10);
    const facts = { published: new Date(`${lastData}T00:00:00Z`), reviewed: null, lastData, isThere: true };
    const { state, due } = standingOf(cadence, facts, now, zone);
    const standing: Standing = { id: 'E', scope: 'LBN' as Scope, dataset: null, group: null, isOpen: true, state, due: due?.day ?? null };
    for (let times = 0; times < 2; times++) if ((await tellOverdue(db, [standing], now)) > 0) told.push(due!.day);
  }
  const rows = await db.selectFrom('news_event').select('id').where('kind', '=', 'calendar.overdue').execute();
  expect(new Set(told).size).toBe(told.length);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(told.map((day) => `overdue/E/${day}`).toSorted());
  expect(told).toEqual(['2027-01-01', '2027-03-05', '2027-05-07', '2027-07-02', '2027-09-03', '2027-11-05']);
});
