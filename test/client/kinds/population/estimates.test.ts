import { expect, test } from 'vitest';
import { estimatedOf, newerVersions, rangeOf } from '../../../../client/kinds/population/estimates.ts';
import { fromPopulation, toPopulation } from '../../../../client/kinds/population/spec.ts';
import { formatPopulationState, parsePopulationState, POPULATION_STATE } from '../../../../client/kinds/population/state.ts';
import type { DatasetId, VersionTag } from '../../../../server/contract/ids.ts';
import type { ShownLevel } from '../../../../server/contract/population/carried.ts';
import type { MapSpec } from '../../../../server/contract/maps/map.ts';

const version = (tag: string, status: 'draft' | 'current' | 'superseded' | 'withdrawn', publishedAt: string | null) => ({ version: tag as VersionTag, status, createdAt: '2020', publishedAt }); // prettier-ignore

test('only boundaries published since those of the population are offered', () => {
  const versions = [version('v05', 'draft', null), version('v04', 'current', '2024'), version('v03', 'withdrawn', '2023'), version('v02', 'superseded', '2022'), version('v01', 'superseded', '2021')]; // prettier-ignore
  expect(newerVersions(versions, 'v01')).toEqual(['v02', 'v04']);
  expect(newerVersions(versions, 'v04')).toEqual([]);
  expect(newerVersions(versions, null)).toEqual([]);
});

const LEVEL = {
  pcodes: ['A', 'B', 'C'],
  values: [[10, 20, null]],
  carried: { methods: ['exact', 'estimated', 'remainder'], low: [[10, 15, null]], high: [[10, 30, null]] },
} as unknown as ShownLevel;

test('an estimate has a range; what is known has none', () => {
  expect(['A', 'B', 'C', 'D'].map((code) => rangeOf({ level: LEVEL, group: 0 }, code))).toEqual([null, { value: 20, low: 15, high: 30 }, null, null]);
  expect([...estimatedOf(LEVEL).keys()]).toEqual(['B']);
});

test('the boundaries are part of the address and of a saved map, which follows its own', () => {
  const on = parsePopulationState(new URLSearchParams('on=v03'));
  expect([on.on, parsePopulationState(new URLSearchParams('on=x')).on]).toEqual(['v03', null]);
  expect(formatPopulationState(on, new URLSearchParams()).toString()).toBe('on=v03');
  const classes = { method: 'equal', breaks: [0, 1], open: 'none', whole: false } as MapSpec['classes'];
  const { data } = toPopulation('cod-ps-exl' as DatasetId, on, classes);
  expect(data).toMatchObject({ carried: true });
  expect(toPopulation('cod-ps-exl' as DatasetId, POPULATION_STATE, classes).data).not.toHaveProperty('carried');
  const spec = { boundary: { dataset: 'cod-ab-exl', version: 'current', level: 1 }, classes } as MapSpec;
  expect(fromPopulation(data as Parameters<typeof fromPopulation>[0], spec).on).toBe('current');
});
