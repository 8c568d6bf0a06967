-- The data-sharing schedule of a country: which series is due from whom. States are computed and stored nowhere (decision 0076).
create table schedule_entry (
  id text primary key,
  scope text not null,
  -- Of the data grid, or `own`, which the title names.
  series text not null,
  title text not null,
  dataset text,
  link text,
  workgroup text,
  organisation text,
  -- In days as HDX has it (0 live, -1 never, -2 as needed); of a rule null.
  frequency integer,
  rrule text,
  starts text,
  covers text,
  grace_overdue integer,
  grace_delinquent integer,
  -- JSON: who hands on to whom, so many days before.
  steps text not null,
  completeness text not null check (completeness in ('complete', 'incomplete')),
  comment text,
  sensitivity text,
  access text,
  format text,
  -- Of data that are not here: last change (a day or a moment), last day that they are about.
  changed text,
  data_until text,
  visibility text not null check (visibility in ('public', 'members')),
  reviewed_at text,
  reviewed_by text,
  -- Raised by whatever a calendar must learn.
  sequence integer not null,
  created_at text not null,
  updated_at text not null
);

create index schedule_entry_by_scope on schedule_entry (scope, created_at);
