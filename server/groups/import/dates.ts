/** Days of a column: cells of a spreadsheet and numbers as they are; texts whose order of day and month the column tells, or a person. */
import { readDate } from '../../matching/dates.ts';
import { readWordDate } from '../../matching/wordDates.ts';
import { asciiDigits } from '../../matching/digits.ts';
import type { KeptCell } from './sheet.ts';

export type Order = 'day-first' | 'month-first';
export type DayReading = { day: string } | { empty: true } | { ambiguous: string } | { unreadable: string };

const SHORT = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** The order that texts of a column with only one reading tell; null where there are none, or they disagree. */
export function orderOf(cells: readonly KeptCell[]): Order | null {
  const orders = new Set<Order>();
  for (const cell of cells) {
    const match = typeof cell === 'string' ? SHORT.exec(asciiDigits(cell.trim())) : null;
    if (!match || match[1] === match[2]) continue;
    if (Number(match[1]) > 12) orders.add('day-first');
    else if (Number(match[2]) > 12) orders.add('month-first');
  }
  return orders.size === 1 ? [...orders][0]! : null;
}

export function readDay(cell: KeptCell, order: Order | null): DayReading {
  if (cell === null) return { empty: true };
  if (typeof cell === 'object') return { day: cell.day };
  const text = typeof cell === 'string' ? asciiDigits(cell.trim()) : cell;
  const short = typeof text === 'string' ? SHORT.exec(text) : null;
  if (short && Number(short[1]) <= 12 && Number(short[2]) <= 12 && short[1] !== short[2]) {
    if (order === null) return { ambiguous: String(text) };
    const [day, month] = order === 'day-first' ? [short[1]!, short[2]!] : [short[2]!, short[1]!];
    return { day: `${short[3]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  }
  const read = readDate(text);
  if ('iso' in read) return { day: read.iso };
  if ('empty' in read) return { empty: true };
  const words = typeof text === 'string' ? readWordDate(text) : undefined;
  if (words) return { day: `${words.year}-${String(words.month).padStart(2, '0')}-${String(words.day).padStart(2, '0')}` };
  return { unreadable: String(cell) };
}
