/** Texts of families L, D and R: language, date and version columns of a layer. */
export default {
  'finding.lang.missing.title': 'Language column missing',
  'finding.lang.missing': 'adm{level} has no column `lang` and its headings do not tell the language of the names; state it.',
  'finding.lang.from-headings.title': 'Language taken from headings',
  'finding.lang.from-headings':
    'adm{level} has no column `lang`; the languages ({languages}) were taken from the headings and written to the published file. No action needed.',
  'finding.lang.blank.title': 'Rows without a language',
  'finding.lang.blank': 'Some rows of adm{level} have an empty `lang`; fill in the same code everywhere.',
  'finding.lang.varies.title': 'Several languages in one column',
  'finding.lang.varies':
    'Column {column} of adm{level} names more than one language; a name column has one language for the whole layer. Give the other names a column of their own.',
  'finding.lang.unknown.title': 'Unknown language code',
  'finding.lang.unknown':
    'adm{level} uses {count, plural, one {a language code} other {# language codes}} that BCP 47 does not know; write for example fr, ar or uk.',
  'finding.lang.not-romanized.title': 'First names not in Latin letters',
  'finding.lang.not-romanized':
    'The first names of adm{level} are in {script} script; the specification asks for romanised names first and the others after them. Add a column of romanised names before it.',
  'finding.lang.deeper.title': 'Language missing above',
  'finding.lang.deeper':
    'adm{level} has names in {count, plural, one {a language} other {# languages}} that adm{above} lacks; add them above, so that maps read the same at every level.',
  'finding.lang.label.title': 'Language label may be wrong',
  'finding.lang.label': 'The names of adm{level} look like another language than their label says; check it.',
  'finding.date.missing.title': 'Date column missing',
  'finding.date.missing': 'adm{level} has no column {column}; give the day in the metadata form.',
  'finding.date.blank.title': 'Rows without a date',
  'finding.date.blank':
    '{rows, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} an empty {column}; fill in the day from which the boundaries are valid.',
  'finding.date.varies.title': 'Several dates in one layer',
  'finding.date.varies': '{column} of adm{level} holds more than one day; the specification asks for one day for the layer. Write the same day in all rows.',
  'finding.date.retired.title': 'Units no longer valid',
  'finding.date.retired':
    '{rows, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} an end date (valid_to), so the file calls {rows, plural, one {it} other {them}} superseded; empty it if that is wrong.',
  'finding.date.order.title': 'End before start',
  'finding.date.order':
    '{rows, plural, one {# row of adm{level} ends} other {# rows of adm{level} end}} (valid_to) before {rows, plural, one {it starts} other {they start}} (valid_on); correct the dates.',
  'finding.date.future.title': 'Date in the future',
  'finding.date.future': '{rows, plural, one {# row of adm{level} becomes} other {# rows of adm{level} become}} valid only in the future; check valid_on.',
  'finding.date.artefact.title': '1899 or 1970 instead of no date',
  'finding.date.artefact':
    '{rows, plural, one {# row of adm{level} holds} other {# rows of adm{level} hold}} a day of 1899 or 1970 that software writes for “none”; it is read as empty. No action needed.',
  'finding.date.unreadable.title': 'Unreadable date',
  'finding.date.unreadable':
    '{rows, plural, one {# row of adm{level} holds} other {# rows of adm{level} hold}} a date that can be read in no way or in two; write it as 2026-01-31.',
  'finding.date.stale.title': 'Not reviewed for more than a year',
  'finding.date.stale':
    'The newest date is {newest}, {years, plural, one {one year} other {# years}} ago; review the boundaries and record the day of the review.',
  'finding.date.levels.title': 'Levels have different dates',
  'finding.date.levels': 'The levels do not have the same date ({days}); check that they belong to one release.',
  'finding.version.missing.title': 'No version in the file',
  'finding.version.missing': 'adm{level} states no version; it is written to the published file by Codmap. No action needed.',
  'finding.version.varies.title': 'Several versions in one layer',
  'finding.version.varies': 'adm{level} states more than one version; a layer has one. Write the same version in all rows.',
  'finding.version.pattern.title': 'Version not written v01 or v01.02',
  'finding.version.pattern':
    'The version of adm{level} is not written like v01 or v01.02; it is corrected in the published file where it can be read. Write it so in your source.',
};
