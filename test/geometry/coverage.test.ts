import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { GeometryColumn } from '../../server/contract/admin.ts';
import { readGeoJson } from '../../server/formats/geojson/read.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { buildCoverage, dissolveLevel } from '../../server/geometry/coverage.ts';
import { equalAreaKm2, isInRow, ringArea } from '../../server/geometry/ring.ts';
import { invalidRows } from './geos.ts';
import { roughGrid, seeded, star, toColumn, toNested, type Nested, type Position } from './shapes.ts';

const key = ([x, y]: Position) => `${Math.round(x * 1e7)},${Math.round(y * 1e7)}`;

/** Directed edges of some rows, those that occur in both directions taken away: the outline, found the slow way. */
function outline(rows: Nested): string[] {
  const edges = new Map<string, number>();
  for (const ring of rows.flat(2)) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [key(ring[i - 1]!), key(ring[i]!)];
      const back = edges.get(`${b} ${a}`) ?? 0;
      if (back > 0) edges.set(`${b} ${a}`, back - 1);
      else edges.set(`${a} ${b}`, (edges.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return [...edges]
    .filter(([, n]) => n > 0)
    .map(([edge, n]) => `${edge} ${n}`)
    .sort();
}

/** Ring from its least position on, so that two spellings of one ring compare equal. */
function canonical(ring: Position[]): Position[] {
  const open = ring.slice(1);
  const least = open.reduce((best, p, i) => (key(p) < key(open[best]!) ? i : best), 0);
  return [...open.slice(least), ...open.slice(0, least)];
}

const table = (geometry: GeometryColumn) => ({ level: 3 as const, geometry });
const upper = (unitOfBase: number[], units = Math.max(...unitOfBase) + 1) => ({ level: 1 as const, unitOfBase: Int32Array.from(unitOfBase), units });

describe('arcs', () => {
  test('put together again they are the input rings, however those begin and turn', () => {
    const random = seeded(5);
    const cells = roughGrid(random, 9, 7);
    const spelt = cells.map((row) =>
      row.map((polygon) =>
        polygon.map((ring) => {
          const start = Math.floor(random() * (ring.length - 1));
          const turned = [...ring.slice(start, -1), ...ring.slice(0, start)];
          const closed = [...turned, turned[0]!];
          return random() < 0.5 ? closed.toReversed() : closed;
        }),
      ),
    );
    const coverage = buildCoverage(table(toColumn(spelt)), []);
    const again = toNested(dissolveLevel(coverage, 3));
    expect(again.map((row) => canonical(row[0]![0]!))).toEqual(cells.map((row) => canonical(row[0]![0]!)));
  });

  test('each line of a clean coverage is stored once, between its two units', () => {
    const coverage = buildCoverage(table(toColumn(roughGrid(seeded(6), 10, 8, { detail: 6 }))), []);
    // 10 × 9 lines along and 11 × 8 up; the corner cells' two outer sides are one arc each.
    expect(coverage.left.length).toBe(10 * 9 + 11 * 8 - 4);
    let outer = 0;
    for (let arc = 0; arc < coverage.left.length; arc++) {
      const [left, right] = [coverage.left[arc]!, coverage.right[arc]!];
      expect(left).not.toBe(right);
      if (left < 0 || right < 0) outer++;
      else expect([1, 10]).toContain(Math.abs(left - right));
    }
    expect(outer).toBe(2 * (10 + 8) - 4);
  });

  test('islands, enclaves, lakes and units that touch in one point', () => {
    const box = (x: number, y: number, size: number): Position[] => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    const rows: Nested = [[[box(0, 0, 6), box(1, 1, 2).reverse()], [box(20, 0, 1)]], [[box(1, 1, 2)]], [[box(6, 6, 2)]], []];
    const coverage = buildCoverage(table(toColumn(rows)), [upper([0, 0, 1, 1])]);
    expect(toNested(dissolveLevel(coverage, 3)).map((row) => row.map((polygon) => polygon.map(canonical)))).toEqual(
      rows.map((row) => row.map((polygon) => polygon.map(canonical))),
    );
    expect(toNested(dissolveLevel(coverage, 1)).map((row) => row.map((polygon) => polygon.length))).toEqual([[1, 1], [1]]);
  });
});

describe('dissolve', () => {
  test('random units of random coverages have the outline of their children, valid by GEOS', async () => {
    const random = seeded(42);
    for (let round = 0; round < 25; round++) {
      const [columns, rows] = [3 + Math.floor(random() * 9), 3 + Math.floor(random() * 9)];
      const cells = roughGrid(random, columns, rows, { detail: 1 + Math.floor(random() * 5) });
      // Few units, so that holes, enclaves and corners that touch abound.
      const unitOfBase = cells.map(() => Math.floor(random() * 4));
      const coverage = buildCoverage(table(toColumn(cells)), [upper(unitOfBase, 4)]);
      const geometry = dissolveLevel(coverage, 1);
      const united = toNested(geometry);
      for (let unit = 0; unit < 4; unit++) {
        expect(outline([united[unit]!])).toEqual(outline(cells.filter((_, cell) => unitOfBase[cell] === unit)));
        for (const [shell, ...holes] of united[unit]!) {
          const [flat, ...flatHoles] = [shell!, ...holes].map((ring) => ring.flat());
          expect(ringArea(flat!, 0, shell!.length)).toBeGreaterThan(0);
          flatHoles.forEach((hole, i) => expect(ringArea(hole, 0, holes[i]!.length)).toBeLessThan(0));
        }
      }
      expect(await invalidRows(geometry)).toEqual([]);
    }
  });

  test('areas add up', () => {
    const cells = toColumn(roughGrid(seeded(8), 12, 12));
    const unitOfBase = Array.from({ length: 144 }, (_, i) => (i * 7) % 5);
    const coverage = buildCoverage(table(cells), [upper(unitOfBase), { level: 0, unitOfBase: new Int32Array(144), units: 1 }]);
    const sum = (geometry: GeometryColumn) => Array.from(geometry.kinds, (_, row) => equalAreaKm2(geometry, row)).reduce((a, b) => a + b, 0);
    const whole = sum(cells);
    expect(sum(dissolveLevel(coverage, 1)) / whole).toBeCloseTo(1, 10);
    expect(sum(dissolveLevel(coverage, 0)) / whole).toBeCloseTo(1, 10);
    expect(toNested(dissolveLevel(coverage, 0))).toMatchObject([[[{}]]]);
  });

  test('dirty coverages neither throw nor lose area: overlaps, repeated units, gaps, crossing rings, spikes', () => {
    const random = seeded(99);
    for (let round = 0; round < 30; round++) {
      const stars: Nested = Array.from({ length: 12 }, () => [[star(random, random() * 3, random() * 3, 1, 3 + Math.floor(random() * 12))]]);
      const twice = [...stars, stars[0]!, stars[1]!];
      const crossed: Position[] = Array.from({ length: 9 }, () => [random() * 3, random() * 3]);
      twice.push([[[...crossed, crossed[0]!]]]);
      const spike: Position[] = [
        [0, 0],
        [5, 5],
        [0, 0],
        [1, 0],
        [0, 0],
      ];
      twice.push([[spike]]);
      const unitOfBase = twice.map((_, i) => i % 2);
      const coverage = buildCoverage(table(toColumn(twice)), [upper(unitOfBase, 2)]);
      const geometry = dissolveLevel(coverage, 1);
      // Points inside a star must be inside its unit or inside an overlap of two of its children (even-odd), never lost otherwise.
      for (let i = 0; i < 50; i++) {
        const [x, y] = [random() * 3, random() * 3];
        const within = twice.filter((row, r) => unitOfBase[r] === 0 && r < 14 && isInRow(toColumn([row]), 0, x, y)).length;
        if (within === 1) expect(toNested(geometry)[0]!.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('real files', () => {
  const path = '../shared/data/phl/ab/phl_admin3_2025_v03.geojson';
  test.skipIf(!existsSync(path))(`${path}: adm2 dissolved from adm3 (skipped where it is absent)`, () => {
    const layer = readGeoJson({ name: path, source: bytesSource(readFileSync(path)) });
    const codes = layer.columns.find(({ name }) => name === 'adm2_pcode')!.values as string[];
    const units = [...new Set(codes)];
    const coverage = buildCoverage(table(layer.geometry), [upper(codes.map((code) => units.indexOf(code)))]);
    const geometry = dissolveLevel(coverage, 1);
    expect(geometry.kinds.length).toBe(units.length);
    for (let row = 0; row < units.length; row++) {
      const parts = codes.flatMap((code, i) => (code === units[row] ? [equalAreaKm2(layer.geometry, i)] : []));
      expect(equalAreaKm2(geometry, row) / parts.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2);
    }
  });
});
