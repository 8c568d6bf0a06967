/** What assessments cover: by unit, by sector, and where nothing is. Terms: docs/assessments.md. */
import { z } from 'zod';
import { day, groupId, type Scope } from '../groups/groups.ts';
import { adminLevel, iso3, pcode, versionTag } from '../ids.ts';
import { entryId } from '../meetings/names.ts';
import { POPULATIONS, RECORD_STATES, STATUSES } from './assessments.ts';

const scope = iso3.describe('ISO3 of a country').transform((text) => text as string as Scope);
export const sectorCode = z.string().regex(/^[A-Z]{2,4}(-[A-Z]{2,4})?$/, 'wrong.sector');
const listOf = <T extends string>(item: z.ZodType<T, string>, max: number) =>
  z
    .string()
    .max(600)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(item).min(1).max(max));

/** What is counted. Nothing given: all that was not postponed or cancelled. */
export const filterQuery = {
  sector: listOf(sectorCode, 30).optional().describe('codes, with commas between; a code holds those below it'),
  group: groupId.optional(),
  status: listOf(z.enum(STATUSES), STATUSES.length).optional().describe('with commas between'),
  population: z.enum(POPULATIONS).optional(),
  from: day.optional().describe('collection ends on this day or later'),
  to: day.optional().describe('collection starts on this day or earlier'),
  representative: z.coerce.number().pipe(adminLevel).optional().describe('only those whose results hold at this admin level or below it'),
  state: z.enum(RECORD_STATES).default('confirmed').describe('of the records; others than confirmed ones are for those who keep them'),
};
/** Months after which what is known of a unit is stale; 3 after a sudden onset. */
export const STALE_MONTHS = 6;
export const coverageQuery = z.object({
  ...filterQuery,
  level: z.coerce.number().pipe(adminLevel).default(1).describe('admin level of the units'),
  months: z.coerce.number().int().min(1).max(60).default(STALE_MONTHS).describe('after so many months what is known is stale; 3 after a sudden onset'),
});
export type CoverageQuery = z.infer<typeof coverageQuery>;
export const gapsQuery = coverageQuery.extend({ since: day.optional().describe('an assessment before this day does not count; absent: none that is stale') });
export const listQuery = z.object({ ...filterQuery, lang: z.string().max(8).optional() });

export const unitCoverage = z.object({
  pcode,
  name: z.string(),
  parent: pcode.nullable(),
  /** Distinct assessments in it. */
  assessments: z.number().int(),
  /** Of these, results hold at this level. */
  represented: z.number().int(),
  /** Stated for a unit above it only: covered there, no more. */
  above: z.number().int(),
  planned: z.number().int(),
  /** Last day on which data were collected; null: never. */
  last: day.nullable(),
  months: z.number().int().nullable(),
  stale: z.boolean(),
  /** Sectors without any assessment in so many months. */
  missing: z.array(sectorCode),
});
export type UnitCoverage = z.infer<typeof unitCoverage>;

export const notPlaced = z.object({
  id: entryId,
  /** `affected`: all of it, on no unit; `unknown`: nobody said; `none`: no stated place is a unit of these boundaries. */
  why: z.enum(['affected', 'unknown', 'none']),
});
export const coverageAnswer = z.object({
  scope,
  /** Of the boundaries; null: none are published, so that nothing is placed. */
  version: versionTag.nullable(),
  level: adminLevel,
  months: z.number().int(),
  today: day,
  /** Placed and not placed are all. */
  total: z.number().int(),
  placed: z.number().int(),
  /** Of the placed ones: about the whole country. */
  country: z.number().int(),
  notPlaced: z.array(notPlaced),
  /** Distinct places as they were stated. */
  areas: z.object({ stated: z.number().int(), placed: z.number().int(), notPlaced: z.number().int() }),
  sectors: z.array(sectorCode),
  units: z.array(unitCoverage),
});
export type CoverageAnswer = z.infer<typeof coverageAnswer>;

export const matrixAnswer = coverageAnswer.pick({ scope: true, version: true, level: true, today: true, sectors: true }).extend({
  /** Cells with something in them. */
  cells: z.array(z.object({ pcode, sector: sectorCode, assessments: z.number().int(), last: day.nullable(), months: z.number().int().nullable() })),
  units: z.array(z.object({ pcode, name: z.string() })),
});
export type MatrixAnswer = z.infer<typeof matrixAnswer>;

export const gap = z.object({
  pcode,
  name: z.string(),
  parent: pcode.nullable(),
  /** null: not known. */
  population: z.number().nullable(),
  last: day.nullable(),
  /** Covered by an assessment of a unit above. */
  above: z.boolean(),
});
export const gapsAnswer = z.object({
  scope,
  version: versionTag.nullable(),
  level: adminLevel,
  since: day,
  sectors: z.array(sectorCode),
  /** Most people first. */
  gaps: z.array(gap),
  people: z.number().nullable(),
  /** Of the gaps without anything at a level above either. */
  withoutAny: z.object({ units: z.number().int(), people: z.number().nullable() }),
  /** What the people are counted by; null: no population is published. */
  population: z
    .object({
      dataset: z.string(),
      version: versionTag,
      year: z.string().nullable(),
      /** The boundaries that it was counted on, where it was carried over from those; null: on these. */
      carriedFrom: versionTag.nullable(),
    })
    .nullable(),
  /** Units of the level in all. */
  units: z.number().int(),
});
export type GapsAnswer = z.infer<typeof gapsAnswer>;
