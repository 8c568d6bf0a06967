/** Deadlines and the steps before them as iCalendar (RFC 5545): whole days, for programs that subscribe to them. Nobody's name or address is in it. */
import ICAL from 'ical.js';
import { addDays } from '../../groups/structure.ts';

/** One day in the calendar. */
export interface CalendarDay {
  /** Of a deadline that is counted from the last change it stays while the day moves; of a rule each day has its own. */
  uid: string;
  sequence: number;
  updatedAt: string;
  createdAt: string;
  day: string;
  /** The rule that it repeats by; null: once. */
  rrule: string | null;
  summary: string;
  description: string;
  url: string;
}

export interface CalendarText {
  name: string;
  days: readonly CalendarDay[];
}

const PRODUCT = '-//Codmap//Data schedule//EN';
/** How often programs should look again. */
const REFRESH = 'PT12H';

/** @returns text with CRLF, lines folded at 75 octets */
export function writeCalendar({ name, days }: CalendarText): string {
  const calendar = new ICAL.Component('vcalendar');
  const add = (key: string, value: string) => calendar.addPropertyWithValue(key, value);
  add('version', '2.0');
  add('prodid', PRODUCT);
  add('calscale', 'GREGORIAN');
  add('method', 'PUBLISH');
  add('name', name);
  add('x-wr-calname', name);
  const refresh = new ICAL.Property('refresh-interval');
  refresh.setParameter('value', 'DURATION');
  refresh.setValue(REFRESH);
  calendar.addProperty(refresh);
  add('x-published-ttl', REFRESH);
  for (const day of days) calendar.addSubcomponent(toEvent(day));
  return `${calendar.toString()}\r\n`;
}

function toEvent({ uid, sequence, updatedAt, createdAt, day, rrule, summary, description, url }: CalendarDay): ICAL.Component {
  const made = new ICAL.Component('vevent');
  const add = (key: string, value: string | number | ICAL.Time | ICAL.Recur) => made.addPropertyWithValue(key, value);
  const utc = (iso: string) => ICAL.Time.fromJSDate(new Date(iso), true);
  add('uid', `${uid}@codmap`);
  add('sequence', sequence);
  add('dtstamp', utc(updatedAt));
  add('created', utc(createdAt));
  add('last-modified', utc(updatedAt));
  add('dtstart', ICAL.Time.fromDateString(day));
  add('dtend', ICAL.Time.fromDateString(addDays(day, 1)));
  if (rrule !== null) add('rrule', ICAL.Recur.fromString(rrule));
  add('summary', summary);
  if (description !== '') add('description', description);
  add('url', url);
  add('class', 'PUBLIC');
  add('status', 'CONFIRMED');
  // It takes up nobody's time.
  add('transp', 'TRANSPARENT');
  return made;
}
