/** Calendars and feeds of assessments. */
export default {
  'assessments.name': 'Avaliações: {of}',
  'assessments.feed': 'O que foi planeado, confirmado e publicado',
  'assessments.led-by': 'Liderada por {name}',
  'assessments.sectors': 'Setores: {list, list}',
  'assessments.covers.units': '{count, plural, one {# lugar} many {# lugares} other {# lugares}}',
  'assessments.covers.country': 'Todo o país',
  'assessments.covers.affected': 'Toda a área afetada',
  'assessments.covers.unknown': 'Local não indicado',
};
