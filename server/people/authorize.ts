/** Who asks, and may they: a session cookie with a proof that our own page sent the request, or an API key. */
import type { IncomingMessage } from 'node:http';
import type { Permission } from '../contract/route.ts';
import type { Member } from '../contract/people/people.ts';
import { ForbiddenError, UnauthorizedError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { Target } from '../http/request.ts';
import { isAllowedByKey } from './access.ts';
import type { Accounts } from './accounts.ts';
import type { Rights } from './rights.ts';

/** Of a request only what is needed, so that a tile request, which never meets Express, can be asked too. */
export type Asked = Pick<IncomingMessage, 'headers' | 'method'> & {
  /** `http` or `https`, where Express has worked it out: from the socket, or from a proxy that is trusted. */
  protocol?: string;
};

interface Identity {
  member: Member;
  scopes: readonly string[] | null;
}
/** As they are at the moment of the request. */
type Standing = Identity & { rights: Rights };

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Authorization {
  /** Without a target: whether it is allowed anywhere. @throws UnauthorizedError, ForbiddenError */
  authorize(request: Asked, permission: Permission, target?: Target): Promise<Member>;
  /** What the one who asks may do, by session or by key; null of strangers. Whoever changes something is asked for the own page as well. */
  findRights(request: Asked): Promise<(Pick<Rights, 'may' | 'receives' | 'receivesOf' | 'mayAppoint' | 'wouldGain'> & { member: Member }) | null>;
  /** Who is signed in by a session; keys do not count. */
  findSignedIn(request: Asked): Promise<Member | null>;
  /** @throws ForbiddenError where a page of another origin sent the request (cross-site request forgery). */
  requireOwnPage(request: Asked): void;
}

export function createAuthorization(accounts: Pick<Accounts, 'findBySession' | 'findByKey' | 'rightsFor'>, publicUrl: string | null): Authorization {
  /** A list of datasets asks once for each; the answer is the same for one request. */
  const known = new WeakMap<Asked, Promise<Identity | null>>();
  const rightsKnown = new WeakMap<Asked, Promise<Standing | null>>();

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

  const findStanding = async (request: Asked): Promise<Standing | null> => {
    const identity = await identityOf(request);
    return identity && { ...identity, rights: await accounts.rightsFor(identity.member) };
  };

  function standingOf(request: Asked): Promise<Standing | null> {
    let standing = rightsKnown.get(request);
    if (!standing) rightsKnown.set(request, (standing = findStanding(request)));
    return standing;
  }

  const mayOf = ({ rights, scopes }: Standing, permission: Permission, target?: Target): boolean =>
    scopes === null ? rights.may(permission, target) : isAllowedByKey(rights, scopes, permission, target);

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

    async authorize(request, permission, target) {
      const standing = await standingOf(request);
      if (!standing) {
        const detail = request.headers.authorization ? 'This API key is unknown or has expired.' : `Sign in to do this (${permission}).`;
        throw new UnauthorizedError('auth.required', detail);
      }
      const { member, scopes } = standing;
      if (scopes === null && !SAFE.has(request.method ?? '')) requireOwnPage(request);
      if (!mayOf(standing, permission, target))
        throw new ForbiddenError(
          'auth.forbidden',
          `${scopes === null ? 'Nothing that you hold in a group allows' : 'The scopes of this key, or what its maker holds in a group, do not allow'} ${permission}${target === undefined ? '' : ` for ${nameOf(target)}`}. Ask the chair of the group that answers for it, or an administrator of this server.`,
        );
      return member;
    },

    async findRights(request) {
      const standing = await standingOf(request);
      return (
        standing && {
          member: standing.member,
          may: (permission, target) => mayOf(standing, permission, target),
          // A key reads what is not for everybody as it reads drafts.
          receives: (...asked) => (standing.scopes === null || standing.scopes.includes('draft.read')) && standing.rights.receives(...asked),
          receivesOf: (target, audience, named) =>
            audience === 'public' ||
            ((standing.scopes === null || standing.scopes.includes('draft.read')) && standing.rights.receivesOf(target, audience, named)),
          mayAppoint: (role, target) => standing.scopes === null && standing.rights.mayAppoint(role, target),
          wouldGain: (scope, groups) => standing.rights.wouldGain(scope, groups),
        }
      );
    },

    async findSignedIn(request) {
      const identity = await identityOf(request);
      return identity?.scopes === null ? identity.member : null;
    },
  };
}

const nameOf = (target: Target): string => (typeof target === 'string' ? target : `${target.group ?? 'groups'} in ${target.scope}`);

export function toHeaders({ headers }: Pick<Asked, 'headers'>): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) result.set(name, Array.isArray(value) ? value.join(', ') : value);
  return result;
}

const originOf = (url: string | null) => (url !== null && URL.canParse(url) ? new URL(url).origin : null);
