/** Messages: a real SMTP server gets each once at its hour; without one people take the same texts; nobody's name or address is in a log or in the outbox. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openMails } from '../../../server/app/workgroup/mailing.ts';
import { createContacts } from '../../../server/contacts/service.ts';
import { createContactStore } from '../../../server/contacts/store.ts';
import type { MailsAnswer, MailTextAnswer } from '../../../server/contract/mail/mail.ts';
import { createGroupStore } from '../../../server/groups/store.ts';
import { createLog } from '../../../server/log.ts';
import type { Mails } from '../../../server/mail/service.ts';
import { startTestServer } from '../../helpers/app.ts';
import { C, HOUR, START, startContacts, type ContactWorld } from '../../helpers/contacts/world.ts';
import { join } from '../../helpers/member.ts';
import { startSmtp, type TestSmtp } from '../../helpers/contacts/smtp.ts';

const SECRET = 'a secret of at least thirty-two signs';
const DAY = 24;
let smtp: TestSmtp;
let world: ContactWorld;
let mails: Mails;
let at = Date.parse(START);
const lines: string[] = [];

const setClock = (hours: number) => {
  at = Date.parse(START) + hours * HOUR;
  world.setClock(hours);
};
const rows = () => world.server.store.db.selectFrom('mail').selectAll().execute();
function open(mail: { url: string; from: string } | null): Mails {
  const now = () => new Date(at);
  const { db } = world.server.store;
  const contacts = createContacts({ groups: createGroupStore(db, randomUUID, now), contacts: createContactStore(db, randomUUID), now, newId: randomUUID });
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  return openMails({ db, config: { mail, publicUrl: 'https://codmap.example.org' }, secret: SECRET, contacts, log, now });
}
const entry = (name: string, address: string, language = 'fr') => ({
  name,
  organisation: null,
  languages: [language],
  contacts: [{ kind: 'email', value: address, preferred: true }],
});
const linkIn = (text: string) => /https?:\/\/\S+\/entry#\S+/.exec(text)![0];
/** Those of the hours from `first` to `last` in which somebody got something, with what. */
async function hoursOf(first: number, last: number): Promise<[hour: number, to: string, subject: string][]> {
  const got: [number, string, string][] = [];
  for (let hour = first; hour <= last; hour++) {
    setClock(hour);
    await mails.sweep();
    for (const { to, subject } of smtp.got.splice(0)) got.push([hour, to[0]!, subject]);
  }
  return got;
}

beforeAll(async () => {
  smtp = await startSmtp();
  world = await startContacts();
  // A country that stands in no list of countries: its 3W knows the code and no name, its boundaries do.
  for (const [id, kind, names] of [
    ['3w-nvl', '3w', { en: 'NVL', ar: 'NVL' }],
    ['cod-ab-nvl', 'cod-ab', { en: 'Narivela', fr: 'Narivela', ar: 'ناريفيلا' }],
  ] as const)
    await world.server.store.db
      .insertInto('dataset')
      .values({ id, kind, country: 'NVL', country_names: JSON.stringify(names), created_at: START })
      .execute();
  mails = open({ url: smtp.url, from: 'codmap@example.org' });
});
afterEach(() => {
  smtp.got.length = 0;
  smtp.refuseWith(null);
});
afterAll(async () => {
  mails.close();
  await world.server.close();
  await smtp.close();
});

let link: string;

describe('with an SMTP server', () => {
  let ada: Awaited<ReturnType<ContactWorld['enter']>>;

  test('an entry on behalf invites the person, once, in their language, with a link that works', async () => {
    ada = await world.enter(entry('Ada Markerada', 'ada.marker@example.org'), { role: 'imo' });
    expect(await hoursOf(0, 5)).toEqual([[0, 'ada.marker@example.org', 'Veuillez confirmer votre fiche dans la liste de contacts : WASH (Narivela)']]);
    // The link that was shown when the entry was made has ended, and this is the person now.
    const again = open({ url: smtp.url, from: 'codmap@example.org' });
    await world.server.store.db.deleteFrom('mail').execute();
    await again.sweep();
    const [mail] = smtp.got;
    link = linkIn(mail!.text);
    expect(mail!.text).toMatch(
      /^Bonjour Ada Markerada,\n\nVous avez été inscrit[^]+supprimée le 31 mars 2026\.\n\nhttps:\/\/codmap\.example\.org\/entry#[\w-]{43}\n\n[^]+ne le transmettez pas/,
    );
    expect(mail!.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail!.raw).toMatch(/^Content-Type: text\/plain/m);
    expect((await world.own(world.byLink(link))).entries.map(({ person }) => person.name)).toEqual(['Ada Markerada']);
    again.close();
  });

  test('48 hours before the end of a check-in, at that hour and never again', async () => {
    const headers = world.byLink(link);
    await world.send('POST', `${C}/entries/${ada.person.id}/confirmation`, headers, {});
    const until = new Date(Date.parse(START) + 10 * DAY * HOUR).toISOString();
    const said = await world.send('POST', `${C}/groups/wash/appointments/${ada.appointment.id}/check-in`, headers, { until });
    expect(said.status, await said.clone().text()).toBe(200);
    expect(await hoursOf(6, 10 * DAY + 23)).toEqual([[8 * DAY, 'ada.marker@example.org', 'Êtes-vous toujours dans WASH (Narivela) ?']]);
  });

  test('what is confirmed in time is not asked', async () => {
    setClock(12 * DAY);
    const dee = await world.enter(entry('Dee Markerdee', 'dee.marker@example.org', 'en'));
    smtp.refuseWith(451);
    await mails.sweep();
    await world.send(
      'POST',
      `${C}/entries/${dee.person.id}/confirmation`,
      world.byLink((await world.ask<{ link: string }>(world.people.imo, 'POST', `${C}/persons/${dee.person.id}/link`)).link),
      {},
    );
    smtp.refuseWith(null);
    setClock(12 * DAY + 1);
    await mails.sweep();
    expect(smtp.got).toEqual([]);
  });

  test('a mail server that is busy is asked again after a minute, five, a quarter of an hour; one that refuses is not', async () => {
    setClock(13 * DAY);
    await world.enter(entry('Eve Markereve', 'eve.marker@example.org', 'pt'));
    smtp.refuseWith(451);
    await mails.sweep();
    for (const minutes of [1, 6]) {
      at = Date.parse(START) + 13 * DAY * HOUR + minutes * 60_000 - 1000;
      await mails.flush();
      expect((await rows()).find(({ state }) => state === 'waiting')?.attempts).toBe(minutes === 1 ? 1 : 2);
      at += 1000;
      await mails.flush();
    }
    smtp.refuseWith(null);
    at += 15 * 60_000;
    await mails.flush();
    expect(smtp.got.map(({ to, subject }) => [to[0], subject])).toEqual([
      ['eve.marker@example.org', 'Confirme o seu registo na lista de contactos: WASH (Narivela)'],
    ]);
    await mails.flush();
    expect(smtp.got.length).toBe(1);

    await world.enter(entry('Fay Markerfay', 'fay.marker@example.org'));
    smtp.refuseWith(550);
    await mails.sweep();
    expect((await rows()).filter(({ state }) => state === 'failed').length).toBe(1);
  });

  test('an entry that nobody confirmed is deleted after thirty days, with its message', async () => {
    const persons = () => world.server.store.db.selectFrom('person').select('name').where('name', '=', 'Fay Markerfay').execute();
    setClock(43 * DAY - 1);
    await mails.sweep();
    expect((await persons()).length).toBe(1);
    setClock(43 * DAY + 1);
    expect((await mails.sweep()).deleted).toBeGreaterThanOrEqual(1);
    expect(await persons()).toEqual([]);
    expect((await rows()).filter(({ state }) => state === 'failed')).toEqual([]);
  });
});

describe('without an SMTP server', () => {
  test('nothing is sent; whoever may approve takes the text, and is the last who can', async () => {
    setClock(60 * DAY);
    const gil = await world.enter(entry('Gil Markergil', 'gil.marker@example.org', 'es'));
    const silent = open(null);
    await silent.sweep();
    expect([smtp.got, (await rows()).filter(({ person }) => person === gil.person.id)]).toEqual([[], []]);

    const { sends, mails: due } = await world.ask<MailsAnswer>(world.people.imo, 'GET', `${C}/mails`);
    expect(sends).toBe(false);
    const own = due.find(({ person }) => person.id === gil.person.id)!;
    expect(own).toMatchObject({
      kind: 'confirm',
      group: 'wash',
      to: 'gil.marker@example.org',
      state: 'due',
      until: new Date(Date.parse(START) + 90 * DAY * HOUR).toISOString(),
    });
    const text = await world.ask<MailTextAnswer>(world.people.imo, 'POST', `${C}/mails/${own.id}/text`, {});
    expect(text).toMatchObject({ to: 'gil.marker@example.org', language: 'es', subject: 'Confirme su ficha en la lista de contactos: WASH (Narivela)' });
    expect(text.text).toMatch(/^Hola, Gil Markergil:\n\n/);
    expect((await world.own(world.byLink(linkIn(text.text)))).entries.map(({ person }) => person.name)).toEqual(['Gil Markergil']);
    const after = await world.ask<MailsAnswer>(world.people.imo, 'GET', `${C}/mails`);
    expect(after.mails.find(({ id }) => id === own.id)).toMatchObject({ state: 'handed', at: new Date(at).toISOString() });
    // The server does not send it besides, once it has a way out.
    await mails.sweep();
    expect(smtp.got.filter(({ to }) => to[0] === 'gil.marker@example.org')).toEqual([]);
  });

  test('who may not approve sees none of it, strangers not even that there is something', async () => {
    const member = await world.ask<MailsAnswer>(world.people.health, 'GET', `${C}/mails`).catch((error: Error) => error.message);
    expect(typeof member === 'string' ? member : member.mails).toEqual(typeof member === 'string' ? expect.stringContaining('403') : []);
    expect((await world.send('GET', `${C}/mails`)).status).toBe(401);
    const { mails: due } = await world.ask<MailsAnswer>(world.people.imo, 'GET', `${C}/mails`);
    expect((await world.send('POST', `${C}/mails/${due[0]!.id}/text`, {}, {})).status).toBe(401);
  });
});

describe('half a year and a year later', () => {
  test('183 days after it was last confirmed, at that hour and once', async () => {
    setClock(70 * DAY);
    const bo = await world.enter(entry('Bo Markerbo', 'bo.marker@example.org', 'ar'));
    await mails.sweep();
    const confirmed = await world.send(
      'POST',
      `${C}/entries/${bo.person.id}/confirmation`,
      world.byLink(linkIn(smtp.got.find(({ to }) => to[0] === 'bo.marker@example.org')!.text)),
      {},
    );
    expect(confirmed.status).toBe(200);
    smtp.got.length = 0;
    const asked = (70 + 183) * DAY;
    const ofBo = (got: Awaited<ReturnType<typeof hoursOf>>) => got.filter(([, to]) => to === 'bo.marker@example.org');
    expect(ofBo(await hoursOf(asked - 3, asked + 3))).toEqual([[asked, 'bo.marker@example.org', 'هل ما زالت بياناتك في قائمة الاتصال صحيحة؟ (ناريفيلا)']]);
  });

  test('nobody’s name, address or secret is in the log or in the outbox', async () => {
    const all = [...lines, ...world.server.lines].join('\n');
    for (const marker of ['Markerada', 'ada.marker', 'bo.marker', 'eve.marker', 'fay.marker', link.split('#')[1]!]) expect(all).not.toContain(marker);
    expect(all).toContain('Mail:Sent');
    expect(all).toContain('"code":"451"');
    expect(JSON.stringify(await rows())).not.toMatch(/marker/i);
  });
});

describe('an invitation to an account', () => {
  test('goes to the address it is for; the link is kept until then, encrypted', async () => {
    const server = await startTestServer({}, { CODMAP_SMTP_URL: smtp.url, CODMAP_MAIL_FROM: 'codmap@example.org', CODMAP_PUBLIC_URL: 'http://127.0.0.1' });
    try {
      const local = `http://127.0.0.1:${server.port}`;
      const admin = await join(local, server.firstLink!.replace('http://127.0.0.1', local), 'Amina');
      smtp.refuseWith(451);
      const begun = performance.now();
      const answer = await fetch(`${local}/api/v1/members/invites`, {
        method: 'POST',
        headers: { ...admin.headers, 'Content-Type': 'application/json', 'Accept-Language': 'pt' },
        body: JSON.stringify({ role: 'admin', email: 'hal.marker@example.org' }),
      });
      expect(answer.status, await answer.clone().text()).toBe(201);
      const { link, mailed } = (await answer.json()) as { link: string; mailed: boolean };
      expect([mailed, performance.now() - begun < 5000]).toEqual([true, true]);
      const waiting = () => server.store.db.selectFrom('mail').selectAll().execute();
      await expect.poll(async () => (await waiting())[0]?.attempts).toBe(1);
      expect(JSON.stringify(await waiting())).not.toContain('hal.marker');
      expect(JSON.stringify(await waiting())).not.toContain(link.split('/').at(-1));
      smtp.refuseWith(null);
      await server.store.db.updateTable('mail').set({ next_at: '2000-01-01T00:00:00.000Z' }).execute();
      const other = openMails({
        db: server.store.db,
        config: server.config,
        secret: (await import('../../../server/config.ts')).loadSecret(server.config),
        contacts: { sweep: async () => 0, makeEntryLink: async () => ({ token: '' }) },
        log: createLog('silent'),
        now: () => new Date(),
      });
      await other.flush();
      other.close();
      expect(smtp.got.map(({ to, subject }) => [to[0], subject])).toEqual([['hal.marker@example.org', 'O seu convite para o Codmap']]);
      expect(smtp.got[0]!.text).toContain(link);
      expect((await waiting()).map(({ state, sealed }) => [state, sealed])).toEqual([['sent', null]]);
      expect(server.lines.join('\n')).not.toContain('hal.marker');
    } finally {
      await server.close();
    }
  });

  test('a mail server that is not there holds nobody up', async () => {
    const begun = performance.now();
    const server = await startTestServer(
      {},
      { CODMAP_SMTP_URL: 'smtp://127.0.0.1:9', CODMAP_MAIL_FROM: 'codmap@example.org', CODMAP_PUBLIC_URL: 'http://127.0.0.1' },
    );
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(60_000);
    await server.close();
  });
});
