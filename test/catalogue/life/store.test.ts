/** Rolling back and what is known of old withdrawals, on every driver that is at hand. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { createCatalog } from '../../../server/catalogue/store.ts';
import { migrate, type Database } from '../../../server/store/schema.ts';
import type { OpenedPlace } from '../../../server/store/place.ts';
import { DRIVERS, titleOf, type TestPlace } from '../../store/drivers.ts';
import { audit, LATER, NOW, SLE, TAGS, versionOf } from '../../helpers/catalogue/versions.ts';

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

    describe('rolling back', () => {
      const publishAll = async (tags = TAGS) => {
        const catalog = createCatalog(db);
        for (const [i, version] of tags.entries()) {
          await catalog.insertVersion(
            versionOf({}, () => version),
            () => audit(`draft ${version}`),
          );
          await catalog.publish(SLE, version, ['draft'], [], {
            ...audit(version),
            at: `2026-01-0${i + 1}T00:00:00.000Z`,
            actor: 'A',
            reason: `why ${version}`,
          });
        }
        return catalog;
      };
      const back = (id: string) => ({ ...audit(id), action: 'version.rolled-back', at: LATER, reason: 'wrong codes' });

      test('the chosen one is current as it was published, the replaced one says what took its place', async () => {
        const catalog = await publishAll();
        expect(await catalog.rollBack(SLE, TAGS[1]!, { replaces: TAGS[2]!, from: ['superseded'], audit: back('r'), withdrawal: null })).toBe(true);
        const [, v2, v3] = await Promise.all(TAGS.map((tag) => catalog.findVersion(SLE, tag)));
        expect(v2).toMatchObject({ status: 'current', publishedAt: '2026-01-02T00:00:00.000Z', publishedBy: 'A', reason: 'why v02' });
        expect([v2!.replaced, v2!.withdrawal]).toEqual([undefined, undefined]);
        expect(v3).toMatchObject({ status: 'superseded', reason: 'why v03', replaced: { at: LATER, by: 'v02', reason: 'wrong codes' } });
        expect(v3!.withdrawal).toBeUndefined();
      });

      test('the replaced one is withdrawn where that is asked, and both reasons stand', async () => {
        const catalog = await publishAll();
        await catalog.rollBack(SLE, TAGS[0]!, {
          replaces: TAGS[2]!,
          from: ['superseded'],
          audit: back('r'),
          withdrawal: { ...back('w'), action: 'version.withdrawn', actor: 'B' },
        });
        expect(await catalog.findVersion(SLE, TAGS[2]!)).toMatchObject({
          status: 'withdrawn',
          reason: 'why v03',
          withdrawal: { at: LATER, by: 'B', reason: 'wrong codes' },
        });
        // Back again: nothing of the withdrawal is left but the audit.
        await catalog.rollBack(SLE, TAGS[2]!, {
          replaces: TAGS[0]!,
          from: ['withdrawn'],
          audit: { ...back('r2'), reason: 'it was right' },
          withdrawal: null,
        });
        const v3 = (await catalog.findVersion(SLE, TAGS[2]!))!;
        expect([v3.status, v3.withdrawal, v3.replaced]).toEqual(['current', undefined, undefined]);
      });

      test('nothing is changed where another is current by now, a draft is chosen, or its state is another', async () => {
        const catalog = await publishAll();
        await catalog.insertVersion(
          versionOf({}, () => 'v04' as VersionTag),
          () => audit('draft v04'),
        );
        const how = { from: ['superseded' as const], audit: back('r'), withdrawal: null };
        expect(await catalog.rollBack(SLE, TAGS[0]!, { ...how, replaces: TAGS[1]! })).toBe(false);
        expect(await catalog.rollBack(SLE, TAGS[0]!, { ...how, replaces: null })).toBe(false);
        expect(await catalog.rollBack(SLE, 'v04' as VersionTag, { ...how, replaces: TAGS[2]!, from: ['draft'] })).toBe(false);
        expect(await catalog.rollBack(SLE, TAGS[2]!, { ...how, replaces: TAGS[2]! })).toBe(false);
        expect((await catalog.findDataset(SLE))!.current).toBe('v03');
        expect((await catalog.listAudit(SLE)).some(({ action }) => action === 'version.rolled-back')).toBe(false);
      });

      test('of rollbacks and a publication at the same time one wins, and exactly one is current', async () => {
        const catalog = await publishAll();
        await catalog.insertVersion(
          versionOf({}, () => 'v04' as VersionTag),
          () => audit('draft v04'),
        );
        const roll = (tag: VersionTag) => catalog.rollBack(SLE, tag, { replaces: TAGS[2]!, from: ['superseded'], audit: back(`r ${tag}`), withdrawal: null });
        const done = await Promise.all([roll(TAGS[0]!), catalog.publish(SLE, 'v04' as VersionTag, ['draft'], [], audit('v04')), roll(TAGS[1]!)]);
        // A publication is not held up by what was current before it; of the rollbacks at most one saw what is current.
        expect(done[1]).toBe(true);
        expect(done.filter(Boolean).length).toBeLessThanOrEqual(2);
        const { versions } = (await catalog.findDataset(SLE))!;
        expect(versions.filter(({ status }) => status === 'current')).toHaveLength(1);
        const lines = (await catalog.listAudit(SLE)).filter(({ action }) => action === 'version.rolled-back');
        expect(lines).toHaveLength(done.filter(Boolean).length - 1);
      });
    });

    test('each publication, rollback and withdrawal is told once, in its own transaction, and of drafts nothing', async () => {
      const catalog = createCatalog(db);
      const told = async () =>
        (await db.selectFrom('news_event').selectAll().orderBy('at').orderBy('id').execute()).map(({ id, kind, scope, version, detail, audience }) =>
          [id, kind, scope, version, detail, audience].join(' '),
        );
      for (const version of TAGS.slice(0, 2))
        await catalog.insertVersion(
          versionOf({}, () => version),
          () => audit(`draft ${version}`),
        );
      await catalog.withdraw(SLE, TAGS[1]!, { ...audit('wd'), version: TAGS[1]!, action: 'version.withdrawn' });
      expect(await told()).toEqual([]);
      await catalog.publish(SLE, TAGS[0]!, ['draft'], [], { ...audit('p1'), version: TAGS[0]! });
      expect(await catalog.publish(SLE, TAGS[0]!, ['draft'], [], { ...audit('p2'), version: TAGS[0]! })).toBe(false);
      await catalog.withdraw(SLE, TAGS[0]!, { ...audit('w1'), version: TAGS[0]!, at: LATER });
      await catalog.withdraw(SLE, TAGS[0]!, { ...audit('w2'), version: TAGS[0]!, at: LATER });
      // A line of the audit that is taken undoes the whole: nothing is told of what did not happen.
      const twice = { ...audit('w1'), version: TAGS[0]!, at: LATER };
      await expect(catalog.rollBack(SLE, TAGS[0]!, { replaces: null, from: ['withdrawn'], audit: twice, withdrawal: null })).rejects.toThrow();
      await catalog.rollBack(SLE, TAGS[0]!, { replaces: null, from: ['withdrawn'], audit: { ...twice, id: 'x' }, withdrawal: null });
      expect(await told()).toEqual([
        'p1 version.published SLE v01 {} public',
        'w1 version.withdrawn SLE v01 {} public',
        'x version.published SLE v01 {"again":1} public',
      ]);
    });

    test('old rows: why it was withdrawn and why it was published are told apart by the audit', async () => {
      const fresh = await server.make();
      const { db: other, close } = fresh.open();
      const folder = mkdtempSync(join(tmpdir(), 'codmap-migrations-'));
      const all = new URL('../../../server/store/migrations/', import.meta.url);
      for (const name of readdirSync(all)) if (name < '0057') copyFileSync(new URL(name, all), join(folder, name));
      await migrate(other, pathToFileURL(`${folder}/`));
      const version = (tag: string, status: string, day: string, reason: string | null) => ({
        dataset: SLE, version: tag, status, created_at: NOW, published_at: `2020-01-0${day}`, reason, source_sha256: '', levels: '[]', languages: '[]', metadata: '{}', report: '{}',
      }); // prettier-ignore
      await other.insertInto('dataset').values({ id: SLE, kind: 'cod-ab', country: 'SLE', country_names: '{}', created_at: NOW }).execute();
      await other
        .insertInto('version')
        .values([
          version('v01', 'superseded', '1', null),
          version('v02', 'withdrawn', '2', 'lost a district'),
          version('v03', 'withdrawn', '3', 'wrong'),
          version('v04', 'current', '5', 'urgent'),
        ] as never)
        .execute();
      const past = (id: string, at: string, action: string, tag: string, reason: string | null) => ({
        ...audit(id),
        at,
        action,
        version: tag,
        reason,
        actor: 'A',
      });
      await other
        .insertInto('audit')
        .values([
          past('1', '2020-01-02', 'version.published', 'v02', 'names agreed'),
          past('2', '2020-01-04', 'version.withdrawn', 'v02', 'lost a district'),
        ] as never)
        .execute();
      await migrate(other);
      expect(await other.selectFrom('news_event').select(['id', 'kind', 'version', 'passed_at']).orderBy('at').execute()).toEqual([
        { id: '1', kind: 'version.published', version: 'v02', passed_at: '2020-01-02' },
        { id: '2', kind: 'version.withdrawn', version: 'v02', passed_at: '2020-01-04' },
      ]);
      const catalog = createCatalog(other);
      const found = await Promise.all(['v01', 'v02', 'v03', 'v04'].map((tag) => catalog.findVersion(SLE, tag as VersionTag)));
      expect(found.map((each) => [each!.reason, each!.withdrawal, each!.replaced])).toEqual([
        [null, undefined, { at: '2020-01-02', by: 'v02', reason: null }],
        ['names agreed', { at: '2020-01-04', by: 'A', reason: 'lost a district' }, { at: '2020-01-03', by: 'v03', reason: null }],
        // The audit is gone: the reason that stands there is that of the withdrawal, and when is not known.
        [null, { at: null, by: null, reason: 'wrong' }, { at: '2020-01-05', by: 'v04', reason: null }],
        ['urgent', undefined, undefined],
      ]);
      rmSync(folder, { recursive: true });
      await close();
      await fresh.remove();
    });
  });
