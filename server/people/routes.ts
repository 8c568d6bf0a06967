/** Signing in, who may come in, keys for programs. */
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Accounts, Cookies } from './accounts.ts';
import { permissionsOf } from './access.ts';
import { toHeaders, type Authorization } from './authorize.ts';
import type { Member, SessionAnswer } from '../contract/people/people.ts';
import { peopleRoutes as routes } from '../contract/people/routes.ts';
import { TooManyError } from '../errors.ts';
import { serve, type Served } from '../http/serve.ts';

export interface ServePeopleDeps {
  accounts: Accounts;
  authorization: Authorization;
  publicUrl: string | null;
}

const WINDOW_MS = 15 * 60_000;
/** Wrong tries in the window, for one address and one account, and for one address and all accounts. */
const TRIES = { account: 10, address: 50 };

/** Counts failed tries only: a person who signs in often is no guesser. */
function limitTries(limit: number, keyOf: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    keyGenerator: keyOf,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // An untrusted X-Forwarded-For is not used: request.ip is the socket's address then.
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) =>
      next(new TooManyError('auth.too-often', 'Too many tries from this address. Wait a quarter of an hour, then try again.')),
  });
}

const addressOf = (request: Request) => ipKeyGenerator(request.ip ?? '');

export function servePeople({ accounts, authorization, publicUrl }: ServePeopleDeps): Served[] {
  const byAddress = limitTries(TRIES.address, addressOf);
  const byEmail = limitTries(
    TRIES.account,
    (request) => `${addressOf(request)} ${String((request.body as { email?: unknown } | undefined)?.email).toLowerCase()}`,
  );
  const byPassword = limitTries(TRIES.account, (request) => `${addressOf(request)} password`);

  function setCookies(response: Response, { setCookie }: Cookies): void {
    response.append('Set-Cookie', setCookie);
  }

  const toSession = (member: Member | null): SessionAnswer => ({
    user: member && { id: member.id, name: member.name, email: member.email, role: member.role, permissions: permissionsOf(member.role) },
  });
  const ownPage: RequestHandler = (request, _response, next) => {
    authorization.requireOwnPage(request);
    next();
  };
  const isSecure = (request: Request) => request.secure || (publicUrl?.startsWith('https:') ?? false);

  /** The session that was just made, told and set. */
  async function enter(response: Response, cookies: Cookies): Promise<SessionAnswer> {
    setCookies(response, cookies);
    const cookie = cookies.setCookie.map((line) => line.split(';')[0]).join('; ');
    return toSession(await accounts.findBySession(new Headers({ cookie })));
  }

  return [
    serve(routes.getSession, async ({ request }) => toSession(await authorization.findSignedIn(request))),

    serve(
      routes.signIn,
      async ({ body: { email, password }, request, response }) =>
        enter(response, await accounts.signIn(email, password, toHeaders(request), isSecure(request))),
      byAddress,
      byEmail,
      ownPage,
    ),

    serve(
      routes.signOut,
      async ({ request, response }) => {
        setCookies(response, await accounts.signOut(toHeaders(request), isSecure(request)));
        return toSession(null);
      },
      ownPage,
    ),

    serve(
      routes.changePassword,
      async ({ body: { current, password }, request, response }) =>
        enter(response, await accounts.changePassword(current, password, toHeaders(request), isSecure(request))),
      byAddress,
      byPassword,
      ownPage,
    ),

    serve(
      routes.getInvite,
      async ({ params: { token } }) => {
        const { role, email, expiresAt } = await accounts.getInvite(token);
        return { role, email, expiresAt };
      },
      byAddress,
    ),

    serve(
      routes.join,
      async ({ params: { token }, body, request, response }) => enter(response, await accounts.join(token, body, toHeaders(request), isSecure(request))),
      byAddress,
      ownPage,
    ),

    serve(routes.invite, async ({ body: { role, email }, actor, base }) => {
      const { token, invite } = await accounts.invite(role, email ?? null, actor.name);
      return { id: invite.id, role, email: invite.email, expiresAt: invite.expiresAt, link: `${base}/join/${token}` };
    }),
    serve(routes.deleteInvite, ({ params: { id } }) => accounts.deleteInvite(id)),

    serve(routes.listMembers, async () => {
      const [members, invites] = await Promise.all([accounts.listMembers(), accounts.listInvites()]);
      return { members, invites };
    }),
    serve(routes.changeMember, ({ params: { id }, body: { role } }) => accounts.setRole(id, role)),
    serve(routes.removeMember, ({ params: { id } }) => accounts.removeMember(id)),

    serve(routes.listKeys, async ({ actor }) => ({ keys: await accounts.listKeys(actor.id) })),
    serve(routes.createKey, async ({ body, request }) => {
      // With the role of its maker: a key may do no more.
      const { key, ...entry } = await accounts.createKey(await authorization.authorize(request, 'key.manage'), body);
      return { ...entry, key };
    }),
    serve(routes.deleteKey, ({ params: { id }, actor }) => accounts.deleteKey(id, actor.id)),
  ];
}
