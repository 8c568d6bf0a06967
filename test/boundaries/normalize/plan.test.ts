import { describe, expect, test } from 'vitest';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { exportLevels } from '../../../server/boundaries/files/formats.ts';
import { readGeometryFile, writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { planLevels } from '../../../server/boundaries/normalize/plan.ts';
import { publishLevels, upperLevels } from '../../../server/boundaries/normalize/publish.ts';
import type { RawLayer } from '../../../server/formats/raw.ts';
import { buildCoverage } from '../../../server/geometry/coverage.ts';
import { rawLayer, rectangle, square, threeLevels } from '../../helpers/rawLayers.ts';
import { seeded } from '../../geometry/shapes.ts';

function publish(layers: RawLayer[], country = 'SLE') {
  const boundaries = normalizeBoundaries(layers, { country: country as Iso3 });
  const plan = planLevels(boundaries);
  return { plan, published: publishLevels(plan, buildCoverage(plan.base, upperLevels(plan))), codes: plan.findings.map(({ code }) => code) };
}
const upper = () => threeLevels((role, level) => `adm${level}_${role}`);

describe('published levels', () => {
  test('upper levels are joined from the base, with the attributes of their own layers', () => {
    const layers = upper();
    // The uploaded regions overlap each other: what is published does not.
    layers[1]!.geometry.coords.fill(0.5, 0, 3);
    const { published } = publish(layers);
    expect(published.map(({ units }) => units.length)).toEqual([1, 2, 4]);
    expect(published[1]!.units.map(({ pcode, names, bbox }) => [pcode, names[0]!.name, bbox])).toEqual([
      ['SL01', 'North', [0, 1, 2, 2]],
      ['SL02', 'South', [0, 0, 2, 1]],
    ]);
    // Shared edges are gone: a region of two squares has the six corners of its outline, closed.
    expect(published[1]!.geometry.rings[1]).toBe(7);
    expect(published[0]!.units[0]!.areaSqKm).toBeCloseTo(
      published[2]!.units.reduce((sum, unit) => sum + unit.areaSqKm, 0),
      6,
    );
  });

  test('levels that were not uploaded come from what the rows say', () => {
    const { published, codes } = publish([upper()[2]!]);
    expect(published.map(({ units }) => units.map(({ pcode, parentPcode, names }) => [pcode, parentPcode, names[0]!.name]))).toEqual([
      [['SL', null, 'Sierra Leone']],
      [
        ['SL01', 'SL', 'North'],
        ['SL02', 'SL', 'South'],
      ],
      [
        ['SL0101', 'SL01', 'Bo'],
        ['SL0102', 'SL01', 'Kono'],
        ['SL0201', 'SL02', 'Moyamba'],
        ['SL0202', 'SL02', 'Pujehun'],
      ],
    ]);
    expect(codes).toEqual(['normalize.level-derived', 'normalize.level-derived']);
  });

  test('the country is always there, by its ISO code and name', () => {
    const bare = rawLayer('bfa_adm1', { admin1Name: ['Est', 'Sahel'], admin1Pcode: ['BF52', 'BF56'] }, [[square(0, 0)], [square(1, 0)]]);
    const { published } = publish([bare], 'BFA');
    expect(published[0]!.units[0]).toMatchObject({ pcode: 'BF', names: [{ lang: 'en', name: 'Burkina Faso' }], bbox: [0, 0, 2, 1] });
    expect(published[1]!.units[0]!.parentPcode).toBe('BF');
  });

  test('rows of one unit become one multipart unit; placeholders and namesakes stay apart', () => {
    const rows = [[square(0, 0)], [square(3, 0)], [square(5, 0)], [square(7, 0)], [square(9, 0)], [square(11, 0)]];
    const layer = rawLayer(
      'x',
      { adm1_name: ['Bo', 'Bo', 'Conflict', 'Conflict', 'Kono', 'Kambia'], adm1_pcode: ['SL1', 'SL1', '0', '0', 'SL2', 'SL2'] },
      rows,
    );
    const { published, codes, plan } = publish([layer]);
    expect(published[1]!.units.map(({ pcode, names }) => `${pcode} ${names[0]!.name}`)).toEqual([
      'SL1 Bo',
      '0 Conflict',
      '0 Conflict',
      'SL2 Kono',
      'SL2 Kambia',
    ]);
    expect([...published[1]!.geometry.rows]).toEqual([0, 2, 3, 4, 5, 6]);
    expect(published[1]!.units[0]!.bbox).toEqual([0, 0, 4, 1]);
    expect(codes).toContain('normalize.rows-merged');
    expect([...plan.base.source.rowNumber]).toEqual([1, 3, 4, 5, 6]);
  });

  test('a unit without a code is drawn, without one; an upper unit with nothing below it is kept without area, and said', () => {
    const layers = upper();
    layers[2]!.columns.find(({ name }) => name === 'adm2_pcode')!.values = ['SL0101', null, 'SL0103', 'SL0104'];
    layers[2]!.columns.find(({ name }) => name === 'adm1_pcode')!.values = ['SL01', 'SL01', 'SL01', 'SL01'];
    const { published, plan } = publish(layers);
    expect(published[2]!.units.map(({ pcode }) => pcode)).toEqual(['SL0101', '', 'SL0103', 'SL0104']);
    expect(published[1]!.units.map(({ pcode, areaSqKm }) => [pcode, areaSqKm > 0])).toEqual([
      ['SL01', true],
      ['SL02', false],
    ]);
    expect([...published[1]!.geometry.kinds]).toEqual([3, 0]);
    expect(plan.findings).toMatchObject([{ code: 'normalize.units-not-drawn', level: 1, count: 1, items: [{ pcodes: ['SL02'] }] }]);
  });

  test('a partial level is kept as it came, under the units it lies in', () => {
    const quarters = rawLayer('sle_adm3', { adm3_name: ['Q1', null], adm3_pcode: ['SL010101', null], adm2_pcode: ['SL0101', 'SL0101'] }, [
      [rectangle(0, 1, 0.5, 1)],
      [rectangle(0.5, 1, 0.5, 1)],
    ]);
    const { published, plan } = publish([...upper(), quarters]);
    expect(published.map(({ level, units }) => [level, units.length])).toEqual([
      [0, 1],
      [1, 2],
      [2, 4],
      [3, 2],
    ]);
    expect(published[3]!.units.map(({ parentPcode }) => parentPcode)).toEqual(['SL0101', 'SL0101']);
    expect(plan.base.level).toBe(2);
  });
});

describe('rows are never joined where their own codes or names differ', () => {
  const at = (layer: RawLayer, name: string) => layer.columns.find((column) => column.name === name)!;
  const without = (layer: RawLayer, pattern: RegExp) => (layer.columns = layer.columns.filter(({ name }) => !pattern.test(name)));
  const shown = (table: ReturnType<typeof publish>['published'][number]) =>
    table.units.map(({ pcode, names, bbox }) => `${pcode} ${names[0]!.name} ${bbox.join(' ')}`);

  test.each([
    ['by the parent that rows below name, whatever the place', ['South', 'North', 'North', 'South'], { byName: 4, byPlace: 0, byOrder: 0 }],
    ['by place where they name none', [null, null, null, null], { byName: 0, byPlace: 4, byOrder: 0 }],
    ['by name where there is one, else by place', ['North', null, 'South', 'Somewhere'], { byName: 2, byPlace: 2, byOrder: 0 }],
  ])('one code for two regions: districts are shared out %s', (_, names, told) => {
    const layers = upper();
    at(layers[1]!, 'adm1_pcode').values = ['SL01', 'SL01'];
    at(layers[2]!, 'adm1_pcode').values = ['SL01', 'SL01', 'SL01', 'SL01'];
    at(layers[2]!, 'adm1_name').values = names;
    const { published, plan } = publish(layers);
    expect(published[1]!.units.map(({ pcode, names: [name], areaSqKm }) => `${pcode} ${name!.name} ${areaSqKm > 20_000}`)).toEqual([
      'SL01 North true',
      'SL01 South true',
    ]);
    if (told.byName < 4) expect(shown(published[1]!)).toEqual(['SL01 North 0 1 2 2', 'SL01 South 0 0 2 1']);
    expect(plan.findings).toMatchObject([
      { code: 'normalize.codes-of-several', severity: 'warning', level: 1, count: 1, items: [{ pcodes: ['SL01'], rows: [1, 2] }] },
    ]);
    expect(plan.findings[0]!.items[0]!.clause).toMatchObject({ params: { units: ['North', 'South'], ...told } });
  });

  test('regions without any code stay what they are; units below find theirs by name, else by place', () => {
    for (const drop of [/[12]_pcode/, /[12]_pcode|adm1_name/]) {
      const layers = upper();
      without(layers[1]!, /1_pcode/);
      without(layers[2]!, drop);
      const { published, codes } = publish(layers);
      expect(shown(published[1]!)).toEqual([' North 0 1 2 2', ' South 0 0 2 1']);
      expect(codes).toContain('normalize.parents-without-code');
    }
  });

  test('one code in three layers: districts of one code go as they are to the regions they name', () => {
    const layers = upper();
    at(layers[1]!, 'adm1_pcode').values = ['SL01', 'SL01'];
    at(layers[2]!, 'adm1_pcode').values = ['SL01', 'SL01', 'SL01', 'SL01'];
    at(layers[2]!, 'adm2_pcode').values = ['SL0101', 'SL0101', 'SL0101', 'SL0101'];
    const quarters = rawLayer(
      'sle_adm3',
      {
        adm3_name: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'],
        adm3_pcode: ['SL010101', 'SL010102', 'SL010103', 'SL010104', 'SL010105'],
        adm2_pcode: ['SL0101', 'SL0101', 'SL0101', 'SL0101', 'SL0101'],
      },
      [[rectangle(0, 1, 0.5, 1)], [rectangle(0.5, 1, 0.5, 1)], [square(1, 1)], [square(0, 0)], [square(1, 0)]],
    );
    const { published } = publish([...layers, quarters]);
    expect(shown(published[2]!)).toEqual(['SL0101 Bo 0 1 1 2', 'SL0101 Kono 1 1 2 2', 'SL0101 Moyamba 0 0 1 1', 'SL0101 Pujehun 1 0 2 1']);
    expect(shown(published[1]!)).toEqual(['SL01 North 0 1 2 2', 'SL01 South 0 0 2 1']);
  });

  test('names that differ in any language keep rows apart; one that is missing does not', () => {
    const layer = rawLayer(
      'x',
      {
        adm1_name: ['Bo', 'Bo', 'Kono', 'Kono'],
        adm1_name1: ['بو', 'بوو', 'كونو', null],
        adm1_pcode: ['SL1', 'SL1', 'SL2', 'SL2'],
        lang: Array(4).fill('en'),
        lang1: Array(4).fill('ar'),
      },
      [[square(0, 0)], [square(3, 0)], [square(5, 0)], [square(7, 0)]],
    );
    expect(shown(publish([layer]).published[1]!)).toEqual(['SL1 Bo 0 0 1 1', 'SL1 Bo 3 0 4 1', 'SL2 Kono 5 0 8 1']);
  });

  test('rows of one region in an upper layer are one unit, and that is said', () => {
    const layers = upper();
    layers[1] = rawLayer('sle_adm1', { adm1_name: ['North', 'South', 'South'], adm1_pcode: ['SL01', 'SL02', 'SL02'] }, [
      [rectangle(0, 1, 2, 1)],
      [square(0, 0)],
      [square(1, 0)],
    ]);
    const { published, plan } = publish(layers);
    expect(shown(published[1]!)).toEqual(['SL01 North 0 1 2 2', 'SL02 South 0 0 2 1']);
    expect(plan.findings).toMatchObject([{ code: 'normalize.rows-merged', severity: 'info', level: 1, count: 1, items: [{ rows: [2, 3] }] }]);
  });
});

test('rubbish in any column gives tables that every format can write, or is refused', async () => {
  const random = seeded(2);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const headings =
    'adm0_pcode adm1_pcode adm2_pcode ADM1_EN adm2_name NAME_1 lang lang1 version valid_on validTo adm_level OBJECTID REG_CODE iso3 x\u0000y __proto__ constructor admin1Pcode'.split(
      ' ',
    );
  const cells = [
    null,
    '',
    '  ',
    'SL01',
    'SL0101',
    0,
    1,
    -5,
    1e300,
    NaN,
    true,
    '\u200f',
    'العراق',
    '=1+1',
    '1899-12-30',
    20_200_101,
    'v01',
    'en',
    'A'.repeat(300),
    '__proto__',
  ];
  const number = () => pick([0, 1, NaN, Infinity, 180, -180, 1e9, random() * 10, random() * 10, random() * 10]);
  const ring = () => {
    const open = Array.from({ length: Math.floor(random() * 6) }, (): [number, number] => [number(), number()]);
    return open[0] ? [...open, open[0]] : open;
  };
  const several = <T>(most: number, make: () => T) => Array.from({ length: 1 + Math.floor(random() * most) }, make);
  let published = 0;
  for (let round = 0; round < 300; round++) {
    const layers = several(4, () => {
      const rows = several(5, () => (random() < 0.2 ? [] : several(2, () => several(2, ring))));
      const columns = Object.fromEntries(several(6, () => [pick(headings), rows.map(() => pick(cells))]));
      return rawLayer(pick(['sle_adm1', 'sle_admin2', 'lines', 'adm0']), columns, rows);
    });
    try {
      const tables = publish(layers, pick(['SLE', 'XXX', 'IRQ'])).published;
      expect(new Set(tables.map(({ level }) => level)).size).toBe(tables.length);
      for (const format of ['geojson', 'csv', 'gpkg', 'shp', 'fgb'] as const)
        await exportLevels(format, tables, null, { country: 'SLE' as Iso3, version: null });
      expect(readGeometryFile(writeGeometryFile(tables)).map(({ units }) => units.length)).toEqual(tables.map(({ units }) => units.length));
      published++;
    } catch (error) {
      expect(error).toMatchObject({ code: 'input.not-boundaries' });
    }
  }
  expect(published).toBeGreaterThan(150);
});
