/** Sources and fetches as they are kept. */
import type { Auth, Came, Fetch, FetchState, Interval, OnChange, SourceKind } from '../contract/harvest/harvest.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { JobFile } from '../jobs/queue.ts';
import type { HarvestFetchRow, HarvestSourceRow } from '../store/harvestRows.ts';

export interface StoredSource {
  id: string;
  scope: Scope;
  name: string;
  kind: SourceKind;
  url: string;
  pick: string | null;
  dataset: DatasetId | null;
  entry: string | null;
  auth: Auth;
  /** Sealed. */
  secret: string | null;
  every: Interval | null;
  paused: boolean;
  onChange: OnChange;
  personal: 'keep' | 'strip' | null;
  addressBy: string;
  publishBy: string | null;
  /** Of the one who said so: what that one may not do any more is not done. */
  publishAccount: string | null;
  etag: string | null;
  modified: string | null;
  fingerprint: string | null;
  lastAt: string | null;
  lastChange: string | null;
  changes: number;
  failingSince: string | null;
  failures: number;
  nextAt: string | null;
  askedBy: string | null;
  leaseUntil: string | null;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
}

/** A row as the room uses it. */
export const toSource = (row: HarvestSourceRow): StoredSource => ({
  id: row.id,
  scope: row.scope as Scope,
  name: row.name,
  kind: row.kind as SourceKind,
  url: row.url,
  pick: row.pick,
  dataset: row.dataset as DatasetId | null,
  entry: row.entry,
  auth: row.auth as Auth,
  secret: row.secret,
  every: row.every as Interval | null,
  paused: row.paused !== 0,
  onChange: row.on_change as OnChange,
  personal: row.personal as StoredSource['personal'],
  addressBy: row.address_by,
  publishBy: row.publish_by,
  publishAccount: row.publish_account,
  etag: row.etag,
  modified: row.modified,
  fingerprint: row.fingerprint,
  lastAt: row.last_at,
  lastChange: row.last_change,
  changes: row.changes,
  failingSince: row.failing_since,
  failures: row.failures,
  nextAt: row.next_at,
  askedBy: row.asked_by,
  leaseUntil: row.lease_until,
  createdAt: row.created_at,
  createdBy: row.created_by,
  updatedAt: row.updated_at,
});

/** Whoever holds the lease stays: it is taken and given back by statements of its own. */
export const fromSource = (source: StoredSource): Omit<HarvestSourceRow, 'lease_owner' | 'lease_until'> => ({
  id: source.id,
  scope: source.scope,
  name: source.name,
  kind: source.kind,
  url: source.url,
  host: new URL(source.url).host,
  pick: source.pick,
  dataset: source.dataset,
  entry: source.entry,
  auth: source.auth,
  secret: source.secret,
  every: source.every,
  paused: source.paused ? 1 : 0,
  on_change: source.onChange,
  personal: source.personal,
  address_by: source.addressBy,
  publish_by: source.publishBy,
  publish_account: source.publishAccount,
  etag: source.etag,
  modified: source.modified,
  fingerprint: source.fingerprint,
  last_at: source.lastAt,
  last_change: source.lastChange,
  changes: source.changes,
  failing_since: source.failingSince,
  failures: source.failures,
  next_at: source.nextAt,
  asked_by: source.askedBy,
  created_at: source.createdAt,
  created_by: source.createdBy,
  updated_at: source.updatedAt,
});

export interface StoredFetch {
  id: string;
  source: string;
  at: string;
  doneAt: string | null;
  state: FetchState;
  askedBy: string | null;
  status: number | null;
  bytes: number | null;
  sha256: string | null;
  fingerprint: string | null;
  files: JobFile[] | null;
  job: string | null;
  version: VersionTag | null;
  code: string | null;
  detail: { came?: Came; problem?: NonNullable<Fetch['problem']>['detail']; url?: string | null; host?: string };
}

/** A row as the room uses it. */
export const toFetch = (row: HarvestFetchRow): StoredFetch => ({
  id: row.id,
  source: row.source,
  at: row.at,
  doneAt: row.done_at,
  state: row.state as FetchState,
  askedBy: row.asked_by,
  status: row.status,
  bytes: row.bytes,
  sha256: row.sha256,
  fingerprint: row.fingerprint,
  files: row.files === null ? null : (JSON.parse(row.files) as JobFile[]),
  job: row.job,
  version: row.version as VersionTag | null,
  code: row.code,
  detail: JSON.parse(row.detail) as StoredFetch['detail'],
});

/** As it is kept. */
export const fromFetch = (fetch: StoredFetch): HarvestFetchRow => ({
  id: fetch.id,
  source: fetch.source,
  at: fetch.at,
  done_at: fetch.doneAt,
  state: fetch.state,
  asked_by: fetch.askedBy,
  status: fetch.status,
  bytes: fetch.bytes,
  sha256: fetch.sha256,
  fingerprint: fetch.fingerprint,
  files: fetch.files === null ? null : JSON.stringify(fetch.files),
  job: fetch.job,
  version: fetch.version,
  code: fetch.code,
  detail: JSON.stringify(fetch.detail),
});
