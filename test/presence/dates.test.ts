/** Dates with sense: zeros, years apart from the others, other calendars; told, kept out of periods until decided, remembered. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { monthsOf } from '../../client/kinds/presence/count.ts';
import { compactPresence } from '../../server/presence/normalize/data.ts';
import { countPresence } from '../../server/contract/presence/count.ts';
import type { DateAnswer } from '../../server/contract/presence/dates.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import type { PresenceIngest } from '../../server/presence/pipeline.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import { odsOf, odsRows } from '../helpers/tables/ods.ts';
import { SMALL, ingestText, named, presenceOptions } from '../helpers/presence.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';
import { expectWorded } from '../helpers/worded.ts';

const TOGO = [
  { level: 0 as AdminLevel, units: [named(0, 'TG', null, 'Togo')] },
  { level: 1 as AdminLevel, units: [named(1, 'TG01', 'TG', 'Sudland'), named(1, 'TG02', 'TG', 'Nordland')] },
  {
    level: 2 as AdminLevel,
    units: [named(2, 'TG0101', 'TG01', 'Alba'), named(2, 'TG0102', 'TG01', 'Bero'), named(2, 'TG0201', 'TG02', 'Kpele'), named(2, 'TG0202', 'TG02', 'Doma')],
  },
];
const read = (path: string, name: string, more = {}) =>
  runPresenceIngest([uploadOf(name, readFileSync(`test/fixtures/cases/${path}/${name}`))], presenceOptions('TGO', TOGO, more));
const periods = ({ data }: PresenceIngest) => data.records.row.map((row, i) => [row, ...data.periods[data.records.period[i]!]!]);
const codes = ({ report }: PresenceIngest) =>
  report.results.flatMap(({ findings }) => findings.filter(({ code }) => /date|calendar/.test(code)).map(({ code, count }) => `${code} ${count}`));
const months = ({ data }: PresenceIngest) => monthsOf(compactPresence(data, '', ''));

describe('case 12: date system of 1904', () => {
  test.each(['tgo_3w_mac.xlsx', 'tgo_3w_mac_plain.xlsx'])('%s', async (name) => {
    const result = await read('12-date1904-second-workbookpr', name);
    expect(periods(result).slice(0, 2)).toEqual([[2, '2025-01-10', '2025-03-11'], [3, '2025-02-10', '2025-04-11']]); // prettier-ignore
    expect(codes(result)).toEqual([]);
  });
});

describe('case 35: dates without sense', () => {
  test('told, without a period, counted where no period is asked for; the months are those of the data', async () => {
    const result = await read('35-zero-dates', 'tgo_3w_zero_dates.xlsx');
    expectWorded(result.report.results);
    expect(result.data.records.row).toHaveLength(12);
    expect(periods(result).filter(([, start]) => start === null)).toEqual([[7, null, null]]);
    expect(codes(result)).toEqual(['presence.date-odd 2']);
    expect(months(result)).toEqual(['2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
    const columns = compactPresence(result.data, '', '');
    expect(countPresence(columns, DEFAULT_DEFINITION, 2).totals.records).toBe(12);
    const asked = countPresence(columns, { ...DEFAULT_DEFINITION, from: '2025-01-01', to: '2025-12-31' }, 2).totals;
    expect([asked.records, asked.undated]).toEqual([11, 1]);
  });

  test('decided: no date falls back to the period of the file, a day is taken, and both are remembered by the layout', async () => {
    const file = { start: '2025-04-01', end: '2025-04-30' };
    const first = await read('35-zero-dates', 'tgo_3w_zero_dates.xlsx', { period: file });
    expect(periods(first).find(([row]) => row === 7)).toEqual([7, null, null]);
    const [start, end] = first.data.dates!.map(({ heading, odd }) => [heading, odd[0]!.text] as const);
    const none: Record<string, DateAnswer> = { [start![0]]: { values: { [start![1]]: null } }, [end![0]]: { values: { [end![1]]: null } } };
    const second = await read('35-zero-dates', 'tgo_3w_zero_dates.xlsx', { period: file, dates: none });
    expect(periods(second).find(([row]) => row === 7)).toEqual([7, '2025-04-01', '2025-04-30']);
    expect(codes(second)).toEqual([]);
    const kept = { [start![0]]: { values: { [start![1]]: '2025-03-05' } } };
    const third = await read('35-zero-dates', 'tgo_3w_zero_dates.xlsx', { previous: second.data, dates: kept });
    expect(periods(third).find(([row]) => row === 7)).toEqual([7, '2025-03-05', null]);
    expect(third.data.profile.dates).toHaveLength(2);
    const next = await read('35-zero-dates', 'tgo_3w_zero_dates.xlsx', { previous: third.data });
    expect(periods(next).find(([row]) => row === 7)).toEqual([7, '2025-03-05', null]);
    await expect(read('35-zero-dates', 'tgo_3w_zero_dates.xlsx', { dates: { Nowhere: { calendar: 'persian' } } })).rejects.toThrow(/Nowhere/);
  });

  const rows = (dates: [string, string][]) =>
    ['Organisation,adm2_pcode,Start date,End date', ...dates.map(([start, end], i) => `Org ${i},EX0101,${start},${end}`)].join('\n') + '\n';
  const good: [string, string][] = ['01', '02', '03', '04', '05'].map((month) => [`2025-${month}-03`, `2025-${month}-20`]);
  test.each([
    ['a zero as text', '1899-12-30', '1900-01-01', 2],
    ['the beginning of the epoch', '1970-01-01', '2025-05-30', 1],
    ['a slip of the century', '2205-01-03', '2025-05-30', 1],
    ['twenty years before', '2004-01-03', '2025-05-30', 1],
    ['serial numbers', '0', '1', 2],
    ['in 2105', '2025-01-03', '2105-05-30', 1],
  ])('%s is kept out of the range', async (_, start, end, count) => {
    const result = await ingestText(rows([...good, [start, end]]), SMALL);
    expect(codes(result)).toEqual([`presence.date-odd ${count}`]);
    expect(months(result)).toEqual(['2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
  });

  test('projects of some years, and files of two periods, are no outliers', async () => {
    expect(codes(await ingestText(rows([...good, ['2019-01-03', '2030-12-31']]), SMALL))).toEqual([]);
    const halves: [string, string][] = good.map(([start, end]) => [start.replace('2025', '2008'), end.replace('2025', '2008')]);
    expect(codes(await ingestText(rows([...good, ...halves]), SMALL))).toEqual([]);
  });

  test('in an ODS', async () => {
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const table = [['Organisation', 'adm2_pcode', 'Start date'], ...good.map(([start], i) => [`Org ${i}`, 'EX0101', day(start)]), ['Z', 'EX0102', day('1899-12-30')]]; // prettier-ignore
    const result = await runPresenceIngest([uploadOf('exl_3w.ods', odsOf([{ name: 'a', rows: odsRows(table) }]))], presenceOptions('EXL', SMALL));
    expect([codes(result), months(result).length]).toEqual([['presence.date-odd 1'], 5]);
  });
});

describe('other calendars', () => {
  const table = (heading: string, dates: string[], column = heading) =>
    [`Organisation,adm2_pcode,${column}`, ...dates.map((date, i) => `Org ${i},EX0101,${date}`)].join('\n') + '\n';
  const start = ({ data }: PresenceIngest) => data.records.row.map((_, i) => data.periods[data.records.period[i]!]![0]);
  test.each([
    ['Solar Hijri, year first', 'Start date', ['1403/01/01', '1403/02/31', '1403/12/30'], ['2024-03-20', '2024-05-20', '2025-03-20']],
    ['Solar Hijri, day first', 'Start date', ['1-1-1403', '31-2-1403', '30-12-1403'], ['2024-03-20', '2024-05-20', '2025-03-20']],
    ['Solar Hijri, Persian digits', 'Start date', ['۱۴۰۳/۰۱/۰۱', '۱۴۰۳/۰۲/۳۱'], ['2024-03-20', '2024-05-20']],
    ['Solar Hijri, Afghan months', 'Start date', ['1 Hamal 1403', '31 Sawr 1403'], ['2024-03-20', '2024-05-20']],
    ['Ethiopian, said by the heading', 'Start date (E.C.)', ['01/01/2017', '05/13/2016', '15/04/2016'], ['2024-09-11', '2024-09-10', '2023-12-25']],
    ['Ethiopian, said by its months', 'Start date', ['1 Meskerem 2017', '5 Pagume 2016'], ['2024-09-11', '2024-09-10']],
    ['Buddhist', 'Start date', ['2568-05-01', '2568-06-15'], ['2025-05-01', '2025-06-15']],
  ])('%s', async (_, heading, dates, expected) => {
    const result = await ingestText(table(heading, dates), SMALL, { roles: { [heading]: { is: 'start' } } });
    expect(start(result)).toEqual(expected);
    expect(codes(result)).toEqual(['presence.calendar-turned 1']);
    expectWorded(result.report.results);
  });

  test.each([
    ['Nepali', ['2081-01-15', '2081-02-32', '2082-03-01']],
    ['lunar Hijri', ['1446-09-01', '1446-10-15', '1447-01-01']],
  ])('%s is told, and gives no period', async (_, dates) => {
    const result = await ingestText(table('Start date', dates), SMALL);
    expect(new Set(start(result))).toEqual(new Set([null]));
    expect(codes(result)).toEqual(['presence.calendar-told 1']);
  });

  test('a person may say otherwise, and next month it is known', async () => {
    const dates = ['2016-04-15', '2017-01-01', '2017-02-20'];
    const asIs = await ingestText(table('Start date', dates), SMALL);
    expect([start(asIs), codes(asIs)]).toEqual([dates, []]);
    const said = await ingestText(table('Start date', dates), SMALL, { dates: { 'Start date': { calendar: 'ethiopic' } } });
    expect([start(said), said.data.dates![0]!.from]).toEqual([['2023-12-25', '2024-09-11', '2024-10-30'], 'asked']);
    const next = await ingestText(table('Start date', dates), SMALL, { previous: said.data });
    expect([start(next), next.data.dates![0]!.from]).toEqual([start(said), 'profile']);
  });

  test.each([
    ['year and month', 'Year,Month', ['1403,1', '1403,12'], [['2024-03-20', '2024-04-19'], ['2025-02-19', '2025-03-20']]], // prettier-ignore
    ['month names', 'Year,Month', ['1403,حمل', '1403,Hut'], [['2024-03-20', '2024-04-19'], ['2025-02-19', '2025-03-20']]], // prettier-ignore
    ['years alone', 'Year,Note', ['1403,a', '1403,b'], [['2024-03-20', '2025-03-20'], ['2024-03-20', '2025-03-20']]], // prettier-ignore
    ['Ethiopian months', 'Year,Month', ['2017,Meskerem', '2016,Nehase'], [['2024-09-11', '2024-10-10'], ['2024-08-07', '2024-09-05']]], // prettier-ignore
    ['Nepali months, told', 'Year,Month', ['2081,Baisakh', '2081,Chaitra'], [[null, null], [null, null]]], // prettier-ignore
  ])('%s', async (_, headings, rows, expected) => {
    const result = await ingestText(table('', rows, headings), SMALL);
    expect(periods(result).map(([, ...span]) => span)).toEqual(expected);
    expect(codes(result).filter((code) => code.includes('calendar'))).toHaveLength(1);
  });
});

test('versions that hold a zero from before show the months of their data', () => {
  const zero: [string, string] = ['1899-12-31', '1900-01-01'];
  const own: [string, string][] = [['2025-01-01', '2025-02-28'], ['2025-03-01', '2025-05-31']]; // prettier-ignore
  expect(monthsOf({ periods: [zero, ...own] })).toEqual(['2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
  expect(monthsOf({ periods: [...own, ['2205-01-01', null]] }).at(-1)).toBe('2025-05');
});
