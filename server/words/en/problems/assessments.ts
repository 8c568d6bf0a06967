/** The same as in problems.ts, of assessments. */
export default {
  'problem.assessments.answer': 'This question, or this answer, is not there any more. Reload the record.',
  'problem.assessments.area': 'There is no such unit in the boundaries. Choose it on the map or from the list.',
  'problem.assessments.changed': 'Somebody changed this record in the meantime. Reload it and look at it again.',
  'problem.assessments.contact':
    'A contact is a group of the register or a shared mailbox, never a person. Give the group, or the address that it is known by.',
  'problem.assessments.dates': 'The end is before the start.',
  'problem.assessments.draft': 'A draft is not confirmed: answer what is asked about it first.',
  'problem.assessments.empty': 'The file holds no assessment: no column is a title. Say with columns which one is.',
  'problem.assessments.file':
    'Files kept here are PDF, Word, Excel or CSV, at most 20 MB, without macros, scripts or attachments, and what their name says. Save it anew as one of these.',
  'problem.assessments.json': 'This is no JSON with a list of records.',
  'problem.assessments.link': 'This link does not work: it was revoked, has expired, or is not whole. Ask for a new one.',
  'problem.assessments.microdata':
    'Raw data are never public, and a file of them is kept for members only, in class high, with what was done so that nobody can be identified. Choose another access, or say it.',
  'problem.assessments.organisation': 'The organisation is not in the register. Enter it there first, or give its name only.',
  'problem.assessments.pair': 'These two records do not look like one.',
  'problem.assessments.personal': 'A text holds an address or a phone number. Take it out: contacts are groups or shared mailboxes.',
  'problem.assessments.too-often': 'Too many assessments came through this link in an hour. Try again later.',
  'problem.assessments.unknown': 'There is no such assessment here, or it is not yours to see.',
};
