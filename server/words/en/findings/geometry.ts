/** Texts of family G: the geometry of each layer. */
export default {
  'finding.geometry.empty.title': 'No geometry',
  'finding.geometry.empty':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} no geometry; add the polygons or remove the rows.',
  'finding.geometry.type.title': 'Not a polygon',
  'finding.geometry.type':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {is} other {are}} drawn as points, lines or mixed collections; units must be polygons, so replace the geometry.',
  'finding.geometry.invalid.title': 'Invalid geometry',
  'finding.geometry.invalid':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} an invalid outline (it crosses or touches itself); fix {count, plural, one {it} other {them}} in your GIS (QGIS: Fix geometries), compare with the source and upload again.',
  'finding.geometry.z.title': 'Third coordinate',
  'finding.geometry.z': 'Admin level {level} has heights; they were left out, because COD-AB is two-dimensional. No action needed.',
  'finding.geometry.range.title': 'Outside WGS 84',
  'finding.geometry.range':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} coordinates outside ±180, ±90 degrees; the layer is in another coordinate system: say which one, or reproject it to EPSG:4326.',
  'finding.geometry.crs-unknown.title': 'No coordinate system stated',
  'finding.geometry.crs-unknown':
    'Admin level {level} states no coordinate system; its coordinates look like WGS 84 and were read as such. Add the .prj or CRS, and check the map.',
  'finding.geometry.reprojected.title': 'Reprojected',
  'finding.geometry.reprojected': 'Admin level {level} was in {crs} and was reprojected to EPSG:4326; check on the map that it is in the right place.',
  'finding.geometry.extent.title': 'Invalid extent',
  'finding.geometry.extent':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} no width or height, or coordinates that are not numbers; draw {count, plural, one {it} other {them}} again.',
  'finding.geometry.elsewhere.title': 'Not in the country',
  'finding.geometry.elsewhere': 'Admin level {level} is nowhere near the country; check the file and its coordinate system.',
  'finding.geometry.swapped.title': 'Latitude and longitude swapped',
  'finding.geometry.swapped':
    'Admin level {level} lies {km, number} km from {country}, but would fit if latitude and longitude were swapped; they probably are. Export the file with longitude first.',
  'finding.geometry.far.title': 'Far from the country',
  'finding.geometry.far': 'Admin level {level} lies {km, number} km from {country}; check the country you gave, the file and its coordinate system.',
  'finding.geometry.moved.title': 'Far from the published version',
  'finding.geometry.moved': 'Admin level {level} lies {km, number} km from the published boundaries; check the file and its coordinate system.',
  'finding.geometry.outside-country.title': 'Outside the country',
  'finding.geometry.outside-country':
    '{count, plural, one {# unit} other {# units}}, {percent, number}% of the area of admin level {level}, {count, plural, one {lies} other {lie}} more than 10 km outside the reference; check the file, or accept with a reason.',
  'finding.geometry.extent-differs.title': 'Extents of levels differ',
  'finding.geometry.extent-differs':
    'The extent of admin level {level} differs from that of level {base} by {distance, m}; make the upper level by dissolving the lower one.',
  'finding.geometry.antimeridian.title': 'Antimeridian or pole',
  'finding.geometry.antimeridian':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {crosses} other {cross}} longitude 180 or {count, plural, one {comes} other {come}} near a pole; split {count, plural, one {it} other {them}} at 180 degrees (RFC 7946).',
  'finding.geometry.split-unit.title': 'Unit in several rows',
  'finding.geometry.split-unit':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {is} other {are}} spread over several rows with the same code and parent; merge each into one multipart row.',
  'finding.geometry.triangle.title': 'Triangle',
  'finding.geometry.triangle':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} a part with three corners, which is rarely a real border; check the place.',
  'finding.geometry.micro-part.title': 'Tiny part',
  'finding.geometry.micro-part':
    '{count, plural, one {# part of a unit of admin level {level} is} other {# parts of units of admin level {level} are}} smaller than 100 m² or narrower than 1 m; delete {count, plural, one {it} other {them}}, or accept real islets.',
  'finding.geometry.repeated-vertex.title': 'Repeated vertices',
  'finding.geometry.repeated-vertex':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} the same vertex twice in a row; the copies are removed on publication.',
  'finding.geometry.notch.title': 'Notch',
  'finding.geometry.notch':
    '{count, plural, one {# notch} other {# notches}} narrower than 3 m and longer than 44 m in the outlines of admin level {level}; close {count, plural, one {it} other {them}}, or accept a real channel.',
  'finding.geometry.duplicate.title': 'Duplicate geometry',
  'finding.geometry.duplicate':
    '{count, plural, one {# geometry occurs} other {# geometries occur}} more than once at admin level {level}; delete the copy or give the unit its own outline.',
};
