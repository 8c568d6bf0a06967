/** Two tables in one sheet, one under or beside the other: their rows would be read through the wrong headings, so the sheet is refused. */
import { InputError } from '../../errors.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import type { PresenceRole } from '../../contract/presence/columns.ts';
import { plainRole } from '../columns/heading.ts';

/** A second header has at least this many texts that are headings of a 3W. */
const MIN_HEADINGS = 3;

/** @throws InputError `presence.two-tables` */
export function refuseTwoTables(table: RawTable): void {
  const where = table.format === 'csv' ? table.file : `Sheet "${table.sheet}" of ${table.file}`;
  const beside = besideAt(table);
  if (beside !== null)
    throw new InputError(
      'presence.two-tables',
      `${where} contains two tables side by side: a second one begins at column "${beside}". Put each table on a sheet of its own.`,
    );
  const below = aboveAt(table) ?? belowAt(table);
  if (below !== null)
    throw new InputError(
      'presence.two-tables',
      `${where} contains two tables: there is a second header in row ${below}. Put each table on a sheet of its own.`,
    );
}

const isWho = (heading: string) => plainRole(heading)?.is === 'org';
const isWhere = (heading: string) => plainRole(heading)?.is === 'place';

/** Both sides of an empty column name organisations and places. */
function besideAt({ columns }: RawTable): string | null {
  const blocks: string[][] = [[]];
  for (const { name, cells } of columns) {
    if (name === '' && cells.every((cell) => cell === null)) blocks.push([]);
    else if (name !== '') blocks.at(-1)!.push(name);
  }
  const whole = blocks.filter((block) => block.some(isWho) && block.some(isWhere));
  return whole[1]?.[0] ?? null;
}

/** The widest header was taken, and a narrower table stands above it: a row there is made of headings. */
function aboveAt({ preamble, header }: RawTable): number | null {
  const isHeader = (text: string) => {
    const words = text.split(/\s+/u);
    const headings = words.filter((word) => plainRole(word) !== undefined);
    // Of a sentence about organisations and places most words are no headings.
    return headings.length >= Math.max(MIN_HEADINGS, words.length * 0.6) && headings.some(isWho) && headings.some(isWhere);
  };
  return preamble.some(isHeader) ? (header.rows[0] ?? null) : null;
}

/** A row among the data whose texts are headings: a who and a where, and nothing that is no text. */
function belowAt({ columns, rows, rowNumbers }: RawTable): number | null {
  // Data repeats its texts; each is looked at once.
  const seen = new Map<string, PresenceRole | undefined>();
  const roleOf = (text: string) => {
    if (!seen.has(text)) seen.set(text, plainRole(text));
    return seen.get(text);
  };
  for (let row = 0; row < rows; row++) {
    // Data follows data: only a row after a gap can head a second table.
    if (row > 0 && rowNumbers[row] === rowNumbers[row - 1]! + 1) continue;
    const texts: string[] = [];
    let plain = true;
    for (const { cells } of columns) {
      const cell = cells[row] ?? null;
      if (cell === null) continue;
      if (typeof cell === 'string' && cell.length <= 80) texts.push(cellText(cell));
      else plain = false;
    }
    if (!plain || texts.length < MIN_HEADINGS || new Set(texts).size < texts.length) continue;
    const roles = texts.flatMap((text) => roleOf(text) ?? []);
    const isHeader = roles.length >= MIN_HEADINGS && roles.length >= texts.length * 0.8;
    if (isHeader && roles.some(({ is }) => is === 'org') && roles.some(({ is }) => is === 'place')) return rowNumbers[row]!;
  }
  return null;
}
