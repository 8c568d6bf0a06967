/** Queries about the agreed list of indicators of countries, and about what people decided of areas. Columns: server/store/migrations/0077, 0078. */
import type { Iso3 } from '../contract/ids.ts';
import type { Indicator, IndicatorList } from '../contract/indicators/indicators.ts';
import { takeTurns } from '../store/dialect.ts';
import type { Database, Tx } from '../store/schema.ts';
import type { IndicatorListRow } from '../store/indicatorRows.ts';
import type { AreaDecision } from './normalize/areas.ts';

/** A version with the count of its changes. */
export type StoredList = IndicatorList & { revision: number };

export interface StoredAreaDecision extends AreaDecision {
  /** Of the decision; `id` is the area that it is about. */
  decision: string;
  by: string;
  at: string;
  undone: { by: string; at: string } | null;
}

export interface Agreement {
  by: string | null;
  on: string;
  decision: string | null;
  at: string;
}

export type AgreedStore = ReturnType<typeof createAgreedStore>;

const toTag = (number: number) => `v${number}`;

export function createAgreedStore(db: Database) {
  async function readLists(from: Database | Tx, scope: Iso3): Promise<StoredList[]> {
    const rows = await from.selectFrom('indicator_list').selectAll().where('scope', '=', scope).orderBy('number').execute();
    const current = rows.findLast(({ agreed_at }) => agreed_at !== null)?.number;
    return rows.map((row) => toList(row, row.agreed_at === null ? 'draft' : row.number === current ? 'current' : 'superseded'));
  }

  return {
    /** Oldest first. */
    listVersions: (scope: Iso3): Promise<StoredList[]> => readLists(db, scope),

    /**
     * Writes the draft, which begins where the current version ends. `change` is given all versions and says what the draft holds; of two at once the
     * second sees what the first wrote.
     */
    changeDraft: (scope: Iso3, by: string, at: string, change: (versions: StoredList[]) => Indicator[]): Promise<void> =>
      db.transaction().execute(async (tx) => {
        await takeTurns(tx, `indicators ${scope}`);
        const versions = await readLists(tx, scope);
        const entries = JSON.stringify(change(versions));
        const draft = versions.find(({ state }) => state === 'draft');
        if (draft) {
          const where = tx
            .updateTable('indicator_list')
            .where('scope', '=', scope)
            .where('number', '=', Number(draft.version.slice(1)));
          await where.set({ entries, revision: draft.revision + 1, created_at: at, created_by: by }).execute();
          return;
        }
        const number = versions.length === 0 ? 1 : Number(versions.at(-1)!.version.slice(1)) + 1;
        const values = {
          scope,
          number,
          entries,
          created_at: at,
          created_by: by,
          revision: 1,
          agreed_by: null,
          agreed_on: null,
          decision: null,
          agreed_at: null,
        };
        await tx.insertInto('indicator_list').values(values).execute();
      }),

    /** @returns false where there is no draft of this revision any more */
    agree: (scope: Iso3, revision: number, { by, on, decision, at }: Agreement, finish: (draft: StoredList) => Indicator[]): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        await takeTurns(tx, `indicators ${scope}`);
        const draft = (await readLists(tx, scope)).find(({ state }) => state === 'draft');
        if (draft?.revision !== revision) return false;
        await tx
          .updateTable('indicator_list')
          .set({ entries: JSON.stringify(finish(draft)), agreed_by: by, agreed_on: on, decision, agreed_at: at })
          .where('scope', '=', scope)
          .where('number', '=', Number(draft.version.slice(1)))
          .execute();
        return true;
      }),

    async dropDraft(scope: Iso3): Promise<boolean> {
      const done = await db.deleteFrom('indicator_list').where('scope', '=', scope).where('agreed_at', 'is', null).executeTakeFirst();
      return Number(done.numDeletedRows) > 0;
    },

    /** All that was ever decided of areas, latest first. */
    async listAreas(scope: Iso3): Promise<StoredAreaDecision[]> {
      const rows = await db.selectFrom('indicator_area').selectAll().where('scope', '=', scope).orderBy('decided_at', 'desc').orderBy('id', 'desc').execute();
      return rows.map((row) => ({
        id: row.subject,
        shares: JSON.parse(row.shares) as AreaDecision['shares'],
        decision: row.id,
        by: row.decided_by,
        at: row.decided_at,
        undone: row.undone_at === null ? null : { by: row.undone_by!, at: row.undone_at },
      }));
    },

    async insertArea(scope: Iso3, { decision, id, shares, by, at }: Omit<StoredAreaDecision, 'undone'>): Promise<void> {
      const values = { id: decision, scope, subject: id, shares: JSON.stringify(shares), decided_by: by, decided_at: at, undone_by: null, undone_at: null };
      await db.insertInto('indicator_area').values(values).execute();
    },

    async undoArea(scope: Iso3, decision: string, by: string, at: string): Promise<boolean> {
      const done = await db
        .updateTable('indicator_area')
        .set({ undone_by: by, undone_at: at })
        .where('scope', '=', scope)
        .where('id', '=', decision)
        .where('undone_at', 'is', null)
        .executeTakeFirst();
      return Number(done.numUpdatedRows) > 0;
    },
  };
}

function toList(row: IndicatorListRow, state: IndicatorList['state']): StoredList {
  return {
    scope: row.scope as Iso3,
    version: toTag(row.number),
    state,
    indicators: JSON.parse(row.entries) as Indicator[],
    agreedBy: row.agreed_by,
    agreedOn: row.agreed_on,
    decision: row.decision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    revision: row.revision,
  };
}
