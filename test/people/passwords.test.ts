/** Passwords that are guessed first are refused with the reason, at joining and at changing, and nothing is lost by it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Weakness } from '../../server/contract/people/people.ts';
import { createPasswordJudge, isMostlyOwn } from '../../server/people/signin/passwords.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { answerOf, sender, type Send } from '../helpers/asking.ts';
import { join, PASSWORD, type Person } from '../helpers/member.ts';

const NAME = 'Amina Kamara-Sesay';
const EMAIL = 'a.kamara@maps.example.org';

const WEAK: [password: string, reason: Weakness][] = [
  ['Amina Kamara', 'own'],
  ['amina2024!', 'own'],
  ['KAMARA.SESAY1', 'own'],
  ['a.kamara@maps.example.org', 'own'],
  ['codmap codmap', 'own'],
  ['password123', 'common'],
  ['P@ssw0rd2024', 'common'],
  ['1q2w3e4r5t6y', 'common'],
  ['motdepasse12', 'common'],
  ['qwerty qwerty', 'common'],
  ['contraseña1', 'word'],
  ['humanitarian2025', 'word'],
  ['Freetown2025!', 'word'],
  ['azertyuiop1', 'keys'],
  ['ochaocha2025', 'repeat'],
  ['xxxxxxxxxxxxxx', 'repeat'],
  ['abcdefghijkl', 'sequence'],
  ['25122024pass', 'date'],
];
const STRONG = [PASSWORD, 'tea river lamp', 'eau lune table', 'sol mesa agua', 'شاي نهر مصباح', 'Amina likes green tea', 'r7#kQz!m2Lp', 'monkey horse blue'];

describe('the judge', () => {
  const judge = createPasswordJudge();
  afterAll(() => judge.close());

  test.each(WEAK)('%s: %s', async (password, reason) => {
    await expect(judge.requireStrong(password, { name: NAME, email: EMAIL })).rejects.toMatchObject({ code: 'password.weak', details: { reason } });
  });

  test.each(STRONG)('%s is taken', async (password) => {
    await judge.requireStrong(password, { name: NAME, email: EMAIL });
  });

  test('a text made to be slow waits for nobody, and many who ask at once are all answered', async () => {
    const slow = '4@8({[36]!1|0$57+7%2'.repeat(6);
    const answers = await Promise.allSettled(
      [slow, ...Array.from({ length: 20 }, (_, i) => `password${i}`)].map((text) => judge.requireStrong(text, { name: NAME, email: EMAIL })),
    );
    expect(answers.filter(({ status }) => status === 'rejected').map((answer) => (answer as PromiseRejectedResult).reason.code as string)).toEqual(
      Array(20).fill('password.weak'),
    );
  });

  test('it answers again after it was closed, as after a minute without a question', async () => {
    await judge.close();
    await judge.requireStrong(PASSWORD, { name: NAME, email: EMAIL });
  });

  test('own words: what is left without them counts', () => {
    expect([
      isMostlyOwn('aminakamara', ['amina', 'kamara']),
      isMostlyOwn('green tea at noon', ['amina']),
      isMostlyOwn('aminata1', ['amina', 'aminata']),
    ]).toEqual([true, false, true]);
    expect(isMostlyOwn('short', ['amina'])).toBe(false);
  });
});

describe('over HTTP', () => {
  let server: TestServer;
  let send: Send;
  let admin: Person;
  beforeAll(async () => {
    server = await startTestServer();
    send = sender(server.url, { origin: server.url });
  });
  afterAll(() => server.close());

  test('joining: the reason is told, the invitation stays, no member is made, and a page of strangers learns nothing', async () => {
    const path = `/api/v1/invites/${server.firstLink!.split('/').at(-1)}`;
    const body = (password: string) => ({ name: NAME, email: EMAIL, password });
    expect(await answerOf(await send('POST', path, {}, body('Amina Kamara 2024')))).toEqual([422, 'password.weak', { reason: 'own' }]);
    expect(await answerOf(await send('POST', path, {}, body('password123')))).toEqual([422, 'password.weak', { reason: 'common' }]);
    expect(await answerOf(await send('POST', path, {}, body('short')))).toEqual([400, 'request.invalid']);
    expect((await server.store.db.selectFrom('auth_user').select('id').execute()).length).toBe(0);
    // Judging costs work: it is done for invitations that there are.
    expect(await answerOf(await send('POST', `/api/v1/invites/${'x'.repeat(43)}`, {}, body('password123')))).toEqual([404, 'invite.unknown']);
    admin = await join(server.url, server.firstLink!, NAME, EMAIL);
    expect(server.lines.join('')).not.toContain('password123');
  });

  test('changing: the old one goes on where the new one is refused', async () => {
    const change = (password: string) => send('PUT', '/api/v1/session/password', admin.headers, { current: PASSWORD, password });
    expect(await answerOf(await change('kamara-sesay 1'))).toEqual([422, 'password.weak', { reason: 'own' }]);
    expect(await answerOf(await change('Freetown2025!'))).toEqual([422, 'password.weak', { reason: 'word' }]);
    expect((await send('POST', '/api/v1/session', {}, { email: EMAIL, password: PASSWORD })).status).toBe(200);
    expect((await change('river lamp under tea')).status).toBe(200);
  });
});
