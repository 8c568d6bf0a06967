/** Population tables as workbooks: whatever a CSV says, the same cells in .xlsx and .ods say too, as texts and as typed numbers. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { checkPopulation } from '../../server/population/pipeline.ts';
import { odsOf, odsRows } from '../helpers/tables/ods.ts';
import { optionsOf, summary, unitOf } from '../helpers/population.ts';
import { rowsXml, uploadOf, workbookOf } from '../helpers/tables/workbook.ts';

const CODES = ['TG0101', 'TG0102', 'TG0201', 'TG0202'];
const LEVELS = [
  { level: 1 as AdminLevel, units: ['TG01', 'TG02'].map((code) => unitOf(1, code, 'TG')) },
  { level: 2 as AdminLevel, units: CODES.map((code) => unitOf(2, code, code.slice(0, 4))) },
];

type Cells = (string | number | null)[][];
const WRITERS: [name: string, write: (rows: Cells) => Uint8Array][] = [
  ['xlsx', (rows) => workbookOf([{ name: 'Population', rows: rowsXml(rows) }])],
  ['ods', (rows) => odsOf([{ name: 'Population', rows: odsRows(rows) }])],
];

async function said(name: string, data: string | Uint8Array) {
  const result = await checkPopulation([uploadOf(name, data)], optionsOf('TGO', LEVELS));
  const { population, published, report, metadata } = result;
  return {
    published: published.map(({ population: { level }, total }) => [level, total]),
    levels: population.levels.map(({ level, year, source, codes, groups, values }) => ({
      level,
      year,
      source,
      codes,
      groups: Object.fromEntries(groups.map(({ key }, g) => [key, [...values[g]!]])),
    })),
    columns: population.columns.map(({ heading, role, from, confidence }) => ({ heading, role, from, confidence })),
    questions: (report.questions ?? []).map(({ about, rows, choices }) => [about, rows, choices.length]),
    faults: summary(result, ['error', 'warning']),
    source: metadata.source,
  };
}

const inFile = (path: string) => readFileSync(`test/fixtures/cases/${path}`, 'utf8');
const table = (headings: string[], ...columns: (string | number)[][]) =>
  [['adm2_pcode', ...headings].join(';'), ...CODES.map((code, row) => [code, ...columns.map((column) => column[row])].join(';'))].join('\n') + '\n';

const CASES: [name: string, csv: string][] = [
  ['case 32', inFile('32-totals-named-after-the-source/tgo_admpop_adm2.csv')],
  ['case 19', inFile('19-dots-of-thousands/tgo_admpop_adm2_2025.csv')],
  ['case 19, decimals with a comma', inFile('19-dots-of-thousands/tgo_admpop_adm2_2025_comma_decimals.csv')],
  ['a census in French', table(['RGPH 2022', 'RGPH 2022 Femmes', 'RGPH 2022 Hommes'], [100_000, 41_500, 64_000, 24_500], [51_000, 20_000, 33_000, 12_000], [49_000, 21_500, 31_000, 12_500])], // prettier-ignore
  ['blanks of thousands', table(['T_TL'], ['100\u202f000', '41\u202f500', '64\u202f000', '24\u202f500'])],
  ['Arabic digits and marks', table(['السكان'], ['١٠٠٬٠٠٠', '٤١٬٥٠٠', '٦٤٬٠٠٠', '٢٤٬٥٠٠'])],
  ['direction marks and soft hyphens', table(['T_TL'], ['\u200e100000', '41\u00ad500', '\u202b64000\u202c', '\u206624500\u2069'])],
  ['a doubt about dots', table(['T_TL'], ['100.000', '130.000', '', ''])],
  ['ages that are dates as texts', table(['0-4', '09-May', 'Oct-14', '15+'], [10, 11, 12, 13], [20, 21, 22, 23], [30, 31, 32, 33], [40, 41, 42, 43])],
  [
    'ages and sexes',
    table(['Femmes 0-4', 'Hommes 0-4', 'Femmes 5 et plus', 'Hommes 5 et plus'], [10, 11, 12, 13], [20, 21, 22, 23], [30, 31, 32, 33], [40, 41, 42, 43]),
  ],
  ['a column for each month', table(['Population janvier 2025', 'Population février 2025'], [10, 11, 12, 13], [20, 21, 22, 23])],
];
const cellsOf = (csv: string, isTyped: boolean): Cells => {
  const delimiter = csv.slice(0, csv.indexOf('\n')).includes(';') ? ';' : ',';
  const rows = parse(Buffer.from(csv), { bom: true, delimiter, relax_column_count: true }) as string[][];
  return rows.map((row) => row.map((text) => (text === '' ? null : isTyped && /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text)));
};

describe.each(WRITERS)('%s', (ending, write) => {
  describe.each([
    ['texts', false],
    ['typed', true],
  ] as const)('%s', (_, isTyped) => {
    test.each(CASES)('%s', async (_name, csv) => {
      const expected = await said('tgo_admpop_adm2_2025.csv', csv);
      expect(expected.levels[0]!.codes).toEqual(CODES);
      expect(expected.columns.some(({ role }) => role.is === 'group')).toBe(true);
      expect(await said(`tgo_admpop_adm2_2025.${ending}`, write(cellsOf(csv, isTyped)))).toEqual(expected);
    });
  });
});
