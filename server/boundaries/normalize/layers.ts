/** What each layer of an upload is: an admin level, lines or points that go with it, or something else. */
import type { AdminLevel, Iso3 } from '../../contract/ids.ts';
import type { Drawing } from '../../contract/boundaries/columns.ts';
import type { RawLayer } from '../../formats/raw.ts';
import type { RoleOfColumn, Said, SaidColumn } from './columns.ts';
import { matchColumns } from './columns.ts';
import { iso2Of } from '../../matching/countries.ts';
import { inferBelow, inferName, inferStructure } from './structure.ts';

/** Rows of a layer that are one admin level. */
export interface LevelSource {
  raw: RawLayer;
  level: AdminLevel;
  /** 0-based rows of `raw`. */
  rows: Uint32Array;
  roles: RoleOfColumn[];
  /** How the level was known. */
  from: 'columns' | 'values' | 'file name' | 'level column' | Said;
}

/** What was said of a layer and its columns. */
export interface SaidOfLayer {
  columns: ReadonlyMap<number, SaidColumn>;
  /** null: it is not used. */
  level?: { is: AdminLevel | null; how: Said } | undefined;
  drawing?: { is: Drawing; how: Said } | undefined;
}

export type LayerRole =
  | { is: 'levels'; sources: LevelSource[] }
  | { is: 'companion'; role: 'lines' | 'points' | 'capitals' }
  /** `roles` of a layer of areas, which might be used if its level were known. */
  | { is: 'ignored'; reason: 'empty' | 'no-geometry' | 'no-level' | 'asked'; roles?: RoleOfColumn[] };

/** What a person said wins over everything. */
export function classifyLayer(raw: RawLayer, country: Iso3, said: SaidOfLayer = { columns: new Map() }): LayerRole {
  const role = classify(raw, country, said);
  for (const entry of new Set(role.is === 'levels' ? role.sources.flatMap(({ roles }) => roles) : [])) {
    const language = said.columns.get(entry.column)?.language;
    if (entry.role.is === 'name' && language !== undefined) entry.role = { ...entry.role, lang: language };
  }
  return role;
}

function classify(raw: RawLayer, country: Iso3, { columns, level: told }: SaidOfLayer): LayerRole {
  const counts = [0, 0, 0, 0, 0];
  for (const kind of raw.geometry.kinds) counts[kind]!++;
  const [none, points, lines, polygons] = counts as [number, number, number, number];
  if (raw.rows === 0) return { is: 'ignored', reason: 'empty' };
  if (none === raw.rows) return { is: 'ignored', reason: 'no-geometry' };
  if (lines > polygons) return { is: 'companion', role: 'lines' };
  if (points > polygons) return { is: 'companion', role: /capital/i.test(raw.layer) ? 'capitals' : 'points' };

  const roles = matchColumns(
    raw.columns.map(({ name }) => name),
    columns,
  );
  if (told?.is === null) return { is: 'ignored', reason: 'asked', roles };
  const hint = told?.is;
  const mixed = hint === undefined ? splitByLevelColumn(raw, roles) : null;
  if (mixed) return { is: 'levels', sources: mixed };
  const rows = Uint32Array.from({ length: raw.rows }, (_, row) => row);
  const stated = levelOfColumn(raw, roles);
  const named = stated ?? levelOfName(raw.layer) ?? levelOfName(raw.file);
  const deepest = hint ?? deepestOfColumns(raw, roles);
  if (deepest !== null) {
    const below = hint === undefined ? inferBelow(raw, roles, country, deepest, named) : null;
    if (below !== null) return { is: 'levels', sources: [{ raw, level: below, rows, roles, from: 'values' }] };
    if (!roles.some(({ role }) => role.is === 'pcode' && role.level === deepest)) inferStructure(raw, roles, country, deepest);
    inferName(raw, roles, deepest);
    return { is: 'levels', sources: [{ raw, level: deepest, rows, roles, from: told?.how ?? 'columns' }] };
  }
  const inferred = roles.map((entry) => ({ ...entry }));
  const level = inferStructure(raw, inferred, country, named);
  if (level !== null && (named !== null || isLikely(raw, inferred, country))) {
    inferName(raw, inferred, level);
    return { is: 'levels', sources: [{ raw, level, rows, roles: inferred, from: 'values' }] };
  }
  if (named === null) return { is: 'ignored', reason: 'no-level', roles };
  inferName(raw, roles, named);
  return { is: 'levels', sources: [{ raw, level: named, rows, roles, from: stated === null ? 'file name' : 'level column' }] };
}

/** The level in a layer's or file's name: `caf_admin3`, `eth_admbnda_adm2_csa`, `districts level 2`; null where it names none or several. */
export function levelOfName(name: string): AdminLevel | null {
  const found = [...name.matchAll(/(?:adm(?:in)?|level|lvl)[ _-]?(?:level)?[ _-]?([0-5])(?!\d|[ _-]?[0-5](?!\d))/gi)].map(
    (match) => Number(match[1]) as AdminLevel,
  );
  return new Set(found).size === 1 ? found[0]! : null;
}

function deepestOfColumns(raw: RawLayer, roles: RoleOfColumn[]): AdminLevel | null {
  let deepest: AdminLevel | null = null;
  for (const { role, column } of roles) {
    if ((role.is === 'pcode' || role.is === 'name') && (deepest === null || role.level > deepest) && hasValues(raw, column)) deepest = role.level;
  }
  return deepest;
}

function hasValues(raw: RawLayer, column: number): boolean {
  return raw.columns[column]!.values.some((value) => value !== null && value !== '');
}

/** Inferred codes without any word that says so must carry the country's prefix or nest in a parent's; else any table with an id would be a boundary file. */
function isLikely(raw: RawLayer, roles: RoleOfColumn[], country: Iso3): boolean {
  const codes = roles.filter(({ role }) => role.is === 'pcode');
  if (codes.length > 1) return true;
  const own = codes[0];
  const prefix = iso2Of(country) ?? country;
  return own !== undefined && raw.columns[own.column]!.values.every((value) => value === null || String(value).toUpperCase().startsWith(prefix));
}

/** What a level column says of all rows alike; null where there is none, or it says several. */
function levelOfColumn(raw: RawLayer, roles: RoleOfColumn[]): AdminLevel | null {
  const column = roles.find(({ role }) => role.is === 'level')?.column;
  if (column === undefined) return null;
  const levels = new Set(raw.columns[column]!.values.map(toLevel));
  const [level] = levels;
  return levels.size === 1 ? (level ?? null) : null;
}

/** The level that a cell of a level column says. */
export function toLevel(value: string | number | boolean | null): AdminLevel | null {
  const digit = /^\s*(?:adm(?:in)?)?\s*([0-5])\s*$/i.exec(String(value ?? ''))?.[1];
  return digit === undefined ? null : (Number(digit) as AdminLevel);
}

/** One layer that holds several levels, told apart by a level column. */
function splitByLevelColumn(raw: RawLayer, roles: RoleOfColumn[]): LevelSource[] | null {
  const column = roles.find(({ role }) => role.is === 'level')?.column;
  if (column === undefined) return null;
  const rowsOf = new Map<number, number[]>();
  for (const [row, value] of raw.columns[column]!.values.entries()) {
    const level = toLevel(value);
    if (level === null) return null;
    const rows = rowsOf.get(level) ?? [];
    rows.push(row);
    rowsOf.set(level, rows);
  }
  if (rowsOf.size < 2) return null;
  return [...rowsOf]
    .sort(([a], [b]) => a - b)
    .map(([level, rows]) => ({ raw, level: level as AdminLevel, rows: Uint32Array.from(rows), roles, from: 'level column' as const }));
}
