/** Which version held on a day (`date`, of the world), by what was published by a day (`known`, of this server): docs/map.md, decision 0063. */
import { z } from 'zod';
import { datasetId, versionTag } from '../ids.ts';
import { unitDetailAnswer, unitQuery, unitsAnswer, unitsQuery } from './api.ts';

/** `2021`, `2021-10` or `2021-10-05`: what is not said is the first. */
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The first day of a date that may say less than a day; null of what is none. */
export function toDay(text: string): string | null {
  const [, year, month = '01', day = '01'] = PARTIAL.exec(text) ?? [];
  if (year === undefined) return null;
  const whole = `${year}-${month}-${day}`;
  const parsed = new Date(`${whole}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== whole ? null : whole;
}

const day = z.string().refine((text) => toDay(text) !== null, 'wrong.day');
export const asOfQuery = z.object({
  date: day.optional().describe('The day of which the answer is; `2019` and `2019-06` are their first day. Absent: today.'),
  known: day.optional().describe('By what was published here at the end of this day (UTC). Absent: by what is published now.'),
});
export type AsOfQuery = z.infer<typeof asOfQuery>;
export const unitsAsOfQuery = unitsQuery.extend(asOfQuery.shape);
export const unitAsOfQuery = unitQuery.extend(asOfQuery.shape);
export const knownQuery = asOfQuery.pick({ known: true });
export const asOfTilesParams = z.object({ dataset: datasetId });

const versionStatus = z.enum(['current', 'superseded', 'withdrawn']);

export const period = z.object({
  version: versionTag,
  validOn: z.string().describe('As the metadata give it.'),
  derived: z
    .literal(true)
    .optional()
    .describe('The metadata give none: it is the year of a population, or the period of a 3W as it was said or as its file is named.'),
  from: z.string().describe('First day.'),
  to: z.string().nullable().describe('The day after the last one: where the next version begins, or where all units end. null: open.'),
});
export type Period = z.infer<typeof period>;

/** What is wrong with the days of the versions. */
export const periodNote = z.discriminatedUnion('is', [
  z.object({ is: z.literal('gap'), from: z.string(), to: z.string(), before: versionTag, after: versionTag }),
  z.object({ is: z.literal('overlap'), from: z.string(), to: z.string().nullable(), version: versionTag, by: versionTag }),
  z.object({ is: z.literal('undated'), version: versionTag }),
  z.object({ is: z.literal('ends-before'), version: versionTag, to: z.string() }),
]);
export type PeriodNote = z.infer<typeof periodNote>;

export const setAside = z.object({ version: versionTag, why: z.enum(['withdrawn', 'rolled-back']), at: z.string() });
export type SetAside = z.infer<typeof setAside>;

const days = z.object({
  date: z.string(),
  known: z.string().nullable().describe('null: by what is published now.'),
  notes: z.array(periodNote).describe('Versions without a day, gaps and overlaps.'),
  setAside: z.array(setAside).describe('Versions that were published by then and held no more: withdrawn, or replaced by an older one.'),
});
export const asOfAnswer = days.extend({ ...period.shape, status: versionStatus.describe('What the version is today.') });
export type AsOfAnswer = z.infer<typeof asOfAnswer>;

/** In answers about what is current, where a day was asked for. */
export const asOfPart = { asOf: asOfAnswer.optional().describe('Which version was taken, where a day was asked for.') };
/** Of data on boundaries: those of the same day; null where none held, and the data are on those that they were placed on. */
export const dataAsOfAnswer = asOfAnswer.extend({ boundaries: asOfAnswer.nullable().optional() });
export type DataAsOfAnswer = z.infer<typeof dataAsOfAnswer>;

export const unitsAsOfAnswer = unitsAnswer.extend({ asOf: asOfAnswer });
export const unitAsOfAnswer = unitDetailAnswer.extend({ asOf: asOfAnswer });

const timelineVersion = z.object({
  version: versionTag,
  status: versionStatus,
  publishedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  period: period.nullable().describe('null: it has no day, or is set aside, or another one holds in all of its days.'),
});
export const timelineAnswer = z.object({
  dataset: datasetId,
  known: z.string().nullable(),
  versions: z.array(timelineVersion).describe('Latest published first.'),
  notes: z.array(periodNote),
  setAside: z.array(setAside),
});
export type TimelineAnswer = z.infer<typeof timelineAnswer>;
