/** Which pipeline judges which kind of dataset, and how the kind is told from the files. */
import type { ValidationReport } from '../contract/finding.ts';
import type { DatasetKind } from '../contract/ids.ts';
import { detectTableKind } from '../ingest/check/tableKind.ts';
import { isTables } from '../ingest/read/tableArchive.ts';
import { boundaryChecker, boundaryPipeline } from './boundaries.ts';
import type { IngestFile, Pipeline, PipelineInput } from './ingest.ts';
import { populationChecker, populationPipeline } from './population.ts';
import { presenceChecker, presencePipeline } from './presence.ts';

/** Judges and makes no files: `codmap check`. */
export type Checker = (input: PipelineInput) => Promise<ValidationReport>;

export const PIPELINES: Partial<Record<DatasetKind, Pipeline>> = { 'cod-ab': boundaryPipeline, 'cod-ps': populationPipeline, '3w': presencePipeline };
export const CHECKERS: Partial<Record<DatasetKind, Checker>> = { 'cod-ab': boundaryChecker, 'cod-ps': populationChecker, '3w': presenceChecker };

/** Tables are population or 3W, by their columns; everything else is boundaries, and a table beside boundary files is their gazetteer. */
export async function detectKind(files: Pick<IngestFile, 'name' | 'source'>[]): Promise<DatasetKind> {
  for (const file of files) if (!(await isTables(file))) return 'cod-ab';
  return detectTableKind(files);
}
