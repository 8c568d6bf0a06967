/** Meetings of groups: planned in a time zone, repeated by a rule, with what became of each of them. Terms: docs/meetings.md. */
import { z } from 'zod';
import { day, groupId, line, organisationId, prose, scope, VISIBILITIES } from '../groups/groups.ts';
import { LANGS } from '../languages.ts';
import { action, decision } from './actions.ts';
import { documentRef, entryId, instant, meetingDay } from './names.ts';

/** Wall-clock time in the zone of the meeting, to the minute: `2026-12-01T10:00`. */
export const localTime = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, 'wrong.local-time')
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)) && new Date(`${text}Z`).toISOString().startsWith(text), 'wrong.local-time');
/** Name of the IANA database: `Africa/Freetown`. Whether the server knows it, it says when it is given. */
const zone = z
  .string()
  .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+){0,2}$/, 'wrong.zone')
  .max(60);
/** RFC 5545 §3.3.10, without `RRULE:`; days, weeks, months or years. `UNTIL` is the last day in the zone of the meeting: `FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630`. */
const rrule = z
  .string()
  .regex(/^[A-Z0-9=;,+-]+$/, 'wrong.rrule')
  .max(300);
const webLink = z.url({ protocol: /^https?$/ }).max(1000);

export const MEETING_STATUSES = ['planned', 'cancelled'] as const;
export const OCCURRENCE_STATES = ['planned', 'moved', 'cancelled'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

const meetingFields = {
  /** The first is the one that invites. */
  groups: z
    .array(groupId)
    .min(1)
    .max(20)
    .refine((ids) => new Set(ids).size === ids.length, 'wrong.twice'),
  title: line(300),
  start: localTime,
  zone,
  /** In minutes. */
  length: z
    .number()
    .int()
    .min(5)
    .max(14 * 24 * 60),
  place: line(300).nullable(),
  /** To join from afar. For members, unless `linkPublic`. */
  link: webLink.nullable(),
  linkPublic: z.boolean(),
  rrule: rrule.nullable(),
  note: prose(4000).nullable(),
  /** `public` holds where all its groups are public as well. */
  visibility: z.enum(VISIBILITIES),
};

/** A meeting, or a series of them. */
export const meeting = z.object({
  id: entryId,
  scope,
  ...meetingFields,
  status: z.enum(MEETING_STATUSES),
  reason: z.string().nullable(),
  /** Raised by whatever a calendar must learn. */
  sequence: z.number().int(),
  /** The series that this one goes on from, with other times: earlier meetings stay as they were. */
  follows: entryId.nullable(),
  /** Last day of the series; null where it has no end. Of one meeting its day. */
  until: day.nullable(),
  updatedAt: instant,
});
export type Meeting = z.infer<typeof meeting>;

/** What is not said: members only, once, without place. */
export const newMeetingBody = z.object({
  ...meetingFields,
  place: meetingFields.place.default(null),
  link: meetingFields.link.default(null),
  linkPublic: z.boolean().default(false),
  rrule: meetingFields.rrule.default(null),
  note: meetingFields.note.default(null),
  visibility: meetingFields.visibility.default('members'),
});
export type NewMeeting = z.infer<typeof newMeetingBody>;
/**
 * Only what is given is changed. `from`: a day on which the series meets; what is changed holds from then, in a new series that follows
 * this one, and earlier meetings stay as they were. Needed where times of a series change that has begun.
 */
export const meetingBody = z
  .object({ ...meetingFields, from: day })
  .partial()
  .refine(({ from: _from, ...given }) => Object.keys(given).length > 0, 'wrong.nothing');
export type MeetingChange = z.infer<typeof meetingBody>;
export const cancelBody = z.object({ reason: line(500).nullable().default(null) });

/** One meeting on one day. `day`: the day on which it was planned, which names it for good, even where it was moved. */
export const occurrence = z.object({
  meeting: entryId,
  day,
  title: z.string(),
  groups: z.array(groupId),
  start: instant,
  end: instant,
  /** On the clocks of the zone. */
  local: localTime,
  zone: z.string(),
  length: z.number().int(),
  repeats: z.boolean(),
  place: z.string().nullable(),
  /** null where there is none, and for strangers where it is for members. */
  link: z.string().nullable(),
  state: z.enum(OCCURRENCE_STATES),
  /** Why it was moved or cancelled. */
  reason: z.string().nullable(),
  visibility: z.enum(VISIBILITIES),
  /** Documents; null also where the one who asks may not read them. */
  agenda: documentRef.nullable(),
  minutes: documentRef.nullable(),
});
export type Occurrence = z.infer<typeof occurrence>;

/** How many people of an organisation took part; null: it was there, and nobody counted. Names are in no record. */
export const attendance = z.object({ organisation: organisationId, persons: z.number().int().min(1).max(9999).nullable() });
export type Attendance = z.infer<typeof attendance>;

/** Cancels or moves one meeting of a series, or puts it back as planned. What is not said of a moved one stays. */
export const occurrenceBody = z.discriminatedUnion('is', [
  z.object({ is: z.literal('planned') }),
  z.object({ is: z.literal('cancelled'), reason: line(500).nullable().default(null) }),
  z.object({
    is: z.literal('moved'),
    start: localTime,
    length: meetingFields.length.optional(),
    place: meetingFields.place.optional(),
    reason: line(500).nullable().default(null),
  }),
]);
export type OccurrenceChange = z.infer<typeof occurrenceBody>;
/** Only what is given is changed. Documents by id; their group is one of the groups of the meeting. */
export const recordBody = z
  .object({
    agenda: z.string().min(1).max(100).nullable(),
    minutes: z.string().min(1).max(100).nullable(),
    attendance: z
      .array(attendance)
      .max(500)
      .refine((list) => new Set(list.map(({ organisation }) => organisation)).size === list.length, 'wrong.twice'),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type RecordChange = z.infer<typeof recordBody>;

/** What groups are called, and who may record in which. */
const around = {
  today: day,
  groups: z.array(z.object({ id: groupId, names: z.record(z.string(), z.string()), acronym: z.string().nullable(), mailbox: z.string().nullable() })),
  may: z.object({
    /** Sees what is for members: meetings, links, attendance, actions. */
    see: z.boolean(),
    /** Groups whose meetings one keeps. */
    record: z.array(groupId),
    /** Signed in, so one may have a calendar of one’s own. */
    ownCalendar: z.boolean(),
  }),
};
export type GroupLabel = z.infer<typeof around.groups>[number];

/** A line of the schedule: a series that goes on, or a meeting that is still to come. */
export const scheduleRow = z.object({
  meeting,
  /** The next one that is not cancelled; null where none is left. */
  next: occurrence.nullable(),
});
export type ScheduleRow = z.infer<typeof scheduleRow>;
export const meetingsAnswer = z.object({ ...around, occurrences: z.array(occurrence), schedule: z.array(scheduleRow) });
export type MeetingsAnswer = z.infer<typeof meetingsAnswer>;
/** `next` and `previous`: of the series, cancelled ones left out. */
export const occurrenceAnswer = z.object({
  ...around,
  meeting,
  occurrence,
  previous: day.nullable(),
  next: day.nullable(),
  /** Members only; else empty. */
  attendance: z.array(attendance.extend({ name: z.string() })),
  actions: z.array(action),
  decisions: z.array(decision),
});
export type OccurrenceAnswer = z.infer<typeof occurrenceAnswer>;
/** A series with its meetings: past ones newest first, coming ones in order. */
export const meetingAnswer = z.object({ ...around, meeting, past: z.array(occurrence), coming: z.array(occurrence) });
export type MeetingAnswer = z.infer<typeof meetingAnswer>;

/** What pages of a group and of a country show. */
export const agendaAnswer = z.object({
  ...around,
  /** At most five, cancelled ones left out. */
  next: z.array(occurrence),
  /** The latest with minutes that the one who asks may read. */
  lastMinutes: occurrence.nullable(),
  /** Open ones, what was due first first; members only, else empty. */
  actions: z.array(action),
  /** Newest first; at most ten. */
  decisions: z.array(decision),
  schedule: z.array(scheduleRow),
});
export type AgendaAnswer = z.infer<typeof agendaAnswer>;

const group = groupId.optional().describe('of one group; all where it is not said');
export const meetingsQuery = z.object({
  from: day.optional().describe('first day; today where it is not said'),
  to: day.optional().describe('last day; 31 days later where it is not said, at most 400'),
  group,
});
export const agendaQuery = z.object({ group });
export const meetingParams = z.object({ scope, meeting: entryId });
export const occurrenceParams = z.object({ scope, meeting: entryId, day: meetingDay });
export const calendarQuery = z.object({ lang: z.enum(LANGS).default('en').describe('of what stands around the titles') });
