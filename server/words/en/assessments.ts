/** Calendars and feeds of assessments. */
export default {
  'assessments.name': 'Assessments: {of}',
  'assessments.feed': 'What was planned, confirmed and published',
  'assessments.led-by': 'Led by {name}',
  'assessments.sectors': 'Sectors: {list, list}',
  'assessments.covers.units': '{count, plural, one {# place} other {# places}}',
  'assessments.covers.country': 'The whole country',
  'assessments.covers.affected': 'The whole affected area',
  'assessments.covers.unknown': 'Nobody said where',
};
