/** What a person must know of a table as it was read: formulas without result, hidden rows and sheets, invisible characters. */
import type { Finding } from '../../contract/finding.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { finding } from '../../words/findings.ts';
import type { RawColumn, RawTable } from './rawTable.ts';
import { toLetters, type Uncalculated } from './uncalculated.ts';
import { holdsInvisible } from './rawTable.ts';

/** Formulas without a result are read as empty cells; which, and what to do, is told. */
export function uncalculated({ count, cells }: Uncalculated, sheet: string): Finding[] {
  const code = 'table.formula-uncalculated';
  const items = cells.map(({ place, row }) => ({ id: `${code}/${sheet}/${place}`, pcodes: [], rows: [row], clause: verbatim(place) }));
  return finding(code, 'warning', null, items, { table: sheet }, count);
}

/** Rows that a filter or a person hides are data all the same: nobody sees in the spreadsheet that they are counted. */
export function hiddenRows(rowNumbers: ArrayLike<number>, isHidden: (index: number) => boolean, sheet: string): Finding[] {
  const code = 'table.hidden-rows';
  const runs: { first: number; last: number }[] = [];
  let count = 0;
  for (let i = 0; i < rowNumbers.length; i++) {
    if (!isHidden(i)) continue;
    count++;
    const run = runs.at(-1);
    if (run && i > 0 && isHidden(i - 1)) run.last = rowNumbers[i]!;
    else runs.push({ first: rowNumbers[i]!, last: rowNumbers[i]! });
  }
  const items = runs.map(({ first, last }) => ({
    id: `${code}/${sheet}/${first}`,
    pcodes: [],
    rows: [first],
    clause: first === last ? clause('table.row', { row: first }) : clause('table.rows', { first, last }),
  }));
  return finding(code, 'warning', null, items, { table: sheet }, count);
}

/** The hidden sheets of one workbook with the rows they hold. */
export function hiddenSheets(tables: RawTable[], file: string): Finding[] {
  const code = 'table.hidden-sheets';
  const items = tables
    .filter(({ hidden }) => hidden)
    .map(({ sheet, rows }) => ({ id: `${code}/${file}/${sheet}`, pcodes: [], rows: [], clause: clause('table.hidden-sheet', { sheet, rows }) }));
  return finding(code, 'info', null, items, { file });
}

/** Direction marks and soft hyphens come with copied text. They are read over, and it is said in which columns. */
export function invisibleCharacters(columns: RawColumn[], sheet: string): Finding[] {
  const code = 'table.invisible-characters';
  let count = 0;
  const items = columns.flatMap(({ name, cells }, c) => {
    const found = cells.reduce((sum: number, cell) => sum + Number(typeof cell === 'string' && holdsInvisible(cell)), 0);
    count += found;
    const heading = name === '' ? toLetters(c) : name;
    return found === 0 ? [] : [{ id: `${code}/${sheet}/${c}`, pcodes: [], rows: [], clause: clause('table.invisible-column', { heading, count: found }) }];
  });
  return finding(code, 'info', null, items, { table: sheet }, count);
}
