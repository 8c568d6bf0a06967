/** Passing the second step of signing in, and setting it up. */
import type { RequestHandler, Response } from 'express';
import { toHeaders } from '../authorize.ts';
import type { Member } from '../../contract/people/people.ts';
import { peopleRoutes as routes } from '../../contract/people/routes.ts';
import { UnauthorizedError } from '../../errors.ts';
import { serve, type Served } from '../../http/serve.ts';
import type { Limits } from './limits.ts';
import type { SecondFactor } from './secondFactor.ts';
import type { SessionParts, Sessions } from './sessions.ts';

export interface ServeSecondFactorDeps extends SessionParts {
  secondFactor: SecondFactor;
  sessions: Sessions;
  limits: Limits;
}

export function serveSecondFactor({ accounts, authorization, secondFactor, sessions, limits }: ServeSecondFactorDeps): Served[] {
  const { requireOwnPage, isSecure } = sessions;

  /** @throws UnauthorizedError: keys do not count, only a person who is signed in. */
  const requireSignedIn: RequestHandler = async (request, response, next) => {
    const member = await authorization.findSignedIn(request);
    if (!member) throw new UnauthorizedError('auth.required', 'Sign in to do this.');
    response.locals['member'] = member;
    next();
  };
  const memberOf = (response: Response) => response.locals['member'] as Member;
  const proven = [requireOwnPage, limits.proofs, requireSignedIn];

  return [
    serve(
      routes.passSecondFactor,
      async ({ body: { code }, request, response }) =>
        sessions.signedIn(request, response, await secondFactor.pass(code, toHeaders(request), isSecure(request))),
      requireOwnPage,
      limits.codes,
    ),
    serve(routes.getSecondFactor, ({ response }) => secondFactor.find(memberOf(response)), requireSignedIn),
    serve(
      routes.setUpSecondFactor,
      // Of several servers each is told apart in the list of the app.
      ({ body: { current }, request, base }) => secondFactor.setUp(current, `Codmap ${new URL(base).host}`, toHeaders(request), isSecure(request)),
      ...proven,
    ),
    serve(
      routes.confirmSecondFactor,
      async ({ body: { code }, request, response }) =>
        sessions.signedIn(request, response, await secondFactor.confirm(memberOf(response), code, toHeaders(request), isSecure(request))),
      ...proven,
    ),
    serve(
      routes.endSecondFactor,
      async ({ body: { current }, request, response }) =>
        sessions.signedIn(request, response, await secondFactor.end(memberOf(response), current, toHeaders(request), isSecure(request))),
      ...proven,
    ),
    serve(
      routes.renewBackupCodes,
      ({ body: { current }, request }) => secondFactor.renewBackupCodes(current, toHeaders(request), isSecure(request)),
      ...proven,
    ),
    serve(routes.resetSecondFactor, ({ params: { id }, actor }) => accounts.resetSecondFactor(id, actor.name)),
  ];
}
