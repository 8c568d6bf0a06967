/** The data-sharing schedule of a country: which series is due from whom, and in what state it is. Terms: docs/schedule.md. */
import { z } from 'zod';
import { entrySource } from '../harvest/harvest.ts';
import { day, groupId, line, organisationId, prose, VISIBILITIES, type Scope } from '../groups/groups.ts';
import { datasetId, iso3, versionTag } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { entryId, instant } from '../meetings/names.ts';
import { AUDIENCES, CLASSES } from '../sensitivity/sensitivity.ts';

const scope = iso3.describe('ISO3 of a country').transform((text) => text as string as Scope);

/** Core data of a country, by category: the data grid of HDX. */
export const GRID = {
  'affected-people': ['idps', 'refugees', 'returnees', 'humanitarian-needs'],
  coordination: ['operational-presence', 'funding', 'conflict-events', 'humanitarian-access'],
  'food-nutrition': ['food-security', 'acute-malnutrition', 'food-prices'],
  geography: ['administrative-divisions', 'baseline-population', 'populated-places', 'roads'],
  'health-education': ['health-facilities', 'education-facilities'],
  climate: ['hazards', 'impact'],
} as const;
export type Category = keyof typeof GRID;
export type GridSeries = (typeof GRID)[Category][number];
export const SERIES: readonly GridSeries[] = Object.values(GRID).flat();
/** A series of the grid, or one of the country itself: `own`, which `title` names. */
export const OWN = 'own';
const series = z.enum([...SERIES, OWN] as [GridSeries, ...GridSeries[], typeof OWN]);
export type Series = z.infer<typeof series>;

/** Of a schedule: not of another century. */
const near = day.refine((text) => text > '1970' && text < '2200', 'wrong.far');

/** As HDX has it, in days; 0: live, -1: never, -2: as needed. */
export const FREQUENCIES = [-2, -1, 0, 1, 7, 14, 30, 90, 180, 365] as const;
export type Frequency = (typeof FREQUENCIES)[number];
const frequency = z.union(FREQUENCIES.map((days) => z.literal(days)) as [z.ZodLiteral<Frequency>, z.ZodLiteral<Frequency>, ...z.ZodLiteral<Frequency>[]]);
/** RFC 5545 §3.3.10, without `RRULE:`; days, weeks or months: `FREQ=MONTHLY;BYDAY=1FR`. */
const rrule = z
  .string()
  .regex(/^[A-Z0-9=;,+-]+$/, 'wrong.rrule')
  .max(300);

/** The period that a deadline is about: the whole one before the day. */
export const COVERS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type Covers = (typeof COVERS)[number];

/** Who hands data on to whom on the way to the product. */
export const PARTIES = ['partners', 'field', 'government', 'agency', 'cluster', 'imwg', 'ocha', 'public'] as const;
export type Party = (typeof PARTIES)[number];
/** So many days before the deadline. */
export const step = z.object({ from: z.enum(PARTIES), to: z.enum(PARTIES), before: z.number().int().min(0).max(120) });
export type Step = z.infer<typeof step>;

export const ACCESSES = ['open', 'on-request', 'restricted'] as const;
export const COMPLETENESSES = ['complete', 'incomplete'] as const;
/** Computed, never said by anybody. `none`: there are no data yet; `not-scheduled`: nobody said when they are due. */
export const STATES = ['fresh', 'due-soon', 'due', 'overdue', 'delinquent', 'none', 'not-scheduled'] as const;
export type State = (typeof STATES)[number];

/** Days after the deadline from which it is overdue, and delinquent. */
const grace = z
  .object({ overdue: z.number().int().min(1).max(365), delinquent: z.number().int().min(2).max(730) })
  .refine((days) => days.overdue < days.delinquent, 'wrong.grace');
export type Grace = z.infer<typeof grace>;

const entryFields = {
  series,
  /** Needed of `own`; of a series of the grid it tells several entries apart. '' where there is none. */
  title: z.union([z.literal(''), line(160)]),
  /** Of this server: last data, publication and sensitivity come from it. */
  dataset: datasetId.nullable(),
  /** Where data are that are not here. */
  link: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
  /** The custodian: a group of the register, an organisation of it, both, or nobody yet. */
  group: groupId.nullable(),
  organisation: organisationId.nullable(),
  /** Counted from the last change; or, with `rrule`, null. Neither: not scheduled. */
  frequency: frequency.nullable(),
  rrule: rrule.nullable(),
  /** First day that it is due. Of a rule the first of its days from then on; of a frequency what is due before there are any data. */
  from: near.nullable(),
  covers: z.enum(COVERS).nullable(),
  /** null: by the table of HDX. */
  grace: grace.nullable(),
  steps: z.array(step).max(8),
  completeness: z.enum(COMPLETENESSES),
  comment: prose(1000).nullable(),
  /** Of data that are not here; null: as the classification of the country has it. */
  sensitivity: z.enum(CLASSES).nullable(),
  access: z.enum(ACCESSES).nullable(),
  format: line(60).nullable(),
  /** Of data that are not here: the day or moment of the last change, and the last day that they are about. */
  changed: z.union([near, z.iso.datetime({ offset: true })]).nullable(),
  dataUntil: near.nullable(),
  /** `public` holds where the group is public as well, and where the data are not severe. */
  visibility: z.enum(VISIBILITIES),
};
export type EntryFields = z.infer<z.ZodObject<typeof entryFields>>;

/** What is not said: nobody, not scheduled, complete, public. */
export const newEntry = z.object({
  ...entryFields,
  title: entryFields.title.default(''),
  dataset: entryFields.dataset.default(null),
  link: entryFields.link.default(null),
  group: entryFields.group.default(null),
  organisation: entryFields.organisation.default(null),
  frequency: entryFields.frequency.default(null),
  rrule: entryFields.rrule.default(null),
  from: entryFields.from.default(null),
  covers: entryFields.covers.default(null),
  grace: entryFields.grace.default(null),
  steps: entryFields.steps.default([]),
  completeness: entryFields.completeness.default('complete'),
  comment: entryFields.comment.default(null),
  sensitivity: entryFields.sensitivity.default(null),
  access: entryFields.access.default(null),
  format: entryFields.format.default(null),
  changed: entryFields.changed.default(null),
  dataUntil: entryFields.dataUntil.default(null),
  visibility: entryFields.visibility.default('public'),
});
export type NewEntry = z.infer<typeof newEntry>;
/** All or none. */
export const newEntriesBody = z.object({ entries: z.array(newEntry).min(1).max(60) });
/** Only what is given is changed. */
export const entryBody = z
  .object(entryFields)
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type EntryChange = z.infer<typeof entryBody>;
/** Somebody looked, and what is there still holds. */
export const reviewBody = z.object({ comment: prose(500).nullable().default(null) });

const span = z.object({ from: day, to: day });
/** The days of a deadline in the zone of the country. `at`: to the second, as HDX counts. */
export const deadline = z.object({ day, at: instant, overdue: day, overdueAt: instant, delinquent: day, delinquentAt: instant });
export type Deadline = z.infer<typeof deadline>;

export const entry = z.object({
  id: entryId,
  scope,
  ...entryFields,
  state: z.enum(STATES),
  /** That is not met; null where there is none. */
  due: deadline.nullable(),
  /** What that deadline is about. */
  covered: span.nullable(),
  /** Each step with its day, before that deadline. */
  stepDays: z.array(step.extend({ day })),
  /** The version that holds, of a dataset of this server. */
  version: versionTag.nullable(),
  published: instant.nullable(),
  lastData: day.nullable(),
  /** When somebody confirmed last that it still holds. */
  reviewed: instant.nullable(),
  /** null for whoever is not signed in. */
  reviewedBy: z.string().nullable(),
  /** By the dataset, by whoever keeps the entry, or as the classification of the country proposes it; null: nobody said. */
  held: z.object({ class: z.enum(CLASSES), audience: z.enum(AUDIENCES).nullable(), by: z.enum(['dataset', 'entry', 'table']) }).nullable(),
  /** What fetches its data from elsewhere; members only. */
  source: entrySource.nullable(),
  /** The one who asks may change it. */
  may: z.boolean(),
  updatedAt: instant,
});
export type Entry = z.infer<typeof entry>;

/** What comes due, oldest first: a deadline, or a step before it. */
export const dueItem = z.object({
  entry: entryId,
  day,
  /** null: the deadline itself. */
  step: step.nullable(),
  /** Of the deadline that is not met; `coming` of later ones. */
  state: z.enum([...STATES, 'coming']),
  covered: span.nullable(),
});
export type DueItem = z.infer<typeof dueItem>;

/** Why a row is proposed as it is. */
export const EVIDENCE = ['owns', 'sector', 'keeper', 'nobody', 'versions', 'usual'] as const;
export const proposedEntry = z.object({
  series,
  dataset: datasetId.nullable(),
  group: groupId.nullable(),
  /** Of the group. */
  groupBy: z.enum(['owns', 'sector', 'keeper', 'nobody']),
  frequency,
  /** Of the frequency: from so many publications, or as is usual. */
  frequencyBy: z.enum(['versions', 'usual']),
  versions: z.number().int(),
});
export type ProposedEntry = z.infer<typeof proposedEntry>;

export const scheduleAnswer = z.object({
  scope,
  /** In the zone of the country. */
  today: day,
  zone: z.string(),
  entries: z.array(entry),
  /** Until 30 days from today, and what was due before. */
  due: z.array(dueItem),
  /** Of the grid, as far as the one who asks may see it. */
  grid: z.array(z.object({ series, state: z.enum(['complete', 'incomplete', 'none']) })),
  /** Where there is no entry yet and the one who asks may make some: nothing of it holds before that. */
  proposal: z.array(proposedEntry).nullable(),
  groups: z.array(z.object({ id: groupId, names: z.record(z.string(), z.string()), acronym: z.string().nullable(), mailbox: z.string().nullable() })),
  organisations: z.array(z.object({ id: organisationId, name: z.string() })),
  may: z.object({
    /** Sees what is for members. */
    see: z.boolean(),
    /** Groups whose entries one may keep. */
    record: z.array(groupId),
    /** Entries of every custodian, and of none. */
    all: z.boolean(),
  }),
});
export type ScheduleAnswer = z.infer<typeof scheduleAnswer>;

export const ENTRY_ACTIONS = ['schedule.created', 'schedule.changed', 'schedule.reviewed', 'schedule.deleted'] as const;
export const entryAnswer = z.object({
  entry,
  /** Newest first; members only, else empty. */
  history: z.array(z.object({ at: instant, by: z.string().nullable(), action: z.enum(ENTRY_ACTIONS), detail: z.record(z.string(), z.string().nullable()) })),
});
export type EntryAnswer = z.infer<typeof entryAnswer>;

export const scopeParams = z.object({ scope });
export const entryParams = z.object({ scope, entry: entryId });
export const langQuery = z.object({ lang: z.enum(LANGS).default('en').describe('of the words in it') });
