/** Signing in by better-auth on our own database, and joining by an invitation; with members, invitations and keys it is all there is of accounts. */
import type { Member } from '../contract/people/people.ts';
import { ConflictError, ForbiddenError, UnauthorizedError, UnavailableError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { toCookies, type Cookies } from './signin/answers.ts';
import { COOKIE_PREFIX, type Auth } from './signin/betterAuth.ts';
import { createAppointments, detailOf } from './appointments.ts';
import { createInvites } from './invites.ts';
import { createKeys } from './keys.ts';
import { COMMAND_LINE } from '../contract/given.ts';
import { accountEvent, createMembers } from './members.ts';
import { nameKeys } from './names.ts';
import type { PasswordJudge } from './signin/passwords.ts';
import type { StandingStore } from './standings.ts';
import type { AccountStore } from './store.ts';

export interface AccountsDeps {
  auth: Auth;
  store: AccountStore;
  standings: StandingStore;
  passwords: Pick<PasswordJudge, 'requireStrong'>;
  /** Told what went wrong beside a request, which goes on all the same. */
  onFault: (error: unknown, event: string) => void;
  now: () => Date;
  newId: () => string;
}

export type Accounts = ReturnType<typeof createAccounts>;

export function createAccounts(deps: AccountsDeps) {
  const invites = createInvites(deps);
  const signing = createSigning(deps);
  const appointments = createAppointments(deps);
  const joining = createJoining(deps, invites, appointments, signing.signIn);
  return { ...createMembers(deps), ...invites, ...appointments, ...createKeys(deps), ...signing, ...joining };
}

function createSigning({ auth, store, passwords, now }: AccountsDeps) {
  /** @returns also whether the second factor is still asked for; until then the cookies are of no session. */
  async function signIn(email: string, password: string, headers: Headers, secure: boolean): Promise<Cookies & { needsSecondFactor: boolean }> {
    const response = await auth.pick(secure).api.signInEmail({ body: { email, password }, headers, asResponse: true });
    if (response.status === 401) throw new UnauthorizedError('auth.wrong', problemText('auth.wrong'));
    if (!response.ok) {
      const cause = new Error(`better-auth answered ${response.status}`);
      throw new UnavailableError('auth.unavailable', problemText('auth.unavailable'), { cause });
    }
    const { twoFactorRedirect } = (await response.json()) as { twoFactorRedirect?: boolean };
    return { ...toCookies(response), needsSecondFactor: twoFactorRedirect === true };
  }

  /** Who the session cookie stands for; null without one, or where it ran out. */
  async function findBySession(headers: Headers): Promise<Member | null> {
    const cookie = headers.get('cookie') ?? '';
    if (!cookie.includes(`${COOKIE_PREFIX}.`)) return null;
    // Not refreshed: a tile or an event stream could not hand the new cookie on. A session ends a week after its sign-in.
    const session = await auth.ofCookie(cookie).api.getSession({ headers, query: { disableRefresh: true } });
    return session ? ((await store.findMember(session.user.id)) ?? null) : null;
  }

  return {
    signIn,
    findBySession,

    async signOut(headers: Headers, secure: boolean): Promise<Cookies> {
      return toCookies(await auth.pick(secure).api.signOut({ headers, asResponse: true }));
    },

    /**
     * Every other session of the person ends: who changes a password may have lost it.
     * @throws UnauthorizedError without a session, ForbiddenError `auth.password` where the present password is another one, InputError `password.weak`
     */
    async changePassword(current: string, password: string, headers: Headers, secure: boolean): Promise<Cookies> {
      const member = await findBySession(headers);
      if (!member) throw new UnauthorizedError('auth.required', 'Sign in to change your password.');
      await passwords.requireStrong(password, member);
      const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
      const response = await auth.pick(secure).api.changePassword({ body, headers, asResponse: true });
      if (!response.ok) throw new ForbiddenError('auth.password', problemText('auth.password'));
      await store.recordEvent(accountEvent(now(), 'password.changed', member.name, member.name));
      return toCookies(response);
    },
  };
}

function createJoining(
  { auth, store, passwords, now }: AccountsDeps,
  invites: ReturnType<typeof createInvites>,
  appointments: ReturnType<typeof createAppointments>,
  signIn: (email: string, password: string, headers: Headers, secure: boolean) => Promise<Cookies>,
) {
  /** @throws ConflictError `member.email`, `member.name` */
  async function requireFree(name: string, email: string): Promise<void> {
    const keys = nameKeys(name);
    const own = nameKeys(COMMAND_LINE);
    if (keys.nameKey === own.nameKey || keys.nameShape === own.nameShape)
      throw new ConflictError('member.name', `${COMMAND_LINE} is the name this server uses for its own command line. Choose another name.`, {
        details: { name: COMMAND_LINE },
      });
    const taken = await store.findTaken(keys, email);
    if (!taken) return;
    if ('email' in taken)
      throw new ConflictError('member.email', `There is already a member with the address ${email}. Sign in instead.`, { details: { email } });
    throw new ConflictError(
      'member.name',
      `There is already a member called ${taken.name}, and the two names look the same. Add an initial or your organisation, so that records tell you apart.`,
      { details: { name: taken.name } },
    );
  }

  return {
    /**
     * Makes the member that the invitation is for, and signs in. Whatever is refused leaves the invitation as it was.
     * @throws NotFoundError `invite.unknown`, ForbiddenError `invite.email`, ConflictError `member.…`, InputError `password.weak`
     */
    async join(token: string, body: { name: string; email: string; password: string }, headers: Headers, secure: boolean): Promise<Cookies> {
      const { name, email, password } = body;
      const invited = await invites.getInvite(token);
      if (invited.email && invited.email !== email)
        throw new ForbiddenError('invite.email', `This invitation is for ${invited.email}. Use that address, or ask for another invitation.`, {
          details: { email: invited.email },
        });
      await requireFree(name, email);
      await passwords.requireStrong(password, { name, email });
      const { role, createdBy, putBack } = await invites.takeInvite(token);
      const { internalAdapter, password: hashes } = await auth.pick(secure).$context;
      // Whoever bound the invitation to the address vouched for it; anybody can join an open one with any address.
      const proved = invited.email === email;
      let made: string | undefined;
      try {
        const user = await internalAdapter.createUser({ name, ...nameKeys(name), email, emailVerified: proved, role }, { method: 'email-password' });
        made = user.id;
        await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: await hashes.hash(password) });
        if (invited.appointment) await appointments.appointInvited({ id: user.id, name }, invited.appointment, createdBy, invited.email);
      } catch (error) {
        // The invitation must not be lost to a fault of ours, and half a member is none.
        if (made !== undefined) await internalAdapter.deleteUser(made);
        await putBack();
        // Of two who take one name at the same moment the database lets only one; the other is told why.
        await requireFree(name, email);
        throw error;
      }
      const { appointment } = invited;
      await store.recordEvent(accountEvent(now(), 'member.joined', createdBy, name, appointment ? detailOf(appointment) : role));
      return signIn(email, password, headers, secure);
    },
  };
}
