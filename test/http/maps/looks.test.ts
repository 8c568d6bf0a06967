/** Circles, greys, and the stamp of a map that nobody has cleared, over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdminLevel, Pcode } from '../../../server/contract/ids.ts';
import { mapAnswer, mapValuesAnswer, type MapSpec } from '../../../server/contract/maps/map.ts';
import { PALETTE } from '../../../server/contract/maps/palette.ts';
import type { PopulationLevelValues } from '../../../server/contract/population/population.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import { putArtifact, recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { grid } from '../../helpers/maps/grid.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const PEOPLE: PopulationLevelValues = {
  level: 1,
  year: 2020,
  source: 'Census',
  boundaries: null,
  groups: [{ key: 'T_TL', sex: 't', ageFrom: null, ageTo: null, other: null, heading: 'T_TL' }],
  pcodes: ['XA00', 'XA01', 'XA02'],
  values: [[400, 100, 0]],
  total: 500,
};
const spec = {
  spec: 1,
  title: 'People',
  lang: 'en',
  status: 'unmarked',
  boundary: { dataset: 'cod-ab-sle', version: 'current', level: 1 },
  data: { kind: 'population', dataset: 'cod-ps-sle', version: 'current', measure: 'people', sex: 't', age: 'all' },
  classes: { method: 'manual', breaks: [0, 200, 500] },
  labels: { show: 'names', lang: 'en' },
  view: null,
  selected: null,
} as unknown as MapSpec;

let server: TestServer;
const people: Record<string, Person> = {};
const save = (person: Person, change: object, id?: string) =>
  fetch(`${server.url}/api/v1/maps${id ? `/${id}` : ''}`, {
    method: id ? 'PUT' : 'POST',
    headers: { ...person.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ spec: { ...spec, ...change } }),
  });
const svg = async (change: object, query = '') =>
  (await fetch(`${server.url}/preview.svg?spec=${encodeURIComponent(JSON.stringify({ ...spec, ...change }))}${query}`)).text();

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_CLEARANCE: '1' });
  const { store } = server;
  const units = grid(2, (index) => `Unit ${index}`);
  const whole = { ...grid(1, () => 'Country'), level: 0 as AdminLevel };
  whole.units = whole.units.map((unit) => ({ ...unit, level: 0 as AdminLevel, pcode: 'XA' as Pcode, parentPcode: null }));
  const geometry = await putArtifact(store, 'geometry', 'sle_geometry.bin', 'application/octet-stream', writeGeometryFile([whole, units]));
  const { version } = await recordSample(store, { artifacts: [geometry] });
  await store.datasets.publishVersion('cod-ab-sle' as never, version, { by: 'tester', reason: null });
  const values = await putArtifact(store, 'population', 'sle_adm1.json', 'application/json', Buffer.from(JSON.stringify(PEOPLE)));
  const counted = await recordSample(store, { kind: 'cod-ps', artifacts: [{ ...values, level: 1 }], units: [] });
  await store.datasets.publishVersion('cod-ps-sle' as never, counted.version, { by: 'tester', reason: null });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people['author'] = await invite(server.url, admin, 'contributor', 'Cora');
  people['publisher'] = await invite(server.url, admin, 'publisher', 'Paul');
});
afterAll(() => server.close());

describe('circles', () => {
  test('of a count: on the picture with their key, largest below, and for the live map with their places', async () => {
    const drawn = await svg({ symbols: 'circles' });
    const circles = [...drawn.matchAll(new RegExp(`<path d="M[^"]*a([\\d.]+) [^"]*" fill="${PALETTE.light.accent}"[^>]*clip-path`, 'g'))].map(([, r]) =>
      Number(r),
    );
    expect(circles).toHaveLength(2);
    expect(circles[0]! / circles[1]!).toBeCloseTo(2, 1);
    // None of nought, and none of what is not known, which are told.
    for (const text of ['>200<', 'None (1)', 'No data (1)']) expect(drawn, text).toContain(text);
    const map = mapAnswer.parse(await (await save(people['author']!, { symbols: 'circles' })).json());
    expect(map.spec.symbols).toBe('circles');
    const answer = mapValuesAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${map.id}/values`)).json());
    expect(Object.keys(answer.places!).toSorted()).toEqual(['XA00', 'XA01', 'XA02', 'XA03']);
    expect(answer.places!['XA00']).toEqual([0.5, 0.5]);
    // A map of before is as it was.
    const plain = mapAnswer.parse(await (await save(people['author']!, {})).json());
    expect(plain.spec).not.toHaveProperty('symbols');
    expect(await (await fetch(`${server.url}/api/v1/maps/${plain.id}/values`)).json()).not.toHaveProperty('places');
  });

  test('of a rate are refused with words, saved or not', async () => {
    const change = { symbols: 'circles', data: { ...spec.data, measure: 'density' } };
    const saved = await save(people['author']!, change);
    expect([saved.status, JSON.stringify(await saved.json())]).toEqual([400, expect.stringContaining('Circles can only show counts')]);
    expect(await svg(change)).toContain('Circles can only show counts');
  });
});

test('in greys a picture has no colour', async () => {
  for (const change of [{}, { symbols: 'circles' }]) {
    const colours = new Set((await svg(change, '&grey=1&dark=1')).match(/#[0-9a-f]{6}\b/g));
    expect(colours.size).toBeGreaterThan(5);
    // Inks for names are nearly black, and never colours.
    for (const colour of colours) {
      const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      expect(Math.max(...parts) - Math.min(...parts), colour).toBeLessThan(30);
    }
  }
});

describe('where clearance is asked for', () => {
  test('a map that nobody has cleared is stamped, whatever its author says; a cleared one is not', async () => {
    for (const status of ['unmarked', 'draft']) expect(await svg({ status }), status).toContain('DRAFT');
    expect(await svg({ status: 'cleared' })).not.toContain('DRAFT');
  });

  test('it is given by whoever may publish, and whoever may not cannot keep it over a change', async () => {
    const refused = await save(people['author']!, { status: 'cleared' });
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([403, '/problems/auth.forbidden']);
    const { id } = mapAnswer.parse(await (await save(people['author']!, { title: 'People 2020' })).json());
    const page = async () => (await fetch(`${server.url}/maps/${id}.svg`)).text();
    expect(await page()).toContain('DRAFT');
    expect((await save(people['publisher']!, { title: 'People 2020', status: 'cleared' }, id)).status).toBe(200);
    expect(await page()).not.toContain('DRAFT');
    expect((await save(people['author']!, { title: 'People of 2020', status: 'cleared' }, id)).status).toBe(403);
    expect((await save(people['author']!, { title: 'People of 2020' }, id)).status).toBe(200);
    expect(await page()).toContain('DRAFT');
  });
});
