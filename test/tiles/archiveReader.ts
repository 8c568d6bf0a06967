/** Reads archives back with the reader that browsers use. */
import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { gunzipSync } from 'node:zlib';

export interface Feature {
  properties: Record<string, string | number | boolean>;
  type: number;
  /** Rings, lines or points as [x, y], as the tile has them. */
  parts: [number, number][][];
}

export class ArchiveReader {
  readonly archive: PMTiles;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.archive = new PMTiles({
      getKey: () => 'test',
      getBytes: async (offset, length) => ({ data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length) }),
    });
  }

  async layers(zoom: number, x: number, y: number): Promise<Record<string, VectorTileLayer> | null> {
    const tile = await this.archive.getZxy(zoom, x, y);
    if (!tile) return null;
    const data = new Uint8Array(tile.data);
    return new VectorTile(new PbfReader(data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data)).layers;
  }

  /** Features of one layer in one tile. */
  async features(zoom: number, x: number, y: number, name: string): Promise<Feature[]> {
    const layer = (await this.layers(zoom, x, y))?.[name];
    if (!layer) return [];
    return Array.from({ length: layer.length }, (_, i) => {
      const feature = layer.feature(i);
      const parts = feature.loadGeometry().map((part) => part.map((p): [number, number] => [p.x, p.y]));
      return { properties: feature.properties as Feature['properties'], type: feature.type, parts };
    });
  }

  /** All tiles of a zoom that hold the layer. */
  async all(zoom: number, name: string): Promise<{ x: number; y: number; features: Feature[] }[]> {
    const { minLon, minLat, maxLon, maxLat } = await this.archive.getHeader();
    const side = 2 ** zoom;
    const column = (lon: number) => Math.floor(((lon + 180) / 360) * side);
    const row = (lat: number) => Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * side);
    const tiles = [];
    for (let x = Math.max(0, column(minLon) - 1); x < Math.min(side, column(maxLon) + 2); x++) {
      for (let y = Math.max(0, row(maxLat) - 1); y < Math.min(side, row(minLat) + 2); y++) {
        const features = await this.features(zoom, x, y, name);
        if (features.length > 0) tiles.push({ x, y, features });
      }
    }
    return tiles;
  }
}

/** Shells have a positive area with y down (MVT 2.1 §4.3.3.3); each starts a polygon. */
export function polygonsOf({ parts }: Feature): [number, number][][][] {
  const polygons: [number, number][][][] = [];
  for (const ring of parts) {
    let area = 0;
    for (let i = 1; i < ring.length; i++) area += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
    if (area > 0) polygons.push([ring]);
    else polygons.at(-1)!.push(ring);
  }
  return polygons;
}

export function collect(): { sink: (bytes: Uint8Array) => void; bytes: () => Uint8Array<ArrayBuffer> } {
  const parts: Uint8Array[] = [];
  return { sink: (bytes) => void parts.push(bytes.slice()), bytes: () => Uint8Array.from(Buffer.concat(parts)) };
}
