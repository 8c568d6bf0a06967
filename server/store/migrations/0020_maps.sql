-- Saved maps and the permissions to show them elsewhere. Deleting marks; whoever deleted by mistake takes it back.
create table saved_map (
  id text primary key,
  -- JSON of a MapSpec.
  spec text not null,
  created_at text not null,
  created_by text,
  updated_at text not null,
  deleted_at text
);

create table embed (
  id text primary key,
  map text not null references saved_map (id),
  -- JSON of an EmbedSpec.
  spec text not null,
  created_at text not null,
  created_by text,
  deleted_at text
);

create index embed_by_map on embed (map);
