-- The working group: groups with their edges, organisations in them, persons and what they hold. A day is YYYY-MM-DD, the last one counts.

create table organisation (
  scope text not null,
  -- The folded name it was first met under, as in the 3W of the country.
  id text not null,
  name text not null,
  -- JSON by language.
  names text not null,
  acronym text,
  type text,
  -- JSON: scheme and id.
  identifiers text not null,
  website text,
  created_at text not null,
  primary key (scope, id)
);

create table workgroup (
  -- ISO3, or global.
  scope text not null,
  id text not null,
  type text not null,
  -- JSON by language.
  names text not null,
  acronym text,
  sector text,
  parent text,
  reports_to text,
  hub text,
  status text not null check (status in ('active', 'on-hold', 'closed')),
  since text,
  until text,
  activation text,
  -- JSON: P-codes; empty for the whole country.
  area text not null,
  -- JSON; of hubs.
  place text,
  -- JSON
  languages text not null,
  mailbox text,
  website text,
  -- JSON by language.
  description text not null,
  visibility text not null check (visibility in ('public', 'members')),
  mirrors text,
  -- JSON: kinds of data, of a 3W with a sector.
  owns text not null,
  -- JSON: kind of data, approvals, and the group whose members approve.
  signoff text not null,
  permanent integer not null,
  created_at text not null,
  updated_at text not null,
  updated_by text,
  primary key (scope, id),
  foreign key (scope, parent) references workgroup (scope, id),
  foreign key (scope, reports_to) references workgroup (scope, id),
  foreign key (scope, hub) references workgroup (scope, id)
);

create table seat (
  id text primary key,
  scope text not null,
  workgroup text not null,
  organisation text not null,
  capacity text not null,
  starts text,
  ends text,
  created_at text not null,
  foreign key (scope, workgroup) references workgroup (scope, id),
  foreign key (scope, organisation) references organisation (scope, id)
);

create index seat_by_group on seat (scope, workgroup);
create index seat_by_organisation on seat (scope, organisation);

create table person (
  id text primary key,
  scope text not null,
  name text not null,
  organisation text,
  job_title text,
  account text references auth_user ("id") on delete set null,
  -- Of a claim that nobody has confirmed.
  claimed_by text references auth_user ("id") on delete set null,
  email text,
  created_at text not null,
  foreign key (scope, organisation) references organisation (scope, id)
);

create index person_by_scope on person (scope);
create index person_by_account on person (account);
create index person_by_email on person (email);
create unique index person_by_account_and_scope on person (scope, account) where account is not null;

-- Without a person where that person was deleted: role, organisation and days stay.
create table appointment (
  id text primary key,
  scope text not null,
  workgroup text not null,
  person text references person (id) on delete set null,
  organisation text,
  role text not null,
  starts text,
  ends text,
  state text not null check (state in ('invited', 'pending', 'active', 'ended')),
  approved_by text,
  created_at text not null,
  foreign key (scope, workgroup) references workgroup (scope, id),
  foreign key (scope, organisation) references organisation (scope, id)
);

create index appointment_by_group on appointment (scope, workgroup);
create index appointment_by_person on appointment (person);

-- Who changed what. A person stands in it by id only, so that nothing is left of a name that was deleted.
create table workgroup_event (
  id text primary key,
  at text not null,
  -- Of several in one change.
  turn integer not null,
  actor text,
  action text not null,
  scope text not null,
  workgroup text,
  organisation text,
  person text,
  -- JSON: short texts by name.
  detail text not null
);

create index workgroup_event_by_scope on workgroup_event (scope, at);
create index workgroup_event_by_group on workgroup_event (scope, workgroup, at);

-- A sheet that somebody reads into the structure, until it is applied or dropped.
create table workgroup_import (
  id text primary key,
  scope text not null,
  file text not null,
  -- JSON: the cells of its sheets.
  sheets text not null,
  -- JSON: what was said of sheet, columns, dates and doubts.
  answers text not null,
  created_at text not null,
  created_by text not null,
  applied_at text,
  -- JSON: the ledger, once it was applied.
  ledger text
);

create index workgroup_import_by_scope on workgroup_import (scope, created_at);
