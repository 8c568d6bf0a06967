/** Details of families F, P, N, L, D and S: columns, codes, names, dates. Most of them only show the cell as it came. */
import type en from '../../en/clauses/attributes.ts';

export default {
  'clause.row': 'الصف {row}',
  'clause.row-text': 'الصف {row}: {text}',
  'clause.becomes': '{before} ← {after}',
  'clause.attributes.area': '{stated, raw} ≠ {computed, fixed2} كم²',
  'clause.attributes.gazetteer-name': '{code}: {listed} في المعجم الجغرافي و{drawn} في الطبقة',
  'clause.attributes.common-ground': '{code}: ‏{share, fixed1}٪ من الأرض كما في الإصدار المنشور',
} satisfies Record<keyof typeof en, string>;
