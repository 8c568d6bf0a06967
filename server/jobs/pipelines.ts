/** Which pipeline judges which kind of dataset. */
import type { DatasetKind } from '../contract/ids.ts';
import type { Pipeline } from './ingest.ts';

export const PIPELINES: Partial<Record<DatasetKind, Pipeline>> = {};
