-- What ties this database to its folder of objects: the folder's `store.json` says the same identity.
create table store_identity (
  one integer primary key check (one = 1),
  id text not null,
  created_at text not null
);

-- Objects that were in the folder when this database first knew of it, or was found to be older than it, without a name in here.
-- They may belong to entries that are lost, so they are never collected.
create table kept_object (
  object_key text primary key,
  since text not null
);

-- Objects that this database named and let go of itself, such as the report of a draft that was judged anew.
create table released_object (
  object_key text primary key,
  since text not null
);
