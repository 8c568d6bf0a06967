/** Texts of families L, D and R: language, date and version columns of a layer. */
export default {
  'finding.lang.missing.title': 'Language column missing',
  'finding.lang.missing': 'adm{level} has no `lang` column and its headings do not tell the language of the names; state it.',
  'finding.lang.from-headings.title': 'Language taken from headings',
  'finding.lang.from-headings':
    'adm{level} has no `lang` column; the languages ({languages}) were taken from the headings and written to the published file. No action needed.',
  'finding.lang.blank.title': 'Rows without a language',
  'finding.lang.blank': 'Some rows of adm{level} have an empty `lang`; enter the same code in all rows.',
  'finding.lang.varies.title': 'Several languages in one column',
  'finding.lang.varies':
    'Column {column} of adm{level} names more than one language; a name column has one language for the whole layer. Put the other names in a column of their own.',
  'finding.lang.unknown.title': 'Unknown language code',
  'finding.lang.unknown': 'adm{level} uses {count, plural, one {a language code} other {# language codes}} unknown to BCP 47; write for example fr, ar or uk.',
  'finding.lang.not-romanized.title': 'Main names not in Latin letters',
  'finding.lang.not-romanized':
    'The main names of adm{level} are in {script} script; the specification asks for romanised names first and the others after them. Add a column of romanised names before it.',
  'finding.lang.deeper.title': 'Language missing at the level above',
  'finding.lang.deeper':
    'adm{level} has names in {count, plural, one {a language} other {# languages}} that adm{above} lacks; add them to adm{above}, so that maps read the same at every level.',
  'finding.lang.label.title': 'Language label may be wrong',
  'finding.lang.label': 'The names of adm{level} do not look like the language their label states; check the label.',
  'finding.date.missing.title': 'Date column missing',
  'finding.date.missing': 'adm{level} has no column {column}; give the date in the metadata form.',
  'finding.date.blank.title': 'Rows without a date',
  'finding.date.blank':
    '{rows, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} an empty {column}; enter the date from which the boundaries are valid.',
  'finding.date.varies.title': 'Several dates in one layer',
  'finding.date.varies': '{column} of adm{level} holds more than one date; the specification asks for one date for the layer. Write the same date in all rows.',
  'finding.date.retired.title': 'Units no longer valid',
  'finding.date.retired':
    '{rows, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} an end date (valid_to), so the file marks {rows, plural, one {it} other {them}} as superseded; clear it if that is wrong.',
  'finding.date.order.title': 'End before start',
  'finding.date.order':
    '{rows, plural, one {# row of adm{level} ends} other {# rows of adm{level} end}} (valid_to) before {rows, plural, one {it starts} other {they start}} (valid_on); correct the dates.',
  'finding.date.future.title': 'Date in the future',
  'finding.date.future': '{rows, plural, one {# row of adm{level} is} other {# rows of adm{level} are}} valid only from a date in the future; check valid_on.',
  'finding.date.artefact.title': 'Placeholder date (1899 or 1970)',
  'finding.date.artefact':
    '{rows, plural, one {# row of adm{level} holds} other {# rows of adm{level} hold}} a date in 1899 or 1970 that software writes for “no date”; it is read as empty. No action needed.',
  'finding.date.unreadable.title': 'Unreadable date',
  'finding.date.unreadable':
    '{rows, plural, one {# row of adm{level} holds} other {# rows of adm{level} hold}} a date that cannot be read or can be read in two ways; write it as 2026-01-31.',
  'finding.date.stale.title': 'Not reviewed for more than a year',
  'finding.date.stale':
    'The latest date is {newest}, {years, plural, one {one year} other {# years}} ago; review the boundaries and record the date of the review.',
  'finding.date.levels.title': 'Levels have different dates',
  'finding.date.levels': 'The levels have different dates ({days}); check that they belong to the same release.',
  'finding.version.missing.title': 'No version in the file',
  'finding.version.missing': 'adm{level} states no version; Codmap writes it to the published file. No action needed.',
  'finding.version.varies.title': 'Several versions in one layer',
  'finding.version.varies': 'adm{level} states more than one version; a layer has only one. Write the same version in all rows.',
  'finding.version.pattern.title': 'Version not in the form v01 or v01.02',
  'finding.version.pattern':
    'The version of adm{level} is not written like v01 or v01.02; it is corrected in the published file where it can be read. Write it that way in your source.',
};
