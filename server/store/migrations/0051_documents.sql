-- Documents of groups and their versions. Accounts are kept by id, so that nothing is left of a name once the account is gone.

create table document (
  scope text not null,
  id text not null,
  kind text not null,
  workgroup text not null,
  language text not null,
  title text not null,
  audience text not null check (audience in ('public', 'members', 'group')),
  translates text,
  created_at text not null,
  updated_at text not null,
  primary key (scope, id)
);

create index document_by_workgroup on document (scope, workgroup);

-- The file of a version is fixed once it was reviewed, and never changes once it was approved.
create table document_edition (
  scope text not null,
  document text not null,
  version text not null,
  state text not null check (state in ('draft', 'reviewed', 'current', 'superseded', 'withdrawn')),
  format text not null check (format in ('markdown', 'docx', 'pdf')),
  file_name text not null,
  media text not null,
  sha256 text not null,
  bytes integer not null,
  -- JSON: headings of the view, and what the file tells beside its text.
  headings text not null,
  told text not null,
  note text,
  drafted_by text,
  drafted_at text not null,
  changed_at text not null,
  reviewed_by text,
  reviewed_at text,
  approved_by text,
  approved_at text,
  approved_on text,
  valid_from text,
  review_by text,
  supersedes text,
  superseded_on text,
  withdrawn_on text,
  withdrawn_reason text,
  primary key (scope, document, version)
);

create index document_edition_by_review on document_edition (state, review_by);

-- What is stored of a version: its file, and the safe HTML that was made of it.
create table document_object (
  scope text not null,
  document text not null,
  version text not null,
  what text not null check (what in ('file', 'view')),
  object_key text not null,
  sha256 text not null,
  bytes integer not null,
  primary key (scope, document, version, what)
);

create index document_object_by_key on document_object (object_key);

create table document_endorsement (
  id text primary key,
  scope text not null,
  document text not null,
  version text not null,
  workgroup text not null,
  -- The group as it was called on that day.
  names text not null,
  acronym text,
  decided_on text not null,
  meeting text,
  text text,
  by_account text,
  at text not null
);

create index document_endorsement_by_version on document_endorsement (scope, document, version, at);

create table document_comment (
  id text primary key,
  scope text not null,
  document text not null,
  version text not null,
  -- Its own id, or that of the comment it answers.
  thread text not null,
  section text,
  text text not null,
  -- SHA-256 of the file that it was said of.
  basis text not null,
  by_account text,
  at text not null,
  -- Only of the first of a thread:
  resolved_by text,
  resolved_at text
);

create index document_comment_by_version on document_comment (scope, document, version, at);

create table document_event (
  id text primary key,
  scope text not null,
  document text not null,
  version text,
  at text not null,
  -- Order among lines of one moment.
  turn integer not null,
  actor text,
  action text not null,
  detail text not null
);

create index document_event_by_document on document_event (scope, document, at);
