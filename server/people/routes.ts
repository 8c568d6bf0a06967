/** /api/v1/session, /invites, /members, /keys: signing in, who may come in, keys for programs. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Accounts, Cookies } from './accounts.ts';
import { permissionsOf } from './access.ts';
import { toHeaders, type Authorization } from './authorize.ts';
import {
  idParams,
  inviteBody,
  inviteParams,
  joinBody,
  keyBody,
  memberBody,
  passwordBody,
  signInBody,
  type Member,
  type MembersAnswer,
  type NewInviteAnswer,
  type NewKeyAnswer,
  type SessionAnswer,
} from '../contract/people/people.ts';
import { TooManyError } from '../errors.ts';
import { parseBody, parseParams, publicUrlOf } from '../http/request.ts';
import { sendJson } from '../http/send.ts';

export interface AccountsRouterDeps {
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

export function accountsRouter({ accounts, authorization, publicUrl }: AccountsRouterDeps): Router {
  const router = Router();
  const limits = [
    limitTries(TRIES.address, addressOf),
    limitTries(TRIES.account, (request) => `${addressOf(request)} ${String((request.body as { email?: unknown } | undefined)?.email).toLowerCase()}`),
  ];

  function setCookies(response: Response, { setCookie }: Cookies): void {
    response.append('Set-Cookie', setCookie);
  }

  const toSession = (member: Member | null): SessionAnswer => ({
    user: member && { id: member.id, name: member.name, email: member.email, role: member.role, permissions: permissionsOf(member.role) },
  });
  const isSecure = (request: Request) => request.secure || (publicUrl?.startsWith('https:') ?? false);

  router.get('/session', async (request, response) => {
    await sendJson(request, response, toSession(await authorization.findSignedIn(request)), 'never');
  });

  router.post('/session', limits, async (request: Request, response: Response) => {
    authorization.requireOwnPage(request);
    const { email, password } = parseBody(signInBody, request);
    const cookies = await accounts.signIn(email, password, toHeaders(request), isSecure(request));
    setCookies(response, cookies);
    await sendJson(request, response, toSession(await sessionOf(cookies)), 'never');
  });

  router.delete('/session', async (request, response) => {
    authorization.requireOwnPage(request);
    setCookies(response, await accounts.signOut(toHeaders(request), isSecure(request)));
    await sendJson(request, response, toSession(null), 'never');
  });

  router.put(
    '/session/password',
    limits[0]!,
    limitTries(TRIES.account, (request) => `${addressOf(request)} password`),
    async (request: Request, response: Response) => {
      authorization.requireOwnPage(request);
      const { current, password } = parseBody(passwordBody, request);
      const cookies = await accounts.changePassword(current, password, toHeaders(request), isSecure(request));
      setCookies(response, cookies);
      await sendJson(request, response, toSession(await sessionOf(cookies)), 'never');
    },
  );

  /** The member behind cookies that were just made. */
  function sessionOf({ setCookie }: Cookies): Promise<Member | null> {
    return accounts.findBySession(new Headers({ cookie: setCookie.map((line) => line.split(';')[0]).join('; ') }));
  }

  router.get('/invites/:token', limits[0]!, async (request: Request, response: Response) => {
    const { token } = parseParams(inviteParams, request);
    const { role, email, expiresAt } = await accounts.getInvite(token);
    await sendJson(request, response, { role, email, expiresAt }, 'never');
  });

  router.post('/invites/:token', limits[0]!, async (request: Request, response: Response) => {
    authorization.requireOwnPage(request);
    const { token } = parseParams(inviteParams, request);
    const cookies = await accounts.join(token, parseBody(joinBody, request), toHeaders(request), isSecure(request));
    setCookies(response, cookies);
    await sendJson(request, response, toSession(await sessionOf(cookies)), 'never', 201);
  });

  router.post('/members/invites', async (request, response) => {
    const admin = await authorization.authorize(request, 'member.manage');
    const { role, email } = parseBody(inviteBody, request);
    const { token, invite } = await accounts.invite(role, email ?? null, admin.name);
    const link = `${publicUrlOf(publicUrl, request)}/join/${token}`;
    await sendJson(request, response, { id: invite.id, role, email: invite.email, expiresAt: invite.expiresAt, link } satisfies NewInviteAnswer, 'never', 201);
  });

  router.delete('/members/invites/:id', async (request, response) => {
    await authorization.authorize(request, 'member.manage');
    await accounts.deleteInvite(parseParams(idParams, request).id);
    response.status(204).end();
  });

  router.get('/members', async (request, response) => {
    await authorization.authorize(request, 'member.manage');
    const [members, invites] = await Promise.all([accounts.listMembers(), accounts.listInvites()]);
    await sendJson(request, response, { members, invites } satisfies MembersAnswer, 'never');
  });

  router.patch('/members/:id', async (request, response) => {
    await authorization.authorize(request, 'member.manage');
    const { role } = parseBody(memberBody, request);
    await sendJson(request, response, await accounts.setRole(parseParams(idParams, request).id, role), 'never');
  });

  router.delete('/members/:id', async (request, response) => {
    await authorization.authorize(request, 'member.manage');
    await accounts.removeMember(parseParams(idParams, request).id);
    response.status(204).end();
  });

  router.get('/keys', async (request, response) => {
    const { id } = await authorization.authorize(request, 'key.manage');
    await sendJson(request, response, { keys: await accounts.listKeys(id) }, 'never');
  });

  router.post('/keys', async (request, response) => {
    const owner = await authorization.authorize(request, 'key.manage');
    const { key, ...entry } = await accounts.createKey(owner, parseBody(keyBody, request));
    await sendJson(request, response, { ...entry, key } satisfies NewKeyAnswer, 'never', 201);
  });

  router.delete('/keys/:id', async (request, response) => {
    const { id } = await authorization.authorize(request, 'key.manage');
    await accounts.deleteKey(parseParams(idParams, request).id, id);
    response.status(204).end();
  });

  return router;
}
