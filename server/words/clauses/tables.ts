/** Details of what the table readers tell. */
import type { Text } from '../text.ts';

export const tableClauses = {
  'table.row': { en: 'row {row}', fr: 'ligne {row}', es: 'fila {row}', ar: 'الصف {row}' },
  'table.rows': { en: 'rows {first}–{last}', fr: 'lignes {first} à {last}', es: 'filas {first} a {last}', ar: 'الصفوف {first}–{last}' },
  'table.hidden-sheet': {
    en: '{sheet}: {rows, plural, one {# row} other {# rows}}',
    fr: '{sheet} : {rows, plural, one {# ligne} other {# lignes}}',
    es: '{sheet}: {rows, plural, one {# fila} other {# filas}}',
    ar: '{sheet}: {rows, plural, zero {بلا صفوف} one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}}',
  },
  'table.invisible-column': {
    en: '{heading}: {count, plural, one {# cell} other {# cells}}',
    fr: '{heading} : {count, plural, one {# cellule} other {# cellules}}',
    es: '{heading}: {count, plural, one {# celda} other {# celdas}}',
    ar: '{heading}: {count, plural, one {خلية واحدة} two {خليتان} few {# خلايا} many {# خلية} other {# خلية}}',
  },
} satisfies Record<string, Text>;
