/** Webhooks on their way: signed, at least once, again and again to who does not answer, to nobody within, to nobody who may not know. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openOutgoing, openOutside } from '../../../server/app/workgroup/news.ts';
import { openHoldings } from '../../../server/app/workgroup/sensitivity.ts';
import { hookMessage, type HookMessage } from '../../../server/contract/news/news.ts';
import type { Scope } from '../../../server/contract/groups/groups.ts';
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import { seal } from '../../../server/store/seal.ts';
import { createDeliveries, secondsAfter } from '../../../server/news/hooks/deliver.ts';
import { newSecret } from '../../../server/news/hooks/sign.ts';
import { createHookStore, type HookStore, type StoredHook } from '../../../server/news/hooks/store.ts';
import { createKnower } from '../../../server/news/knower.ts';
import { createEventStore } from '../../../server/news/store.ts';
import { createEgress } from '../../../server/outside/egress/egress.ts';
import { recordEvent, type NewEvent } from '../../../server/store/events.ts';
import { openStore, type Store } from '../../../server/app/main.ts';
import { temporaryConfig } from '../../helpers/app.ts';
import { egressOf, PUBLIC, startWorld, type World } from '../../helpers/outside/world.ts';

const SECRET = 'a secret of at least thirty-two signs';
const START = Date.now();
const HOSTS = ['hooks.example.org', 'inner.example.org', 'other.example.org'];
let clock = START;
const moment = (seconds: number) => new Date(START + seconds * 1000).toISOString();
let store: Store;
let remove: () => void;
let database: string;
let hooks: HookStore;
let world: World;
let answer: (times: number) => { status: number; location?: string } | 'never';
let came: { id: string; body: string; headers: Record<string, string>; message: HookMessage }[];

const open = (more: { rights?: Parameters<typeof createKnower>[0] } = {}) => {
  const { outside } = openOutside({ db: store.db, datasets: store.datasets, holdings: openHoldings(store.db, 0), now: () => new Date(clock) });
  const egress = createEgress(egressOf(world, HOSTS));
  onTestFinished(() => egress.close());
  return createDeliveries({
    hooks,
    events: createEventStore(store.db),
    outside,
    outgoing: openOutgoing(egress, HOSTS),
    openKnower: async (account) => createKnower(account === null ? null : (more.rights ?? null), outside),
    base: 'https://codmap.example.org',
    secret: SECRET,
    log: { info() {}, warn() {} },
    now: () => new Date(clock),
    timeoutMs: 300,
  });
};
async function register(more: Partial<StoredHook> = {}): Promise<{ id: string; secret: string }> {
  const secret = newSecret();
  const id = more.id ?? 'hook';
  const hook: StoredHook = {
    id, scope: 'SLE' as Scope, group: null, dataset: null, url: 'https://hooks.example.org/in', events: ['version.published', 'calendar.overdue', 'harvest.failed'], reach: 'public', account: 'a',
    secret: seal({ secret }, SECRET), old_secret: null, old_until: null, state: 'on', failing_since: null, created_at: moment(-1), created_by: 'Amina', ...more,
  }; // prettier-ignore
  await hooks.insert(hook);
  return { id, secret };
}
const happen = (id: string, more: Partial<NewEvent> = {}) =>
  recordEvent(store.db, {
    id,
    kind: 'version.published',
    at: new Date(clock).toISOString(),
    scope: 'SLE' as Scope,
    dataset: 'cod-ab-sle' as DatasetId,
    version: 'v01' as VersionTag,
    audience: 'public',
    ...more,
  });
const deliveries = async (hook = 'hook') => (await hooks.listDeliveries(hook)).map(({ state, attempts, status, fault }) => [state, attempts, status, fault]);

beforeEach(async () => {
  clock = START;
  came = [];
  answer = () => ({ status: 204 });
  world = await startWorld();
  const handle: World['hosts'][string]['handle'] = async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part as string;
    const headers = request.headers as Record<string, string>;
    came.push({ id: headers['webhook-id']!, body, headers, message: JSON.parse(body) as HookMessage });
    const given = answer(came.length);
    if (given === 'never') return;
    response.writeHead(given.status, given.location ? { location: given.location } : {}).end('an answer that nobody reads');
  };
  world.hosts['hooks.example.org'] = { addresses: [PUBLIC], handle };
  world.hosts['other.example.org'] = { addresses: [PUBLIC], handle };
  world.hosts['inner.example.org'] = { addresses: ['127.0.0.1'], handle };
  const made = temporaryConfig();
  remove = made.remove;
  database = made.config.database.path;
  store = await openStore(made.config);
  hooks = createHookStore(store.db);
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  await world.close();
  remove();
});

describe('a message', () => {
  test('is verified by the library of the standard; a changed byte and a replay after five minutes are not', async () => {
    const { secret } = await register();
    await happen('e1');
    await open().run();
    const [{ body, headers, message }] = came as [(typeof came)[number]];
    const webhook = new Webhook(secret);
    expect(webhook.verify(body, headers)).toEqual(message);
    expect(() => webhook.verify(body.replace('v01', 'v02'), headers)).toThrow('No matching signature');
    expect(() => webhook.verify(body, { ...headers, 'webhook-id': 'another' })).toThrow('No matching signature');
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature');
    vi.useFakeTimers({ toFake: ['Date'], now: START + 299_000 });
    expect(webhook.verify(body, headers)).toEqual(message);
    vi.setSystemTime(START + 302_000);
    expect(() => webhook.verify(body, headers)).toThrow('too old');
  });

  test('holds ids and addresses, and nothing else', async () => {
    await register();
    await happen('e1', { detail: { again: 1 } });
    await open().run();
    const base = 'https://codmap.example.org';
    expect(hookMessage.parse(came[0]!.message)).toEqual(came[0]!.message);
    expect(came[0]!.message).toEqual({
      type: 'version.published',
      timestamp: moment(0),
      data: {
        id: 'e1',
        scope: 'SLE',
        dataset: 'cod-ab-sle',
        version: 'v01',
        entry: null,
        source: null,
        assessment: null,
        links: {
          page: `${base}/c/sle/cod-ab-sle?version=v01`,
          api: `${base}/api/v1/datasets/cod-ab-sle/versions/v01`,
          feed: `${base}/api/v1/datasets/cod-ab-sle/feed.atom`,
        },
      },
    });
  });

  test('is signed with both secrets for a day after a change', async () => {
    const before = newSecret();
    const { secret } = await register({ old_secret: seal({ secret: before }, SECRET), old_until: moment(86_400) });
    await happen('e1');
    const sender = open();
    await sender.run();
    for (const each of [secret, before]) expect(new Webhook(each).verify(came[0]!.body, came[0]!.headers)).toBeTruthy();
    clock += 86_401_000;
    vi.useFakeTimers({ toFake: ['Date'], now: clock });
    await happen('e2');
    await sender.run();
    expect(new Webhook(secret).verify(came[1]!.body, came[1]!.headers)).toBeTruthy();
    expect(() => new Webhook(before).verify(came[1]!.body, came[1]!.headers)).toThrow('No matching signature');
  });
});

describe('a receiver', () => {
  test('that answers 500 and then 200 gets the same message twice, the second time five seconds later', async () => {
    await register();
    await happen('e1');
    answer = (times) => ({ status: times === 1 ? 500 : 200 });
    const sender = open();
    await sender.run();
    expect(await deliveries()).toEqual([['waiting', 1, 500, 'status']]);
    clock += 4000;
    await sender.run();
    expect(came).toHaveLength(1);
    clock += 1000;
    await sender.run();
    await sender.run();
    expect(came.map(({ id }) => id)).toEqual([came[0]!.id, came[0]!.id]);
    expect(came[1]!.body).toBe(came[0]!.body);
    expect(Number(came[1]!.headers['webhook-timestamp']) - Number(came[0]!.headers['webhook-timestamp'])).toBe(5);
    expect(await deliveries()).toEqual([['delivered', 2, 200, null]]);
    expect((await hooks.get('hook'))!.failing_since).toBeNull();
  });

  test('that is slow, redirects, or lies within is told nothing more', async () => {
    await register();
    answer = (times) => (times === 1 ? 'never' : { status: 302, location: 'https://other.example.org/in' });
    await happen('e1');
    const sender = open();
    await sender.run();
    expect(await deliveries()).toEqual([['waiting', 1, null, 'timeout']]);
    clock += 5000;
    await sender.run();
    expect(await deliveries()).toEqual([['waiting', 2, 302, 'redirect']]);
    expect(world.asked.every((line) => line.startsWith('POST hooks.example.org'))).toBe(true);
    await hooks.update('hook', { url: 'https://inner.example.org/in' });
    const dialled = world.dialled.length;
    clock += 60_000;
    await sender.run();
    expect(await deliveries()).toEqual([['waiting', 3, null, 'refused']]);
    expect(world.dialled).toHaveLength(dialled);
    await hooks.update('hook', { url: 'https://elsewhere.example.org/in' });
    clock += 300_000;
    await sender.run();
    expect([(await deliveries())[0]![3], world.dialled.length]).toEqual(['refused', dialled]);
  });

  test('that takes nothing for five days is left alone, with a notice; what was not taken can be sent again', async () => {
    await register();
    await Promise.all(['e1', 'e2', 'e3'].map((id) => happen(id)));
    answer = () => ({ status: 503 });
    const sender = open();
    const moments: number[] = [];
    for (let step = 0; step < 40 && (await hooks.get('hook'))!.state === 'on'; step++) {
      await sender.run();
      moments.push((clock - START) / 1000);
      const next = (await hooks.listDeliveries('hook')).filter(({ state }) => state === 'waiting').map(({ next_at }) => Date.parse(next_at));
      if (next.length > 0) clock = Math.min(...next);
    }
    const waits = moments.slice(1).map((at, i) => at - moments[i]!);
    expect([waits[0], waits.at(-1), moments.at(-1)! >= 5 * 86_400, moments.at(-1)! <= 6.1 * 86_400]).toEqual([5, 86_400, true, true]);
    expect(waits).toEqual(waits.map((_, i) => secondsAfter(i)));
    // One asks, the others wait behind it: not three times as many requests.
    expect(came.length).toBe(moments.length);
    expect((await deliveries()).map(([state]) => state)).toEqual(['failed', 'failed', 'failed']);
    const notice = await store.db.selectFrom('news_event').selectAll().where('kind', '=', 'webhook.disabled').execute();
    expect(notice).toMatchObject([{ subject: 'hook', audience: 'keepers', detail: '{"host":"hooks.example.org"}' }]);
    await happen('e4');
    await sender.run();
    answer = () => ({ status: 200 });
    await hooks.update('hook', { state: 'on', failing_since: null });
    for (const { id } of await hooks.listDeliveries('hook')) expect(await hooks.resend('hook', id, new Date(clock).toISOString())).toBe(true);
    came = [];
    await sender.run();
    expect(came.map(({ message }) => message.data.id).toSorted()).toEqual(['e1', 'e2', 'e3']);
  });

  test('that says it is gone for good is believed', async () => {
    await register();
    await happen('e1');
    answer = () => ({ status: 410 });
    await open().run();
    expect([(await hooks.get('hook'))!.state, await deliveries()]).toEqual(['disabled', [['failed', 1, 410, 'status']]]);
  });
});

describe('each once', () => {
  test('however many servers send, and in order for each receiver', async () => {
    await register();
    await register({ id: 'second', url: 'https://other.example.org/in' });
    for (let i = 0; i < 12; i++) {
      clock += 1000;
      await happen(`e${String(i).padStart(2, '0')}`);
    }
    await Promise.all([open().run(), open().run(), open().run()]);
    await open().run();
    const of = (host: string) => came.filter(({ headers }) => headers['host'] === host).map(({ message }) => message.data.id);
    const all = Array.from({ length: 12 }, (_, i) => `e${String(i).padStart(2, '0')}`);
    expect([of('hooks.example.org').toSorted(), of('other.example.org').toSorted()]).toEqual([all, all]);
    expect(new Set(came.map(({ id }) => id)).size).toBe(24);
  });

  test('killed between sending and writing it down: sent again under the same id, never lost', async () => {
    await register();
    await happen('e1');
    const ids: string[] = [];
    const receiver = createServer((request) => {
      ids.push(request.headers['webhook-id'] as string);
      child.kill('SIGKILL');
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void receiver.close());
    const script = fileURLToPath(new URL('../../helpers/outside/hookChild.ts', import.meta.url));
    const { port } = receiver.address() as AddressInfo;
    const child = spawn(process.execPath, [script, database, String(port), moment(0)]);
    const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
    expect([signal, ids.length]).toEqual(['SIGKILL', 1]);
    const sender = open();
    clock += 59_000;
    await sender.run();
    expect(came).toEqual([]);
    clock += 2000;
    await sender.run();
    await sender.run();
    expect(came.map(({ id }) => id)).toEqual(ids);
    expect((await deliveries())[0]![0]).toBe('delivered');
  });
});

describe('who may not know', () => {
  const restrict = () =>
    store.db
      .insertInto('dataset_sensitivity')
      .values({
        dataset: 'cod-ab-sle',
        found_type: null,
        data_type: null,
        class: 'high',
        audience: 'cluster',
        named: '[]',
        lowest_level: null,
        smallest_count: null,
        reason: 'a test',
        against: null,
        against_type: null,
        set_by: 'Amina',
        set_at: moment(0),
      }) // prettier-ignore
      .execute();
  test('is told nothing: of what was closed before it was sent, of what is for keepers, of other countries, kinds and days', async () => {
    await register();
    await happen('other-country', { scope: 'TGO' as Scope });
    await happen('other-kind', { kind: 'version.withdrawn' });
    await happen('keepers', { kind: 'harvest.failed', audience: 'keepers', dataset: null });
    await happen('before', { at: moment(-60) });
    await restrict();
    await happen('closed');
    await open().run();
    expect(came).toEqual([]);
    expect(await deliveries()).toEqual([
      ['dropped', 0, null, 'unseen'],
      ['dropped', 0, null, 'unseen'],
    ]);
  });

  test('a webhook that tells its account more tells what the account may know at that moment', async () => {
    await register({ reach: 'own' });
    await happen('keepers', { kind: 'harvest.failed', audience: 'keepers', dataset: null });
    await open({ rights: { may: () => true, receives: () => true } }).run();
    await happen('later', { kind: 'harvest.failed', audience: 'keepers', dataset: null });
    await open({ rights: { may: () => false, receives: () => false } }).run();
    expect(came.map(({ message }) => message.data.id)).toEqual(['keepers']);
  });
});
