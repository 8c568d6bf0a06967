/**
 * A code of an authenticator app as second factor (TOTP, RFC 6238), by better-auth's plugin: enrolling, passing, ending.
 * Whoever lost the app uses one of ten backup codes; whoever lost both asks an administrator.
 */
import type { BackupCodesAnswer, Member, SecondFactorAnswer, SecondFactorSetup } from '../../contract/people/people.ts';
import { ConflictError, UnauthorizedError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import { accountEvent } from '../members.ts';
import type { AccountStore } from '../store.ts';
import { createAnswers, toCookies, type Cookies } from './answers.ts';
import { COOKIE_PREFIX, type Auth } from './betterAuth.ts';

export interface SecondFactorDeps {
  auth: Auth;
  store: AccountStore;
  now: () => Date;
}

export type SecondFactor = ReturnType<typeof createSecondFactor>;

/** A code is good for its half minute and one on either side; so long it must not work twice (RFC 6238 §5.2). */
const CODE_LIFE_MS = 2 * 60_000;

/** The id of a step, without its signature: better-auth checks that with the code. */
const CHALLENGE = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${COOKIE_PREFIX}\\.two_factor=(2fa-[\\w-]+)\\.`);

/**
 * As people type it: blanks, hyphens, capitals, and digits of any script, since an Arabic keyboard writes ٠–٩.
 * @returns six digits, or a backup code with its hyphen
 */
export function readCode(text: string): { kind: 'totp' | 'backup'; code: string } {
  const signs = [...text.normalize('NFKC').toLowerCase()]
    .map(toDigit)
    .join('')
    .replace(/[^a-z0-9]/g, '');
  return /^\d{6}$/.test(signs) ? { kind: 'totp', code: signs } : { kind: 'backup', code: `${signs.slice(0, 5)}-${signs.slice(5)}` };
}

/** The ten digits of a script stand in a row in Unicode, zero first; the rows that touch each other (mathematical ones) NFKC has made plain. */
function toDigit(sign: string): string {
  if (!/\p{Nd}/u.test(sign)) return sign;
  const point = sign.codePointAt(0)!;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}

export function createSecondFactor({ auth, store, now }: SecondFactorDeps) {
  const { answerOf, wrongCode } = createAnswers(now);

  /** Whose code is asked for: the password was right, and the cookie of that step is there. */
  async function challenged(headers: Headers): Promise<string> {
    const cookie = headers.get('cookie') ?? '';
    const identifier = CHALLENGE.exec(cookie)?.[1];
    const { internalAdapter } = await auth.ofCookie(cookie).$context;
    const challenge = identifier ? await internalAdapter.findVerificationValue(identifier) : null;
    if (!challenge || challenge.expiresAt < now()) throw new UnauthorizedError('auth.restart', problemText('auth.restart'));
    return challenge.value;
  }

  /** Of two who send the same code, only the first gets in. */
  async function useOnce(user: string, code: string): Promise<void> {
    const { internalAdapter } = await auth.pick(false).$context;
    const identifier = `totp-used-${user}-${code}`;
    const expiresAt = new Date(now().getTime() + CODE_LIFE_MS);
    if (!(await internalAdapter.reserveVerificationValue({ identifier, value: user, expiresAt }))) throw wrongCode();
  }

  async function countBackupCodes(user: string): Promise<number> {
    const response = await answerOf(auth.pick(false).api.viewBackupCodes({ body: { userId: user }, asResponse: true }));
    return ((await response.json()) as BackupCodesAnswer).backupCodes.length;
  }

  return {
    /** @throws UnauthorizedError `auth.code`, `auth.restart`; TooManyError after ten wrong codes for one account */
    async pass(text: string, headers: Headers, secure: boolean): Promise<Cookies> {
      const { kind, code } = readCode(text);
      const user = await challenged(headers);
      const { api } = auth.pick(secure);
      if (kind === 'backup') return toCookies(await answerOf(api.verifyBackupCode({ body: { code }, headers, asResponse: true })));
      await useOnce(user, code);
      return toCookies(await answerOf(api.verifyTOTP({ body: { code }, headers, asResponse: true })));
    },

    async find(member: Member): Promise<SecondFactorAnswer> {
      return { on: member.secondFactor, backupCodes: member.secondFactor ? await countBackupCodes(member.id) : null };
    },

    /** A new secret, not in force until a code of it was given. @throws ForbiddenError `auth.password`, ConflictError `second-factor.on` */
    async setUp(password: string, issuer: string, headers: Headers, secure: boolean): Promise<SecondFactorSetup> {
      const response = await answerOf(auth.pick(secure).api.enableTwoFactor({ body: { password, issuer }, headers, asResponse: true }));
      const { totpURI: uri, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] };
      return { uri, secret: new URL(uri).searchParams.get('secret')!, backupCodes };
    },

    /** From now on a code is asked for. Sessions that began without one end, but this one goes on. */
    async confirm(member: Member, text: string, headers: Headers, secure: boolean): Promise<Cookies> {
      if (member.secondFactor) throw new ConflictError('second-factor.on', problemText('second-factor.on'));
      const { code } = readCode(text);
      await useOnce(member.id, code);
      const before = await store.listSessions(member.id);
      const cookies = toCookies(await answerOf(auth.pick(secure).api.verifyTOTP({ body: { code }, headers, asResponse: true })));
      await store.deleteSessions(before);
      await store.recordEvent(accountEvent(now(), 'second-factor.on', member.name, member.name));
      return cookies;
    },

    /** @throws ForbiddenError `auth.password` */
    async end(member: Member, password: string, headers: Headers, secure: boolean): Promise<Cookies> {
      const cookies = toCookies(await answerOf(auth.pick(secure).api.disableTwoFactor({ body: { password }, headers, asResponse: true })));
      await store.recordEvent(accountEvent(now(), 'second-factor.off', member.name, member.name));
      return cookies;
    },

    /** The ones before stop working. @throws ForbiddenError `auth.password`, ConflictError `second-factor.off` */
    async renewBackupCodes(password: string, headers: Headers, secure: boolean): Promise<BackupCodesAnswer> {
      const response = await answerOf(auth.pick(secure).api.generateBackupCodes({ body: { password }, headers, asResponse: true }));
      return { backupCodes: ((await response.json()) as BackupCodesAnswer).backupCodes };
    },
  };
}
