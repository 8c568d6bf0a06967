-- What has happened that others want to know of, written in the transaction that did it (decision 0079). Feeds, webhooks, notices and digests read it.
create table news_event (
  -- The same for the same occasion, so that nothing is told twice.
  id text primary key,
  kind text not null,
  at text not null,
  -- A country, or `global`.
  scope text not null,
  dataset text,
  version text,
  -- Entry of the schedule, source, or webhook that it is about.
  subject text,
  -- Group that keeps what it is about, where one does.
  workgroup text,
  audience text not null check (audience in ('public', 'members', 'keepers')),
  -- JSON of codes, numbers and days; no names of people.
  detail text not null,
  -- When webhooks were given it to pass on; null: not yet.
  passed_at text
);

create index news_event_by_time on news_event (at);
create index news_event_by_scope on news_event (scope, at);
create index news_event_by_dataset on news_event (dataset, at);
create index news_event_to_pass on news_event (passed_at, at);

-- What was published and withdrawn before, so that feeds begin with it. It is passed on to nobody.
insert into news_event (id, kind, at, scope, dataset, version, subject, workgroup, audience, detail, passed_at)
select audit.id, 'version.published', audit.at, dataset.country, audit.dataset, audit.version, null, null, 'public',
  case audit.action when 'version.rolled-back' then '{"again":1}' else '{}' end, audit.at
from audit join dataset on dataset.id = audit.dataset
where audit.action in ('version.published', 'version.rolled-back') and audit.version is not null;

insert into news_event (id, kind, at, scope, dataset, version, subject, workgroup, audience, detail, passed_at)
select audit.id, 'version.withdrawn', audit.at, dataset.country, audit.dataset, audit.version, null, null, 'public', '{}', audit.at
from audit join dataset on dataset.id = audit.dataset
join version on version.dataset = audit.dataset and version.version = audit.version
where audit.action = 'version.withdrawn' and version.published_at is not null;
