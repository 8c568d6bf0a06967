/** When digests are due: at seven on the clock of who gets them, each day or each Monday. Pure: the clock is passed in. */
import { addDays } from '../../groups/structure.ts';
import { toLocal, toMoment } from '../../meetings/clock.ts';

const HOUR = '07:00';
/** What was done at the very moment is written a little later. */
const SETTLED_MS = 2 * 60_000;

const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

/** The latest time at which one was due, once what happened before it is surely written. */
export function latestSlot(every: 'daily' | 'weekly', zone: string, now: Date): Date {
  const settled = new Date(now.getTime() - SETTLED_MS);
  let day = toLocal(settled, zone).slice(0, 10);
  if (toMoment(`${day}T${HOUR}`, zone) > settled) day = addDays(day, -1);
  if (every === 'weekly') while (!isMonday(day)) day = addDays(day, -1);
  return toMoment(`${day}T${HOUR}`, zone);
}

/** Whether the clocks of a zone are known here. */
export function isKnownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
