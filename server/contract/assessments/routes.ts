/** Routes of the registry of assessments. Whose records one may keep is decided by the handler. */
import { z } from 'zod';
import { defineRoutes } from '../route.ts';
import {
  ACTIONS,
  assessment,
  assessmentBody,
  assessmentParams,
  langQuery,
  newAssessment,
  overlap,
  pair,
  pairBody,
  RECORD_STATES,
  scopeParams,
} from './assessments.ts';
import { coverageAnswer, coverageQuery, filterQuery, gapsAnswer, gapsQuery, matrixAnswer } from './coverage.ts';
import { columnRole, importLedger } from './imports.ts';
import { day, groupId, line } from '../groups/groups.ts';
import { adminLevel, versionTag } from '../ids.ts';
import { entryId, instant } from '../meetings/names.ts';

const A = '/api/v1/countries/SLE/assessments';
const L = '/api/v1/countries/SLE/assessment-links';
/** The handler asks whether a group of the record, or the one that keeps the data of the country, may record. */
const RECORD = { permission: 'group.record' } as const;

const filterParams = z.object(filterQuery);
const filterAndLang = filterParams.extend(langQuery.shape);
const coverageAndLang = coverageQuery.extend(langQuery.shape);

export const listAnswer = z.object({
  scope: scopeParams.shape.scope,
  today: day,
  /** Of the boundaries that places are shown on; null: none are published. */
  version: versionTag.nullable(),
  levels: z.array(adminLevel),
  assessments: z.array(assessment),
  /** Of those one may know; who decided stays. */
  pairs: z.array(pair),
  overlaps: z.array(overlap),
  may: z.object({
    see: z.boolean(),
    /** Records of every group, and of none. */
    all: z.boolean(),
    /** Groups whose records one keeps. */
    record: z.array(groupId),
    /** Enters records, which others confirm. */
    enter: z.boolean(),
  }),
});
export type ListAnswer = z.infer<typeof listAnswer>;

/** What was entered, and what it may be or meet: names of leads only, nothing else of the others. */
export const enteredAnswer = z.object({
  id: entryId,
  state: z.enum(RECORD_STATES),
  pairs: z.array(pair.extend({ title: z.string() })),
  overlaps: z.array(overlap),
});
export type EnteredAnswer = z.infer<typeof enteredAnswer>;
/** The same of one that is not entered yet. */
export const checkedAnswer = enteredAnswer.pick({ pairs: true, overlaps: true });
export type CheckedAnswer = z.infer<typeof checkedAnswer>;

export const assessmentAnswer = z.object({
  assessment,
  pairs: z.array(pair),
  overlaps: z.array(overlap),
  /** Newest first; members only, else empty. */
  history: z.array(
    z.object({ at: instant, by: z.string().nullable(), action: z.enum(ACTIONS), detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
  ),
});
export type AssessmentAnswer = z.infer<typeof assessmentAnswer>;

/** null takes an answer of a place back. */
export const answerBody = z.object({ question: z.string().min(1).max(400), answer: z.string().min(1).max(300) });
export const newLink = z.object({ label: line(120), days: z.number().int().min(1).max(366).default(90) });
const link = z.object({
  id: entryId,
  label: z.string(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  expiresAt: instant,
  revokedAt: instant.nullable(),
  used: z.number().int(),
});
const linkParams = z.object({ scope: scopeParams.shape.scope, link: entryId });
const fileParams = assessmentParams.extend({ file: entryId });
const importQuery = langQuery.extend({
  columns: z.string().max(20_000).optional().describe('JSON with what columns hold, as the answer tells them'),
  preview: z.enum(['yes']).optional().describe('`yes`: told only, and nothing is kept'),
});
/** What is said of columns: as in other kinds of tables. */
export const saidColumns = z.array(z.object({ heading: z.string().max(300), column: z.number().int().min(0).optional(), role: columnRole })).max(300);

const file = (summary: string, media: string, ext: string) =>
  ({
    summary,
    tag: 'documents',
    params: scopeParams,
    query: filterAndLang,
    answer: { status: 200, media },
    cache: 'minute',
    example: `${A}.${ext}`,
  }) as const;

export const assessmentRoutes = defineRoutes({
  listAssessments: {
    summary:
      'The registry of assessments, as the one who asks may know it: confirmed records, others for those who keep them; links of reports and data by their access',
    tag: 'documents',
    params: scopeParams,
    query: filterAndLang,
    answer: { status: 200, schema: listAnswer },
    cache: 'minute',
    example: A,
  },
  createAssessment: {
    summary: 'Enters an assessment: confirmed where one keeps records of its groups, else submitted. Says what it may be a second entry of, and whom it meets',
    tag: 'documents',
    params: scopeParams,
    query: langQuery,
    body: newAssessment,
    answer: { status: 201, schema: enteredAnswer },
    open: 'whoever is signed in enters one; it waits for those who keep the registry',
    example: A,
  },
  submitAssessment: {
    summary: 'The same without an account, through a link that was given out (`Authorization: Entry SECRET`): submitted, and confirmed by others',
    tag: 'documents',
    params: scopeParams,
    query: langQuery,
    body: newAssessment,
    answer: { status: 201, schema: enteredAnswer },
    open: 'the secret of the link is the permission',
    example: `${A}/submissions`,
  },
  checkAssessment: {
    summary: 'What an assessment may be a second entry of, and whom it would meet, before it is entered: for whoever may enter one, by account or by link',
    tag: 'documents',
    params: scopeParams,
    query: langQuery.extend({ of: entryId.optional().describe('the record that it is a change of') }),
    body: newAssessment,
    answer: { status: 200, schema: checkedAnswer },
    open: 'for whoever may enter one, by account or by the secret of a link; nothing is kept',
    example: `${A}/checks`,
  },
  getAssessment: {
    summary: 'One assessment, with its history for members',
    tag: 'documents',
    params: assessmentParams,
    query: langQuery,
    answer: { status: 200, schema: assessmentAnswer },
    cache: 'minute',
    example: `${A}/ENTRY`,
  },
  changeAssessment: {
    summary: 'Changes a record',
    tag: 'documents',
    params: assessmentParams,
    query: langQuery,
    body: assessmentBody,
    answer: { status: 200, schema: assessmentAnswer },
    open: 'whoever entered a record changes it until it is confirmed; the handler asks',
    example: `${A}/ENTRY`,
  },
  confirmAssessment: {
    summary: 'Confirms a record: from now on it is told',
    tag: 'documents',
    params: assessmentParams,
    query: langQuery,
    answer: { status: 200, schema: assessmentAnswer },
    ...RECORD,
    example: `${A}/ENTRY/confirm`,
  },
  answerAssessment: {
    summary: 'Answers a question about a record. What a name of a place means is remembered for the country',
    tag: 'documents',
    params: assessmentParams,
    query: langQuery,
    body: answerBody,
    answer: { status: 200, schema: assessmentAnswer },
    ...RECORD,
    example: `${A}/ENTRY/answers`,
  },
  keepAssessmentFile: {
    summary:
      'Keeps a file (PDF, Word, Excel or CSV, at most 20 MB, without programs) with an artifact of a record; raw data only of class high, for members, with what was done so that nobody can be identified',
    tag: 'documents',
    params: assessmentParams,
    query: langQuery.extend({ artifact: z.coerce.number().int().min(0).max(29).describe('which one, counted from 0 as the record has them') }),
    form: z.object({ file: z.string().describe('PDF, DOCX, XLSX or CSV, at most 20 MB') }),
    answer: { status: 201, schema: assessmentAnswer },
    open: 'whoever may change the record; the handler asks',
    example: `${A}/ENTRY/files?artifact=0`,
  },
  getAssessmentFile: {
    summary: 'A file that is kept with an artifact, to be saved, for whoever is given the artifact',
    tag: 'documents',
    params: fileParams,
    answer: { status: 200, media: 'application/octet-stream' },
    example: `${A}/ENTRY/files/FILE`,
  },
  dropAssessmentFile: {
    summary: 'Takes a file away from its artifact',
    tag: 'documents',
    params: fileParams,
    answer: { status: 204, media: 'text/plain' },
    open: 'whoever may change the record; the handler asks',
    example: `${A}/ENTRY/files/FILE`,
  },
  deleteAssessment: {
    summary: 'Deletes a record; the history keeps that there was one',
    tag: 'documents',
    params: assessmentParams,
    answer: { status: 204, media: 'text/plain' },
    ...RECORD,
    example: `${A}/ENTRY`,
  },
  decideAssessmentPair: {
    summary: 'Says whether two records are one assessment; of a duplicate the second is related to the first and cancelled',
    tag: 'documents',
    params: scopeParams,
    body: pairBody,
    answer: { status: 200, schema: pair },
    ...RECORD,
    example: `${A}/pairs`,
  },
  getAssessmentCoverage: {
    summary: 'Units with how many assessments, how old what they found is, sectors without any, and what is planned; on the current boundaries, by union',
    tag: 'documents',
    params: scopeParams,
    query: coverageQuery,
    answer: { status: 200, schema: coverageAnswer },
    cache: 'minute',
    example: `${A}/coverage?level=2`,
  },
  getAssessmentMatrix: {
    summary: 'Units by sector, with counts and ages',
    tag: 'documents',
    params: scopeParams,
    query: coverageQuery,
    answer: { status: 200, schema: matrixAnswer },
    cache: 'minute',
    example: `${A}/matrix?level=2`,
  },
  getAssessmentGaps: {
    summary: 'Units that nobody assessed since a day, with the people in them, most first',
    tag: 'documents',
    params: scopeParams,
    query: gapsQuery,
    answer: { status: 200, schema: gapsAnswer },
    cache: 'minute',
    example: `${A}/gaps?level=2&sector=WSH`,
  },
  listAssessmentLinks: {
    summary: 'Links through which assessments are entered without an account; their secrets are told once only',
    tag: 'documents',
    params: scopeParams,
    answer: { status: 200, schema: z.object({ links: z.array(link) }) },
    ...RECORD,
    example: L,
  },
  createAssessmentLink: {
    summary: 'Makes such a link; its address is told this once',
    tag: 'documents',
    params: scopeParams,
    body: newLink,
    answer: { status: 201, schema: z.object({ id: entryId, link: z.string(), expiresAt: instant }) },
    ...RECORD,
    example: L,
  },
  revokeAssessmentLink: {
    summary: 'Revokes a link',
    tag: 'documents',
    params: linkParams,
    answer: { status: 204, media: 'text/plain' },
    ...RECORD,
    example: `${L}/LINK`,
  },
  importAssessments: {
    summary: 'Reads a file (CSV, XLSX, ODS, or JSON of a registry) into submitted records; doubts become questions, and every row is accounted for',
    tag: 'documents',
    params: scopeParams,
    query: importQuery,
    form: z.object({ file: z.string().describe('CSV, XLSX, ODS or JSON, at most 5 MB') }),
    answer: { status: 201, schema: importLedger },
    ...RECORD,
    example: `${A}/imports`,
  },
  listAssessmentImports: {
    summary: 'Files that were read, with what became of each row',
    tag: 'documents',
    params: scopeParams,
    answer: { status: 200, schema: z.object({ imports: z.array(importLedger) }) },
    ...RECORD,
    example: `${A}/imports`,
  },
  getAssessmentsCsv: file('Assessments as a table, as the one who asks may know them', 'text/csv', 'csv'),
  getAssessmentsXlsx: file('The same as a workbook: assessments, places, what may be had of them', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'), // prettier-ignore
  getAssessmentsJson: file('The same as JSON', 'application/json', 'json'),
  getAssessmentsHxl: file('One row for each assessment, sector and unit, with HXL tags', 'text/csv', 'hxl.csv'),
  getAssessmentsCalendar: file('Times of collection as iCalendar, to subscribe to (`webcal:`): confirmed records, the same for everybody who asks', 'text/calendar', 'ics'), // prettier-ignore
  getAssessmentsFeed: file('What is new as Atom: confirmed records, the same for everybody who asks', 'application/atom+xml', 'atom'),
  getAssessmentsGeojson: {
    summary: 'Coverage as GeoJSON: a point within each unit of a level, with what is told of it',
    tag: 'documents',
    params: scopeParams,
    query: coverageAndLang,
    answer: { status: 200, media: 'application/geo+json' },
    cache: 'minute',
    example: `${A}.geojson?level=2`,
  },
  getAssessmentForm: {
    summary: 'The entry form as XLSForm, for offices that collect with Kobo: what it sends can be read here again',
    tag: 'documents',
    params: scopeParams,
    query: langQuery.extend({ level: z.coerce.number().pipe(adminLevel).default(2).describe('deepest admin level of the places to choose from') }),
    answer: { status: 200, media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    cache: 'minute',
    example: '/api/v1/countries/SLE/assessments-form.xlsx',
  },
});
