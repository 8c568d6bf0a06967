/** Signing in, who may come in, keys for programs, what administrators should know. */
import type { RequestHandler } from 'express';
import { toHeaders } from './authorize.ts';
import { LANGS, type Lang } from '../contract/languages.ts';
import { inviteParams, signInBody, type InviteAnswer } from '../contract/people/people.ts';
import { peopleRoutes as routes } from '../contract/people/routes.ts';
import { NotFoundError } from '../errors.ts';
import type { Limits } from './signin/limits.ts';
import type { Notices } from '../http/notices.ts';
import type { SessionParts, Sessions } from './signin/sessions.ts';
import { serve, type Served } from '../http/serve.ts';

export interface ServePeopleDeps extends SessionParts {
  sessions: Sessions;
  limits: Limits;
  notices: Notices;
  /** Absent: nobody is told, and whoever invites passes the link on. */
  announce?: Announce;
}

/** Tells somebody of an invitation. @returns whether they will be */
export type Announce = (invitation: { id: string; to: string; link: string; expiresAt: string; language: Lang }) => Promise<boolean>;

export function servePeople(deps: ServePeopleDeps): Served[] {
  const { accounts, authorization, sessions, limits, notices } = deps;
  const { requireOwnPage, isSecure } = sessions;

  /** Read before the limits, which count by account. */
  const readSignIn: RequestHandler = (request, response, next) => {
    Object.assign(response.locals, signInBody.parse(request.body ?? {}));
    next();
  };

  /** One that there is always opens: its secret cannot be guessed, so nobody is held up by what others try. */
  const findInvite: RequestHandler = async (request, response, next) => {
    const { token } = inviteParams.parse(request.params);
    try {
      response.locals['invite'] = await accounts.getInvite(token);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      response.locals['missing'] = error;
    }
    next();
  };
  const requireInvite: RequestHandler = (_request, response, next) => next(response.locals['missing']);

  return [
    serve(routes.getSession, async ({ request }) => sessions.toAnswer(await authorization.findSignedIn(request))),
    serve(
      routes.signIn,
      async ({ body: { email, password }, request, response }) => {
        const begun = await accounts.signIn(email, password, toHeaders(request), isSecure(request));
        return begun.needsSecondFactor ? sessions.needsCode(response, begun) : sessions.signedIn(request, response, begun);
      },
      requireOwnPage,
      readSignIn,
      ...limits.signIn,
    ),
    serve(
      routes.signOut,
      async ({ request, response }) => sessions.signedOut(response, await accounts.signOut(toHeaders(request), isSecure(request))),
      requireOwnPage,
    ),
    serve(
      routes.changePassword,
      async ({ body: { current, password }, request, response }) =>
        sessions.signedIn(request, response, await accounts.changePassword(current, password, toHeaders(request), isSecure(request))),
      requireOwnPage,
      limits.proofs,
    ),

    serve(
      routes.getInvite,
      ({ response }) => {
        const { role, appointment, email, expiresAt } = response.locals['invite'] as InviteAnswer;
        return { role, appointment, email, expiresAt };
      },
      findInvite,
      limits.invites,
      requireInvite,
    ),
    serve(
      routes.join,
      async ({ params: { token }, body, request, response }) =>
        sessions.signedIn(request, response, await accounts.join(token, body, toHeaders(request), isSecure(request))),
      requireOwnPage,
      findInvite,
      limits.invites,
      requireInvite,
    ),
    serve(routes.invite, async ({ body, actor, base, request }) => {
      const { token, invite } = await accounts.invite(body, actor.name);
      const { id, role, appointment, email, expiresAt } = invite;
      const link = `${base}/join/${token}`;
      const language = (request.acceptsLanguages([...LANGS]) || 'en') as Lang;
      const mailed = email !== null && (await deps.announce?.({ id, to: email, link, expiresAt, language })) === true;
      return { id, role, appointment, email, expiresAt, link, mailed };
    }),
    serve(routes.deleteInvite, ({ params: { id } }) => accounts.deleteInvite(id)),

    serve(routes.listMembers, async () => {
      const [members, groups, invites, events] = await Promise.all([
        accounts.listMembers(),
        accounts.listGroups(),
        accounts.listInvites(),
        accounts.listEvents(),
      ]);
      return { members, groups, invites, events };
    }),
    serve(routes.changeMember, ({ params: { id }, body: { role }, actor }) => accounts.setRole(id, role, actor.name)),
    serve(routes.removeMember, ({ params: { id }, actor }) => accounts.removeMember(id, actor.name)),
    serve(routes.appointMember, async ({ params: { id }, body, actor }) => accounts.appoint(await accounts.getMember(id), body, actor.name)),
    serve(routes.endMemberAppointment, async ({ params: { id, appointment }, actor }) =>
      accounts.endAppointment(await accounts.getMember(id), appointment, actor.name),
    ),
    serve(routes.listNotices, () => ({ notices: notices.list() })),

    serve(routes.listKeys, async ({ actor }) => ({ keys: await accounts.listKeys(actor.id) })),
    serve(routes.createKey, async ({ body, request }) => {
      // A key may do no more than its maker.
      const { member, may } = (await authorization.findRights(request))!;
      const { key, ...entry } = await accounts.createKey(member, may, body);
      return { ...entry, key };
    }),
    serve(routes.deleteKey, ({ params: { id }, actor }) => accounts.deleteKey(id, actor.id)),
  ];
}
