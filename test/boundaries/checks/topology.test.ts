/** Families T3 and T4: one border is told once, and what is one line is told as one line. */
import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { topologyChecks } from '../../../server/boundaries/checks/topology.ts';
import { runChecks } from '../../../server/checks/run.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { itemDetail } from '../../../server/words/clauses.ts';
import { rawLayer } from '../../helpers/rawLayers.ts';

/** Two districts, one south and one north of a border from 20 to 21° E at 5° N, which each draws by itself. */
async function judge(south: Position[], north: Position[]) {
  const rows = [[[[[20, 4], [21, 4], ...south, [20, 4]]]], [[[[20, 6], ...north, [21, 6], [20, 6]]]]] as [number, number][][][][];
  const layer = rawLayer('x', { adm1_name: ['South', 'North'], adm1_pcode: ['SL1', 'SL2'] }, rows);
  const boundaries = normalizeBoundaries([layer], { country: 'SLE' as Iso3 });
  const published = boundaries.levels.map(({ table }) => table);
  const results = await runChecks(topologyChecks, { boundaries, coverage: null, published, previous: null, metadata: null, today: '2026-01-01' });
  return results.flatMap(({ findings }) =>
    findings.flatMap(({ code, severity, items }) => items.map((item) => ({ code, severity, item, said: itemDetail(item, 'en') }))),
  );
}
const straight: Position[] = [
  [21, 5],
  [20, 5],
];
/** From west to east; `off` is how far north of the line its vertices lie, at the given longitudes. The last one is the end of the border. */
const drawn = (...vertices: [lon: number, off: number][]): Position[] => [[20, 5], ...vertices.map(([lon, off]): Position => [lon, 5 + off])];

test('a straight border that the neighbour draws to an end two centimetres off opens along 111 km, and is one slit', async () => {
  const found = await judge(straight, drawn([21, 2e-7]));
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['topology.slit', 'warning']]);
  const [{ item, said }] = found as [(typeof found)[number]];
  expect(item).toMatchObject({ pcodes: ['SL1', 'SL2'], rows: [1, 2] });
  expect(item.widthM).toBeGreaterThan(0.02);
  expect(item.widthM).toBeLessThan(0.0225);
  expect(item.lengthM).toBeGreaterThan(100_000);
  // The whole border is drawn on the map, not one end of it.
  expect(item.bbox![0]).toBeLessThan(20.02);
  expect(item.bbox![2]).toBeGreaterThan(20.98);
  expect(said).toMatch(/^SL1 and SL2 are up to 2\.\d\d? cm apart for 1\d\d km/);
});

test.each([
  ['its end', drawn([21, 5e-8]), '5.\\d+ mm'],
  ['its end, hardly', drawn([21, 2e-8]), '2.\\d+ mm'],
  ['each of many vertices', drawn(...Array.from({ length: 100 }, (_, i): [number, number] => [20 + (i + 1) / 100, i % 2 ? 5e-8 : 6e-8])), '6.\\d+ mm'],
])('less than a centimetre is one line with other vertices, told once: %s', async (_, north, width) => {
  const found = await judge(straight, north);
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['topology.unshared-vertex', 'info']]);
  expect(found[0]!.said).toMatch(new RegExp(`^SL1 and SL2 draw the same border with different vertices, at most ${width} apart, over`));
});

test('slits of one border at several places are one occurrence', async () => {
  const apart = 0.02;
  const near = 5e-5;
  const found = await judge(straight, [
    [20, 5 + apart],
    ...drawn([20.1, apart], [20.2, near], [20.3, near], [20.4, apart], [20.6, apart], [20.7, near], [20.75, near], [20.8, apart], [21, apart]).slice(1),
  ]);
  expect(found.map(({ code }) => code)).toEqual(['topology.slit']);
  expect(found[0]!.said).toMatch(/^SL1 and SL2 are up to \d\.\d+ m apart for 1\d(\.\d)? km$/);
});

test('gap slivers along one border are one occurrence, with their count, summed area and greatest width', async () => {
  // Three lens-shaped gaps, 2.2, 3.3 and 5.5 m wide, and one of 33 m that is told by itself.
  const gap = (lon: number, metres: number): [number, number][] => [[lon, 0], [lon + 0.01, metres / 111_195], [lon + 0.02, 0]]; // prettier-ignore
  const found = await judge(
    [[21, 5], ...[0.8, 0.6, 0.4, 0.2].flatMap((x): Position[] => [[20.02 + x, 5], [20 + x, 5]]), [20, 5]],
    drawn(...gap(20.2, 2.2), ...gap(20.4, 5.5), ...gap(20.6, 3.3), ...gap(20.8, 33), [21, 0]),
  ); // prettier-ignore
  expect(found.map(({ code }) => code).sort()).toEqual(['topology.gap-narrow', 'topology.gap-sliver']);
  const { item, said } = found.find(({ code }) => code === 'topology.gap-sliver')!;
  expect(item).toMatchObject({ pcodes: ['SL1', 'SL2'], rows: [1, 2], values: { places: 3 } });
  // Triangles with a base of 0.02 degrees.
  const base = 0.02 * 111_320 * Math.cos((5 * Math.PI) / 180);
  expect(item.areaM2! / ((base * (2.2 + 3.3 + 5.5)) / 2)).toBeCloseTo(1, 1);
  expect(item.widthM!).toBeGreaterThan(5);
  expect(item.widthM!).toBeLessThan(5.6);
  expect(item.places).toHaveLength(3);
  expect(item.at![0]).toBeCloseTo(20.41, 2);
  expect([item.bbox![0].toFixed(2), item.bbox![2].toFixed(2)]).toEqual(['20.20', '20.62']);
  expect((item.overlay as { coordinates: unknown[] }).coordinates).toHaveLength(3);
  expect(said).toMatch(/^3 holes of 12,132 m² together, up to 5\.\d+ m wide, between SL1, SL2$/);
});

test('a vertex on the line of the neighbour is told as one, and not again where the two overlap', async () => {
  const only = await judge(straight, drawn([20.5, 0], [21, 0]));
  expect(only.map(({ code, said }) => [code, said])).toEqual([['topology.unshared-vertex', '1 vertex between SL1 and SL2 exists in one of them only']]);
  const both = await judge(straight, drawn([20.25, 0], [20.5, 0], [20.75, -0.001], [21, 0]));
  expect(both.map(({ code }) => code)).toEqual(['topology.overlap']);
});
