/** The proof of a repair: what it did, measured on the layers before and after by code that has no part in the repair (decision 0024). */
import { z } from 'zod';
import { CHECK_STATUSES } from '../finding.ts';
import { adminLevel } from '../ids.ts';
import { OPERATION_KINDS, RULES, groundMove } from './repair.ts';

const place = z.tuple([z.number(), z.number()]);

export const unitProof = z.object({
  key: z.string(),
  pcode: z.string(),
  name: z.string(),
  beforeM2: z.number(),
  afterM2: z.number(),
  /** (after − before) ÷ before. */
  share: z.number(),
  /** Ground that it has now and had not, and the other way round. */
  gainedM2: z.number(),
  lostM2: z.number(),
  /** How far its outline is from what it was, or was from what it is: the greater, in metres, looked at every 50 m. */
  displacementM: z.number(),
  /** Where that is. */
  at: place.nullable(),
  partsBefore: z.number().int(),
  partsAfter: z.number().int(),
  holesBefore: z.number().int(),
  holesAfter: z.number().int(),
  verticesBefore: z.number().int(),
  verticesAfter: z.number().int(),
  neighboursGained: z.array(z.string()),
  neighboursLost: z.array(z.string()),
  /** What operations say that changed hands is what was measured. */
  explained: z.boolean(),
});
export type UnitProof = z.infer<typeof unitProof>;

export const operationProof = z.object({
  id: z.string(),
  kind: z.enum(OPERATION_KINDS),
  units: z.array(z.string()),
  at: place,
  widthM: z.number(),
  movesM: z.number(),
  cutM2: z.number(),
  filledM2: z.number(),
  moves: z.array(groundMove),
  rule: z.enum(RULES),
  acceptedBy: z.string(),
  acceptedAt: z.string(),
  reason: z.string().nullable(),
  /** At its place the layers before and after are as it says. */
  seen: z.boolean(),
});
export type OperationProof = z.infer<typeof operationProof>;

export const proofLevel = z.object({
  level: adminLevel,
  /** Upper levels have none: they follow the deepest. */
  repaired: z.boolean(),
  unitCount: z.number().int(),
  /** Units that are not what they were, the furthest moved first. */
  units: z.array(unitProof),
  operations: z.array(operationProof),
  whole: z.object({
    sumBeforeM2: z.number(),
    sumAfterM2: z.number(),
    /** Ground covered by at least one of the units that changed or that an operation names. */
    unionBeforeM2: z.number(),
    unionAfterM2: z.number(),
    filledM2: z.number(),
    /** Ground that no unit has any more. */
    droppedM2: z.number(),
    neighboursKept: z.number().int(),
    neighboursGained: z.number().int(),
    neighboursLost: z.number().int(),
    unitsLost: z.array(z.string()),
    partsBefore: z.number().int(),
    partsAfter: z.number().int(),
    /** Units whose borders do not match their neighbours', as GEOS judges a coverage; after: of those that changed or that an operation names. */
    unmatchedBefore: z.number().int(),
    unmatchedAfter: z.number().int(),
    invalidBefore: z.number().int(),
    invalidAfter: z.number().int(),
  }),
});
export type ProofLevel = z.infer<typeof proofLevel>;

/**
 * `explained`: every unit changed by what operations say; `balance`: ground covered before and filled is ground covered after; `seen`: every
 * operation is found at its place; `coverage`: neighbours' borders match (told only where nothing was refused); `valid`: no outline is worse
 * than before; `units`: none is lost that nobody accepted; `untouched`: units without an operation have their bytes.
 */
export const PROOF_CHECKS = ['explained', 'balance', 'seen', 'coverage', 'valid', 'units', 'untouched'] as const;

export const repairProof = z.object({
  levels: z.array(proofLevel),
  checks: z.array(
    z.object({
      code: z.enum(PROOF_CHECKS),
      level: adminLevel,
      status: z.enum(CHECK_STATUSES),
      units: z.array(z.string()),
      params: z.record(z.string(), z.number()),
    }),
  ),
  /** Greatest displacement of all, and how many units moved by more than 1, 10, 50, 100, 500 and 1,000 m. */
  furthestM: z.number(),
  moved: z.array(z.object({ overM: z.number(), units: z.number().int() })),
  /** A repair whose proof fails is not offered. */
  ok: z.boolean(),
});
export type RepairProof = z.infer<typeof repairProof>;
