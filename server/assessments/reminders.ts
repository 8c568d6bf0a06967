/** What the clock asks of a record. Pure. */
import type { AssessmentFields, Reminder } from '../contract/assessments/assessments.ts';
import { addDays } from '../groups/structure.ts';
import { windowOf } from './model.ts';

/** A start that has passed by more than this was postponed, or it has begun. */
const START_DAYS = 14;
/** A report that is not there so long after the field work is late, or there is none. */
const REPORT_DAYS = 60;

/** What is asked on a day, YYYY-MM-DD; nothing where all is in time. */
export function remindersOf(
  fields: Pick<AssessmentFields, 'status' | 'plannedStart' | 'collectionStart' | 'collectionEnd' | 'artifacts'>,
  today: string,
): Reminder[] {
  const window = windowOf(fields);
  const start = fields.plannedStart ?? window?.start ?? null;
  if (fields.status === 'planned' && start !== null && addDays(start, START_DAYS) < today) return ['start-passed'];
  const hasReport = fields.artifacts.some(({ kind, access }) => kind === 'report' && access !== 'not-available');
  if (fields.status === 'fieldwork-completed' && window !== null && !hasReport && addDays(window.end, REPORT_DAYS) < today) return ['report-missing'];
  return [];
}
