/** Details of families F, P, N, L, D and S: columns, codes, names, dates. Most of them only show the cell as it came. */
import type en from '../../en/clauses/attributes.ts';

export default {
  'clause.row': 'ligne {row}',
  'clause.row-text': 'ligne {row} : {text}',
  'clause.becomes': '{before} → {after}',
  'clause.attributes.area': '{stated, raw} ≠ {computed, fixed2} km²',
  'clause.attributes.gazetteer-name': '{code} : {listed} dans le répertoire toponymique, {drawn} dans la couche',
  'clause.attributes.common-ground': '{code} : {share, fixed1} % du territoire est le même que dans la version publiée',
} satisfies Record<keyof typeof en, string>;
