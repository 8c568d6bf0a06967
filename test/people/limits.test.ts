/** Who guesses is stopped, and nobody else is: each limit as the attack it is for, over HTTP. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Accounts } from '../../server/people/accounts.ts';
import { createAuthorization } from '../../server/people/authorize.ts';
import { noticesAnswer, type Member } from '../../server/contract/people/people.ts';
import { UnauthorizedError } from '../../server/errors.ts';
import { servePeople } from '../../server/people/routes.ts';
import { mountRoutes } from '../../server/http/serve.ts';
import { errorMapper } from '../../server/http/problem.ts';
import { createLog } from '../../server/log.ts';
import { createDevices } from '../../server/people/signin/devices.ts';
import { createLimits, TRIES } from '../../server/people/signin/limits.ts';
import { createNotices } from '../../server/http/notices.ts';
import { createSessions } from '../../server/people/signin/sessions.ts';
import { rightsOf } from '../../server/people/rights.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { answerOf, sender, type Send } from '../helpers/asking.ts';
import { cookieOf, invite, invitedAs, join, PASSWORD, type Person } from '../helpers/member.ts';

const rubbish = (i: number) => `rubbish-${String(i).padStart(4, '0')}-${'x'.repeat(30)}`;
const emailOf = (name: string) => `${name.toLowerCase()}@example.org`;

/** The cookie by which a browser is known again. */
const deviceOf = (response: Response) =>
  cookieOf(response)
    .split('; ')
    .find((pair) => pair.startsWith('codmap.device='))!;

interface Scene {
  server: TestServer;
  send: Send;
  admin: Person;
  /** Signs in from an address; the proxy of the test is trusted. */
  signIn: (name: string, password: string, from: string, cookie?: string) => Promise<Response>;
}

async function open(env: Record<string, string> = { CODMAP_TRUST_PROXY: '1' }): Promise<Scene> {
  const server = await startTestServer({}, env);
  const send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  return {
    server,
    send,
    admin,
    signIn: (name, password, from, cookie) =>
      send('POST', '/api/v1/session', { 'x-forwarded-for': from, ...(cookie ? { cookie } : {}) }, { email: emailOf(name), password }),
  };
}

/** All at once, as an attacker would; how often each status came. */
async function storm(count: number, run: (i: number) => Promise<Response>): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  const answers = await Promise.all(Array.from({ length: count }, (_, i) => run(i)));
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}

describe('invitations', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await open();
  });
  afterAll(() => scene.server.close());

  test('fifty rubbish ones lock nobody out: not of signing in, not of an invitation that there is', async () => {
    const { server, send, admin, signIn } = scene;
    const made = (await (await send('POST', '/api/v1/members/invites', { cookie: admin.headers['cookie']! }, invitedAs('viewer'))).json()) as { link: string };
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const gets = await storm(60, (i) => send('GET', `/api/v1/invites/${rubbish(i)}`, from));
    expect(gets).toEqual({ 404: TRIES.invites, 429: 60 - TRIES.invites });
    const posts = await storm(10, (i) => send('POST', `/api/v1/invites/${rubbish(i)}`, from, { name: 'Eve', email: 'eve@example.org', password: PASSWORD }));
    expect(posts).toEqual({ 429: 10 });

    expect((await signIn('Amina', PASSWORD, '203.0.113.7')).status).toBe(200);
    expect((await signIn('Amina', 'not this one', '203.0.113.7')).status).toBe(401);
    const path = `/api/v1/invites/${made.link.split('/').at(-1)}`;
    expect((await send('GET', path, from)).status).toBe(200);
    expect((await send('POST', path, from, { name: 'Omar', email: 'omar@example.org', password: PASSWORD })).status).toBe(201);
    // Elsewhere nothing happened at all.
    expect((await send('GET', `/api/v1/invites/${rubbish(0)}`, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(404);
    expect(server.lines.join('')).not.toContain('rubbish-');
  });
});

describe('passwords', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await open();
  });
  afterAll(() => scene.server.close());

  test('one account from one address: ten wrong ones, however many are sent at once', async () => {
    const known = deviceOf(await scene.signIn('Amina', PASSWORD, '198.51.100.1'));
    const from = '203.0.113.20';
    expect(await storm(14, () => scene.signIn('Amina', 'guess', from))).toEqual({ 401: TRIES.accountHere, 429: 4 });
    const [status, code, details] = await answerOf(await scene.signIn('Amina', PASSWORD, from));
    expect([status, code, details?.['scope']]).toEqual([429, 'auth.too-often', 'accountHere']);
    expect(Number(details?.['seconds'])).toBeGreaterThan(500);
    // The owner at home, and in the office with the browser that is known.
    expect((await scene.signIn('Amina', PASSWORD, '198.51.100.2')).status).toBe(200);
    expect((await scene.signIn('Amina', PASSWORD, from, known)).status).toBe(200);
  });

  test('the password asked for once more: of one person, not of all behind an address', async () => {
    const first = await invite(scene.server.url, scene.admin, 'viewer', 'Fatu');
    const second = await invite(scene.server.url, scene.admin, 'viewer', 'Sia');
    const change = (person: Person, current: string) =>
      scene.send('PUT', '/api/v1/session/password', { cookie: person.headers['cookie']! }, { current, password: 'river lamp under tea' });
    const begin = (person: Person, current: string) => scene.send('POST', '/api/v1/session/second-factor', { cookie: person.headers['cookie']! }, { current });
    expect(await storm(6, () => change(first, 'guess'))).toEqual({ 403: 6 });
    // The other form that asks for it is no second set of tries.
    expect(await storm(8, () => begin(first, 'guess'))).toEqual({ 403: TRIES.proofs - 6, 429: 4 });
    expect((await change(first, PASSWORD)).status).toBe(429);
    expect((await change(second, PASSWORD)).status).toBe(200);
  });
});

/** The routes and their limits over HTTP, with a password check that costs nothing: hundreds of tries in no time. */
describe('many tries', () => {
  let server: Server;
  let send: Send;
  const members = new Map<string, Member>();

  beforeAll(async () => {
    const memberOf = (email: string): Member => ({ id: email, name: email, email, role: 'member', createdAt: '', secondFactor: false });
    const accounts = {
      async signIn(email: string, password: string) {
        if (password !== PASSWORD) throw new UnauthorizedError('auth.wrong', 'wrong');
        members.set(`codmap.session_token=${email}`, memberOf(email));
        return { setCookie: [`codmap.session_token=${email}; Path=/`], needsSecondFactor: false };
      },
      findBySession: async (headers: Headers) => members.get(headers.get('cookie') ?? '') ?? null,
      findByKey: async () => null,
      rightsFor: async () => rightsOf({ role: 'member' }, [], [], '2026-01-01'),
      listAppointments: async () => [],
    } as unknown as Accounts;
    const authorization = createAuthorization(accounts, null);
    const session = { accounts, authorization, devices: createDevices('s'.repeat(32)), publicUrl: null };
    const limits = createLimits(session.devices, (request) => authorization.findSignedIn(request));
    const log = createLog('silent');
    const app = express()
      .set('trust proxy', 1)
      .use(express.json())
      .use(
        mountRoutes(servePeople({ ...session, sessions: createSessions(session), limits, notices: createNotices({ log, now: () => new Date() }) }), {
          authorize: (request, permission) => authorization.authorize(request, permission),
          publicUrl: null,
        }),
      )
      .use(errorMapper(log));
    server = await new Promise((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    send = sender(url, { origin: url });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const signIn = (name: string, password: string, from: string, cookie?: string) =>
    send('POST', '/api/v1/session', { 'x-forwarded-for': from, ...(cookie ? { cookie } : {}) }, { email: emailOf(name), password });

  test('spelt otherwise it is the same account', async () => {
    const from = '203.0.113.21';
    const spelt = ['AMINA@example.org', ' amina@example.org ', 'amina@exam\u200bple.org', 'ａmina@example.org'];
    const attack = () => storm(24, (i) => send('POST', '/api/v1/session', { 'x-forwarded-for': from }, { email: spelt[i % 4], password: 'guess' }));
    expect(await attack()).toEqual({ 401: TRIES.accountHere, 429: 14 });
  });

  test('all accounts from one address; who hammers at one does not use up the budget of the office', async () => {
    const from = '203.0.113.22';
    const known = deviceOf(await signIn('Amina', PASSWORD, '198.51.100.1'));
    await storm(300, () => signIn('Omar', 'guess', from));
    expect((await signIn('Amina', PASSWORD, from)).status).toBe(200);
    const sprayed = await storm(150, (i) => signIn(`Person${i}`, 'guess', from));
    expect(sprayed).toEqual({ 401: TRIES.address - TRIES.accountHere, 429: 150 - TRIES.address + TRIES.accountHere });
    expect(await answerOf(await signIn('Amina', PASSWORD, from))).toMatchObject([429, 'auth.too-often', { scope: 'address' }]);
    expect((await signIn('Amina', PASSWORD, from, known)).status).toBe(200);
    expect((await signIn('Amina', PASSWORD, '198.51.100.3')).status).toBe(200);
  });

  test('one account from everywhere: guessing is stopped, the owner in a known browser is not', async () => {
    const known = deviceOf(await signIn('Sorie', PASSWORD, '198.51.100.9'));
    const guessed = await storm(240, (i) => signIn('Sorie', 'guess', `192.0.2.${i}`));
    expect(guessed).toEqual({ 401: TRIES.account, 429: 240 - TRIES.account });
    expect(await answerOf(await signIn('Sorie', PASSWORD, '198.51.100.9'))).toMatchObject([429, 'auth.too-often', { scope: 'account' }]);
    expect((await signIn('Sorie', PASSWORD, '198.51.100.9', known)).status).toBe(200);
    expect((await signIn('Amina', PASSWORD, '192.0.2.250')).status).toBe(200);
  });

  test('a network of IPv6 is one address', async () => {
    const guessed = await storm(30, (i) => signIn('Isata', 'guess', `2001:db8:1:1:${i.toString(16)}::1`));
    expect(guessed).toEqual({ 401: TRIES.accountHere, 429: 20 });
  });

  test('a known browser is known for its own account only, and may be wrong ten times', async () => {
    const from = '203.0.113.23';
    const known = deviceOf(await signIn('Amina', PASSWORD, '198.51.100.1'));
    await storm(12, () => signIn('Wanda', 'guess', from));
    const cookies = [known, `codmap.device=${'A'.repeat(22)}.${'B'.repeat(43)}`, 'codmap.device=.', `${known}x`, `codmap.device=${known.split('.').at(-1)}`];
    for (const cookie of cookies) expect((await signIn('Wanda', 'guess', from, cookie)).status, cookie).toBe(429);
    expect(await storm(15, () => signIn('Amina', 'guess', from, known))).toEqual({ 401: TRIES.device, 429: 5 });
    expect(await answerOf(await signIn('Amina', PASSWORD, from, known))).toMatchObject([429, 'auth.too-often', { scope: 'device' }]);
    // A thief of the cookie who uses it up leaves its owner the way of everybody.
    expect((await signIn('Amina', PASSWORD, '198.51.100.4')).status).toBe(200);
  });

  test("a page of strangers cannot use up its visitor's tries, nor can requests that are no tries", async () => {
    const from = '203.0.113.24';
    const evil = { 'x-forwarded-for': from, origin: 'https://evil.example' };
    const body = { email: emailOf('Amina'), password: 'guess' };
    expect(await storm(120, () => send('POST', '/api/v1/session', evil, body))).toEqual({ 403: 120 });
    expect(await storm(120, () => send('POST', '/api/v1/session', { 'x-forwarded-for': from }, { email: 'no address' }))).toEqual({ 400: 120 });
    expect((await signIn('Amina', PASSWORD, from)).status).toBe(200);
  });
});

describe('a proxy that the server was not told of', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await open({});
  });
  afterAll(() => scene.server.close());
  const warnings = () => scene.server.lines.filter((line) => line.includes('Proxy:NotTrusted'));

  test('is said in the log once, and to administrators; an invented address helps no attacker', async () => {
    const notices = async () => noticesAnswer.parse(await (await scene.send('GET', '/api/v1/notices', scene.admin.headers)).json()).notices;
    expect([warnings().length, await notices()]).toEqual([0, []]);
    expect(await storm(14, (i) => scene.signIn('Amina', 'guess', `203.0.113.${i}`))).toEqual({ 401: TRIES.accountHere, 429: 4 });
    expect(warnings()).toHaveLength(1);
    expect(JSON.parse(warnings()[0]!)).toMatchObject({ level: 'warn', from: '127.0.0.1' });
    expect(await notices()).toMatchObject([{ code: 'proxy.untrusted', details: { from: '127.0.0.1' } }]);

    const viewer = await invite(scene.server.url, scene.admin, 'viewer', 'Vera');
    expect((await scene.send('GET', '/api/v1/notices', viewer.headers)).status).toBe(403);
    expect((await scene.send('GET', '/api/v1/notices')).status).toBe(401);
  });

  test('nothing is said where the proxy is trusted', async () => {
    const trusted = await open();
    await trusted.signIn('Amina', PASSWORD, '203.0.113.1');
    expect(trusted.server.lines.join('')).not.toContain('Proxy:NotTrusted');
    await trusted.server.close();
  });
});
