/** What is asked of indicators over HTTP, and what is answered. */
import { z } from 'zod';
import { versionParams, versionRef } from '../datasets/api.ts';
import { asOfPart, asOfQuery } from '../datasets/asOf.ts';
import { adminLevel, datasetId, versionTag } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { NUMBER_STYLES } from '../maps/map.ts';
import { EMPTINESSES } from '../presence/measure.ts';
import { AREA_REASONS } from './data.ts';
import { additivity, DIRECTIONS, INDICATOR_KINDS, indicatorClass, MEASURE_TYPES, STATES } from './indicators.ts';
import { seriesDimensions, seriesRef, SPLITS, type SeriesRef } from './series.ts';
import { OBSERVATION_TYPES, PHASES, POPULATION_STATUSES } from './terms.ts';

export const indicatorParams = versionParams;

/** An indicator as a version has it. */
export const shownIndicator = z.object({
  code: z.string(),
  state: z.enum(STATES),
  title: z.record(z.string(), z.string()),
  sector: z.string().nullable(),
  kind: z.enum(INDICATOR_KINDS),
  measure: z.enum(MEASURE_TYPES),
  unit: z.string(),
  additive: z.boolean().describe('Whether values of units may be added to one of the unit above.'),
  time: additivity.shape.time,
  direction: z.enum(DIRECTIONS),
  classes: z.array(indicatorClass),
});
export type ShownIndicator = z.infer<typeof shownIndicator>;

/** A series as the page offers it. */
export const offeredSeries = seriesRef.extend({
  values: z.number().int().describe('Areas with a value.'),
  noData: z.number().int(),
  levels: z.array(adminLevel).describe('Of the units that have values as they were read; upper levels come by roll-up where that is allowed.'),
  notPlaced: z.number().int().describe('Areas with a value that are no unit.'),
});
export type OfferedSeries = z.infer<typeof offeredSeries>;

export const indicatorsAnswer = z.object({
  dataset: datasetId,
  version: versionTag,
  boundaries: z.object({ dataset: datasetId, version: versionTag }).nullable(),
  list: z.string().nullable().describe('Version of the agreed list that codes were linked to.'),
  indicators: z.array(shownIndicator),
  series: z.array(offeredSeries),
  areas: z.object({ stated: z.number().int(), placed: z.number().int(), notPlaced: z.number().int() }),
  populations: z
    .array(z.object({ dataset: datasetId, version: versionTag, year: z.number().int().nullable(), isCurrent: z.boolean() }))
    .describe('Published populations of the country, to divide by.'),
  ...asOfPart,
});
export type IndicatorsAnswer = z.infer<typeof indicatorsAnswer>;

const day = z.iso.date('wrong.day');
const list = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values as readonly [T, ...T[]])).min(1));

/** What is shown of a series: the value; a share in percent of what its file divides by, of people in need, of the population; of people in units of class 3 or worse; the phase of the area. */
export const SHOWN_MEASURES = ['value', 'own', 'inNeed', 'population', 'severe', 'phase'] as const;
export type ShownMeasure = (typeof SHOWN_MEASURES)[number];

/**
 * One series, or several that may be added: `indicator`, `status`, `phase` and `sex` take several with commas. What must not be added is refused with
 * the reason. `start` and `end` absent: the latest period.
 */
export const shownQuery = z.object({
  indicator: z
    .string()
    .min(1)
    .max(400)
    .transform((text) => text.split(',').filter(Boolean)),
  status: list(POPULATION_STATUSES).default(['all']),
  type: z.enum(OBSERVATION_TYPES).default('observed'),
  phase: list(PHASES).optional(),
  start: day.optional(),
  end: day.optional(),
  analysis: z.string().min(1).max(200).optional(),
  sex: list<'f' | 'm'>(['f', 'm']).optional(),
  age: z.string().min(1).max(200).optional(),
  group: z.string().min(1).max(200).optional(),
  disability: z.literal('1').optional(),
  category: z.string().min(1).max(200).optional(),
  level: z.coerce.number().pipe(adminLevel),
  measure: z.enum(SHOWN_MEASURES).default('value'),
  population: versionRef
    .optional()
    .describe('Of the COD-PS of the country, for `measure=population`; absent: that of the year of the values, else the nearest.'),
  split: z.enum(SPLITS).default('none'),
  before: versionTag.optional().describe('Values are the difference to this version.'),
  beforeStart: day.optional().describe('Values are the difference to the period that begins and ends so.'),
  beforeEnd: day.optional(),
  beforeAnalysis: z.string().min(1).max(200).optional(),
});
export type ShownQuery = z.output<typeof shownQuery>;
export const shownAsOfQuery = shownQuery.extend(asOfQuery.shape);

/** The series that a query names, each by its own; more than one are to be added. */
export function seriesOfQuery({ indicator, status, type, phase, start, end, analysis, sex, age, group, disability, category }: ShownQuery): SeriesRef[] {
  const period = start !== undefined && end !== undefined ? { start, end } : null;
  const others = {
    ...(age === undefined ? {} : { age }),
    ...(group === undefined ? {} : { group }),
    ...(disability === undefined ? {} : { disability: true as const }),
    ...(category === undefined ? {} : { category }),
  };
  const sexes = sex ?? [undefined];
  const phases = phase ?? [null];
  return indicator.flatMap((code) =>
    status.flatMap((each) =>
      phases.flatMap((of) =>
        sexes.map((own): SeriesRef => ({
          indicator: code,
          status: each,
          type,
          phase: of,
          period,
          analysis: analysis ?? null,
          dimensions: { ...(own === undefined ? {} : { sex: own }), ...others },
        })),
      ),
    ),
  );
}

const columns = {
  pcodes: z.array(z.string()),
  values: z.array(z.number().nullable()).describe('In the order of `pcodes`; shares in percent. null: see `empty`.'),
  empty: z.array(z.enum(EMPTINESSES).nullable()).describe('Why there is no value.'),
  partial: z.array(z.tuple([z.number(), z.number()]).nullable()).describe('Units below with a value, of how many; null where the value is whole.'),
  total: z.number().nullable().describe('Of all units; null where they must not be added, or are not all known.'),
};

/** Of an area that is no unit: it is summed apart. */
export const notPlacedArea = z.object({
  name: z.string(),
  level: adminLevel.nullable(),
  within: z.string().nullable().describe('P-code of the unit that it is certainly in.'),
  reason: z.enum(AREA_REASONS).nullable(),
  value: z.number(),
});
export type NotPlacedArea = z.infer<typeof notPlacedArea>;

export const shownAnswer = z.object({
  dataset: datasetId,
  version: versionTag,
  level: adminLevel,
  series: z.array(seriesRef).describe('As they were found: with their period.'),
  indicator: shownIndicator,
  measure: z.enum(SHOWN_MEASURES),
  style: z.enum(NUMBER_STYLES),
  counts: z.boolean().describe('Values are counts: colours over areas of different size mislead.'),
  classes: z.array(indicatorClass).describe('Of an index; empty of what is no index.'),
  ...columns,
  national: z.number().nullable().describe('As the file states it for the whole country; null where it does not.'),
  notPlaced: z.array(notPlacedArea),
  notPlacedTotal: z.number().nullable(),
  fractional: z.number().int().describe('Values of an index between two classes: means of the source, kept as they are.'),
  denominator: z
    .object({
      dataset: datasetId.nullable(),
      version: versionTag.nullable(),
      year: z.number().int().nullable(),
      gap: z.number().int().nullable().describe('Years between the values and the population; 0: the same year.'),
    })
    .nullable(),
  before: z.object({ dataset: datasetId, version: versionTag, series: z.array(seriesRef) }).nullable(),
  panels: z.array(z.object({ sector: z.string(), series: z.array(seriesRef), ...columns })).nullable(),
  ...asOfPart,
});
export type ShownAnswer = z.infer<typeof shownAnswer>;

/** Of files. `hxl` adds the row of tags; those of `hxl` itself always have it. */
export const FILE_SHAPES = ['tidy', 'wide', 'hxl', 'needs', 'food-security', 'idps', 'sdmx'] as const;
export type FileShape = (typeof FILE_SHAPES)[number];
export const fileQuery = z.object({
  shape: z.enum(FILE_SHAPES).default('tidy'),
  hxl: z
    .enum(['0', '1'])
    .default('0')
    .transform((text) => text === '1'),
});
export const workbookQuery = z.object({ lang: z.enum(LANGS).default('en') });

export { seriesDimensions };
