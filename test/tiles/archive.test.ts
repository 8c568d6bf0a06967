import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tileIdToZxy } from 'pmtiles';
import { ArchiveWriter } from '../../server/tiles/archive.ts';
import { readArchive, toSource } from '../../server/tiles/readArchive.ts';
import { seeded } from '../geometry/shapes.ts';
import { ArchiveReader, collect } from './archiveReader.ts';

const header = { minZoom: 0, maxZoom: 9, bounds: [10, 40, 12, 42] as [number, number, number, number], center: [11, 41, 5] as [number, number, number] };

test('an archive with a tile outside its data, or one that does not unpack, is found by who reads it before it is stored', async () => {
  const writer = new ArchiveWriter();
  const tile = gzipSync('tile');
  writer.add(Float64Array.of(0, 1), Uint32Array.of(tile.length, tile.length + 1), Uint8Array.from(Buffer.concat([tile, gzipSync('other')])));
  const { sink, bytes } = collect();
  await writer.write(header, {}, sink);
  expect(await readArchive(toSource(bytes()), { tiles: 'all' })).toBe(2);
  expect(await readArchive(toSource(bytes()), { tiles: 'first zoom' })).toBe(1);
  // The length of the data is at byte 64 of the header.
  const cut = bytes().slice();
  new DataView(cut.buffer).setBigUint64(64, 5n, true);
  await expect(readArchive(toSource(cut), { tiles: 'first zoom' })).rejects.toThrow('Tile 0/0/0 lies outside the archive.');
  const spoiled = bytes().slice();
  spoiled.fill(0, spoiled.length - 2 * tile.length - 1, spoiled.length - tile.length - 1);
  await expect(readArchive(toSource(spoiled), { tiles: 'first zoom' })).rejects.toThrow('Tile 0/0/0 cannot be unpacked');
});

test.each([
  ['a root directory', 60],
  ['leaf directories', 30_000],
])('what is written is read again, tile by tile: %s', async (_, count) => {
  const random = seeded(count);
  const contents = new Map<string, string>();
  const ids: number[] = [];
  while (contents.size < count) {
    const id = Math.floor(random() * 349_525);
    const [z, x, y] = tileIdToZxy(id);
    if (contents.has(`${z}/${x}/${y}`)) continue;
    ids.push(id);
    // One in three is the sea, the same everywhere.
    contents.set(`${z}/${x}/${y}`, random() < 0.3 ? 'sea' : `tile ${id} ${'x'.repeat(Math.floor(random() * 50))}`);
  }
  const writer = new ArchiveWriter();
  for (let i = 0; i < ids.length; i += 7) {
    const pack = ids.slice(i, i + 7).map((id) => gzipSync(contents.get(tileIdToZxy(id).join('/'))!));
    writer.add(
      Float64Array.from(ids.slice(i, i + 7)),
      Uint32Array.from(pack, ({ length }) => length),
      Uint8Array.from(Buffer.concat(pack)),
    );
  }
  const { sink, bytes } = collect();
  const summary = await writer.write(header, { name: 'test', vector_layers: [] }, sink);
  expect(summary.bytes).toBe(bytes().length);
  expect(summary.tiles).toBe(count);
  expect(summary.contents).toBe(new Set(contents.values()).size);
  const { archive } = new ArchiveReader(bytes());
  const read = await archive.getHeader();
  expect(read).toMatchObject({
    specVersion: 3,
    clustered: true,
    tileCompression: 2,
    tileType: 1,
    minZoom: 0,
    maxZoom: 9,
    minLon: 10,
    maxLat: 42,
    centerZoom: 5,
  });
  expect(read.leafDirectoryLength! > 0).toBe(count > 1000);
  expect(await archive.getMetadata()).toEqual({ name: 'test', vector_layers: [] });
  let checked = 0;
  for (const [zxy, text] of contents) {
    if (checked++ > 300) break;
    const [z, x, y] = zxy.split('/').map(Number) as [number, number, number];
    const tile = await archive.getZxy(z, x, y);
    expect(Buffer.from(tile!.data).toString(), zxy).toBe(text);
  }
});
