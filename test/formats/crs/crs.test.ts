/** Coordinate systems: what is believed, what is reprojected, what is refused, and what is asked. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { planCrs, toCode, utmCode } from '../../../server/formats/crs/crs.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import type { ReadOptions } from '../../../server/formats/upload.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { COUNTRY, shapefileParts, WGS84_PRJ, writeGeoPackage, writeGeoParquet, writeShp, writeZip, zipParts } from '../country.ts';

const text = (value: string) => new TextEncoder().encode(value);
const read = (name: string, bytes: Uint8Array, options?: ReadOptions) => readUpload([{ name, source: bytesSource(bytes) }], options);

const UTM37 =
  'PROJCS["WGS_1984_UTM_Zone_37N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const ETRS_LAEA =
  'PROJCS["ETRS_1989_LAEA",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Azimuthal_Equal_Area"],PARAMETER["False_Easting",4321000.0],PARAMETER["False_Northing",3210000.0],PARAMETER["Central_Meridian",10.0],PARAMETER["Latitude_Of_Origin",52.0],UNIT["Meter",1.0]]';
const MERCATOR =
  'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]';
const ADINDAN = UTM37.replace('WGS_1984_UTM', 'Adindan_UTM')
  .replace('GCS_WGS_1984', 'GCS_Adindan')
  .replace('D_WGS_1984', 'D_Adindan')
  .replace('SPHEROID["WGS_1984",6378137.0,298.257223563]', 'SPHEROID["Clarke_1880_RGS",6378249.145,293.465]');

/** x y → lon lat made by GDAL 3.6 (gdaltransform). */
const REFERENCE: [label: string, wkt: string, code: string, from: [number, number], to: [number, number]][] = [
  ['UTM 37N', UTM37, 'EPSG:32637', [600000, 1000000], [39.9098795319358, 9.04543326175943]],
  ['ETRS89 LAEA', ETRS_LAEA, 'ETRS_1989_LAEA', [4000000, 3000000], [5.51779621244204, 50.0241187585419]],
  ['Web Mercator', MERCATOR, 'EPSG:3857', [4000000, 1000000], [35.9326113647809, 8.94657385054341]],
];

const hasGdal = (() => {
  try {
    return execFileSync('gdaltransform', ['--version'], { encoding: 'utf8' }).startsWith('GDAL');
  } catch {
    console.warn('crs.test.ts: the comparison with GDAL is skipped, gdaltransform is not on PATH');
    return false;
  }
})();

const pointShapefile = (prj: string | undefined, points: [number, number][]) => {
  const shapes = points.map(([x, y]) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y],
      ],
    ],
  }));
  const parts = { ...shapefileParts(), ...writeShp([...shapes, null, null].slice(0, 3)), prj: prj === undefined ? undefined : text(prj) };
  return writeZip(zipParts(parts).filter(({ bytes }) => bytes));
};

describe('stated systems', () => {
  test.each(REFERENCE)('%s', async (_label, wkt, code, from, to) => {
    const { layers } = await read('a.zip', pointShapefile(wkt, [from]));
    const [layer] = layers;
    expect(layer!.crs).toBe(code);
    expect(layer!.findings.map((finding) => finding.code)).toEqual(['read.reprojected']);
    expect(layer!.geometry.coords[0]).toBeCloseTo(to[0], 7);
    expect(layer!.geometry.coords[1]).toBeCloseTo(to[1], 7);
  });

  test.skipIf(!hasGdal).each(REFERENCE)('%s agrees with GDAL here', (_label, wkt, _code, from) => {
    const out = execFileSync('gdaltransform', ['-s_srs', `ESRI::${wkt}`, '-t_srs', 'EPSG:4326', '-output_xy'], { input: from.join(' '), encoding: 'utf8' });
    const pairs = Float64Array.from(from);
    const plan = planCrs({ code: null, text: wkt });
    if (plan.kind === 'formula') plan.toDegrees(pairs);
    const [lon, lat] = out.trim().split(/\s+/).map(Number);
    expect(Math.abs(pairs[0]! - lon!)).toBeLessThan(1e-7);
    expect(Math.abs(pairs[1]! - lat!)).toBeLessThan(1e-7);
  });

  test.each([
    ['EPSG:4326', 'wgs84'],
    ['OGC:CRS84', 'wgs84'],
    ['EPSG:32637', 'formula'],
    ['EPSG:32736', 'formula'],
    ['EPSG:25832', 'formula'],
    ['EPSG:31983', 'formula'],
    ['EPSG:3857', 'formula'],
    ['EPSG:4258', 'formula'],
    ['EPSG:20137', 'unknown'],
    ['EPSG:21036', 'unknown'],
  ])('%s alone is %s', (code, kind) => expect(planCrs({ code, text: null }).kind).toBe(kind));

  test.each([
    ['urn:ogc:def:crs:EPSG::32637', 'EPSG:32637'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'OGC:CRS84'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 'EPSG:4326'],
    ['epsg:20137', 'EPSG:20137'],
    ['/etc/passwd', null],
  ])('%s', (written, code) => expect(toCode(written)).toBe(code));

  test.each([
    ['UTM 35S', 'EPSG:32735'],
    ['utm37n', 'EPSG:32637'],
    ['UTM zone 1 North', 'EPSG:32601'],
    ['WGS 84 / UTM zone 36 south', 'EPSG:32736'],
    ['WGS_1984_UTM_Zone_60N', 'EPSG:32660'],
    ['UTM 61N', null],
    ['UTM 0S', null],
    ['UTM 35', null],
    ['UTM 35Q', null],
    ['Adindan UTM 37N', null],
  ])('a person writes %s', (written, code) => expect(utmCode(written)).toBe(code));

  test('a TOWGS84 beside WGS 84 moves nothing', () => {
    const plan = planCrs({ code: null, text: UTM37.replace('298.257223563]]', '298.257223563],TOWGS84[1000,1000,1000,0,0,0,0]]') });
    const pairs = Float64Array.of(600000, 1000000);
    expect(plan.kind).toBe('formula');
    if (plan.kind === 'formula') plan.toDegrees(pairs);
    expect(pairs[0]).toBeCloseTo(39.9098795319358, 7);
  });

  test.each([
    ['another datum', ADINDAN, /EPSG:20137.*D_Adindan.*230 m/],
    ['another prime meridian', WGS84_PRJ.replace('"Greenwich",0.0', '"Paris",2.33722917'), /Paris|2\.337/],
    ['grads', WGS84_PRJ.replace('UNIT["Degree",0.0174532925199433]', 'UNIT["Grad",0.01570796326794897]'), /Grad/],
  ])('%s is refused without GDAL, and handed to it where it is', async (_label, prj, said) => {
    const zip = pointShapefile(prj, [[34, 9]]);
    await expect(read('a.zip', zip)).rejects.toMatchObject({ name: 'InputError', code: 'read.datumShift', message: expect.stringMatching(said) });
    const calls: unknown[] = [];
    const outside = {
      geodatabaseToGeoPackage: () => Promise.reject(new Error('not asked for')),
      toWgs84: (pairs: Float64Array, crs: unknown) => {
        calls.push(crs);
        return Promise.resolve(pairs.map((value) => value + 0.001));
      },
    };
    const { layers } = await read('a.zip', zip, { outside });
    expect(calls).toEqual([{ code: null, text: prj }]);
    expect(layers[0]!.geometry.coords[0]).toBe(34.001);
    expect(layers[0]!.findings.map(({ code, severity }) => [code, severity])).toEqual([['read.datumShifted', 'warning']]);
  });

  test('GeoPackage and GeoParquet state theirs', async () => {
    await expect(read('a.gpkg', writeGeoPackage({ srs: 32632 }))).resolves.toMatchObject({ layers: [{ crs: 'EPSG:32632' }] });
    const { layers } = await read('a.gpkg', writeGeoPackage({ srs: -1 }));
    expect(layers[0]).toMatchObject({ crs: null, findings: [{ code: 'read.crsAssumed', severity: 'warning' }] });
    const projjson = {
      type: 'GeographicCRS',
      name: 'Adindan',
      datum: { type: 'GeodeticReferenceFrame', name: 'Adindan' },
      id: { authority: 'EPSG', code: 4201 },
    };
    await expect(read('a.parquet', writeGeoParquet({ geo: { crs: projjson } }))).rejects.toMatchObject({ code: 'read.datumShift' });
    expect((await read('a.parquet', writeGeoParquet({ geo: { crs: null } }))).layers[0]!.findings.map(({ code }) => code)).toEqual(['read.crsAssumed']);
  });
});

describe('systems that are missing or disproved', () => {
  test('no .prj, plausible degrees: read with a warning', async () => {
    const { layers } = await read('a.zip', writeZip(zipParts({ ...shapefileParts(), prj: undefined }).filter(({ bytes }) => bytes)));
    expect(layers[0]).toMatchObject({ crs: null, findings: [{ code: 'read.crsAssumed', severity: 'warning' }] });
    expect(layers[0]!.geometry.coords.length).toBeGreaterThan(0);
  });

  test('no .prj, metres: asked, and the answer used', async () => {
    const zip = pointShapefile(undefined, [[600000, 1000000]]);
    await expect(read('a.zip', zip)).rejects.toMatchObject({
      name: 'QuestionError',
      code: 'read.crs',
      details: { layer: 'adm1', bbox: [600000, 1000000, 600001, 1000001] },
    });
    const { layers } = await read('a.zip', zip, { crs: 'EPSG:32637' });
    expect(layers[0]!.geometry.coords[0]).toBeCloseTo(39.9098795319358, 7);
    await expect(read('a.zip', zip, { crs: 'the usual one' })).rejects.toMatchObject({ code: 'read.crs' });
    await expect(read('a.zip', zip, { crs: 'EPSG:4326' })).rejects.toMatchObject({ code: 'read.crs' });
  });

  test('metres in a file that says degrees', async () => {
    await expect(read('a.zip', pointShapefile(WGS84_PRJ, [[600000, 1000000]]))).rejects.toMatchObject({ code: 'read.crs' });
    const metres = {
      type: 'Polygon',
      coordinates: [
        [
          [600000, 1000000],
          [600001, 1000000],
          [600001, 1000001],
          [600000, 1000000],
        ],
      ],
    };
    await expect(read('a.geojson', text(JSON.stringify(metres)))).rejects.toMatchObject({ code: 'read.crs' });
  });

  test('a few vertices beyond the world are kept for the checks', async () => {
    const shifted = structuredClone(COUNTRY);
    shifted.features[1]!.geometry.coordinates = [
      [
        [190, 95],
        [191, 95],
        [191, 96],
        [190, 95],
      ],
    ];
    const { layers } = await read('a.geojson', text(JSON.stringify(shifted)));
    expect(layers[0]!.geometry.coords.includes(190)).toBe(true);
    expect([...layers[0]!.geometry.kinds]).toEqual([3, 3, 3]);
  });
});
