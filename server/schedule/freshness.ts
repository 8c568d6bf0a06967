/** When data that are counted from their last change become due, overdue and delinquent: the table of HDX. Pure. */
import type { Grace } from '../contract/schedule/schedule.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Days of the interval → days after the deadline. */
const TABLE: readonly (readonly [every: number, overdue: number, delinquent: number])[] = [
  [1, 1, 2],
  [7, 7, 14],
  [14, 7, 14],
  [30, 14, 30],
  [90, 30, 60],
  [180, 30, 60],
  [365, 60, 90],
];

/** Grace of an interval: its row, or that of the next shorter interval of the table. @param days at least 1 */
export function graceOf(days: number): Grace {
  const [, overdue, delinquent] = TABLE.findLast(([every]) => every <= days) ?? TABLE[0]!;
  return { overdue, delinquent };
}

/** Three moments of one deadline. */
export interface Moments {
  at: Date;
  overdueAt: Date;
  delinquentAt: Date;
}

/** HDX drops the parts of a second, and counts days of 24 hours. */
export function countFrom(lastChange: Date, every: number, { overdue, delinquent }: Grace): Moments {
  const at = Math.floor(lastChange.getTime() / SECOND) * SECOND + every * DAY;
  return { at: new Date(at), overdueAt: new Date(at + overdue * DAY), delinquentAt: new Date(at + delinquent * DAY) };
}

/** The later of what is known. */
export const latest = (...moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((last, each) => (each !== null && (last === null || each > last) ? each : last), null);
