/** Documents: reviews that are due, what is missing, and what a file tells beside its text. */
export default {
  'clause.document.review-due': '{group}: the review of “{title}” is due by {day, day}.',
  'clause.document.review-overdue': '{group}: “{title}” was to be reviewed by {day, day}.',
  'clause.document.no-tor': '{group} has no terms of reference in force.',
  'clause.document.tor-without-review': '{group}: no review date has been set for “{title}”.',
  'clause.document.review-in': '{n, plural, =0 {review due today} one {review due in one day} other {review due in # days}}',
  'clause.document.review-over': '{n, plural, one {review overdue by one day} other {review overdue by # days}}',
  'clause.document.review-later': 'review by {day, day}',
  'clause.document.told.author': '{n, plural, one {The file names one author or editor.} other {The file names # authors or editors.}}',
  'clause.document.told.comments':
    '{n, plural, one {The file has one comment, which whoever opens it can read.} other {The file has # comments, which whoever opens it can read.}}',
  'clause.document.told.tracked-changes':
    '{n, plural, one {The file has one tracked change, with the name of its author.} other {The file has # tracked changes, with the names of their authors.}}',
  'clause.document.told.hidden-text':
    '{n, plural, one {One passage is hidden text, which whoever opens the file can show.} other {# passages are hidden text, which whoever opens the file can show.}}',
  'clause.document.told.emails': '{n, plural, one {One e-mail address of a person is in the file.} other {# e-mail addresses of persons are in the file.}}',
  'clause.document.told.images':
    '{n, plural, one {One picture cannot be shown in a browser; it is in the file.} other {# pictures cannot be shown in a browser; they are in the file.}}',
  'clause.document.told.remote-images': '{n, plural, one {One picture on another website is not loaded.} other {# pictures on other websites are not loaded.}}',
  'clause.document.told.links-left-out':
    '{n, plural, one {One link leads neither to a website nor to an e-mail address, so it was left out.} other {# links lead neither to a website nor to an e-mail address, so they were left out.}}',
  'clause.document.told.html-left-out': '{n, plural, one {One HTML tag is shown as text.} other {# HTML tags are shown as text.}}',
  'clause.document.told.embedded-files':
    '{n, plural, one {Another file is embedded, with everything in it.} other {# other files are embedded, with everything in them.}}',
  'clause.document.told.long': 'The document is too long to be shown here. Open the file.',
};
