/** What the routes of signing in have in common: the answer that says who is signed in, and the cookies that go with it. */
import type { Request, RequestHandler, Response } from 'express';
import type { Accounts } from '../accounts.ts';
import type { Authorization } from '../authorize.ts';
import type { Member, SessionAnswer } from '../../contract/people/people.ts';
import type { Devices } from './devices.ts';
import type { Cookies } from './answers.ts';

export interface SessionParts {
  accounts: Accounts;
  authorization: Authorization;
  devices: Devices;
  publicUrl: string | null;
}

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions({ accounts, authorization, devices, publicUrl }: SessionParts) {
  const isSecure = (request: Request) => request.secure || (publicUrl?.startsWith('https:') ?? false);

  async function toAnswer(member: Member | null): Promise<SessionAnswer> {
    if (!member) return { user: null };
    const [rights, appointments] = await Promise.all([accounts.rightsFor(member), accounts.listAppointments(member.id)]);
    const { id, name, email, role, secondFactor } = member;
    return { user: { id, name, email, role, permissions: rights.permissions(), rights: rights.list(), appointments, secondFactor } };
  }

  return {
    isSecure,

    /** Stands before every limit, so that a page of strangers cannot use up the tries of whoever looks at it. */
    requireOwnPage: ((request, _response, next) => {
      authorization.requireOwnPage(request);
      next();
    }) satisfies RequestHandler,

    toAnswer,

    /** The session begins or goes on under new cookies; the browser is known from now on. */
    async signedIn(request: Request, response: Response, { setCookie }: Cookies): Promise<SessionAnswer> {
      const member = await accounts.findBySession(new Headers({ cookie: setCookie.map((line) => line.split(';')[0]).join('; ') }));
      response.append('Set-Cookie', [...setCookie, ...(member ? [devices.issue(member.email, isSecure(request))] : [])]);
      return toAnswer(member);
    },

    /** The password was right; the cookies hold the step, and no session. */
    needsCode(response: Response, { setCookie }: Cookies): SessionAnswer {
      response.append('Set-Cookie', setCookie);
      return { user: null, needs: 'second-factor' };
    },

    signedOut(response: Response, { setCookie }: Cookies): SessionAnswer {
      response.append('Set-Cookie', setCookie);
      return { user: null };
    },
  };
}
