/** Dates of a 3W: in which calendar and order a column writes them, and which of them have no sense until a person says so. */
import { z } from 'zod';

export const CALENDARS = ['gregorian', 'persian', 'ethiopic', 'nepali', 'buddhist', 'islamic'] as const;
export type Calendar = (typeof CALENDARS)[number];

/** A date that the file holds and that is kept out of all periods until somebody decides. */
export interface OddDate {
  /** As the cell shows it. */
  text: string;
  iso: string;
  /** `zero`: what a spreadsheet shows for 0 or 1; `far`: years apart from all other dates of the file. */
  why: 'zero' | 'far';
  rows: number;
  /** First source rows. */
  sampleRows: number[];
  /** What was decided: a day, null for no date; undefined while open. */
  decision?: string | null;
}

/** What was understood of one column of dates. */
export interface DateColumn {
  heading: string;
  calendar: Calendar;
  /** What tells the calendar; `default` where nothing speaks against ours. */
  from: 'heading' | 'values' | 'asked' | 'profile' | 'default';
  /** First cells, as they stand and as they were read; null where that calendar is not turned into ours. */
  samples: { text: string; iso: string | null }[];
  odd: OddDate[];
}

/** What a person says of a column of dates: only what is given is said. */
export interface DateAnswer {
  calendar?: Calendar | undefined;
  /** By the text of the cell: the day it means, or null for no date. */
  values?: Record<string, string | null> | undefined;
}

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'wrong.day');
export const dateAnswer = z.object({
  calendar: z.enum(CALENDARS).optional(),
  values: z.record(z.string().min(1).max(200), isoDate.nullable()).optional(),
});
