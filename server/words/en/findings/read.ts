/** Findings of the readers: what they assumed, changed or could not take over. */
export default {
  'finding.read.crsAssumed.title': 'Coordinate system assumed',
  'finding.read.crsAssumed':
    '{layer} does not state its coordinate system (no .prj file). Its numbers fit degrees, so WGS 84 was assumed. Check its place on the map, and add the .prj file next time.',
  'finding.read.curves.title': 'Curves drawn as straight lines',
  'finding.read.curves':
    '{file}: {count, plural, one {# unit has} other {# units have}} curved borders. They were drawn as straight lines, one for each {degrees, number} degrees of arc, which lie within 0.06 % of the radius.',
  'finding.read.encodingMixed.title': 'Two encodings in one file',
  'finding.read.encodingMixed':
    '{file}: {count, plural, one {# row is} other {# rows are}} written in UTF-8, the others in {encoding}. Each was read by its own; look at the names on the map, and save the file in UTF-8.',
  'finding.read.populationBeside.title': 'Population not used',
  'finding.read.populationBeside':
    '{files} {count, plural, one {looks} other {look}} like population (COD-PS). Only the boundaries of this upload were taken; upload {count, plural, one {it} other {them}} separately.',
  'finding.read.presenceBeside.title': '3W not used',
  'finding.read.presenceBeside':
    '{files} {count, plural, one {looks} other {look}} like who does what where (3W). Only the boundaries of this upload were taken; upload {count, plural, one {it} other {them}} separately.',
  'finding.read.tableRefused.title': 'Table not readable',
  'finding.read.tableRefused':
    '{count, plural, one {# table} other {# tables}} beside the boundaries cannot be read and {count, plural, one {was} other {were}} left out; save {count, plural, one {it} other {them}} again if {count, plural, one {it is} other {they are}} needed.',
  'finding.read.reprojected.title': 'Reprojected to WGS 84',
  'finding.read.reprojected': '{layer} came in {crs} and was reprojected to WGS 84. Its datum ({datum}) is within 2 m of WGS 84. No action needed.',
  'finding.read.beyond180.title': 'Longitudes beyond 180 wrapped',
  'finding.read.beyond180':
    '{layer} has longitudes beyond ±180 degrees. They were wrapped to ±180; rows that cross the antimeridian and were split there: {parted, number}. No action needed.',
  'finding.read.datumShifted.title': 'Datum shifted by GDAL',
  'finding.read.datumShifted':
    '{layer} came in {crs}, a datum up to 230 m away from WGS 84; GDAL shifted it, correct to a few metres. Compare it with a known place on the map before you publish.',
  'finding.read.notOnEarth.title': 'Coordinates beyond the Earth',
  'finding.read.notOnEarth':
    '{count, plural, one {# row of {layer} has} other {# rows of {layer} have}} coordinates that do not exist on Earth. Their geometry was left out; their attributes are kept. Correct them in the source: a lost decimal point or a damaged file is the usual cause.',
  'finding.read.notFinite.title': 'Coordinates that are not numbers',
  'finding.read.notFinite':
    '{count, plural, one {# row of {layer} has} other {# rows of {layer} have}} coordinates that are not numbers (NaN or infinite). Their geometry was left out; their attributes are kept. Draw them again in the source.',
  'finding.read.ringClosed.title': 'Rings not closed',
  'finding.read.ringClosed':
    '{count, plural, one {# ring of {layer} does} other {# rings of {layer} do}} not end where it begins; the first position was repeated at its end. Check that nothing is missing there.',
  'finding.read.orphanHole.title': 'Hole outside its area',
  'finding.read.orphanHole':
    '{count, plural, one {# row of {file} has} other {# rows of {file} have}} a ring that turns like a hole but lies in no area of the row; it was read as an area of its own. Look at these units on the map.',
  'finding.read.shxMissing.title': '.shx missing',
  'finding.read.shxMissing':
    '{file} came without its .shx index. The shapes were read in file order. Other programs may refuse it: include the .shx next time.',
  'finding.read.cpgDisproved.title': '.cpg contradicts the data',
  'finding.read.cpgDisproved':
    'The .cpg file of {file} states "{stated}", but its texts are valid UTF-8 and were read so. Check the names, and correct the .cpg file, because other programs will garble them.',
  'finding.read.textCut.title': 'Texts cut by the field width',
  'finding.read.textCut':
    '{count, plural, one {# row of {file} has} other {# rows of {file} have}} a text that fills its field and ends in half a character, so more of it is lost. Widen the field in the source, or export as GeoPackage.',
  'finding.read.deletedRows.title': 'Rows marked as deleted',
  'finding.read.deletedRows':
    '{count, plural, one {# row of {file} is} other {# rows of {file} are}} marked as deleted in the .dbf, and the shape is still there. They were kept: repack the shapefile in a GIS if they should go.',
  'finding.read.columnRenamed.title': 'Column renamed',
  'finding.read.columnRenamed': '{file} has more than one column named {before}; a later one was named {after}. Give each column its own name in the source.',
  'finding.read.columnLeftOut.title': 'Column left out',
  'finding.read.columnLeftOut': 'Column {column} of {file} holds binary or computed content and was left out. If it matters, save it as text or number.',
  'finding.read.fileIgnored.title': 'Files not read',
  'finding.read.fileIgnored':
    '{count, plural, one {# file of the upload was} other {# files of the upload were}} not read, because {count, plural, one {it holds} other {they hold}} no boundaries (metadata, styles, indexes, tables). Look through the list: if boundaries are among them, export them in a known format.',
};
