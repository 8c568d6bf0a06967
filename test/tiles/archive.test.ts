import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import { ArchiveWriter, tileId } from '../../server/tiles/archive.ts';
import { seeded } from '../geometry/shapes.ts';
import { ArchiveReader, collect } from './archiveReader.ts';

const header = { minZoom: 0, maxZoom: 9, bounds: [10, 40, 12, 42] as [number, number, number, number], center: [11, 41, 5] as [number, number, number] };

test('tile ids are those of the specification', () => {
  for (let zoom = 0; zoom <= 5; zoom++) {
    for (let x = 0; x < 2 ** zoom; x++) for (let y = 0; y < 2 ** zoom; y++) expect(tileId(zoom, x, y)).toBe(zxyToTileId(zoom, x, y));
  }
  expect(tileId(20, 700_000, 123_456)).toBe(zxyToTileId(20, 700_000, 123_456));
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
