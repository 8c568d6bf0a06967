/** What a country measures: indicators with their definition, agreed by its groups, in a list whose versions stay. */
import { z } from 'zod';
import { iso3 } from '../ids.ts';
import { day, groupId, line } from '../groups/groups.ts';
import { instant } from '../meetings/names.ts';
import { TABLE_STATES } from '../sensitivity/sensitivity.ts';

/** What it is about. */
export const INDICATOR_KINDS = ['needs', 'response', 'context', 'severity'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];
/** `people` and `things` are counts; `share` has a numerator and a denominator; `index` is a phase or class that is ordered and never added; `rate` is per N. */
export const MEASURE_TYPES = ['people', 'things', 'share', 'index', 'rate'] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];
export const DIRECTIONS = ['higher-worse', 'higher-better', 'none'] as const;
export const STATES = ['proposed', 'agreed', 'retired'] as const;
export type IndicatorState = (typeof STATES)[number];
/** What values of an indicator may be divided by. */
export const DISAGGREGATIONS = ['sex', 'age', 'group', 'disability', 'phase'] as const;
export type Disaggregation = (typeof DISAGGREGATIONS)[number];

/** Of all sectors together: a value of its own, never the sum of sectors. */
export const ALL_SECTORS = 'ALL';

/** Letters, digits and single `.`, `_`, `-`, `/` between them: `HA.1.a`, `AAP-1`, `PEOPLE-FSC`. */
export const indicatorCode = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9]+([._/-][A-Za-z0-9]+)*$/, 'wrong.indicator');
const text = (max: number) => z.string().max(max);
/** By language. */
const texts = (max: number) => z.record(z.string().regex(/^[a-z]{2}$/, 'wrong.language'), text(max));
const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'wrong.colour');

/** One class of an index: severity 3, IPC phase 4. `value` is the least value of the class. */
export const indicatorClass = z.object({ value: z.number(), label: texts(80), colour: colour.nullable() });
export type IndicatorClass = z.infer<typeof indicatorClass>;

export const additivity = z.object({
  /** Values of units may be added to one of the unit above. */
  units: z.boolean(),
  /** `stock`: as of a day, never added over time; `flow`: within a period. */
  time: z.enum(['stock', 'flow']),
});

/** What is said of an indicator, without who agreed on it. */
export const indicatorBody = z.object({
  code: indicatorCode,
  title: texts(300),
  definition: texts(4000).default({}),
  /** Code of data/sectors.csv, or `ALL`; null: of none. */
  sector: z.string().max(20).nullable().default(null),
  kind: z.enum(INDICATOR_KINDS),
  measure: z.enum(MEASURE_TYPES),
  /** Of rates: per how many. */
  per: z.number().positive().nullable().default(null),
  unit: text(120).default(''),
  numerator: text(1000).default(''),
  denominator: text(1000).default(''),
  additive: additivity,
  direction: z.enum(DIRECTIONS).default('none'),
  classes: z.array(indicatorClass).max(12).default([]),
  disaggregations: z.array(z.enum(DISAGGREGATIONS)).max(5).default([]),
  /** Which population the people are of: id of a dataset, or words. */
  population: text(200).default(''),
  frequency: text(120).default(''),
  owner: groupId.nullable().default(null),
  method: text(4000).default(''),
  source: text(500).default(''),
  standard: text(500).default(''),
  baseline: day.nullable().default(null),
  target: day.nullable().default(null),
  key: z.boolean().default(false),
  /** Of other registries: `ir` (indicator registry), `hpc`, `sdg`. */
  external: z.record(z.string().max(20), z.string().max(80)).default({}),
  notes: text(4000).default(''),
});
export type IndicatorBody = z.infer<typeof indicatorBody>;

/** What an indicator is: once it was agreed these stay, so that values under its code stay comparable. */
export const MEASURED_FIELDS = ['sector', 'measure', 'per', 'additive', 'numerator', 'denominator'] as const satisfies readonly (keyof IndicatorBody)[];

/** An entry of the list. A code stays with its indicator for good, also once it is retired. */
export const indicator = indicatorBody.extend({
  state: z.enum(STATES),
  /** Of the version of the list in which it was agreed: group, day, decision of a meeting. */
  agreed: z.object({ group: groupId.nullable(), on: day, decision: line(120).nullable() }).nullable(),
  retired: z.object({ on: day, reason: text(500), replacedBy: indicatorCode.nullable() }).nullable(),
});
export type Indicator = z.infer<typeof indicator>;

/** `v1`, `v2`: one that was agreed never changes. */
export const listTag = z.string().regex(/^v[1-9]\d{0,3}$/, 'wrong.version');

/** The agreed list of a country in one of its versions. */
export const indicatorList = z.object({
  scope: iso3,
  version: listTag,
  state: z.enum(TABLE_STATES),
  indicators: z.array(indicator),
  agreedBy: groupId.nullable(),
  agreedOn: day.nullable(),
  decision: z.string().nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
});
export type IndicatorList = z.infer<typeof indicatorList>;

/** What became of an entry from one version of the list to the next. */
export const LIST_CHANGES = ['proposed', 'changed', 'agreed', 'retired', 'withdrawn'] as const;
export const listChange = z.object({
  code: indicatorCode,
  is: z.enum(LIST_CHANGES),
  /** Names of the fields that differ. */
  fields: z.array(z.string()),
});
export type ListChange = z.infer<typeof listChange>;
