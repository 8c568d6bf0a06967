/** Details of families F, P, N, L, D and S: columns, codes, names, dates. Most of them only show the cell as it came. */
import type { Text } from '../text.ts';

export const attributeClauses = {
  row: { en: 'row {row}', fr: 'ligne {row}', es: 'fila {row}', ar: 'الصف {row}' },
  'row-text': { en: 'row {row}: {text}', fr: 'ligne {row} : {text}', es: 'fila {row}: {text}', ar: 'الصف {row}: {text}' },
  becomes: { en: '{before} → {after}', fr: '{before} → {after}', es: '{before} → {after}', ar: '{before} ← {after}' },
  'attributes.area': {
    en: '{stated, raw} ≠ {computed, fixed2} km²',
    fr: '{stated, raw} ≠ {computed, fixed2} km²',
    es: '{stated, raw} ≠ {computed, fixed2} km²',
    ar: '{stated, raw} ≠ {computed, fixed2} كم²',
  },
  'attributes.gazetteer-name': {
    en: '{code}: {listed} in the gazetteer, {drawn} in the layer',
    fr: '{code} : {listed} dans le répertoire, {drawn} dans la couche',
    es: '{code}: {listed} en el nomenclátor, {drawn} en la capa',
    ar: '{code}: {listed} في السجل و{drawn} في الطبقة',
  },
} satisfies Record<string, Text>;
