/** A second factor, attacked over HTTP: no way around it, no code twice, no end of it without the password or an administrator. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  membersAnswer,
  newKeyAnswer,
  secondFactorAnswer,
  secondFactorSetup,
  sessionAnswer,
  type SecondFactorSetup,
} from '../../server/contract/people/people.ts';
import { createLog } from '../../server/log.ts';
import { startServer } from '../../server/app/main.ts';
import { readCode } from '../../server/people/signin/secondFactor.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { answerOf, sender, type Send } from '../helpers/asking.ts';
import { cookieOf, invite, join, PASSWORD, type Person } from '../helpers/member.ts';
import { totp } from '../helpers/totp.ts';

const SECOND_FACTOR = '/api/v1/session/second-factor';
const START = Date.parse('2026-03-01T09:00:00Z');

let server: TestServer;
let send: Send;
let admin: Person;
let clock = START;

/** Only the date is ours; waiting is real. */
function pass(seconds: number): void {
  vi.setSystemTime((clock += seconds * 1000));
}
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(clock);
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
});
afterAll(async () => {
  await server.close();
  vi.useRealTimers();
});

const emailOf = (name: string) => `${name.toLowerCase()}@example.org`;
const signIn = (name: string, cookie?: string) => send('POST', '/api/v1/session', cookie ? { cookie } : {}, { email: emailOf(name), password: PASSWORD });
const giveCode = (code: string, cookie: string) => send('POST', '/api/v1/session/code', { cookie }, { code });
const nameOf = async (cookie: string) => sessionAnswer.parse(await (await send('GET', '/api/v1/session', { cookie })).json()).user?.name;
const setUp = async (person: Person): Promise<SecondFactorSetup> =>
  secondFactorSetup.parse(await (await send('POST', SECOND_FACTOR, person.headers, { current: PASSWORD })).json());

/** Right password, no code yet. */
async function challenge(name: string): Promise<string> {
  const answer = await signIn(name);
  expect(sessionAnswer.parse(await answer.json())).toEqual({ user: null, needs: 'second-factor' });
  return cookieOf(answer);
}

let people = 0;
/** A member whose second factor is on, in the session that turned it on. */
async function enrolled(role: 'viewer' | 'admin' = 'viewer'): Promise<Person & { setup: SecondFactorSetup; cookie: string }> {
  pass(3600);
  const person = await invite(server.url, admin, role, `Member${++people}`);
  const setup = await setUp(person);
  const on = await send('PUT', SECOND_FACTOR, person.headers, { code: totp(setup.secret, clock) });
  expect(on.status).toBe(200);
  const cookie = cookieOf(on);
  pass(60);
  return { ...person, setup, cookie, headers: { ...person.headers, cookie } };
}

describe('setting it up', () => {
  test('asks for the password, shows the secret once, and is not in force before a code of it was given', async () => {
    const person = await invite(server.url, admin, 'viewer', 'Omar');
    expect(await answerOf(await send('POST', SECOND_FACTOR, person.headers, { current: 'guess' }))).toEqual([403, 'auth.password']);
    const setup = await setUp(person);
    const uri = new URL(setup.uri);
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', 'totp', `/Codmap ${new URL(server.url).host}:omar@example.org`]);
    expect(uri.searchParams.get('secret')).toBe(setup.secret);
    expect(setup.secret).toMatch(/^[A-Z2-7]{52}$/);
    expect(new Set(setup.backupCodes).size).toBe(10);
    for (const code of setup.backupCodes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);

    // Begun and left: the password is enough as before, and none of its codes opens anything.
    const answer = await signIn('Omar');
    expect(sessionAnswer.parse(await answer.json()).user?.name).toBe('Omar');
    const wrong = await send('PUT', SECOND_FACTOR, person.headers, { code: totp(setup.secret, clock - 300_000) });
    expect(await answerOf(wrong)).toMatchObject([401, 'auth.code', { serverTime: new Date(clock).toISOString() }]);
    expect(await nameOf(person.headers['cookie']!)).toBe('Omar');

    const on = await send('PUT', SECOND_FACTOR, person.headers, { code: totp(setup.secret, clock) });
    expect(sessionAnswer.parse(await on.clone().json()).user).toMatchObject({ name: 'Omar', secondFactor: true });
    const cookie = cookieOf(on);
    // Sessions that began without a code have ended, in whatever browser.
    expect([await nameOf(cookie), await nameOf(person.headers['cookie']!), await nameOf(cookieOf(answer))]).toEqual(['Omar', undefined, undefined]);
    expect(secondFactorAnswer.parse(await (await send('GET', SECOND_FACTOR, { cookie })).json())).toEqual({ on: true, backupCodes: 10 });
    expect(await answerOf(await send('POST', SECOND_FACTOR, { cookie }, { current: PASSWORD }))).toEqual([409, 'second-factor.on']);
  });

  test('is for the person who is signed in: not for strangers, other pages or keys', async () => {
    const { headers } = await invite(server.url, admin, 'contributor', 'Fatu');
    const { key } = newKeyAnswer.parse(await (await send('POST', '/api/v1/keys', headers, { name: 'a key', scopes: ['draft.read'] })).json());
    const routes: [method: string, path: string, body?: object][] = [
      ['POST', SECOND_FACTOR, { current: PASSWORD }],
      ['PUT', SECOND_FACTOR, { code: '123456' }],
      ['POST', `${SECOND_FACTOR}/off`, { current: PASSWORD }],
      ['POST', `${SECOND_FACTOR}/backup-codes`, { current: PASSWORD }],
    ];
    for (const [method, path, body] of routes) {
      expect((await send(method, path, {}, body)).status, `${method} ${path}`).toBe(401);
      expect((await send(method, path, { authorization: `Bearer ${key}` }, body)).status, `${method} ${path}`).toBe(401);
      expect(await answerOf(await send(method, path, { ...headers, origin: 'https://evil.example' }, body))).toEqual([403, 'auth.origin']);
    }
    expect((await send('GET', SECOND_FACTOR)).status).toBe(401);
    expect((await send('GET', SECOND_FACTOR, { authorization: `Bearer ${key}` })).status).toBe(401);
  });

  test('neither secret nor codes lie in the database or the log as they are', async () => {
    const { setup } = await enrolled();
    const rows = JSON.stringify(await server.store.db.selectFrom('auth_two_factor').selectAll().execute());
    for (const text of [setup.secret, ...setup.backupCodes]) {
      expect(rows).not.toContain(text);
      expect(server.lines.join('')).not.toContain(text);
    }
  });
});

describe('signing in', () => {
  test('the password alone opens nothing; the code does, and a browser is known only then', async () => {
    const { name, setup } = await enrolled();
    const answer = await signIn(name);
    expect(answer.headers.getSetCookie().some((line) => line.startsWith('codmap.device='))).toBe(false);
    const half = cookieOf(answer);
    expect(await nameOf(half)).toBeUndefined();
    for (const path of ['/api/v1/keys', '/api/v1/members', SECOND_FACTOR]) expect((await send('GET', path, { cookie: half })).status).toBe(401);
    const token = /two_factor=([^;]+)/.exec(half)![1]!;
    expect(await nameOf(`codmap.session_token=${token}`)).toBeUndefined();
    const whole = await giveCode(totp(setup.secret, clock), half);
    expect(sessionAnswer.parse(await whole.clone().json()).user).toMatchObject({ name, secondFactor: true });
    expect(await nameOf(cookieOf(whole))).toBe(name);
    expect(whole.headers.getSetCookie().some((line) => line.startsWith('codmap.device='))).toBe(true);
  });

  test('a code before or after its half minute is taken for slow clocks, no older one', async () => {
    const { name, setup } = await enrolled();
    for (const [offset, status] of [
      [-90_000, 401],
      [-30_000, 200],
      [30_000, 200],
      [90_000, 401],
    ] as const) {
      pass(300);
      expect((await giveCode(totp(setup.secret, clock + offset), await challenge(name))).status, String(offset)).toBe(status);
    }
  });

  test('a code that was seen over a shoulder does not work a second time, not even at the same moment', async () => {
    const { name, setup } = await enrolled();
    const code = totp(setup.secret, clock);
    const steps = await Promise.all([challenge(name), challenge(name), challenge(name)]);
    const statuses = (await Promise.all(steps.map((step) => giveCode(code, step)))).map(({ status }) => status);
    expect(statuses.sort((a, b) => a - b)).toEqual([200, 401, 401]);
    pass(20);
    expect(await answerOf(await giveCode(code, await challenge(name)))).toMatchObject([401, 'auth.code', {}]);
    expect((await giveCode(totp(setup.secret, clock + 30_000), await challenge(name))).status).toBe(200);
  });

  test('a step is used once, belongs to one person, and runs out after ten minutes', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const step = await challenge(one.name);
    expect((await giveCode(totp(other.setup.secret, clock), step)).status).toBe(401);
    expect((await giveCode(totp(one.setup.secret, clock), step)).status).toBe(200);
    pass(60);
    expect(await answerOf(await giveCode(totp(one.setup.secret, clock), step))).toEqual([401, 'auth.restart']);
    const late = await challenge(one.name);
    pass(11 * 60);
    expect(await answerOf(await giveCode(totp(one.setup.secret, clock), late))).toEqual([401, 'auth.restart']);
    for (const cookie of [
      '',
      'codmap.two_factor=',
      'codmap.two_factor=x.y',
      'codmap.two_factor=%E0%A4%A',
      `codmap.two_factor=2fa-${'x'.repeat(20)}.${'y'.repeat(43)}`,
    ])
      expect(await answerOf(await giveCode('123456', cookie))).toEqual([401, 'auth.restart']);
    // The right name of a step under a wrong signature.
    const step2 = await challenge(one.name);
    const forged = step2.replace(/(two_factor=[^.;]+\.)[^;]+/, `$1${encodeURIComponent(`${'A'.repeat(43)}=`)}`);
    expect(forged).not.toBe(step2);
    expect(await answerOf(await giveCode(totp(one.setup.secret, clock), forged))).toEqual([401, 'auth.restart']);
  });

  test('guessing: five for each step, ten for the account, however many steps are begun at once; time forgives', async () => {
    const { name, setup } = await enrolled();
    const wrong = (i: number) => String((Number(totp(setup.secret, clock)) + 7919 * (i + 1)) % 1_000_000).padStart(6, '0');
    const step = await challenge(name);
    const codes: unknown[] = [];
    for (let i = 0; i < 6; i++) codes.push((await answerOf(await giveCode(wrong(i), step)))[1]);
    expect(codes).toEqual(['auth.code', 'auth.code', 'auth.code', 'auth.code', 'auth.code', 'auth.restart']);
    const steps = [await challenge(name), await challenge(name), await challenge(name)];
    const answers = [];
    for (let i = 0; i < 9; i++) answers.push((await answerOf(await giveCode(wrong(10 + i), steps[i % 3]!)))[1]);
    expect(answers).toEqual([...Array<string>(5).fill('auth.code'), ...Array<string>(4).fill('auth.too-often')]);
    // The lock is in the database: another process of the same store keeps it.
    const again = await startServer(server.config, createLog('silent'));
    const there = sender(again.url, { origin: again.url });
    const late = await there('POST', '/api/v1/session/code', { cookie: await challenge(name) }, { code: totp(setup.secret, clock) });
    expect((await answerOf(late))[1]).toBe('auth.too-often');
    await again.close();
    pass(16 * 60);
    expect((await giveCode(totp(setup.secret, clock), await challenge(name))).status).toBe(200);
  });

  test('a backup code works once, spelt as people spell, also for two at the same moment; new ones replace all', async () => {
    const { name, setup, headers } = await enrolled();
    const [first, second, third] = setup.backupCodes;
    expect((await giveCode(first!.toUpperCase().replace('-', '  '), await challenge(name))).status).toBe(200);
    expect(await answerOf(await giveCode(first!, await challenge(name)))).toMatchObject([401, 'auth.code', {}]);
    const steps = await Promise.all([challenge(name), challenge(name)]);
    const statuses = (await Promise.all(steps.map((step) => giveCode(second!, step)))).map(({ status }) => status);
    expect(statuses.sort((a, b) => a - b)).toEqual([200, 401]);
    const left = async () => secondFactorAnswer.parse(await (await send('GET', SECOND_FACTOR, headers)).json()).backupCodes;
    expect(await left()).toBe(8);

    expect(await answerOf(await send('POST', `${SECOND_FACTOR}/backup-codes`, headers, { current: 'guess' }))).toEqual([403, 'auth.password']);
    const renewed = (await (await send('POST', `${SECOND_FACTOR}/backup-codes`, headers, { current: PASSWORD })).json()) as { backupCodes: string[] };
    expect(await left()).toBe(10);
    expect((await giveCode(third!, await challenge(name))).status).toBe(401);
    expect((await giveCode(renewed.backupCodes[9]!, await challenge(name))).status).toBe(200);
  });
});

describe('ending it', () => {
  test('oneself, with the password', async () => {
    const { name, headers } = await enrolled();
    expect(await answerOf(await send('POST', `${SECOND_FACTOR}/off`, headers, { current: 'guess' }))).toEqual([403, 'auth.password']);
    const off = await send('POST', `${SECOND_FACTOR}/off`, headers, { current: PASSWORD });
    expect(sessionAnswer.parse(await off.json()).user).toMatchObject({ name, secondFactor: false });
    expect(sessionAnswer.parse(await (await signIn(name)).json()).user?.name).toBe(name);
  });

  test('by an administrator, for who lost app and codes: recorded, sessions end, and another app can be set up', async () => {
    const { name, headers } = await enrolled();
    const members = async (as: Person) => membersAnswer.parse(await (await send('GET', '/api/v1/members', as.headers)).json());
    const { id, secondFactor } = (await members(admin)).members.find((member) => member.name === name)!;
    expect(secondFactor).toBe(true);
    const reset = (as: Record<string, string>) => send('DELETE', `/api/v1/members/${id}/second-factor`, as);
    expect((await reset(headers)).status).toBe(403);
    expect((await reset({})).status).toBe(401);
    const publisher = await invite(server.url, admin, 'publisher', `Publisher${people}`);
    expect((await reset(publisher.headers)).status).toBe(403);
    expect(await answerOf(await reset({ ...admin.headers, origin: 'https://evil.example' }))).toEqual([403, 'auth.origin']);

    pass(1);
    expect((await reset(admin.headers)).status).toBe(204);
    expect(await nameOf(headers['cookie']!)).toBeUndefined();
    const after = await members(admin);
    expect(after.members.find((member) => member.name === name)?.secondFactor).toBe(false);
    expect(after.events[0]).toEqual({ at: new Date(clock).toISOString(), actor: 'Amina', action: 'second-factor.reset', subject: name, detail: null });
    expect(after.events.some(({ action, subject }) => action === 'second-factor.on' && subject === name)).toBe(true);
    expect(await answerOf(await reset(admin.headers))).toEqual([409, 'second-factor.off']);
    expect((await send('DELETE', '/api/v1/members/nobody/second-factor', admin.headers)).status).toBe(404);

    const back = await signIn(name);
    const fresh: Person = { name, headers: { cookie: cookieOf(back), origin: server.url } };
    const again = await setUp(fresh);
    expect((await send('PUT', SECOND_FACTOR, fresh.headers, { code: totp(again.secret, clock) })).status).toBe(200);
  });

  test('what is done to accounts is recorded, and who reads it is an administrator', async () => {
    const person = await invite(server.url, admin, 'viewer', 'Isata');
    const id = membersAnswer.parse(await (await send('GET', '/api/v1/members', admin.headers)).json()).members.find(({ name }) => name === 'Isata')!.id;
    await send('PUT', '/api/v1/session/password', person.headers, { current: PASSWORD, password: 'river lamp under tea' });
    pass(1);
    await send('PATCH', `/api/v1/members/${id}`, admin.headers, { role: 'admin' });
    pass(1);
    await send('DELETE', `/api/v1/members/${id}`, admin.headers);
    const { events } = membersAnswer.parse(await (await send('GET', '/api/v1/members', admin.headers)).json());
    expect(events.filter(({ subject }) => subject === 'Isata').map(({ action, actor, detail }) => [action, actor, detail])).toEqual(
      expect.arrayContaining([
        ['member.removed', 'Amina', null],
        ['member.role', 'Amina', 'admin'],
        ['password.changed', 'Isata', null],
        ['member.joined', 'Amina', 'observer global/imwg'],
      ]),
    );
    expect(events.map(({ at }) => at)).toEqual(
      events
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });
});

describe('a secret that cannot be read', () => {
  beforeEach(() => pass(3600));
  afterEach(() => vi.setSystemTime(clock));

  test('after CODMAP_SECRET was changed: said as a fault of the server, and an administrator can reset it', async () => {
    const { name } = await enrolled();
    const again = await startServer({ ...server.config, secret: 'another secret of at least 32 characters' }, createLog('silent'));
    const there = sender(again.url, { origin: again.url });
    const step = cookieOf(await there('POST', '/api/v1/session', {}, { email: emailOf(name), password: PASSWORD }));
    expect(await answerOf(await there('POST', '/api/v1/session/code', { cookie: step }, { code: '123456' }))).toEqual([503, 'auth.unavailable']);
    const boss = cookieOf(await there('POST', '/api/v1/session', {}, { email: emailOf('Amina'), password: PASSWORD }));
    const { members } = membersAnswer.parse(await (await there('GET', '/api/v1/members', { cookie: boss })).json());
    expect((await there('DELETE', `/api/v1/members/${members.find((member) => member.name === name)!.id}/second-factor`, { cookie: boss })).status).toBe(204);
    expect(sessionAnswer.parse(await (await there('POST', '/api/v1/session', {}, { email: emailOf(name), password: PASSWORD })).json()).user?.name).toBe(name);
    await again.close();
  });
});

test.each([
  ['123 456', 'totp', '123456'],
  ['١٢٣٤٥٦', 'totp', '123456'],
  ['۱۲۳-۴۵۶', 'totp', '123456'],
  ['\u200e१२३४५६', 'totp', '123456'],
  ['１２３４５６', 'totp', '123456'],
  ['៤៥៦៧៨៩', 'totp', '456789'],
  ['K3VWQ 8MTEZ', 'backup', 'k3vwq-8mtez'],
  ['k3vwq8mtez', 'backup', 'k3vwq-8mtez'],
  ['1234567', 'backup', '12345-67'],
])('the code %j is read as %s %s', (typed, kind, code) => {
  expect(readCode(typed)).toEqual({ kind, code });
});
