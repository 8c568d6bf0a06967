/** When a source is fetched next. Pure. */
import { UnavailableError } from '../errors.ts';
import type { StoredSource } from './rows.ts';

const MINUTE = 60_000;
/** After a fault that may pass: so long, then twice as long. */
const FIRST_AGAIN = 15;
/** A source that is fetched by hand only is tried again after a passing fault, for a day. */
const DAY = 1440;

/** By the interval; null: when somebody asks. */
export const nextRegular = ({ every }: Pick<StoredSource, 'every'>, now: Date): string | null => (every === null ? null : after(now, every));

/** @param failures in a row, this one included */
export function nextAfterFault({ every }: Pick<StoredSource, 'every'>, error: unknown, failures: number, now: Date): string | null {
  if (!(error instanceof UnavailableError)) return nextRegular({ every }, now);
  const again = FIRST_AGAIN * 2 ** Math.min(failures - 1, 20);
  if (every === null && again > DAY) return null;
  const soon = after(now, Math.min(again, every ?? DAY));
  // A host that asked for time gets it.
  const until = error.details?.['until'];
  return typeof until === 'string' && until > soon ? until : soon;
}

/** Of faults that may pass nobody is told before they have lasted. */
const LASTING = 3;
export const isTold = (error: unknown, failures: number): boolean => !(error instanceof UnavailableError) || failures >= LASTING;

const after = (now: Date, minutes: number): string => new Date(now.getTime() + minutes * MINUTE).toISOString();
