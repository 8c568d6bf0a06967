/** Rows of events (migrations/0071_events.sql). Instants are ISO 8601 in UTC. */
export interface NewsEventRow {
  id: string;
  kind: string;
  at: string;
  scope: string;
  dataset: string | null;
  version: string | null;
  subject: string | null;
  workgroup: string | null;
  audience: string;
  detail: string;
  passed_at: string | null;
}
