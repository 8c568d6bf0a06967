/** Meetings, actions and decisions as rows (migrations/0052_meetings.sql) and back. */
import type { Scope } from '../contract/groups/groups.ts';
import type { Action, ActionState, Decision, Link } from '../contract/meetings/actions.ts';
import type { CalendarAbout, CalendarLink } from '../contract/meetings/calendars.ts';
import type { Attendance } from '../contract/meetings/meetings.ts';
import type { CalendarLinkRow, GroupActionRow, GroupDecisionRow, MeetingExceptionRow, MeetingRecordRow, MeetingRow } from '../store/meetingRows.ts';
import type { Exception, MeetingRecord, StoredMeeting } from './series.ts';

export type StoredAction = Omit<Action, 'link' | 'organisationName' | 'age' | 'overdue'> & { link: Link | null };
export type StoredDecision = Omit<Decision, 'link'> & { link: Link | null };
export type StoredLink = CalendarLink & { account: string };

export function toMeeting(row: MeetingRow, groups: string[], exceptions: Exception[], records: MeetingRecord[]): StoredMeeting {
  return {
    id: row.id,
    scope: row.scope as Scope,
    groups,
    title: row.title,
    start: row.starts,
    zone: row.zone,
    length: row.length,
    place: row.place,
    link: row.link,
    linkPublic: row.link_public === 1,
    rrule: row.rrule,
    note: row.note,
    visibility: row.visibility as StoredMeeting['visibility'],
    status: row.status as StoredMeeting['status'],
    cancelledFrom: row.cancelled_from,
    reason: row.reason,
    sequence: row.sequence,
    follows: row.follows,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    exceptions,
    records,
  };
}

export const fromMeeting = (meeting: StoredMeeting) =>
  ({
    id: meeting.id,
    scope: meeting.scope,
    title: meeting.title,
    starts: meeting.start,
    zone: meeting.zone,
    length: meeting.length,
    place: meeting.place,
    link: meeting.link,
    link_public: meeting.linkPublic ? 1 : 0,
    rrule: meeting.rrule,
    note: meeting.note,
    visibility: meeting.visibility,
    status: meeting.status,
    cancelled_from: meeting.cancelledFrom,
    reason: meeting.reason,
    sequence: meeting.sequence,
    follows: meeting.follows,
  }) satisfies Partial<MeetingRow>;

export const toException = ({ day, kind, starts, length, place, reason }: MeetingExceptionRow): Exception => ({
  day,
  is: kind as Exception['is'],
  start: starts,
  length,
  place,
  reason,
});

export const toRecord = ({ day, agenda, minutes, attendance }: MeetingRecordRow): MeetingRecord => ({
  day,
  agenda,
  minutes,
  attendance: JSON.parse(attendance) as Attendance[],
});

const heldOf = ({ meeting, day }: { meeting: string | null; day: string | null }) => (meeting === null || day === null ? null : { meeting, day });
const linkOf = (text: string | null): Link | null => (text === null ? null : (JSON.parse(text) as Link));

export const toAction = (row: GroupActionRow): StoredAction => ({
  id: row.id,
  scope: row.scope as Scope,
  group: row.workgroup,
  held: heldOf(row),
  text: row.text,
  organisation: row.organisation,
  role: row.role as StoredAction['role'],
  due: row.due,
  link: linkOf(row.link),
  state: row.state as ActionState,
  closedOn: row.closed_on,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const fromAction = (action: StoredAction): GroupActionRow => ({
  id: action.id,
  scope: action.scope,
  workgroup: action.group,
  meeting: action.held?.meeting ?? null,
  day: action.held?.day ?? null,
  text: action.text,
  organisation: action.organisation,
  role: action.role,
  due: action.due,
  link: action.link && JSON.stringify(action.link),
  state: action.state,
  closed_on: action.closedOn,
  created_at: action.createdAt,
  updated_at: action.updatedAt,
});

export const toDecision = (row: GroupDecisionRow): StoredDecision => ({
  id: row.id,
  scope: row.scope as Scope,
  group: row.workgroup,
  held: heldOf(row),
  date: row.decided_on,
  text: row.text,
  link: linkOf(row.link),
  visibility: row.visibility as StoredDecision['visibility'],
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const fromDecision = (decision: StoredDecision): GroupDecisionRow => ({
  id: decision.id,
  scope: decision.scope,
  workgroup: decision.group,
  meeting: decision.held?.meeting ?? null,
  day: decision.held?.day ?? null,
  decided_on: decision.date,
  text: decision.text,
  link: decision.link && JSON.stringify(decision.link),
  visibility: decision.visibility,
  created_at: decision.createdAt,
  updated_at: decision.updatedAt,
});

export const toLink = ({ id, account, scope, about, created_at, last_read_on }: CalendarLinkRow): StoredLink => ({
  id,
  account,
  scope: scope as Scope,
  about: JSON.parse(about) as CalendarAbout,
  createdAt: created_at,
  lastReadOn: last_read_on,
});
