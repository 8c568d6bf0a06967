/** Times of collection as iCalendar (RFC 5545): whole days, for programs that subscribe to them. Nobody's name or address is in it. */
import ICAL from 'ical.js';
import { addDays } from '../../groups/structure.ts';
import type { Status } from '../../contract/assessments/assessments.ts';

export interface CalendarWindow {
  id: string;
  sequence: number;
  createdAt: string;
  updatedAt: string;
  start: string;
  end: string;
  status: Status;
  summary: string;
  description: string;
  url: string;
}

const PRODUCT = '-//Codmap//Assessments//EN';
/** How often programs should look again. */
const REFRESH = 'PT12H';

/** @returns text with CRLF, lines folded at 75 octets */
export function writeCalendar(name: string, windows: readonly CalendarWindow[]): string {
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
  for (const window of windows) calendar.addSubcomponent(toEvent(window));
  return `${calendar.toString()}\r\n`;
}

function toEvent({ id, sequence, createdAt, updatedAt, start, end, status, summary, description, url }: CalendarWindow): ICAL.Component {
  const made = new ICAL.Component('vevent');
  const add = (key: string, value: string | number | ICAL.Time) => made.addPropertyWithValue(key, value);
  const utc = (iso: string) => ICAL.Time.fromJSDate(new Date(iso), true);
  add('uid', `assessment-${id}@codmap`);
  add('sequence', sequence);
  add('dtstamp', utc(updatedAt));
  add('created', utc(createdAt));
  add('last-modified', utc(updatedAt));
  add('dtstart', ICAL.Time.fromDateString(start));
  // The day after the last one (RFC 5545 §3.6.1).
  add('dtend', ICAL.Time.fromDateString(addDays(end, 1)));
  add('summary', summary);
  if (description !== '') add('description', description);
  add('url', url);
  add('class', 'PUBLIC');
  add('status', status === 'cancelled' ? 'CANCELLED' : status === 'planned' || status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED');
  add('transp', 'TRANSPARENT');
  return made;
}
