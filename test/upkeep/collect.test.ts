/** What is collected, when, and what stops it; on a clock that the test moves. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '../../server/config.ts';
import { openStore, type Store } from '../../server/app/main.ts';
import { createCollector, type Collector } from '../../server/upkeep/collect.ts';
import { recordSample, temporaryConfig } from '../helpers/app.ts';
import { fakeSummary } from '../helpers/units.ts';
import { putArtifact } from '../helpers/app.ts';
import { SLE } from '../helpers/stores.ts';

const DAY = 24 * 3600_000;
let config: Config;
let store: Store;
let collector: Collector;
let ahead = 0;
let remove: () => void;

beforeEach(async () => {
  ({ config, remove } = temporaryConfig());
  ahead = 0;
  store = await openStore(config, () => new Date(Date.now() + ahead));
  collector = store.collector;
});
afterEach(async () => {
  await store.close();
  remove();
});

const put = (key: string, text = 'x') => store.objects.put(key, Buffer.from(text));
const has = async (key: string) => (await store.objects.head(key)) !== undefined;
const collect = (dryRun = false) => collector.collect({ dryRun });
/** Enough named objects that one more is below 5 %. */
async function recordMany(): Promise<void> {
  await recordSample(store);
  const artifacts = [];
  for (let i = 0; i < 40; i++) artifacts.push(await putArtifact(store, 'geojson', `part${i}.geojson`, 'application/geo+json', Buffer.from(`{"part":${i}}`)));
  await store.datasets.recordVersion(fakeSummary(artifacts), { by: null });
}

describe('what nobody names', () => {
  test('goes to the trash after a day and for good after 30 more; what is named, or waits, stays', async () => {
    await recordMany();
    await put('datasets/cod-ab-sle/orphan/a.bin');
    await put('uploads/waiting');
    const job = await store.datasets.registerUpload(SLE, [{ name: 'a', key: 'uploads/waiting', bytes: 1, sha256: 'b' }], {}, null);
    expect(await collect()).toMatchObject({ leftovers: [], staying: { young: 1, kept: 0 }, refusal: null });
    ahead = 25 * 3600_000;
    expect((await collect(true)).leftovers.map(({ key }) => key)).toEqual(['datasets/cod-ab-sle/orphan/a.bin']);
    expect(await has('datasets/cod-ab-sle/orphan/a.bin')).toBe(true);
    expect((await collect()).leftovers).toHaveLength(1);
    expect([await has('datasets/cod-ab-sle/orphan/a.bin'), await has('uploads/waiting')]).toEqual([false, true]);
    ahead = 31 * DAY;
    expect(await collect()).toMatchObject({ leftovers: [], expired: [], trash: { objects: 1, bytes: 1 } });
    ahead = 35 * DAY;
    expect((await collect(true)).expired).toHaveLength(1);
    expect((await collect()).expired).toEqual([{ key: 'datasets/cod-ab-sle/orphan/a.bin', bytes: 1, since: expect.any(String) }]);
    expect((await collect()).trash).toEqual({ objects: 0, bytes: 0 });
    await store.jobs.cancel(job.id, new Date().toISOString());
    expect((await collect()).leftovers.map(({ key }) => key)).toEqual(['uploads/waiting']);
  });

  test('and is named again comes back by itself, and is not deleted for good', async () => {
    await recordMany();
    const artifact = await putArtifact(store, 'geojson', 'late.geojson', 'application/geo+json', Buffer.from('late'));
    ahead = 2 * DAY;
    expect((await collect()).leftovers).toHaveLength(1);
    await store.datasets.recordVersion(fakeSummary([artifact]), { by: null });
    ahead = 60 * DAY;
    expect(await collect()).toMatchObject({ returned: [artifact.key], expired: [] });
    expect(Buffer.from(await store.objects.read(artifact.key)).toString()).toBe('late');
  });

  test('and is written anew while it is collected stays: an ingest is about to name it', async () => {
    await recordMany();
    const key = 'datasets/cod-ab-sle/orphan/a.bin';
    await put(key, 'old');
    ahead = 2 * DAY;
    const { objects, names, identity } = store;
    const racing = new Proxy(objects, {
      get(target, name) {
        if (name !== 'move') return typeof target[name as 'put'] === 'function' ? target[name as 'put'].bind(target) : target[name as 'put'];
        return async (from: string, to: string) => {
          if (from === key) await target.put(key, Buffer.from('new'));
          return target.move(from, to);
        };
      },
    });
    const found = await createCollector({ objects: racing, names, identity, now: () => new Date(Date.now() + ahead) }).collect({ dryRun: false });
    expect(found.leftovers).toEqual([]);
    expect(Buffer.from(await objects.read(key)).toString()).toBe('new');
  });

  test('but was replaced by this database itself, such as the report of a draft, does not count as lost', async () => {
    await recordSample(store);
    for (let i = 0; i < 3; i++) {
      const before = store.datasets.getReportArtifact(await store.datasets.getVersion(SLE, 'v01' as never));
      const next = await putArtifact(store, 'report', `report${i}.json`, 'application/json', Buffer.from(`{"n":${i}}`));
      const report = { errors: 0, warnings: 0, infos: 0, accepted: 0, publishable: true };
      expect(await store.drafts.replaceReport(SLE, 'v01' as never, { ...next, file: before.file }, report, new Date().toISOString())).toBe(true);
    }
    ahead = 2 * DAY;
    expect(await collect()).toMatchObject({ objects: 7, refusal: null, leftovers: [{ why: 'released' }, { why: 'released' }, { why: 'released' }] });
  });
});

describe('nothing is collected', () => {
  test('where the database names no file', async () => {
    await put('uploads/left');
    ahead = 2 * DAY;
    expect((await collect()).refusal).toContain('names no file');
    expect(await has('uploads/left')).toBe(true);
  });

  test('where the database is younger than the files', async () => {
    await recordMany();
    await put('uploads/left');
    const { objects, names, identity } = store;
    const born = { ...names, bornAt: async () => new Date(Date.now() + 25 * 3600_000) };
    const young = createCollector({ objects, names: born, identity, now: () => new Date(Date.now() + 3 * DAY) });
    expect((await young.collect({ dryRun: false })).refusal).toContain('was created on');
    expect(await has('uploads/left')).toBe(true);
  });

  test('where more than 5 % would go, and neither is anything deleted from the trash', async () => {
    await recordMany();
    await put('uploads/first');
    ahead = 2 * DAY;
    expect((await collect()).leftovers).toHaveLength(1);
    for (const n of [1, 2, 3]) await put(`uploads/more${n}`);
    ahead = 60 * DAY;
    const found = await collect();
    expect([found.refusal, found.expired]).toEqual([expect.stringContaining('3 of 47'), []]);
    expect((await collect(true)).trash.objects).toBe(1);
  });

  test('where the identity of the files changed under the running server', async () => {
    await recordMany();
    await put('uploads/left');
    ahead = 2 * DAY;
    await put('store.json', '{"store":"another","entries":1}');
    expect((await collect()).refusal).toContain('another');
    await store.objects.delete('store.json');
    expect((await collect()).refusal).toContain('none');
    expect(await has('uploads/left')).toBe(true);
  });
});
