/** Digests as they arrive at a real SMTP server: in the language of each person, with what that one may see, and a way out by one click. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../../server/app/main.ts';
import type { Scope } from '../../../server/contract/groups/groups.ts';
import { createLog } from '../../../server/log.ts';
import { recordEvent } from '../../../server/store/events.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { sender } from '../../helpers/asking.ts';
import { KEPT } from '../../helpers/beside/beside.ts';
import { startSmtp, type GotMail, type TestSmtp } from '../../helpers/contacts/smtp.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { sensitivityOf } from '../../helpers/sensitivity.ts';

/** What the server says of itself in links; here it is reached by another name. */
const BASE = 'http://codmap.example.org';
let local: string;
const C = '/api/v1/countries/SLE';
let clock = '2027-02-01T12:00:00.000Z';
let smtp: TestSmtp;
let server: TestServer;
type Who = 'admin' | 'chair' | 'observer' | 'neighbour';
let people: Record<Who, Person>;

async function as(who: Who, method: string, path: string, body?: unknown): Promise<void> {
  const response = await sender(local, { origin: local })(method, path, people[who].headers, body);
  if (response.status >= 300) throw new Error(`${path} ${response.status} ${await response.text()}`);
}
const happen = (id: string) =>
  recordEvent(server.store.db, { id, kind: 'harvest.changed', at: clock, scope: 'SLE' as Scope, subject: 'SOURCE', group: 'imwg', audience: 'members' });
/** Digests of a server that starts at a moment, by who got them: it looks at once. */
async function digestsAt(moment: string): Promise<Record<string, GotMail>> {
  clock = moment;
  smtp.got.length = 0;
  const open = () => server.store.db.selectFrom('mail').select('id').where('kind', '=', 'digest').where('state', '=', 'waiting').execute();
  const second = await startServer(server.config, createLog('silent'), { now: () => new Date(clock) }, undefined, KEPT);
  for (let turn = 0; turn < 100 && (smtp.got.length === 0 || (await open()).length > 0); turn++) await new Promise((resolve) => setTimeout(resolve, 30));
  await second.close();
  return Object.fromEntries(smtp.got.filter(({ raw }) => /^List-Unsubscribe:/im.test(raw)).map((mail) => [mail.to.join().split('@')[0], mail]));
}
const wayOut = ({ raw }: GotMail) => /^List-Unsubscribe:\s*<(\S+)>\r$/im.exec(raw)![1]!;

beforeAll(async () => {
  smtp = await startSmtp();
  const env = { CODMAP_SMTP_URL: smtp.url, CODMAP_MAIL_FROM: 'codmap@example.org', CODMAP_PUBLIC_URL: BASE };
  server = await startTestServer({ now: () => new Date(clock) }, env);
  local = `http://127.0.0.1:${server.port}`;
  const admin = await join(local, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  await as('admin', 'POST', `${C}/groups`, { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } });
  await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } });
  const of = (name: string, role: 'chair' | 'observer', scope = 'SLE') => invite(local, admin, { scope, group: 'imwg', role }, name);
  people = { admin, chair: await of('Chandra', 'chair'), observer: await of('Omar', 'observer'), neighbour: await of('Nadia', 'chair', 'TGO') };
  for (const [who, language] of [
    ['chair', 'fr'],
    ['observer', 'ar'],
    ['neighbour', 'en'],
  ] as const)
    // prettier-ignore
    await as(who, 'PUT', '/api/v1/news/digest', { every: 'daily', language, zone: 'UTC' });
  clock = '2027-02-01T13:00:00.000Z';
  await recordSample(server.store);
  await as('admin', 'POST', '/api/v1/datasets/cod-ab-sle/versions/v01/publish', { reason: 'test' });
  // Closed between what happened and the morning.
  await as('admin', 'PUT', sensitivityOf('cod-ab-sle'), { class: 'high', audience: 'cluster', reason: 'a test', confirmed: true });
  await happen('one');
}, 60_000);
afterAll(async () => {
  await server?.close();
  await smtp?.close();
});

test('each gets one message in the own language of what that one may see; who ends them by one click gets no more', async () => {
  const first = await digestsAt('2027-02-02T07:30:00.000Z');
  expect(Object.keys(first).toSorted()).toEqual(['chandra', 'omar']);
  const { chandra, omar } = first as Record<'chandra' | 'omar', GotMail>;
  expect(chandra.subject).toMatch(/^Nouveautés dans Codmap\s: 2 février 2027$/u);
  expect(omar.subject).toBe('الجديد في Codmap: 2 فبراير 2027');
  const page = `${BASE}/c/sle/cod-ab-sle`;
  expect([chandra.text.includes(page), omar.text.includes('cod-ab-sle')]).toEqual([true, false]);
  expect([/Sierra Leone/.test(chandra.text), /سيراليون/.test(omar.text)]).toEqual([true, true]);
  for (const mail of [chandra, omar]) {
    expect(mail.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(wayOut(mail)).toMatch(/^http:\/\/codmap\.example\.org\/api\/v1\/news\/unsubscribe\/[\w-]+$/);
  }
  // As the program of a reader sends it: no cookie, no origin.
  const click = await fetch(wayOut(chandra).replace(BASE, local), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(click.status).toBe(204);
  clock = '2027-02-02T09:00:00.000Z';
  await happen('two');
  expect(Object.keys(await digestsAt('2027-02-03T07:30:00.000Z'))).toEqual(['omar']);
}, 60_000);
