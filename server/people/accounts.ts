/** Members: sign-in by better-auth on our own database, invitations and API keys as links and texts whose hash alone is kept. */
import { createHash, randomBytes } from 'node:crypto';
import type { AccountAction, AccountEvent, KeyScope, Member, Role } from '../contract/people/people.ts';
import { ConflictError, ForbiddenError, NotFoundError, UnauthorizedError, UnavailableError } from '../errors.ts';
import { COOKIE_PREFIX, type Auth } from './betterAuth.ts';
import { nameKeys } from './names.ts';
import type { PasswordJudge } from './passwords.ts';
import type { Cookies } from './secondFactor.ts';
import type { AccountStore, ApiKey, Invite } from './store.ts';
import { isAllowed } from './access.ts';

export interface AccountsDeps {
  auth: Auth;
  store: AccountStore;
  passwords: Pick<PasswordJudge, 'requireStrong'>;
  /** Told what went wrong beside a request, which goes on all the same. */
  onFault: (error: unknown, event: string) => void;
  now: () => Date;
  newId: () => string;
}

export type Accounts = ReturnType<typeof createAccounts>;

const INVITE_DAYS = 7;
const DAY_MS = 24 * 3600_000;
/** Tells a key from a session at a glance, also for scanners of leaked secrets. */
const KEY_PREFIX = 'codmap_';
/** How exactly `last used` is known; to write it at each request would be a write for each read. */
const KEY_USED_MS = 60_000;
/** Events shown to administrators. */
const EVENTS = 50;

const secretText = () => randomBytes(32).toString('base64url');
/** 256 random bits need no slow hash: there is nothing to guess. */
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

export function createAccounts({ auth, store, passwords, onFault, now, newId }: AccountsDeps) {
  const toCookies = (response: Response): Cookies => ({ setCookie: response.headers.getSetCookie() });

  /** @returns also whether the second factor is still asked for; until then the cookies are of no session. */
  async function signIn(email: string, password: string, headers: Headers, secure: boolean): Promise<Cookies & { needsSecondFactor: boolean }> {
    const response = await auth.pick(secure).api.signInEmail({ body: { email, password }, headers, asResponse: true });
    if (response.status === 401) throw new UnauthorizedError('auth.wrong', 'E-mail address and password do not fit together.');
    if (!response.ok) {
      const cause = new Error(`better-auth answered ${response.status}`);
      throw new UnavailableError('auth.unavailable', 'Signing in does not work just now. The log has the cause.', { cause });
    }
    const { twoFactorRedirect } = (await response.json()) as { twoFactorRedirect?: boolean };
    return { ...toCookies(response), needsSecondFactor: twoFactorRedirect === true };
  }

  const event = (action: AccountAction, actor: string | null, subject: string, detail: string | null = null): AccountEvent => ({
    at: now().toISOString(),
    actor,
    action,
    subject,
    detail,
  });

  /** `last used` is for people who look at their keys. A full disk, or another process that writes, must not stop a program that reads. */
  const marked = new Map<string, number>();
  function markKeyUsed(id: string, at: string): void {
    if (Date.parse(at) - (marked.get(id) ?? 0) < KEY_USED_MS) return;
    // Noted before the try, so that a disk that stays full is tried once a minute and not at every request.
    marked.set(id, Date.parse(at));
    store.markKeyUsed(id, at).catch((error: unknown) => onFault(error, 'Key:NotMarked'));
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

  /** @throws ConflictError `member.email`, `member.name` */
  async function requireFree(name: string, email: string): Promise<void> {
    const taken = await store.findTaken(nameKeys(name), email);
    if (!taken) return;
    if ('email' in taken)
      throw new ConflictError('member.email', `There is a member with the address ${email} already. Sign in instead.`, { details: { email } });
    throw new ConflictError(
      'member.name',
      `There is a member called ${taken.name} already, and the two names look the same. Add an initial or an organisation, so that records tell you apart.`,
      { details: { name: taken.name } },
    );
  }

  async function getMember(id: string): Promise<Member> {
    const member = await store.findMember(id);
    if (!member) throw new NotFoundError('member.unknown', 'There is no such member here.');
    return member;
  }

  return {
    signIn,

    async signOut(headers: Headers, secure: boolean): Promise<Cookies> {
      return toCookies(await auth.pick(secure).api.signOut({ headers, asResponse: true }));
    },

    /**
     * Every other session of the person ends: who changes a password may have lost it.
     * @throws UnauthorizedError without a session, ForbiddenError `auth.password` where the present password is another one, InputError `password.weak`
     */
    async changePassword(current: string, password: string, headers: Headers, secure: boolean): Promise<Cookies> {
      const member = await this.findBySession(headers);
      if (!member) throw new UnauthorizedError('auth.required', 'Sign in to change your password.');
      await passwords.requireStrong(password, member);
      const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
      const response = await auth.pick(secure).api.changePassword({ body, headers, asResponse: true });
      if (!response.ok) throw new ForbiddenError('auth.password', 'The present password is not right. Nothing was changed.');
      await store.recordEvent(event('password.changed', member.name, member.name));
      return toCookies(response);
    },

    /** Who the session cookie stands for; null without one, or where it ran out. */
    async findBySession(headers: Headers): Promise<Member | null> {
      const cookie = headers.get('cookie') ?? '';
      if (!cookie.includes(`${COOKIE_PREFIX}.`)) return null;
      // Not refreshed: a tile or an event stream could not hand the new cookie on. A session ends a week after its sign-in.
      const session = await auth.ofCookie(cookie).api.getSession({ headers, query: { disableRefresh: true } });
      return session ? ((await store.findMember(session.user.id)) ?? null) : null;
    },

    async findByKey(text: string): Promise<{ member: Member; scopes: KeyScope[] } | null> {
      if (!text.startsWith(KEY_PREFIX)) return null;
      const at = now().toISOString();
      const found = await store.findKey(hashOf(text), at);
      if (!found) return null;
      const { key, member } = found;
      markKeyUsed(key.id, at);
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
        throw new ForbiddenError('invite.email', `This invitation is for ${invited.email}. Use that address, or ask for another invitation.`, {
          details: { email: invited.email },
        });
      await requireFree(name, email);
      await passwords.requireStrong(password, { name, email });
      const used = await store.takeInvite(hashOf(token), now().toISOString());
      if (!used) throw new NotFoundError('invite.unknown', 'This invitation has been used or has run out. Ask for a new one.');
      try {
        const { internalAdapter, password: hashes } = await auth.pick(secure).$context;
        const user = await internalAdapter.createUser({ name, ...nameKeys(name), email, emailVerified: false, role: used.role }, { method: 'email-password' });
        await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: await hashes.hash(password) });
      } catch (error) {
        // The invitation must not be lost to a fault of ours.
        await store.insertInvite(used);
        // Of two who take one name at the same moment the database lets only one; the other is told why.
        await requireFree(name, email);
        throw error;
      }
      await store.recordEvent(event('member.joined', used.created_by, name, used.role));
      return signIn(email, password, headers, secure);
    },

    listMembers: () => store.listMembers(),
    listInvites: () => store.listInvites(now().toISOString()),
    deleteInvite: (id: string) => store.deleteInvite(id),

    listEvents: () => store.listEvents(EVENTS),

    async setRole(id: string, role: Role, by: string): Promise<Member> {
      const { name } = await getMember(id);
      if (!(await store.setRole(id, role, event('member.role', by, name, role))))
        throw new ConflictError('member.last-admin', 'One administrator must remain. Make somebody else administrator first.');
      return getMember(id);
    },

    async removeMember(id: string, by: string): Promise<void> {
      const { name } = await getMember(id);
      if (!(await store.removeMember(id, event('member.removed', by, name))))
        throw new ConflictError('member.last-admin', 'One administrator must remain. Make somebody else administrator first.');
    },

    /** For somebody who lost app and backup codes: the password alone is enough again, and all sessions end. */
    async resetSecondFactor(id: string, by: string): Promise<void> {
      const { name } = await getMember(id);
      if (!(await store.resetSecondFactor(id, event('second-factor.reset', by, name))))
        throw new ConflictError('second-factor.off', `${name} has no second factor.`);
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
