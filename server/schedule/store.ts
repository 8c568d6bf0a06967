/** Queries about the schedule of a country. What changes goes through `change`: read, decided and written in one transaction, with its lines of the history. */
import type { EntryAnswer } from '../contract/schedule/schedule.ts';
import { ENTRY_ACTIONS } from '../contract/schedule/schedule.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Acting } from '../groups/deps.ts';
import { takeTurns } from '../store/dialect.ts';
import type { Database, Tx } from '../store/schema.ts';
import { fromEntry, toEntry, type StoredEntry } from './rows.ts';

export type ScheduleStore = ReturnType<typeof createScheduleStore>;
export type ScheduleWriter = ReturnType<typeof createWriter>;
type History = EntryAnswer['history'];

export interface ScheduleEvent {
  action: History[number]['action'];
  group: string | null;
  detail: Record<string, string | null>;
}

export function createScheduleStore(db: Database, newId: () => string) {
  return {
    list: (scope: Scope): Promise<StoredEntry[]> => readEntries(db, scope),

    async find(scope: Scope, id: string): Promise<StoredEntry | undefined> {
      const row = await db.selectFrom('schedule_entry').selectAll().where('scope', '=', scope).where('id', '=', id).executeTakeFirst();
      return row && toEntry(row);
    },

    listScopes: async (): Promise<Scope[]> =>
      (await db.selectFrom('schedule_entry').select('scope').distinct().orderBy('scope').execute()).map(({ scope }) => scope as Scope),

    /** Of one entry, newest first. */
    async listEvents(scope: Scope, entry: string): Promise<History> {
      const rows = await db
        .selectFrom('workgroup_event')
        .select(['at', 'actor', 'action', 'detail'])
        .where('scope', '=', scope)
        .where('action', 'in', [...ENTRY_ACTIONS])
        .where('detail', 'like', `%${JSON.stringify(entry)}%`)
        .orderBy('at', 'desc')
        .orderBy('turn', 'desc')
        .limit(100)
        .execute();
      return rows
        .map(({ at, actor, action, detail }) => ({
          at,
          by: actor,
          action: action as History[number]['action'],
          detail: JSON.parse(detail) as Record<string, string | null>,
        }))
        .filter(({ detail }) => detail['entry'] === entry);
    },

    /** All or nothing of what `work` writes; of two at once the second sees what the first wrote. */
    change<T>(acting: Acting, work: (found: StoredEntry[], write: ScheduleWriter) => Promise<T>): Promise<T> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, `schedule ${acting.scope}`);
        return work(await readEntries(tx, acting.scope), createWriter(tx, acting, newId));
      });
    },
  };
}

const readEntries = async (db: Database | Tx, scope: Scope): Promise<StoredEntry[]> =>
  (await db.selectFrom('schedule_entry').selectAll().where('scope', '=', scope).orderBy('created_at').orderBy('id').execute()).map(toEntry);

function createWriter(tx: Tx, { scope, actor, at }: Acting, newId: () => string) {
  let turn = 0;
  return {
    async insert(entry: StoredEntry): Promise<void> {
      await tx.insertInto('schedule_entry').values(fromEntry(entry)).execute();
    },
    async update(entry: StoredEntry): Promise<void> {
      const { id, ...fields } = fromEntry(entry);
      await tx.updateTable('schedule_entry').set(fields).where('id', '=', id).execute();
    },
    async delete(id: string): Promise<void> {
      await tx.deleteFrom('schedule_entry').where('id', '=', id).execute();
    },
    async record({ action, group, detail }: ScheduleEvent): Promise<void> {
      await tx
        .insertInto('workgroup_event')
        .values({ id: newId(), at, turn: turn++, actor, action, scope, workgroup: group, organisation: null, person: null, detail: JSON.stringify(detail) })
        .execute();
    },
  };
}
