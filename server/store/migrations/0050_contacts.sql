-- Contacts of persons: what is kept, who may see which field, and until when it holds (docs/contacts.md). Instants are ISO 8601 in UTC.

alter table person add column given text;
alter table person add column family text;
-- JSON: P-code and name.
alter table person add column duty_station text;
-- JSON lists.
alter table person add column languages text not null default '[]';
alter table person add column contacts text not null default '[]';
-- JSON by field; what is absent is as by default.
alter table person add column visibility text not null default '{}';
alter table person add column named_in_history integer not null default 0;
alter table person add column restricted_at text;
alter table person add column touched_at text;
alter table person add column entered text not null default 'self';
alter table person add column entered_by text;
alter table person add column entered_at text;
alter table person add column confirmed_at text;
alter table person add column verified_at text;
alter table person add column verified_by text;
-- JSON list, oldest first.
alter table person add column consents text not null default '[]';

-- Persons of before: those with an account joined by themselves. Of the others nobody knows whether they know of their entry, so the days in
-- which they are asked begin with this upgrade. Their addresses stay with whoever may approve, as they were.
update person set
  touched_at = replace(substr(cast(current_timestamp as text), 1, 19), ' ', 'T') || 'Z',
  entered = case when account is null then 'on-behalf' else 'self' end,
  entered_at = case when account is null then replace(substr(cast(current_timestamp as text), 1, 19), ' ', 'T') || 'Z' else created_at end,
  confirmed_at = case when account is null then null else created_at end;
update person set
  contacts = '[{"id":"1","kind":"email","label":"work","service":null,"value":"' || replace(replace(email, '\', '\\'), '"', '\"') || '","preferred":true,"visibility":"nobody"}]'
where email is not null;

-- End of the check-in; null where nobody ever checked in.
alter table appointment add column until text;

-- Personal links. Only the hash of the secret is kept.
create table entry_link (
  token_sha256 text primary key,
  person text not null references person (id) on delete cascade,
  created_at text not null,
  created_by text,
  expires_at text not null
);

create index entry_link_by_person on entry_link (person);

-- Who did what with contacts: persons by number, one by id, and never what was seen.
create table contact_event (
  id text primary key,
  at text not null,
  actor text,
  action text not null,
  scope text not null,
  workgroup text,
  person text,
  persons integer not null,
  format text,
  purpose text
);

create index contact_event_by_scope on contact_event (scope, at);
create index contact_event_by_person on contact_event (person);
