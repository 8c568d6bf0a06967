/** Population on the map: groups, densities, classes, pyramids, and the address. */
import { describe, expect, test } from 'vitest';
import type { PopulationGroup, PopulationLevelValues } from '../../../../server/contract/population/population.ts';
import { classOf } from '../../../../client/map/legend.ts';
import { POPULATION_STATE, formatPopulationState, parsePopulationState } from '../../../../client/kinds/population/state.ts';
import { parseBreaks } from '../../../../client/map/classing.ts';
import { ageKey, agesOf, classBreaks, findGroup, sexesOf, toPyramid, valuesOf } from '../../../../client/kinds/population/values.ts';

const group = (sex: 'f' | 'm' | 't', ageFrom: number | null, ageTo: number | null, other: string | null = null): PopulationGroup => ({
  key: '',
  sex,
  ageFrom,
  ageTo,
  other,
  heading: '',
});

const level: PopulationLevelValues = {
  level: 1,
  year: 2025,
  source: '',
  boundaries: null,
  groups: [
    group('t', null, null),
    group('f', 80, null),
    group('m', 0, 4),
    group('f', 0, 4),
    group('f', 0, 0),
    group('f', 1, 4),
    group('m', 5, 79),
    group('f', 5, 79),
    group('t', null, null, 'IDP'),
  ],
  pcodes: ['A', 'B', 'C'],
  values: [
    [100, null, 30],
    [1, 2, null],
    [10, 20, 30],
    [11, 21, 31],
    [3, 6, 9],
    [8, 15, 22],
    [50, 60, 70],
    [51, 61, 71],
    [5, 0, null],
  ],
  total: 130,
};

describe('groups', () => {
  test('ages are spelt as the API asks for them, youngest first, other groups last', () => {
    expect(level.groups.map(ageKey)).toEqual(['all', '80+', '0-4', '0-4', '0', '1-4', '5-79', '5-79', 'IDP']);
    expect(agesOf(level, 't')).toEqual(['all', 'IDP']);
    expect(agesOf(level, 'm')).toEqual(['0-4', '5-79']);
    expect(sexesOf(level)).toEqual(['t', 'f', 'm']);
    expect(findGroup(level, 'f', '80+')).toBe(1);
    expect(findGroup(level, 'm', '80+')).toBe(-1);
  });

  test('a density needs a value and an area; what is not known is never zero', () => {
    expect(valuesOf(level, 0, 'people', new Map())).toEqual([100, null, 30]);
    const areas = new Map([
      ['A', 50],
      ['B', 10],
    ]);
    expect(valuesOf(level, 0, 'density', areas)).toEqual([2, null, null]);
    expect(valuesOf(level, -1, 'people', areas)).toEqual([null, null, null]);
  });
});

describe('classes', () => {
  const values = Array.from({ length: 300 }, (_, i) => (i % 7 === 0 ? null : ((i * 7919) % 1009) ** 2 / 37));
  test.each(['equal', 'quantile', 'jenks', 'manual'] as const)('%s: every value has a class, rounded or not', (method) => {
    const breaks = classBreaks(values, method, 5, [100, 5000, 1e9, -3]);
    expect(breaks.every((at, i) => i === 0 || at >= breaks[i - 1]!)).toBe(true);
    expect(values.filter((value) => value !== null && classOf(value, breaks) < 0)).toEqual([]);
    if (method !== 'manual') expect(breaks).toHaveLength(6);
    else expect(breaks.slice(1, -1)).toEqual([100, 5000]);
    expect(breaks.slice(1, -1).every((at) => Number(at.toPrecision(3)) === at)).toBe(true);
  });

  test('rounding never merges or empties classes of close values', () => {
    const close = [1000.1, 1000.2, 1000.3, 1000.4, 1000.5, 1000.6];
    const breaks = classBreaks(close, 'quantile', 3);
    expect(new Set(close.map((value) => classOf(value, breaks)))).toEqual(new Set([0, 1, 2]));
  });

  test('no values, no classes', () => expect(classBreaks([null, null], 'manual', 5, [1, 2])).toEqual([]));
});

describe('pyramid', () => {
  test('sums some units over bands that do not overlap, and keeps what nobody knows empty', () => {
    const pyramid = toPyramid(level, ['A', 'C', 'Z']);
    expect(pyramid.bands.map(({ age }) => age)).toEqual(['0-4', '5-79', '80+']);
    expect(pyramid.units).toBe(2);
    const band = (age: string) => pyramid.bands.find((each) => each.age === age);
    expect(band('5-79')).toEqual({ age: '5-79', f: 122, m: 120 });
    expect(band('80+')).toEqual({ age: '80+', f: 1, m: null });
  });

  test('both sexes meet in one band where one of them also has narrower ones', () => {
    expect(toPyramid(level, ['A']).bands.map(({ age, f, m }) => [age, f, m])).toEqual([
      ['0-4', 11, 10],
      ['5-79', 51, 50],
      ['80+', 1, null],
    ]);
  });
});

describe('address', () => {
  test('what is chosen comes back; defaults and foreign parameters stay out of the way', () => {
    const state = {
      ...POPULATION_STATE,
      measure: 'people' as const,
      sex: 'f' as const,
      age: '0-4',
      method: 'manual' as const,
      breaks: [10, 2500.5],
      chosen: ['A', 'B'],
      data: 'v02' as never,
      held: { level: 2, classes: { method: 'jenks' as const, breaks: [0, 0.25, 1e21], open: 'none' as const, whole: false } },
    };
    const query = formatPopulationState(state, new URLSearchParams('lang=ar&level=2'));
    expect(parsePopulationState(query)).toEqual(state);
    expect(query.get('lang')).toBe('ar');
    expect(formatPopulationState(POPULATION_STATE, query).toString()).toBe('lang=ar&level=2');
  });

  test('a mangled address opens the default', () => {
    expect(parsePopulationState(new URLSearchParams('measure=x&sex=q&classes=99&method=integer&breaks=a,b&chosen='))).toEqual(POPULATION_STATE);
  });

  test('breaks as people write them', () => {
    expect(parseBreaks('10, 20;30  5 x 10')).toEqual([5, 10, 20, 30]);
    expect(parseBreaks('')).toEqual([]);
  });
});
