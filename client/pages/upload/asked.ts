/** Which ends of a job are questions of this page. Pure. */
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';

const QUESTIONS = [
  'read.encoding',
  'read.crs',
  'presence.no-organisation',
  'presence.no-place',
  'input.not-boundaries',
  'upload.personal',
  'layer.no-coordinates',
];

/** Whether the job ended with a question that we know. */
export const isQuestion = ({ error }: JobStatus): boolean =>
  QUESTIONS.includes(error?.code ?? '') && (error?.code !== 'input.not-boundaries' || error.details?.['layers'] !== undefined);
