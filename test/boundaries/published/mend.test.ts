/** Outlines that are valid nowhere, or not on the grid, are published valid: judged here by GEOS and by areas counted by hand. */
import { describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import { mendOutlines } from '../../../server/boundaries/published/mend.ts';
import { Geos } from '../../../server/geometry/overlay/geos.ts';
import { ringArea } from '../../../server/geometry/ring.ts';
import { seeded, toColumn, type Nested, type Position } from '../../geometry/shapes.ts';

const geos = await Geos.create();
const tableOf = (rows: Nested): FeatureTable => ({
  level: 2,
  units: [],
  geometry: toColumn(rows),
  extra: [],
  source: { file: '', layer: '', rowNumber: Uint32Array.from(rows, (_, row) => row + 1) },
});
const ring = (...points: Position[]): Position[] => [...points, points[0]!];
const faults = (table: FeatureTable) => [...table.geometry.kinds.keys()].flatMap((row) => geos.validity(table, row)?.reason ?? []);
/** Square degrees of a row: shells less holes. */
const areaOf = ({ geometry: { coords, rings, polygons, rows } }: FeatureTable, row: number) => {
  let sum = 0;
  for (let r = polygons[rows[row]!]!; r < polygons[rows[row + 1]!]!; r++) sum += ringArea(coords, rings[r]!, rings[r + 1]!);
  return sum;
};
const verticesOf = ({ geometry: { coords, rings, polygons, rows } }: FeatureTable, row: number) =>
  Array.from({ length: rings[polygons[rows[row + 1]!]!]! - rings[polygons[rows[row]!]!]! }, (_, i) => {
    const v = rings[polygons[rows[row]!]!]! + i;
    return `${coords[2 * v]} ${coords[2 * v + 1]}`;
  });

describe('an outline that is no valid polygon', () => {
  const cases: Record<string, { polygons: Nested[number]; area: number }> = {
    'a bow tie keeps both halves': { polygons: [[ring([0, 0], [2, 2], [2, 0], [0, 2])]], area: 2 },
    'a ring that touches itself in a vertex': { polygons: [[ring([0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2])]], area: 2 },
    'parts that overlap become one': { polygons: [[ring([0, 0], [2, 0], [2, 2], [0, 2])], [ring([1, 0], [3, 0], [3, 2], [1, 2])]], area: 6 },
    'a part inside another': { polygons: [[ring([0, 0], [4, 0], [4, 4], [0, 4])], [ring([1, 1], [2, 1], [2, 2], [1, 2])]], area: 16 },
    'a spike': { polygons: [[ring([0, 0], [2, 0], [2, 1], [3, 1], [2, 1], [2, 2], [0, 2])]], area: 4 },
  };
  test.each(Object.entries(cases))('%s', (_, { polygons, area }) => {
    const table = tableOf([polygons]);
    expect(faults(table)).toHaveLength(1);
    const { geometry, mended } = mendOutlines(table, geos);
    const after = { ...table, geometry };
    expect(faults(after)).toEqual([]);
    expect(areaOf(after, 0)).toBeCloseTo(area, 9);
    expect(mended.map(({ row }) => row)).toEqual([0]);
  });
});

test('a valid layer on the grid is handed back as it is', () => {
  const table = tableOf([[[ring([0, 0], [1, 0], [1, 1], [0, 1])]], [[ring([1, 0], [2, 0], [2, 1], [1, 1])]]]);
  const { geometry, mended } = mendOutlines(table, geos);
  expect(geometry).toBe(table.geometry);
  expect(mended).toEqual([]);
});

test('a border that rounding folds over itself is mended, and the neighbour keeps the same line', () => {
  // The notch is 3e-8 degrees wide: on the grid its two sides fall on one line.
  const notch: Position[] = [
    [1, 0.4],
    [0.5, 0.40000002],
    [1, 0.40000003],
  ];
  const table = tableOf([[[ring([0, 0], [1, 0], ...notch, [1, 1], [0, 1])]], [[ring([1, 0], [2, 0], [2, 1], [1, 1], [1, 0.4])]]]);
  const { geometry } = mendOutlines(table, geos);
  const after = { ...table, geometry };
  expect(faults(after)).toEqual([]);
  expect(areaOf(after, 0) + areaOf(after, 1)).toBeCloseTo(2, 6);
});

test('where a mended border gets a vertex, so does the neighbour along it', () => {
  // The outline of the first crosses its own border with the second on the border's length.
  const table = tableOf([[[ring([0, 0], [1, 0], [1, 3], [0.5, 3], [1, 1.5], [0.5, 2], [0, 3])]], [[ring([1, 0], [2, 0], [2, 3], [1, 3])]]]);
  const { geometry } = mendOutlines(table, geos);
  const after = { ...table, geometry };
  expect(faults(after)).toEqual([]);
  const onBorder = (row: number) => new Set(verticesOf(after, row).filter((vertex) => vertex.startsWith('1 ')));
  for (const vertex of onBorder(0)) expect(onBorder(1)).toContain(vertex);
});

test('everything that is given away lies on the grid and is valid, whatever came', () => {
  const random = seeded(12);
  const rows: Nested = Array.from({ length: 150 }, () => {
    const count = 4 + Math.floor(random() * 12);
    // Half of them so small that rounding moves every vertex.
    const size = random() < 0.5 ? 3e-6 : 1;
    return [[ring(...Array.from({ length: count }, (): Position => [10 + size * random(), 5 + size * random()]))]];
  });
  const table = tableOf(rows);
  expect(faults(table).length).toBeGreaterThan(100);
  const { geometry } = mendOutlines(table, geos);
  expect(faults({ ...table, geometry })).toEqual([]);
  expect(geometry.coords.every((value) => Math.round(value * 1e7) / 1e7 === value)).toBe(true);
  expect(mendOutlines({ ...table, geometry }, geos).mended).toEqual([]);
});

test('an outline that crosses itself again and again is left as it is; the others of the level are mended', () => {
  const random = seeded(5);
  const scribble = ring(...Array.from({ length: 1200 }, (): Position => [Math.round(random() * 1e7) / 1e7, Math.round(random() * 1e7) / 1e7]));
  const table = tableOf([[[scribble]], [[ring([3, 0], [5, 2], [5, 0], [3, 2])]]]);
  const start = process.cpuUsage().user;
  const { geometry, mended } = mendOutlines(table, geos);
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(10);
  expect(mended.map(({ row }) => row)).toEqual([1]);
  expect(verticesOf({ ...table, geometry }, 0)).toEqual(verticesOf(table, 0));
  expect(geos.validity({ ...table, geometry }, 0)).not.toBeNull();
  expect(geos.validity({ ...table, geometry }, 1)).toBeNull();
});
