/**
 * A PMTiles archive on the reader's own machine, opened by the `pmtiles` package (decision 0037). Bytes are read where they are asked for and go
 * nowhere. What the file says of itself is a stranger's word: only texts and numbers of the expected shape are taken.
 */
import { Compression, FileSource, PMTiles, TileType, bytesToHeader, type Header } from 'pmtiles';
import type { Bbox } from '../camera.ts';

/** Why a file cannot be shown: none of its kind, of another version, cut or spoilt, packed or drawn in a way that browsers do not know. */
export type ArchiveFault = 'not-archive' | 'version' | 'damaged' | 'unknown';

export class ArchiveError extends Error {
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

export interface ArchiveLayer {
  id: string;
  /** Names of attributes. */
  fields: string[];
}

export interface Archive {
  tiles: PMTiles;
  file: { name: string; bytes: number };
  /** What the file calls itself. */
  title: string | null;
  description: string | null;
  attribution: string | null;
  /** Tiles that can be asked for; null where the file does not say. */
  count: number | null;
  /** `MVT` is drawn from layers, everything else is pictures. */
  type: 'MVT' | 'PNG' | 'JPEG' | 'WebP' | 'AVIF';
  minzoom: number;
  maxzoom: number;
  box: Bbox;
  layers: ArchiveLayer[];
}

const HEADER_BYTES = 127;
const TYPES: Partial<Record<TileType, Archive['type']>> = {
  [TileType.Mvt]: 'MVT',
  [TileType.Png]: 'PNG',
  [TileType.Jpeg]: 'JPEG',
  [TileType.Webp]: 'WebP',
  [TileType.Avif]: 'AVIF',
};
/** What the package can unpack in a browser. */
const KNOWN = [Compression.None, Compression.Gzip];
/** More layers than any map has; a longer list is a mistake or an attack. */
const MAX_LAYERS = 200;
const MAX_ZOOM = 26;
/** Where MapLibre's world ends. */
const EDGE = 85.06;

let opened = 0;

/** @throws ArchiveError */
export async function openArchive(file: File): Promise<Archive> {
  const header = await readHeader(file);
  const source = new FileSource(file);
  // The name of the file would be its address, and names may hold anything.
  const key = `file-${++opened}`;
  const tiles = new PMTiles({ getKey: () => key, getBytes: (offset, length) => source.getBytes(offset, length) });
  // Reads the root directory too.
  const metadata = await tiles
    .getHeader()
    .then(() => tiles.getMetadata())
    .catch((cause: unknown) => {
      throw new ArchiveError('damaged', cause);
    });
  const said = (isRecord(metadata) ? metadata : {}) as Record<string, unknown>;
  return {
    tiles,
    file: { name: file.name, bytes: file.size },
    title: toText(said['name']),
    description: toText(said['description']),
    attribution: toText(said['attribution']),
    count: header.numAddressedTiles || null,
    type: TYPES[header.tileType]!,
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    box: toBox(header),
    layers: toLayers(said['vector_layers']),
  };
}

async function readHeader(file: File): Promise<Header> {
  const bytes = await file
    .slice(0, HEADER_BYTES)
    .arrayBuffer()
    .catch((cause: unknown) => {
      throw new ArchiveError('damaged', cause);
    });
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 8));
  if (!start.startsWith('PM')) throw new ArchiveError('not-archive');
  // Versions 1 and 2 have their number right after PM.
  if (!start.startsWith('PMTiles')) throw new ArchiveError(/^PM[\x01\x02]\0/.test(start) ? 'version' : 'not-archive');
  if (start[7] !== '\x03') throw new ArchiveError('version');
  if (bytes.byteLength < HEADER_BYTES) throw new ArchiveError('damaged');
  const header = bytesToHeader(bytes);
  const parts = [
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ];
  // A copy that broke off keeps its beginning.
  if (parts.some((end) => end > file.size) || header.minZoom > header.maxZoom || header.maxZoom > MAX_ZOOM) throw new ArchiveError('damaged');
  if (!KNOWN.includes(header.internalCompression) || !KNOWN.includes(header.tileCompression) || !TYPES[header.tileType]) throw new ArchiveError('unknown');
  return header;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A text to show: tags of an attribution are taken off, since it is never put in as HTML. */
const toText = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
        .replace(/<[^>]*>/g, '')
        .trim()
        .slice(0, 1000) || null
    : null;

function toLayers(value: unknown): ArchiveLayer[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, MAX_LAYERS)
    .flatMap((layer: unknown) =>
      isRecord(layer) && typeof layer['id'] === 'string' && layer['id']
        ? [{ id: layer['id'], fields: isRecord(layer['fields']) ? Object.keys(layer['fields']) : [] }]
        : [],
    );
}

/** The extent that the header states, or the whole world where it states none that can be. */
function toBox({ minLon, minLat, maxLon, maxLat }: Header): Bbox {
  const [south, north] = [Math.max(minLat, -EDGE), Math.min(maxLat, EDGE)];
  return minLon < maxLon && south < north ? [Math.max(minLon, -180), south, Math.min(maxLon, 180), north] : [-180, -EDGE, 180, EDGE];
}
