/**
 * How well the tiles of an archive fit together, zoom by zoom, within a box that lies wholly inside the country:
 * gaps and overlaps (cells of one tile unit in no polygon, or in several, in parts per million), inner edges without their twin in a
 * neighbour, and polygons that GEOS calls invalid (all polygons of the tiles read, also those outside the box).
 *
 *   node scripts/bench/quality.ts ARCHIVE.pmtiles... [--layer adm] [--box W,S,E,N] [--zooms 4,5,6] [--all-tiles]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import initGeos from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse } from 'pmtiles';

const EXTENT = 4096;

export interface Quality {
  zoom: number;
  features: number;
  edges: number;
  unmatched: number;
  cells: number;
  gaps: number;
  overlaps: number;
  invalid: number;
}

interface Point {
  x: number;
  y: number;
}

const geos = await initGeos();

/** Tiles of one zoom that touch the box. */
export async function measure(path: string, layerName: string, box: number[], zoom: number): Promise<Quality> {
  const bytes = readFileSync(path);
  const archive = new PMTiles({
    getKey: () => path,
    getBytes: async (offset: number, length: number): Promise<RangeResponse> => ({
      data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length) as ArrayBuffer,
    }),
  });
  const quality: Quality = { zoom, features: 0, edges: 0, unmatched: 0, cells: 0, gaps: 0, overlaps: 0, invalid: 0 };
  const [west, south, east, north] = box as [number, number, number, number];
  const [minX, maxX, minY, maxY] = [toX(west, zoom), toX(east, zoom), toY(north, zoom), toY(south, zoom)];
  for (let tx = Math.floor(minX / EXTENT); tx <= Math.floor(maxX / EXTENT); tx++) {
    for (let ty = Math.floor(minY / EXTENT); ty <= Math.floor(maxY / EXTENT); ty++) {
      const tile = await archive.getZxy(zoom, tx, ty);
      if (!tile) continue;
      let data = Buffer.from(tile.data);
      if (data[0] === 0x1f && data[1] === 0x8b) data = gunzipSync(data);
      const layer = new VectorTile(new PbfReader(data)).layers[layerName];
      if (!layer) continue;
      const window = [
        Math.max(0, Math.ceil(minX - tx * EXTENT)),
        Math.max(0, Math.ceil(minY - ty * EXTENT)),
        Math.min(EXTENT, Math.floor(maxX - tx * EXTENT)),
        Math.min(EXTENT, Math.floor(maxY - ty * EXTENT)),
      ];
      const features = Array.from({ length: layer.length }, (_, i) => layer.feature(i).loadGeometry());
      judge(features, quality);
      compare(features, window as [number, number, number, number], quality);
    }
  }
  return quality;
}

function judge(features: Point[][][], quality: Quality): void {
  for (const rings of features) {
    quality.features++;
    const pointer = geojsonToGeosGeom({ type: 'MultiPolygon', coordinates: polygonsOf(rings) } as never, geos);
    if (geos.GEOSisValid(pointer) !== 1) {
      quality.invalid++;
    }
    geos.GEOSGeom_destroy(pointer);
  }
}

/** Shells turn clockwise as seen (positive area with y down), holes the other way (MVT 2.1 §4.3.3.3). */
function polygonsOf(rings: Point[][]): number[][][][] {
  const polygons: number[][][][] = [];
  for (const ring of rings) {
    let area = 0;
    for (let i = 1; i < ring.length; i++) area += ring[i - 1]!.x * ring[i]!.y - ring[i]!.x * ring[i - 1]!.y;
    const coordinates = ring.map(({ x, y }) => [x, y]);
    if (area > 0 || polygons.length === 0) polygons.push([coordinates]);
    else polygons.at(-1)!.push(coordinates);
  }
  return polygons;
}

function compare(features: Point[][][], [left, top, right, bottom]: [number, number, number, number], quality: Quality): void {
  const width = right - left;
  const height = bottom - top;
  if (width <= 0 || height <= 0) return;
  const cover = new Uint8Array(width * height);
  const edges = new Map<number, number>();
  const key = (a: Point, b: Point) => (a.x * 8192 + a.y) * 2 ** 26 + b.x * 8192 + b.y;
  for (const rings of features) {
    const rows = new Map<number, number[]>();
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        if (a.x === b.x && a.y === b.y) continue;
        const inside = (p: Point) => p.x > left && p.x < right && p.y > top && p.y < bottom;
        if (inside(a) && inside(b)) edges.set(key(a, b), (edges.get(key(a, b)) ?? 0) + 1);
        scan(rows, a.x - left, a.y - top, b.x - left, b.y - top, height);
      }
    }
    for (const [y, xs] of rows) {
      xs.sort((p, q) => p - q);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        for (let x = Math.max(0, Math.ceil(xs[i]! - 0.5)); x < Math.min(width, Math.ceil(xs[i + 1]! - 0.5)); x++)
          cover[y * width + x] = Math.min(255, cover[y * width + x]! + 1);
      }
    }
  }
  quality.cells += cover.length;
  for (const count of cover) {
    if (count === 0) quality.gaps++;
    else if (count > 1) quality.overlaps++;
  }
  for (const [edge, count] of edges) {
    quality.edges += count;
    const a = Math.floor(edge / 2 ** 26);
    const twin = edges.get((edge - a * 2 ** 26) * 2 ** 26 + a) ?? 0;
    quality.unmatched += Math.max(0, count - twin);
  }
}

/** Where an edge crosses the middles of the rows of cells. */
function scan(rows: Map<number, number[]>, ax: number, ay: number, bx: number, by: number, height: number): void {
  const last = Math.min(height, Math.ceil(Math.max(ay, by) - 0.5));
  for (let y = Math.max(0, Math.ceil(Math.min(ay, by) - 0.5)); y < last; y++) {
    const row = rows.get(y);
    const x = ax + ((y + 0.5 - ay) * (bx - ax)) / (by - ay);
    if (row) row.push(x);
    else rows.set(y, [x]);
  }
}

function toX(lon: number, zoom: number): number {
  return ((lon + 180) / 360) * 2 ** zoom * EXTENT;
}

function toY(lat: number, zoom: number): number {
  const s = Math.sin((lat * Math.PI) / 180);
  return (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * 2 ** zoom * EXTENT;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      layer: { type: 'string', default: 'adm' },
      // Northern Italy, wholly within set M.
      box: { type: 'string', default: '8.7,44.65,11.9,45.55' },
      zooms: { type: 'string', default: '4,5,6,7,8,9,10' },
    },
  });
  const ppm = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1e7) / 10);
  for (const path of positionals) {
    const rows = [];
    for (const zoom of values.zooms.split(',').map(Number)) {
      const q = await measure(path, values.layer, values.box.split(',').map(Number), zoom);
      rows.push({
        zoom,
        features: q.features,
        'gap ppm': ppm(q.gaps, q.cells),
        'overlap ppm': ppm(q.overlaps, q.cells),
        edges: q.edges,
        unmatched: q.unmatched,
        'unmatched %': q.edges === 0 ? 0 : Math.round((q.unmatched / q.edges) * 1e5) / 1e3,
        invalid: q.invalid,
      });
    }
    console.log(path);
    console.table(rows);
  }
}
