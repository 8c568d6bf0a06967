-- Whether a version was published as a major or a minor one, which was proposed, and why it is another than that (decision 0065). JSON; null where nobody was asked.
alter table version add column bump text;
