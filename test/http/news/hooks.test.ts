/** Who may keep a webhook, what is told of it, and that its secret is shown once and lies nowhere. */
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOutgoing } from '../../../server/app/workgroup/news.ts';
import { deliveriesAnswer, hook as hookSchema, hooksAnswer, newHookAnswer, type NewHookAnswer } from '../../../server/contract/news/news.ts';
import { createEgress, type Egress } from '../../../server/outside/egress/egress.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { egressOf, PUBLIC, startWorld, type World } from '../../helpers/outside/world.ts';
import { sensitivityOf } from '../../helpers/sensitivity.ts';

const C = '/api/v1/countries/SLE';
const H = `${C}/webhooks`;
const HOSTS = ['hooks.example.org'];
const BODY = { url: 'https://hooks.example.org/in?key=1', events: ['version.published', 'version.withdrawn'] };
let server: TestServer;
let world: World;
let egress: Egress;
let send: Send;
let came: { headers: Record<string, string>; body: string }[] = [];
type Who = 'stranger' | 'neighbour' | 'observer' | 'wash' | 'chair' | 'admin';
let people: Record<Exclude<Who, 'stranger'>, Person>;

const as = (who: Who, method: string, path: string, body?: unknown) => send(method, path, who === 'stranger' ? {} : people[who].headers, body);
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const create = async (who: Who, more: object = {}): Promise<NewHookAnswer> => newHookAnswer.parse(await ok(await as(who, 'POST', H, { ...BODY, ...more })));
const list = async (who: Who) => hooksAnswer.parse(await ok(await as(who, 'GET', H)));
const sent = async (id: string) => deliveriesAnswer.parse(await ok(await as('admin', 'GET', `${H}/${id}/deliveries`))).deliveries;

beforeAll(async () => {
  world = await startWorld();
  world.hosts['hooks.example.org'] = {
    addresses: [PUBLIC],
    handle: async (request, response) => {
      let body = '';
      for await (const part of request.setEncoding('utf8')) body += part as string;
      came.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(204).end();
    },
  };
  egress = createEgress(egressOf(world, HOSTS));
  server = await startTestServer({ outgoing: openOutgoing(egress, HOSTS) }, { CODMAP_PUBLIC_URL: 'http://codmap.example.org' });
  // The server says its address in links; here it is reached by another name.
  const url = `http://127.0.0.1:${server.port}`;
  send = sender(url, { origin: url });
  const admin = await join(url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  for (const group of [
    { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } },
    { id: 'wash', type: 'cluster', names: { en: 'WASH' }, sector: 'WSH' },
  ])
    await ok(await as('admin', 'POST', `${C}/groups`, group));
  await ok(await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } }));
  const of = (name: string, role: 'chair' | 'coordinator' | 'observer', group = 'imwg', scope = 'SLE') => invite(url, admin, { scope, group, role }, name);
  people = {
    admin,
    chair: await of('Chandra', 'chair'),
    observer: await of('Omar', 'observer'),
    wash: await of('Wanda', 'coordinator', 'wash'),
    neighbour: await of('Nadia', 'chair', 'imwg', 'TGO'),
  };
}, 60_000);
afterAll(async () => {
  await server.close();
  await egress.close();
  await world.close();
});

describe('who may', () => {
  test('register: who edits the group, who edits the group of the data for all of the country; nobody else', async () => {
    const statusOf = async (who: Who, more: object = {}) => (await as(who, 'POST', H, { ...BODY, ...more })).status;
    expect([await statusOf('stranger'), await statusOf('observer'), await statusOf('neighbour'), await statusOf('wash')]).toEqual([401, 403, 403, 403]);
    const { hook } = await create('wash', { group: 'wash' });
    expect((await list('wash')).hooks.map(({ id }) => id)).toEqual([hook.id]);
    expect(await list('wash')).toMatchObject({ groups: ['wash'], whole: false, sends: true, hosts: HOSTS });
    const whole = (await create('chair')).hook;
    for (const [method, path] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/secret'],
      ['POST', '/test'],
      ['GET', '/deliveries'],
    ] as const) {
      // prettier-ignore
      expect([method, path, (await as('wash', method, `${H}/${whole.id}${path}`, method === 'PATCH' ? { state: 'off' } : undefined)).status]).toEqual([method, path, 404]);
      expect((await as('stranger', method, `${H}/${whole.id}${path}`, method === 'PATCH' ? {} : undefined)).status).toBe(401);
    }
    // Nor may a webhook of a group be made into one of the country.
    expect((await as('wash', 'PATCH', `${H}/${hook.id}`, { group: null })).status).toBe(403);
    expect((await as('chair', 'POST', '/api/v1/countries/global/webhooks', BODY)).status).toBe(403);
    for (const { id } of (await list('admin')).hooks) await ok(await as('admin', 'DELETE', `${H}/${id}`));
    expect((await list('chair')).hooks).toEqual([]);
  });

  test.each([
    ['webhook.host', { url: 'https://other.example.org/in' }],
    ['webhook.host', { url: 'https://hooks.example.org:8443/in' }],
    ['webhook.place', { group: 'nobody' }],
    ['webhook.place', { dataset: 'cod-ab-tgo' }],
  ])('%s of %o', async (code, more) => expect((await answerOf(await as('chair', 'POST', H, { ...BODY, ...more })))[1]).toBe(code));
  test.each([
    { url: 'http://hooks.example.org/' },
    { url: 'https://a:b@hooks.example.org/' },
    { url: 'file:///etc/passwd' },
    { events: [] },
    { events: ['webhook.disabled'] },
  ])('refused as it is written: %o', async (more) => expect((await as('chair', 'POST', H, { ...BODY, ...more })).status).toBe(400));
});

describe('a secret', () => {
  test('is shown once, signs what is sent, and lies nowhere in plain text; a new one signs beside the old one', async () => {
    const { hook, secret } = await create('chair');
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const told = JSON.stringify([await list('chair'), await sent(hook.id)]);
    expect(told).not.toContain(secret);
    came = [];
    await ok(await as('chair', 'POST', `${H}/${hook.id}/test`));
    await expect.poll(async () => (await sent(hook.id)).map(({ state }) => state), { timeout: 20_000 }).toEqual(['delivered']);
    expect(new Webhook(secret).verify(came[0]!.body, came[0]!.headers)).toMatchObject({ type: 'test', data: { scope: 'SLE' } });
    const renewed = newHookAnswer.parse(await ok(await as('chair', 'POST', `${H}/${hook.id}/secret`)));
    expect([renewed.secret === secret, renewed.hook.bothUntil === null]).toEqual([false, false]);
    const [delivery] = await sent(hook.id);
    await ok(await as('chair', 'POST', `${H}/${hook.id}/deliveries/${delivery!.id}/resend`));
    await expect.poll(() => came.length, { timeout: 20_000 }).toBe(2);
    expect(came[1]!.headers['webhook-id']).toBe(came[0]!.headers['webhook-id']);
    for (const each of [secret, renewed.secret]) expect(new Webhook(each).verify(came[1]!.body, came[1]!.headers)).toBeTruthy();
    expect((await answerOf(await as('chair', 'POST', `${H}/${hook.id}/deliveries/${'0'.repeat(32)}/resend`)))[1]).toBe('webhook.delivery');
    for (const each of [secret, renewed.secret]) {
      for (const file of ['', '-wal']) expect(readFileSync(server.config.database.path + file).includes(each.slice(6))).toBe(false);
      expect(server.lines.join()).not.toContain(each.slice(6));
    }
    await ok(await as('chair', 'DELETE', `${H}/${hook.id}`));
  }, 60_000);
});

test('what is published goes out by itself to who may know; turned off nothing goes; what is closed goes to nobody', async () => {
  const { version } = await recordSample(server.store);
  const { hook } = await create('chair');
  const own = (await create('chair', { reach: 'own' })).hook;
  came = [];
  const D = '/api/v1/datasets/cod-ab-sle';
  await ok(await as('admin', 'POST', `${D}/versions/${version}/publish`, { reason: 'test' }));
  await expect.poll(() => came.length, { timeout: 20_000 }).toBe(2);
  expect(came.map(({ body }) => (JSON.parse(body) as { data: { version: string } }).data.version)).toEqual([version, version]);
  await ok(await as('admin', 'PUT', sensitivityOf('cod-ab-sle'), { class: 'high', audience: 'cluster', reason: 'a test', confirmed: true }));
  await ok(await as('admin', 'POST', `${D}/versions/${version}/withdraw`, { reason: 'wrong' }));
  await expect.poll(async () => (await sent(hook.id))[0], { timeout: 20_000 }).toMatchObject({ kind: 'version.withdrawn', state: 'dropped', fault: 'unseen' });
  await expect.poll(() => came.length, { timeout: 20_000 }).toBe(3);
  expect(JSON.parse(came[2]!.body)).toMatchObject({ type: 'version.withdrawn' });
  expect(came.some(({ body }) => /Amina|Chandra|wrong/.test(body))).toBe(false);
  expect(hookSchema.parse(await ok(await as('chair', 'PATCH', `${H}/${own.id}`, { state: 'off' }))).state).toBe('off');
}, 60_000);
