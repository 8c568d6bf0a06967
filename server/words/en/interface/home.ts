/** The list of countries. ICU message syntax. */
export default {
  'home.title': 'Countries',
  'home.lead': 'Common Operational Datasets (CODs): boundaries, names and codes that everyone shares.',
  'home.filter': 'Find a country',
  'home.loading': 'Loading the countries…',
  'home.empty': 'No countries yet',
  'home.empty.detail': 'Publish a boundary dataset and it will appear here.',
  'home.none': 'No country matches “{query}”. Check the spelling or use the three-letter code.',
  'home.units': '{units, number} at level {level}',
  'home.updated': 'Published {date}',
  'home.unpublished': 'Not published yet',
};
