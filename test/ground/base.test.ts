/** Archives that whoever runs the server puts below the maps: looked at before anything starts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { attributionOf, openBase } from '../../server/ground/base.ts';
import { writePlainArchive } from '../helpers/pmtiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'codmap-base-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const TILES = [{ z: 0, x: 0, y: 0, bytes: Buffer.from([0x1a, 0]) }];
const archive = (metadata: object) => writePlainArchive(TILES, metadata);

test('says its layers, its zooms and whom to credit', () => {
  const path = file(
    'good.pmtiles',
    archive({ name: 'Roads', attribution: '<a href="x">Ministry</a> of Roads', vector_layers: [{ id: 'roads' }, { id: 'water' }, { id: 7 }] }),
  );
  expect(openBase(path, '/basemap.pmtiles')).toMatchObject({
    path,
    map: { href: '/basemap.pmtiles', layers: ['roads', 'water'], attribution: 'Ministry of Roads', minzoom: 0 },
  });
});

test('OpenStreetMap is credited wherever the archive speaks of it', () => {
  const osm = '© OpenStreetMap contributors';
  expect(attributionOf({ attribution: '&copy; <a href="https://osm.org">OpenStreetMap</a>' })).toBe('© OpenStreetMap');
  expect(attributionOf({ attribution: 'Protomaps' })).toBe(`Protomaps · ${osm}`);
  expect(attributionOf({ description: 'made from OSM data' })).toBe(osm);
  expect(attributionOf({ name: 'My roads' })).toBe('My roads');
});

test.each([
  ['absent', () => join(folder, 'none.pmtiles'), /cannot be opened \(ENOENT\)/],
  ['a folder', () => folder, /is not a file|EISDIR/],
  ['another file', () => file('text.pmtiles', Buffer.from('hello')), /is not a PMTiles archive of version 3/],
  ['cut short', () => file('cut.pmtiles', archive({ vector_layers: [{ id: 'roads' }] }).subarray(0, 140)), /cut short or damaged/],
  ['pictures', () => { const bytes = Buffer.from(archive({ vector_layers: [{ id: 'roads' }] })); bytes[99] = 2; return file('png.pmtiles', bytes); }, /holds pictures/],
  ['without layers', () => file('bare.pmtiles', archive({ name: 'x' })), /which layers/],
] as const)('%s: refused with words', (_, path, said) => expect(() => openBase(path(), '/b')).toThrow(said)); // prettier-ignore
