/** From rows as they stand in a file to a table: where its headings are, which rows are data. Pure; the same in a browser. */
import type { Cell, Merge } from '../../formats/tables/rawTable.ts';
import { findHeader, HEADER_DEPTH, headingNames, toHxlTag } from '../../formats/tables/header.ts';
import type { PlaceTable } from './columns.ts';

export interface SheetRows {
  name: string;
  rows: { number: number; cells: Cell[] }[];
  merges: Merge[];
}

/** null where it has no row below a heading. Every row below is placed, so that no row of the file is passed over in silence. */
export function toTable({ name, rows, merges }: SheetRows): PlaceTable | null {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const at = ({ cells }: { cells: Cell[] }, column: number): Cell => {
    const cell = cells[column] ?? null;
    return cell === '' ? null : cell;
  };
  const top = filled.slice(0, HEADER_DEPTH).map((row) => Array.from({ length: width }, (_, column) => at(row, column)));
  const numbers = filled.map(({ number }) => number);
  const { rows: header, hxl, dataStart } = findHeader(top, numbers, merges);
  if (header.length === 0 || dataStart >= filled.length) return null;
  const names = headingNames(top, header);
  const data = filled.slice(dataStart);
  return {
    sheet: name,
    columns: names.map((heading, column) => ({
      name: heading,
      hxl: hxl.map((row) => toHxlTag(top[row]![column] ?? null)).find((tag) => tag !== null) ?? null,
      cells: data.map((row) => at(row, column)),
    })),
    rowNumbers: data.map(({ number }) => number),
    headerRow: numbers[header.at(-1)!]!,
    hxlRow: hxl.length > 0 ? numbers[hxl.at(-1)!]! : null,
  };
}

/** Takes the rows of a worksheet as they stream by. @param spend counts cells against a limit */
export function sheetReader(spend: (cells: number) => void = () => {}) {
  const rows: SheetRows['rows'] = [];
  let width = 0;
  return {
    rows,
    add: (number: number, columns: readonly number[], values: readonly Cell[]): void => {
      const last = columns.length === 0 ? 0 : Math.max(...columns.slice(-1), columns.at(0)!) + 1;
      spend(last);
      width = Math.max(width, last);
      const cells: Cell[] = Array.from({ length: last }, () => null);
      for (const [i, column] of columns.entries()) cells[column] = values[i] ?? null;
      if (last > 0) rows.push({ number, cells });
    },
    /** Columns of the widest row. */
    widthOf: (): number => width,
  };
}
