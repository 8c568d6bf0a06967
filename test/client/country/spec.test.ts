/** What is on screen as the data of a map. */
import { expect, test } from 'vitest';
import { mapSpec } from '../../../server/contract/maps/map.ts';
import { classesOf } from '../../../client/kinds/presence/classes.ts';
import { EMPTY_STATE } from '../../../client/country/state.ts';
import { BOUNDARIES, toClasses, toSpec, withVersions } from '../../../client/country/spec.ts';

const shown = {
  title: 'Narivela',
  lang: 'en' as const,
  names: 'fr',
  state: EMPTY_STATE,
  level: 2,
  dataset: 'cod-ab-xnv',
  version: 'current',
  size: { clientWidth: 800, clientHeight: 600 },
};

test('open classes are written as numbers, and said to be open', () => {
  expect(toClasses('integer', classesOf('change', 'organisations', false).breaks)).toEqual({ method: 'integer', breaks: [-4, -4, 0, 1, 5, 5], open: 'both' });
  expect(toClasses('integer', classesOf('count', 'organisations', false).breaks)).toEqual({ method: 'integer', breaks: [1, 2, 5, 10, 20, 20], open: 'above' });
  expect(toClasses('jenks', [0, 3.5, 9])).toEqual({ method: 'jenks', breaks: [0, 3.5, 9], open: 'none' });
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
  expect(spec.labels.show).toBe('pcodes');
  const pinned = { ...spec, boundary: { ...spec.boundary, version: 'v03' as never } };
  expect([withVersions(spec, pinned).boundary.version, withVersions(spec, null).boundary.version]).toEqual(['v03', 'current']);
});
