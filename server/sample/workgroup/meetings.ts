/** Meetings of the invented country: weekly and monthly ones, one that was cancelled, one with minutes, actions that are open and late, decisions. Days go by the day it is made on. */
import type { AppointmentRole } from '../../contract/groups/groups.ts';

export interface SampleMeeting {
  id: string;
  groups: string[];
  title: string;
  /** YYYY-MM-DDTHH:MM, on the clocks of `SAMPLE_ZONE`. */
  start: string;
  length: number;
  place: string | null;
  link: string | null;
  rrule: string | null;
  note: string | null;
  visibility: 'public' | 'members';
  cancelled: string | null;
  exceptions: { day: string; is: 'cancelled' | 'moved'; start: string | null; reason: string }[];
  /** Documents by id, where the country has them; seats of the group by turn, with how many people came. */
  records: { day: string; agenda: string | null; minutes: string | null; attended: number[] }[];
}

/** Of a meeting by its id; `owner`: the seat of the group by turn. */
export interface SampleAction {
  id: string;
  group: string;
  meeting: string;
  day: string;
  text: string;
  owner: number | null;
  role: AppointmentRole | null;
  due: string | null;
  closed: string | null;
  about: 'boundaries' | null;
}
export interface SampleDecision {
  id: string;
  group: string;
  meeting: string;
  day: string;
  text: string;
  about: 'boundaries' | 'population' | null;
}

export interface SampleMeetings {
  meetings: SampleMeeting[];
  actions: SampleAction[];
  decisions: SampleDecision[];
  /** The meeting in which data were endorsed. */
  endorsed: { meeting: string; day: string };
}

export const SAMPLE_ZONE = 'Africa/Freetown';
const DAY_MS = 86_400_000;
const TUESDAY = 2;
const WEDNESDAY = 3;
const THURSDAY = 4;

const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
/** The last such weekday on or before a day. */
const lastOf = (day: string, weekday: number): string => addDays(day, -((new Date(day).getUTCDay() - weekday + 7) % 7));
/** The n-th such weekday of the month of a day. */
function nthOf(day: string, weekday: number, n: number): string {
  const first = `${day.slice(0, 7)}-01`;
  return addDays(first, ((weekday - new Date(first).getUTCDay() + 7) % 7) + 7 * (n - 1));
}

const plain = { length: 90, place: 'Coordination office, room 2', link: null, rrule: null, note: null, visibility: 'public', cancelled: null, exceptions: [], records: [] } as const; // prettier-ignore
const meeting = (given: Pick<SampleMeeting, 'id' | 'groups' | 'title' | 'start'> & Partial<SampleMeeting>): SampleMeeting => ({
  ...plain,
  exceptions: [],
  records: [],
  ...given,
});

/** @param today YYYY-MM-DD */
export function createMeetings(today: string): SampleMeetings {
  // Minutes are written a few days after.
  const last = lastOf(addDays(today, -3), TUESDAY);
  const before = addDays(last, -28);
  const thursday = lastOf(addDays(today, -1), THURSDAY);
  const month = addDays(`${today.slice(0, 7)}-01`, -100);
  return {
    meetings: [
      meeting({
        id: 'sample-imwg',
        groups: ['imwg'],
        title: 'IMWG weekly meeting',
        start: `${addDays(last, -77)}T10:00`,
        link: 'https://meet.example.org/imwg',
        rrule: 'FREQ=WEEKLY;BYDAY=TU',
        note: 'Round of updates, data that are due, requests of clusters. Send points for the agenda by Monday noon.',
        exceptions: [
          { day: addDays(last, 21), is: 'cancelled', start: null, reason: 'Public holiday' },
          { day: addDays(last, 14), is: 'moved', start: `${addDays(last, 15)}T14:00`, reason: 'The room is taken on Tuesday' },
        ],
        records: [
          { day: before, agenda: null, minutes: 'imwg-minutes-11', attended: [2, 1, 1, 1, 1] },
          { day: last, agenda: null, minutes: 'imwg-minutes-12', attended: [2, 1, 1, 1, 1, 1, 1] },
        ],
      }),
      meeting({
        id: 'sample-gis',
        groups: ['gis'],
        title: 'GIS working session',
        start: `${addDays(thursday, -56)}T11:00`,
        length: 60,
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      }),
      meeting({
        id: 'sample-iccg',
        groups: ['iccg'],
        title: 'ICCG monthly meeting',
        start: `${nthOf(month, THURSDAY, 2)}T14:00`,
        length: 120,
        place: 'Coordination office, main hall',
        rrule: 'FREQ=MONTHLY;BYDAY=2TH',
      }),
      meeting({
        id: 'sample-hct',
        groups: ['hct'],
        title: 'HCT monthly meeting',
        start: `${nthOf(month, WEDNESDAY, 1)}T09:00`,
        length: 120,
        place: 'Residence of the Humanitarian Coordinator',
        rrule: 'FREQ=MONTHLY;BYDAY=1WE',
        visibility: 'members',
      }),
      meeting({
        id: 'sample-training',
        groups: ['imwg', 'gis'],
        title: 'Training: from a list to a 3W map',
        start: `${addDays(today, 9)}T09:00`,
        length: 240,
        cancelled: 'The trainer is ill; a new day will be announced.',
      }),
      meeting({
        id: 'sample-joint',
        groups: ['iccg', 'imwg'],
        title: 'Joint session: figures of the new response plan',
        start: `${addDays(today, 16)}T10:00`,
        length: 180,
        place: null,
        link: 'https://meet.example.org/plan',
      }),
    ],
    ...agreedIn(today, last, before),
    endorsed: { meeting: 'sample-imwg', day: last },
  };
}

/** What was agreed and decided in the last meeting and in the one four weeks before it. */
function agreedIn(today: string, last: string, before: string): Pick<SampleMeetings, 'actions' | 'decisions'> {
  return {
    actions: [
      { id: 'sample-action-1', group: 'imwg', meeting: 'sample-imwg', day: before, text: 'Share the list of settlements that changed their district', owner: 0, role: 'imo', due: addDays(today, -9), closed: null, about: 'boundaries' }, // prettier-ignore
      { id: 'sample-action-2', group: 'imwg', meeting: 'sample-imwg', day: last, text: 'Send the 3W of the last quarter, with local partners in it', owner: 1, role: 'imo', due: addDays(today, 5), closed: null, about: null }, // prettier-ignore
      { id: 'sample-action-3', group: 'imwg', meeting: 'sample-imwg', day: last, text: 'Propose dates for a training on P-codes', owner: 2, role: 'member', due: null, closed: null, about: null }, // prettier-ignore
      { id: 'sample-action-4', group: 'imwg', meeting: 'sample-imwg', day: before, text: 'Compare the population figures with those of the census office', owner: 0, role: 'secretariat', due: addDays(today, -14), closed: addDays(today, -15), about: null }, // prettier-ignore
      { id: 'sample-action-5', group: 'imwg', meeting: 'sample-imwg', day: before, text: 'Translate the outline of the assessment register', owner: 3, role: 'imo', due: addDays(today, -2), closed: null, about: null }, // prettier-ignore
    ],
    decisions: [
      { id: 'sample-decision-1', group: 'imwg', meeting: 'sample-imwg', day: last, text: 'The administrative boundaries are the reference of the response; all clusters use their P-codes from the next 3W on.', about: 'boundaries' }, // prettier-ignore
      { id: 'sample-decision-2', group: 'imwg', meeting: 'sample-imwg', day: before, text: 'The 3W is collected once a quarter, by the tenth day after its end.', about: null }, // prettier-ignore
    ],
  };
}
