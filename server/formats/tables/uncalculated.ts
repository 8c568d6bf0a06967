/** Cells that hold a formula and no result, and what columns are called. It imports nothing, so workbooks are read in a browser too (decision 0091). */

/** Cells that are named: as many as a finding lists. */
const NAMED = 10_000;

/** Formulas whose result the file does not hold: written by a program that calculates nothing. All are counted, the first are named. */
export interface Uncalculated {
  count: number;
  cells: { place: string; row: number }[];
}

/** Notes a formula without a result; column and row from 1. All are counted, the first NAMED are listed. */
export function addUncalculated(found: Uncalculated, column: number, row: number): void {
  found.count++;
  if (found.cells.length < NAMED) found.cells.push({ place: `${toLetters(column)}${row}`, row });
}

/** 27 → `AB`. */
export function toLetters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : toLetters(Math.floor(column / 26) - 1) + toLetters(column % 26);
}
