/** Rows of reviews (migrations/0042_review.sql). */

export interface ReviewRequestRow {
  id: string;
  dataset: string;
  version: string;
  workgroup: string;
  note: string | null;
  due: string | null;
  asked_by: string;
  asked_at: string;
  closed_by: string | null;
  closed_at: string | null;
}

export interface ReviewCommentRow {
  id: string;
  dataset: string;
  version: string;
  thread: string;
  about: string;
  text: string;
  by_account: string;
  by_name: string;
  at: string;
  must_resolve: number;
  assigned_account: string | null;
  assigned_name: string | null;
  resolved_by: string | null;
  resolved_at: string | null;
}

export interface ReviewPointRow {
  dataset: string;
  version: string;
  point: string;
  answer: string;
  note: string | null;
  by_name: string;
  at: string;
}

export interface ReviewApprovalRow {
  dataset: string;
  version: string;
  account: string;
  name: string;
  decision: string;
  note: string | null;
  basis: string;
  at: string;
}
