/** Reading what `geometryFile.ts` writes; whoever reads brings what inflates, so that a browser can (decision 0091). */
import type { AdminUnit, ExtraColumn, FeatureTable, GeometryColumn } from '../contract/admin.ts';
import type { AdminLevel } from '../contract/ids.ts';
import { InputError } from '../errors.ts';

export const MAGIC = 0x47444f43;
export const FORMAT = 1;
export const GRID = 1e7;

export interface LevelAttributes {
  level: AdminLevel;
  units: AdminUnit[];
  extra: ExtraColumn[];
  source: { file: string; layer: string; rowNumber: number[] };
}

/** The tables that `writeGeometryFile` was given. `inflate`: raw deflate to text. @throws InputError `geometry.unreadable` on anything else */
export function parseGeometryFile(bytes: Uint8Array, inflate: (bytes: Uint8Array) => string): FeatureTable[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== FORMAT) {
    throw new InputError('geometry.unreadable', 'The stored geometry of this version is not in the format this server writes; upload the version again.');
  }
  const length = view.getUint32(8, true);
  const attributes = JSON.parse(inflate(bytes.subarray(12, 12 + length))) as LevelAttributes[];
  const reader = { bytes, at: 12 + length };
  return attributes.map(({ level, units, extra, source }) => ({
    level,
    units,
    extra,
    geometry: readGeometry(reader),
    source: { ...source, rowNumber: Uint32Array.from(source.rowNumber) },
  }));
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
