/**
 * PMTiles archives opened for serving: every directory resolved into sorted typed arrays at open, tiles found by Hilbert id
 * and binary search, compressed bytes kept in memory up to a budget. Header and tile ids come from the `pmtiles` package; its reader goes
 * through promises and a cache that remembers rejected reads, which a tile path that must answer within microseconds cannot afford.
 */
import { gunzipSync } from 'node:zlib';
import { bytesToHeader, Compression, zxyToTileId } from 'pmtiles';
import { UnavailableError } from '../errors.ts';
import type { ObjectStore } from '../store/objects/objects.ts';

/** What the cache keeps of one tile; `prepare` makes it once from the stored bytes, so that a hit costs no more than a lookup. */
export interface CachedTile {
  bytes: Uint8Array;
}

export interface ArchiveInfo {
  key: string;
  minZoom: number;
  maxZoom: number;
  bounds: [west: number, south: number, east: number, north: number];
  center: [lon: number, lat: number, zoom: number];
  /** Whether tiles are stored gzipped. */
  gzip: boolean;
  /** As the writer put it there: name, attribution, vector_layers. */
  metadata: Record<string, unknown>;
  /** Number of distinct tile entries. */
  entries: number;
}

const HEADER_BYTES = 127;
/** Directories beyond this are no country's archive; they would only fill the memory. */
const MAX_DIRECTORY_BYTES = 64 << 20;
const MAX_ENTRIES = 20_000_000;

interface Slot<Tile> {
  archive: Archive<Tile>;
  index: number;
  /** Second chance: set by a hit, cleared by the hand that looks for room. */
  used: boolean;
  tile: Tile & CachedTile;
}

/** Compressed tiles of all open archives within one budget of bytes. Clock instead of a linked list: a hit writes one flag. */
class TileMemory<Tile> {
  readonly #budget: number;
  #bytes = 0;
  #hand = 0;
  readonly #ring: Slot<Tile>[] = [];
  constructor(budget: number) {
    this.#budget = budget;
  }
  add(slot: Slot<Tile>): void {
    if (slot.tile.bytes.length > this.#budget) return;
    this.#bytes += slot.tile.bytes.length;
    this.#ring.push(slot);
    slot.archive.slots[slot.index] = slot;
    while (this.#bytes > this.#budget) this.#evict();
  }
  #evict(): void {
    for (;;) {
      if (this.#hand >= this.#ring.length) this.#hand = 0;
      const slot = this.#ring[this.#hand]!;
      if (slot.used) {
        slot.used = false;
        this.#hand++;
        continue;
      }
      this.#remove(this.#hand);
      return;
    }
  }
  #remove(at: number): void {
    const slot = this.#ring[at]!;
    slot.archive.slots[slot.index] = undefined;
    this.#bytes -= slot.tile.bytes.length;
    const last = this.#ring.pop()!;
    if (last !== slot) this.#ring[at] = last;
  }
  forget(archive: Archive<Tile>): void {
    for (let at = this.#ring.length - 1; at >= 0; at--) if (this.#ring[at]!.archive === archive) this.#remove(at);
  }
  get bytes(): number {
    return this.#bytes;
  }
}

export class Archive<Tile> {
  readonly info: ArchiveInfo;
  readonly slots: (Slot<Tile> | undefined)[];
  readonly #ids: Float64Array;
  readonly #runs: Uint32Array;
  readonly #offsets: Float64Array;
  readonly #lengths: Uint32Array;
  constructor(info: ArchiveInfo, ids: Float64Array, runs: Uint32Array, offsets: Float64Array, lengths: Uint32Array) {
    this.info = info;
    this.#ids = ids;
    this.#runs = runs;
    this.#offsets = offsets;
    this.#lengths = lengths;
    this.slots = Array.from({ length: ids.length });
  }

  /** Index of the entry that holds the tile, or -1. */
  find(z: number, x: number, y: number): number {
    const id = zxyToTileId(z, x, y);
    const ids = this.#ids;
    let low = 0;
    let high = ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (ids[middle]! <= id) low = middle + 1;
      else high = middle - 1;
    }
    return high >= 0 && id < ids[high]! + this.#runs[high]! ? high : -1;
  }

  /** The tile if its bytes are in memory. */
  peek(index: number): (Tile & CachedTile) | undefined {
    const slot = this.slots[index];
    if (!slot) return undefined;
    slot.used = true;
    return slot.tile;
  }

  /** Where the bytes of an entry lie in the object. */
  extent(index: number): { offset: number; length: number } {
    return { offset: this.#offsets[index]!, length: this.#lengths[index]! };
  }
}

export interface Archives<Tile> {
  /** Opens an archive, or gives the one that is open. A failure is not remembered. */
  open(key: string): Promise<Archive<Tile>>;
  /** Bytes of an entry, from memory or read once however many ask at the same time. */
  tile(archive: Archive<Tile>, index: number): Promise<Tile & CachedTile>;
  cachedBytes(): number;
}

export interface ArchivesOptions<Tile> {
  objects: Pick<ObjectStore, 'readRange'>;
  cacheBytes: number;
  /** Archives kept open; the least recently opened leaves first. */
  maxOpen?: number;
  prepare: (bytes: Uint8Array, index: number, info: ArchiveInfo) => Tile & CachedTile;
}

export function createArchives<Tile>({ objects, cacheBytes, maxOpen = 64, prepare }: ArchivesOptions<Tile>): Archives<Tile> {
  const opened = new Map<string, Promise<Archive<Tile>>>();
  const memory = new TileMemory<Tile>(cacheBytes);
  const reading = new Map<string, Promise<Tile & CachedTile>>();

  const drop = (key: string) => {
    const before = opened.get(key);
    opened.delete(key);
    before?.then((archive) => memory.forget(archive)).catch(() => undefined);
  };

  return {
    open(key) {
      const known = opened.get(key);
      if (known) {
        // Re-inserting moves the key to the end: the first key is the one not asked for longest.
        opened.delete(key);
        opened.set(key, known);
        return known;
      }
      const opening = readArchive<Tile>(objects, key);
      opened.set(key, opening);
      opening.catch(() => opened.get(key) === opening && opened.delete(key));
      if (opened.size > maxOpen) drop(opened.keys().next().value!);
      return opening;
    },
    tile(archive, index) {
      const cached = archive.peek(index);
      if (cached) return Promise.resolve(cached);
      const { key } = archive.info;
      const name = `${key}#${index}`;
      const pending = reading.get(name);
      if (pending) return pending;
      const { offset, length } = archive.extent(index);
      const read = objects
        .readRange(key, offset, length)
        .then((bytes) => {
          if (bytes.length !== length) throw damaged(key, 'it ends too early');
          const tile = prepare(bytes, index, archive.info);
          memory.add({ archive, index, used: false, tile });
          return tile;
        })
        .catch((error: unknown) => {
          drop(key);
          throw error;
        })
        .finally(() => reading.delete(name));
      reading.set(name, read);
      return read;
    },
    cachedBytes: () => memory.bytes,
  };
}

function damaged(key: string, why: string): UnavailableError {
  return new UnavailableError('archive.damaged', `The tile archive ${key} cannot be read: ${why}. Upload the dataset again.`);
}

async function readArchive<Tile>(objects: Pick<ObjectStore, 'readRange'>, key: string): Promise<Archive<Tile>> {
  const head = Buffer.from(await objects.readRange(key, 0, HEADER_BYTES));
  if (head.length < HEADER_BYTES || head.toString('latin1', 0, 7) !== 'PMTiles' || head[7] !== 3) throw damaged(key, 'it is not PMTiles version 3');
  const header = bytesToHeader(Uint8Array.from(head).buffer, undefined);
  const internalGzip = header.internalCompression === Compression.Gzip;
  if (!internalGzip && header.internalCompression !== Compression.None) throw damaged(key, 'its directories are compressed in a way this server does not know');
  if (header.tileCompression !== Compression.None && header.tileCompression !== Compression.Gzip)
    throw damaged(key, 'its tiles are compressed in a way this server does not know');

  const section = async (offset: number, length: number) => {
    if (length > MAX_DIRECTORY_BYTES) throw damaged(key, 'a directory is too large');
    const bytes = await objects.readRange(key, offset, length);
    if (bytes.length !== length) throw damaged(key, 'it ends too early');
    return internalGzip ? gunzipSync(bytes, { maxOutputLength: MAX_DIRECTORY_BYTES }) : bytes;
  };

  const ids: number[] = [];
  const runs: number[] = [];
  const offsets: number[] = [];
  const lengths: number[] = [];
  const resolve = async (bytes: Uint8Array, depth: number): Promise<void> => {
    const entries = parseDirectory(bytes, () => damaged(key, 'a directory is cut short'));
    for (let i = 0; i < entries.ids.length; i++) {
      if (entries.runs[i] === 0) {
        if (depth >= 3) throw damaged(key, 'its directories are nested too deep');
        await resolve(await section(header.leafDirectoryOffset + entries.offsets[i]!, entries.lengths[i]!), depth + 1);
        continue;
      }
      if (ids.length >= MAX_ENTRIES) throw damaged(key, 'it has too many tiles');
      ids.push(entries.ids[i]!);
      runs.push(entries.runs[i]!);
      offsets.push(header.tileDataOffset + entries.offsets[i]!);
      lengths.push(entries.lengths[i]!);
    }
  };
  await resolve(await section(header.rootDirectoryOffset, header.rootDirectoryLength), 0);

  const metadata =
    header.jsonMetadataLength > 0
      ? (JSON.parse(Buffer.from(await section(header.jsonMetadataOffset, header.jsonMetadataLength)).toString('utf8')) as Record<string, unknown>)
      : {};
  const info: ArchiveInfo = {
    key,
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    center: [header.centerLon, header.centerLat, header.centerZoom],
    gzip: header.tileCompression === Compression.Gzip,
    metadata,
    entries: ids.length,
  };
  return new Archive<Tile>(info, Float64Array.from(ids), Uint32Array.from(runs), Float64Array.from(offsets), Uint32Array.from(lengths));
}

/** One directory, PMTiles v3 §4: count, id deltas, run lengths, lengths, offsets (0: right after the entry before). */
function parseDirectory(bytes: Uint8Array, fault: () => Error): { ids: number[]; runs: number[]; lengths: number[]; offsets: number[] } {
  let at = 0;
  const varint = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      if (at >= bytes.length) throw fault();
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  };
  const count = varint();
  if (count > bytes.length) throw fault();
  const column = () => Array.from({ length: count }, varint);
  let id = 0;
  const ids = column().map((delta) => (id += delta));
  const runs = column();
  const lengths = column();
  const offsets: number[] = [];
  for (let i = 0; i < count; i++) {
    const value = varint();
    offsets.push(value === 0 && i > 0 ? offsets[i - 1]! + lengths[i - 1]! : value - 1);
  }
  return { ids, runs, lengths, offsets };
}
