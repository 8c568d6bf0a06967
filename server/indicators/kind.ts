/** The pipeline of indicators as the job runner and the command line call it. */
import { InputError } from '../errors.ts';
import type { Kind } from '../kinds/kind.ts';
import { problemText } from '../words/problems.ts';

const refuse = () => Promise.reject(new InputError('upload.kind', problemText('upload.kind')));

export const indicatorKind: Kind = { approval: 'own', mayClose: true, pipeline: refuse, checker: refuse };
