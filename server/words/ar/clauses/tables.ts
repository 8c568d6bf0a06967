/** Details of what the table readers tell. */
import type en from '../../en/clauses/tables.ts';

export default {
  'clause.share': '{count, number} / {total, number}: {text}',
  'clause.table.row': 'الصف {row}',
  'clause.table.rows': 'الصفوف {first}–{last}',
  'clause.table.hidden-sheet': '{sheet}: {rows, plural, zero {بلا صفوف} one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}}',
  'clause.table.invisible-column': '{heading}: {count, plural, one {خلية واحدة} two {خليتان} few {# خلايا} many {# خلية} other {# خلية}}',
} satisfies Record<keyof typeof en, string>;
