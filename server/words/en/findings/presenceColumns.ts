/** Texts of findings on the columns of a 3W, and on what coordinates and codes say as a whole. */
export default {
  'finding.presence.columns-used.title': 'Columns used',
  'finding.presence.columns-used': 'The numbers are based on {count, plural, one {# column} other {# columns}}; check that each contains what it was read as.',
  'finding.presence.column-asked.title': 'Column to be confirmed',
  'finding.presence.column-asked':
    'What {count, plural, one {# column holds} other {# columns hold}} is not certain enough to publish; confirm it once, and next month’s file will be read the same way.',
  'finding.presence.coded-by.title': 'Version of the boundaries',
  'finding.presence.coded-by':
    '{how, select, asked {More than one version of the boundaries has the codes of the file, and its rows would not all lie on the same ground. Answer the question before publishing.} other {The codes of the file are read as those of one version of the boundaries; check that it is the right one.}}',
  'finding.presence.column-wrong.title': 'Column probably wrong',
  'finding.presence.column-wrong':
    '{count, plural, one {# column holds} other {# columns hold}} something other than what {count, plural, one {it was} other {they were}} read as; say which column is the right one.',
  'finding.presence.code-scheme.title': 'Codes from another list',
  'finding.presence.code-scheme':
    'The codes in “{heading}” ({count, plural, one {# row} other {# rows}}) are not in the boundaries; the rows were placed by the names next to them.',
  'finding.presence.point-elsewhere.title': 'Coordinates in another place',
  'finding.presence.point-elsewhere':
    'In {count, plural, one {# row} other {# rows}} the coordinates lie outside the unit of the code or name; choose which is right. Until then {count, plural, one {it stays} other {they stay}} in the unit that contains both.',
  'finding.presence.placed-by-point.title': 'Placed by coordinates',
  'finding.presence.placed-by-point':
    '{count, plural, one {# row has no code and was} other {# rows have no code and were}} placed where {count, plural, one {its} other {their}} coordinates lie.',
  'finding.presence.points-unreadable.title': 'Unreadable coordinates',
  'finding.presence.points-unreadable':
    'In {count, plural, one {# row} other {# rows}} the coordinates are not a pair of degrees and were not used; write them as 9.01 and 38.76.',
  'finding.presence.points-outside.title': 'Coordinates outside the country',
  'finding.presence.points-outside':
    'In {count, plural, one {# row} other {# rows}} the coordinates are not in any unit of the boundaries and were not used; check whether latitude and longitude are swapped.',
};
