/** What the 3W page shows as the data of a saved map. */
import { expect, test } from 'vitest';
import { pinPresence, toPanels, toPresence } from '../../../../client/kinds/presence/sharing/spec.ts';
import { DEFINITION } from '../../../../client/kinds/presence/state.ts';
import type { Tally } from '../../../../client/kinds/presence/tally.ts';
import { mapSpec, type MapSpec } from '../../../../server/contract/maps/map.ts';

const sources = { dataset: '3w-xnv', version: null, population: 'cod-ps-xnv' } as never;
const tally = (paint: Tally['paint'], before: Tally['before'] = null, changed: Tally['changed'] = 'count') =>
  ({
    paint,
    changed,
    before,
    method: 'quantile',
    painting: { breaks: [1, 2, 5, Infinity] },
    cellClasses: () => ({ breaks: [1, 3, Infinity], colors: [] }),
  }) as unknown as Tally;
const specOf = (shared: object) =>
  mapSpec.parse({
    spec: 1,
    title: 'Who does what where',
    lang: 'en',
    status: 'draft',
    boundary: { dataset: 'cod-ab-xnv', version: 'current', level: 2 },
    labels: { show: 'names', lang: 'en' },
    view: null,
    selected: null,
    selectedLevel: null,
    ...shared,
  });
const dataOf = ({ data }: MapSpec) => data as Extract<MapSpec['data'], { kind: 'presence' }>;

test('counts, counts against people, and change each say what they are set against', () => {
  expect(dataOf(specOf(toPresence(sources, DEFINITION, tally('count')))).measure).toEqual({ is: 'count' });
  expect(dataOf(specOf(toPresence(sources, DEFINITION, tally('ratio')))).measure).toEqual({
    is: 'ratio',
    population: { dataset: 'cod-ps-xnv', version: 'current' },
  });
  const before = { version: null, from: '2025-01-01', to: '2025-01-31' };
  expect(dataOf(specOf(toPresence(sources, { ...DEFINITION, from: '2025-02-01', to: '2025-02-28' }, tally('change', before)))).measure).toEqual({
    is: 'change',
    ...before,
    population: null,
  });
  // Another version needs no period, on either side.
  const other = { version: 'v01' as never, from: null, to: null };
  expect(dataOf(specOf(toPresence(sources, DEFINITION, tally('change', other)))).measure).toEqual({ is: 'change', ...other, population: null });
  // Of people for each organisation, it names these too.
  expect(dataOf(specOf(toPresence(sources, DEFINITION, tally('change', other, 'ratio')))).measure).toEqual({
    is: 'change',
    ...other,
    population: { dataset: 'cod-ps-xnv', version: 'current' },
  });
  expect(() => specOf(toPresence(sources, DEFINITION, tally('change', before)))).toThrow(/wrong\.change/);
  expect(specOf(toPresence({ ...(sources as object), version: 'v02' } as never, DEFINITION, tally('count'))).data).toMatchObject({ version: 'v02' });
});

test('small maps and the table are of the clusters that are named, and of the whole country', () => {
  const { whole, ...shared } = toPanels(sources, { ...DEFINITION, sectors: ['HEA'] }, 'clusters', tally('count'));
  expect(whole).toBe(true);
  expect(dataOf(specOf(shared))).toMatchObject({ split: 'clusters', measure: { is: 'count' }, definition: { sectors: ['HEA'] } });
  const { whole: _, ...crossed } = toPanels(sources, { ...DEFINITION, sectors: ['HEA'] }, 'matrix', tally('change'));
  const { whole: __, ...each } = toPanels(sources, DEFINITION, 'organisations', tally('count'));
  expect(dataOf(specOf(each))).toMatchObject({ split: 'organisations', definition: DEFINITION });
  const table = specOf(crossed);
  expect(dataOf(table)).toMatchObject({ split: 'matrix', measure: { is: 'count' }, definition: { sectors: ['HEA'] } });
  expect(table.classes).toEqual({ method: 'quantile', breaks: [1, 3, 3], open: 'above', whole: true });
});

test('pinned, a map names the versions of the 3W and of the people; another kind of map is left as it is', () => {
  const ratio = specOf(toPresence(sources, DEFINITION, tally('ratio')));
  const pinned = dataOf(specOf(pinPresence(ratio, 'v03' as never, 'v02' as never)));
  expect([pinned.version, pinned.measure]).toEqual(['v03', { is: 'ratio', population: { dataset: 'cod-ps-xnv', version: 'v02' } }]);
  const other = { version: 'v01' as never, from: null, to: null };
  const change = specOf(toPresence(sources, DEFINITION, tally('change', other, 'ratio')));
  expect(dataOf(specOf(pinPresence(change, 'v03' as never, 'v02' as never))).measure).toMatchObject({ version: 'v01', population: { version: 'v02' } });
  const plain = specOf({ data: { kind: 'boundaries' }, classes: { method: 'manual', breaks: [], open: 'none' } });
  expect(pinPresence(plain, 'v03' as never, null)).toBe(plain);
});
