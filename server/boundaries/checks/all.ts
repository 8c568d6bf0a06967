/** All checks of a COD-AB in the order of the catalogue. */
import type { Check } from '../../ingest/check/check.ts';
import { geometryChecks } from '../../ingest/check/geometry.ts';
import { levelChecks } from '../../ingest/check/levels.ts';
import { dateChecks, languageChecks } from '../../ingest/check/languages.ts';
import { nameChecks } from '../../ingest/check/names.ts';
import { pcodeChecks } from '../../ingest/check/pcodes.ts';
import { companionChecks, schemaChecks } from '../../ingest/check/schema.ts';
import { topologyChecks } from '../../ingest/check/topology.ts';
import type { BoundaryContext } from './context.ts';

/** What normalizing altered or assumed is part of the report, so that nothing is changed silently. */
const readingCheck: Check<BoundaryContext> = {
  id: 'I1',
  label: 'What was altered on reading',
  spec: 'Codmap: nothing is changed silently',
  run: ({ boundaries }) => boundaries.findings,
};

/** The checks of a COD-AB, family by family. A new family is one more array here. */
export const CHECKS: Check<BoundaryContext>[] = [
  readingCheck,
  ...schemaChecks,
  ...geometryChecks,
  ...topologyChecks,
  ...levelChecks,
  ...pcodeChecks,
  ...nameChecks,
  ...languageChecks,
  ...dateChecks,
  ...companionChecks,
];
