/** A whole table: which sheet, which columns, each row to its unit. Pure; the same in a browser. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { PlaceColumn, RowMethod, SaidPlaceColumn, TableSummary } from '../../contract/lookup/table.ts';
import type { LookupGround, LookupOutlines } from '../ground.ts';
import { readPlaceColumns, type PlaceTable } from './columns.ts';
import { sayNotes, type SayNote } from './notes.ts';
import { createPlacer, newCells, newHeadings, newTags, type PlacedRow } from './rows.ts';
import { toTable, type SheetRows } from './sheet.ts';

export interface ReadSheet {
  table: PlaceTable;
  columns: PlaceColumn[];
  /** Sheets of the file with rows below headings, this one first. */
  sheets: string[];
}

/** The sheet that is asked for, else the largest whose columns say where its rows are, else the largest. null where none has rows below a heading. */
export function chooseSheet(sheets: readonly SheetRows[], ground: LookupGround, said: readonly SaidPlaceColumn[], wanted?: string): ReadSheet | null {
  const tables = sheets.flatMap((sheet) => toTable(sheet) ?? []).toSorted((a, b) => b.rowNumbers.length - a.rowNumbers.length);
  const asked = tables.find(({ sheet }) => sheet === wanted);
  let first: ReadSheet | null = null;
  for (const table of asked ? [asked] : tables) {
    const columns = readPlaceColumns(table, ground, said);
    const read = { table, columns, sheets: [table.sheet, ...tables.filter((each) => each !== table).map(({ sheet }) => sheet)] };
    if (columns.some(({ role }) => role !== 'none')) return read;
    first ??= read;
  }
  return first;
}

export interface CodedTable {
  summary: TableSummary;
  /** Of the data rows, in their order. */
  rows: PlacedRow[];
  /** Cells that are added, by the number of the row in the file: headings, tags and each data row. */
  added: ReadonlyMap<number, readonly string[]>;
}

/** Data rows of a table. */
export const MOST_ROWS = 100_000;
/** Rows between two looks at whether anybody waits. */
const STEP = 500;

/** @param pause called every few hundred rows */
export async function codeTable(
  { table, columns, sheets }: ReadSheet,
  ground: LookupGround,
  outlines: LookupOutlines | null,
  say: SayNote,
  pause: (done: number, total: number) => Promise<void> | void = () => {},
): Promise<CodedTable> {
  const place = createPlacer(table, columns, ground, outlines);
  const levels = ground.levels.map(({ level }) => level) as AdminLevel[];
  const added = new Map<number, readonly string[]>();
  if (table.headerRow > 0) added.set(table.headerRow, newHeadings(levels));
  if (table.hxlRow !== null) added.set(table.hxlRow, newTags(levels));
  const rows: PlacedRow[] = [];
  const methods: Record<RowMethod, number> = { point: 0, code: 0, 'code-repaired': 0, name: 0, 'name-near': 0, none: 0 };
  for (const [i, number] of table.rowNumbers.entries()) {
    if (i % STEP === 0) await pause(i, table.rowNumbers.length);
    const row = place(i);
    rows.push(row);
    methods[row.method]++;
    added.set(number, newCells(ground, levels, row, sayNotes(row.notes, say)));
  }
  return {
    summary: {
      sheet: table.sheet,
      sheets,
      columns: [...columns],
      rows: rows.length,
      placed: rows.length - methods.none,
      doubtful: rows.filter(({ notes }) => notes.length > 0).length,
      disagree: levels.flatMap((level) => {
        const count = rows.filter(({ notes }) => notes.some((note) => note.is === 'disagrees' && note.level === level)).length;
        return count > 0 ? [{ level, rows: count }] : [];
      }),
      methods,
    },
    rows,
    added,
  };
}
