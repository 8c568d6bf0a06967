/** Details of COD-PS checks: cells, rows, sums. */
import { WHY } from './reading.ts';
import type { Text } from '../text.ts';

export const populationClauses = {
  'population.cell': {
    en: '{unit}, {heading}: "{text}"',
    fr: '{unit}, {heading} : « {text} »',
    es: '{unit}, {heading}: «{text}»',
    ar: '{unit}، {heading}: «{text}»',
  },
  'population.separated-column': {
    en: '{heading}: {count, plural, one {# value} other {# values}}, such as {text}',
    fr: '{heading} : {count, plural, one {# valeur} other {# valeurs}}, par exemple {text}',
    es: '{heading}: {count, plural, one {# valor} other {# valores}}, por ejemplo {text}',
    ar: '{heading}: عدد القيم {count}، مثل {text}',
  },
  'population.value': {
    en: '{unit}, {heading}: {value, raw}',
    fr: '{unit}, {heading} : {value, raw}',
    es: '{unit}, {heading}: {value, raw}',
    ar: '{unit}، {heading}: {value, raw}',
  },
  'population.unit-text': { en: '{unit}, {text}', fr: '{unit}, {text}', es: '{unit}, {text}', ar: '{unit}، {text}' },
  'population.unit-year': { en: '{unit}: {year}', fr: '{unit} : {year}', es: '{unit}: {year}', ar: '{unit}: {year}' },
  'population.code-rows': { en: '{code}: {rows, lines}', fr: '{code} : {rows, lines}', es: '{code}: {rows, lines}', ar: '{code}: {rows, lines}' },
  'population.named-row': { en: 'row {row} {name}', fr: 'ligne {row} {name}', es: 'fila {row} {name}', ar: 'الصف {row} {name}' },
  'population.counted-row': {
    en: 'row {row} {name} {total, decimal}',
    fr: 'ligne {row} {name} {total, decimal}',
    es: 'fila {row} {name} {total, decimal}',
    ar: 'الصف {row} {name} {total, decimal}',
  },
  'population.not-found': { en: '{unit}{near}{sameName}', fr: '{unit}{near}{sameName}', es: '{unit}{near}{sameName}', ar: '{unit}{near}{sameName}' },
  'population.near': { en: '; near: {codes, list}', fr: ' ; proches : {codes, list}', es: '; próximos: {codes, list}', ar: '؛ قريبة: {codes, list}' },
  'population.same-name': {
    en: '; same name: {codes, list}',
    fr: ' ; même nom : {codes, list}',
    es: '; mismo nombre: {codes, list}',
    ar: '؛ الاسم نفسه: {codes, list}',
  },
  'population.repaired': {
    en: '{before} → {after} ({repairs, list})',
    fr: '{before} → {after} ({repairs, list})',
    es: '{before} → {after} ({repairs, list})',
    ar: '{before} ← {after} ({repairs, list})',
  },
  'repair.spelling': { en: 'spelling', fr: 'graphie', es: 'grafía', ar: 'الكتابة' },
  'repair.decimal': { en: 'decimal', fr: 'décimale', es: 'parte decimal', ar: 'الكسر العشري' },
  'repair.prefix': { en: 'prefix', fr: 'préfixe', es: 'prefijo', ar: 'البادئة' },
  'repair.zeros': { en: 'zeros', fr: 'zéros', es: 'ceros', ar: 'الأصفار' },
  'population.density': {
    en: '{unit}: {density, decimal} / km² (z {z, decimal})',
    fr: '{unit} : {density, decimal} / km² (z {z, decimal})',
    es: '{unit}: {density, decimal} / km² (z {z, decimal})',
    ar: '{unit}: {density, decimal} / كم² (z {z, decimal})',
  },
  'population.ratio': {
    en: '{unit}: {males, decimal} / {females, decimal} = {ratio, decimal}',
    fr: '{unit} : {males, decimal} / {females, decimal} = {ratio, decimal}',
    es: '{unit}: {males, decimal} / {females, decimal} = {ratio, decimal}',
    ar: '{unit}: {males, decimal} / {females, decimal} = {ratio, decimal}',
  },
  'population.age-share': {
    en: '{unit}, {heading}: {share, decimal} % (z {z, decimal})',
    fr: '{unit}, {heading} : {share, decimal} % (z {z, decimal})',
    es: '{unit}, {heading}: {share, decimal} % (z {z, decimal})',
    ar: '{unit}، {heading}: {share, decimal} % (z {z, decimal})',
  },
  'population.sum': {
    en: '{unit}, {heading}: {of} {difference}',
    fr: '{unit}, {heading} : {of} {difference}',
    es: '{unit}, {heading}: {of} {difference}',
    ar: '{unit}، {heading}: {of} {difference}',
  },
  'population.difference': {
    en: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal})',
    fr: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal})',
    es: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal})',
    ar: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal})',
  },
  'population.difference-percent': {
    en: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}, {percent, decimal} %)',
    fr: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}, {percent, decimal} %)',
    es: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}, {percent, decimal} %)',
    ar: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}، {percent, decimal} %)',
  },
  'population.difference-tiny': {
    en: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}, below {percent, decimal} %)',
    fr: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}, moins de {percent, decimal} %)',
    es: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}, menos del {percent, decimal} %)',
    ar: '{sum, decimal} ≠ {expected, decimal} ({sign}{by, decimal}، أقل من {percent, decimal} %)',
  },
  'population.same-columns': {
    en: '{sheet}: {headings, and}',
    fr: '{sheet} : {headings, and}',
    es: '{sheet}: {headings, and}',
    ar: '{sheet}: {headings, and}',
  },
  'population.two-values': {
    en: 'row {row}: {first} or {second}',
    fr: 'ligne {row} : {first} ou {second}',
    es: 'fila {row}: {first} o {second}',
    ar: 'الصف {row}: {first} أو {second}',
  },
  'population.year-columns': {
    en: '{sheet}, year {year}: {headings, list}',
    fr: '{sheet}, année {year} : {headings, list}',
    es: '{sheet}, año {year}: {headings, list}',
    ar: '{sheet}، سنة {year}: {headings, list}',
  },
  'population.hidden-sheet': { en: '{sheet} (hidden)', fr: '{sheet} (masquée)', es: '{sheet} (oculta)', ar: '{sheet} (مخفية)' },
  'population.left-out': {
    en: `{sheet}, row {row} (${WHY.en}): {text}`,
    fr: `{sheet}, ligne {row} (${WHY.fr}) : {text}`,
    es: `{sheet}, fila {row} (${WHY.es}): {text}`,
    ar: `{sheet}، الصف {row} (${WHY.ar}): {text}`,
  },
} satisfies Record<string, Text>;
