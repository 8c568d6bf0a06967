-- How sensitive data are: the classification of a country, version by version, and what holds for each dataset (docs/sharing.md).

create table classification (
  scope text not null,
  -- 1, 2, 3 …; shown as v1.
  number integer not null,
  -- JSON.
  entries text not null,
  -- JSON: id and version of the document of kind `isp`; null where none is named.
  document text,
  created_at text not null,
  created_by text,
  -- All null in a draft, of which each scope has one at most, with the highest number. What was endorsed never changes.
  endorsed_by text,
  endorsed_on text,
  endorsed_at text,
  primary key (scope, number)
);

create table dataset_sensitivity (
  dataset text primary key,
  -- Row of the table that the data fall under, as they were last looked at; null before.
  found_type text,
  -- By the owner; null: as found.
  data_type text,
  -- By the owner; all null: the table holds.
  class text,
  audience text,
  -- JSON list of groups.
  named text,
  lowest_level integer,
  smallest_count integer,
  reason text,
  -- Number of the table that it was set against; null: there was none.
  against integer,
  -- Row of it.
  against_type text,
  set_by text,
  set_at text
);

-- What was said of a dataset or of the table before, for good.
create table sensitivity_event (
  id text primary key,
  scope text not null,
  dataset text,
  action text not null check (action in ('table.endorsed', 'set', 'cleared')),
  -- JSON.
  detail text not null,
  reason text,
  by_name text,
  at text not null
);

create index sensitivity_event_by_dataset on sensitivity_event (dataset, at);

-- Grows with each change of what holds, so that a server that holds it in memory sees that it is old.
create table sensitivity_revision (one integer primary key check (one = 1), revision integer not null);
insert into sensitivity_revision (one, revision) values (1, 1);

-- A 3W that was marked sensitive is of class high and for everybody: counts only, down to a level, small ones hidden.
insert into dataset_sensitivity (dataset, class, audience, named, lowest_level, smallest_count, reason, set_by, set_at)
  select dataset, 'high', 'public', '[]', deepest_level, case when suppress_below < 3 then 3 else suppress_below end, reason, set_by, set_at
  from presence_policy;

drop table presence_policy;
