/** A table between two versions of the boundaries: the changes with what people they concern, and the history of a unit (decision 0061). */
import { z } from 'zod';
import { versionAnswer } from '../datasets/api.ts';
import { adminLevel, datasetId, versionTag } from '../ids.ts';
import { bumpReason, BUMPS, CHANGE_CERTAINTIES, changedUnit, COMBINABLE, levelChanges, RELATIONS, unitRelation } from './changes.ts';

/**
 * How a table between two versions came about: both geometries laid over each other, the tables of the versions between multiplied, or, where one has no
 * geometry, codes and names of both.
 */
export const CROSSWALK_METHODS = ['overlay', 'chain', 'asserted'] as const;
export type CrosswalkMethod = (typeof CROSSWALK_METHODS)[number];

/** Files of the changes; `lookup` and `linkage` are CSV too. */
export const CHANGE_FORMATS = ['json', 'csv', 'lookup', 'linkage', 'geojson', 'html'] as const;
export type ChangeFormat = (typeof CHANGE_FORMATS)[number];

/** Fewer people than this are never divided among units: they stay with the unit that they were counted in. */
export const LEAST_APPORTIONED = 20;

/** Never a number alone: the least and the greatest that the known ways of dividing give. */
export const ranged = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Ranged = z.infer<typeof ranged>;

/** How people are divided. `ps-adm4-2023`: by the COD-PS of that level and year; `area`: by area, which is a guess. */
export const peopleBasis = z.union([z.literal('area'), z.string().regex(/^ps-adm[0-5](-\d{4})?$/)]);

export const relationPeople = z.object({
  /** null: there is no ground to divide by. */
  basis: peopleBasis.nullable(),
  /** Of the people of the source, those in the target; the shares of one source add to 1 (`value`). */
  shareOfSource: ranged.nullable(),
  shareOfTarget: ranged.nullable(),
  /** Whole persons, where the population of the source is known; those of one source add to its population. null: not known, or too few to be divided. */
  count: ranged.nullable(),
});
export type RelationPeople = z.infer<typeof relationPeople>;

/** The legal act behind a relation, as somebody with the right to publish recorded it. */
export const recordedAct = z.object({
  id: z.string(),
  legalAct: z.string(),
  effectiveDate: z.string().nullable().describe('`2021`, `2021-10` or `2021-10-05`, as given; null where it is not known.'),
  by: z.string().describe('A role, as everybody is told.'),
  at: z.string(),
});
export type RecordedAct = z.infer<typeof recordedAct>;

export const crosswalkRelation = unitRelation.extend({
  people: relationPeople,
  /** Where versions lie between: at each step the source stayed the same unit (unchanged, renamed, recoded, reparented, adjusted) and became the target. */
  followed: z.boolean().optional(),
  recorded: recordedAct.optional(),
});
export type CrosswalkRelation = z.infer<typeof crosswalkRelation>;

/** People that no target got: of the unit that they were counted in. */
export const peopleRemainder = z.object({
  pcode: z.string(),
  name: z.string(),
  people: z.number().int(),
  /** `too-few` to be divided; `no-ground`: of ground that no new unit covers, or of a unit without geometry. */
  why: z.enum(['too-few', 'no-ground']),
});
export type PeopleRemainder = z.infer<typeof peopleRemainder>;

/** The people of a level, to the person: `before` = `placed` + the remainders. */
export const peopleOfLevel = z.object({
  /** Of the boundaries before: the population that is divided. */
  dataset: datasetId,
  version: versionTag,
  year: z.number().int().nullable(),
  before: z.number().int(),
  placed: z.number().int(),
  /** Units of the old version whose population is not known. */
  unknown: z.number().int(),
  remainders: z.array(peopleRemainder),
});
export type PeopleOfLevel = z.infer<typeof peopleOfLevel>;

export const crosswalkLevel = levelChanges.omit({ relations: true }).extend({
  /** null: no population of the level is known; shares are by area then. */
  people: peopleOfLevel.nullable(),
  /** Error of a child apportioned by area, measured in this country on levels that have a population: the median. null: nothing to measure it on. */
  areaError: z.number().nullable(),
  relations: z.array(crosswalkRelation),
});
export type CrosswalkLevel = z.infer<typeof crosswalkLevel>;

/** A version as one end of a table. Valid from `validFrom` until the day before `validTo`; dates as they were given (`2021`, `2021-10`, `2021-10-05`). */
export const crosswalkVersion = z.object({
  version: versionTag,
  status: versionAnswer.shape.status,
  publishedAt: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type CrosswalkVersion = z.infer<typeof crosswalkVersion>;

export const changesAnswer = z.object({
  dataset: datasetId,
  from: crosswalkVersion,
  to: crosswalkVersion,
  method: z.enum(CROSSWALK_METHODS),
  /** Versions between the two, in their order; of `chain` those that it went over, else those over which units were followed. */
  via: z.array(versionTag),
  bump: z.object({ proposal: z.enum(BUMPS), reasons: z.array(bumpReason) }),
  levels: z.array(crosswalkLevel),
});
export type ChangesAnswer = z.infer<typeof changesAnswer>;

export const historyEdge = z.object({
  from: versionTag,
  to: versionTag,
  relation: z.enum(RELATIONS),
  also: z.array(z.enum(COMBINABLE)).optional(),
  source: changedUnit.nullable(),
  target: changedUnit.nullable(),
  shareOfSource: z.number().nullable(),
  shareOfTarget: z.number().nullable(),
  certainty: z.enum(CHANGE_CERTAINTIES),
});
export type HistoryEdge = z.infer<typeof historyEdge>;

/** Where a unit came from and what became of it, over all versions: the units that share ground with it, version by version. */
export const historyAnswer = z.object({
  dataset: datasetId,
  level: adminLevel,
  /** The unit asked about, in the version in which it was found. */
  pcode: z.string(),
  version: versionTag,
  /** In the order of the versions; withdrawn ones are among them. */
  steps: z.array(
    crosswalkVersion.extend({
      /** null: the geometry of this version is not stored, so nothing is known of it. */
      units: z
        .array(
          changedUnit.extend({
            /** The unit asked about itself: unchanged, renamed, recoded, reparented or adjusted since. */
            same: z.boolean(),
          }),
        )
        .nullable(),
    }),
  ),
  edges: z.array(historyEdge),
});
export type HistoryAnswer = z.infer<typeof historyAnswer>;
