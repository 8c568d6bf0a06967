-- The meeting of the calendar in which a group endorsed a document (docs/documents.md), beside its name as a text.
alter table document_endorsement add column held_meeting text;
alter table document_endorsement add column held_day text;
