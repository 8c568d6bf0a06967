import { parse } from 'csv-parse/sync';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { exportColumns } from '../../../server/boundaries/files/columns.ts';
import type { AdminLevel } from '../../../server/contract/ids.ts';
import { writeAdminLines, writeAdminPoints } from '../../../server/boundaries/files/companions.ts';
import { writeGazetteerCsv } from '../../../server/boundaries/files/gazetteer.ts';
import { degrees, writeGeoJson } from '../../../server/formats/geojson/write.ts';
import { readGeometryFile, writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { planLevels } from '../../../server/boundaries/normalize/plan.ts';
import { publishLevels, upperLevels } from '../../../server/boundaries/normalize/publish.ts';
import { buildCoverage } from '../../../server/geometry/coverage.ts';
import { rawLayer, threeLevels } from '../../helpers/rawLayers.ts';
import { roughGrid, seeded, toColumn, toNested } from '../../geometry/shapes.ts';

const options = { country: 'SLE' as Iso3, version: 'v02' };

function published() {
  const layers = threeLevels((role, level) => ({ name: `ADM${level}_EN`, pcode: `ADM${level}_PCODE`, validOn: 'validOn', validTo: 'validTo' })[role]);
  layers[2]!.columns.push({ name: 'ADM2_AR', values: ['بو', null, 'مويامبا', null] }, { name: 'Hospitals', values: [1, null, 3, 4] });
  const plan = planLevels(normalizeBoundaries(layers, options));
  const coverage = buildCoverage(plan.base, upperLevels(plan));
  return { tables: publishLevels(plan, coverage), coverage };
}
const parseJson = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as FeatureCollection<MultiPolygon>;

describe('GeoJSON of a level', () => {
  const { tables } = published();
  const collection = parseJson(writeGeoJson('sle_admin2', tables[2]!, exportColumns(tables[2]!, tables, options)));

  test('has the columns of the specification in its order, extra ones after them', () => {
    const names = (level: number) => ['name', 'name1', 'name2', 'name3', 'pcode'].map((part) => `adm${level}_${part}`);
    expect(Object.keys(collection.features[0]!.properties!)).toEqual([
      ...names(2),
      ...names(1),
      ...names(0),
      'valid_on',
      'valid_to',
      'area_sqkm',
      'version',
      'lang',
      'lang1',
      'lang2',
      'lang3',
      'iso2',
      'iso3',
      'center_lat',
      'center_lon',
      'Hospitals',
    ]);
  });

  test('says of each unit what the source says', () => {
    expect(collection.features[0]!.properties).toMatchObject({
      adm2_name: 'Bo',
      adm2_name1: 'بو',
      adm2_name2: null,
      adm2_pcode: 'SL0101',
      adm1_name: 'North',
      adm1_pcode: 'SL01',
      adm0_name: 'Sierra Leone',
      adm0_pcode: 'SL',
      valid_on: '2020-01-31',
      valid_to: null,
      version: 'v02',
      lang: 'en',
      lang1: 'ar',
      lang2: null,
      iso2: 'SL',
      iso3: 'SLE',
      Hospitals: 1,
    });
    expect(collection.features[0]!.properties!.center_lat).toBeCloseTo(1.5, 5);
  });

  test('is RFC 7946: MultiPolygon, closed, shells counter-clockwise, a bbox', () => {
    expect(collection.bbox).toEqual([0, 0, 2, 2]);
    expect(collection.features.map(({ geometry }) => geometry.type)).toEqual(Array.from({ length: 4 }, () => 'MultiPolygon'));
    const ring = collection.features[0]!.geometry.coordinates[0]![0]!;
    expect(ring[0]).toEqual(ring.at(-1));
    expect(ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0]! * y! - x! * ring[i]![1]!), 0)).toBeGreaterThan(0);
  });

  test('a unit without geometry has null, not an empty shape', () => {
    const { tables } = published();
    const bare = { ...tables[2]!, geometry: toColumn([[], [], [], []]) };
    expect(parseJson(writeGeoJson('x', bare, [])).features[0]!.geometry).toBeNull();
  });
});

test.each([
  [33.06952693700007, '33.0695269'],
  [-0, '0'],
  [0.0000003, '0.0000003'],
  [-0.00000004, '0'],
  [180, '180'],
])('%s is written as %s', (value, text) => expect(degrees(value)).toBe(text));

test('lines: each boundary once, with its highest level and the units on its sides', () => {
  const { tables, coverage } = published();
  const { features } = parseJson(writeAdminLines('sle_adminlines', tables, coverage, 'v02'));
  const lines = features.map(({ properties }) => `${properties!.adm_level} ${properties!.left_pcod} ${properties!.right_pcod}`);
  expect(lines.toSorted()).toEqual(['0 SL null', '1 SL01 SL02', '2 SL0101 SL0102', '2 SL0201 SL0202']);
});

test('lines of a level that is published as it was uploaded are drawn as that level is; the others as the base level', () => {
  const { tables, coverage } = published();
  const linesOf = (kept?: Set<AdminLevel>, of = tables) =>
    parseJson(writeAdminLines('sle_adminlines', of, coverage, 'v02', kept)).features.map(({ properties, geometry }) => ({
      line: `${properties!.adm_level} ${properties!.left_pcod} ${properties!.right_pcod}`,
      points: geometry.coordinates.flat() as unknown as number[][],
    }));
  const byLine = (lines: ReturnType<typeof linesOf>) => Object.fromEntries(lines.map(({ line, points }) => [line, points]));
  const before = byLine(linesOf());
  // A level that is drawn as the base level gives the same boundaries.
  expect(Object.keys(byLine(linesOf(new Set([1])))).toSorted()).toEqual(Object.keys(before).toSorted());
  // Its drawing moved by a tenth of a degree: its boundary follows, and no other.
  const [, upper] = tables;
  const moved = { ...upper!, geometry: { ...upper!.geometry, coords: upper!.geometry.coords.map((value, i) => (i % 2 === 1 ? value + 0.1 : value)) } };
  const after = byLine(linesOf(new Set([1]), tables.with(1, moved)));
  const lowest = (points: number[][]) => Math.min(...points.map(([, y]) => y!));
  expect(lowest(after['1 SL01 SL02']!)).toBeCloseTo(lowest(before['1 SL01 SL02']!) + 0.1, 6);
  for (const line of ['0 SL null', '2 SL0101 SL0102', '2 SL0201 SL0202']) expect(after[line]).toEqual(before[line]);
});

test('points: one in each unit of each level', () => {
  const { features } = parseJson(writeAdminPoints('sle_adminpoints', published().tables, 'v02'));
  expect(features.map(({ properties }) => properties!.adm_level as number)).toEqual([0, 1, 1, 2, 2, 2, 2]);
  expect(features[3]!.properties).toMatchObject({ name: 'Bo', name1: 'بو', pcode: 'SL0101', parent_pcode: 'SL01', lang: 'en', lang1: 'ar' });
});

test('gazetteer CSV: a row for each unit with its ancestors, formulas made harmless', () => {
  const { tables } = published();
  tables[2]!.units[0]!.names[0]!.name = '=HYPERLINK("http://x")';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeGazetteerCsv(tables, options));
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(7);
  expect(rows[3]).toMatchObject({ adm_level: '2', pcode: 'SL0101', parent_pcode: 'SL01', adm0_pcode: 'SL', adm1_pcode: 'SL01', name_ar: 'بو', version: 'v02' });
  expect(rows[3]!.name_en).toBe(`'=HYPERLINK("http://x")`);
});

describe('the geometry file', () => {
  test('gives back exactly what was published', () => {
    const { tables } = published();
    expect(readGeometryFile(writeGeometryFile(tables))).toEqual(tables);
  });

  test('holds coordinates around the world, across ±180, holes and units without geometry', () => {
    const random = seeded(11);
    const rough = roughGrid(random, 6, 4, { x: -179.5, y: -85, size: 59.8 / 2 });
    const column = toColumn([
      ...rough,
      [],
      [
        [
          [
            [180, 90],
            [-180, 90],
            [-180, -90],
            [180, 90],
          ],
          [
            [0, 1e-7],
            [1e-7, 0],
            [0, 0],
            [0, 1e-7],
          ],
        ],
      ],
    ]);
    const { tables } = published();
    const unit = tables[2]!.units[0]!;
    const table = {
      ...tables[2]!,
      extra: [],
      units: Array.from(column.kinds, () => unit),
      geometry: column,
      source: { file: 'é', layer: '', rowNumber: new Uint32Array(column.kinds.length) },
    };
    const [found] = readGeometryFile(writeGeometryFile([table]));
    expect(toNested(found!.geometry)).toEqual(toNested(column));
    expect(found!.geometry.kinds).toEqual(column.kinds);
  });

  test('refuses other bytes', () => {
    expect(() => readGeometryFile(new Uint8Array(40))).toThrow(/upload the version again/);
    expect(() => readGeometryFile(new Uint8Array(3))).toThrow(/upload the version again/);
  });
});

test('a source column that bears a standard heading without being it keeps its values under another', () => {
  const layer = rawLayer('sle_adm1', { adm1_pcode: ['SL01'], adm1_name: ['A'], iso3: ['SLE'], ISO_3: ['old'] }, roughGrid(seeded(1), 1, 1));
  const plan = planLevels(normalizeBoundaries([layer], options));
  const tables = publishLevels(plan, buildCoverage(plan.base, upperLevels(plan)));
  const columns = exportColumns(tables[1]!, tables, options);
  expect(columns.at(-1)).toEqual({ name: 'ISO_3', type: 'mixed', values: ['old'] });
  expect(new Set(columns.map(({ name }) => name.toLowerCase())).size).toBe(columns.length);
});
