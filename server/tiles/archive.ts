/** PMTiles v3: directories in front, tiles in the order of their ids behind, equal tiles stored once. */
import { gzipSync } from 'node:zlib';

/** Largest first read of any client: header and root directory lie within. */
const ROOT_BYTES = 16_384;
const HEADER_BYTES = 127;

export interface ArchiveHeader {
  minZoom: number;
  maxZoom: number;
  bounds: [west: number, south: number, east: number, north: number];
  center: [lon: number, lat: number, zoom: number];
}

/** What receives an archive, in order. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

export interface ArchiveSummary {
  /** Addressed tiles, directory entries, stored contents. */
  tiles: number;
  entries: number;
  contents: number;
  bytes: number;
}

interface Entry {
  id: number;
  run: number;
  length: number;
  offset: number;
}

/** Gathers compressed tiles in any order and writes them as one archive. */
export class ArchiveWriter {
  /** Tiles come in packs; tile i is `packs[pack[i]]` from `from[i]`, `length[i]` bytes long. */
  readonly #packs: Uint8Array[] = [];
  readonly #tiles: { id: number; pack: number; from: number; length: number }[] = [];

  /** `ids[i]` has `lengths[i]` bytes of `bytes`, one after another. */
  add(ids: Float64Array, lengths: Uint32Array, bytes: Uint8Array): void {
    const pack = this.#packs.push(bytes) - 1;
    let from = 0;
    for (let i = 0; i < ids.length; i++) {
      this.#tiles.push({ id: ids[i]!, pack, from, length: lengths[i]! });
      from += lengths[i]!;
    }
  }

  async write(header: ArchiveHeader, metadata: object, sink: Sink): Promise<ArchiveSummary> {
    this.#tiles.sort((a, b) => a.id - b.id);
    const { entries, contents, dataBytes } = this.#dedupe();
    const { root, leaves } = directories(entries);
    const meta = gzipSync(JSON.stringify(metadata), { level: 9 });
    const counts = { tiles: this.#tiles.length, entries: entries.length, contents: contents.length };
    await sink(headerBytes(header, { root: root.length, meta: meta.length, leaves: leaves.length, data: dataBytes }, counts));
    await sink(root);
    await sink(meta);
    if (leaves.length > 0) await sink(leaves);
    for (const index of contents) await sink(this.#bytes(index));
    return { ...counts, bytes: HEADER_BYTES + root.length + meta.length + leaves.length + dataBytes };
  }

  #bytes(index: number): Uint8Array {
    const { pack, from, length } = this.#tiles[index]!;
    return this.#packs[pack]!.subarray(from, from + length);
  }

  #dedupe(): { entries: Entry[]; contents: number[]; dataBytes: number } {
    const entries: Entry[] = [];
    const contents: number[] = [];
    const known = new Map<number, { index: number; offset: number }[]>();
    let dataBytes = 0;
    for (let index = 0; index < this.#tiles.length; index++) {
      const { id, length } = this.#tiles[index]!;
      const bytes = this.#bytes(index);
      // Only small tiles repeat (sea, the inside of a unit); hashing the large ones would find nothing.
      const candidates = length <= 4096 ? bucket(known, hash(bytes)) : [];
      const same = candidates.find((one) => this.#isSame(one.index, bytes));
      const offset = same?.offset ?? dataBytes;
      if (!same) {
        candidates.push({ index, offset });
        contents.push(index);
        dataBytes += length;
      }
      const last = entries.at(-1);
      if (last && last.offset === offset && last.length === length && last.id + last.run === id) last.run++;
      else entries.push({ id, run: 1, length, offset });
    }
    return { entries, contents, dataBytes };
  }

  #isSame(index: number, bytes: Uint8Array): boolean {
    const other = this.#bytes(index);
    return other.length === bytes.length && other.every((byte, i) => byte === bytes[i]);
  }
}

function bucket<T>(map: Map<number, T[]>, key: number): T[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}

/** FNV-1a */
function hash(bytes: Uint8Array): number {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  return value;
}

function directories(entries: Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = directory(entries);
  if (whole.length <= ROOT_BYTES - HEADER_BYTES) return { root: whole, leaves: new Uint8Array(0) };
  for (let size = Math.max(4096, Math.ceil(entries.length / 3500)); ; size = Math.ceil(size * 1.2)) {
    const roots: Entry[] = [];
    const leaves: Uint8Array[] = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += size) {
      const leaf = directory(entries.slice(i, i + size));
      roots.push({ id: entries[i]!.id, run: 0, length: leaf.length, offset });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = directory(roots);
    if (root.length <= ROOT_BYTES - HEADER_BYTES) return { root, leaves: Buffer.concat(leaves) };
  }
}

/** One directory, compressed: ids as differences, run lengths, lengths, offsets (0 where a tile follows the one before). */
function directory(entries: Entry[]): Uint8Array {
  const out: number[] = [];
  const put = (value: number) => {
    while (value > 127) {
      out.push((value % 128) | 128);
      value = Math.floor(value / 128);
    }
    out.push(value);
  };
  put(entries.length);
  let last = 0;
  for (const { id } of entries) {
    put(id - last);
    last = id;
  }
  for (const { run } of entries) put(run);
  for (const { length } of entries) put(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    put(before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return gzipSync(Uint8Array.from(out), { level: 9 });
}

interface Sizes {
  root: number;
  meta: number;
  leaves: number;
  data: number;
}

function headerBytes(header: ArchiveHeader, sizes: Sizes, counts: { tiles: number; entries: number; contents: number }): Uint8Array {
  const out = new Uint8Array(HEADER_BYTES);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode('PMTiles'));
  out[7] = 3;
  let offset = HEADER_BYTES;
  let at = 8;
  const put = (value: number) => {
    view.setBigUint64(at, BigInt(value), true);
    at += 8;
  };
  for (const size of [sizes.root, sizes.meta, sizes.leaves, sizes.data]) {
    put(offset);
    put(size);
    offset += size;
  }
  put(counts.tiles);
  put(counts.entries);
  put(counts.contents);
  // Clustered; directories and tiles gzipped; vector tiles.
  out.set([1, 2, 2, 1, header.minZoom, header.maxZoom], 96);
  const degrees = (position: number, value: number) => view.setInt32(position, Math.round(value * 1e7), true);
  header.bounds.forEach((value, i) => degrees(102 + 4 * i, value));
  out[118] = header.center[2];
  degrees(119, header.center[0]);
  degrees(123, header.center[1]);
  return out;
}
