/** The catalogue and the queue, on every driver that is at hand: what is true of one database must be true of all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DatasetId, Pcode, VersionTag } from '../../server/contract/ids.ts';
import { createCatalog } from '../../server/catalogue/store.ts';
import { createJobQueue, LeaseLostError } from '../../server/jobs/queue.ts';
import { migrate, type Database } from '../../server/store/schema.ts';
import type { OpenedPlace } from '../../server/store/place.ts';
import { DRIVERS, titleOf, type TestPlace } from '../store/drivers.ts';
import { fakeUnit } from '../helpers/units.ts';
import { audit, LATER, NOW, SLE, TAGS, versionOf } from '../helpers/catalogue/versions.ts';

for (const driver of DRIVERS)
  describe.skipIf(driver.skip !== null)(titleOf(driver), () => {
    let server: Awaited<ReturnType<typeof driver.start>>;
    let place: TestPlace;
    let opened: OpenedPlace;
    let db: Database;

    beforeAll(async () => {
      server = await driver.start();
    }, 120_000);
    afterAll(() => server.stop());
    beforeEach(async () => {
      place = await server.make();
      opened = place.open();
      db = opened.db;
      await migrate(db);
    });
    afterEach(async () => {
      await opened.close();
      await place.remove();
    });

    describe('the database', () => {
      test('two current versions of a dataset cannot be', async () => {
        await db.insertInto('dataset').values({ id: SLE, kind: 'cod-ab', country: 'SLE', country_names: '{}', created_at: NOW }).execute();
        const row = (version: string) => ({
          dataset: SLE,
          version,
          status: 'current',
          created_at: NOW,
          created_by: null,
          published_at: null,
          published_by: null,
          reason: null,
          source_sha256: '',
          levels: '[]',
          bbox: null,
          languages: '[]',
          metadata: '{}',
          report: '{}',
          diff: null,
          outcome: null,
          country_names: null,
        });
        await db.insertInto('version').values(row('v01')).execute();
        await expect(db.insertInto('version').values(row('v02')).execute()).rejects.toThrow(/unique/i);
      });

      test('migrations run once', async () => expect(await migrate(db)).toEqual([]));

      test.skipIf(!driver.manyWriters)('servers that start together do not collide', async () => {
        const fresh = await server.make();
        const places = Array.from({ length: 4 }, () => fresh.open());
        const applied = await Promise.all(places.map((each) => migrate(each.db)));
        expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
        for (const each of places) await each.close();
        await fresh.remove();
      });

      test('an edited or unknown migration stops the start, and one that fails half-way leaves nothing', async () => {
        const fresh = await server.make();
        const { db: other, close } = fresh.open();
        const folder = mkdtempSync(join(tmpdir(), 'codmap-migrations-'));
        const own = pathToFileURL(`${folder}/`);
        writeFileSync(join(folder, '0001_a.sql'), 'create table a (x integer);\ncreate table a (x integer);');
        await expect(migrate(other, own)).rejects.toThrow('already exists');
        writeFileSync(join(folder, '0001_a.sql'), 'create table a (x integer);');
        expect(await migrate(other, own)).toEqual(['0001_a.sql']);
        writeFileSync(join(folder, '0001_a.sql'), 'create table a (y integer);');
        await expect(migrate(other, own)).rejects.toThrow('was edited');
        rmSync(join(folder, '0001_a.sql'));
        await expect(migrate(other, own)).rejects.toThrow('newer version');
        rmSync(folder, { recursive: true });
        await close();
        await fresh.remove();
      });

      test('of several publishes at the same time one current remains', async () => {
        const catalog = createCatalog(db);
        for (const version of TAGS)
          await catalog.insertVersion(
            versionOf({}, () => version),
            () => audit(`draft ${version}`),
          );
        await Promise.all(TAGS.map((version) => catalog.publish(SLE, version, ['draft'], [], audit(version))));
        const { versions } = (await catalog.findDataset(SLE))!;
        expect(versions.map(({ status }) => status).sort()).toEqual(['current', 'superseded', 'superseded']);
      });

      test('of eight that come at the same time each gets a tag of its own', async () => {
        const catalog = createCatalog(db);
        const next = (taken: VersionTag[]) => `v${String(taken.length + 1).padStart(2, '0')}` as VersionTag;
        const tags = await Promise.all(Array.from({ length: 8 }, (_, i) => catalog.insertVersion(versionOf({}, next), () => audit(`draft ${i}`))));
        expect(tags.toSorted()).toEqual(['v01', 'v02', 'v03', 'v04', 'v05', 'v06', 'v07', 'v08']);
      });

      test('a transaction that fails leaves nothing', async () => {
        const catalog = createCatalog(db);
        const fails = async () => {
          throw new Error('no');
        };
        await expect(
          catalog.insertVersion(
            versionOf({}, () => TAGS[0]!),
            () => audit('a'),
            fails,
          ),
        ).rejects.toThrow('no');
        expect([await catalog.listDatasets(), await catalog.listAudit(SLE)]).toEqual([[], []]);
      });

      test('numbers come back as they were put in: coordinates, areas, sizes beyond four bytes', async () => {
        const catalog = createCatalog(db);
        const unit = fakeUnit({ areaSqKm: 1234567.891, center: [123.4567891, -7.1234567891], bbox: [123.1234567, -8.7654321, 124.7654321, -6.1234567] });
        const artifact = { kind: 'geojson', file: 'a', key: 'k', sha256: 'x', bytes: 3_000_000_000, mediaType: 'm' } as const;
        await catalog.insertVersion(
          { ...versionOf({ artifacts: [artifact] }, () => TAGS[0]!), levels: [{ level: 2, units: [{ unit, search: '|sl0101|' }] }] },
          () => audit('a'),
        );
        expect((await catalog.listUnits(SLE, TAGS[0]!, { limit: 9, offset: 0 })).units).toEqual([unit]);
        expect((await catalog.findVersion(SLE, TAGS[0]!))!.artifacts).toEqual([artifact]);
      });

      test('lists stand in one order: files without a level first, codes by code point', async () => {
        const catalog = createCatalog(db);
        const files = [
          ['geojson', 'b', 2],
          ['geojson', 'a', 1],
          ['geojson', 'é', undefined],
          ['geojson', 'Z', undefined],
          ['csv', 'x', undefined],
        ] as const;
        const artifacts = files.map(([kind, file, level]) => ({ kind, file, key: file, sha256: '', bytes: 1, mediaType: '', ...(level ? { level } : {}) }));
        await catalog.insertVersion(
          versionOf({ artifacts: artifacts as never }, () => TAGS[0]!),
          () => audit('a'),
        );
        expect((await catalog.findVersion(SLE, TAGS[0]!))!.artifacts.map(({ file }) => file)).toEqual(['x', 'Z', 'é', 'a', 'b']);
      });

      test('search: whole before beginning before part, shallow before deep; signs of LIKE mean themselves', async () => {
        const catalog = createCatalog(db);
        const names = ['xbox', 'boxer', 'box', '100% box', 'b_x'];
        const units = names.map((name, i) => ({ unit: fakeUnit({ pcode: `SL${i}`, names: [{ lang: 'en', name }] }), search: `|sl${i}|${name}|` }));
        await catalog.insertVersion({ ...versionOf({}, () => TAGS[0]!), levels: [{ level: 2, units }] }, () => audit('a'));
        const find = async (q: string) => {
          const { total, units: found } = await catalog.listUnits(SLE, TAGS[0]!, { q, limit: 3, offset: 0 });
          return [total, ...found.map((unit) => unit.names[0]!.name)];
        };
        expect(await find('box')).toEqual([4, 'box', 'boxer', 'xbox']);
        expect([await find('%'), await find('_'), await find("'")]).toEqual([[1, '100% box'], [1, 'b_x'], [0]]);
        expect((await catalog.findUnit(SLE, TAGS[0]!, 'SL2' as Pcode))!.names[0]!.name).toBe('box');
      });
    });

    describe('the queue', () => {
      const insert = (queue: ReturnType<typeof createJobQueue>, id: string, sha256 = id) =>
        queue.insert({
          id,
          dataset: SLE,
          input: { files: [{ name: 'a', key: `uploads/${id}`, bytes: 1, sha256 }], options: {} },
          sha256,
          createdAt: NOW,
          createdBy: null,
        });

      test('gives each of 40 jobs to exactly one of 8 claimers', async () => {
        const queue = createJobQueue(db);
        for (let i = 0; i < 40; i++) await insert(queue, `job-${String(i).padStart(2, '0')}`);
        const bases = Array.from({ length: 8 }, () => place.open().db);
        const claimed = await Promise.all(
          bases.map(async (base, n) => {
            const own: string[] = [];
            for (;;) {
              const job = await createJobQueue(base).claim(`server ${n}`, LATER);
              if (!job) return own;
              own.push(job.id);
              await new Promise((resume) => setImmediate(resume));
            }
          }),
        );
        expect(claimed.flat().sort()).toEqual(Array.from({ length: 40 }, (_, i) => `job-${String(i).padStart(2, '0')}`));
        await Promise.all(bases.map((base) => base.destroy()));
      });

      test('a job of a dead server is taken up once, then fails with a reason', async () => {
        const queue = createJobQueue(db);
        await insert(queue, 'a');
        await queue.claim('one', NOW);
        expect(await queue.reclaimExpired(LATER, 2)).toEqual(['a']);
        expect((await queue.claim('two', NOW))!.attempts).toBe(2);
        await queue.reclaimExpired(LATER, 2);
        expect(await queue.find('a')).toMatchObject({ state: 'failed', error: { code: 'job.crashed' }, finishedAt: LATER });
        expect(await queue.claim('three', LATER)).toBeUndefined();
      });

      test('a server that lost its lease can neither report nor finish', async () => {
        const queue = createJobQueue(db);
        await insert(queue, 'a');
        await queue.claim('slow', NOW);
        await queue.reclaimExpired(LATER, 2);
        await queue.claim('quick', LATER);
        expect(await queue.progress('a', 'slow', LATER, { stage: 'read', done: 1, total: 2 })).toBe(false);
        await queue.fail('a', 'slow', LATER, { code: 'x', detail: 'x' });
        await expect(db.transaction().execute((tx) => queue.succeed(tx, 'a', 'slow', LATER, 'v01' as VersionTag))).rejects.toThrow(LeaseLostError);
        expect(await queue.find('a')).toMatchObject({ state: 'running', stage: null });
        expect(await queue.progress('a', 'quick', LATER, { stage: 'tile', done: 1, total: 2 })).toBe(true);
      });

      test('the same bytes give the same job, unless it failed', async () => {
        const queue = createJobQueue(db);
        await insert(queue, 'a', 'same');
        expect((await queue.findByUpload(SLE, 'same'))!.id).toBe('a');
        expect(await queue.findByUpload('cod-ab-xyz' as DatasetId, 'same')).toBeUndefined();
        await queue.claim('one', LATER);
        await queue.fail('a', 'one', LATER, { code: 'read.damaged', detail: 'cut' });
        expect(await queue.findByUpload(SLE, 'same')).toBeUndefined();
      });

      test('cancelling: a waiting job at once, a running one when it next reports', async () => {
        const queue = createJobQueue(db);
        await insert(queue, 'a');
        await insert(queue, 'b');
        expect(await queue.cancel('b', LATER)).toBe('cancelled');
        await queue.claim('one', LATER);
        expect(await queue.cancel('a', LATER)).toBe('running');
        expect(await queue.progress('a', 'one', LATER, { stage: null, done: 0, total: 0 })).toBe(false);
        await queue.finishCancelled('a', 'one', LATER);
        expect((await queue.find('a'))!.state).toBe('cancelled');
        expect(await queue.cancel('none', LATER)).toBeUndefined();
        expect(await queue.countByState()).toEqual({ cancelled: 2 });
      });
    });
  });
