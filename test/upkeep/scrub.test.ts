/** The quiet reading in the background, and what /readyz asks. */
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '../../server/config.ts';
import { openStore, type Store } from '../../server/app/store.ts';
import type { Fault } from '../../server/store/objects/checks.ts';
import { createReadiness } from '../../server/upkeep/readiness.ts';
import { startScrub, type Scrub } from '../../server/upkeep/scrub.ts';
import { putArtifact, recordSample, temporaryConfig } from '../helpers/app.ts';
import { SLE } from '../helpers/stores.ts';
import { fakeSummary } from '../helpers/units.ts';

const DAY = 24 * 3600_000;
let config: Config;
let store: Store;
let ahead = 0;
let told: [string, Fault | null][] = [];
let running: Scrub[] = [];
let remove: () => void;

beforeEach(async () => {
  ({ config, remove } = temporaryConfig());
  [ahead, told, running] = [0, [], []];
  store = await openStore(config, () => new Date(Date.now() + ahead), { onFault: (key, fault) => void told.push([key, fault]) });
});
afterEach(async () => {
  await Promise.all(running.map((scrub) => scrub.stop()));
  await store.close();
  remove();
});

const start = (rate: number) => {
  const { checks, checked } = store;
  const scrub = startScrub({
    checks,
    checked,
    now: () => new Date(Date.now() + ahead),
    rate,
    onError: (error) => expect.unreachable(String(error)),
    idleMs: 5,
  });
  running.push(scrub);
  return scrub;
};
async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    if (await what()) return;
    await sleep(10);
  }
  expect.unreachable('It did not come to pass');
}
const states = () => store.checks.countByState();

describe('the scrub', () => {
  test('reads every object once, then none for a week; a fault is told, and looked at again within the hour', async () => {
    const { artifacts } = await recordSample(store);
    const [first] = artifacts;
    const path = join(config.objects.root, first!.key);
    truncateSync(path, 10);
    const scrub = start(1e9);
    await until(async () => (await states()).unchecked === 0);
    expect(await states()).toEqual({ sound: 3, missing: 0, damaged: 1, unchecked: 0 });
    expect(told).toEqual([[first!.key, 'damaged']]);
    const bytes = scrub.bytes();
    await sleep(100);
    expect(scrub.bytes()).toBe(bytes);
    await store.objects.delete(first!.key);
    ahead = DAY / 12;
    await until(async () => (await states()).missing === 1);
    expect(scrub.bytes()).toBe(bytes);
    ahead = 8 * DAY;
    await until(() => scrub.bytes() > bytes);
  });

  test('keeps to its rate, goes on where it was after a stop, and stops at once', async () => {
    const size = 200_000;
    const artifacts = await Promise.all([1, 2].map((n) => putArtifact(store, 'geojson', `big${n}.geojson`, 'application/geo+json', Buffer.alloc(size, n))));
    await store.datasets.recordVersion(fakeSummary(artifacts), { by: null });
    const began = performance.now();
    const scrub = start(400_000);
    await until(async () => (await states()).sound === 1);
    // 200 kB at 400 kB a second.
    expect(performance.now() - began).toBeGreaterThan(450);
    const stopping = performance.now();
    await scrub.stop();
    expect(performance.now() - stopping).toBeLessThan(300);
    expect(await states()).toMatchObject({ sound: 1, unchecked: 1 });
    const next = start(1e9);
    await until(async () => (await states()).sound === 2);
    expect(next.bytes()).toBe(size);
  });
});

describe('readiness', () => {
  const GB = 1e9;
  const checksOf = (free: number) =>
    createReadiness({
      ping: () => store.catalog.ping(),
      identity: store.identity,
      objects: store.objects,
      checks: store.checks,
      checked: store.checked,
      freeBytes: async () => free,
    });

  test('a disk with room, with little, and full', async () => {
    expect(await checksOf(5 * GB)['disk']!()).toBeUndefined();
    expect(await checksOf(GB / 2)['disk']!()).toBe('low');
    await expect(checksOf(1e6)['disk']!()).rejects.toThrow('bytes are free');
  });

  test('a folder that cannot be written to, and one that belongs to another database', async () => {
    const nowhere = createReadiness({
      ping: async () => undefined,
      identity: store.identity,
      objects: { probe: () => Promise.reject(new Error('EROFS')), head: async () => undefined },
      checks: store.checks,
      checked: store.checked,
      freeBytes: async () => GB,
    });
    await expect(nowhere['objects']!()).rejects.toThrow('EROFS');
    await store.objects.probe();
    const keys: string[] = [];
    for await (const key of store.objects.list('')) keys.push(key);
    expect(keys).toEqual(['store.json']);
    await store.objects.put('store.json', Buffer.from('{"store":"another","entries":0}'));
    await expect(checksOf(GB)['identity']!()).rejects.toMatchObject({ code: 'store.mismatch' });
  });

  test('files: some gone, then all', async () => {
    await recordSample(store);
    const { artifacts } = await store.datasets.publishVersion(SLE, 'v01' as never, { by: null, reason: null });
    const files = () => checksOf(GB)['files']!();
    expect(await files()).toBeUndefined();
    await store.objects.delete(artifacts[0]!.key);
    expect(await files()).toBe('some missing or damaged');
    expect(told).toEqual([[artifacts[0]!.key, 'missing']]);
    for (const { key } of artifacts) await store.objects.delete(key);
    await expect(files()).rejects.toThrow('None of');
  });

  test('however many ask, one looks', async () => {
    let looked = 0;
    const { disk } = createReadiness({
      ping: async () => undefined,
      identity: store.identity,
      objects: store.objects,
      checks: store.checks,
      checked: store.checked,
      freeBytes: async () => (looked++, GB),
    });
    await Promise.all(Array.from({ length: 50 }, () => disk!()));
    expect(looked).toBe(1);
  });
});
