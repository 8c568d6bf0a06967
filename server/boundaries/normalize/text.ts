/** Cells of codes and names to text, counting what was altered so that it can be said. */
import type { ExtraColumn } from '../../contract/admin.ts';

export type Cell = ExtraColumn['values'][number];

/** A cleaned text column and the rows (0-based) whose text is not what the source holds. */
export interface CleanColumn {
  values: (string | null)[];
  altered: number[];
  /** Rows whose cell was a number and became text. */
  numeric: number[];
}

/**
 * P-codes as text: blanks at the ends removed, numbers written out. Case, zeros and delimiters stay: checks P3 to P9 judge them.
 * Empty text counts as no code.
 */
export function cleanCodes(cells: Cell[]): CleanColumn {
  return clean(cells, (text) => text.trim());
}

/** Names: Unicode NFC, outer blanks removed, runs of blanks made one (COD-AB specification, Names; checks N3 and N5 read the source). */
export function cleanNames(cells: Cell[]): CleanColumn {
  return clean(cells, (text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '));
}

function clean(cells: Cell[], tidy: (text: string) => string): CleanColumn {
  const values: (string | null)[] = [];
  const altered: number[] = [];
  const numeric: number[] = [];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    if (cell === null || typeof cell === 'boolean' || (typeof cell === 'number' && Number.isNaN(cell))) {
      values.push(null);
      continue;
    }
    if (typeof cell === 'number') numeric.push(row);
    // toFixed: a 21-digit integer must not become 1e+21.
    const text = typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) >= 1e21 ? cell.toFixed(0) : String(cell);
    const tidied = tidy(text);
    if (tidied !== text && typeof cell !== 'number') altered.push(row);
    values.push(tidied === '' ? null : tidied);
  }
  return { values, altered, numeric };
}
