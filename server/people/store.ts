/** Queries about members, invitations and API keys. Secrets come in as hashes; sign-in itself is better-auth's. */
import type { KeyScope, Member, Role } from '../contract/people/people.ts';
import type { Database, Tables } from '../store/schema.ts';

export interface Invite {
  id: string;
  role: Role;
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

export function createAccountStore(db: Database) {
  return {
    async listMembers(): Promise<Member[]> {
      return (await db.selectFrom('auth_user').selectAll().orderBy('name').execute()).map(toMember);
    },

    async findMember(id: string): Promise<Member | undefined> {
      const row = await db.selectFrom('auth_user').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toMember(row);
    },

    async findTaken(name: string, email: string): Promise<'name' | 'email' | null> {
      const row = await db
        .selectFrom('auth_user')
        .select('email')
        .where((eb) => eb.or([eb('email', '=', email), eb('name', '=', name)]))
        .executeTakeFirst();
      return row ? (row.email === email ? 'email' : 'name') : null;
    },

    async countRoles(): Promise<Partial<Record<Role, number>>> {
      const rows = await db
        .selectFrom('auth_user')
        .select(['role', ({ fn }) => fn.countAll<number>().as('n')])
        .groupBy('role')
        .execute();
      return Object.fromEntries(rows.map(({ role, n }) => [role, n]));
    },

    /** @returns false where this would leave no administrator. */
    async setRole(id: string, role: Role): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const others = await tx.selectFrom('auth_user').select('id').where('role', '=', 'admin').where('id', '!=', id).executeTakeFirst();
        if (role !== 'admin' && !others) return false;
        await tx.updateTable('auth_user').set({ role }).where('id', '=', id).execute();
        return true;
      });
    },

    /** Sessions and keys go with the member. @returns false where this would leave no administrator. */
    async removeMember(id: string): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const others = await tx.selectFrom('auth_user').select('id').where('role', '=', 'admin').where('id', '!=', id).executeTakeFirst();
        if (!others) return false;
        await tx.deleteFrom('auth_user').where('id', '=', id).execute();
        return true;
      });
    },

    async insertInvite(invite: Tables['invite']): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('invite').where('expires_at', '<', invite.created_at).execute();
        if (invite.first) await tx.deleteFrom('invite').where('first', '=', 1).execute();
        await tx.insertInto('invite').values(invite).execute();
      });
    },

    async findInvite(tokenSha256: string, now: string): Promise<Invite | undefined> {
      const row = await db.selectFrom('invite').selectAll().where('token_sha256', '=', tokenSha256).where('expires_at', '>', now).executeTakeFirst();
      return row && toInvite(row);
    },

    /** Takes the invitation away, so that of two who use it at once only one gets it. */
    async takeInvite(tokenSha256: string, now: string): Promise<Tables['invite'] | undefined> {
      return db.deleteFrom('invite').where('token_sha256', '=', tokenSha256).where('expires_at', '>', now).returningAll().executeTakeFirst();
    },

    async listInvites(now: string): Promise<Invite[]> {
      const rows = await db.selectFrom('invite').selectAll().where('expires_at', '>', now).where('first', '=', 0).orderBy('created_at').execute();
      return rows.map(toInvite);
    },

    async deleteInvite(id: string): Promise<void> {
      await db.deleteFrom('invite').where('id', '=', id).execute();
    },

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

const toMember = ({ id, name, email, role, createdAt }: Tables['auth_user']): Member => ({ id, name, email, role: role as Role, createdAt });

const toInvite = (row: Tables['invite']): Invite => ({
  id: row.id,
  role: row.role as Role,
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
