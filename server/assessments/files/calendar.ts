/** Times of collection as iCalendar: whole days, for programs that subscribe to them. Nobody's name or address is in it. */
import type { Status } from '../../contract/assessments/assessments.ts';
import { toCalendar, toWholeDays, type WholeDays } from '../../meetings/files/vcalendar.ts';

export interface CalendarWindow extends Omit<WholeDays, 'uid' | 'rrule' | 'status'> {
  id: string;
  status: Status;
}

/** @returns text with CRLF, lines folded at 75 octets */
export const writeCalendar = (name: string, windows: readonly CalendarWindow[]): string =>
  toCalendar(
    { kind: 'Assessments', name, refresh: 'PT12H' },
    windows.map(({ id, status, ...window }) => toWholeDays({ ...window, uid: `assessment-${id}`, status: statusOf(status) })),
  );

const statusOf = (status: Status): WholeDays['status'] =>
  status === 'cancelled' ? 'CANCELLED' : status === 'planned' || status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED';
