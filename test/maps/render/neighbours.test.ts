/** Names of neighbours stand where their land is seen, whatever part of it that is, and on no other. */
import { expect, test } from 'vitest';
import type { Ground, Position } from '../../../server/contract/maps/ground.ts';
import type { Rect } from '../../../server/contract/maps/leaders.ts';
import { placeOfNeighbour } from '../../../server/maps/render/neighbours.ts';

const ring = (west: number, south: number, east: number, north: number) => [[west, south], [0, north - south], [east - west, 0], [0, south - north], [west - east, 0]]; // prettier-ignore
const lines = { type: 'MultiLineString' as const, arcs: [] };
/** One neighbour in the west, one in the east, two degrees of water between. */
const GROUND: Ground = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [ring(0, 0, 10, 10), ring(12, 0, 20, 10)],
  objects: {
    land: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: 'AAA', arcs: [[[0]]] },
        { type: 'MultiPolygon', id: 'BBB', arcs: [[[1]]] },
      ],
    },
    lakes: { type: 'MultiPolygon', arcs: [] },
    coast: lines,
    border: lines,
    disputed: lines,
  },
  box: [0, 0, 20, 10],
  source: '10m',
  names: [],
  places: [],
};
const place = (lon: number, lat: number): Position => [lon * 10, 100 - lat * 10];
const size = { width: 20, height: 6 };
const at = (own: Position, frame: Rect, isFree: (box: Rect) => boolean = () => true) => placeOfNeighbour(GROUND, own, { place, frame, size, isFree });

test('its own place where that is in view', () => expect(at([5, 5], [0, 0, 200, 100])).toEqual([50, 50]));

test('what is in view of it, where its own place is not; and the whole name on its land', () => {
  const [x, y] = at([5, 5], [60, 0, 200, 100])!;
  expect([x - 10, x + 10].every((end) => end >= 60 && end <= 100)).toBe(true);
  expect(y).toBeGreaterThan(3);
  expect(Math.abs(y - 50)).toBeLessThan(6);
});

test('beside what stands there already', () => {
  const taken = ([left, , right]: Rect) => right < 40 || left > 60;
  const [x] = at([5, 5], [0, 0, 200, 100], taken)!;
  expect(x < 30 || x > 70).toBe(true);
});

test('nowhere, where what is seen of it is narrower than its name', () => {
  expect(at([5, 5], [90, 0, 200, 100])).toBeNull();
  expect(at([5, 5], [0, 0, 200, 100], () => false)).toBeNull();
});
