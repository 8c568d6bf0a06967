/** GeoPackage (OGC 12-128r19) → its feature layers. SQLite runs on a copy of the bytes in memory: nothing is opened by path. */
import { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../../contract/finding.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import { InputError } from '../../errors.ts';
import { makeFinding } from '../../words/findings.ts';
import { GeometryWriter, toCell } from '../builder.ts';
import type { Cell } from '../builder.ts';
import type { Limits } from '../limits.ts';
import { assertCount } from '../limits.ts';
import type { RawLayer } from '../raw.ts';
import type { CrsStatement, Reader, SourceLayer } from '../reader.ts';
import { damaged, decoding, readAll } from '../reader.ts';
import { WkbReader } from './readWkb.ts';

const SQLITE_MAGIC = 'SQLite format 3\0';

export const geopackageReader: Reader = {
  format: 'geopackage',
  accepts: (_bundle, head) => new TextDecoder('latin1').decode(head.subarray(0, 16)) === SQLITE_MAGIC,
  read: (bundle, context) => {
    const bytes = readAll(bundle.files[0]!, context.limits.fileBytes);
    return decoding(bundle.name, 'GeoPackage', () => readGeoPackage(bundle.name, bytes, 'geopackage', context.limits));
  },
};

/** A stranger's database in memory, to be read and closed. `bytes` are changed in place. Throws what SQLite throws of what is none. */
export function openBytes(bytes: Uint8Array): DatabaseSync {
  // A file left in write-ahead mode (QGIS does) cannot be opened in memory; 1 is the ordinary mode.
  bytes[18] = 1;
  bytes[19] = 1;
  const db = new DatabaseSync(':memory:', { allowExtension: false, readOnly: false });
  try {
    db.deserialize(bytes);
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

interface LayerRow {
  table_name: string;
  column_name: string;
  srs_id: number;
  organization: string | null;
  code: number | null;
  wkt: string | null;
  wkt2: string | null;
}

/**
 * The feature layers of a GeoPackage, coordinates as they are there. `bytes` are changed in place (journal mode). `format` is the label: a geodatabase comes here as a GeoPackage that GDAL made.
 * @throws InputError `read.damaged`, `read.notGeoPackage`, `read.empty`, `read.notATable`
 */
export function readGeoPackage(what: string, bytes: Uint8Array, format: RawLayer['format'], limits: Limits): SourceLayer[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) throw damaged(what, 'GeoPackage', `it has only ${bytes.length} bytes`);
  const pageSize = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
  const pages = view.getUint32(28);
  // The page count counts only where the change counters agree (SQLite file format §1.3.7).
  if (view.getUint32(24) === view.getUint32(92) && pages * pageSize > bytes.length)
    throw damaged(what, 'GeoPackage', `${pages} pages of ${pageSize} bytes are stated, the file has ${bytes.length} bytes`);
  const db = openBytes(bytes);
  try {
    const tables = new Map(
      (db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all() as { name: string; sql: string | null }[]).map(({ name, sql }) => [
        name.toLowerCase(),
        sql ?? '',
      ]),
    );
    if (!tables.has('gpkg_contents') || !tables.has('gpkg_geometry_columns'))
      throw new InputError(
        'read.notGeoPackage',
        `${what} is an SQLite database but not a GeoPackage with feature layers. Export the boundaries as GeoPackage, Shapefile or GeoJSON and upload that.`,
      );
    const layers = findLayers(db);
    if (!layers.length) throw new InputError('read.empty', `${what} is a GeoPackage without feature layers. Export it again with its boundary layers.`);
    return layers.map((layer) => readLayer(db, what, layer, tables, format, limits));
  } finally {
    db.close();
  }
}

function findLayers(db: DatabaseSync): LayerRow[] {
  const hasWkt2 = (db.prepare('SELECT name FROM pragma_table_info(?)').all('gpkg_spatial_ref_sys') as { name: string }[]).some(
    ({ name }) => name === 'definition_12_063',
  );
  return db
    .prepare(
      `SELECT g.table_name, g.column_name, g.srs_id, s.organization, s.organization_coordsys_id AS code, s.definition AS wkt,
              ${hasWkt2 ? 's.definition_12_063' : 'NULL'} AS wkt2
       FROM gpkg_geometry_columns g
       JOIN gpkg_contents c ON c.table_name = g.table_name AND c.data_type = 'features'
       LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
       ORDER BY c.rowid`,
    )
    .all() as unknown as LayerRow[];
}

function readLayer(db: DatabaseSync, file: string, layer: LayerRow, tables: Map<string, string>, format: RawLayer['format'], limits: Limits): SourceLayer {
  const { table_name: table, column_name: geometryColumn } = layer;
  const what = `${file}, layer ${table}`;
  const sql = tables.get(table.toLowerCase());
  // A view or a virtual table runs whatever its author wrote; a layer has no need of either.
  if (sql === undefined || /^\s*CREATE\s+VIRTUAL/i.test(sql))
    throw new InputError(
      'read.notATable',
      `${what} is a view or is missing, and only tables are read. Save the view as a layer of its own and upload the file again.`,
    );
  const info = db.prepare('SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)').all(table) as {
    name: string;
    type: string;
    pk: number;
    hidden: number;
  }[];
  if (!info.some(({ name }) => name === geometryColumn)) throw damaged(what, 'GeoPackage', `its geometry column ${geometryColumn} does not exist`);
  // Left out: the row id, which is no attribute; blobs, which are no values; computed columns, which run expressions of the file.
  const fields = info.filter(
    ({ name, type, pk, hidden }) => name !== geometryColumn && hidden === 0 && !(pk && /^integer$/i.test(type)) && !/^blob/i.test(type),
  );
  const leftOut = info.filter(({ name, type, hidden }) => name !== geometryColumn && (hidden !== 0 || /^blob/i.test(type)));
  assertCount(what, 'columns', fields.length, limits);
  const builder = new GeometryWriter(what, limits);
  const wkb = new WkbReader(builder);
  const columns = fields.map(({ name }) => ({ name, values: [] as Cell[] }));
  const select = db.prepare(`SELECT ${[geometryColumn, ...fields.map(({ name }) => name)].map(quote).join(', ')} FROM ${quote(table)}`);
  select.setReadBigInts(true);
  select.setReturnArrays(true);
  const booleans = new Set(fields.flatMap(({ type }, f) => (/^boolean$/i.test(type) ? [f] : [])));
  for (const row of select.iterate() as unknown as Iterable<unknown[]>) {
    readBlob(what, row[0], builder, wkb);
    for (let f = 0; f < fields.length; f++) {
      const value = row[f + 1];
      columns[f]!.values.push(booleans.has(f) && typeof value === 'bigint' ? value !== 0n : value instanceof Uint8Array ? null : toCell(value));
    }
    assertCount(what, 'cells', builder.rowCount * fields.length, limits);
  }
  const findings: Finding[] = [
    ...builder.findings(what),
    ...wkb.findings(what),
    ...leftOut.map(({ name }) => makeFinding('read.columnLeftOut', 'info', null, [], { file: what, column: name }, 1)),
  ];
  return {
    file,
    layer: table,
    format,
    rows: builder.rowCount,
    columns,
    geometry: builder.finish(),
    crs: toStatement(layer),
    hasZ: wkb.hasZ,
    encoding: { name: 'utf-8', from: 'format' },
    findings,
  };
}

/** GeoPackageBinary header (§2.1.3): `GP`, version, flags, srs_id, envelope by flag bits 1–3; then WKB. */
function readBlob(what: string, blob: unknown, builder: GeometryWriter, wkb: WkbReader): void {
  if (blob === null) return builder.endRow(GEOMETRY_KIND.none);
  const row = builder.rowCount + 1;
  if (!(blob instanceof Uint8Array) || blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50)
    throw damaged(what, 'GeoPackage', `row ${row} holds no GeoPackage geometry`);
  const envelope = [0, 32, 48, 48, 64][(blob[3]! >> 1) & 7];
  if (envelope === undefined) throw damaged(what, 'GeoPackage', `row ${row} has an unknown envelope`);
  // Bit 5: an extended geometry, which is not WKB.
  if (blob[3]! & 0x20) return builder.endRow(GEOMETRY_KIND.other);
  wkb.readRow(blob.subarray(8 + envelope));
}

function toStatement(layer: LayerRow): CrsStatement | null {
  // -1 and 0: undefined Cartesian and geographic (§1.1.2.1.2).
  if (layer.srs_id === 0 || layer.srs_id === -1) return null;
  const wkt = [layer.wkt, layer.wkt2].find((text) => text && !/^undefined$/i.test(text.trim())) ?? null;
  const code = layer.organization && layer.code !== null ? `${layer.organization.toUpperCase()}:${layer.code}` : null;
  return code || wkt ? { code: code && /^(EPSG|ESRI|OGC):/.test(code) ? code : null, text: wkt } : null;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
