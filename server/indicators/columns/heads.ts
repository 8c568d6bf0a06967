/** Headings in up to three rows: the groups of columns above, carried right over the columns that they stand for. Pure. */
import type { RawTable } from '../../formats/tables/rawTable.ts';

export interface Head {
  /** Text of the last heading row; '' where it is blank. */
  name: string;
  /** Texts of the rows above it that stand over this column, the uppermost first. */
  groups: string[];
  /** All of it, from the top. */
  text: string;
}

/** Rows above the headings that hold fewer texts are titles of the table. */
const MIN_GROUPS = 2;

/** A heading for each column. Titles above the table are no groups. */
export function readHeads({ columns, header, heads }: Pick<RawTable, 'columns' | 'header' | 'heads'>): { heads: Head[]; rows: number } {
  const own = header.rows;
  const plain = columns.map(({ name }): Head => ({ name, groups: [], text: name }));
  if (!heads || heads.rows.length === 0 || own.length === 0) return { heads: plain, rows: own.length };
  const last = heads.rows.indexOf(own.at(-1)!);
  const lowest = heads.cells[last]!;
  const above: string[][] = [];
  for (let i = last - 1; i >= 0 && above.length < 2; i--) {
    const row = heads.cells[i]!;
    const isNext = heads.rows[i + 1]! - heads.rows[i]! <= (own.includes(heads.rows[i]!) ? 1 : 2);
    if (!isNext || row.filter(Boolean).length < MIN_GROUPS) break;
    above.unshift(
      carryRight(
        row,
        lowest,
        heads.merges.filter(({ top }) => top === heads.rows[i]),
      ),
    );
  }
  if (above.length === 0) return { heads: plain, rows: own.length };
  return {
    heads: columns.map(({ name }, c): Head => {
      const groups = above.map((row) => row[c] ?? '').filter(Boolean);
      const bottom = lowest[c] ?? '';
      const all = [...groups, bottom].filter(Boolean);
      return { name: bottom || (groups.at(-1) ?? name), groups: bottom ? groups : groups.slice(0, -1), text: all.join(' ') };
    }),
    rows: above.length + 1,
  };
}

/** Over a merged block as far as it goes; where nothing is merged, as in CSV, up to the next group. */
function carryRight(row: readonly string[], lowest: readonly string[], merges: NonNullable<RawTable['heads']>['merges']): string[] {
  const carried: string[] = [];
  const ends = new Map(merges.map(({ left, right }) => [left, right]));
  let group = '';
  let end = -1;
  for (let c = 0; c < lowest.length; c++) {
    const text = row[c] ?? '';
    if (text !== '') {
      group = text;
      end = merges.length === 0 ? Infinity : (ends.get(c) ?? c);
    } else if (c > end || lowest[c] === '') group = '';
    carried.push(group);
  }
  return carried;
}
