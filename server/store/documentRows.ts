/** Rows of documents (migrations/0051_documents.sql). */
export interface DocumentRow {
  scope: string;
  id: string;
  kind: string;
  workgroup: string;
  language: string;
  title: string;
  audience: string;
  translates: string | null;
  created_at: string;
  updated_at: string;
}

export interface DocumentEditionRow {
  scope: string;
  document: string;
  version: string;
  state: string;
  format: string;
  file_name: string;
  media: string;
  sha256: string;
  bytes: number;
  headings: string;
  told: string;
  note: string | null;
  drafted_by: string | null;
  drafted_at: string;
  changed_at: string;
  reviewed_by: string | null;
  reviewed_at: string | null;
  approved_by: string | null;
  approved_at: string | null;
  approved_on: string | null;
  valid_from: string | null;
  review_by: string | null;
  supersedes: string | null;
  superseded_on: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface DocumentObjectRow {
  scope: string;
  document: string;
  version: string;
  what: string;
  object_key: string;
  sha256: string;
  bytes: number;
}

export interface DocumentEndorsementRow {
  id: string;
  scope: string;
  document: string;
  version: string;
  workgroup: string;
  names: string;
  acronym: string | null;
  decided_on: string;
  meeting: string | null;
  text: string | null;
  by_account: string | null;
  at: string;
  held_meeting: string | null;
  held_day: string | null;
}

export interface DocumentCommentRow {
  id: string;
  scope: string;
  document: string;
  version: string;
  thread: string;
  section: string | null;
  text: string;
  basis: string;
  by_account: string | null;
  at: string;
  resolved_by: string | null;
  resolved_at: string | null;
}

export interface DocumentEventRow {
  id: string;
  scope: string;
  document: string;
  version: string | null;
  at: string;
  turn: number;
  actor: string | null;
  action: string;
  detail: string;
}

export interface EditionKey {
  scope: string;
  document: string;
  version: string;
}
