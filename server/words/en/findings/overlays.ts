/** Texts of findings on map layers, and of what is refused of them. */
export default {
  'finding.layer.without.title': 'Rows without coordinates',
  'finding.layer.without':
    'Rows without coordinates, or with coordinates that cannot be read: {count, number}. They are not drawn and not counted by unit; fill in the coordinates.',
  'finding.layer.outside.title': 'Outside the country',
  'finding.layer.outside': 'Features more than 5 km outside the boundaries: {count, number}. They are not drawn; check their coordinates.',
  'finding.layer.near.title': 'Placed in the nearest unit',
  'finding.layer.near': 'Features in no unit, but within 5 km of one: {count, number}. They count in the nearest unit; check them on the map.',
  'finding.layer.stacked.title': 'Many features at one place',
  'finding.layer.stacked':
    'Features that share their place with more than 20 others: {rows, number}, at {count, number} places. They may stand at the centre of a unit and not where they really are; check the source.',
  'finding.layer.disagree.title': 'Stated unit and place disagree',
  'finding.layer.disagree':
    'Features that state another unit than the one they lie in: {count, number}. They count where they lie; correct the unit or the coordinates.',
  'finding.layer.dropped.title': 'Features left out',
  'finding.layer.dropped': 'Features that were left out: {count, number}. The list says why.',
  'finding.layer.mended.title': 'Coordinates corrected',
  'finding.layer.mended': 'Coordinates are read otherwise than written, as a person confirmed; corrections: {count, number}. No action needed.',
  'finding.layer.no-boundaries.title': 'No boundaries',
  'finding.layer.no-boundaries':
    'No boundaries of the country are published here, so features cannot be placed in units. Publish boundaries, then upload the layer again.',
  'finding.layer.nothing.title': 'Nothing to draw',
  'finding.layer.nothing': 'No feature can be drawn. Answer the questions about the coordinates, or correct the file.',
  'finding.layer.metadata.title': 'Source or licence missing',
  'finding.layer.metadata': 'The layer names no source or no licence. Enter them, so that others know whether they may use it.',
  'finding.layer.ignored.title': 'Files not read',
  'finding.layer.ignored': 'Files that were not read: {count, number}. Nothing of them is in the layer.',
  'problem.upload.layer':
    'An upload of a map layer needs a name for its address: that of a layer that is there already, which gets a new version, or a new one. Choose it.',
  'problem.layer.nothing': 'The files have no rows and no features. Upload points, lines or areas, or a table with coordinates.',
  'problem.layer.no-coordinates': 'No column holds coordinates; the answer says what each column was read as. Name the columns of latitude and longitude.',
  'problem.layer.answers': 'What is said of the layer cannot be read; the errors say what is wrong.',
  'problem.layer.part': 'The files have no such table or layer. Read the columns again and choose from the list.',
  'problem.layer.counts-only':
    'This layer is sensitive: only its counts by unit are given to everybody. Sign in as a member of the response to see its places.',
  'problem.layer.no-units': 'The layer was read without boundaries, so it has no table of units. Publish boundaries and upload it again.',
  'problem.layer.level': 'The layer has no counts of this admin level, or they are not given to everybody.',
  'problem.layer.feature': 'The layer has no feature of this number.',
};
