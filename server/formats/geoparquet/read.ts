/** GeoParquet 1.1 (WKB and the native GeoArrow encodings) → one layer. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { FileMetaData, SchemaTree } from 'hyparquet';
import { parquetMetadataAsync, parquetRead, parquetSchema, snappyUncompress } from 'hyparquet';
import { compressors as pureCompressors } from 'hyparquet-compressors';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import { InputError, TooLargeError } from '../../errors.ts';
import { makeFinding } from '../../words/findings.ts';
import { GeometryWriter, toCell } from '../builder.ts';
import type { Cell } from '../builder.ts';
import type { Limits } from '../limits.ts';
import { assertBytes, assertCount, toMegabytes } from '../limits.ts';
import { assertPages } from './pages.ts';
import type { UploadFile } from '../raw.ts';
import type { Bundle, CrsStatement, ReadContext, Reader, SourceLayer } from '../reader.ts';
import { asText, damaged, decoding, readRange } from '../reader.ts';
import { WkbReader } from '../geopackage/readWkb.ts';

/** Nesting of coordinate lists inside a row: polygon = rings of vertices. */
const NATIVE: Record<string, Native> = {
  point: { depth: 0, kind: GEOMETRY_KIND.point },
  linestring: { depth: 1, kind: GEOMETRY_KIND.line },
  multipoint: { depth: 1, kind: GEOMETRY_KIND.point },
  polygon: { depth: 2, kind: GEOMETRY_KIND.polygon },
  multilinestring: { depth: 2, kind: GEOMETRY_KIND.line },
  multipolygon: { depth: 3, kind: GEOMETRY_KIND.polygon },
};

interface GeoColumn {
  encoding?: unknown;
  crs?: unknown;
  covering?: { bbox?: Record<string, unknown> };
}

export const geoparquetReader: Reader = {
  format: 'geoparquet',
  accepts: (_bundle, head) => head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && head[3] === 0x31,
  read: (bundle, context) => decoding(bundle.name, 'GeoParquet', () => readGeoParquet(bundle, context)),
};

async function readGeoParquet(bundle: Bundle, { limits }: ReadContext): Promise<SourceLayer[]> {
  const upload = bundle.files[0]!;
  const what = bundle.name;
  assertBytes(what, upload.source.size, limits.fileBytes);
  if (new TextDecoder('latin1').decode(readRange(upload.source, upload.source.size - 4, 4)) !== 'PAR1') throw damaged(what, 'GeoParquet', 'its end is missing');
  const file = asyncBuffer(upload);
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const rows = Number(metadata.num_rows);
  assertMetadata(what, metadata, upload.source.size, limits);
  const compressors = cappedCompressors(what, limits);
  assertPages(what, upload.source, metadata, limits, compressors);
  const { name: primary, column: geo } = findGeometry(what, metadata);
  const schema = parquetSchema(metadata);
  const geometryColumn = schema.children.find((child) => child.element.name === primary);
  if (!geometryColumn) throw damaged(what, 'GeoParquet', `its geometry column ${primary} does not exist`);
  const covering = new Set(Object.values(geo.covering?.bbox ?? {}).flatMap((path) => (Array.isArray(path) ? [String(path[0])] : [])));
  const names = schema.children.map((child) => child.element.name).filter((name) => name !== primary && !covering.has(name));
  assertCount(what, 'columns', names.length, limits);
  assertCount(what, 'cells', names.length * rows, limits);
  const shared = { file, metadata, geoparquet: false, utf8: false, compressors };

  const builder = new GeometryWriter(what, limits);
  let hasZ = false;
  const wkb = new WkbReader(builder);
  const encoding = asText(geo.encoding, 'WKB');
  if (/^wkb$/i.test(encoding)) hasZ = await readWkbColumn(shared, primary, rows, builder, wkb);
  else if (NATIVE[encoding]) hasZ = await readNativeColumn(shared, geometryColumn, rows, NATIVE[encoding], builder, what);
  else
    throw new InputError(
      'read.geometryEncoding',
      `${what} has its geometry in the encoding "${encoding}", which is not supported. Export it with WKB geometry and upload it again.`,
    );

  const values = new Map(names.map((name) => [name, Array.from<Cell>({ length: rows }).fill(null)]));
  const binary = new Set<string>();
  if (names.length)
    await parquetRead({
      ...shared,
      columns: names,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = values.get(columnName)!;
        for (let i = 0; i < columnData.length; i++) {
          const value: unknown = columnData[i];
          if (value instanceof Uint8Array) binary.add(columnName);
          else if (rowStart + i < rows) column[rowStart + i] = toCell(value);
        }
      },
    });
  const findings: Finding[] = [
    ...builder.findings(what),
    ...wkb.findings(what),
    ...[...binary].map((column) => makeFinding('read.columnLeftOut', 'info', null, [], { file: what, column }, 1)),
  ];
  return [
    {
      file: what,
      layer: bundle.stem,
      format: 'geoparquet',
      rows,
      columns: [...values].filter(([name]) => !binary.has(name)).map(([name, list]) => ({ name, values: list })),
      geometry: builder.finish(),
      crs: toStatement(geo.crs),
      hasZ,
      encoding: { name: 'utf-8', from: 'format' },
      findings,
    },
  ];
}

function asyncBuffer({ source }: UploadFile): { byteLength: number; slice(start: number, end?: number): ArrayBuffer } {
  return {
    byteLength: source.size,
    slice(start, end = source.size) {
      const from = start < 0 ? Math.max(0, source.size + start) : start;
      const bytes = readRange(source, from, Math.max(0, Math.min(end, source.size) - from));
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
  };
}

/** The footer is a claim: every number in it is held against the file's size and the limits before anything is allocated. */
function assertMetadata(what: string, metadata: FileMetaData, size: number, limits: Limits): void {
  const rows = Number(metadata.num_rows);
  if (!(rows >= 0)) throw damaged(what, 'GeoParquet', `it states ${rows} rows`);
  assertCount(what, 'rows', rows, limits);
  let total = 0;
  let groupRows = 0;
  for (const group of metadata.row_groups) {
    groupRows += Number(group.num_rows);
    for (const { meta_data: chunk } of group.columns) {
      if (!chunk) throw damaged(what, 'GeoParquet', 'a column has no metadata');
      total += Number(chunk.total_uncompressed_size);
      assertCount(what, 'vertices', Number(chunk.num_values), limits);
    }
  }
  if (groupRows !== rows) throw damaged(what, 'GeoParquet', `it states ${rows} rows, its row groups hold ${groupRows}`);
  assertBytes(`${what}, unpacked,`, total, limits.totalBytes);
}

function findGeometry(what: string, metadata: FileMetaData): { name: string; column: GeoColumn } {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  let geo: { primary_column?: unknown; columns?: Record<string, GeoColumn> } | undefined;
  try {
    geo = text === undefined ? undefined : (JSON.parse(text) as typeof geo);
  } catch {
    throw damaged(what, 'GeoParquet', 'its "geo" metadata is not JSON');
  }
  const name = asText(geo?.primary_column, Object.keys(geo?.columns ?? {})[0] ?? '');
  const column = geo?.columns?.[name];
  const typed = column ? undefined : findTyped(metadata);
  if (typed) return typed;
  if (!column)
    throw new InputError(
      'read.notGeoParquet',
      `${what} is a Parquet table without "geo" metadata, so it has no geometry. Write it as GeoParquet (with GDAL, DuckDB spatial or GeoPandas) and upload it again.`,
    );
  return { name, column };
}

/**
 * Parquet's own type GEOMETRY, with or without "geo" metadata beside it: WKB; the coordinate system is WGS 84 unless the type states another.
 * GEOGRAPHY is the same with edges on the sphere, which differ from straight ones by less than boundaries can tell.
 */
function findTyped(metadata: FileMetaData): { name: string; column: GeoColumn } | undefined {
  for (const element of metadata.schema) {
    const { name, logical_type: type } = element;
    if (type?.type !== 'GEOMETRY' && type?.type !== 'GEOGRAPHY') continue;
    const stated = type.crs;
    // The package would make objects of such a column; we want its bytes.
    delete element.logical_type;
    return { name, column: { encoding: 'WKB', ...(stated === undefined ? {} : { crs: toCrs(stated, metadata) }) } };
  }
  return undefined;
}

/** `srid:4326`, `projjson:KEY` with the text under that key of the file, an authority code, or the PROJJSON itself. */
function toCrs(stated: string, metadata: FileMetaData): string {
  const [, srid] = /^srid:(\d+)$/i.exec(stated) ?? [];
  if (srid) return `EPSG:${srid}`;
  const [, key] = /^projjson:(.+)$/i.exec(stated) ?? [];
  return (key && metadata.key_value_metadata?.find((entry) => entry.key === key)?.value) || stated;
}

function toStatement(crs: unknown): CrsStatement | 'implied' | null {
  // Absent means OGC:CRS84, null means unknown (GeoParquet 1.1, crs).
  if (crs === undefined) return 'implied';
  return crs === null ? null : { code: null, text: typeof crs === 'string' ? crs : JSON.stringify(crs) };
}

type Shared = Pick<Parameters<typeof parquetRead>[0], 'file' | 'metadata' | 'geoparquet' | 'utf8' | 'compressors'>;

async function readWkbColumn(shared: Shared, column: string, rows: number, builder: GeometryWriter, wkb: WkbReader): Promise<boolean> {
  const blobs = Array.from<Uint8Array | null>({ length: rows }).fill(null);
  await parquetRead({
    ...shared,
    columns: [column],
    onChunk: ({ columnData, rowStart }) => {
      for (let i = 0; i < columnData.length && rowStart + i < rows; i++)
        blobs[rowStart + i] = columnData[i] instanceof Uint8Array ? (columnData[i] as Uint8Array) : null;
    },
  });
  for (const blob of blobs) {
    if (blob?.length) wkb.readRow(blob);
    else builder.endRow(GEOMETRY_KIND.none);
  }
  return wkb.hasZ;
}

/** A row of x values or of y values: a number, or lists of them, with a list of at most one for each optional level of the schema. */
type Nested = number | null | undefined | Nested[];

interface Native {
  depth: number;
  kind: (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND];
}

/**
 * Leaf columns x and y are taken page by page, before structs are put together, so there are numbers only and no object for a vertex.
 */
async function readNativeColumn(shared: Shared, column: SchemaTree, rows: number, native: Native, builder: GeometryWriter, what: string): Promise<boolean> {
  const axes: Record<string, Nested[]> = { x: Array.from<Nested>({ length: rows }), y: Array.from<Nested>({ length: rows }) };
  const levels = toLevels(column);
  if (levels.filter((level) => level === 'list').length !== native.depth)
    throw damaged(what, 'GeoParquet', 'its geometry column is not built as its encoding says');
  let hasZ = false;
  await parquetRead({
    ...shared,
    columns: [column.element.name],
    onPage: ({ pathInSchema, columnData, rowStart }) => {
      const axis = axes[pathInSchema.at(-1)!];
      if (!axis) {
        hasZ = true;
        return;
      }
      for (let i = 0; i < columnData.length && rowStart + i < rows; i++) axis[rowStart + i] = columnData[i] as Nested;
    },
  });
  const state = { builder, levels, what, close: native.kind === GEOMETRY_KIND.polygon, points: native.kind === GEOMETRY_KIND.point };
  for (let row = 0; row < rows; row++) {
    const x = axes['x']![row];
    const isNull = x === null || x === undefined || (Array.isArray(x) && levels[0] === 'wrapper' && (x[0] === null || x[0] === undefined));
    if (!isNull) addNested(state, x, axes['y']![row], 0, native.depth);
    builder.endRow(isNull ? GEOMETRY_KIND.none : native.kind);
  }
  return hasZ;
}

/** What each array level of a leaf stands for: a repeated field is a list, an optional one a wrapper of none or one. */
function toLevels(column: SchemaTree): ('list' | 'wrapper')[] {
  const levels: ('list' | 'wrapper')[] = [];
  for (
    let node: SchemaTree | undefined = column;
    node && node.children.length;
    node = node.children.find(({ element }) => element.name === 'x') ?? node.children[0]
  ) {
    if (node.element.repetition_type === 'REPEATED') levels.push('list');
    else if (node.element.repetition_type === 'OPTIONAL') levels.push('wrapper');
  }
  return levels;
}

interface NestedState {
  builder: GeometryWriter;
  levels: ('list' | 'wrapper')[];
  what: string;
  close: boolean;
  points: boolean;
}

/** `lists`: list levels still to come. A line is a list of vertices, a polygon of rings, a multi-polygon of polygons. */
function addNested(state: NestedState, x: Nested, y: Nested, at: number, lists: number): void {
  const { builder, levels, close, points, what } = state;
  if (at === levels.length) {
    if (typeof x === 'number' && typeof y === 'number') builder.vertex(x, y);
    if (points) {
      builder.endRing(false);
      builder.endPolygon();
    }
    return;
  }
  if (!Array.isArray(x) || !Array.isArray(y)) return;
  if (x.length !== y.length) throw damaged(what, 'GeoParquet', `a geometry has ${x.length} x and ${y.length} y`);
  if (levels[at] === 'wrapper') {
    if (x.length) addNested(state, x[0], y[0], at + 1, lists);
    return;
  }
  if (lists === 1 && !points && at === levels.length - 1) for (let i = 0; i < x.length; i++) builder.vertex(x[i] as number, y[i] as number);
  else for (let i = 0; i < x.length; i++) addNested(state, x[i], y[i], at + 1, lists - 1);
  if (lists === 1 && !points) {
    builder.endRing(close);
    if (!close) builder.endPolygon();
  } else if (lists === 2 && close) builder.endPolygon();
}

/** Node's own decompressors, each told how much may come out. LZ4 has none in Node. */
function cappedCompressors(what: string, limits: Limits): NonNullable<Parameters<typeof parquetRead>[0]['compressors']> {
  const cap = (length: number) => {
    if (length > limits.fileBytes || length < 0)
      throw new TooLargeError('read.tooLarge', `${what} states a page of ${toMegabytes(length)}. Write it again with smaller row groups.`);
    return { maxOutputLength: Math.max(1, length) };
  };
  return {
    GZIP: (input, length) => gunzipSync(input, cap(length)),
    ZSTD: (input, length) => zstdDecompressSync(input, cap(length)),
    BROTLI: (input, length) => brotliDecompressSync(input, cap(length)),
    SNAPPY: (input, length) => {
      cap(length);
      // Snappy packs 64 bytes into three at best, so more than 64 to 1 is a lie.
      if (length > 64 * input.length + 64) throw damaged(what, 'GeoParquet', 'a page states more bytes than Snappy can hold');
      const out = new Uint8Array(length);
      snappyUncompress(input, out);
      return out;
    },
    LZ4: (input, length) => (cap(length), pureCompressors.LZ4!(input, length)),
    LZ4_RAW: (input, length) => (cap(length), pureCompressors.LZ4_RAW!(input, length)),
  };
}
