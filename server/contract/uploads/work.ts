/** What waits for the one who is signed in: uploads on their way or stopped at a question, and drafts. */
import { z } from 'zod';
import { datasetId, versionTag } from '../ids.ts';

/** What a job that stopped asks; `upload` where it failed for another reason and can only be sent again. */
export const ASKS = ['encoding', 'crs', 'organisations', 'places', 'levels', 'personal', 'coordinates'] as const;
export type Asks = (typeof ASKS)[number];

export const workAnswer = z.object({
  /** The newest job for each set of files that the one who asks sent in the last thirty days, if it has not succeeded; newest first. */
  uploads: z.array(
    z.object({
      job: z.string(),
      dataset: datasetId,
      files: z.array(z.string()),
      state: z.enum(['queued', 'running', 'failed']),
      asks: z.enum(ASKS).nullable(),
      createdAt: z.string(),
    }),
  ),
  /** Drafts that a group of the one who asks was asked to review, and that they have not judged as they are now. */
  reviews: z.array(z.object({ dataset: datasetId, version: versionTag, group: z.string(), due: z.string().nullable(), at: z.string() })),
  /** Open comments on drafts that are assigned to the one who asks. */
  assigned: z.array(z.object({ dataset: datasetId, version: versionTag, comment: z.string(), text: z.string() })),
  /** All drafts, newest first. */
  drafts: z.array(
    z.object({
      dataset: datasetId,
      version: versionTag,
      createdAt: z.string(),
      createdBy: z.string().nullable(),
      /** Uploaded by the one who asks. */
      own: z.boolean(),
      errors: z.number().int(),
      warnings: z.number().int(),
      questions: z.number().int(),
    }),
  ),
});
export type WorkAnswer = z.infer<typeof workAnswer>;
