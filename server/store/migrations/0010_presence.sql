-- What people of a country decided about spellings in 3W files: places, sectors, organisation types, organisations, layouts of files.
-- Append-only: undoing marks an entry, and the one before it holds again.
create table presence_decision (
  id text primary key,
  country text not null,
  kind text not null check (kind in ('place', 'sector', 'org-type', 'organisation', 'profile')),
  -- What the decision is about, as one text: a folded spelling, or level, code, name and parent of a place.
  subject text not null,
  -- JSON; its shape goes by kind.
  answer text not null,
  decided_by text not null,
  decided_at text not null,
  undone_by text,
  undone_at text
);

create index presence_decision_by_subject on presence_decision (country, kind, subject, decided_at);

-- A 3W dataset with an entry here is sensitive: counts only, no deeper than a level, small counts hidden.
create table presence_policy (
  dataset text primary key,
  deepest_level integer not null,
  suppress_below integer not null,
  reason text not null,
  set_by text not null,
  set_at text not null
);
