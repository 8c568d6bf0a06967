/** How far upper levels move when they are put together from the units below. */
import { expect, test } from 'vitest';
import { findShifts } from '../../../server/boundaries/published/shift.ts';
import { metresOf } from '../../../server/geometry/ellipsoid.ts';
import { seeded, toColumn, type Position } from '../../geometry/shapes.ts';

const square = (west: number, south: number, east: number, north: number): Position[][] => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];

const same = (row: number) => row;

test('the same borders with other vertices do not move', () => {
  const more: Position[][] = [
    [
      [0, 0],
      [0.3, 0],
      [1, 0],
      [1, 0.5],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ];
  expect(findShifts(toColumn([[square(0, 0, 1, 1)]]), toColumn([[more]]), same)).toEqual([]);
  expect(findShifts(toColumn([[more]]), toColumn([[square(0, 0, 1, 1)]]), same)).toEqual([]);
});

test('a corner that lies elsewhere is found with its distance and place, the furthest unit first', () => {
  const uploaded = toColumn([[square(0, 0, 1.0001, 1)], [square(2, 0, 3.01, 1)], [square(4, 0, 5, 1)]]);
  const published = toColumn([[square(0, 0, 1, 1)], [square(2, 0, 3, 1)], [square(4, 0, 5, 1)]]);
  const found = findShifts(uploaded, published, same);
  expect(found.map(({ row }) => row)).toEqual([1, 0]);
  expect(found[0]!.metres).toBeCloseTo(metresOf(3, 0, 3.01, 0), 0);
  expect(found[1]!.metres).toBeCloseTo(metresOf(1, 0, 1.0001, 0), 1);
  expect(found[0]!.at).toEqual([3.01, 0]);
});

test('agrees with looking at every edge', () => {
  const random = seeded(5);
  const wiggle = (size: number): Position[][] => {
    const points = Array.from({ length: 60 }, (_, i): Position => {
      const turn = (2 * Math.PI * i) / 60;
      const radius = 1 + size * (random() - 0.5);
      return [20 + radius * Math.cos(turn), 10 + radius * Math.sin(turn)];
    });
    return [[...points, points[0]!]];
  };
  const [uploaded, published] = [wiggle(0.2), wiggle(0.2)];
  const [found] = findShifts(toColumn([[uploaded]]), toColumn([[published]]), same);
  // Brute force: each vertex against each edge cut into 500 pieces.
  const nearest = ([lon, lat]: Position, edges: Position[]) => {
    let least = Infinity;
    for (let i = 1; i < edges.length; i++)
      for (let step = 0; step <= 500; step++) {
        const at = (side: 0 | 1) => edges[i - 1]![side] + ((edges[i]![side] - edges[i - 1]![side]) * step) / 500;
        least = Math.min(least, metresOf(lon, lat, at(0), at(1)));
      }
    return least;
  };
  const furthest = Math.max(...uploaded[0]!.map((at) => nearest(at, published[0]!)), ...published[0]!.map((at) => nearest(at, uploaded[0]!)));
  expect(Math.abs(found!.metres - furthest)).toBeLessThan(0.01 * furthest);
});
