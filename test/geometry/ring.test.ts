import { describe, expect, test } from 'vitest';
import { equalAreaKm2, inscribedCenter, isInRow, labelPoint, rewind, ringArea, rowBbox } from '../../server/geometry/ring.ts';
import { seeded, star, toColumn, toNested, type Position } from './shapes.ts';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

test('signed area: positive counter-clockwise, exact for squares far from the origin', () => {
  const { coords } = toColumn([[[square(170, -45, 0.5)]]]);
  expect(ringArea(coords, 0, 5)).toBe(0.25);
  const { coords: turned } = toColumn([[[square(170, -45, 0.5).reverse()]]]);
  expect(ringArea(turned, 0, 5)).toBe(-0.25);
});

test('box of a row with several parts; null without coordinates', () => {
  const column = toColumn([[[square(0, 0, 1)], [square(5, -3, 1)]], []]);
  expect(rowBbox(column, 0)).toEqual([0, -3, 6, 1]);
  expect(rowBbox(column, 1)).toBeNull();
  expect(labelPoint(column, 1)).toBeNull();
});

test('rewind turns what is wrong and tells which rows; right rings come back as the same object', () => {
  const right = toColumn([[[square(0, 0, 4), square(1, 1, 1).reverse()]], [[square(9, 0, 1)]]]);
  expect(rewind(right)).toEqual({ geometry: right, rows: [] });
  expect(rewind(right).geometry).toBe(right);
  const wrong = toColumn([[[square(0, 0, 4), square(1, 1, 1)]], [[square(9, 0, 1)]], [[square(20, 0, 1).reverse()]]]);
  const { geometry, rows } = rewind(wrong);
  expect(rows).toEqual([0, 2]);
  expect(toNested(geometry)).toEqual([[[square(0, 0, 4), square(1, 1, 1).reverse()]], [[square(9, 0, 1)]], [[square(20, 0, 1)]]]);
});

describe('point in polygon', () => {
  test('equals the winding number on random stars with holes', () => {
    const random = seeded(7);
    for (let round = 0; round < 40; round++) {
      const shell = star(random, 0, 0, 10, 5 + Math.floor(random() * 60));
      const hole = star(random, 0, 0, 2, 12).reverse();
      const column = toColumn([[[shell, hole]], [[star(random, 30, 0, 5, 9)]]]);
      for (let i = 0; i < 100; i++) {
        const [x, y] = [(random() - 0.5) * 22, (random() - 0.5) * 22];
        expect(isInRow(column, 0, x, y)).toBe(winding(shell, x, y) !== 0 && winding(hole, x, y) === 0);
      }
    }
  });
});

describe('area in EPSG:6933', () => {
  test('equals the ellipsoidal area of quadrangles between parallels, which the projection keeps', () => {
    const random = seeded(3);
    for (let i = 0; i < 20; i++) {
      const [south, height, width] = [random() * 120 - 70, 0.1 + random() * 8, 0.1 + random() * 20];
      const ring: Position[] = [
        [10, south],
        [10 + width, south],
        [10 + width, south + height],
        [10, south + height],
        [10, south],
      ];
      expect(equalAreaKm2(toColumn([[[ring]]]), 0) / quadrangleKm2(south, south + height, width)).toBeCloseTo(1, 8);
    }
  });

  test('holes count negative whatever their winding', () => {
    const whole = equalAreaKm2(toColumn([[[square(0, 0, 4)]]]), 0);
    const part = equalAreaKm2(toColumn([[[square(1, 1, 1)]]]), 0);
    expect(equalAreaKm2(toColumn([[[square(0, 0, 4).reverse(), square(1, 1, 1)]]]), 0)).toBeCloseTo(whole - part, 9);
  });
});

describe('maximum inscribed circle', () => {
  const radiusAt = (rings: Position[][], [x, y]: [number, number]) => Math.min(...rings.map((ring) => distance(ring, x, y)));

  test('known answers: square, triangle, the larger of two parts, beside a hole', () => {
    const center = (rings: Position[][][]) => inscribedCenter(toColumn([rings]), 0)!;
    const [x, y] = center([[square(0, 0, 2)]]);
    expect(Math.hypot(x - 1, y - 1)).toBeLessThan(1e-4);
    const triangle: Position[] = [
      [0, 0],
      [3, 0],
      [0, 4],
      [0, 0],
    ];
    const inner = center([[triangle]]);
    expect(Math.hypot(inner[0] - 1, inner[1] - 1)).toBeLessThan(1e-4);
    expect(center([[square(0, 0, 1)], [square(10, 10, 3)]])[0]).toBeCloseTo(11.5, 4);
    const ring = [square(0, 0, 10), square(3, 3, 4).reverse()];
    expect(radiusAt(ring, center([ring]))).toBeGreaterThan(10 - 7 - 1.3);
  });

  test('a long strip has many equal centres; any of them is found, and quickly', () => {
    const strip: Position[] = [
      [0, 0],
      [50, 0],
      [50, 0.01],
      [0, 0.01],
      [0, 0],
    ];
    const started = performance.now();
    const center = inscribedCenter(toColumn([[[strip]]]), 0)!;
    expect(radiusAt([strip], center)).toBeGreaterThan(0.005 - 1e-6);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('inside, and never worse than a dense grid of points by more than the tolerance', () => {
    const random = seeded(11);
    for (let round = 0; round < 30; round++) {
      const rings = [star(random, 0, 0, 1, 6 + Math.floor(random() * 40)), star(random, 0, 0, 0.1, 8).reverse()];
      const column = toColumn([[rings]]);
      const center = inscribedCenter(column, 0)!;
      expect(isInRow(column, 0, ...center)).toBe(true);
      let best = 0;
      for (let i = 0; i <= 60; i++) {
        for (let j = 0; j <= 60; j++) {
          const [x, y] = [i / 30 - 1, j / 30 - 1];
          if (isInRow(column, 0, x, y)) best = Math.max(best, radiusAt(rings, [x, y]));
        }
      }
      expect(radiusAt(rings, center)).toBeGreaterThan(best - 2e-3 * 2);
    }
  });

  test('a row without area gives null, and its label its first vertex', () => {
    const flat: Position[] = [
      [1, 1],
      [2, 1],
      [3, 1],
      [1, 1],
    ];
    expect(inscribedCenter(toColumn([[[flat]]]), 0)).toBeNull();
    expect(labelPoint(toColumn([[[flat]]]), 0)).toEqual([1, 1]);
  });
});

/** ∫ M N cos φ dφ dλ by Simpson's rule, on the ellipsoid WGS 84. */
function quadrangleKm2(south: number, north: number, width: number): number {
  const [a, e2, radians, steps] = [6378.137, 0.00669437999014, Math.PI / 180, 400];
  const density = (lat: number) => (a * a * (1 - e2) * Math.cos(lat)) / (1 - e2 * Math.sin(lat) ** 2) ** 2;
  const step = ((north - south) * radians) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * density(south * radians + i * step);
  return (sum * step * width * radians) / 3;
}

function winding(ring: Position[], x: number, y: number): number {
  let turns = 0;
  for (let i = 1; i < ring.length; i++) {
    const a = Math.atan2(ring[i - 1]![1] - y, ring[i - 1]![0] - x);
    const b = Math.atan2(ring[i]![1] - y, ring[i]![0] - x);
    let turn = b - a;
    if (turn > Math.PI) turn -= 2 * Math.PI;
    if (turn < -Math.PI) turn += 2 * Math.PI;
    turns += turn;
  }
  return Math.round(turns / (2 * Math.PI));
}

function distance(ring: Position[], x: number, y: number): number {
  let best = Infinity;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    best = Math.min(best, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return best;
}
