/** Meetings as iCalendar (RFC 5545), for programs that subscribe to them. Nobody's name or address is in it. */
import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { addDays } from '../../groups/structure.ts';
import { addMinutes, dayOf, timeOf, toLocal, toMoment } from '../clock.ts';
import { endRule, untilOf as untilIn } from '../rule.ts';
import { findHeld, heldRule, untilOf, type StoredMeeting } from '../series.ts';
import { toCalendar, toEvent } from './vcalendar.ts';

/** What a file is about, and what it says around the meetings. */
export interface CalendarText {
  /** As calendar programs show it. */
  name: string;
  /** BCP 47. */
  lang: string;
  /** A group as people call it. */
  groupName: (id: string) => string;
  /** Address of the page of one meeting. */
  pageOf: (meeting: string, day: string) => string;
  /** Whether the file is for one member: it has links to join then, and meetings for members. */
  isOwn: boolean;
  /** `Groups: A, B`, and the word before the address to join. */
  saysGroups: (names: string[]) => string;
  saysLink: (link: string) => string;
}

/** Meetings that were over earlier are left out: a calendar keeps what it has read. */
const PAST_DAYS = 180;
/** How often programs should look again. */
const REFRESH = 'PT4H';

/**
 * @param meetings what the reader may know
 * @returns text with CRLF, lines folded at 75 octets
 */
export function writeCalendar(meetings: readonly StoredMeeting[], now: Date, text: CalendarText): string {
  const earliest = addDays(now.toISOString().slice(0, 10), -PAST_DAYS);
  const told = meetings.filter(
    (meeting) => (untilOf(meeting) ?? '9999') >= earliest || meeting.exceptions.some(({ start }) => start !== null && start >= earliest),
  );
  const zones = [...new Set(told.map(({ zone }) => zone))].map(zoneComponent);
  return toCalendar({ kind: 'Meetings', name: text.name, refresh: REFRESH }, [...zones, ...told.flatMap((meeting) => toEvents(meeting, text))]);
}

/** The rules of a zone, under the name that we have for it: the library tells some by another name of the same zone. */
function zoneComponent(zone: string): ICAL.Component {
  const [block] = tzlib_get_ical_block(zone) as string[];
  const component = ICAL.Component.fromString(block!.replace(/\r?\n/g, '\r\n'));
  component.updatePropertyWithValue('tzid', zone);
  component.removeAllProperties('x-lic-location');
  return component;
}

/** The meeting or series, and what was moved of it; what was cancelled of a series is left out of its rule (EXDATE). */
function toEvents(meeting: StoredMeeting, text: CalendarText): ICAL.Component[] {
  const { start, zone, rrule, exceptions, status, cancelledFrom } = meeting;
  const planned = (day: string) => `${day}T${timeOf(start)}`;
  const first = { local: start, length: meeting.length, place: meeting.place, day: dayOf(start) };
  const series = event(meeting, first, text);
  if (status === 'cancelled' && cancelledFrom === null) series.updatePropertyWithValue('status', 'CANCELLED');
  if (rrule === null) return [series];
  series.addPropertyWithValue('rrule', ICAL.Recur.fromString(toUtcRule(heldRule(meeting)!, start, zone)));
  const cancelled = exceptions.filter(({ is }) => is === 'cancelled');
  for (const { day } of cancelled) series.addProperty(timeIn('exdate', planned(day), zone));
  const moved = exceptions.flatMap(({ day, is }) => {
    const held = is === 'moved' && (cancelledFrom === null || day < cancelledFrom) ? findHeld(meeting, day) : undefined;
    if (!held) return [];
    const one = event(meeting, held, text);
    one.addProperty(timeIn('recurrence-id', planned(day), zone));
    if (held.reason !== null) one.addPropertyWithValue('comment', held.reason);
    return [one];
  });
  return [series, ...moved];
}

function event(meeting: StoredMeeting, when: { local: string; length: number; place: string | null; day: string }, text: CalendarText): ICAL.Component {
  const { id, zone, title, groups, note, link, linkPublic, sequence, createdAt, updatedAt } = meeting;
  const made = toEvent({ uid: id, sequence, createdAt, updatedAt });
  const add = (name: string, value: string) => made.addPropertyWithValue(name, value);
  made.addProperty(timeIn('dtstart', when.local, zone));
  const end = addMinutes(toMoment(when.local, zone), when.length);
  made.addProperty(timeIn('dtend', toLocal(end, zone), zone));
  add('summary', title);
  const shown = text.isOwn || linkPublic ? link : null;
  if (when.place !== null || shown !== null) add('location', when.place ?? shown!);
  const lines = [note, text.saysGroups(groups.map((group) => text.groupName(group))), shown && text.saysLink(shown)];
  add('description', lines.filter(Boolean).join('\n\n'));
  const categories = new ICAL.Property('categories');
  categories.setValues(groups.map((group) => text.groupName(group)));
  made.addProperty(categories);
  add('url', text.pageOf(id, when.day));
  add('class', text.isOwn && meeting.visibility === 'members' ? 'PRIVATE' : 'PUBLIC');
  add('status', 'CONFIRMED');
  return made;
}

function timeIn(name: string, local: string, zone: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setParameter('tzid', zone);
  property.setValue(ICAL.Time.fromDateTimeString(`${local}:00`));
  return property;
}

/** A rule ends in UTC where its series has a zone (RFC 5545 §3.3.10): at the time of the meeting on its last day. */
function toUtcRule(rule: string, start: string, zone: string): string {
  const until = untilIn(rule);
  if (until === null) return rule;
  const last = toMoment(`${until}T${timeOf(start)}`, zone).toISOString();
  return `${endRule(rule, null)};UNTIL=${last.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
