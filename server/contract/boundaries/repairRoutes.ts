/**
 * Routes of the repair of boundaries. A repair in progress belongs to a version: it is planned from the files that were uploaded, decided about,
 * carried out and proved, and makes a draft (decision 0024). A published version never changes: its repair makes a new draft.
 */
import { z } from 'zod';
import { overlayTileParams, reportQuery, versionParams } from '../datasets/api.ts';
import { CHECK_STATUSES } from '../finding.ts';
import { adminLevel, datasetId, versionTag } from '../ids.ts';
import { defineRoutes } from '../route.ts';
import { PROOF_CHECKS, repairProof } from './proof.ts';
import { repairSummary } from './repairSummary.ts';
import {
  TEXT_RULES,
  VERDICTS,
  repairDecisions,
  repairLevel,
  repairNote,
  repairOperation,
  repairOptions,
  repairOutline,
  textOperation,
  unitChange,
} from './repair.ts';

/** Operations in one page of an answer. */
export const LISTED_OPERATIONS = 200;
/** Units that changed in one answer; those that ask come first. */
export const LISTED_UNITS = 500;

const counted = z.object({ accepted: z.number().int(), refused: z.number().int(), waiting: z.number().int() });

/** The plan without its operations, which are asked for page by page. */
export const planHead = z.object({
  /** Of the stored plan: tiles and pages of another plan have another. */
  sha256: z.string(),
  options: repairOptions,
  levels: z.array(repairLevel.omit({ units: true }).extend({ units: z.number().int() })),
  /** Each with its sentence. */
  notes: z.array(repairNote.extend({ text: z.string() })),
  /** How many are proposed (`operations`, `texts`), and offered without being recommended. */
  counts: z.object({ operations: z.number().int(), offers: z.number().int(), texts: z.number().int(), textOffers: z.number().int() }),
  /** How many borders the operations belong to. */
  borders: z.number().int(),
  /** How many operations `acceptUpToM` would accept now. */
  bulk: z.array(z.object({ uptoM: z.number(), operations: z.number().int() })),
});
export type PlanHead = z.infer<typeof planHead>;

/** In figures and one sentence: `No border moved by more than 38 m; 5 units by more than 10 m.` */
export const proofSummary = z.object({
  ok: z.boolean(),
  text: z.string(),
  furthestM: z.number(),
  moved: repairProof.shape.moved,
  checks: z.array(z.object({ code: z.enum(PROOF_CHECKS), level: adminLevel, status: z.enum(CHECK_STATUSES), text: z.string(), units: z.array(z.string()) })),
});
export type ProofSummary = z.infer<typeof proofSummary>;

export const repairState = z.object({
  dataset: datasetId,
  version: versionTag,
  /** Grows with every decision; 0 where nothing was planned. */
  revision: z.number().int(),
  plan: planHead.nullable(),
  /** Of what is proposed. Offers that were accepted are counted in `offered`. */
  decided: z.object({ operations: counted, texts: counted, offered: z.number().int(), units: z.number().int() }),
  /** Decisions taken over from an earlier repair: of this version or of the one before (`from`), or of the plan before this one (null). */
  carried: z.object({ from: versionTag.nullable(), fits: z.number().int(), unfit: z.number().int() }).nullable(),
  /** What the decisions come to; null until that was computed. `isCurrent`: no operation was decided otherwise since. */
  outcome: z
    .object({
      isCurrent: z.boolean(),
      applied: z.number().int(),
      waiting: z.number().int(),
      unfit: z.number().int(),
      changed: z.number().int(),
      /** Units that have to be accepted on their own, and those of them that are not yet. */
      asking: z.number().int(),
      unaccepted: z.number().int(),
      /** Those that ask first, then the greatest change first; no more than LISTED_UNITS. */
      units: z.array(unitChange.extend({ text: z.string() })),
    })
    .nullable(),
  proof: proofSummary.nullable(),
  /** Outlines of the country that there are without sending one. */
  outline: z.object({
    /** Of the plan; where there is none yet, of the repair that it carries on from. */
    kept: repairOutline.nullable(),
    /** The current version, where it has a unit for the country; null where nothing is published. */
    published: versionTag.nullable(),
    /** How far units are led to it at most, in metres. */
    distanceM: z.number(),
  }),
  /** Under way; what it is for is in `for`. */
  job: z.object({ id: z.string(), for: z.enum(['plan', 'proof', 'apply']) }).nullable(),
  /** Why the last job ended without a result, in the language asked for. */
  failed: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** This version was made by a repair; it is the one in progress where `isSame`. */
  repaired: repairSummary.extend({ isSame: z.boolean(), text: z.string() }).nullable(),
  /** What stands against making the draft: nothing where it is empty. */
  missing: z.array(z.enum(['plan', 'decisions', 'proof', 'units', 'proof-failed', 'running'])),
});
export type RepairState = z.infer<typeof repairState>;

const decision = repairDecisions.shape.operations.unwrap().valueType.nullable();

/** An operation as a list shows it. */
export const listedOperation = repairOperation.extend({
  /** `Bua takes the line of Ilog; 0.8 ha cut, at most 38 m` */
  text: z.string(),
  /** Why it is accepted on its own, in words; empty where it may be accepted together with others. */
  reasons: z.array(z.string()),
  /** Names of its units by key. */
  names: z.record(z.string(), z.string()),
  isOffer: z.boolean(),
  decision,
});
export type ListedOperation = z.infer<typeof listedOperation>;

export const listedText = textOperation.extend({ text: z.string(), why: z.string(), isOffer: z.boolean(), decision });
export type ListedText = z.infer<typeof listedText>;

const filter = reportQuery.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(LISTED_OPERATIONS),
  /** What was decided about it. */
  state: z.enum(['all', 'waiting', 'accepted', 'refused']).default('all'),
  /** `offers`: what nothing recommends. */
  what: z.enum(['proposed', 'offers', 'all']).default('all'),
  /** The page that holds this one; `offset` is not looked at. */
  at: z.string().max(200).optional(),
});

/** An id or key of an upload can be anything; these are looked up, never used otherwise. */
const given = z.object({ verdict: z.enum(VERDICTS), reason: z.string().trim().max(2000).optional() });
export const decisionsBody = z
  .object({
    revision: z.number().int().min(0),
    /** By id; null takes a decision back. */
    operations: z.record(z.string().max(200), given.extend({ turned: z.boolean().optional() }).nullable()).optional(),
    /** By level and key, as `outcome.units` names them. */
    units: z.record(z.string().max(200), given.nullable()).optional(),
    /** Accepts what is proposed, undecided, no wider, and may be accepted together. */
    acceptUpToM: z.number().min(0).max(10_000).optional(),
    /** Accepts texts of these rules that may be accepted together. */
    acceptTexts: z.array(z.enum(TEXT_RULES)).max(TEXT_RULES.length).optional(),
    /** Of what is accepted together. */
    reason: z.string().trim().max(2000).optional(),
  })
  .refine(({ operations, units, acceptUpToM, acceptTexts }) => operations ?? units ?? acceptUpToM ?? acceptTexts, 'wrong.decision');
export type DecisionsBody = z.infer<typeof decisionsBody>;

/** Where the outline comes from that the units are led to: as in the repair before, none, or that of the country as it is published. */
export const OUTLINES = ['kept', 'none', 'published'] as const;
export const planBody = z.object({ options: repairOptions.partial().default({}), outline: z.enum(OUTLINES).default('kept') });
/** The same with the outline in a file, as OpenAPI describes it; the server streams the file and never holds it as a value. */
export const planForm = z.object({ outline: z.file(), options: z.string().optional().describe('JSON: as `options` of the body') });
/** The fields beside that file. */
export const planFields = z.object({
  options: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'options as JSON' });
        return z.NEVER;
      }
    })
    .pipe(repairOptions.partial())
    .default({}),
});

const revisionBody = z.object({ revision: z.number().int().min(0) });
const job = z.object({ job: z.string() });
const EXAMPLE = '/api/v1/datasets/cod-ab-sle/versions/v01';

export const repairRoutes = defineRoutes({
  planRepair: {
    summary:
      'Looks for repairs in the uploaded files of a version; decisions of an earlier repair are carried over as far as they fit. With an outline of the country (`outline`, or a file in multipart/form-data) the units are led to it',
    tag: 'boundaries',
    params: versionParams,
    body: planBody,
    form: planForm,
    answer: { status: 202, schema: job },
    permission: 'upload.create',
    example: `${EXAMPLE}/repair`,
  },
  getRepair: {
    summary: 'How far the repair of a version is: plan in figures, decisions, outcome, proof, what is missing',
    tag: 'boundaries',
    params: versionParams,
    query: reportQuery,
    answer: { status: 200, schema: repairState },
    permission: 'draft.read',
    heavy: [],
    example: `${EXAMPLE}/repair?lang=fr`,
  },
  dropRepair: {
    summary: 'Drops the repair in progress: plan and decisions. What it made already stays',
    tag: 'boundaries',
    params: versionParams,
    answer: { status: 200, schema: z.object({}) },
    permission: 'upload.create',
    example: `${EXAMPLE}/repair`,
  },
  listRepairs: {
    summary: 'Operations of the plan, worst first, those of one border together, each in words and with what was decided',
    tag: 'boundaries',
    params: versionParams,
    query: filter.extend({
      /** Key of a unit that is concerned. */
      unit: z.string().max(200).optional(),
      /** Words of a name or code. */
      q: z.string().max(200).optional(),
    }),
    answer: { status: 200, schema: z.object({ total: z.number().int(), offset: z.number().int(), operations: z.array(listedOperation) }) },
    permission: 'draft.read',
    heavy: [],
    example: `${EXAMPLE}/repair/operations?state=waiting`,
  },
  listTextRepairs: {
    summary: 'Repairs of texts of the plan, by rule: cell before and after, with the evidence',
    tag: 'boundaries',
    params: versionParams,
    query: filter.extend({ rule: z.enum(TEXT_RULES).optional() }),
    answer: {
      status: 200,
      schema: z.object({
        total: z.number().int(),
        offset: z.number().int(),
        /** Of all texts, whatever is asked for. `bulk`: how many of them wait and may be accepted together. */
        rules: z.array(z.object({ rule: z.enum(TEXT_RULES), text: z.string(), count: z.number().int(), bulk: z.number().int() })),
        texts: z.array(listedText),
      }),
    },
    permission: 'draft.read',
    heavy: [],
    example: `${EXAMPLE}/repair/texts?rule=blanks`,
  },
  decideRepair: {
    summary: 'Accepts, refuses or turns operations, accepts units, and takes that back (null)',
    tag: 'boundaries',
    params: versionParams,
    body: decisionsBody,
    /** What is changed by it, as it is stored now; null where there is no decision any more. */
    answer: {
      status: 200,
      schema: z.object({
        revision: z.number().int(),
        decided: repairState.shape.decided,
        operations: z.record(z.string(), decision),
        units: z.record(z.string(), repairDecisions.shape.units.unwrap().valueType.nullable()),
      }),
    },
    permission: 'upload.create',
    heavy: [],
    example: `${EXAMPLE}/repair/decisions`,
  },
  proveRepair: {
    summary: 'Carries the decisions out, to see which units change, and proves the result',
    tag: 'boundaries',
    params: versionParams,
    body: revisionBody,
    answer: { status: 202, schema: job },
    permission: 'upload.create',
    example: `${EXAMPLE}/repair/proof`,
  },
  applyRepair: {
    summary: 'Makes the repaired draft: the kept files are read once more and repaired as decided; without a decision they are read as they were uploaded',
    tag: 'boundaries',
    params: versionParams,
    body: revisionBody,
    answer: { status: 202, schema: job },
    permission: 'upload.create',
    heavy: [],
    example: `${EXAMPLE}/repair/apply`,
  },
  getRepairTile: {
    summary:
      'A vector tile of the repair in progress: layer `pieces` (ground filled or cut: `op`, the id of the operation, `what`, `from`, `to`, `turned` 1 for the other answer), `places` (a point of each operation: `op`, `kind`), `before` and `after` (outlines of the units concerned, `key`: after all that is proposed, once proved after what was decided); 204 where there are none',
    tag: 'boundaries',
    params: overlayTileParams,
    /** `plan`: anything that changes with plan and proof, so that a map asks anew. */
    query: z.object({ plan: z.string().max(200).optional() }),
    answer: { status: 200, media: 'application/vnd.mapbox-vector-tile' },
    permission: 'draft.read',
    heavy: [],
    example: `${EXAMPLE}/repair/6/29/30.mvt`,
  },
  getRepairFile: {
    summary: 'Plan and decisions of the repair in progress as a file for `codmap repair --apply`',
    tag: 'boundaries',
    params: versionParams,
    answer: { status: 200, media: 'application/json' },
    permission: 'draft.read',
    heavy: [],
    example: `${EXAMPLE}/repair/plan.json`,
  },
  getRepairOutline: {
    summary: 'The outline that the repair in progress leads units to, as GeoJSON; with `uploaded` the file as it was sent',
    tag: 'boundaries',
    params: versionParams,
    query: z.object({ uploaded: z.stringbool().default(false) }),
    answer: { status: 200, media: 'application/geo+json' },
    permission: 'draft.read',
    example: `${EXAMPLE}/repair/outline.geojson`,
  },
  getProof: {
    summary: 'The proof of a repair (json, csv, geojson, html); `work`: of the one in progress, which members may read',
    tag: 'boundaries',
    params: versionParams.extend({ format: z.enum(['json', 'csv', 'geojson', 'html']) }),
    query: reportQuery.extend({ work: z.stringbool().default(false) }),
    answer: { status: 200, media: 'application/json' },
    heavy: [],
    example: `${EXAMPLE}/proof.html?lang=ar`,
  },
});
