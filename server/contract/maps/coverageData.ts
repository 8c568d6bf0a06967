/** The data of a map of the coverage of assessments. It follows the registry, whatever version of the boundaries it is told on. */
import { z } from 'zod';
import { POPULATIONS, STATUSES } from '../assessments/assessments.ts';
import { sectorCode, STALE_MONTHS } from '../assessments/coverage.ts';
import { MEASURES } from '../assessments/measures.ts';
import { adminLevel, datasetId, versionTag } from '../ids.ts';

const day = z.iso.date('wrong.day');

export const coverageMapData = z.strictObject({
  kind: z.literal('coverage'),
  /** The boundaries that it is told on: those of the map. */
  dataset: datasetId,
  version: z.union([versionTag, z.literal('current')]),
  measure: z.enum(MEASURES),
  /** After so many months what is known is stale. */
  months: z.number().int().min(1).max(60).default(STALE_MONTHS),
  /** A code holds those below it; empty: all. */
  sectors: z.array(sectorCode).max(30).default([]),
  group: z.string().min(1).max(64).nullable().default(null),
  status: z.enum(STATUSES).nullable().default(null),
  population: z.enum(POPULATIONS).nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  representative: adminLevel.nullable().default(null),
});
export type CoverageMapData = z.infer<typeof coverageMapData>;
