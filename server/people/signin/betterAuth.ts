/** better-auth as this product uses it: passwords, sessions and a second factor on our own database. Its HTTP routes are not mounted: ours call it. */
import { randomInt } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Database } from '../../store/schema.ts';

export interface BetterAuthDeps {
  db: Database;
  /** Signs the session cookies and encrypts the secrets of second factors. */
  secret: string;
  /** null: as each request says. */
  publicUrl: string | null;
}

export const COOKIE_PREFIX = 'codmap';
const SECURE_PREFIX = '__Secure-';

/** Without letters and digits that are taken for each other when written on paper. */
const CODE_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;
const CODE_LENGTH = 10;

/** `k3vwq-8mtez`: 50 bits each. */
const makeBackupCodes = (): string[] =>
  Array.from({ length: CODES }, () => {
    const signs = Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
    return `${signs.slice(0, CODE_LENGTH / 2)}-${signs.slice(CODE_LENGTH / 2)}`;
  });

/** The cookie's Secure mark is fixed in better-auth, but one server may be asked with and without TLS. */
const create = ({ db, secret, publicUrl }: BetterAuthDeps, secure: boolean) =>
  betterAuth({
    appName: 'Codmap',
    secret,
    baseURL: publicUrl ?? (secure ? 'https://localhost' : 'http://localhost'),
    database: { db, type: 'sqlite', transaction: true },
    telemetry: { enabled: false },
    // Its own complaints (a wrong password) are answers here; the request log has them.
    logger: { disabled: true },
    // Members come by invitation only.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        nameKey: { type: 'string', required: false, input: false, returned: false },
        nameShape: { type: 'string', required: false, input: false, returned: false },
      },
    },
    session: { modelName: 'auth_session', expiresIn: 7 * 24 * 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: { useSecureCookies: secure, defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure }, cookiePrefix: COOKIE_PREFIX },
    plugins: [
      twoFactor({
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
        backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
        // Wrong codes are counted in the database, per challenge and per account, so a restart forgives nothing.
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 15 * 60 },
      }),
    ],
  });

export type BetterAuth = ReturnType<typeof create>;

export interface Auth {
  pick(secure: boolean): BetterAuth;
  /** The one whose cookies these are. */
  ofCookie(cookie: string): BetterAuth;
}

export function createBetterAuth(deps: BetterAuthDeps): Auth {
  const plain = create(deps, false);
  const secured = create(deps, true);
  return { pick: (secure) => (secure ? secured : plain), ofCookie: (cookie) => (cookie.includes(SECURE_PREFIX) ? secured : plain) };
}
