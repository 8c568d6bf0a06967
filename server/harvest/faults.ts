/** What goes wrong when data are fetched, in the words of the product. */
import { InputError, UnavailableError, type CodmapError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { Under } from '../words/words.ts';

type Code = Extract<Under<'problem'>, `harvest.${string}`>;

/** Of what will be the same at the next try. */
export const fault = (code: Code, details?: Record<string, string | number>): InputError => new InputError(code, problemText(code), details ? { details } : {});

/** Another try may bring it. */
export const passing = (code: Code, details?: Record<string, string | number>): UnavailableError =>
  new UnavailableError(code, problemText(code), details ? { details } : {});

/** @returns null of an answer that can be used */
export function faultOfStatus(status: number): CodmapError | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return fault('harvest.sign-in', { status });
  if (status === 404 || status === 410) return fault('harvest.gone', { status });
  return status === 429 || status >= 500 ? passing('harvest.status', { status }) : fault('harvest.status', { status });
}
