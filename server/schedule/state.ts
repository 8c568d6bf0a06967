/** In what state an entry is on a day, by the clock of its country: computed from what is known of its data, said by nobody. Pure. */
import type { Deadline, EntryFields, Grace, State, Step } from '../contract/schedule/schedule.ts';
import { addDays, daysBetween } from '../groups/structure.ts';
import { toMoment } from '../meetings/clock.ts';
import { daysBy } from './days.ts';
import { findUnmet, intervalOf } from './deadlines.ts';
import { countFrom, graceOf, latest, type Moments } from './freshness.ts';
import { periodBefore, type Span } from './periods.ts';
import { dayIn } from './zone.ts';

/** When an entry is due. */
export type Cadence = Pick<EntryFields, 'frequency' | 'rrule' | 'from' | 'covers' | 'grace' | 'steps'>;

/** What is known of the data of an entry. */
export interface Facts {
  published: Date | null;
  /** Somebody said that what is there still holds. */
  reviewed: Date | null;
  /** Last day that the data are about. */
  lastData: string | null;
  /** There are data, also where nobody knows of when. */
  isThere: boolean;
}

export interface Standing {
  state: State;
  due: Deadline | null;
  covered: Span | null;
  stepDays: (Step & { day: string })[];
}

/** It says itself ahead of the deadline by a quarter of the interval, at most so many days; where there are steps, from the first of them. */
const SOON = 7;

/**
 * HDX's reckoning: due so long after the later of last change and review, overdue and delinquent by the table. A rule names days instead; each ends
 * with its day. States change with the day in the zone, because a day is what people are told.
 */
export function standingOf(cadence: Cadence, facts: Facts, now: Date, zone: string): Standing {
  const due = findDue(cadence, facts, now, zone);
  return {
    state: stateOf(cadence, facts, due, dayIn(now, zone)),
    due,
    covered: due && cadence.covers && periodBefore(due.day, cadence.covers),
    stepDays: due === null ? [] : cadence.steps.map((step) => ({ ...step, day: addDays(due.day, -step.before) })),
  };
}

export const isScheduled = ({ frequency, rrule }: Pick<Cadence, 'frequency' | 'rrule'>): boolean => frequency !== null || rrule !== null;

function findDue({ frequency, rrule, from, covers, grace }: Cadence, facts: Facts, now: Date, zone: string): Deadline | null {
  const { published, reviewed, lastData } = facts;
  if (rrule !== null) {
    const dayOf = (moment: Date | null) => moment && dayIn(moment, zone);
    const day = findUnmet(rrule, from!, covers, { published: dayOf(published), reviewed: dayOf(reviewed), lastData }, dayIn(now, zone));
    return day === null ? null : endOf(day, grace ?? graceOf(intervalOf(rrule)), zone);
  }
  if (frequency === null || frequency <= 0) return null;
  const days = grace ?? graceOf(frequency);
  const change = latest(published, reviewed);
  if (change !== null) return toDeadline(countFrom(change, frequency, days), zone);
  return from === null ? null : endOf(from, days, zone);
}

/** Until the last second of a day; graces are days of the calendar. */
function endOf(day: string, { overdue, delinquent }: Grace, zone: string): Deadline {
  const end = (each: string) => new Date(toMoment(`${addDays(each, 1)}T00:00`, zone).getTime() - 1000);
  return toDeadline({ at: end(day), overdueAt: end(addDays(day, overdue)), delinquentAt: end(addDays(day, delinquent)) }, zone);
}

const toDeadline = ({ at, overdueAt, delinquentAt }: Moments, zone: string): Deadline => ({
  day: dayIn(at, zone),
  at: at.toISOString(),
  overdue: dayIn(overdueAt, zone),
  overdueAt: overdueAt.toISOString(),
  delinquent: dayIn(delinquentAt, zone),
  delinquentAt: delinquentAt.toISOString(),
});

function stateOf(cadence: Cadence, { isThere }: Facts, due: Deadline | null, today: string): State {
  if (!isScheduled(cadence)) return 'not-scheduled';
  if (due === null || today < due.day) {
    if (!isThere) return 'none';
    return due !== null && daysBetween(today, due.day) <= soonOf(cadence) ? 'due-soon' : 'fresh';
  }
  if (today < due.overdue) return 'due';
  return today < due.delinquent ? 'overdue' : 'delinquent';
}

/** Days before the deadline. */
function soonOf({ frequency, rrule, steps }: Cadence): number {
  if (steps.length > 0) return Math.max(...steps.map(({ before }) => before));
  return Math.min(SOON, Math.floor((rrule === null ? frequency! : intervalOf(rrule)) / 4));
}

/** The deadline that is not met and, of a rule, those that follow it until a day. */
export function comingDays({ rrule, from }: Pick<Cadence, 'rrule' | 'from'>, due: Pick<Deadline, 'day'> | null, until: string): string[] {
  if (due === null) return [];
  if (rrule === null) return due.day <= until ? [due.day] : [];
  return due.day <= until ? daysBy(rrule, from!, due.day, until) : [];
}
