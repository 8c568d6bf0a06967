/**
 * Published levels in one compact file, so that checks, joins and drawings of a stored version load fast and get exactly what was published.
 *
 * Layout, little endian: magic `CODG`, format u32, length of the attributes u32, attributes (JSON, raw deflate), then for each level in the order
 * of the attributes: counts of rows, polygons, rings and vertices as u32, kinds as u8, and three lists of sizes (polygons of each row, rings of each
 * polygon, vertices of each ring) and the coordinates (degrees × 10^7, difference from the vertex before, zigzag) as variable-length integers.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FeatureTable, GeometryColumn } from '../contract/admin.ts';
import { FORMAT, GRID, MAGIC, parseGeometryFile, type LevelAttributes } from './geometryParse.ts';

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
export const readGeometryFile = (bytes: Uint8Array): FeatureTable[] => parseGeometryFile(bytes, (packed) => inflateRawSync(packed).toString('utf8'));

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
