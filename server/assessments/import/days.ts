/** First and last day of each row, with what is asked where they are in doubt. A cell may hold both: "2026-06-01 to 2026-06-10". Pure. */
import type { Question } from '../../contract/assessments/assessments.ts';
import type { AssessmentColumn } from '../../contract/assessments/imports.ts';
import { planDates } from '../../sheets/dates.ts';
import type { KeptCell, KeptSheet } from '../../sheets/sheet.ts';

export interface Days {
  start: string | null;
  end: string | null;
  questions: Question[];
}

/** A moment is of its day; a range has its end beside its start. */
const RANGE = /^(\S+(?:\s+\S+){0,2}?)\s+(?:to|a|al|au|à|até|إلى|[-–—/])\s+(\S+(?:\s+\S+){0,2})$/iu;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}.*$/;
const bare = (cell: KeptCell): KeptCell => (typeof cell === 'string' ? cell.trim().replace(MOMENT, '$1') : cell);

/** Days of each row as YYYY-MM-DD; null with a question where they cannot be read for certain. */
export function readDays(sheet: KeptSheet, columns: readonly AssessmentColumn[]): (row: number, cells: readonly KeptCell[]) => Days {
  const start = columns.findIndex(({ role }) => role.is === 'start');
  const end = columns.findIndex(({ role }) => role.is === 'end');
  // Two columns of their own, so that a range takes both.
  const headings = [columns[start]?.heading ?? '', columns[end]?.heading ?? columns[start]?.heading ?? ''];
  const split = (cells: readonly KeptCell[]): KeptCell[] => {
    const [first, last] = [start < 0 ? null : bare(cells[start] ?? null), end < 0 ? null : bare(cells[end] ?? null)];
    const range = typeof first === 'string' ? RANGE.exec(first) : null;
    return range && /\d/.test(range[1]!) && /\d/.test(range[2]!) ? [range[1]!, last ?? range[2]!] : [first, last];
  };
  const own: KeptSheet = { ...sheet, headings, rows: sheet.rows.map(({ row, cells }) => ({ row, cells: split(cells) })) };
  let asked: Question[] = [];
  const book = {
    ask: (_row: number, _about: 'date', key: string, written: string, text: Question['clause'], choices: Question['choices']) => {
      const id = `date:${key}`.slice(0, 300);
      if (!asked.some((each) => each.id === id)) asked.push({ id, about: 'date', written, clause: text, choices });
      return null;
    },
  };
  const columnsOf = (...roles: string[]) => headings.map((heading, i) => ({ heading, role: { is: roles[i]! } }));
  const both = planDates({ sheet: own, columns: columnsOf('start', 'end'), book });
  // Where one of the two is in doubt, the other stands.
  const first = planDates({ sheet: own, columns: columnsOf('start', 'ignore'), book });
  const last = planDates({ sheet: own, columns: columnsOf('ignore', 'end'), book });
  return (row, cells) => {
    asked = [];
    const days = split(cells);
    const read = both(row, days);
    if (read !== null) return { ...read, questions: asked };
    const isSpan = asked.some(({ id }) => id.startsWith('date:span:'));
    return { start: isSpan ? null : (first(row, days)?.start ?? null), end: isSpan ? null : (last(row, days)?.end ?? null), questions: asked };
  };
}
