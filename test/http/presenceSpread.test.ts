/** Maps of how people for each organisation changed, over HTTP: values, tables, words and pictures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { CHANGE, MAY, RATIO, specOf, startMaps, type Maps } from '../helpers/maps/presence.ts';

let maps: Maps;
beforeAll(async () => {
  maps = await startMaps();
});
afterAll(() => maps.server.close());

describe('the change of people for each organisation', () => {
  const spread = () =>
    specOf(
      { ...CHANGE, population: RATIO.population },
      { ...MAY, unit: 'activities' },
      { classes: { method: 'integer', breaks: [-500, 0, 1, 500], open: 'both' } },
    );

  test('is that of whole people, where both sides have organisations', async () => {
    const { spec, values } = await maps.valuesOf(await maps.save(spread()));
    expect(values).toEqual({
      EX0101: -500,
      EX0102: 'noData',
      EX0201: 0,
      EX0202: 'zero',
      EX0301: 'aboveOnly',
      EX0401: 'notPlaced',
      EX0501: 'notReported',
    });
    const { measure } = spec.data as Extract<MapSpec['data'], { kind: 'presence' }>;
    expect(measure.is === 'change' && measure.population?.version).toMatch(/^v\d+$/);
  });
  test('says in every form what it is made of', async () => {
    const map = await maps.save(spread());
    const { head, rows, notes } = await maps.csvOf(map);
    expect(head.slice(-5)).toEqual(['value', 'people', 'before', 'now', 'why_empty']);
    expect(rows['EX0101']).toMatchObject({ value: '-500', people: '3000', before: '1500', now: '1000', why_empty: '' });
    expect(rows['EX0102']).toMatchObject({ value: '', before: '', now: '', why_empty: 'no data' });
    expect(rows['EX0202']).toMatchObject({ value: '', before: '', now: '', why_empty: 'no organisation' });
    expect(notes['definition']).toMatch(
      /^Change between 1.–.30 April 2025 and 1.–.31 May 2025\. Population \(2020\) per organisation present\. Distinct organisations/,
    );
    expect(notes['summary']).toContain(
      'Exland: Change in people per organisation: more in 0, fewer in 1, the same in 1 of 7 admin 2 units. Lowest: Bo (−500).',
    );
    expect(notes['sources']).toContain('Census');
    const svg = await (await fetch(map.links.svg)).text();
    expect(svg).toContain('Change in people per organisation');
    expect(await (await fetch(map.links.page)).text()).toContain('−500');
  });
  test('is refused with a population of another country', async () => {
    const spec = specOf({ ...CHANGE, population: { dataset: 'cod-ps-xnv', version: 'current' } }, MAY);
    expect((await maps.send('POST', '/api/v1/maps', { spec })).status).toBe(400);
  });
});
