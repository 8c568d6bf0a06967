/** Rows of the data-sharing schedule (migrations/0068_schedule.sql). */

export interface ScheduleEntryRow {
  id: string;
  scope: string;
  series: string;
  title: string;
  dataset: string | null;
  link: string | null;
  workgroup: string | null;
  organisation: string | null;
  frequency: number | null;
  rrule: string | null;
  starts: string | null;
  covers: string | null;
  grace_overdue: number | null;
  grace_delinquent: number | null;
  steps: string;
  completeness: string;
  comment: string | null;
  sensitivity: string | null;
  access: string | null;
  format: string | null;
  changed: string | null;
  data_until: string | null;
  visibility: string;
  reviewed_at: string | null;
  reviewed_by: string | null;
  sequence: number;
  created_at: string;
  updated_at: string;
}
