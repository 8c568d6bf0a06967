/** Texts of families F and S: files, levels, columns, computed values, companion layers. */
export default {
  'finding.level.missing.title': 'Level missing',
  'finding.level.missing': 'adm{level} is not in the upload and cannot be derived from a lower level; add it.',
  'finding.level.derived.title': 'Level derived',
  'finding.level.derived': 'adm{level} is not in the upload; it was made by dissolving the level below. Check its names, or add the layer.',
  'finding.level.duplicate.title': 'Two layers for one level',
  'finding.level.duplicate':
    '{count, plural, one {# layer was} other {# layers were}} left out because another layer of the same level was used; upload only the right ones.',
  'finding.level.rows.title': 'Number of rows',
  'finding.level.rows':
    'adm{level} has {rows, plural, =0 {no rows} one {# row} other {# rows}}; adm0 must have exactly one, every other level at least one. Merge the rows, or add what is missing.',
  'finding.file.name.title': 'Layer name',
  'finding.file.name':
    '{count, plural, one {# layer does not have the name} other {# layers do not have the names}} that the specification asks for; the downloads do. No action needed.',
  'finding.file.encoding.title': 'Text with wrong letters',
  'finding.file.encoding':
    '{count, plural, one {# column} other {# columns}} of adm{level} {count, plural, one {was} other {were}} read or saved in the wrong encoding; upload the file with its right encoding.',
  'finding.column.required.title': 'Required column missing',
  'finding.column.required': 'adm{level} has no column for its own code or name ({count, number} missing); add it or give it the name in the specification.',
  'finding.column.ancestors.title': 'Columns of upper levels missing',
  'finding.column.ancestors':
    'adm{level} lacks {count, plural, one {# column} other {# columns}} with codes or names of upper levels; {count, plural, one {it was} other {they were}} filled in from the upper layers or by location. Check a few of them.',
  'finding.column.conventions.title': 'Columns named differently by level',
  'finding.column.conventions': 'The levels name their columns in {styles} different ways; they were given the specification’s names. No action needed.',
  'finding.column.extra.title': 'Extra columns',
  'finding.column.extra':
    'adm{level} has {count, plural, one {# column} other {# columns}} beyond the specification; kept after the standard ones. Remove from your source what nobody needs.',
  'finding.column.order.title': 'Column order',
  'finding.column.order':
    'The columns of adm{level} are not in the specification’s order (own level first, then upwards); in the downloads they are. No action needed.',
  'finding.computed.area.title': 'Stated area is wrong',
  'finding.computed.area':
    'The stated area of {count, plural, one {# unit} other {# units}} of adm{level} differs by more than 1% from its outline; the published area is calculated from the outline. Remove the column, or recalculate it.',
  'finding.computed.center.title': 'Stated centre outside its unit',
  'finding.computed.center':
    'The stated centre of {count, plural, one {# unit} other {# units}} of adm{level} lies outside the unit; the published centre lies inside. Remove the columns, or recalculate them.',
  'finding.capital.outside.title': 'Capital outside its unit',
  'finding.capital.outside':
    '{count, plural, one {# capital lies} other {# capitals lie}} outside the unit whose code {count, plural, one {it has} other {they have}}; correct the location or the code.',
  'finding.capital.uncoded.title': 'Capital without a known code',
  'finding.capital.uncoded':
    '{count, plural, one {# capital has} other {# capitals have}} no P-code found in the boundaries; give {count, plural, one {it} other {them}} the code of {count, plural, one {its} other {their}} unit.',
  'finding.capital.missing.title': 'Unit without a capital',
  'finding.capital.missing':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no capital in the layer of capitals; add it.',
  'finding.gazetteer.missing.title': 'Unit missing from the gazetteer',
  'finding.gazetteer.missing':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {is} other {are}} not in the uploaded gazetteer; correct one of the two.',
  'finding.gazetteer.extra.title': 'Gazetteer code without a unit',
  'finding.gazetteer.extra': 'The gazetteer lists {count, plural, one {# code} other {# codes}} that no unit of adm{level} has; correct one of the two.',
  'finding.gazetteer.name.title': 'Different name in the gazetteer',
  'finding.gazetteer.name':
    '{table} gives {count, plural, one {# unit} other {# units}} of adm{level} a name that the layer does not have; correct one of the two.',
};
