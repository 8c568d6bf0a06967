/** An upper level published as it was uploaded, where it nests; where it does not, refused with the reason. */
import { describe, expect, test } from 'vitest';
import type { RememberedLayer } from '../../../server/boundaries/columns/said.ts';
import type { BoundaryOptions } from '../../../server/boundaries/judgement.ts';
import { judgeBoundaries, runBoundaryIngest } from '../../../server/boundaries/pipeline.ts';
import type { Finding } from '../../../server/contract/finding.ts';
import type { AdminLevel, Iso3 } from '../../../server/contract/ids.ts';
import { bytesSource, type UploadFile } from '../../../server/formats/raw.ts';
import { readGeometryFile } from '../../../server/formats/geometryFile.ts';

type Ring = [number, number][];
const box = (west: number, south: number, east: number, north: number): Ring => [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
const file = (level: number, units: { properties: object; ring: Ring }[]): UploadFile => {
  const features = units.map(({ properties, ring }) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }));
  return { name: `tgo_admin${level}.geojson`, source: bytesSource(new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))) };
};
const country = { adm0_name: 'Togo', adm0_pcode: 'TG', lang: 'fr' };
const region = (n: number) => ({ adm1_name: `Region ${'AB'[n - 1]}`, adm1_pcode: `TG0${n}` });
const district = (n: number, m: number) => ({ adm2_name: `District ${n}${m}`, adm2_pcode: `TG0${n}0${m}`, ...region(n), ...country });
const METRE = 1 / 110_000;

/**
 * Two regions of two districts; the border of the regions runs `off` metres beside that of the districts. `sea`: country and regions reach out to
 * sea by that many degrees, which no district does.
 */
const upload = (off: number, sea = 0) => [
  file(0, [{ properties: country, ring: box(-sea, 6 - sea, 2 + sea, 8 + sea) }]),
  file(1, [
    { properties: { ...region(1), ...country }, ring: box(-sea, 6 - sea, 1 + off * METRE, 8 + sea) },
    { properties: { ...region(2), ...country }, ring: box(1 + off * METRE, 6 - sea, 2 + sea, 8 + sea) },
  ]),
  file(2, [
    { properties: district(1, 1), ring: box(0, 6, 1, 7) },
    { properties: district(1, 2), ring: box(0, 7, 1, 8) },
    { properties: district(2, 1), ring: box(1, 6, 2, 7) },
    { properties: district(2, 2), ring: box(1, 7, 2, 8) },
  ]),
];
const options: BoundaryOptions = { country: 'TGO' as Iso3, dataset: null, sha256: '', today: '2026-11-22' };
const keep = (...levels: AdminLevel[]): BoundaryOptions => ({ ...options, keepDrawing: levels });
const asUploaded = { said: { columns: [], layers: [{ layer: 'tgo_admin1', drawing: 'uploaded' as const }] } };
const findingsOf = (results: { findings: Finding[] }[] = []) => results.flatMap(({ findings }) => findings);
const boxesOf = (tables: { level: number; units: { bbox: number[] }[] }[], level: number) =>
  tables.find((table) => table.level === level)!.units.map(({ bbox }) => bbox.map((value) => Math.round(value * 1e4) / 1e4));

describe.each([
  ['by its layer', { ...options, ...asUploaded }],
  ['by its level', keep(1)],
])('asked %s, a level that nests is published as it was uploaded', (_, asked) => {
  test('to the metre, in every file, and the others are joined from the base', async () => {
    const { artifacts, levels, report, layers } = await runBoundaryIngest(upload(20), asked);
    const tables = readGeometryFile(artifacts.find(({ kind }) => kind === 'geometry')!.bytes);
    expect(boxesOf(tables, 1)).toEqual([
      [0, 6, 1.0002, 8],
      [1.0002, 6, 2, 8],
    ]);
    expect(boxesOf(tables, 0)).toEqual([[0, 6, 2, 8]]);
    const written = JSON.parse(Buffer.from(artifacts.find(({ kind, level }) => kind === 'geojson' && level === 1)!.bytes).toString()) as {
      features: { geometry: { coordinates: number[][][][] }; properties: { area_sqkm: number } }[];
    };
    expect(Math.max(...written.features[0]!.geometry.coordinates.flat(2).map(([x]) => x!))).toBeCloseTo(1 + 20 * METRE, 7);
    // 20 m along 221 km.
    const covered = tables[2]!.units.slice(0, 2).reduce((sum, unit) => sum + unit.areaSqKm, 0);
    expect(written.features[0]!.properties.area_sqkm - covered).toBeCloseTo(4.4, 0);

    const moved = findingsOf(report.results);
    expect(moved.find(({ code }) => code === 'normalize.level-as-uploaded')).toMatchObject({ level: 1, severity: 'info', count: 2 });
    expect(moved.filter(({ code }) => code === 'normalize.level-dissolved')).toEqual([]);
    expect(levels.map(({ level, drawing }) => [level, drawing?.is, drawing?.from, Math.round(drawing?.apartM ?? 0)])).toEqual([
      [0, 'joined', 2, 0],
      [1, 'uploaded', 2, 20],
      [2, undefined, undefined, 0],
    ]);
    expect(layers.map(({ layer, drawing, said }) => [layer, drawing, said])).toEqual([
      ['tgo_admin0', 'joined', []],
      ['tgo_admin1', 'uploaded', ['drawing']],
      ['tgo_admin2', null, []],
    ]);
    // What is published is judged with it: its borders are not those of the districts.
    const still = findingsOf(report.published!.results);
    expect(still.some(({ code, level }) => code === 'levels.border-apart' && level === 1)).toBe(true);
    expect(still.some(({ code, level, severity }) => code === 'levels.crosser' && level === 2 && severity === 'error')).toBe(false);
  });
});

test('nothing said, every level is joined from the base, with the greatest shift', async () => {
  const { levels, layers } = await runBoundaryIngest(upload(20), options);
  expect(levels.map(({ drawing }) => drawing?.is)).toEqual(['joined', 'joined', undefined]);
  expect(levels[1]!.drawing!.apartM).toBeCloseTo(20, 0);
  expect(layers.flatMap(({ said }) => said)).toEqual([]);
});

describe('a level that does not nest', () => {
  test('is refused with the units that reach out, in every language', async () => {
    const refusal = await judgeBoundaries(upload(300), keep(1)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'boundaries.drawing',
      message: expect.stringMatching(/adm1 .* 2 units reach .*TG020\d reaches 3\d\d m beyond TG02/),
    });
    const { texts } = (refusal as { details: { texts: Record<string, string> } }).details;
    expect(Object.keys(texts).toSorted()).toEqual(['ar', 'en', 'es', 'fr', 'pt']);
    await expect(judgeBoundaries(upload(300), options)).resolves.toBeDefined();
  });

  test('neither where the drawing lies elsewhere, nor where it leaves the level above, which is joined', async () => {
    const swapped = upload(0);
    swapped[1] = file(1, [
      { properties: { ...region(2), ...country }, ring: box(0, 6, 1, 8) },
      { properties: { ...region(1), ...country }, ring: box(1, 6, 2, 8) },
    ]);
    await expect(judgeBoundaries(swapped, keep(1))).rejects.toMatchObject({ code: 'boundaries.drawing', message: expect.stringContaining('lies outside') });
    await expect(judgeBoundaries(upload(20, 0.02), keep(1))).rejects.toMatchObject({ message: expect.stringContaining('TG01 reaches 2.5') });
    const wide = upload(20, 0.02);
    wide[0] = upload(20, 0.01)[0]!;
    await expect(judgeBoundaries(wide, keep(0, 1))).rejects.toMatchObject({ code: 'boundaries.drawing', message: expect.stringContaining('TG01 reaches 1.') });
  });

  test('as remembered from an earlier upload, is joined, and that is a warning', async () => {
    const first = await runBoundaryIngest(upload(20), { ...options, ...asUploaded });
    expect(first.toRemember).toMatchObject([{ layer: 'tgo_admin1', drawing: 'uploaded' }]);
    const remembered: RememberedLayer[] = first.toRemember;
    const next = await runBoundaryIngest(upload(21), { ...options, remembered });
    expect(next.levels[1]!.drawing!.is).toBe('uploaded');
    expect(findingsOf(next.report.results).map(({ code }) => code)).toContain('normalize.as-before');
    const worse = await runBoundaryIngest(upload(300), { ...options, remembered });
    expect(worse.levels[1]!.drawing!.is).toBe('joined');
    expect(findingsOf(worse.report.results).find(({ code }) => code === 'normalize.drawing-does-not-nest')).toMatchObject({
      severity: 'warning',
      level: 1,
      count: 2,
    });
    const back = await runBoundaryIngest(upload(20), { ...options, remembered, said: { columns: [], layers: [{ layer: 'tgo_admin1', drawing: 'joined' }] } });
    expect([back.levels[1]!.drawing!.is, back.toRemember[0]!.drawing]).toEqual(['joined', 'joined']);
  });
});

test('both upper levels as uploaded: country and regions that reach out to sea, which the districts do not', async () => {
  const { levels, report } = await runBoundaryIngest(upload(20, 0.02), keep(0, 1));
  expect(levels.map(({ drawing }) => [drawing?.is, Math.round((drawing?.apartM ?? 0) / 1000)])).toEqual([
    ['uploaded', 3],
    ['uploaded', 3],
    [undefined, 0],
  ]);
  expect(findingsOf(report.published!.results).filter(({ code, severity }) => severity === 'error' && code === 'levels.crosser')).toEqual([]);
});

test('the base level, and a level that no layer holds, cannot be asked for', async () => {
  await expect(judgeBoundaries(upload(20), keep(2))).rejects.toMatchObject({ code: 'boundaries.answers' });
  await expect(judgeBoundaries(upload(20).slice(1), keep(0))).rejects.toMatchObject({ code: 'boundaries.answers' });
});

test('rows of one region are one drawing, and a region with nothing below it stays undrawn', async () => {
  const files = upload(20);
  files[1] = file(1, [
    { properties: { ...region(1), ...country }, ring: box(0, 6, 1, 7) },
    { properties: { ...region(1), ...country }, ring: box(0, 7, 1, 8) },
    { properties: { adm1_name: 'Sea', adm1_pcode: 'TG09', ...country }, ring: box(2.1, 6, 2.11, 6.01) },
    { properties: { ...region(2), ...country }, ring: box(1, 6, 2, 8) },
  ]);
  const { artifacts } = await runBoundaryIngest(files, keep(1));
  const table = readGeometryFile(artifacts.find(({ kind }) => kind === 'geometry')!.bytes).find(({ level }) => level === 1)!;
  expect(table.units.map(({ pcode, areaSqKm }) => [pcode, areaSqKm > 0])).toEqual([
    ['TG01', true],
    ['TG09', false],
    ['TG02', true],
  ]);
});
