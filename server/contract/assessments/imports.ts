/** A file read into the registry of assessments: what its columns are taken for, and what became of each row. Terms: docs/assessments.md. */
import { z } from 'zod';
import type { ColumnReading } from '../columns.ts';
import { entryId } from '../meetings/names.ts';

/** What a column holds. `place`: names or codes, of a level where the heading tells it. */
export const COLUMN_ROLES = [
  'title',
  'lead',
  'organisation',
  'participants',
  'donors',
  'sectors',
  'groups',
  'populations',
  'objective',
  'methodology',
  'technique',
  'status',
  'frequency',
  'type',
  'family',
  'coordination',
  'representative',
  'covers',
  'start',
  'end',
  'published',
  'next-round',
  'sample-size',
  'sample-unit',
  'languages',
  'coverage-text',
  'notes',
  'has-report',
  'report-link',
  'report-access',
  'has-data',
  'data-link',
  'data-access',
  'questionnaire-link',
  'questionnaire-access',
  'instructions',
  'place',
  'person',
  'ignore',
] as const;
export type ColumnRole = { is: (typeof COLUMN_ROLES)[number]; level?: number };
/** A level where it is one of places. */
export const columnRole: z.ZodType<ColumnRole> = z.object({ is: z.enum(COLUMN_ROLES), level: z.number().int().min(0).max(5).optional() });
export type AssessmentColumn = ColumnReading<ColumnRole>;

/** `draft`: kept, and shown to nobody until somebody confirms it; `known`: it is there already, from an earlier file. */
export const ROW_OUTCOMES = ['entered', 'draft', 'known', 'dropped'] as const;
export const importRow = z.object({
  /** As a spreadsheet counts, the heading being the first. */
  row: z.number().int(),
  outcome: z.enum(ROW_OUTCOMES),
  /** The record; null of a row that was dropped. */
  id: entryId.nullable(),
  placed: z.boolean(),
  /** Open questions about it. */
  questions: z.number().int(),
  /** What was taken otherwise than it stands, or not taken, in words. */
  notes: z.array(z.string()),
});
export type ImportRow = z.infer<typeof importRow>;

const counts = z.object({
  read: z.number().int(),
  dropped: z.number().int(),
  placed: z.number().int(),
  notPlaced: z.number().int(),
  needReview: z.number().int(),
});
export const importLedger = z.object({
  id: entryId,
  file: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  /** read = dropped + placed + notPlaced. */
  rows: counts,
  /** Distinct places as they were stated. */
  areas: z.object({ stated: z.number().int(), placed: z.number().int(), notPlaced: z.number().int() }),
  /** How spellings were understood that the boundaries do not have. */
  learned: z.array(z.object({ level: z.number().int(), written: z.string(), pcode: z.string(), name: z.string(), rows: z.number().int() })),
  columns: z.array(z.looseObject({ column: z.number(), heading: z.string(), role: columnRole, confidence: z.number() })),
  ledger: z.array(importRow),
});
export type ImportLedger = z.infer<typeof importLedger>;
