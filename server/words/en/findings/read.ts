/** Findings of the readers: what they assumed, changed or could not take over. */
export default {
  'finding.read.crsAssumed.title': 'Coordinate system assumed',
  'finding.read.crsAssumed':
    '{layer} does not state its coordinate system (no .prj file). Its numbers look like degrees, so WGS 84 was assumed. Check its position on the map, and add the .prj file next time.',
  'finding.read.curves.title': 'Curves drawn as straight lines',
  'finding.read.curves':
    '{file}: {count, plural, one {# unit has} other {# units have}} curved borders. They were drawn as straight lines, one for every {degrees, number} degrees of arc, which lie within 0.06% of the radius.',
  'finding.read.encodingMixed.title': 'Two encodings in one file',
  'finding.read.encodingMixed':
    '{file}: {count, plural, one {# row is} other {# rows are}} written in UTF-8, the others in {encoding}. Each was read in its own encoding; check the names on the map, and save the file in UTF-8.',
  'finding.read.populationBeside.title': 'Population not used',
  'finding.read.populationBeside':
    '{files} {count, plural, one {looks like a population file (COD-PS)} other {look like population files (COD-PS)}}. Only the boundaries of this upload were used; upload {count, plural, one {it} other {them}} separately.',
  'finding.read.presenceBeside.title': '3W not used',
  'finding.read.presenceBeside':
    '{files} {count, plural, one {looks like a 3W file (who does what where)} other {look like 3W files (who does what where)}}. Only the boundaries of this upload were used; upload {count, plural, one {it} other {them}} separately.',
  'finding.read.tableRefused.title': 'Unreadable table',
  'finding.read.tableRefused':
    '{count, plural, one {# table uploaded with the boundaries cannot be read and was} other {# tables uploaded with the boundaries cannot be read and were}} left out; save {count, plural, one {it} other {them}} again if {count, plural, one {it is} other {they are}} needed.',
  'finding.read.reprojected.title': 'Reprojected to WGS 84',
  'finding.read.reprojected': '{layer} was in {crs} and was reprojected to WGS 84. Its datum ({datum}) is within 2 m of WGS 84. No action needed.',
  'finding.read.beyond180.title': 'Longitudes beyond 180 wrapped',
  'finding.read.beyond180':
    '{layer} has longitudes beyond ±180 degrees. They were wrapped into ±180; rows that cross the antimeridian and were split there: {parted, number}. No action needed.',
  'finding.read.datumShifted.title': 'Datum converted by GDAL',
  'finding.read.datumShifted':
    '{layer} was in {crs}, a datum up to 230 m away from WGS 84; GDAL converted it, accurate to a few metres. Compare it with a known place on the map before you publish.',
  'finding.read.notOnEarth.title': 'Impossible coordinates',
  'finding.read.notOnEarth':
    '{count, plural, one {# row of {layer} has} other {# rows of {layer} have}} coordinates that do not exist on Earth. Their geometry was left out; their attributes are kept. Correct them in the source: the usual cause is a lost decimal point or a damaged file.',
  'finding.read.notFinite.title': 'Coordinates that are not numbers',
  'finding.read.notFinite':
    '{count, plural, one {# row of {layer} has} other {# rows of {layer} have}} coordinates that are not numbers (NaN or infinite). Their geometry was left out; their attributes are kept. Draw them again in the source.',
  'finding.read.ringClosed.title': 'Rings not closed',
  'finding.read.ringClosed':
    '{count, plural, one {# ring of {layer} does not end where it begins; the first position was repeated at its end} other {# rings of {layer} do not end where they begin; the first position was repeated at the end of each}}. Check that nothing is missing there.',
  'finding.read.orphanHole.title': 'Hole outside its part',
  'finding.read.orphanHole':
    '{count, plural, one {# row of {file} has} other {# rows of {file} have}} a ring that turns like a hole but lies in no part of the row; it was read as a part of its own. Check these units on the map.',
  'finding.read.shxMissing.title': '.shx missing',
  'finding.read.shxMissing':
    '{file} was uploaded without its .shx index. The shapes were read in file order. Other programs may refuse it: include the .shx next time.',
  'finding.read.cpgDisproved.title': '.cpg contradicts the data',
  'finding.read.cpgDisproved':
    'The .cpg file of {file} states “{stated}”, but its texts are valid UTF-8 and were read as such. Check the names, and correct the .cpg file, because other programs will garble them.',
  'finding.read.textCut.title': 'Texts cut off by the field width',
  'finding.read.textCut':
    '{count, plural, one {# row of {file} has} other {# rows of {file} have}} a text that fills its field and ends in the middle of a character, so the rest is lost. Widen the field in the source, or export as GeoPackage.',
  'finding.read.deletedRows.title': 'Rows marked as deleted',
  'finding.read.deletedRows':
    '{count, plural, one {# row of {file} is marked as deleted in the .dbf, but its shape is still there. It was kept} other {# rows of {file} are marked as deleted in the .dbf, but their shapes are still there. They were kept}}: repack the shapefile in a GIS if {count, plural, one {it} other {they}} should go.',
  'finding.read.columnRenamed.title': 'Column renamed',
  'finding.read.columnRenamed': '{file} has more than one column named {before}; one of them was renamed {after}. Give each column its own name in the source.',
  'finding.read.columnLeftOut.title': 'Column left out',
  'finding.read.columnLeftOut': 'Column {column} of {file} holds binary or computed content and was left out. If it matters, save it as text or number.',
  'finding.read.fileIgnored.title': 'Files not read',
  'finding.read.fileIgnored':
    '{count, plural, one {# file of the upload was} other {# files of the upload were}} not read, because {count, plural, one {it holds} other {they hold}} no boundaries (metadata, styles, indexes, tables). Look through the list: if boundaries are among them, export them in a known format.',
};
