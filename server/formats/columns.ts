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
