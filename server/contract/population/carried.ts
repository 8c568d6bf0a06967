/** A COD-PS on another version of the boundaries than the one it was counted on: only on request, and always with what is estimated (decision 0064). */
import { z } from 'zod';
import { CROSSWALK_METHODS, peopleBasis } from '../boundaries/crosswalk.ts';
import { adminLevel, datasetId, versionTag } from '../ids.ts';
import { populationAnswer, populationLevel } from './population.ts';

/**
 * How the figures of a unit came about. `exact`: all of its people are those of whole units. `near`: of units that lie in it by at least 98 %.
 * `estimated`: some of them were divided. `remainder`: nothing can be said, because the people of a part of it are not known or not divided.
 */
export const CARRY_METHODS = ['exact', 'near', 'estimated', 'remainder'] as const;
export type CarryMethod = (typeof CARRY_METHODS)[number];

/**
 * Why people of a unit are in no unit of the other version. `too-few` to be divided; `no-ground`: of ground that no unit covers, or of a unit without
 * geometry; `not-in-boundaries`: its code is not one of the version that the file was joined to; `beside-unknown`: they are in a unit with another part
 * whose figure is not known, and a sum without that part would look like all of it.
 */
export const REMAINDER_REASONS = ['too-few', 'no-ground', 'not-in-boundaries', 'beside-unknown'] as const;
export type RemainderReason = (typeof REMAINDER_REASONS)[number];

const figures = z.array(z.number().nullable());

export const populationRemainder = z.object({
  /** As the file has it. */
  pcode: z.string(),
  name: z.string(),
  why: z.enum(REMAINDER_REASONS),
  /** In the order of `groups`; null: nothing of that group is left over, or it was not known before. */
  values: figures,
});
export type PopulationRemainder = z.infer<typeof populationRemainder>;

export const carriedLevel = z.object({
  /** The level of the file: another number where the levels were numbered again. */
  fromLevel: adminLevel,
  /** All of the following: in the order of `pcodes`. */
  names: z.array(z.string()),
  /** The unit above, by its code. */
  parents: z.array(z.string().nullable()),
  methods: z.array(z.enum(CARRY_METHODS)),
  /** By what people were divided; several where units were divided differently. Empty where nothing was. */
  basis: z.array(z.array(peopleBasis)),
  /** Codes of the units whose people these are, as the file has them. */
  original: z.array(z.array(z.string())),
  /** Like `values`: the least and the greatest. Equal where nothing was divided. */
  low: z.array(figures),
  high: z.array(figures),
  /** All groups of a unit were divided by one weight, that of all its people, unless units below are known with groups of their own and were summed. */
  oneWeight: z.boolean(),
  /** Groups that do not add up over units, such as densities and ratios, and are left out: their keys. */
  leftOut: z.array(z.string()),
  /** Of the group of all people, or of the first one there is: `before` = `exact` + `near` + `estimated` + `remainder`. */
  people: z.object({
    group: z.string(),
    before: z.number(),
    exact: z.number(),
    near: z.number(),
    estimated: z.number(),
    remainder: z.number(),
  }),
  remainders: z.array(populationRemainder),
  /** The ten units with the widest range of the same group, widest first. */
  widest: z.array(z.object({ pcode: z.string(), name: z.string(), value: z.number(), low: z.number(), high: z.number() })),
});
export type CarriedLevel = z.infer<typeof carriedLevel>;

export const populationCarried = z.object({
  /** Of the boundaries. */
  dataset: datasetId,
  from: versionTag,
  to: versionTag,
  method: z.enum(CROSSWALK_METHODS),
  via: z.array(versionTag),
  /** Whether any figure is an estimate. */
  estimate: z.boolean(),
  /** Levels of the file that the other version does not have, or that nothing leads to. */
  levelsMissing: z.array(adminLevel),
});
export type PopulationCarried = z.infer<typeof populationCarried>;

export const shownLevel = populationLevel.extend({ carried: carriedLevel.optional() });
export type ShownLevel = z.infer<typeof shownLevel>;

/** As it was published; with `carried` on other boundaries. */
export const shownPopulation = populationAnswer.extend({ levels: z.array(shownLevel), carried: populationCarried.optional() });
export type ShownPopulation = z.infer<typeof shownPopulation>;

export const POPULATION_FORMATS = ['json', 'csv'] as const;
export type PopulationFormat = (typeof POPULATION_FORMATS)[number];
