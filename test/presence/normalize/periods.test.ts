import { describe, expect, test } from 'vitest';
import { monthOf } from '../../../server/matching/months.ts';
import { findPeriod, readPeriod } from '../../../server/presence/normalize/periods.ts';

test.each([
  ['March', 3],
  ['mars', 3],
  ['Fév', 2],
  ['février', 2],
  ['août', 8],
  ['Agosto', 8],
  ['juillet', 7],
  ['ديسمبر', 12],
  ['Dezembro', 12],
  ['января', 1],
  ['Січень', 1],
  ['Лист', undefined],
  ['out', undefined],
  ['Market', undefined],
  ['Decentralised', undefined],
  ['', undefined],
])('month %s', (word, month) => expect(monthOf(word)).toBe(month));

describe('cells', () => {
  test.each([
    ['2022-03', '2022-03-01', '2022-03-31'],
    ['3/2024', '2024-03-01', '2024-03-31'],
    ['Feb 2024', '2024-02-01', '2024-02-29'],
    ['2022 Q1', '2022-01-01', '2022-03-31'],
    ['T4 2022', '2022-10-01', '2022-12-31'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['1st quarter 2025', '2025-01-01', '2025-03-31'],
    ['2e trimestre 2025', '2025-04-01', '2025-06-30'],
    ['الربع الأول 2025', '2025-01-01', '2025-03-31'],
    ['S2 2025', '2025-07-01', '2025-12-31'],
    ['كانون الثاني 2025', '2025-01-01', '2025-01-31'],
    ['Nov 2023 - Jan 2025', '2023-11-01', '2025-01-31'],
    ['Jan-Mar 2025', '2025-01-01', '2025-03-31'],
    ['Январь 2025', '2025-01-01', '2025-01-31'],
    ['Jan-25', '2025-01-01', '2025-01-31'],
    ['févr.-24', '2024-02-01', '2024-02-29'],
    ['Ene/25', '2025-01-01', '2025-01-31'],
    ["Sep'24", '2024-09-01', '2024-09-30'],
  ])('%s', (text, start, end) => expect(readPeriod(text)).toEqual({ start, end }));
  test.each(['March', '31/12/2021', 'n/a', '', 'Week 5 2025', 'Q5 2025', 'Jan 25', '25-Jan', 'Jan-99', 'Week-25'])('no period: %s', (text) =>
    expect(readPeriod(text)).toBeUndefined(),
  );
});

describe('file names', () => {
  test.each([
    ['3W_TCD_Avr2025.xlsx', '2025-04-01', '2025-04-30'],
    ['3W Burkina Faso January-February 2025', '2025-01-01', '2025-02-28'],
    ['ethiopia_who_is_doing_what_where_4w_may_to_july_2025.csv', '2025-05-01', '2025-07-31'],
    ['irq_3w_jan_to_apr_2022_longtable.xlsx', '2022-01-01', '2022-04-30'],
    ['RCA 3W Qui fait Quoi Où T1 2022', '2022-01-01', '2022-03-31'],
    ['NER_Oct_2025.csv', '2025-10-01', '2025-10-31'],
    ['3w_nov_feb_2023.csv', '2022-11-01', '2023-02-28'],
  ])('%s', (name, start, end) => expect(findPeriod(name)).toEqual({ start, end }));
  test('a year alone in a longer name says too little', () => expect(findPeriod('activities_dataset_consolidated_2019.xlsx')).toBeUndefined());
});
