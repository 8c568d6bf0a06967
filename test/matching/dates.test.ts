import { describe, expect, test } from 'vitest';
import { readDate, toVersion } from '../../server/matching/dates.ts';

describe('readDate', () => {
  test.each([
    ['2019-06-03', '2019-06-03'],
    ['2019/06/03', '2019-06-03'],
    ['2019-6-3', '2019-06-03'],
    ['20190603', '2019-06-03'],
    [20_190_603, '2019-06-03'],
    ['2025-02-13T00:00:00', '2025-02-13'],
    ['2016-06-15T00:00:00.000Z', '2016-06-15'],
    ['2021/12/09 00:00:00+00', '2021-12-09'],
    [1_369_958_400_000, '2013-05-31'],
    [1_564_704_000, '2019-08-02'],
    [45_658, '2025-01-01'],
    ['31/12/2019', '2019-12-31'],
    ['12/31/2019', '2019-12-31'],
    ['05/05/2019', '2019-05-05'],
  ])('%s is %s', (value, iso) => expect(readDate(value)).toEqual({ iso }));

  test.each([['1899-11-30'], ['1899-12-30'], ['1899-11-30T00:00:00.000Z'], ['1970-01-01'], [0], [-2_209_161_600_000]])('%s stands for no date', (value) => {
    const reading = readDate(value);
    expect('empty' in reading && reading.artefact).toBe(true);
  });

  test.each([[null], [''], ['  ']])('%j is no date', (value) => expect(readDate(value)).toEqual({ empty: true, artefact: false }));

  test.each([['03/06/2019'], ['2019-13-01'], ['2019-02-30'], ['soon'], ['Q1 2019']])('%s cannot be read', (value) =>
    expect(readDate(value)).toEqual({ unreadable: value }),
  );
});

test.each([
  ['V_01', 'v01'],
  ['v01', 'v01'],
  ['v1', 'v01'],
  [1, 'v01'],
  ['v01.02', 'v01.02'],
  ['2.1', 'v02.01'],
  ['v03.00', 'v03'],
  ['201506', null],
  ['draft', null],
  [null, null],
])('the version %s is %s', (value, version) => expect(toVersion(value)).toBe(version));
