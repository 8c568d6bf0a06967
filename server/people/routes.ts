/** /api/v1/session, /invites, /members, /keys, /notices: signing in, who may come in, keys for programs, what administrators should know. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { toHeaders } from './authorize.ts';
import {
  idParams,
  inviteBody,
  inviteParams,
  joinBody,
  keyBody,
  memberBody,
  passwordBody,
  signInBody,
  type InviteAnswer,
  type MembersAnswer,
  type NewInviteAnswer,
  type NewKeyAnswer,
  type NoticesAnswer,
} from '../contract/people/people.ts';
import { NotFoundError } from '../errors.ts';
import type { Limits } from './limits.ts';
import type { Notices } from './notices.ts';
import type { SessionParts, Sessions } from './sessions.ts';
import { parseBody, parseParams, publicUrlOf } from '../http/request.ts';
import { sendJson } from '../http/send.ts';

export interface AccountsRouterDeps extends SessionParts {
  sessions: Sessions;
  limits: Limits;
  notices: Notices;
}

export function accountsRouter({ accounts, authorization, sessions, limits, notices, publicUrl }: AccountsRouterDeps): Router {
  const router = Router();
  const { requireOwnPage, isSecure } = sessions;

  router.get('/session', async (request, response) => {
    await sessions.sendMember(request, response, await authorization.findSignedIn(request));
  });

  /** Read before the limits, which count by account. */
  const readSignIn: RequestHandler = (request, response, next) => {
    Object.assign(response.locals, parseBody(signInBody, request));
    next();
  };

  router.post('/session', requireOwnPage, readSignIn, limits.signIn, async (request: Request, response: Response) => {
    const { email, password } = response.locals as { email: string; password: string };
    const begun = await accounts.signIn(email, password, toHeaders(request), isSecure(request));
    await (begun.needsSecondFactor ? sessions.sendNeedsCode(request, response, begun) : sessions.sendSignedIn(request, response, begun));
  });

  router.delete('/session', requireOwnPage, async (request: Request, response: Response) => {
    await sessions.sendSignedOut(request, response, await accounts.signOut(toHeaders(request), isSecure(request)));
  });

  router.put('/session/password', requireOwnPage, limits.proofs, async (request: Request, response: Response) => {
    const { current, password } = parseBody(passwordBody, request);
    await sessions.sendSignedIn(request, response, await accounts.changePassword(current, password, toHeaders(request), isSecure(request)));
  });

  /** One that there is always opens: its secret cannot be guessed, so nobody is held up by what others try. */
  const findInvite: RequestHandler = async (request, response, next) => {
    const { token } = parseParams(inviteParams, request);
    try {
      response.locals['invite'] = await accounts.getInvite(token);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      response.locals['missing'] = error;
    }
    next();
  };
  const requireInvite: RequestHandler = (_request, response, next) => next(response.locals['missing']);

  router.get('/invites/:token', findInvite, limits.invites, requireInvite, async (request: Request, response: Response) => {
    const { role, email, expiresAt } = response.locals['invite'] as InviteAnswer;
    await sendJson(request, response, { role, email, expiresAt } satisfies InviteAnswer, 'never');
  });

  router.post('/invites/:token', requireOwnPage, findInvite, limits.invites, requireInvite, async (request: Request, response: Response) => {
    const { token } = parseParams(inviteParams, request);
    await sessions.sendSignedIn(request, response, await accounts.join(token, parseBody(joinBody, request), toHeaders(request), isSecure(request)), 201);
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
    const [members, invites, events] = await Promise.all([accounts.listMembers(), accounts.listInvites(), accounts.listEvents()]);
    await sendJson(request, response, { members, invites, events } satisfies MembersAnswer, 'never');
  });

  router.get('/notices', async (request, response) => {
    await authorization.authorize(request, 'member.manage');
    await sendJson(request, response, { notices: notices.list() } satisfies NoticesAnswer, 'never');
  });

  router.patch('/members/:id', async (request, response) => {
    const { name } = await authorization.authorize(request, 'member.manage');
    const { role } = parseBody(memberBody, request);
    await sendJson(request, response, await accounts.setRole(parseParams(idParams, request).id, role, name), 'never');
  });

  router.delete('/members/:id', async (request, response) => {
    const { name } = await authorization.authorize(request, 'member.manage');
    await accounts.removeMember(parseParams(idParams, request).id, name);
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
