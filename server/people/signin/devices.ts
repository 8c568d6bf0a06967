/**
 * A browser that has signed in once is known again by a cookie, and its tries are counted by themselves: whoever sends wrong passwords
 * from elsewhere, even from behind the same address, cannot lock its owner out (OWASP, "Device cookies").
 * The cookie proves nothing else: without the password it opens nothing.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { pathOf } from '../../contract/paths.ts';
import { COOKIE_PREFIX } from './betterAuth.ts';

const NAME = `${COOKIE_PREFIX}.device`;
const MAX_AGE_S = 180 * 24 * 3600;

export interface Devices {
  /** A Set-Cookie line for a browser in which the owner of this address has just signed in. */
  issue(email: string, secure: boolean): string;
  /** An id to count by where the cookie was issued for this address; null otherwise. */
  find(cookieHeader: string | undefined, email: string): string | null;
}

export function createDevices(secret: string): Devices {
  const sign = (id: string, email: string) => createHmac('sha256', secret).update(`device\n${id}\n${email}`).digest('base64url');
  return {
    issue(email, secure) {
      const id = randomBytes(16).toString('base64url');
      return `${NAME}=${id}.${sign(id, email)}; Max-Age=${MAX_AGE_S}; Path=${pathOf('signIn')}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    },
    find(cookieHeader, email) {
      const value = cookieHeader
        ?.split(/;\s*/)
        .find((pair) => pair.startsWith(`${NAME}=`))
        ?.slice(NAME.length + 1);
      const [id, signature] = value?.split('.') ?? [];
      if (!id || !signature) return null;
      const expected = Buffer.from(sign(id, email));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
    },
  };
}
