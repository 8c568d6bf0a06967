/** Details of families F, P, N, L, D and S: columns, codes, names, dates. Most of them only show the cell as it came. */
export default {
  'clause.row': 'row {row}',
  'clause.row-text': 'row {row}: {text}',
  'clause.becomes': '{before} → {after}',
  'clause.attributes.area': '{stated, raw} ≠ {computed, fixed2} km²',
  'clause.attributes.gazetteer-name': '{code}: {listed} in the gazetteer, {drawn} in the layer',
  'clause.attributes.common-ground': '{code}: {share, fixed1}% of the ground is the same as in the published version',
};
