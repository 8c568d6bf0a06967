/** What better-auth answers, in this product's words. */
import { ConflictError, ForbiddenError, TooManyError, UnauthorizedError, UnavailableError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';

/** A session begun or ended: what the browser must be told. */
export interface Cookies {
  setCookie: string[];
}

export const toCookies = (response: Response): Cookies => ({ setCookie: response.headers.getSetCookie() });

const LOCKED_S = 15 * 60;

export function createAnswers(now: () => Date) {
  const wrongCode = () =>
    new UnauthorizedError(
      'auth.code',
      'This code is wrong or has already been used. The codes in the app change every 30 seconds; use the next one, and check that your phone shows the right time.',
      { details: { serverTime: now().toISOString() } },
    );

  /** @throws by what better-auth refused, in our words. */
  async function refuse(response: Response): Promise<never> {
    const { code } = (await response.json().catch(() => ({}))) as { code?: string };
    if (code === 'INVALID_PASSWORD') throw new ForbiddenError('auth.password', problemText('auth.password'));
    // 409: another request took the same backup code at the same moment.
    if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' || response.status === 409) throw wrongCode();
    if (code === 'TOTP_ALREADY_ENABLED') throw new ConflictError('second-factor.on', problemText('second-factor.on'));
    if (code === 'TWO_FACTOR_NOT_ENABLED' || code === 'TOTP_NOT_ENABLED' || code === 'BACKUP_CODES_NOT_ENABLED')
      throw new ConflictError('second-factor.off', problemText('second-factor.off'));
    if (code === 'ACCOUNT_TEMPORARILY_LOCKED')
      throw new TooManyError(
        'auth.too-often',
        'Too many wrong codes for this account. Try again in 15 minutes, or ask an administrator to reset your two-step verification.',
        {
          details: { scope: 'codes', seconds: LOCKED_S },
        },
      );
    if (code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' || code === 'INVALID_TWO_FACTOR_COOKIE')
      throw new UnauthorizedError('auth.restart', problemText('auth.restart'));
    throw new UnavailableError('auth.unavailable', problemText('auth.unavailable'), {
      cause: new Error(`better-auth answered ${response.status} ${code ?? ''}`),
    });
  }

  /** What a call gave. A secret that cannot be decrypted, since another CODMAP_SECRET encrypted it, is no fault of the caller. */
  async function answerOf(call: Promise<Response>): Promise<Response> {
    const response = await call.catch((cause: unknown) => {
      // The store's own faults, such as a full disk, are told as everywhere.
      if ((cause as { code?: string }).code === 'ERR_SQLITE_ERROR') throw cause;
      throw new UnavailableError('auth.unavailable', problemText('auth.unavailable'), { cause });
    });
    return response.ok ? response : refuse(response);
  }

  return { answerOf, wrongCode };
}
