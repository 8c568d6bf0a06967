/** A repair in figures, as it is stored with the version that it made. */
import { z } from 'zod';
import { repairProof } from './proof.ts';
import { repairOutline } from './repair.ts';

/** What a repair did to a version, for its page. */
export const repairSummary = z.object({
  /** Operations carried out; borders that they belong to; cells of text. */
  operations: z.number().int(),
  borders: z.number().int(),
  texts: z.number().int(),
  /** Units that are not what they were. */
  units: z.number().int(),
  /** Decisions that fit nothing in these files any more. */
  unfit: z.number().int(),
  furthestM: z.number(),
  moved: repairProof.shape.moved,
  filledM2: z.number(),
  cutM2: z.number(),
  /** What the units were led to, where an outline of the country was given. */
  outline: repairOutline.optional(),
  /** Of what was accepted and turned: the same decisions have the same. */
  hash: z.string(),
});
export type RepairSummary = z.infer<typeof repairSummary>;
