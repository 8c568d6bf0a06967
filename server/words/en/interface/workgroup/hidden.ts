/** Entries that nobody is shown, for administrators. ICU message syntax. */
export default {
  'hidden.title': '{count, plural, one {# hidden entry} other {# hidden entries}}',
  'hidden.lead': 'Nobody is shown them. As an administrator you may look at one only to delete it; the look is recorded, and the person sees it.',
  'hidden.why.restricted': 'hidden at their own wish since {date, day}',
  'hidden.why.unconfirmed': 'not confirmed, hidden since {date, day}',
  'hidden.why.unanswered': 'no answer to “still right?”, hidden since {date, day}',
  'hidden.gone': 'Deleted by itself on {date, day}',
  'hidden.no-role': 'No role today',
  'hidden.look': 'Look in order to delete',
  'hidden.look.of': 'Look at the entry of {roles} in order to delete it',
  'hidden.delete': 'Delete for good',
  'hidden.delete.says': 'Name, contacts, consent records and link are deleted at once. Roles, organisation and days stay without the name.',
  'hidden.deleted': 'Deleted',
  'hidden.close': 'Close',
};
