-- What the last full reading of an object found (decision 0022). `stamp` changes whenever the file is written or replaced; `blocks` are
-- checksums of its parts, by which every later reading is judged.
create table object_check (
  object_key text primary key,
  stamp text not null,
  bytes integer not null,
  blocks text not null,
  -- Null where all is well; 'missing' or 'damaged'.
  fault text,
  checked_at text not null
);

create index object_check_by_fault on object_check (fault);
create index artifact_by_object on artifact (object_key);

-- When a backup was last put in the place of this database.
alter table store_identity add column restored_at text;
