/** Details of what the table readers tell. */
export default {
  'clause.share': '{count, number} / {total, number}: {text}',
  'clause.table.row': 'row {row}',
  'clause.table.rows': 'rows {first}–{last}',
  'clause.table.hidden-sheet': '{sheet}: {rows, plural, one {# row} other {# rows}}',
  'clause.table.invisible-column': '{heading}: {count, plural, one {# cell} other {# cells}}',
};
