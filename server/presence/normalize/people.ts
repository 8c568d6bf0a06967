/** How many people a row says were reached: whole and not below zero, or null and told. Never 0 for what is not stated. */
import type { NumberStyle } from '../../contract/columns.ts';
import type { Cell, RawColumn } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { findNumberStyle, parseNumber } from '../../formats/tables/numbers.ts';

export interface PeopleReader {
  read(row: number): number | null;
  /** Cells that hold something which is no number of people, or which may be two numbers. */
  unreadable(): { row: number; text: string }[];
}

/** `1.500`: thousands or a fraction? Said by the column where it can (formats/tables/numbers.ts), asked where it cannot. */
const EITHER = /^[-+]?\d{1,3}([.,])\d{3}$/;

/** @param said how the column writes numbers, where a person said it */
export function createPeopleReader(column: RawColumn | undefined, said?: NumberStyle): PeopleReader {
  const unreadable: { row: number; text: string }[] = [];
  if (!column) return { read: () => null, unreadable: () => unreadable };
  const style = said ?? findNumberStyle(column.cells);
  const peopleOf = (cell: Cell): number | null | undefined => {
    const mark = typeof cell === 'string' ? EITHER.exec(cell.trim())?.[1] : undefined;
    if (!said && mark !== undefined && mark !== style.thousands) return undefined;
    const number = parseNumber(cell, style);
    if (number.is === 'number') return Number.isInteger(number.value) && number.value >= 0 ? number.value : undefined;
    return number.is === 'text' ? undefined : null;
  };
  return {
    unreadable: () => unreadable,
    read(row) {
      const cell = column.cells[row] ?? null;
      const people = peopleOf(cell);
      if (people === undefined) unreadable.push({ row, text: cellText(cell) });
      return people ?? null;
    },
  };
}

/** Several columns that add up: the sum of those that state a number, or null where none does. */
export function createPeopleSum(columns: readonly RawColumn[], saidOf: (column: number) => NumberStyle | undefined): PeopleReader {
  const readers = columns.map((column, i) => createPeopleReader(column, saidOf(i)));
  return {
    unreadable: () => readers.flatMap((reader) => reader.unreadable()),
    read(row) {
      const stated = readers.map((reader) => reader.read(row)).filter((people) => people !== null);
      return stated.length === 0 ? null : stated.reduce((sum, people) => sum + people, 0);
    },
  };
}
