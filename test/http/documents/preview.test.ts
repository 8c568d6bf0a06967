/** A text that is being written, over HTTP: shown as it will be, for whoever may write; nothing is kept. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyAnswer, documentsAnswer, editionAnswer } from '../../../server/contract/documents/documents.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/NVL';
const TEXT = '# Purpose\n\n<script>alert(1)</script>\n\n[away](javascript:alert(1))\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';

let server: TestServer;
let send: Send;
let admin: Person;
let chair: Person;
let member: Person;

const preview = (who: Person | null, body: unknown = { text: TEXT, language: 'ar' }) => send('POST', `${C}/documents/preview`, who?.headers ?? {}, body);

beforeAll(async () => {
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
  const made = await send('POST', `${C}/groups`, admin.headers, { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } });
  expect(made.status).toBe(201);
  chair = await invite(server.url, admin, { scope: 'NVL', group: 'imwg', role: 'chair' }, 'Chadia');
  member = await invite(server.url, admin, { scope: 'NVL', group: 'imwg', role: 'member' }, 'Mamadou');
}, 120_000);
afterAll(() => server.close());

test('is what the stored draft will show, word for word', async () => {
  const answer = await preview(chair);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const shown = bodyAnswer.parse(await answer.json());
  expect(shown).toMatchObject({ format: 'markdown', language: 'ar', text: TEXT, headings: [{ id: 'h-purpose', level: 1, text: 'Purpose' }] });
  expect(shown.html).not.toMatch(/<script|javascript:/);
  expect(shown.told.map(({ code }) => code)).toEqual(expect.arrayContaining(['html-left-out', 'links-left-out']));

  const list = async () => documentsAnswer.parse(await (await send('GET', `${C}/documents`, chair.headers)).json()).documents.length;
  expect(await list()).toBe(0);
  const body = { kind: 'other', group: 'imwg', language: 'ar', title: 'Purpose', text: TEXT };
  const { document, edition } = editionAnswer.parse(await (await send('POST', `${C}/documents`, chair.headers, body)).json());
  const stored = await send('GET', `${C}/documents/${document.id}/versions/${edition.version}/body`, chair.headers);
  expect(bodyAnswer.parse(await stored.json()).html).toBe(shown.html);
});

test('is for whoever keeps the records of a group of the country, and asks for a text and its language', async () => {
  expect((await preview(null)).status).toBe(401);
  expect((await preview(member)).status).toBe(403);
  expect((await send('POST', '/api/v1/countries/TGO/documents/preview', chair.headers, { text: TEXT, language: 'ar' })).status).toBe(403);
  expect((await preview(chair, { text: '', language: 'ar' })).status).toBe(400);
  expect((await preview(chair, { text: TEXT, language: 'not a language' })).status).toBe(400);
});
