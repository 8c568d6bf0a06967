/** What is on screen as the data of a map. */
import { expect, test } from 'vitest';
import { mapSpec } from '../../../server/contract/maps/map.ts';
import { classesOf } from '../../../client/kinds/presence/measure/classes.ts';
import { EMPTY_STATE } from '../../../client/country/state.ts';
import { BOUNDARIES, stateOf, toClasses, toSpec, withVersions } from '../../../client/country/spec.ts';

const shown = {
  title: 'Narivela',
  lang: 'en' as const,
  names: 'fr',
  state: EMPTY_STATE,
  level: 2,
  dataset: 'cod-ab-xnv',
  version: 'current',
  size: { clientWidth: 800, clientHeight: 600 },
  layers: [],
};

test('open classes are written as numbers, and said to be open', () => {
  const own = (...breaks: number[]) => ({ method: 'manual' as const, classes: 5, breaks });
  expect(toClasses('manual', classesOf('change', [], own(5), false).breaks, true)).toEqual({
    method: 'manual',
    breaks: [-4, -4, 0, 1, 5, 5],
    open: 'both',
    whole: true,
  });
  const counts = { method: 'manual', breaks: [1, 2, 5, 10, 20, 20], open: 'above', whole: true };
  expect(toClasses('manual', classesOf('count', [], own(2, 5, 10, 20), false).breaks, true)).toEqual(counts);
  expect(toClasses('jenks', [0, 3.5, 9])).toEqual({ method: 'jenks', breaks: [0, 3.5, 9], open: 'none', whole: false });
});

test('a unit of another level keeps its level', () => {
  const of = (level: number) => toSpec({ ...shown, state: { ...EMPTY_STATE, unit: { level, pcode: 'XN01' } } }, BOUNDARIES);
  expect([of(2), of(1)].map(({ selected, selectedLevel }) => [selected, selectedLevel])).toEqual([
    ['XN01', null],
    ['XN01', 1],
  ]);
  expect(toSpec(shown, BOUNDARIES)).toMatchObject({ selected: null, selectedLevel: null });
});

test('the contract takes it, whatever the view; fixed versions go with the data', () => {
  const spec = toSpec({ ...shown, state: { ...EMPTY_STATE, names: 'pcode', view: { lon: 12, lat: 4, zoom: 7 } } }, BOUNDARIES);
  expect(mapSpec.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  expect(spec.labels).toEqual({ show: 'pcodes', lang: 'fr', values: false });
  expect(spec.status).toBe('unmarked');
  const pinned = { ...spec, boundary: { ...spec.boundary, version: 'v03' as never } };
  expect([withVersions(spec, pinned).boundary.version, withVersions(spec, null).boundary.version]).toEqual(['v03', 'current']);
});

test('what is written on the map goes with it: names, numbers, both or nothing; boundaries have no numbers', () => {
  const data = { kind: 'population', dataset: 'cod-ps-xnv', version: 'current', measure: 'people', sex: 't', age: 'all' } as const;
  const labels = (print: (typeof EMPTY_STATE)['print'], shared: object = { data, classes: toClasses('jenks', [0, 9]) }) => {
    const { show, values } = toSpec({ ...shown, state: { ...EMPTY_STATE, print } }, shared as never).labels;
    return [show, values];
  };
  expect((['names', 'values', 'both', 'none'] as const).map((print) => labels(print))).toEqual([
    ['names', false],
    ['none', true],
    ['names', true],
    ['none', false],
  ]);
  expect(labels('values', BOUNDARIES)).toEqual(['names', false]);
});

test('circles go with a count, come back with a saved map, and are no part of a rate', () => {
  const of = (measure: 'people' | 'density') => ({ data: { kind: 'population', dataset: 'cod-ps-xnv', version: 'current', measure, sex: 't', age: 'all' }, classes: toClasses('jenks', [0, 9]) }) as never; // prettier-ignore
  const state = { ...EMPTY_STATE, circles: true };
  const counted = toSpec({ ...shown, state }, of('people'));
  expect(mapSpec.parse(JSON.parse(JSON.stringify(counted))).symbols).toBe('circles');
  expect(stateOf(counted, 'abc234').circles).toBe(true);
  expect(toSpec({ ...shown, state }, of('density'))).not.toHaveProperty('symbols');
  expect(toSpec({ ...shown, state: EMPTY_STATE }, of('people'))).not.toHaveProperty('symbols');
});

test('a title holds no unseen marks, which the sentence of the page has around its parts', () => {
  const title = '\u200f\u2068مالي\u2069: من يفعل ماذا وأين';
  expect(toSpec({ ...shown, title }, BOUNDARIES).title).toBe('مالي: من يفعل ماذا وأين');
});
