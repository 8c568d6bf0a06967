/** The one place where a program outside Node works. Skipped, and said so, where GDAL is not installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GeometryColumn } from '../../server/contract/admin.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { readUpload } from '../../server/formats/upload.ts';
import { createGdal, findGdal } from '../../server/outside/gdal.ts';

const gdal = await findGdal();
const DATA = '../shared/data';
const real = existsSync(`${DATA}/README.md`);
if (!gdal) console.warn('gdal.test.ts: GDAL parts skipped, ogr2ogr is not on PATH');
const upload = (path: string) => ({ name: path.slice(path.lastIndexOf('/') + 1), source: bytesSource(readFileSync(`${DATA}/${path}`)) });
const LEGACY = 'eth/ab/eth_legacy_adm1-3_adindan_utm37n_shp.zip';
const GDB = 'converted/irq_adm_cso_20190603.gdb.zip';

/** In square degrees. */
function areaOf({ coords, rings, polygons, rows }: GeometryColumn, row: number): number {
  let area = 0;
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++)
    for (let v = rings[ring]!; v < rings[ring + 1]! - 1; v++) area += (coords[2 * v]! * coords[2 * v + 3]! - coords[2 * v + 2]! * coords[2 * v + 1]!) / 2;
  return Math.abs(area);
}

test('a program that is not there is no GDAL', async () => {
  expect(await findGdal({ program: 'no-such-program-anywhere' })).toBeUndefined();
});

describe.skipIf(!gdal)('with ogr2ogr', () => {
  test('Arc 1960 / UTM 36S is shifted by its 229 m, not only unprojected', async () => {
    // Reference value: GDAL and PROJ on their own; plain formulas give 33.000000, -9.047385.
    const moved = await gdal!.toWgs84(Float64Array.of(500000, 9000000, 500100, 9000000), { code: 'EPSG:21036', text: null });
    expect(moved[0]).toBeCloseTo(33.000691, 5);
    expect(moved[1]).toBeCloseTo(-9.049338, 5);
    expect(moved.length).toBe(4);
  });

  test('more points than one record holds come back in order', async () => {
    const pairs = new Float64Array(2 * ((1 << 20) + 5));
    for (let i = 0; i < pairs.length; i += 2) {
      pairs[i] = 400000 + i / 40;
      pairs[i + 1] = 1000000;
    }
    const moved = await gdal!.toWgs84(pairs, { code: 'EPSG:20137', text: null });
    expect(moved.length).toBe(pairs.length);
    for (let i = 2; i < moved.length; i += 2) if (!(moved[i]! > moved[i - 2]!)) expect.fail(`point ${i / 2} is out of order`);
  });

  test('no temporary file stays behind, after a failure either', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gdal-test-'));
    const own = createGdal({ folder });
    await own.toWgs84(Float64Array.of(500000, 1000000), { code: 'EPSG:20137', text: null });
    await expect(own.geodatabaseToGeoPackage([{ name: 'gdb', bytes: new Uint8Array(8) }])).rejects.toMatchObject({ code: 'read.gdalFailed' });
    await expect(own.toWgs84(Float64Array.of(1, 2), { code: null, text: '/etc/hostname' })).rejects.toMatchObject({ code: 'read.crsUnknown' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('curves and surfaces of a File Geodatabase are drawn out: the areas of case 03', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gdal-test-'));
    execFileSync('ogr2ogr', ['-f', 'OpenFileGDB', join(folder, 'tgo.gdb'), 'test/fixtures/cases/03-surfaces-and-collections/tgo_adm2_multisurface.gpkg']);
    const files = readdirSync(join(folder, 'tgo.gdb')).map((name) => ({
      name: `tgo.gdb/${name}`,
      source: bytesSource(readFileSync(join(folder, 'tgo.gdb', name))),
    }));
    const { layers } = await readUpload(files, { outside: gdal });
    expect(layers.map(({ format, rows }) => [format, rows])).toEqual([['gdb', 4]]);
    for (let row = 0; row < 4; row++) expect(areaOf(layers[0]!.geometry, row)).toBeCloseTo(1.54, 9);
  });

  test('a process that takes too long is killed', async () => {
    await expect(createGdal({ timeout: 1 }).toWgs84(Float64Array.of(500000, 1000000), { code: 'EPSG:20137', text: null })).rejects.toThrow(/took longer/);
  });

  test.skipIf(!real)('eth legacy, Adindan / UTM 37N', async () => {
    const { layers } = await readUpload([upload(LEGACY)], { outside: gdal });
    expect(layers.map(({ layer, rows, crs, geometry }) => [layer, rows, crs, geometry.coords.length / 2])).toEqual([
      ['ETH_adm1_mapshaper', 11, 'EPSG:20137', 850],
      ['ETH_adm2_mapshaper', 74, 'EPSG:20137', 3831],
      ['ETH_adm3_mapshaper', 690, 'EPSG:20137', 12422],
    ]);
    for (const { findings, geometry } of layers) {
      expect(findings.map(({ code }) => code)).toContain('read.datumShifted');
      for (let i = 0; i < geometry.coords.length; i += 2) {
        expect(geometry.coords[i]! > 32.9 && geometry.coords[i]! < 48.1 && geometry.coords[i + 1]! > 3.3 && geometry.coords[i + 1]! < 15).toBe(true);
      }
    }
  });

  test.skipIf(!real)('irq File Geodatabase', async () => {
    const { layers } = await readUpload([upload(GDB)], { outside: gdal });
    expect(layers.map(({ layer, format, rows, geometry }) => [layer, format, rows, geometry.coords.length / 2])).toEqual([
      ['irq_admbnda_adm0_cso_itos_20190603', 'gdb', 1, 2225],
      ['irq_admbnda_adm1_cso_20190603', 'gdb', 18, 9502],
      ['irq_admbnda_adm2_cso_20190603', 'gdb', 101, 20875],
      ['irq_admbnda_adm3_cso_20190603', 'gdb', 294, 39723],
      ['irq_admbndp_admALL_cso_itos_20190603', 'gdb', 294, 294],
    ]);
    expect(layers[1]!.columns.find(({ name }) => name === 'ADM1_AR')!.values).toContain('الانبار');
  });
});

describe.skipIf(!real)('without it, the person is told what to do', () => {
  test('geodatabase', async () => {
    await expect(readUpload([upload(GDB)])).rejects.toMatchObject({
      code: 'read.needsGdal',
      message: expect.stringMatching(/GeoPackage or Shapefile.*install GDAL/),
    });
  });
  test('datum', async () => {
    await expect(readUpload([upload(LEGACY)])).rejects.toMatchObject({
      code: 'read.datumShift',
      message: expect.stringMatching(/EPSG:20137.*230 m.*Reproject/),
    });
  });
});
