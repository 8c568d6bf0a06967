/** The sample country and a real one through the whole pipeline, in memory. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { PMTiles } from 'pmtiles';
import { versionChanges } from '../../server/contract/boundaries/changes.ts';
import { describe, expect, test } from 'vitest';
import type { Gazetteer } from '../../server/contract/admin.ts';
import type { Iso3, VersionTag } from '../../server/contract/ids.ts';
import { makeSample, SAMPLE_COUNTRY } from '../../server/sample/write.ts';
import { geojsonText } from '../../server/sample/geojson.ts';
import { readGeometryFile } from '../../server/formats/geometryFile.ts';
import type { BoundaryOptions } from '../../server/boundaries/judgement.ts';
import type { BoundaryResult } from '../../server/boundaries/pipeline.ts';
import { runBoundaryIngest } from '../../server/boundaries/pipeline.ts';
import { bytesSource, type UploadFile } from '../../server/formats/raw.ts';

const options = (over: Partial<BoundaryOptions> = {}): BoundaryOptions => ({
  country: SAMPLE_COUNTRY,
  dataset: null,
  sha256: 'abc',
  today: '2026-11-22',
  ...over,
});

function sampleFiles(units = 120): { files: UploadFile[]; counts: number[] } {
  const { layers, manifest } = makeSample({ units, levels: 3, cells: 12_000 });
  const files = layers.map((layer) => ({ name: `${layer.name}.geojson`, source: bytesSource(new TextEncoder().encode([...geojsonText(layer)].join(''))) }));
  return { files, counts: manifest.units };
}

const artifact = ({ artifacts }: BoundaryResult, file: string) => artifacts.find((entry) => entry.file === file)!;
const json = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** Upper levels whose borders are those of level 3, to the millimetre. */
const JOINED = { is: 'joined', from: 3, apartM: 0 };

describe('the sample country', async () => {
  const { files, counts } = sampleFiles();
  const stages: string[] = [];
  const result = await runBoundaryIngest(files, options(), {}, (stage, done, total) => {
    if (stages.at(-1) !== stage) stages.push(stage);
    expect(done).toBeLessThanOrEqual(total);
  });

  test('goes through the stages in order', () => expect(stages).toEqual(['read', 'normalize', 'topology', 'check', 'judge', 'tile', 'export']));

  test('has no errors and its levels, languages and version', () => {
    expect(result.report.results.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ message }) => message))).toEqual([]);
    expect(result.report.publishable).toBe(true);
    expect(result.levels).toEqual(counts.map((units, level) => ({ level, units, ...(level < 3 ? { drawing: JOINED } : {}) })));
    expect(result.languages.toSorted()).toEqual(['ar', 'fr', 'ru']);
    expect(result.statedVersion).toBe('v01');
    expect(result.metadata).toMatchObject({ dateValidOn: '2025-03-14' });
    expect(result.diff).toBeNull();
  });

  test('gives the files of a version under the names of the specification', () => {
    expect(result.artifacts.map(({ file }) => file)).toEqual([
      'xnv_admin_boundaries.pmtiles',
      ...counts.map((_, level) => `xnv_admin${level}.geojson`),
      'xnv_adminlines.geojson',
      'xnv_adminpoints.geojson',
      'xnv_admgz.json',
      'xnv_admgz.csv',
      'xnv_geometry.bin',
    ]);
    const level2 = json(artifact(result, 'xnv_admin2.geojson').bytes) as FeatureCollection;
    expect(level2.features).toHaveLength(counts[2]!);
    expect(level2.features[0]!.properties).toMatchObject({ iso2: 'XN', iso3: 'XNV', version: 'v01', lang: 'fr', lang1: 'ar', lang2: 'ru' });
    const { levels } = json(artifact(result, 'xnv_admgz.json').bytes) as Gazetteer;
    expect(levels.map(({ units }) => units.length)).toEqual(counts);
  });

  test('the archive holds every level, lines and labels, and says what it is', async () => {
    const archive = new PMTiles({
      getKey: () => 'memory',
      getBytes: (offset, length) =>
        Promise.resolve({ data: artifact(result, 'xnv_admin_boundaries.pmtiles').bytes.slice(offset, offset + length).buffer as ArrayBuffer }),
    });
    const { vector_layers: layers } = (await archive.getMetadata()) as { vector_layers: { id: string }[] };
    expect(layers.map(({ id }) => id)).toEqual([...counts.map((_, level) => `adm${level}`), 'lines', 'labels']);
    expect((await archive.getHeader()).maxZoom).toBeGreaterThan(7);
  });

  test('uploaded again it is the same, byte for byte, and nothing has changed', async () => {
    const tables = readGeometryFile(artifact(result, 'xnv_geometry.bin').bytes);
    const again = await runBoundaryIngest(files, options({ previous: { version: 'v01' as VersionTag, tables } }));
    expect(again.diff).toMatchObject({ bump: 'none', against: 'v01' });
    expect(again.artifacts.at(-1)!.file).toBe('changes.json');
    expect(versionChanges.parse(JSON.parse(Buffer.from(again.artifacts.at(-1)!.bytes).toString()))).toMatchObject({
      from: 'v01',
      to: null,
      bump: { proposal: 'none', reasons: [] },
    });
    for (const { file, bytes } of again.artifacts.slice(0, -1)) expect(Buffer.compare(bytes, artifact(result, file).bytes), file).toBe(0);
  });
});

test('an upload that is no boundary dataset throws before anything is made', async () => {
  const files = [
    {
      name: 'lakes.geojson',
      source: bytesSource(
        new TextEncoder().encode(
          '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Chad"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}',
        ),
      ),
    },
  ];
  const stages = new Set<string>();
  await expect(runBoundaryIngest(files, options(), {}, (stage) => stages.add(stage))).rejects.toMatchObject({ code: 'input.not-boundaries' });
  expect([...stages]).toEqual(['read', 'normalize']);
});

const DATA = '../shared/data/caf/ab';
test.skipIf(!existsSync(DATA))('a real country: caf, with its partial adm4 kept as such', async () => {
  const files = [0, 1, 2, 3, 4]
    .map((level) => `${DATA}/caf_admin${level}.parquet`)
    .map((path) => ({ name: basename(path), source: bytesSource(readFileSync(path)) }));
  const result = await runBoundaryIngest(files, options({ country: 'CAF' as Iso3 }));
  expect(result.levels).toEqual([
    { level: 0, units: 1, drawing: JOINED },
    { level: 1, units: 17, drawing: JOINED },
    { level: 2, units: 72, drawing: JOINED },
    { level: 3, units: 175 },
    { level: 4, units: 202, partial: true },
  ]);
  expect((json(artifact(result, 'caf_admin4.geojson').bytes) as FeatureCollection).features).toHaveLength(202);
  expect(result.bbox).toEqual([14.420095, 2.223446, 27.463423, 11.007562]);
});

test('Fiji, parted at 180° or counted beyond it, is one country of a few degrees', async () => {
  const square = (west: number, east: number) => [[[west, -18], [east, -18], [east, -16], [west, -16], [west, -18]]]; // prettier-ignore
  const run = (east: number[][][][], previous?: BoundaryOptions['previous']) => {
    const unit = (code: string, coordinates: number[][][][]) => ({
      type: 'Feature',
      properties: { adm1_name: code === 'FJ01' ? 'Western' : 'Northern', adm1_pcode: code, adm0_pcode: 'FJ', adm0_name: 'Fiji', lang: 'en' },
      geometry: { type: 'MultiPolygon', coordinates },
    });
    const text = JSON.stringify({ type: 'FeatureCollection', features: [unit('FJ01', [square(177, 179)]), unit('FJ02', east)] });
    const files = [{ name: 'fji_admin1.geojson', source: bytesSource(new TextEncoder().encode(text)) }];
    return runBoundaryIngest(files, options({ country: 'FJI' as Iso3, ...(previous ? { previous } : {}) }), {});
  };
  const parted = await run([square(179, 180), square(-180, -179)]);
  const previous = { tables: readGeometryFile(parted.artifacts.find(({ kind }) => kind === 'geometry')!.bytes), version: 'v01' as VersionTag };
  const beyond = await run([square(179, 181)], previous);
  for (const result of [parted, beyond]) {
    expect(result.bbox).toEqual([177, -18, -179, -16]);
    expect(result.gazetteer.levels.map(({ units }) => units.map(({ bbox }) => bbox))).toEqual([[[177, -18, -179, -16]], [[177, -18, 179, -16], [179, -18, -179, -16]]]); // prettier-ignore
    expect((json(artifact(result, 'fji_admin1.geojson').bytes) as FeatureCollection).bbox).toEqual([177, -18, -179, -16]);
    expect(result.report.results.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))).toEqual([]);
  }
  const codes = (result: BoundaryResult) => result.report.results.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect([codes(parted), codes(beyond)].map((list) => list.includes('read.beyond180'))).toEqual([false, true]);
  const empty = { added: [], removed: [], recoded: [], redrawn: [] };
  expect(beyond.diff!.levels).toEqual([expect.objectContaining(empty), expect.objectContaining(empty)]);
});
