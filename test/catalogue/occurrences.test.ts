/** Every occurrence of a report can be seen, reached and accepted, not only those that its answer lists. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingItem, ShownReport } from '../../server/contract/finding.ts';
import { exceptionsAnswer } from '../../server/contract/datasets/drafts.ts';
import { occurrencesAnswer } from '../../server/contract/datasets/api.ts';
import { putArtifact, recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { join, type Person } from '../helpers/member.ts';

const COUNT = 1234;
const BASE = '/api/v1/datasets/cod-ab-sle/versions';
const items = Array.from({ length: COUNT }, (_, i): FindingItem => {
  const at: [number, number] = [-13 + (i % 40) / 20, 7 + Math.floor(i / 40) / 20];
  const overlay = { type: 'Polygon' as const, coordinates: [[at, [at[0] + 0.01, at[1]], [at[0], at[1] + 0.01], at]] };
  return { id: `geometry.self-touch 2 ${i}`, pcodes: [`SL${i}`], rows: [i + 1], detail: `Place ${i}`, at, ...(i % 3 ? {} : { overlay }) };
});
const finding = { code: 'geometry.self-touch', severity: 'error', level: 2, message: 'x', params: {}, accepted: 0 };
const report = {
  dataset: 'cod-ab-sle',
  sha256: 'a'.repeat(64),
  levels: [{ level: 2, units: 3 }],
  results: [
    { check: 'A', label: 'a', spec: 's', status: 'passed', findings: [], ms: 1 },
    { check: 'T8', label: 'b', spec: 's', status: 'failed', findings: [{ ...finding, severity: 'info', count: 1, items: [{ id: 'one', pcodes: [], rows: [1], detail: 'no place' }] }, { ...finding, count: COUNT, items }], ms: 1 }, // prettier-ignore
  ],
  errors: COUNT,
  warnings: 0,
  infos: 1,
  accepted: 0,
  publishable: false,
};

let server: TestServer;
let admin: Person;
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers, redirect: 'manual' });
/** Ids and severities in a tile. */
async function inTile(path: string, headers: Record<string, string> = {}) {
  const answer = await get(path, headers);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vnd.mapbox-vector-tile']);
  const { findings } = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers;
  return Array.from(
    { length: findings!.length },
    (_, i) => findings!.feature(i).properties as { id: string; finding: number; severity: string; pcodes: string },
  );
}

beforeAll(async () => {
  server = await startTestServer();
  admin = await join(server.url, server.firstLink!, 'Amina');
  const record = async () =>
    recordSample(server.store, {
      artifacts: [await putArtifact(server.store, 'report', 'report.json', 'application/json', Buffer.from(JSON.stringify(report)))],
    });
  await record();
  await server.store.datasets.publishVersion('cod-ab-sle' as never, 'v01' as never, { by: 'tester', reason: 'as it is' });
  await record();
}, 120_000);
afterAll(() => server.close());

describe('occurrences beyond the list', () => {
  test('the answer lists 500, the pages the rest', async () => {
    const listed = (await (await get(`${BASE}/v01/report`)).json()) as ShownReport;
    expect(listed.results[1]!.findings.map(({ count, items: { length } }) => [count, length])).toEqual([[1, 1], [COUNT, 500]]); // prettier-ignore
    const seen: string[] = [];
    for (let offset = 0; ; offset += 500) {
      const page = occurrencesAnswer.parse(await (await get(`${BASE}/v01/report/occurrences?finding=1&offset=${offset}`)).json());
      expect([page.finding, page.count, page.kept, page.offset]).toEqual([1, COUNT, COUNT, offset]);
      if (page.items.length === 0) break;
      seen.push(...page.items.map(({ id }) => id));
    }
    expect(seen).toEqual(items.map(({ id }) => id));
  });

  test('the page that holds one', async () => {
    const page = occurrencesAnswer.parse(await (await get(`${BASE}/v01/report/occurrences?item=${encodeURIComponent(items[1111]!.id)}&limit=100`)).json());
    expect([page.finding, page.offset, page.items.length, page.items[11]!.id]).toEqual([1, 1100, 100, items[1111]!.id]);
    for (const query of ['finding=2', 'item=none', 'finding=0&item=none', '']) expect((await get(`${BASE}/v01/report/occurrences?${query}`)).status).toBe(404);
  });

  test('all are in the files', async () => {
    const { features } = (await (await get(`${BASE}/v01/report.geojson`)).json()) as { features: { id: string }[] };
    expect(features.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect((await (await get(`${BASE}/v01/report.csv`)).text()).trim().split('\r\n').length).toBe(1 + 1 + COUNT);
    // The page to read lists as many as the answer, and says how many more there are.
    expect((await (await get(`${BASE}/v01/report.html`)).text()).match(/Place \d+/g)!.length).toBeLessThan(600);
  });

  test('all that have a place are in the tiles, with id, number of the finding, severity and codes', async () => {
    const all = await inTile(`${BASE}/v01/report/0/0/0.mvt`);
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(items.map(({ id }) => id)));
    expect(all.find(({ id }) => id === items[777]!.id)).toEqual({ id: items[777]!.id, finding: 1, severity: 'error', pcodes: ' SL777 ' });
    const empty = await get(`${BASE}/v01/report/5/0/0.mvt`);
    expect([empty.status, await empty.text()]).toEqual([204, '']);
    expect((await get(`${BASE}/v01/report/19/0/0.mvt`)).status).toBe(404);
    expect((await get(`${BASE}/v01/report/3/8/0.mvt`)).status).toBe(404);
    expect((await get(`${BASE}/v01/report/3/x/0.mvt`)).status).toBe(400);
  });

  test('who may not read the draft may not read its tiles', async () => {
    for (const rest of ['0/0/0.mvt', 'occurrences?finding=1']) {
      expect((await get(`${BASE}/v02/report/${rest}`)).status).toBe(404);
      const answer = await get(`${BASE}/v02/report/${rest}`, admin.headers);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    }
    expect((await get(`${BASE}/v01/report/0/0/0.mvt`)).headers.get('cache-control')).toMatch(/max-age=60/);
  });

  test('one that is not listed is accepted by itself, and the tiles say so', async () => {
    const body = JSON.stringify({ check: 'T8', code: finding.code, level: 2, items: [items[1200]!.id], reason: 'It is a lake.' });
    const done = await fetch(`${server.url}${BASE}/v02/exceptions`, {
      method: 'POST',
      headers: { ...admin.headers, 'content-type': 'application/json' },
      body,
    });
    expect(done.status).toBe(201);
    const register = exceptionsAnswer.parse(await (await get('/api/v1/datasets/cod-ab-sle/exceptions', admin.headers)).json()).exceptions;
    expect(register.map(({ pcodes }) => pcodes)).toEqual([['SL1200']]);
    const accepted = (await inTile(`${BASE}/v02/report/0/0/0.mvt`, admin.headers)).filter(({ severity }) => severity === 'accepted');
    expect(new Set(accepted.map(({ id }) => id))).toEqual(new Set([items[1200]!.id]));
    expect((await inTile(`${BASE}/v01/report/0/0/0.mvt`)).some(({ severity }) => severity === 'accepted')).toBe(false);
  });
  test('those that a filter leaves are accepted together, however many; not one where one is unknown', async () => {
    const wanted = items.filter((_, i) => i % 10 > 0 && i !== 1200).map(({ id }) => id);
    const accept = (ids: string[]) =>
      fetch(`${server.url}${BASE}/v02/exceptions`, {
        method: 'POST',
        headers: { ...admin.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ check: 'T8', code: finding.code, level: 2, items: ids, reason: 'They are lakes.' }),
      });
    const numberAccepted = async () =>
      (JSON.parse(await (await get(`${BASE}/v02/report`, admin.headers)).text()) as ShownReport).results[1]!.findings[1]!.accepted;
    const before = await numberAccepted();
    expect((await accept([...wanted, 'none such'])).status).toBe(404);
    expect(await numberAccepted()).toBe(before);
    expect(wanted.length).toBeGreaterThan(1100);
    expect((await accept(wanted)).status).toBe(201);
    expect(await numberAccepted()).toBe(before + wanted.length);
  });
});
