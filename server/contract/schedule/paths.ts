/** Addresses of the data schedule, apart for the length of paths.ts. */
const COUNTRY = '/api/v1/countries/:scope';

export const SCHEDULE_PATHS = {
  getSchedule: `get ${COUNTRY}/schedule`,
  createScheduleEntries: `post ${COUNTRY}/schedule`,
  getScheduleEntry: `get ${COUNTRY}/schedule/:entry`,
  changeScheduleEntry: `patch ${COUNTRY}/schedule/:entry`,
  reviewScheduleEntry: `post ${COUNTRY}/schedule/:entry/review`,
  deleteScheduleEntry: `delete ${COUNTRY}/schedule/:entry`,
  getScheduleCalendar: `get ${COUNTRY}/schedule.ics`,
  getScheduleCsv: `get ${COUNTRY}/schedule.csv`,
} as const;
