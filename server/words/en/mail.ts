/** Messages that are sent or handed on: subject and text of each, in plain text. */
export default {
  'mail.hello': 'Hello {name},',
  'mail.hello.nobody': 'Hello,',
  'mail.global': 'global level',
  'mail.footer': 'Codmap at {host} sends this message once.',
  'mail.footer.secret':
    'Codmap at {host} sends this message once. Whoever has the link can use it in your place: do not forward it. Links that you were given before no longer work.',
  'mail.confirm.subject': 'Please confirm your entry in the contact list: {group} ({country})',
  'mail.confirm.text':
    'You were entered in the contact list of {group} ({country}). At the link you see everything that is kept of you; you can correct it, say who sees it, confirm it or delete it. Unless you confirm it, the entry is shown to nobody after 14 days at the latest, and deleted on {day, day}.',
  'mail.check-in.subject': 'Are you still in {group} ({country})?',
  'mail.check-in.text':
    'Your check-in in {group} ({country}) ends in 48 hours. If you stay, say until when. If you do nothing, your role ends by itself on {day, day}, and your contact details are no longer shown.',
  'mail.still-right.subject': 'Is your entry in the contact list still right? ({country})',
  'mail.still-right.text':
    'Your entry in the contact list of {group} ({country}) has not been confirmed for half a year. One click at the link says that it is still right. Without an answer it is hidden from lists on {day, day}.',
  'mail.verify.subject': 'Verify an entry: {group} ({country})',
  'mail.verify.text':
    '{title} ({group}, {country}) was last verified nearly a year ago. Check that the person is who and where the entry says; the verification ends on {day, day}.',
  'mail.document-review.subject': 'To be reviewed by {day, day}: {title}',
  'mail.document-review.text': '“{title}” of {group} ({country}) is to be reviewed by {day, day}.',
  'mail.action.subject': 'Action due on {day, day}: {group} ({country})',
  'mail.action.text': 'An action of {group} ({country}) is due on {day, day} and still open: {title}',
  'mail.invite.subject': 'Your invitation to Codmap',
  'mail.invite.text': 'You are invited to create an account. The link works once, until {day, day}.',
};
