/** Who did what to a version, and what rolling back would change. */
import { z } from 'zod';
import { adminLevel, datasetId, versionTag } from '../ids.ts';

/** What everybody is told of a published version; what else was done to it is for those who work here. */
export const PUBLIC_ACTS = ['version.published', 'version.called-major', 'version.called-minor', 'version.superseded', 'version.rolled-back', 'version.withdrawn', 'version.corrected', 'version.endorsed', 'version.unendorsed', 'change.recorded', 'change.unrecorded'] as const; // prettier-ignore

export const act = z.object({
  at: z.string(),
  action: z.string().describe('`version.published`, `version.superseded`, `version.rolled-back`, `version.withdrawn`, `review.approve` …'),
  by: z.string().nullable().describe('A role for strangers; null where nobody is known.'),
  other: versionTag.nullable().describe('The version that took its place, or whose place it took.'),
  reason: z.string().nullable(),
});
export type Act = z.infer<typeof act>;
export const historyAnswer = z.object({ dataset: datasetId, version: versionTag, acts: z.array(act).describe('Latest first.') });
export type HistoryAnswer = z.infer<typeof historyAnswer>;

export const rollbackAnswer = z.object({
  version: versionTag,
  replaces: versionTag.nullable().describe('The version that is current now.'),
  units: z
    .array(z.object({ level: adminLevel, back: z.number().int(), gone: z.number().int() }))
    .describe('By level: how many P-codes come back, and how many that are there now go. Levels that stay the same are left out.'),
  maps: z.object({
    follow: z.number().int().describe('Saved maps that show whatever is current.'),
    embeds: z.number().int().describe('Embeds of these maps.'),
    some: z.array(z.object({ id: z.string(), title: z.string() })).describe('The latest of them.'),
  }),
  data: z
    .array(z.object({ dataset: datasetId, version: versionTag, boundaries: versionTag, asOf: z.boolean() }))
    .describe('Current 3W and population of the country with the boundaries they were placed on; `asOf`: those that were current when it was read.'),
});
export type RollbackAnswer = z.infer<typeof rollbackAnswer>;
