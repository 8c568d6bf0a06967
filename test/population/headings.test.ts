/** Headings of population tables in the languages of the field, and those that must not be taken for the population: parts, shares, months, ages in months. */
import { describe, expect, test } from 'vitest';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { populationTables } from '../../server/population/detect.ts';
import { monthOfHeading } from '../../server/population/normalize/monthColumns.ts';
import { groupOfHeading } from '../../server/population/normalize/columns.ts';
import { readTables } from '../../server/formats/tables/table.ts';
import { checkPopulation, type PopulationIngest } from '../../server/population/pipeline.ts';
import { optionsOf, summary, unitOf } from '../helpers/population.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';
import { expectWorded } from '../helpers/worded.ts';

const CODES = ['TG0101', 'TG0102', 'TG0201', 'TG0202'];
const LEVELS = [
  { level: 1 as AdminLevel, units: ['TG01', 'TG02'].map((code) => unitOf(1, code, 'TG')) },
  { level: 2 as AdminLevel, units: CODES.map((code) => unitOf(2, code, code.slice(0, 4))) },
];

/** `F_00_04`; another group by its name in brackets; none. */
function keyOf(heading: string): string {
  const role = groupOfHeading(heading);
  if (role.is !== 'group') return role.is;
  const { sex, other, key } = role.group;
  return `${other === null ? key : `${sex} (${other})`}${role.year === null ? '' : ` ${role.year}`}`;
}

async function judge(headings: string[], rows: (string | number)[][], more: { separator?: string; code?: string } = {}): Promise<PopulationIngest> {
  const { separator = ';', code = 'ADM2_PCODE' } = more;
  const text = [[code, ...headings], ...rows.map((row, i) => [CODES[i % 4]!, ...row])].map((row) => row.join(separator)).join('\n') + '\n';
  const result = await checkPopulation([uploadOf('tgo_adm2.csv', text)], optionsOf('TGO', LEVELS));
  expectWorded(result.report.results);
  return result;
}
const four = (...row: number[]) => CODES.map((_, i) => row.map((value) => value + i));
const sums = ({ population }: PopulationIngest) =>
  Object.fromEntries(population.levels[0]!.groups.map(({ key }, g) => [key, population.levels[0]!.values[g]!.reduce((sum, value) => sum + value, 0)]));
const ignored = ({ report }: PopulationIngest) =>
  report.results
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => code === 'population.columns-ignored')
    .flatMap(({ items }) => items.map(({ detail }) => detail));

describe('people', () => {
  test.each([
    ['السكان', 'T_TL'],
    ['عدد السكان', 'T_TL'],
    ['إجمالي السكان', 'T_TL'],
    ['عدد الذكور', 'M_TL'],
    ['الإناث', 'F_TL'],
    ['إناث ٠-٤', 'F_00_04'],
    ['ذكور 80 فأكثر', 'M_80Plus'],
    ['أطفال 0-17', 'T_00_17'],
    ['جمعیت', 'T_TL'],
    ['زنان', 'F_TL'],
    ['Население', 'T_TL'],
    ['Численность населения', 'T_TL'],
    ['Мужчины 0-4', 'M_00_04'],
    ['в том числе женщин', 'F_TL'],
    ['Оба пола', 'T_TL'],
    ['Женщины 80 и старше', 'F_80Plus'],
    ['Усього', 'T_TL'],
    ['Чоловіки', 'M_TL'],
    ['Діти 0-17', 'T_00_17'],
    ['Mulheres', 'F_TL'],
    ['Homens 5 a 9 anos', 'M_05_09'],
    ['80 anos e mais', 'T_80Plus'],
    ['Population masculine', 'M_TL'],
    ['Population féminine', 'F_TL'],
    ['Effectif', 'T_TL'],
    ['Nüfus', 'T_TL'],
    ['Kadın', 'F_TL'],
    ['0 to 4', 'T_00_04'],
    ['60 and above', 'T_60Plus'],
    ['15 and under', 'T_00_15'],
    ['Under 5', 'T_00_04'],
    ['Age 3', 'T_03_03'],
    ['Niños y niñas 0-5', 'T_00_05'],
  ])('%s is %s', (heading, key) => expect(keyOf(heading)).toBe(key));

  test.each([
    ['0-59 months', 'T_00_04'],
    ['Children 0-23 months', 'T_00_01'],
    ['Filles 12-23 mois', 'F_01_01'],
    ['Enfants 6-59 mois', 't (Enfants 6-59 mois)'],
    ['أطفال 6-59 شهر', 't (أطفال 6-59 شهر)'],
  ])('ages in months: %s is %s', (heading, key) => expect(keyOf(heading)).toBe(key));

  test.each([
    ['IDPs 0-17', 't (IDPs 0-17)'],
    ['Refugees 2025', 't (refugees) 2025'],
    ['Pregnant women 15-49', 'f (Pregnant women 15-49)'],
    ['Urban 0-4', 't (Urban 0-4)'],
    ['F_UR_00_04', 'f (F_UR_00_04)'],
    ['نازحون 0-17', 't (نازحون 0-17)'],
    ['Niños 0-17', 't (Niños 0-17)'],
  ])('a part of the people stays a part: %s is %s', (heading, key) => expect(keyOf(heading)).toBe(key));

  test.each([
    'Female %',
    'Male (%)',
    'Pct_F',
    'Percent female',
    'Sex ratio',
    'نسبة الإناث',
    'Доля женщин',
    "Population ('000)",
    'Pop (000)',
    'Домохозяйства',
    'عدد الأسر',
    'Agregados familiares',
    'People in need',
    'Pop growth 2020',
  ])('%s counts no people', (heading) => expect(keyOf(heading)).toBe('other'));
});

describe('one column for each month', () => {
  test.each([
    ['Jan 2025', '2025-01'],
    ['Population Mar-25', '2025-03'],
    ['2025-02', '2025-02'],
    ['04/2025', '2025-04'],
    ['كانون الثاني 2025', '2025-01'],
    ['Население март 2025', '2025-03'],
    ['Jan', undefined],
    ['January to March 2025', undefined],
    ['IDPs Jan 2025', undefined],
    ['Population 2025', undefined],
  ])('%s', (heading, month) => expect(monthOfHeading(heading)?.month).toBe(month));

  test.each([
    [['Jan 2025', 'Feb 2025', 'Mar 2025']],
    // A spreadsheet shows months so too; they are no ages of 1–25, 2–25 and 3–25.
    [['Jan-25', 'Feb-25', 'Mar-25']],
    [['Population Jan 2025', 'Population Feb 2025', 'Population Mar 2025']],
  ])('%s: the latest is proposed and asked about', async (headings) => {
    const result = await judge(headings, four(100, 200, 300));
    expect(sums(result)).toEqual({ T_TL: 1206 });
    expect(result.report.questions!.map(({ about, choices }) => [about, choices.length])).toEqual([['role', 2]]);
    expect(ignored(result)).toEqual(headings.slice(0, 2).map((heading) => `tgo_adm2: ${heading}`));
    expect(result.population.levels[0]!.year).toBe(2025);
  });

  test('one month whose heading says people is no choice; beside a total months are none', async () => {
    const one = await judge(['Population Jan 2025'], four(100));
    expect([sums(one), one.report.questions]).toEqual([{ T_TL: 406 }, []]);
    const beside = await judge(['T_TL', 'Jan 2025', 'Feb 2025'], four(100, 1, 2));
    expect([sums(beside), beside.report.questions]).toEqual([{ T_TL: 406 }, []]);
  });
});

describe('first ages of groups, as grids of population have them', () => {
  const ages = [0, 1, 5, 10, 15, 20];
  test('f_0, f_1, f_5 … are 0, 1–4, 5–9 …', async () => {
    const result = await judge(ages.map((age) => `f_${age}`), four(...ages)); // prettier-ignore
    expect(Object.keys(sums(result))).toEqual(['F_00_00', 'F_01_04', 'F_05_09', 'F_10_14', 'F_15_19', 'F_20Plus']);
  });
  test('single years stay single years', async () => {
    const result = await judge([0, 1, 2, 3, 4, 5, 6].map((age) => `f_${age}`), four(0, 1, 2, 3, 4, 5, 6)); // prettier-ignore
    expect(Object.keys(sums(result)).at(-1)).toBe('F_06_06');
  });
});

describe('P-codes are told by their cells', () => {
  test.each(['Code commune', 'رمز المديرية', 'Kod', 'Gemeinde'])('%s', async (code) => {
    const result = await judge(['Total'], four(100), { code });
    expect([sums(result), summary(result, ['error'])]).toEqual([{ T_TL: 406 }, []]);
    const [column] = result.population.columns;
    expect([column!.role, column!.from, column!.reasons[0]!.text]).toEqual([{ is: 'pcode', level: 2 }, 'values', expect.stringContaining('4 of 4 cells')]);
  });
  test('such a table is a population before the boundaries are known', async () => {
    const [table] = await readTables(uploadOf('x.csv', 'Code commune,Nom,Total\nTG0101,Alba,100\nTG0102,Bero,200\n'));
    expect(populationTables.claim(table!)).toEqual({ strength: 2, rows: 2 });
  });
});

test('a part of another year makes the population no older', async () => {
  const result = await judge(['Population 2024', 'Refugees 2025'], four(100, 5));
  expect([sums(result), result.population.levels[0]!.year]).toEqual([{ T_TL: 406 }, 2024]);
});

test('long tables in Arabic and Russian', async () => {
  const arabic = CODES.flatMap((code) => ['ذكر', 'أنثى'].flatMap((sex) => ['0-4', '5 فأكثر'].map((age) => [code, sex, age, '10'].join(';'))));
  const russian = CODES.flatMap((code) => ['мужской', 'женский'].flatMap((sex) => ['0-4', '5 и старше'].map((age) => [code, sex, age, '10'].join(';'))));
  for (const text of [`ADM2_PCODE;الجنس;الفئة العمرية;السكان\n${arabic.join('\n')}\n`, `ADM2_PCODE;Пол;Возраст;Население\n${russian.join('\n')}\n`]) {
    const result = await checkPopulation([uploadOf('tgo_adm2.csv', text)], optionsOf('TGO', LEVELS));
    expect(sums(result)).toEqual({ M_00_04: 40, M_05Plus: 40, F_00_04: 40, F_05Plus: 40 });
  }
});
