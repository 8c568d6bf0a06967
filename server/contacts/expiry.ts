/**
 * What the clock makes of entries and check-ins, exactly as docs/contacts.md says it. Pure: nothing runs for any of it to become true. Each limit
 * is an instant, and what it brings holds from that instant on.
 */
import type { Due, EntryState, Hidden } from '../contract/contacts/contacts.ts';
import { checkedOutAt, DAY_MS, endOfDay, GONE_DAYS, isCheckedOut } from '../groups/checkIn.ts';
import type { StoredAppointment, StoredPerson } from '../groups/structure.ts';

/** Days, of 24 hours each. */
export const DAYS = { unconfirmedHidden: 14, unconfirmedGone: GONE_DAYS, stillRight: 183, unanswered: 30, verified: 365, verifyAgain: 358 } as const;
const REMINDER_MS = 2 * DAY_MS;

const after = (instant: string, days: number): string => new Date(Date.parse(instant) + days * DAY_MS).toISOString();
const isOver = (instant: string, now: Date): boolean => now.getTime() >= Date.parse(instant);

/** Unconfirmed entries of before this instant are gone. */
export const isGoneSince = (now: Date): string => new Date(now.getTime() - GONE_DAYS * DAY_MS).toISOString();

export type Clocked = Pick<StoredPerson, 'entered' | 'enteredAt' | 'confirmedAt' | 'touchedAt' | 'restrictedAt' | 'verifiedAt'>;

/** Why a person is shown to nobody, and since when; null where they are shown. What the person said themself counts first. */
export function hiddenOf(person: Clocked, now: Date): { why: Hidden; since: string } | null {
  const { entered, enteredAt, confirmedAt, touchedAt, restrictedAt } = person;
  if (restrictedAt !== null) return { why: 'restricted', since: restrictedAt };
  if (confirmedAt === null) {
    const since = entered === 'import' ? enteredAt : after(enteredAt, DAYS.unconfirmedHidden);
    return isOver(since, now) ? { why: 'unconfirmed', since } : null;
  }
  const since = after(touchedAt, DAYS.stillRight + DAYS.unanswered);
  return isOver(since, now) ? { why: 'unanswered', since } : null;
}

/** Whether somebody verified the person in the last 365 days. */
export const isVerified = ({ verifiedAt }: Pick<Clocked, 'verifiedAt'>, now: Date): boolean =>
  verifiedAt !== null && !isOver(after(verifiedAt, DAYS.verified), now);

/** @param appointments of the person, which may be due a check-in */
export function stateOf(person: Clocked, appointments: readonly StoredAppointment[], now: Date): EntryState {
  const { enteredAt, confirmedAt, touchedAt } = person;
  const hidden = hiddenOf(person, now);
  const asks = confirmedAt === null ? 'confirm' : isOver(after(touchedAt, DAYS.stillRight), now) ? 'still-right' : null;
  return {
    hidden: hidden?.why ?? null,
    hiddenSince: hidden?.since ?? null,
    asks,
    goneAt: confirmedAt === null ? after(enteredAt, DAYS.unconfirmedGone) : null,
    verified: isVerified(person, now),
    due: [...dueOf(person, now), ...appointments.flatMap((each) => dueOfAppointment(each, now))],
  };
}

/** A due thing with what it leads to, from the first instant that has come back to those before. */
function last(steps: readonly (readonly [what: Due['what'], at: string])[], now: Date, appointment: string | null = null): Due[] {
  const reached = steps.findLastIndex(([, at]) => isOver(at, now));
  if (reached < 0) return [];
  const [what, at] = steps[reached]!;
  return [{ what, at, until: steps[reached + 1]?.[1] ?? null, appointment }];
}

/** What of an entry is due since when; a verification besides. */
function dueOf(person: Clocked, now: Date): Due[] {
  const { entered, enteredAt, confirmedAt, touchedAt, restrictedAt, verifiedAt } = person;
  const verification =
    verifiedAt === null ? [] : last([['verify', after(verifiedAt, DAYS.verifyAgain)], ['verification-ended', after(verifiedAt, DAYS.verified)]], now); // prettier-ignore
  if (confirmedAt === null) {
    const gone = ['entry-deleted', after(enteredAt, DAYS.unconfirmedGone)] as const;
    const hides = ['entry-hidden', after(enteredAt, DAYS.unconfirmedHidden)] as const;
    return [...last(entered === 'import' ? [['confirm', enteredAt], gone] : [['confirm', enteredAt], hides, gone], now), ...verification];
  }
  // Whoever has it hidden is not asked whether it is right.
  if (restrictedAt !== null) return verification;
  const asks = after(touchedAt, DAYS.stillRight);
  return [...last([['still-right', asks], ['unanswered', after(asks, DAYS.unanswered)]], now), ...verification]; // prettier-ignore
}

/** Of one that holds or held by a check-in: 48 hours before its end, and 24 hours after it, when it has ended by itself. */
export function dueOfAppointment({ id, state, until, end }: Pick<StoredAppointment, 'id' | 'state' | 'until' | 'end'>, now: Date): Due[] {
  if (until === null || (state !== 'active' && !isCheckedOut(until, now))) return [];
  // One that has its last day with it ends then, whoever checks in.
  const out = end !== null && endOfDay(end) <= until ? endOfDay(end) : checkedOutAt(until)!;
  return last([['check-in', new Date(Date.parse(until) - REMINDER_MS).toISOString()], ['checked-out', out]], now, id); // prettier-ignore
}

/** Where an appointment stands with its check-in, and until when it is said to hold: the end of the check-in, or of the last day where that comes first. */
export function checkInOf(
  { until, end }: Pick<StoredAppointment, 'until' | 'end'>,
  now: Date,
): { checkIn: 'never' | 'in' | 'over'; validUntil: string | null } {
  const last = end === null ? null : endOfDay(end);
  const validUntil = until !== null && (last === null || until < last) ? until : last;
  return { checkIn: until === null ? 'never' : isOver(until, now) ? 'over' : 'in', validUntil };
}
