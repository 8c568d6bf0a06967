-- What a sheet is read into: the structure of groups, or contacts.
alter table workgroup_import add column about text not null default 'structure';
