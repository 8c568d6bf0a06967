/** Routes for those who run the server and those who build on it. */
import { healthAnswer, problemAnswer, problemParams, problemsAnswer, readyAnswer } from '../datasets/api.ts';
import { defineRoutes } from '../route.ts';

export const operationRoutes = defineRoutes({
  getHealth: {
    summary: 'The process answers',
    tag: 'operation',
    answer: { status: 200, schema: healthAnswer },
    example: '/healthz',
  },
  getReadiness: {
    summary: 'Whether database, files and disk are healthy; 503 if they are not, "degraded" if someone should look',
    tag: 'operation',
    answer: { status: 200, schema: readyAnswer },
    example: '/readyz',
  },
  getMetrics: {
    summary: 'Counters in the Prometheus text format, for whoever sends CODMAP_METRICS_TOKEN as a bearer token',
    tag: 'operation',
    answer: { status: 200, media: 'text/plain' },
    example: '/metrics',
  },
  getOpenApi: {
    summary: 'This API as an OpenAPI 3.1 document',
    tag: 'operation',
    answer: { status: 200, media: 'application/json' },
    cache: 'revalidate',
    heavy: [],
    example: '/openapi.json',
  },
  listProblems: {
    summary: 'Every problem code and what to do about it, as JSON or as a page',
    tag: 'operation',
    answer: { status: 200, schema: problemsAnswer },
    cache: 'revalidate',
    example: '/problems',
  },
  getProblem: {
    summary: 'What the `type` of a problem document means and what to do, as JSON or as a page',
    tag: 'operation',
    params: problemParams,
    answer: { status: 200, schema: problemAnswer },
    cache: 'revalidate',
    example: '/problems/dataset.unknown',
  },
  showDocs: { summary: 'This API as a page', tag: 'operation', answer: { status: 200, media: 'text/html' }, cache: 'revalidate', example: '/docs' },
  getDocsStyle: {
    summary: 'The style of the pages about the API',
    tag: 'operation',
    answer: { status: 200, media: 'text/css' },
    cache: 'revalidate',
    hidden: 'a part of other pages',
    example: '/docs.css',
  },
});
