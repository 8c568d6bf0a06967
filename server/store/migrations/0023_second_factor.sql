-- A second factor at sign-in (columns as better-auth's plugin asks for, its names), names compared as the eye sees them, and what was done to accounts.

alter table auth_user add column "twoFactorEnabled" integer not null default 0;

-- What people/names.ts makes of the name. Null: not yet made, or the same as that of an older member who was there before names were compared so.
alter table auth_user add column "nameKey" text;
alter table auth_user add column "nameShape" text;

create unique index auth_user_by_name_key on auth_user ("nameKey");
create unique index auth_user_by_name_shape on auth_user ("nameShape");

create table auth_two_factor (
  "id" text primary key,
  "userId" text not null unique references auth_user ("id") on delete cascade,
  "secret" text not null,
  "backupCodes" text not null,
  "verified" integer not null,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" text
);

-- Append-only, and by name as all records are: a member who is removed stays in it.
create table account_event (
  id text primary key,
  at text not null,
  actor text,
  action text not null,
  subject text not null,
  detail text
);

create index account_event_by_time on account_event (at);
