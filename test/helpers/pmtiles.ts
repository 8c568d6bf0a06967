/** A PMTiles archive from a list of tiles, written the plain way: what the reader under test is compared with. */
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface PlainTile {
  z: number;
  x: number;
  y: number;
  /** Uncompressed. */
  bytes: Uint8Array;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

interface Entry {
  id: number;
  run: number;
  length: number;
  offset: number;
}

function directory(entries: Entry[]): Buffer {
  const out = varint(entries.length);
  let last = 0;
  for (const entry of entries) {
    out.push(...varint(entry.id - last));
    last = entry.id;
  }
  for (const entry of entries) out.push(...varint(entry.run));
  for (const entry of entries) out.push(...varint(entry.length));
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    out.push(...varint(before && before.offset + before.length === entry.offset ? 0 : entry.offset + 1));
  });
  return gzipSync(Buffer.from(out));
}

/** @param leafSize entries in one leaf directory; without it everything is in the root. */
export function writePlainArchive(tiles: PlainTile[], metadata: object, leafSize?: number): Buffer {
  const sorted = tiles.map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) })).sort((a, b) => a.id - b.id);
  const chunks: Buffer[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  const entries: Entry[] = [];
  let dataLength = 0;
  for (const tile of sorted) {
    const bytes = gzipSync(tile.bytes);
    const key = bytes.toString('latin1');
    let place = known.get(key);
    if (!place) {
      place = { offset: dataLength, length: bytes.length };
      known.set(key, place);
      chunks.push(bytes);
      dataLength += bytes.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.run === tile.id) last.run++;
    else entries.push({ id: tile.id, run: 1, ...place });
  }
  const leaves: Buffer[] = [];
  let root: Buffer;
  if (leafSize) {
    const pointers: Entry[] = [];
    let offset = 0;
    for (let from = 0; from < entries.length; from += leafSize) {
      const part = entries.slice(from, from + leafSize);
      const leaf = directory(part);
      pointers.push({ id: part[0]!.id, run: 0, length: leaf.length, offset });
      leaves.push(leaf);
      offset += leaf.length;
    }
    root = directory(pointers);
  } else root = directory(entries);
  const meta = gzipSync(JSON.stringify(metadata));
  const leafLength = leaves.reduce((sum, leaf) => sum + leaf.length, 0);
  const header = Buffer.alloc(127);
  header.write('PMTiles', 'latin1');
  header[7] = 3;
  const numbers = [
    127,
    root.length,
    127 + root.length,
    meta.length,
    127 + root.length + meta.length,
    leafLength,
    127 + root.length + meta.length + leafLength,
    dataLength,
    sorted.length,
    entries.length,
    known.size,
  ];
  numbers.forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
  header[96] = 1;
  header[97] = 2;
  header[98] = 2;
  header[99] = 1;
  header[100] = Math.min(...tiles.map((tile) => tile.z));
  header[101] = Math.max(...tiles.map((tile) => tile.z));
  [-13.5, 6.5, -10, 10].forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
  header[118] = header[100]!;
  header.writeInt32LE(-117500000, 119);
  header.writeInt32LE(82500000, 123);
  return Buffer.concat([header, root, meta, ...leaves, ...chunks]);
}
