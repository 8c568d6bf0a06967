/** Details of 3W checks: sheets, rows, places and spellings that wait for a person. */
import type en from '../../en/clauses/presence.ts';

export default {
  'clause.presence.left-out': 'ligne {row}, {reason, select, total {total} instruction {consigne} repeatedHeader {en-tête répété} other {{reason}}} : {text}',
  'clause.presence.sheet': '{sheet}, {rows, plural, one {# ligne} other {# lignes}}{hidden, select, yes {, masquée} other {}}',
  'clause.presence.new-column': 'nouvelle : {heading}',
  'clause.presence.gone-column': 'disparue : {heading}',
  'clause.presence.blank': '(vide)',
  'clause.presence.written': '{rows, number} × {text}',
  'clause.presence.written-or': '{rows, number} × {text} : {choices, or} ?',
  'clause.presence.written-several': '{rows, number} × {text} : plusieurs valeurs, {parts} ?',
  'clause.presence.spelled': '{rows, number} × {written} → {name} ({pcode})',
  'clause.presence.repaired': '{rows, number} × {pattern} ({before} → {after})',
  'clause.presence.wandered': '{rows, number} × {code} : {names, list}',
  'clause.presence.scheme': '{rows, number} × « {heading} » : {samples, list}',
  'clause.presence.acronym': '{a} et {b} ont le même sigle',
  'clause.presence.alike': '{a} et {b} s’écrivent presque de la même façon',
  'clause.presence.dates': 'ligne {row} : du {start} au {end}',
  'clause.presence.repeats': 'la ligne {row} répète la ligne {first}',
  'clause.presence.odd-date':
    '{heading} : {text} ({why, select, zero {un zéro de tableur} other {à des années des autres}}), {rows, plural, one {ligne {first}} other {# lignes, première ligne {first}}}',
  'clause.presence.calendar-column': '{heading} : {calendar}, {text} = {iso}',
  'clause.calendar.gregorian': 'grégorien',
  'clause.calendar.persian': 'hégirien solaire',
  'clause.calendar.ethiopic': 'éthiopien',
  'clause.calendar.nepali': 'népalais (Bikram Sambat)',
  'clause.calendar.buddhist': 'bouddhiste',
  'clause.calendar.islamic': 'hégirien lunaire',
} satisfies Record<keyof typeof en, string>;
