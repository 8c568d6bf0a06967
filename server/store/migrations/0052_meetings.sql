-- Meetings of groups, what became of each, what was agreed and decided (docs/meetings.md). Days are YYYY-MM-DD; local times YYYY-MM-DDTHH:MM.

create table meeting (
  id text primary key,
  scope text not null,
  title text not null,
  -- On the clocks of the zone, which is a name of the IANA database.
  starts text not null,
  zone text not null,
  -- Minutes.
  length integer not null,
  place text,
  link text,
  link_public integer not null,
  -- RFC 5545 §3.3.10; UNTIL is a day. null: once.
  rrule text,
  note text,
  visibility text not null check (visibility in ('public', 'members')),
  status text not null check (status in ('planned', 'cancelled')),
  -- Of a series that had begun: the first day that does not take place.
  cancelled_from text,
  reason text,
  -- Raised by whatever a calendar must learn (RFC 5545 §3.8.7.4).
  sequence integer not null,
  -- The series that this one goes on from.
  follows text,
  created_at text not null,
  updated_at text not null
);

create index meeting_by_scope on meeting (scope);

create table meeting_group (
  meeting text not null references meeting (id) on delete cascade,
  scope text not null,
  workgroup text not null,
  -- The first one invites.
  turn integer not null,
  primary key (meeting, workgroup),
  foreign key (scope, workgroup) references workgroup (scope, id)
);

create index meeting_group_by_group on meeting_group (scope, workgroup);

-- One meeting of a series that does not take place as the rule says. `day`: on which the rule has it.
create table meeting_exception (
  meeting text not null references meeting (id) on delete cascade,
  day text not null,
  kind text not null check (kind in ('cancelled', 'moved')),
  starts text,
  length integer,
  place text,
  reason text,
  primary key (meeting, day)
);

-- What is recorded of one meeting on one day: documents by id, organisations with a count, never a person.
create table meeting_record (
  meeting text not null references meeting (id) on delete cascade,
  day text not null,
  agenda text,
  minutes text,
  -- JSON.
  attendance text not null,
  primary key (meeting, day)
);

create table group_action (
  id text primary key,
  scope text not null,
  workgroup text not null,
  meeting text references meeting (id),
  day text,
  text text not null,
  -- The owner is an organisation in a role, never a person.
  organisation text,
  role text,
  due text,
  -- JSON.
  link text,
  state text not null check (state in ('open', 'done', 'dropped')),
  closed_on text,
  created_at text not null,
  updated_at text not null,
  foreign key (scope, workgroup) references workgroup (scope, id),
  foreign key (scope, organisation) references organisation (scope, id)
);

create index group_action_by_group on group_action (scope, workgroup);
create index group_action_by_state on group_action (state, due);

create table group_decision (
  id text primary key,
  scope text not null,
  workgroup text not null,
  meeting text references meeting (id),
  day text,
  decided_on text not null,
  text text not null,
  -- JSON.
  link text,
  visibility text not null check (visibility in ('public', 'members')),
  created_at text not null,
  updated_at text not null,
  foreign key (scope, workgroup) references workgroup (scope, id)
);

create index group_decision_by_group on group_decision (scope, workgroup);

-- A calendar that its maker reads without signing in, for as long as the maker is a member. Of the secret only its hash is kept.
create table calendar_link (
  id text primary key,
  account text not null references auth_user ("id") on delete cascade,
  scope text not null,
  -- JSON: which meetings.
  about text not null,
  token_sha256 text not null unique,
  created_at text not null,
  last_read_on text
);

create index calendar_link_by_account on calendar_link (account);
