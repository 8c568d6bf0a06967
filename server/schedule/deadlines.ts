/** Deadlines that a rule names, and which of them is not met. Days only. Pure. */
import type { Covers } from '../contract/schedule/schedule.ts';
import { InputError } from '../errors.ts';
import { addDays, daysBetween } from '../groups/structure.ts';
import { meetsOn, readRuleText, untilOf } from '../meetings/rule.ts';
import { daysBy } from './days.ts';
import { graceOf } from './freshness.ts';
import { periodBefore } from './periods.ts';

/** Every rule that is allowed has a day among so many: a fifth Friday, a 31st. */
const FIRST_WITHIN = 200;
/** Beside two intervals: months of 31 days, months without a fifth Friday. */
const MARGIN = 130;
const LONGEST = 20 * 366;

/**
 * The rule as it is kept, and the first of its days.
 * @param from YYYY-MM-DD; the first day is this one or later
 * @throws InputError `schedule.rule`
 */
export function readDeadlines(rule: string, from: string): { rrule: string; from: string } {
  let kept: string;
  try {
    kept = readRuleText(rule, from);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw refused(rule);
  }
  // Looked for day by day: a rule that is followed from a day that it does not name may never come to one that it does.
  for (let after = 0; after < FIRST_WITHIN; after++) {
    const day = addDays(from, after);
    if (meetsOn(kept, day) && day <= (untilOf(kept) ?? day)) return { rrule: kept, from: day };
  }
  throw refused(rule);
}

const refused = (rule: string) =>
  new InputError('schedule.rule', `${rule} is no rule that deadlines repeat by: days, weeks or months, such as FREQ=MONTHLY;BYDAY=1FR.`, {
    details: { rrule: rule },
  });

/** Days between two deadlines, about: what the table of graces is asked for. */
export function intervalOf(rule: string): number {
  const { FREQ, INTERVAL = '1', BYDAY } = Object.fromEntries(rule.split(';').map((part) => part.split('='))) as Record<string, string | undefined>;
  const unit = FREQ === 'DAILY' ? 1 : FREQ === 'WEEKLY' ? 7 : 30;
  // Every Tuesday of each month, for example; a place in the month makes it one.
  const isWeekly = FREQ === 'MONTHLY' && BYDAY !== undefined && !/\d/.test(BYDAY) && !rule.includes('BYSETPOS');
  const turns = BYDAY === undefined ? 1 : BYDAY.split(',').length;
  const days = isWeekly ? 7 / turns : FREQ === 'DAILY' ? Number(INTERVAL) : (unit * Number(INTERVAL)) / (rule.includes('BYSETPOS') ? 1 : turns);
  return Math.max(1, Math.floor(days));
}

/** What is known of the data, as days in the zone of the country. */
export interface Delivered {
  published: string | null;
  reviewed: string | null;
  /** Last day that the data are about. */
  lastData: string | null;
}

/**
 * The first deadline that is not met; null where the rule has ended and all were.
 *
 * Data that say what they are about meet the deadline whose period they reach into. Of others the day of the change decides: what comes
 * within the grace of a deadline, or half way to the next where that is sooner, was late for it; what comes after that is for the next.
 */
export function findUnmet(rrule: string, from: string, covers: Covers | null, delivered: Delivered, today: string): string | null {
  const known = [delivered.published, delivered.reviewed, delivered.lastData].filter((day) => day !== null);
  const start = known.toSorted()[0] ?? from;
  const reach = 2 * intervalOf(rrule) + MARGIN;
  // What was due longer ago than that nobody waits for.
  const since = [addDays(start < today ? start : today, -reach), addDays(today, -LONGEST)].toSorted().at(-1)!;
  const until = addDays([today, from, ...known].toSorted().at(-1)!, reach);
  const days = daysBy(rrule, from, since, until);
  const late = graceOf(intervalOf(rrule)).overdue;
  const byData = covers !== null && delivered.lastData !== null;
  for (const [at, day] of days.entries()) {
    // Before the first there was none: as long before it as the next is after.
    const before = days[at - 1] ?? addDays(day, -daysBetween(day, days[at + 1] ?? addDays(day, intervalOf(rrule))));
    const opens = addDays(before, 1 + Math.min(late, Math.floor(daysBetween(before, day) / 2)));
    const isMet =
      (byData ? periodBefore(day, covers).from <= delivered.lastData! : delivered.published !== null && delivered.published >= opens) ||
      (delivered.reviewed !== null && delivered.reviewed >= opens);
    if (!isMet) return day;
  }
  return null;
}
