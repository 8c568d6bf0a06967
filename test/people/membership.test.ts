/** Membership is permission, over HTTP: where an appointment reaches, that it ends at the request after it has ended, and that nobody makes themself more. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Iso3 } from '../../server/contract/ids.ts';
import type { AppointmentRole } from '../../server/contract/groups/groups.ts';
import { membersAnswer, newInviteAnswer, newKeyAnswer, sessionAnswer } from '../../server/contract/people/people.ts';
import { workAnswer } from '../../server/contract/uploads/work.ts';
import { recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { answerOf, sender, type Send } from '../helpers/asking.ts';
import { invite, join, type Person } from '../helpers/member.ts';

const START = Date.parse('2026-05-14T09:00:00Z');
const DAY_MS = 86_400_000;
const SLE = '/api/v1/datasets/cod-ab-sle/versions';

let server: TestServer;
let send: Send;
let admin: Person;
let ids: Map<string, string>;

const ask = async (person: Person | null, method: string, path: string, body?: unknown) => answerOf(await send(method, path, person?.headers ?? {}, body));
const made = async <T>(response: Response): Promise<T> => {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};
const members = async () => membersAnswer.parse(await (await send('GET', '/api/v1/members', admin.headers)).json());
const session = async (person: Person) => sessionAnswer.parse(await (await send('GET', '/api/v1/session', person.headers)).json()).user;
const dayAfter = (days: number) => new Date(START + days * DAY_MS).toISOString().slice(0, 10);
const on = (days: number) => vi.setSystemTime(START + days * DAY_MS);
let count = 0;
/** Somebody new with a role in a group of a country. */
async function person(group: string, role: AppointmentRole, scope = 'SLE'): Promise<Person> {
  const name = `P${++count} ${role}`;
  const joined = await invite(server.url, admin, { scope, group, role }, name.replace(' ', ''));
  ids.set(joined.name, (await members()).members.find((each) => each.name === joined.name)!.id);
  return joined;
}
const draft = async (by: string, override: object = {}) => (await recordSample(server.store, override, by)).version;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  on(0);
  ids = new Map();
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
  const group = (scope: string, id: string, more: object) =>
    send('POST', `/api/v1/countries/${scope}/groups`, admin.headers, { id, names: { en: id.toUpperCase() }, ...more });
  for (const [scope, id, more] of [
    ['SLE', 'iccg', { type: 'iccg' }],
    ['SLE', 'imwg', { type: 'working-group' }],
    ['SLE', 'gis', { type: 'sub-group', parent: 'imwg', acronym: 'GIS', owns: [{ kind: 'cod-ab' }] }],
    ['SLE', 'quiet', { type: 'sub-group', parent: 'imwg', visibility: 'members', owns: [{ kind: 'cod-ab' }] }],
    ['SLE', 'wash', { type: 'cluster', parent: 'iccg', owns: [{ kind: '3w', sector: 'WSH' }] }],
    ['TGO', 'imwg', { type: 'working-group' }],
  ] as const)
    await made(await group(scope, id, more));
}, 60_000);
afterAll(async () => {
  await server.close();
  vi.useRealTimers();
});
beforeEach(() => on(0));

describe('an appointment reaches', () => {
  test('drafts of its own country only: one by one, in lists, as tiles, among what waits', async () => {
    const version = await draft('Somebody');
    const [here, there, above] = [await person('wash', 'observer'), await person('imwg', 'chair', 'TGO'), await person('imwg', 'observer', 'global')];
    const seen = async (who: Person) => [
      (await send('GET', `${SLE}/${version}`, who.headers)).status,
      (await send('GET', `/tiles/cod-ab-sle/${version}/3/3/3.mvt`, who.headers)).status,
      JSON.stringify(await (await send('GET', '/api/v1/datasets', who.headers)).json()).includes('cod-ab-sle'),
      workAnswer.parse(await (await send('GET', '/api/v1/work', who.headers)).json()).drafts.length > 0,
    ];
    expect([await seen(here), await seen(above)]).toEqual([
      [200, 200, true, true],
      [200, 200, true, true],
    ]);
    expect(await seen(there)).toEqual([404, 404, false, false]);
    expect((await ask(there, 'POST', `${SLE}/${version}/publish`, {}))[1]).toBe('auth.forbidden');
    expect((await session(there))!.rights).toMatchObject([{ scope: 'TGO', kinds: ['cod-ab', 'cod-ps', '3w', 'layer', 'indicators'] }]);
  });

  test('what the group owns: uploads, told apart by the dataset that the files turn out to be', async () => {
    const [gis, names] = [await person('gis', 'member'), await person('imwg', 'member')];
    const upload = async (who: Person, kind: string, country = 'SLE') => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('country', country);
      form.set('files', new Blob(['{}']), 'a.geojson');
      return answerOf(await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: who.headers, body: form }));
    };
    expect(await Promise.all([upload(gis, 'cod-ab'), upload(gis, 'cod-ps'), upload(gis, 'cod-ab', 'TGO')])).toEqual([[202, null], [403, 'auth.forbidden'], [403, 'auth.forbidden']]); // prettier-ignore
    expect(await Promise.all([upload(names, 'cod-ab'), upload(names, 'cod-ps')])).toEqual([
      [403, 'auth.forbidden'],
      [202, null],
    ]);
    const { rows: jobs } = { rows: await server.store.db.selectFrom('job').select(['id', 'dataset']).execute() };
    const job = jobs.find(({ dataset }) => dataset === 'cod-ps-sle')!.id;
    expect(await ask(gis, 'DELETE', `/api/v1/jobs/${job}`)).toEqual([403, 'auth.forbidden']);
    expect((await ask(gis, 'POST', `/api/v1/jobs/${job}/answers`, { encoding: 'utf-8' }))[1]).toBe('auth.forbidden');
    expect((await ask(names, 'DELETE', `/api/v1/jobs/${job}`))[0]).toBe(202);
  });

  test('a part of the 3W, and never the whole', async () => {
    const wash = await person('wash', 'imo');
    const user = (await session(wash))!;
    expect(user.rights.find(({ kinds }) => kinds.includes('3w'))!.permissions).toEqual([
      'draft.read',
      'upload.create',
      'map.write',
      'key.manage',
      'presence.decide',
    ]);
    expect(user.rights.find(({ kinds }) => kinds.includes('cod-ab'))!.permissions).toEqual(['draft.read', 'map.write', 'key.manage']);
  });

  test('groups below: a chair publishes what the sub-group uploaded, who uploaded it does not; four eyes ask who else could today', async () => {
    const [chair, gis] = [await person('imwg', 'chair'), await person('gis', 'chair')];
    const version = await draft(gis.name);
    expect(await ask(gis, 'POST', `${SLE}/${version}/publish`, {})).toEqual([403, 'version.own-upload']);
    expect(await ask(chair, 'POST', `${SLE}/${version}/publish`, {})).toEqual([200, null]);
  });

  test('what strangers are told: role and group in the place of the name, of a group for members the role alone', async () => {
    const [uploader, publisher] = [await person('gis', 'imo'), await person('quiet', 'chair')];
    const version = await draft(uploader.name);
    expect(await ask(publisher, 'POST', `${SLE}/${version}/publish`, {})).toEqual([200, null]);
    const told = async () => made<Record<string, unknown>>(await send('GET', `${SLE}/${version}`));
    expect(await told()).toMatchObject({ createdBy: 'imo, GIS', publishedBy: 'chair' });
    // What was held when it was done stays said; who has no account any more is a member.
    on(400);
    expect(await told()).toMatchObject({ createdBy: 'imo, GIS' });
    on(0);
    await send('DELETE', `/api/v1/members/${ids.get(uploader.name)}`, admin.headers);
    expect(await told()).toMatchObject({ createdBy: 'member' });
  });

  test('what the command line did says so, to everybody', async () => {
    const version = await draft('command line');
    await server.store.datasets.publishVersion('cod-ab-sle' as never, version, { by: 'command line', reason: null });
    for (const who of [null, admin])
      expect(await made(await send('GET', `${SLE}/${version}`, who?.headers ?? {}))).toMatchObject({ createdBy: 'command line', publishedBy: 'command line' });
  });
});

describe('who leaves loses the right at that request', () => {
  /** A member of GIS with a session and a key, and whether each still reads a draft. */
  async function both(end: string | null) {
    const who = await person('gis', 'member');
    const id = ids.get(who.name)!;
    const before = (await members()).members.find((each) => each.id === id)!.appointments[0]!;
    await send('DELETE', `/api/v1/members/${id}/appointments/${before.id}`, admin.headers);
    expect((await ask(admin, 'POST', `/api/v1/members/${id}/appointments`, { scope: 'SLE', group: 'gis', role: 'imo', start: dayAfter(0), end }))[0]).toBe(204);
    const { key } = newKeyAnswer.parse(
      await made(await send('POST', '/api/v1/keys', who.headers, { name: 'script', scopes: ['draft.read', 'metadata.write'] })),
    );
    const version = await draft('Somebody else');
    const reads = async () =>
      Promise.all([who.headers, { authorization: `Bearer ${key}` }].map(async (headers) => (await send('GET', `${SLE}/${version}`, headers)).status));
    const writes = async () =>
      Promise.all(
        [who.headers, { authorization: `Bearer ${key}` }].map(async (headers) =>
          answerOf(await send('PATCH', `${SLE}/${version}`, headers, { metadata: { caveats: 'x' } })),
        ),
      );
    return { who, id, reads, writes };
  }
  const refused = [403, 'auth.forbidden'];

  test('on the day after the last one', async () => {
    const { reads, writes, who } = await both(dayAfter(3));
    on(3);
    expect([await reads(), (await writes()).map(([status]) => status)]).toEqual([[200, 200], [200, 200]]); // prettier-ignore
    on(4);
    expect([await reads(), await writes()]).toEqual([[404, 404], [refused, refused]]); // prettier-ignore
    // The session goes on, with nothing in it.
    expect(await session(who)).toMatchObject({ name: who.name, permissions: [], rights: [], appointments: [] });
  });

  test('not before the first day', async () => {
    const who = await invite(server.url, admin, null, 'Early');
    const id = (await members()).members.find(({ name }) => name === 'Early')!.id;
    await send('POST', `/api/v1/members/${id}/appointments`, admin.headers, { scope: 'SLE', group: 'gis', role: 'observer', start: dayAfter(2) });
    const seen = async () => (await session(who))!.permissions;
    expect(await seen()).toEqual([]);
    on(2);
    expect(await seen()).toEqual(['draft.read']);
  });

  test('when the appointment is ended, by an administrator, by the chair, or by themself', async () => {
    const chair = await person('imwg', 'chair');
    for (const by of ['administrator', 'chair', 'self'] as const) {
      const { id, who, reads, writes } = await both(null);
      expect(await reads()).toEqual([200, 200]);
      const appointment = (await members()).members.find((each) => each.id === id)!.appointments.find(({ role }) => role === 'imo')!.id;
      const ended =
        by === 'administrator'
          ? await ask(admin, 'DELETE', `/api/v1/members/${id}/appointments/${appointment}`)
          : await ask(by === 'self' ? who : chair, 'POST', `/api/v1/countries/SLE/groups/gis/appointments/${appointment}/end`, {});
      expect(ended[0], by).toBeLessThan(300);
      expect([await reads(), await writes()], by).toEqual([[404, 404], [refused, refused]]); // prettier-ignore
    }
    expect((await ask(admin, 'DELETE', `/api/v1/members/${ids.get(chair.name)}/appointments/none`))[1]).toBe('member.appointment');
  });

  test('when the person is removed from the register, and when the account is', async () => {
    const gone = await both(null);
    const { id: person_ } = await server.store.db.selectFrom('person').select('id').where('account', '=', gone.id).executeTakeFirstOrThrow();
    expect((await ask(admin, 'DELETE', `/api/v1/countries/SLE/persons/${person_}`))[0]).toBe(204);
    expect([await gone.reads(), await gone.writes()]).toEqual([[404, 404], [refused, refused]]); // prettier-ignore
    const removed = await both(null);
    expect((await ask(admin, 'DELETE', `/api/v1/members/${removed.id}`))[0]).toBe(204);
    expect([await removed.reads(), (await removed.writes()).map(([status]) => status)]).toEqual([[404, 404], [401, 401]]); // prettier-ignore
    // The person stays, with what was held, and without the account.
    expect(await server.store.db.selectFrom('person').select('account').where('name', '=', removed.who.name).execute()).toEqual([{ account: null }]);
  });

  test('when the group is closed', async () => {
    await made(await send('POST', '/api/v1/countries/SLE/groups', admin.headers, { id: 'flood', type: 'task-force', parent: 'imwg', names: { en: 'Flood' } }));
    const who = await person('flood', 'observer');
    expect((await session(who))!.permissions).toEqual(['draft.read']);
    await made(await send('POST', '/api/v1/countries/SLE/groups/flood/close', admin.headers, {}));
    expect((await session(who))!.permissions).toEqual([]);
  });

  test('four eyes: when the last other publisher has left, the reason is asked for instead', async () => {
    const [first, second] = [await person('imwg', 'chair', 'TGO'), await person('imwg', 'chair', 'TGO')];
    await send('PATCH', `/api/v1/members/${ids.get(first.name)}`, admin.headers, { role: 'member' });
    const version = await draft(first.name, { country: 'TGO' as Iso3 });
    const publish = (reason?: string) => ask(first, 'POST', `/api/v1/datasets/cod-ab-tgo/versions/${version}/publish`, reason ? { reason } : {});
    expect(await publish()).toEqual([403, 'version.own-upload']);
    // The administrator could publish too; only without any other does one publish one's own.
    await server.store.db.updateTable('auth_user').set({ role: 'member' }).where('name', '=', 'Amina').execute();
    try {
      expect(await publish()).toEqual([403, 'version.own-upload']);
      await server.store.db
        .updateTable('appointment')
        .set({ ends: dayAfter(-1) })
        .where('person', 'in', (eb) => eb.selectFrom('person').select('id').where('name', '=', second.name))
        .execute();
      await server.store.db
        .updateTable('appointment')
        .set({ ends: dayAfter(-1) })
        .where('scope', '=', 'global')
        .execute();
      const others = await server.store.db.selectFrom('appointment').innerJoin('person', 'person.id', 'appointment.person').select('person.name').where('appointment.scope', '=', 'TGO').where('appointment.role', '=', 'chair').where('appointment.ends', 'is', null).execute(); // prettier-ignore
      const left = others.filter(({ name }) => name !== first.name);
      for (const { name } of left)
        await server.store.db
          .updateTable('appointment')
          .set({ ends: dayAfter(-1) })
          .where('person', 'in', (eb) => eb.selectFrom('person').select('id').where('name', '=', name))
          .execute();
      expect(await publish()).toEqual([409, 'version.own-reason']);
      expect(await publish('Nobody else is here.')).toEqual([200, null]);
    } finally {
      await server.store.db.updateTable('auth_user').set({ role: 'admin' }).where('name', '=', 'Amina').execute();
    }
  });
});

describe('invitations and members', () => {
  const inviteTo = async (body: object, who = admin) => send('POST', '/api/v1/members/invites', who.headers, body);

  test('say what the new member will hold, and make person and appointment', async () => {
    const answer = newInviteAnswer.parse(await made(await inviteTo({ appointment: { scope: 'sle', group: 'gis', role: 'imo' } })));
    expect(answer).toMatchObject({ role: 'member', appointment: { scope: 'SLE', group: 'gis', role: 'imo', acronym: 'GIS', names: { en: 'GIS' } } });
    const joined = await join(server.url, answer.link, 'Ibrahim');
    expect(await session(joined)).toMatchObject({ role: 'member', appointments: [{ scope: 'SLE', group: 'gis', role: 'imo', start: dayAfter(0), end: null }] });
    expect(await server.store.db.selectFrom('person').select(['scope', 'name', 'email']).where('name', '=', 'Ibrahim').execute()).toEqual([
      { scope: 'SLE', name: 'Ibrahim', email: null },
    ]);
    const { events } = await members();
    expect(events.find(({ subject }) => subject === 'Ibrahim')).toMatchObject({ action: 'member.joined', detail: 'imo SLE/gis' });
  });

  test('bound to an address, the person who was entered with it is the one; an open invitation takes nobody’s place', async () => {
    const enter = async (name: string, email: string) =>
      made<{ id: string }>(await send('POST', '/api/v1/countries/SLE/persons', admin.headers, { name, email }));
    const [known, other] = [await enter('Mariama S', 'mariama@example.org'), await enter('Foday K', 'foday@example.org')];
    const bound = newInviteAnswer.parse(
      await made(await inviteTo({ appointment: { scope: 'SLE', group: 'gis', role: 'member' }, email: 'mariama@example.org' })),
    );
    await join(server.url, bound.link, 'Mariama');
    const open = newInviteAnswer.parse(await made(await inviteTo({ appointment: { scope: 'SLE', group: 'gis', role: 'member' } })));
    await join(server.url, open.link, 'Foday');
    const accountOf = async (id: string) =>
      (await server.store.db.selectFrom('person').select('account').where('id', '=', id).executeTakeFirstOrThrow()).account;
    const id = (name: string) => server.store.db.selectFrom('auth_user').select(['id', 'emailVerified']).where('name', '=', name).executeTakeFirstOrThrow();
    expect([await accountOf(known.id), await accountOf(other.id)]).toEqual([(await id('Mariama')).id, null]);
    expect([(await id('Mariama')).emailVerified, (await id('Foday')).emailVerified]).toEqual([1, 0]);
  });

  test('into a group that is not there, or closed, are refused; one that closes meanwhile makes a member without it', async () => {
    expect(await answerOf(await inviteTo({ appointment: { scope: 'SLE', group: 'none', role: 'imo' } }))).toEqual([
      404,
      'member.group',
      { scope: 'SLE', group: 'none' },
    ]);
    await made(await send('POST', '/api/v1/countries/SLE/groups', admin.headers, { id: 'brief', type: 'task-force', names: { en: 'Brief' } }));
    const { link } = newInviteAnswer.parse(await made(await inviteTo({ appointment: { scope: 'SLE', group: 'brief', role: 'chair' } })));
    await made(await send('POST', '/api/v1/countries/SLE/groups/brief/close', admin.headers, {}));
    expect(await made(await send('GET', `/api/v1/invites/${link.split('/').at(-1)}`))).toMatchObject({ role: 'member', appointment: null });
    expect(await session(await join(server.url, link, 'Late'))).toMatchObject({ role: 'member', permissions: [], appointments: [] });
  });

  test('are for administrators; a member without an appointment reads what everybody reads', async () => {
    const [chair, nobody] = [await person('imwg', 'chair', 'global'), await invite(server.url, admin, null, 'Nora')];
    for (const who of [chair, nobody])
      expect((await answerOf(await inviteTo({ appointment: { scope: 'SLE', group: 'gis', role: 'observer' } }, who)))[0]).toBe(403);
    expect((await ask(nobody, 'GET', '/api/v1/datasets'))[0]).toBe(200);
    expect((await ask(nobody, 'GET', '/api/v1/work'))[1]).toBe('auth.forbidden');
  });
});

describe('nobody makes themself more', () => {
  const groups = '/api/v1/countries/SLE/groups';
  const personOf = async (who: Person) =>
    (await server.store.db.selectFrom('person').select('id').where('name', '=', who.name).where('scope', '=', 'SLE').executeTakeFirstOrThrow()).id;
  const appoint = async (who: Person, group: string, person_: string, role: AppointmentRole) =>
    ask(who, 'POST', `${groups}/${group}/appointments`, { person: person_, role });

  test('an IM focal point appoints no chair, and ends none; a chair does', async () => {
    const [imo, chair, other] = [await person('gis', 'imo'), await person('gis', 'chair'), await person('gis', 'observer')];
    const id = await personOf(other);
    expect(await appoint(imo, 'gis', id, 'chair')).toEqual([403, 'group.forbidden']);
    expect((await appoint(imo, 'gis', await personOf(imo), 'chair'))[0]).toBe(403);
    expect((await appoint(imo, 'gis', id, 'alternate'))[0]).toBe(201);
    expect((await appoint(imo, 'imwg', id, 'observer'))[0]).toBe(403);
    const held = (await members()).members.find(({ name }) => name === chair.name)!.appointments[0]!.id;
    expect(await ask(imo, 'POST', `${groups}/gis/appointments/${held}/end`, {})).toEqual([403, 'group.forbidden']);
    expect((await appoint(chair, 'gis', id, 'co-chair'))[0]).toBe(201);
    expect((await appoint(chair, 'imwg', id, 'observer'))[0]).toBe(403);
  });

  test('a chair makes no group that owns what the chair may not publish, nor turns the own group into the one that keeps the rest', async () => {
    const wash = await person('wash', 'chair');
    const make = (more: object) => ask(wash, 'POST', groups, { id: `x${++count}`, type: 'sub-group', parent: 'wash', names: { en: 'X' }, ...more });
    expect(await make({ owns: [{ kind: 'cod-ab' }] })).toEqual([403, 'group.forbidden']);
    expect((await make({}))[0]).toBe(201);
    expect((await make({ parent: 'imwg' }))[0]).toBe(403);
    expect((await make({ parent: null }))[0]).toBe(403);
    expect((await ask(wash, 'PATCH', `${groups}/wash`, { owns: [{ kind: '3w' }] }))[0]).toBe(403);
    expect((await ask(wash, 'PATCH', `${groups}/gis`, { parent: 'wash' }))[0]).toBe(403);
    expect((await ask(wash, 'PATCH', `${groups}/wash`, { acronym: 'W' }))[0]).toBe(200);
  });

  test('in the group above all countries only administrators appoint', async () => {
    const chair = await person('imwg', 'chair', 'global');
    const { id } = await server.store.db.selectFrom('person').select('id').where('name', '=', chair.name).executeTakeFirstOrThrow();
    expect((await ask(chair, 'POST', '/api/v1/countries/global/groups/imwg/appointments', { person: id, role: 'co-chair' }))[0]).toBe(403);
    expect((await ask(admin, 'POST', '/api/v1/countries/global/groups/imwg/appointments', { person: id, role: 'co-chair' }))[0]).toBe(201);
  });

  test('a key appoints nobody, whatever its maker may', async () => {
    const chair = await person('gis', 'chair');
    const { key } = newKeyAnswer.parse(
      await made(await send('POST', '/api/v1/keys', chair.headers, { name: 'all', scopes: ['draft.read', 'version.publish'] })),
    );
    const answer = await answerOf(
      await send('POST', `${groups}/gis/appointments`, { authorization: `Bearer ${key}` }, { person: await personOf(chair), role: 'observer' }),
    );
    expect(answer).toEqual([403, 'auth.forbidden']);
  });
});

describe('maps', () => {
  const SPEC = {
    spec: 1, title: 'Districts', lang: 'en', status: 'unmarked', boundary: { dataset: 'cod-ab-sle', version: 'current', level: 2 }, data: { kind: 'boundaries' },
    classes: { method: 'manual', breaks: [] }, labels: { show: 'none', lang: 'en' }, view: null, selected: null,
  }; // prettier-ignore

  test('are saved, changed and embedded by members of the country, whoever made them, and by nobody of another', async () => {
    await server.store.db.insertInto('saved_map').values({ id: 'abcdefghjk', spec: JSON.stringify(SPEC), created_at: '2026-01-01', created_by: 'Somebody', updated_at: '2026-01-01', deleted_at: null }).execute(); // prettier-ignore
    const [here, there] = [await person('wash', 'member'), await person('imwg', 'chair', 'TGO')];
    const maps = async (who: Person) => ((await (await send('GET', '/api/v1/maps', who.headers)).json()) as { maps: unknown[] }).maps.length;
    expect([await maps(here), await maps(there)]).toEqual([1, 0]);
    const map = '/api/v1/maps/abcdefghjk';
    const look = { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'sight' };
    for (const [method, path, body] of [
      ['POST', '/api/v1/maps', { spec: SPEC }],
      ['PUT', map, { spec: SPEC }],
      ['DELETE', map],
      ['POST', `${map}/restore`],
      ['POST', `${map}/duplicate`],
      ['GET', `${map}/embeds`],
      ['POST', `${map}/embeds`, look],
    ] as [string, string, object?][])
      expect(await ask(there, method, path, body), `${method} ${path}`).toEqual([403, 'auth.forbidden']);
    await server.store.db.insertInto('embed').values({ id: 'abcdefghjm', map: 'abcdefghjk', spec: JSON.stringify(look), created_at: '2026-01-01', created_by: null, deleted_at: null }).execute(); // prettier-ignore
    expect(await ask(there, 'PUT', '/api/v1/embeds/abcdefghjm', look)).toEqual([403, 'auth.forbidden']);
    expect(await ask(there, 'DELETE', '/api/v1/embeds/abcdefghjm')).toEqual([403, 'auth.forbidden']);
    expect((await ask(here, 'DELETE', map))[0]).toBe(200);
    expect(await ask(there, 'POST', `${map}/restore`)).toEqual([403, 'auth.forbidden']);
    expect((await ask(here, 'POST', `${map}/restore`))[0]).toBe(200);
  });
});
