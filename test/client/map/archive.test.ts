/** An archive on the reader's machine: what it says of itself, what is refused, and the style it is drawn in. */
import { gzipSync } from 'node:zlib';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../client/map/archive/open.ts';
import { archiveStyle } from '../../../client/map/archive/style.ts';
import { PALETTE } from '../../../server/contract/maps/palette.ts';
import { ArchiveWriter } from '../../../server/tiles/archive.ts';
import { collect } from '../../tiles/archiveReader.ts';

const HEADER = { minZoom: 0, maxZoom: 2, bounds: [10, 40, 12, 42] as [number, number, number, number], center: [11, 41, 1] as [number, number, number] };
const METADATA = {
  name: 'Novaria <b>v01</b>',
  attribution: '<a href="javascript:alert(1)">OCHA</a>',
  vector_layers: [{ id: 'adm0', fields: { adm0_pcode: 'String', adm0_name: 'String' } }, { id: 'labels', fields: {} }, { id: 7 }, null, 'adm9'],
};

async function made(metadata: object = METADATA): Promise<Uint8Array> {
  const writer = new ArchiveWriter();
  const tile = gzipSync('tile');
  writer.add(Float64Array.of(0, 1), Uint32Array.of(tile.length, tile.length), Uint8Array.from(Buffer.concat([tile, tile])));
  const { sink, bytes } = collect();
  await writer.write(HEADER, metadata, sink);
  return bytes();
}
const toFile = (bytes: Uint8Array, name = 'Novaria, final.pmtiles') => new File([Uint8Array.from(bytes)], name);

test('says what is in it, and believes only what has the expected shape', async () => {
  const bytes = await made();
  const { tiles, ...facts } = await openArchive(toFile(bytes));
  expect(facts).toEqual({
    file: { name: 'Novaria, final.pmtiles', bytes: bytes.length },
    title: 'Novaria v01',
    description: null,
    attribution: 'OCHA',
    count: 2,
    type: 'MVT',
    minzoom: 0,
    maxzoom: 2,
    box: [10, 40, 12, 42],
    layers: [
      { id: 'adm0', fields: ['adm0_pcode', 'adm0_name'] },
      { id: 'labels', fields: [] },
    ],
  });
  expect(Buffer.from((await tiles.getZxy(0, 0, 0))!.data).toString()).toBe('tile');
});

test.each([[{ vector_layers: { id: 'x' } }], [{ vector_layers: [[]], name: 5, attribution: ['x'] }], [{}]])(
  'metadata that says nothing: %j',
  async (metadata) => {
    expect(await openArchive(toFile(await made(metadata)))).toMatchObject({ title: null, attribution: null, layers: [] });
  },
);

describe('what cannot be shown is refused by its fault', () => {
  const at = (place: number, value: number) => (bytes: Uint8Array) => bytes.with(place, value);
  test.each<[string, string, (bytes: Uint8Array) => Uint8Array]>([
    ['a GeoJSON', 'not-archive', () => Buffer.from('{"type":"FeatureCollection","features":[]}')],
    ['a zip', 'not-archive', () => Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['nothing', 'not-archive', () => new Uint8Array(0)],
    ['version 2', 'version', () => Uint8Array.of(0x50, 0x4d, 2, 0, 9, 9, 9, 9)],
    ['version 4', 'version', at(7, 4)],
    ['its first hundred bytes', 'damaged', (bytes) => bytes.slice(0, 100)],
    ['all but the last byte', 'damaged', (bytes) => bytes.slice(0, -1)],
    ['a root directory of noise', 'damaged', (bytes) => bytes.map((byte, i) => (i >= 127 && i < 160 ? 7 : byte))],
    ['zooms that end before they begin', 'damaged', at(100, 9)],
    ['brotli', 'unknown', at(98, 3)],
    ['an unknown kind of tile', 'unknown', at(99, 77)],
  ])('%s: %s', async (_, fault, spoil) => {
    await expect(openArchive(toFile(spoil(await made())))).rejects.toMatchObject({ fault });
  });
});

test('a header without an extent that can be is the whole world', async () => {
  const bytes = await made();
  new DataView(bytes.buffer, bytes.byteOffset).setInt32(102, 130_000_000, true);
  expect((await openArchive(toFile(bytes))).box).toEqual([-180, -85.06, 180, 85.06]);
});

describe('the style', () => {
  const look = { palette: PALETTE.light, fonts: {}, hidden: new Set<string>() };

  test('is valid for vector tiles with any names of layers, and for pictures', async () => {
    const archive = await openArchive(toFile(await made({ vector_layers: [{ id: '__proto__' }, { id: 'é "x"' }, { id: 'ground' }] })));
    for (const style of [archiveStyle(archive, 'pmtiles://file-1', look), archiveStyle({ ...archive, type: 'PNG' }, 'pmtiles://file-1', look)])
      expect(validateStyleMin(style as never)).toEqual([]);
  });

  test('draws no layer that is hidden', async () => {
    const archive = await openArchive(toFile(await made()));
    const drawn = (hidden: Set<string>) =>
      new Set(
        archiveStyle(archive, 'pmtiles://file-1', { ...look, hidden }).layers.flatMap((layer) => ('source-layer' in layer ? [layer['source-layer']] : [])),
      );
    expect(drawn(new Set())).toEqual(new Set(['adm0', 'labels']));
    expect(drawn(new Set(['adm0']))).toEqual(new Set(['labels']));
  });
});
