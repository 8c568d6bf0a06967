/** Calendars and feeds of assessments. */
export default {
  'assessments.name': 'Evaluaciones: {of}',
  'assessments.feed': 'Lo planificado, confirmado y publicado',
  'assessments.led-by': 'Liderada por {name}',
  'assessments.sectors': 'Sectores: {list, list}',
  'assessments.covers.units': '{count, plural, one {# lugar} many {# lugares} other {# lugares}}',
  'assessments.covers.country': 'Todo el país',
  'assessments.covers.affected': 'Toda el área afectada',
  'assessments.covers.unknown': 'Nadie dijo dónde',
};
