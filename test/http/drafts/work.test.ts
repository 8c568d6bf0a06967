/** What waits for somebody: uploads that stopped at a question, failed or are under way, and drafts; of others only their drafts; nothing for strangers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobAnswer, problemDetails } from '../../../server/contract/datasets/api.ts';
import { workAnswer } from '../../../server/contract/uploads/work.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

let server: TestServer;
let carla: Person;
let dawit: Person;
let vera: Person;
beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_INGEST_WORKERS: '1' });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  carla = await invite(server.url, admin, 'contributor', 'Carla');
  dawit = await invite(server.url, admin, 'publisher', 'Dawit');
  vera = await invite(server.url, admin, 'viewer', 'Vera');
});
afterAll(() => server.close());

/** Two regions; in metres nothing says of which coordinate system. */
const layer = (scale: number, name = 'Nord') => {
  const ring = (x: number) => [[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]].map((point) => point.map((value) => value * scale)); // prettier-ignore
  const features = [name, 'Sud'].map((each, i) => ({ type: 'Feature', properties: { ADM1_PCODE: `XN0${i + 1}`, ADM1_EN: each }, geometry: { type: 'Polygon', coordinates: [ring(i + 10)] } })); // prettier-ignore
  return JSON.stringify({ type: 'FeatureCollection', features });
};
const end = async (location: string) => {
  const answer = await fetch(`${server.url}${location}/events`);
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('data: '));
  return jobAnswer.parse(JSON.parse(lines.at(-1)!.slice(6)));
};
async function upload(name: string, text: string, who: Person, country = 'XNV') {
  const form = new FormData();
  form.append('files', new File([text], name), name);
  for (const [field, value] of Object.entries({ country, kind: 'cod-ab' })) form.append(field, value);
  const answer = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: who.headers, body: form });
  return end(answer.headers.get('location')!);
}
const workOf = async ({ headers }: Person) => workAnswer.parse(await (await fetch(`${server.url}/api/v1/work`, { headers })).json());
const answer = async (job: string, body: object) => {
  const response = await fetch(`${server.url}/api/v1/jobs/${job}/answers`, { method: 'POST', headers: { ...carla.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }); // prettier-ignore
  return end(response.headers.get('location')!);
};

test('an open question is listed until it is answered, and then its draft is', async () => {
  expect(await workOf(carla)).toEqual({ uploads: [], drafts: [], reviews: [], assigned: [] });
  const asked = await upload('xnv_adm1.geojson', layer(50_000), carla);
  expect(asked.error?.code).toBe('read.crs');
  expect((await workOf(carla)).uploads).toEqual([
    { job: asked.id, dataset: 'cod-ab-xnv', files: ['xnv_adm1.geojson'], state: 'failed', asks: 'crs', createdAt: asked.createdAt },
  ]);
  const wrong = await answer(asked.id, { crs: 'EPSG:1' });
  expect((await workOf(carla)).uploads.map(({ job, state }) => [job, state])).toEqual([[wrong.id, 'failed']]);
  const done = await answer(wrong.id, { crs: 'EPSG:32636' });
  expect(await workOf(carla)).toMatchObject({ uploads: [], drafts: [{ dataset: 'cod-ab-xnv', version: done.version, createdBy: 'Carla', own: true }] });
});

test('a file that cannot be read is listed without a question; a draft that could not be read once more is none', async () => {
  const broken = await upload('xnw_adm1.geojson', layer(1).slice(0, 300), carla, 'XNW');
  expect((await workOf(carla)).uploads).toMatchObject([{ job: broken.id, state: 'failed', asks: null }]);
  const { drafts } = await workOf(carla);
  const again = await fetch(`${server.url}/api/v1/datasets/cod-ab-xnv/versions/${drafts[0]!.version}/columns`, {
    method: 'PUT',
    headers: { ...carla.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ columns: [{ heading: 'NO_SUCH', role: { is: 'extra' } }] }),
  });
  expect((await end(again.headers.get('location')!)).state).toBe('failed');
  expect((await workOf(carla)).uploads.map(({ job }) => job)).toEqual([broken.id]);
});

test('others see the drafts and no uploads; who reviews sees whose they are', async () => {
  await upload('xnx_adm1.geojson', layer(1, 'Ouest'), dawit, 'XNX');
  for (const who of [dawit, vera]) expect((await workOf(who)).uploads).toEqual([]);
  const of = async (who: Person) => (await workOf(who)).drafts.map(({ dataset, createdBy, own }) => [dataset, createdBy, own]);
  expect(await of(dawit)).toEqual([['cod-ab-xnx', 'Dawit', true], ['cod-ab-xnv', 'Carla', false]]); // prettier-ignore
  expect(await of(carla)).toEqual([['cod-ab-xnx', 'Dawit', false], ['cod-ab-xnv', 'Carla', true]]); // prettier-ignore
  const published = await fetch(`${server.url}/api/v1/datasets/cod-ab-xnv/versions/${(await workOf(dawit)).drafts[1]!.version}/publish`, {
    method: 'POST',
    headers: { ...dawit.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'a test' }),
  });
  expect(published.status, await published.clone().text()).toBe(200);
  expect(await of(dawit)).toEqual([['cod-ab-xnx', 'Dawit', true]]);
});

test('strangers are asked to sign in', async () => {
  const response = await fetch(`${server.url}/api/v1/work`);
  expect([response.status, problemDetails.parse(await response.json()).type]).toEqual([401, expect.stringContaining('auth')]);
});
