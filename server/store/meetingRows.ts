/** Rows of meetings, actions and decisions (migrations/0052_meetings.sql). */

export interface MeetingRow {
  id: string;
  scope: string;
  title: string;
  starts: string;
  zone: string;
  length: number;
  place: string | null;
  link: string | null;
  link_public: number;
  rrule: string | null;
  note: string | null;
  visibility: string;
  status: string;
  cancelled_from: string | null;
  reason: string | null;
  sequence: number;
  follows: string | null;
  created_at: string;
  updated_at: string;
}

export interface MeetingGroupRow {
  meeting: string;
  scope: string;
  workgroup: string;
  turn: number;
}

export interface MeetingExceptionRow {
  meeting: string;
  day: string;
  kind: string;
  starts: string | null;
  length: number | null;
  place: string | null;
  reason: string | null;
}

export interface MeetingRecordRow {
  meeting: string;
  day: string;
  agenda: string | null;
  minutes: string | null;
  attendance: string;
}

export interface GroupActionRow {
  id: string;
  scope: string;
  workgroup: string;
  meeting: string | null;
  day: string | null;
  text: string;
  organisation: string | null;
  role: string | null;
  due: string | null;
  link: string | null;
  state: string;
  closed_on: string | null;
  created_at: string;
  updated_at: string;
}

export interface GroupDecisionRow {
  id: string;
  scope: string;
  workgroup: string;
  meeting: string | null;
  day: string | null;
  decided_on: string;
  text: string;
  link: string | null;
  visibility: string;
  created_at: string;
  updated_at: string;
}

export interface CalendarLinkRow {
  id: string;
  account: string;
  scope: string;
  about: string;
  token_sha256: string;
  created_at: string;
  last_read_on: string | null;
}
