/** What the routes of signing in have in common: the answer that says who is signed in, and the cookies that go with it. */
import type { Request, RequestHandler, Response } from 'express';
import type { Accounts } from './accounts.ts';
import { permissionsOf } from './access.ts';
import type { Authorization } from './authorize.ts';
import type { Member, SessionAnswer } from '../contract/people/people.ts';
import { sendJson } from '../http/send.ts';
import type { Devices } from './devices.ts';
import type { Cookies } from './secondFactor.ts';

export interface SessionParts {
  accounts: Accounts;
  authorization: Authorization;
  devices: Devices;
  publicUrl: string | null;
}

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions({ accounts, authorization, devices, publicUrl }: SessionParts) {
  const isSecure = (request: Request) => request.secure || (publicUrl?.startsWith('https:') ?? false);

  const toAnswer = (member: Member | null): SessionAnswer => ({
    user: member && {
      id: member.id,
      name: member.name,
      email: member.email,
      role: member.role,
      permissions: permissionsOf(member.role),
      secondFactor: member.secondFactor,
    },
  });

  const send = (request: Request, response: Response, answer: SessionAnswer, status = 200) => sendJson(request, response, answer, 'never', status);

  return {
    isSecure,

    /** Stands before every limit, so that a page of strangers cannot use up the tries of whoever looks at it. */
    requireOwnPage: ((request, _response, next) => {
      authorization.requireOwnPage(request);
      next();
    }) satisfies RequestHandler,

    sendMember: (request: Request, response: Response, member: Member | null) => send(request, response, toAnswer(member)),

    /** The session begins or goes on under new cookies; the browser is known from now on. */
    async sendSignedIn(request: Request, response: Response, { setCookie }: Cookies, status = 200): Promise<void> {
      const member = await accounts.findBySession(new Headers({ cookie: setCookie.map((line) => line.split(';')[0]).join('; ') }));
      response.append('Set-Cookie', [...setCookie, ...(member ? [devices.issue(member.email, isSecure(request))] : [])]);
      await send(request, response, toAnswer(member), status);
    },

    /** The password was right; the cookies hold the step, and no session. */
    async sendNeedsCode(request: Request, response: Response, { setCookie }: Cookies): Promise<void> {
      response.append('Set-Cookie', setCookie);
      await send(request, response, { user: null, needs: 'second-factor' });
    },

    async sendSignedOut(request: Request, response: Response, { setCookie }: Cookies): Promise<void> {
      response.append('Set-Cookie', setCookie);
      await send(request, response, toAnswer(null));
    },
  };
}
