import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../server/formats/tables/rawTable.ts';
import { roleOfPopulationColumn, toAges, toSex } from '../../../server/population/normalize/columns.ts';
import { findNumberStyle, parseNumber } from '../../../server/formats/tables/numbers.ts';
import { rowsXml, uploadOf, workbookOf } from '../../helpers/tables/workbook.ts';
import { find, judgeCsv, optionsOf, summary, unitOf } from '../../helpers/population.ts';
import { checkPopulation } from '../../../server/population/pipeline.ts';

describe('headings of cod.md §3.2 and their variants', () => {
  test.each([
    ['T_TL', 'T_TL'],
    ['F_00_04', 'F_00_04'],
    ['F_4045', 'F_40_45'],
    ['F_80_plus', 'F_80Plus'],
    ['F_80PLUS', 'F_80Plus'],
    ['M_80Plus', 'M_80Plus'],
    ['F_00', 'F_00_00'],
    ['T_2024', 'T_20_24'],
    ['Female', 'F_TL'],
    ['T_TF', 'F_TL'],
    ['T_TM', 'M_TL'],
    ['Total population', 'T_TL'],
    ['Population', 'T_TL'],
    ['value', 'T_TL'],
    ['Enfants_00_18', 'T_00_18'],
    ['Agees_60plus', 'T_60Plus'],
    ['Femmes 0-4 ans', 'F_00_04'],
    ['Female 0-4', 'F_00_04'],
    ['Mujeres 10 a 14 años', 'F_10_14'],
    ['80 +', 'T_80Plus'],
    ['Children under 5', 'T_00_04'],
    ['Total 2022', 'T_TL'],
    ['Pop 2020 F 00 04', 'F_00_04'],
  ])('%s is %s', (heading, key) => {
    const role = roleOfPopulationColumn(heading, null);
    expect(role.is === 'group' && role.group.other === null && role.group.key).toBe(key);
  });

  test('groups that are no ages keep their own name', () => {
    for (const [heading, sex] of [
      ['F_adulte', 'f'],
      ['M_agee', 'm'],
      ['IDP', 't'],
    ])
      expect(roleOfPopulationColumn(heading!, null)).toMatchObject({ is: 'group', group: { key: heading, sex, ageFrom: null } });
  });

  test('a band that ends before it begins', () => {
    expect(roleOfPopulationColumn('T_04_00', null).is).toBe('badBand');
    expect(roleOfPopulationColumn('F_1004', null).is).toBe('badBand');
  });

  test.each(['Area_sqkm', 'Shape_Leng', 'OBJECTID', 'Households', 'Density', 'ADM1_REF', '#', 'No'])('%s is none', (heading) =>
    expect(roleOfPopulationColumn(heading, null).is).toBe('other'),
  );

  test.each([
    ['ADM2_PCODE', { is: 'pcode', level: 2 }],
    ['admin1Pcode', { is: 'pcode', level: 1 }],
    ['Adm1_pcode', { is: 'pcode', level: 1 }],
    ['placeCode', { is: 'pcode', level: null }],
    ['admin1Name_fr', { is: 'name', level: 1 }],
    ['adminLevel', { is: 'level' }],
    ['countryCodeISO3', { is: 'country' }],
    ['Gender', { is: 'sex' }],
    ['Age_range', { is: 'ageRange' }],
  ])('%s', (heading, role) => expect(roleOfPopulationColumn(heading, null)).toEqual(role));

  test('HXL tells what the heading does not', () => {
    expect(roleOfPopulationColumn('کل', '#population+f+age80+')).toMatchObject({ group: { key: 'F_80Plus', heading: 'کل' } });
    expect(roleOfPopulationColumn('zzz', '#population_total')).toMatchObject({ group: { key: 'T_TL' } });
    expect(roleOfPopulationColumn('zzz', '#adm2+code')).toEqual({ is: 'pcode', level: 2 });
  });

  test('cells of long tables', () => {
    expect(['f', 'Female', 'M', 'all', 'both sexes', '', 'x'].map(toSex)).toEqual(['f', 'f', 'm', 't', 't', 't', null]);
    expect(['0-4', '80+', 'all', '00_04', '5', 'grown-ups'].map(toAges)).toEqual([
      { from: 0, to: 4 },
      { from: 80, to: null },
      { from: null, to: null },
      { from: 0, to: 4 },
      { from: 5, to: 5 },
      null,
    ]);
  });
});

describe('numbers', () => {
  const parse = (cells: Cell[]) => {
    const style = findNumberStyle(cells);
    return cells.map((cell) => {
      const number = parseNumber(cell, style);
      return number.is === 'number' ? number.value : number.is;
    });
  };
  test.each<[string, Cell[], (number | string)[]]>([
    ['thousands with commas', ['448,465', '1,234,567.5', '12'], [448_465, 1_234_567.5, 12]],
    ['decimal commas', ['448,46', '12,5'], [448.46, 12.5]],
    ['thousands with dots', ['1.234.567', '448.465'], [1_234_567, 448_465]],
    ['dots that may be either stay decimals', ['1.234', '5'], [1.234, 5]],
    ['five of them are thousands', ['1.234', '2.345', '3.456', '4.567', '5.678'], [1234, 2345, 3456, 4567, 5678]],
    ['blanks and NBSP', ['1 234 567', '12\u00a0345', '12\u202f345', ' 7 '], [1_234_567, 12_345, 12_345, 7]],
    ['apostrophes', ["1'234'567"], [1_234_567]],
    ['Arabic digits', ['١٢٣٤', '۱۲۳۴', '١٬٢٣٤'], [1234, 1234, 1234]],
    ['scientific', ['1.2E+05', '3e2'], [120_000, 300]],
    ['not available', ['NA', 'n/a', '-', '–', '..', { error: '#N/A' }], Array<string>(6).fill('notAvailable')],
    ['nothing', [null, '', '  '], ['blank', 'blank', 'blank']],
    ['text', ['abc', '12 %', '1-2', '10 (est.)', true, '1,2,3'], Array<string>(6).fill('text')],
    ['zero is a number', ['0', 0, '-5'], [0, 0, -5]],
  ])('%s', (_, cells, expected) => expect(parse(cells)).toEqual(expected));
});

describe('tables', () => {
  test('levels by columns: rows without a deeper code are of the level above; null stays null', async () => {
    const result = await judgeCsv(
      'ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,F_TL,M_TL,T_TL\nNorth,EX01,,,30,30,60\nNorth,EX01,Aba,EX0101,10,10,20\nNorth,EX01,Obo,EX0102,20,20,40\nSouth,EX02,Iro,EX0201,,5,NA\n',
    );
    expect(result.levels).toEqual([
      { level: 1, units: 1, total: 60 },
      { level: 2, units: 3, total: 60 },
    ]);
    expect([...result.published[1]!.values[0]!]).toEqual([10, 20, NaN]);
    expect(find(result, 'population.not-available', 2)).toMatchObject({ severity: 'warning', count: 1, items: [{ rows: [5], pcodes: ['EX0201'] }] });
    expect(find(result, 'population.no-total', 2).count).toBe(1);
  });

  test('long form: sex, ages, groups, several years', async () => {
    const result = await judgeCsv(
      [
        'ISO3,ADM1_PCODE,ADM1_NAME,Population_group,Gender,Age_range,Age_min,Age_max,Population,Reference_year,Source',
        'EXL,EX01,North,T_TL,all,all,,,100,2021,INS',
        'EXL,EX01,North,,f,0-4,0,4,10,2021,INS',
        'EXL,EX01,North,,f,5+,5,,40,2021,INS',
        'EXL,EX01,North,refugees,all,all,,,7,2021,INS',
        'EXL,EX01,North,,f,5+,5,,41,2021,INS',
        'EXL,EX01,North,,x,5+,5,,3,2021,INS',
        'XXX,YY01,East,,all,all,,,9,2021,INS',
      ].join('\n'),
    );
    const { groups } = result.published[0]!.population;
    expect(groups.map(({ key, other }) => [key, other])).toEqual([
      ['T_TL', null],
      ['F_00_04', null],
      ['F_05Plus', null],
      ['T_TL refugees', 'refugees'],
      ['T_05Plus x', 'x'],
    ]);
    expect(result.published[0]!.values.map((values) => values[0])).toEqual([100, 10, 40, 7, 3]);
    expect(result.metadata.source).toBe('INS');
    expect(summary(result, ['error'])).toEqual(['population.repeated-value error adm1 ×1']);
    expect(find(result, 'population.unread-band', 1).count).toBe(1);
    expect(find(result, 'population.other-countries').count).toBe(1);
  });

  test('a generic code column: the level by the boundaries, else asked for', async () => {
    const units = ['EX0101', 'EX0102'].map((code) => unitOf(2, code, 'EX01'));
    const text = { 'people.csv': 'Code,Total\nEX0101,5\nEX0102,6\n' };
    const boundaries = [
      { level: 1 as const, units: [unitOf(1, 'EX01', null)] },
      { level: 2 as const, units },
    ];
    expect((await judgeCsv(text, boundaries)).levels).toEqual([{ level: 2, units: 2, total: 11 }]);
    await expect(judgeCsv(text)).rejects.toThrow(/codes that do not say their admin level: name it in the heading/);
  });

  test('columns by year: the latest that has come', async () => {
    const result = await judgeCsv('ADM1_PCODE,2020,2021,2040\nEX01,1,2,3\nEX02,4,5,6\n');
    expect([result.levels[0]!.total, result.published[0]!.population.year]).toEqual([7, 2021]);
    const years = find(result, 'population.other-years');
    expect([years.severity, years.message]).toEqual(['warning', expect.stringContaining('2021 was used, 2020, 2040 left out')]);
    expect(summary(result).filter((line) => line.includes('columns-ignored'))).toEqual([]);
  });

  test('thousand separators: one note for each column, with the number of values', async () => {
    const result = await judgeCsv('ADM1_PCODE,F_TL,T_TL\nEX01,"1,000","2,000"\nEX02,3,"4,000"\n');
    const separated = find(result, 'population.separated');
    expect([separated.count, separated.message, separated.items.map(({ detail }) => detail)]).toEqual([
      2,
      expect.stringContaining('(3 values)'),
      ['F_TL: 1 value, such as 1,000', 'T_TL: 2 values, such as 2,000'],
    ]);
  });

  test('two columns of one group: other values are an error, the same values a note', async () => {
    const differ = await judgeCsv('ADM1_PCODE,T_TL,T_TL\nEX01,1,9\nEX02,2,2\n');
    expect(summary(differ, ['error'])).toEqual(['population.columns-disagree error - ×1']);
    const finding = find(differ, 'population.columns-disagree');
    expect([finding.message, finding.items[0]!.detail]).toEqual([expect.stringContaining('T_TL (B) and T_TL (C)'), 'row 2: 1 or 9']);
    expect(differ.levels[0]!.total).toBe(3);
    const same = await judgeCsv('ADM1_PCODE,T_TL,Total\nEX01,"1,000",1000\nEX02,"2,000",2000\n');
    expect([summary(same, ['error']), find(same, 'population.column-repeated').severity]).toEqual([[], 'info']);
  });

  test('a time series: the latest year of each unit, earlier rows counted', async () => {
    const wide = await judgeCsv('year,ADM1_PCODE,T_TL\n2020,EX01,1\n2021,EX01,2\n2020,EX02,4\n2021,EX02,8\n');
    expect([wide.levels[0]!.total, find(wide, 'population.earlier-years').count, summary(wide, ['error'])]).toEqual([10, 2, []]);
    const long = await judgeCsv('Reference_year,ADM1_PCODE,Gender,Population\n2020,EX01,f,1\n2020,EX01,m,2\n2021,EX01,f,3\n2021,EX01,m,4\n');
    expect([long.levels[0]!.total, long.published[0]!.population.year, summary(long, ['error'])]).toEqual([7, 2021, []]);
  });

  test('workbook: metadata sheets told apart and read, the source taken from there', async () => {
    const workbook = workbookOf([
      {
        name: 'Metadata',
        rows: rowsXml([
          ['Title', 'Population of Exland'],
          ['Source', 'Census bureau'],
          ['Methodology', 'Projection of the census'],
        ]),
      },
      {
        name: 'adm1',
        rows: rowsXml([
          ['year', 'ADM1_EN', 'ADM1_PCODE', 'T_TL'],
          [2022, 'North', 'EX01', 0],
          [2022, 'South', 'EX02', 12.5],
        ]),
      },
    ]);
    const result = await checkPopulation([uploadOf('exl_admpop_2022.xlsx', workbook)], optionsOf('EXL', null));
    expect(result.metadata).toEqual({ source: 'Census bureau', methodology: 'Projection of the census' });
    expect(result.population.ignored).toEqual([{ file: 'exl_admpop_2022.xlsx', sheet: 'Metadata', reason: 'no-population' }]);
    // Nothing is rounded, and a zero is a zero.
    expect([...result.published[0]!.values[0]!]).toEqual([0, 12.5]);
    expect(summary(result, ['warning'])).toEqual([
      'population.not-whole warning adm1 ×1',
      'population.zero warning adm1 ×1',
      'population.no-boundaries warning - ×1',
    ]);
  });

  test('two header rows are read as one', async () => {
    const result = await judgeCsv('ADM1_EN,ADM1_PCODE,Female,,Male,\n,,0-4,5+,0-4,5+\nNorth,EX01,1,2,3,4\nSouth,EX02,5,6,7,8\n');
    expect(result.published[0]!.population.groups.map(({ key }) => key)).toEqual(['F_00_04', 'F_05Plus', 'M_00_04', 'M_05Plus']);
    expect(find(result, 'table.header-fused').severity).toBe('info');
  });

  test.each([
    ['a reversed band', 'ADM1_PCODE,T_TL,T_09_05\nEX01,1,1\n', ['population.bad-band error - ×1']],
    ['text in a number column', 'ADM1_EN,ADM1_PCODE,T_TL\nNorth,EX01,many\nSouth,EX02,5\n', ['population.not-a-number error adm1 ×1']],
    ['a negative number', 'ADM1_PCODE,T_TL\nEX01,-4\nEX02,5\n', ['population.negative error adm1 ×1']],
    ['a code in scientific notation', 'ADM1_PCODE,T_TL\n1.01E+05,4\nEX02,5\n', ['population.code-scientific error adm1 ×1']],
    ['a row without code', 'ADM1_EN,ADM1_PCODE,T_TL\nNorth,EX01,3\nSouth,,4\n', ['population.no-pcode error adm1 ×1']],
  ])('%s is an error that can be shown', async (_, text, expected) => {
    const result = await judgeCsv(text);
    expect(summary(result, ['error'])).toEqual(expected);
    expect(result.report.publishable).toBe(false);
  });

  test('a missing level between others and a level twice', async () => {
    const level = (n: number, code: string) => `ADM${n}_PCODE,T_TL\n${code},5\n`;
    const result = await judgeCsv({ 'a_adm1_2022.csv': level(1, 'EX01'), 'b_adm3_2022.csv': level(3, 'EX010101'), 'c_adm3_2022.csv': level(3, 'EX010102') });
    expect(summary(result, ['error'])).toEqual(['population.level-gap error - ×1', 'population.level-repeated error adm3 ×1']);
    expect(find(result, 'population.level-gap').message).toContain('adm2 is missing');
    expect(find(result, 'population.level-repeated').message).toContain('b_adm3_2022.csv');
  });

  test.each([
    ['a text that is no table of people', 'title,author\nA,B\n', 'population.not-found'],
    ['names and numbers without P-codes', 'District,Population\nBo,5000\nKono,7000\n', 'population.not-found'],
    ['no code column', 'Region,F_TL,M_TL,T_TL\nNorth,1,2,3\n', 'population.not-found'],
    ['number columns that are all words', 'ADM1_PCODE,T_TL\nEX01,many\nEX02,few\nEX03,5\n', 'population.not-found'],
    ['0 bytes', '', 'table.empty'],
    ['a 50 MB cell', `ADM1_PCODE,T_TL\nEX01,"${'5'.repeat(50_000_000)}"\n`, 'table.cell-too-long'],
  ])('%s is refused', async (_, text, code) => {
    await expect(judgeCsv(text)).rejects.toMatchObject({ code });
  });

  test('a refusal says which columns were looked for and what was there; one bad cell among numbers stays a draft that says why', async () => {
    await expect(judgeCsv('District,Population\nBo,5000\n')).rejects.toThrow(
      /ADM1_PCODE, admin2Pcode\) and columns of numbers \(T_TL, F_00_04, Total\) were looked for\. exl_admpop_adm1_2022\.csv has numbers but no P-code column \(District, Population\)/,
    );
    const result = await judgeCsv('ADM1_PCODE,T_TL\nEX01,many\nEX02,5\nEX03,6\n');
    expect(result.levels).toEqual([{ level: 1, units: 3, total: 11 }]);
    expect(find(result, 'population.not-a-number').message).toContain('so a draft is kept');
    // A table that is all words beside a good one is told, and the good one is used.
    const beside = await judgeCsv({ 'a_adm1_2022.csv': 'ADM1_PCODE,T_TL\nEX01,5\n', 'b_adm2_2022.csv': 'ADM2_PCODE,T_TL\nEX0101,many\n' });
    expect(find(beside, 'population.text-columns').severity).toBe('error');
  });
});
