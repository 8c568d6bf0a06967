/** Details of what the table readers tell. */
import type en from '../../en/clauses/tables.ts';

export default {
  'clause.share': '{count, number} / {total, number}: {text}',
  'clause.table.row': 'linha {row}',
  'clause.table.rows': 'linhas {first}–{last}',
  'clause.table.hidden-sheet': '{sheet}: {rows, plural, one {# linha} other {# linhas}}',
  'clause.table.invisible-column': '{heading}: {count, plural, one {# célula} other {# células}}',
} satisfies Record<keyof typeof en, string>;
