/**
 * FlatGeobuf (specification 3.0) → one layer. The flatbuffers are read by their tables' offsets with bounds checks: the
 * `flatgeobuf` package (the peer in the tests) makes objects, needs aligned bytes, and follows offsets of hostile files.
 */
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import { makeFinding } from '../../words/findings.ts';
import { ColumnsBuilder, GeometryWriter, uniqueNames } from '../builder.ts';
import { assertCount } from '../limits.ts';
import type { Bundle, CrsStatement, ReadContext, Reader, SourceLayer } from '../reader.ts';
import { damaged, decoding, readAll } from '../reader.ts';

/** fgb.fbs: GeometryType and ColumnType. */
const GEOMETRY = { unknown: 0, point: 1, line: 2, polygon: 3, multipoint: 4, multiline: 5, multipolygon: 6 } as const;
const COLUMN = ['byte', 'ubyte', 'bool', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'string', 'json', 'datetime', 'binary'] as const;
const UTF8 = new TextDecoder('utf-8');

export const flatgeobufReader: Reader = {
  format: 'flatgeobuf',
  accepts: (_bundle, head) => head[0] === 0x66 && head[1] === 0x67 && head[2] === 0x62 && head[4] === 0x66 && head[5] === 0x67 && head[6] === 0x62,
  read: (bundle, context) => decoding(bundle.name, 'FlatGeobuf', () => readFlatGeobuf(bundle, context)),
};

/** One flatbuffer table; `slot` is the field's place in the schema. DataView throws where an offset leaves the bytes. */
class Table {
  readonly view: DataView;
  readonly at: number;
  constructor(view: DataView, at: number) {
    this.view = view;
    this.at = at;
  }
  static root(view: DataView, at: number): Table {
    return new Table(view, at + view.getUint32(at, true));
  }
  /** Position of a field's bytes, or 0 where it has its default. */
  field(slot: number): number {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const place = 4 + 2 * slot;
    const offset = place < this.view.getUint16(vtable, true) ? this.view.getUint16(vtable + place, true) : 0;
    return offset && this.at + offset;
  }
  uint8(slot: number): number {
    const at = this.field(slot);
    return at && this.view.getUint8(at);
  }
  /** Start and length of a vector whose items have `size` bytes; refused when it reaches past the end. */
  vector(slot: number, size: number): { at: number; length: number } {
    const at = this.field(slot);
    if (!at) return { at: 0, length: 0 };
    const start = at + this.view.getUint32(at, true);
    const length = this.view.getUint32(start, true);
    if (start + 4 + length * size > this.view.byteLength) throw new RangeError(`a list of ${length} items reaches past the end`);
    return { at: start + 4, length };
  }
  table(slot: number): Table | null {
    const at = this.field(slot);
    return at ? new Table(this.view, at + this.view.getUint32(at, true)) : null;
  }
  text(slot: number): string | null {
    const { at, length } = this.vector(slot, 1);
    return at ? UTF8.decode(new Uint8Array(this.view.buffer, this.view.byteOffset + at, length)) : null;
  }
  item(list: { at: number }, index: number): Table {
    const at = list.at + 4 * index;
    return new Table(this.view, at + this.view.getUint32(at, true));
  }
}

interface Column {
  name: string;
  type: (typeof COLUMN)[number];
}

function readFlatGeobuf(bundle: Bundle, { limits }: ReadContext): SourceLayer[] {
  const what = bundle.name;
  const bytes = readAll(bundle.files[0]!, limits.fileBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = Table.root(view, 12);
  const columns = readColumns(header, what, limits.columns);
  const unique = uniqueNames(columns.map(({ name }) => name));
  columns.forEach((column, c) => (column.name = unique.names[c]!));
  const countAt = header.field(8);
  const stated = countAt ? Number(view.getBigUint64(countAt, true)) : 0;
  assertCount(what, 'rows', stated, limits);
  const nodeAt = header.field(9);
  const nodeSize = nodeAt ? view.getUint16(nodeAt, true) : 16;
  let at = 12 + view.getUint32(8, true) + indexBytes(stated, nodeSize);
  if (at > bytes.length) throw damaged(what, 'FlatGeobuf', 'it ends inside its index');
  const builder = new GeometryWriter(what, limits);
  const cells = new ColumnsBuilder(what, limits);
  // Columns in the header's order, those without a value in the first rows too.
  const layerType = header.uint8(2);
  let hasZ = false;
  const binary = new Set<string>();
  while (at < bytes.length) {
    const length = view.getUint32(at, true);
    if (at + 4 + length > bytes.length) throw damaged(what, 'FlatGeobuf', `feature ${builder.rowCount + 1} is cut off`);
    // A view of this feature only: no offset of it can reach into another.
    const feature = Table.root(new DataView(bytes.buffer, bytes.byteOffset + at + 4, length), 0);
    if (builder.rowCount === 0) for (const { name, type } of columns) if (type !== 'binary') cells.set(0, name, null);
    readProperties(feature, columns, builder.rowCount, cells, binary);
    const geometry = feature.table(0);
    if (geometry?.field(2)) hasZ = true;
    builder.endRow(geometry ? addGeometry(geometry, layerType, builder, (z) => (hasZ ||= z), 0) : GEOMETRY_KIND.none);
    at += 4 + length;
  }
  // 0 means unknown, for files written as a stream.
  if (stated && stated !== builder.rowCount) throw damaged(what, 'FlatGeobuf', `${stated} features are stated, ${builder.rowCount} are there`);
  const findings: Finding[] = [
    ...builder.findings(what),
    ...[...binary].map((column) => makeFinding('read.columnLeftOut', 'info', null, [], { file: what, column }, 1)),
    ...unique.renamed.map(([before, after]) => makeFinding('read.columnRenamed', 'info', null, [], { file: what, before, after }, 1)),
  ];
  return [
    {
      file: what,
      layer: bundle.stem,
      format: 'flatgeobuf',
      rows: builder.rowCount,
      columns: cells.finish(builder.rowCount),
      geometry: builder.finish(),
      crs: toStatement(header.table(10)),
      hasZ,
      encoding: { name: 'utf-8', from: 'format' },
      findings,
    },
  ];
}

function readColumns(header: Table, what: string, most: number): Column[] {
  const list = header.vector(7, 4);
  if (list.length > most) throw damaged(what, 'FlatGeobuf', `${list.length} columns are stated`);
  return Array.from({ length: list.length }, (_, c) => {
    const column = header.item(list, c);
    const type = COLUMN[column.uint8(1)];
    if (!type) throw damaged(what, 'FlatGeobuf', `column ${c + 1} has an unknown type`);
    return { name: column.text(0) ?? `column_${c + 1}`, type };
  });
}

function toStatement(crs: Table | null): CrsStatement | null {
  if (!crs) return null;
  const codeAt = crs.field(1);
  const code = codeAt ? crs.view.getInt32(codeAt, true) : 0;
  const org = (crs.text(0) ?? 'EPSG').toUpperCase();
  const text = crs.text(4);
  return code || text ? { code: code ? `${org}:${code}` : null, text } : null;
}

/** Bytes of the packed R-tree in front of the features: 40 for each node, levels of `nodeSize` up to one root. */
function indexBytes(features: number, nodeSize: number): number {
  if (!features || nodeSize < 2) return 0;
  let level = features;
  let nodes = level;
  while (level !== 1) {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  }
  return nodes * 40;
}

function addGeometry(
  geometry: Table,
  layerType: number,
  builder: GeometryWriter,
  sawZ: (z: boolean) => void,
  depth: number,
): (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND] {
  if (depth > 2) throw new RangeError('geometry parts nested too deeply');
  sawZ(geometry.field(2) !== 0);
  const type = geometry.uint8(6) || layerType;
  const xy = geometry.vector(1, 8);
  const ends = geometry.vector(0, 4);
  switch (type) {
    case GEOMETRY.point:
    case GEOMETRY.multipoint:
      for (let v = 0; 2 * v + 1 < xy.length; v++) {
        addVertices(geometry, xy.at, v, v + 1, builder);
        builder.endRing(false);
        builder.endPolygon();
      }
      return GEOMETRY_KIND.point;
    case GEOMETRY.line:
    case GEOMETRY.multiline:
      addRings(geometry, xy, ends, false, builder);
      return GEOMETRY_KIND.line;
    case GEOMETRY.polygon:
      addRings(geometry, xy, ends, true, builder);
      builder.endPolygon();
      return GEOMETRY_KIND.polygon;
    case GEOMETRY.multipolygon: {
      const parts = geometry.vector(7, 4);
      for (let p = 0; p < parts.length; p++) addGeometry(geometry.item(parts, p), GEOMETRY.polygon, builder, sawZ, depth + 1);
      return GEOMETRY_KIND.polygon;
    }
    default:
      return GEOMETRY_KIND.other;
  }
}

/** Rings by their ends, counted in vertices; without ends all vertices are one ring. */
function addRings(geometry: Table, xy: { at: number; length: number }, ends: { at: number; length: number }, close: boolean, builder: GeometryWriter): void {
  const vertices = xy.length >> 1;
  let from = 0;
  for (let r = 0; r < Math.max(1, ends.length); r++) {
    const to = ends.length ? geometry.view.getUint32(ends.at + 4 * r, true) : vertices;
    if (to < from || to > vertices) throw new RangeError('ring ends out of order');
    addVertices(geometry, xy.at, from, to, builder);
    builder.endRing(close);
    if (!close) builder.endPolygon();
    from = to;
  }
}

function addVertices(geometry: Table, start: number, from: number, to: number, builder: GeometryWriter): void {
  builder.reserve(to - from);
  for (let v = from; v < to; v++) builder.vertex(geometry.view.getFloat64(start + 16 * v, true), geometry.view.getFloat64(start + 16 * v + 8, true));
}

function readProperties(feature: Table, columns: Column[], row: number, cells: ColumnsBuilder, binary: Set<string>): void {
  const { view } = feature;
  const list = feature.vector(1, 1);
  let at = list.at;
  const end = list.at + list.length;
  while (at + 2 <= end) {
    const column = columns[view.getUint16(at, true)];
    if (!column) throw new RangeError(`a property of row ${row + 1} belongs to no column`);
    at += 2;
    const fixed = FIXED[column.type];
    if (fixed) {
      cells.set(row, column.name, fixed.read(view, at));
      at += fixed.size;
      continue;
    }
    const length = view.getUint32(at, true);
    at += 4;
    if (at + length > end) throw new RangeError(`a text of row ${row + 1} reaches past its end`);
    if (column.type === 'binary') binary.add(column.name);
    else cells.set(row, column.name, UTF8.decode(new Uint8Array(view.buffer, view.byteOffset + at, length)));
    at += length;
  }
}

const FIXED: Partial<Record<Column['type'], { size: number; read(view: DataView, at: number): number | bigint | boolean }>> = {
  byte: { size: 1, read: (view, at) => view.getInt8(at) },
  ubyte: { size: 1, read: (view, at) => view.getUint8(at) },
  bool: { size: 1, read: (view, at) => view.getUint8(at) !== 0 },
  short: { size: 2, read: (view, at) => view.getInt16(at, true) },
  ushort: { size: 2, read: (view, at) => view.getUint16(at, true) },
  int: { size: 4, read: (view, at) => view.getInt32(at, true) },
  uint: { size: 4, read: (view, at) => view.getUint32(at, true) },
  long: { size: 8, read: (view, at) => view.getBigInt64(at, true) },
  ulong: { size: 8, read: (view, at) => view.getBigUint64(at, true) },
  float: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  double: { size: 8, read: (view, at) => view.getFloat64(at, true) },
};
