/** Lines that run along other lines without sharing their vertices: two drawings of one border. */
import type { ArcTable } from '../../geometry/arcs.ts';

/** Cells of the grid that some arcs run through, so that others can be asked whether they keep near them. */
export class NearArcs {
  readonly #table: ArcTable;
  readonly #cell: number;
  readonly #cells = new Set<number>();

  /** `cell`: side of a cell in steps of the table; what is farther away than two of them is never near, what is within one always. */
  constructor(table: ArcTable, cell: number) {
    this.#table = table;
    this.#cell = Math.max(1, cell);
  }

  add(arc: number): void {
    this.#walk(arc, (column, row) => {
      this.#cells.add(key(column, row));
      return true;
    });
  }

  /** Does the whole arc keep near those added? */
  isAlong(arc: number): boolean {
    return this.#walk(arc, (column, row) => {
      for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) if (this.#cells.has(key(column + dx, row + dy))) return true;
      return false;
    });
  }

  /** Visits the cells of an arc in steps of half a cell until `visit` says no. */
  #walk(arc: number, visit: (column: number, row: number) => boolean): boolean {
    const { offsets, x, y } = this.#table;
    const cell = this.#cell;
    let lastColumn = NaN;
    let lastRow = NaN;
    for (let v = offsets[arc]! + 1; v < offsets[arc + 1]!; v++) {
      const dx = x[v]! - x[v - 1]!;
      const dy = y[v]! - y[v - 1]!;
      const steps = Math.max(1, Math.ceil((2 * Math.max(Math.abs(dx), Math.abs(dy))) / cell));
      for (let step = 0; step <= steps; step++) {
        const column = Math.floor((x[v - 1]! + (dx * step) / steps) / cell);
        const row = Math.floor((y[v - 1]! + (dy * step) / steps) / cell);
        if (column === lastColumn && row === lastRow) continue;
        if (!visit(column, row)) return false;
        lastColumn = column;
        lastRow = row;
      }
    }
    return true;
  }
}

const key = (column: number, row: number): number => row * 2 ** 26 + column;
