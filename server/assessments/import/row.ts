/** One row as the columns read it. Pure. */
import type { AssessmentFields, Question } from '../../contract/assessments/assessments.ts';
import type { AssessmentColumn, ColumnRole } from '../../contract/assessments/imports.ts';
import type { Clause } from '../../contract/clause.ts';
import { textOf, type KeptCell } from '../../sheets/sheet.ts';
import { clause, type ClauseCode } from '../../words/clauses.ts';

export type Row = ReturnType<typeof createRow>;

/** What a row became. */
export interface ReadRow {
  row: number;
  /** null: the row holds no assessment. */
  fields: AssessmentFields | null;
  isDraft: boolean;
  questions: Question[];
  notes: Clause[];
}

/** Cells of a row by what their columns hold, and the notes about it. */
export function createRow(row: number, cells: readonly KeptCell[], columns: readonly AssessmentColumn[]) {
  const notes: Clause[] = [];
  const at = (column: number): string => textOf(cells[column] ?? null).trim();
  return {
    row,
    at,
    /** Of the first column that holds this and is filled; '' where there is none. */
    text: (is: ColumnRole['is']): string => columns.map((each) => (each.role.is === is ? at(each.column) : '')).find(Boolean) ?? '',
    /** Of all of them. */
    texts: (is: ColumnRole['is']): string[] => columns.map((each) => (each.role.is === is ? at(each.column) : '')).filter(Boolean),
    has: (is: ColumnRole['is']): boolean => columns.some(({ role }) => role.is === is),
    headingOf: (is: ColumnRole['is']): string => columns.find(({ role }) => role.is === is)?.heading ?? '',
    note(code: ClauseCode, params: Clause['params'] = {}): void {
      const own = clause(code, params);
      if (!notes.some((each) => JSON.stringify(each) === JSON.stringify(own))) notes.push(own);
    },
    notes: (): Clause[] => notes,
  };
}
