/** The days in which versions hold (server/catalogue/asOf.ts). */
import { describe, expect, test } from 'vitest';
import { periodAt, periodsOf, validOnAt, type DatedVersion } from '../../../server/catalogue/life/asOf.ts';
import { toDay } from '../../../server/contract/datasets/asOf.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';

const dated = (version: string, validOn: string | null, validTo: string | null = null, corrections: DatedVersion['corrections'] = []): DatedVersion => ({
  version: version as VersionTag,
  status: 'superseded',
  publishedAt: '2020-01-01T00:00:00.000Z',
  withdrawnAt: null,
  validOn,
  corrections,
  validTo,
});
const shape = (line: DatedVersion[], known: string | null = null) =>
  periodsOf(line, known).periods.map(({ version, from, to }) => `${version} ${from} ${to ?? '…'}`);

describe('partial dates are their first day', () => {
  test.each([
    ['2021', '2021-01-01'],
    ['2021-10', '2021-10-01'],
    ['2021-10-05', '2021-10-05'],
    ['2021-02-30', null],
    ['2021-13', null],
    ['21', null],
    ['', null],
    ['2021-1-1', null],
  ])('%s', (text, day) => expect(toDay(text)).toBe(day));
});

describe('periods', () => {
  test('half-open: the day of change belongs to the new version, the day before to the old one', () => {
    const { periods } = periodsOf([dated('v01', '2010-01-01'), dated('v02', '2019-06-01')], null);
    const at = (date: string) => periodAt(periods, date).found?.version ?? null;
    expect(['2009-12-31', '2010-01-01', '2019-05-31', '2019-06-01', '2030-01-01'].map(at)).toEqual([null, 'v01', 'v01', 'v02', 'v02']);
  });
  test('by their own days and not in the order of publishing: old boundaries may be published late', () =>
    expect(shape([dated('v01', '2019'), dated('v02', '2010-05')])).toEqual(['v02 2010-05-01 2019-01-01', 'v01 2019-01-01 …']));
  test('of two that begin on one day the later published one holds, and it is said', () => {
    const { periods, notes } = periodsOf([dated('v01', '2019'), dated('v02', '2019-01-01')], null);
    expect(periods).toEqual([{ version: 'v02', validOn: '2019-01-01', from: '2019-01-01', to: null }]);
    expect(notes).toEqual([{ is: 'overlap', from: '2019-01-01', to: null, version: 'v01', by: 'v02' }]);
  });
  test('data without a day hold by their own: the year of a population, the period of a 3W; a day in the metadata stands above', () => {
    const may = { ...dated('v01', null), span: { from: '2025-05-01', to: '2025-06-01' } };
    const year = { ...dated('v02', null), span: { from: '2026', to: null } };
    const { periods, notes } = periodsOf(
      [may, year, { ...dated('v03', '2027-02'), span: { from: '2020', to: '2020-02-01' } }, { ...dated('v04', null), span: null }],
      null,
    );
    expect(periods).toEqual([
      { version: 'v01', validOn: '2025-05-01', derived: true, from: '2025-05-01', to: '2025-06-01' },
      { version: 'v02', validOn: '2026', derived: true, from: '2026-01-01', to: '2027-02-01' },
      { version: 'v03', validOn: '2027-02', from: '2027-02-01', to: null },
    ]);
    expect(notes).toEqual([{ is: 'undated', version: 'v04' }, { is: 'gap', from: '2025-06-01', to: '2026-01-01', before: 'v01', after: 'v02' }]); // prettier-ignore
  });
  test('a gap, an overlap, a missing day and an end before the beginning are said', () => {
    expect(periodsOf([dated('v01', '2010', '2015'), dated('v02', '2017', '2021'), dated('v03', '2020'), dated('v04', null), dated('v05', '2022', '2000')], null).notes).toEqual([
      { is: 'undated', version: 'v04' },
      { is: 'ends-before', version: 'v05', to: '2000-01-01' },
      { is: 'gap', from: '2015-01-01', to: '2017-01-01', before: 'v01', after: 'v02' },
      { is: 'overlap', from: '2020-01-01', to: '2021-01-01', version: 'v02', by: 'v03' },
    ]); // prettier-ignore
  });
  test('in a gap, before the first and after the last the nearest are named', () => {
    const { periods } = periodsOf([dated('v01', '2010', '2015'), dated('v02', '2017', '2021')], null);
    const near = (date: string) => {
      const held = periodAt(periods, date);
      return held.found ? null : [held.before?.version, held.after?.version];
    };
    expect(['2009-01-01', '2015-01-01', '2016-12-31', '2021-01-01'].map(near)).toEqual([[undefined, 'v01'], ['v01', 'v02'], ['v01', 'v02'], ['v02', undefined]]); // prettier-ignore
  });
});

describe('a day that was corrected later', () => {
  const fix = (at: string, before: string | null, after: string) => ({
    at: `${at}T00:00:00Z`,
    by: null,
    fields: [{ field: 'dateValidOn' as const, before, after }],
  });
  const version = dated('v01', '2012', null, [fix('2021-01-01', null, '2011'), fix('2022-01-01', '2011', '2012')]);
  test.each([
    ['2020-12-31', null],
    ['2021-01-01', '2011'],
    ['2021-12-31', '2011'],
    ['2022-01-01', '2012'],
    [null, '2012'],
  ])('as known on %s', (known, day) => expect(validOnAt(version, known)).toBe(day));
});
