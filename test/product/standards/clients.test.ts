/**
 * Open standards as other people's programs read them: GDAL, QGIS, OWSLib, xmllint. On Debian:
 * `apt-get install --no-install-recommends gdal-bin python3-qgis qgis-providers python3-owslib libxml2-utils`; without them these tests are skipped.
 */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Product } from '../../../scripts/browser.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { startProduct } from '../../setup/product.ts';
import { GDAL, gdal, OWSLIB, OWSLIB_ASKS, python, QGIS, QGIS_ASKS, XMLLINT, xmllint } from './programs.ts';

const DATASET = 'cod-ab-xnv';
let product: Product;
let folder: string;
let C: string;
let deepest: number;
let download: FeatureCollection<MultiPolygon>;
let version: VersionAnswer;

beforeAll(async () => {
  product = await startProduct();
  folder = mkdtempSync(join(tmpdir(), 'codmap-clients-'));
  version = (await (await fetch(`${product.url}/api/v1/datasets/${DATASET}/versions/current`)).json()) as VersionAnswer;
  const files = version.artifacts.filter(({ kind, level }) => kind === 'geojson' && level !== undefined);
  const last = files.toSorted((a, b) => a.level! - b.level!).at(-1)!;
  deepest = last.level!;
  C = `${DATASET}_${version.version.replace('.', '-')}_adm${deepest}`;
  download = (await (await fetch(product.url + last.href)).json()) as typeof download;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await product?.stop();
});

const codesOf = (features: readonly Feature[]) => features.map(({ properties }) => properties![`adm${deepest}_pcode`] as string).toSorted();
const ring = (positions: Position[]) => positions.slice(1).reduce((sum, [x, y], i) => sum + positions[i]![0]! * y! - x! * positions[i]![1]!, 0) / 2;
const areaOf = (features: readonly Feature<MultiPolygon>[]) =>
  features.reduce((sum, { geometry }) => sum + geometry.coordinates.flat().reduce((own, each) => own + ring(each), 0), 0);
/** The middle of the country: half of its box. */
function middle(): [number, number, number, number] {
  const [west, south, east, north] = version.bbox!;
  return [west + (east - west) / 4, south + (north - south) / 4, east - (east - west) / 4, north - (north - south) / 4];
}

describe.skipIf(!GDAL)('GDAL (skipped where gdal-bin is not installed)', () => {
  test('lists every collection, and knows shape, count, extent and columns of one', async () => {
    const listed = await gdal('ogrinfo', '-ro', `OAPIF:${product.url}/ogc`);
    for (const part of ['adm0', `adm${deepest}`, 'lines', 'points']) expect(listed).toContain(C.replace(/adm\d$/, part));
    expect(listed).toMatch(/cod-ps-xnv_v01_adm\d .*\(Multi Polygon\)/);
    expect(listed).toMatch(/3w-xnv_v\d+_adm\d .*\(Multi Polygon\)/);
    const told = await gdal('ogrinfo', '-ro', '-so', `OAPIF:${product.url}/ogc`, C);
    expect(told).toContain('Geometry: Multi Polygon');
    expect(told).toContain(`Feature Count: ${download.features.length}`);
    for (const name of Object.keys(download.features[0]!.properties!)) expect(told, name).toContain(`\n${name}: `);
    const extent = /Extent: \(([-\d.]+), ([-\d.]+)\) - \(([-\d.]+), ([-\d.]+)\)/.exec(told)!.slice(1).map(Number);
    for (const [i, degrees] of extent.entries()) expect(Math.abs(degrees - version.bbox![i]!)).toBeLessThan(2e-6);
  });

  test('writes FlatGeobuf of it: as many features, the same codes and the same area as the file that is downloaded', async () => {
    const [fgb, back] = [join(folder, 'out.fgb'), join(folder, 'back.geojson')];
    await gdal('ogr2ogr', '-f', 'FlatGeobuf', fgb, `OAPIF:${product.url}/ogc`, C);
    await gdal('ogr2ogr', '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=9', back, fgb);
    const { features } = JSON.parse(readFileSync(back, 'utf8')) as typeof download;
    expect(codesOf(features)).toEqual(codesOf(download.features));
    expect(Math.abs(areaOf(features) / areaOf(download.features) - 1)).toBeLessThan(1e-6);
  });

  test('finds in a box what it finds in the downloaded file', async () => {
    const file = join(folder, 'all.geojson');
    writeFileSync(file, JSON.stringify(download));
    const box = middle().map(String);
    const codes = (text: string) =>
      [...text.matchAll(new RegExp(`adm${deepest}_pcode \\(String\\) = (\\S+)`, 'g'))].map(([, code]) => code!).toSorted((a, b) => (a < b ? -1 : 1));
    const [served, local] = await Promise.all([
      gdal('ogrinfo', '-ro', '-q', '-spat', ...box, `OAPIF:${product.url}/ogc`, C, '-geom=NO'),
      gdal('ogrinfo', '-ro', '-q', '-al', '-spat', ...box, file, '-geom=NO'),
    ]);
    expect(codes(served).length).toBeGreaterThan(0);
    expect(codes(served).length).toBeLessThan(download.features.length);
    expect(codes(served)).toEqual(codes(local));
  });

  test('reads a tile, and downloads where they lie', async () => {
    const tilejson = (await (await fetch(version.tilejson!)).json()) as { center: [number, number, number] };
    const [lon, lat] = tilejson.center;
    const z = 6;
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
    expect(await gdal('ogrinfo', '-ro', `MVT:${product.url}/tiles/${DATASET}/${version.version}/${z}/${x}/${y}.mvt`)).toMatch(/\d: adm0[\s\S]*\d: lines/);
    const href = version.artifacts.find(({ kind, level }) => kind === 'geojson' && level === 0)!.href;
    expect(await gdal('ogrinfo', '-ro', '-so', '-al', `/vsicurl/${product.url}${href}`)).toContain('Feature Count: 1');
  });
});

describe.skipIf(!OWSLIB)('OWSLib (skipped where python3-owslib is not installed)', () => {
  test('reads every document', async () => {
    const pcode = codesOf(download.features)[0]!;
    const found = await python<Record<string, unknown>>(OWSLIB_ASKS, product.url, C, pcode);
    expect(found).toMatchObject({ conformance: 8, matched: download.features.length, item: pcode, openapi: '3.0.3' });
    expect(found['collections']).toContain(C);
    expect(found['queryables']).toEqual(expect.arrayContaining(['geometry', 'name', 'parent', 'pcode']));
  });
});

describe.skipIf(!QGIS)('QGIS (skipped where python3-qgis is not installed)', () => {
  test('opens a collection, and a layer definition as it is dragged in: named, valid, painted; the style by address too', async () => {
    const [qlr, style] = [join(folder, 'x.qlr'), join(folder, 'style.json')];
    // `current` leads features on; tiles name the version, since this server does not know its address.
    writeFileSync(qlr, await (await fetch(`${product.url}/api/v1/datasets/${DATASET}/versions/current/layers.qlr`)).text());
    writeFileSync(style, await (await fetch(`${product.url}/tiles/${DATASET}/current/style.json?levels=1,2&lang=en`)).text());
    const found = await python<Record<string, unknown>>(QGIS_ASKS, product.url, C, qlr, style, ...middle().map(String));
    const count = download.features.length;
    expect(found).toMatchObject({ isValid: true, count, all: count, crs: 'EPSG:4326', type: 'MultiPolygon', loaded: [true, ''], style: 0 });
    expect(found['inBox']).toBeGreaterThan(0);
    expect(found['inBox']).toBeLessThan(count);
    const layers = Object.entries(found['layers'] as Record<string, boolean>);
    expect([layers.length, layers.filter(([, isValid]) => !isValid)]).toEqual([deepest + 4, []]);
    expect(found['group']).toContain(`${DATASET} – current`);
    for (const name of ['asDefined', 'asStyled'] as const) {
      const { colours, errors } = found[name] as { colours: number; errors: string[] };
      expect([name, errors]).toEqual([name, []]);
      expect(colours, name).toBeGreaterThan(2);
    }
  });
});

describe.skipIf(!XMLLINT)('xmllint (skipped where libxml2-utils is not installed)', () => {
  test.each(['/api/v1/feed.atom', `/api/v1/datasets/${DATASET}/versions/current/layers.qlr?lang=ar`])('%s is XML', async (path) => {
    const file = join(folder, 'x.xml');
    writeFileSync(file, await (await fetch(product.url + path)).text());
    expect(await xmllint(file)).toBe('');
  });
});
