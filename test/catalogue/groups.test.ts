/** The store of the working group on every driver: a store of before is carried over, what is written comes back, a change is all or nothing. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGroupStore, type GroupStore } from '../../server/groups/store.ts';
import { migrate, type Database } from '../../server/store/schema.ts';
import { DRIVERS, type TestPlace } from '../store/drivers.ts';
import { aGroup, anOrganisation, aPerson, NVL } from '../helpers/groups/made.ts';

const change = { scope: NVL, actor: 'Ann', at: '2026-05-14T09:00:00.000Z' };

describe.each(DRIVERS)('$name', (kind) => {
  const { skip } = kind;
  describe.skipIf(skip !== null)(skip ?? 'here', () => {
    let driver: Awaited<ReturnType<typeof kind.start>>;
    let place: TestPlace;
    let opened: ReturnType<TestPlace['open']>;
    let db: Database;
    let store: GroupStore;
    let ids = 0;
    beforeAll(async () => {
      driver = await kind.start();
    });
    afterAll(() => driver.stop());
    beforeEach(async () => {
      place = await driver.make();
      opened = place.open();
      db = opened.db;
      ids = 0;
      store = createGroupStore(db, () => `event-${++ids}`);
    });
    afterEach(async () => {
      await opened.close();
      await place.remove();
    });

    test('a store of before is carried over with its accounts, and has no group', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'codmap-before-'));
      const all = new URL('../../server/store/migrations/', import.meta.url);
      for (const name of readdirSync(all)) if (name < '0040') cpSync(new URL(name, all), join(folder, name));
      await migrate(db, pathToFileURL(`${folder}/`));
      rmSync(folder, { recursive: true, force: true });
      await sql`insert into auth_user ("id", "name", "email", "emailVerified", "role", "createdAt", "updatedAt") values ('u1', 'Ann', 'ann@example.org', 0, 'publisher', '2026', '2026')`.execute(
        db,
      );
      expect(await migrate(db)).toContain('0040_groups.sql');
      expect(await db.selectFrom('auth_user').select(['id', 'name']).execute()).toEqual([{ id: 'u1', name: 'Ann' }]);
      expect(await store.read(NVL)).toMatchObject({ groups: [], seats: [] });
    });

    describe('once it is new', () => {
      beforeEach(() => migrate(db));
      const group = aGroup('gis', {
        names: { en: 'GIS', ar: 'نظم' },
        area: ['NV01' as never],
        place: { pcode: null, lon: 1.5, lat: -2, name: 'X' },
        owns: [{ kind: 'cod-ab' }, { kind: '3w', sector: 'WSH' }],
        signoff: [{ kind: 'cod-ab', approvals: 2, from: 'gis' }],
        description: { fr: 'Une\nligne' },
        permanent: false,
        updatedAt: change.at,
        updatedBy: 'Ann',
      });

      test('what is written comes back; of a change that fails nothing is left', async () => {
        await store.change(change, async (_, write) => {
          await write.insertGroup(group);
          await write.insertOrganisation(anOrganisation('ocha'));
          await write.insertPerson(aPerson('p1', 'ocha', { email: 'p@example.org' }));
          await write.insertSeat({ id: 's1', group: 'gis', organisation: 'ocha', capacity: 'lead', start: '2026-01-01', end: null });
          await write.insertAppointment({
            id: 'a1',
            person: 'p1',
            group: 'gis',
            role: 'chair',
            organisation: 'ocha',
            start: null,
            end: null,
            state: 'active',
            approvedBy: 'Ann',
          });
          await write.record({ action: 'appointment.created', group: 'gis', person: 'p1', detail: { role: 'chair' } });
        });
        const before = await store.read(NVL);
        expect(before.groups).toEqual([group]);
        expect([before.organisations, before.persons, before.seats.length, before.appointments.length]).toEqual([
          [anOrganisation('ocha')],
          [aPerson('p1', 'ocha', { email: 'p@example.org' })],
          1,
          1,
        ]);
        const failed = store.change(change, async (_, write) => {
          await write.insertGroup(aGroup('other'));
          throw new Error('no');
        });
        await expect(failed).rejects.toThrow('no');
        expect(await store.read(NVL)).toEqual(before);
        expect(await store.listScopes()).toContain(NVL);
        await store.change(change, (_, write) => write.insertGroup(aGroup('wash', { updatedAt: change.at, updatedBy: 'Ann' })));
        expect((await store.read(NVL)).groups.map(({ permanent }) => permanent)).toEqual([false, true]);
      });

      test('a person who is deleted leaves the appointment, and the history without a name', async () => {
        await store.change(change, async (_, write) => {
          await write.insertGroup(group);
          await write.insertPerson(aPerson('p1'));
          await write.insertAppointment({
            id: 'a1',
            person: 'p1',
            group: 'gis',
            role: 'imo',
            organisation: null,
            start: null,
            end: null,
            state: 'active',
            approvedBy: null,
          });
          await write.record({ action: 'person.created', person: 'p1', detail: {} });
        });
        // History knows persons by id only; whoever shows it asks for the name.
        expect((await store.listEvents(NVL, 10)).map(({ person }) => person)).toEqual(['p1']);
        await store.change(change, (structure, write) => write.removePerson(structure, structure.persons[0]!));
        expect((await store.read(NVL)).appointments).toMatchObject([{ person: null, role: 'imo' }]);
        expect((await store.read(NVL)).persons).toEqual([]);
      });

      test('changes of one group are listed newest first, several of one change in its order', async () => {
        await store.change(change, async (_, write) => {
          for (const action of ['group.created', 'group.changed'] as const) await write.record({ action, group: 'gis', detail: {} });
          await write.record({ action: 'organisation.created', organisation: 'x', detail: {} });
        });
        await store.change({ ...change, at: '2026-05-15T09:00:00.000Z' }, (_, write) => write.record({ action: 'group.closed', group: 'gis', detail: {} }));
        expect((await store.listEvents(NVL, 10, 'gis')).map(({ action }) => action)).toEqual(['group.closed', 'group.changed', 'group.created']);
        expect(await store.listEvents(NVL, 2)).toHaveLength(2);
      });

      test('one account is one person of a scope', async () => {
        await sql`insert into auth_user ("id", "name", "email", "emailVerified", "role", "createdAt", "updatedAt") values ('u1', 'Ann', 'ann@example.org', 1, 'viewer', '2026', '2026')`.execute(
          db,
        );
        await store.change(change, (_, write) => write.insertPerson(aPerson('p1', null, { account: 'u1' })));
        await expect(store.change(change, (_, write) => write.insertPerson(aPerson('p2', null, { account: 'u1' })))).rejects.toThrow(/unique|UNIQUE/);
        await store.change({ ...change, scope: 'global' as never }, (_, write) => write.insertPerson(aPerson('p3', null, { account: 'u1' })));
        await store.change(change, (_, write) => write.insertPerson(aPerson('p4', null, { email: 'ann@example.org' })));
        expect((await store.findPersonsOf({ id: 'u1', email: 'ann@example.org' })).map(({ id }) => id)).toEqual(['p1', 'p4', 'p3']);
        expect(await store.readAccounts(['u1', 'none'])).toEqual(new Map([['u1', { name: 'Ann', email: 'ann@example.org', proved: true }]]));
      });
    });
  });
});
