import { VectorTile } from '@mapbox/vector-tile';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import geojsonvt from 'geojson-vt';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { boxOfTiles, fitCamera, joinBoxes, tilesInView, toLatitude } from '../../../client/map/camera.ts';
import { mercatorX, mercatorY } from '../../../client/map/levels.ts';
import { readTile } from '../../../client/map/mvt.ts';
import { tileHref, toStill, freeLabels } from '../../../client/map/still.ts';

const square = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

function sampleTile(): Uint8Array {
  const polygon = new geojsonvt({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { adm0_pcode: 'XX', area: 12.5, many: -70_000, flag: true },
        geometry: { type: 'Polygon', coordinates: [square(10, 10, 20, 20), square(12, 12, 14, 14).reverse()] },
      },
    ],
  });
  const lines = new geojsonvt({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { level: 0, outer: true }, geometry: { type: 'LineString', coordinates: square(10, 10, 20, 20) } },
      {
        type: 'Feature',
        properties: { level: 1, outer: false },
        geometry: {
          type: 'LineString',
          coordinates: [
            [10, 15],
            [20, 15],
          ],
        },
      },
      {
        type: 'Feature',
        properties: { level: 2, outer: false },
        geometry: {
          type: 'LineString',
          coordinates: [
            [10, 16],
            [20, 16],
          ],
        },
      },
    ],
  });
  const labels = new geojsonvt({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { level: 1, pcode: 'XX01', name: 'Nord', name1: 'الشمال' }, geometry: { type: 'Point', coordinates: [15, 17] } }],
  });
  const layers = { adm0: polygon.getTile(0, 0, 0)!, lines: lines.getTile(0, 0, 0)!, labels: labels.getTile(0, 0, 0)! };
  return fromGeojsonVt(layers as never, { version: 2, extent: 4096 });
}

describe('readTile', () => {
  test('reads what the reference decoder reads', () => {
    const bytes = sampleTile();
    const reference = new VectorTile(new PbfReader(bytes));
    const own = readTile(bytes, () => true);
    expect([...own.keys()].sort()).toEqual(Object.keys(reference.layers).sort());
    for (const [name, layer] of own) {
      const expected = reference.layers[name]!;
      expect(layer.extent).toBe(expected.extent);
      expect(layer.features).toHaveLength(expected.length);
      layer.features.forEach((feature, i) => {
        const other = expected.feature(i);
        expect(feature.type).toBe(other.type);
        expect(feature.properties).toEqual(other.properties);
        // The reference repeats the first vertex of a closed ring.
        const parts = other.loadGeometry().map((part) => part.slice(0, other.type === 3 ? -1 : undefined).flatMap(({ x, y }) => [x, y]));
        expect(feature.parts.map((part) => [...part])).toEqual(parts);
      });
    }
  });

  test('layers nobody wants stay unread', () => {
    expect([...readTile(sampleTile(), (layer) => layer === 'lines').keys()]).toEqual(['lines']);
  });

  test('a tile cut short at any byte throws RangeError or gives less, and always ends', () => {
    const bytes = sampleTile();
    for (let length = 0; length < bytes.length; length++) {
      try {
        readTile(bytes.subarray(0, length), () => true);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });
});

describe('still picture', () => {
  const size = { width: 400, height: 300 };
  const none = { top: 0, right: 0, bottom: 0, left: 0 };

  test('draws land, lines down to the first level, the outline last, and labels, where the camera puts them', () => {
    const camera = fitCamera([10, 10, 20, 20], size, none);
    const still = toStill([{ address: { z: 0, x: 0, y: 0 }, layers: readTile(sampleTile(), () => true) }], camera, size);
    expect(still.land).toMatch(/^M[\d.]+ [\d.]+l.*z/);
    expect(still.lines.map(({ level }) => level)).toEqual([1, 0]);
    expect(still.labels).toEqual([{ x: expect.closeTo(200, -1), y: expect.any(Number), pcode: 'XX01', names: ['Nord', 'الشمال', undefined, undefined] }]);
    expect(still.labels[0]!.y).toBeGreaterThan(0);
    expect(still.labels[0]!.y).toBeLessThan(150);
  });

  test('the camera shows the whole box and nothing of it lies under a panel', () => {
    const padding = { top: 10, right: 20, bottom: 30, left: 140 };
    const camera = fitCamera([10, 10, 20, 20], size, padding);
    const world = 512 * 2 ** camera.zoom;
    const x = (lon: number) => (mercatorX(lon) - mercatorX(camera.lon)) * world + size.width / 2;
    const y = (lat: number) => (mercatorY(lat) - mercatorY(camera.lat)) * world + size.height / 2;
    expect(x(10)).toBeGreaterThanOrEqual(140 - 1e-6);
    expect(x(20)).toBeLessThanOrEqual(380 + 1e-6);
    expect(y(20)).toBeGreaterThanOrEqual(10 - 1e-6);
    expect(y(10)).toBeLessThanOrEqual(270 + 1e-6);
    expect(toLatitude(mercatorY(12.34))).toBeCloseTo(12.34, 9);
  });

  test('asks only for tiles that touch both the window and the archive', () => {
    const camera = { lon: 15, lat: 15, zoom: 5.4 };
    const tiles = tilesInView(camera, size, 0, 10, [10, 10, 20, 20]);
    expect(new Set(tiles.map(({ z }) => z))).toEqual(new Set([5]));
    expect(tiles.length).toBeGreaterThan(0);
    expect(tiles.length).toBeLessThanOrEqual(4);
    expect(tilesInView({ ...camera, lon: 100 }, size, 0, 10, [10, 10, 20, 20])).toEqual([]);
    expect(tilesInView({ ...camera, zoom: 14 }, size, 0, 10, [10, 10, 20, 20])[0]!.z).toBe(10);
  });

  test('a country over the antimeridian is one picture', () => {
    const camera = fitCamera([177, -20, -178, -12], size, none);
    expect(camera.lon).toBeCloseTo(179.5, 6);
    const tiles = tilesInView(camera, size, 0, 10, [177, -20, -178, -12]);
    expect(new Set(tiles.map(({ x, z }) => x % 2 ** z)).size).toBe(2);
    expect(tileHref('/t/{z}/{x}/{y}', { z: 3, x: 8, y: 4 })).toBe('/t/3/0/4');
  });
});

describe('a country across the antimeridian', () => {
  const fiji = [177, -18, -179, -16] as const;
  const size = { width: 1000, height: 600 };
  const none = { top: 0, right: 0, bottom: 0, left: 0 };

  test('is fitted whole, and its tiles are those on both sides, whichever way the camera counts longitudes', () => {
    const camera = fitCamera(fiji, size, none);
    expect([camera.lon, Math.floor(camera.zoom)]).toEqual([expect.closeTo(179), 7]);
    for (const lon of [camera.lon, camera.lon - 360, camera.lon + 360]) {
      const tiles = tilesInView({ ...camera, lon }, size, 0, 7, fiji);
      expect(new Set(tiles.map(({ x }) => ((x % 128) + 128) % 128))).toEqual(new Set([126, 127, 0]));
      // Beside the camera, so that what is drawn is in the picture.
      for (const { x } of tiles) expect(Math.abs((x + 0.5) / 128 - (lon + 180) / 360)).toBeLessThan(0.05);
    }
  });

  test('the TileJSON gives its box beside bounds that go around the Earth, and boxes are joined the short way', () => {
    expect(boxOfTiles({ bounds: [-180, -18, 180, -16], bbox: [...fiji] })).toEqual(fiji);
    expect(joinBoxes([[179, -18, 180, -16], [-180, -18, -179, -16]])).toEqual([179, -18, 181, -16]); // prettier-ignore
    expect(joinBoxes([[10, 0, 20, 5], [30, -5, 40, 0]])).toEqual([10, -5, 40, 5]); // prettier-ignore
  });
});

test('names of the still picture never lie over each other', () => {
  const label = (x: number, y: number, name: string) => ({ x, y, pcode: name, names: [name, `${name} 1`] });
  const labels = [label(100, 100, 'Ouham Pendé'), label(150, 104, 'Ouham'), label(150, 120, 'Ombella'), label(250, 100, 'Ouaka')];
  expect(freeLabels(labels, 0).map(({ text }) => text)).toEqual(['Ouham Pendé', 'Ombella', 'Ouaka']);
  expect(freeLabels([{ ...labels[0]!, names: [undefined, 'b'] }], 0).map(({ text }) => text)).toEqual(['b']);
});
