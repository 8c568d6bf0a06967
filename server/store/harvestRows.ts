/** Rows of what is fetched from other servers (migrations/0069_harvest.sql). */

export interface HarvestSourceRow {
  id: string;
  scope: string;
  name: string;
  kind: string;
  url: string;
  host: string;
  pick: string | null;
  dataset: string | null;
  entry: string | null;
  auth: string;
  secret: string | null;
  every: number | null;
  paused: number;
  on_change: string;
  personal: string | null;
  address_by: string;
  publish_by: string | null;
  publish_account: string | null;
  etag: string | null;
  modified: string | null;
  fingerprint: string | null;
  last_at: string | null;
  last_change: string | null;
  changes: number;
  failing_since: string | null;
  failures: number;
  next_at: string | null;
  asked_by: string | null;
  lease_owner: string | null;
  lease_until: string | null;
  created_at: string;
  created_by: string;
  updated_at: string;
}

export interface HarvestFetchRow {
  id: string;
  source: string;
  at: string;
  done_at: string | null;
  state: string;
  asked_by: string | null;
  status: number | null;
  bytes: number | null;
  sha256: string | null;
  fingerprint: string | null;
  files: string | null;
  job: string | null;
  version: string | null;
  code: string | null;
  detail: string;
}
