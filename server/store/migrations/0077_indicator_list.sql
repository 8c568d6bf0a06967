-- The agreed list of indicators of a country, version by version; one that was agreed never changes (decision 0085).
create table indicator_list (
  scope text not null,
  number integer not null,
  -- JSON: the indicators of the version, whole.
  entries text not null,
  created_at text not null,
  created_by text,
  -- Counts the changes of a draft, so that two people do not write over each other.
  revision integer not null,
  agreed_by text,
  agreed_on text,
  decision text,
  agreed_at text,
  primary key (scope, number)
);
