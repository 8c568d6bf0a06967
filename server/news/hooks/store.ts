/** Webhooks and what is sent to them. A delivery is claimed by one server at a time, and one at a time of each receiver. */
import { createHash } from 'node:crypto';
import type { EventKind } from '../../contract/news/events.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { DatasetId } from '../../contract/ids.ts';
import { passTaken, takeTurns } from '../../store/dialect.ts';
import { recordEvent, type NewEvent } from '../../store/events.ts';
import type { DeliveryRow, WebhookRow } from '../../store/newsRows.ts';
import type { Database, Tx } from '../../store/schema.ts';
import { toEvent, type StoredEvent } from '../store.ts';

export interface StoredHook extends Omit<WebhookRow, 'events' | 'scope' | 'dataset' | 'workgroup'> {
  scope: Scope;
  group: string | null;
  dataset: DatasetId | null;
  events: EventKind[];
}

export type HookStore = ReturnType<typeof createHookStore>;
export type { DeliveryRow };

const toHook = ({ workgroup, events, scope, dataset, ...row }: WebhookRow): StoredHook => ({
  ...row,
  scope: scope as Scope,
  group: workgroup,
  dataset: dataset as DatasetId | null,
  events: JSON.parse(events) as EventKind[],
});
const fromHook = ({ group, events, ...hook }: StoredHook): WebhookRow => ({ ...hook, workgroup: group, events: JSON.stringify(events) });

/** The same for the same event and receiver, so that it is passed on once. */
export const deliveryId = (hook: string, event: string): string => createHash('sha256').update(`${hook}/${event}`).digest('hex').slice(0, 32);

interface Failure {
  next: string | null;
  status: number | null;
  fault: string;
  counts: boolean;
}

const LISTED = 100;
/** Events that are passed on in one transaction. */
const PASSED = 200;

export function createHookStore(db: Database) {
  const readHooks = (from: Database | Tx) => from.selectFrom('webhook').selectAll().orderBy('created_at').orderBy('id');

  return {
    async list(scope: Scope): Promise<StoredHook[]> {
      return (await readHooks(db).where('scope', '=', scope).execute()).map(toHook);
    },
    async find(scope: Scope, id: string): Promise<StoredHook | undefined> {
      const row = await readHooks(db).where('scope', '=', scope).where('id', '=', id).executeTakeFirst();
      return row && toHook(row);
    },
    async get(id: string): Promise<StoredHook | undefined> {
      const row = await readHooks(db).where('id', '=', id).executeTakeFirst();
      return row && toHook(row);
    },
    /** Those that ask for what concerns a group. */
    async listOfGroups(): Promise<StoredHook[]> {
      return (await readHooks(db).where('workgroup', 'is not', null).where('state', '=', 'on').execute()).map(toHook);
    },
    async insert(hook: StoredHook): Promise<void> {
      await db.insertInto('webhook').values(fromHook(hook)).execute();
    },
    async update(id: string, change: Partial<WebhookRow>): Promise<void> {
      await db.updateTable('webhook').set(change).where('id', '=', id).execute();
    },
    async delete(id: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('webhook_delivery').where('webhook', '=', id).execute();
        await tx.deleteFrom('webhook').where('id', '=', id).execute();
      });
    },

    async countWaiting(ids: readonly string[]): Promise<Map<string, number>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('webhook_delivery')
        .select(['webhook', ({ fn }) => fn.countAll<number>().as('count')])
        .where('state', '=', 'waiting')
        .where('webhook', 'in', ids)
        .groupBy('webhook')
        .execute();
      return new Map(rows.map(({ webhook, count }) => [webhook, count]));
    },
    async listDeliveries(hook: string): Promise<DeliveryRow[]> {
      return db.selectFrom('webhook_delivery').selectAll().where('webhook', '=', hook).orderBy('created_at', 'desc').orderBy('id').limit(LISTED).execute();
    },
    async addDelivery(row: Pick<DeliveryRow, 'id' | 'webhook' | 'event' | 'kind' | 'created_at'>): Promise<void> {
      await db.insertInto('webhook_delivery').values(waiting(row)).execute();
    },
    /** @returns false where there is none, or it is on its way */
    async resend(hook: string, id: string, at: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('webhook_delivery')
        .set({ state: 'waiting', next_at: at, lease_until: null, done_at: null, fault: null, status: null })
        .where('webhook', '=', hook)
        .where('id', '=', id)
        .where('state', '!=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    /**
     * Makes a delivery of each event that was not passed on yet for each receiver that wants it; all or none.
     * @returns how many events were looked at
     */
    async passOn(wants: (hook: StoredHook, event: StoredEvent) => boolean, at: string): Promise<number> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, 'webhooks');
        const rows = await tx.selectFrom('news_event').selectAll().where('passed_at', 'is', null).orderBy('at').orderBy('id').limit(PASSED).execute();
        if (rows.length === 0) return 0;
        const hooks = (await readHooks(tx).where('state', '=', 'on').execute()).map(toHook);
        for (const event of rows.map(toEvent))
          for (const hook of hooks)
            if (wants(hook, event))
              await tx
                .insertInto('webhook_delivery')
                .values(waiting({ id: deliveryId(hook.id, event.id), webhook: hook.id, event: event.id, kind: event.kind, created_at: at }))
                .onConflict((conflict) => conflict.doNothing())
                .execute();
        await tx
          .updateTable('news_event')
          .set({ passed_at: at })
          .where(
            'id',
            'in',
            rows.map(({ id }) => id),
          )
          .execute();
        return rows.length;
      });
    },

    /** The next that is to be sent, for so long that nobody else sends it; a server that dies leaves it to the others. */
    async claim(now: string, until: string): Promise<DeliveryRow | undefined> {
      const due = db
        .selectFrom('webhook_delivery as each')
        .select('each.id')
        .where('each.state', '=', 'waiting')
        .where('each.next_at', '<=', now)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('webhook_delivery as other')
                .select('other.id')
                .whereRef('other.webhook', '=', 'each.webhook')
                .where('other.state', '=', 'waiting')
                .where('other.lease_until', '>', now),
            ),
          ),
        )
        .orderBy('each.next_at')
        .orderBy('each.id')
        .limit(1);
      return db
        .updateTable('webhook_delivery')
        .set({ lease_until: until })
        .where('id', '=', () => passTaken(db, due))
        .where('state', '=', 'waiting')
        .returningAll()
        .executeTakeFirst();
    },

    async done(id: string, hook: string, at: string, status: number): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('webhook_delivery')
          .set(({ eb }) => ({ state: 'delivered' as const, attempts: eb('attempts', '+', 1), done_at: at, lease_until: null, status, fault: null }))
          .where('id', '=', id)
          .execute();
        await tx.updateTable('webhook').set({ failing_since: null }).where('id', '=', hook).execute();
      });
    },

    /** It is not for this receiver any more. */
    async drop(id: string, at: string): Promise<void> {
      await db.updateTable('webhook_delivery').set({ state: 'dropped', done_at: at, lease_until: null, fault: 'unseen' }).where('id', '=', id).execute();
    },

    /** @param failure `next`: when it is tried again, null: given up; `counts`: the receiver is failing since then */
    async failed(id: string, hook: string, at: string, { next, status, fault, counts }: Failure): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('webhook_delivery')
          .set(({ eb }) => ({
            attempts: eb('attempts', '+', 1),
            lease_until: null,
            status,
            fault,
            ...(next === null ? { state: 'failed' as const, done_at: at } : { next_at: next }),
          }))
          .where('id', '=', id)
          .execute();
        // A receiver that took nothing is asked by one delivery at a time.
        if (next !== null)
          await tx
            .updateTable('webhook_delivery')
            .set({ next_at: next })
            .where('webhook', '=', hook)
            .where('state', '=', 'waiting')
            .where('next_at', '<', next)
            .execute();
        if (counts) await tx.updateTable('webhook').set({ failing_since: at }).where('id', '=', hook).where('failing_since', 'is', null).execute();
      });
    },

    /** With what is on its way, which stays to be sent again by a person, and the notice of it; once. */
    async disable(hook: string, at: string, notice: NewEvent): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('webhook')
          .set({ state: 'disabled' })
          .where('id', '=', hook)
          .where('state', '=', 'on')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return;
        await tx
          .updateTable('webhook_delivery')
          .set({ state: 'failed', done_at: at, lease_until: null, fault: 'disabled' })
          .where('webhook', '=', hook)
          .where('state', '=', 'waiting')
          .execute();
        await recordEvent(tx, notice);
      });
    },

    /** Ended before this instant. */
    async forget(before: string): Promise<void> {
      await db.deleteFrom('webhook_delivery').where('done_at', '<', before).execute();
    },
  };
}

const waiting = (row: Pick<DeliveryRow, 'id' | 'webhook' | 'event' | 'kind' | 'created_at'>): DeliveryRow => ({
  ...row,
  state: 'waiting',
  attempts: 0,
  next_at: row.created_at,
  lease_until: null,
  done_at: null,
  status: null,
  fault: null,
});
