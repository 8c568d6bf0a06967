/** The data of a map of indicators. */
import { z } from 'zod';
import { seriesRef, SPLITS } from '../indicators/series.ts';
import { datasetId, versionTag } from '../ids.ts';

const versionRef = z.union([versionTag, z.literal('current')]);
const day = z.iso.date('wrong.day');

/**
 * What an indicator map paints. `share`: in percent of what the file itself divides by (`own`), of the people in need of the same sector (`inNeed`), of
 * everybody by a population (`population`); `severe`: of the people of that population in units with a class, those in class 3 or worse. `phase`: the most severe phase with at least a fifth of the people in it or worse. `change`: the
 * difference to another version, another period, or both, of the value or of its own share.
 */
const indicatorMeasure = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('value') }),
  z
    .strictObject({
      is: z.literal('share'),
      of: z.enum(['own', 'inNeed', 'population', 'severe']),
      population: z.strictObject({ dataset: datasetId, version: versionRef }).nullable().default(null),
    })
    .refine(({ of, population }) => (of === 'population' || of === 'severe') === (population !== null), { message: 'wrong.population', path: ['population'] }),
  z.strictObject({ is: z.literal('phase') }),
  z
    .strictObject({
      is: z.literal('change'),
      version: versionTag.nullable().default(null),
      period: z.strictObject({ start: day, end: day }).nullable().default(null),
      analysis: z.string().min(1).max(200).nullable().default(null),
    })
    .refine(({ version, period, analysis }) => version !== null || period !== null || analysis !== null, 'wrong.change'),
]);

export const indicatorMapData = z
  .strictObject({
    kind: z.literal('indicators'),
    dataset: datasetId,
    version: versionRef,
    series: seriesRef,
    measure: indicatorMeasure.default({ is: 'value' }),
    /** `sectors`: a small map of the whole country for each sector that has the same, side by side, with the same classes. */
    split: z.enum(SPLITS).default('none'),
    /** Whether the values are counts, which circles can show; what the indicator says of itself goes before what is said here. */
    counts: z.boolean().default(false),
    /** Of the classes of an index, as the indicator says them; what is said here is replaced by that. */
    colours: z
      .array(z.string().regex(/^#[0-9a-f]{6}$/, 'wrong.colour'))
      .max(12)
      .optional(),
  })
  .refine(({ measure, split }) => split === 'none' || measure.is === 'value' || measure.is === 'share', { message: 'wrong.split', path: ['split'] });
export type IndicatorMapData = z.infer<typeof indicatorMapData>;
