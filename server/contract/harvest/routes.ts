/** Routes of what is fetched from other servers. Whose sources one may keep is decided by the handler. */
import { defineRoutes } from '../route.ts';
import { newSource, scopeParams, sourceAnswer, sourceBody, sourceParams, sourcesAnswer, sourceSchema, triedAnswer } from './harvest.ts';

const C = '/api/v1/countries/SLE/sources';
/** Of the dataset that a source fills; of an entry of the schedule, whether one keeps the entry. */
/** The handler asks whether the one who asks may upload the dataset, or keeps the entry of the schedule. */
const KEEP = { permission: 'draft.read' } as const;

export const harvestRoutes = defineRoutes({
  listSources: {
    summary: 'What is fetched for a country from other servers, of datasets that the one who asks may upload',
    tag: 'documents',
    params: scopeParams,
    answer: { status: 200, schema: sourcesAnswer },
    ...KEEP,
    example: C,
  },
  createSource: {
    summary: 'Adds a source; it is fetched by its schedule from now on. The secret is encrypted and never told again',
    tag: 'documents',
    params: scopeParams,
    body: newSource,
    answer: { status: 201, schema: sourceSchema },
    ...KEEP,
    example: C,
  },
  trySource: {
    summary: 'Fetches once and says what would come; nothing is kept',
    tag: 'documents',
    params: scopeParams,
    body: newSource,
    answer: { status: 200, schema: triedAnswer },
    ...KEEP,
    example: `${C}/try`,
  },
  getSource: {
    summary: 'One source with its last fetches',
    tag: 'documents',
    params: sourceParams,
    answer: { status: 200, schema: sourceAnswer },
    ...KEEP,
    example: `${C}/SOURCE`,
  },
  changeSource: {
    summary: 'Changes a source',
    tag: 'documents',
    params: sourceParams,
    body: sourceBody,
    answer: { status: 200, schema: sourceSchema },
    ...KEEP,
    example: `${C}/SOURCE`,
  },
  runSource: {
    summary: 'Has it fetched now; the answer does not wait for it',
    tag: 'documents',
    params: sourceParams,
    answer: { status: 202, schema: sourceSchema },
    ...KEEP,
    example: `${C}/SOURCE/run`,
  },
  deleteSource: {
    summary: 'Takes a source away with its secret and history; versions that came from it stay',
    tag: 'documents',
    params: sourceParams,
    answer: { status: 204, media: 'text/plain' },
    ...KEEP,
    example: `${C}/SOURCE`,
  },
});
