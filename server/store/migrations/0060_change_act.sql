-- The legal act behind what became of units from one published version of the boundaries to another, and the day from which it holds (decision 0066).
-- Append-only: undoing marks an entry, and the one before it holds again.
create table change_act (
  id text primary key,
  dataset text not null,
  from_version text not null,
  to_version text not null,
  level integer not null,
  -- JSON: pairs of the P-codes of source and target; null where there is none on that side.
  pairs text not null,
  legal_act text not null,
  -- 2021, 2021-10 or 2021-10-05; null where it is not known.
  effective_date text,
  decided_by text not null,
  decided_at text not null,
  undone_by text,
  undone_at text
);

create index change_act_by_versions on change_act (dataset, from_version, to_version);
