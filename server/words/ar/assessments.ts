/** Calendars and feeds of assessments. */
export default {
  'assessments.name': 'التقييمات: {of}',
  'assessments.feed': 'ما خُطط له وأُكّد ونُشر',
  'assessments.led-by': 'بقيادة {name}',
  'assessments.sectors': 'القطاعات: {list, list}',
  'assessments.covers.units': '{count, plural, zero {لا أماكن} one {مكان واحد} two {مكانان} few {# أماكن} many {# مكانًا} other {# مكان}}',
  'assessments.covers.country': 'البلد بأكمله',
  'assessments.covers.affected': 'كامل المنطقة المتضررة',
  'assessments.covers.unknown': 'لم يُذكر المكان',
};
