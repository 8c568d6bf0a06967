/** All checks of a COD-AB in the order of the catalogue. */
import type { Check } from '../../checks/check.ts';
import { geometryChecks } from './geometry.ts';
import { levelChecks } from './levels.ts';
import { dateChecks, languageChecks } from './languages.ts';
import { nameChecks } from './names.ts';
import { pcodeChecks } from './pcodes.ts';
import { companionChecks, schemaChecks } from './schema.ts';
import { topologyChecks } from './topology.ts';
import type { BoundaryContext } from './context.ts';

/** What normalizing altered or assumed is part of the report, so that nothing is changed silently. */
const readingCheck: Check<BoundaryContext> = {
  id: 'I1',
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
