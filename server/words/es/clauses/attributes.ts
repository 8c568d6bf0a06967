/** Details of families F, P, N, L, D and S: columns, codes, names, dates. Most of them only show the cell as it came. */
import type en from '../../en/clauses/attributes.ts';

export default {
  'clause.row': 'fila {row}',
  'clause.row-text': 'fila {row}: {text}',
  'clause.becomes': '{before} → {after}',
  'clause.attributes.area': '{stated, raw} ≠ {computed, fixed2} km²',
  'clause.attributes.gazetteer-name': '{code}: {listed} en el nomenclátor, {drawn} en la capa',
  'clause.attributes.common-ground': '{code}: el {share, fixed1} % del territorio es el mismo que en la versión publicada',
} satisfies Record<keyof typeof en, string>;
