/** GeoPackage 1.3 (OGC 12-128r17) with one layer for each level, made in memory. */
import { DatabaseSync } from 'node:sqlite';
import type { FeatureTable } from '../../contract/admin.ts';
import { rowBbox } from '../../geometry/ring.ts';
import type { ExportColumn, ExportValue } from '../columns.ts';
import { asText, fieldType, type FieldType } from '../fieldTypes.ts';
import { multiPolygonWkb } from './writeWkb.ts';

const WGS84_WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';
const SQL_TYPES: Record<FieldType, string> = { text: 'TEXT', integer: 'INTEGER', real: 'REAL', boolean: 'BOOLEAN', date: 'DATE' };
/** The tables every GeoPackage has (§1.1.2, §1.1.3, §2.1.5). */
const FRAME = `
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL), ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL), ('WGS 84 geodetic', 4326, 'EPSG', 4326, '${WGS84_WKT}', NULL);
`;

/** `lastChange` is the ISO date written into the contents table; a parameter so that the same data gives the same bytes. */
export function writeGeoPackage(layers: { name: string; table: FeatureTable; columns: ExportColumn[] }[], lastChange = '2000-01-01'): Uint8Array {
  const db = new DatabaseSync(':memory:');
  try {
    db.exec(FRAME);
    db.exec('BEGIN');
    for (const { name, table, columns } of layers) writeLayer(db, name, table, columns, `${lastChange}T00:00:00.000Z`);
    db.exec('COMMIT');
    return db.serialize();
  } finally {
    db.close();
  }
}

function writeLayer(db: DatabaseSync, name: string, table: FeatureTable, columns: ExportColumn[], lastChange: string): void {
  const types = columns.map(fieldType);
  const headings = freeNames(columns.map((column) => column.name));
  const fields = headings.map((heading, at) => `${quote(heading)} ${SQL_TYPES[types[at]!]}`);
  db.exec(`CREATE TABLE ${quote(name)} (${['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', 'geom MULTIPOLYGON', ...fields].join(', ')})`);
  const insert = db.prepare(
    `INSERT INTO ${quote(name)} (${['geom', ...headings.map(quote)].join(', ')}) VALUES (${Array.from({ length: columns.length + 1 }, () => '?').join(', ')})`,
  );
  let bounds: [number, number, number, number] | null = null;
  for (let row = 0; row < table.units.length; row++) {
    const box = rowBbox(table.geometry, row);
    if (box) {
      const [w, s, e, n]: [number, number, number, number] = bounds ?? box;
      bounds = [Math.min(w, box[0]), Math.min(s, box[1]), Math.max(e, box[2]), Math.max(n, box[3])];
    }
    insert.run(box ? geometryBlob(table, row, box) : null, ...columns.map(({ values }, at) => toSql(values[row] ?? null, types[at]!)));
  }
  const [west, south, east, north] = bounds ?? [null, null, null, null];
  db.prepare('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(name, 'features', name, '', lastChange, west, south, east, north, 4326);
  db.prepare('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)').run(name, 'geom', 'MULTIPOLYGON', 4326, 0, 0);
}

/** GeoPackageBinary (§2.1.3): little endian, with an XY envelope. */
function geometryBlob(table: FeatureTable, row: number, [west, south, east, north]: [number, number, number, number]): Uint8Array {
  const blob = multiPolygonWkb(table.geometry, row, 40);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, 0b11]);
  view.setInt32(4, 4326, true);
  [west, east, south, north].forEach((value, at) => view.setFloat64(8 + 8 * at, value, true));
  return blob;
}

function toSql(value: ExportValue, type: FieldType): string | number | null {
  if (value === null) return null;
  if (type === 'boolean') return value ? 1 : 0;
  return type === 'integer' || type === 'real' ? (value as number) : asText(value);
}

/** SQLite's column names ignore case, and fid and geom are taken. */
function freeNames(names: string[]): string[] {
  const taken = new Set(['fid', 'geom']);
  return names.map((name) => {
    let free = name;
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name}_${copy}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
