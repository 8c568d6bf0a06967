/** `codmap harvest` for a clock of one's own: its exit codes and its document, and what of a change it publishes without anybody looking. */
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceSchema } from '../../../server/contract/harvest/harvest.ts';
import { createHarvestStore } from '../../../server/harvest/store.ts';
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import { add, box, country, polygon, set, type Change } from '../../checks/recipes/squares.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { sender } from '../../helpers/asking.ts';
import { KEPT } from '../../helpers/beside/beside.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { PUBLIC, startWorld, type Handler, type World } from '../../helpers/outside/world.ts';
import { codmap } from '../../helpers/stores.ts';

const DATASET = 'cod-ab-xnv' as DatasetId;
const S = '/api/v1/countries/XNV/sources';
const HOSTS = { CODMAP_HARVEST_HOSTS: 'data.example.org, gone.example.org', CODMAP_INGEST_WORKERS: '0' };
let world: World;
let server: TestServer;
let people: Record<'admin' | 'keeper' | 'chair', Person>;
let id: string;
/** What data.example.org does next. */
let handle: Handler;

const zipped = (...changes: Change[]) => {
  const layers = country();
  for (const change of changes) change(layers);
  const files = Object.entries(layers).map(([name, features]) => [`xnv_${name}.geojson`, new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))] as const); // prettier-ignore
  const bytes = zipSync(Object.fromEntries(files), { mtime: '2026-01-01' });
  handle = (_, response) => response.writeHead(200, { 'content-type': 'application/zip' }).end(bytes);
};
const dated =
  (day: string): Change =>
  (layers) => {
    for (const { properties } of Object.values(layers).flat()) properties!['valid_on'] = day;
  };
async function ok<T>(who: keyof typeof people, method: string, path: string, body?: unknown): Promise<T> {
  const response = await sender(server.url, { origin: server.url })(method, path, people[who].headers, body);
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const internet = () => ({ resolve: world.resolve, dial: world.dial, sleep: async () => {} });
const run = (args: string[], env: Record<string, string> = HOSTS) =>
  codmap(['harvest', ...args], server.config.data, { CODMAP_LOG_LEVEL: 'silent', ...env }, { internet: internet(), beside: KEPT, pause: async () => {} });
/** Exit code, state, version and code of what stands against it. */
async function harvest(named = id): Promise<unknown[]> {
  const { code, out } = await run([named, '--json']);
  const { state, version, problem } = JSON.parse(out) as { state: string; version: string | null; problem: { code: string } | null };
  return [code, state, version, problem?.code ?? null];
}
const statusOf = async (tag: string) => (await server.store.datasets.getVersion(DATASET, tag as VersionTag)).status;

beforeAll(async () => {
  world = await startWorld({ 'data.example.org': { addresses: [PUBLIC], handle: (request, response) => handle(request, response) } });
  server = await startTestServer({ internet: internet() }, HOSTS);
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  await ok('admin', 'POST', '/api/v1/countries/XNV/groups', { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } });
  const of = (name: string, role: 'chair' | 'imo') => invite(server.url, admin, { scope: 'XNV', group: 'imwg', role }, name);
  people = { admin, keeper: await of('Khadija', 'imo'), chair: await of('Chandra', 'chair') };
  const given = { name: 'Boundaries', kind: 'file', url: 'https://data.example.org/xnv.zip', dataset: DATASET };
  id = sourceSchema.parse(await ok('keeper', 'POST', S, given)).id;
}, 60_000);
afterAll(async () => {
  await server?.close();
  await world?.close();
});

test('a source that another process is at is left to it', async () => {
  const until = new Date(Date.now() + 60_000).toISOString();
  const store = createHarvestStore(server.store.db);
  expect(await store.claim('another', new Date().toISOString(), until, id)).toBeDefined();
  expect(await run([id, '--json'])).toEqual({ code: 1, out: '', err: expect.stringMatching(/\[harvest\.busy\]\n$/) });
  await store.release(id, 'another');
});

test('where it is off, and of a source that is not there, it says so and asks nobody', async () => {
  expect(await run([id], {})).toEqual({ code: 2, out: '', err: expect.stringMatching(/CODMAP_HARVEST_HOSTS.*\[harvest\.off\]\n$/) });
  const { code, out, err } = await run(['nothing', '--json']);
  expect([code, out, err]).toEqual([2, '', `There is no such source; there are:\n  ${id} XNV Boundaries [harvest.unknown]\n`]);
  expect((await run([])).code).toBe(2);
  expect(world.asked).toEqual([]);
});

test('a fault of the other side is 3, also where its name leads into a network', async () => {
  handle = (_, response) => response.writeHead(403).end();
  const said = await run(['boundaries']);
  expect([said.code, said.out]).toEqual([3, 'Boundaries: failed\n']);
  expect(said.err).toBe('The other server asks for a key, or refuses the one it was given. [harvest.sign-in]\n');
  world.hosts['data.example.org']!.addresses = ['10.0.0.7'];
  expect(await harvest()).toEqual([3, 'failed', null, 'outside.refused']);
  world.hosts['data.example.org']!.addresses = [PUBLIC];
  expect(world.dialled).not.toContain('10.0.0.7');
});

test('what can be no version is 1', async () => {
  handle = (_, response) => response.end('{"type":"FeatureCollection","features":[]}');
  expect(await harvest()).toEqual([1, 'failed', null, expect.any(String)]);
});

test('a draft, and nothing new, are 0', async () => {
  zipped();
  const said = await run([id, '--json']);
  expect([said.code, said.err]).toEqual([0, '']);
  expect(JSON.parse(said.out)).toMatchObject({ source: id, dataset: DATASET, state: 'drafted', version: 'v01', status: 200, problem: null });
  expect(await run([id])).toEqual({ code: 0, out: 'Boundaries: same\n', err: '' });
  await ok('admin', 'POST', `/api/v1/datasets/${DATASET}/versions/v01/publish`, { reason: 'test' });
}, 60_000);

test('of changes that may be published unseen: a small and clean one is; a large one and one with errors wait', async () => {
  await ok('chair', 'PATCH', `${S}/${id}`, { onChange: 'publish' });
  zipped(dated('2026-01-01'));
  expect(await harvest()).toEqual([0, 'published', 'v01.01', null]);
  const { status, harvest: from, createdBy } = await server.store.datasets.getVersion(DATASET, 'v01.01' as VersionTag);
  expect([status, from?.source, from?.host, createdBy]).toEqual(['current', id, 'data.example.org', 'Khadija']);
  expect(await statusOf('v01')).toBe('superseded');

  zipped(set('admin2', 3, polygon(box(20.1, 5.1, 20.15, 5.2))), add('admin2', 'XN0203', polygon(box(20.15, 5.1, 20.2, 5.2))), dated('2026-01-01'));
  expect(await harvest()).toEqual([0, 'drafted', 'v02', 'harvest.not-minor']);
  zipped(dated('2026-02-01'), add('admin2', 'XN0202', polygon(box(20.3, 5.1, 20.31, 5.11))));
  const [code, state, tag, problem] = await harvest();
  expect([code, state, problem]).toEqual([0, 'drafted', 'harvest.errors']);
  expect([await statusOf('v02'), await statusOf(String(tag)), await statusOf('v01.01')]).toEqual(['draft', 'draft', 'current']);
}, 60_000);

test('the one who gave the address publishes nothing by it, nor one who may not publish any more', async () => {
  const { db } = server.store;
  const change = (row: object) => db.updateTable('harvest_source').set(row).where('id', '=', id).execute();
  // As it were if the address had been changed around the routes, which ask for other eyes when it is said.
  await change({ address_by: 'Chandra' });
  zipped(dated('2026-03-01'));
  const [code, state, tag, problem] = await harvest();
  expect([code, state, problem]).toEqual([0, 'drafted', 'harvest.publisher']);
  await change({ address_by: 'Khadija', publish_account: 'nobody' });
  zipped(dated('2026-04-01'));
  const [, , later, held] = await harvest();
  expect([held, await statusOf(String(tag)), await statusOf(String(later)), await statusOf('v01.01')]).toEqual([
    'harvest.publisher',
    'draft',
    'draft',
    'current',
  ]);
}, 60_000);
