/** Details of 3W checks: sheets, rows, places and spellings that wait for a person. */
import type en from '../../en/clauses/presence.ts';

export default {
  'clause.presence.left-out':
    'fila {row}, {reason, select, total {total} instruction {instrucción} repeatedHeader {encabezado repetido} other {{reason}}}: {text}',
  'clause.presence.sheet': '{sheet}, {rows, plural, one {# fila} other {# filas}}{hidden, select, yes {, oculta} other {}}',
  'clause.presence.new-column': 'nueva: {heading}',
  'clause.presence.gone-column': 'desaparecida: {heading}',
  'clause.presence.blank': '(vacío)',
  'clause.presence.written': '{rows, number} × {text}',
  'clause.presence.written-or': '{rows, number} × {text}: ¿{choices, or}?',
  'clause.presence.written-several': '{rows, number} × {text}: varios valores, ¿{parts}?',
  'clause.presence.spelled': '{rows, number} × {written} → {name} ({pcode})',
  'clause.presence.repaired': '{rows, number} × {pattern} ({before} → {after})',
  'clause.presence.wandered': '{rows, number} × {code}: {names, list}',
  'clause.presence.scheme': '{rows, number} × «{heading}»: {samples, list}',
  'clause.presence.acronym': '{a} y {b} tienen la misma sigla',
  'clause.presence.alike': '{a} y {b} se escriben casi igual',
  'clause.presence.dates': 'fila {row}: del {start} al {end}',
  'clause.presence.repeats': 'la fila {row} repite la fila {first}',
  'clause.presence.odd-date':
    '{heading}: {text} ({why, select, zero {un cero de la hoja de cálculo} other {a años de las demás}}), {rows, plural, one {fila {first}} other {# filas, primera fila {first}}}',
  'clause.presence.calendar-column': '{heading}: {calendar}, {text} = {iso}',
  'clause.calendar.gregorian': 'gregoriano',
  'clause.calendar.persian': 'solar de la Hégira',
  'clause.calendar.ethiopic': 'etíope',
  'clause.calendar.nepali': 'nepalí (Bikram Sambat)',
  'clause.calendar.buddhist': 'budista',
  'clause.calendar.islamic': 'lunar de la Hégira',
} satisfies Record<keyof typeof en, string>;
