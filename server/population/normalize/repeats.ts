/** Columns of one population table that state the same group, or the same group for several years: one is taken, and what became of the others is said. */
import type { Finding } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import { finding } from '../../words/findings.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { toLetters } from '../../formats/tables/uncalculated.ts';
import type { PopulationRole } from './columns.ts';
import { findNumberStyle, parseNumber } from '../../formats/tables/numbers.ts';

interface GroupColumn {
  column: number;
  group: (PopulationRole & { is: 'group' })['group'];
}

/** The first column of each group, and beside it those that state the group again. */
export function partRepeats(groups: GroupColumn[]): { distinct: GroupColumn[]; repeats: { first: GroupColumn; again: GroupColumn }[] } {
  const taken = new Map<string, GroupColumn>();
  const repeats: { first: GroupColumn; again: GroupColumn }[] = [];
  for (const entry of groups) {
    const first = taken.get(entry.group.key);
    if (first) repeats.push({ first, again: entry });
    else taken.set(entry.group.key, entry);
  }
  return { distinct: [...taken.values()], repeats };
}

/** The same values twice are a note; other values are an error, because nobody but the author knows which column is right. */
export function findRepeats(table: RawTable, repeats: { first: GroupColumn; again: GroupColumn }[], rows: number[]): Finding[] {
  return repeats.flatMap(({ first, again }) => {
    const [one, other] = [table.columns[first.column]!, table.columns[again.column]!];
    // Two columns of the same heading are told apart by their letters.
    const headings = [one, other].map(({ name }, i) => `${name} (${toLetters([first, again][i]!.column)})`);
    const id = (rest: string | number) => `${table.file}/${table.sheet}/${again.column}/${rest}`;
    const read = reader(table, [first.column, again.column]);
    const differ = other.cells.every((cell) => cellText(cell) === '') ? [] : rows.filter((row) => read(first.column, row) !== read(again.column, row));
    if (differ.length === 0) {
      const item = {
        id: `population.column-repeated/${id('')}`,
        pcodes: [],
        rows: [],
        clause: clause('population.same-columns', { sheet: table.sheet, headings }),
      };
      return finding('population.column-repeated', 'info', null, [item]);
    }
    const items = differ.slice(0, 100).map((row) => ({
      id: `population.columns-disagree/${id(row)}`,
      pcodes: [],
      rows: [table.rowNumbers[row]!],
      clause: clause('population.two-values', {
        row: table.rowNumbers[row]!,
        first: cellText(one.cells[row]!) || '–',
        second: cellText(other.cells[row]!) || '–',
      }),
    }));
    const params = { sheet: table.sheet, first: headings[0]!, second: headings[1]! };
    return finding('population.columns-disagree', 'error', null, items, params, differ.length);
  });
}

/** Several years side by side: the newest that has come is a sensible default, but a choice, and the table must say so. */
export function findOtherYears(table: RawTable, roles: PopulationRole[], latest: number | null): Finding[] {
  const others = [...new Set(roles.flatMap((role) => (role.is === 'group' && role.year !== null && role.year !== latest ? [role.year] : [])))].sort(
    (a, b) => a - b,
  );
  const items = others.map((year) => ({
    id: `population.other-years/${table.file}/${table.sheet}/${year}`,
    pcodes: [],
    rows: [],
    clause: clause('population.year-columns', {
      sheet: table.sheet,
      year: String(year),
      headings: roles.flatMap((role, column) => (role.is === 'group' && role.year === year ? [table.columns[column]!.name] : [])).slice(0, 5),
    }),
  }));
  return finding('population.other-years', 'warning', null, items, { year: latest ?? '', years: others.join(', ') });
}

function reader(table: RawTable, columns: number[]): (column: number, row: number) => number | null {
  const style = findNumberStyle(columns.flatMap((column) => table.columns[column]!.cells));
  return (column, row) => {
    const number = parseNumber(table.columns[column]!.cells[row]!, style);
    return number.is === 'number' ? number.value : null;
  };
}
