/** Cells with several values: split at what was declared and nothing else. What might be declared is counted, to be shown to a person. */
import type { MarkCount, PresenceRole } from '../../contract/presence/presence.ts';
import type { Cell, RawColumn } from '../../formats/tables/rawTable.ts';
import { cellText, tidyText } from '../../formats/tables/rawTable.ts';
import { isBlank } from './spellings.ts';

/** What people put between values. A mark between blanks stands before the bare one: it splits fewer names that merely contain it. */
export const MARKS: readonly string[] = ['\n', ';', ',', '|', ' / ', '/', ' & ', '&', ' + '];
/** Cells shown of each mark. */
const SHOWN = 4;
/** Distinct cells looked at: what nobody would declare a separator for has more. */
const MOST_DISTINCT = 20_000;

/** Whether cells of the role are split where a separator is declared. A row has one place, so cells of places are not. */
export function holdsSeveral(role: PresenceRole): boolean {
  return role.is === 'sector' || (role.is === 'org' && role.part !== 'type');
}

/** Like `cellText`, with the line breaks of the cell kept: they may be the separator. */
export function linesText(cell: Cell): string {
  if (typeof cell !== 'string') return cellText(cell);
  return cell
    .split(/\r\n?|\n/)
    .map(tidyText)
    .join('\n')
    .trim();
}

export function splitCell(text: string, separators: readonly string[]): string[] {
  let parts = [text];
  for (const separator of separators) parts = parts.flatMap((part) => part.split(separator).map((each) => each.trim()));
  return parts.filter((part) => !isBlank(part));
}

/** The marks that stand between two texts in the cells of a column, most rows first. */
export function countMarks({ cells }: RawColumn): MarkCount[] {
  const rows = new Map<string, number>();
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const known = rows.get(cell);
    if (known !== undefined || rows.size < MOST_DISTINCT) rows.set(cell, (known ?? 0) + 1);
  }
  const counts = new Map(MARKS.map((mark): [string, MarkCount] => [mark, { mark, rows: 0, cells: [] }]));
  for (const [cell, count] of [...rows].sort((a, b) => b[1] - a[1])) {
    const text = linesText(cell);
    for (const found of counts.values()) {
      if (!text.includes(found.mark) || splitCell(text, [found.mark]).length < 2) continue;
      found.rows += count;
      if (found.cells.length < SHOWN && !found.cells.includes(text)) found.cells.push(text);
    }
  }
  // Where each mark has its blanks, the bare one would split nothing more this month, and names the next.
  const same = (mark: string) => mark.length === 1 && counts.get(` ${mark} `)?.rows === counts.get(mark)!.rows;
  return [...counts.values()].filter(({ mark, rows: found }) => found > 0 && !same(mark)).sort((a, b) => b.rows - a.rows);
}
