/** Who asks, and may they: a session cookie with a proof that our own page sent the request, or an API key. */
import type { IncomingMessage } from 'node:http';
import type { Permission } from '../contract/route.ts';
import type { Member } from '../contract/people/people.ts';
import { ForbiddenError, UnauthorizedError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { isAllowed, isAllowedByKey } from './access.ts';
import type { Accounts } from './accounts.ts';

/** Of a request only what is needed, so that a tile request, which never meets Express, can be asked too. */
export type Asked = Pick<IncomingMessage, 'headers' | 'method'> & {
  /** `http` or `https`, where Express has worked it out: from the socket, or from a proxy that is trusted. */
  protocol?: string;
};

type Identity = { member: Member; scopes: readonly string[] | null };

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Authorization {
  /** @throws UnauthorizedError, ForbiddenError */
  authorize(request: Asked, permission: Permission): Promise<Member>;
  /** Who is signed in by a session; keys do not count. */
  findSignedIn(request: Asked): Promise<Member | null>;
  /** @throws ForbiddenError where a page of another origin sent the request (cross-site request forgery). */
  requireOwnPage(request: Asked): void;
}

export function createAuthorization(accounts: Pick<Accounts, 'findBySession' | 'findByKey'>, publicUrl: string | null): Authorization {
  /** A list of datasets asks once for each; the answer is the same for one request. */
  const known = new WeakMap<Asked, Promise<Identity | null>>();

  async function identify(request: Asked): Promise<Identity | null> {
    const [, key] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (key) return accounts.findByKey(key);
    if (!request.headers.cookie) return null;
    const member = await accounts.findBySession(toHeaders(request));
    return member && { member, scopes: null };
  }

  function identityOf(request: Asked): Promise<Identity | null> {
    let identity = known.get(request);
    if (!identity) known.set(request, (identity = identify(request)));
    return identity;
  }

  /**
   * Browsers send Origin with every request that changes something, and a page cannot forge it. SameSite cookies alone would
   * leave neighbours on the same site (other ports, sub-domains) free to act. An origin is scheme, host and port (RFC 6454 §4): a page
   * that came without TLS, into which anybody on the way can write, is no page of the server that has it.
   */
  function requireOwnPage({ headers, protocol = 'http' }: Asked): void {
    const { origin } = headers;
    const site = headers['sec-fetch-site'];
    // The browser has compared the origins itself, scheme included.
    if (site === 'same-origin') return;
    // A server that says it has TLS has no pages without, even where the proxy that ends it hides the difference from us.
    const others = publicUrl?.startsWith('https:') ? null : originOf(`${protocol}://${headers.host}`);
    if (site === undefined && origin && (origin === originOf(publicUrl) || origin === others)) return;
    throw new ForbiddenError('auth.origin', problemText('auth.origin'));
  }

  return {
    requireOwnPage,

    async authorize(request, permission) {
      const identity = await identityOf(request);
      if (!identity) {
        const detail = request.headers.authorization ? 'This API key is unknown or has expired.' : `Sign in to do this (${permission}).`;
        throw new UnauthorizedError('auth.required', detail);
      }
      const { member, scopes } = identity;
      if (scopes === null && !SAFE.has(request.method ?? '')) requireOwnPage(request);
      const allowed = scopes === null ? isAllowed(member.role, permission) : isAllowedByKey(member.role, scopes, permission);
      if (!allowed)
        throw new ForbiddenError(
          'auth.forbidden',
          `Your role (${member.role}) ${scopes === null ? 'does' : 'or the scopes of this key do'} not allow ${permission}. Ask an administrator of this server.`,
        );
      return member;
    },

    async findSignedIn(request) {
      const identity = await identityOf(request);
      return identity?.scopes === null ? identity.member : null;
    },
  };
}

export function toHeaders({ headers }: Pick<Asked, 'headers'>): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) result.set(name, Array.isArray(value) ? value.join(', ') : value);
  return result;
}

const originOf = (url: string | null) => (url !== null && URL.canParse(url) ? new URL(url).origin : null);
