/** A meeting or series as it is kept, and its meetings one by one: as the rule has them, moved or cancelled. Pure. */
import type { Attendance, Meeting, OccurrenceState } from '../contract/meetings/meetings.ts';
import { addDays } from '../groups/structure.ts';
import { addMinutes, dayOf, timeOf, toMoment } from './clock.ts';
import { daysOf, endRule, lastDayOf } from './rule.ts';

/** Another than the rule says. `day`: on which the rule has it; what is null stays as planned. */
export interface Exception {
  day: string;
  is: 'cancelled' | 'moved';
  start: string | null;
  length: number | null;
  place: string | null;
  reason: string | null;
}

/** What is recorded of one meeting; documents by id. */
export interface MeetingRecord {
  day: string;
  agenda: string | null;
  minutes: string | null;
  attendance: Attendance[];
}

export interface StoredMeeting extends Omit<Meeting, 'until'> {
  /** Of a series that was cancelled after it had begun: its first day that does not take place. */
  cancelledFrom: string | null;
  createdAt: string;
  /** In the order of their days. */
  exceptions: Exception[];
  records: MeetingRecord[];
}

/** One meeting. `day` names it; `local` is when it is, on the clocks of the zone. */
export interface Held {
  day: string;
  local: string;
  start: Date;
  end: Date;
  length: number;
  place: string | null;
  state: OccurrenceState;
  reason: string | null;
}

/** What is still told of a series that was cancelled, so that everybody learns of it: days. */
const CANCELLED_DAYS = 31;
/** As far ahead as a next meeting is looked for: every rule that is allowed meets within it, but for those that wait for years. */
const AHEAD_DAYS = 800;

/** The rule as far as it still holds: a series that was cancelled from a day on ends before it. */
export const heldRule = ({ rrule, cancelledFrom }: Pick<StoredMeeting, 'rrule' | 'cancelledFrom'>): string | null =>
  rrule !== null && cancelledFrom !== null ? endRule(rrule, { until: addDays(cancelledFrom, -1) }) : rrule;

export const untilOf = (meeting: Pick<StoredMeeting, 'start' | 'rrule' | 'cancelledFrom'>): string | null => lastDayOf(dayOf(meeting.start), heldRule(meeting));

/** Whether the meeting is, as a series or the only one, on that day of its rule; one that was cancelled counts. */
export const hasDay = ({ start, rrule }: Pick<StoredMeeting, 'start' | 'rrule'>, day: string): boolean => daysOf(dayOf(start), rrule, day, day).length > 0;

/** @throws nothing; undefined where there is none on that day */
export function findHeld(meeting: StoredMeeting, day: string): Held | undefined {
  return hasDay(meeting, day) ? toHeld(meeting, day) : undefined;
}

function toHeld(meeting: StoredMeeting, day: string): Held {
  const { start, zone, length, place, status, cancelledFrom } = meeting;
  const exception = meeting.exceptions.find((each) => each.day === day);
  const local = exception?.start ?? `${day}T${timeOf(start)}`;
  const all = status === 'cancelled' && (cancelledFrom === null || day >= cancelledFrom);
  const begin = toMoment(local, zone);
  return {
    day,
    local,
    start: begin,
    end: addMinutes(begin, exception?.length ?? length),
    length: exception?.length ?? length,
    place: exception?.place ?? place,
    state: all ? 'cancelled' : (exception?.is ?? 'planned'),
    reason: (all ? meeting.reason : exception?.reason) ?? null,
  };
}

/**
 * Its meetings that begin between two days, both included, on the clocks of its zone, in the order in which they are. Cancelled ones are
 * among them; of a series that was cancelled those of the first month.
 */
export function heldBetween(meeting: StoredMeeting, from: string, to: string): Held[] {
  const { start, rrule, cancelledFrom, exceptions } = meeting;
  const told = cancelledFrom === null ? to : min(to, addDays(cancelledFrom, CANCELLED_DAYS));
  const moved = exceptions.filter(({ is }) => is === 'moved');
  const days = new Set(daysOf(dayOf(start), rrule, from, told));
  for (const { day } of moved) if (hasDay(meeting, day)) days.add(day);
  return [...days]
    .map((day) => toHeld(meeting, day))
    .filter(({ local, day }) => from <= dayOf(local) && dayOf(local) <= to && day <= told)
    .toSorted(inOrder);
}

/** Those that are not over at a moment and take place, the first ones. */
export function coming(meeting: StoredMeeting, now: Date, most: number): Held[] {
  const today = now.toISOString().slice(0, 10);
  // A day before and after hold every zone; a meeting may last for days.
  const begun = addDays(today, -1 - Math.ceil(meeting.length / 1440));
  const isLeft = ({ end, state }: Held) => state !== 'cancelled' && end > now;
  const soon = heldBetween(meeting, begun, addDays(today, 40)).filter(isLeft);
  return (soon.length >= most ? soon : heldBetween(meeting, begun, addDays(today, AHEAD_DAYS)).filter(isLeft)).slice(0, most);
}

/** Whether one of it has begun before a moment. */
export function hasBegun(meeting: StoredMeeting, now: Date): boolean {
  const today = addDays(now.toISOString().slice(0, 10), 1);
  const first = dayOf(meeting.start);
  return first <= today && heldBetween(meeting, first, min(today, addDays(first, AHEAD_DAYS))).some(({ start, state }) => state !== 'cancelled' && start < now);
}

export const inOrder = (a: Pick<Held, 'start' | 'day'>, b: Pick<Held, 'start' | 'day'>): number =>
  a.start.getTime() - b.start.getTime() || (a.day < b.day ? -1 : 1);

const min = (a: string, b: string): string => (a < b ? a : b);
