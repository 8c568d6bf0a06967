import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetId, VersionTag } from '../../server/contract/ids.ts';
import { assembleStore, type Store } from '../../server/app/store.ts';
import { hashOfFiles, nextTag, toSearchText } from '../../server/catalogue/datasets.ts';
import { putArtifact, recordSample } from '../helpers/app.ts';
import { DRIVERS, titleOf } from '../store/drivers.ts';
import { fakeSummary, fakeUnit } from '../helpers/units.ts';

const SLE = 'cod-ab-sle' as DatasetId;
const V1 = 'v01' as VersionTag;

for (const driver of DRIVERS)
  describe.skipIf(driver.skip !== null)(titleOf(driver), () => {
    let server: Awaited<ReturnType<typeof driver.start>>;
    beforeAll(async () => {
      server = await driver.start();
    }, 120_000);
    afterAll(() => server.stop());

    async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
      const place = await server.make();
      const store = await assembleStore(place.open(), { database: driver.name, objects: driver.name }, () => new Date(), {});
      await work(store).finally(async () => {
        await store.close();
        await place.remove();
      });
    }

    describe('version tags', () => {
      test.each([
        [[], 'major', 'v01'],
        [[], 'minor', 'v01'],
        [['v01'], 'major', 'v02'],
        [['v01', 'v02', 'v02.01'], 'minor', 'v02.02'],
        [['v09', 'v10'], 'major', 'v11'],
        [['v02.09'], 'minor', 'v02.10'],
      ] as const)('after %j a %s change is %s', (taken, bump, next) => {
        expect(nextTag([...taken], bump)).toBe(next);
      });

      test('one stated in the file is taken where it is free, one asked for must be free', () =>
        withStore(async ({ datasets }) => {
          expect((await datasets.recordVersion(fakeSummary([], { statedVersion: 'v03' }), { by: null })).version).toBe('v03');
          expect((await datasets.recordVersion(fakeSummary([], { statedVersion: 'v03' }), { by: null })).version).toBe('v04');
          expect((await datasets.recordVersion(fakeSummary([], { statedVersion: 'final (2)' }), { by: null })).version).toBe('v05');
          await expect(datasets.recordVersion(fakeSummary([]), { version: 'v03' as VersionTag, by: null })).rejects.toThrow('already exists');
        }));
    });

    describe('publishing', () => {
      const errors = { errors: 2, warnings: 0, infos: 0, accepted: 0, publishable: false };

      test('is refused while errors stand; a reason is stored with the version', () =>
        withStore(async ({ datasets }) => {
          await datasets.recordVersion(fakeSummary([], { report: errors }), { by: null });
          await expect(datasets.publishVersion(SLE, V1, { by: 'A', reason: null })).rejects.toMatchObject({ code: 'version.not-publishable' });
          expect((await datasets.getVersion(SLE, V1)).status).toBe('draft');
          expect(await datasets.publishVersion(SLE, V1, { by: 'A', reason: 'agreed' })).toMatchObject({
            status: 'current',
            reason: 'agreed',
            publishedBy: 'A',
          });
        }));

      test('is refused where a file of the version is gone', () =>
        withStore(async (store) => {
          const artifact = await putArtifact(store, 'geojson', 'a.geojson', 'application/geo+json', Buffer.from('{}'));
          await store.datasets.recordVersion(fakeSummary([artifact]), { by: null });
          await store.objects.delete(artifact.key);
          await expect(store.datasets.publishVersion(SLE, V1, { by: null, reason: null })).rejects.toMatchObject({ code: 'version.incomplete' });
        }));

      test('twice is once', () =>
        withStore(async (store) => {
          await recordSample(store);
          const first = await store.datasets.publishVersion(SLE, V1, { by: 'A', reason: null });
          expect(await store.datasets.publishVersion(SLE, V1, { by: 'B', reason: null })).toEqual(first);
        }));
    });

    describe('drafts that were never public', () => {
      const draft = (store: Store, key: string, more: Parameters<typeof fakeSummary>[1] = {}) =>
        putArtifact(store, 'geojson', 'a.geojson', 'application/geo+json', Buffer.from(key)).then((artifact) => fakeSummary([artifact], more));

      test('discarded: the tag is free, its objects are let go of, and nothing of it is left', () =>
        withStore(async (store) => {
          const { datasets } = store;
          const made = await datasets.recordVersion(await draft(store, 'one'), { by: 'A' });
          await datasets.discardVersion(SLE, V1, 'A');
          await expect(datasets.getVersion(SLE, V1)).rejects.toMatchObject({ code: 'version.unknown' });
          const released = await store.db.selectFrom('released_object').select('object_key').execute();
          expect(released.map((row) => row.object_key)).toContain(made.artifacts[0]!.key);
          for (const table of ['unit', 'artifact', 'version'] as const) expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
          expect((await datasets.recordVersion(await draft(store, 'two'), { by: 'A' })).version).toBe('v01');
          expect((await store.catalog.listAudit(SLE)).map(({ action }) => action)).toEqual(['version.drafted', 'version.discarded', 'version.drafted']);
        }));

      test('what was public once stays, superseded or withdrawn too', () =>
        withStore(async (store) => {
          const { datasets } = store;
          for (const bytes of ['one', 'two']) {
            const { version } = await datasets.recordVersion(await draft(store, bytes), { by: 'A' });
            await datasets.publishVersion(SLE, version, { by: 'A', reason: null });
          }
          await datasets.withdrawVersion(SLE, V1, { by: 'A', reason: 'wrong' });
          for (const tag of ['v01', 'v02'] as VersionTag[])
            await expect(datasets.discardVersion(SLE, tag, 'A')).rejects.toMatchObject({ code: 'version.was-public' });
          expect((await datasets.recordVersion(await draft(store, 'three'), { by: 'A' })).version).toBe('v03');
        }));

      test('read again: in its place, under its tag, with what people said of it', () =>
        withStore(async (store) => {
          const { datasets } = store;
          await datasets.recordVersion(await draft(store, 'one'), { by: 'A' });
          const before = await datasets.getVersion(SLE, V1);
          const entry = {
            id: 'm1',
            at: '2026-01-01T00:00:00.000Z',
            actor: 'A',
            action: 'version.metadata',
            dataset: SLE,
            version: V1,
            reason: null,
            sha256: null,
          };
          expect(await store.drafts.replaceMetadata(before, { ...before.metadata, license: 'CC BY' }, [], entry)).toBe(true);
          // Whoever read it before does not undo that.
          expect(await store.drafts.replaceMetadata(before, { ...before.metadata, license: 'ODbL' }, [], { ...entry, id: 'm2' })).toBe(false);
          const again = await datasets.recordVersion(await draft(store, 'two'), { by: 'B', replaces: V1 });
          expect([again.version, again.status, again.metadata.license, again.createdBy]).toEqual(['v01', 'draft', 'CC BY', 'B']);
          expect((await datasets.getDataset(SLE)).versions).toHaveLength(1);
          await datasets.publishVersion(SLE, V1, { by: 'A', reason: null });
          // A published one is not replaced: its new reading is a new draft.
          expect((await datasets.recordVersion(await draft(store, 'three'), { by: 'A', replaces: V1 })).version).toBe('v02');
        }));

      test('the same bytes again after a discard are a new job, though another file has the tag', () =>
        withStore(async (store) => {
          const { datasets } = store;
          const files = [{ name: 'a.geojson', key: 'uploads/a', bytes: 1, sha256: 'a'.repeat(64) }];
          const job = await datasets.registerUpload(SLE, files, {}, 'A');
          await store.db.updateTable('job').set({ state: 'succeeded', version: 'v01' }).where('id', '=', job.id).execute();
          await datasets.recordVersion(await draft(store, 'one', { sourceSha256: 'a'.repeat(64) }), { by: 'A' });
          expect((await datasets.registerUpload(SLE, files, {}, 'A')).id).toBe(job.id);
          await datasets.discardVersion(SLE, V1, 'A');
          await datasets.recordVersion(await draft(store, 'two', { sourceSha256: 'b'.repeat(64) }), { by: 'A' });
          expect((await datasets.registerUpload(SLE, files, {}, 'A')).id).not.toBe(job.id);
        }));
    });
  });

describe('identity', () => {
  test('of an upload: its bytes and names, in any order', () => {
    const [a, b] = [
      { name: 'a', sha256: '1' },
      { name: 'b', sha256: '2' },
    ];
    expect(hashOfFiles([a])).toBe('1');
    expect(hashOfFiles([a, b])).toBe(hashOfFiles([b, a]));
    expect(hashOfFiles([a, b])).not.toBe(hashOfFiles([{ ...a, name: 'c' }, b]));
  });

  test('of a unit in a search: code and names, folded, each once', () => {
    const unit = fakeUnit({
      pcode: 'SL0102',
      names: [
        { lang: 'fr', name: 'Kénéma' },
        { lang: 'en', name: 'Kenema' },
        { lang: 'ar', name: 'كينيما' },
      ],
    });
    expect(toSearchText(unit)).toBe('|sl0102|kenema|كينيما|');
  });
});
