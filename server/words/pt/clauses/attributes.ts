/** Details of families F, P, N, L, D and S: columns, codes, names, dates. Most of them only show the cell as it came. */
import type en from '../../en/clauses/attributes.ts';

export default {
  'clause.row': 'linha {row}',
  'clause.row-text': 'linha {row}: {text}',
  'clause.becomes': '{before} → {after}',
  'clause.attributes.area': '{stated, raw} ≠ {computed, fixed2} km²',
  'clause.attributes.gazetteer-name': '{code}: {listed} no dicionário toponímico, {drawn} na camada',
  'clause.attributes.common-ground': '{code}: {share, fixed1}% do território é o mesmo que na versão publicada',
} satisfies Record<keyof typeof en, string>;
