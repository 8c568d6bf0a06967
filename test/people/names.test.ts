/** No two members look alike, whatever signs somebody puts in between: over HTTP, and in stores that are older than the rule. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersAnswer } from '../../server/contract/people/people.ts';
import { createLog } from '../../server/log.ts';
import { startServer } from '../../server/app/main.ts';
import { nameKeys } from '../../server/people/names.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { answerOf, sender, type Send } from '../helpers/asking.ts';
import { invite, invitedAs, join, PASSWORD, type Person } from '../helpers/member.ts';

const same = (a: string, b: string) => {
  const [one, other] = [nameKeys(a), nameKeys(b)];
  return one.nameKey === other.nameKey || one.nameShape === other.nameShape;
};

/** Each row: names that cannot be told from the first by looking. */
const ALIKE: [name: string, ...others: string[]][] = [
  ['Amina Kamara', 'AMINA KAMARA', 'amina  kamara', 'Amina Kamara', 'Amina\u3000Kamara', 'Ami\u200bna Kamara', 'Amina\u2060 Kamara', 'Ami\u00adna Kamara'],
  ['Amina Kamara', 'Аmina Kamara', 'Amina Каmara', 'АMINA KAMARA', 'Ａmina Ｋamara', '𝐀mina Kamara', 'Amina Kamara\ufeff', '\u200eAmina Kamara\u200f'],
  ['Ali Bah', 'AIi Bah', 'A1i Bah', 'ALI BAH', 'Ali Вah'],
  ['Omar Oola', '0mar Oola', 'Omar 0ola'],
  ['José Ruiz', 'Jose\u0301 Ruiz', 'JOSÉ RUIZ'],
  ['Jörg Weiß', 'JÖRG WEISS', 'Jo\u0308rg Weiss'],
  ['Владимир', 'ВЛАДИМИР', 'владимир'],
  ['محمد رضا', 'محمد\u200b رضا', 'محمد رضا\u200f', 'محمد\u00a0رضا'],
  ['မောင်မောင်', 'မောင်\u200bမောင်'],
];

describe('keys of names', () => {
  test.each(ALIKE)('%s', (name, ...others) => {
    for (const other of others) expect(same(name, other), `${JSON.stringify(other)} is taken for ${name}`).toBe(true);
  });

  test('who is called otherwise is somebody else', () => {
    const people = [
      'Amina Kamara',
      'Aminata Kamara',
      'Amina Kamera',
      'Jose Ruiz',
      'José Ruiz',
      'محمد رضا',
      'محمود رضا',
      'Владимир',
      'Wladimir',
      'Amina K.',
      'ហេង',
      'ហង',
    ];
    for (const [i, one] of people.entries()) for (const other of people.slice(i + 1)) expect(same(one, other), `${one} · ${other}`).toBe(false);
  });
});

describe('joining', () => {
  let server: TestServer;
  let send: Send;
  let admin: Person;
  let path: string;
  beforeAll(async () => {
    server = await startTestServer();
    send = sender(server.url, { origin: server.url });
    admin = await join(server.url, server.firstLink!, 'Amina Kamara', 'amina@example.org');
    const made = (await (await send('POST', '/api/v1/members/invites', admin.headers, invitedAs('viewer'))).json()) as { link: string };
    path = `/api/v1/invites/${made.link.split('/').at(-1)}`;
  });
  afterAll(() => server.close());
  const tryToJoin = (name: string, email = 'eve@example.org') => send('POST', path, {}, { name, email, password: PASSWORD });

  test.each(ALIKE.slice(0, 2).flat())('as %j, who is there already', async (name) => {
    expect(await answerOf(await tryToJoin(name))).toEqual([409, 'member.name', { name: 'Amina Kamara' }]);
  });

  test.each(['amina@example.org', 'AMINA@EXAMPLE.ORG', ' amina@example.org', 'ami\u200bna@example.org', 'ａmina@example.org', 'amina@example.org\ufeff'])(
    'with the address %j, which is taken',
    async (email) => {
      expect(await answerOf(await tryToJoin('Eve', email))).toEqual([409, 'member.email', { email: 'amina@example.org' }]);
    },
  );

  test.each([
    ['nothing that can be seen', '\u200b\u200b\u200b'],
    ['one letter and unseen signs', 'A\u200b\u200b'],
    ['a sign that turns the line around', 'Eve \u202enimda'],
    ['an isolate', 'Eve\u2067'],
    ['a line break within', 'Eve\nAdministrator'],
    ['a bell', 'Eve\u0007'],
  ])('as %s', async (_case, name) => {
    expect(await answerOf(await tryToJoin(name))).toEqual([400, 'request.invalid']);
  });

  test.each(['аmina@example.org', 'amina@ехample.org', 'amina@example.org@evil.example'])('with %j, which only looks like an address', async (email) => {
    expect(await answerOf(await tryToJoin('Eve', email))).toEqual([400, 'request.invalid']);
  });

  test('the invitation is still there after all that, and a name with a joiner that its script needs is kept as it is', async () => {
    expect((await tryToJoin('علی\u200cرضا', 'Ali.Reza@Example.org')).status).toBe(201);
    const { members } = membersAnswer.parse(await (await send('GET', '/api/v1/members', admin.headers)).json());
    expect(members.map(({ name, email }) => [name, email])).toContainEqual(['علی\u200cرضا', 'ali.reza@example.org']);
  });

  test('of two look-alikes at the same moment one gets the name, and the other invitation is not lost', async () => {
    const links = await Promise.all(
      [0, 1].map(async () => ((await (await send('POST', '/api/v1/members/invites', admin.headers, invitedAs('viewer'))).json()) as { link: string }).link),
    );
    const [latin, cyrillic] = ['Sorie', 'Ѕorie'];
    const answers = await Promise.all(
      links.map((link, i) =>
        send('POST', `/api/v1/invites/${link.split('/').at(-1)}`, {}, { name: [latin, cyrillic][i], email: `sorie${i}@example.org`, password: PASSWORD }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    const left = links[answers.findIndex(({ status }) => status === 409)]!;
    expect((await send('GET', `/api/v1/invites/${left.split('/').at(-1)}`)).status).toBe(200);
  });
});

test('a store of before: members get their keys at the start, and those who look alike are said, kept, and found by no third', async () => {
  const server = await startTestServer();
  try {
    const admin = await join(server.url, server.firstLink!, 'Amina');
    await invite(server.url, admin, 'viewer', 'Omar');
    const { db } = server.store;
    const clear = { nameKey: null, nameShape: null };
    await db.updateTable('auth_user').set(clear).execute();
    const twin = { id: 'twin', name: 'Аmina', ...clear, email: 'twin@example.org', emailVerified: 0, image: null, role: 'member', twoFactorEnabled: 0 };
    await db
      .insertInto('auth_user')
      .values({ ...twin, createdAt: '2099-01-01T00:00:00.000Z', updatedAt: '2099-01-01T00:00:00.000Z' })
      .execute();

    const lines: string[] = [];
    const again = await startServer(server.config, createLog('info', { write: (line) => void lines.push(line) }));
    expect(lines.filter((line) => line.includes('Member:LooksAlike')).map((line) => JSON.parse(line) as object)).toMatchObject([
      { name: 'Аmina', like: 'Amina', level: 'warn' },
    ]);
    const rows = await db.selectFrom('auth_user').select(['name', 'nameKey']).orderBy('name').execute();
    expect(rows.map(({ name, nameKey }) => [name, nameKey === null])).toEqual([
      ['Amina', false],
      ['Omar', false],
      ['Аmina', true],
    ]);
    await again.close();
  } finally {
    await server.close();
  }
});
