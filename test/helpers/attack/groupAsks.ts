/** What is asked of the routes of the working group, of sharing and of contacts, and for how long its answers may be kept. */
import type { RouteName } from '../../../server/contract/paths.ts';

export type Keeps = 'year' | 'minute' | 'each time' | 'no';
export type Asks = Partial<Record<RouteName, { ask: string[]; keeps: [path: string, keeps: Keeps][]; why?: string }>>;
/** Of the working group: what names no person is kept for a minute. */
const C = '/api/v1/countries/EXL';
export const STRUCTURE: Asks = {
  getStructure: { ask: [`${C}/groups`, `${C}/groups?lang=ar`], keeps: [[`${C}/groups`, 'minute']] },
  getStructureCsv: { ask: [`${C}/groups.csv`], keeps: [[`${C}/groups.csv`, 'minute']] },
  getStructureJsonld: { ask: [`${C}/groups.jsonld`], keeps: [[`${C}/groups.jsonld`, 'minute']] },
  getGroup: { ask: [`${C}/groups/wash`], keeps: [] },
  getStructureHistory: { ask: [`${C}/groups-history`], keeps: [] },
  listRegistry: { ask: [`${C}/organisations`], keeps: [] },
  listPersons: { ask: [`${C}/persons`], keeps: [] },
  listImports: { ask: [`${C}/imports`], keeps: [] },
  getImport: { ask: [`${C}/imports/x`], keeps: [] },
  listMeetings: { ask: [`${C}/meetings`, `${C}/meetings?group=wash`], keeps: [[`${C}/meetings`, 'minute']] },
  getMeeting: { ask: [`${C}/meetings/x`], keeps: [] },
  getOccurrence: { ask: [`${C}/meetings/x/2026-12-01`], keeps: [] },
  getAgenda: { ask: [`${C}/agenda`, `${C}/agenda?group=wash`], keeps: [[`${C}/agenda`, 'minute']] },
  listActions: { ask: [`${C}/actions`], keeps: [] },
  listGroupDecisions: { ask: [`${C}/decisions`], keeps: [[`${C}/decisions`, 'minute']] },
  getCountryCalendar: { ask: [`${C}/calendar.ics`, `${C}/calendar.ics?lang=ar`], keeps: [[`${C}/calendar.ics`, 'minute']] },
  getGroupCalendar: { ask: [`${C}/groups/wash/calendar.ics`], keeps: [] },
  getOwnCalendar: { ask: ['/calendars/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics'], keeps: [] },
  listCalendarLinks: { ask: ['/api/v1/calendar-links'], keeps: [] },
  getCountryFeed: { ask: [`${C}/feed.atom`], keeps: [] },
  getGroupFeed: { ask: [`${C}/groups/wash/feed.atom`], keeps: [] },
  getMembership: { ask: ['/api/v1/membership'], keeps: [] },
  listDocuments: { ask: [`${C}/documents`, `${C}/documents?q=wash`], keeps: [] },
  getOutline: { ask: [`${C}/documents/outline.md?group=wash`], keeps: [] },
  getDocument: { ask: [`${C}/documents/wash-tor`], keeps: [] },
  getEdition: { ask: [`${C}/documents/wash-tor/versions/v1`], keeps: [] },
  getEditionBody: { ask: [`${C}/documents/wash-tor/versions/current/body`], keeps: [] },
  showEdition: { ask: [`${C}/documents/wash-tor/versions/v1/view.html`], keeps: [] },
  getEditionFile: { ask: [`${C}/documents/wash-tor/versions/v1/file`], keeps: [] },
  getContacts: { ask: [`${C}/contacts`, `${C}/contacts?group=wash`, `${C}/contacts?page=focal-points`], keeps: [] },
  listContactEvents: { ask: [`${C}/contacts-history`], keeps: [] },
  listHiddenEntries: { ask: [`${C}/hidden-entries`], keeps: [] },
  listMails: { ask: [`${C}/mails`], keeps: [] },
  getOwnEntries: { ask: ['/api/v1/entries'], keeps: [] },
  exportOwnEntry: { ask: [`${C}/entries/x/export.json`, `${C}/entries/x/export.vcf`], keeps: [] },
};

/** Of sharing: how sensitive each dataset is, asked for each time. */
export const SHARING: Asks = {
  getSharing: { ask: [`${C}/sharing`, `${C}/sharing?lang=ar`], keeps: [[`${C}/sharing`, 'no']] },
  getClassification: { ask: [`${C}/sharing/v1`], keeps: [] },
  getSensitivity: { ask: ['/api/v1/datasets/3w-exl/sensitivity'], keeps: [['/api/v1/datasets/3w-exl/sensitivity', 'no']] },
};
/** The data-sharing schedule: what names no person is kept for a minute. */
export const SCHEDULE: Asks = {
  getSchedule: { ask: [`${C}/schedule`], keeps: [[`${C}/schedule`, 'minute']] },
  getScheduleEntry: { ask: [`${C}/schedule/x`], keeps: [] },
  getScheduleCalendar: { ask: [`${C}/schedule.ics`, `${C}/schedule.ics?lang=ar`], keeps: [[`${C}/schedule.ics`, 'minute']] },
  getScheduleCsv: { ask: [`${C}/schedule.csv`], keeps: [[`${C}/schedule.csv`, 'minute']] },
  listSources: { ask: [`${C}/sources`], keeps: [] },
  getSource: { ask: [`${C}/sources/x`], keeps: [] },
};
/** The registry of assessments: what names no person is kept for a minute. */
const R = `${C}/assessments`;
export const ASSESSMENTS: Asks = {
  listAssessments: { ask: [R, `${R}?sector=WSH&lang=ar`], keeps: [[R, 'minute']] },
  getAssessment: { ask: [`${R}/x`], keeps: [] },
  getAssessmentFile: { ask: [`${R}/x/files/y`], keeps: [] },
  getAssessmentCoverage: { ask: [`${R}/coverage`, `${R}/coverage?level=2&sector=WSH`], keeps: [[`${R}/coverage`, 'minute']] },
  getAssessmentMatrix: { ask: [`${R}/matrix?level=2`], keeps: [[`${R}/matrix`, 'minute']] },
  getAssessmentGaps: { ask: [`${R}/gaps?level=2`], keeps: [[`${R}/gaps`, 'minute']] },
  listAssessmentImports: { ask: [`${R}/imports`], keeps: [] },
  listAssessmentLinks: { ask: [`${C}/assessment-links`], keeps: [] },
  getAssessmentsCsv: { ask: [`${R}.csv`], keeps: [[`${R}.csv`, 'minute']] },
  getAssessmentsXlsx: { ask: [`${R}.xlsx`], keeps: [[`${R}.xlsx`, 'minute']] },
  getAssessmentsJson: { ask: [`${R}.json`], keeps: [[`${R}.json`, 'minute']] },
  getAssessmentsHxl: { ask: [`${R}.hxl.csv`], keeps: [[`${R}.hxl.csv`, 'minute']] },
  getAssessmentsCalendar: { ask: [`${R}.ics`, `${R}.ics?lang=ar`], keeps: [[`${R}.ics`, 'minute']] },
  getAssessmentsFeed: { ask: [`${R}.atom`], keeps: [[`${R}.atom`, 'minute']] },
  getAssessmentsGeojson: { ask: [`${R}.geojson?level=2`], keeps: [[`${R}.geojson`, 'minute']] },
  getAssessmentForm: { ask: [`${C}/assessments-form.xlsx`], keeps: [[`${C}/assessments-form.xlsx`, 'minute']] },
};
/** Contacts as files, and sheets that are read into them: for people who are signed in, and kept by nobody. */
export const CONTACT_FILES: Asks = {
  exportContacts: { ask: ['vcf', 'vcf3', 'csv', 'xlsx', 'txt', 'json'].map((format) => `${C}/contacts/export.${format}`), keeps: [] },
  printContacts: { ask: [`${C}/contacts/sheet.html`, `${C}/contacts/sheet.html?kind=sign-in&layout=wide&lang=ar`], keeps: [] },
  listContactImports: { ask: [`${C}/contacts/imports`], keeps: [] },
  getContactImport: { ask: [`${C}/contacts/imports/x`], keeps: [] },
};
/** News of the data: feeds of what strangers may know are kept for a minute; what is of one person, and webhooks, by nobody. */
export const NEWS: Asks = {
  getNewsFeed: { ask: ['/api/v1/feed.atom', '/api/v1/feed.atom?lang=ar&since=2020-01-01'], keeps: [['/api/v1/feed.atom', 'minute']] },
  getDatasetFeed: { ask: ['/api/v1/datasets/3w-exl/feed.atom'], keeps: [] },
  listNews: { ask: ['/api/v1/news'], keeps: [] },
  countNews: { ask: ['/api/v1/news/count'], keeps: [] },
  listWebhooks: { ask: [`${C}/webhooks`], keeps: [] },
  listDeliveries: { ask: [`${C}/webhooks/x/deliveries`], keeps: [] },
};
