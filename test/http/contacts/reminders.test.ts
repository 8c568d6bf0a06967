/** What a group has to do, by mail: a review that is due and an action that is late, once each, over a real SMTP server, to whoever keeps the records; and nothing where it was done in time. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMails } from '../../../server/app/workgroup/mailing.ts';
import { createContacts } from '../../../server/contacts/service.ts';
import { createContactStore } from '../../../server/contacts/store.ts';
import { createGroupStore } from '../../../server/groups/store.ts';
import { createLog } from '../../../server/log.ts';
import type { Mails } from '../../../server/mail/service.ts';
import { C, HOUR, START, startContacts, type ContactWorld } from '../../helpers/contacts/world.ts';
import { startSmtp, type TestSmtp } from '../../helpers/contacts/smtp.ts';

const ADDRESS = 'ada@example.org';
let smtp: TestSmtp;
let world: ContactWorld;
let mails: Mails;
let at = Date.parse(START);

/** What she is sent, by day, looked at every six hours from one day to another. */
async function sentFrom(first: number, last: number): Promise<[day: string, said: string][]> {
  const sent: [string, string][] = [];
  for (let hours = first * 24; hours <= last * 24; hours += 6) {
    at = Date.parse(START) + hours * HOUR;
    world.setClock(hours);
    await mails.sweep();
    for (const { to, subject, text } of smtp.got.splice(0)) if (to[0] === ADDRESS) sent.push([new Date(at).toISOString().slice(0, 10), `${subject} ${text}`]);
  }
  return sent;
}

beforeAll(async () => {
  smtp = await startSmtp();
  world = await startContacts();
  const { db } = world.server.store;
  const now = () => new Date(at);
  const contacts = createContacts({ groups: createGroupStore(db, randomUUID, now), contacts: createContactStore(db, randomUUID), now, newId: randomUUID });
  const config = { mail: { url: smtp.url, from: 'codmap@example.org' }, publicUrl: 'https://codmap.example.org' };
  mails = openMails({ db, config, secret: 'a secret of at least thirty-two signs', contacts, log: createLog('silent'), now });
  const given = { organisation: null, languages: ['en'], contacts: [{ kind: 'email', value: ADDRESS, preferred: true }] };
  const { person, link } = await world.enter({ name: 'Ada', ...given }, { role: 'imo' });
  expect((await world.send('POST', `${C}/entries/${person.id}/confirmation`, world.byLink(link), {})).status).toBe(200);
  await mails.sweep();
  smtp.got.length = 0;
}, 60_000);
afterAll(async () => {
  mails.close();
  await world.server.close();
  await smtp.close();
});

test('a review thirty days before, an action around its day, each of them once; what was done in time is not asked for', async () => {
  const { imo } = world.people;
  const act = (text: string) => world.ask<{ id: string }>(imo, 'POST', `${C}/actions`, { group: 'wash', text, due: '2026-03-04', role: 'imo' });
  await act('Send the list of partners');
  const { id } = await act('Done in time');
  await world.ask(imo, 'PATCH', `${C}/actions/${id}`, { state: 'done' });
  const D = `${C}/documents`;
  await world.ask(imo, 'POST', D, { id: 'wash-tor', kind: 'tor', group: 'wash', language: 'en', title: 'Terms of WASH', text: '# Terms' });
  await world.ask(imo, 'POST', `${D}/wash-tor/versions/v1/review`, {});
  await world.ask(imo, 'POST', `${D}/wash-tor/versions/v1/approval`, { reviewBy: '2026-04-08' });
  const sent = await sentFrom(0, 12);
  expect(sent.filter(([, said]) => said.includes('Done in time'))).toEqual([]);
  const of = (words: string) => sent.filter(([, said]) => said.includes(words)).map(([day]) => day);
  expect(of('Terms of WASH')).toEqual(['2026-03-09']);
  // Two days before, on the day, the day after, and then each week.
  expect(of('Send the list of partners')).toEqual(['2026-03-02', '2026-03-04', '2026-03-05', '2026-03-12']);
  // Another server of the same store, and another look, send nothing again.
  smtp.got.length = 0;
  await mails.sweep();
  expect(smtp.got).toEqual([]);
});
