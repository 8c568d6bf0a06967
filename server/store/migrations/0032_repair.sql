-- Repairs of boundaries in progress, one for each version at most. Plan, outcome and proof are large: they are objects.
create table repair (
  dataset text not null,
  version text not null,
  -- Grows with every decision; 0 until there is a plan.
  revision integer not null,
  -- The revision at which an operation was last decided otherwise: a proof of it or of a later one holds.
  ground_revision integer not null,
  -- Of the files and of what was said of them when it was planned: read otherwise, they want another plan.
  basis text not null,
  -- JSON: RepairOptions as asked for.
  options text not null,
  -- JSON: RepairDecisions.
  decisions text not null,
  -- JSON: what was taken over from an earlier repair; null where nothing was.
  carried text,
  -- The revision that outcome and proof are of; null until they are made.
  proved_revision integer,
  -- The last job, and what it is for: plan, proof, apply.
  job text,
  job_for text,
  updated_at text not null,
  updated_by text,
  primary key (dataset, version)
);

create table repair_object (
  dataset text not null,
  version text not null,
  -- plan, pieces, outcome, proof, ground, after
  what text not null,
  object_key text not null,
  sha256 text not null,
  bytes integer not null,
  primary key (dataset, version, what)
);

create index repair_object_by_key on repair_object (object_key);
