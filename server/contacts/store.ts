/** Personal links, and the lines about contacts. Persons themselves are kept with the structure (server/groups/store.ts). */
import type { ContactAction, ContactEvent } from '../contract/contacts/contacts.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { isGone } from '../groups/checkIn.ts';
import type { ContactEventRow } from '../store/groupRows.ts';
import type { Database } from '../store/schema.ts';

export type ContactStore = ReturnType<typeof createContactStore>;

export function createContactStore(db: Database, newId: () => string) {
  return {
    /** The person that a link is for; undefined where there is none that still works, or the entry is gone. */
    async findLinked(hash: string, now: Date): Promise<{ person: string; scope: Scope } | undefined> {
      const row = await db
        .selectFrom('entry_link')
        .innerJoin('person', 'person.id', 'entry_link.person')
        .select(['person.id', 'person.scope', 'person.confirmed_at', 'person.entered_at'])
        .where('token_sha256', '=', hash)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst();
      return row && !isGone({ confirmedAt: row.confirmed_at, enteredAt: row.entered_at }, now) ? { person: row.id, scope: row.scope as Scope } : undefined;
    },

    /** Persons that an account is, in the order of their countries. */
    async listOwned(account: string): Promise<{ person: string; scope: Scope }[]> {
      const rows = await db.selectFrom('person').select(['id', 'scope']).where('account', '=', account).orderBy('scope').execute();
      return rows.map(({ id, scope }) => ({ person: id, scope: scope as Scope }));
    },

    /** Scopes with entries that were never confirmed and were made before this instant. */
    async listScopesWithUnconfirmed(before: string): Promise<Scope[]> {
      const rows = await db.selectFrom('person').select('scope').distinct().where('confirmed_at', 'is', null).where('entered_at', '<=', before).execute();
      return rows.map(({ scope }) => scope as Scope);
    },

    /** Newest first. */
    async listEvents(scope: Scope, limit: number): Promise<ContactEvent[]> {
      const rows = await db.selectFrom('contact_event').selectAll().where('scope', '=', scope).orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(toEvent);
    },
    async listEventsOf(person: string, limit: number): Promise<ContactEvent[]> {
      const rows = await db.selectFrom('contact_event').selectAll().where('person', '=', person).orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(toEvent);
    },

    /** For what changes nothing else: an export, a look. */
    async record(event: Omit<ContactEventRow, 'id'>): Promise<void> {
      await db
        .insertInto('contact_event')
        .values({ id: newId(), ...event })
        .execute();
    },
  };
}

const toEvent = ({ id, at, actor, action, workgroup, persons, format, purpose }: ContactEventRow): ContactEvent => ({
  id,
  at,
  actor,
  action: action as ContactAction,
  group: workgroup,
  persons,
  format,
  purpose,
});
