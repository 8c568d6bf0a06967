/** Tiles of layers: what they show is what lies there, what they do not show they say, and none is too large. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { GEOMETRY_KIND, type FeatureTable, type GeometryColumn } from '../../server/contract/admin.ts';
import { FEATURE_KEYS } from '../../server/contract/overlays/layer.ts';
import { coarsen } from '../../server/overlays/coarsen.ts';
import { MOST_BYTES, openLayerTiles } from '../../server/overlays/layerTiles.ts';
import { columnOf } from '../helpers/layers/ground.ts';
import { seededRandom } from '../helpers/random.ts';

const from = seededRandom(5);
const random = () => from(1_000_000) / 1_000_000;
const toX = (lon: number) => lon / 360 + 0.5;
const toY = (lat: number) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);

const tableOf = (geometry: GeometryColumn, name: (row: number) => string = (row) => `Place ${row}`): FeatureTable => ({
  level: 0,
  units: [],
  geometry,
  extra: [
    { name: FEATURE_KEYS.name, values: Array.from(geometry.kinds, (_, row) => name(row)) },
    { name: FEATURE_KEYS.entry, values: Array.from(geometry.kinds, (_, row) => row % 3) },
    { name: FEATURE_KEYS.size, values: Array.from(geometry.kinds, (_, row) => 100_000 - row) },
    { name: FEATURE_KEYS.pcode, values: Array.from(geometry.kinds, () => 'EX0101') },
  ],
  source: { file: 'x', layer: 'x', rowNumber: Uint32Array.from(geometry.kinds, (_, row) => row + 2) },
});
function read(bytes: Uint8Array | null) {
  if (!bytes) return { ids: [], hidden: 0, bytes: 0 };
  const { layers } = new VectorTile(new PbfReader(bytes) as never);
  // A layer without features is left out.
  const ids = Array.from({ length: layers['features']?.length ?? 0 }, (_, i) => layers['features']!.feature(i).properties[FEATURE_KEYS.id] as number);
  return { ids, hidden: (layers['told']?.feature(0).properties['hidden'] as number | undefined) ?? 0, bytes: bytes.length };
}
const points = (list: [number, number][]) => columnOf(list.map((at) => ({ kind: GEOMETRY_KIND.point, parts: [[[at]]] })));

describe('points', () => {
  const places = Array.from({ length: 20_000 }, (): [number, number] => [20 + 12 * random() ** 2, 3 + 12 * random()]);
  const tiles = openLayerTiles(tableOf(points(places)));
  test.each([2, 5, 6, 7, 8, 10])('at zoom %i: the largest are shown, the others counted, each in one tile', (z) => {
    const byTile = new Map<string, number[]>();
    places.forEach(([lon, lat], row) => {
      const key = `${Math.floor(toX(lon) * 2 ** z)}/${Math.floor(toY(lat) * 2 ** z)}`;
      if (byTile.has(key)) byTile.get(key)!.push(row + 2);
      else byTile.set(key, [row + 2]);
    });
    for (const [key, ids] of [...byTile].slice(0, 40)) {
      const [x, y] = key.split('/').map(Number) as [number, number];
      const tile = read(tiles.tile(z, x, y));
      expect(tile.ids.length + tile.hidden).toBe(ids.length);
      expect(tile.ids).toEqual(ids.slice(0, tile.ids.length));
      if (z < 8) expect(tile.ids.length).toBe(Math.min(2000, ids.length));
      expect(tile.bytes).toBeLessThanOrEqual(MOST_BYTES);
    }
  });
  test('have names where there is room for labels', () => {
    const tile = openLayerTiles(tableOf(points([[20, 5]])));
    const propertiesAt = (z: number) => {
      const bytes = tile.tile(z, Math.floor(toX(20) * 2 ** z), Math.floor(toY(5) * 2 ** z))!;
      return new VectorTile(new PbfReader(bytes) as never).layers['features']!.feature(0).properties;
    };
    expect(propertiesAt(7)).toEqual({ _id: 2, _entry: 0, _size: 100_000 });
    expect(propertiesAt(8)).toEqual({ _id: 2, _entry: 0, _size: 100_000, _name: 'Place 0', _pcode: 'EX0101' });
  });
  test('in crowds beyond the bytes of a tile are counted at every zoom', () => {
    const crowd = openLayerTiles(tableOf(points(places.map(() => [20.001, 5.001])), (row) => `A long name of a settlement ${row}`)); // prettier-ignore
    const tile = read(crowd.tile(12, Math.floor(toX(20.001) * 4096), Math.floor(toY(5.001) * 4096)));
    expect([tile.ids.length + tile.hidden, tile.bytes <= MOST_BYTES, tile.ids.length > 1500]).toEqual([20_000, true, true]);
  });
  test('are nowhere where there are none', () => {
    expect(tiles.tile(6, 0, 0)).toBeNull();
    expect(openLayerTiles(tableOf(points([]))).tile(0, 0, 0)).toBeNull();
    expect(() => tiles.tile(15, 0, 0)).toThrow(RangeError);
    expect(() => tiles.tile(1, 2, 0)).toThrow(RangeError);
  });
});

describe('lines', () => {
  const roads = Array.from({ length: 3000 }, () => {
    let [x, y] = [20 + 3 * random(), 3 + 3 * random()];
    return Array.from({ length: 30 }, (): [number, number] => [(x += 0.01 * (random() - 0.4)), (y += 0.01 * (random() - 0.5))]);
  });
  const tiles = openLayerTiles(tableOf(columnOf(roads.map((line) => ({ kind: GEOMETRY_KIND.line, parts: [[line]] })))));
  test.each([4, 6, 8])('at zoom %i: every line of a tile is shown or counted', (z) => {
    const [x, y] = [Math.floor(toX(21) * 2 ** z), Math.floor(toY(4) * 2 ** z)];
    const tile = read(tiles.tile(z, x, y));
    const reach = 64 / 4096;
    // Brute force: a line has a point of fifty on each way in the tile, its buffer included.
    const inside = roads.filter((line) =>
      line.some(([lon, lat], i) => {
        if (i === 0) return false;
        const [a, b] = line[i - 1]!;
        return Array.from({ length: 51 }, (_, s) => s / 50).some((t) => {
          const [px, py] = [toX(a + (lon - a) * t) * 2 ** z - x, toY(b + (lat - b) * t) * 2 ** z - y];
          return px >= -reach && px <= 1 + reach && py >= -reach && py <= 1 + reach;
        });
      }),
    );
    expect(Math.abs(tile.ids.length + tile.hidden - inside.length)).toBeLessThanOrEqual(1);
    expect(tile.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(tile.ids.length).toBeGreaterThan(0);
  });
});

describe('areas', () => {
  const ring = (x: number, y: number, radius: number, corners: number): [number, number][] => {
    const list = Array.from({ length: corners }, (_, i): [number, number] => {
      const r = radius * (0.8 + 0.2 * random());
      return [x + r * Math.cos((2 * Math.PI * i) / corners), y + r * Math.sin((2 * Math.PI * i) / corners)];
    });
    return [...list, list[0]!];
  };
  test('that are too large for a tile are drawn more coarsely, and none of them goes', () => {
    const floods = Array.from({ length: 60 }, (_, i) => ring(20 + (i % 10) * 0.3, 3 + Math.floor(i / 10) * 0.3, 0.14, 2500));
    const tiles = openLayerTiles(tableOf(columnOf(floods.map((shell) => ({ kind: GEOMETRY_KIND.polygon, parts: [[shell]] })))));
    const z = 6;
    const tile = read(tiles.tile(z, Math.floor(toX(21) * 2 ** z), Math.floor(toY(4) * 2 ** z)));
    expect([tile.ids.length, tile.hidden, tile.bytes <= MOST_BYTES]).toEqual([60, 0, true]);
  });
  test('that are smaller than a pixel are counted', () => {
    const small = Array.from({ length: 50 }, (_, i) => ring(20 + i * 0.001, 3, 0.0001, 12));
    const tiles = openLayerTiles(tableOf(columnOf(small.map((shell) => ({ kind: GEOMETRY_KIND.polygon, parts: [[shell]] })))));
    const tile = read(tiles.tile(3, Math.floor(toX(20) * 8), Math.floor(toY(3) * 8)));
    expect(tile.ids.length + tile.hidden).toBe(50);
  });
});

test('a ring that is drawn coarsely stays one', () => {
  const thin = { row: 0, type: 3 as const, parts: [Int32Array.of(0, 0, 10, 1, 20, 0, 30, 1, 20, 2, 10, 2, 0, 0)] };
  const [part] = coarsen(thin, 64).parts;
  expect([part!.length >= 8, part!.slice(0, 2), part!.slice(-2)]).toEqual([true, Int32Array.of(0, 0), Int32Array.of(0, 0)]);
  const line = { row: 0, type: 2 as const, parts: [Int32Array.of(0, 0, 5, 1, 10, 0, 15, 40, 20, 0)] };
  expect(coarsen(line, 8).parts[0]).toEqual(Int32Array.of(0, 0, 10, 0, 15, 40, 20, 0));
});
