/** Queries about classifications and the sensitivity of datasets. Columns: server/store/migrations/0053_sensitivity.sql. */
import type { Scope } from '../contract/groups/groups.ts';
import type { AdminLevel, DatasetId } from '../contract/ids.ts';
import type { Audience, Classification, DatasetSensitivity, DraftBody, SensitivityClass } from '../contract/sensitivity/sensitivity.ts';
import { takeTurns } from '../store/dialect.ts';
import type { Database, Tx } from '../store/schema.ts';
import type { ClassificationTableRow, DatasetSensitivityRow, SensitivityEventRow } from '../store/sensitivityRows.ts';

export interface Said extends Omit<NonNullable<DatasetSensitivity['set']>, 'outdated'> {
  /** Row of the table that it was set against. */
  againstType: string | null;
}
export interface Setting {
  dataset: DatasetId;
  foundType: string | null;
  dataType: string | null;
  set: Said | null;
}

export type SensitivityEvent = Omit<SensitivityEventRow, 'detail'> & { detail: unknown };
export type SensitivityStore = ReturnType<typeof createSensitivityStore>;

export const tagOf = (number: number): string => `v${number}`;
export const numberOf = (tag: string): number => Number(tag.slice(1));

export function createSensitivityStore(db: Database) {
  /** In one transaction; whoever holds what holds in memory sees that it is old. */
  const changing = <T>(change: (tx: Tx) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (tx) => {
      await takeTurns(tx, 'sensitivity');
      const done = await change(tx);
      await tx
        .updateTable('sensitivity_revision')
        .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
        .execute();
      return done;
    });
  const record = (tx: Tx, { detail, ...event }: SensitivityEvent) =>
    tx
      .insertInto('sensitivity_event')
      .values({ ...event, detail: JSON.stringify(detail) })
      .execute();
  const upsert = (tx: Tx, dataset: DatasetId, values: Partial<Omit<DatasetSensitivityRow, 'dataset'>>) =>
    tx
      .insertInto('dataset_sensitivity')
      .values({ ...EMPTY, dataset, ...values })
      .onConflict((conflict) => conflict.column('dataset').doUpdateSet(values))
      .execute();

  const list = (scope: Scope) => db.selectFrom('classification').selectAll().where('scope', '=', scope).orderBy('number').execute();

  return {
    async readRevision(): Promise<number> {
      return (await db.selectFrom('sensitivity_revision').select('revision').executeTakeFirst())?.revision ?? 0;
    },

    /** Of every country the table that holds. */
    async readCurrent(): Promise<Classification[]> {
      const rows = await db.selectFrom('classification').selectAll().where('endorsed_at', 'is not', null).orderBy('number').execute();
      return [...new Map(rows.map((row) => [row.scope, row])).values()].map((row) => toClassification(row, 'current'));
    },

    async readSettings(): Promise<Setting[]> {
      return (await db.selectFrom('dataset_sensitivity').selectAll().execute()).map(toSetting);
    },

    /** Oldest first. */
    async listTables(scope: Scope): Promise<Classification[]> {
      const rows = await list(scope);
      const current = rows.findLast(({ endorsed_at }) => endorsed_at !== null)?.number;
      return rows.map((row) => toClassification(row, row.endorsed_at === null ? 'draft' : row.number === current ? 'current' : 'superseded'));
    },

    /** Takes the place of the draft that is there. */
    async saveDraft(scope: Scope, { rows, document }: DraftBody, at: string, by: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await takeTurns(tx, 'sensitivity');
        await tx.deleteFrom('classification').where('scope', '=', scope).where('endorsed_at', 'is', null).execute();
        const last = await tx
          .selectFrom('classification')
          .select(({ fn }) => fn.max('number').as('number'))
          .where('scope', '=', scope)
          .executeTakeFirst();
        const values = { entries: JSON.stringify(rows), document: document && JSON.stringify(document), created_at: at, created_by: by };
        await tx
          .insertInto('classification')
          .values({ scope, number: (last?.number ?? 0) + 1, ...values, endorsed_by: null, endorsed_on: null, endorsed_at: null })
          .execute();
      });
    },

    async dropDraft(scope: Scope): Promise<boolean> {
      const done = await db.deleteFrom('classification').where('scope', '=', scope).where('endorsed_at', 'is', null).executeTakeFirst();
      return Number(done.numDeletedRows) > 0;
    },

    /** @returns false where there is no such draft any more */
    endorse: (
      scope: Scope,
      tag: string,
      createdAt: string,
      by: { group: string; date: string },
      found: ReadonlyMap<DatasetId, string>,
      event: SensitivityEvent,
    ) =>
      changing(async (tx) => {
        const done = await tx
          .updateTable('classification')
          .set({ endorsed_by: by.group, endorsed_on: by.date, endorsed_at: event.at })
          .where('scope', '=', scope)
          .where('number', '=', numberOf(tag))
          .where('endorsed_at', 'is', null)
          .where('created_at', '=', createdAt)
          .executeTakeFirst();
        if (Number(done.numUpdatedRows) === 0) return false;
        for (const [dataset, found_type] of found) await upsert(tx, dataset, { found_type });
        await record(tx, event);
        return true;
      }),

    setFound: (dataset: DatasetId, found_type: string) => changing((tx) => upsert(tx, dataset, { found_type })),

    set: (dataset: DatasetId, { dataType, foundType, set }: Omit<Setting, 'dataset'> & { set: Said }, event: SensitivityEvent) =>
      changing(async (tx) => {
        await upsert(tx, dataset, {
          found_type: foundType,
          data_type: dataType,
          class: set.class,
          audience: set.audience,
          named: JSON.stringify(set.named),
          lowest_level: set.lowestLevel,
          smallest_count: set.smallestCount,
          reason: set.reason,
          against: set.against === null ? null : numberOf(set.against),
          against_type: set.againstType,
          set_by: set.by,
          set_at: set.at,
        });
        await record(tx, event);
      }),

    /** What was said of a dataset, latest first. */
    async listEvents(dataset: DatasetId): Promise<SensitivityEvent[]> {
      const rows = await db.selectFrom('sensitivity_event').selectAll().where('dataset', '=', dataset).orderBy('at', 'desc').orderBy('id').execute();
      return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as unknown }));
    },

    clear: (dataset: DatasetId, event: SensitivityEvent) =>
      changing(async (tx) => {
        const { dataset: _, found_type: __, ...nothing } = EMPTY;
        await tx.updateTable('dataset_sensitivity').set(nothing).where('dataset', '=', dataset).execute();
        await record(tx, event);
      }),
  };
}

const EMPTY: DatasetSensitivityRow = {
  dataset: '',
  found_type: null,
  data_type: null,
  class: null,
  audience: null,
  named: null,
  lowest_level: null,
  smallest_count: null,
  reason: null,
  against: null,
  against_type: null,
  set_by: null,
  set_at: null,
};

function toClassification(row: ClassificationTableRow, state: Classification['state']): Classification {
  return {
    scope: row.scope as Scope,
    version: tagOf(row.number),
    state,
    rows: JSON.parse(row.entries) as Classification['rows'],
    document: row.document === null ? null : (JSON.parse(row.document) as NonNullable<Classification['document']>),
    endorsedBy: row.endorsed_by,
    endorsedOn: row.endorsed_on,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

function toSetting(row: DatasetSensitivityRow): Setting {
  const { class: is, audience, named, reason, set_at } = row;
  const common = { dataset: row.dataset as DatasetId, foundType: row.found_type, dataType: row.data_type };
  if (is === null || audience === null || set_at === null) return { ...common, set: null };
  return {
    ...common,
    set: {
      class: is as SensitivityClass,
      audience: audience as Audience,
      named: JSON.parse(named ?? '[]') as string[],
      lowestLevel: row.lowest_level as AdminLevel | null,
      smallestCount: row.smallest_count,
      reason: reason ?? '',
      against: row.against === null ? null : tagOf(row.against),
      againstType: row.against_type,
      by: row.set_by,
      at: set_at,
    },
  };
}
