/** The period that a deadline is about: the whole week, month … before its day. Pure. */
import type { Covers } from '../contract/schedule/schedule.ts';
import { addDays } from '../groups/structure.ts';

export interface Span {
  from: string;
  to: string;
}

const MONTHS: Record<Exclude<Covers, 'week'>, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** Weeks begin on Monday (ISO 8601). @param day of the deadline, YYYY-MM-DD */
export function periodBefore(day: string, covers: Covers): Span {
  if (covers === 'week') {
    const monday = addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
    return { from: addDays(monday, -7), to: addDays(monday, -1) };
  }
  const length = MONTHS[covers];
  const year = Number(day.slice(0, 4));
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length;
  return { from: firstOf(year, month - length), to: addDays(firstOf(year, month), -1) };
}

/** First day of a month, 0 is January; months before and after run into other years. */
const firstOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
