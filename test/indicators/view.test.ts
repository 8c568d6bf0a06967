/** What is shown of indicators: values, shares, phases and changes, and what is refused because it would be no truth. */
import { describe, expect, test } from 'vitest';
import type { SeriesRef } from '../../server/contract/indicators/series.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { InputError } from '../../server/errors.ts';
import { bySector, seriesAt } from '../../server/indicators/shown/source.ts';
import { changeOf, statedLevel, viewOf } from '../../server/indicators/shown/view.ts';
import { phaseOf } from '../../server/indicators/shown/phase.ts';
import { nearestYear } from '../../server/indicators/shown/years.ts';
import { DISTRICTS, IPC_ROWS, MADE, makeData, makeSource } from './made.ts';

const ref = (indicator: string, more: Partial<SeriesRef> = {}): SeriesRef => ({
  indicator,
  status: 'all',
  type: 'observed',
  phase: null,
  period: null,
  analysis: null,
  dimensions: {},
  ...more,
});
const INN = { status: 'INN' as const };
const source = makeSource();
const at = (indicator: string, more: Partial<SeriesRef> = {}) => seriesAt(source, ref(indicator, more));
const view = (series: number[], level: AdminLevel, measure: Parameters<typeof viewOf>[1]['measure'] = 'value', people?: Map<string, number>) =>
  viewOf(source, { series, level, measure, people: people ?? null });
const refusal = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
  return 'none';
};

describe('values', () => {
  test('nothing is not nought, and stays unrounded', () => {
    const { values, total, notPlaced, notPlacedTotal, counts } = view([at('PEOPLE-ALL', INN)], 2);
    expect([...values]).toEqual([
      ['XN0101', 10],
      ['XN0102', 20],
      ['XN0103', 'noData'],
      ['XN0201', 0],
      ['XN0202', 40],
      ['XN0203', 50.5],
    ]);
    expect([total, counts]).toEqual([120.5, true]);
    // What is no unit is summed apart, and with the units it is all of the file.
    expect(notPlaced).toEqual([{ name: '=Camp, "North"', level: 2, within: 'XN01', reason: 'site', value: 7 }]);
    expect(notPlacedTotal).toBe(7);
  });

  test('a sum of some of the units below says of how many', () => {
    const { values, partial } = view([at('PEOPLE-ALL', INN)], 1);
    expect([...values]).toEqual([
      ['XN01', 30],
      ['XN02', 90.5],
    ]);
    expect([...partial]).toEqual([['XN01', [2, 3]]]);
  });

  test('a district whose region alone is known says so; one of a region without a value is not in the source', () => {
    const { values, total } = view([at('PEOPLE-NUT', INN)], 2);
    expect([...values.values()]).toEqual(['aboveOnly', 'aboveOnly', 'aboveOnly', 'notReported', 'notReported', 'notReported']);
    expect(total).toBeNull();
  });

  test('classes are never rolled up by mean', () => {
    expect(view([at('SEVERITY')], 2).fractional).toBe(1);
    expect(view([at('SEVERITY')], 2).total).toBeNull();
    expect(refusal(() => view([at('SEVERITY')], 1))).toBe('indicators.not-rolled-up');
  });

  test('from above severity is the share of people in areas of class 3 or worse', () => {
    const people = new Map(DISTRICTS.map((code, i) => [code, [100, 100, 200, 50, 150, 0][i]!]));
    expect(statedLevel(source, at('SEVERITY'))).toBe(2);
    const { values, style } = view([at('SEVERITY')], 1, 'severe', people);
    expect([...values]).toEqual([
      ['XN01', 50],
      ['XN02', 100],
    ]);
    expect(style).toBe('percent');
  });
});

describe('sums', () => {
  const phase = (own: SeriesRef['phase']) => at('IPC', { phase: own });
  test.each([
    ['sectors', () => [at('PEOPLE-FSC', INN), at('PEOPLE-WSH', INN)], 'indicators.add-sector'],
    ['statuses', () => [at('PEOPLE-FSC', INN), at('PEOPLE-FSC', { status: 'TGT' })], 'indicators.add-status'],
    ['3+ with what it holds', () => [phase('3+'), phase('4')], 'indicators.add-phase'],
    ['all with a phase', () => [phase('all'), phase('1')], 'indicators.add-phase'],
    ['a series with itself', () => [phase('4'), phase('4')], 'indicators.add-group'],
    ['classes', () => [at('SEVERITY'), at('SEVERITY')], 'indicators.add-measure'],
    ['phases 3, 4 and 5', () => [phase('3'), phase('4'), phase('5')], 'none'],
    ['women and men', () => [at('IDP', { dimensions: { sex: 'f' } }), at('IDP', { dimensions: { sex: 'm' } })], 'none'],
  ])('%s', (_, series, code) => {
    expect(refusal(() => view(series(), 2))).toBe(code);
  });

  test('phases 3 to 5 are 3+', () => {
    expect(view([phase('3'), phase('4'), phase('5')], 2).values).toEqual(view([phase('3+')], 2).values);
    expect(view([at('IDP', { dimensions: { sex: 'f' } }), at('IDP', { dimensions: { sex: 'm' } })], 1).total).toBe(18);
  });
});

describe('shares', () => {
  test('are worked out anew from their parts at every level', () => {
    const share = view([at('IPC', { phase: '3+' })], 1, 'own');
    expect([...share.values]).toEqual([
      ['XN01', (70 / 400) * 100],
      ['XN02', (180 / 300) * 100],
    ]);
    expect([share.style, share.counts, share.total]).toEqual(['percent', false, null]);
  });

  test('of a part and a whole of different units nothing is said', () => {
    const { values } = view([at('PEOPLE-ALL', INN)], 1, 'own');
    expect([...values]).toEqual([
      ['XN01', 'noData'],
      ['XN02', (90.5 / 301) * 100],
    ]);
  });

  test('of the population, and of people in need', () => {
    expect(view([at('PEOPLE-FSC', INN)], 2, 'population', new Map([['XN0101', 50]])).values.get('XN0101')).toBe(10);
    expect(view([at('PEOPLE-FSC', { status: 'TGT' })], 2, 'inNeed').values.get('XN0101')).toBe(20);
    expect(refusal(() => view([at('SEVERITY')], 2, 'own'))).toBe('indicators.no-denominator');
    expect(refusal(() => view([at('PEOPLE-FSC', INN)], 2, 'inNeed'))).toBe('indicators.no-denominator');
  });
});

describe('phases', () => {
  test('the most severe one with a fifth of the people in it or worse', () => {
    expect([...view([at('IPC', { phase: '3+' })], 2, 'phase').values.values()]).toEqual([1, 2, 3, 4, 5, 3]);
    expect(refusal(() => view([at('PEOPLE-FSC', INN)], 2, 'phase'))).toBe('indicators.no-phases');
  });

  test('of units above from their people, not from the phases below', () => {
    // 400 people, of whom 70 in 3 or worse: 17.5 %.
    expect([...view([at('IPC', { phase: '3+' })], 1, 'phase').values.values()]).toEqual([2, 4]);
  });

  test('nothing is worked out where a phase is not known', () => {
    expect(phaseOf([1, 2, null, 0, 0], 3)).toBeNull();
    expect(phaseOf([0, 0, 0, 0, 0], null)).toBeNull();
    expect(phaseOf(IPC_ROWS[5]!.slice(1, 6), 100)).toBe(3);
  });
});

describe('changes', () => {
  test('are of the same unit on both sides, and of as much of it', () => {
    const now = view([at('PEOPLE-ALL', INN)], 1);
    const earlier = makeSource(makeData([{ ...MADE[0]!, cells: [5, 5, 5, 5, 5, 5] }], { start: '2024-01-01', end: '2024-12-31' }));
    const before = viewOf(earlier, { series: [seriesAt(earlier, ref('PEOPLE-ALL', INN))], level: 1, measure: 'value' });
    const change = changeOf(now, before);
    expect([...change.values]).toEqual([
      ['XN01', 'noData'],
      ['XN02', 75.5],
    ]);
    expect([change.style, change.counts]).toEqual(['change', false]);
  });
});

test('small maps: the same of every sector, without the figure of all', () => {
  const found = bySector(source, at('PEOPLE-ALL', INN), 'ALL');
  expect(found.map(({ sector }) => sector)).toEqual(['FSC', 'WSH', 'NUT']);
});

test('the population of the same year, else the nearest, of equal distance the earlier', () => {
  const of = (years: (number | null)[]) => years.map((year, i) => ({ year, isCurrent: i === 0 }));
  expect(nearestYear(of([2030, 2025, 2020]), 2025)?.year).toBe(2025);
  expect(nearestYear(of([2030, 2020]), 2025)?.year).toBe(2020);
  expect(nearestYear(of([null, 2020]), null)?.year).toBeNull();
  expect(nearestYear([], 2025)).toBeNull();
});
