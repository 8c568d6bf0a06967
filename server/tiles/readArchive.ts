/** An archive read through by the `pmtiles` package, which shares no code with the writer: before it is stored, and by `codmap verify`. */
import { PMTiles, SharedPromiseCache, tileIdToZxy, type Header, type Source } from 'pmtiles';

/** A single tile is wrong; every other fault is one of the whole archive. */
export class TileError extends Error {}

/** Archives as they are made: bytes in memory. */
export const toSource = (bytes: Uint8Array): Source => ({
  getKey: () => 'archive',
  getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
});

/**
 * Header, metadata and every directory; each entry must lie in its part of the file; `tiles` says which of them are unpacked too.
 * @returns the tiles unpacked
 * @throws TileError, or what the package says
 */
export async function readArchive(source: Source, { tiles: which }: { tiles: 'all' | 'first zoom' | 'none' }): Promise<number> {
  const cache = new SharedPromiseCache();
  const archive = new PMTiles(source, cache);
  const header = await archive.getHeader();
  await archive.getMetadata();
  let tiles = 0;
  const walk = async (offset: number, length: number): Promise<void> => {
    for (const entry of await cache.getDirectory(source, offset, length, header)) {
      if (entry.runLength === 0) await walk(header.leafDirectoryOffset + entry.offset, entry.length);
      else {
        if (entry.offset + entry.length > (header.tileDataLength ?? Infinity)) throw new TileError(`${nameOf(entry.tileId)} lies outside the archive.`);
        if (which === 'none' || (which === 'first zoom' && tileIdToZxy(entry.tileId)[0] > header.minZoom)) continue;
        await readTile(archive, header, entry.tileId);
        tiles++;
      }
    }
  };
  await walk(header.rootDirectoryOffset, header.rootDirectoryLength);
  return tiles;
}

const nameOf = (id: number) => `Tile ${tileIdToZxy(id).join('/')}`;

async function readTile(archive: PMTiles, { minZoom, maxZoom }: Header, id: number): Promise<void> {
  const [z, x, y] = tileIdToZxy(id);
  if (z < minZoom || z > maxZoom) throw new TileError(`${nameOf(id)} is outside the zooms ${minZoom} to ${maxZoom} of its archive.`);
  const tile = await archive.getZxy(z, x, y).catch((error: unknown) => {
    throw new TileError(`${nameOf(id)} cannot be unpacked: ${(error as Error).message}`);
  });
  if (!tile) throw new TileError(`${nameOf(id)} is listed but cannot be found.`);
}
