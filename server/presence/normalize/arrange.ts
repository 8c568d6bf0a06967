/** Columns by what they hold, and their cells as texts. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { OrgRole, PresenceRole } from '../../contract/presence/columns.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { linesText, splitCell } from './cells.ts';

/** Where a role has several columns (a name in two languages) the first that holds something in a row says it. */
type Several = readonly number[];

export interface Columns {
  orgs: { role: OrgRole; name: Several; acronym: Several; type: Several }[];
  /** From the country down; without the country, of which a column says nothing that the dataset does not say. */
  places: { level: AdminLevel; code: Several; name: Several }[];
  at: Partial<Record<Exclude<PresenceRole['is'], 'org' | 'place' | 'ignore'>, Several>>;
  /** Columns of one answer each: which sector was chosen. */
  choices: { column: number; answer: string }[];
  /** Columns of one month each: `2025-03` or `03`. */
  months: { column: number; month: string }[];
}

export function arrange(roles: readonly PresenceRole[]): Columns {
  const orgs: { role: OrgRole; name: number[]; acronym: number[]; type: number[] }[] = [];
  const places: { level: AdminLevel; code: number[]; name: number[] }[] = [];
  const at: Partial<Record<string, number[]>> = {};
  const choices: Columns['choices'] = [];
  const months: Columns['months'] = [];
  roles.forEach((role, column) => {
    if (role.is === 'org') {
      let org = orgs.find((each) => each.role === role.role);
      if (!org) orgs.push((org = { role: role.role, name: [], acronym: [], type: [] }));
      org[role.part].push(column);
    } else if (role.is === 'place') {
      let place = places.find((each) => each.level === role.level);
      if (!place) places.push((place = { level: role.level, code: [], name: [] }));
      place[role.part].push(column);
    } else if (role.is === 'sector' && role.choice !== undefined) choices.push({ column, answer: role.choice });
    else if (role.is === 'month' && role.choice !== undefined) months.push({ column, month: role.choice });
    else if (role.is !== 'ignore') {
      (at[role.is] ??= []).push(column);
      if (role.is === 'people' && role.month !== undefined) months.push({ column, month: role.month });
    }
  });
  return { orgs, places: places.filter(({ level }) => level > 0).sort((a, b) => a.level - b.level), at, choices, months };
}

export interface Cells {
  text(column: number, row: number): string;
  /** The first text that the columns hold in a row; '' where none does. */
  first(columns: Several | undefined, row: number): string;
  /** Its values, split at what was declared for the column that holds it. */
  values(columns: Several | undefined, row: number): string[];
}

export function createCells(table: RawTable, separators: ReadonlyMap<number, string[]> = new Map()): Cells {
  const lined = new Set([...separators].flatMap(([column, list]) => (list.includes('\n') ? [column] : [])));
  const text = (column: number, row: number) => {
    const cell = table.columns[column]!.cells[row] ?? null;
    return lined.has(column) ? linesText(cell) : cellText(cell);
  };
  const holder = (columns: Several | undefined, row: number): number => {
    if (columns === undefined || columns.length === 0) return -1;
    if (columns.length === 1) return columns[0]!;
    return columns.find((column) => text(column, row) !== '') ?? columns[0]!;
  };
  return {
    text,
    first(columns, row) {
      const column = holder(columns, row);
      return column < 0 ? '' : text(column, row);
    },
    values(columns, row) {
      const column = holder(columns, row);
      return column < 0 ? [] : splitCell(text(column, row), separators.get(column) ?? []);
    },
  };
}
