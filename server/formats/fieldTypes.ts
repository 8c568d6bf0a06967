/** The storage type of a column where a format wants one for all rows. */
import type { ExportColumn, ExportValue } from './columns.ts';

export type FieldType = 'text' | 'integer' | 'real' | 'boolean' | 'date';

/** The type of a column's cells, from all that are filled: `integer` where each is a whole number that a double holds exactly, `text` where there are none. */
export function fieldType({ type, values }: ExportColumn): FieldType {
  if (type === 'date') return 'date';
  if (type === 'text') return 'text';
  if (type === 'number') return 'real';
  const filled = values.filter((value) => value !== null);
  if (filled.length === 0) return 'text';
  if (filled.every((value) => typeof value === 'boolean')) return 'boolean';
  if (filled.every((value) => typeof value === 'number' && Number.isFinite(value)))
    return filled.every((value) => Number.isSafeInteger(value)) ? 'integer' : 'real';
  return 'text';
}

/** A cell as text, in the form of JavaScript; null stays null, which formats write as an empty cell. */
export function asText(value: ExportValue): string | null {
  return value === null ? null : String(value);
}
