/**
 * How often somebody may be wrong. Each limit counts by itself and counts only what it is about:
 * a wrong password is no wrong invitation, one account is not its neighbour, and who is right is never counted.
 */
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { TooManyError } from '../../errors.ts';
import type { Devices } from './devices.ts';

const WINDOW_MS = 15 * 60_000;

/** Wrong tries in a quarter of an hour. */
export const TRIES = {
  /** One account from one address: what a person needs who has forgotten which password it was. */
  accountHere: 10,
  /** One account from everywhere: guessing spread over many addresses. Browsers that its owner signed in with are not held up. */
  account: 100,
  /** All accounts from one address, behind which a whole office may sit. */
  address: 100,
  /** One known browser. */
  device: 10,
  /** Codes of a second factor from one address; one account is limited in the database (better-auth). */
  codes: 100,
  /** Invitations that there are not, from one address. Those that there are always open. */
  invites: 50,
  /** Personal links of entries that there are not, from one address. */
  entries: 30,
  /** One signed-in person, asked for the password once more. */
  proofs: 10,
} as const;

type Scope = keyof typeof TRIES;

const SAID: Record<Scope, string> = {
  accountHere: 'Too many wrong passwords for this account.',
  account: 'Too many wrong passwords for this account, from many places.',
  address: 'Too many wrong passwords from your network.',
  device: 'Too many wrong passwords in this browser.',
  codes: 'Too many wrong codes from your network.',
  invites: 'Too many invitations that do not exist were opened from your network.',
  entries: 'Too many personal links that do not work were opened from your network.',
  proofs: 'Too many wrong passwords.',
};

/** Answers that mean: guessed, and wrong. Malformed requests, faults of ours and refusals of another limit (429) are none. */
const WRONG = new Set([401, 403, 404]);

/** @param keyOf what is counted by; null: not counted here, and never refused. */
function limit(scope: Scope, keyOf: (request: Request, response: Response) => string | null | Promise<string | null>): RequestHandler {
  const keys = new WeakMap<Request, string>();
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: TRIES[scope],
    skip: async (request, response) => {
      const key = await keyOf(request, response);
      if (key !== null) keys.set(request, key);
      return key === null;
    },
    keyGenerator: (request) => keys.get(request)!,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => !WRONG.has(response.statusCode),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: scope,
    // An untrusted X-Forwarded-For is not used: request.ip is the socket's address then.
    validate: { xForwardedForHeader: false },
    handler: (request, _response, next) => next(tooMany(scope, request)),
  });
}

function tooMany(scope: Scope, request: Request): TooManyError {
  const until = (request as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime?.getTime() ?? Date.now() + WINDOW_MS;
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  return new TooManyError('auth.too-often', `${SAID[scope]} Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`, {
    details: { scope, seconds },
  });
}

const addressOf = (request: Request) => ipKeyGenerator(request.ip ?? '');

/** In front of what a personal link opens: who guesses one waits. @param isLink whether the request comes with one */
export const limitEntries = (isLink: (request: Request) => boolean): RequestHandler =>
  limit('entries', (request) => (isLink(request) ? addressOf(request) : null));

export interface Limits {
  /** After the body was read: `response.locals.email` is the account that is tried. */
  signIn: RequestHandler[];
  codes: RequestHandler;
  /** After the invitation was looked up: `response.locals.invite` is set where there is one. */
  invites: RequestHandler;
  proofs: RequestHandler;
}

/** @param memberOf who is signed in. */
export function createLimits(devices: Devices, memberOf: (request: Request) => Promise<{ id: string } | null>): Limits {
  const emailOf = (response: Response) => String(response.locals['email']);
  const deviceOf = (request: Request, response: Response) => devices.find(request.headers.cookie, emailOf(response));
  const unlessKnown = (keyOf: (request: Request, response: Response) => string) => (request: Request, response: Response) =>
    deviceOf(request, response) === null ? keyOf(request, response) : null;
  return {
    signIn: [
      limit('device', deviceOf),
      // First of the three, so that who invents addresses of accounts fills no memory.
      limit('address', unlessKnown(addressOf)),
      limit(
        'accountHere',
        unlessKnown((request, response) => `${addressOf(request)} ${emailOf(response)}`),
      ),
      limit(
        'account',
        unlessKnown((_request, response) => emailOf(response)),
      ),
    ],
    codes: limit('codes', addressOf),
    invites: limit('invites', (request, response) => (response.locals['invite'] ? null : addressOf(request))),
    proofs: limit('proofs', async (request) => (await memberOf(request))?.id ?? null),
  };
}
