/** One thing measured in one way, as a map, an address or a file asks for it: all that tells values apart but the place. */
import { z } from 'zod';
import { indicatorCode } from './indicators.ts';
import type { Series } from './data.ts';
import { OBSERVATION_TYPES, PHASES, POPULATION_STATUSES, type Dimensions, type ObservationPeriod } from './terms.ts';

const day = z.iso.date('wrong.day');
const words = z.string().min(1).max(200);

/** `sectors`: a small map of the whole country for each sector that has the same. */
export const SPLITS = ['none', 'sectors'] as const;

export const seriesDimensions = z.strictObject({
  sex: z.union([z.literal('f'), z.literal('m')]).optional(),
  age: words.optional(),
  group: words.optional(),
  disability: z.literal(true).optional(),
  category: words.optional(),
});

/** `period` and `analysis` null: the latest that the version has of what is otherwise the same. */
export const seriesRef = z.strictObject({
  indicator: indicatorCode,
  status: z.enum(POPULATION_STATUSES).default('all'),
  type: z.enum(OBSERVATION_TYPES).default('observed'),
  phase: z.enum(PHASES).nullable().default(null),
  period: z.strictObject({ start: day, end: day }).nullable().default(null),
  analysis: words.nullable().default(null),
  dimensions: seriesDimensions.default({}),
});
export type SeriesRef = z.infer<typeof seriesRef>;

const DIMENSIONS = ['sex', 'age', 'group', 'disability', 'category'] as const;

/** The same whatever the order of the keys. */
export const dimensionsKey = (dimensions: { [D in keyof Dimensions]?: Dimensions[D] | undefined }): string =>
  DIMENSIONS.map((name) => String(dimensions[name] ?? '')).join('\u0000');

export const samePeriod = (a: ObservationPeriod | null, b: ObservationPeriod | null): boolean => a?.start === b?.start && a?.end === b?.end;

/** When a series is later than another: by its last day, then by its first. Of both without a period neither is. */
const instant = (period: ObservationPeriod | null) => (period ? `${period.end} ${period.start}` : '');

/** Index of the series that is meant; -1 where the version has none such. */
export function findSeries(series: readonly Series[], codes: readonly string[], ref: SeriesRef): number {
  let found = -1;
  for (const [i, each] of series.entries()) {
    const isSame =
      codes[each.indicator] === ref.indicator &&
      each.status === ref.status &&
      each.type === ref.type &&
      each.phase === ref.phase &&
      dimensionsKey(each.dimensions) === dimensionsKey(ref.dimensions) &&
      (ref.period === null || samePeriod(each.period, ref.period)) &&
      (ref.analysis === null || each.analysis === ref.analysis);
    if (isSame && (found < 0 || instant(each.period) > instant(series[found]!.period))) found = i;
  }
  return found;
}

/** How a series is asked for by name. */
export const refOf = ({ indicator, status, type, phase, period, analysis, dimensions }: Series, codes: readonly string[]): SeriesRef => ({
  indicator: codes[indicator]!,
  status,
  type,
  phase,
  period,
  analysis,
  dimensions,
});
