/** Days of a column: cells of a spreadsheet and numbers as they are; texts whose order of day and month the column tells, or a person. */
import type { ColumnReading } from '../contract/columns.ts';
import { readDate } from '../matching/dates.ts';
import { readWordDate } from '../matching/wordDates.ts';
import { asciiDigits } from '../matching/digits.ts';
import { foldName } from '../matching/fold.ts';
import { clause } from '../words/clauses.ts';
import type { Book } from './book.ts';
import type { KeptCell, KeptSheet } from './sheet.ts';

type Order = 'day-first' | 'month-first';
type DayReading = { day: string } | { empty: true } | { ambiguous: string } | { unreadable: string };

const SHORT = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** The order that texts of a column with only one reading tell; null where there are none, or they disagree. */
function orderOf(cells: readonly KeptCell[]): Order | null {
  const orders = new Set<Order>();
  for (const cell of cells) {
    const match = typeof cell === 'string' ? SHORT.exec(asciiDigits(cell.trim())) : null;
    if (!match || match[1] === match[2]) continue;
    if (Number(match[1]) > 12) orders.add('day-first');
    else if (Number(match[2]) > 12) orders.add('month-first');
  }
  return orders.size === 1 ? [...orders][0]! : null;
}

function readDay(cell: KeptCell, order: Order | null): DayReading {
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

interface DatesPlanning {
  sheet: KeptSheet;
  columns: readonly Pick<ColumnReading<{ is: string }>, 'heading' | 'role'>[];
  book: { ask: Book<string, 'date'>['ask'] };
}

/** First and last day of a row; null while they are in doubt. */
export function planDates({ sheet, columns, book }: DatesPlanning) {
  const at = (is: 'start' | 'end') => columns.findIndex(({ role }) => role.is === is);
  const found = { start: at('start'), end: at('end') };
  const orders = new Map([found.start, found.end].map((column) => [column, column < 0 ? null : orderOf(sheet.rows.map(({ cells }) => cells[column] ?? null))]));
  // Columns of one sheet are written by one hand.
  const agreed = [...new Set([...orders.values()].filter((order) => order !== null))];
  const orderIn = (column: number): Order | null => orders.get(column) ?? (agreed.length === 1 ? agreed[0]! : null);

  function read(row: number, column: number, cell: KeptCell): string | null | undefined {
    const reading = readDay(cell, orderIn(column));
    if ('day' in reading) return reading.day;
    if ('empty' in reading) return null;
    const { heading } = columns[column]!;
    if ('ambiguous' in reading) {
      const choices = [
        { answer: 'day-first', clause: clause('import.choice.day-first') },
        { answer: 'month-first', clause: clause('import.choice.month-first') },
      ];
      const order = book.ask(row, 'date', `order:${column}`, reading.ambiguous, clause('import.doubt.order', { heading, written: reading.ambiguous }), choices);
      const said = order === null ? null : readDay(cell, order as Order);
      return said && 'day' in said ? said.day : undefined;
    }
    const written = reading.unreadable;
    const blank = book.ask(row, 'date', `${column}:${foldName(written)}`, written, clause('import.doubt.date', { heading, written }), [
      { answer: 'blank', clause: clause('import.choice.blank') },
    ]);
    return blank === null ? undefined : null;
  }

  return (row: number, cells: readonly KeptCell[]): { start: string | null; end: string | null } | null => {
    const start = found.start < 0 ? null : read(row, found.start, cells[found.start] ?? null);
    const end = found.end < 0 ? null : read(row, found.end, cells[found.end] ?? null);
    if (start === undefined || end === undefined) return null;
    if (start === null || end === null || start <= end) return { start, end };
    const choices = [
      { answer: 'swap', clause: clause('import.choice.swap', { start: end, end: start }) },
      { answer: 'blank', clause: clause('import.choice.blank') },
    ];
    const said = book.ask(row, 'date', `span:${start}:${end}`, `${start} – ${end}`, clause('import.doubt.span', { start, end }), choices);
    if (said === null) return null;
    return said === 'swap' ? { start: end, end: start } : { start: null, end: null };
  };
}
