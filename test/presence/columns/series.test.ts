/** Columns that say one thing together, cells that name several, and other ways of writing of the field: read right, or asked; never wrong in silence. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ColumnQuestion } from '../../../server/contract/columns.ts';
import type { PresenceAnswers, PresenceRole } from '../../../server/contract/presence/presence.ts';
import { findSeveral } from '../../../server/presence/columns/several.ts';
import { presenceTables } from '../../../server/presence/detect.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { bodiesOf, ingestTogo, readTogo, sectorsOf, unitsOf } from '../../helpers/togo.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';
import { expectWorded } from '../../helpers/worded.ts';

let togo: Awaited<ReturnType<typeof readTogo>>;
beforeAll(async () => {
  togo = await readTogo();
});

const ORGS = ['Relief Alpha', 'Beta Aid', 'Gamma Care', 'Delta Works', 'Epsilon Hands'];
const SECTORS = ['Health', 'WASH', 'Education', 'Nutrition'];
const CODES = ['TG0101', 'TG0102', 'TG0201', 'TG0202'];
const NAMES = ['Alba', 'Bero', 'Kpele', 'Doma'];
type Row = (string | number)[];

const csv = (head: string[], rows: Row[], separator = ',') => `${[head, ...rows].map((row) => row.map((cell) => (String(cell).includes(separator) ? `"${cell}"` : cell)).join(separator)).join('\n')}\n`; // prettier-ignore
/** Organisation, sector, code of district, and what follows; 20 rows. */
const rowsOf = (more: (i: number) => Row): Row[] => Array.from({ length: 20 }, (_, i) => [ORGS[i % 5]!, SECTORS[i % 4]!, CODES[i % 4]!, ...more(i)]);
async function read(head: string[], more: (i: number) => Row, answers: Partial<PresenceAnswers> = {}, start = ['Organisation', 'Cluster', 'District P-code']) {
  const result = await ingestTogo(togo, 'tgo_3w.csv', csv([...start, ...head], rowsOf(more)), answers);
  expectWorded(result.report.results);
  return result;
}
type Result = Awaited<ReturnType<typeof read>>;
const periodsOf = ({ data }: Result) => data.records.period.map((period) => data.periods[period]!.join('–'));
const peopleOf = ({ data }: Result) => data.records.people;
const questionsOf = ({ report }: Result) => (report.questions ?? []) as ColumnQuestion<PresenceRole>[];
const codesOf = ({ report }: Result) => report.results.flatMap(({ findings }) => findings.map(({ code }) => code));

describe('a column for each month', () => {
  const marks = (i: number): Row => ['x', i % 2 ? 'x' : '', ''];
  const january = '2025-01-01–2025-01-31';
  const both = '2025-01-01–2025-02-28';
  test.each([
    [['Jan 2025', 'Feb 2025', 'Mar 2025']],
    [['Jan-25', 'Feb-25', 'Mar-25']],
    [['2025-01', '2025-02', '2025-03']],
    [['janvier 2025', 'février 2025', 'mars 2025']],
    [['يناير 2025', 'فبراير 2025', 'مارس 2025']],
    [['Январь 2025', 'Февраль 2025', 'Март 2025']],
  ])('%s with marks: when the activity took place, and asked', async (head) => {
    const result = await read(head, marks);
    expect(periodsOf(result)).toEqual(Array.from({ length: 20 }, (_, i) => (i % 2 ? both : january)));
    const [question, ...more] = questionsOf(result);
    expect([question!.choices.length, more, result.report.publishable]).toEqual([2, [], false]);
    const yes = await read(head, marks, { columns: question!.choices[0]!.columns });
    expect([periodsOf(yes)[1], questionsOf(yes)]).toEqual([both, []]);
    const no = await read(head, marks, { columns: question!.choices[1]!.columns });
    expect([new Set(periodsOf(no)), questionsOf(no)]).toEqual([new Set(['–']), []]);
    // The next month's file of this layout is read as this one was.
    const next = await ingestTogo(togo, 'tgo_3w_next.csv', csv(['Organisation', 'Cluster', 'District P-code', ...head], rowsOf(marks)), { previous: yes.data });
    expect([periodsOf(next)[1], questionsOf(next)]).toEqual([both, []]);
  });

  test('the year may stand beside them', async () => {
    const result = await read(['Year', 'Jan', 'Feb', 'Mar'], (i) => [2024, 0, 1, i % 2]);
    expect(new Set(periodsOf(result))).toEqual(new Set(['2024-02-01–2024-02-29', '2024-02-01–2024-03-31']));
    expect(questionsOf(result)).toHaveLength(1);
  });

  test('people reached in each month are proposed as a sum; bare numbers only as months', async () => {
    const numbers = (i: number): Row => [10 + i, 0, 5];
    const said = await read(['Reached January 2025', 'Reached February 2025', 'Reached March 2025'], numbers);
    expect([peopleOf(said)[0], periodsOf(said)[0]]).toEqual([15, '2025-01-01–2025-03-31']);
    expect(questionsOf(said).map(({ choices }) => choices.length)).toEqual([3]);
    const bare = await read(['Jan 2025', 'Feb 2025', 'Mar 2025'], numbers);
    expect([peopleOf(bare)[0], periodsOf(bare)[0], questionsOf(bare).length]).toEqual([null, '2025-01-01–2025-03-31', 1]);
    const people = await read(['Jan 2025', 'Feb 2025', 'Mar 2025'], numbers, { columns: questionsOf(bare)[0]!.choices[1]!.columns });
    expect([peopleOf(people)[0], questionsOf(people)]).toEqual([15, []]);
  });

  test('dates say more than months: beside them these are not asked about', async () => {
    const result = await read(['Start date', 'Jan 2025', 'Feb 2025'], () => ['2025-01-10', 'x', '']);
    expect([periodsOf(result)[0], questionsOf(result)]).toEqual(['2025-01-10–', []]);
  });
});

describe('people reached in parts', () => {
  test.each([
    [['Men reached', 'Women reached', 'Boys reached', 'Girls reached']],
    [['Hommes atteints', 'Femmes atteintes', 'Garçons atteints', 'Filles atteintes']],
    [['Male children reached', 'Female children reached', 'Male adults reached', 'Female adults reached']],
    [['المستفيدين الرجال', 'المستفيدين النساء', 'المستفيدين الأولاد', 'المستفيدين البنات']],
  ])('%s add up, and are asked about', async (head) => {
    const result = await read(head, () => [1, 20, 300, 4000]);
    expect([peopleOf(result)[0], questionsOf(result).map(({ choices }) => choices.length)]).toEqual([4321, [3]]);
    const answered = await read(head, () => [1, 20, 300, 4000], { columns: questionsOf(result)[0]!.choices[0]!.columns });
    expect([peopleOf(answered)[0], questionsOf(answered)]).toEqual([4321, []]);
  });
  test('a total beside them is the number', async () => {
    const result = await read(['Men reached', 'Women reached', 'Total reached'], () => [1, 20, 21]);
    expect([peopleOf(result)[0], questionsOf(result)]).toEqual([21, []]);
  });
  test('parts that overlap are never added up', async () => {
    const result = await read(['Women reached', 'Children reached'], () => [20, 300]);
    expect(peopleOf(result)[0]).not.toBe(320);
    expect(questionsOf(result).length).toBeGreaterThan(0);
  });
  test.each([
    'Bénéficiaires planifiés',
    'Bénéficiaires (ménages)',
    'Beneficiaries reached (HH)',
    '# of targeted beneficiaries',
    'عدد الأسر المستفيدة',
    'Запланировано получателей',
  ])('%s are not the people reached', async (heading) => expect(new Set(peopleOf(await read([heading], () => [100])))).toEqual(new Set([null])));
});

describe('people in other scripts', () => {
  const arabic = (value: number) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  test.each([
    ['عدد المستفيدين', arabic],
    ['عدد الأشخاص الذين تم الوصول إليهم', String],
    ['Количество охваченных людей', String],
    ['Кількість охоплених осіб', String],
    ['Beneficiários alcançados', String],
  ])('%s', async (heading, write) => {
    const result = await read([heading], (i) => [write(100 + i)]);
    expect([peopleOf(result)[3], questionsOf(result)]).toEqual([103, []]);
  });
  test('a 3W is told by its headings', async () => {
    for (const head of ['المنظمة,القطاع,رمز المديرية', 'Организация,Кластер,Код района', 'Організація,Кластер,Код району']) {
      const [table] = await readTables(uploadOf('x.csv', `${head}\nRelief Alpha,Health,TG0101\nBeta Aid,WASH,TG0102\n`));
      expect(presenceTables.claim(table!)).toEqual({ strength: 3, rows: 2 });
    }
  });
});

describe('several organisations in a cell', () => {
  const lists = [`${ORGS[0]}, ${ORGS[1]}`, `${ORGS[1]}, ${ORGS[2]}`, `${ORGS[2]}, ${ORGS[0]}`];
  const table = (mark: string) => csv(['Organisations present', 'Cluster', 'District P-code'], rowsOf(() => []).map((row, i) => row.with(0, lists[i % 3]!.replace(', ', mark)))); // prettier-ignore
  test.each([', ', ' / ', '; ', ' & '])('parted by "%s": asked, whole until then', async (mark) => {
    const result = await ingestTogo(togo, 'tgo_3w.csv', table(mark));
    expectWorded(result.report.results);
    expect(bodiesOf(result, 'implementing')).toHaveLength(3);
    const [question, ...more] = questionsOf(result);
    expect([question!.rows, question!.choices.length, more]).toEqual([20, 2, []]);
    const divided = await ingestTogo(togo, 'tgo_3w.csv', table(mark), { columns: question!.choices[1]!.columns });
    expect([bodiesOf(divided, 'implementing'), questionsOf(divided)]).toEqual([ORGS.slice(0, 3).toSorted(), []]);
    const whole = await ingestTogo(togo, 'tgo_3w.csv', table(mark), { columns: question!.choices[0]!.columns });
    expect([bodiesOf(whole, 'implementing').length, questionsOf(whole)]).toEqual([3, []]);
    // Remembered, also that they are whole.
    const next = await ingestTogo(togo, 'tgo_3w_next.csv', table(mark), { previous: whole.data });
    expect([bodiesOf(next, 'implementing').length, questionsOf(next)]).toEqual([3, []]);
  });
  test.each([
    ['names with a comma', ['Save the Children, Inc.', 'Mercy Hands, Inc.', 'Water, Sanitation and Hygiene Trust']],
    ['name and acronym of one body', ['NRC / Norwegian Refugee Council', 'IRC / International Rescue Committee', 'NRC', 'IRC']],
    [
      'acronym and name of a body beside its newer name',
      ['HI - Handicap International / Humanity & Inclusion', 'HI - Handicap International', 'Humanity & Inclusion'],
    ],
    ['one agency in two languages', ['PAM / WFP', 'PAM', 'WFP', 'OIM / IOM', 'OIM', 'IOM']],
    ['names with a slash', ['Alpha/Beta', 'Gamma/Delta', 'Epsilon/Zeta']],
    ['a part that stands alone and one that does not', ['Relief Alpha, Lomé', 'Relief Alpha', 'Beta Aid']],
  ])('%s are left alone', (_, cells) => expect(findSeveral(cells, () => false)).toBeNull());
  test('one list is enough where its parts stand alone elsewhere', () =>
    expect(findSeveral(['Relief Alpha, Beta Aid', 'Relief Alpha', 'Beta Aid'], () => false)).toEqual({
      mark: ',',
      cells: ['Relief Alpha, Beta Aid'],
      rows: 1,
    }));
});

describe('code and name in one cell', () => {
  test.each([
    ['District', (i: number) => `${CODES[i]} - ${NAMES[i]}`],
    ['District', (i: number) => `${NAMES[i]} (${CODES[i]})`],
    ['admin2', (i: number) => `${CODES[i]}_${NAMES[i]}`],
    ['District P-code', (i: number) => `${CODES[i]} ${NAMES[i]}`],
  ])('%s', async (heading, write) => {
    const rows = rowsOf(() => []).map((row, i) => row.with(2, write(i % 4)));
    const result = await ingestTogo(togo, 'tgo_3w.csv', csv(['Organisation', 'Cluster', heading], rows));
    expect([...unitsOf(result).values()]).toEqual(Array.from({ length: 20 }, (_, i) => CODES[i % 4]));
    expect(questionsOf(result)).toEqual([]);
  });
  test('code and name that contradict each other are asked about', async () => {
    const rows = rowsOf(() => []).map((row, i) => row.with(2, i === 0 ? 'TG0101 - Bero' : `${CODES[i % 4]} - ${NAMES[i % 4]}`));
    const result = await ingestTogo(togo, 'tgo_3w.csv', csv(['Organisation', 'Cluster', 'District'], rows));
    expect(result.data.groups.map(({ cause, rows: count }) => [cause, count])).toEqual([['code-name-conflict', 1]]);
  });
});

describe('days and periods', () => {
  test.each([
    ['dots: the day stands first', ['10.01.2025', '05.03.2025'], '2025-01-10–2025-03-05'],
    ['names of months', ['5-Jan-25', '15 March 2025'], '2025-01-05–2025-03-15'],
    ['French and Spanish', ['1er février 2025', '5 de marzo de 2025'], '2025-02-01–2025-03-05'],
    ['Persian digits of the solar year', ['۱۴۰۳/۱۱/۱۰', '۱۴۰۳/۱۲/۲۰'], '2025-01-29–2025-03-10'],
  ])('%s', async (_, days, period) => {
    const result = await read(['Start date', 'End date'], () => days);
    expect([new Set(periodsOf(result)), codesOf(result).filter((code) => code.includes('date'))]).toEqual([new Set([period]), []]);
  });
  test('03/02/2025 is what the column beside it says', async () => {
    const result = await read(['Start date', 'End date'], (i) => ['03/02/2025', i ? '04/03/2025' : '25/03/2025']);
    expect([periodsOf(result)[0], periodsOf(result)[1]]).toEqual(['2025-02-03–2025-03-25', '2025-02-03–2025-03-04']);
  });
  test('two digits for the year and the month as a number: told, never guessed', async () => {
    const result = await read(['Start date'], () => ['13/01/25']);
    expect(codesOf(result)).toContain('presence.date-unreadable');
  });
  test('numbers of months are no days of 1900', async () => {
    const result = await read(['Month', 'Year'], (i) => [1 + (i % 3), 2025]);
    expect([periodsOf(result)[0], codesOf(result).filter((code) => code.includes('date'))]).toEqual(['2025-01-01–2025-01-31', []]);
  });
  test('a period that nobody can read is told, and that of the file does not stand for it', async () => {
    const period = { start: '2025-05-01', end: '2025-05-31' };
    const result = await read(['Reporting period'], (i) => [i % 2 ? 'Week 5 2025' : 'Q1 2025'], { period });
    expect(new Set(periodsOf(result))).toEqual(new Set(['2025-01-01–2025-03-31', '–']));
    expect(codesOf(result)).toContain('presence.date-unreadable');
  });
});

describe('nobody, in five languages', () => {
  test.each([
    'Sans partenaire',
    'Pas applicable',
    'Ninguno',
    'Nenhum',
    'لا يوجد',
    'لا شريك',
    'غير محدد',
    'Not applicable',
    'TBD',
    'N/D',
    's/o',
    'À déterminer',
    'Direct implementation',
    'нет партнера',
  ])('%s', async (text) => {
    const head = ['Lead organisation', 'Implementing partner', 'Cluster', 'District P-code'];
    const rows = Array.from({ length: 20 }, (_, i): Row => [['UNICEF', 'WFP'][i % 2]!, i % 3 ? ORGS[i % 5]! : text, SECTORS[i % 4]!, CODES[i % 4]!]);
    expect(bodiesOf(await ingestTogo(togo, 'tgo_3w.csv', csv(head, rows)), 'implementing')).toEqual(ORGS.toSorted());
  });
});

test('answers of a form in one cell, parted by blanks, are offered as several sectors', async () => {
  const rows = rowsOf(() => []).map((row, i) => row.with(1, i % 2 ? 'health wash' : 'education'));
  const result = await ingestTogo(togo, 'tgo_3w.csv', csv(['Organisation', 'Sectors', 'District P-code'], rows));
  expect(sectorsOf(result)).toEqual(['EDU', 'health wash']);
  expect(result.data.openSectors.map(({ text, parts }) => [text, parts])).toEqual([['health wash', ['HEA', 'WSH']]]);
});
