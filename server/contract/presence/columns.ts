/** Columns of a 3W: what they may hold, how a file was read, and what a person says of it. */
import { z } from 'zod';
import { dateAnswer, type DateAnswer } from './dates.ts';
import { columnAnswer, type ColumnAnswer, type ColumnReading } from '../columns.ts';
import type { AdminLevel } from '../ids.ts';
import { adminLevel, versionTag } from '../ids.ts';

export const ORG_ROLES = ['implementing', 'programming', 'funding'] as const;
export type OrgRole = (typeof ORG_ROLES)[number];

/** What a column says of an organisation. */
export const ORG_PARTS = ['name', 'acronym', 'type'] as const;

/** Inclusive ISO dates. */
export interface PeriodSpan {
  start: string;
  end: string;
}

/** What a column of a 3W table holds. `organisation` without a role is the one the table is about. */
export type PresenceRole =
  | { is: 'org'; role: OrgRole; part: 'name' | 'acronym' | 'type' }
  | { is: 'place'; level: AdminLevel; part: 'code' | 'name' }
  /** `choice`: the column is one answer of a question with several, and holds whether this sector was chosen. */
  | { is: 'sector'; choice?: string | undefined }
  /** `part`: one of several columns that add up to the people reached (women, men; a column for each month); `month` (`2025-03`, `03`): those of one month. */
  | { is: 'people'; part?: string | undefined; month?: string | undefined }
  /** `choice` (`2025-03`, `03`): the column stands for one month, and holds whether the activity took place in it. */
  | { is: 'month'; choice?: string | undefined }
  | { is: 'subsector' | 'activity' | 'status' | 'start' | 'end' | 'period' | 'year' | 'quarter' | 'modality' | 'lat' | 'lon' | 'locality' }
  | { is: 'ignore' };

/** A column of a 3W as it was read, with its evidence. */
export interface RoleGuess extends ColumnReading<PresenceRole> {
  /** Marks that may stand between several values of one cell, where cells of the role can be split. */
  marks?: MarkCount[];
}

/** A mark such as `;` in the cells of one column: nothing is split at it until somebody declares it. */
export interface MarkCount {
  mark: string;
  rows: number;
  /** First of the cells, those of most rows first. */
  cells: string[];
}

export interface ProfileColumn extends ColumnAnswer<PresenceRole> {
  said?: true | undefined;
}

/** How last month's file was understood; found again by its shape. Columns go by folded heading, so that they may move; repeated ones by position too. */
export interface ImportProfile {
  id: string;
  file: string;
  sheet: string;
  /** Who gave the file, where that was said: of two profiles that fit as well the one of the same contributor is taken. */
  contributor?: string;
  /** Folded headings in the order of the file. */
  headings: string[];
  /** What the columns held, and what was said of them. `said`: by a person, which weighs more than how the file was read. */
  columns: ProfileColumn[];
  /** What people said of columns of dates. Profiles of earlier versions have none. */
  dates?: { heading: string; answer: DateAnswer }[];
  /** A person chose the sheet over the one that looked likeliest: one of this name is taken again. */
  sheetSaid?: boolean;
}

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'wrong.day');
export const periodSpan = z.object({ start: isoDate, end: isoDate }).refine(({ start, end }) => start <= end, 'wrong.order');
const month = z.string().regex(/^(\d{4}-)?(0[1-9]|1[0-2])$/, 'wrong.month');
const presenceRole: z.ZodType<PresenceRole> = z.union([
  z.object({ is: z.literal('org'), role: z.enum(ORG_ROLES), part: z.enum(ORG_PARTS) }),
  z.object({ is: z.literal('place'), level: adminLevel, part: z.enum(['code', 'name']) }),
  z.object({ is: z.literal('sector'), choice: z.string().min(1).max(500).optional() }),
  z.object({ is: z.literal('people'), part: z.string().min(1).max(500).optional(), month: month.optional() }),
  z.object({ is: z.literal('month'), choice: month.optional() }),
  z.object({ is: z.enum(['subsector', 'activity', 'status', 'start', 'end', 'period', 'year', 'quarter', 'modality', 'lat', 'lon', 'locality']) }),
  z.object({ is: z.literal('ignore') }),
]);

export const presenceColumnAnswer = columnAnswer(presenceRole);

/** What a person may say about a 3W file besides the file: which sheet, what columns hold, how cells are split, which period. */
export const presenceAnswers = z.object({
  sheet: z.string().min(1).max(200).optional(),
  /** The file of the sheet, where several hold one of that name. */
  file: z.string().min(1).max(1000).optional(),
  /** By heading. */
  roles: z.record(z.string(), presenceRole).optional(),
  /** By heading: the separators between values of one cell. */
  separators: z.record(z.string(), z.array(z.string().min(1).max(10)).max(10)).optional(),
  /** By heading and position; over `roles` and `separators`. */
  columns: z.array(presenceColumnAnswer).max(5000).optional(),
  period: periodSpan.optional(),
  /** The version of the boundaries that the codes of the file are those of. */
  codedBy: versionTag.optional(),
  /** By heading: the calendar of a column of dates, and what single dates mean. */
  dates: z.record(z.string(), dateAnswer).optional(),
});
export type PresenceAnswers = z.infer<typeof presenceAnswers>;
