/** Routes of 3W for OpenAPI and `/docs`. */
import { z } from 'zod';
import {
  applyAnswer,
  applyBody,
  columnsAnswer,
  columnsReadAnswer,
  columnsSaidBody,
  decisionsAnswer,
  decisionsBody,
  languageQuery,
  matrixAnswer,
  organisationsAnswer,
  overviewAnswer,
  policyBody,
  presenceParams,
  presenceVersionQuery,
  profilesAnswer,
  recordsAnswer,
  recordsQuery,
  reviewAnswer,
  summaryAnswer,
  summaryQuery,
  undoAnswer,
  undoBody,
  unitFilterQuery,
} from './api.ts';
import { versionParams } from '../datasets/api.ts';
import type { Permission, Route } from '../route.ts';

const P = '/api/v1/presence/:id';
const E = '/api/v1/presence/3w-sle';
/** Of tables of any kind; those of 3W so far. */
const COLUMNS = '/api/v1/datasets/:id/versions/:version/columns';

const get = (path: string, summary: string, query: z.ZodObject, schema: z.ZodType, more: Partial<Route> = {}): Route => ({
  method: 'get',
  path: `${P}${path}`,
  summary,
  tag: 'presence',
  params: presenceParams,
  query,
  answer: { status: 200, schema },
  example: `${E}${path}`,
  ...more,
});
const change = (
  method: 'post' | 'put' | 'delete',
  path: string,
  summary: string,
  permission: Permission,
  body: z.ZodType | null,
  schema: z.ZodType,
  status = 200,
): Route => ({
  method,
  path: `${P}${path}`,
  summary,
  tag: 'presence',
  params: presenceParams,
  ...(body ? { body } : {}),
  answer: { status, schema },
  permission,
  example: `${E}${path}`,
});
const csv = (file: string, summary: string): Route => ({
  ...get(`/${file}`, summary, unitFilterQuery, z.unknown()),
  answer: { status: 200, media: 'text/csv' },
});

export const PRESENCE_ROUTES: Route[] = [
  get('', 'What a 3W holds: sheet, rows, sectors, types, statuses, period', presenceVersionQuery, overviewAnswer),
  get('/summary', 'Distinct counts by P-code, with the definition used and what was not placed', summaryQuery, summaryAnswer, {
    example: `${E}/summary?level=2&sector=HEA,WSH&role=implementing&status=ongoing&period=2025-05`,
  }),
  get('/columns', 'All records in columns, compact, for counting in a client', presenceVersionQuery, columnsAnswer),
  get('/records', 'Records with place as stated and as matched, method and score', recordsQuery, recordsAnswer, {
    example: `${E}/records?pcode=SL01&limit=100`,
  }),
  get('/organisations', 'Organisations of a unit or of all, with their activities', unitFilterQuery, organisationsAnswer, {
    example: `${E}/organisations?pcode=SL01`,
  }),
  get('/matrix', 'Counts by unit and sector', summaryQuery, matrixAnswer, { example: `${E}/matrix?level=1` }),
  csv('hapi.csv', 'Organisation × sector × unit in the columns of HDX HAPI, ours after them'),
  csv('hxl.csv', 'The same with a row of HXL tags'),
  csv('records.csv', 'Every record with place, method and score'),
  get('/review', 'Doubtful places grouped by cause, open spellings, proposed merges', presenceVersionQuery, reviewAnswer, { permission: 'presence.decide' }),
  get('/decisions', 'What people of the country decided, latest first, undone ones too', z.object({}), decisionsAnswer, { permission: 'presence.decide' }),
  change('post', '/decisions', 'Decides on groups and spellings; all or none are stored', 'presence.decide', decisionsBody, decisionsAnswer, 201),
  change('post', '/decisions/undo', 'Undoes decisions; what was decided before holds again', 'presence.decide', undoBody, undoAnswer),
  change(
    'post',
    '/apply',
    'Imports the files of the version once more with all decisions and answers, as a new draft',
    'upload.create',
    applyBody,
    applyAnswer,
    202,
  ),
  {
    method: 'get',
    path: COLUMNS,
    summary: 'The columns of a table as they were read: role, confidence, reasons, samples and alternatives; and what must be answered before publishing',
    tag: 'datasets',
    params: versionParams,
    query: languageQuery,
    answer: { status: 200, schema: columnsReadAnswer },
    permission: 'draft.read',
    example: '/api/v1/datasets/3w-sle/versions/v01/columns?lang=fr',
  },
  {
    method: 'put',
    path: COLUMNS,
    summary: 'Says what columns hold (role, language, separators, number style); the files are imported once more, as a new draft',
    tag: 'datasets',
    params: versionParams,
    body: columnsSaidBody,
    answer: { status: 202, schema: applyAnswer },
    permission: 'upload.create',
    example: '/api/v1/datasets/3w-sle/versions/v01/columns',
  },
  get('/profiles', 'How files of the country are read, by their layout', z.object({}), profilesAnswer, { permission: 'presence.decide' }),
  change('put', '/profile', 'Says how files of this layout are read from now on', 'presence.decide', applyBody, profilesAnswer),
  change('put', '/policy', 'Marks a 3W as sensitive: counts only, down to a level, small ones hidden', 'version.publish', policyBody, policyBody),
  change('delete', '/policy', 'The 3W is no longer sensitive', 'version.publish', null, z.object({})),
];
