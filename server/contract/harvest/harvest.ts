/** Data that are fetched from other servers by schedule. Terms: docs/harvest.md. */
import { z } from 'zod';
import { line } from '../groups/groups.ts';
import { datasetId, iso3, versionTag } from '../ids.ts';
import { entryId, instant } from '../meetings/names.ts';
import { PERSONAL_SAID } from '../uploads/personal.ts';
import type { Scope } from '../groups/groups.ts';

const scope = iso3.describe('ISO3 of a country').transform((text) => text as string as Scope);

/** What answers there: a file, a dataset of CKAN (HDX), a layer of ArcGIS, a Google sheet, a form of Kobo or ActivityInfo, a collection of OGC API Features. */
export const SOURCE_KINDS = ['file', 'ckan', 'arcgis', 'sheet', 'kobo', 'activityinfo', 'ogc'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How the secret is said: `token`: Kobo, `key`: CKAN; `basic`: name:password. */
export const AUTHS = ['none', 'token', 'bearer', 'basic', 'key'] as const;
export type Auth = (typeof AUTHS)[number];

/** Minutes. */
export const INTERVALS = [60, 360, 1440, 10_080, 43_200] as const;
export type Interval = (typeof INTERVALS)[number];

/** What a change does. `publish`: where all checks pass and the comparison with the version before finds a minor change. */
export const ON_CHANGE = ['draft', 'publish', 'tell'] as const;
export type OnChange = (typeof ON_CHANGE)[number];

export const FETCH_STATES = ['running', 'same', 'told', 'accepted', 'asks', 'drafted', 'published', 'failed'] as const;
export type FetchState = (typeof FETCH_STATES)[number];

export const SOURCE_STATES = ['new', 'well', 'failing', 'paused'] as const;

const address = z.url({ protocol: /^https$/, error: 'wrong.https' }).max(2000);
const every = z.union(INTERVALS.map((minutes) => z.literal(minutes)) as [z.ZodLiteral<Interval>, z.ZodLiteral<Interval>, ...z.ZodLiteral<Interval>[]]);
/** Never shown again. */
const secret = z.string().trim().min(1).max(1000);

const fields = {
  name: line(120),
  kind: z.enum(SOURCE_KINDS),
  url: address,
  /** Of CKAN: which resource, by its name; `*` stands for any letters. null: there is only one. */
  pick: line(200).nullable(),
  /** What it fills; or, with `entry`, null. */
  dataset: datasetId.nullable(),
  /** An entry of the schedule about data that stay elsewhere: its last change comes from here. */
  entry: entryId.nullable(),
  auth: z.enum(AUTHS),
  /** null: only when somebody asks. */
  every: every.nullable(),
  paused: z.boolean(),
  onChange: z.enum(ON_CHANGE),
  /** Of personal data in the files; null: whoever keeps the dataset is asked. */
  personal: z.enum(PERSONAL_SAID).nullable(),
};

export const newSource = z
  .object({
    ...fields,
    pick: fields.pick.default(null),
    dataset: fields.dataset.default(null),
    entry: fields.entry.default(null),
    auth: fields.auth.default('none'),
    secret: secret.nullable().default(null),
    every: fields.every.default(1440),
    paused: fields.paused.default(false),
    onChange: fields.onChange.default('draft'),
    personal: fields.personal.default(null),
  })
  .refine(({ dataset, entry }) => (dataset === null) !== (entry === null), 'wrong.target')
  .refine(({ entry, onChange }) => entry === null || onChange === 'tell', 'wrong.tell')
  .refine(({ auth, secret: said }) => (auth === 'none') === (said === null), 'wrong.secret');
export type NewSource = z.infer<typeof newSource>;

/** Only what is given is changed. A new address or kind asks for the secret anew. */
export const sourceBody = z
  .object({ ...fields, secret })
  .omit({ dataset: true, entry: true })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type SourceChange = z.infer<typeof sourceBody>;

/** What came, as far as it could be looked into: evidence, not data. */
export const cameSchema = z.object({
  files: z.array(z.object({ name: z.string(), bytes: z.number().int() })),
  /** Tables and layers in them. */
  parts: z.array(z.object({ name: z.string(), rows: z.number().int(), columns: z.array(z.string()) })),
  /** Records that the other side says it has; null where it does not say. */
  counted: z.number().int().nullable(),
  /** Which resource was chosen, of CKAN. */
  resource: z.string().nullable(),
});
export type Came = z.infer<typeof cameSchema>;

export const fetchSchema = z.object({
  id: z.string(),
  at: instant,
  doneAt: instant.nullable(),
  state: z.enum(FETCH_STATES),
  /** Somebody who asked for it; null: by schedule. */
  askedBy: z.string().nullable(),
  /** Of HTTP. */
  status: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
  came: cameSchema.nullable(),
  job: z.string().nullable(),
  version: versionTag.nullable(),
  /** Why it failed, what it asks, or why it was not published; `texts`: in the languages of the product. */
  problem: z.object({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])), texts: z.record(z.string(), z.string()) }).nullable(),
});
export type Fetch = z.infer<typeof fetchSchema>;

export const sourceSchema = z.object({
  id: z.string(),
  scope,
  ...fields,
  /** There is one; what it is is never told. */
  hasSecret: z.boolean(),
  state: z.enum(SOURCE_STATES),
  lastAt: instant.nullable(),
  lastChange: instant.nullable(),
  failingSince: instant.nullable(),
  failures: z.number().int(),
  nextAt: instant.nullable(),
  /** Somebody fetches it now. */
  running: z.boolean(),
  publishBy: z.string().nullable(),
  last: fetchSchema.nullable(),
  createdBy: z.string(),
  updatedAt: instant,
});
export type Source = z.infer<typeof sourceSchema>;

export const sourcesAnswer = z.object({
  /** Whether this server fetches at all. */
  on: z.boolean(),
  /** That may be asked; members who keep sources only. */
  hosts: z.array(z.string()),
  sources: z.array(sourceSchema),
});
export type SourcesAnswer = z.infer<typeof sourcesAnswer>;

export const sourceAnswer = z.object({ source: sourceSchema, fetches: z.array(fetchSchema) });
export type SourceAnswer = z.infer<typeof sourceAnswer>;

/** What would come, were it saved. */
export const triedAnswer = z.object({
  status: z.number().int().nullable(),
  came: cameSchema.nullable(),
  /** A version of the dataset that was made of the same bytes. */
  same: versionTag.nullable(),
  problem: fetchSchema.shape.problem,
});
export type TriedAnswer = z.infer<typeof triedAnswer>;

/** In the schedule, for those who keep the entry. */
export const entrySource = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(SOURCE_STATES),
  lastAt: instant.nullable(),
  lastChange: instant.nullable(),
  failingSince: instant.nullable(),
  code: z.string().nullable(),
});
export type EntrySource = z.infer<typeof entrySource>;

export const sourceParams = z.object({ scope, source: entryId });
export const scopeParams = z.object({ scope });
