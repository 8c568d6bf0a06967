/** Columns as every writer of tables and layers takes them: named, typed, one value a row. */

export type ExportValue = string | number | boolean | null;

export interface ExportColumn {
  name: string;
  /** `mixed` holds whatever the source held, row by row. */
  type: 'text' | 'number' | 'date' | 'mixed';
  values: ExportValue[];
}

/** To `digits` decimals. */
export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** Of a table of a day: which, and by what was known on which other, beside every row, since a table is taken apart; none of today. */
export function dayColumns(asOf: { date: string; known: string | null } | undefined, rows: number): ExportColumn[] {
  const column = (name: string, value: string | null): ExportColumn[] =>
    value === null ? [] : [{ name, type: 'date', values: Array.from({ length: rows }, () => value) }];
  return asOf ? [...column('as_of', asOf.date), ...column('as_known_on', asOf.known)] : [];
}
