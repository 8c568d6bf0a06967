-- Why a version was withdrawn stands beside why it was published, and what replaced a version beside both. Until now a withdrawal was
-- written over the reason of publication; the audit has kept both, so old rows are told apart by it (decision 0063).
alter table version add column withdrawn_at text;
alter table version add column withdrawn_by text;
alter table version add column withdrawal_reason text;
alter table version add column superseded_at text;
-- The version that took its place; its reason where it was rolled back to.
alter table version add column superseded_by text;
alter table version add column superseded_reason text;
-- The day on which all of its units end, where every one of them states one.
alter table version add column valid_to text;

update version set
  withdrawn_at = (select max(a.at) from audit a where a.dataset = version.dataset and a.version = version.version and a.action = 'version.withdrawn'),
  withdrawal_reason = reason
where status = 'withdrawn';
update version set
  withdrawn_by = (select max(a.actor) from audit a where a.dataset = version.dataset and a.version = version.version and a.action = 'version.withdrawn' and a.at = version.withdrawn_at),
  reason = (select max(a.reason) from audit a where a.dataset = version.dataset and a.version = version.version and a.action = 'version.published' and a.at = version.published_at)
where status = 'withdrawn';
update version set
  superseded_at = (select min(o.published_at) from version o where o.dataset = version.dataset and o.published_at > version.published_at)
where status in ('superseded', 'withdrawn') and published_at is not null;
update version set superseded_at = null where status = 'withdrawn' and withdrawn_at < superseded_at;
update version set
  superseded_by = (select max(o.version) from version o where o.dataset = version.dataset and o.published_at = version.superseded_at)
where superseded_at is not null;
update version set
  valid_to = (select case when count(*) = count(u.valid_to) then max(u.valid_to) end from unit u where u.dataset = version.dataset and u.version = version.version and u.level > 0);
