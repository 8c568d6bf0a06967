-- Who cleared a saved map for publication, when, and of which versions. It ends when it is withdrawn or the map is changed (decision 0074).
create table map_clearance (
  id text primary key,
  map text not null references saved_map (id),
  cleared_at text not null,
  cleared_by text,
  -- JSON: the version of each dataset that was shown.
  versions text not null,
  ended_at text,
  ended_by text
);

create unique index map_clearance_in_force on map_clearance (map) where ended_at is null;
