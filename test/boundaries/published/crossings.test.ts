/** Crossings of an outline, against every pair of its segments asked by other means. */
import { expect, test } from 'vitest';
import { crossingsOf } from '../../../server/boundaries/published/crossings.ts';
import { seeded, toColumn, type Position } from '../../geometry/shapes.ts';

const ring = (...points: Position[]): Position[] => [...points, points[0]!];
const count = (polygons: Position[][][], atMost = Infinity) => crossingsOf(toColumn([polygons]), 0, atMost);

/** Whole numbers, so that each side is exact: parameters of the crossing point, or a shared stretch. */
function meets([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  const cross = (p: Position, q: Position) => p[0] * q[1] - p[1] * q[0];
  const minus = (p: Position, q: Position): Position => [p[0] - q[0], p[1] - q[1]];
  const [r, s, offset] = [minus(b, a), minus(d, c), minus(c, a)];
  const turn = cross(r, s);
  if (turn === 0) {
    if (cross(offset, r) !== 0) return false;
    const along = (p: Position) => (p[0] - a[0]) * r[0] + (p[1] - a[1]) * r[1];
    const [from, to] = [Math.min(along(c), along(d)), Math.max(along(c), along(d))];
    return Math.min(to, along(b)) > Math.max(from, 0);
  }
  const [t, u] = [cross(offset, s) / turn, cross(offset, r) / turn];
  if (t < 0 || t > 1 || u < 0 || u > 1) return false;
  // An end on an end is how outlines go on.
  return !((t === 0 || t === 1) && (u === 0 || u === 1));
}

test('as many as there are pairs of segments that cross or lie on each other', () => {
  const random = seeded(3);
  const place = (): Position => [Math.floor(random() * 12), Math.floor(random() * 12)];
  for (let round = 0; round < 200; round++) {
    const parts = Array.from({ length: 1 + (round % 3) }, () => [ring(...Array.from({ length: 3 + Math.floor(random() * 10) }, place))]);
    const segments = parts.flatMap(([shell]) => shell!.slice(1).map((end, i): [Position, Position] => [shell![i]!, end]));
    let pairs = 0;
    for (let i = 0; i < segments.length; i++) for (let j = i + 1; j < segments.length; j++) if (meets(segments[i]!, segments[j]!)) pairs += 1;
    expect(count(parts)).toBe(pairs);
    if (pairs > 0) expect(count(parts, pairs - 1)).toBe(Infinity);
    expect(count(parts, pairs)).toBe(pairs);
  }
});

test('a valid outline has none, and a row without one neither', () => {
  expect(count([[ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([1, 1], [1, 2], [2, 2], [2, 1])]])).toBe(0);
  expect(count([])).toBe(0);
});
