-- What an account has read, and how often it wants a digest (decision 0079).
create table news_read (
  account text not null,
  event text not null references news_event (id) on delete cascade,
  primary key (account, event)
);

create table news_choice (
  account text primary key,
  digest text not null check (digest in ('off', 'daily', 'weekly')),
  language text not null,
  zone text not null,
  -- Until when events stand in digests that were queued; the next one begins there.
  digest_until text not null,
  -- Everything until then counts as read.
  read_until text not null
);

-- Receivers outside. The secrets are encrypted with the secret of the server.
create table webhook (
  id text primary key,
  scope text not null,
  workgroup text,
  dataset text,
  url text not null,
  -- JSON: kinds of events.
  events text not null,
  reach text not null check (reach in ('public', 'own')),
  -- Whose rights decide what it may be told beyond what is public.
  account text not null,
  secret text not null,
  -- The one before, which signs beside the new one until then.
  old_secret text,
  old_until text,
  state text not null check (state in ('on', 'off', 'disabled')),
  failing_since text,
  created_at text not null,
  created_by text not null
);

create index webhook_by_scope on webhook (scope, created_at);

-- Each message to each receiver, with what became of it. Nothing of the message or the answer is kept.
create table webhook_delivery (
  -- Sent as webhook-id, the same each time it is tried.
  id text primary key,
  webhook text not null references webhook (id) on delete cascade,
  -- Null: a test.
  event text references news_event (id),
  kind text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed', 'dropped')),
  attempts integer not null,
  next_at text not null,
  -- Somebody is sending it until then.
  lease_until text,
  created_at text not null,
  done_at text,
  status integer,
  fault text
);

create index webhook_delivery_due on webhook_delivery (state, next_at);
create index webhook_delivery_by_hook on webhook_delivery (webhook, created_at);
