/**
 * Tiles of a layer, made when one is asked for: points by rank, lines and areas sliced by geojson-vt. What a tile does not show it says (decision
 * 0070): a point in the layer `told` with how many features of it are not there. Rows come largest first, so that the number of a row is its rank.
 */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import Flatbush from 'flatbush';
import GeoJSONVT from 'geojson-vt';
import { GEOMETRY_KIND, type FeatureTable, type GeometryColumn } from '../contract/admin.ts';
import { FEATURE_KEYS, LAYER_MAX_ZOOM, MOST_POINTS, TILE_LAYER, TOLD_KEY, TOLD_LAYER } from '../contract/overlays/layer.ts';
import { coordinatesOf } from '../geometry/coordinates.ts';
import { rowBbox } from '../geometry/ring.ts';
import { coarsen, type TileShape } from './coarsen.ts';

export interface LayerTiles {
  /** Bytes that it holds in memory, about. */
  bytes: number;
  /** The tile, or null where nothing lies. @throws RangeError outside the zooms, or where no such tile is */
  tile(z: number, x: number, y: number): Uint8Array<ArrayBuffer> | null;
}

export const EXTENT = 4096;
export const BUFFER = 64;
/** A tile is no larger, uncompressed. */
export const MOST_BYTES = 300_000;
/** From this zoom on all points of a tile are shown, as far as its bytes go. */
export const FULL_ZOOM = 8;
/** Down to it one index holds the layer; a country has some hundred tiles to there. */
const INDEX_ZOOM = 7;
/** Names are for labels, which need room; numbers and entries are what symbols are drawn by. */
const NAMES_ZOOM = 8;

/** What is drawn of a tile, in the order of ranks, and how many of its features are not. */
interface Shown {
  shapes: TileShape[];
  hidden: number;
}

export function openLayerTiles(table: FeatureTable): LayerTiles {
  const isPoints = table.geometry.kinds[0] === GEOMETRY_KIND.point;
  const slicer = table.geometry.kinds.length === 0 ? EMPTY : isPoints ? slicePoints(table.geometry) : sliceShapes(table.geometry);
  const tagsOf = readTags(table);
  return {
    bytes: slicer.bytes + table.geometry.coords.byteLength + 200 * table.geometry.kinds.length,
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
  slice(z: number, x: number, y: number): Shown | null;
}
const EMPTY: Slicer = { bytes: 0, slice: () => null };

type Tags = Record<string, string | number>;

function readTags({ extra, source }: FeatureTable): (row: number, z: number) => Tags {
  const column = (name: string) => extra.find((each) => each.name === name)?.values;
  const [names, entries, sizes, pcodes] = [FEATURE_KEYS.name, FEATURE_KEYS.entry, FEATURE_KEYS.size, FEATURE_KEYS.pcode].map(column);
  return (row, z) => {
    const tags: Tags = { [FEATURE_KEYS.id]: source.rowNumber[row]!, [FEATURE_KEYS.entry]: Number(entries?.[row] ?? 0) };
    const [size, name, pcode] = [sizes?.[row], names?.[row], pcodes?.[row]];
    if (typeof size === 'number') tags[FEATURE_KEYS.size] = size;
    if (z < NAMES_ZOOM) return tags;
    if (name !== null && name !== undefined) tags[FEATURE_KEYS.name] = String(name);
    if (pcode !== null && pcode !== undefined) tags[FEATURE_KEYS.pcode] = String(pcode);
    return tags;
  };
}

/** Share of the world from west to east and from north to south. */
const toX = (lon: number) => lon / 360 + 0.5;
function toY(lat: number): number {
  const sin = Math.sin((Math.max(-85.0511287798, Math.min(85.0511287798, lat)) * Math.PI) / 180);
  return Math.max(0, Math.min(1, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI));
}

/** Each point lies in one tile of a zoom: drawn as symbols, they need no buffer. Of a feature of several points the first that lies there stands for it. */
function slicePoints({ coords, rings, polygons, rows, kinds }: GeometryColumn): Slicer {
  const count = coords.length / 2;
  const at = new Float64Array(coords.length);
  const rowOf = new Uint32Array(count);
  for (let row = 0; row < kinds.length; row++) rowOf.fill(row, rings[polygons[rows[row]!]!]!, rings[polygons[rows[row + 1]!]!]!);
  const tree = new Flatbush(count);
  for (let v = 0; v < count; v++) {
    at[2 * v] = toX(coords[2 * v]!);
    at[2 * v + 1] = toY(coords[2 * v + 1]!);
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

interface Sliced {
  numFeatures: number;
  features: { type: 1 | 2 | 3; tags: { row: number }; geometry: Int16Array[] }[];
}

/**
 * Down to the zoom at which a country fills a screen one index holds all; below, what lies near a tile is sliced by itself, since an index that is
 * asked everywhere grows with each tile.
 */
function sliceShapes(geometry: GeometryColumn): Slicer {
  const all = Array.from(geometry.kinds, (_, row) => row);
  const whole = openIndex(geometry, all, INDEX_ZOOM + 1, 5);
  const tree = new Flatbush(all.length);
  for (const row of all) {
    const [west, south, east, north] = rowBbox(geometry, row)!;
    tree.add(toX(west), toY(north), toX(east), toY(south));
  }
  tree.finish();
  return {
    // Vertices as geojson-vt keeps them, with the tiles of the first zooms.
    bytes: 16 * geometry.coords.length + tree.data.byteLength,
    slice(z, x, y) {
      if (z <= INDEX_ZOOM) return toShown(whole.findTile(z, x, y));
      const [side, reach] = [2 ** z, BUFFER / EXTENT];
      const near = tree.search((x - reach) / side, (y - reach) / side, (x + 1 + reach) / side, (y + 1 + reach) / side);
      return near.length === 0 ? null : toShown(openIndex(geometry, near, LAYER_MAX_ZOOM, 0).findTile(z, x, y));
    },
  };
}

/** At its deepest zoom nothing is simplified. */
const openIndex = (geometry: GeometryColumn, rows: readonly number[], maxZoom: number, indexMaxZoom: number) =>
  new GeoJSONVT(
    { type: 'FeatureCollection', features: rows.map((row) => toFeature(geometry, row)) as never },
    { maxZoom, indexMaxZoom, indexMaxPoints: 100_000, tolerance: 3, extent: EXTENT, buffer: BUFFER },
  ) as unknown as { findTile(z: number, x: number, y: number): Sliced | null };

function toShown(tile: Sliced | null): Shown | null {
  if (!tile || tile.numFeatures === 0) return null;
  const shapes = tile.features.map(({ type, tags, geometry: parts }): TileShape => ({
    row: tags.row,
    type,
    parts: parts.map((part) => Int32Array.from(part)),
  }));
  shapes.sort((a, b) => a.row - b.row);
  return { shapes, hidden: tile.numFeatures - shapes.length };
}

/** GeoJSON for the slicer, which reads it once. */
function toFeature(geometry: GeometryColumn, row: number) {
  const parts = coordinatesOf(geometry, row);
  const isLine = geometry.kinds[row] === GEOMETRY_KIND.line;
  const shape = isLine ? { type: 'MultiLineString', coordinates: parts.flat() } : { type: 'MultiPolygon', coordinates: parts };
  return { type: 'Feature', properties: { row }, geometry: shape };
}

/** Lines and areas drawn more coarsely until they fit; what does not fit then is hidden, smallest first, and counted. */
function fit(shown: Shown, z: number, tagsOf: (row: number, z: number) => Tags): Shown {
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

function encode({ shapes, hidden }: Shown, z: number, tagsOf: (row: number, z: number) => Tags): Uint8Array<ArrayBuffer> {
  const features = shapes.map(({ row, type, parts }) => {
    const tags = tagsOf(row, z);
    const paths = parts.map((part) => Array.from({ length: part.length / 2 }, (_, i) => [part[2 * i]!, part[2 * i + 1]!]));
    return { id: tags[FEATURE_KEYS.id], type, tags, geometry: type === 1 ? paths.flat() : paths };
  });
  const told = [{ type: 1, tags: { [TOLD_KEY]: hidden }, geometry: [[EXTENT / 2, EXTENT / 2]] }];
  const layers = { [TILE_LAYER]: { features }, ...(hidden > 0 ? { [TOLD_LAYER]: { features: told } } : {}) };
  return new Uint8Array(fromGeojsonVt(layers as never, { version: 2, extent: EXTENT }));
}
