/** Places as tiles: each is found where it lies, at every zoom, with what a click needs to know. */
import type { Point, Polygon } from 'geojson';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { OVERLAY_ZOOM, sliceOverlay, type Place } from '../../server/overlays/slice.ts';
import { createRandom } from '../../server/sample/random.ts';

const layerOf = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes)).layers['findings']!;
const tileAt = (lon: number, lat: number, z: number): [number, number] => {
  const side = 2 ** z;
  const sin = Math.sin((lat * Math.PI) / 180);
  return [Math.floor(((lon + 180) / 360) * side), Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side)];
};
const idsOf = (bytes: Uint8Array | null): string[] => {
  if (!bytes) return [];
  const layer = layerOf(bytes);
  return Array.from({ length: layer.length }, (_, i) => String(layer.feature(i).properties['id']));
};

const random = createRandom(7, 1);
const points: Place[] = Array.from({ length: 3000 }, (_, i) => ({
  geometry: { type: 'Point', coordinates: [30 + 4 * random.next(), -3 + 5 * random.next()] },
  properties: { id: `p${i}`, finding: i % 5, severity: i % 2 ? 'error' : 'accepted', pcodes: ` XX${i} ` },
}));
const square = (lon: number, lat: number, size: number): Place['geometry'] => ({
  type: 'Polygon',
  coordinates: [[[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]], // prettier-ignore
});

describe('sliceOverlay', () => {
  const overlay = sliceOverlay('findings', points);

  test('at the zoom of the world all are there: none is thinned out', () => {
    expect(new Set(idsOf(overlay.tile(0, 0, 0))).size).toBe(points.length);
  });

  test('at each zoom each place is in its own tile, with its properties', () => {
    for (const z of [1, 5, 9, 14, OVERLAY_ZOOM])
      for (const place of points.filter((_, i) => i % 211 === 0)) {
        const [lon, lat] = (place.geometry as Point).coordinates as [number, number];
        const layer = layerOf(overlay.tile(z, ...tileAt(lon, lat, z))!);
        const found = Array.from({ length: layer.length }, (_, i) => layer.feature(i)).find(({ properties }) => properties['id'] === place.properties['id']);
        expect(found?.properties).toEqual(place.properties);
      }
  });

  test('areas and lines are cut; a sliver of a decimetre is drawn where it is looked at closely', () => {
    const mixed = sliceOverlay('findings', [
      { geometry: square(10, 10, 1e-6), properties: { id: 'sliver' } },
      { geometry: { type: 'LineString', coordinates: [[0, 0], [20, 20]] }, properties: { id: 'line' } }, // prettier-ignore
      { geometry: { type: 'MultiPolygon', coordinates: [(square(5, 5, 1) as Polygon).coordinates] }, properties: { id: 'area' } },
    ]);
    expect(idsOf(mixed.tile(OVERLAY_ZOOM, ...tileAt(10.0000005, 10.0000005, OVERLAY_ZOOM)))).toContain('sliver');
    expect(idsOf(mixed.tile(7, ...tileAt(5.5, 5.5, 7))).toSorted()).toEqual(['area', 'line']);
    expect(mixed.tile(7, ...tileAt(-100, 40, 7))).toBeNull();
  });

  test('no tile where there is none', () => {
    for (const [z, x, y] of [
      [-1, 0, 0],
      [OVERLAY_ZOOM + 1, 0, 0],
      [3, 8, 0],
      [3, 0, -1],
      [Number.NaN, 0, 0],
    ] as const)
      // prettier-ignore
      expect(() => overlay.tile(z, x, y)).toThrow(RangeError);
    expect(sliceOverlay('findings', []).tile(0, 0, 0)).toBeNull();
  });

  test('who asks for all tiles fills no memory, and gets the same', () => {
    const first = idsOf(overlay.tile(9, ...tileAt(32, 0, 9)));
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 12_000; i++) overlay.tile(16, ...tileAt(30 + (4 * (i % 110)) / 110, -3 + (5 * Math.floor(i / 110)) / 110, 16));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150e6);
    expect(idsOf(overlay.tile(9, ...tileAt(32, 0, 9)))).toEqual(first);
  });
});
