/** Members: sign-in by better-auth on our own database, invitations and API keys as links and texts whose hash alone is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { KeyScope, Member, Role } from '../contract/people/people.ts';
import { ConflictError, ForbiddenError, NotFoundError, UnauthorizedError } from '../errors.ts';
import type { AccountStore, ApiKey, Invite } from './store.ts';
import type { Database } from '../store/schema.ts';
import { isAllowed } from './access.ts';

export interface AccountsDeps {
  db: Database;
  store: AccountStore;
  /** Signs the session cookies. */
  secret: string;
  /** null: as each request says. */
  publicUrl: string | null;
  now: () => Date;
  newId: () => string;
}

/** A session begun or ended: what the browser must be told. */
export interface Cookies {
  setCookie: string[];
}

export type Accounts = ReturnType<typeof createAccounts>;

const SECURE_PREFIX = '__Secure-';
const INVITE_DAYS = 7;
const DAY_MS = 24 * 3600_000;
/** Tells a key from a session at a glance, also for scanners of leaked secrets. */
const KEY_PREFIX = 'codmap_';
/** `last used` is for people; to write it at each request would be a write for each read. */
const KEY_USED_MS = 60_000;

const secretText = () => randomBytes(32).toString('base64url');
/** 256 random bits need no slow hash: there is nothing to guess. */
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

export function createAccounts({ db, store, secret, publicUrl, now, newId }: AccountsDeps) {
  /** The cookie's Secure mark is fixed in better-auth, but one server may be asked with and without TLS. */
  const create = (secure: boolean) =>
    betterAuth({
      secret,
      baseURL: publicUrl ?? (secure ? 'https://localhost' : 'http://localhost'),
      database: { db, type: 'sqlite', transaction: true },
      telemetry: { enabled: false },
      // Its own complaints (a wrong password) are answers here; the request log has them.
      logger: { disabled: true },
      // Members come by invitation only. Its HTTP routes are not mounted: ours call it.
      emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
      user: { modelName: 'auth_user', additionalFields: { role: { type: 'string', required: true, input: false } } },
      session: { modelName: 'auth_session', expiresIn: 7 * 24 * 3600 },
      account: { modelName: 'auth_account' },
      verification: { modelName: 'auth_verification' },
      advanced: { useSecureCookies: secure, defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure }, cookiePrefix: 'codmap' },
    });
  const plain = create(false);
  const secured = create(true);
  const pick = (secure: boolean) => (secure ? secured : plain);

  const toCookies = (response: Response): Cookies => ({ setCookie: response.headers.getSetCookie() });

  async function signIn(email: string, password: string, headers: Headers, secure: boolean): Promise<Cookies> {
    const response = await pick(secure).api.signInEmail({ body: { email, password }, headers, asResponse: true });
    if (!response.ok) throw new UnauthorizedError('auth.wrong', 'E-mail address and password do not fit together.');
    return toCookies(response);
  }

  async function invite(role: Role, email: string | null, by: string | null): Promise<{ token: string; invite: Invite }> {
    const token = secretText();
    const entry = {
      id: newId(),
      token_sha256: hashOf(token),
      role,
      email,
      first: by === null ? 1 : 0,
      created_at: now().toISOString(),
      created_by: by,
      expires_at: new Date(now().getTime() + INVITE_DAYS * DAY_MS).toISOString(),
    };
    await store.insertInvite(entry);
    return { token, invite: { id: entry.id, role, email, createdBy: by, expiresAt: entry.expires_at } };
  }

  async function getMember(id: string): Promise<Member> {
    const member = await store.findMember(id);
    if (!member) throw new NotFoundError('member.unknown', 'There is no such member here.');
    return member;
  }

  return {
    signIn,

    async signOut(headers: Headers, secure: boolean): Promise<Cookies> {
      return toCookies(await pick(secure).api.signOut({ headers, asResponse: true }));
    },

    /**
     * Every other session of the person ends: who changes a password may have lost it.
     * @throws UnauthorizedError without a session, ForbiddenError `auth.password` where the present password is another one
     */
    async changePassword(current: string, password: string, headers: Headers, secure: boolean): Promise<Cookies> {
      if (!(await this.findBySession(headers))) throw new UnauthorizedError('auth.required', 'Sign in to change your password.');
      const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
      const response = await pick(secure).api.changePassword({ body, headers, asResponse: true });
      if (!response.ok) throw new ForbiddenError('auth.password', 'The present password is not right. Nothing was changed.');
      return toCookies(response);
    },

    /** Who the session cookie stands for; null without one, or where it ran out. */
    async findBySession(headers: Headers): Promise<Member | null> {
      const cookie = headers.get('cookie') ?? '';
      if (!cookie.includes('codmap.')) return null;
      // Not refreshed: a tile or an event stream could not hand the new cookie on. A session ends a week after its sign-in.
      const session = await pick(cookie.includes(SECURE_PREFIX)).api.getSession({ headers, query: { disableRefresh: true } });
      return session ? ((await store.findMember(session.user.id)) ?? null) : null;
    },

    async findByKey(text: string): Promise<{ member: Member; scopes: KeyScope[] } | null> {
      if (!text.startsWith(KEY_PREFIX)) return null;
      const at = now().toISOString();
      const found = await store.findKey(hashOf(text), at);
      if (!found) return null;
      const { key, member } = found;
      if (!key.lastUsedAt || Date.parse(at) - Date.parse(key.lastUsedAt) > KEY_USED_MS) await store.markKeyUsed(key.id, at);
      return { member, scopes: key.scopes };
    },

    invite,

    /** A link for the first administrator, while there is none; an earlier one stops working. null once there is one. */
    async firstInvite(): Promise<string | null> {
      return (await store.countRoles()).admin ? null : (await invite('admin', null, null)).token;
    },

    async getInvite(token: string): Promise<Invite> {
      const found = await store.findInvite(hashOf(token), now().toISOString());
      if (!found) throw new NotFoundError('invite.unknown', 'This invitation has been used or has run out. Ask for a new one.');
      return found;
    },

    /** Makes the member that the invitation is for, and signs in. */
    async join(token: string, body: { name: string; email: string; password: string }, headers: Headers, secure: boolean): Promise<Cookies> {
      const { name, email, password } = body;
      const invited = await this.getInvite(token);
      if (invited.email && invited.email !== email)
        throw new ForbiddenError('invite.email', `This invitation is for ${invited.email}. Use that address, or ask for another invitation.`);
      const taken = await store.findTaken(name, email);
      if (taken === 'email') throw new ConflictError('member.email', `There is a member with the address ${email} already. Sign in instead.`);
      if (taken === 'name')
        throw new ConflictError('member.name', `There is a member called ${name} already. Add an initial or an organisation, so that records tell you apart.`);
      const used = await store.takeInvite(hashOf(token), now().toISOString());
      if (!used) throw new NotFoundError('invite.unknown', 'This invitation has been used or has run out. Ask for a new one.');
      try {
        const { internalAdapter, password: passwords } = await pick(secure).$context;
        const user = await internalAdapter.createUser({ name, email, emailVerified: false, role: used.role }, { method: 'email-password' });
        await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: await passwords.hash(password) });
      } catch (error) {
        // The invitation must not be lost to a fault of ours.
        await store.insertInvite(used);
        throw error;
      }
      return signIn(email, password, headers, secure);
    },

    listMembers: () => store.listMembers(),
    listInvites: () => store.listInvites(now().toISOString()),
    deleteInvite: (id: string) => store.deleteInvite(id),

    async setRole(id: string, role: Role): Promise<Member> {
      await getMember(id);
      if (!(await store.setRole(id, role)))
        throw new ConflictError('member.last-admin', 'One administrator must remain. Make somebody else administrator first.');
      return getMember(id);
    },

    async removeMember(id: string): Promise<void> {
      await getMember(id);
      if (!(await store.removeMember(id)))
        throw new ConflictError('member.last-admin', 'One administrator must remain. Make somebody else administrator first.');
    },

    /** Whether anybody besides `id` could publish: then nobody approves an own upload. */
    async hasOtherPublisher(id: string): Promise<boolean> {
      return (await store.listMembers()).some((member) => member.id !== id && isAllowed(member.role, 'version.publish'));
    },

    async createKey(owner: Member, about: { name: string; scopes: KeyScope[]; expiresInDays: number }): Promise<ApiKey & { key: string }> {
      const tooMuch = about.scopes.filter((scope) => !isAllowed(owner.role, scope));
      if (tooMuch.length > 0)
        throw new ForbiddenError('key.scope', `You may not do this yourself: ${tooMuch.join(', ')}. A key can do no more than its maker.`);
      const key = KEY_PREFIX + secretText();
      const createdAt = now().toISOString();
      const entry = {
        id: newId(),
        name: about.name,
        scopes: about.scopes,
        createdAt,
        expiresAt: new Date(now().getTime() + about.expiresInDays * DAY_MS).toISOString(),
        lastUsedAt: null,
      };
      await store.insertKey({
        id: entry.id,
        key_sha256: hashOf(key),
        user_id: owner.id,
        name: entry.name,
        scopes: JSON.stringify(entry.scopes),
        created_at: createdAt,
        expires_at: entry.expiresAt,
        last_used_at: null,
      });
      return { ...entry, key };
    },
    listKeys: (owner: string) => store.listKeys(owner),
    deleteKey: (id: string, owner: string) => store.deleteKey(id, owner),
    getMember,
  };
}
