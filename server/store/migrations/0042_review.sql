-- Review and sign-off of drafts by groups of the country, and what a group decided about a published version.

create table review_request (
  id text primary key,
  dataset text not null,
  version text not null,
  workgroup text not null,
  note text,
  due text,
  asked_by text not null,
  asked_at text not null,
  closed_by text,
  closed_at text
);

create index review_request_by_version on review_request (dataset, version);

create table review_comment (
  id text primary key,
  dataset text not null,
  version text not null,
  -- Its own id, or that of the comment it answers.
  thread text not null,
  -- JSON: a finding, a place on the map, or the draft as a whole.
  about text not null,
  text text not null,
  by_account text not null,
  by_name text not null,
  at text not null,
  -- Only of the first of a thread:
  must_resolve integer not null,
  assigned_account text,
  assigned_name text,
  resolved_by text,
  resolved_at text
);

create index review_comment_by_version on review_comment (dataset, version, at);
create index review_comment_by_assigned on review_comment (assigned_account);

-- Points of the evaluation checklist that no check can know.
create table review_point (
  dataset text not null,
  version text not null,
  point text not null,
  answer text not null check (answer in ('yes', 'no', 'not-applicable')),
  note text,
  by_name text not null,
  at text not null,
  primary key (dataset, version, point)
);

-- The last word of each person; earlier ones stand in the audit.
create table review_approval (
  dataset text not null,
  version text not null,
  account text not null,
  name text not null,
  decision text not null check (decision in ('approve', 'changes')),
  note text,
  -- What the draft was when it was said (server/catalogue/review/rules.ts).
  basis text not null,
  at text not null,
  primary key (dataset, version, account)
);

-- JSON: which rules held when it was published and what was there of them; null where there were none.
alter table version add column signoff text;
-- JSON list, oldest first: what groups decided about it; null where none did.
alter table version add column endorsements text;
