-- What was corrected in what is said of a published version: a JSON list, oldest first; null where nothing was.
alter table version add column corrections text;
