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
  const clearance = (id: string, method: string, person: Person | null, body?: object) =>
    fetch(`${server.url}/api/v1/maps/${id}/clearance`, {
      method,
      headers: { ...person?.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const read = async (id: string, person: Person | null) =>
    mapAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${id}`, { headers: person?.headers ?? {} })).json());
  const page = async (id: string, ending = '.svg') => (await fetch(`${server.url}/maps/${id}${ending}`)).text();
  const problem = async (response: Response) => [response.status, ((await response.json()) as { type: string }).type.split('/').at(-1)];
  const make = async (change = {}) => mapAnswer.parse(await (await save(people['author']!, { title: 'People 2020', ...change })).json());

  test('a map that nobody has cleared is stamped, whatever its author says of it', async () => {
    for (const status of ['unmarked', 'draft', 'cleared']) expect(await svg({ status }), status).toContain('DRAFT');
    expect((await make({ status: 'cleared' })).clearance).toBeNull();
  });

  test('whoever may publish clears what was looked at; others, and strangers, may not', async () => {
    const { id, updatedAt } = await make();
    expect(await problem(await clearance(id, 'PUT', people['author']!, { updatedAt }))).toEqual([403, 'auth.forbidden']);
    expect((await clearance(id, 'PUT', null, { updatedAt })).status).toBe(401);
    expect(await problem(await clearance(id, 'PUT', people['publisher']!, {}))).toEqual([400, 'request.invalid']);
    expect(await problem(await clearance(id, 'PUT', people['publisher']!, { updatedAt: '2020-01-01T00:00:00.000Z' }))).toEqual([409, 'map.changed']);
    expect(await page(id)).toContain('DRAFT');

    const cleared = mapAnswer.parse(await (await clearance(id, 'PUT', people['publisher']!, { updatedAt })).json()).clearance!;
    expect(cleared).toMatchObject({ by: 'Paul', holds: true, versions: { 'cod-ab-sle': 'v01', 'cod-ps-sle': 'v01' } });
    expect(await page(id)).not.toContain('DRAFT');
    expect(await page(id, '')).toContain('Cleared for publication on');
    expect(await page(id, '.txt')).toContain(`cleared: ${cleared.at.slice(0, 10)}`);
    // The day is for everybody, the name for members.
    expect((await read(id, people['author']!)).clearance?.by).toBe('Paul');
    expect((await read(id, null)).clearance).toEqual({ ...cleared, by: null });
    expect(JSON.stringify([await page(id, ''), await page(id, '.txt')])).not.toContain('Paul');
  });

  test('it ends with any change, and by being taken back; all of it is in the journal', async () => {
    const { id, updatedAt } = await make();
    await clearance(id, 'PUT', people['publisher']!, { updatedAt });
    const changed = mapAnswer.parse(await (await save(people['author']!, { title: 'People of 2020' }, id)).json());
    expect(changed.clearance).toBeNull();
    expect(await page(id)).toContain('DRAFT');
    // A copy is another map.
    await clearance(id, 'PUT', people['publisher']!, { updatedAt: changed.updatedAt });
    const copy = await fetch(`${server.url}/api/v1/maps/${id}/duplicate`, { method: 'POST', headers: people['author']!.headers });
    expect(mapAnswer.parse(await copy.json()).clearance).toBeNull();
    expect(await problem(await clearance(id, 'DELETE', people['author']!))).toEqual([403, 'auth.forbidden']);
    expect((await clearance(id, 'DELETE', people['publisher']!)).status).toBe(200);
    expect(await problem(await clearance(id, 'DELETE', people['publisher']!))).toEqual([409, 'map.not-cleared']);
    expect(await page(id)).toContain('DRAFT');
    const acts = await server.store.db.selectFrom('audit').select(['action', 'actor']).where('reason', 'like', `${id}: %`).orderBy('at').execute();
    expect(acts.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
      'Paul map.cleared',
      'Cora map.clearance-ended',
      'Paul map.cleared',
      'Paul map.clearance-withdrawn',
    ]);
  });

  test('a newer version of what it follows asks again', async () => {
    const { id, updatedAt } = await make();
    await clearance(id, 'PUT', people['publisher']!, { updatedAt });
    const values = await putArtifact(server.store, 'population', 'sle_adm1.json', 'application/json', Buffer.from(JSON.stringify(PEOPLE)));
    const counted = await recordSample(server.store, { kind: 'cod-ps', artifacts: [{ ...values, level: 1 }], units: [] });
    await server.store.datasets.publishVersion('cod-ps-sle' as never, counted.version, { by: 'tester', reason: null });
    expect((await read(id, people['author']!)).clearance).toMatchObject({ holds: false, by: 'Paul' });
    expect(await page(id)).toContain('DRAFT');
    expect((await clearance(id, 'PUT', people['publisher']!, { updatedAt })).status).toBe(200);
    expect(await page(id)).not.toContain('DRAFT');
  });
});
