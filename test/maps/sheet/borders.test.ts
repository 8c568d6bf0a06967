/** What is drawn of units: each border once, no coast where the source has a gap, one outline for what is painted alike. */
import { expect, test } from 'vitest';
import { buildCoverage } from '../../../server/geometry/coverage.ts';
import { edgesOf, EM, haloOf, piecesOf } from '../../../server/maps/sheet/draw/halos.ts';
import { drawShapes, fitView } from '../../../server/maps/render/shapes.ts';
import { withList } from '../../../server/maps/sheet/layout.ts';
import { chooseProjection, type Box } from '../../../server/maps/sheet/projection.ts';
import { drawSheetShapes, fitSheet } from '../../../server/maps/sheet/shapes.ts';
import { columnOf, square } from '../../helpers/layers/ground.ts';
import { fakeUnit } from '../../helpers/units.ts';

const KM = 111.3 ** 2;
const tableOf = (squares: ReturnType<typeof square>[]) => {
  const units = squares.map((ring, i) => {
    const [west, south] = ring[0]!;
    const side = ring[1]![0] - west;
    return { ...fakeUnit({ level: 2, pcode: `XX${i}` }), areaSqKm: side * side * KM, center: [west + side / 2, south + side / 2] as [number, number] };
  });
  return { level: 2 as const, units, extra: [], geometry: columnOf(squares.map((ring) => ({ kind: 3, parts: [[ring]] }))) } as never;
};
const draw = (squares: ReturnType<typeof square>[], fillOf: number[], box: Box, parents: (string | null)[] = squares.map(() => 'A')) => {
  const table = tableOf(squares);
  const view = fitSheet(chooseProjection(box), box, { width: 400, height: 400 }, 8);
  const shapes = drawSheetShapes(table, new Map([[1, parents]]) as never, buildCoverage(table, []), view, {
    fillOf: Int32Array.from(fillOf),
    fills: Math.max(...fillOf) + 1,
  });
  const lengthOf = (d: string) => [...d.matchAll(/l(-?[\d.]+) ?(-?[\d.]+)/g)].reduce((sum, [, x, y]) => sum + Math.hypot(Number(x), Number(y)), 0);
  const line = (level: number, outer: boolean) =>
    shapes.lines.filter((each) => each.level === level && each.outer === outer).reduce((sum, { d }) => sum + lengthOf(d), 0);
  return { shapes, line, scale: view.scale * 111_300 };
};

test('what is painted alike is one outline, and the border between is drawn once, by what it parts', () => {
  const two = [square(0, 0, 1), square(1, 0, 1)];
  const { shapes, line, scale } = draw(two, [0, 0], [0, 0, 2, 1]);
  expect(shapes.areas.map(({ inner }) => inner.match(/M/g)!.length)).toEqual([1]);
  expect(Math.abs(line(2, false) / scale - 1)).toBeLessThan(0.02);
  expect(Math.abs(line(0, true) / scale - 6)).toBeLessThan(0.1);
  const parted = draw(two, [0, 1], [0, 0, 2, 1], ['A', 'B']);
  expect(parted.shapes.areas).toHaveLength(2);
  expect([parted.line(2, false), Math.abs(parted.line(1, false) / scale - 1) < 0.02]).toEqual([0, true]);
});

test.each([
  ['a gap', 0.0004],
  ['an overlap', -0.0004],
])('%s of the source between two units is one border of theirs, no coast', (_, apart) => {
  const { line, scale } = draw([square(0, 0, 1), square(1 + apart, 0, 1)], [0, 0], [0, 0, 2, 1]);
  // Upper and lower ends of a gap are open to the sea, and of no length.
  expect(line(0, true) / scale).toBeLessThan(8.1);
  expect(line(0, true) / scale).toBeGreaterThan(5.9);
});

test('a gap that is closed is no lake', () => {
  const ys = [0, 0.3, 0.4, 0.6, 0.7, 1];
  const notch = (west: number): ReturnType<typeof square> =>
    west === 0 ? [[0, 0], ...ys.map((y): [number, number] => [1, y]), [0, 1], [0, 0]] : [...ys.toReversed().map((y): [number, number] => [1, y]), [2, 0], [2, 1], [1, 1]]; // prettier-ignore
  const left = notch(0).map(([x, y]): [number, number] => (x === 1 && y > 0.35 && y < 0.65 ? [0.9997, y] : [x, y]));
  const { line, shapes, scale } = draw([left, notch(1)], [0, 1], [0, 0, 2, 1], ['A', 'B']);
  expect(Math.abs(line(0, true) / scale - 6)).toBeLessThan(0.1);
  expect(Math.abs(line(1, false) / scale - 1)).toBeLessThan(0.1);
  expect(shapes.areas).toHaveLength(2);
});

test('a crack within one unit, whose parts were joined, is no lake; a lake is one', () => {
  const width = (hole: number) => {
    const lake = [[0.5, 0.2], [0.5, 0.8], [0.5 + hole, 0.8], [0.5 + hole, 0.2], [0.5, 0.2]] as [number, number][]; // prettier-ignore
    const unit = { ...fakeUnit({ level: 2, pcode: 'XX0' }), areaSqKm: KM, center: [0.25, 0.5] as [number, number] };
    const table = { level: 2 as const, units: [unit], extra: [], geometry: columnOf([{ kind: 3, parts: [[square(0, 0, 1), lake]] }]) } as never;
    const box: Box = [0, 0, 1, 1];
    const coverage = buildCoverage(table, []);
    const sheet = drawSheetShapes(table, new Map(), coverage, fitSheet(chooseProjection(box), box, { width: 400, height: 400 }, 8), {
      fillOf: Int32Array.of(0),
      fills: 1,
    });
    const picture = drawShapes(table, new Map(), fitView(box, { x: 0, y: 0, width: 400, height: 400 }, 8), { coverage });
    const rings = (d: string) => d.match(/M/g)!.length;
    return [
      rings(sheet.lines.map(({ d }) => d).join('')),
      rings(sheet.areas[0]!.inner),
      rings(picture.lines.map(({ d }) => d).join('')),
      rings(picture.units[0]!),
    ];
  };
  expect([width(0.0003), width(0.1)]).toEqual([
    [1, 1, 1, 1],
    [2, 2, 2, 2],
  ]);
});

test('what lies beyond the page is left out; a unit too small for a ring is a dot', () => {
  const { shapes } = draw([square(0, 0, 1), square(1, 0, 1), square(40, 0, 1), square(0.5, -0.3, 0.002)], [0, 0, 1, 2], [0, 0, 2, 1]);
  expect([shapes.areas[1]!.inner, shapes.areas[2]!.inner]).toEqual(['', '']);
  expect(shapes.areas[2]!.dots).toMatch(/^M[\d.]+ [\d.]+a/);
});

test('a halo is the outer edge of letters, of few corners, in the middle of its place', () => {
  const o = 'M0 0L64 0L64 -64L0 -64ZM16 -16L16 -48L48 -48L48 -16Z';
  expect(edgesOf(o, 0, 0)).toHaveLength(1);
  expect(haloOf([{ edges: edgesOf(o, 0, 0), advance: EM }], 8, 100, 50)).toBe('M96 50l8 0l0-8l-8 0Z');
  expect([piecesOf('Bo'), piecesOf('صلاح الدين'), piecesOf('ရန်ကုန်').length]).toEqual([['B', 'o'], ['صلاح الدين'], 1]);
});

test('no page is made for a handful of names: they stand beside or below the map', () => {
  const sizes = { landscape: false, map: { width: 540, height: 560 }, side: { width: 150, height: 120 }, band: 120 } as never;
  const of = (count: number) => (own: never) => ({ sizes: own as { map: { height: number } }, placed: { list: Array.from({ length: count }) } });
  const at = (count: number, own = sizes) => withList(of(count)(own) as never, of(count) as never) as { listAt: string; sizes: { map: { height: number } } };
  expect([at(3).listAt, at(20).listAt, at(200).listAt]).toEqual(['below', 'below', 'behind']);
  expect(at(3).sizes.map.height).toBeLessThan(560);
  expect(at(3, { ...(sizes as object), landscape: true, side: { width: 150, height: 400 } } as never).listAt).toBe('beside');
});
