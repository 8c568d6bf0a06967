/** Files of the field that were read wrongly or refused: each case stands for a kind, with variants beside it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Iso3 } from '../../server/contract/ids.ts';
import { judgeBoundaries } from '../../server/boundaries/pipeline.ts';
import type { UploadFile } from '../../server/formats/raw.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';
import { expectFindingsWorded } from '../helpers/worded.ts';

const bytesOf = (path: string) => readFileSync(`test/fixtures/cases/${path}`);
const fileOf = (path: string) => uploadOf(path.split('/').at(-1)!, bytesOf(path));

async function judge(...files: UploadFile[]) {
  const { report, boundaries, published } = await judgeBoundaries(files, { country: 'TGO' as Iso3, dataset: null, sha256: '', today: '2026-11-22' });
  const findings = report.results.flatMap((result) => result.findings);
  expectFindingsWorded(findings.filter(({ code }) => /^(geojson|read|normalize)\./.test(code)));
  const deepest = boundaries.levels.at(-1)!;
  return {
    level: deepest.level,
    codes: deepest.table.units.map(({ pcode }) => pcode as string),
    names: deepest.table.units.map(({ names }) => names[0]?.name),
    parents: deepest.lineage[1] ?? [],
    units: published.map(({ level, units }) => [level, units.length]),
    coords: [...deepest.table.geometry.coords],
    areas: deepest.table.units.map((_, row) => areaOf(deepest.table.geometry, row)),
    find: (code: string) => findings.find((entry) => entry.code === code),
    errors: findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    report,
  };
}

/** In square degrees. */
function areaOf(
  { coords, rings, polygons, rows }: { coords: Float64Array; rings: Uint32Array; polygons: Uint32Array; rows: Uint32Array },
  row: number,
): number {
  let area = 0;
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++)
    for (let v = rings[ring]!; v < rings[ring + 1]! - 1; v++) area += (coords[2 * v]! * coords[2 * v + 3]! - coords[2 * v + 2]! * coords[2 * v + 1]!) / 2;
  return Math.abs(area);
}

const TGO = JSON.parse(bytesOf('00-base/tgo_adm2.geojson').toString()) as { features: { properties: Record<string, string>; geometry: object }[] };
const layerOf = (change: (properties: Record<string, string>, row: number) => object, more: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: TGO.features.map(({ properties, geometry }, row) => ({ type: 'Feature', properties: change(properties, row), geometry })),
  });
const CODES = ['TG0101', 'TG0102', 'TG0201', 'TG0202'];
const NAMES = ['Alba', 'Bero', 'Kpele', 'Doma'];

describe('case 01: third and fourth ordinates without a value', () => {
  const expected = JSON.parse(bytesOf('01-geojson-null-measure/expected.json').toString())['both files'] as { codes: string[] };

  test('as it came', async () => {
    const { codes, coords, find, units } = await judge(fileOf('01-geojson-null-measure/tgo_adm2_xyzm.geojson'));
    expect([codes, units.at(-1)]).toEqual([expected.codes, [2, 4]]);
    expect([Math.min(...coords.filter((_, i) => i % 2 === 0)), Math.max(...coords.filter((_, i) => i % 2 === 1))]).toEqual([0.2, 10.6]);
    expect(find('geometry.z')).toBeDefined();
  });

  test.each(['NaN', 'nan', '-Infinity', '1e5', '-9999', 'null', 'null, null'])('%s', async (ordinate) => {
    const text = bytesOf('01-geojson-null-measure/tgo_adm2_xyzm.geojson').toString().replaceAll('0,null', ordinate);
    const plain = await judge(fileOf('01-geojson-null-measure/tgo_adm2_xyzm.geojson'));
    expect((await judge(uploadOf('tgo_adm2.geojson', text))).coords).toEqual(plain.coords);
  });

  test.each(['null', 'NaN', 'true', 'nulla'])('%s as longitude, or what is no ordinate, is refused', async (word) => {
    const text = bytesOf('01-geojson-null-measure/tgo_adm2_xyzm.geojson').toString();
    const at = word === 'true' || word === 'nulla' ? text.replace('0,null', word) : text.replace('[0.2,6.2,0,null]', `[${word},6.2]`);
    await expect(judge(uploadOf('tgo_adm2.geojson', at))).rejects.toMatchObject({ code: 'geojson.coordinates' });
  });
});

describe('case 02: cut by the map server', () => {
  test('as it came', async () => {
    const { find, units, report } = await judge(fileOf('02-cut-by-the-map-server/tgo_adm2_arcgis_root.geojson'));
    expect([units.at(-1), find('geojson.cut')!.severity, report.publishable]).toEqual([[2, 3], 'error', false]);
  });

  test.each([
    ['ArcGIS, in the properties of the collection', { properties: { exceededTransferLimit: true } }, true],
    ['WFS', { numberMatched: 9, numberReturned: 4 }, true],
    ['GeoServer', { totalFeatures: 5 }, true],
    [
      'OGC API Features',
      {
        links: [
          { rel: 'self', href: 'a' },
          { href: 'b', rel: 'next' },
        ],
      },
      true,
    ],
    ['WFS, all of it', { numberMatched: 4, numberReturned: 4, totalFeatures: 'unknown' }, false],
    ['ArcGIS, all of it', { exceededTransferLimit: false, links: [{ rel: 'self' }] }, false],
  ])('%s', async (_, more, isCut) => {
    const { find, codes } = await judge(
      uploadOf(
        'tgo_adm2.geojson',
        layerOf((properties) => properties, more),
      ),
    );
    expect([codes, find('geojson.cut') !== undefined]).toEqual([CODES, isCut]);
  });

  test('the members may come after the features', async () => {
    const text = layerOf((properties) => properties).replace(/\}$/, ',"numberMatched":12}');
    expect((await judge(uploadOf('tgo_adm2.geojson', text))).find('geojson.cut')!.message).toContain('4 of 12 features');
  });
});

describe('case 03: surfaces and collections', () => {
  test('as it came', async () => {
    const { areas, codes, errors } = await judge(fileOf('03-surfaces-and-collections/tgo_adm2_multisurface.gpkg'));
    expect([areas.map((area) => Number(area.toFixed(9))), codes.length, errors]).toEqual([[1.54, 1.54, 1.54, 1.54], 4, []]);
  });

  test('a collection of polygons in GeoJSON', async () => {
    const text = JSON.parse(layerOf((properties) => properties)) as { features: { geometry: object }[] };
    for (const feature of text.features) feature.geometry = { type: 'GeometryCollection', geometries: [feature.geometry] };
    expect((await judge(uploadOf('tgo_adm2.geojson', JSON.stringify(text)))).errors).toEqual([]);
  });
});

describe('case 33: own columns without a level', () => {
  const UPPER = { ADMIN1_COD: 'ADM1_PCODE', ADMIN1_EN: 'ADM1_FR' };
  const upper = (properties: Record<string, string>) => Object.fromEntries(Object.entries(UPPER).map(([heading, from]) => [heading, properties[from]]));

  test('as it came', async () => {
    const { level, codes, names, parents, units } = await judge(fileOf('33-bare-headings-beside-levelled-parents/tgo_admin2.geojson'));
    expect([level, codes, names, units]).toEqual([2, CODES, NAMES, [[0, 1], [1, 2], [2, 4]]]); // prettier-ignore
    expect(parents).toEqual(['TG01', 'TG01', 'TG02', 'TG02']);
  });

  test.each([
    [
      'a code of the units, and the number of people',
      (p: Record<string, string>, row: number) => ({ POP: [23011, 4500, 12000, 880][row], HRNAME: p.ADM2_FR, HRPCODE: p.ADM2_PCODE, ...upper(p) }),
    ],
    ['words of the country', (p: Record<string, string>) => ({ commune: p.ADM2_FR, code_commune: p.ADM2_PCODE, ...upper(p) })],
    ['parents first', (p: Record<string, string>) => ({ ...upper(p), Nom_FR: p.ADM2_FR, Pcode: p.ADM2_PCODE })],
    [
      'the deepest name is not that of the parent',
      (p: Record<string, string>) => ({ province: p.ADM1_FR, distName: p.ADM2_FR, provCode: p.ADM1_PCODE, distCode: p.ADM2_PCODE }),
    ],
  ])('%s, in a file whose name says nothing', async (_, change) => {
    const { level, codes, names } = await judge(uploadOf('boundaries.geojson', layerOf(change)));
    expect([level, codes, names]).toEqual([2, CODES, NAMES]);
  });

  test('names alone', async () => {
    const { level, names } = await judge(
      uploadOf(
        'boundaries.geojson',
        layerOf((p) => ({ Nom: p.ADM2_FR, ...upper(p) })),
      ),
    );
    expect([level, names]).toEqual([2, NAMES]);
  });

  test('islands of one unit in rows of their own are no level below', async () => {
    const { level, find } = await judge(
      uploadOf(
        'boundaries.geojson',
        layerOf((p, row) => ({ ...upper(p), area_km2: 100 + row, remark: `part ${row}` })),
      ),
    );
    expect([level, find('normalize.rows-merged')?.count]).toEqual([1, 2]);
  });

  test('the language of a heading is kept', async () => {
    const { report } = await judge(fileOf('33-bare-headings-beside-levelled-parents/tgo_admin2.geojson'));
    expect(report.results.flatMap(({ findings }) => findings).filter(({ code }) => code === 'normalize.language-unknown')).toEqual([]);
  });
});

describe('ids of other collections', () => {
  test('geoBoundaries: the name is read, the ids are named as no P-codes', async () => {
    const text = layerOf((p, row) => ({ shapeName: p.ADM2_FR, shapeISO: '', shapeID: `TGO-ADM2-3_0_0-B${row}`, shapeGroup: 'TGO', shapeType: 'ADM2' }));
    const { level, names, codes, find } = await judge(uploadOf('download.geojson', text));
    expect([level, names, codes]).toEqual([2, NAMES, ['', '', '', '']]);
    expect(find('normalize.foreign-ids')!.message).toContain('shapeID holds IDs from geoBoundaries');
  });

  test('GADM: the same', async () => {
    const text = layerOf((p, row) => ({ GID_2: `TGO.1.${row}_1`, NAME_1: p.ADM1_FR, NAME_2: p.ADM2_FR }));
    const { level, names, find } = await judge(uploadOf('gadm41_TGO_2.geojson', text));
    expect([level, names]).toEqual([2, NAMES]);
    expect(find('normalize.foreign-ids')!.message).toContain('GID_2 holds IDs from GADM');
  });

  test.each([
    ['shapeISO, however unique and alike', (row: number) => ({ shapeISO: `TG-${CODES[row]!.slice(2)}`, shapeType: 'ADM2' })],
    ['shapeISO that looks like P-codes of the country', (row: number) => ({ shapeISO: CODES[row], shapeType: 'ADM2' })],
    ['shapeID that looks like them', (row: number) => ({ shapeID: CODES[row], shapeType: 'ADM2' })],
    ['GID_2 that looks like them', (row: number) => ({ GID_2: CODES[row] })],
  ])('%s are never codes, and the columns say what they are', async (_, ids) => {
    const text = layerOf((p, row) => ({ shapeName: p.ADM2_FR, ...ids(row) }));
    const { columns, boundaries, report } = await judgeBoundaries([uploadOf('tgo_adm2.geojson', text)], {
      country: 'TGO' as Iso3,
      dataset: null,
      sha256: '',
      today: '2026-11-22',
    });
    const deepest = boundaries.levels.at(-1)!;
    expect(deepest.table.units.map(({ pcode, names }) => [pcode, names[0]?.name])).toEqual(NAMES.map((name) => ['', name]));
    const [heading] = Object.keys(ids(0));
    const column = columns.find((each) => each.heading === heading)!;
    expect([column.role, column.reasons.map(({ text }) => text)]).toEqual([
      { is: 'extra' },
      [expect.stringMatching(/^\w+ holds identifiers of .*, which are not P-codes$/)],
    ]);
    expect(report.results.flatMap(({ findings }) => findings).map(({ code }) => code)).toContain('normalize.foreign-ids');
  });
});

describe('KML', () => {
  const ring =
    '<Polygon><outerBoundaryIs><LinearRing><coordinates>0.2,6.2 1.6,6.2 1.6,10.6 0.2,10.6 0.2,6.2</coordinates></LinearRing></outerBoundaryIs></Polygon>';
  const kml = (placemark: string) =>
    uploadOf(
      'tgo_adm2.kml',
      `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>${placemark}${ring}</Placemark></Document></kml>`,
    );

  test.each([
    [
      'of ArcGIS, in a table for the frame',
      '<table border="1"><tr><td>Alba</td></tr><tr><td><table><tr><td>FID</td><td>0</td></tr><tr bgcolor="#D4E4F3"><td>ADM2_PCODE</td><td>TG0101</td></tr><tr><td>ADM2_FR</td><td>C&ocirc;te &amp; Alba</td></tr></table></td></tr></table>',
    ],
    ['with open cells and headings', '<table><tr><th>ADM2_PCODE</th><td>TG0101</td></tr><TR><TD>ADM2_FR<TD>C&#244;te <b>&amp;</b> Alba</TR></table>'],
  ])('attributes in the table of the balloon: %s', async (_, table) => {
    const { codes, names } = await judge(kml(`<name>0</name><description><![CDATA[<html><body>${table}</body></html>]]></description>`));
    expect([codes, names]).toEqual([['TG0101'], ['Côte & Alba']]);
  });

  test('its name is the name of the unit where nothing else is', async () => {
    expect((await judge(kml('<name>Alba</name><description>drawn by hand</description>'))).names).toEqual(['Alba']);
  });
});
