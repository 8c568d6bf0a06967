/** Queries about events, and about what accounts read and want of them. */
import type { Digest } from '../contract/news/news.ts';
import type { AnyKind, EventAudience } from '../contract/news/events.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type { NewsChoiceRow, NewsEventRow } from '../store/newsRows.ts';
import type { Database, Tx } from '../store/schema.ts';

export interface StoredEvent {
  id: string;
  kind: AnyKind;
  at: string;
  scope: Scope;
  dataset: DatasetId | null;
  version: VersionTag | null;
  subject: string | null;
  group: string | null;
  audience: EventAudience;
  detail: Record<string, string | number | null>;
}

export interface Choice extends Digest {
  account: string;
  digestUntil: string;
  readUntil: string;
}

/** Of which events; `from` is not among them, `until` is. */
export interface EventQuery {
  scopes?: readonly string[] | undefined;
  dataset?: DatasetId | undefined;
  from?: string | undefined;
  until?: string | undefined;
  limit: number;
}

export type EventStore = ReturnType<typeof createEventStore>;

export const toEvent = (row: NewsEventRow): StoredEvent => ({
  id: row.id,
  kind: row.kind as AnyKind,
  at: row.at,
  scope: row.scope as Scope,
  dataset: row.dataset as DatasetId | null,
  version: row.version as VersionTag | null,
  subject: row.subject,
  group: row.workgroup,
  audience: row.audience as EventAudience,
  detail: JSON.parse(row.detail) as StoredEvent['detail'],
});

const toChoice = (row: NewsChoiceRow): Choice => ({
  account: row.account,
  every: row.digest,
  language: row.language as Lang,
  zone: row.zone,
  digestUntil: row.digest_until,
  readUntil: row.read_until,
});

export function createEventStore(db: Database) {
  return {
    /** Newest first. */
    async list({ scopes, dataset, from, until, limit }: EventQuery): Promise<StoredEvent[]> {
      if (scopes?.length === 0) return [];
      let query = db.selectFrom('news_event').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit);
      if (scopes) query = query.where('scope', 'in', scopes);
      if (dataset) query = query.where('dataset', '=', dataset);
      if (from !== undefined) query = query.where('at', '>', from);
      if (until !== undefined) query = query.where('at', '<=', until);
      return (await query.execute()).map(toEvent);
    },

    async find(id: string): Promise<StoredEvent | undefined> {
      const row = await db.selectFrom('news_event').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toEvent(row);
    },

    async listRead(account: string, ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      const rows = await db.selectFrom('news_read').select('event').where('account', '=', account).where('event', 'in', ids).execute();
      return new Set(rows.map(({ event }) => event));
    },

    async read(account: string, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      const rows = ids.map((event) => ({ account, event }));
      await db
        .insertInto('news_read')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async findChoice(account: string): Promise<Choice | undefined> {
      const row = await db.selectFrom('news_choice').selectAll().where('account', '=', account).executeTakeFirst();
      return row && toChoice(row);
    },

    async saveChoice({ account, every, language, zone, digestUntil, readUntil }: Choice): Promise<void> {
      const set = { digest: every, language, zone, digest_until: digestUntil, read_until: readUntil };
      await db
        .insertInto('news_choice')
        .values({ account, ...set })
        .onConflict((conflict) => conflict.column('account').doUpdateSet(set))
        .execute();
    },

    /** Of those who want digests. */
    async listChoices(): Promise<Choice[]> {
      return (await db.selectFrom('news_choice').selectAll().where('digest', '!=', 'off').orderBy('account').execute()).map(toChoice);
    },

    async endDigest(account: string): Promise<void> {
      await db.updateTable('news_choice').set({ digest: 'off' }).where('account', '=', account).execute();
    },

    /** Moves the end of what was queued, and queues, both or neither. @returns false where somebody else did so meanwhile */
    async takeDigest(account: string, from: string, until: string, queue: (tx: Tx) => Promise<void>): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('news_choice')
          .set({ digest_until: until })
          .where('account', '=', account)
          .where('digest_until', '=', from)
          .where('digest', '!=', 'off')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await queue(tx);
        return true;
      });
    },
  };
}
