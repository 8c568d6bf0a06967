/** Calendars and feeds of assessments. */
export default {
  'assessments.name': 'Évaluations : {of}',
  'assessments.feed': 'Ce qui a été prévu, confirmé et publié',
  'assessments.led-by': 'Dirigée par {name}',
  'assessments.sectors': 'Secteurs : {list, list}',
  'assessments.covers.units': '{count, plural, one {# lieu} many {# lieux} other {# lieux}}',
  'assessments.covers.country': 'Tout le pays',
  'assessments.covers.affected': 'Toute la zone touchée',
  'assessments.covers.unknown': 'Lieu non indiqué',
};
