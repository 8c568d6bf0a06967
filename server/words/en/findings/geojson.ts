/** Findings of the GeoJSON reader: what it had to read other than as written. */
export default {
  'finding.geojson.cut.title': 'Download cut off by the server',
  'finding.geojson.cut':
    '{file} says that it is incomplete: it contains {rows, number}{of, plural, =0 { features} other { of # features}}, so units are missing. The map server stopped at its limit; download the layer page by page, or ask for the whole file.',
  'finding.geojson.depth.title': 'Geometry type and coordinates disagree',
  'finding.geojson.depth':
    '{count, plural, one {# feature states} other {# features state}} one geometry type but {count, plural, one {has} other {have}} coordinates nested like another (such as Polygon with MultiPolygon coordinates). They were read by their coordinates; correct the type in the source, because other programs will show them as empty.',
  'finding.geojson.ring-open.title': 'Rings not closed',
  'finding.geojson.ring-open':
    '{count, plural, one {# ring does} other {# rings do}} not end where {count, plural, one {it begins} other {they begin}}; the first position was repeated at the end. Check that nothing is missing there.',
  'finding.geojson.ring-empty.title': 'Empty rings',
  'finding.geojson.ring-empty':
    '{count, plural, one {# ring has} other {# rings have}} no positions and {count, plural, one {was} other {were}} left out. Check the features in the source.',
};
