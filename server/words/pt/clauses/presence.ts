/** Details of 3W checks: sheets, rows, places and spellings that wait for a person. */
import type en from '../../en/clauses/presence.ts';

export default {
  'clause.presence.left-out':
    'linha {row}, {reason, select, total {total} instruction {instrução} repeatedHeader {cabeçalho repetido} other {{reason}}}: {text}',
  'clause.presence.sheet': '{sheet}, {rows, plural, one {# linha} other {# linhas}}{hidden, select, yes {, oculta} other {}}',
  'clause.presence.new-column': 'nova: {heading}',
  'clause.presence.gone-column': 'desaparecida: {heading}',
  'clause.presence.blank': '(em branco)',
  'clause.presence.written': '{rows, number} × {text}',
  'clause.presence.written-or': '{rows, number} × {text}: {choices, or}?',
  'clause.presence.written-several': '{rows, number} × {text}: vários valores, {parts}?',
  'clause.presence.spelled': '{rows, number} × {written} → {name} ({pcode})',
  'clause.presence.repaired': '{rows, number} × {pattern} ({before} → {after})',
  'clause.presence.wandered': '{rows, number} × {code}: {names, list}',
  'clause.presence.scheme': '{rows, number} × “{heading}”: {samples, list}',
  'clause.presence.acronym': '{a} e {b} têm a mesma sigla',
  'clause.presence.alike': '{a} e {b} escrevem-se quase da mesma forma',
  'clause.presence.dates': 'linha {row}: {start} a {end}',
  'clause.presence.repeats': 'a linha {row} repete a linha {first}',
  'clause.presence.odd-date':
    '{heading}: {text} ({why, select, zero {um zero da folha de cálculo} other {a anos de distância das outras}}), {rows, plural, one {linha {first}} other {# linhas, a primeira é a {first}}}',
  'clause.presence.calendar-column': '{heading}: {calendar}, {text} = {iso}',
  'clause.calendar.gregorian': 'gregoriano',
  'clause.calendar.persian': 'hegírico solar',
  'clause.calendar.ethiopic': 'etíope',
  'clause.calendar.nepali': 'nepalês (Bikram Sambat)',
  'clause.calendar.buddhist': 'budista',
  'clause.calendar.islamic': 'hegírico lunar',
} satisfies Record<keyof typeof en, string>;
