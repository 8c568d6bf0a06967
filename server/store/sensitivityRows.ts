/** Rows of classifications and of the sensitivity of datasets (migrations/0053_sensitivity.sql). */

export interface ClassificationTableRow {
  scope: string;
  number: number;
  entries: string;
  document: string | null;
  created_at: string;
  created_by: string | null;
  endorsed_by: string | null;
  endorsed_on: string | null;
  endorsed_at: string | null;
}

export interface DatasetSensitivityRow {
  dataset: string;
  found_type: string | null;
  data_type: string | null;
  class: string | null;
  audience: string | null;
  named: string | null;
  lowest_level: number | null;
  smallest_count: number | null;
  reason: string | null;
  against: number | null;
  against_type: string | null;
  set_by: string | null;
  set_at: string | null;
}

export interface SensitivityEventRow {
  id: string;
  scope: string;
  dataset: string | null;
  action: string;
  detail: string;
  reason: string | null;
  by_name: string | null;
  at: string;
}
