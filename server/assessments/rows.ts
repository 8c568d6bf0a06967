/** Records of assessments as they are kept. */
import type { AssessmentFields, Question, RecordState } from '../contract/assessments/assessments.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { AssessmentRow } from '../store/assessmentRows.ts';
import type { StoredAssessment } from './model.ts';

/** A record from its row. */
export function toAssessment(row: AssessmentRow): StoredAssessment {
  return {
    ...(JSON.parse(row.fields) as AssessmentFields),
    id: row.id,
    scope: row.scope as Scope,
    state: row.state as RecordState,
    entered: row.entered as StoredAssessment['entered'],
    enteredBy: row.entered_by,
    account: row.account,
    questions: JSON.parse(row.questions) as Question[],
    answers: JSON.parse(row.answers) as Record<string, string>,
    sequence: row.sequence,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The row of a record. */
export function fromAssessment(record: StoredAssessment): AssessmentRow {
  const { id, scope, state, entered, enteredBy, account, questions, answers, sequence, createdAt, updatedAt, ...fields } = record;
  return {
    id,
    scope,
    state,
    fields: JSON.stringify(fields),
    entered,
    entered_by: enteredBy,
    account,
    questions: JSON.stringify(questions),
    answers: JSON.stringify(answers),
    sequence,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
