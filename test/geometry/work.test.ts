/** Shapes made to be slow end soon: as an answer, as a check that broke off, or as `read.tooMany`; and coordinates that no place has go no further. */
import { describe, expect, test } from 'vitest';
import type { Position } from 'geojson';
import { runBoundaryIngest, type BoundaryResult } from '../../server/boundaries/pipeline.ts';
import { type Iso3, toBoundariesId } from '../../server/contract/ids.ts';
import { CodmapError } from '../../server/errors.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { editSimilarity } from '../../server/matching/similarity.ts';
import { seeded } from './shapes.ts';

type Polygon = Position[][];
const SLE = 'SLE' as Iso3;
/** Of one processor. The slowest takes 5 on a quiet one; without its budget each took minutes or never came to an end. */
const SECONDS = 40;
/** Vertices of each file: about 80 kB. */
const N = 2000;

const next = seeded(7);
const closed = (ring: Position[]): Position[] => [...ring, ring[0]!];
const square = (x: number, y: number, size: number) => [x, y, x + size, y + size] as const;
const box = (west: number, south: number, east: number, north: number): Position[] =>
  closed([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: Math.floor(count) }, (_, i) => make(i));
const circle = (vertices: number, radius = 1, shift = 0) =>
  closed(many(vertices, (i) => [-11 + shift + radius * Math.cos((2 * Math.PI * i) / vertices), 8 + radius * Math.sin((2 * Math.PI * i) / vertices)]));

/** Rows of polygons. */
const SHAPES: Record<string, () => Polygon[][]> = {
  'a scribble': () => [[[closed(many(N, () => [-12 + 2 * next(), 7 + 2 * next()]))]]],
  'twenty scribbles on each other': () => many(20, () => [[closed(many(N / 20, () => [-12 + 2 * next(), 7 + 2 * next()]))]]),
  'two combs across each other': () => [
    [[closed([...many(N / 4, (i): Position[] => [[-12 + (4 * i) / N, 7], [-12 + (4 * i + 1) / N, 9]]).flat(), [-11, 6.9]])]], // prettier-ignore
    [[closed(many(N / 4, (i): Position[] => [[-12.1, 7 + (4 * i) / N], [-10.9, 7 + (4 * i + 1) / N]]).flat())]], // prettier-ignore
  ],
  'squares laid on each other, each a little aside': () => many(N / 5, (i) => [[box(...square(-12 + i * 1e-5, 7, 1))]]),
  'one square many times': () => many(N / 5, () => [[box(...square(-12, 7, 1))]]),
  'circles laid on each other': () => many(50, (i) => [[circle(N / 50, 1, i * 1e-4)]]),
  'squares within squares': () => [many(N / 5, (i) => [box(...square(-12 + i * 1e-5, 7 + i * 1e-5, 1 - 2e-5 * i))])],
  'a unit full of holes': () => [
    [[box(...square(-12, 7, 1)), ...many(N / 5, () => box(...square(-11.999 + 0.9 * next(), 7.001 + 0.9 * next(), 5e-4)).reverse())]],
  ],
  'triangles that meet in one point': () => [
    many(N / 4, (i) => [
      [[-11, 8], ...[0, 0.5].map((turn): Position => [-11 + Math.cos((8 * Math.PI * (i + turn)) / N), 8 + Math.sin((8 * Math.PI * (i + turn)) / N)]), [-11, 8]],
    ]),
  ],
  'the whole world, and a speck with many vertices': () => [[[box(-179, -84, 179, 84)]], [[circle(N, 1e-3)]]],
  'slivers around the world': () => many(N / 5, (i) => [[closed([[-179, -80 + (800 * i) / N], [179, -79.999 + (800 * i) / N], [179, -79.9989 + (800 * i) / N], [-179, -79.9999 + (800 * i) / N]])]]), // prettier-ignore
  'a zigzag over the full height': () => [[[closed([...many(N, (i): Position => [-12 + i / N, i % 2 ? 9 : 7]), [-11, 6], [-12, 6]])]]],
  'one place, again and again': () => [[[many(N, (): Position => [-12, 7])]]],
};

const toFile = (rows: Polygon[][]) => ({
  name: 'sle_admin1.geojson',
  source: bytesSource(
    new TextEncoder().encode(
      JSON.stringify({
        type: 'FeatureCollection',
        features: rows.map((coordinates, i) => ({
          type: 'Feature',
          properties: { adm1_pcode: `SL${String(i).padStart(3, '0')}`, adm1_name: `Unit ${i}`, adm0_pcode: 'SL', adm0_name: 'Sierra Leone' },
          geometry: { type: 'MultiPolygon', coordinates },
        })),
      }),
    ),
  ),
});
const ingest = (rows: Polygon[][]) =>
  runBoundaryIngest([toFile(rows)], { country: SLE, dataset: toBoundariesId(SLE), sha256: '', today: '2026-01-01', metadata: {} });

describe('what is made to be slow', () => {
  test.each(Object.keys(SHAPES))(
    '%s',
    async (name) => {
      const start = process.cpuUsage();
      const result = await ingest(SHAPES[name]!()).catch((error: unknown) => {
        if (!(error instanceof CodmapError)) throw error;
        return error;
      });
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1e6).toBeLessThan(SECONDS);
      if (result instanceof CodmapError) {
        expect(result.code).toBe('read.tooMany');
        expect(result.message).toMatch(/check the layers in a GIS/);
        return;
      }
      // Nothing came through unseen: all rows are units, and what was not judged says so.
      for (const { crashed, reason } of result.report.results) if (crashed) expect(reason).toMatch(/would take far more work/);
    },
    300_000,
  );

  test('a check that was stopped keeps a version from being published', async () => {
    const { report } = await ingest(SHAPES['squares laid on each other, each a little aside']!());
    expect(report.results.filter(({ crashed }) => crashed).map(({ check }) => check)).toContain('T1');
    expect(report.publishable).toBe(false);
  });

  test('two texts of 30,000 letters are not compared letter by letter', () => {
    const start = process.cpuUsage().user;
    expect(editSimilarity('ab'.repeat(15_000), 'ba'.repeat(15_000))).toBe(0);
    expect(process.cpuUsage().user - start).toBeLessThan(1e6);
    expect(editSimilarity('Kailahun'.repeat(30), 'Kailahun'.repeat(30))).toBe(1);
  });
});

describe('coordinates that no place has', () => {
  const codes = ({ report }: BoundaryResult) => report.results.flatMap(({ findings }) => findings.map(({ code }) => code));
  test.each([1e225, -1e225, 1e10, 1e5, 215])('a unit at %d', async (far) => {
    const result = await ingest(many(10, (i) => [[box(...square(-12 + i, 7, i === 3 ? far : 1))]]));
    expect(codes(result)).toContain('read.notOnEarth');
    expect(codes(result)).toContain('geometry.empty');
    expect(result.report.publishable).toBe(false);
    expect(result.levels.at(-1)!.units).toBe(10);
    expect(Math.max(...result.bbox!.map(Math.abs))).toBeLessThan(20);
  });

  test('all units: refused, and said why', async () => {
    await expect(ingest(many(3, (i) => [[box(1e225 * (i + 1), 0, 2e225 * (i + 1), 1)]]))).rejects.toMatchObject({
      code: 'read.coordinates',
      message: expect.stringMatching(/^No place on Earth/),
    });
  });
});
