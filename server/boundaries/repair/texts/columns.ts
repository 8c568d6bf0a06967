/** Text columns of the uploaded layers with what they mean, value by value: the ground of attribute repairs. */
import type { ExtraColumn } from '../../../contract/admin.ts';
import type { TextOperation } from '../../../contract/boundaries/repair.ts';
import type { AdminLevel } from '../../../contract/ids.ts';
import type { RawLayer } from '../../../formats/raw.ts';
import type { RoleOfColumn } from '../../normalize/columns.ts';
import type { NormalizedBoundaries, UploadedLevel } from '../../normalize/model.ts';
import { keysOf } from '../owners/rulers.ts';

export type Cell = ExtraColumn['values'][number];

/** Values of a name, a code or a date column. */
export interface TextColumn {
  layer: TextLayer;
  heading: string;
  /** Level that the column speaks of: its own or one above. */
  of: AdminLevel;
  is: 'name' | 'pcode' | 'validOn' | 'validTo';
  /** Of names: 0 is the one shown by default. */
  slot: number;
  /** BCP 47; `und` where nothing says. */
  lang: string;
  /** Rows (0-based, of the source) of each value that is not empty, as text. */
  rowsOf: Map<string, number[]>;
  /** Rows whose cell is empty or null. */
  empty: number[];
}

export interface TextLayer {
  raw: RawLayer;
  level: AdminLevel;
  uploaded: UploadedLevel;
  columns: TextColumn[];
  /** Key of the unit that a source row became; undefined where it became none. */
  keyOf: Map<number, string>;
}

/** What a rule finds; rows 0-based. `offered`: nothing recommends it. */
export interface TextDraft {
  column: TextColumn;
  rows: number[];
  before: string | null;
  after: string | null;
  rule: TextOperation['rule'];
  evidence: TextOperation['evidence'];
  bulk: boolean;
  offered: boolean;
}

/** A source cell as rules see it; null where it says nothing. */
export function textOf(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined || typeof cell === 'boolean' || (typeof cell === 'number' && Number.isNaN(cell))) return null;
  return String(cell).trim() === '' ? null : String(cell);
}

/** Layers that became a level, the highest first. A table of several levels is one layer, of the deepest. */
export function textLayers({ levels, layersRead }: NormalizedBoundaries): TextLayer[] {
  return layersRead.flatMap(({ raw, roles, languageOf }): TextLayer[] => {
    const uploaded = levels.findLast((one) => one.raw === raw);
    if (!uploaded) return [];
    const keys = keysOf(uploaded.table);
    const layer: TextLayer = { raw, level: uploaded.level, uploaded, columns: [], keyOf: new Map() };
    uploaded.table.source.rowNumber.forEach((number, row) => layer.keyOf.set(number - 1, keys[row]!));
    layer.columns = roles.flatMap((role) => columnOf(layer, role, languageOf.get(role.column)));
    return [layer];
  });
}

function columnOf(layer: TextLayer, { column, heading, role }: RoleOfColumn, headingLang: string | undefined): TextColumn[] {
  const slot = role.is === 'name' ? role.slot : 0;
  // What the column `lang` says holds for all names of its place.
  const lang = headingLang ?? layer.uploaded.languages[slot] ?? 'und';
  const base = { layer, heading, lang, slot, rowsOf: new Map<string, number[]>(), empty: [] as number[] };
  let made: TextColumn;
  if (role.is === 'name' || role.is === 'pcode') made = { ...base, of: role.level, is: role.is };
  else if (role.is === 'refName' || role.is === 'altName') made = { ...base, of: role.level, is: 'name', slot: 1 };
  else if (role.is === 'validOn' || role.is === 'validTo') made = { ...base, of: layer.level, is: role.is };
  else return [];
  layer.raw.columns[column]!.values.forEach((cell, row) => {
    const text = textOf(cell);
    if (text === null) {
      made.empty.push(row);
      return;
    }
    const known = made.rowsOf.get(text);
    if (known) known.push(row);
    else made.rowsOf.set(text, [row]);
  });
  return [made];
}

/** Texts of a column, each once. */
export const valuesOf = ({ rowsOf }: TextColumn): string[] => [...rowsOf.keys()];
