/** Overlaps, gaps, slits and nesting against GEOS and against figures that can be worked out by hand. */
import type { Feature, Geometry, Position } from 'geojson';
import initGeos from 'geos-wasm';
import proj4 from 'proj4';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import { buildEdges, findEdge, VertexTable } from '../../../server/geometry/overlay/edges.ts';
import { RingLocator, pointInside } from '../../../server/geometry/overlay/faces.ts';
import { metresOf } from '../../../server/geometry/ellipsoid.ts';
import { frameAt, toX, toY } from '../../../server/geometry/overlay/frame.ts';
import { Geos } from '../../../server/geometry/overlay/geos.ts';
import { UnitLocator } from '../../../server/geometry/overlay/locate.ts';
import { inscribedCircle, measure, ringArea, toOverlay } from '../../../server/geometry/overlay/measure.ts';
import { analyzeLevel, NOISE_M2 } from '../../../server/geometry/overlay/overlay.ts';
import { toTable } from '../../helpers/boundaryTables.ts';

let geos: Geos;
let raw: Awaited<ReturnType<typeof initGeos>>;
beforeAll(async () => {
  geos = await Geos.create();
  raw = await initGeos();
});

/** mulberry32: the same numbers each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const toFeature = (geometry: Geometry, i: number): Feature => ({ type: 'Feature', properties: { pcode: `XN${String(i).padStart(4, '0')}` }, geometry });
const round7 = (value: number) => Math.round(value * 1e7) / 1e7;

/** A grid of cells with shaken corners and shared wiggly sides; a share of the units then gets its own vertices, shifts or losses. */
function randomCoverage(seed: number, size: number, dirt: number): FeatureTable {
  const next = random(seed);
  const shake = () => (next() - 0.5) * 0.006;
  const nodes = Array.from({ length: size + 1 }, (_, y) =>
    Array.from({ length: size + 1 }, (_, x): Position => [round7(20 + x * 0.01 + shake()), round7(5 + y * 0.01 + shake())]),
  );
  const side = (a: Position, b: Position): Position[] => {
    const count = Math.floor(next() * 4);
    return Array.from({ length: count }, (_, i): Position => {
      const t = (i + 1) / (count + 1);
      return [round7(a[0]! + (b[0]! - a[0]!) * t + shake() / 6), round7(a[1]! + (b[1]! - a[1]!) * t + shake() / 6)];
    });
  };
  const east = nodes.map((row) => row.slice(0, -1).map((node, x) => side(node, row[x + 1]!)));
  const north = nodes.slice(0, -1).map((row, y) => row.map((node, x) => side(node, nodes[y + 1]![x]!)));
  const features: Feature[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (next() < dirt / 4) continue;
      let ring = [
        nodes[y]![x]!,
        ...east[y]![x]!,
        nodes[y]![x + 1]!,
        ...north[y]![x + 1]!,
        nodes[y + 1]![x + 1]!,
        ...east[y + 1]![x]!.toReversed(),
        nodes[y + 1]![x]!,
        ...north[y]![x]!.toReversed(),
      ];
      if (next() < dirt) ring = ring.map(([px, py]): Position => (next() < 0.5 ? [round7(px! + shake() / 10), round7(py! + shake() / 10)] : [px!, py!]));
      features.push(toFeature({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, features.length));
      if (next() < dirt / 8) features.push(toFeature({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, features.length));
    }
  }
  return toTable(2, features);
}

const wkt = (table: FeatureTable, row: number) => {
  const { rows, polygons, rings, coords } = table.geometry;
  const ring = (r: number) =>
    `(${Array.from({ length: rings[r + 1]! - rings[r]! }, (_, i) => `${coords[2 * (rings[r]! + i)]} ${coords[2 * (rings[r]! + i) + 1]}`).join(',')})`;
  const parts: string[] = [];
  for (let p = rows[row]!; p < rows[row + 1]!; p++)
    parts.push(`(${Array.from({ length: polygons[p + 1]! - polygons[p]! }, (_, i) => ring(polygons[p]! + i)).join(',')})`);
  return `MULTIPOLYGON(${parts.join(',')})`;
};

function readWkt(text: string): number {
  const reader = raw.GEOSWKTReader_create();
  const size = text.length + 1;
  const pointer = raw.Module['_malloc'](size);
  raw.Module.stringToUTF8(text, pointer, size);
  const geometry = raw.GEOSWKTReader_read(reader, pointer);
  raw.Module['_free'](pointer);
  raw.GEOSWKTReader_destroy(reader);
  return geometry;
}

function areaOf(geometry: number): number {
  const pointer = raw.Module['_malloc'](8);
  raw.GEOSArea(geometry, pointer);
  const area = raw.Module.getValue(pointer, 'double');
  raw.Module['_free'](pointer);
  return area;
}

/** Square degrees at 5 degrees north in square metres. */
const M2 = (() => {
  const frame = frameAt(20, 5);
  return frame.kx * (toY(frame, 5.001) - toY(frame, 4.999)) * 500;
})();

/** The slow obvious way: every pair intersected, and the area of the union with its holes filled less the union. */
function bruteForce(table: FeatureTable) {
  const valid = [...table.units.keys()].map((row) => raw.GEOSMakeValid(readWkt(wkt(table, row))));
  const overlaps = new Map<string, number>();
  for (let a = 0; a < valid.length; a++) {
    for (let b = a + 1; b < valid.length; b++) {
      if (raw.GEOSIntersects(valid[a]!, valid[b]!) !== 1) continue;
      const area = areaOf(raw.GEOSIntersection(valid[a]!, valid[b]!)) * M2;
      if (area > NOISE_M2) overlaps.set(`${a}/${b}`, area);
    }
  }
  let union = valid[0]!;
  for (const geometry of valid.slice(1)) union = raw.GEOSUnion(union, geometry);
  let gaps = 0;
  for (let i = 0; i < raw.GEOSGetNumGeometries(union); i++) {
    const part = raw.GEOSGetGeometryN(union, i);
    for (let k = 0; k < raw.GEOSGetNumInteriorRings(part); k++) {
      const hole = raw.GEOSGeom_createPolygon(raw.GEOSGeom_clone(raw.GEOSGetInteriorRingN(part, k)), 0, 0);
      gaps += areaOf(raw.GEOSDifference(hole, union)) * M2;
    }
  }
  return { overlaps, gaps };
}

describe('against GEOS on random coverages', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('overlaps and gaps, seed %i', (seed) => {
    const table = randomCoverage(seed, 7, seed % 2 === 0 ? 0.15 : 0.6);
    const expected = bruteForce(table);
    const found = analyzeLevel(table, buildEdges(table), geos);
    const areas = new Map(found.overlaps.map(({ a, b, areaM2 }) => [`${a}/${b}`, areaM2]));
    expect([...areas.keys()].sort()).toEqual([...expected.overlaps.keys()].sort());
    for (const [pair, area] of areas) expect(Math.abs(area - expected.overlaps.get(pair)!)).toBeLessThan(0.01 + 0.001 * area);
    const gaps = found.gaps.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    // Vertices within a millimetre are one here, which moves each border by that much at most.
    expect(Math.abs(gaps - expected.gaps)).toBeLessThan(5 + 0.001 * expected.gaps);
  });

  test('a clean coverage has nothing', () => {
    const found = analyzeLevel(...withEdges(randomCoverage(11, 12, 0)), geos);
    expect(found).toEqual({ overlaps: [], gaps: [], slits: [], unshared: [] });
  });

  test('validity of random rings', () => {
    const next = random(5);
    let invalid = 0;
    for (let i = 0; i < 300; i++) {
      const points = Array.from({ length: 3 + Math.floor(next() * 5) }, (): Position => [round7(20 + next()), round7(5 + next())]);
      const table = toTable(1, [toFeature({ type: 'Polygon', coordinates: [[...points, points[0]!]] }, 0)]);
      const expected = !crossesItself(points);
      expect(geos.validity(table, 0) === null).toBe(expected);
      if (!expected) invalid += 1;
    }
    expect(invalid).toBeGreaterThan(50);
  });
});

/** Any two sides that are no neighbours cross; random points are never in line. */
function crossesItself(points: Position[]): boolean {
  const count = points.length;
  const side = (a: Position, b: Position, c: Position) => (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!) > 0;
  for (let i = 0; i < count; i++) {
    for (let j = i + 2; j < count - (i === 0 ? 1 : 0); j++) {
      const [a, b, c, d] = [points[i]!, points[i + 1]!, points[j]!, points[(j + 1) % count]!];
      if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) return true;
    }
  }
  return false;
}

const withEdges = (table: FeatureTable) => [table, buildEdges(table)] as const;

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const units = (...rings: Position[][]) =>
  toTable(
    2,
    rings.map((ring, i) => toFeature({ type: 'Polygon', coordinates: [ring] }, i)),
  );

describe('overlaps', () => {
  test('a unit inside another, an exact duplicate and a whole layer twice', () => {
    expect(analyzeLevel(...withEdges(units(square(20, 5, 1), square(20.4, 5.4, 0.1))), geos).overlaps).toHaveLength(1);
    expect(analyzeLevel(...withEdges(units(square(20, 5, 1), square(20, 5, 1))), geos).overlaps).toMatchObject([{ a: 0, b: 1 }]);
    const grid = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => square(20 + x / 8, 5 + y / 8, 1 / 8)));
    const twice = analyzeLevel(...withEdges(units(...grid, ...grid)), geos).overlaps;
    expect(twice.map(({ a, b }) => [a, b]).sort((p, q) => p[0]! - q[0]!)).toEqual(grid.map((_, i) => [i, i + 9]));
  });

  test('is followed to units that no free edge touches', () => {
    // A second layer of nine cells lies inside one great unit: its middle cell borders on cells only.
    const cells = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => square(20.25 + x / 8, 5.25 + y / 8, 1 / 8)));
    const { overlaps } = analyzeLevel(...withEdges(units(square(20, 5, 1), ...cells)), geos);
    expect(new Set(overlaps.map(({ b }) => b))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  test('5,000 units are still judged', () => {
    const cells = Array.from({ length: 5000 }, (_, i) => square(20 + (i % 100) / 64, 5 + Math.floor(i / 100) / 64, 1 / 64));
    cells.push(square(20.5 + 1 / 256, 5.25 + 1 / 256, 1 / 128));
    expect(analyzeLevel(...withEdges(units(...cells)), geos).overlaps).toHaveLength(1);
  });
});

describe('gaps', () => {
  test('an island in a lake leaves the ring around it', () => {
    const shore = toTable(2, [
      toFeature({ type: 'Polygon', coordinates: [square(20, 5, 1), square(20.25, 5.25, 0.5).toReversed()] }, 0),
      toFeature({ type: 'Polygon', coordinates: [square(20.375, 5.375, 0.25)] }, 1),
    ]);
    const { gaps } = analyzeLevel(...withEdges(shore), geos);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]!.around).toEqual([0, 1]);
    expect(gaps[0]!.areaM2 / M2).toBeCloseTo(0.25 - 0.0625, 3);
  });

  test('sea between islands is no gap', () => {
    expect(analyzeLevel(...withEdges(units(square(20, 5, 1), square(22, 5, 1))), geos).gaps).toEqual([]);
  });

  test('unclosed, empty and unreadable rings do no harm', () => {
    const table = units(
      square(20, 5, 1),
      [[21, 5]],
      [
        [21, 5],
        [21, 5],
        [21, 5],
        [21, 5],
      ],
      [
        [NaN, 5],
        [22, 6],
        [21, 6],
        [NaN, 5],
      ],
    );
    const found = analyzeLevel(...withEdges(table), geos);
    expect(found.overlaps).toEqual([]);
    expect(geos.validity(table, 1)).not.toBeNull();
  });
});

/** EPSG:6933 area of a quadrangle of one degree at the equator, by PROJ's formulas. */
const QUAD = (() => {
  const toGrid = proj4('+proj=cea +lon_0=0 +lat_ts=30 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs');
  const [x, y] = toGrid.forward([1, 1]);
  return (x * y) / 1e6;
})();

describe('measures', () => {
  test('a degree of latitude and of longitude at 60 north', () => {
    expect(metresOf(20, 59.5, 20, 60.5)).toBeCloseTo(111_414, -2);
    expect(metresOf(20, 60, 21, 60)).toBeCloseTo(55_800, -2);
  });

  test('areas are those of the ellipsoid: one degree at the equator', () => {
    expect(measure([[Float64Array.from(square(0, 0, 1).flat())]]).areaM2 / 1e6).toBeCloseTo(QUAD, 3);
  });

  test.each([
    [5, 2000],
    [0.4, 300],
    [300, 300],
  ])('a strip of %f by %f metres, turned', (width, length) => {
    const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
    const ring = [
      [0, 0],
      [length, 0],
      [length, width],
      [0, width],
      [0, 0],
    ].flatMap(([x, y]) => [x! * cos - y! * sin, x! * sin + y! * cos]);
    const { radius } = inscribedCircle([Float64Array.from(ring)]);
    expect((2 * radius) / width).toBeGreaterThan(0.94);
    expect((2 * radius) / width).toBeLessThanOrEqual(1.0001);
    expect(ringArea(Float64Array.from(ring))).toBeCloseTo(width * length, 4);
  });

  test('overlays stay small', () => {
    const circle = Float64Array.from(Array.from({ length: 5001 }, (_, i) => [20 + Math.cos((i / 2500) * Math.PI), 5 + Math.sin((i / 2500) * Math.PI)]).flat());
    const overlay = toOverlay([[circle]]);
    expect(overlay.type === 'Polygon' && overlay.coordinates[0]!.length).toBeLessThanOrEqual(302);
  });
});

test('a vertex table finds what it holds, also after growing', () => {
  const table = new VertexTable(4);
  const ids = Array.from({ length: 1000 }, (_, i) => table.add(i * 17, -i));
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id, i) => table.find(i * 17, -i) === id && table.add(i * 17, -i) === id)).toBe(true);
  expect(table.find(5, 5)).toBe(-1);
});

test('edges know both sides', () => {
  const set = buildEdges(units(square(20, 5, 1), square(21, 5, 1)));
  const shared = findEdge(set, set.vertices.find(21e8, 5e8), set.vertices.find(21e8, 6e8));
  expect(new Set([set.left[shared], set.right[shared]])).toEqual(new Set([0, 1]));
  expect(set.balance[shared]).toBe(0);
  expect(set.count).toBe(7);
});

test('points are located as by walking the ring', () => {
  const next = random(9);
  const ring = Float64Array.from(
    Array.from({ length: 400 }, (_, i) => [Math.cos(i / 63.66) * (1 + 0.3 * Math.sin(i)), Math.sin(i / 63.66) * (1 + 0.3 * Math.sin(i))]).flat(),
  );
  const closed = Float64Array.from([...ring, ring[0]!, ring[1]!]);
  const locator = new RingLocator([closed]);
  for (let k = 0; k < 2000; k++) {
    const [x, y] = [next() * 3 - 1.5, next() * 3 - 1.5];
    let inside = false;
    for (let i = 2; i < closed.length; i += 2) {
      const [y0, y1] = [closed[i - 1]!, closed[i + 1]!];
      if (y0 > y !== y1 > y && x < closed[i - 2]! + ((y - y0) / (y1 - y0)) * (closed[i]! - closed[i - 2]!)) inside = !inside;
    }
    expect(locator.contains(x, y)).toBe(inside);
  }
  expect(locator.contains(...pointInside([closed]))).toBe(true);
  expect(new UnitLocator(units(square(20, 5, 1), square(20.5, 5, 1))).at(20.75, 5.5)).toEqual([0, 1]);
});

test('the frame is equal-area far from its centre', () => {
  const frame = frameAt(20, 45);
  const height = toY(frame, 1) - toY(frame, 0);
  expect(((toX(frame, 21) - toX(frame, 20)) * height) / 1e6).toBeCloseTo(QUAD, 3);
});

describe('hostile outlines', () => {
  test('a scribble of 4,000 crossing strokes is refused with its reason, not computed for ever', () => {
    const next = random(3);
    const points = Array.from({ length: 4000 }, (): Position => [20 + next(), 5 + next()]);
    expect(() => analyzeLevel(...withEdges(units([...points, points[0]!])), geos)).toThrow(expect.objectContaining({ code: 'read.tooMany' }));
  });

  test('thousands of copies of one unit', () => {
    expect(() => analyzeLevel(...withEdges(units(...Array.from({ length: 10_000 }, () => square(20, 5, 1)))), geos)).toThrow(
      expect.objectContaining({ code: 'read.tooMany' }),
    );
  });
});
