/** Rows of the registry of assessments (migrations/0074_assessments.sql). */

export interface AssessmentRow {
  id: string;
  scope: string;
  state: string;
  fields: string;
  entered: string;
  entered_by: string | null;
  account: string | null;
  questions: string;
  answers: string;
  sequence: number;
  created_at: string;
  updated_at: string;
}

export interface AssessmentPairRow {
  scope: string;
  first: string;
  second: string;
  decision: string;
  decided_by: string | null;
  decided_at: string;
}

export interface AssessmentPlaceRow {
  scope: string;
  level: number;
  name: string;
  pcode: string | null;
  known_by: string;
  known_at: string;
}

export interface AssessmentLinkRow {
  id: string;
  hash: string;
  scope: string;
  label: string;
  created_by: string | null;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  used: number;
}

export interface AssessmentImportRow {
  id: string;
  scope: string;
  file: string;
  sha256: string;
  ledger: string;
  created_by: string | null;
  created_at: string;
}

export interface AssessmentEventRow {
  id: string;
  scope: string;
  assessment: string;
  at: string;
  turn: number;
  actor: string | null;
  action: string;
  detail: string;
}
