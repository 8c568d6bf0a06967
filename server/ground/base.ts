/** An archive of tiles that whoever runs the server puts below the maps: looked at when the server starts, then read by ranges. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesToHeader, Compression, TileType, type Header } from 'pmtiles';
import type { BaseMap } from '../contract/maps/ground.ts';

export interface OpenBase {
  path: string;
  bytes: number;
  /** Another text once the file is another. */
  stamp: string;
  map: BaseMap;
}

const HEADER_BYTES = 127;
const MOST_METADATA = 4 << 20;
const MOST_LAYERS = 200;
const OSM = '© OpenStreetMap contributors';
/** Who speaks of these draws OpenStreetMap's data, whose licence (ODbL) asks to be credited. */
const FROM_OSM = /openstreetmap|\bosm\b|protomaps|openmaptiles|shortbread|geofabrik/i;

/** Why a file is none that can stand below a map. */
export class BaseError extends Error {}

/** @throws BaseError with words for whoever runs the server */
export function openBase(path: string, href: string): OpenBase {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new BaseError(`${path} cannot be opened (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new BaseError(`${path} is not a file`);
    const header = readHeader(file, stat.size, path);
    const said = readMetadata(file, header, path);
    const layers = layersOf(said['vector_layers']);
    if (layers.length === 0) throw new BaseError(`${path} does not say which layers it has (vector_layers)`);
    const bounds: BaseMap['bounds'] = [header.minLon, header.minLat, header.maxLon, header.maxLat];
    const map = { href, bounds, minzoom: header.minZoom, maxzoom: header.maxZoom, layers, attribution: attributionOf(said) };
    return { path, bytes: stat.size, stamp: `${stat.size.toString(36)}-${Math.round(stat.mtimeMs).toString(36)}`, map };
  } finally {
    closeSync(file);
  }
}

function readHeader(file: number, size: number, path: string): Header {
  const bytes = readAt(file, 0, Math.min(size, HEADER_BYTES));
  const text = bytes.toString('latin1', 0, 7);
  if (text !== 'PMTiles' || bytes[7] !== 3 || bytes.length < HEADER_BYTES) throw new BaseError(`${path} is not a PMTiles archive of version 3`);
  const header = bytesToHeader(Uint8Array.from(bytes).buffer, undefined);
  if (header.tileType !== TileType.Mvt) throw new BaseError(`${path} holds pictures; an archive of vector tiles (MVT) is needed`);
  const known: Compression[] = [Compression.None, Compression.Gzip];
  if (!known.includes(header.internalCompression) || !known.includes(header.tileCompression))
    throw new BaseError(`${path} is compressed in a way that browsers do not know; gzip is needed`);
  const ends = [
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ];
  if (ends.some((end) => end > size) || header.minZoom > header.maxZoom || header.maxZoom > 26) throw new BaseError(`${path} is cut short or damaged`);
  return header;
}

function readMetadata(file: number, { jsonMetadataOffset, jsonMetadataLength, internalCompression }: Header, path: string): Record<string, unknown> {
  if (jsonMetadataLength > MOST_METADATA) throw new BaseError(`${path} says more of itself than is read`);
  try {
    const bytes = readAt(file, jsonMetadataOffset, jsonMetadataLength);
    const plain = internalCompression === Compression.Gzip ? gunzipSync(bytes, { maxOutputLength: 4 * MOST_METADATA }) : bytes;
    const said: unknown = JSON.parse(plain.toString('utf8'));
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new BaseError(`What ${path} says of itself (its metadata) cannot be read`);
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

function layersOf(said: unknown): string[] {
  if (!Array.isArray(said)) return [];
  const ids = said.map((layer) => (typeof layer === 'object' && layer !== null && 'id' in layer ? layer.id : null));
  return [...new Set(ids.filter((id): id is string => typeof id === 'string' && id.length <= 100))].slice(0, MOST_LAYERS);
}

/** As the file has it, without tags: it is never put in as HTML. OpenStreetMap is credited wherever the file speaks of it. */
export function attributionOf(said: Record<string, unknown>): string {
  const text = (key: string) => (typeof said[key] === 'string' ? (said[key] as string) : '');
  const plain = text('attribution').replace(/<[^>]*>/g, ' ').replaceAll('&copy;', '©').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim().slice(0, 300); // prettier-ignore
  const isOsm = FROM_OSM.test(JSON.stringify(said));
  if (isOsm && !/openstreetmap/i.test(plain)) return [plain, OSM].filter(Boolean).join(' · ');
  return plain || text('name').slice(0, 100);
}
