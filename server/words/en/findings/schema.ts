/** Texts of families F and S: files, levels, columns, computed values, companion layers. */
export default {
  'finding.level.missing.title': 'Level missing',
  'finding.level.missing': 'adm{level} is not in the upload and cannot be derived from a lower level; add it.',
  'finding.level.derived.title': 'Level derived',
  'finding.level.derived': 'adm{level} is not in the upload; it was dissolved from the level below. Check its names, or add the layer.',
  'finding.level.duplicate.title': 'Two layers for one level',
  'finding.level.duplicate':
    '{count, plural, one {# layer was} other {# layers were}} left aside because another layer of the same level was taken; upload only the right ones.',
  'finding.level.rows.title': 'Number of rows',
  'finding.level.rows':
    'adm{level} has {rows, plural, =0 {no rows} one {# row} other {# rows}}; adm0 has exactly one, every other level at least one. Merge the rows, or add what is missing.',
  'finding.file.name.title': 'Layer name',
  'finding.file.name': '{count, plural, one {# layer is} other {# layers are}} not named as the specification asks; the downloads are. No action needed.',
  'finding.file.encoding.title': 'Damaged text',
  'finding.file.encoding':
    '{count, plural, one {# column} other {# columns}} of adm{level} {count, plural, one {was} other {were}} read or saved in the wrong encoding; upload the file with its right encoding.',
  'finding.column.required.title': 'Required column missing',
  'finding.column.required': 'adm{level} has no column for its own code or name ({count, number} missing); add it or name it as the specification does.',
  'finding.column.ancestors.title': 'Columns of upper levels missing',
  'finding.column.ancestors':
    'adm{level} lacks {count, plural, one {# column} other {# columns}} with codes or names of upper levels; they were filled in from the upper layers or by position. Check a few of them.',
  'finding.column.conventions.title': 'Columns spelt differently by level',
  'finding.column.conventions': 'The levels use {styles} ways of naming their columns; they were brought to the specification’s names. No action needed.',
  'finding.column.extra.title': 'Extra columns',
  'finding.column.extra':
    'adm{level} has {count, plural, one {# column} other {# columns}} beyond the specification; kept after the standard ones. Leave out in your source what nobody needs.',
  'finding.column.order.title': 'Column order',
  'finding.column.order':
    'The columns of adm{level} are not in the specification’s order (own level first, then upwards); the downloads are. No action needed.',
  'finding.computed.area.title': 'Stated area is wrong',
  'finding.computed.area':
    'The stated area of {count, plural, one {# unit} other {# units}} of adm{level} differs by more than 1 % from its outline; the published area is computed from the outline. Leave the column out, or recalculate it.',
  'finding.computed.center.title': 'Stated centre outside its unit',
  'finding.computed.center':
    'The stated centre of {count, plural, one {# unit} other {# units}} of adm{level} lies outside it; the published centre lies inside. Leave the columns out, or recalculate them.',
  'finding.capital.outside.title': 'Capital outside its unit',
  'finding.capital.outside':
    '{count, plural, one {# capital lies} other {# capitals lie}} outside the unit whose code {count, plural, one {it has} other {they have}}; correct the place or the code.',
  'finding.capital.uncoded.title': 'Capital without a known code',
  'finding.capital.uncoded':
    '{count, plural, one {# capital has} other {# capitals have}} no P-code of the boundaries; give {count, plural, one {it} other {them}} the code of {count, plural, one {its} other {their}} unit.',
  'finding.capital.missing.title': 'Unit without a capital',
  'finding.capital.missing':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no capital in the layer of capitals; add it.',
  'finding.gazetteer.missing.title': 'Unit missing from the gazetteer',
  'finding.gazetteer.missing':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {is} other {are}} not in the gazetteer table of the upload; make the two agree.',
  'finding.gazetteer.extra.title': 'Gazetteer code without a unit',
  'finding.gazetteer.extra': 'The gazetteer table lists {count, plural, one {# code} other {# codes}} that no unit of adm{level} has; make the two agree.',
  'finding.gazetteer.name.title': 'Gazetteer names a unit differently',
  'finding.gazetteer.name':
    '{table} gives {count, plural, one {# unit} other {# units}} of adm{level} a name that the layer does not have; make the two agree.',
};
