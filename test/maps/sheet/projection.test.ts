/** Projections against published coordinates; areas stay true. */
import { describe, expect, test } from 'vitest';
import { albers, azimuthal, chooseProjection, cylindrical, scaleAlong, type Projection } from '../../../server/maps/sheet/projection.ts';

const near = ([x, y]: readonly [number, number], [east, north]: readonly number[], metres: number) => {
  expect(Math.abs(x - east!), 'east').toBeLessThan(metres);
  expect(Math.abs(y - north!), 'north').toBeLessThan(metres);
};

describe('published coordinates (IOGP 373-7-2)', () => {
  test('Lambert azimuthal equal-area: ETRS89-extended / LAEA Europe', () => {
    const [x, y] = azimuthal(10, 52).project(5, 50);
    near([x + 4_321_000, y + 3_210_000], [3_962_799.45, 2_999_718.85], 0.02);
  });
  test('Albers: NAD83 / Great Lakes Albers', () => {
    const dms = (d: number, m: number, s: number) => d + m / 60 + s / 3600;
    const { project } = albers(-dms(84, 27, 21.438), dms(45, 34, 8.3172), dms(42, 7, 21.9888), dms(49, 0, 54.4572));
    const [x, y] = project(-78.75, 42.75);
    near([x + 1_000_000, y + 1_000_000], [1_466_493.492, 702_903.006], 0.02);
  });
});

test.each([
  ['cylindrical, along its parallel', cylindrical(38, 8), 41, 8],
  ['Albers, along the first parallel', albers(30, 48, 45, 51), 36, 45],
  ['Albers, along the second parallel', albers(30, 48, 45, 51), 25, 51],
  ['azimuthal, at its centre', azimuthal(-70, 6), -70, 6],
])('%s: lengths are true', (_, projection, lon, lat) => {
  expect(Math.abs(scaleAlong(projection, lon, lat) - 1)).toBeLessThan(1e-6);
  const [x, y] = projection.project(projection.lon0, projection.lat0);
  expect(Math.hypot(x, y)).toBeLessThan(1e-6);
});

const COUNTRIES: [name: string, box: [number, number, number, number], kind: Projection['kind']][] = [
  ['Ukraine', [22.1, 44.4, 40.2, 52.4], 'albers'],
  ['Chad', [13.5, 7.4, 24, 23.4], 'azimuthal'],
  ['Ethiopia', [33, 3.4, 48, 14.9], 'cylindrical'],
  ['Chile', [-75.7, -55.9, -66.4, -17.5], 'azimuthal'],
  ['Fiji, across 180°', [176.9, -20.7, 181.8, -12.5], 'azimuthal'],
];
test.each(COUNTRIES)('%s: areas of a grid stay true to 0.1 %%', (_, box, kind) => {
  const projection = chooseProjection(box);
  expect(projection.kind).toBe(kind);
  const [west, south, east, north] = box;
  const ratios: number[] = [];
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      const [w, e] = [west + ((east - west) * i) / 4, west + ((east - west) * (i + 1)) / 4];
      const [s, n] = [south + ((north - south) * j) / 4, south + ((north - south) * (j + 1)) / 4];
      ratios.push(areaOf(ringOf(w, s, e, n).map(([lon, lat]) => projection.project(lon, lat))) / bandArea(w, s, e, n));
    }
  expect(Math.max(...ratios) / Math.min(...ratios) - 1).toBeLessThan(0.001);
  expect(Math.abs(ratios[0]! - 1)).toBeLessThan(0.001);
});

test('Web Mercator would draw the north of Ukraine a third larger', () => {
  expect((Math.cos((44.4 * Math.PI) / 180) / Math.cos((52.4 * Math.PI) / 180)) ** 2).toBeGreaterThan(1.3);
});

/** Edges of many points, since a projection bends them. */
function ringOf(w: number, s: number, e: number, n: number): [number, number][] {
  const STEPS = 200;
  const side = (x1: number, y1: number, x2: number, y2: number) =>
    Array.from({ length: STEPS }, (_, i): [number, number] => [x1 + ((x2 - x1) * i) / STEPS, y1 + ((y2 - y1) * i) / STEPS]);
  return [...side(w, s, e, s), ...side(e, s, e, n), ...side(e, n, w, n), ...side(w, n, w, s)];
}
function areaOf(ring: readonly (readonly [number, number])[]): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    sum += x * y2 - x2 * y;
  });
  return Math.abs(sum) / 2;
}
/** Square metres on WGS 84 between two meridians and two parallels, by numbers: M·N·cos φ. */
function bandArea(w: number, s: number, e: number, n: number): number {
  const [A, E2, STEPS] = [6_378_137, 0.0066943799901413165, 2000];
  let sum = 0;
  for (let i = 0; i < STEPS; i++) {
    const lat = ((s + ((n - s) * (i + 0.5)) / STEPS) * Math.PI) / 180;
    const t = 1 - E2 * Math.sin(lat) ** 2;
    sum += ((A * A * (1 - E2) * Math.cos(lat)) / (t * t)) * ((((n - s) / STEPS) * Math.PI) / 180);
  }
  return sum * (((e - w) * Math.PI) / 180);
}
