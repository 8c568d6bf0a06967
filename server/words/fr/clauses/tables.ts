/** Details of what the table readers tell. */
import type en from '../../en/clauses/tables.ts';

export default {
  'clause.share': '{count, number} / {total, number} : {text}',
  'clause.table.row': 'ligne {row}',
  'clause.table.rows': 'lignes {first} à {last}',
  'clause.table.hidden-sheet': '{sheet} : {rows, plural, one {# ligne} other {# lignes}}',
  'clause.table.invisible-column': '{heading} : {count, plural, one {# cellule} other {# cellules}}',
} satisfies Record<keyof typeof en, string>;
