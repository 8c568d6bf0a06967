import { describe, expect, test } from 'vitest';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { InputError } from '../../../server/errors.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import type { NormalizedBoundaries } from '../../../server/boundaries/normalize/model.ts';
import { rawLayer, rectangle, square, threeLevels } from '../../helpers/rawLayers.ts';

const SLE = { country: 'SLE' as Iso3 };
const codes = ({ findings }: NormalizedBoundaries) => findings.map(({ code }) => code);
const finding = ({ findings }: NormalizedBoundaries, code: string) => findings.find((entry) => entry.code === code);
const unitsOf = ({ levels }: NormalizedBoundaries) => levels.map(({ table }) => table.units);

describe('spellings', () => {
  const spellings: Record<string, Parameters<typeof threeLevels>[0]> = {
    new: (role, level) => ({ name: `adm${level}_name`, pcode: `adm${level}_pcode`, validOn: 'valid_on', validTo: 'valid_to' })[role],
    'old, by language': (role, level) => ({ name: `ADM${level}_EN`, pcode: `ADM${level}_PCODE`, validOn: 'validOn', validTo: 'validTo' })[role],
    service: (role, level) => ({ name: `admin${level}Name_en`, pcode: `admin${level}Pcode`, validOn: 'ValidOn', validTo: 'VALIDTO' })[role],
    'cut by DBF': (role, level) => ({ name: `admin${level}Name`, pcode: `admin${level}Pcod`, validOn: 'validOn', validTo: 'validTo' })[role],
    starred: (role, level) => ({ name: `Admin${level}Name_en *`, pcode: `admin${level}Pcode *`, validOn: 'valid on', validTo: 'valid to' })[role],
  };
  const expected = normalizeBoundaries(threeLevels(spellings.new!), SLE);

  test.each(Object.keys(spellings))('%s headings give the same table', (name) => {
    const found = normalizeBoundaries(threeLevels(spellings[name]!), SLE);
    const plain = (boundaries: NormalizedBoundaries) =>
      unitsOf(boundaries).map((units) => units.map((unit) => ({ ...unit, names: unit.names.map((entry) => entry.name) })));
    expect(plain(found)).toEqual(plain(expected));
    expect(found.levels.map(({ lineage }) => lineage)).toEqual(expected.levels.map(({ lineage }) => lineage));
    expect(found.deepestComplete).toBe(2);
  });

  test('the languages are those of the headings', () => {
    expect(normalizeBoundaries(threeLevels(spellings['old, by language']!), SLE).levels.map(({ languages }) => languages)).toEqual([['en'], ['en'], ['en']]);
    expect(expected.levels[2]!.languages).toEqual(['und']);
  });

  test('parents, dates and levels are those of the columns', () => {
    expect(expected.levels.map(({ level }) => level)).toEqual([0, 1, 2]);
    expect(unitsOf(expected)[2]!.map(({ pcode, parentPcode }) => [pcode, parentPcode])).toEqual([
      ['SL0101', 'SL01'],
      ['SL0102', 'SL01'],
      ['SL0201', 'SL02'],
      ['SL0202', 'SL02'],
    ]);
    expect(unitsOf(expected)[2]![0]).toMatchObject({ validOn: '2020-01-31', validTo: null, bbox: [0, 1, 1, 2] });
  });
});

describe('names', () => {
  test('the romanized language comes first, whatever the order of columns, and the columns say which is which', () => {
    const layer = rawLayer('irq_adm1', { ADM1_AR: ['الانبار'], ADM1_EN: ['Al-Anbar'], ADM1_PCODE: ['IQ01'] }, [[square(0, 0)]]);
    const { levels } = normalizeBoundaries([layer], { country: 'IRQ' as Iso3 });
    expect(levels[0]!.table.units[0]!.names).toEqual([
      { lang: 'en', name: 'Al-Anbar' },
      { lang: 'ar', name: 'الانبار' },
    ]);
    expect(levels[0]!.columns.map(({ source, standard }) => [source, standard])).toEqual([
      ['ADM1_AR', 'adm1_name1'],
      ['ADM1_EN', 'adm1_name'],
      ['ADM1_PCODE', 'adm1_pcode'],
    ]);
  });

  test('DA is Dari in Afghanistan, which is said, and Danish elsewhere', () => {
    const layer = (country: string) =>
      normalizeBoundaries(
        [rawLayer('adm1', { ADM1_EN: ['Kabul', 'Ghor'], ADM1_DA: ['کابل', 'غور'], ADM1_PCODE: ['AF01', 'AF02'] }, [[square(0, 0)], [square(1, 0)]])],
        {
          country: country as Iso3,
        },
      );
    expect(layer('AFG').levels[0]!.languages).toEqual(['en', 'prs']);
    expect(layer('AFG').findings.find(({ code }) => code === 'normalize.language-local')?.params).toMatchObject({
      column: 'ADM1_DA',
      suffix: 'da',
      lang: 'prs',
    });
    expect(layer('SLE').levels[0]!.languages).toEqual(['en', 'da']);
    expect(layer('SLE').findings.map(({ code }) => code)).not.toContain('normalize.language-local');
  });

  test('lang, lang1 name the languages of the new columns, row by row', () => {
    const layer = rawLayer('x', { adm1_name: ['A', 'B'], adm1_name1: ['ا', null], adm1_pcode: ['YE1', 'YE2'], lang: ['en', 'en'], lang1: ['ar', 'ar'] }, [
      [square(0, 0)],
      [square(1, 0)],
    ]);
    const units = normalizeBoundaries([layer], { country: 'YEM' as Iso3 }).levels[0]!.table.units;
    expect(units.map(({ names }) => names)).toEqual([
      [
        { lang: 'en', name: 'A' },
        { lang: 'ar', name: 'ا' },
      ],
      [{ lang: 'en', name: 'B' }],
    ]);
  });

  test('blanks and Unicode forms are tidied, said, and the source is left alone', () => {
    const layer = rawLayer('x', { adm1_name: [' Foo', 'Foo ', 'Foo  Bar', 'Se\u0301gou', 'Bo'], adm1_pcode: ['SL1', 'SL2', 'SL3', 'SL4', 'SL5'] }, [
      [square(0, 0)],
      [square(1, 0)],
      [square(2, 0)],
      [square(3, 0)],
      [square(4, 0)],
    ]);
    const found = normalizeBoundaries([layer], SLE);
    expect(found.levels[0]!.table.units.map(({ names }) => names[0]!.name)).toEqual(['Foo', 'Foo', 'Foo Bar', 'S\u00e9gou', 'Bo']);
    expect(finding(found, 'normalize.names-tidied')).toMatchObject({ count: 4, severity: 'info' });
    expect(layer.columns[0]!.values[0]).toBe(' Foo');
  });

  test('a name without language beside one with it is a reference name', () => {
    const layer = rawLayer('mli_adm3', { admin3Name: ['Abeibara'], admin3Name_fr: ['Abéïbara'], admin3Pcode: ['ML01'] }, [[square(0, 0)]]);
    const { table } = normalizeBoundaries([layer], { country: 'MLI' as Iso3 }).levels[0]!;
    expect(table.units[0]!.names).toEqual([{ lang: 'fr', name: 'Abéïbara' }]);
    expect(table.extra).toEqual([{ name: 'adm3_ref_name', values: ['Abeibara'] }]);
  });

  test('reference names stand in where there are no others', () => {
    const layer = rawLayer('ven_adm1', { admin1RefName: ['Zulia'], admin1Pcode: ['VE01'] }, [[square(0, 0)]]);
    const found = normalizeBoundaries([layer], { country: 'VEN' as Iso3 });
    expect(found.levels[0]!.table.units[0]!.names).toEqual([{ lang: 'und', name: 'Zulia' }]);
    expect(codes(found)).toContain('normalize.names-from-reference');
  });
});

describe('codes', () => {
  test('numbers become text and are said to have been numbers', () => {
    const layer = rawLayer('x', { adm1_name: ['A', 'B'], adm1_pcode: [10, ' 20 '] }, [[square(0, 0)], [square(1, 0)]]);
    const found = normalizeBoundaries([layer], SLE);
    expect(found.levels[0]!.table.units.map(({ pcode }) => pcode)).toEqual(['10', '20']);
    expect(finding(found, 'normalize.codes-from-numbers')).toMatchObject({ count: 1, items: [{ rows: [1] }] });
    expect(finding(found, 'normalize.codes-tidied')).toMatchObject({ count: 1, items: [{ rows: [2] }] });
  });

  test('a code missing stays missing, row for row with the source', () => {
    const layer = rawLayer('x', { adm1_name: ['A', 'B', 'C'], adm1_pcode: ['SL1', null, 'SL1'] }, [[square(0, 0)], [], [square(1, 0)]]);
    const { table } = normalizeBoundaries([layer], SLE).levels[0]!;
    expect(table.units.map(({ pcode }) => pcode)).toEqual(['SL1', '', 'SL1']);
    expect([...table.source.rowNumber]).toEqual([1, 2, 3]);
    expect([...table.geometry.kinds]).toEqual([3, 0, 3]);
  });
});

describe('layers', () => {
  test('lines and points go along, tables and strangers are set aside, each with its reason', () => {
    const line = rawLayer('sle_adminlines', { adm_level: [1] }, [
      [
        [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      ],
    ]);
    line.geometry.kinds[0] = 2;
    const point = rawLayer('sle_admincapitals', { name: ['Freetown'] }, [[[[[0, 0]]]]]);
    point.geometry.kinds[0] = 1;
    const table = rawLayer('lookup', { adm1_pcode: ['SL01'] }, [[]]);
    const lake = rawLayer('lakes', { name: ['Chad'], id: ['17'] }, [[square(0, 0)]]);
    const found = normalizeBoundaries(
      [...threeLevels((role, level) => (role.startsWith('valid') ? role : `adm${level}_${role}`)), line, point, table, lake],
      SLE,
    );
    expect(found.companions.map(({ role }) => role)).toEqual(['lines', 'capitals']);
    expect(found.ignored.map(({ raw, reason }) => [raw.layer, reason])).toEqual([
      ['lookup', 'no-geometry'],
      ['lakes', 'no-level'],
    ]);
    expect(found.levels).toHaveLength(3);
  });

  test('the second layer of a level is set aside', () => {
    const [, first] = threeLevels((role, level) => `adm${level}_${role}`);
    const bare = rawLayer('other_adm1', { admin1Name: ['North'], admin1Pcode: ['SL01'] }, [[square(0, 0)]]);
    const found = normalizeBoundaries([bare, first!], SLE);
    expect(found.levels[0]!.raw.layer).toBe('sle_adm1');
    expect(found.ignored).toMatchObject([{ raw: { layer: 'other_adm1' }, reason: 'duplicate-level' }]);
    expect(codes(found)).toContain('normalize.layer-duplicate');
  });

  test('a level column splits one layer into levels', () => {
    const layer = rawLayer(
      'all',
      { adm_level: [1, 2, 2], adm1_pcode: ['SL1', 'SL1', 'SL1'], adm2_pcode: [null, 'SL11', 'SL12'], adm2_name: [null, 'A', 'B'] },
      [[rectangle(0, 0, 2, 1)], [square(0, 0)], [square(1, 0)]],
    );
    const { levels } = normalizeBoundaries([layer], SLE);
    expect(levels.map(({ level, table }) => [level, table.units.length, [...table.source.rowNumber]])).toEqual([
      [1, 1, [1]],
      [2, 2, [2, 3]],
    ]);
    expect(levels[1]!.table.units[0]!.parentPcode).toBe('SL1');
  });

  test('the file name tells the level where nothing else does', () => {
    const layer = rawLayer('xyz_admbnda_adm2_2020', { label: ['Bo', 'Bo', 'Kono'] }, [[square(0, 0)], [square(1, 0)], [square(2, 0)]]);
    const found = normalizeBoundaries([layer], SLE);
    expect(found.levels[0]!.level).toBe(2);
    expect(codes(found)).toContain('normalize.level-from-name');
  });

  test('nothing administrative is refused with what was found', () => {
    const lake = rawLayer('ne_50m_lakes', { name: ['Chad', 'Tana'], scalerank: [1, 2] }, [[square(0, 0)], [square(3, 0)]]);
    expect(() => normalizeBoundaries([lake], SLE)).toThrow(InputError);
    expect(() => normalizeBoundaries([lake], SLE)).toThrow(/ne_50m_lakes.*scalerank/);
  });
});

describe('columns known by their values', () => {
  const layer = rawLayer(
    'ETH_adm3_mapshaper',
    {
      REGIONNAME: ['Tigray', 'Tigray', 'Afar', 'Afar', 'Afar', 'Oromia'],
      ZONENAME: ['West', 'East', 'Zone 1', 'Zone 1', 'Zone 2', 'West'],
      WOREDANAME: ['Abi', 'Bora', 'Chifra', 'Dalol', 'Ewa', 'Fogera'],
      REG_P_CODE: [1, 1, 2, 2, 2, 4],
      REG_Pcode: ['ET01', 'ET01', 'ET02', 'ET02', 'ET02', 'ET04'],
      HRpcode: ['ET010101', 'ET010201', 'ET020101', 'ET020102', 'ET020201', 'ET040101'],
      HRparent: ['ET0101', 'ET0102', 'ET0201', 'ET0201', 'ET0202', 'ET0401'],
      sum: [3, 5, 5, 8, 9, 1],
    },
    Array.from({ length: 6 }, (_, i) => [square(i, 0)]),
  );

  test('codes nest by their beginnings, names change with their codes', () => {
    const found = normalizeBoundaries([layer], { country: 'ETH' as Iso3 });
    const level = found.levels[0]!;
    expect(level.level).toBe(3);
    expect(level.columns.map(({ source, standard, how }) => `${source} ${standard} ${how}`).sort()).toEqual([
      'HRparent adm2_pcode structure',
      'HRpcode adm3_pcode structure',
      'REGIONNAME adm1_name structure',
      'REG_Pcode adm1_pcode structure',
      'WOREDANAME adm3_name structure',
      'ZONENAME adm2_name structure',
    ]);
    expect(level.table.units[2]).toMatchObject({ pcode: 'ET020101', parentPcode: 'ET0201', names: [{ lang: 'und', name: 'Chifra' }] });
    expect(finding(found, 'normalize.columns-inferred')).toMatchObject({ severity: 'warning', count: 6 });
  });
});

describe('parents', () => {
  const bare = rawLayer('sle_adm2', { admin2Name: ['Bo', 'Kono', 'Moyamba', 'Pujehun'], admin2Pcode: ['A', 'B', 'C', 'D'] }, [
    [square(0, 1)],
    [rectangle(1, 0.7, 1, 1.3)],
    [square(0, 0)],
    [square(9, 9)],
  ]);
  const regions = threeLevels((role, level) => `adm${level}_${role}`)[1]!;

  test('come from place where no column states them, and the doubtful and the lost are listed', () => {
    const found = normalizeBoundaries([regions, bare], SLE);
    expect(found.levels[1]!.table.units.map(({ parentPcode }) => parentPcode)).toEqual(['SL01', 'SL01', 'SL02', null]);
    expect(found.levels[1]!.lineage[0]).toEqual(['SL', 'SL', 'SL', 'SL']);
    expect(finding(found, 'normalize.parents-from-geometry')).toMatchObject({ count: 3, level: 2 });
    expect(finding(found, 'normalize.parent-doubtful')).toMatchObject({
      count: 1,
      items: [{ pcodes: ['B'], values: { parent: 'SL01', share: expect.closeTo(76.9, 0) as number } }],
    });
    expect(finding(found, 'normalize.parent-unknown')).toMatchObject({ count: 1, items: [{ pcodes: ['D'], rows: [4] }] });
  });

  test('come from the stated name before place', () => {
    const named = { ...bare, columns: [...bare.columns, { name: 'admin1Name', values: ['South', 'north ', null, 'SOUTH'] }] };
    const found = normalizeBoundaries([regions, named], SLE);
    expect(found.levels[1]!.table.units.map(({ parentPcode }) => parentPcode)).toEqual(['SL02', 'SL01', 'SL02', 'SL02']);
    expect(finding(found, 'normalize.parents-from-names')).toMatchObject({ count: 3 });
  });

  test('a stated code that the layer above lacks is replaced by place, with everything above it, and said', () => {
    const wrong = { ...bare, columns: [...bare.columns, { name: 'admin1Pcode', values: ['SL01', 'XX77', 'SL02', 'XX77'] }] };
    const found = normalizeBoundaries([regions, wrong], SLE);
    expect(found.levels[1]!.table.units.map(({ parentPcode }) => parentPcode)).toEqual(['SL01', 'SL01', 'SL02', 'XX77']);
    expect(finding(found, 'normalize.parent-code-unknown')).toMatchObject({ count: 1, items: [{ values: { stated: 'XX77', parent: 'SL01' } }] });
    expect(found.levels[1]!.ancestors[0]!.pcodes).toEqual(['SL01', 'XX77', 'SL02', 'XX77']);
  });
});

describe('partial levels', () => {
  const upper = threeLevels((role, level) => `adm${level}_${role}`);

  test('a deepest level in one district only is partial, and the level above is the base', () => {
    const quarters = rawLayer('sle_adm3', { adm3_name: ['Q1', null], adm3_pcode: ['SL010101', null], adm2_pcode: ['SL0101', 'SL0101'] }, [
      [rectangle(0, 1, 0.5, 1)],
      [rectangle(0.5, 1, 0.5, 1)],
    ]);
    const found = normalizeBoundaries([...upper, quarters], SLE);
    expect([found.deepestComplete, found.levels.map(({ partial }) => partial)]).toEqual([2, [false, false, false, true]]);
    expect(finding(found, 'normalize.level-partial')).toMatchObject({ severity: 'warning', level: 3, params: { share: 25, base: 2, blank: 1 } });
  });

  test('a level that leaves out a lake in each district is complete', () => {
    const lakes = rawLayer('sle_adm3', { adm3_pcode: ['SL010101', 'SL010201', 'SL020101', 'SL020201'], adm2_pcode: ['SL0101', 'SL0102', 'SL0201', 'SL0202'] }, [
      [rectangle(0, 1, 0.9, 1)],
      [rectangle(1, 1, 0.9, 1)],
      [rectangle(0, 0, 0.9, 1)],
      [rectangle(1, 0, 0.9, 1)],
    ]);
    expect(normalizeBoundaries([...upper, lakes], SLE).deepestComplete).toBe(3);
  });
});

test('rings are turned to RFC 7946 and nothing else changes', () => {
  const clockwise = square(0, 0).map((ring) => ring.toReversed());
  const found = normalizeBoundaries([rawLayer('adm1', { adm1_pcode: ['SL1'] }, [[clockwise]])], SLE);
  expect([...found.levels[0]!.table.geometry.coords]).toEqual(square(0, 0)[0]!.flat());
  expect(codes(found)).toContain('normalize.rings-turned');
});

test('a stated version is read, and layers that disagree are told', () => {
  const layers = threeLevels((role, level) => `adm${level}_${role}`);
  layers[1]!.columns.push({ name: 'version', values: ['v01', 'v01'] });
  layers[2]!.columns.push({ name: 'cod_version', values: ['V_02', 'V_02', 'V_02', 'V_02'] });
  const found = normalizeBoundaries(layers, SLE);
  expect(found.statedVersion).toBe('v02');
  expect(codes(found)).toContain('normalize.versions-differ');
});
