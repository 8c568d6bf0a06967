/** Kill -9 in the middle of a harvest, at each of its steps: no half draft, no second one. */
import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../server/app/store.ts';
import { newSource } from '../../server/contract/harvest/harvest.ts';
import type { DatasetId, VersionTag } from '../../server/contract/ids.ts';
import { country } from '../checks/recipes/squares.ts';
import { temporaryConfig } from '../helpers/app.ts';
import { openEngine } from '../helpers/harvest/engine.ts';
import { startWorld } from '../helpers/outside/world.ts';

const CHILD = join(import.meta.dirname, '../helpers/harvest/child.ts');
const { config, remove } = temporaryConfig({ CODMAP_HARVEST_HOSTS: 'data.example.org' });
const body = Buffer.from(zipSync(Object.fromEntries(Object.entries(country()).map(([name, features]) => [`xnv_${name}.geojson`, new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))])))); // prettier-ignore
let store: Store;
/** What is answered next. */
let answer: (response: ServerResponse) => void;
const server = createServer((_, response) => answer(response));
const whole = (response: ServerResponse) => void response.end(body);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  store = await openStore(config);
  const world = await startWorld();
  const engine = openEngine(store, config, world);
  await engine.harvest.create(
    'XNV' as never,
    newSource.parse({ name: 'Boundaries', kind: 'file', url: 'https://data.example.org/xnv.zip', dataset: 'cod-ab-xnv' }),
    'Tester',
    null,
  );
  await engine.close();
  await world.close();
}, 60_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await store.close();
  remove();
});

const start = (): ChildProcess => fork(CHILD, [config.data, String((server.address() as AddressInfo).port)], { stdio: 'inherit' });
async function kill(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; !(await is()); turn++) {
    if (turn > 8000) throw new Error(`Never came: ${what}`);
    await sleep(5);
  }
}
const fetches = () => store.db.selectFrom('harvest_fetch').select(['state', 'code', 'job', 'version']).orderBy('at').execute();
const jobs = () => store.db.selectFrom('job').select(['id', 'state']).execute();

test('at half of the answer, when it is accepted, and while it is read', async () => {
  let halves = 0;
  answer = (response) => {
    response.setHeader('content-length', body.length);
    response.write(body.subarray(0, body.length / 2));
    halves++;
  };
  let child = start();
  await until('half of the answer', async () => halves > 0);
  await kill(child);
  expect([await fetches(), await jobs()]).toMatchObject([[{ state: 'running' }], []]);

  answer = whole;
  child = start();
  await until('an accepted fetch', async () => (await fetches()).some(({ state }) => state === 'accepted'));
  await kill(child);

  child = start();
  await until('a job at work', async () => (await jobs()).some(({ state }) => state !== 'queued'));
  await kill(child);

  child = start();
  await until('a draft', async () => (await fetches()).some(({ state }) => state === 'drafted'));
  // Whatever would make a second one has its turn.
  await sleep(300);
  await kill(child);

  expect(await fetches()).toMatchObject([
    { state: 'failed', code: 'harvest.interrupted', job: null },
    { state: 'drafted', code: null, version: 'v01' },
  ]);
  expect(await jobs()).toMatchObject([{ state: 'succeeded' }]);
  const { versions } = await store.datasets.getDataset('cod-ab-xnv' as DatasetId);
  expect(versions.map(({ version, status }) => [version, status])).toEqual([['v01', 'draft']]);
  const { artifacts, harvest } = await store.datasets.getVersion('cod-ab-xnv' as DatasetId, 'v01' as VersionTag);
  for (const { key, bytes } of artifacts) expect((await store.objects.head(key))?.bytes).toBe(bytes);
  expect(harvest?.host).toBe('data.example.org');
  expect(await store.db.selectFrom('news_event').select(['kind', 'version']).execute()).toEqual([{ kind: 'harvest.changed', version: 'v01' }]);
}, 180_000);
