/** The outbox: one row for each message, without address and text. */
import type { MailKind } from '../contract/mail/mail.ts';
import type { MailRow } from '../store/mailRows.ts';
import type { Database, Tx } from '../store/schema.ts';

export type MailStore = ReturnType<typeof createMailStore>;
export type { MailRow };

export interface NewMail {
  id: string;
  /** `digest`: of news, written by their own room. */
  kind: MailKind | 'digest';
  scope: string;
  person: string | null;
  at: string;
  sealed?: string | null;
}

export function createMailStore(db: Database) {
  const rowOf = ({ id, kind, scope, person, at, sealed = null }: NewMail, state: MailRow['state']): MailRow => ({
    id,
    kind,
    scope,
    person,
    state,
    attempts: 0,
    next_at: at,
    created_at: at,
    done_at: state === 'handed' ? at : null,
    sealed,
  });
  return {
    /** Nothing where it is there already, whatever became of it. @returns whether it is new */
    async add(mail: NewMail, tx: Database | Tx = db): Promise<boolean> {
      const { numInsertedOrUpdatedRows = 0n } = await tx
        .insertInto('mail')
        .values(rowOf(mail, 'waiting'))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },

    async list(scope: string): Promise<MailRow[]> {
      return db.selectFrom('mail').selectAll().where('scope', '=', scope).execute();
    },

    /** Takes those that are to be sent now, for so long that nobody else takes them meanwhile. */
    async claim(now: string, until: string): Promise<MailRow[]> {
      return db.updateTable('mail').set({ next_at: until }).where('state', '=', 'waiting').where('next_at', '<=', now).returningAll().execute();
    },

    async sent(id: string, at: string): Promise<void> {
      await db.updateTable('mail').set({ state: 'sent', done_at: at, sealed: null }).where('id', '=', id).execute();
    },

    /** @param next when it is tried again; null: given up */
    async failed(id: string, at: string, next: string | null): Promise<void> {
      await db
        .updateTable('mail')
        .set(({ eb }) => ({
          attempts: eb('attempts', '+', 1),
          ...(next === null ? { state: 'failed' as const, done_at: at, sealed: null } : { next_at: next }),
        }))
        .where('id', '=', id)
        .execute();
    },

    /** Somebody took the text to pass it on: it is not sent besides. */
    async handOn(mail: NewMail): Promise<void> {
      await db
        .insertInto('mail')
        .values(rowOf(mail, 'handed'))
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ state: 'handed', done_at: mail.at }))
        .execute();
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('mail').where('id', '=', id).execute();
    },

    /** Ended before this instant. */
    async forget(before: string): Promise<void> {
      await db.deleteFrom('mail').where('done_at', '<', before).execute();
    },

    /** Persons of a scope with a personal link. */
    async listInvited(scope: string): Promise<Set<string>> {
      const rows = await db
        .selectFrom('entry_link')
        .innerJoin('person', 'person.id', 'entry_link.person')
        .select('person.id')
        .where('person.scope', '=', scope)
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
  };
}
