/** COD-PS: who lives where, by sex and age, and how it was joined to the boundaries. */
import { z } from 'zod';
import { adminLevel, datasetId, versionTag } from '../ids.ts';

export const SEXES = ['f', 'm', 't'] as const;

/**
 * One column of a population table. `key` is its COD-PS heading (`T_TL`, `F_00_04`, `M_80Plus`) or, for groups that are no sex × age,
 * the heading of the source. `ageFrom` null: all ages. `ageTo` null with `ageFrom`: open (80 and over); ages in completed years, both ends included.
 */
export const populationGroup = z.object({
  key: z.string(),
  sex: z.enum(SEXES),
  ageFrom: z.number().int().nullable(),
  ageTo: z.number().int().nullable(),
  /** Name of a group that is no age band (`adulte`, `IDP`); null for sex × age. */
  other: z.string().nullable(),
  /** As the source heads it. */
  heading: z.string(),
});
export type PopulationGroup = z.infer<typeof populationGroup>;

/** Values of one level, group by group: `values[g][i]` is group g of unit `pcodes[i]`; null is not known, never zero. The artifact `population`. */
export const populationLevel = z.object({
  level: adminLevel,
  year: z.number().int().nullable(),
  source: z.string(),
  /** The version of the boundaries that the codes were joined to; null where there was none. */
  boundaries: z.object({ dataset: datasetId, version: versionTag }).nullable(),
  groups: z.array(populationGroup),
  pcodes: z.array(z.string()),
  values: z.array(z.array(z.number().nullable())),
  /** Sum of the group `T_TL` over all units; null where no unit has one. */
  total: z.number().nullable(),
});
export type PopulationLevelValues = z.infer<typeof populationLevel>;

/** How the codes of one level met those of the boundaries. Counts of units. */
export const populationJoin = z.object({
  level: adminLevel,
  matched: z.number().int(),
  /** Of `matched`, those whose code was repaired; each is listed in the report. */
  repaired: z.number().int(),
  /** Codes of the population file that the boundaries do not have, and the other way round. */
  unknownInPopulation: z.number().int(),
  missingInPopulation: z.number().int(),
});
export type PopulationJoinCounts = z.infer<typeof populationJoin>;

/** `0-4`, `80+`, one year, `all`; or the name of a group that is no age band, as the source heads it. */
export const populationAge = z.string().min(1).max(100);

/** Several P-codes with commas. */
export const populationQuery = z.object({
  level: z.coerce.number().pipe(adminLevel).optional(),
  pcode: z
    .string()
    .max(20_000)
    .transform((text) => text.split(',').filter(Boolean))
    .optional(),
  sex: z.enum(SEXES).optional(),
  age: populationAge.optional(),
});
export type PopulationQuery = z.infer<typeof populationQuery>;

export const populationAnswer = z.object({
  dataset: datasetId,
  version: versionTag,
  levels: z.array(populationLevel),
});
export type PopulationAnswer = z.infer<typeof populationAnswer>;
