/**
 * How a table writes its numbers, decided by all cells of all its number columns: `41.500` is forty-one thousand in one file and forty-one and a half in
 * another. People are whole, known totals have a size, and what neither settles is asked; a doubt is read as thousands, because 230 for 230,000 is the
 * reading that nobody sees.
 */
import type { NumberStyle } from '../../contract/columns.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { findNumberStyle, parseNumber, tallyMarks } from '../../formats/tables/numbers.ts';

export interface NumberDoubt {
  mark: '.';
  /** A cell as it stands, and what it is in either reading. */
  sample: string;
  asThousands: number;
  asDecimals: number;
  cells: number;
  columns: number[];
}

export interface NumberReading {
  styleOf(column: number): NumberStyle;
  doubt: NumberDoubt | null;
}

/** This many marks and no number of four digits without one: the table marks its thousands. */
const ENOUGH = 3;
/** A known total is met within this factor; the other reading is a thousand times off. */
const NEAR = 5;

/**
 * @param columns all columns of numbers
 * @param totals those of them that hold whole populations, one level's each
 * @param known totals of the country: other tables of the upload, the version before
 * @param asked what a person said, by column
 */
export function readNumberStyles(
  table: RawTable,
  columns: readonly number[],
  totals: readonly number[],
  known: readonly number[],
  asked: ReadonlyMap<number, NumberStyle>,
): NumberReading {
  const open = columns.filter((column) => !asked.has(column));
  const cells = function* () {
    for (const column of open) yield* table.columns[column]!.cells;
  };
  const tally = tallyMarks(cells());
  const found = findNumberStyle(cells());
  // `1,234` is never one person and a quarter: who writes decimals with a comma writes none of three digits. Programs write dots and any number of digits.
  const mark = tally.dot.single > 0 && tally.dot.other === 0 ? '.' : null;
  const marks = tally.dot;
  const styleOf = (style: NumberStyle) => (column: number) => asked.get(column) ?? style;
  // Two marks in one number, or a second kind of mark, leave nothing open.
  if (mark === null || marks.many > 0 || tally.comma.other + tally.comma.single > 0) return { styleOf: styleOf(found), doubt: null };
  const thousands: NumberStyle = { thousands: mark, decimal: ',' };
  const decimals: NumberStyle = { thousands: null, decimal: mark };
  const size = (style: NumberStyle) => Math.max(0, ...totals.filter((column) => open.includes(column)).map((column) => sumOf(table, column, style)));
  const [big, small] = [size(thousands), size(decimals)];
  const isNear = (sum: number) => known.some((total) => total > 0 && sum > 0 && Math.abs(Math.log(sum / total)) < Math.log(NEAR));
  if (isNear(big) !== isNear(small)) return { styleOf: styleOf(isNear(big) ? thousands : decimals), doubt: null };
  if (tally.plainLarge === 0 && marks.single >= ENOUGH) return { styleOf: styleOf(thousands), doubt: null };
  if (marks.single >= 5 && tally.plainLarge < marks.single) return { styleOf: styleOf(thousands), doubt: null };
  const sample = cellText(
    table.columns[open.find((column) => table.columns[column]!.cells.some((cell) => isMarked(cell, mark)))!]!.cells.find((cell) => isMarked(cell, mark))!,
  );
  const value = (style: NumberStyle) => {
    const number = parseNumber(sample, style);
    return number.is === 'number' ? number.value : 0;
  };
  const doubt = { mark, sample, asThousands: value(thousands), asDecimals: value(decimals), cells: marks.single, columns: [...open] } as const;
  return { styleOf: styleOf(thousands), doubt: { ...doubt, columns: [...open] } };
}

const isMarked = (cell: unknown, mark: string) => typeof cell === 'string' && cell.includes(mark) && tallyMarks([cell]).dot.single > 0;

function sumOf(table: RawTable, column: number, style: NumberStyle): number {
  let sum = 0;
  for (const cell of table.columns[column]!.cells) {
    const number = parseNumber(cell, style);
    if (number.is === 'number') sum += number.value;
  }
  return sum;
}
