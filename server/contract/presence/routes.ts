/** Routes of 3W. */
import { z } from 'zod';
import {
  applyAnswer,
  applyBody,
  columnsAnswer,
  columnsQuery,
  decisionsAnswer,
  decisionsBody,
  matrixAnswer,
  ontoFilterQuery,
  organisationsAnswer,
  overviewAnswer,
  overviewQuery,
  presenceParams,
  presenceVersionQuery,
  profilesAnswer,
  recordsAnswer,
  recordsQuery,
  reviewAnswer,
  summaryAnswer,
  summaryQuery,
  tableQuery,
  undoAnswer,
  undoBody,
  unitFilterQuery,
} from './api.ts';
import { answering, defineRoutes, type Permission } from '../route.ts';
import type { ImportProfile, PresenceColumns, PresenceReviewList } from './presence.ts';

const E = '/api/v1/presence/3w-sle';

const get = <Query extends z.ZodObject, Answer extends z.ZodType>(path: string, summary: string, query: Query, schema: Answer, example = path) =>
  ({
    summary,
    tag: 'presence',
    params: presenceParams,
    query,
    answer: { status: 200, schema },
    heavy: [],
    example: `${E}${example}`,
  }) as const;
const csv = <Query extends z.ZodObject>(file: string, summary: string, query: Query) =>
  ({
    summary,
    tag: 'presence',
    params: presenceParams,
    query,
    answer: { status: 200, media: 'text/csv' },
    heavy: [],
    example: `${E}/${file}`,
  }) as const;
const table = (file: string, media: 'text/csv' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', summary: string) =>
  ({
    summary,
    tag: 'presence',
    params: presenceParams,
    query: tableQuery,
    answer: { status: 200, media },
    heavy: [],
    example: `${E}/${file}?level=2`,
  }) as const;
const change = <Answer extends z.ZodType, Allowed extends Permission>(path: string, summary: string, permission: Allowed, schema: Answer, status = 200) =>
  ({
    summary,
    tag: 'presence',
    params: presenceParams,
    answer: { status, schema },
    permission,
    example: `${E}${path}`,
  }) as const;
const DECIDE = { permission: 'presence.decide' } as const;
/** What needs no file of the version. */
const LIGHT = { heavy: undefined } as const;

export const presenceRoutes = defineRoutes({
  getPresence: get('', 'What a 3W holds: sheet, rows, sectors, types, statuses, period', overviewQuery, overviewAnswer),
  getPresenceSummary: get(
    '/summary',
    'Distinct counts by P-code, with the definition used and what was not placed',
    summaryQuery,
    summaryAnswer,
    '/summary?level=2&sector=HEA,WSH&role=implementing&status=ongoing&period=2025-05',
  ),
  getPresenceColumns: get('/columns', 'All records in columns, compact, for counting in a client', columnsQuery, answering<PresenceColumns>(columnsAnswer)),
  listPresenceRecords: get(
    '/records',
    'Records with place as stated and as matched, method and score',
    recordsQuery,
    recordsAnswer,
    '/records?pcode=SL01&limit=100',
  ),
  listOrganisations: get(
    '/organisations',
    'Organisations of a unit or of all, with their activities',
    unitFilterQuery,
    organisationsAnswer,
    '/organisations?pcode=SL01',
  ),
  getPresenceMatrix: get('/matrix', 'Counts by unit and sector', summaryQuery, matrixAnswer, '/matrix?level=1'),
  getHapiCsv: csv('hapi.csv', 'Organisation × sector × unit in the columns of HDX HAPI, ours after them', ontoFilterQuery),
  getHxlCsv: csv('hxl.csv', 'The same with a row of HXL tags', ontoFilterQuery),
  getRecordsCsv: csv('records.csv', 'Every record with place, method and score', unitFilterQuery),
  getMatrixCsv: table('matrix.csv', 'text/csv', 'Areas by cluster and area of responsibility; the first row is the country, by union'),
  getListsCsv: table('organisations.csv', 'text/csv', 'Organisations by area, one row per organisation and area'),
  getPresenceXlsx: table(
    'workbook.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Everything as a workbook: the definition on its first sheet, then areas, areas by cluster, organisations by area, and the rows counted',
  ),
  getReview: {
    ...get('/review', 'Doubtful places grouped by cause, open spellings, proposed merges', presenceVersionQuery, answering<PresenceReviewList>(reviewAnswer)),
    ...DECIDE,
  },
  listDecisions: {
    ...get('/decisions', 'What people of the country decided, latest first, undone ones too', z.object({}), decisionsAnswer),
    ...DECIDE,
    ...LIGHT,
  },
  decide: {
    ...change('/decisions', 'Decides on groups and spellings; either all are stored or none', 'presence.decide', decisionsAnswer, 201),
    body: decisionsBody,
  },
  undoDecisions: { ...change('/decisions/undo', 'Undoes decisions; earlier decisions apply again', 'presence.decide', undoAnswer), body: undoBody },
  applyDecisions: {
    ...change('/apply', 'Reads the files of the version again with all decisions and answers, as a new draft', 'upload.create', applyAnswer, 202),
    query: presenceVersionQuery,
    body: applyBody,
    heavy: [],
  },
  listProfiles: {
    ...get('/profiles', 'How files of the country are read, by layout', z.object({}), answering<{ profiles: ImportProfile[] }>(profilesAnswer)),
    ...DECIDE,
    ...LIGHT,
  },
  saveProfile: {
    ...change('/profile', 'Says how files of this layout are read from now on', 'presence.decide', answering<{ profiles: ImportProfile[] }>(profilesAnswer)),
    query: presenceVersionQuery,
    body: applyBody,
    heavy: [],
  },
});
