/** How sensitive data are and who may receive them: the classification of a country and what it makes of each dataset. Terms: docs/sharing.md. */
import { z } from 'zod';
import { LANGS } from '../languages.ts';
import { adminLevel, datasetId, iso3, versionTag } from '../ids.ts';
import { day, groupId, line, type Scope } from '../groups/groups.ts';

const scope = iso3.describe('ISO3 of a country').transform((text) => text as string as Scope);

/** From what harms nobody to what may cost lives; the four of the guidance on data responsibility. */
export const CLASSES = ['low', 'moderate', 'high', 'severe'] as const;
export type SensitivityClass = (typeof CLASSES)[number];
/** Who may receive: everybody; whoever is in a group of the country; the groups that answer for the data; these and groups named one by one. Each holds fewer than the one before. */
export const AUDIENCES = ['public', 'response', 'cluster', 'named'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Kinds of information that every country has; a country adds others, whose ids begin with `other-`. */
export const DATA_TYPES = [
  'boundaries',
  'population',
  'presence',
  'presence-points',
  'source-files',
  'figures',
  'minutes',
  'contacts',
  'facilities',
  'layers',
  'assessment-microdata',
] as const;
export type DataType = (typeof DATA_TYPES)[number];
export const dataType = z.string().regex(new RegExp(`^(${DATA_TYPES.join('|')}|other-[a-z0-9-]{1,40})$`), 'wrong.data-type');

/** The least threshold that hides anything: of a count that can only be 1 everything is known. */
export const LEAST_COUNT = 3;

const limits = {
  class: z.enum(CLASSES),
  audience: z.enum(AUDIENCES),
  /** Beside the groups that answer for the data; of audience `named` only. */
  named: z.array(groupId).max(20),
  /** Deepest level of which everybody is given counts, where the class is high and the audience public; null: all levels. */
  lowestLevel: adminLevel.nullable(),
  /** Smaller counts, and above 0, are not given then; null: 3. */
  smallestCount: z.number().int().min(LEAST_COUNT, 'wrong.withheld').max(100).nullable(),
};
/** What holds for a dataset or for a kind of data. */
export const sensitivity = z.object(limits);
export type Sensitivity = z.infer<typeof sensitivity>;
/** As nothing is said: for everybody, as it is. */
export const OPEN: Sensitivity = { class: 'low', audience: 'public', named: [], lowestLevel: null, smallestCount: null };

const text = (max: number) => z.union([z.literal(''), line(max)]);
export const classificationRow = z.object({
  dataType,
  /** Of types of the country itself; '' where the type has a name in every language. */
  title: text(120),
  ...limits,
  notes: text(600),
  examples: z.array(line(200)).max(10),
});
export type ClassificationRow = z.infer<typeof classificationRow>;

/** `v1`, `v2`: an endorsed one never changes. */
export const tableTag = z.string().regex(/^v[1-9]\d{0,3}$/, 'wrong.version');
export const TABLE_STATES = ['draft', 'current', 'superseded'] as const;
const documentRef = z.object({ id: line(120), version: line(40) });

export const classification = z.object({
  scope,
  version: tableTag,
  state: z.enum(TABLE_STATES),
  rows: z.array(classificationRow),
  /** The information sharing protocol that it is part of. */
  document: documentRef.nullable(),
  endorsedBy: groupId.nullable(),
  endorsedOn: day.nullable(),
  createdAt: z.string(),
  /** null for whoever is not signed in. */
  createdBy: z.string().nullable(),
});
export type Classification = z.infer<typeof classification>;

/** What is said of one dataset. */
export const datasetSensitivity = z.object({
  dataset: datasetId,
  /** Which row of the table it falls under, and what of it tells so. */
  dataType,
  foundBy: z.enum(['kind', 'coordinates', 'owner']),
  /** By the table; null where the country has none, or none with such a row. */
  proposed: sensitivity.extend({ version: tableTag }).nullable(),
  /** By the owner; null: the table holds. */
  set: sensitivity
    .extend({
      reason: z.string(),
      against: tableTag.nullable(),
      at: z.string(),
      by: z.string().nullable(),
      /** A table that was endorsed later is stricter: it holds until the owner decides again. */
      outdated: z.boolean(),
    })
    .nullable(),
  /** What holds now. */
  holds: sensitivity,
  /** Less strict than the table; `set.reason` says why. */
  lower: z.boolean(),
  /** What was said before, latest first; empty for whoever may not read drafts. */
  history: z.array(
    z.object({ at: z.string(), by: z.string().nullable(), action: z.enum(['set', 'cleared']), said: sensitivity.nullable(), reason: z.string() }),
  ),
  may: z.boolean(),
});
export type DatasetSensitivity = z.infer<typeof datasetSensitivity>;

export const scopeParams = z.object({ scope });
export const tableParams = z.object({ scope, table: tableTag });
export const datasetParams = z.object({ id: datasetId });
export const sharingQuery = z.object({ lang: z.enum(LANGS).default('en').describe('of the proposal') });
/** As it would be once this version is published; for those who read drafts. */
export const sensitivityQuery = z.object({ version: versionTag.optional() });

export const sharingAnswer = z.object({
  scope,
  /** The one that holds; null: none was endorsed, and everything is as it was. */
  current: classification.nullable(),
  /** For members. */
  draft: classification.nullable(),
  /** Offered where there is neither; nothing of it holds before it is endorsed. */
  proposal: z.array(classificationRow).nullable(),
  versions: z.array(classification.omit({ rows: true })),
  /** Those that the one who asks may receive. */
  datasets: z.array(datasetSensitivity.omit({ history: true })),
  may: z.object({ edit: z.boolean(), endorse: z.array(groupId) }),
});
export type SharingAnswer = z.infer<typeof sharingAnswer>;

export const draftBody = z.object({
  rows: z
    .array(classificationRow)
    .min(1)
    .max(60)
    .refine((rows) => new Set(rows.map((row) => row.dataType)).size === rows.length, 'wrong.one-row'),
  document: documentRef.nullable().default(null),
});
export type DraftBody = z.infer<typeof draftBody>;
/** `confirmed`: what it hides from the public was seen. Without it a change that hides something is refused, and the refusal says what. */
const confirmed = z.boolean().default(false).describe('that what disappears for the public was seen');
export const endorseBody = z.object({ group: groupId, date: day, confirmed });
export type EndorseBody = z.infer<typeof endorseBody>;
export const sensitivityBody = sensitivity.extend({
  named: limits.named.default([]),
  lowestLevel: limits.lowestLevel.default(null),
  smallestCount: limits.smallestCount.default(null),
  /** null: as it was found. */
  dataType: dataType.nullable().default(null),
  /** A draft that is about to be published, for what it holds. */
  version: versionTag.optional(),
  /** Needed where it is less strict than the table. Everybody who may receive the dataset reads it. */
  reason: text(1000).default(''),
  confirmed,
});
export type SensitivityBody = z.infer<typeof sensitivityBody>;
export const clearBody = z.object({ confirmed });

/** What a change takes from the public: `details` of the refusal `sensitivity.hides`. */
export interface Hides {
  datasets: { dataset: string; versions: number; counts: boolean }[];
  maps: { id: string; title: string }[];
  embeds: { id: string; map: string; title: string; hosts: string[] }[];
  /** Minutes that everybody reads now. */
  documents: { id: string; title: string }[];
  /** Datasets of which everybody has the files as they were uploaded. */
  sources: string[];
}

/** What contradicts itself in a row, or in what an owner says (server/sensitivity/order.ts). */
export const SENSITIVITY_FAULTS = ['severe-public', 'named-without', 'counts-of'] as const;
export type SensitivityFault = (typeof SENSITIVITY_FAULTS)[number];
