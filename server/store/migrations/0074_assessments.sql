-- The registry of assessments of a country (decision 0083).
create table assessment (
  id text primary key,
  scope text not null,
  state text not null check (state in ('draft', 'submitted', 'confirmed')),
  -- JSON: what is said of it. Read whole, and asked for by scope only.
  fields text not null,
  entered text not null check (entered in ('account', 'link', 'import')),
  entered_by text,
  account text,
  -- JSON: what a person is asked about it, and what was answered.
  questions text not null,
  answers text not null,
  sequence integer not null,
  created_at text not null,
  updated_at text not null
);

create index assessment_by_scope on assessment (scope, created_at);

-- What a person decided about two records that looked like one, once. `first` is the smaller id.
create table assessment_pair (
  scope text not null,
  first text not null,
  second text not null,
  decision text not null check (decision in ('duplicate', 'distinct')),
  decided_by text,
  decided_at text not null,
  primary key (first, second)
);

-- Which unit a spelling of a place means, by the codes beside it or by a person; null: it is no unit.
create table assessment_place (
  scope text not null,
  level integer not null,
  -- Folded.
  name text not null,
  pcode text,
  known_by text not null check (known_by in ('codes', 'person')),
  known_at text not null,
  primary key (scope, level, name)
);

-- An address under which assessments are entered without an account; the secret itself is not kept.
create table assessment_link (
  id text primary key,
  hash text not null unique,
  scope text not null,
  label text not null,
  created_by text,
  created_at text not null,
  expires_at text not null,
  revoked_at text,
  used integer not null
);

create index assessment_link_by_scope on assessment_link (scope, created_at);

-- What was read from a file, row by row: the ledger. No cell is kept.
create table assessment_import (
  id text primary key,
  scope text not null,
  file text not null,
  sha256 text not null,
  -- JSON: columns as they were read, what became of each row, counts.
  ledger text not null,
  created_by text,
  created_at text not null
);

create index assessment_import_by_scope on assessment_import (scope, created_at);

-- Who did what to a record; no text of it.
create table assessment_event (
  id text primary key,
  scope text not null,
  assessment text not null,
  at text not null,
  turn integer not null,
  actor text,
  action text not null,
  -- JSON of codes and names of fields.
  detail text not null
);

create index assessment_event_by_assessment on assessment_event (assessment, at);
