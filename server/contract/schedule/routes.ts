/** Routes of the data-sharing schedule. Whose entries one may keep is decided by the handler. */
import { defineRoutes } from '../route.ts';
import { entry, entryAnswer, entryBody, entryParams, langQuery, newEntriesBody, reviewBody, scheduleAnswer, scopeParams } from './schedule.ts';

const C = '/api/v1/countries/SLE/schedule';
/** The handler asks whether the group of the entry, or the one that keeps the data of the country, may record. */
const RECORD = { permission: 'group.record' } as const;

export const scheduleRoutes = defineRoutes({
  getSchedule: {
    summary:
      'Which series of data is due from whom, and in what state each is; what is due until 30 days from today. Strangers are told what is public, and of datasets only those that the one who asks may receive',
    tag: 'documents',
    params: scopeParams,
    answer: { status: 200, schema: scheduleAnswer },
    cache: 'minute',
    example: C,
  },
  createScheduleEntries: {
    summary: 'Adds entries to the schedule: all of them, or none where one is refused',
    tag: 'documents',
    params: scopeParams,
    body: newEntriesBody,
    answer: { status: 201, schema: scheduleAnswer },
    ...RECORD,
    example: C,
  },
  getScheduleEntry: {
    summary: 'One entry, with its history for members',
    tag: 'documents',
    params: entryParams,
    answer: { status: 200, schema: entryAnswer },
    cache: 'minute',
    example: `${C}/ENTRY`,
  },
  changeScheduleEntry: {
    summary: 'Changes an entry',
    tag: 'documents',
    params: entryParams,
    body: entryBody,
    answer: { status: 200, schema: entry },
    ...RECORD,
    example: `${C}/ENTRY`,
  },
  reviewScheduleEntry: {
    summary: 'Confirms that what is there still holds; the next deadline counts from now',
    tag: 'documents',
    params: entryParams,
    body: reviewBody,
    answer: { status: 200, schema: entry },
    ...RECORD,
    example: `${C}/ENTRY/review`,
  },
  deleteScheduleEntry: {
    summary: 'Takes an entry off the schedule; the history keeps it',
    tag: 'documents',
    params: entryParams,
    answer: { status: 204, media: 'text/plain' },
    ...RECORD,
    example: `${C}/ENTRY`,
  },
  getScheduleCalendar: {
    summary: 'Public deadlines and steps as iCalendar, to subscribe to (`webcal:`): the same for everybody who asks',
    tag: 'documents',
    params: scopeParams,
    query: langQuery,
    answer: { status: 200, media: 'text/calendar' },
    cache: 'minute',
    example: '/api/v1/countries/SLE/schedule.ics',
  },
  getScheduleCsv: {
    summary: 'The schedule as a table, as the one who asks sees it',
    tag: 'documents',
    params: scopeParams,
    query: langQuery,
    answer: { status: 200, media: 'text/csv' },
    cache: 'minute',
    example: '/api/v1/countries/SLE/schedule.csv',
  },
});
