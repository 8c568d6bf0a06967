/** Queries about accounts, invitations and API keys. Secrets come in as hashes; sign-in itself is better-auth's. */
import type { AppointmentRole, Scope } from '../contract/groups/groups.ts';
import type { AccountAction, AccountEvent, InviteAnswer, KeyScope, Member, Role } from '../contract/people/people.ts';
import type { Database, Tables, Tx } from '../store/schema.ts';

export interface Invite {
  id: string;
  role: Role;
  /** null: none, or in a group that is not there any more. */
  appointment: InviteAnswer['appointment'];
  email: string | null;
  createdBy: string | null;
  expiresAt: string;
}

export interface ApiKey {
  id: string;
  name: string;
  scopes: KeyScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

export type AccountStore = ReturnType<typeof createAccountStore>;

/** Two keys for each name (server/people/names.ts); equal ones are the same name. */
type NameKeys = Pick<Tables['auth_user'], 'nameKey' | 'nameShape'>;

export function createAccountStore(db: Database, newId: () => string) {
  const record = (tx: Database | Tx, event: AccountEvent) =>
    tx
      .insertInto('account_event')
      .values({ id: newId(), ...event })
      .execute();
  return {
    ...createMembers(db),
    ...createChanges(db, record),
    ...createInvites(db),
    ...createKeys(db),

    async recordEvent(event: AccountEvent): Promise<void> {
      await record(db, event);
    },

    /** Newest first. */
    async listEvents(limit: number): Promise<AccountEvent[]> {
      const rows = await db.selectFrom('account_event').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(({ at, actor, action, subject, detail }) => ({ at, actor, action: action as AccountAction, subject, detail }));
    },
  };
}

const findSameName = (tx: Database | Tx, { nameKey, nameShape }: NameKeys) =>
  tx
    .selectFrom('auth_user')
    .select('name')
    .where((eb) => eb.or([eb('nameKey', '=', nameKey), eb('nameShape', '=', nameShape)]))
    .executeTakeFirst();

/** Who there is. */
function createMembers(db: Database) {
  return {
    async listMembers(): Promise<Member[]> {
      return (await db.selectFrom('auth_user').selectAll().orderBy('name').execute()).map(toMember);
    },

    async findMember(id: string): Promise<Member | undefined> {
      const row = await db.selectFrom('auth_user').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toMember(row);
    },

    /** `name`: that of the member who has it, or one that looks the same. */
    async findTaken(name: NameKeys, email: string): Promise<{ email: string } | { name: string } | null> {
      const byEmail = await db.selectFrom('auth_user').select('email').where('email', '=', email).executeTakeFirst();
      return byEmail ?? (await findSameName(db, name)) ?? null;
    },

    /**
     * Gives members of before names were compared their keys, the eldest first.
     * @returns those whose name is that of an elder member: they keep it, and nobody new gets it.
     */
    async fillNameKeys(keysOf: (name: string) => NameKeys): Promise<{ name: string; like: string }[]> {
      const rows = await db.selectFrom('auth_user').select(['id', 'name']).where('nameKey', 'is', null).orderBy('createdAt').execute();
      const alike: { name: string; like: string }[] = [];
      for (const { id, name } of rows) {
        await db.transaction().execute(async (tx) => {
          const same = await findSameName(tx, keysOf(name));
          if (same) alike.push({ name, like: same.name });
          else await tx.updateTable('auth_user').set(keysOf(name)).where('id', '=', id).execute();
        });
      }
      return alike;
    },

    async countRoles(): Promise<Partial<Record<Role, number>>> {
      const rows = await db
        .selectFrom('auth_user')
        .select(['role', ({ fn }) => fn.countAll<number>().as('n')])
        .groupBy('role')
        .execute();
      return Object.fromEntries(rows.map(({ role, n }) => [role, n]));
    },

    async listSessions(userId: string): Promise<string[]> {
      return (await db.selectFrom('auth_session').select('id').where('userId', '=', userId).execute()).map(({ id }) => id);
    },

    async deleteSessions(ids: string[]): Promise<void> {
      if (ids.length > 0) await db.deleteFrom('auth_session').where('id', 'in', ids).execute();
    },
  };
}

/** What an administrator does to members: each change together with its record, or neither. */
function createChanges(db: Database, record: (tx: Tx, event: AccountEvent) => Promise<unknown>) {
  return {
    /** @returns false where this would leave no administrator. */
    async setRole(id: string, role: Role, event: AccountEvent): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const others = await tx.selectFrom('auth_user').select('id').where('role', '=', 'admin').where('id', '!=', id).executeTakeFirst();
        if (role !== 'admin' && !others) return false;
        await tx.updateTable('auth_user').set({ role }).where('id', '=', id).execute();
        await record(tx, event);
        return true;
      });
    },

    /** Sessions and keys go with the member. @returns false where this would leave no administrator. */
    async removeMember(id: string, event: AccountEvent): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const others = await tx.selectFrom('auth_user').select('id').where('role', '=', 'admin').where('id', '!=', id).executeTakeFirst();
        if (!others) return false;
        await tx.deleteFrom('auth_user').where('id', '=', id).execute();
        // What it had read, and wanted to be told.
        for (const table of ['news_read', 'news_choice'] as const) await tx.deleteFrom(table).where('account', '=', id).execute();
        await record(tx, event);
        return true;
      });
    },

    /** The second factor is off and every session ends, since somebody else may hold the app. @returns false where there was none. */
    async resetSecondFactor(id: string, event: AccountEvent): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const had = await tx.deleteFrom('auth_two_factor').where('userId', '=', id).returning('id').executeTakeFirst();
        if (!had) return false;
        await tx.updateTable('auth_user').set({ twoFactorEnabled: 0 }).where('id', '=', id).execute();
        await tx.deleteFrom('auth_session').where('userId', '=', id).execute();
        await record(tx, event);
        return true;
      });
    },
  };
}

function createInvites(db: Database) {
  /** With the names of the group, unless it is closed or gone. */
  const invites = () =>
    db
      .selectFrom('invite')
      .leftJoin('workgroup', (join) =>
        join.onRef('workgroup.scope', '=', 'invite.scope').onRef('workgroup.id', '=', 'invite.workgroup').on('workgroup.status', '!=', 'closed'),
      )
      .selectAll('invite')
      .select(['workgroup.names', 'workgroup.acronym']);

  return {
    async insertInvite(invite: Tables['invite']): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('invite').where('expires_at', '<', invite.created_at).execute();
        if (invite.first) await tx.deleteFrom('invite').where('first', '=', 1).execute();
        await tx.insertInto('invite').values(invite).execute();
      });
    },

    async findInvite(tokenSha256: string, now: string): Promise<Invite | undefined> {
      const row = await invites().where('token_sha256', '=', tokenSha256).where('expires_at', '>', now).executeTakeFirst();
      return row && toInvite(row);
    },

    /** Takes the invitation away, so that of two who use it at once only one gets it. */
    async takeInvite(tokenSha256: string, now: string): Promise<Tables['invite'] | undefined> {
      return db.deleteFrom('invite').where('token_sha256', '=', tokenSha256).where('expires_at', '>', now).returningAll().executeTakeFirst();
    },

    async listInvites(now: string): Promise<Invite[]> {
      const rows = await invites().where('expires_at', '>', now).where('first', '=', 0).orderBy('invite.created_at').execute();
      return rows.map(toInvite);
    },

    async deleteInvite(id: string): Promise<void> {
      await db.deleteFrom('invite').where('id', '=', id).execute();
    },
  };
}

function createKeys(db: Database) {
  return {
    async insertKey(key: Tables['api_key']): Promise<void> {
      await db.insertInto('api_key').values(key).execute();
    },

    async listKeys(userId: string): Promise<ApiKey[]> {
      return (await db.selectFrom('api_key').selectAll().where('user_id', '=', userId).orderBy('created_at').execute()).map(toKey);
    },

    async findKey(keySha256: string, now: string): Promise<{ key: ApiKey; member: Member } | undefined> {
      const row = await db.selectFrom('api_key').selectAll().where('key_sha256', '=', keySha256).where('expires_at', '>', now).executeTakeFirst();
      const user = row && (await db.selectFrom('auth_user').selectAll().where('id', '=', row.user_id).executeTakeFirst());
      return row && user && { key: toKey(row), member: toMember(user) };
    },

    async markKeyUsed(id: string, now: string): Promise<void> {
      await db.updateTable('api_key').set({ last_used_at: now }).where('id', '=', id).execute();
    },

    async deleteKey(id: string, userId: string): Promise<void> {
      await db.deleteFrom('api_key').where('id', '=', id).where('user_id', '=', userId).execute();
    },
  };
}

const toMember = ({ id, name, email, role, createdAt, twoFactorEnabled }: Tables['auth_user']): Member => ({
  id,
  name,
  email,
  role: role as Role,
  createdAt,
  secondFactor: twoFactorEnabled !== 0,
});

const toInvite = (row: Tables['invite'] & { names: string | null; acronym: string | null }): Invite => ({
  id: row.id,
  role: row.role as Role,
  appointment:
    row.names === null
      ? null
      : {
          scope: row.scope as Scope,
          group: row.workgroup!,
          names: JSON.parse(row.names) as Record<string, string>,
          acronym: row.acronym,
          role: row.appointment as AppointmentRole,
        },
  email: row.email,
  createdBy: row.created_by,
  expiresAt: row.expires_at,
});

const toKey = (row: Tables['api_key']): ApiKey => ({
  id: row.id,
  name: row.name,
  scopes: JSON.parse(row.scopes) as KeyScope[],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});
