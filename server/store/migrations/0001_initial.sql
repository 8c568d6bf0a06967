-- Plain SQL that SQLite and PostgreSQL both accept: text dates (ISO 8601, UTC), JSON as text, integers for booleans.

create table dataset (
  id text primary key,
  kind text not null,
  country text not null,
  country_names text not null,
  created_at text not null
);

create table version (
  dataset text not null references dataset (id),
  version text not null,
  status text not null check (status in ('draft', 'current', 'superseded', 'withdrawn')),
  created_at text not null,
  created_by text,
  published_at text,
  published_by text,
  reason text,
  source_sha256 text not null,
  levels text not null,
  bbox text,
  languages text not null,
  metadata text not null,
  report text not null,
  diff text,
  -- COD-PS: how codes were joined; 3W: what became of the rows.
  outcome text,
  primary key (dataset, version)
);

create unique index version_one_current on version (dataset) where status = 'current';

create table artifact (
  dataset text not null,
  version text not null,
  file text not null,
  kind text not null,
  level integer,
  object_key text not null,
  sha256 text not null,
  bytes integer not null,
  media_type text not null,
  primary key (dataset, version, file),
  foreign key (dataset, version) references version (dataset, version)
);

create table unit (
  dataset text not null,
  version text not null,
  level integer not null,
  ord integer not null,
  pcode text not null,
  parent_pcode text,
  names text not null,
  valid_on text,
  valid_to text,
  area_sqkm real not null,
  center_lon real not null,
  center_lat real not null,
  west real not null,
  south real not null,
  east real not null,
  north real not null,
  -- P-code and names, folded and each between bars, so that `like '%|x%'` finds beginnings and `like '%x%'` finds parts.
  search text not null,
  primary key (dataset, version, level, ord),
  foreign key (dataset, version) references version (dataset, version)
);

create index unit_by_pcode on unit (dataset, version, pcode);
create index unit_by_parent on unit (dataset, version, parent_pcode, level);

create table job (
  id text primary key,
  dataset text not null,
  state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  stage text,
  done integer not null,
  total integer not null,
  input text not null,
  sha256 text not null,
  attempts integer not null,
  cancel_requested integer not null,
  lease_owner text,
  lease_until text,
  version text,
  error text,
  created_at text not null,
  created_by text,
  finished_at text
);

create index job_by_state on job (state, created_at, id);
create index job_by_upload on job (dataset, sha256);

-- Append-only: who did what to which version, and why.
create table audit (
  id text primary key,
  at text not null,
  actor text,
  action text not null,
  dataset text not null,
  version text,
  reason text,
  sha256 text
);

create index audit_by_dataset on audit (dataset, at);
