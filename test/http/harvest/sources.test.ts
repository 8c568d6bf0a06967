/** Sources over HTTP: who keeps which, what is tried before it is kept, and a secret that is told to nobody. */
import { readdirSync, readFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupStore, formatBackup } from '../../../server/cli/safety.ts';
import { sourceAnswer, sourcesAnswer, sourceSchema, triedAnswer } from '../../../server/contract/harvest/harvest.ts';
import { entryAnswer, scheduleAnswer } from '../../../server/contract/schedule/schedule.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { openEngine, type Engine } from '../../helpers/harvest/engine.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { PUBLIC, startWorld, type World } from '../../helpers/outside/world.ts';

const C = '/api/v1/countries/SLE';
const S = `${C}/sources`;
const MARKER = 'marker-of-a-secret-7f3a';
let world: World;
let server: TestServer;
let off: TestServer;
let engine: Engine;
let send: Send;
type Who = 'stranger' | 'neighbour' | 'observer' | 'keeper' | 'other' | 'admin';
let people: Record<Exclude<Who, 'stranger'>, Person>;
const seen: string[] = [];

const as = async (who: Who, method: string, path: string, body?: unknown) => {
  const response = await send(method, path, who === 'stranger' ? {} : people[who].headers, body);
  seen.push(await response.clone().text());
  return response;
};
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const code = async (response: Promise<Response>) => (await answerOf(await response)).slice(0, 2).map(String).join(' ');
const given = (more: object = {}) => ({ name: 'Boundaries of SLE', kind: 'file', url: 'https://data.example.org/sle.csv', dataset: 'cod-ab-sle', ...more });

beforeAll(async () => {
  world = await startWorld({ 'data.example.org': { addresses: [PUBLIC], handle: (_, response) => response.end('name,code\r\nA,1\r\nB,2\r\n') } });
  const env = { CODMAP_HARVEST_HOSTS: 'data.example.org, *.humdata.org' };
  server = await startTestServer({ internet: { resolve: world.resolve, dial: world.dial, sleep: async () => {} } }, env);
  engine = openEngine(server.store, server.config, world);
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  await recordSample(server.store);
  await ok(await as('admin', 'POST', `${C}/groups`, { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } }));
  await ok(await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } }));
  const of = (name: string, role: 'chair' | 'imo' | 'observer', scope = 'SLE') => invite(server.url, admin, { scope, group: 'imwg', role }, name);
  people = {
    admin,
    keeper: await of('Khadija', 'imo'),
    other: await of('Chandra', 'chair'),
    observer: await of('Omar', 'observer'),
    neighbour: await of('Nadia', 'chair', 'TGO'),
  };
}, 120_000);
afterAll(async () => {
  await engine?.close();
  await server?.close();
  await off?.close();
  await world?.close();
});

let id: string;

describe('who may', () => {
  test('whoever may upload the dataset keeps its sources; for all others there are none', async () => {
    for (const [who, expected] of [
      ['stranger', '401 auth.required'],
      ['observer', '403 auth.forbidden'],
      ['neighbour', '403 auth.forbidden'],
    ] as const)
      // prettier-ignore
      expect(await code(as(who, 'POST', S, given())), who).toBe(expected);
    const made = sourceSchema.parse(await ok(await as('keeper', 'POST', S, given({ auth: 'token', secret: MARKER }))));
    expect(made).toMatchObject({ state: 'new', hasSecret: true, every: 1440, onChange: 'draft', dataset: 'cod-ab-sle', createdBy: 'Khadija' });
    id = made.id;
    expect(await code(as('keeper', 'POST', S, given()))).toBe('409 harvest.twice');
    for (const who of ['observer', 'neighbour'] as const) {
      expect(sourcesAnswer.parse(await ok(await as(who, 'GET', S)))).toEqual({
        on: true,
        hosts: who === 'neighbour' ? ['data.example.org', '*.humdata.org'] : [],
        sources: [],
      });
      for (const [method, path] of [
        ['GET', `${S}/${id}`],
        ['PATCH', `${S}/${id}`],
        ['POST', `${S}/${id}/run`],
        ['DELETE', `${S}/${id}`],
      ] as const)
        // prettier-ignore
        expect(await code(as(who, method, path, method === 'PATCH' ? { paused: true } : undefined)), `${who} ${method}`).toBe('404 harvest.unknown');
    }
    expect(await code(as('stranger', 'GET', S))).toBe('401 auth.required');
    expect(sourcesAnswer.parse(await ok(await as('other', 'GET', S))).sources.map((source) => source.id)).toEqual([id]);
  });

  test('that changes are published unseen is said by somebody else who may publish', async () => {
    expect(await code(as('keeper', 'PATCH', `${S}/${id}`, { onChange: 'publish' }))).toBe('403 auth.forbidden');
    expect(await ok(await as('other', 'PATCH', `${S}/${id}`, { onChange: 'publish' }))).toMatchObject({ onChange: 'publish', publishBy: 'Chandra' });
    // With another address it has to be said again, and not by who gave it.
    expect(await ok(await as('other', 'PATCH', `${S}/${id}`, { url: 'https://data.example.org/new.csv' }))).toMatchObject({
      onChange: 'draft',
      publishBy: null,
    });
    expect(await code(as('other', 'PATCH', `${S}/${id}`, { onChange: 'publish' }))).toBe('403 harvest.four-eyes');
  });
});

describe('what is said of a source', () => {
  test.each([
    ['plain http', { url: 'http://data.example.org/x' }, '400 request.invalid'],
    ['a host that is not allowed', { url: 'https://evil.example/x' }, '403 outside.refused'],
    ['an address', { url: 'https://127.0.0.1/x' }, '403 outside.refused'],
    ['another port', { url: 'https://data.example.org:8080/x' }, '403 outside.refused'],
    ['a password in the address', { url: 'https://a:b@data.example.org/x' }, '403 outside.refused'],
    ['a key in the address', { url: 'https://data.example.org/x?api_key=1' }, '422 harvest.secret-in-address'],
    ['an address of another kind', { kind: 'arcgis' }, '422 harvest.address'],
    ['a dataset of another country', { dataset: '3w-tgo' }, '422 harvest.dataset'],
    ['nothing to fill', { dataset: null }, '400 request.invalid'],
    ['a secret and no way to say it', { secret: 'x' }, '400 request.invalid'],
    ['a way to say it and no secret', { auth: 'token' }, '400 request.invalid'],
  ])('%s is refused', async (_, more, expected) => {
    const asked = world.asked.length;
    for (const path of [S, `${S}/try`]) expect(await code(as('admin', 'POST', path, given({ dataset: '3w-sle', ...more })))).toBe(expected);
    expect(world.asked.length).toBe(asked);
  });

  test('is tried before it is kept: what would come, and nothing stays', async () => {
    const tried = triedAnswer.parse(await ok(await as('keeper', 'POST', `${S}/try`, given({ dataset: '3w-sle' }))));
    expect(tried).toMatchObject({
      status: 200,
      same: null,
      problem: null,
      came: { files: [{ name: 'sle.csv', bytes: 21 }], parts: [{ name: 'sle', rows: 2, columns: ['name', 'code'] }] },
    });
    const uploads = [];
    for await (const key of server.store.objects.list('uploads')) uploads.push(key);
    expect(uploads).toEqual([]);
    world.hosts['data.example.org']!.handle = (_, response) => response.writeHead(403).end();
    expect(triedAnswer.parse(await ok(await as('keeper', 'POST', `${S}/try`, given({ dataset: '3w-sle' }))))).toMatchObject({
      came: null,
      problem: { code: 'harvest.sign-in', detail: { status: 403 } },
    });
    expect(sourcesAnswer.parse(await ok(await as('admin', 'GET', S))).sources).toHaveLength(1);
  });

  test('another host asks for the secret anew, so that nobody is sent it for whom it was not meant', async () => {
    expect(await code(as('keeper', 'PATCH', `${S}/${id}`, { url: 'https://data.humdata.org/x.csv' }))).toBe('422 harvest.secret-again');
    expect(await ok(await as('keeper', 'PATCH', `${S}/${id}`, { name: 'Another name' }))).toMatchObject({ name: 'Another name', hasSecret: true });
    expect(await code(as('keeper', 'PATCH', `${S}/${id}`, {}))).toBe('400 request.invalid');
  });
});

test('a secret goes to the other server, and is in no answer, no log, no file and no backup in words', async () => {
  const came: (string | undefined)[] = [];
  world.hosts['data.example.org']!.handle = (request, response) => {
    came.push(request.headers.authorization);
    response.writeHead(500).end(request.headers.authorization);
  };
  expect(await engine.fetch(id)).toMatchObject({ state: 'failed', code: 'harvest.status', status: 500 });
  expect(new Set(came)).toEqual(new Set([`Token ${MARKER}`]));
  await as('keeper', 'GET', `${S}/${id}`);
  await as('keeper', 'GET', S);
  await as('admin', 'GET', `${C}/schedule`);
  for (const path of ['/metrics', '/api/v1/datasets', '/api/v1/news', '/openapi.json']) await as('admin', 'GET', path);
  const told = [...seen, ...server.lines].join('\n');
  expect([told.includes(MARKER), told.includes(Buffer.from(MARKER).toString('base64'))]).toEqual([false, false]);
  for (const file of [server.config.database.path, `${server.config.database.path}-wal`]) expect(readFileSync(file).includes(MARKER), file).toBe(false);
  // Of a backup the database has it sealed, and no other file and nothing that is printed of it at all.
  const folder = pathOf(server.config.data, 'backup');
  const manifest = await backupStore(server.config, server.store, folder, 'test', () => {});
  const listing = JSON.stringify(manifest) + formatBackup(folder, manifest);
  const { secret: sealed } = (await engine.harvest.store.find(id))!;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = (text: string) => files.filter(({ parentPath, name }) => readFileSync(pathOf(parentPath, name)).includes(text)).map(({ name }) => name);
  expect([holding(MARKER), holding(sealed!), [MARKER, sealed!].some((text) => listing.includes(text))]).toEqual([[], ['codmap.db'], false]);
});

test('in the schedule: how a source does, for members; of data elsewhere it says when they changed', async () => {
  const add = async (entry: object) => scheduleAnswer.parse(await ok(await as('admin', 'POST', `${C}/schedule`, { entries: [entry] }))).entries.at(-1)!.id;
  const boundaries = await add({ series: 'administrative-divisions', dataset: 'cod-ab-sle', group: 'imwg', frequency: 365 });
  const one = async (who: Who, entry: string) => entryAnswer.parse(await ok(await as(who, 'GET', `${C}/schedule/${entry}`))).entry;
  expect((await one('observer', boundaries)).source).toMatchObject({ id, state: 'failing', code: 'harvest.status' });

  const elsewhere = await add({ series: 'own', title: 'Sites', link: 'https://data.example.org/sites', group: 'imwg', frequency: 30 });
  expect(await code(as('keeper', 'POST', S, given({ dataset: null, entry: elsewhere })))).toBe('400 request.invalid');
  const source = sourceSchema.parse(await ok(await as('keeper', 'POST', S, given({ name: 'Sites', dataset: null, entry: elsewhere, onChange: 'tell' }))));
  expect((await one('stranger', elsewhere)).published).toBeNull();
  world.hosts['data.example.org']!.handle = (_, response) => response.end('site\r\nA\r\n');
  await server.store.db.updateTable('harvest_source').set({ next_at: null, lease_until: null }).execute();
  const fetched = await engine.fetch(source.id);
  expect(fetched.state).toBe('told');
  expect(await one('stranger', elsewhere)).toMatchObject({ published: fetched.doneAt, state: 'fresh', source: null });
  expect((await one('keeper', elsewhere)).source).toMatchObject({ id: source.id, state: 'well', lastChange: fetched.doneAt });
  const { fetches } = sourceAnswer.parse(await ok(await as('keeper', 'GET', `${S}/${source.id}`)));
  expect(fetches).toMatchObject([{ state: 'told', status: 200, bytes: 9, askedBy: 'Tester' }]);
  expect(await ok(await as('keeper', 'POST', `${S}/${source.id}/run`))).toMatchObject({ running: true });
  await ok(await as('keeper', 'DELETE', `${S}/${source.id}`));
  expect(await code(as('keeper', 'GET', `${S}/${source.id}`))).toBe('404 harvest.unknown');
});

test('a server whose administrator has allowed no host fetches nothing and offers nothing', async () => {
  off = await startTestServer();
  const ask = sender(off.url, { origin: off.url });
  const { headers } = await join(off.url, off.firstLink!, 'Amina');
  expect(await ok(await ask('GET', S, headers))).toEqual({ on: false, hosts: [], sources: [] });
  for (const [method, path] of [
    ['POST', S],
    ['POST', `${S}/try`],
    ['GET', `${S}/x`],
    ['POST', `${S}/x/run`],
  ] as const)
    // prettier-ignore
    expect(await code(ask(method, path, headers, method === 'POST' && !path.endsWith('run') ? given() : undefined))).toBe('501 harvest.off');
}, 60_000);
