import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowedByKey } from '../../server/people/access.ts';
import { rightsOf } from '../../server/people/rights.ts';
import { problemDetails } from '../../server/contract/datasets/api.ts';
import { FORMER_ROLES, keysAnswer, membersAnswer, newInviteAnswer, newKeyAnswer, sessionAnswer } from '../../server/contract/people/people.ts';
import { recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { cookieOf, invite, invitedAs, join, PASSWORD, type Person, type Rank } from '../helpers/member.ts';

let server: TestServer;
let admin: Person;
const people = {} as Record<Rank, Person>;

const send = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
  fetch(server.url + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
const own = () => ({ origin: server.url });
const codeOf = async (response: Response) =>
  problemDetails
    .parse(await response.json())
    .type.split('/')
    .at(-1);

beforeAll(async () => {
  server = await startTestServer();
  admin = await join(server.url, server.firstLink!, 'Amina');
  people.admin = admin;
  for (const role of FORMER_ROLES) people[role] = await invite(server.url, admin, role, `P${role}`);
});
afterAll(() => server.close());

describe('the first link', () => {
  test('works once, and there is none once there is an administrator', async () => {
    const token = server.firstLink!.split('/').at(-1);
    expect((await send('GET', `/api/v1/invites/${token}`, {})).status).toBe(404);
    const again = await send('POST', `/api/v1/invites/${token}`, own(), { name: 'Eve', email: 'eve@example.org', password: PASSWORD });
    expect([again.status, await codeOf(again)]).toEqual([404, 'invite.unknown']);
  });

  test('is not in the log', () => {
    expect(server.lines.some((line) => line.includes('/api/v1/invites/…'))).toBe(true);
    expect(server.lines.join('')).not.toContain(server.firstLink!.split('/').at(-1));
  });
});

describe('sessions', () => {
  test('the cookie is HttpOnly and SameSite; Secure where the public address has TLS', async () => {
    const answer = await send('POST', '/api/v1/session', own(), { email: 'AMINA@example.org', password: PASSWORD });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^codmap\.session_token=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(sessionAnswer.parse(await answer.json()).user).toMatchObject({ name: 'Amina', role: 'admin' });

    const secure = await startTestServer({}, { CODMAP_PUBLIC_URL: 'https://maps.example.org' });
    try {
      const origin = { origin: 'https://maps.example.org', 'content-type': 'application/json' };
      const base = `http://127.0.0.1:${secure.port}`;
      const joined = await fetch(`${base}/api/v1/invites/${secure.firstLink!.split('/').at(-1)}`, {
        method: 'POST',
        headers: origin,
        body: JSON.stringify({ name: 'Amina', email: 'amina@example.org', password: PASSWORD }),
      });
      expect(joined.headers.getSetCookie()[0]).toMatch(/^__Secure-codmap\.session_token=.+; Secure; SameSite=Lax|^__Secure-.+Secure/);
      const who = await fetch(`${base}/api/v1/session`, { headers: { cookie: cookieOf(joined) } });
      expect(sessionAnswer.parse(await who.json()).user?.name).toBe('Amina');
    } finally {
      await secure.close();
    }
  });

  test('nobody is signed in without one, and nobody after signing out', async () => {
    expect(await (await send('GET', '/api/v1/session', {})).json()).toEqual({ user: null });
    const answer = await send('POST', '/api/v1/session', own(), { email: 'amina@example.org', password: PASSWORD });
    const headers = { cookie: cookieOf(answer), ...own() };
    expect((await (await send('GET', '/api/v1/session', headers)).json()).user.name).toBe('Amina');
    expect((await send('DELETE', '/api/v1/session', headers)).status).toBe(200);
    expect(await (await send('GET', '/api/v1/session', headers)).json()).toEqual({ user: null });
  });

  test.each(['codmap.session_token=abc.def', 'codmap.session_token=', '__Secure-codmap.session_token=x', 'codmap.session_token=%E0%A4%A'])(
    'a forged cookie is nobody: %s',
    async (cookie) => {
      expect(await (await send('GET', '/api/v1/session', { cookie })).json()).toEqual({ user: null });
    },
  );

  test('a wrong password and an unknown address give the same answer', async () => {
    const answers = await Promise.all(
      ['viewer', 'nobody'].map((name) => send('POST', '/api/v1/session', own(), { email: `p${name}@example.org`, password: 'wrong password' })),
    );
    const problems = await Promise.all(answers.map(async (answer) => ({ ...(await answer.json()), instance: '' })));
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(problems[0]).toEqual(problems[1]);
  });

  test('the password is changed by who knows it; the session goes on, every other ends', async () => {
    const person = await invite(server.url, admin, 'viewer', 'Wanda');
    const signIn = (password: string) => send('POST', '/api/v1/session', own(), { email: 'wanda@example.org', password });
    const headers = { ...person.headers, ...own() };
    const change = (body: object, as: Record<string, string> = headers) => send('PUT', '/api/v1/session/password', as, body);
    const [wrong, short, nobody, elsewhere] = [
      await change({ current: 'not this one', password: 'a new long password' }),
      await change({ current: PASSWORD, password: 'short' }),
      await change({ current: PASSWORD, password: 'a new long password' }, own()),
      await change({ current: PASSWORD, password: 'a new long password' }, { ...person.headers, origin: 'https://evil.example' }),
    ];
    expect(await Promise.all([wrong, nobody, elsewhere].map(async (answer) => [answer.status, await codeOf(answer)]))).toEqual([
      [403, 'auth.password'],
      [401, 'auth.required'],
      [403, 'auth.origin'],
    ]);
    expect((await short.json()).errors[0].pointer).toBe('/password');
    const other = { cookie: cookieOf(await signIn(PASSWORD)) };
    const done = await change({ current: PASSWORD, password: 'a new long password' });
    expect([done.status, sessionAnswer.parse(await done.json()).user?.name]).toEqual([200, 'Wanda']);
    const who = async (as: Record<string, string>) => (await (await send('GET', '/api/v1/session', as)).json()).user?.name;
    expect([await who({ cookie: cookieOf(done) }), await who(other)]).toEqual(['Wanda', undefined]);
    expect([(await signIn(PASSWORD)).status, (await signIn('a new long password')).status]).toEqual([401, 200]);
    const { members } = membersAnswer.parse(await (await send('GET', '/api/v1/members', admin.headers)).json());
    await send('DELETE', `/api/v1/members/${members.find(({ name }) => name === 'Wanda')!.id}`, { ...admin.headers, ...own() });
  });

  test('guessing is stopped', async () => {
    const guess = () => send('POST', '/api/v1/session', own(), { email: 'target@example.org', password: 'guess' });
    for (let i = 0; i < 10; i++) expect((await guess()).status).toBe(401);
    const stopped = await guess();
    expect([stopped.status, await codeOf(stopped)]).toEqual([429, 'auth.too-often']);
    // Another person at the same address still gets in.
    expect((await send('POST', '/api/v1/session', own(), { email: 'amina@example.org', password: PASSWORD })).status).toBe(200);
  });
});

describe('cross-site requests', () => {
  const body = invitedAs('viewer');
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site', origin: 'http://other.example' }],
    ['no origin', {}],
  ])('%s is refused in spite of a good cookie', async (_case, headers) => {
    const { cookie } = admin.headers;
    const answer = await send('POST', '/api/v1/members/invites', { cookie: cookie!, ...(headers as Record<string, string>) }, body);
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'auth.origin']);
    const login = await send('POST', '/api/v1/session', headers as Record<string, string>, { email: 'amina@example.org', password: PASSWORD });
    expect(login.status).toBe(403);
  });
});

describe('roles', () => {
  test('of the first round allow what they allowed; administrators everything', async () => {
    const reading = ['draft.read'];
    const uploading = [...reading, 'upload.create', 'job.cancel', 'metadata.write', 'map.write', 'key.manage'];
    const reviewing = [...uploading, 'finding.accept', 'presence.decide'];
    const publishing = [...reviewing, 'version.publish', 'version.withdraw'];
    const told = async (person: Person) => sessionAnswer.parse(await (await send('GET', '/api/v1/session', person.headers)).json()).user!;
    const ofData = (permissions: string[]) => permissions.filter((permission) => !permission.startsWith('group.'));
    expect([(await told(people.viewer)).permissions, (await told(people.contributor)).permissions]).toEqual([reading, uploading]);
    expect([ofData((await told(people.reviewer)).permissions), ofData((await told(people.publisher)).permissions)]).toEqual([reviewing, publishing]);
    expect((await told(people.publisher)).rights).toEqual([
      { scope: 'global', kinds: ['cod-ab', 'cod-ps', '3w', 'layer', 'indicators'], permissions: publishing },
    ]);
    expect((await told(admin)).permissions).toEqual(expect.arrayContaining([...publishing, 'member.manage']));
    expect((await told(people.viewer)).appointments).toMatchObject([{ scope: 'global', group: 'imwg', acronym: 'IMWG', role: 'observer', end: null }]);
  });

  test('publishing: not by a contributor, not by whoever uploaded it, by another publisher', async () => {
    await recordSample(server.store, {}, 'Ppublisher');
    const path = '/api/v1/datasets/cod-ab-sle/versions/v01/publish';
    expect(await codeOf(await send('POST', path, {}, {}))).toBe('auth.required');
    expect(await codeOf(await send('POST', path, people.contributor.headers, {}))).toBe('auth.forbidden');
    expect(await codeOf(await send('POST', path, people.publisher.headers, {}))).toBe('version.own-upload');
    expect((await send('POST', path, admin.headers, {})).status).toBe(200);
  });

  test('drafts are seen by members and by nobody else', async () => {
    await recordSample(server.store, {}, 'Amina');
    const path = '/api/v1/datasets/cod-ab-sle/versions/v02';
    expect((await send('GET', path, {})).status).toBe(404);
    expect((await send('GET', path, people.viewer.headers)).status).toBe(200);
    // A tile of a draft, which never meets Express.
    expect((await send('GET', '/tiles/cod-ab-sle/v02/3/3/3.mvt', {})).status).toBe(404);
    expect((await send('GET', '/tiles/cod-ab-sle/v02/3/3/3.mvt', people.viewer.headers)).status).toBe(200);
  });

  test('members, what they hold, and the last administrator, who stays', async () => {
    const list = async () => membersAnswer.parse(await (await send('GET', '/api/v1/members', admin.headers)).json());
    const { members } = await list();
    const held = (name: string, of = members) => of.find((member) => member.name === name)!;
    expect(members.map(({ role }) => role).sort()).toEqual(['admin', 'member', 'member', 'member', 'member']);
    expect(
      FORMER_ROLES.map((role) =>
        held(`P${role}`)
          .appointments.map((each) => each.role)
          .join(),
      ),
    ).toEqual(['observer', 'member', 'imo', 'chair']);
    expect(await codeOf(await send('PATCH', `/api/v1/members/${held('Amina').id}`, admin.headers, { role: 'member' }))).toBe('member.last-admin');
    expect(await codeOf(await send('DELETE', `/api/v1/members/${held('Amina').id}`, admin.headers))).toBe('member.last-admin');
    expect((await send('PATCH', `/api/v1/members/${held('Pviewer').id}`, admin.headers, { role: 'admin' })).status).toBe(200);
    // At once, not at the next sign-in.
    expect((await send('GET', '/api/v1/members', people.viewer.headers)).status).toBe(200);
    expect((await send('PATCH', `/api/v1/members/${held('Pviewer').id}`, admin.headers, { role: 'member' })).status).toBe(200);
    for (const person of [people.viewer, people.publisher]) expect((await send('GET', '/api/v1/members', person.headers)).status).toBe(403);
  });
});

describe('invitations', () => {
  const make = async (body: object) => newInviteAnswer.parse(await (await send('POST', '/api/v1/members/invites', admin.headers, body)).json());

  test('for one address, taken back, never twice the same name or address', async () => {
    const bound = await make({ ...invitedAs('viewer'), email: 'Omar@example.org' });
    expect(bound.email).toBe('omar@example.org');
    const path = `/api/v1/invites/${bound.link.split('/').at(-1)}`;
    const person = { name: 'Omar', email: 'omar@example.org', password: PASSWORD };
    expect(await codeOf(await send('POST', path, own(), { ...person, email: 'eve@example.org' }))).toBe('invite.email');
    expect(await codeOf(await send('POST', path, own(), { ...person, password: 'short' }))).toBe('request.invalid');
    expect(await codeOf(await send('POST', path, own(), { ...person, name: 'Amina' }))).toBe('member.name');
    expect((await send('DELETE', `/api/v1/members/invites/${bound.id}`, admin.headers)).status).toBe(204);
    expect((await send('POST', path, own(), person)).status).toBe(404);
  });

  test('of two who use it at the same time one gets it', async () => {
    const { link } = await make(invitedAs('viewer'));
    const tries = await Promise.allSettled(['Ann', 'Bob', 'Cem'].map((name) => join(server.url, link, name)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('API keys', () => {
  test('do what they are scoped for, as their maker; are stored as a hash; end', async () => {
    const made = await send('POST', '/api/v1/keys', people.publisher.headers, { name: 'nightly export', scopes: ['draft.read'] });
    const { key, id } = newKeyAnswer.parse(await made.json());
    const bearer = { authorization: `Bearer ${key}` };
    expect((await send('GET', '/api/v1/datasets/cod-ab-sle/versions/v02', bearer)).status).toBe(200);
    const publish = await send('POST', '/api/v1/datasets/cod-ab-sle/versions/v02/publish', bearer, {});
    expect([publish.status, await codeOf(publish)]).toEqual([403, 'auth.forbidden']);
    expect(await codeOf(await send('POST', '/api/v1/keys', bearer, { name: 'more', scopes: ['draft.read'] }))).toBe('auth.forbidden');
    const rows = await server.store.db.selectFrom('api_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(keysAnswer.parse(await (await send('GET', '/api/v1/keys', people.publisher.headers)).json()).keys[0]?.lastUsedAt).not.toBeNull();
    // Somebody else cannot end it.
    await send('DELETE', `/api/v1/keys/${id}`, admin.headers);
    expect((await send('GET', '/api/v1/datasets/cod-ab-sle/versions/v02', bearer)).status).toBe(200);
    await send('DELETE', `/api/v1/keys/${id}`, people.publisher.headers);
    expect((await send('GET', '/api/v1/datasets/cod-ab-sle/versions/v02', bearer)).status).toBe(404);
  });

  test('cannot be given more than their maker has', async () => {
    const answer = await send('POST', '/api/v1/keys', people.contributor.headers, { name: 'too much', scopes: ['version.publish'] });
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'key.scope']);
    const [nothing, everything] = [rightsOf({ role: 'member' }, [], [], '2026-01-01'), rightsOf({ role: 'admin' }, [], [], '2026-01-01')];
    expect(isAllowedByKey(nothing, ['version.publish'], 'version.publish')).toBe(false);
    expect(isAllowedByKey(everything, ['member.manage'], 'member.manage')).toBe(false);
    expect(isAllowedByKey(everything, ['group.approve'], 'group.approve')).toBe(false);
  });
});
