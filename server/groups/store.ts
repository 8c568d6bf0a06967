/** Queries about the working group. What changes goes through `change`: read, decided and written in one transaction, with its lines of history. */
import type { ContactEvent } from '../contract/contacts/contacts.ts';
import type { Group, GroupEvent, Organisation, Scope } from '../contract/groups/groups.ts';
import { takeTurns } from '../store/dialect.ts';
import type { Database, Tables, Tx } from '../store/schema.ts';
import { isGone, latestUntil } from './checkIn.ts';
import { newPerson, type NewStoredPerson } from './persons.ts';
import { fromGroup, fromOrganisation, fromPerson, toAppointment, toGroup, toOrganisation, toPerson, toSeat } from './rows.ts';
import { hasEnded, type StoredAppointment, type StoredPerson, type StoredSeat, type Structure } from './structure.ts';

/** A line of history as it is stored: the person by id, so that nothing is left of a name that was deleted. */
export type EventEntry = Omit<GroupEvent, 'id' | 'at' | 'actor' | 'group' | 'organisation' | 'person'> &
  Partial<Pick<GroupEvent, 'group' | 'organisation' | 'person'>>;

export type GroupStore = ReturnType<typeof createGroupStore>;
export type Writer = ReturnType<typeof createWriter>;

/** A line about contacts as it is stored. `own`: the person did it themself, who is named nowhere. */
export type ContactEntryEvent = Pick<ContactEvent, 'action'> &
  Partial<Omit<ContactEvent, 'id' | 'at' | 'actor' | 'action'>> & { own?: boolean; person?: string | null };

/** Who changes the structure, and when. */
export interface Change {
  scope: Scope;
  actor: string | null;
  at: string;
}

/** @param now at whose moment check-ins hold and unconfirmed entries are there */
export function createGroupStore(db: Database, newId: () => string, now: () => Date = () => new Date()) {
  return {
    read: (scope: Scope): Promise<Structure> => readStructure(db, scope, now()),

    /** Scopes that have a group. */
    async listScopes(): Promise<Scope[]> {
      return (await db.selectFrom('workgroup').select('scope').distinct().orderBy('scope').execute()).map(({ scope }) => scope as Scope);
    },

    /** All or nothing of what `work` writes; of two at once the second sees what the first wrote. `expired`: entries that were gone and whose rows are deleted by it. */
    change<T>(change: Change, work: (structure: Structure, write: Writer, expired: number) => Promise<T>): Promise<T> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, `groups ${change.scope}`);
        const expired = await deleteGone(tx, change, now(), newId);
        return work(await readStructure(tx, change.scope, now()), createWriter(tx, change, newId), expired);
      });
    },

    /** Newest first, with persons by id. @param group of one group only */
    async listEvents(scope: Scope, limit: number, group?: string): Promise<GroupEvent[]> {
      const rows = await db
        .selectFrom('workgroup_event')
        .select(['id', 'at', 'actor', 'action', 'workgroup', 'organisation', 'person', 'detail'])
        .where('scope', '=', scope)
        .$if(group !== undefined, (query) => query.where('workgroup', '=', group!))
        .orderBy('at', 'desc')
        .orderBy('turn', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id, at, actor, action, workgroup, organisation, person, detail }) => ({
        id,
        at,
        actor,
        action: action as GroupEvent['action'],
        group: workgroup,
        organisation,
        person,
        detail: JSON.parse(detail) as GroupEvent['detail'],
      }));
    },

    /** Of all scopes: persons that an account is, and those with its address that nobody is. */
    async findPersonsOf(account: { id: string; email: string }): Promise<StoredPerson[]> {
      const rows = await db
        .selectFrom('person')
        .selectAll()
        .where((eb) => eb.or([eb('account', '=', account.id), eb.and([eb('account', 'is', null), eb('email', '=', account.email)])]))
        .orderBy('scope')
        .orderBy('created_at')
        .execute();
      return rows.map(toPerson);
    },

    /** Whether the address of an account was proved by an invitation that went to it; and names of accounts. */
    async readAccounts(ids: readonly string[]): Promise<Map<string, { name: string; email: string; proved: boolean }>> {
      if (ids.length === 0) return new Map();
      const rows = await db.selectFrom('auth_user').select(['id', 'name', 'email', 'emailVerified']).where('id', 'in', ids).execute();
      return new Map(rows.map(({ id, name, email, emailVerified }) => [id, { name, email, proved: Boolean(emailVerified) }]));
    },
  };
}

async function readStructure(db: Database | Tx, scope: Scope, now: Date): Promise<Structure> {
  // One after another: within a transaction there is one connection.
  const groups = await db.selectFrom('workgroup').selectAll().where('scope', '=', scope).orderBy('id').execute();
  const organisations = await db.selectFrom('organisation').selectAll().where('scope', '=', scope).orderBy('name').orderBy('id').execute();
  const seats = await db.selectFrom('seat').selectAll().where('scope', '=', scope).orderBy('created_at').orderBy('id').execute();
  const persons = await db
    .selectFrom('person')
    .leftJoin('auth_user', 'auth_user.id', 'person.account')
    .selectAll('person')
    .select('auth_user.name as account_name')
    .where('person.scope', '=', scope)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  const appointments = await db.selectFrom('appointment').selectAll().where('scope', '=', scope).orderBy('created_at').orderBy('id').execute();
  return {
    groups: groups.map(toGroup),
    organisations: organisations.map(toOrganisation),
    seats: seats.map(toSeat),
    ...present(
      persons.map(toPerson),
      appointments.map((row) => toAppointment(row, now)),
      now,
    ),
  };
}

/** Entries that were never confirmed are gone after thirty days, whether their rows are deleted already or not. */
function present(persons: StoredPerson[], appointments: StoredAppointment[], now: Date): Pick<Structure, 'persons' | 'appointments'> {
  const gone = new Set(persons.filter((person) => isGone(person, now)).map(({ id }) => id));
  if (gone.size === 0) return { persons, appointments };
  const isThere = ({ person }: StoredAppointment) => person === null || !gone.has(person);
  return {
    persons: persons.filter(({ id }) => !gone.has(id)),
    appointments: appointments.map((each) => (isThere(each) ? each : { ...each, person: null, state: 'ended' as const })),
  };
}

/** The rows of entries that nobody has confirmed in time. @returns how many persons */
async function deleteGone(tx: Tx, change: Change, now: Date, newId: () => string): Promise<number> {
  const unconfirmed = await tx.selectFrom('person').selectAll().where('scope', '=', change.scope).where('confirmed_at', 'is', null).execute();
  const gone = unconfirmed.map(toPerson).filter((person) => isGone(person, now));
  if (gone.length === 0) return 0;
  const write = createWriter(tx, { ...change, actor: null }, newId);
  const structure = { appointments: (await tx.selectFrom('appointment').selectAll().where('scope', '=', change.scope).execute()).map((row) => toAppointment(row, now)) }; // prettier-ignore
  for (const person of gone) await write.removePerson(structure, person);
  await write.recordContact({ action: 'expired', persons: gone.length });
  return gone.length;
}

function createWriter(tx: Tx, { scope, actor, at }: Change, newId: () => string) {
  let turn = 0;
  const touch = (group: string) =>
    tx.updateTable('workgroup').set({ updated_at: at, updated_by: actor }).where('scope', '=', scope).where('id', '=', group).execute();
  return {
    async insertGroup(group: Group): Promise<void> {
      await tx
        .insertInto('workgroup')
        .values({ ...fromGroup(group), scope, created_at: at, updated_at: at, updated_by: actor })
        .execute();
    },
    async updateGroup(group: Group): Promise<void> {
      const { id, ...fields } = fromGroup(group);
      await tx
        .updateTable('workgroup')
        .set({ ...fields, updated_at: at, updated_by: actor })
        .where('scope', '=', scope)
        .where('id', '=', id)
        .execute();
    },
    async countDocuments(group: string): Promise<number> {
      return (await tx.selectFrom('document').select('id').where('scope', '=', scope).where('workgroup', '=', group).execute()).length;
    },
    /** Whether a group has met, agreed or decided something, or is to, or is a custodian of data (migrations/0052_meetings.sql, 0068_schedule.sql). */
    async hasMet(group: string): Promise<boolean> {
      for (const table of ['meeting_group', 'group_action', 'group_decision', 'schedule_entry'] as const) {
        const found = await tx.selectFrom(table).select('workgroup').where('scope', '=', scope).where('workgroup', '=', group).limit(1).executeTakeFirst();
        if (found) return true;
      }
      return false;
    },
    /** Whether an organisation owns an action, or is a custodian of data. */
    async ownsAction(organisation: string): Promise<boolean> {
      for (const table of ['group_action', 'schedule_entry'] as const) {
        const owned = tx.selectFrom(table).select('id').where('scope', '=', scope).where('organisation', '=', organisation).limit(1);
        if (await owned.executeTakeFirst()) return true;
      }
      return false;
    },
    async deleteGroup(id: string): Promise<void> {
      await tx.deleteFrom('workgroup').where('scope', '=', scope).where('id', '=', id).execute();
    },
    async insertOrganisation(organisation: Omit<Organisation, 'scope'>): Promise<void> {
      await tx
        .insertInto('organisation')
        .values({ ...fromOrganisation(organisation), scope, created_at: at })
        .execute();
    },
    async updateOrganisation(organisation: Organisation): Promise<void> {
      const { id, ...fields } = fromOrganisation(organisation);
      await tx.updateTable('organisation').set(fields).where('scope', '=', scope).where('id', '=', id).execute();
    },
    async deleteOrganisation(id: string): Promise<void> {
      await tx.deleteFrom('organisation').where('scope', '=', scope).where('id', '=', id).execute();
    },
    async insertSeat({ id, group, organisation, capacity, start, end }: Omit<StoredSeat, 'createdAt'>): Promise<void> {
      await tx.insertInto('seat').values({ id, scope, workgroup: group, organisation, capacity, starts: start, ends: end, created_at: at }).execute();
      await touch(group);
    },
    async updateSeat({ id, group, start, end }: Omit<StoredSeat, 'createdAt'>): Promise<void> {
      await tx.updateTable('seat').set({ starts: start, ends: end }).where('id', '=', id).execute();
      await touch(group);
    },
    async deleteSeat({ id, group }: Pick<StoredSeat, 'id' | 'group'>): Promise<void> {
      await tx.deleteFrom('seat').where('id', '=', id).execute();
      await touch(group);
    },
    /** What is not said of it is as it is for somebody who is entered on behalf at this moment. */
    async insertPerson(person: NewStoredPerson): Promise<StoredPerson> {
      const made = newPerson(person, { scope, at, by: actor });
      await tx
        .insertInto('person')
        .values({ ...fromPerson(made), scope, created_at: at })
        .execute();
      return made;
    },
    async updatePerson(person: Omit<StoredPerson, 'scope'>): Promise<void> {
      const { id, ...fields } = fromPerson(person);
      await tx.updateTable('person').set(fields).where('id', '=', id).execute();
    },
    /** Ends what the person holds, and leaves nothing of them but roles, organisations and days. What they did as this person themself is told of nobody afterwards. */
    async removePerson({ appointments }: Pick<Structure, 'appointments'>, { id, organisation, account }: StoredPerson): Promise<void> {
      const day = at.slice(0, 10);
      for (const each of appointments)
        if (each.person === id && each.state !== 'ended') {
          const end = hasEnded(each, day) ? each.end : day;
          await this.updateAppointment({ ...each, state: 'ended', end, start: each.start !== null && each.start > day ? day : each.start });
        }
      await this.record({ action: 'person.deleted', organisation, detail: {} });
      const user = account === null ? undefined : await tx.selectFrom('auth_user').select('name').where('id', '=', account).executeTakeFirst();
      if (user) {
        await tx.updateTable('workgroup_event').set({ actor: null }).where('person', '=', id).where('actor', '=', user.name).execute();
        await tx.updateTable('appointment').set({ approved_by: null }).where('person', '=', id).where('approved_by', '=', user.name).execute();
      }
      await tx.deleteFrom('entry_link').where('person', '=', id).execute();
      await tx.deleteFrom('person').where('id', '=', id).execute();
    },
    /** The only personal link of somebody from now on: the hash of its secret, until an ISO instant. */
    async putLink({ hash, person, expiresAt }: { hash: string; person: string; expiresAt: string }): Promise<void> {
      await tx.deleteFrom('entry_link').where('person', '=', person).execute();
      await tx.insertInto('entry_link').values({ token_sha256: hash, person, created_at: at, created_by: actor, expires_at: expiresAt }).execute();
    },
    /** Who did what with contacts; the person by id. */
    async recordContact({ action, own = false, group = null, person = null, persons = 1, format = null, purpose = null }: ContactEntryEvent): Promise<void> {
      await tx
        .insertInto('contact_event')
        .values({ id: newId(), at, actor: own ? null : actor, action, scope, workgroup: group, person, persons, format, purpose })
        .execute();
    },
    /** With the latest check-in that there can be, where none is said and it holds from now on. */
    async insertAppointment(appointment: NewStoredAppointment): Promise<void> {
      const until = appointment.until === undefined && appointment.state === 'active' ? latestUntil(at, appointment.end) : (appointment.until ?? null);
      await tx
        .insertInto('appointment')
        .values({ ...fromAppointment({ ...appointment, until }), scope, created_at: at })
        .execute();
      await touch(appointment.group);
    },
    async updateAppointment(appointment: Omit<StoredAppointment, 'createdAt'>): Promise<void> {
      const { id, ...fields } = fromAppointment(appointment);
      await tx.updateTable('appointment').set(fields).where('id', '=', id).execute();
      await touch(appointment.group);
    },
    async record({ action, group = null, organisation = null, person = null, detail }: EventEntry): Promise<void> {
      await tx
        .insertInto('workgroup_event')
        .values({ id: newId(), at, turn: turn++, actor, action, scope, workgroup: group, organisation, person, detail: JSON.stringify(detail) })
        .execute();
    },
  };
}

export type NewStoredAppointment = Omit<StoredAppointment, 'createdAt' | 'until'> & Partial<Pick<StoredAppointment, 'until'>>;

const fromAppointment = ({ id, person, group, role, organisation, start, end, state, approvedBy, until }: Omit<StoredAppointment, 'createdAt'>) =>
  ({ id, workgroup: group, person, organisation, role, starts: start, ends: end, state, approved_by: approvedBy, until }) satisfies Partial<
    Tables['appointment']
  >;
