/** Details of 3W checks: sheets, rows, places and spellings that wait for a person. */
import { WHY } from './reading.ts';
import type { Text } from '../text.ts';

export const presenceClauses = {
  'presence.left-out': {
    en: `row {row}, ${WHY.en}: {text}`,
    fr: `ligne {row}, ${WHY.fr} : {text}`,
    es: `fila {row}, ${WHY.es}: {text}`,
    ar: `الصف {row}، ${WHY.ar}: {text}`,
  },
  'presence.sheet': {
    en: '{sheet}, {rows, plural, one {# row} other {# rows}}{hidden, select, yes {, hidden} other {}}',
    fr: '{sheet}, {rows, plural, one {# ligne} other {# lignes}}{hidden, select, yes {, masquée} other {}}',
    es: '{sheet}, {rows, plural, one {# fila} other {# filas}}{hidden, select, yes {, oculta} other {}}',
    ar: '{sheet}، {rows, plural, zero {بلا صفوف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}{hidden, select, yes {، مخفية} other {}}',
  },
  'presence.new-column': { en: 'new: {heading}', fr: 'nouvelle : {heading}', es: 'nueva: {heading}', ar: 'جديد: {heading}' },
  'presence.gone-column': { en: 'gone: {heading}', fr: 'disparue : {heading}', es: 'desaparecida: {heading}', ar: 'اختفى: {heading}' },
  'presence.blank': { en: '(blank)', fr: '(vide)', es: '(vacío)', ar: '(فارغ)' },
  'presence.written': { en: '{rows, number} × {text}', fr: '{rows, number} × {text}', es: '{rows, number} × {text}', ar: '{rows, number} × {text}' },
  'presence.written-or': {
    en: '{rows, number} × {text}: {choices, or}?',
    fr: '{rows, number} × {text} : {choices, or} ?',
    es: '{rows, number} × {text}: ¿{choices, or}?',
    ar: '{rows, number} × {text}: {choices, or}؟',
  },
  'presence.written-several': {
    en: '{rows, number} × {text}: several values, {parts}?',
    fr: '{rows, number} × {text} : plusieurs valeurs, {parts} ?',
    es: '{rows, number} × {text}: varios valores, ¿{parts}?',
    ar: '{rows, number} × {text}: عدة قيم، {parts}؟',
  },
  'presence.spelled': {
    en: '{rows, number} × {written} → {name} ({pcode})',
    fr: '{rows, number} × {written} → {name} ({pcode})',
    es: '{rows, number} × {written} → {name} ({pcode})',
    ar: '{rows, number} × {written} ← {name} ({pcode})',
  },
  'presence.repaired': {
    en: '{rows, number} × {pattern} ({before} → {after})',
    fr: '{rows, number} × {pattern} ({before} → {after})',
    es: '{rows, number} × {pattern} ({before} → {after})',
    ar: '{rows, number} × {pattern} ({before} ← {after})',
  },
  'presence.scheme': {
    en: '{rows, number} × “{heading}”: {samples, list}',
    fr: '{rows, number} × « {heading} » : {samples, list}',
    es: '{rows, number} × «{heading}»: {samples, list}',
    ar: '{rows, number} × «{heading}»: {samples, list}',
  },
  'presence.acronym': {
    en: '{a} and {b} share an acronym',
    fr: '{a} et {b} ont le même sigle',
    es: '{a} y {b} comparten sigla',
    ar: '{a} و{b} لهما الاختصار نفسه',
  },
  'presence.alike': {
    en: '{a} and {b} are spelt alike',
    fr: '{a} et {b} s’écrivent presque pareil',
    es: '{a} y {b} se escriben casi igual',
    ar: '{a} و{b} متشابهتان في الكتابة',
  },
  'presence.dates': {
    en: 'row {row}: {start} to {end}',
    fr: 'ligne {row} : du {start} au {end}',
    es: 'fila {row}: del {start} al {end}',
    ar: 'الصف {row}: من {start} إلى {end}',
  },
  'presence.repeats': {
    en: 'row {row} repeats row {first}',
    fr: 'la ligne {row} répète la ligne {first}',
    es: 'la fila {row} repite la fila {first}',
    ar: 'الصف {row} يكرر الصف {first}',
  },
  'presence.odd-date': {
    en: '{heading}: {text} ({why, select, zero {a zero of the spreadsheet} other {years apart from the others}}), {rows, plural, one {row {first}} other {# rows, first row {first}}}',
    fr: '{heading} : {text} ({why, select, zero {un zéro du tableur} other {à des années des autres}}), {rows, plural, one {ligne {first}} other {# lignes, première ligne {first}}}',
    es: '{heading}: {text} ({why, select, zero {un cero de la hoja de cálculo} other {a años de las demás}}), {rows, plural, one {fila {first}} other {# filas, primera fila {first}}}',
    ar: '{heading}: {text} ({why, select, zero {صفر من برنامج الجداول} other {بعيد بسنوات عن غيره}})، {rows, plural, one {الصف {first}} two {صفّان، أولهما {first}} few {# صفوف، أولها {first}} many {# صفًا، أولها {first}} other {# صف، أولها {first}}}',
  },
  'presence.calendar-column': {
    en: '{heading}: {calendar}, {text} = {iso}',
    fr: '{heading} : {calendar}, {text} = {iso}',
    es: '{heading}: {calendar}, {text} = {iso}',
    ar: '{heading}: {calendar}، {text} = {iso}',
  },
  'calendar.gregorian': { en: 'Gregorian', fr: 'grégorien', es: 'gregoriano', ar: 'الميلادي' },
  'calendar.persian': { en: 'Solar Hijri', fr: 'hégirien solaire', es: 'hégira solar', ar: 'الهجري الشمسي' },
  'calendar.ethiopic': { en: 'Ethiopian', fr: 'éthiopien', es: 'etíope', ar: 'الإثيوبي' },
  'calendar.nepali': { en: 'Nepali (Bikram Sambat)', fr: 'népalais (Bikram Sambat)', es: 'nepalí (Bikram Sambat)', ar: 'النيبالي (بيكرم سمبت)' },
  'calendar.buddhist': { en: 'Buddhist', fr: 'bouddhiste', es: 'budista', ar: 'البوذي' },
  'calendar.islamic': { en: 'lunar Hijri', fr: 'hégirien lunaire', es: 'hégira lunar', ar: 'الهجري القمري' },
} satisfies Record<string, Text>;
