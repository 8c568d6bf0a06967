/** Population tables as careful people would read them: totals named after a source, marks of thousands, ages that became dates; with variants of each. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AdminLevel } from '../../server/contract/ids.ts';
import type { PopulationColumnAnswer } from '../../server/contract/population/columns.ts';
import { populationAnswers } from '../../server/contract/population/columns.ts';
import { mergeSaid } from '../../server/population/columns.ts';
import { bandsOfDate, chooseBand } from '../../server/population/normalize/ageDates.ts';
import type { PopulationIngest } from '../../server/population/pipeline.ts';
import { checkPopulation } from '../../server/population/pipeline.ts';
import { odsOf, odsRows } from '../helpers/tables/ods.ts';
import { optionsOf, summary, unitOf } from '../helpers/population.ts';
import { rowsXml, uploadOf, workbookOf } from '../helpers/tables/workbook.ts';
import { expectWorded } from '../helpers/worded.ts';

const LEVELS = [
  { level: 1 as AdminLevel, units: ['TG01', 'TG02'].map((code) => unitOf(1, code, 'TG')) },
  { level: 2 as AdminLevel, units: ['TG0101', 'TG0102', 'TG0201', 'TG0202'].map((code) => unitOf(2, code, code.slice(0, 4))) },
];
async function judge(files: Record<string, string | Uint8Array>, more: object = {}): Promise<PopulationIngest> {
  const uploads = Object.entries(files).map(([name, data]) => uploadOf(name, data));
  const result = await checkPopulation(uploads, optionsOf('TGO', LEVELS, more));
  expectWorded(result.report.results);
  return result;
}
const caseFile = (path: string) => readFileSync(`test/fixtures/cases/${path}`);
const totals = ({ published }: PopulationIngest) => published.map(({ population, total }) => [population.level, total]);
const sums = ({ population }: PopulationIngest, level: number) => {
  const found = population.levels.find((each) => each.level === level)!;
  return Object.fromEntries(found.groups.map(({ key }, g) => [key, found.values[g]!.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0)]));
};
const errors = (result: PopulationIngest) => summary(result, ['error']).map((line) => line.split(' ')[0]);

describe('case 32: totals named after the source', () => {
  test('the invented one', async () => {
    const result = await judge({ 'tgo_admpop_adm2.csv': caseFile('32-totals-named-after-the-source/tgo_admpop_adm2.csv') });
    expect(sums(result, 2)).toEqual({ T_TL: 230_000, F_TL: 116_000, M_TL: 114_000 });
    const [level] = result.population.levels;
    expect([level!.year, level!.source, result.metadata.source, errors(result)]).toEqual([2025, 'INS UNFPA', 'INS UNFPA', []]);
    const read = result.population.columns.filter(({ role }) => role.is === 'group');
    expect(read.map(({ heading, from, confidence, reasons }) => [heading, from, confidence, reasons.map(({ text }) => text)])).toEqual(
      ['INS_UNFPA_2025', 'INS_UNFPA_2025_female', 'INS_UNFPA_2025_male'].map((heading) => [
        heading,
        'values',
        0.95,
        ['women and men add up to the total in 4 of 4 rows', '“INS UNFPA” is the name of a source of population figures', 'the heading states the year 2025'],
      ]),
    );
  });

  const rows = [[100_000, 51_000, 49_000], [41_500, 20_000, 21_500], [64_000, 33_000, 31_000], [24_500, 12_000, 12_500]]; // prettier-ignore
  const codes = ['TG0101', 'TG0102', 'TG0201', 'TG0202'];
  const csv = (headings: string[], data: (string | number)[][] = rows, separator = ',') =>
    [['adm2_pcode', ...headings].join(separator), ...data.map((row, i) => [codes[i], ...row].join(separator))].join('\n') + '\n';
  test.each([
    ['a census in French', ['RGPH 2022', 'RGPH 2022 Femmes', 'RGPH 2022 Hommes'], 2022],
    ['Spanish, sex in front', ['INEI_2024', 'Mujeres_INEI_2024', 'Hombres_INEI_2024'], 2024],
    ['letters for the sexes', ['WorldPop-2020', 'WorldPop-2020-F', 'WorldPop-2020-M'], 2020],
    ['a source that nobody knows, proven by its sums', ['Xyz_2023', 'Xyz_2023_F', 'Xyz_2023_M'], 2023],
    ['Arabic sexes', ['CSO 2021', 'CSO 2021 إناث', 'CSO 2021 ذكور'], 2021],
    ['another order of columns', ['OCHA_2025_total', 'OCHA_2025_women', 'OCHA_2025_men'], 2025],
  ])('%s', async (_, headings, year) => {
    const result = await judge({ 'tgo_pop.csv': csv(headings) });
    expect([sums(result, 2), result.population.levels[0]!.year, errors(result)]).toEqual([{ T_TL: 230_000, F_TL: 116_000, M_TL: 114_000 }, year, []]);
  });

  test('a name and a year alone are a total where nothing else is, and none beside one', async () => {
    expect(sums(await judge({ 'tgo.csv': csv(['INSTAT_2024'], rows.map(([total]) => [total!])) }), 2)).toEqual({ T_TL: 230_000 }); // prettier-ignore
    const beside = await judge({ 'tgo.csv': csv(['T_TL', 'UNHCR_2024'], rows.map(([total, women]) => [total!, women!])) }); // prettier-ignore
    expect(sums(beside, 2)).toEqual({ T_TL: 230_000 });
  });

  test.each([
    ['three that add up, of no source and no year', ['T_TL', 'Reached', 'Reached_F', 'Reached_M'], rows.map((row) => [9, ...row])],
    ['areas and households', ['T_TL', 'Area_2020', 'HH_2020'], rows],
    ['shares', ['T_TL', 'INS_share_2020', 'INS_rate_2020'], rows.map(([total]) => [total!, 0.5, 0.25])],
    ['numbers that add up to nothing, of no known source', ['T_TL', 'Abc_F', 'Abc_M'], rows],
  ])('%s are no people', async (_, headings, data) => expect(Object.keys(sums(await judge({ 'tgo.csv': csv(headings, data) }), 2))).toEqual(['T_TL']));

  test('what a person says stands, and is remembered', async () => {
    const asked: PopulationColumnAnswer[] = [{ heading: 'Abc', role: { is: 'group', sex: 't', ageFrom: null, ageTo: null, year: 2021 } }];
    const text = csv(['Abc', 'Remark'], rows.map(([total]) => [total!, 'x'])); // prettier-ignore
    const first = await judge({ 'tgo.csv': text }, { said: { asked, remembered: [] } });
    expect([sums(first, 2), first.population.levels[0]!.year]).toEqual([{ T_TL: 230_000 }, 2021]);
    expect(first.population.columns.find(({ heading }) => heading === 'Abc')).toMatchObject({ from: 'asked', confidence: 1 });
    const second = await judge({ 'tgo.csv': text }, { said: { asked: [], remembered: mergeSaid({ asked, remembered: [] }) } });
    expect([sums(second, 2), second.population.columns[1]!.from]).toEqual([{ T_TL: 230_000 }, 'profile']);
    const ignored = await judge({ 'tgo.csv': csv(['T_TL', 'IDP'], rows.map(([total, women]) => [total!, women!])) }, { said: { asked: [{ heading: 'idp', role: { is: 'ignore' } }], remembered: [] } }); // prettier-ignore
    expect(Object.keys(sums(ignored, 2))).toEqual(['T_TL']);
  });
});

describe('case 19: dots of thousands', () => {
  test.each(['tgo_admpop_adm2_2025.csv', 'tgo_admpop_adm2_2025_comma_decimals.csv'])('%s', async (name) => {
    const result = await judge({ [name]: caseFile(`19-dots-of-thousands/${name}`) });
    expect([totals(result), errors(result)]).toEqual([[[2, 230_000]], []]);
  });

  const table = (cells: string[], separator = ';') =>
    [`ADM2_PCODE${separator}T_TL`, ...cells.map((cell, i) => `TG0${1 + (i >> 1)}0${1 + (i & 1)}${separator}${cell}`)].join('\n') + '\n';
  test.each([
    ['NBSP', ['100\u00a0000', '41\u00a0500', '64\u00a0000', '24\u00a0500']],
    ['narrow blanks', ['100\u202f000', '41\u202f500', '64\u202f000', '24\u202f500']],
    ['plain blanks', ['100 000', '41 500', '64 000', '24 500']],
    ['apostrophes', ["100'000", '41’500', '64 000', '24 500']],
    ['commas', ['"100,000"', '"41,500"', '"64,000"', '"24,500"']],
    ['Arabic digits and marks', ['١٠٠٬٠٠٠', '٤١٬٥٠٠', '٦٤٬٠٠٠', '٢٤٬٥٠٠']],
    ['Devanagari digits', ['१०००००', '४१५००', '६४०००', '२४५००']],
    ['direction marks and soft hyphens', ['\u200e100000', '41\u00ad500', '\u202b64000\u202c', '\u206624500\u2069']],
    ['dots, three of four', ['100.000', '41.500', '64.000', '24.500']],
    ['dots beside small numbers', ['100.000', '41.500', '88.350', '150']],
  ])('%s', async (_, cells) => {
    const result = await judge({ 'tgo_adm2_2025.csv': table(cells) });
    expect([totals(result), errors(result)]).toEqual([[[2, 230_000]], []]);
  });

  test('one or two cells with a dot are a question, read as thousands until it is answered', async () => {
    const cells = ['100.000', '130.000', '', ''];
    const doubt = await judge({ 'tgo_adm2_2025.csv': table(cells) });
    expect([totals(doubt), summary(doubt, ['warning'])]).toEqual([[[2, 230_000]], expect.arrayContaining(['population.numbers-doubt warning - ×2'])]);
    expect(doubt.report.publishable).toBe(false);
    const [question] = doubt.report.questions!;
    expect([question!.about, question!.rows, question!.choices.map(({ columns }) => columns)]).toEqual([
      'numbers',
      2,
      [
        [{ heading: 'T_TL', column: 1, file: 'tgo_adm2_2025.csv', sheet: 'tgo_adm2_2025', numbers: { thousands: '.', decimal: ',' } }],
        [{ heading: 'T_TL', column: 1, file: 'tgo_adm2_2025.csv', sheet: 'tgo_adm2_2025', numbers: { thousands: null, decimal: '.' } }],
      ],
    ]);
    // Each choice is an answer as it is sent, after which nothing is asked.
    for (const { columns } of question!.choices) {
      const answered = await judge({ 'tgo_adm2_2025.csv': table(cells) }, { said: { asked: columns as PopulationColumnAnswer[], remembered: [] } });
      expect(answered.report.questions).toEqual([]);
    }
    const say = (numbers: PopulationColumnAnswer['numbers']) => ({ said: { asked: [{ heading: 'T_TL', numbers }], remembered: [] } });
    const thousands = await judge({ 'tgo_adm2_2025.csv': table(cells) }, say({ thousands: '.', decimal: ',' }));
    expect([totals(thousands), errors(thousands)]).toEqual([[[2, 230_000]], []]);
    const decimals = await judge({ 'tgo_adm2_2025.csv': table(cells) }, say({ thousands: null, decimal: '.' }));
    expect([totals(decimals), errors(decimals)]).toEqual([[[2, 230]], []]);
  });

  test('the totals of other levels and of the version before decide', async () => {
    const cells = ['100.000', '130.000', '', ''];
    const parents = 'ADM1_PCODE;T_TL\nTG01;230000\nTG02;0\n';
    const beside = await judge({ 'tgo_adm2_2025.csv': table(cells), 'tgo_adm1_2025.csv': parents });
    expect([totals(beside), errors(beside)]).toEqual([[[1, 230_000], [2, 230_000]], []]); // prettier-ignore
    const before = await judge({ 'tgo_adm2_2025.csv': table(cells) }, { knownTotals: [225_000] });
    expect([totals(before), errors(before)]).toEqual([[[2, 230_000]], []]);
    const small = await judge({ 'tgo_adm2_2025.csv': table(cells) }, { knownTotals: [228] });
    expect([totals(small), errors(small)]).toEqual([[[2, 230]], []]);
  });

  test('dots beside numbers of four digits without one are a question', async () => {
    const result = await judge({ 'tgo_adm2_2025.csv': table(['100.000', '41500', '64000', '24.500']) });
    expect([totals(result), result.report.questions!.map(({ about, rows }) => [about, rows])]).toEqual([[[2, 230_000]], [['numbers', 2]]]);
  });

  test('what a spreadsheet has broken cannot be put right: 41.5 for 41.500 is an error, whatever it is typed as', async () => {
    const cells = [100, 41.5, 64.25, 24.5];
    const typed = workbookOf([{ name: 'adm2', rows: rowsXml([['ADM2_PCODE', 'T_TL'], ...cells.map((cell, i) => [`TG0${1 + (i >> 1)}0${1 + (i & 1)}`, cell])]) }]); // prettier-ignore
    expect(errors(await judge({ 'tgo_adm2_2025.xlsx': typed }))).toEqual(['population.in-thousands']);
    expect(errors(await judge({ 'tgo_adm2_2025.csv': table(cells.map(String)) }))).toEqual(['population.in-thousands']);
    expect(errors(await judge({ 'tgo_adm2_2025.csv': table(['1000', '41.5', '64.25', '24.5']) }))).toEqual([]);
    expect(errors(await judge({ 'tgo_adm2_2025.csv': table(['100', '41.51234', '64.25', '24.5']) }))).toEqual([]);
  });

  test('modelled numbers with other decimals stay what they are', async () => {
    const result = await judge({ 'tgo_adm2_2025.csv': table(['100000.125', '41500.5', '64000.25', '24500.125']) });
    expect(totals(result)).toEqual([[2, 230_001]]);
  });
});

describe('ages that a spreadsheet turned into dates', () => {
  test.each([
    ['09-May', [[5, 9]]],
    ['5-Sep', [[5, 9]]],
    ['Oct-14', [[10, 14]]],
    ['14-Oct', [[10, 14]]],
    ['oct.-14', [[10, 14]]],
    ['01-avr', [[1, 4]]],
    ['4-janv.', [[1, 4]]],
    ['11-Jun', [[6, 11]]],
    ['2026-05-09', [[5, 9]]],
    ['2026-09-05', [[5, 9]]],
    ['2014-10-01', [[10, 14], [1, 10]]], // prettier-ignore
    ['15-19', []],
    ['May', []],
    ['T_TL', []],
  ])('%s', (text, bands) => expect(bandsOfDate(text).map(({ from, to }) => [from, to])).toEqual(bands));

  test('of two the bands beside it decide; without any it is open', () => {
    const both = bandsOfDate('2012-03-01');
    expect(chooseBand(both, [{ from: 13, to: 17 }])).toEqual({ from: 3, to: 12 });
    expect(chooseBand(both, [{ from: 4, to: 9 }])).toEqual({ from: 1, to: 3 });
    expect(chooseBand(both, [])).toBeNull();
  });

  const values = [[10, 20, 30, 40], [11, 21, 31, 41], [12, 22, 32, 42], [13, 23, 33, 43]]; // prettier-ignore
  const codes = ['TG0101', 'TG0102', 'TG0201', 'TG0202'];
  const expected = { T_00_04: 46, T_05_09: 86, T_10_14: 126, T_15Plus: 166 };
  test.each([
    ['English, month last', ['0-4', '09-May', '14-Oct', '15+']],
    ['English, year', ['0-4', '5-Sep', 'Oct-14', '15+']],
    ['French', ['0-4', '05-sept', 'oct-14', '15+']],
    ['ISO', ['0-4', '2026-05-09', '2014-10-01', '15+']],
  ])('headings of a CSV: %s', async (_, headings) => {
    const text = [['adm2_pcode', ...headings].join(','), ...values.map((row, i) => [codes[i], ...row].join(','))].join('\n') + '\n';
    const result = await judge({ 'tgo_2025.csv': text });
    expect([sums(result, 2), errors(result)]).toEqual([expected, []]);
    expect(summary(result, ['warning'])).toContain('population.ages-from-dates warning - ×2');
  });

  test('typed as dates, with the sexes above: XLSX and ODS', async () => {
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const serial = (text: string) => day(text).getTime() / 86_400_000 + 25_569;
    const head = '<row r="1"><c r="A1" t="str"><v>adm2_pcode</v></c><c r="B1" t="str"><v>Female</v></c><c r="D1" t="str"><v>Male</v></c></row>';
    const dates = `<row r="2"><c r="B2" s="1"><v>${serial('2026-05-09')}</v></c><c r="C2" s="1"><v>${serial('2014-10-01')}</v></c><c r="D2" s="1"><v>${serial('2026-05-09')}</v></c><c r="E2" s="1"><v>${serial('2014-10-01')}</v></c></row>`;
    const body = rowsXml([[], [], ...values.map((row, i) => [codes[i]!, ...row])]).replace(/<row r="[12]"><\/row>/g, '');
    const after = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>';
    const styles = '<cellXfs><xf/><xf numFmtId="16"/></cellXfs>';
    const xlsx = await judge({ 'tgo_2025.xlsx': workbookOf([{ name: 'adm2', rows: head + dates + body, after }], { styles }) });
    expect([sums(xlsx, 2), errors(xlsx)]).toEqual([{ F_05_09: 46, F_10_14: 86, M_05_09: 126, M_10_14: 166 }, []]);
    const table = [['adm2_pcode', 'T_TL', 'Total 5-9', day('2014-10-01'), '15+'], ...values.map((row, i) => [codes[i]!, ...row])];
    const ods = await judge({ 'tgo_2025.ods': odsOf([{ name: 'adm2', rows: odsRows(table) }]) });
    expect([sums(ods, 2), errors(ods)]).toEqual([{ T_TL: 46, T_05_09: 86, T_10_14: 126, T_15Plus: 166 }, []]);
  });

  test('in the cells of a long table', async () => {
    const bands = ['0-4', '09-May', 'Oct-14', '15+'];
    const rows = codes.flatMap((code, unit) => bands.map((band, i) => `${code},f,${band},${values[unit]![i]}`));
    const result = await judge({ 'tgo_2025.csv': `adm2_pcode,sex,age,population\n${rows.join('\n')}\n` });
    expect(sums(result, 2)).toEqual({ F_00_04: 46, F_05_09: 86, F_10_14: 126, F_15Plus: 166 });
    expect(summary(result, ['warning'])).toContain('population.ages-from-dates warning - ×2');
  });

  test('one that may be two groups is asked, and answered by its column', async () => {
    const text = `adm2_pcode,T_TL,2012-03-01,Apr-05\n${codes.map((code, i) => [code, ...values[i]!.slice(0, 3)].join(',')).join('\n')}\n`;
    const open = await judge({ 'tgo_2025.csv': text.replace(',Apr-05', ',Jun-11') });
    expect([Object.keys(sums(open, 2)), summary(open, ['warning'])]).toEqual([
      ['T_TL', 'T_06_11'],
      expect.arrayContaining(['population.ages-doubt warning - ×1']),
    ]);
    const [question] = open.report.questions!;
    expect(question!.choices.map(({ columns }) => columns[0]!.role)).toEqual([
      { is: 'group', sex: 't', ageFrom: 3, ageTo: 12 },
      { is: 'group', sex: 't', ageFrom: 1, ageTo: 3 },
      { is: 'ignore' },
    ]);
    expect(open.report.publishable).toBe(false);
    const asked: PopulationColumnAnswer[] = [{ heading: '2012-03-01', role: { is: 'group', sex: 't', ageFrom: 3, ageTo: 12 } }];
    const said = await judge({ 'tgo_2025.csv': text.replace(',Apr-05', ',Jun-11') }, { said: { asked, remembered: [] } });
    expect([Object.keys(sums(said, 2)), errors(said)]).toEqual([['T_TL', 'T_03_12', 'T_06_11'], []]);
  });

  test('the day of a count is no age group', async () => {
    const text = `adm2_pcode,Population 2014-10-01\n${codes.map((code, i) => `${code},${values[i]![0]}`).join('\n')}\n`;
    const result = await judge({ 'tgo.csv': text });
    expect([sums(result, 2), result.population.levels[0]!.year]).toEqual([{ T_TL: 46 }, 2014]);
    expect(summary(result, ['warning', 'error']).some((line) => line.startsWith('population.ages'))).toBe(false);
  });
});

test('what is said of columns is checked: a slip of the pen is named', () => {
  expect(
    populationAnswers.safeParse({ columns: [{ heading: 'x', role: { is: 'group', sex: 'f', ageFrom: 0, ageTo: 4 }, samples: ['1'], confidence: 0.9 }] })
      .success,
  ).toBe(true);
  expect(populationAnswers.safeParse({ columns: [{ heading: 'x', role: { is: 'group', sex: 'f', ageFrom: 9, ageTo: 4 } }] }).success).toBe(false);
  expect(populationAnswers.safeParse({ columns: [{ heading: 'x', rolle: {} }] }).success).toBe(false);
});
