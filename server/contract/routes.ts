/** The list of routes that OpenAPI and `/docs` are made from, and that a test walks. */
import { z } from 'zod';
import {
  datasetAnswer,
  datasetParams,
  datasetsAnswer,
  downloadParams,
  healthAnswer,
  jobAnswer,
  jobParams,
  problemAnswer,
  problemParams,
  problemsAnswer,
  publishBody,
  readyAnswer,
  reportAnswer,
  reportQuery,
  tilejsonAnswer,
  unitDetailAnswer,
  unitParams,
  unitQuery,
  unitsAnswer,
  unitsQuery,
  versionAnswer,
  versionParams,
  withdrawBody,
} from './api.ts';
import { datasetId, versionTag } from './ids.ts';
import { MAP_ROUTES } from './mapRoutes.ts';
import { populationAnswer, populationQuery } from './population.ts';
import { PRESENCE_ROUTES } from './presenceRoutes.ts';
import { DRAFT_ROUTES } from './draftRoutes.ts';
import { USER_ROUTES } from './userRoutes.ts';

/** What a person or key must be allowed to do; who may do what is decided in server/auth. */
export type Permission =
  | 'draft.read'
  | 'upload.create'
  | 'job.cancel'
  | 'metadata.write'
  | 'finding.accept'
  | 'presence.decide'
  | 'map.write'
  | 'version.publish'
  | 'version.withdraw'
  | 'key.manage'
  | 'member.manage';

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express 5 spelling: `:id` in paths. */
  path: string;
  summary: string;
  tag: 'datasets' | 'tiles' | 'jobs' | 'population' | 'presence' | 'maps' | 'users' | 'operation';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The same as a multipart form, where the route takes files. */
  form?: z.ZodType;
  /** Status of success with its JSON schema, or the media type where the answer is no JSON. */
  answer: { status: number; schema?: z.ZodType; media?: string };
  /** Absent: anyone may ask. */
  permission?: Permission;
  /** Why a route that changes something asks for no permission. */
  open?: string;
  /** A line to try, relative to the server. */
  example: string;
}

const tileParams = z.object({
  dataset: datasetId,
  version: z.union([versionTag, z.literal('current')]),
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});
const tilejsonParams = tileParams.pick({ dataset: true, version: true });

const V = '/api/v1/datasets/:id/versions/:version';
const EXAMPLE = '/api/v1/datasets/cod-ab-sle/versions/current';

export const ROUTES: Route[] = [
  {
    method: 'get',
    path: '/api/v1/datasets',
    summary: 'All datasets with their versions',
    tag: 'datasets',
    answer: { status: 200, schema: datasetsAnswer },
    example: '/api/v1/datasets',
  },
  {
    method: 'get',
    path: '/api/v1/datasets/:id',
    summary: 'One dataset with its versions',
    tag: 'datasets',
    params: datasetParams,
    answer: { status: 200, schema: datasetAnswer },
    example: '/api/v1/datasets/cod-ab-sle',
  },
  {
    method: 'get',
    path: V,
    summary: 'One version: counts, metadata, report summary, files; `current` is the published one',
    tag: 'datasets',
    params: versionParams,
    answer: { status: 200, schema: versionAnswer },
    example: EXAMPLE,
  },
  {
    method: 'get',
    path: `${V}/report`,
    summary: 'What the checks found',
    tag: 'datasets',
    params: versionParams,
    query: reportQuery,
    answer: { status: 200, schema: reportAnswer },
    example: `${EXAMPLE}/report`,
  },
  ...(
    [
      ['html', 'text/html', 'as a page to read and print'],
      ['csv', 'text/csv', 'as a table, one row for each place'],
      ['geojson', 'application/geo+json', 'as features for a GIS'],
    ] as const
  ).map(([ending, media, how]): Route => ({
    method: 'get',
    path: `${V}/report.${ending}`,
    summary: `The same ${how}`,
    tag: 'datasets',
    params: versionParams,
    query: reportQuery,
    answer: { status: 200, media },
    example: `${EXAMPLE}/report.${ending}`,
  })),
  {
    method: 'get',
    path: `${V}/units`,
    summary: 'The gazetteer; `q` finds a P-code or a name in any language and script, accents folded',
    tag: 'datasets',
    params: versionParams,
    query: unitsQuery,
    answer: { status: 200, schema: unitsAnswer },
    example: `${EXAMPLE}/units?level=2&q=kailahun`,
  },
  {
    method: 'get',
    path: `${V}/units/:pcode`,
    summary: 'One unit with its parents, country first, and its children',
    tag: 'datasets',
    params: unitParams,
    query: unitQuery,
    answer: { status: 200, schema: unitDetailAnswer },
    example: `${EXAMPLE}/units/SL01`,
  },
  {
    method: 'get',
    path: `${V}/population`,
    summary: 'Population by P-code, sex and age: all levels, or those asked for',
    tag: 'population',
    params: versionParams,
    query: populationQuery,
    answer: { status: 200, schema: populationAnswer },
    example: '/api/v1/datasets/cod-ps-sle/versions/current/population?level=2&sex=t&age=all',
  },
  {
    method: 'get',
    path: `${V}/download/:file`,
    summary: 'One file of the version; byte ranges answered',
    tag: 'datasets',
    params: downloadParams,
    answer: { status: 200, media: 'application/octet-stream' },
    example: `${EXAMPLE}/download/sle_admin2.geojson`,
  },
  {
    method: 'post',
    path: `${V}/publish`,
    summary: 'Makes a version the current one; where errors stand, `reason` says why they are accepted',
    tag: 'datasets',
    params: versionParams,
    body: publishBody,
    answer: { status: 200, schema: versionAnswer },
    permission: 'version.publish',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01/publish',
  },
  {
    method: 'post',
    path: `${V}/withdraw`,
    summary: 'Takes a version back, with a reason; it stays readable at its own address',
    tag: 'datasets',
    params: versionParams,
    body: withdrawBody,
    answer: { status: 200, schema: versionAnswer },
    permission: 'version.withdraw',
    example: '/api/v1/datasets/cod-ab-sle/versions/v01/withdraw',
  },
  ...PRESENCE_ROUTES,
  {
    method: 'get',
    path: '/tiles/:dataset/:version.json',
    summary: 'TileJSON 3.0; names the concrete version, so a map never mixes two',
    tag: 'tiles',
    params: tilejsonParams,
    answer: { status: 200, schema: tilejsonAnswer },
    example: '/tiles/cod-ab-sle/current.json',
  },
  {
    method: 'get',
    path: '/tiles/:dataset/:version/:z/:x/:y.mvt',
    summary: 'A vector tile: layers adm0…admN, lines, labels; 204 where there is nothing, 404 outside the zooms',
    tag: 'tiles',
    params: tileParams,
    answer: { status: 200, media: 'application/vnd.mapbox-vector-tile' },
    example: '/tiles/cod-ab-sle/v01/6/29/30.mvt',
  },
  {
    method: 'get',
    path: '/api/v1/jobs/:id',
    summary: 'How far an upload is',
    tag: 'jobs',
    params: jobParams,
    answer: { status: 200, schema: jobAnswer },
    example: '/api/v1/jobs/JOB',
  },
  {
    method: 'get',
    path: '/api/v1/jobs/:id/events',
    summary: 'The same as server-sent events, until it is finished',
    tag: 'jobs',
    params: jobParams,
    answer: { status: 200, media: 'text/event-stream' },
    example: '/api/v1/jobs/JOB/events',
  },
  {
    method: 'delete',
    path: '/api/v1/jobs/:id',
    summary: 'Cancels an upload that is waiting or under way',
    tag: 'jobs',
    params: jobParams,
    answer: { status: 202, schema: jobAnswer },
    permission: 'job.cancel',
    example: '/api/v1/jobs/JOB',
  },
  ...DRAFT_ROUTES,
  ...MAP_ROUTES,
  ...USER_ROUTES,
  {
    method: 'get',
    path: '/healthz',
    summary: 'The process answers',
    tag: 'operation',
    answer: { status: 200, schema: healthAnswer },
    example: '/healthz',
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Database and objects answer; 503 where they do not',
    tag: 'operation',
    answer: { status: 200, schema: readyAnswer },
    example: '/readyz',
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Counters in the Prometheus text format',
    tag: 'operation',
    answer: { status: 200, media: 'text/plain' },
    example: '/metrics',
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This interface as an OpenAPI 3.1 document',
    tag: 'operation',
    answer: { status: 200, media: 'application/json' },
    example: '/openapi.json',
  },
  {
    method: 'get',
    path: '/problems',
    summary: 'Every problem code and what to do about it, as JSON or as a page',
    tag: 'operation',
    answer: { status: 200, schema: problemsAnswer },
    example: '/problems',
  },
  {
    method: 'get',
    path: '/problems/:code',
    summary: 'What the `type` of a problem document means and what to do, as JSON or as a page',
    tag: 'operation',
    params: problemParams,
    answer: { status: 200, schema: problemAnswer },
    example: '/problems/dataset.unknown',
  },
  { method: 'get', path: '/docs', summary: 'This interface as a page', tag: 'operation', answer: { status: 200, media: 'text/html' }, example: '/docs' },
];
