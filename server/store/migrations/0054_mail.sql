-- Messages that are due, each once: its number is made of what it is about. Neither address nor text is kept; both are made when it is sent.
create table mail (
  id text primary key,
  kind text not null,
  scope text not null,
  -- Whom it goes to; goes with the person. Null: an invitation of an account.
  person text references person (id) on delete cascade,
  state text not null check (state in ('waiting', 'sent', 'failed', 'handed')),
  attempts integer not null default 0,
  next_at text not null,
  created_at text not null,
  done_at text,
  -- Of an invitation: address and link, encrypted with the secret of the server; null once it is sent or given up.
  sealed text
);

create index mail_by_state on mail (state, next_at);
