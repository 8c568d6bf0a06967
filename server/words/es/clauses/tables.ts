/** Details of what the table readers tell. */
import type en from '../../en/clauses/tables.ts';

export default {
  'clause.share': '{count, number} / {total, number}: {text}',
  'clause.table.row': 'fila {row}',
  'clause.table.rows': 'filas {first} a {last}',
  'clause.table.hidden-sheet': '{sheet}: {rows, plural, one {# fila} other {# filas}}',
  'clause.table.invisible-column': '{heading}: {count, plural, one {# celda} other {# celdas}}',
} satisfies Record<keyof typeof en, string>;
