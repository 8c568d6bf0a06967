-- What people decided about areas of indicators that are no unit: units with shares of them, or none (decision 0085).
create table indicator_area (
  id text primary key,
  scope text not null,
  -- Level, code, name and certain parent as the file states them.
  subject text not null,
  -- JSON: units with shares; an empty list says that it is no unit.
  shares text not null,
  decided_by text not null,
  decided_at text not null,
  undone_by text,
  undone_at text
);

create index indicator_area_by_scope on indicator_area (scope, decided_at);
