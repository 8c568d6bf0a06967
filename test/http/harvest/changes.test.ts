/** What becomes of an address that answers in every way that addresses do: two changes, two drafts, and nothing private reached. */
import { zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import { newSource } from '../../../server/contract/harvest/harvest.ts';
import { writeWorkbook } from '../../../server/formats/tables/workbook.ts';
import { openStore, type Store } from '../../../server/app/store.ts';
import { add, box, country, polygon, type Layers } from '../../checks/recipes/squares.ts';
import { temporaryConfig } from '../../helpers/app.ts';
import { openEngine, type Engine } from '../../helpers/harvest/engine.ts';
import { repacked } from '../../helpers/harvest/workbooks.ts';
import { PUBLIC, startWorld, type Handler, type World } from '../../helpers/outside/world.ts';

const DATASET = 'cod-ab-xnv' as DatasetId;
const { config, remove } = temporaryConfig({ CODMAP_HARVEST_HOSTS: 'data.example.org, files.example.org, moved.example.org' });
let world: World;
let store: Store;
let engine: Engine;
let source: string;
/** What data.example.org does next. */
let handle: Handler;

const zipped = (layers: Layers) => {
  const files = Object.entries(layers).map(([name, features]) => [`xnv_${name}.geojson`, new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))] as const); // prettier-ignore
  return zipSync(Object.fromEntries(files), { mtime: '2026-01-01' });
};
const first = zipped(country());
const changed = zipped(
  ((layers) => {
    add('admin2', 'XN0203', polygon(box(20.2, 5, 20.3, 5.1)))(layers);
    return layers;
  })(country()),
);
const elsewhere = zipped(
  ((layers) => {
    add('admin2', 'XN0204', polygon(box(20.2, 5.1, 20.3, 5.2)))(layers);
    return layers;
  })(country()),
);

const sending =
  (bytes: Uint8Array, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/zip', ...headers }).end(bytes);
const leadingTo =
  (location: string): Handler =>
  (_, response) =>
    response.writeHead(302, { location }).end();
/** `state`, and why. */
async function fetchWhere(next: Handler): Promise<string> {
  handle = next;
  const { state, code, detail } = await engine.fetch(source);
  return [state, code, detail.problem?.['reason']].filter(Boolean).join(' ');
}
const drafts = async () => (await store.datasets.listDrafts()).map(({ dataset, version }) => `${dataset} ${version}`).toSorted();

beforeAll(async () => {
  world = await startWorld({ 'data.example.org': { addresses: [PUBLIC], handle: (request, response) => handle(request, response) } });
  store = await openStore(config);
  engine = openEngine(store, config, world);
  const given = newSource.parse({ name: 'Boundaries', kind: 'file', url: 'https://data.example.org/xnv.zip', dataset: DATASET });
  source = (await engine.harvest.create('XNV' as never, given, 'Tester', null)).id;
}, 60_000);
afterAll(async () => {
  await engine.close();
  await store.close();
  await world.close();
  remove();
});

test('the first fetch is a draft that says where it came from', async () => {
  expect(await fetchWhere(sending(first, { etag: '"1"' }))).toBe('drafted');
  expect(await drafts()).toEqual(['cod-ab-xnv v01']);
  const [fetch] = await engine.harvest.store.listFetches(source, 1);
  const { harvest, createdBy } = await store.datasets.getVersion(DATASET, 'v01' as VersionTag);
  expect(harvest).toEqual({
    source,
    fetch: fetch!.id,
    host: 'data.example.org',
    url: 'https://data.example.org/xnv.zip',
    at: fetch!.at,
    sha256: fetch!.sha256,
  });
  expect(createdBy).toBe('Tester');
  expect(fetch!.detail.came?.parts.map(({ name, rows }) => [name, rows])).toEqual([['xnv_admin0', 1], ['xnv_admin1', 2], ['xnv_admin2', 4]]); // prettier-ignore
  // The queue of news has it once.
  expect(await store.db.selectFrom('news_event').select(['kind', 'version', 'audience']).execute()).toEqual([
    { kind: 'harvest.changed', version: 'v01', audience: 'members' },
  ]);
});

test('of everything that may come after it two are drafts', async () => {
  const before = await drafts();
  const found: Record<string, string> = {};
  const see = async (what: string, next: Handler) => (found[what] = await fetchWhere(next));

  await see('the same file', sending(first, { etag: '"1"' }));
  await see('a changed file', sending(changed, { etag: '"2"' }));
  await see('another ETag, the same bytes', sending(changed, { etag: '"3"' }));
  await see('the same files, packed anew', sending(repacked(changed)));
  await see('nothing new', (request, response) => response.writeHead(request.headers['if-none-match'] === undefined && request.headers['if-modified-since'] === undefined ? 500 : 304).end()); // prettier-ignore
  let turn = 0;
  await see('500, then 200', (request, response) => (turn++ === 0 ? response.writeHead(500).end() : sending(changed)(request, response)));
  await see('a stream without end', (_, response) => {
    const write = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  });
  const bomb = gzipSync(Buffer.alloc(48_000_000), { level: 1 });
  await see('a bomb', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
  await see('led to this machine', leadingTo('https://127.0.0.1/xnv.zip'));
  await see('led to the metadata of a cloud', leadingTo('https://169.254.169.254/latest/meta-data/'));
  await see('led to a file', leadingTo('file:///etc/passwd'));
  await see('led to plain http', leadingTo('http://data.example.org/xnv.zip'));
  await see('led to a host that is not allowed', leadingTo('https://evil.example/xnv.zip'));
  world.hosts['moved.example.org'] = { addresses: [['169.254.169.254']], handle: sending(elsewhere) };
  await see('led to an allowed host with a private address', leadingTo('https://moved.example.org/xnv.zip'));
  world.hosts['files.example.org'] = { addresses: [PUBLIC], handle: sending(elsewhere) };
  await see('led to another allowed host', leadingTo('https://files.example.org/xnv.zip'));

  expect(found).toEqual({
    'the same file': 'same',
    'a changed file': 'drafted',
    'another ETag, the same bytes': 'same',
    'the same files, packed anew': 'same',
    'nothing new': 'same',
    '500, then 200': 'same',
    'a stream without end': 'failed outside.large',
    'a bomb': 'failed outside.large',
    'led to this machine': 'failed outside.refused host',
    'led to the metadata of a cloud': 'failed outside.refused host',
    'led to a file': 'failed outside.refused scheme',
    'led to plain http': 'failed outside.refused scheme',
    'led to a host that is not allowed': 'failed outside.refused host',
    'led to an allowed host with a private address': 'failed outside.refused network',
    'led to another allowed host': 'drafted',
  });
  expect((await drafts()).filter((draft) => !before.includes(draft))).toHaveLength(2);
  expect(new Set(world.dialled)).toEqual(new Set([PUBLIC]));
}, 120_000);

test('a name that is public first and private second: the second connection is refused', async () => {
  const before = await drafts();
  world.hosts['moved.example.org'] = {
    addresses: [[PUBLIC], ['10.0.0.7']],
    handle: (_, response) => response.setHeader('connection', 'close').end('name,lat,lon\r\nA,1,2\r\n'),
  };
  const given = newSource.parse({ name: 'Clinics', kind: 'file', url: 'https://moved.example.org/c.csv', dataset: 'layer-xnv-clinics', onChange: 'tell' });
  const { id } = await engine.harvest.create('XNV' as never, given, 'Tester', null);
  // The first fetch looks twice, to know whether the content is made anew each time.
  expect(await engine.fetch(id)).toMatchObject({ state: 'failed', code: 'outside.refused', detail: { problem: { reason: 'network' } } });
  expect(await drafts()).toEqual(before);
  expect(new Set(world.dialled)).toEqual(new Set([PUBLIC]));
});

test('a workbook that is packed anew with the same sheets is the same; one with another cell is told of', async () => {
  const workbook = (value: string) => writeWorkbook([{ name: 'Data', rows: 1, columns: [{ name: 'Org', type: 'text', values: [value] }] }]);
  let bytes: Uint8Array = workbook('WFP');
  world.hosts['files.example.org'] = { addresses: [PUBLIC], handle: (_, response) => response.end(bytes) };
  const given = newSource.parse({ name: 'Who', kind: 'file', url: 'https://files.example.org/3w.xlsx', dataset: '3w-xnv', onChange: 'tell' });
  const { id } = await engine.harvest.create('XNV' as never, given, 'Tester', null);
  const states = [(await engine.fetch(id)).state];
  bytes = repacked(workbook('WFP'));
  states.push((await engine.fetch(id)).state);
  bytes = workbook('FAO');
  states.push((await engine.fetch(id)).state);
  expect(states).toEqual(['told', 'same', 'told']);
});

test('content that is made anew at each request is known, told, and fetched by hand all the same', async () => {
  let turn = 0;
  world.hosts['files.example.org'] = { addresses: [PUBLIC], handle: (_, response) => response.end(`name,made\r\nA,${turn++}\r\n`) };
  const given = newSource.parse({ name: 'Anew', kind: 'file', url: 'https://files.example.org/anew.csv', dataset: 'layer-xnv-anew', onChange: 'tell' });
  const { id } = await engine.harvest.create('XNV' as never, given, 'Tester', null);
  expect(await engine.fetch(id)).toMatchObject({ state: 'failed', code: 'harvest.varies' });
  expect(await engine.fetch(id)).toMatchObject({ state: 'told', code: null });
});

test('however many ask at once, one fetches; of one host one at a time', async () => {
  let [atOnce, most, times] = [0, 0, 0];
  world.hosts['files.example.org'] = {
    addresses: [PUBLIC],
    handle: (_, response) => {
      most = Math.max(most, ++atOnce);
      times++;
      setTimeout(() => {
        atOnce--;
        response.end('a\r\n1\r\n');
      }, 30);
    },
  };
  const second = openEngine(store, config, world, { owner: 'another server' });
  const make = (name: string) =>
    newSource.parse({ name, kind: 'file', url: `https://files.example.org/${name}.csv`, dataset: `layer-xnv-${name}`, onChange: 'tell' });
  await store.db.deleteFrom('harvest_source').execute();
  for (const name of ['one', 'two']) await engine.harvest.create('XNV' as never, make(name), 'Tester', null);
  for (let round = 0; round < 3; round++) {
    await Promise.all([engine.harvest.tick(), second.harvest.tick(), engine.harvest.tick(), second.harvest.tick()]);
    await Promise.all([engine.harvest.idle(), second.harvest.idle()]);
  }
  const fetches = await store.db.selectFrom('harvest_fetch').select(['source', 'state']).where('source', 'in', (await engine.harvest.store.listAll()).map(({ id }) => id)).execute(); // prettier-ignore
  expect(fetches.map(({ state }) => state)).toEqual(['told', 'told']);
  // Each twice, since the first fetch of a source looks twice.
  expect([most, times]).toEqual([1, 4]);
  await second.close();
});
