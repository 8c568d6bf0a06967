/** Every route of the API: its parameters and its answers. Source of the OpenAPI document. */
import { z } from 'zod';
import { BUMPS, chosenBump } from '../boundaries/changes.ts';
import { DRAWINGS } from '../boundaries/columns.ts';
import { CHECK_STATUSES, LISTED_ITEMS, SEVERITIES } from '../finding.ts';
import { endorsement, signoff } from './endorsement.ts';
import { repairSummary } from '../boundaries/repairSummary.ts';
import { personalRecord } from '../uploads/personal.ts';
import { datasetKind, adminLevel, datasetId, iso3, pcode, versionTag } from '../ids.ts';
import { LANGS } from '../languages.ts';

/** RFC 9457. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string(), texts: z.record(z.string(), z.string()).optional() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemDetails = z.infer<typeof problemDetails>;

export const versionRef = z.union([versionTag, z.literal('current')]);
export const datasetParams = z.object({ id: datasetId });
export const versionParams = z.object({ id: datasetId, version: versionRef });
export const unitParams = versionParams.extend({ pcode });

const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const versionStatus = z.enum(['draft', 'current', 'superseded', 'withdrawn']);

export const datasetAnswer = z.object({
  id: datasetId,
  kind: datasetKind,
  country: iso3,
  countryNames: z.record(z.string(), z.string()),
  current: versionTag.nullable(),
  versions: z.array(z.object({ version: versionTag, status: versionStatus, createdAt: z.string(), publishedAt: z.string().nullable() })),
});
export type DatasetAnswer = z.infer<typeof datasetAnswer>;
export const datasetsAnswer = z.object({ datasets: z.array(datasetAnswer) });
export type DatasetsAnswer = z.infer<typeof datasetsAnswer>;

export const artifactAnswer = z.object({
  kind: z.string(),
  level: adminLevel.optional(),
  file: z.string(),
  href: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
});

const metadataFields = z.object({
  title: z.string(),
  source: z.string(),
  contributor: z.string(),
  license: z.string(),
  caveats: z.string(),
  methodology: z.string(),
  dateSource: z.string().nullable(),
  dateValidOn: z.string().nullable(),
  dateReviewed: z.string().nullable(),
  updateFrequencyYears: z.number().nullable(),
});
export const versionAnswer = z.object({
  dataset: datasetId,
  version: versionTag,
  status: versionStatus,
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  reason: z.string().nullable().describe('Why it was published despite errors.'),
  withdrawal: z
    .object({ at: z.string().nullable(), by: z.string().nullable(), reason: z.string().nullable() })
    .optional()
    .describe('When, by whom and why it was withdrawn; absent where it is not. `by` is a role for strangers.'),
  replaced: z
    .object({ at: z.string().nullable(), by: versionTag.nullable(), reason: z.string().nullable() })
    .optional()
    .describe('Which version took its place, and when; `reason` where it was rolled back. Absent where none did.'),
  levels: z.array(
    z.object({
      level: adminLevel,
      units: z.number().int(),
      total: z.number().optional(),
      partial: z.boolean().optional(),
      drawing: z.object({ is: z.enum(DRAWINGS), from: adminLevel, apartM: z.number() }).optional(),
    }),
  ),
  bbox: bbox.nullable(),
  languages: z.array(z.string()),
  metadata: metadataFields,
  report: z
    .object({
      errors: z.number(),
      warnings: z.number(),
      infos: z.number(),
      accepted: z.number(),
      questions: z.number().optional().describe('How many questions must be answered before the draft can be published; absent where there are none.'),
      published: z
        .object({ errors: z.number(), warnings: z.number() })
        .optional()
        .describe('Boundaries: how many kinds of findings still hold in the published files; publishing mends the others.'),
      publishable: z.boolean(),
    })
    .nullable()
    .describe('How often the checks found what. null of a sensitive 3W, as rows are counted here.'),
  artifacts: z.array(artifactAnswer),
  diff: z.unknown().nullable(),
  corrections: z
    .array(
      z.object({
        at: z.string(),
        by: z.string().nullable(),
        fields: z.array(
          z.object({
            field: metadataFields.keyof(),
            before: z.union([z.string(), z.number()]).nullable(),
            after: z.union([z.string(), z.number()]).nullable(),
          }),
        ),
      }),
    )
    .optional()
    .describe('What was corrected in the metadata after publishing, oldest first; absent where nothing was.'),
  signoff: z
    .array(signoff)
    .optional()
    .describe('Approvals that groups ask for, and those that were there when it was published; fewer only where the command line published it.'),
  bump: z
    .object({ chosen: chosenBump, proposal: z.enum(BUMPS), reason: z.string().nullable() })
    .optional()
    .describe('As what it was published beside what the comparison proposed; `reason` where that is another. Absent where nobody was asked.'),
  endorsements: z.array(endorsement).optional().describe('What groups of the country decided about it, oldest first. `by` is a role for strangers.'),
  join: z.unknown().optional(),
  rows: z.unknown().optional(),
  repair: repairSummary.optional().describe('Boundaries that a repair made: what it did. Its proof is at `proof.html`, `.csv`, `.geojson` and `.json`.'),
  personal: personalRecord
    .optional()
    .describe('What was decided about personal data in the uploaded files. `removed`: the files are copies without them, and those that came are not kept.'),
  tilejson: z.string().nullable(),
});
export type VersionAnswer = z.infer<typeof versionAnswer>;

/**
 * `level`, `parent`, `pcodes` and `q` narrow the list; `pcodes` are the units of several P-codes with commas between; `q` matches a P-code
 * or a name in any of its languages, diacritics folded.
 */
export const unitsQuery = z.object({
  level: z.coerce.number().pipe(adminLevel).optional(),
  parent: pcode.optional(),
  pcodes: z.string().max(8000).optional(),
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
  offset: z.coerce.number().int().min(0).default(0),
});
export const unitAnswer = z.object({
  level: adminLevel,
  pcode: z.string(),
  parentPcode: z.string().nullable(),
  names: z.array(z.object({ lang: z.string(), name: z.string() })),
  validOn: z.string().nullable(),
  validTo: z.string().nullable(),
  areaSqKm: z.number(),
  center: z.tuple([z.number(), z.number()]),
  bbox,
});
export type UnitAnswer = z.infer<typeof unitAnswer>;
/** `similar`: no unit is called what was searched for; these are spelt nearly so. */
export const unitsAnswer = z.object({ total: z.number().int(), units: z.array(unitAnswer), next: z.string().nullable(), similar: z.boolean().optional() });
export type UnitsAnswer = z.infer<typeof unitsAnswer>;
/** One unit with its line of parents (country first) and its children. */
export const unitDetailAnswer = unitAnswer.extend({ parents: z.array(unitAnswer), children: z.array(unitAnswer) });
export type UnitDetail = z.infer<typeof unitDetailAnswer>;

export const jobAnswer = z.object({
  id: z.string(),
  dataset: datasetId,
  task: z.enum(['repair-plan', 'repair-proof']).optional().describe('What it does where it reads no upload into a version.'),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
  stage: z.string().nullable(),
  done: z.number(),
  total: z.number(),
  version: versionTag.nullable(),
  /** `details` holds the question and its candidates, where the upload can go on once it is answered. */
  error: z.object({ code: z.string(), detail: z.string(), details: z.record(z.string(), z.unknown()).optional() }).nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

export const jobParams = z.object({ id: z.string().min(1).max(64) });
/** One file of a version, by the name the version's `artifacts` list gives it. */
export const downloadParams = versionParams.extend({ file: z.string().min(1).max(200) });
export const reportQuery = z.object({ lang: z.enum(LANGS).default('en') });
/** `finding`: its number in the report, from 0. `item`: the page that holds this occurrence, of any finding where none is said. */
export const occurrencesQuery = reportQuery.extend({
  finding: z.coerce.number().int().min(0).max(100_000).optional(),
  item: z.string().max(2000).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(LISTED_ITEMS).default(LISTED_ITEMS),
});
/** `kept`: how many of `count` can be listed. */
export const occurrencesAnswer = z.object({
  finding: z.number().int(),
  count: z.number().int(),
  kept: z.number().int(),
  offset: z.number().int(),
  items: z.array(z.looseObject({ id: z.string(), pcodes: z.array(z.string()), rows: z.array(z.number()), detail: z.string() })),
});
/** `report`: anything that changes with the report, so that a map asks anew. */
export const overlayQuery = z.object({ report: z.string().max(64).optional() });
export const overlayTileParams = versionParams.extend({
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});
/** P-codes are unique only within a level: `level` says which is meant where two levels share one. */
export const unitQuery = z.object({ level: z.coerce.number().pipe(adminLevel).optional() });
/** The ValidationReport of contract/finding.ts; its findings are data whose shape grows with the checks. */
export const reportAnswer = z.object({
  dataset: datasetId.nullable(),
  sha256: z.string(),
  levels: z.array(z.object({ level: adminLevel, units: z.number().int() })),
  results: z.array(
    z.object({
      check: z.string(),
      label: z.string(),
      spec: z.string(),
      status: z.enum(CHECK_STATUSES),
      reason: z.string().optional(),
      /** `reason` as data: the key of its pattern and what fills it. */
      reasonClause: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).optional(),
      findings: z.array(
        z.looseObject({
          code: z.string(),
          severity: z.enum(SEVERITIES),
          level: adminLevel.nullable(),
          message: z.string(),
          count: z.number(),
        }),
      ),
      ms: z.number(),
    }),
  ),
  errors: z.number(),
  warnings: z.number(),
  infos: z.number(),
  accepted: z.number(),
  questions: z.array(z.looseObject({ id: z.string(), text: z.string() })).optional(),
  publishable: z.boolean(),
});
export const problemParams = z.object({ code: z.string().max(100) });
/** What the address of a problem's `type` answers to programs. */
export const problemAnswer = z.object({ type: z.string(), code: z.string(), text: z.string() });
export const problemsAnswer = z.object({ problems: z.array(problemAnswer) });
export const healthAnswer = z.object({ status: z.literal('ok') });
export const readyAnswer = z.object({ status: z.enum(['ready', 'degraded', 'not ready']), checks: z.record(z.string(), z.string()) });

export const publishBody = z.object({
  reason: z.string().max(2000).optional(),
  bump: chosenBump.optional().describe('As what it is published; what the comparison proposed where nothing is said.'),
  bumpReason: z.string().trim().max(2000).optional().describe('Why it is another than the proposal; needed then.'),
});
export type PublishBody = z.input<typeof publishBody>;
export const withdrawBody = z.object({ reason: z.string().trim().min(3).max(2000) });
export const rollbackBody = z.object({
  reason: z.string().trim().min(3, 'wrong.reason').max(2000),
  replaces: versionTag.nullable().describe('The version that is current now, null where none is: if another is by then, nothing is changed.'),
  withdraw: z.boolean().default(false).describe('Withdraws the version that is replaced; else it is superseded.'),
  evenWithdrawn: z.boolean().default(false).describe('Needed to make a withdrawn version current again.'),
});
export type RollbackBody = z.infer<typeof rollbackBody>;

/** TileJSON 3.0. */
export const tilejsonAnswer = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  version: z.string(),
  attribution: z.string(),
  tiles: z.array(z.string()),
  minzoom: z.number(),
  maxzoom: z.number(),
  bounds: bbox,
  /** Our own: the box as RFC 7946 has it, west > east over the antimeridian. TileJSON forbids that in `bounds`, which then go around the Earth. */
  bbox: bbox.optional(),
  center: z.tuple([z.number(), z.number(), z.number()]),
  vector_layers: z.array(z.object({ id: z.string(), minzoom: z.number(), maxzoom: z.number(), fields: z.record(z.string(), z.string()) })),
  /** Language of the columns `name`, `name1`, … in this order. Archives made before it was written down have none. */
  languages: z.array(z.string()).optional(),
});
export type TileJson = z.infer<typeof tilejsonAnswer>;
