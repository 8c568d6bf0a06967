/**
 * A spreadsheet read into what is kept: what its columns are taken for, what would change, what is in doubt, and what became of each row.
 * One shape for the structure of groups and for contacts; roles of columns, changes and doubts differ.
 */
import { z } from 'zod';
import { columnAnswer, type ColumnReading } from './columns.ts';
import { scope, type Scope } from './groups/groups.ts';

/** What rows ask for. */
export interface SheetChange<Does extends string> {
  /** The same for the same change of the same sheet. */
  id: string;
  does: Does;
  /** Rows of the sheet, 1-based as a spreadsheet counts them. */
  rows: number[];
  /** Ids; of a new group or organisation those that it will have. */
  group: string | null;
  organisation: string | null;
  /** Name. */
  person: string | null;
  /** In words, in the language asked for. */
  text: string;
  /** false: a person said to leave it out, or it stands on one that is left out. */
  taken: boolean;
}

/** A question that a person answers before its rows are taken. */
export interface SheetDoubt<About extends string> {
  id: string;
  about: About;
  rows: number[];
  /** As the sheet has it. */
  written: string;
  text: string;
  /** Likeliest first. `answer` is what is sent back. */
  choices: { answer: string; text: string }[];
  /** The answer that was given; null: open. */
  answer: string | null;
}

/** Each row is one of: `planned` (changes stand on it), `unchanged` (all of it is so already), `doubt` (a question is open), `left` (it holds nothing to be kept). */
export const OUTCOMES = ['planned', 'unchanged', 'doubt', 'left'] as const;
export interface LedgerRow {
  row: number;
  outcome: (typeof OUTCOMES)[number];
  changes: string[];
  doubts: string[];
  text: string;
  /** What in the row is not taken, in words. */
  notes: string[];
}

export interface SheetAnswer<Role, Does extends string, About extends string> {
  id: string;
  scope: Scope;
  file: string;
  /** The sheet that is read, and all there are. */
  sheet: string;
  sheets: string[];
  createdAt: string;
  createdBy: string;
  appliedAt: string | null;
  columns: ColumnReading<Role>[];
  changes: SheetChange<Does>[];
  doubts: SheetDoubt<About>[];
  /** Every row below the heading, in the order of the sheet. */
  ledger: LedgerRow[];
  counts: Record<(typeof OUTCOMES)[number], number>;
}

/** Schema of an answer, for the document of the API. */
export function sheetAnswer<Role, Does extends string, About extends string>(
  role: z.ZodType<Role>,
  does: readonly [Does, ...Does[]],
  about: readonly [About, ...About[]],
) {
  return z.object({
    id: z.string(),
    scope,
    file: z.string(),
    sheet: z.string(),
    sheets: z.array(z.string()),
    createdAt: z.string(),
    createdBy: z.string(),
    appliedAt: z.string().nullable(),
    columns: z.array(z.looseObject({ column: z.number(), heading: z.string(), role, confidence: z.number() })),
    changes: z.array(
      z.object({
        id: z.string(),
        does: z.enum(does),
        rows: z.array(z.number()),
        group: z.string().nullable(),
        organisation: z.string().nullable(),
        person: z.string().nullable(),
        text: z.string(),
        taken: z.boolean(),
      }),
    ),
    doubts: z.array(
      z.object({
        id: z.string(),
        about: z.enum(about),
        rows: z.array(z.number()),
        written: z.string(),
        text: z.string(),
        choices: z.array(z.object({ answer: z.string(), text: z.string() })),
        answer: z.string().nullable(),
      }),
    ),
    ledger: z.array(
      z.object({
        row: z.number(),
        outcome: z.enum(OUTCOMES),
        changes: z.array(z.string()),
        doubts: z.array(z.string()),
        text: z.string(),
        notes: z.array(z.string()),
      }),
    ),
    counts: z.record(z.enum(OUTCOMES), z.number().int()),
  });
}

export const importParams = z.object({ scope, import: z.string().min(1).max(64) });
/** One file: CSV, XLSX or ODS, at most 5 MB. */
export const importForm = z.object({ file: z.string().describe('CSV, XLSX or ODS, at most 5 MB') });

/** Only what is given is said; the rest stays as it was said before. */
export function sheetBody<Role>(role: z.ZodType<Role>) {
  return z.object({
    sheet: z.string().min(1).max(200).optional(),
    columns: z.array(columnAnswer(role)).max(200).optional(),
    /** Answers by the id of the doubt; null takes one back. */
    doubts: z.record(z.string().max(500), z.string().max(300).nullable()).optional(),
    /** Changes that are left out, by id; the whole list each time. */
    leave: z.array(z.string().max(500)).max(5000).optional(),
  });
}
export type SheetSaid<Role> = z.infer<ReturnType<typeof sheetBody<Role>>>;
/** `withDoubts`: rows in doubt are left out; else open questions refuse it. */
export const applyImportBody = z.object({ withDoubts: z.boolean().default(false) });
export const importsAnswer = z.object({
  imports: z.array(z.object({ id: z.string(), file: z.string(), createdAt: z.string(), createdBy: z.string(), appliedAt: z.string().nullable() })),
});
