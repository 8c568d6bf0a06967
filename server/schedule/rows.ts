/** Entries of the schedule as they are kept. */
import type { Covers, EntryFields, Frequency, Series, Step } from '../contract/schedule/schedule.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { ScheduleEntryRow } from '../store/scheduleRows.ts';

export interface StoredEntry extends EntryFields {
  id: string;
  scope: Scope;
  reviewedAt: string | null;
  reviewedBy: string | null;
  sequence: number;
  createdAt: string;
  updatedAt: string;
}

export const toEntry = (row: ScheduleEntryRow): StoredEntry => ({
  id: row.id,
  scope: row.scope as Scope,
  series: row.series as Series,
  title: row.title,
  dataset: row.dataset as DatasetId | null,
  link: row.link,
  group: row.workgroup,
  organisation: row.organisation,
  frequency: row.frequency as Frequency | null,
  rrule: row.rrule,
  from: row.starts,
  covers: row.covers as Covers | null,
  grace: row.grace_overdue === null || row.grace_delinquent === null ? null : { overdue: row.grace_overdue, delinquent: row.grace_delinquent },
  steps: JSON.parse(row.steps) as Step[],
  completeness: row.completeness as EntryFields['completeness'],
  comment: row.comment,
  sensitivity: row.sensitivity as EntryFields['sensitivity'],
  access: row.access as EntryFields['access'],
  format: row.format,
  changed: row.changed,
  dataUntil: row.data_until,
  visibility: row.visibility as EntryFields['visibility'],
  reviewedAt: row.reviewed_at,
  reviewedBy: row.reviewed_by,
  sequence: row.sequence,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const fromEntry = (entry: StoredEntry): ScheduleEntryRow => ({
  id: entry.id,
  scope: entry.scope,
  series: entry.series,
  title: entry.title,
  dataset: entry.dataset,
  link: entry.link,
  workgroup: entry.group,
  organisation: entry.organisation,
  frequency: entry.frequency,
  rrule: entry.rrule,
  starts: entry.from,
  covers: entry.covers,
  grace_overdue: entry.grace?.overdue ?? null,
  grace_delinquent: entry.grace?.delinquent ?? null,
  steps: JSON.stringify(entry.steps),
  completeness: entry.completeness,
  comment: entry.comment,
  sensitivity: entry.sensitivity,
  access: entry.access,
  format: entry.format,
  changed: entry.changed,
  data_until: entry.dataUntil,
  visibility: entry.visibility,
  reviewed_at: entry.reviewedAt,
  reviewed_by: entry.reviewedBy,
  sequence: entry.sequence,
  created_at: entry.createdAt,
  updated_at: entry.updatedAt,
});
