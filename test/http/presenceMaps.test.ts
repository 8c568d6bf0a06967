/** Maps of a 3W over HTTP: count, people per organisation and change, in every form that a map has; what is hidden stays hidden. */
import type { Feature } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapAnswer, mapUnitAnswer, type MapAnswer, type MapSpec } from '../../server/contract/maps/map.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import type { TestServer } from '../helpers/app.ts';
import { CHANGE, DISTRICTS, MAY, RATIO, specOf, startMaps, type Maps } from '../helpers/maps/presence.ts';
import { countsOnly, sensitivityOf } from '../helpers/sensitivity.ts';

const ratio = () => specOf(RATIO, DEFAULT_DEFINITION, { classes: { method: 'integer', breaks: [0, 500, 1000, 1000], open: 'above' } });
const clusters = (definition: object = DEFAULT_DEFINITION) => {
  const spec = specOf(undefined, definition);
  return { ...spec, data: { ...spec.data, split: 'clusters' } } as MapSpec;
};
const change = () => specOf(CHANGE, MAY, { classes: { method: 'integer', breaks: [-4, -4, 0, 1, 5, 5], open: 'both' } });

let server: TestServer;
let [send, save, valuesOf, csvOf] = [] as unknown as [Maps['send'], Maps['save'], Maps['valuesOf'], Maps['csvOf']];
beforeAll(async () => {
  ({ server, send, save, valuesOf, csvOf } = await startMaps());
});
afterAll(() => server.close());

describe('the spec', () => {
  test('a map stored before there were measures is a count', async () => {
    const { classes, ...old } = specOf(undefined);
    const map = await save({ ...old, classes: { method: classes.method, breaks: classes.breaks } } as MapSpec);
    expect(map.spec.data).toMatchObject({ measure: { is: 'count' } });
    expect(map.spec.classes.open).toBe('none');
    const { store } = server;
    const { data, ...rest } = old;
    const stored = JSON.stringify({ ...rest, data: { ...data, measure: undefined }, classes: { method: 'integer', breaks: [1, 2, 5] } });
    await store.db.updateTable('saved_map').set({ spec: stored }).where('id', '=', map.id).execute();
    const read = mapAnswer.parse(await (await send('GET', `/api/v1/maps/${map.id}`)).json());
    expect([read.spec.data, read.spec.classes]).toMatchObject([{ measure: { is: 'count' } }, { breaks: [1, 2, 5], open: 'none' }]);
    expect((await valuesOf(map)).values).toMatchObject({ EX0101: 3, EX0501: 'notReported' });
  });
  test.each([
    ['a measure that is not known', { is: 'share' }, DEFAULT_DEFINITION],
    ['a ratio to nothing', { is: 'ratio' }, DEFAULT_DEFINITION],
    ['a name that is not known', { ...RATIO, per: 1000 }, DEFAULT_DEFINITION],
    ['a change without a period of its own', CHANGE, DEFAULT_DEFINITION],
    ['a change from the end to the beginning', { is: 'change', from: '2025-04-30', to: '2025-04-01' }, MAY],
    ['a change to no day', { is: 'change', from: '2025-04-31', to: '2025-05-01' }, MAY],
  ])('%s is refused', async (_name, measure, definition) => {
    expect((await send('POST', '/api/v1/maps', { spec: specOf(measure, definition) })).status).toBe(400);
  });
  test('a misspelt name is refused, never passed over', async () => {
    const spec = specOf(undefined);
    expect((await send('POST', '/api/v1/maps', { spec: { ...spec, data: { ...spec.data, mesure: RATIO } } })).status).toBe(400);
  });
  test('a population that is not there is said', async () => {
    const response = await send('POST', '/api/v1/maps', { spec: specOf({ is: 'ratio', population: { dataset: 'cod-ps-exl', version: 'v99' } }) });
    expect(response.status).toBe(404);
  });
  test('versions: followed, or fixed for each dataset that is named', async () => {
    const { spec } = await valuesOf(await save(ratio()));
    expect(spec.data).toMatchObject({ version: 'v01', measure: { population: { version: expect.stringMatching(/^v/) as string } } });
    const fixed = async (population: string) => {
      const base = ratio();
      const map = await save({
        ...base,
        boundary: { ...base.boundary, version: spec.boundary.version },
        data: { ...base.data, version: 'v01', measure: { is: 'ratio', population: { dataset: 'cod-ps-exl', version: population } } },
      } as MapSpec);
      return (await (await fetch(map.links.page)).text()).includes('(fixed version)');
    };
    expect([await fixed('current'), await fixed((spec.data as { measure: { population: { version: string } } }).measure.population.version)]).toEqual([
      false,
      true,
    ]);
  });
  test('copied whole', async () => {
    const map = await save(change());
    const copy = mapAnswer.parse(await (await send('POST', `/api/v1/maps/${map.id}/duplicate`)).json());
    expect(copy.spec).toEqual(map.spec);
    const renamed = mapAnswer.parse(await (await send('PUT', `/api/v1/maps/${map.id}`, { spec: { ...map.spec, title: 'Other' } })).json());
    expect(renamed.spec).toEqual({ ...map.spec, title: 'Other' });
  });
});

describe('values', () => {
  test('the count, and five reasons for none', async () => {
    expect((await valuesOf(await save(specOf(undefined, MAY)))).values).toEqual({
      EX0101: 3,
      EX0102: 1,
      EX0201: 1,
      EX0202: 'zero',
      EX0301: 'aboveOnly',
      EX0401: 'notPlaced',
      EX0501: 'notReported',
    });
  });
  test('people per organisation: none where either is not known', async () => {
    const answer = await valuesOf(await save(ratio()));
    expect(answer.values).toEqual({
      EX0101: 1000,
      EX0102: 'noData',
      EX0201: 500,
      EX0202: 700,
      EX0301: 'aboveOnly',
      EX0401: 'notPlaced',
      EX0501: 'notReported',
    });
  });
  test('whatever is counted, people are set against organisations', async () => {
    const values = await Promise.all(
      (['organisations', 'activities', 'people'] as const).map(
        async (unit) => (await valuesOf(await save(specOf(RATIO, { ...DEFAULT_DEFINITION, unit })))).values,
      ),
    );
    expect(new Set(values.map((each) => JSON.stringify(each))).size).toBe(1);
  });
  test('change: more, fewer and the same, in colours of their own', async () => {
    const answer = await valuesOf(await save(change()));
    expect(answer.values).toEqual({
      EX0101: 1,
      EX0102: -1,
      EX0201: 0,
      EX0202: 'zero',
      EX0301: 'aboveOnly',
      EX0401: 'notPlaced',
      EX0501: 'notReported',
    });
    expect(answer.colours.light).toEqual(['#a65d0f', '#e3b477', '#f7efc1', '#8dbce2', '#0f62a3']);
  });
});

describe('one unit', () => {
  const unitOf = async (map: MapAnswer, pcode: string, lang = 'en') => {
    const answer = await fetch(`${server.url}/api/v1/maps/${map.id}/units/${pcode}?lang=${lang}`);
    return answer.status === 200 ? mapUnitAnswer.parse(await answer.json()) : answer.status;
  };
  test('its value as it is written, and who is there, as the count counts them', async () => {
    const map = await save(specOf(undefined, MAY));
    const { values } = await valuesOf(map);
    for (const [pcode, value] of Object.entries(values!)) {
      const told = await unitOf(map, pcode);
      if (typeof told === 'number') throw new Error(`${pcode}: ${told}`);
      expect([pcode, told.organisations!.length]).toEqual([pcode, typeof value === 'number' ? value : 0]);
      if (typeof value === 'number') expect(told.value).toBe(String(value));
      else expect(told.value).toMatch(/[a-z]/);
    }
    expect((await unitOf(map, 'EX0202', 'fr')) as object).not.toEqual(await unitOf(map, 'EX0202'));
  });
  test('a unit that the level has not, and a map that counts nobody', async () => {
    expect(await unitOf(await save(specOf(undefined, MAY)), 'EX99')).toBe(404);
    expect(await unitOf(await save(specOf(undefined, MAY)), 'EX01')).toBe(404);
    const still = { ...specOf(undefined, MAY), data: { kind: 'boundaries' } } as unknown as MapSpec;
    expect(await unitOf(await save(still), 'EX0101')).toMatchObject({ pcode: 'EX0101', value: null, organisations: null });
  });
});

describe('every form of it', () => {
  test('CSV: the value and what it is made of', async () => {
    const { head, rows, notes } = await csvOf(await save(ratio()));
    expect(head.slice(-4)).toEqual(['value', 'people', 'organisations', 'why_empty']);
    expect(rows['EX0101']).toMatchObject({ value: '1000', people: '3000', organisations: '3', why_empty: '' });
    expect(rows['EX0102']).toMatchObject({ value: '', people: '', organisations: '', why_empty: 'no data' });
    expect(rows['EX0401']).toMatchObject({ value: '', why_empty: 'in doubt' });
    expect(notes['population']).toMatch(/^cod-ps-exl v/);
    expect(notes['definition']).toMatch(/^Population \(2020\) per organisation present\. Distinct organisations/);
    expect(notes['sources']).toContain('Census');
  });
  test('CSV: nobody there is no change, but not nought people for each', async () => {
    const changed = await csvOf(await save(change()));
    expect(changed.rows['EX0102']).toMatchObject({ value: '-1', before: '2', now: '1' });
    expect(changed.rows['EX0202']).toMatchObject({ value: '0', before: '0', now: '0', why_empty: '' });
    const spread = await csvOf(await save(specOf(RATIO, MAY)));
    expect(spread.rows['EX0202']).toMatchObject({ value: '', people: '700', organisations: '0', why_empty: 'no organisation' });
  });
  test('people that the source states nowhere are zero in no form', async () => {
    const map = await save(specOf(undefined, { ...DEFAULT_DEFINITION, unit: 'people' }));
    const { rows, notes } = await csvOf(map);
    expect(rows['EX0101']).toMatchObject({ value: '', why_empty: 'no data' });
    expect(notes['summary']).toContain('Exland: People reached. Numbers for 0 of 7 admin 2 units.');
    expect(await (await fetch(map.links.svg)).text()).toContain('>No data (');
  });
  test('who pays is counted too, and the words say so', async () => {
    const { notes } = await csvOf(await save(specOf(undefined, { ...DEFAULT_DEFINITION, role: 'funding' })));
    expect(notes['definition']).toContain('Distinct organisations of funding partners');
  });
  test('GeoJSON', async () => {
    const { links } = await save(change());
    const { features, metadata } = (await (await fetch(links.geojson)).json()) as { features: Feature[]; metadata: Record<string, string> };
    expect(features[1]!.properties).toMatchObject({ adm2_pcode: 'EX0102', value: -1, before: 2, now: 1, why_empty: null });
    expect(metadata['definition']).toMatch(/^Change between 1.–.30 April 2025 and 1.–.31 May 2025\. Distinct organisations/);
    expect(metadata['summary']).toContain(
      'from 2 to 3 in all; more in 1, fewer in 1, the same in 1 of 7 admin 2 units. Highest: Bo (+1). Lowest: Kailahun (−1).',
    );
  });
  test('pictures: the legend of the page, open ends and all', async () => {
    const svg = await (await fetch((await save(change())).links.svg)).text();
    for (const text of [
      '≤ −5 (0)',
      '−4 – −1 (1)',
      '0 (1)',
      '1 – 4 (1)',
      '5+ (0)',
      'None (1)',
      'Area above only (1)',
      'In doubt: 1 row (1)',
      'Not reported (1)',
    ])
      expect(svg, text).toContain(`>${text}<`);
    expect(svg).toContain('Change in organisations');
    for (const colour of ['#e3b477', '#f7efc1', '#8dbce2']) expect(svg).toContain(colour);
    const spread = await (await fetch((await save(ratio())).links.svg)).text();
    for (const text of ['0 – 499 (0)', '500 – 999 (2)', '1,000+ (1)', 'No data (1)']) expect(spread, text).toContain(`>${text}<`);
  });
  test.each(['en', 'fr', 'es', 'ar'])('page and table in %s', async (lang) => {
    for (const spec of [ratio(), change()]) {
      const html = await (await fetch(`${(await save(spec)).links.page}?lang=${lang}`)).text();
      expect(html).not.toMatch(/\{\w+\}|undefined|NaN|Infinity/);
      expect(html).toContain(spec.data.kind === 'presence' && spec.data.measure.is === 'change' ? '−1' : 'Census');
    }
  });
  test('highest first, and no number last', async () => {
    const html = await (await fetch((await save(change())).links.page)).text();
    const codes = [...html.matchAll(/<td>(EX\d{4})<\/td><td>([^<]*)</g)].map(([, code, value]) => [code, value]);
    expect(codes.slice(0, 4)).toEqual([
      ['EX0101', '+1'],
      ['EX0201', '0'],
      ['EX0202', 'None'],
      ['EX0102', '−1'],
    ]);
  });
});

describe('one map for each cluster', () => {
  test('the same classes, the same emptiness; none of a cluster where there are others', async () => {
    const map = await save(clusters());
    expect(map.spec.data).toMatchObject({ split: 'clusters', measure: { is: 'count' } });
    const { head, rows, notes } = await csvOf(map);
    expect(head.slice(-4)).toEqual(['value', 'HEA', 'WSH', 'why_empty']);
    expect(DISTRICTS.map(([code]) => [rows[code]!['value'], rows[code]!['HEA'], rows[code]!['WSH']])).toEqual([
      ['3', '3', '1'],
      ['2', '2', '0'],
      ['1', '1', '0'],
      ['1', '1', '0'],
      ['', '', ''],
      ['', '', ''],
      ['', '', ''],
    ]);
    expect(notes['definition']).toMatch(/^One map per cluster\. Distinct/);
    const svg = await (await fetch(map.links.svg)).text();
    for (const text of ['Health', 'organisations: 3, units: 4', 'organisations: 1, units: 1', '20+', 'In doubt: 1 row'])
      expect(svg, text).toContain(`>${text}<`);
    const html = await (await fetch(`${map.links.page}?lang=fr`)).text();
    expect(html.match(/<li><svg xmlns/g)).toHaveLength(2);
    expect(html.match(/<th scope="col">/g)).toHaveLength(5);
    expect(html).toContain('"live":"never"');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await fetch(map.links.png)).status).toBe(200);
  });
  test('those that are named; never with another measure', async () => {
    expect((await csvOf(await save(clusters({ ...DEFAULT_DEFINITION, sectors: ['WSH'] })))).head.slice(-3)).toEqual(['value', 'WSH', 'why_empty']);
    const spec = ratio();
    expect((await send('POST', '/api/v1/maps', { spec: { ...spec, data: { ...spec.data, split: 'clusters' } } })).status).toBe(400);
  });
});

describe('one map for each organisation', () => {
  const organisations = (definition: object = DEFAULT_DEFINITION) =>
    ({ ...clusters(definition), data: { ...clusters(definition).data, split: 'organisations' } }) as MapSpec;
  test('activities of each, those with most first; a row that is nowhere counts in no area', async () => {
    const map = await save(organisations());
    const { head, rows, notes } = await csvOf(map);
    expect(head.slice(-5, -1)).toEqual(['value', 'organisation a', 'organisation b', 'organisation c']);
    expect(['value', 'organisation a', 'organisation b', 'organisation c'].map((column) => rows['EX0101']![column])).toEqual(['6', '2', '2', '2']);
    expect(notes['definition']).toMatch(/^One map per organisation\. Activities/);
    const svg = await (await fetch(map.links.svg)).text();
    for (const text of ['Organisation A', 'Organisation B', 'units: 3']) expect(svg, text).toContain(`>${text}<`);
    const html = await (await fetch(`${map.links.page}?lang=fr`)).text();
    expect(html.match(/<li><svg xmlns/g)).toHaveLength(3);
    expect(html).toContain('Une carte par organisation');
  });

  test('of a sensitive 3W nobody is named: the map is closed, and says so', async () => {
    const map = await save(organisations());
    await send('PUT', sensitivityOf('3w-exl'), countsOnly(2));
    const answers = await Promise.all([map.links.svg, map.links.csv, map.links.page].map((link) => fetch(link)));
    await send('DELETE', sensitivityOf('3w-exl'));
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain('Organisation A');
    }
  });
});

describe('a sensitive 3W', () => {
  const policy = (deepestLevel: number) => send('PUT', sensitivityOf('3w-exl'), countsOnly(deepestLevel));
  afterAll(() => send('DELETE', sensitivityOf('3w-exl')));

  test('what is withheld is not told by its ratio, in any form; what is counted otherwise is closed', async () => {
    const [spread, changed, people] = [await save(ratio()), await save(change()), await save(specOf(undefined, { ...MAY, unit: 'activities' }))];
    // Pictures were drawn before; they are not given again.
    const before = await (await fetch(spread.links.svg)).text();
    await policy(2);
    const { values } = await valuesOf(spread);
    expect([values!['EX0201'], values!['EX0202']]).toEqual(['withheld', 'withheld']);
    const { rows, notes } = await csvOf(spread);
    for (const key of ['value', 'organisations']) expect(rows['EX0201']![key] ?? '', key).toBe('');
    expect(rows['EX0201']!['why_empty']).toBe('withheld');
    expect(notes['summary']).toMatch(/The number is withheld for \d of 7 admin 2 units\./);
    const after = await (await fetch(spread.links.svg)).text();
    expect(after).not.toBe(before);
    expect(after).toContain('are withheld');
    expect(after).toMatch(/>Withheld \(\d\)</);
    for (const { links } of [changed, people])
      for (const link of [links.svg, links.csv, links.page]) {
        const answer = await fetch(link);
        expect([link, answer.status]).toEqual([link, 403]);
        await answer.arrayBuffer();
      }
  });
  test('a member saves one: its classes are made of what is told, and so are those of a map that was saved before', async () => {
    // As the page of a member makes them, who counts in everything: the second class begins at a number that is withheld.
    await send('DELETE', sensitivityOf('3w-exl'));
    const own = { method: 'quantile' as const, breaks: [1, 2, 3, 3], open: 'above' as const, whole: true };
    const before = await save(specOf(undefined, DEFAULT_DEFINITION, { classes: own }));
    const closed = await save(specOf(undefined, { ...MAY, unit: 'activities' }, { classes: own }));
    expect(before.spec.classes).toEqual(own);
    await policy(2);
    const saved = await save(specOf(undefined, DEFAULT_DEFINITION, { classes: own }));
    // Every district has less than three, or is withheld lest it tells of its neighbours: nothing is left to begin a class at.
    expect(Object.values((await valuesOf(saved)).values!).filter((value) => typeof value === 'number')).toEqual([]);
    expect(saved.spec.classes.breaks).toEqual([1, 1]);
    const get = async (path: string, headers = {}) => (await (await fetch(server.url + path, { headers })).json()) as MapAnswer;
    for (const map of [before, saved]) {
      const stranger = mapAnswer.parse(await get(`/api/v1/maps/${map.id}`));
      expect([stranger.spec.classes.breaks, (await valuesOf(map)).spec.classes.breaks]).toEqual([[1, 1], [1, 1]]); // prettier-ignore
      expect(await (await fetch(map.links.svg)).text()).not.toMatch(/>[23] ?(–|\+)/);
      expect(await (await fetch(map.links.page)).text()).not.toMatch(/"breaks":\[1,2/);
    }
    // The author still has what was chosen, should the 3W be open again; nobody else is told of a map that is closed.
    expect((await get(`/api/v1/maps/${before.id}`, { 'x-test-user': 'ann' })).spec.classes).toEqual(own);
    expect((await fetch(`${server.url}/api/v1/maps/${closed.id}`)).status).toBe(403);
    await send('DELETE', sensitivityOf('3w-exl'));
    expect((await get(`/api/v1/maps/${before.id}`)).spec.classes).toEqual(own);
  });
  test('a cluster of one is not shown by its own small map', async () => {
    await policy(2);
    const map = await save(clusters());
    const { rows } = await csvOf(map);
    expect([rows['EX0101']!['WSH'], rows['EX0102']!['WSH'], rows['EX0201']!['HEA']]).toEqual(['', '', '']);
    expect(await (await fetch(map.links.svg)).text()).not.toContain('organisations: 1,');
  });
  test('no deeper than is given', async () => {
    await policy(1);
    for (const spec of [ratio()]) expect((await send('POST', '/api/v1/maps', { spec })).status).toBe(403);
  });
  test('not for chosen organisations', async () => {
    await policy(2);
    expect((await send('POST', '/api/v1/maps', { spec: specOf(RATIO, { ...DEFAULT_DEFINITION, orgs: ['organisation a'] }) })).status).toBe(403);
  });
});
