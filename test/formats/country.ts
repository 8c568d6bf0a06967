/** One small invented country, and writers that put it into every format. The recipe is the code: no binary is committed. */
import { DatabaseSync } from 'node:sqlite';
import { crc32, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { geojson as flatgeobuf } from 'flatgeobuf';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const reversed = (ring: Position[]) => [...ring].reverse();

type Shape = Polygon | MultiPolygon;

/** Multiples of 1/8, which every format holds exactly. A lake with an island, an islet, and two neighbours. RFC 7946 winding. */
export const COUNTRY: FeatureCollection<Shape> = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { adm1_name: 'Fôret-Noire', adm1_name1: 'الغابة السوداء', adm1_pcode: 'XA01', people: 120500, valid_on: '2024-03-05', note: null },
      geometry: { type: 'MultiPolygon', coordinates: [[square(10, 4, 4), reversed(square(11, 5, 2))], [square(11.5, 5.5, 0.5)], [square(8, 4, 0.125)]] },
    },
    {
      type: 'Feature',
      properties: { adm1_name: 'Kuz', adm1_name1: 'كوز', adm1_pcode: 'XA02', people: 7, valid_on: '2024-03-05', note: ' leading blank' },
      geometry: { type: 'Polygon', coordinates: [square(14, 4, 4)] },
    },
    {
      type: 'Feature',
      properties: { adm1_name: 'Ñu', adm1_name1: 'نو', adm1_pcode: 'XA03', people: 2.5, valid_on: '2024-03-05', note: null },
      geometry: { type: 'Polygon', coordinates: [square(10, 8, 8)] },
    },
  ],
};

export const WGS84_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

export const polygonsOf = (shape: Shape): Position[][][] => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates);
const text = (value: string) => new TextEncoder().encode(value);

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
  /** Whatever the directory is to claim instead of the truth. */
  lie?: { size?: number; crc?: number; flags?: number; attributes?: number; method?: number };
  /** Share the packed bytes of the entry before. */
  overlap?: boolean;
}

/** A zip writer that can lie. */
export function writeZip(entries: ZipEntry[], statedCount = entries.length): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let lastOffset = 0;
  for (const { name, bytes, lie = {}, overlap } of entries) {
    const packed = lie.method === 0 ? bytes : deflateRawSync(bytes);
    const raw = text(name);
    const fields = (central: boolean) => {
      const view = new DataView(new ArrayBuffer(central ? 46 : 30));
      const at = central ? 2 : 0;
      view.setUint32(0, central ? 0x02014b50 : 0x04034b50, true);
      if (central) view.setUint16(4, 0x0314, true);
      view.setUint16(4 + at, 20, true);
      view.setUint16(6 + at, lie.flags ?? 0x0800, true);
      view.setUint16(8 + at, lie.method ?? 8, true);
      view.setUint32(14 + at, lie.crc ?? crc32(bytes), true);
      view.setUint32(18 + at, packed.length, true);
      view.setUint32(22 + at, lie.size ?? bytes.length, true);
      view.setUint16(26 + at, raw.length, true);
      if (central) {
        view.setUint32(38, lie.attributes ?? 0, true);
        view.setUint32(42, overlap ? lastOffset : offset, true);
      }
      return new Uint8Array(view.buffer);
    };
    directory.push(fields(true), raw);
    if (overlap) continue;
    const local = Buffer.concat([fields(false), raw, packed]);
    locals.push(local);
    lastOffset = offset;
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, statedCount, true);
  end.setUint16(10, statedCount, true);
  end.setUint32(12, central.length, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(Buffer.concat([...locals, central, new Uint8Array(end.buffer)]));
}

/** .shp and .shx of polygons; shells clockwise as the format wants, or as they are. */
export function writeShp(shapes: (Shape | null)[], { asIs = false, type = 5 }: { asIs?: boolean; type?: number } = {}): { shp: Uint8Array; shx: Uint8Array } {
  const records = shapes.map((shape) => {
    if (!shape) return new DataView(new ArrayBuffer(4));
    const rings = polygonsOf(shape).flatMap((polygon) => polygon.map((ring) => (asIs ? ring : reversed(ring))));
    const points = rings.flat();
    const z = type === 15;
    const view = new DataView(new ArrayBuffer(44 + 4 * rings.length + 16 * points.length + (z ? 16 + 8 * points.length : 0)));
    view.setInt32(0, type, true);
    view.setInt32(36, rings.length, true);
    view.setInt32(40, points.length, true);
    let first = 0;
    rings.forEach((ring, r) => {
      view.setInt32(44 + 4 * r, first, true);
      first += ring.length;
    });
    points.flat().forEach((value, i) => view.setFloat64(44 + 4 * rings.length + 8 * i, value, true));
    return view;
  });
  const total = 100 + records.reduce((sum, record) => sum + 8 + record.byteLength, 0);
  const shp = new DataView(new ArrayBuffer(total));
  const shx = new DataView(new ArrayBuffer(100 + 8 * records.length));
  for (const view of [shp, shx]) {
    view.setInt32(0, 9994);
    view.setInt32(24, view.byteLength / 2);
    view.setInt32(28, 1000, true);
    view.setInt32(32, type, true);
  }
  let at = 100;
  records.forEach((record, i) => {
    shx.setInt32(100 + 8 * i, at / 2);
    shx.setInt32(104 + 8 * i, record.byteLength / 2);
    shp.setInt32(at, i + 1);
    shp.setInt32(at + 4, record.byteLength / 2);
    new Uint8Array(shp.buffer).set(new Uint8Array(record.buffer), at + 8);
    at += 8 + record.byteLength;
  });
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) };
}

export interface DbfField {
  name: string;
  type: 'C' | 'N' | 'D' | 'L';
  length: number;
}

/** Cells are text as it shall stand in the file; `encode` makes its bytes. */
export function writeDbf(fields: DbfField[], rows: string[][], encode: (value: string) => Uint8Array = text): Uint8Array {
  const recordLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const headerLength = 32 + 32 * fields.length + 1;
  const bytes = new Uint8Array(headerLength + rows.length * recordLength + 1).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength, true);
  fields.forEach(({ name, type, length }, f) => {
    bytes.set(encode(name).subarray(0, 10), 32 + 32 * f);
    bytes[32 + 32 * f + 11] = type.charCodeAt(0);
    bytes[32 + 32 * f + 16] = length;
  });
  bytes[headerLength - 1] = 0x0d;
  rows.forEach((row, r) => {
    let at = headerLength + r * recordLength + 1;
    fields.forEach(({ length }, f) => {
      bytes.set(encode(row[f]!).subarray(0, length), at);
      at += length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

export const FIELDS: DbfField[] = [
  { name: 'adm1_name', type: 'C', length: 40 },
  { name: 'adm1_name1', type: 'C', length: 60 },
  { name: 'adm1_pcode', type: 'C', length: 10 },
  { name: 'people', type: 'N', length: 12 },
  { name: 'valid_on', type: 'D', length: 8 },
  { name: 'note', type: 'C', length: 20 },
];
export const countryRows = () =>
  COUNTRY.features.map(({ properties }) =>
    FIELDS.map(({ name, type }) => (type === 'D' ? String(properties![name]).replaceAll('-', '') : String(properties![name] ?? ''))),
  );

/** The parts of the country as a shapefile, by extension. */
export function shapefileParts(): Record<'shp' | 'shx' | 'dbf' | 'prj' | 'cpg', Uint8Array> {
  return { ...writeShp(COUNTRY.features.map(({ geometry }) => geometry)), dbf: writeDbf(FIELDS, countryRows()), prj: text(WGS84_PRJ), cpg: text('UTF-8') };
}

export function zipParts(parts: Partial<Record<string, Uint8Array>>, stem = 'adm1', folder = ''): ZipEntry[] {
  return Object.entries(parts).map(([extension, bytes]) => ({ name: `${folder}${stem}.${extension}`, bytes: bytes! }));
}

/** ISO WKB, little or big endian, with Z when asked. */
export function writeWkb(shape: Shape, { big = false, z = false }: { big?: boolean; z?: boolean } = {}): Uint8Array {
  const out: number[] = [];
  const uint = (value: number) => {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, value, !big);
    out.push(...new Uint8Array(view.buffer));
  };
  const double = (value: number) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, !big);
    out.push(...new Uint8Array(view.buffer));
  };
  const polygon = (rings: Position[][]) => {
    out.push(big ? 0 : 1);
    uint(z ? 1003 : 3);
    uint(rings.length);
    for (const ring of rings) {
      uint(ring.length);
      for (const [x, y] of ring) {
        double(x!);
        double(y!);
        if (z) double(17);
      }
    }
  };
  if (shape.type === 'Polygon') polygon(shape.coordinates);
  else {
    out.push(big ? 0 : 1);
    uint(z ? 1006 : 6);
    uint(shape.coordinates.length);
    for (const rings of shape.coordinates) polygon(rings);
  }
  return Uint8Array.from(out);
}

/** A GeoPackage with one layer; `blob` may damage a geometry, `sql` the rest. */
export function writeGeoPackage({
  blob = (bytes: Uint8Array) => bytes,
  sql = '',
  srs = 4326,
  z = false,
}: { blob?: (bytes: Uint8Array) => Uint8Array; sql?: string; srs?: number; z?: boolean } = {}): Uint8Array {
  const db = new DatabaseSync(':memory:');
  db.exec(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '${WGS84_PRJ}'), ('undefined', -1, 'NONE', -1, 'undefined'), ('UTM', 32632, 'EPSG', 32632, 'undefined');
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    CREATE TABLE adm1 (fid INTEGER PRIMARY KEY, geom BLOB, adm1_name TEXT, adm1_name1 TEXT, adm1_pcode TEXT, people REAL, valid_on DATE, note TEXT);
    INSERT INTO gpkg_contents VALUES ('adm1', 'features', 'adm1', ${srs});
    INSERT INTO gpkg_geometry_columns VALUES ('adm1', 'geom', 'GEOMETRY', ${srs}, 0, 0);`);
  const insert = db.prepare('INSERT INTO adm1 (geom, adm1_name, adm1_name1, adm1_pcode, people, valid_on, note) VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { geometry, properties } of COUNTRY.features) {
    const head = new Uint8Array([0x47, 0x50, 0, 1, 0, 0, 0, 0]);
    insert.run(blob(new Uint8Array(Buffer.concat([head, writeWkb(geometry, { z })]))), ...(Object.values(properties!) as (string | number | null)[]));
  }
  if (sql) db.exec(sql);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

/** Quantised as topojson-server does it: positions are differences of whole steps of 1/8 degree. */
export function writeTopoJson(change: (topology: Record<string, unknown>) => void = () => {}): Uint8Array {
  const arcs: number[][][] = [];
  const toArc = (ring: Position[]) => {
    let [px, py] = [0, 0];
    const arc = ring.map(([x, y]) => {
      const [qx, qy] = [(x! - 8) * 8, (y! - 4) * 8];
      const step = [qx - px, qy - py];
      [px, py] = [qx, qy];
      return step;
    });
    arcs.push(arc);
    return arcs.length - 1;
  };
  // Every second ring is stored backwards and split in two arcs, so that both directions and joints are met.
  const toRing = (ring: Position[], index: number) => {
    if (index % 2 === 0) return [toArc(ring)];
    return [~toArc(reversed(ring.slice(0, 3))), ~toArc(reversed(ring.slice(2)))];
  };
  let rings = 0;
  const geometries = COUNTRY.features.map(({ geometry, properties }) => {
    const polygons = polygonsOf(geometry).map((polygon) => polygon.map((ring) => toRing(ring, rings++)));
    return { type: geometry.type, arcs: geometry.type === 'Polygon' ? polygons[0] : polygons, properties };
  });
  const topology = {
    type: 'Topology',
    transform: { scale: [0.125, 0.125], translate: [8, 4] },
    objects: { adm1: { type: 'GeometryCollection', geometries } },
    arcs,
  };
  change(topology);
  return text(JSON.stringify(topology));
}

export function writeFlatGeobuf(): Uint8Array {
  return flatgeobuf.serialize(COUNTRY as never, 4326);
}

const CRS = { id: { authority: 'EPSG', code: 4326 }, type: 'GeographicCRS', name: 'WGS 84' };

/** WKB, the native multi-polygon of GeoArrow (lists of lists of lists of structs), or Parquet's own type without metadata. */
export function writeGeoParquet({
  native = false,
  typed,
  codec = 'UNCOMPRESSED',
  geo = {},
}: {
  native?: boolean;
  typed?: 'GEOMETRY' | 'GEOGRAPHY';
  codec?: 'UNCOMPRESSED' | 'SNAPPY' | 'ZSTD' | 'GZIP';
  geo?: Record<string, unknown>;
} = {}): Uint8Array {
  const column = (name: string) => COUNTRY.features.map(({ properties }) => properties![name] as string | number | null);
  const names = FIELDS.map(({ name }) => name);
  const structs = COUNTRY.features.map(({ geometry }) => polygonsOf(geometry).map((polygon) => polygon.map((ring) => ring.map(([x, y]) => ({ x, y })))));
  const list = (name: string, repetition_type: 'OPTIONAL' | 'REQUIRED') => [
    { name, repetition_type, num_children: 1, converted_type: 'LIST' as const },
    { name: 'list', repetition_type: 'REPEATED' as const, num_children: 1 },
  ];
  const schema = [
    { name: 'root', num_children: names.length + 1 },
    ...names.map((name) =>
      name === 'people'
        ? { name, type: 'DOUBLE' as const, repetition_type: 'OPTIONAL' as const }
        : { name, type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const, repetition_type: 'OPTIONAL' as const },
    ),
    ...(native
      ? [
          ...list('geometry', 'OPTIONAL'),
          ...list('element', 'REQUIRED'),
          ...list('element', 'OPTIONAL'),
          { name: 'element', repetition_type: 'REQUIRED' as const, num_children: 2 },
          { name: 'x', type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const },
          { name: 'y', type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const },
        ]
      : [{ name: 'geometry', type: 'BYTE_ARRAY' as const, repetition_type: 'OPTIONAL' as const, ...(typed ? { logical_type: { type: typed } } : {}) }]),
  ];
  const buffer = parquetWriteBuffer({
    columnData: [
      ...names.map((name) => ({ name, data: column(name) })),
      { name: 'geometry', data: native ? structs : COUNTRY.features.map(({ geometry }) => (typed ? geometry : writeWkb(geometry))) },
    ],
    schema,
    codec,
    compressors: { ZSTD: (input) => zstdCompressSync(input), GZIP: (input) => gzipSync(input) },
    rowGroupSize: 2,
    kvMetadata: typed
      ? []
      : [
          {
            key: 'geo',
            value: JSON.stringify({
              version: '1.1.0',
              primary_column: 'geometry',
              columns: { geometry: { encoding: native ? 'multipolygon' : 'WKB', geometry_types: [], crs: CRS, ...geo } },
            }),
          },
        ],
  });
  return new Uint8Array(buffer);
}

export function writeKml(head = ''): Uint8Array {
  const ring = (list: Position[]) => `<LinearRing><coordinates>${list.map(([x, y]) => `${x},${y}`).join(' ')}</coordinates></LinearRing>`;
  const polygon = ([shell, ...holes]: Position[][]) =>
    `<Polygon><outerBoundaryIs>${ring(shell!)}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('')}</Polygon>`;
  const placemark = ({ geometry, properties }: (typeof COUNTRY.features)[number]) =>
    `<Placemark><ExtendedData>${Object.entries(properties!)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<Data name="${name}"><value>${String(value)}</value></Data>`)
      .join('')}</ExtendedData><MultiGeometry>${polygonsOf(geometry).map(polygon).join('')}</MultiGeometry></Placemark>`;
  return text(
    `<?xml version="1.0" encoding="UTF-8"?>${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>adm1</name>${COUNTRY.features.map(placemark).join('')}</Folder></Document></kml>`,
  );
}
