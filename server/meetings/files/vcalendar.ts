/** What every calendar of ours has in common (RFC 5545): the frame of the file, who an event is, and events of whole days. */
import ICAL from 'ical.js';
import { addDays } from '../../groups/structure.ts';

export interface CalendarFrame {
  /** In the name of the product, such as `Meetings`. */
  kind: string;
  /** As calendar programs show it. */
  name: string;
  /** How often programs should look again: `PT4H`. */
  refresh: string;
}

/** @returns text with CRLF, lines folded at 75 octets */
export function toCalendar({ kind, name, refresh }: CalendarFrame, parts: Iterable<ICAL.Component>): string {
  const calendar = new ICAL.Component('vcalendar');
  const add = (key: string, value: string) => calendar.addPropertyWithValue(key, value);
  add('version', '2.0');
  add('prodid', `-//Codmap//${kind}//EN`);
  add('calscale', 'GREGORIAN');
  add('method', 'PUBLISH');
  add('name', name);
  add('x-wr-calname', name);
  const interval = new ICAL.Property('refresh-interval');
  interval.setParameter('value', 'DURATION');
  interval.setValue(refresh);
  calendar.addProperty(interval);
  add('x-published-ttl', refresh);
  for (const part of parts) calendar.addSubcomponent(part);
  return `${calendar.toString()}\r\n`;
}

export interface EventIdentity {
  /** The same for ever, without the host. */
  uid: string;
  /** Rises with each change. */
  sequence: number;
  createdAt: string;
  updatedAt: string;
}

/** An event that says which one it is, and nothing else yet. */
export function toEvent({ uid, sequence, createdAt, updatedAt }: EventIdentity): ICAL.Component {
  const made = new ICAL.Component('vevent');
  const add = (key: string, value: string | number | ICAL.Time) => made.addPropertyWithValue(key, value);
  const utc = (iso: string) => ICAL.Time.fromJSDate(new Date(iso), true);
  add('uid', `${uid}@codmap`);
  add('sequence', sequence);
  add('dtstamp', utc(updatedAt));
  add('created', utc(createdAt));
  add('last-modified', utc(updatedAt));
  return made;
}

export interface WholeDays extends EventIdentity {
  start: string;
  /** The last day. */
  end: string;
  /** The rule that it repeats by; absent: once. */
  rrule?: string | null;
  summary: string;
  description: string;
  url: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

/** Of whole days, which take up nobody's time. */
export function toWholeDays({ start, end, rrule = null, summary, description, url, status, ...identity }: WholeDays): ICAL.Component {
  const made = toEvent(identity);
  const add = (key: string, value: string | ICAL.Time | ICAL.Recur) => made.addPropertyWithValue(key, value);
  add('dtstart', ICAL.Time.fromDateString(start));
  // The day after the last one (RFC 5545 §3.6.1).
  add('dtend', ICAL.Time.fromDateString(addDays(end, 1)));
  if (rrule !== null) add('rrule', ICAL.Recur.fromString(rrule));
  add('summary', summary);
  if (description !== '') add('description', description);
  add('url', url);
  add('class', 'PUBLIC');
  add('status', status);
  add('transp', 'TRANSPARENT');
  return made;
}
