/** /api/v1/session/code and /api/v1/session/second-factor: passing the second step, and setting it up. */
import { Router, type Request, type Response } from 'express';
import { toHeaders } from './authorize.ts';
import { codeBody, idParams, proofBody, type Member } from '../contract/people/people.ts';
import { UnauthorizedError } from '../errors.ts';
import { parseBody, parseParams, publicUrlOf } from '../http/request.ts';
import { sendJson } from '../http/send.ts';
import type { Limits } from './limits.ts';
import type { SecondFactor } from './secondFactor.ts';
import type { SessionParts, Sessions } from './sessions.ts';

export interface SecondFactorRouterDeps extends SessionParts {
  secondFactor: SecondFactor;
  sessions: Sessions;
  limits: Limits;
}

export function secondFactorRouter({ accounts, authorization, secondFactor, sessions, limits, publicUrl }: SecondFactorRouterDeps): Router {
  const router = Router();
  const { requireOwnPage, isSecure } = sessions;

  /** @throws UnauthorizedError: keys do not count, only a person who is signed in. */
  async function signedIn(request: Request): Promise<Member> {
    const member = await authorization.findSignedIn(request);
    if (!member) throw new UnauthorizedError('auth.required', 'Sign in to do this.');
    return member;
  }

  router.post('/session/code', requireOwnPage, limits.codes, async (request: Request, response: Response) => {
    const { code } = parseBody(codeBody, request);
    await sessions.sendSignedIn(request, response, await secondFactor.pass(code, toHeaders(request), isSecure(request)));
  });

  router.get('/session/second-factor', async (request, response) => {
    await sendJson(request, response, await secondFactor.find(await signedIn(request)), 'never');
  });

  router.post('/session/second-factor', requireOwnPage, limits.proofs, async (request: Request, response: Response) => {
    await signedIn(request);
    const { current } = parseBody(proofBody, request);
    // Of several servers each is told apart in the list of the app.
    const issuer = `Codmap ${new URL(publicUrlOf(publicUrl, request)).host}`;
    await sendJson(request, response, await secondFactor.setUp(current, issuer, toHeaders(request), isSecure(request)), 'never', 201);
  });

  router.put('/session/second-factor', requireOwnPage, limits.proofs, async (request: Request, response: Response) => {
    const member = await signedIn(request);
    const { code } = parseBody(codeBody, request);
    await sessions.sendSignedIn(request, response, await secondFactor.confirm(member, code, toHeaders(request), isSecure(request)));
  });

  router.post('/session/second-factor/off', requireOwnPage, limits.proofs, async (request: Request, response: Response) => {
    const member = await signedIn(request);
    const { current } = parseBody(proofBody, request);
    await sessions.sendSignedIn(request, response, await secondFactor.end(member, current, toHeaders(request), isSecure(request)));
  });

  router.post('/session/second-factor/backup-codes', requireOwnPage, limits.proofs, async (request: Request, response: Response) => {
    await signedIn(request);
    const { current } = parseBody(proofBody, request);
    await sendJson(request, response, await secondFactor.renewBackupCodes(current, toHeaders(request), isSecure(request)), 'never', 201);
  });

  router.delete('/members/:id/second-factor', async (request, response) => {
    const { name } = await authorization.authorize(request, 'member.manage');
    await accounts.resetSecondFactor(parseParams(idParams, request).id, name);
    response.status(204).end();
  });

  return router;
}
