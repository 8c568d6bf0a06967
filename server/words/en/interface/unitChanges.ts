/** Why the changes of a version of the boundaries make it a major or a minor one (decision 0060). ICU message syntax. */
export default {
  'unitChange.bump.major': 'A major version: joins and maps of others may break.',
  'unitChange.bump.minor': 'A minor version: whoever uses it may update without a check.',
  'unitChange.bump.none': 'No version is needed: nothing differs.',
  'unitChange.reason.level-added': 'Level {level} is new',
  'unitChange.reason.level-dropped': 'Level {level} is gone',
  'unitChange.reason.level-renumbered': 'Level {level} is level {figure, number} now',
  'unitChange.reason.count-changed': 'Level {level}: {count, plural, one {# unit more or fewer} other {# units more or fewer}}',
  'unitChange.reason.ground-moved': 'Level {level}: {count, plural, one {ground of # unit} other {ground of # units}} changed hands',
  'unitChange.reason.recoded-most': 'Level {level}: most P-codes are new ({count, number} of {of, number})',
  'unitChange.reason.renamed-many': 'Level {level}: {count, plural, one {# new name} other {# new names}} of {of, number}',
  'unitChange.reason.redrawn': 'Level {level}: {count, plural, one {# border was drawn} other {# borders were drawn}} again, no ground changed hands by that',
  'unitChange.reason.recoded-few': 'Level {level}: {count, plural, one {# new P-code} other {# new P-codes}}',
  'unitChange.reason.renamed-few': 'Level {level}: {count, plural, one {# new name} other {# new names}}',
  'unitChange.reason.names-of-languages': 'Level {level}: {count, plural, one {# name changed} other {# names changed}} in another language',
  'unitChange.reason.parents-changed': 'Level {level}: {count, plural, one {# unit under} other {# units under}} another parent',
  'unitChange.reason.dates-changed': 'Level {level}: {count, plural, one {# unit with} other {# units with}} other dates',
};
