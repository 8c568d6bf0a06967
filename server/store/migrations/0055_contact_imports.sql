-- What a sheet is read into: the structure of groups, or contacts.
alter table workgroup_import add column about text not null default 'structure';
-- Account whose sheet it is, where nobody else may open it.
alter table workgroup_import add column owner text;
