-- What a version calls its country. A dataset is called what its current version calls it: a draft renames nothing (decision 0030).
alter table version add column country_names text;
