-- Data that are fetched from other servers, and each fetch (decision 0078).
create table harvest_source (
  id text primary key,
  scope text not null,
  name text not null,
  kind text not null check (kind in ('file', 'ckan', 'arcgis', 'sheet', 'kobo', 'activityinfo', 'ogc')),
  url text not null,
  -- Of `url`: one fetch for each host at a time, however many servers fetch.
  host text not null,
  -- Of CKAN: pattern of the name of the resource.
  pick text,
  -- What it fills: a dataset of this server, or an entry of the schedule about data that stay elsewhere.
  dataset text,
  entry text,
  auth text not null check (auth in ('none', 'token', 'bearer', 'basic', 'key')),
  -- Encrypted with the secret of the server.
  secret text,
  -- Minutes between two fetches; null: only when somebody asks.
  every integer,
  paused integer not null,
  on_change text not null check (on_change in ('draft', 'publish', 'tell')),
  -- What becomes of personal data in the files; null: it is asked.
  personal text check (personal in ('keep', 'strip')),
  -- Who gave the address last, and who said that changes may be published.
  address_by text not null,
  publish_by text,
  publish_account text,
  etag text,
  modified text,
  -- Of what was fetched last and was another than before.
  fingerprint text,
  last_at text,
  last_change text,
  -- Fetches in a row that brought a change.
  changes integer not null,
  failing_since text,
  failures integer not null,
  next_at text,
  -- Somebody asked for a fetch by hand.
  asked_by text,
  lease_owner text,
  lease_until text,
  created_at text not null,
  created_by text not null,
  updated_at text not null,
  check ((dataset is null) <> (entry is null))
);

create index harvest_source_by_scope on harvest_source (scope, created_at);
create index harvest_source_due on harvest_source (next_at);

create table harvest_fetch (
  id text primary key,
  source text not null references harvest_source (id) on delete cascade,
  at text not null,
  done_at text,
  -- `accepted`: another content than before, kept, on its way into a version.
  state text not null check (state in ('running', 'same', 'told', 'accepted', 'asks', 'drafted', 'published', 'failed')),
  asked_by text,
  status integer,
  bytes integer,
  sha256 text,
  fingerprint text,
  -- JSON: stored files, from the moment it is accepted.
  files text,
  job text,
  version text,
  -- Why it failed, or why it was not published.
  code text,
  -- JSON: numbers and names of what came.
  detail text not null
);

create index harvest_fetch_by_source on harvest_fetch (source, at);
create index harvest_fetch_open on harvest_fetch (state);
