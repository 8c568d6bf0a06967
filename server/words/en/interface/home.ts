/** The list of countries. ICU message syntax. */
export default {
  'home.title': 'Countries',
  'home.lead': 'Common Operational Datasets: boundaries, names and codes that everyone shares.',
  'home.filter': 'Find a country',
  'home.loading': 'Loading the countries…',
  'home.empty': 'No country yet',
  'home.empty.detail': 'Publish a first boundary dataset; it appears here at once.',
  'home.none': 'No country is called “{query}”. Check the spelling or use the three-letter code.',
  'home.units': '{units, number} at level {level}',
  'home.updated': 'Published {date}',
  'home.unpublished': 'Not published yet',
};
