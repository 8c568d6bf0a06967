/** Clock time in a zone and moments in time, by the rules that the runtime has of the zone (IANA). Pure. */
import { tzlib_get_timezones } from 'timezones-ical-library';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Zones whose rules can be written into a calendar and are known here. */
const WRITABLE: ReadonlySet<string> = new Set(tzlib_get_timezones() as string[]);

/** Whether meetings can be planned in a zone. */
export function isZone(zone: string): boolean {
  if (!WRITABLE.has(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const number = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    formats.set(
      zone,
      (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', ...number })),
    );
  }
  return format;
}

/** What the clocks of a zone show at a moment, as if it were UTC; milliseconds. */
function wallAt(moment: number, zone: string): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
}

const offsetAt = (moment: number, zone: string): number => wallAt(moment, zone) - moment;

/**
 * The moment at which the clocks of a zone show a time. Where they show it twice, the first; where they skip it, as much later as they
 * are put forward (RFC 5545 §3.3.5).
 * @param local YYYY-MM-DDTHH:MM
 */
export function toMoment(local: string, zone: string): Date {
  const wall = Date.parse(`${local}:00Z`);
  const [before, after] = [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)];
  for (const offset of [before, after]) if (offsetAt(wall - offset, zone) === offset) return new Date(wall - offset);
  return new Date(wall - before);
}

/** What the clocks of a zone show at a moment: YYYY-MM-DDTHH:MM. */
export const toLocal = (moment: Date, zone: string): string => new Date(wallAt(moment.getTime(), zone)).toISOString().slice(0, 16);

export const addMinutes = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * MINUTE);

export const dayOf = (local: string): string => local.slice(0, 10);
export const timeOf = (local: string): string => local.slice(11);
