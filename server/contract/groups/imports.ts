/** A spreadsheet read into the structure: what its columns are taken for, what would change, what is in doubt, and what became of each row. */
import { z } from 'zod';
import { columnAnswer, type ColumnReading } from '../columns.ts';
import { ORG_PARTS } from '../presence/columns.ts';
import { CAPACITIES, scope, type Capacity, type Scope } from './groups.ts';

/** What a column holds. An organisation without a capacity has that of the row, or is a member. */
export type StructureRole =
  | { is: 'group'; part: 'name' | 'acronym' | 'id' }
  | { is: 'organisation'; capacity: Capacity | null; part: 'name' | 'acronym' | 'type' }
  | {
      is: 'type' | 'sector' | 'parent' | 'reports-to' | 'hub' | 'area' | 'capacity' | 'person' | 'role' | 'job-title' | 'email' | 'start' | 'end' | 'ignore';
    };

const structureRole: z.ZodType<StructureRole> = z.union([
  z.object({ is: z.literal('group'), part: z.enum(['name', 'acronym', 'id']) }),
  z.object({ is: z.literal('organisation'), capacity: z.enum(CAPACITIES).nullable(), part: z.enum(ORG_PARTS) }),
  z.object({
    is: z.enum(['type', 'sector', 'parent', 'reports-to', 'hub', 'area', 'capacity', 'person', 'role', 'job-title', 'email', 'start', 'end', 'ignore']),
  }),
]);

/** What a row asks for. `field` changes say which and from what to what. */
export const PLANNED = [
  'group.create',
  'group.change',
  'organisation.create',
  'seat.add',
  'seat.change',
  'person.create',
  'appointment.create',
  'appointment.change',
] as const;
export interface PlannedChange {
  /** The same for the same change of the same sheet. */
  id: string;
  does: (typeof PLANNED)[number];
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

export const DOUBTS = [
  'group',
  'parent',
  'hub',
  'type',
  'sector',
  'area',
  'organisation',
  'several',
  'capacity',
  'role',
  'person',
  'date',
  'conflict',
] as const;
/** A question that a person answers before its rows are taken. */
export interface ImportDoubt {
  id: string;
  about: (typeof DOUBTS)[number];
  rows: number[];
  /** As the sheet has it. */
  written: string;
  text: string;
  /** Likeliest first. `answer` is what is sent back. */
  choices: { answer: string; text: string }[];
  /** The answer that was given; null: open. */
  answer: string | null;
}

/** Each row is one of: `planned` (changes stand on it), `unchanged` (all of it is so already), `doubt` (a question is open), `left` (it holds nothing for the structure). */
export const OUTCOMES = ['planned', 'unchanged', 'doubt', 'left'] as const;
export interface LedgerRow {
  row: number;
  outcome: (typeof OUTCOMES)[number];
  changes: string[];
  doubts: string[];
  text: string;
}

export interface ImportAnswer {
  id: string;
  scope: Scope;
  file: string;
  /** The sheet that is read, and all there are. */
  sheet: string;
  sheets: string[];
  createdAt: string;
  createdBy: string;
  appliedAt: string | null;
  columns: ColumnReading<StructureRole>[];
  changes: PlannedChange[];
  doubts: ImportDoubt[];
  /** Every row below the heading, in the order of the sheet. */
  ledger: LedgerRow[];
  counts: Record<(typeof OUTCOMES)[number], number>;
}

export const importAnswer = z.object({
  id: z.string(),
  scope,
  file: z.string(),
  sheet: z.string(),
  sheets: z.array(z.string()),
  createdAt: z.string(),
  createdBy: z.string(),
  appliedAt: z.string().nullable(),
  columns: z.array(z.looseObject({ column: z.number(), heading: z.string(), role: structureRole, confidence: z.number() })),
  changes: z.array(
    z.object({
      id: z.string(),
      does: z.enum(PLANNED),
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
      about: z.enum(DOUBTS),
      rows: z.array(z.number()),
      written: z.string(),
      text: z.string(),
      choices: z.array(z.object({ answer: z.string(), text: z.string() })),
      answer: z.string().nullable(),
    }),
  ),
  ledger: z.array(z.object({ row: z.number(), outcome: z.enum(OUTCOMES), changes: z.array(z.string()), doubts: z.array(z.string()), text: z.string() })),
  counts: z.record(z.enum(OUTCOMES), z.number().int()),
});

export const importParams = z.object({ scope, import: z.string().min(1).max(64) });
/** One file: CSV, XLSX or ODS, at most 5 MB. */
export const importForm = z.object({ file: z.string().describe('CSV, XLSX or ODS, at most 5 MB') });
/** Only what is given is said; the rest stays as it was said before. */
export const importBody = z.object({
  sheet: z.string().min(1).max(200).optional(),
  columns: z.array(columnAnswer(structureRole)).max(200).optional(),
  /** Answers by the id of the doubt; null takes one back. */
  doubts: z.record(z.string().max(500), z.string().max(300).nullable()).optional(),
  /** Changes that are left out, by id; the whole list each time. */
  leave: z.array(z.string().max(500)).max(5000).optional(),
});
export type ImportSaid = z.infer<typeof importBody>;
/** `withDoubts`: rows in doubt are left out; else open questions refuse it. */
export const applyImportBody = z.object({ withDoubts: z.boolean().default(false) });
export const importsAnswer = z.object({
  imports: z.array(z.object({ id: z.string(), file: z.string(), createdAt: z.string(), createdBy: z.string(), appliedAt: z.string().nullable() })),
});
