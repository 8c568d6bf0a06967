/** Texts of values, by value. */
import type { Access, ArtifactKind, Status } from '../contract/assessments/assessments.ts';
import type { ClauseCode } from '../words/clauses.ts';

export const STATUS_TEXT = {
  planned: 'assessments.is.planned',
  ongoing: 'assessments.is.ongoing',
  'fieldwork-completed': 'assessments.is.fieldwork-completed',
  preliminary: 'assessments.is.preliminary',
  'report-completed': 'assessments.is.report-completed',
  postponed: 'assessments.is.postponed',
  cancelled: 'assessments.is.cancelled',
} as const satisfies Record<Status, ClauseCode>;

export const ACCESS_TEXT = {
  public: 'assessments.access.is.public',
  'on-request': 'assessments.access.is.on-request',
  members: 'assessments.access.is.members',
  'not-available': 'assessments.access.is.not-available',
  'not-applicable': 'assessments.access.is.not-applicable',
} as const satisfies Record<Access, ClauseCode>;

export const ARTIFACT_TEXT = {
  report: 'assessments.what.report',
  questionnaire: 'assessments.what.questionnaire',
  'data-raw': 'assessments.what.data-raw',
  'data-clean': 'assessments.what.data-clean',
  analysis: 'assessments.what.analysis',
} as const satisfies Record<ArtifactKind, ClauseCode>;
