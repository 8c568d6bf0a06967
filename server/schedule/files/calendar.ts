/** Deadlines and the steps before them as iCalendar: whole days, for programs that subscribe to them. Nobody's name or address is in it. */
import { toCalendar, toWholeDays, type WholeDays } from '../../meetings/files/vcalendar.ts';

/** One day in the calendar. Its `uid`: of a deadline that is counted from the last change it stays while the day moves; of a rule each day has its own. */
export interface CalendarDay extends Omit<WholeDays, 'start' | 'end' | 'status'> {
  day: string;
}

export interface CalendarText {
  name: string;
  days: readonly CalendarDay[];
}

/** @returns text with CRLF, lines folded at 75 octets */
export const writeCalendar = ({ name, days }: CalendarText): string =>
  toCalendar(
    { kind: 'Data schedule', name, refresh: 'PT12H' },
    days.map(({ day, ...event }) => toWholeDays({ ...event, start: day, end: day, status: 'CONFIRMED' })),
  );
