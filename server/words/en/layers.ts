/** Problems of map layers. */
export default {
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
