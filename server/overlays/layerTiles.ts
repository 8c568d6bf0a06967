/**
 * Tiles of a layer, made when one is asked for: points by rank, lines and areas cut by `shapes.ts`. What a tile does not show it says (decision
 * 0070): a point in the layer `told` with how many features of it are not there. Rows come largest first, so that the number of a row is its rank.
 */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import Flatbush from 'flatbush';
import { GEOMETRY_KIND, type FeatureTable, type GeometryColumn } from '../contract/admin.ts';
import { FEATURE_KEYS, LAYER_MAX_ZOOM, MOST_POINTS, TILE_LAYER, TOLD_KEY, TOLD_LAYER } from '../contract/overlays/layer.ts';
import { coarsen, type TileShape } from './coarsen.ts';
import { shareX, shareY } from './mercator.ts';
import { openShapes, type Slice } from './shapes.ts';

export interface LayerTiles {
  /** Bytes that it holds in memory, about. */
  bytes: number;
  /** The tile, or null where nothing lies. @throws RangeError outside the zooms, or where no such tile is */
  tile(z: number, x: number, y: number): Uint8Array<ArrayBuffer> | null;
}

export const EXTENT = 4096;
export const BUFFER = 64;
const TOLERANCE = 3;
/** A tile is no larger, uncompressed. */
export const MOST_BYTES = 300_000;
/** From this zoom on all points of a tile are shown, as far as its bytes go. */
export const FULL_ZOOM = 8;
/** Names are for labels, which need room; numbers and entries are what symbols are drawn by. */
const NAMES_ZOOM = 8;

export function openLayerTiles(table: FeatureTable): LayerTiles {
  const isPoints = table.geometry.kinds[0] === GEOMETRY_KIND.point;
  const slicer =
    table.geometry.kinds.length === 0
      ? EMPTY
      : isPoints
        ? slicePoints(table.geometry)
        : openShapes(table.geometry, { extent: EXTENT, buffer: BUFFER, tolerance: TOLERANCE });
  const tagsOf = readTags(table);
  return {
    bytes: slicer.bytes + 200 * table.geometry.kinds.length,
    tile(z, x, y) {
      if (!(z >= 0 && z <= LAYER_MAX_ZOOM)) throw new RangeError(`zoom levels are 0 to ${LAYER_MAX_ZOOM}`);
      if (!(x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z)) throw new RangeError('no such tile at this zoom');
      const shown = slicer.slice(z, x, y);
      return shown && encode(fit(shown, z, tagsOf), z, tagsOf);
    },
  };
}

interface Slicer {
  bytes: number;
  slice(z: number, x: number, y: number): Slice | null;
}
const EMPTY: Slicer = { bytes: 0, slice: () => null };

type Tags = Record<string, string | number>;

function readTags({ extra, source }: FeatureTable): (row: number, z: number) => Tags {
  return writeTags(
    [FEATURE_KEYS.name, FEATURE_KEYS.entry, FEATURE_KEYS.size, FEATURE_KEYS.pcode].map((name) => extra.find((each) => each.name === name)?.values),
    source.rowNumber,
  );
}

/** By itself, so that columns which no tile has are not held. */
function writeTags([names, entries, sizes, pcodes]: (FeatureTable['extra'][number]['values'] | undefined)[], rowNumber: Uint32Array) {
  return (row: number, z: number): Tags => {
    const tags: Tags = { [FEATURE_KEYS.id]: rowNumber[row]!, [FEATURE_KEYS.entry]: Number(entries?.[row] ?? 0) };
    const [size, name, pcode] = [sizes?.[row], names?.[row], pcodes?.[row]];
    if (typeof size === 'number') tags[FEATURE_KEYS.size] = size;
    if (z < NAMES_ZOOM) return tags;
    if (name !== null && name !== undefined) tags[FEATURE_KEYS.name] = String(name);
    if (pcode !== null && pcode !== undefined) tags[FEATURE_KEYS.pcode] = String(pcode);
    return tags;
  };
}

/** Each point lies in one tile of a zoom: drawn as symbols, they need no buffer. Of a feature of several points the first that lies there stands for it. */
function slicePoints({ coords, rings, polygons, rows, kinds }: GeometryColumn): Slicer {
  const count = coords.length / 2;
  const at = new Float64Array(coords.length);
  const rowOf = new Uint32Array(count);
  for (let row = 0; row < kinds.length; row++) rowOf.fill(row, rings[polygons[rows[row]!]!]!, rings[polygons[rows[row + 1]!]!]!);
  const tree = new Flatbush(count);
  for (let v = 0; v < count; v++) {
    at[2 * v] = shareX(coords[2 * v]!);
    at[2 * v + 1] = shareY(coords[2 * v + 1]!);
    tree.add(at[2 * v]!, at[2 * v + 1]!, at[2 * v]!, at[2 * v + 1]!);
  }
  tree.finish();
  return {
    bytes: tree.data.byteLength + at.byteLength + rowOf.byteLength,
    slice(z, x, y) {
      const side = 2 ** z;
      const isIn = (v: number) => Math.floor(at[2 * v]! * side) === x && Math.floor(at[2 * v + 1]! * side) === y;
      const vertices = Uint32Array.from(tree.search(x / side, y / side, (x + 1) / side, (y + 1) / side, isIn)).sort();
      if (vertices.length === 0) return null;
      const most = z < FULL_ZOOM ? MOST_POINTS : Infinity;
      const shapes: TileShape[] = [];
      let [last, features] = [-1, 0];
      // Vertices are in the order of their rows.
      for (const v of vertices) {
        const row = rowOf[v]!;
        if (row !== last) features++;
        const isNew = row !== last;
        last = row;
        if (!isNew || shapes.length >= most) continue;
        shapes.push({ row, type: 1, parts: [Int32Array.of(Math.round((at[2 * v]! * side - x) * EXTENT), Math.round((at[2 * v + 1]! * side - y) * EXTENT))] });
      }
      return { shapes, hidden: features - shapes.length };
    },
  };
}

/** Lines and areas drawn more coarsely until they fit; what does not fit then is hidden, smallest first, and counted. */
function fit(shown: Slice, z: number, tagsOf: (row: number, z: number) => Tags): Slice {
  let { shapes, hidden } = shown;
  for (const tolerance of [0, 8, 16, 32, 64]) {
    if (tolerance > 0) shapes = shapes.map((shape) => coarsen(shape, tolerance));
    if (shapes[0]?.type === 1 || costOf(shapes, z, tagsOf) <= MOST_BYTES) break;
  }
  let cost = 0;
  const kept = shapes.findIndex((shape) => (cost += costOf([shape], z, tagsOf)) > MOST_BYTES);
  if (kept < 0) return { shapes, hidden };
  hidden += shapes.length - kept;
  return { shapes: shapes.slice(0, Math.max(1, kept)), hidden: hidden - (kept === 0 ? 1 : 0) };
}

/** No less than the bytes in the tile: numbers of positions, and for each tag its number and its value, which others may share. */
function costOf(shapes: readonly TileShape[], z: number, tagsOf: (row: number, z: number) => Tags): number {
  let bytes = 0;
  for (const { row, parts } of shapes) {
    bytes += 16;
    for (const part of parts) bytes += 6 + bytesOfPath(part);
    for (const value of Object.values(tagsOf(row, z))) bytes += 6 + (typeof value === 'string' ? 3 + Buffer.byteLength(value) : 10);
  }
  return bytes;
}

function bytesOfPath(part: Int32Array): number {
  let [x, y, bytes] = [0, 0, 0];
  for (let i = 0; i < part.length; i += 2) {
    bytes += varint(part[i]! - x) + varint(part[i + 1]! - y);
    [x, y] = [part[i]!, part[i + 1]!];
  }
  return bytes;
}
const varint = (step: number) => {
  const size = Math.abs(step) * 2;
  return size < 128 ? 1 : size < 16_384 ? 2 : 3;
};

function encode({ shapes, hidden }: Slice, z: number, tagsOf: (row: number, z: number) => Tags): Uint8Array<ArrayBuffer> {
  const features = shapes.map(({ row, type, parts }) => {
    const tags = tagsOf(row, z);
    const paths = parts.map((part) => Array.from({ length: part.length / 2 }, (_, i) => [part[2 * i]!, part[2 * i + 1]!]));
    return { id: tags[FEATURE_KEYS.id], type, tags, geometry: type === 1 ? paths.flat() : paths };
  });
  const told = [{ type: 1, tags: { [TOLD_KEY]: hidden }, geometry: [[EXTENT / 2, EXTENT / 2]] }];
  const layers = { [TILE_LAYER]: { features }, ...(hidden > 0 ? { [TOLD_LAYER]: { features: told } } : {}) };
  return new Uint8Array(fromGeojsonVt(layers as never, { version: 2, extent: EXTENT }));
}
