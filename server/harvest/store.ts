/** Queries about sources and their fetches. A fetch is the business of whoever holds the lease of its source: what others write meanwhile does not count. */
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId } from '../contract/ids.ts';
import { passTaken, takeTurns } from '../store/dialect.ts';
import { recordEvent, type NewEvent } from '../store/events.ts';
import type { Database, Tx } from '../store/schema.ts';
import { fromFetch, fromSource, toFetch, toSource, type StoredFetch, type StoredSource } from './rows.ts';

export type HarvestStore = ReturnType<typeof createHarvestStore>;

/** Fetches of a source that are kept; a source of every hour fills this in a week. */
const KEPT = 200;
const OPEN = ['accepted', 'asks'] as const;

/** Another server has taken the source over; what it finds counts, ours is dropped. */
export class SourceLostError extends Error {}

export function createHarvestStore(db: Database) {
  const sources = () => db.selectFrom('harvest_source').selectAll();
  const fetches = () => db.selectFrom('harvest_fetch').selectAll();

  return {
    list: async (scope: Scope): Promise<StoredSource[]> =>
      (await sources().where('scope', '=', scope).orderBy('created_at').orderBy('id').execute()).map(toSource),

    listAll: async (): Promise<StoredSource[]> => (await sources().orderBy('scope').orderBy('created_at').execute()).map(toSource),

    async find(id: string): Promise<StoredSource | undefined> {
      const row = await sources().where('id', '=', id).executeTakeFirst();
      return row && toSource(row);
    },

    async findFor(target: { dataset: DatasetId | null; entry: string | null }): Promise<StoredSource | undefined> {
      const { dataset, entry } = target;
      const row = await (dataset === null ? sources().where('entry', '=', entry) : sources().where('dataset', '=', dataset)).executeTakeFirst();
      return row && toSource(row);
    },

    /** @returns false where the target has a source already */
    insert: (source: StoredSource): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        await takeTurns(tx, `harvest ${source.dataset ?? source.entry}`);
        const same = tx.selectFrom('harvest_source').select('id');
        const taken = await (source.dataset === null ? same.where('entry', '=', source.entry) : same.where('dataset', '=', source.dataset)).executeTakeFirst();
        if (taken) return false;
        await tx
          .insertInto('harvest_source')
          .values({ ...fromSource(source), lease_owner: null, lease_until: null })
          .execute();
        return true;
      }),

    /**
     * What people say of it; what fetches find stays theirs. Another address forgets what came from the one before, and whoever fetches that stops.
     * @returns false where somebody changed it meanwhile
     */
    async change(source: StoredSource, before: Pick<StoredSource, 'updatedAt' | 'url' | 'kind' | 'pick'>): Promise<boolean> {
      const { name, kind, url, host, pick, auth, secret, every, paused, on_change, personal, address_by, publish_by, publish_account, next_at, updated_at } =
        fromSource(source);
      const said = {
        name,
        kind,
        url,
        host,
        pick,
        auth,
        secret,
        every,
        paused,
        on_change,
        personal,
        address_by,
        publish_by,
        publish_account,
        next_at,
        updated_at,
      };
      const isOther = source.url !== before.url || source.kind !== before.kind || source.pick !== before.pick;
      const forgotten = { etag: null, modified: null, fingerprint: null, changes: 0, failures: 0, failing_since: null, lease_owner: null, lease_until: null };
      const { numUpdatedRows } = await db
        .updateTable('harvest_source')
        .set({ ...said, ...(isOther ? forgotten : {}) })
        .where('id', '=', source.id)
        .where('updated_at', '=', before.updatedAt)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    /** A fetch by hand, also of a paused one. */
    async ask(id: string, by: string, now: string): Promise<void> {
      await db.updateTable('harvest_source').set({ asked_by: by, next_at: now }).where('id', '=', id).execute();
    },

    async delete(id: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('harvest_fetch').where('source', '=', id).execute();
        await tx.deleteFrom('harvest_source').where('id', '=', id).execute();
      });
    },

    listFetches: async (source: string, limit: number): Promise<StoredFetch[]> =>
      (await fetches().where('source', '=', source).orderBy('at', 'desc').orderBy('id').limit(limit).execute()).map(toFetch),

    async findFetch(id: string): Promise<StoredFetch | undefined> {
      const row = await fetches().where('id', '=', id).executeTakeFirst();
      return row && toFetch(row);
    },

    /** Of what was accepted and has not become a version. Questions of long ago wait for nobody. */
    listOpen: async (since: string): Promise<StoredFetch[]> =>
      (
        await fetches()
          .where('state', 'in', [...OPEN])
          .where('at', '>=', since)
          .orderBy('at')
          .limit(500)
          .execute()
      ).map(toFetch),

    /** Gives one source that is due to one claimer; of one host one at a time, however many servers ask. `only`: that one, due or not. */
    async claim(owner: string, now: string, leaseUntil: string, only: string | null = null): Promise<StoredSource | undefined> {
      const busy = db.selectFrom('harvest_source as other').select('other.host').where('other.lease_until', '>=', now);
      const free = db
        .selectFrom('harvest_source')
        .select('id')
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
        .where('host', 'not in', busy);
      const due =
        only === null
          ? free.where('next_at', '<=', now).where((eb) => eb.or([eb('paused', '=', 0), eb('asked_by', 'is not', null)]))
          : free.where('id', '=', only);
      const row = await db
        .updateTable('harvest_source')
        .set({ lease_owner: owner, lease_until: leaseUntil })
        .where('id', '=', () => passTaken(db, due.orderBy('next_at').orderBy('id').limit(1)))
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
        .returningAll()
        .executeTakeFirst();
      return row && toSource(row);
    },

    /** @returns whether it is still ours, and there */
    async renew(id: string, owner: string, leaseUntil: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('harvest_source')
        .set({ lease_until: leaseUntil })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async release(id: string, owner: string): Promise<void> {
      await db.updateTable('harvest_source').set({ lease_owner: null, lease_until: null }).where('id', '=', id).where('lease_owner', '=', owner).execute();
    },

    /** Ends the leases of servers that are known to be dead, so that a restart need not wait for them to run out. */
    async endLeases(isDead: (owner: string) => boolean): Promise<void> {
      const rows = await db.selectFrom('harvest_source').select(['id', 'lease_owner']).where('lease_owner', 'is not', null).execute();
      for (const { id, lease_owner } of rows) {
        if (!isDead(lease_owner!)) continue;
        await db.updateTable('harvest_source').set({ lease_until: '' }).where('id', '=', id).where('lease_owner', '=', lease_owner).execute();
      }
    },

    /** A fetch begins; those of the source that a killed server left at work have failed, and old ones go. */
    begin: (fetch: StoredFetch): Promise<void> =>
      db.transaction().execute(async (tx) => {
        const ofSource = () => tx.updateTable('harvest_fetch').where('source', '=', fetch.source);
        await ofSource().set({ state: 'failed', code: 'harvest.interrupted', done_at: fetch.at }).where('state', '=', 'running').execute();
        await tx.insertInto('harvest_fetch').values(fromFetch(fetch)).execute();
        const kept = tx.selectFrom('harvest_fetch').select('id').where('source', '=', fetch.source).orderBy('at', 'desc').limit(KEPT);
        await tx
          .deleteFrom('harvest_fetch')
          .where('source', '=', fetch.source)
          .where('id', 'not in', kept)
          .where('state', 'not in', [...OPEN])
          .execute();
      }),

    /**
     * What a fetch came to, with what its source knows from now on, and the news of it: all or nothing.
     * @throws SourceLostError where the lease is another's by now, so that nothing of it is written
     */
    finish: (owner: string, id: string, fetch: StoredFetch, of: (source: StoredSource) => StoredSource, event: NewEvent | null): Promise<void> =>
      db.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('harvest_source')
          .set({ lease_owner: null, lease_until: null })
          .where('id', '=', id)
          .where('lease_owner', '=', owner)
          .returningAll()
          .executeTakeFirst();
        if (!row) throw new SourceLostError(`Source ${id} belongs to another server now, or is gone`);
        const { id: _, ...fields } = fromSource(of(toSource(row)));
        await tx.updateTable('harvest_source').set(fields).where('id', '=', id).execute();
        await writeFetch(tx, fetch, 'running');
        if (fetch.state === 'told' && row.entry !== null) await tellEntry(tx, row.entry, fetch.doneAt!);
        if (event) await recordEvent(tx, event);
      }),

    /** A step of an accepted fetch, once: @returns false where another server has taken it already */
    settle: (fetch: StoredFetch, before: StoredFetch['state'], event: NewEvent | null): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const isOurs = await writeFetch(tx, fetch, before);
        if (isOurs && event) await recordEvent(tx, event);
        return isOurs;
      }),
  };
}

async function writeFetch(tx: Tx, fetch: StoredFetch, before: StoredFetch['state']): Promise<boolean> {
  const { id, ...fields } = fromFetch(fetch);
  const { numUpdatedRows } = await tx.updateTable('harvest_fetch').set(fields).where('id', '=', id).where('state', '=', before).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Of data that stay elsewhere the source says when they changed; calendars learn it. */
async function tellEntry(tx: Tx, entry: string, at: string): Promise<void> {
  await tx
    .updateTable('schedule_entry')
    .set((eb) => ({ changed: at, updated_at: at, sequence: eb('sequence', '+', 1) }))
    .where('id', '=', entry)
    .execute();
}
