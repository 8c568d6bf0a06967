/** How long a check-in holds: a planned end at most twelve months ahead, and a day of grace after it (docs/contacts.md). Pure; instants are ISO 8601 in UTC. */

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** So long after its end a check-in still holds. */
export const GRACE_MS = DAY_MS;
export const MONTHS = 12;

/** The same day so many months later, or the last of a month that is shorter. */
export function addMonths(instant: string, months: number): string {
  const at = new Date(instant);
  const day = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() + months);
  if (at.getUTCDate() !== day) at.setUTCDate(0);
  return at.toISOString();
}

/** The moment at which a last day is over. @param day YYYY-MM-DD */
export const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString();

/** The latest end of a check-in at this moment, of an appointment with this last day. */
export function latestUntil(now: string, end: string | null): string {
  const ahead = addMonths(now, MONTHS);
  return end !== null && endOfDay(end) < ahead ? endOfDay(end) : ahead;
}

/** When an appointment ends by itself; null where nobody ever checked in. */
export const checkedOutAt = (until: string | null): string | null => (until === null ? null : new Date(Date.parse(until) + GRACE_MS).toISOString());

/** Whether the check-in has ended by the clock. */
export const isCheckedOut = (until: string | null, now: Date): boolean => until !== null && now.getTime() >= Date.parse(until) + GRACE_MS;

/** An entry that was made on behalf and never confirmed is gone after so many days. */
export const GONE_DAYS = 30;
export const isGone = ({ confirmedAt, enteredAt }: { confirmedAt: string | null; enteredAt: string | null }, now: Date): boolean =>
  confirmedAt === null && enteredAt !== null && now.getTime() >= Date.parse(enteredAt) + GONE_DAYS * DAY_MS;
