/**
 * Published levels in one compact file, so that checks, joins and drawings of a stored version load fast and get exactly what was published.
 *
 * Layout, little endian: magic `CODG`, format u32, length of the attributes u32, attributes (JSON, raw deflate), then for each level in the order
 * of the attributes: counts of rows, polygons, rings and vertices as u32, kinds as u8, and three lists of sizes (polygons of each row, rings of each
 * polygon, vertices of each ring) and the coordinates (degrees × 10^7, difference from the vertex before, zigzag) as variable-length integers.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AdminUnit, ExtraColumn, FeatureTable, GeometryColumn } from '../contract/admin.ts';
import type { AdminLevel } from '../contract/ids.ts';
import { InputError } from '../errors.ts';

const MAGIC = 0x47444f43;
const FORMAT = 1;
const GRID = 1e7;

interface LevelAttributes {
  level: AdminLevel;
  units: AdminUnit[];
  extra: ExtraColumn[];
  source: { file: string; layer: string; rowNumber: number[] };
}

/** Coordinates must lie on the coverage's grid of 10^-7 degrees, as publishLevels gives them; others are moved to it. */
export function writeGeometryFile(tables: FeatureTable[]): Uint8Array<ArrayBuffer> {
  const attributes = tables.map(({ level, units, extra, source }): LevelAttributes => ({
    level,
    units,
    extra,
    source: { ...source, rowNumber: [...source.rowNumber] },
  }));
  const json = deflateRawSync(JSON.stringify(attributes));
  const parts = tables.map(({ geometry }) => writeGeometry(geometry));
  const size = 12 + json.length + parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, json.length, true);
  bytes.set(json, 12);
  let at = 12 + json.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The tables that writeGeometryFile was given. Throws InputError `geometry.unreadable` on anything else. */
export function readGeometryFile(bytes: Uint8Array): FeatureTable[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== FORMAT) {
    throw new InputError('geometry.unreadable', 'The stored geometry of this version is not in the format this server writes; upload the version again.');
  }
  const length = view.getUint32(8, true);
  const attributes = JSON.parse(inflateRawSync(bytes.subarray(12, 12 + length)).toString('utf8')) as LevelAttributes[];
  const reader = { bytes, at: 12 + length };
  return attributes.map(({ level, units, extra, source }) => ({
    level,
    units,
    extra,
    geometry: readGeometry(reader),
    source: { ...source, rowNumber: Uint32Array.from(source.rowNumber) },
  }));
}

function writeGeometry({ kinds, coords, rings, polygons, rows }: GeometryColumn): Uint8Array {
  const vertices = coords.length / 2;
  // Five bytes hold any difference of two longitudes on the grid, two such for each vertex.
  const bytes = new Uint8Array(16 + kinds.length + 5 * (rows.length + polygons.length + rings.length) + 10 * vertices);
  const view = new DataView(bytes.buffer);
  [kinds.length, polygons.length - 1, rings.length - 1, vertices].forEach((count, index) => view.setUint32(4 * index, count, true));
  bytes.set(kinds, 16);
  let at = 16 + kinds.length;
  const write = (value: number) => {
    while (value > 127) {
      bytes[at++] = (value & 127) | 128;
      value >>>= 7;
    }
    bytes[at++] = value;
  };
  for (const offsets of [rows, polygons, rings]) for (let i = 1; i < offsets.length; i++) write(offsets[i]! - offsets[i - 1]!);
  let [x, y] = [0, 0];
  for (let v = 0; v < vertices; v++) {
    const nextX = Math.round(coords[2 * v]! * GRID);
    const nextY = Math.round(coords[2 * v + 1]! * GRID);
    write(zigzag(nextX - x));
    write(zigzag(nextY - y));
    x = nextX;
    y = nextY;
  }
  return bytes.subarray(0, at);
}

/** Differences reach 3.6 × 10^9 (−180° to 180°), so they are wrapped to 32 bits; reading wraps back the same way. */
function zigzag(difference: number): number {
  const wrapped = difference | 0;
  return ((wrapped << 1) ^ (wrapped >> 31)) >>> 0;
}

function readGeometry(reader: { bytes: Uint8Array; at: number }): GeometryColumn {
  const { bytes } = reader;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [rowCount, polygonCount, ringCount, vertices] = [0, 4, 8, 12].map((offset) => view.getUint32(reader.at + offset, true)) as [
    number,
    number,
    number,
    number,
  ];
  const kinds = bytes.slice(reader.at + 16, reader.at + 16 + rowCount);
  let at = reader.at + 16 + rowCount;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const readOffsets = (count: number): Uint32Array => {
    const offsets = new Uint32Array(count + 1);
    for (let i = 1; i <= count; i++) offsets[i] = offsets[i - 1]! + read();
    return offsets;
  };
  const [rows, polygons, rings] = [readOffsets(rowCount), readOffsets(polygonCount), readOffsets(ringCount)];
  const coords = new Float64Array(2 * vertices);
  let [x, y] = [0, 0];
  for (let v = 0; v < 2 * vertices; v += 2) {
    const [dx, dy] = [read(), read()];
    x = (x + ((dx >>> 1) ^ -(dx & 1))) | 0;
    y = (y + ((dy >>> 1) ^ -(dy & 1))) | 0;
    coords[v] = x / GRID;
    coords[v + 1] = y / GRID;
  }
  reader.at = at;
  return { kinds, coords, rings, polygons, rows };
}
