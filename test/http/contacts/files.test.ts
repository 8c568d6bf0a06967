/** Contacts as files over HTTP: what the one who asks may see and nothing more, each taken file a line, and what is left out is said. */
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTACT_FORMATS } from '../../../server/contract/contacts/files.ts';
import { answerOf } from '../../helpers/asking.ts';
import { C, startContacts, type ContactWorld } from '../../helpers/contacts/world.ts';
import { invite, type Person } from '../../helpers/member.ts';

/** Fields that are for focal points, and for nobody, of somebody in WASH. */
const PHONE = '+999 77 123 4567';
const SECRET = 'secret-zqx@example.org';
let world: ContactWorld;
let healthImo: Person;

beforeAll(async () => {
  world = await startContacts();
  const { people, send, server } = world;
  healthImo = await invite(server.url, people.admin, { scope: 'NVL', group: 'health', role: 'imo' }, 'Hugo');
  for (const [i, name] of ['=HYPERLINK("http://x","y")', `O''Neil, Jr`, 'عبد الرحمن محمد'].entries()) {
    const { person, link } = await world.enter({
      name,
      jobTitle: 'Hygiene promoter',
      email: `w${i}@example.org`,
      contacts: [{ kind: 'phone', value: PHONE }, ...(i === 0 ? [{ kind: 'email', value: SECRET, label: 'personal', visibility: 'nobody' }] : [])],
    });
    await send('POST', `${C}/entries/${person.id}/confirmation`, world.byLink(link));
    // The second agrees to be in files of partners.
    if (i === 1) await send('POST', `${C}/entries/${person.id}/consents`, world.byLink(link), { text: '1', language: 'en', purposes: { 'members': true, 'focal-points-page': false, 'partner-export': true } }); // prettier-ignore
    expect((await world.own(world.byLink(link))).entries[0]!.person.record.confirmedAt).not.toBeNull();
  }
  await world.enter({ name: 'Never Confirmed', email: 'never@example.org', contacts: [{ kind: 'phone', value: PHONE }] });
  world.setClock(15 * 24);
}, 60_000);
afterAll(() => world.server.close());

const take = (format: string, who: Person | null, query = '?group=wash') => world.send('GET', `${C}/contacts/export.${format}${query}`, who?.headers ?? {});
const text = async (format: string, who: Person | null, query?: string) => (await take(format, who, query)).text();
const rowsOf = async (who: Person, query?: string) => parse(await text('csv', who, query), { bom: true, columns: true }) as Record<string, string>[];

describe('what is in a file', () => {
  test('a member of the group: names and addresses, no phone; hidden and withheld are counted', async () => {
    const rows = await rowsOf(world.people.member);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([`'=HYPERLINK("http://x","y")`, `O''Neil, Jr`, 'عبد الرحمن محمد']));
    expect(rows.map(({ email }) => email)).toContain('w0@example.org');
    for (const format of CONTACT_FORMATS) {
      const body = Buffer.from(await (await take(format, world.people.member)).arrayBuffer()).toString('latin1');
      for (const hidden of [PHONE, PHONE.replaceAll(' ', ''), SECRET, 'Never Confirmed']) expect(body, `${format} ${hidden}`).not.toContain(hidden);
    }
    expect(rows[0]!['notice']).toMatch(/^For Max, 16 March 2026\. Valid until 15 April 2026\. Not to be forwarded publicly\. 1 person is left out: not confirmed, or hidden at their own wish\. \d+ details are left out/); // prettier-ignore
  });
  test('the focal point who entered them: phones, and what is for whoever decides', async () => {
    const rows = await rowsOf(world.people.imo);
    expect(rows.find(({ name }) => name === `O''Neil, Jr`)).toMatchObject({ phone: `'${PHONE}`, groups: 'WASH', roles: 'Member' });
    expect(await text('csv', world.people.imo)).toContain(SECRET);
    expect(await text('vcf', world.people.imo)).toContain('tel:+999771234567');
  });
  test('a focal point of another group takes those only who agreed to files of partners', async () => {
    const rows = await rowsOf(healthImo);
    expect(rows.map(({ name }) => name)).toEqual([`O''Neil, Jr`]);
    expect(rows[0]!['notice']).toMatch(/\d+ (person is|persons are) left out: not agreed to exports by partners\./);
  });
  test('a member of another group sees nobody here, and the file says how many', async () => {
    const body = await text('csv', world.people.health);
    for (const name of ['HYPERLINK', 'Neil', 'w0@']) expect(body).not.toContain(name);
    expect(body).toMatch(/persons are left out: not shown to you/);
  });
  test('in the language that is asked for; a workbook has phones as texts', async () => {
    const bytes = Buffer.from(await (await take('xlsx', world.people.imo, '?group=wash&lang=ar')).arrayBuffer());
    const [sheet, about] = (await readXlsxFile(bytes)) as { sheet: string; data: unknown[][] }[];
    expect([sheet!.sheet, about!.sheet]).toEqual(['جهات الاتصال', 'عن هذا الملف']);
    expect(sheet!.data.flat()).toContain(PHONE);
  });
});

describe('how it is given', () => {
  test.each([
    ['vcf', 'text/vcard; charset=utf-8', 'vcf'],
    ['vcf3', 'text/vcard; charset=utf-8', 'vcf'],
    ['csv', 'text/csv; charset=utf-8', 'csv'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['txt', 'text/plain; charset=utf-8', 'txt'],
    ['json', 'application/json; charset=utf-8', 'json'],
  ])('%s is kept by nobody on the way, and its name names nobody', async (format, media, extension) => {
    const response = await take(format, world.people.member);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.get('vary')]).toEqual([
      200,
      media,
      'private, no-store',
      expect.stringContaining('Cookie'),
    ]);
    expect(response.headers.get('content-disposition')).toContain(`nvl_wash_contacts_2026-03-16.${extension}`);
  });
  test('each is a line: who, how many persons, what for; nobody is named in it', async () => {
    const before = await world.server.store.db.selectFrom('contact_event').selectAll().where('action', '=', 'exported').execute();
    await take('csv', world.people.member, '?group=wash&purpose=Invitation%20to%20the%20workshop');
    await world.send('GET', `${C}/contacts/sheet.html?group=wash&kind=sign-in`, world.people.member.headers);
    const after = await world.server.store.db.selectFrom('contact_event').selectAll().where('action', '=', 'exported').execute();
    const made = after.filter(({ id }) => !before.some((each) => each.id === id));
    const people = (await rowsOf(world.people.member)).length;
    expect(made.map(({ actor, persons, format, purpose, workgroup, person }) => ({ actor, persons, format, purpose, workgroup, person }))).toEqual([
      { actor: 'Max', persons: people, format: 'csv', purpose: 'Invitation to the workshop', workgroup: 'wash', person: null },
      { actor: 'Max', persons: people, format: 'sheet sign-in', purpose: null, workgroup: 'wash', person: null },
    ]);
  });
  test('a stranger is refused, whatever is asked, and nothing is recorded', async () => {
    const count = async () => (await world.server.store.db.selectFrom('contact_event').selectAll().execute()).length;
    const before = await count();
    for (const format of CONTACT_FORMATS) expect(await answerOf(await take(format, null))).toEqual([401, 'auth.required']);
    expect((await world.send('GET', `${C}/contacts/sheet.html?group=wash`, {})).status).toBe(401);
    expect(await count()).toBe(before);
  });
  test('a group that is none, a format that is none', async () => {
    expect(await answerOf(await take('csv', world.people.member, '?group=none'))).toEqual([404, 'group.unknown']);
    expect((await take('pdf', world.people.member)).status).toBe(400);
  });
});

describe('a sheet to print', () => {
  test('sign-in: organisation and role filled in, empty rows, no phone; its policy lets nothing else in', async () => {
    const response = await world.send('GET', `${C}/contacts/sheet.html?group=wash&kind=sign-in&layout=wide&rows=4&lang=fr`, world.people.member.headers);
    const html = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"); // prettier-ignore
    expect(html).toContain('Feuille de présence');
    expect(html).toContain('<bdi>Membre</bdi>');
    expect(html).not.toContain(PHONE);
    expect(html).not.toContain('Never Confirmed');
    expect(html).toContain('À ne pas transmettre publiquement.');
  });
});
