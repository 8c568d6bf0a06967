/** Files made on request as GDAL reads them: as many units, the same codes, the same area. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DatasetVersion } from '../../server/contract/datasets/dataset.ts';
import type { MadeKind } from '../../server/contract/lookup/made.ts';
import { makeOfBoundaries } from '../../server/exports/make.ts';
import { NO_METADATA } from '../../server/kinds/summary.ts';
import { TABLES } from '../helpers/boundaries/lookup.ts';

const byText = (a: string, b: string) => (a < b ? -1 : 1);

const VERSION = {
  dataset: 'cod-ab-exl',
  version: 'v02',
  metadata: NO_METADATA,
  levels: TABLES.map(({ level, units }) => ({ level, units: units.length })),
  artifacts: [],
} as unknown as DatasetVersion;
const folder = mkdtempSync(join(tmpdir(), 'codmap-exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [, , DISTRICTS] = TABLES;

describe.skipIf(spawnSync('ogrinfo', ['--version']).status !== 0)('GDAL (needs ogrinfo)', () => {
  test.each([
    ['gpkg', 'gpkg', ''],
    ['shp', 'shp.zip', '/vsizip/'],
    ['fgb', 'fgb', ''],
    ['kml', 'kml', ''],
    ['geojson', 'geojson', ''],
  ] as const)('%s', async (kind: MadeKind, ending, prefix) => {
    const path = join(folder, `exl_admin2.${ending}`);
    writeFileSync(path, (await makeOfBoundaries(kind, { level: 2 }, VERSION, TABLES, false)).bytes);
    const out = execFileSync('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', prefix + path, '-nlt', 'PROMOTE_TO_MULTI'], { encoding: 'utf8' });
    const { features } = JSON.parse(out) as { features: { properties: Record<string, string>; geometry: { coordinates: number[][][][] } }[] };
    const codes = features.map(({ properties }) => properties['adm2_pcode'] ?? properties['ADM2_PCODE']);
    expect(codes.map(String).toSorted(byText)).toEqual(DISTRICTS!.units.map(({ pcode }) => String(pcode)).toSorted(byText));
    // Square degrees by the shoelace formula: of squares no projection is needed.
    const area = (ring: number[][]) => Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0)) / 2;
    const sum = features.reduce((all, { geometry }) => all + geometry.coordinates.reduce((own, [shell]) => own + area(shell!), 0), 0);
    expect(sum).toBeCloseTo(3, 4);
  });
});
