/** What a GeoPackage holds beside its layers: tables without places, metadata, styles with their owners (OGC 12-128r19, 2.4 and F.8). Pure. */
import { openBytes } from '../geopackage/read.ts';
import type { UploadFile } from '../raw.ts';
import { readAll, readRange } from '../reader.ts';
import { searchMetadata } from './beside.ts';
import { searchTable } from './columns.ts';
import type { FindEmails } from './emails.ts';
import { partFinding, Tally, type Found } from './package.ts';
import { isSomebody } from './values.ts';

/** Beyond it is told as not searched: the reader of layers has a copy in memory as well. */
const MAX_BYTES = 256 << 20;
const MAX_TABLES = 200;
const MAX_ROWS = 100_000;
const MAX_COLUMNS = 500;
const MAX_METADATA = 200;
/** Of the format itself, and indexes. */
const OWN = /^(sqlite_|gpkg_|rtree_)/i;

/** By the first bytes of a file. */
export const isSqlite = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 15)).toString('latin1') === 'SQLite format 3';

/** @param layers names of tables that the reader of layers gives, which are searched there */
export function searchGeoPackage(file: UploadFile, layers: ReadonlySet<string>, find: FindEmails): Found[] {
  if (!isSqlite(readRange(file.source, 0, 16))) return [];
  const unsearched = partFinding(file.name, 'unsearched', { count: 1, example: null }, [], { isPerson: false });
  if (file.source.size > MAX_BYTES) return unsearched;
  let opened: Opened | undefined;
  try {
    const db = openBytes(readAll(file, MAX_BYTES));
    opened = db;
    const tables = (db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' LIMIT 1000").all() as { name: string; sql: string | null }[]).filter(
      ({ sql }) => !/^\s*CREATE\s+VIRTUAL/i.test(sql ?? ''),
    );
    const others = tables.filter(({ name }) => !OWN.test(name) && !layers.has(name)).slice(0, MAX_TABLES);
    const has = (name: string) => tables.some((table) => table.name.toLowerCase() === name);
    return [
      ...others.flatMap(({ name }) => searchRows(db, file.name, name, find)),
      ...(has('gpkg_metadata') ? searchOwnMetadata(db, file.name, find) : []),
      ...(has('layer_styles') ? searchStyles(db, file.name, find) : []),
    ];
  } catch {
    // Damaged: the reader of layers refuses it, or it has layers and something beside them that nobody can open.
    return unsearched;
  } finally {
    opened?.close();
  }
}

type Opened = ReturnType<typeof openBytes>;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function searchRows(db: Opened, file: string, table: string, find: FindEmails): Found[] {
  const columns = (db.prepare(`SELECT name FROM pragma_table_info(?) LIMIT ${MAX_COLUMNS}`).all(table) as { name: string }[]).map(({ name }) => name);
  if (columns.length === 0) return [];
  const list = columns.map((name) => `CASE typeof(${quoted(name)}) WHEN 'blob' THEN NULL ELSE substr(${quoted(name)}, 1, 1000) END`).join(', ');
  const statement = db.prepare(`SELECT ${list} FROM ${quoted(table)} LIMIT ${MAX_ROWS}`);
  statement.setReturnArrays(true);
  const rows = statement.all() as unknown as (string | number | bigint | null)[][];
  return searchTable(
    {
      file,
      sheet: table,
      rowNumbers: Uint32Array.from({ length: rows.length }, (_, row) => row + 1),
      outside: [],
      firstRow: 1,
      removable: false,
      columns: columns.map((heading, column) => ({ heading, rows: rows.length, textAt: (row) => String(rows[row]![column] ?? '').trim() })),
    },
    find,
  ).map(({ finding }) => ({ finding, cells: [], parts: [] }));
}

function searchOwnMetadata(db: Opened, file: string, find: FindEmails): Found[] {
  const rows = db.prepare(`SELECT substr(metadata, 1, 1000000) AS text FROM gpkg_metadata LIMIT ${MAX_METADATA}`).all() as { text: string | null }[];
  const text = rows.map((row) => row.text ?? '').join('\n');
  const addresses = new Tally();
  find(text, text.length).forEach((email) => addresses.add(email));
  return [
    ...searchMetadata(file, text, find, []),
    ...partFinding(file, 'email', { count: addresses.different.size, example: addresses.example }, [], { key: 'metadata', place: { is: 'text' } }),
  ];
}

/** QGIS writes down who saved a style. */
function searchStyles(db: Opened, file: string, find: FindEmails): Found[] {
  const owners = new Tally();
  try {
    for (const { owner } of db.prepare('SELECT DISTINCT owner FROM layer_styles LIMIT 100').all() as { owner: string | null }[])
      if (typeof owner === 'string' && isSomebody(owner, find)) owners.add(owner);
  } catch {
    // A table of this name that is none of QGIS: searched by its rows.
  }
  return partFinding(file, 'author', owners, [], { key: 'styles' });
}
