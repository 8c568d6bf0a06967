/** Queries about what accounts hold in groups, through the persons that they are. Columns: server/store/migrations/0040_groups.sql. */
import type { AppointmentRole, OwnedData } from '../contract/groups/groups.ts';
import type { AppointmentState } from '../contract/groups/people.ts';
import type { AccountEvent, Appointing, OwnAppointment } from '../contract/people/people.ts';
import { isCheckedOut, isGone, latestUntil } from '../groups/checkIn.ts';
import { newPerson } from '../groups/persons.ts';
import { fromPerson } from '../groups/rows.ts';
import type { WorkgroupEventRow } from '../store/groupRows.ts';
import type { Database, Tx } from '../store/schema.ts';
import type { GroupPlace, Standing } from './rights.ts';

/** An appointment of an account, with what is told of its group. */
export interface Held extends Standing {
  id: string;
  account: string;
  names: Record<string, string>;
  acronym: string | null;
  /** Whether strangers may know of the group. */
  isPublic: boolean;
  owns: readonly OwnedData[];
}

export type StandingStore = ReturnType<typeof createStandingStore>;

/** @param now at whose moment a check-in has ended, or an entry is gone */
export function createStandingStore(db: Database, newId: () => string, now: () => Date = () => new Date()) {
  /** What holds by the clock of this moment: a check-in that is over gives nothing any more. */
  const current = <Row extends Clocked>(rows: readonly Row[]): Row[] => {
    const at = now();
    return rows.filter((row) => !isCheckedOut(row.until, at) && !isGone({ confirmedAt: row.confirmed_at, enteredAt: row.entered_at }, at));
  };

  const held = (tx: Database | Tx = db) =>
    tx
      .selectFrom('appointment')
      .innerJoin('person', 'person.id', 'appointment.person')
      .innerJoin('workgroup', (join) => join.onRef('workgroup.scope', '=', 'appointment.scope').onRef('workgroup.id', '=', 'appointment.workgroup'))
      .select([
        'appointment.id',
        'appointment.scope',
        'appointment.workgroup',
        'appointment.role',
        'appointment.state',
        'appointment.starts',
        'appointment.ends',
        'appointment.until',
        'person.confirmed_at',
        'person.entered_at',
        'person.account',
        'workgroup.names',
        'workgroup.acronym',
        'workgroup.visibility',
        'workgroup.owns',
      ])
      .where('person.account', 'is not', null);

  const recordAccount = (tx: Tx, event: AccountEvent) =>
    tx
      .insertInto('account_event')
      .values({ id: newId(), ...event })
      .execute();
  /** A line of the history of the group, which has changed by it. */
  async function recordGroup(tx: Tx, { detail, ...event }: GroupLine): Promise<void> {
    await tx
      .insertInto('workgroup_event')
      .values({ id: newId(), organisation: null, turn: 0, detail: JSON.stringify(detail), ...event })
      .execute();
    const touched = { updated_at: event.at, updated_by: event.actor };
    await tx.updateTable('workgroup').set(touched).where('scope', '=', event.scope).where('id', '=', event.workgroup).execute();
  }

  return {
    /** What decides the rights of an account: few columns, since it is asked at each of its requests. */
    async listStandings(account: string): Promise<Standing[]> {
      const rows = await db
        .selectFrom('person')
        .innerJoin('appointment', 'appointment.person', 'person.id')
        .select(['appointment.scope', 'appointment.workgroup', 'appointment.role', 'appointment.state', 'appointment.starts', 'appointment.ends'])
        .select(['appointment.until', 'person.confirmed_at', 'person.entered_at'])
        .where('person.account', '=', account)
        .where('appointment.state', '=', 'active')
        .execute();
      return current(rows).map(toStanding);
    },

    /** All groups of these scopes. */
    async listPlaces(scopes: readonly string[]): Promise<GroupPlace[]> {
      if (scopes.length === 0) return [];
      const rows = await db.selectFrom('workgroup').select(['scope', 'id', 'type', 'parent', 'owns', 'status']).where('scope', 'in', scopes).execute();
      return rows.map(({ owns, ...row }) => ({ ...row, owns: JSON.parse(owns) as OwnedData[] }));
    },

    /** Of one account, or of all: what is active, whatever its days. */
    async listHeld(account?: string): Promise<Held[]> {
      const query = held().where('appointment.state', '=', 'active').orderBy('appointment.scope').orderBy('appointment.workgroup').orderBy('appointment.id');
      return current(await (account === undefined ? query : query.where('person.account', '=', account)).execute()).map(toHeld);
    },

    /** The role of the account of this name, and all that it holds or held; undefined where there is no such account. */
    async findHistory(name: string): Promise<{ role: string; held: Held[] } | undefined> {
      const user = await db.selectFrom('auth_user').select(['id', 'role']).where('name', '=', name).executeTakeFirst();
      if (!user) return undefined;
      const rows = await held().where('person.account', '=', user.id).where('appointment.state', 'in', ['active', 'ended']).execute();
      return { role: user.role, held: rows.map(toHeld) };
    },

    /** One that is not closed. */
    async findGroup(scope: string, id: string): Promise<{ names: Record<string, string>; acronym: string | null } | undefined> {
      const row = await db
        .selectFrom('workgroup')
        .select(['names', 'acronym'])
        .where('scope', '=', scope)
        .where('id', '=', id)
        .where('status', '!=', 'closed')
        .executeTakeFirst();
      return row && { names: JSON.parse(row.names) as Record<string, string>, acronym: row.acronym };
    },

    /** Groups that are not closed, by scope. */
    async listGroups(): Promise<{ scope: string; id: string; names: Record<string, string>; acronym: string | null }[]> {
      const rows = await db
        .selectFrom('workgroup')
        .select(['scope', 'id', 'names', 'acronym'])
        .where('status', '!=', 'closed')
        .orderBy('scope')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row, names: JSON.parse(row.names) as Record<string, string> }));
    },

    /**
     * The account holds the role from now on, as the person that it is in that scope: the one it is already, one who was entered with the
     * address `claims` and is nobody's yet, or a new one. @returns the id of the appointment
     */
    async appoint(account: { id: string; name: string }, given: Appointing, { at, by, claims, event }: Appointed): Promise<string> {
      return db.transaction().execute(async (tx) => {
        const { scope, group, role, start, end } = given;
        const person = (await findPerson(tx, scope, account.id, claims)) ?? newId();
        const known = await tx.selectFrom('person').select(['account', 'confirmed_at']).where('id', '=', person).executeTakeFirst();
        if (!known) {
          // Who has an account has said who they are when they made it.
          const made = { id: person, name: account.name, organisation: null, jobTitle: null, email: null, claimedBy: null, account: account.id };
          const row = fromPerson(newPerson({ ...made, entered: 'self' }, { scope, at, by }));
          await tx
            .insertInto('person')
            .values({ ...row, scope, created_at: at })
            .execute();
        } else if (known.account === null)
          await tx
            .updateTable('person')
            .set({ account: account.id, claimed_by: null, confirmed_at: known.confirmed_at ?? at, touched_at: at })
            .where('id', '=', person)
            .execute();
        const id = newId();
        const span = { starts: start, ends: end };
        const until = latestUntil(at, end);
        const row = { id, scope, workgroup: group, person, organisation: null, role, ...span, state: 'active', approved_by: by, created_at: at, until };
        await tx.insertInto('appointment').values(row).execute();
        await recordGroup(tx, { at, actor: by, action: 'appointment.created', scope, workgroup: group, person, detail: { role, start, end, state: 'active' } });
        if (event) await recordAccount(tx, event);
        return id;
      });
    },

    /** From this moment; its last day is today. @returns false where the account holds no such appointment */
    async endAppointment(account: string, id: string, { at, by, event }: Omit<Appointed, 'claims' | 'event'> & { event: (held: Held) => AccountEvent }) {
      return db.transaction().execute(async (tx) => {
        const row = await held(tx)
          .where('appointment.id', '=', id)
          .where('person.account', '=', account)
          .where('appointment.state', '=', 'active')
          .executeTakeFirst();
        if (!row) return false;
        const one = toHeld(row);
        const ends = at.slice(0, 10);
        const starts = one.start !== null && one.start > ends ? ends : one.start;
        await tx.updateTable('appointment').set({ state: 'ended', starts, ends }).where('id', '=', id).execute();
        const { person } = await tx.selectFrom('appointment').select('person').where('id', '=', id).executeTakeFirstOrThrow();
        const detail = { role: one.role, end: ends, reason: null };
        await recordGroup(tx, { at, actor: by, action: 'appointment.ended', scope: one.scope, workgroup: one.group, person, detail });
        await recordAccount(tx, event(one));
        return true;
      });
    },
  };
}

type GroupLine = Omit<WorkgroupEventRow, 'id' | 'organisation' | 'turn' | 'workgroup' | 'detail'> & {
  workgroup: string;
  detail: Record<string, string | null>;
};

interface Appointed {
  /** ISO 8601. */
  at: string;
  /** null: the server itself. */
  by: string | null;
  /** Address of a person who may be claimed by it; null: none. */
  claims: string | null;
  event: AccountEvent | null;
}

/** The person that an account is in a scope, or one with its address whom nobody is. */
async function findPerson(tx: Tx, scope: string, account: string, claims: string | null): Promise<string | undefined> {
  const own = await tx.selectFrom('person').select('id').where('scope', '=', scope).where('account', '=', account).executeTakeFirst();
  if (own || claims === null) return own?.id;
  const free = tx.selectFrom('person').select('id').where('scope', '=', scope).where('account', 'is', null).where('email', '=', claims);
  return (await free.orderBy('created_at').executeTakeFirst())?.id;
}

/** As a session and the list of members tell it. */
export const toOwn = ({ id, scope, group, names, acronym, role, start, end }: Held): OwnAppointment => ({
  id,
  scope: scope as OwnAppointment['scope'],
  group,
  names,
  acronym,
  role,
  start,
  end,
});

/** What the clock decides by. */
interface Clocked {
  until: string | null;
  confirmed_at: string | null;
  entered_at: string;
}

interface StandingRow {
  scope: string;
  workgroup: string;
  role: string;
  state: string;
  starts: string | null;
  ends: string | null;
}
const toStanding = ({ scope, workgroup, role, state, starts, ends }: StandingRow): Standing => ({
  scope,
  group: workgroup,
  role: role as AppointmentRole,
  state: state as AppointmentState,
  start: starts,
  end: ends,
});

const toHeld = (row: StandingRow & { id: string; account: string | null; names: string; acronym: string | null; visibility: string; owns: string }): Held => ({
  ...toStanding(row),
  id: row.id,
  account: row.account!,
  names: JSON.parse(row.names) as Record<string, string>,
  acronym: row.acronym,
  isPublic: row.visibility === 'public',
  owns: JSON.parse(row.owns) as OwnedData[],
});
