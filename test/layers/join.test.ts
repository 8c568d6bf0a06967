/** The join to units against brute force: turf for points, small steps for lines, a grid of samples for areas. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { describe, expect, test } from 'vitest';
import { GEOMETRY_KIND, type GeometryColumn } from '../../server/contract/admin.ts';
import { Geos } from '../../server/geometry/overlay/geos.ts';
import { equalAreaKm2 } from '../../server/geometry/ring.ts';
import { geometryOf } from '../../server/layers/features.ts';
import { shareAreas } from '../../server/layers/join/areas.ts';
import { metresOf, scaleAt } from '../../server/geometry/ellipsoid.ts';
import { shareLines, sharePoints } from '../../server/layers/join/shares.ts';
import { indexUnits } from '../../server/layers/join/units.ts';
import { columnOf, GRID, gridGround, square } from '../helpers/layers/ground.ts';
import { seededRandom } from '../helpers/random.ts';

const { west, south, squares, side } = GRID;
const points = (list: [number, number][]) => columnOf(list.map((at) => ({ kind: GEOMETRY_KIND.point, parts: [[[at]]] })));
const lines = (list: [number, number][][]) => columnOf(list.map((line) => ({ kind: GEOMETRY_KIND.line, parts: [[line]] })));
const areas = (list: [number, number][][]) => columnOf(list.map((ring) => ({ kind: GEOMETRY_KIND.polygon, parts: [[ring]] })));
const km = (metres: number) => metres / 1000;
const createRandom = (seed: number) => {
  const random = seededRandom(seed);
  return () => random(1_000_000) / 1_000_000;
};

/** Stars with a hundred jagged borders each, side by side: outlines that no rule of a grid helps with. */
function jagged(random: () => number): GeometryColumn {
  return areas(
    Array.from({ length: 12 }, (_, unit) => {
      const [x, y] = [10 + (unit % 4), 50 + Math.floor(unit / 4)];
      const ring = Array.from({ length: 100 }, (__, i): [number, number] => {
        const angle = (2 * Math.PI * i) / 100;
        const radius = 0.3 + 0.2 * random();
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      });
      return [...ring, ring[0]!];
    }),
  );
}

describe('points', () => {
  test('lie in the unit that another program finds, or in none', () => {
    const random = createRandom(7);
    const geometry = jagged(random);
    const index = indexUnits({ geometry });
    const shapes = Array.from(geometry.kinds, (_, row) => geometryOf(geometry, row) as never);
    for (let i = 0; i < 4000; i++) {
      const [x, y] = [9 + 6 * random(), 49 + 4 * random()];
      expect(index.at(x, y)).toBe(shapes.findIndex((shape) => booleanPointInPolygon([x, y], shape)));
    }
  });

  test('on a border or a corner lie in one unit', () => {
    const { index } = gridGround();
    for (let i = 1; i < squares; i++) for (let j = 1; j < squares; j++) expect(index.at(west + i * side, south + j * side)).toBeGreaterThanOrEqual(0);
    const { units } = sharePoints(index, points([[west + side, south + 0.25]]), 0);
    expect([...units.values()]).toEqual([1]);
  });

  test('on no unit go to the nearest within five kilometres', () => {
    const { index } = gridGround();
    const { kx } = scaleAt(south + 0.25);
    const [near, far] = [points([[west - 4990 / kx, south + 0.25]]), points([[west - 5010 / kx, south + 0.25]])];
    expect(sharePoints(index, near, 0)).toEqual({ units: new Map([[0, 1]]), near: new Map([[0, 1]]), outside: 0 });
    expect(sharePoints(index, far, 0)).toEqual({ units: new Map(), near: new Map(), outside: 1 });
  });
});

describe('lines', () => {
  test('are as long as on the ellipsoid', () => {
    // A degree of the meridian at 45° and of the equator, Snyder 1987, and Vincenty for a way between both.
    expect(metresOf(0, 44.5, 0, 45.5)).toBeCloseTo(111_131.8, 0);
    expect(metresOf(10, 0, 11, 0)).toBeCloseTo(111_319.49, 1);
  });

  test('share their length as steps of ten metres do', () => {
    const random = createRandom(3);
    const geometry = jagged(random);
    const index = indexUnits({ geometry });
    const line = Array.from({ length: 12 }, (): [number, number] => [9.5 + 4.5 * random(), 49.5 + 3 * random()]);
    const { units, near, outside } = shareLines(index, lines([line]), 0);
    const brute = new Map<number, number>();
    let whole = 0;
    for (let v = 0; v + 1 < line.length; v++) {
      const [[ax, ay], [bx, by]] = [line[v]!, line[v + 1]!];
      const metres = metresOf(ax, ay, bx, by);
      whole += metres;
      const steps = Math.ceil(metres / 10);
      for (let i = 0; i < steps; i++) {
        const t = (i + 0.5) / steps;
        const row = index.at(ax + (bx - ax) * t, ay + (by - ay) * t);
        brute.set(row, (brute.get(row) ?? 0) + metres / steps);
      }
    }
    const sum = [...units.values()].reduce((all, metres) => all + metres, outside);
    expect(sum).toBeCloseTo(whole, 3);
    for (const [row, metres] of brute) if (row >= 0) expect(Math.abs(units.get(row)! - (near.get(row) ?? 0) - metres)).toBeLessThan(200);
    expect(new Set(units.keys())).toEqual(new Set([...brute.keys()].filter((row) => row >= 0)));
  });

  test('along a border belong half to each side, also where vertices are others', () => {
    const { index } = gridGround();
    const border = lines([
      [
        [west + side, south + 0.1],
        [west + side, south + 0.2],
        [west + side, south + 0.4],
      ],
    ]);
    const { units } = shareLines(index, border, 0);
    const whole = metresOf(west + side, south + 0.1, west + side, south + 0.4);
    expect([...units].map(([row, metres]) => [row, km(metres)])).toEqual([
      [0, expect.closeTo(km(whole) / 2, 3)],
      [1, expect.closeTo(km(whole) / 2, 3)],
    ]);
  });

  test('that leave the country are placed as far as five kilometres beyond it', () => {
    const { index } = gridGround();
    const { kx } = scaleAt(south + 0.25);
    const { units, near, outside } = shareLines(
      index,
      lines([
        [
          [west + 10_000 / kx, south + 0.25],
          [west - 10_000 / kx, south + 0.25],
        ],
      ]),
      0,
    );
    expect(units.get(0)).toBeCloseTo(15_000, -2);
    expect(near.get(0)).toBeCloseTo(5_000, -2);
    expect(outside).toBeCloseTo(5_000, -2);
  });
});

describe('areas', () => {
  test('share their ground exactly, and two that overlap cover it once', async () => {
    const ground = gridGround();
    const geometry = areas([square(west + 0.25, south + 0.25, 0.5), square(west + 0.25, south + 0.25, 0.25), square(west - 9, south, 0.5)]);
    const { rows, covered } = shareAreas(ground.index, ground, geometry, await Geos.create());
    const km2 = (list: [number, number][]) => equalAreaKm2(areas([list]), 0) * 1e6;
    const quarter = km2(square(west + 0.25, south + 0.25, 0.25));
    expect([...rows[0]!.units.keys()]).toEqual([0, 1, 4, 5]);
    expect(rows[0]!.units.get(0)).toBeCloseTo(quarter, -2);
    expect([...rows[0]!.units.values()].reduce((sum, m2) => sum + m2, 0)).toBeCloseTo(km2(square(west + 0.25, south + 0.25, 0.5)), -2);
    expect([...rows[1]!.units]).toEqual([[0, expect.closeTo(quarter, -2)]]);
    expect(covered.get(0)).toBeCloseTo(quarter, -2);
    expect(rows[2]!.units.size).toBe(0);
    expect(rows[2]!.outside).toBeGreaterThan(1e9);
  });

  test('of any shape share it as a grid of samples does', async () => {
    const random = createRandom(11);
    const [units, floods] = [jagged(random), jagged(random)];
    // The second lies across the borders of the first.
    floods.coords = floods.coords.map((value, i) => value + (i % 2 === 0 ? 0.37 : 0.21));
    const index = indexUnits({ geometry: units });
    const { rows } = shareAreas(index, { geometry: units }, floods, await Geos.create());
    const flooded = indexUnits({ geometry: floods });
    const counted = new Map<string, number>();
    const step = 0.004;
    for (let y = 49.5; y < 53; y += step)
      for (let x = 9.5; x < 14.5; x += step) {
        const [flood, unit] = [flooded.at(x, y), index.at(x, y)];
        if (flood < 0 || unit < 0) continue;
        const { kx, ky } = scaleAt(y);
        const key = `${flood} ${unit}`;
        counted.set(key, (counted.get(key) ?? 0) + step * step * kx * ky);
      }
    for (const [key, m2] of counted) {
      const [flood, unit] = key.split(' ').map(Number) as [number, number];
      if (m2 > 2e7) expect(rows[flood]!.units.get(unit)! / m2).toBeCloseTo(1, 1);
    }
    expect(counted.size).toBeGreaterThan(15);
  });
});
