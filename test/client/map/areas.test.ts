/** Areas by P-codes on the still picture: the units that the codes name, each of the highest level that has them. */
import { describe, expect, test } from 'vitest';
import { toAreas, toPixel } from '../../../client/map/areas.ts';
import type { TileLayer } from '../../../client/map/mvt.ts';

const SIZE = { width: 512, height: 512 };
/** One tile fills the picture. */
const CAMERA = { lon: 0, lat: 0, zoom: 0 };
const ADDRESS = { z: 0, x: 0, y: 0 };

/** A square of a quarter of the tile, its corner at `x`, `y` in tile units. */
const square = (pcode: string, level: number, x: number, y: number) => ({
  type: 3,
  properties: { [`adm${level}_pcode`]: pcode },
  parts: [Int32Array.of(x, y, x + 2048, y, x + 2048, y + 2048, x, y + 2048)],
});
const layer = (...features: TileLayer['features']): TileLayer => ({ extent: 4096, features });
const tiles = (layers: [string, TileLayer][]) => [{ address: ADDRESS, layers: new Map(layers) }];
const draw = (layers: [string, TileLayer][], ...areas: { id: string; pcodes: string[] }[]) => toAreas(tiles(layers), CAMERA, SIZE, areas);

describe('areas', () => {
  test('are the units of their codes, in pixels of the picture', () => {
    const drawn = draw([['adm1', layer(square('A', 1, 0, 0), square('B', 1, 2048, 2048))]], { id: 'hub', pcodes: ['B'] });
    expect([...drawn]).toEqual([['hub', 'M256 256l256 0 0 256 -256 0 z']]);
  });
  test('of several codes are one path; a unit of two areas is in both', () => {
    const drawn = draw([['adm1', layer(square('A', 1, 0, 0), square('B', 1, 2048, 0))]], { id: 'one', pcodes: ['A', 'B'] }, { id: 'two', pcodes: ['B'] });
    expect(drawn.get('one')!.match(/M/g)).toHaveLength(2);
    expect(drawn.get('two')!.match(/M/g)).toHaveLength(1);
  });
  test('a code that two levels have is that of the upper one', () => {
    const drawn = draw([['adm2', layer(square('A', 2, 2048, 2048))], ['adm1', layer(square('A', 1, 0, 0))]], { id: 'hub', pcodes: ['A'] }); // prettier-ignore
    expect(drawn.get('hub')).toMatch(/^M0 0/);
  });
  test('what the tiles of this zoom do not hold is not drawn', () => {
    expect(draw([['adm1', layer(square('A', 1, 0, 0))], ['lines', layer(square('A', 1, 0, 0))]], { id: 'hub', pcodes: ['A01'] }).size).toBe(0); // prettier-ignore
  });
});

test('a place is where the tiles have it, also across the antimeridian', () => {
  expect(toPixel(0, 0, CAMERA, SIZE)).toEqual({ x: 256, y: 256 });
  expect(toPixel(90, 0, CAMERA, SIZE).x).toBeCloseTo(384);
  expect(toPixel(-179, 0, { lon: 179, lat: 0, zoom: 3 }, SIZE).x).toBeCloseTo(256 + (2 / 360) * 4096);
});
