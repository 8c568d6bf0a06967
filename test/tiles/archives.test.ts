import { gunzipSync, gzipSync } from 'node:zlib';
import { PMTiles, type Source } from 'pmtiles';
import { describe, expect, test } from 'vitest';
import { createArchives, type Archives, type CachedTile } from '../../server/tiles/archives.ts';
import { MemoryObjects } from '../../server/store/objects/memory.ts';
import { seededRandom } from '../helpers/random.ts';
import { writePlainArchive, type PlainTile } from '../helpers/pmtiles.ts';

/** Any tile of zooms 0–8 with a chance, a few of them alike, so that runs and shared bytes occur. */
function randomTiles(count: number): PlainTile[] {
  const random = seededRandom(3);
  const tiles = new Map<string, PlainTile>();
  for (let tries = 0; tiles.size < count && tries < 100_000; tries++) {
    const z = random(9);
    const [x, y] = [random(2 ** z), random(2 ** z)];
    tiles.set(`${z}/${x}/${y}`, { z, x, y, bytes: Buffer.from(random(3) === 0 ? 'the sea' : `tile ${z}/${x}/${y}`) });
  }
  return [...tiles.values()];
}

const prepare = (bytes: Uint8Array): CachedTile => ({ bytes });

async function open(bytes: Buffer, options: { cacheBytes?: number; maxOpen?: number; objects?: MemoryObjects } = {}) {
  const objects = options.objects ?? new MemoryObjects();
  await objects.put('a', bytes);
  const reads: [number, number][] = [];
  const archives: Archives<CachedTile> = createArchives({
    objects: {
      readRange: (key, offset, length) => {
        reads.push([offset, length]);
        return objects.readRange(key, offset, length);
      },
    },
    cacheBytes: options.cacheBytes ?? 1e6,
    ...(options.maxOpen === undefined ? {} : { maxOpen: options.maxOpen }),
    prepare,
  });
  return { archives, archive: await archives.open('a'), reads, objects };
}

describe.each([undefined, 37])('an archive with leaf directories of %s', (leafSize) => {
  test('every tile is found, no other is, as the pmtiles package finds them', async () => {
    const tiles = randomTiles(700);
    const bytes = writePlainArchive(tiles, { name: 'x' }, leafSize);
    const { archives, archive } = await open(bytes);
    const source: Source = {
      getKey: () => 'memory',
      getBytes: async (offset, length) => ({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer }),
    };
    const reference = new PMTiles(source);
    expect(archive.info).toMatchObject({ minZoom: 0, maxZoom: 8, gzip: true, metadata: { name: 'x' }, bounds: [-13.5, 6.5, -10, 10] });
    const wanted = new Map(tiles.map((tile) => [`${tile.z}/${tile.x}/${tile.y}`, tile.bytes]));
    for (let z = 0; z <= 6; z++)
      for (let x = 0; x < 2 ** z; x++)
        for (let y = 0; y < 2 ** z; y++) {
          const index = archive.find(z, x, y);
          const expected = wanted.get(`${z}/${x}/${y}`);
          expect(index >= 0, `${z}/${x}/${y}`).toBe(expected !== undefined);
          if (!expected) continue;
          const tile = await archives.tile(archive, index);
          expect(gunzipSync(tile.bytes)).toEqual(expected);
        }
    for (const { z, x, y } of tiles.slice(0, 60)) {
      const theirs = Buffer.from((await reference.getZxy(z, x, y))!.data);
      expect(gunzipSync((await archives.tile(archive, archive.find(z, x, y))).bytes)).toEqual(theirs);
    }
  });
});

describe('memory', () => {
  const tiles: PlainTile[] = Array.from({ length: 64 }, (_, i) => ({ z: 3, x: i % 8, y: Math.floor(i / 8), bytes: Buffer.from(`tile ${i} `.repeat(30)) }));

  test('a tile is read once, however many ask at the same time', async () => {
    const { archives, archive, reads } = await open(writePlainArchive(tiles, {}));
    const before = reads.length;
    const index = archive.find(3, 2, 2);
    const answers = await Promise.all(Array.from({ length: 9 }, () => archives.tile(archive, index)));
    expect([reads.length - before, new Set(answers).size]).toEqual([1, 1]);
    await archives.tile(archive, index);
    expect(reads.length - before).toBe(1);
  });

  test('never holds more than its budget and keeps what is asked for often', async () => {
    const bytes = writePlainArchive(tiles, {});
    const size = gzipSync(tiles[0]!.bytes).length;
    const { archives, archive } = await open(bytes, { cacheBytes: size * 8 });
    const favourite = archive.find(3, 0, 0);
    for (const { z, x, y } of tiles) {
      await archives.tile(archive, favourite);
      await archives.tile(archive, archive.find(z, x, y));
      expect(archives.cachedBytes()).toBeLessThanOrEqual(size * 8);
    }
    expect(archive.peek(favourite)).toBeDefined();
  });

  test('of archives that are closed for others is given back', async () => {
    const objects = new MemoryObjects();
    const { archives, archive } = await open(writePlainArchive(tiles, {}), { objects, maxOpen: 2 });
    await archives.tile(archive, 0);
    expect(archives.cachedBytes()).toBeGreaterThan(0);
    for (const key of ['b', 'c']) {
      await objects.put(key, writePlainArchive(tiles, {}));
      await archives.open(key);
    }
    await new Promise((resume) => setImmediate(resume));
    expect(archives.cachedBytes()).toBe(0);
  });
});

describe('failures', () => {
  test('are not remembered: what could not be opened or read is tried again', async () => {
    const bytes = writePlainArchive(randomTiles(20), {});
    let fail = true;
    const archives = createArchives<CachedTile>({
      objects: { readRange: async (_key, offset, length) => (fail ? Promise.reject(new Error('disk')) : bytes.subarray(offset, offset + length)) },
      cacheBytes: 1e6,
      prepare,
    });
    await expect(archives.open('a')).rejects.toThrow('disk');
    fail = false;
    const archive = await archives.open('a');
    fail = true;
    await expect(archives.tile(archive, 0)).rejects.toThrow('disk');
    fail = false;
    expect((await archives.tile(await archives.open('a'), 0)).bytes.length).toBeGreaterThan(0);
  });

  const whole = writePlainArchive(randomTiles(50), {});
  test.each([
    ['cut in the header', whole.subarray(0, 50)],
    ['cut in the directory', whole.subarray(0, 130)],
    ['not an archive', Buffer.alloc(500, 'x')],
    ['version 2', Buffer.concat([whole.subarray(0, 7), Buffer.from([2]), whole.subarray(8)])],
    ['brotli inside', Buffer.concat([whole.subarray(0, 97), Buffer.from([3, 3]), whole.subarray(99)])],
  ])('%s is said in words', async (_name, bytes) => {
    await expect(open(Buffer.from(bytes))).rejects.toThrow(/archive|unexpected|header/i);
  });
});
