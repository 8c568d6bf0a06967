-- People. The four auth_ tables have the columns that better-auth asks for (its names, hence the capitals).

create table auth_user (
  "id" text primary key,
  "name" text not null unique,
  "email" text not null unique,
  "emailVerified" integer not null,
  "image" text,
  "role" text not null,
  "createdAt" text not null,
  "updatedAt" text not null
);

create table auth_session (
  "id" text primary key,
  "userId" text not null references auth_user ("id") on delete cascade,
  "token" text not null unique,
  "expiresAt" text not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" text not null,
  "updatedAt" text not null
);

create index auth_session_by_user on auth_session ("userId");

create table auth_account (
  "id" text primary key,
  "userId" text not null references auth_user ("id") on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" text,
  "refreshTokenExpiresAt" text,
  "scope" text,
  "password" text,
  "createdAt" text not null,
  "updatedAt" text not null
);

create index auth_account_by_user on auth_account ("userId");

create table auth_verification (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" text not null,
  "createdAt" text not null,
  "updatedAt" text not null
);

-- A link that makes a member once. Only the hash of its secret is kept.
create table invite (
  id text primary key,
  token_sha256 text not null unique,
  role text not null,
  email text,
  -- 1: made at a start without any administrator; a later start replaces it.
  first integer not null,
  created_at text not null,
  created_by text,
  expires_at text not null
);

-- Keys for programs. They act as their maker, with less; only the hash is kept.
create table api_key (
  id text primary key,
  key_sha256 text not null unique,
  user_id text not null references auth_user ("id") on delete cascade,
  name text not null,
  scopes text not null,
  created_at text not null,
  expires_at text not null,
  last_used_at text
);

create index api_key_by_user on api_key (user_id);

-- The exception register: faults of a dataset that a person accepted, with what is needed to know them again.
create table finding_exception (
  id text primary key,
  dataset text not null,
  code text not null,
  level integer,
  pcodes text not null,
  fingerprint text not null,
  detail text not null,
  reason text not null,
  accepted_by text not null,
  accepted_at text not null,
  version text not null
);

create index finding_exception_by_dataset on finding_exception (dataset, accepted_at);
