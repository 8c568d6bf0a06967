/** Routes of the classification of a country and of the sensitivity of its datasets. */
import { defineRoutes } from '../route.ts';
import {
  classification,
  clearBody,
  datasetParams,
  datasetSensitivity,
  draftBody,
  endorseBody,
  scopeParams,
  sensitivityBody,
  sensitivityQuery,
  sharingAnswer,
  sharingQuery,
  tableParams,
} from './sensitivity.ts';

const C = '/api/v1/countries/SLE/sharing';
const D = '/api/v1/datasets/3w-sle/sensitivity';
/** The handler asks whether a group that endorses may record. */
const RECORD = { permission: 'group.record' } as const;

export const sensitivityRoutes = defineRoutes({
  getSharing: {
    summary:
      'The classification of a country that holds, its versions, what each dataset is and why; where there is none, a proposal to be agreed. Only datasets that the one who asks may receive',
    tag: 'documents',
    params: scopeParams,
    query: sharingQuery,
    answer: { status: 200, schema: sharingAnswer },
    cache: 'revalidate',
    example: C,
  },
  getClassification: {
    summary: 'One version of it; an endorsed one never changes',
    tag: 'documents',
    params: tableParams,
    answer: { status: 200, schema: classification },
    cache: 'revalidate',
    example: `${C}/v1`,
  },
  saveClassification: {
    summary: 'Writes the draft of the next version',
    tag: 'documents',
    params: scopeParams,
    body: draftBody,
    answer: { status: 200, schema: classification },
    ...RECORD,
    example: `${C}/draft`,
  },
  dropClassification: {
    summary: 'Drops the draft',
    tag: 'documents',
    params: scopeParams,
    answer: { status: 204, media: 'text/plain' },
    ...RECORD,
    example: `${C}/draft`,
  },
  endorseClassification: {
    summary: 'A group endorses the draft: from now on it holds. Refused with what disappears for the public until that is confirmed',
    tag: 'documents',
    params: scopeParams,
    body: endorseBody,
    answer: { status: 200, schema: sharingAnswer },
    ...RECORD,
    example: `${C}/draft/endorse`,
  },
  getSensitivity: {
    summary: 'How sensitive a dataset is, by the table and by its owner, and why',
    tag: 'datasets',
    params: datasetParams,
    query: sensitivityQuery,
    answer: { status: 200, schema: datasetSensitivity },
    cache: 'revalidate',
    example: D,
  },
  setSensitivity: {
    summary:
      'Says how sensitive a dataset is and who may receive it; lower than the table only with a reason. Refused with what disappears for the public until that is confirmed',
    tag: 'datasets',
    params: datasetParams,
    body: sensitivityBody,
    answer: { status: 200, schema: datasetSensitivity },
    permission: 'version.publish',
    example: D,
  },
  clearSensitivity: {
    summary: 'The table of the country holds for the dataset again',
    tag: 'datasets',
    params: datasetParams,
    body: clearBody,
    answer: { status: 200, schema: datasetSensitivity },
    permission: 'version.publish',
    example: D,
  },
});
