/** One's own entry, by session and by personal link: everything of it is seen, changed, taken along, hidden and deleted without asking anybody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'vcard4';
import type { OwnEntry } from '../../../server/contract/contacts/own.ts';
import type { Person as Entry } from '../../../server/contract/groups/people.ts';
import { clearLog } from '../../../server/store/dialect.ts';
import { answerOf } from '../../helpers/asking.ts';
import { C, startContacts, type ContactWorld } from '../../helpers/contacts/world.ts';

let world: ContactWorld;
beforeAll(async () => {
  world = await startContacts();
}, 60_000);
afterAll(() => world.server.close());

const email = { kind: 'email', label: 'work', value: 'nadia.open@example.org', preferred: true } as const;
const phone = { kind: 'phone', label: 'personal', value: '+999 55 1234' } as const;
const by = (link: string, method: string, path: string, body?: unknown) => world.send(method, path, world.byLink(link), body);
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

describe('an entry is made', () => {
  test('by whoever may approve, with nothing public and nothing wider than by default', async () => {
    const { people, send } = world;
    const enter = (body: object, who = people.imo) => send('POST', `${C}/persons`, who.headers, body);
    for (const body of [
      { name: 'Wide Person', visibility: { name: 'public' } },
      { name: 'Wide Person', contacts: [{ ...phone, visibility: 'members' }] },
      { name: 'Wide Person', contacts: [{ ...email, visibility: 'public' }] },
    ])
      expect(await answerOf(await enter(body))).toEqual([422, 'contact.widen']);
    for (const contacts of [[{ ...email, value: 'no address' }], [{ ...phone, value: 'call me' }]])
      expect((await answerOf(await enter({ name: 'Wrong Person', contacts })))[0]).toBe(400);
    expect((await answerOf(await enter({ name: 'Some Body' }, people.member)))[0]).toBe(403);
    const made = await ok<Entry>(
      await enter({ name: 'Narrow Person', visibility: { name: 'focal-points' }, contacts: [{ ...phone, value: '+999 55 9999', visibility: 'nobody' }] }),
    );
    expect(made.record).toMatchObject({ entered: 'on-behalf', enteredBy: 'Ida', confirmedAt: null, visibility: { name: 'focal-points', role: 'members' } });
    expect(made.contacts).toMatchObject([{ value: '+999 55 9999', visibility: 'nobody', label: 'personal', preferred: false }]);
  });

  test('and its link is shown once, replaced by the next, and made by nobody who does not see all of it', async () => {
    const { people, send, own, byLink, server } = world;
    const { person, link } = await world.enter({ name: 'Linked Person' });
    expect(link).toMatch(/^http:\/\/[^/]+\/entry#[\w-]{43}$/);
    const rows = await server.store.db.selectFrom('entry_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(link.split('#')[1]);
    expect((await own(byLink(link))).entries.map(({ person: { name } }) => name)).toEqual(['Linked Person']);
    const make = (who: ContactWorld['people']['imo']) => send('POST', `${C}/persons/${person.id}/link`, who.headers);
    expect((await make(people.health)).status).toBe(403);
    expect(await answerOf(await make(people.admin))).toEqual([403, 'group.forbidden']);
    const next = await ok<{ link: string; expiresAt: string }>(await make(people.imo));
    expect(next.expiresAt).toBe('2026-03-31T10:30:00.000Z');
    expect(await answerOf(await by(link, 'GET', '/api/v1/entries'))).toEqual([401, 'contact.link']);
    expect((await own(byLink(next.link))).by).toBe('link');
  });
});

describe('by a link', () => {
  let link: string;
  let id: string;
  const entry = async () => (await world.own(world.byLink(link))).entries[0]!;
  const card = (who: ContactWorld['people']['imo'] | null) => world.cardOf(who, 'Nadia Open');
  beforeAll(async () => {
    const made = await world.enter(
      { name: 'Nadia Open', given: 'Nadia', family: 'Open', email: email.value, contacts: [phone], jobTitle: 'Engineer' },
      { role: 'alternate' },
    );
    link = made.link;
    id = made.person.id;
  });

  test('all is told: who entered it, what is kept, what was done with it', async () => {
    const told = await entry();
    expect(told.person.record).toMatchObject({ enteredBy: 'Ida', entered: 'on-behalf', consents: [], state: { asks: 'confirm', hidden: null } });
    expect(told.person.contacts.map(({ value, visibility }) => [value, visibility])).toEqual([[email.value, 'members'], [phone.value, 'focal-points']]); // prettier-ignore
    expect(told.events.map(({ action, actor }) => [action, actor])).toEqual([['link', 'Ida']]);
    expect(told.appointments).toMatchObject([{ group: 'wash', role: 'alternate', checkIn: 'in' }]);
  });

  test('only the own entry, and nothing else of the server', async () => {
    const { person: other } = await world.enter({ name: 'Other Person' });
    expect(await answerOf(await by(link, 'PATCH', `${C}/entries/${other.id}`, { jobTitle: 'Taken' }))).toEqual([404, 'person.unknown']);
    expect(await answerOf(await by(link, 'DELETE', `${C}/entries/${other.id}`))).toEqual([404, 'person.unknown']);
    expect((await by(link, 'GET', `${C}/persons`)).status).toBe(401);
    expect((await world.contacts(null)).cards).toEqual([]);
  });

  test('who sees what is said field by field, and holds with the next request', async () => {
    const { people } = world;
    expect(await card(null)).toBeUndefined();
    expect(await card(people.health)).toBeUndefined();
    expect((await card(people.member))!.contacts.map(({ value }) => value)).toEqual([email.value]);
    expect((await card(people.imo))!.contacts.map(({ value }) => value)).toEqual([email.value, phone.value]);
    const [mail, call] = (await entry()).person.contacts;
    const said = {
      visibility: { name: 'public', role: 'public' },
      contacts: [{ ...mail, visibility: 'public' }, { ...call, visibility: 'nobody' }],
      namedInHistory: true,
    }; // prettier-ignore
    await ok(await by(link, 'PATCH', `${C}/entries/${id}`, said));
    expect(await card(null)).toMatchObject({
      name: 'Nadia Open',
      jobTitle: null,
      organisation: null,
      languages: null,
      roles: [{ group: 'wash' }],
      contacts: [{ value: email.value }],
    });
    expect((await world.contacts(null)).leftOut).toMatchObject({ fields: 2 });
    expect((await card(people.admin))!.contacts.map(({ value }) => value)).toEqual([email.value]);
    // What is public is on the structure, and then no cache keeps it.
    const response = await fetch(`${world.server.url}${C}/groups`);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await response.text()).toContain('Nadia Open');
    await ok(await by(link, 'PATCH', `${C}/entries/${id}`, { visibility: { role: 'focal-points' } }));
    expect((await card(null))!.roles).toEqual([]);
    const { cards, leftOut } = await world.contacts(null, '?group=wash');
    expect([cards, leftOut.persons > 0]).toEqual([[], true]);
    expect(await (await fetch(`${world.server.url}${C}/groups`)).text()).not.toContain('Nadia Open');
  });

  test('a manager narrows and never widens, and leaves alone what they do not see', async () => {
    const { people, send } = world;
    const change = (who: ContactWorld['people']['imo'], body: object) => send('PATCH', `${C}/persons/${id}`, who.headers, body);
    expect(await answerOf(await change(people.imo, { visibility: { jobTitle: 'public' } }))).toEqual([422, 'contact.widen']);
    expect((await answerOf(await change(people.member, { jobTitle: 'Chief' })))[0]).toBe(403);
    await ok(await change(people.admin, { contacts: [], jobTitle: 'Chief engineer' }));
    const { person, events } = await entry();
    expect([person.jobTitle, person.contacts.map(({ value }) => value)]).toEqual(['Chief engineer', [phone.value]]);
    expect(events.map(({ action, actor }) => [action, actor])).toContainEqual(['changed', 'Amina']);
  });

  test('agreeing is by purpose, each time a new record', async () => {
    const { people } = world;
    const agree = (purposes: object) =>
      by(link, 'POST', `${C}/entries/${id}/consents`, {
        text: '1',
        language: 'ar',
        purposes: { members: true, 'focal-points-page': false, 'partner-export': false, ...purposes },
      });
    expect((await agree({ members: false })).status).toBe(201);
    expect(await card(people.member)).toBeDefined();
    await ok(await by(link, 'PATCH', `${C}/entries/${id}`, { visibility: { name: 'members' } }));
    expect(await card(people.member)).toBeUndefined();
    expect(await card(people.imo)).toBeDefined();
    expect((await agree({})).status).toBe(201);
    expect(await card(people.member)).toBeDefined();
    const { consents } = (await entry()).person.record;
    expect(consents.map(({ by: who, language, purposes: { members } }) => [who, language, members])).toEqual([[null, 'ar', false], [null, 'ar', true]]); // prettier-ignore
    expect((await answerOf(await by(link, 'POST', `${C}/entries/${id}/consents`, { text: '0', language: 'ar', purposes: {} })))[0]).toBe(400);
  });

  test('it is taken along, as JSON and as a vCard', async () => {
    const json = await by(link, 'GET', `${C}/entries/${id}/export.json`);
    expect([json.headers.get('content-disposition'), json.headers.get('cache-control')]).toEqual([expect.stringContaining('entry.json'), 'private, no-store']);
    expect(((await json.json()) as OwnEntry).person).toMatchObject({ name: 'Nadia Open', record: { enteredBy: 'Ida' } });
    const vcf = await by(link, 'GET', `${C}/entries/${id}/export.vcf`);
    expect(vcf.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    const text = await vcf.text();
    const read = parse(text) as unknown as { getProperty(name: string): { value: unknown }[] };
    expect(read.getProperty('FN')[0]).toMatchObject({ value: 'Nadia Open' });
    expect(text.replace(/\r\n /g, '')).toContain('tel:+999551234');
  });

  test('restricted it is on nothing and stays kept; shown again it is as before', async () => {
    const { people, send } = world;
    const restrict = (restricted: boolean) => by(link, 'PUT', `${C}/entries/${id}/restriction`, { restricted });
    await ok(await restrict(true));
    for (const who of [people.imo, people.root, people.admin, people.member]) {
      expect(await card(who), who.name).toBeUndefined();
      for (const path of [`${C}/persons`, `${C}/groups`, `${C}/groups/wash`, `${C}/groups-history`])
        expect(await (await send('GET', path, who.headers)).text(), `${path} ${who.name}`).not.toMatch(/Nadia Open|nadia\.open|999 55 1234/);
    }
    expect((await entry()).person.name).toBe('Nadia Open');
    expect((await world.contacts(people.imo, '?group=wash')).leftOut.why.hidden).toBe(1);
    await ok(await restrict(false));
    expect(await card(people.imo)).toBeDefined();
  });

  test('an administrator looks at what is hidden to delete it only, and the look is told', async () => {
    const { people, send } = world;
    await ok(await by(link, 'PUT', `${C}/entries/${id}/restriction`, { restricted: true }));
    const look = (who: ContactWorld['people']['imo'], body: object) => send('POST', `${C}/persons/${id}/look`, who.headers, body);
    expect((await look(people.root, { reason: 'delete' })).status).toBe(403);
    expect((await answerOf(await look(people.admin, { reason: 'curiosity' })))[0]).toBe(400);
    expect((await ok<Entry>(await look(people.admin, { reason: 'delete' }))).contacts.map(({ value }) => value)).toEqual([phone.value]);
    // By role and reason, and only by who may delete it.
    const listed = await ok<{ entries: { id: string; why: string; roles: object[] }[] }>(await send('GET', `${C}/hidden-entries`, people.admin.headers));
    expect(listed.entries.find((each) => each.id === id)).toMatchObject({ why: 'restricted', roles: [{ group: 'wash' }] });
    expect(JSON.stringify(listed)).not.toMatch(/Nadia|999 55/);
    for (const who of [people.root, people.imo, people.member]) expect((await send('GET', `${C}/hidden-entries`, who.headers)).status).toBe(403);
    expect((await send('GET', `${C}/hidden-entries`)).status).toBe(401);
    const line = (await entry()).events.find(({ action }) => action === 'looked');
    expect(line).toMatchObject({ actor: 'Amina', persons: 1, purpose: 'delete' });
    const { events } = await world.ask<{ events: object[] }>(people.root, 'GET', `${C}/contacts-history`);
    expect(events).toContainEqual(expect.objectContaining({ action: 'looked', actor: 'Amina' }));
    expect(JSON.stringify(events)).not.toMatch(/Nadia|999 55/);
    await ok(await by(link, 'PUT', `${C}/entries/${id}/restriction`, { restricted: false }));
  });

  test('checked out, the name is gone from the present, and stays in the past where the person agreed', async () => {
    const { people, ask } = world;
    const [held] = (await entry()).appointments;
    await ok(await by(link, 'POST', `${C}/groups/wash/appointments/${held!.id}/check-out`, { reason: 'moved on' }));
    expect(await card(people.imo)).toBeUndefined();
    const past = async () => {
      const { appointments } = await ask<{ appointments: { id: string; person: string | null; withheld: boolean }[] }>(
        people.member,
        'GET',
        `${C}/groups/wash`,
      );
      return appointments.find((each) => each.id === held!.id)!;
    };
    // Who said that the role is for focal points has said so of the past, too.
    expect(await past()).toMatchObject({ person: null, withheld: true });
    await ok(await by(link, 'PATCH', `${C}/entries/${id}`, { visibility: { role: 'members' } }));
    expect(await past()).toMatchObject({ person: id, withheld: false });
    await ok(await by(link, 'PATCH', `${C}/entries/${id}`, { namedInHistory: false }));
    expect(await past()).toMatchObject({ person: null, withheld: true });
  });

  test('deleted, nothing is left: no row of any table, no object, no line of the log', async () => {
    const { server } = world;
    const { db, objects } = server.store;
    expect((await by(link, 'DELETE', `${C}/entries/${id}`)).status).toBe(204);
    expect(await answerOf(await by(link, 'GET', '/api/v1/entries'))).toEqual([401, 'contact.link']);
    const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
    expect(tables.length).toBeGreaterThan(30);
    const left = /nadia|999 55 1234|engineer/i;
    for (const { name } of tables) {
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
      expect(JSON.stringify(rows), name).not.toMatch(left);
    }
    // Nor any byte in the files of the database, freed pages and the log beside them included, once the hour is over.
    await clearLog(db);
    for (const file of readdirSync(server.config.data, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name)).toString('latin1'), file.name).not.toMatch(left);
    for await (const key of objects.list('')) expect(JSON.stringify(key)).not.toMatch(left);
    expect(server.lines.join('\n')).not.toMatch(left);
    expect(server.lines.join('\n')).not.toContain(link.split('#')[1]);
    // The role stays, without whose it was.
    const rows = await db.selectFrom('appointment').selectAll().where('person', 'is', null).execute();
    expect(rows).toMatchObject([{ workgroup: 'wash', role: 'alternate', state: 'ended' }]);
  });
});

describe('by the session of the account that one is', () => {
  test('entries of all countries are told, changed and deleted; the history loses who did what with their own', async () => {
    const { people, own, send, ask, server } = world;
    await ask(people.health, 'POST', `${C}/groups/wash/join`, {});
    const { by: how, entries } = await own(people.health.headers);
    expect([how, entries.map(({ person }) => person.name)]).toEqual(['session', ['Hana']]);
    const { id } = entries[0]!.person;
    const cross = await fetch(`${server.url}${C}/entries/${id}`, { method: 'DELETE', headers: { ...people.health.headers, origin: 'https://evil.example' } });
    expect(await answerOf(cross)).toEqual([403, 'auth.origin']);
    const actors = async () =>
      (await server.store.db.selectFrom('workgroup_event').select('actor').where('person', '=', id).execute()).map(({ actor }) => actor);
    expect(await actors()).toContain('Hana');
    await ask(people.health, 'PATCH', `${C}/entries/${id}`, { languages: ['ar', 'en'], dutyStation: { name: 'Port Town' } });
    expect((await own(people.health.headers)).entries[0]!.person).toMatchObject({ languages: ['ar', 'en'], dutyStation: { pcode: null, name: 'Port Town' } });
    expect((await send('DELETE', `${C}/entries/${id}`, people.health.headers)).status).toBe(204);
    expect(await actors()).not.toContain('Hana');
    expect((await own(people.health.headers)).entries).toEqual([]);
    // With the entry the right is gone.
    expect((await send('GET', `${C}/groups-history`, people.health.headers)).status).toBe(403);
  });
  test('strangers have none', async () => {
    expect(await answerOf(await fetch(`${world.server.url}/api/v1/entries`))).toEqual([401, 'auth.required']);
  });
});

test('who guesses links waits', async () => {
  const codes: (string | null)[] = [];
  for (let i = 0; i < 40; i++) codes.push((await answerOf(await by(`x#${'g'.repeat(42)}${i % 10}`, 'GET', '/api/v1/entries')))[1]);
  expect(new Set(codes)).toEqual(new Set(['contact.link', 'auth.too-often']));
});
