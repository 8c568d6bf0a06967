/** The structure over HTTP: made, changed, closed; who may; and what each refusal says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyAnswer, organisationsAnswer, structureAnswer, type StructureAnswer } from '../../../server/contract/groups/groups.ts';
import { groupAnswer, membershipAnswer, personsAnswer, type Appointment, type Person as Entered } from '../../../server/contract/groups/people.ts';
import { LANGS } from '../../../server/contract/languages.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/NVL';
const G = `${C}/groups`;
let server: TestServer;
let send: Send;
let admin: Person;
let publisher: Person;
let viewer: Person;
let day = '2026-05-14';
/** A moment goes by whenever somebody looks. */
let ticks = 0;
const now = () => new Date(Date.parse(`${day}T00:00:00Z`) + ticks++);

const as = (who: Person | null, method: string, path: string, body?: unknown) => send(method, path, who?.headers ?? {}, body);
const ok = async <T>(response: Response): Promise<T> => {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
};
const group = (id: string, given: object = {}) => ({ id, type: 'cluster', names: { en: id.toUpperCase() }, ...given });
const make = async (id: string, given: object = {}) => ok(await as(publisher, 'POST', G, group(id, given)));
const structure = async (who: Person | null = null): Promise<StructureAnswer> => structureAnswer.parse(await ok(await as(who, 'GET', G)));
const groupOf = async (id: string, who: Person | null = publisher) => groupAnswer.parse(await ok(await as(who, 'GET', `${G}/${id}`)));

beforeAll(async () => {
  server = await startTestServer({ now });
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
  publisher = await invite(server.url, admin, 'publisher', 'Paula');
  viewer = await invite(server.url, admin, 'viewer', 'Vera');
  await make('hct', { type: 'hct' });
  await make('iccg', { type: 'iccg', parent: 'hct', visibility: 'members' });
  await make('imwg', { type: 'working-group', parent: 'iccg', reportsTo: 'iccg', names: { en: 'IM Working Group', ar: 'فريق إدارة المعلومات' } });
  await make('gis', { type: 'sub-group', parent: 'imwg', owns: [{ kind: 'cod-ab' }], signoff: [{ kind: 'cod-ab', approvals: 2, from: 'imwg' }] });
  await make('wash', { sector: 'WSH', parent: 'iccg', acronym: 'WASH' });
  await make('north', { type: 'hub', place: { pcode: null, lon: 10, lat: 5, name: 'North' } });
}, 60_000);
afterAll(() => server.close());

describe('groups', () => {
  test('are edges: with what was said of them, and the rest as it is where nothing is said', async () => {
    const { groups, today } = await structure(viewer);
    expect(today).toBe('2026-05-14');
    expect(groups.map(({ id, parent, reportsTo }) => [id, parent, reportsTo])).toEqual([
      ['gis', 'imwg', null],
      ['hct', null, null],
      ['iccg', 'hct', null],
      ['imwg', 'iccg', 'iccg'],
      ['north', null, null],
      ['wash', 'iccg', null],
    ]);
    expect(groups[0]).toMatchObject({
      status: 'active',
      visibility: 'public',
      permanent: true,
      area: [],
      owns: [{ kind: 'cod-ab' }],
      updatedBy: 'Paula',
      until: null,
    });
  });

  test.each([
    ['a circle', 'PATCH', `${G}/hct`, { parent: 'gis' }, [422, 'group.circle', { edge: 'parent', circle: ['hct', 'gis', 'imwg', 'iccg', 'hct'] }]],
    ['a circle of reporting', 'PATCH', `${G}/iccg`, { reportsTo: 'imwg' }, [422, 'group.circle', { edge: 'reportsTo', circle: ['iccg', 'imwg', 'iccg'] }]],
    ['an unknown parent', 'POST', G, group('fsc', { parent: 'none' }), [422, 'group.edge', { edge: 'parent', group: 'none' }]],
    ['a hub that is none', 'POST', G, group('fsc', { hub: 'wash' }), [422, 'group.edge', { edge: 'hub', group: 'wash' }]],
    ['an unknown sector', 'POST', G, group('fsc', { sector: 'XYZ' }), [422, 'group.sector', { sector: 'XYZ' }]],
    [
      'a group that signs off and is none',
      'POST',
      G,
      group('fsc', { signoff: [{ kind: '3w', approvals: 1, from: 'none' }] }),
      [422, 'group.edge', { edge: 'signoff', group: 'none' }],
    ],
    ['a group of the global structure that is none', 'POST', G, group('fsc', { mirrors: 'none' }), [422, 'group.edge', { edge: 'mirrors', group: 'none' }]],
    ['an id that is taken', 'POST', G, group('wash'), [409, 'group.exists']],
    ['a group with something below it', 'DELETE', `${G}/imwg`, undefined, [409, 'group.in-use', { reasons: ['gis refers to it'] }]],
    ['closing above open groups', 'POST', `${G}/imwg/close`, {}, [409, 'group.open-below', { groups: ['gis'] }]],
    ['closing in the future', 'POST', `${G}/gis/close`, { until: '2026-05-15' }, [422, 'group.until']],
    ['what there is not', 'PATCH', `${G}/none`, { acronym: 'N' }, [404, 'group.unknown']],
    ['nothing to change', 'PATCH', `${G}/wash`, {}, [400, 'request.invalid']],
    ['no name', 'POST', G, group('fsc', { names: {} }), [400, 'request.invalid']],
    ['an id of other letters', 'POST', G, group('FSC x'), [400, 'request.invalid']],
  ] as const)('%s is refused', async (_name, method, path, body, expected) => {
    const before = await structure(publisher);
    const [status, code, details] = await answerOf(await as(publisher, method, path, body));
    expect([status, code, ...(expected.length > 2 ? [details] : [])]).toEqual(expected);
    expect(await structure(publisher)).toEqual(before);
  });

  test('a refusal comes in all languages', async () => {
    const answer = (await (await as(publisher, 'PATCH', `${G}/hct`, { parent: 'gis' })).json()) as {
      detail: string;
      details: { texts: Record<string, string> };
    };
    expect(answer.detail).toBe('The groups would go round in a circle: hct → gis → imwg → iccg → hct. Choose another parent.');
    expect(Object.keys(answer.details.texts).toSorted()).toEqual(LANGS.filter((lang) => lang !== 'en').toSorted());
  });

  test('a hub with a group at it stays a hub; only what is given is changed', async () => {
    await make('wash-north', { parent: 'wash', hub: 'north' });
    expect(await answerOf(await as(publisher, 'PATCH', `${G}/north`, { type: 'cluster' }))).toEqual([422, 'group.edge', { edge: 'hub', group: 'wash-north' }]);
    const changed = await ok<object>(await as(publisher, 'PATCH', `${G}/wash-north`, { acronym: 'WN', area: ['NV01'] }));
    expect(changed).toMatchObject({ acronym: 'WN', area: ['NV01'], parent: 'wash', hub: 'north', names: { en: 'WASH-NORTH' } });
  });

  test('one that was never used is deleted; one that was is closed with what stands in it, and opened again', async () => {
    await make('cash', { type: 'task-force', parent: 'imwg' });
    await ok(await as(publisher, 'DELETE', `${G}/cash`));
    expect((await as(null, 'GET', `${G}/cash`)).status).toBe(404);
    await make('flood', { type: 'task-force', parent: 'imwg', since: '2026-01-01' });
    const { id: organisation } = await ok<{ id: string }>(await as(publisher, 'POST', `${C}/organisations`, { name: 'Flood Watch' }));
    await ok(await as(publisher, 'POST', `${G}/flood/seats`, { organisation, capacity: 'lead', start: '2026-01-01' }));
    const person = await ok<Entered>(await as(publisher, 'POST', `${C}/persons`, { name: 'Fina Flood', organisation }));
    await ok(await as(publisher, 'POST', `${G}/flood/appointments`, { person: person.id, role: 'chair', start: '2026-06-01' }));
    expect((await answerOf(await as(publisher, 'DELETE', `${G}/flood`)))[1]).toBe('group.in-use');
    expect(await answerOf(await as(publisher, 'POST', `${G}/flood/close`, { until: '2025-12-31' }))).toEqual([422, 'group.until']);
    expect(await ok(await as(publisher, 'POST', `${G}/flood/close`, { until: '2026-05-01', reason: 'Dry' }))).toMatchObject({
      status: 'closed',
      until: '2026-05-01',
    });
    const closed = await groupOf('flood');
    expect(closed.seats).toMatchObject([{ start: '2026-01-01', end: '2026-05-01' }]);
    expect(closed.appointments).toMatchObject([{ state: 'ended', start: '2026-05-01', end: '2026-05-01' }]);
    expect(closed.history[0]).toMatchObject({ action: 'group.closed', actor: 'Paula', detail: { until: '2026-05-01', reason: 'Dry' } });
    expect((await answerOf(await as(publisher, 'POST', `${G}/flood/seats`, { organisation, capacity: 'member' })))[1]).toBe('group.closed');
    expect(await ok(await as(publisher, 'PATCH', `${G}/flood`, { status: 'active' }))).toMatchObject({ status: 'active', until: null });
    expect((await groupOf('flood')).history[0]).toMatchObject({ action: 'group.reopened' });
  });
});

describe('organisations', () => {
  test('are one for all spellings of a name, and are refused by the name they have', async () => {
    const made = await ok<{ id: string }>(await as(publisher, 'POST', `${C}/organisations`, { name: 'World Food Programme', acronym: 'WFP', type: '447' }));
    expect(made.id).toBe('wfp');
    for (const name of ['WFP', 'PAM', 'Programme alimentaire mondial'])
      expect(await answerOf(await as(publisher, 'POST', `${C}/organisations`, { name }))).toEqual([
        409,
        'organisation.known',
        { organisation: 'wfp', name: 'World Food Programme' },
      ]);
    expect(await answerOf(await as(publisher, 'POST', `${C}/organisations`, { name: '…' }))).toEqual([422, 'organisation.name']);
    expect((await answerOf(await as(publisher, 'POST', `${C}/organisations`, { name: 'X', type: '999' })))[1]).toBe('organisation.type');
  });
  test('keep their id when they are renamed, and stay while something names them', async () => {
    const path = `${C}/organisations/${encodeURIComponent('wfp')}`;
    expect(await ok(await as(publisher, 'PATCH', path, { name: 'WFP Narivela' }))).toMatchObject({ id: 'wfp', name: 'WFP Narivela', acronym: 'WFP' });
    const seat = await ok<{ id: string }>(await as(publisher, 'POST', `${G}/wash/seats`, { organisation: 'wfp', capacity: 'member' }));
    expect(await answerOf(await as(publisher, 'DELETE', path))).toEqual([409, 'organisation.in-use']);
    await ok(await as(publisher, 'DELETE', `${G}/wash/seats/${seat.id}`));
    await ok(await as(publisher, 'DELETE', path));
    const { organisations } = organisationsAnswer.parse(await ok(await as(viewer, 'GET', `${C}/organisations`)));
    expect(organisations.map(({ id }) => id)).not.toContain('wfp');
  });
});

describe('seats', () => {
  test('hold until their last day; the same twice is refused; one that held is ended, not deleted', async () => {
    const { id: organisation } = await ok<{ id: string }>(await as(publisher, 'POST', `${C}/organisations`, { name: 'Water Aid Narivela' }));
    const body = { organisation, capacity: 'lead', start: '2025-01-01' };
    const seat = await ok<{ id: string }>(await as(publisher, 'POST', `${G}/wash/seats`, body));
    expect((await answerOf(await as(publisher, 'POST', `${G}/wash/seats`, { ...body, start: '2026-01-01' })))[1]).toBe('seat.twice');
    expect((await answerOf(await as(publisher, 'PATCH', `${G}/wash/seats/${seat.id}`, { end: '2024-12-31' })))[1]).toBe('group.days');
    await ok(await as(publisher, 'PATCH', `${G}/wash/seats/${seat.id}`, { end: '2026-05-14' }));
    const gaps = async () => (await structure()).gaps.filter((gap) => gap.group === 'wash').map(({ code, since, text }) => [code, since, text]);
    expect((await gaps()).map(([code]) => code)).toEqual(['no-imo']);
    day = '2026-05-15';
    expect((await gaps())[0]).toEqual(['lead-ended', '2026-05-14', 'Water Aid Narivela led WASH until 14 May 2026; no other lead has followed.']);
    expect((await structure()).seats.filter((each) => each.group === 'wash')).toEqual([]);
    expect((await groupOf('wash', null)).seats).toMatchObject([{ organisation, end: '2026-05-14' }]);
    expect(await answerOf(await as(publisher, 'DELETE', `${G}/wash/seats/${seat.id}`))).toEqual([409, 'seat.held']);
    day = '2026-05-14';
  });
  test('are of known organisations', async () =>
    expect(await answerOf(await as(publisher, 'POST', `${G}/wash/seats`, { organisation: 'nobody', capacity: 'member' }))).toEqual([
      404,
      'organisation.unknown',
    ]));
});

describe('persons and appointments', () => {
  const appoint = (id: string, body: object) => as(publisher, 'POST', `${G}/${id}/appointments`, body);
  const enter = async (body: object) => ok<Entered>(await as(publisher, 'POST', `${C}/persons`, body));

  test('a person without an account holds a role; it ends at once, and the history keeps it', async () => {
    const person = await enter({ name: 'Ida Imo', email: ' Ida@Example.org ' });
    expect(person).toMatchObject({ email: 'ida@example.org', account: null });
    const made = await ok<Appointment>(await appoint('wash', { person: person.id, role: 'imo', start: '2026-05-01', end: '2026-12-31' }));
    expect(made).toMatchObject({ state: 'active', approvedBy: 'Paula' });
    expect((await answerOf(await appoint('wash', { person: person.id, role: 'imo' })))[1]).toBe('appointment.twice');
    expect((await answerOf(await appoint('wash', { person: person.id, role: 'chair', invite: true })))[1]).toBe('appointment.invite');
    expect((await answerOf(await appoint('wash', { person: 'nobody', role: 'chair' })))[1]).toBe('person.unknown');
    const role = { group: 'wash', role: 'imo', organisation: null, start: '2026-05-01', end: '2026-12-31' };
    expect((await structure(publisher)).roles).toContainEqual({ ...role, person: 'Ida Imo' });
    // Who shares no group with her sees the role, and no name (docs/contacts.md).
    expect((await structure(viewer)).roles).toContainEqual(role);
    const path = `${G}/wash/appointments/${made.id}`;
    expect(await ok(await as(publisher, 'PATCH', path, { end: '2026-06-30' }))).toMatchObject({ end: '2026-06-30', state: 'active' });
    expect(await ok(await as(publisher, 'POST', `${path}/end`, { end: '2026-05-20' }))).toMatchObject({ end: '2026-05-20', state: 'active' });
    expect(await ok(await as(publisher, 'POST', `${path}/end`, { reason: 'moved' }))).toMatchObject({ end: '2026-05-14', state: 'ended' });
    expect((await structure(viewer)).roles).toEqual([]);
    expect((await answerOf(await as(publisher, 'POST', `${path}/end`, {})))[1]).toBe('appointment.state');
    // Past roles are without the name, unless the person agrees to be named.
    expect((await groupOf('wash')).history.slice(0, 2).map(({ action, person: name }) => [action, name])).toEqual([['appointment.ended', null], ['appointment.ended', null]]); // prettier-ignore
  });

  test('an account asks to join; it waits, seen by whoever decides and by themself, until it is approved', async () => {
    const asked = await ok<Appointment>(await as(viewer, 'POST', `${G}/gis/join`, {}));
    expect(asked).toMatchObject({ state: 'pending', role: 'member' });
    expect((await answerOf(await as(viewer, 'POST', `${G}/gis/join`, {})))[1]).toBe('appointment.twice');
    expect((await groupOf('gis', viewer)).appointments).toEqual([]);
    expect((await groupOf('gis')).appointments).toMatchObject([{ id: asked.id, state: 'pending' }]);
    expect((await structure(viewer)).members.find(({ group: id }) => id === 'gis')).toMatchObject({ persons: 0 });
    const path = `${G}/gis/appointments/${asked.id}`;
    expect(await answerOf(await as(viewer, 'POST', `${path}/approve`, {}))).toEqual([403, 'group.forbidden']);
    expect(await ok(await as(publisher, 'POST', `${path}/approve`, { end: '2026-12-31' }))).toMatchObject({
      state: 'active',
      start: '2026-05-14',
      end: '2026-12-31',
      approvedBy: 'Paula',
    });
    expect((await answerOf(await as(publisher, 'POST', `${path}/approve`, {})))[1]).toBe('appointment.state');
    const mine = membershipAnswer.parse(await ok(await as(viewer, 'GET', '/api/v1/membership')));
    expect(mine.persons.filter(({ scope }) => (scope as string) === 'NVL')).toMatchObject([
      { scope: 'NVL', name: 'Vera', appointments: [{ group: 'gis', state: 'active' }], groups: [{ id: 'gis' }] },
    ]);
    expect(await ok(await as(viewer, 'POST', `${path}/end`, {}))).toMatchObject({ state: 'ended' });
  });

  test('who is invited says yes by themself', async () => {
    // Nobody sees her any more since her last appointment ended; she is found as herself.
    expect(personsAnswer.parse(await ok(await as(publisher, 'GET', `${C}/persons`))).persons.filter(({ name }) => name === 'Vera')).toEqual([]);
    const { persons } = membershipAnswer.parse(await ok(await as(viewer, 'GET', '/api/v1/membership')));
    const vera = persons.find(({ name, scope }) => name === 'Vera' && (scope as string) === 'NVL')!;
    const made = await ok<Appointment>(await appoint('imwg', { person: vera.id, role: 'observer', invite: true }));
    expect(made).toMatchObject({ state: 'invited', approvedBy: null });
    expect(await ok(await as(viewer, 'POST', `${G}/imwg/appointments/${made.id}/approve`, {}))).toMatchObject({ state: 'active' });
  });

  test('a claim by an address that nobody has proved waits for whoever manages; one that an invitation proved does not', async () => {
    const person = await enter({ name: 'Paula P', email: 'paula@example.org' });
    const other = await enter({ name: 'Somebody', email: 'somebody@example.org' });
    const claim = (who: Person, id: string) => as(who, 'POST', `${C}/persons/${id}/claim`);
    expect(membershipAnswer.parse(await ok(await as(publisher, 'GET', '/api/v1/membership'))).claimable).toEqual([
      // Told by the address alone: nobody has proved that the account has it.
      { scope: 'NVL', id: person.id, name: 'paula@example.org', asked: false },
    ]);
    expect(await answerOf(await claim(publisher, other.id))).toEqual([404, 'person.unknown']);
    expect(await ok(await claim(publisher, person.id))).toEqual({ state: 'asked' });
    const entryOf = async (who: Person) => personsAnswer.parse(await ok(await as(who, 'GET', `${C}/persons`))).persons.find(({ id }) => id === person.id)!;
    const { claimedBy, account } = await entryOf(admin);
    expect([claimedBy?.name, account]).toEqual(['Paula', null]);
    expect(await entryOf(viewer)).toBeUndefined();
    expect(await ok(await as(admin, 'PATCH', `${C}/persons/${person.id}`, { account: claimedBy!.account }))).toMatchObject({
      account: claimedBy!.account,
      claimedBy: null,
    });
    expect((await answerOf(await as(admin, 'PATCH', `${C}/persons/${other.id}`, { account: claimedBy!.account })))[1]).toBe('person.account');
    expect((await answerOf(await as(admin, 'PATCH', `${C}/persons/${other.id}`, { account: 'nobody' })))[1]).toBe('person.no-account');
    await server.store.db.updateTable('auth_user').set({ emailVerified: 1 }).where('name', '=', 'Amina').execute();
    const own = await enter({ name: 'Amina A', email: 'amina@example.org' });
    expect(await ok(await claim(admin, own.id))).toEqual({ state: 'claimed' });
  });

  test('a person who is deleted leaves role, organisation and days, and the name nowhere', async () => {
    const { id: organisation } = await ok<{ id: string }>(await as(publisher, 'POST', `${C}/organisations`, { name: 'Gone Org' }));
    const { id } = await enter({ name: 'Quentin Zzyzx', organisation, jobTitle: 'Zzyzx officer', email: 'zzyzx@example.org' });
    await ok(await appoint('wash', { person: id, role: 'coordinator', start: '2026-02-01' }));
    await ok(await as(publisher, 'DELETE', `${C}/persons/${id}`));
    const left = (await groupOf('wash')).appointments.find(({ role }) => role === 'coordinator');
    expect(left).toMatchObject({ person: null, organisation, start: '2026-02-01', end: '2026-05-14', state: 'ended' });
    for (const table of ['person', 'appointment', 'workgroup_event', 'workgroup', 'audit', 'account_event'] as const)
      expect(JSON.stringify(await server.store.db.selectFrom(table).selectAll().execute()).toLowerCase(), table).not.toContain('zzyzx');
  });
});

describe('who may', () => {
  test('strangers see public groups without a person; members everything; both in caches as they should be', async () => {
    const [stranger, member] = [await as(null, 'GET', G), await as(viewer, 'GET', G)];
    expect([stranger, member].map(({ headers }) => headers.get('cache-control'))).toEqual(['public, max-age=60', 'private, no-store']);
    for (const { headers } of [stranger, member]) expect(headers.get('vary')).toContain('Cookie');
    const told = structureAnswer.parse(await stranger.json());
    expect(told.groups.map(({ id }) => id)).not.toContain('iccg');
    expect(told.groups.find(({ id }) => id === 'imwg')).toMatchObject({ parent: null, reportsTo: null, updatedBy: null });
    expect(told.may).toEqual({ seePeople: false, manage: false, edit: [], create: [], close: [], approve: [], join: false });
    expect((await as(null, 'GET', `${G}/iccg`)).status).toBe(404);
    expect((await as(viewer, 'GET', `${G}/iccg`)).status).toBe(200);
  });
  test.each([
    ['POST', G, group('x-x')],
    ['PATCH', `${G}/wash`, { acronym: 'W' }],
    ['POST', `${G}/wash/close`, {}],
    ['POST', `${C}/persons`, { name: 'Some One' }],
    ['POST', `${C}/organisations`, { name: 'Some Org' }],
  ])('%s %s is refused to a viewer and to strangers', async (method, path, body) => {
    expect((await as(viewer, method, path, body)).status).toBe(403);
    expect((await as(null, method, path, body)).status).toBe(401);
  });
  test.each(['groups-history', 'organisations', 'persons'])('%s is for members', async (name) => {
    expect((await as(null, 'GET', `${C}/${name}`)).status).toBe(401);
    expect((await as(viewer, 'GET', `${C}/${name}`)).status).toBe(200);
  });
  test('who changed what is listed, newest first, by the name that a person has', async () => {
    const eventsFor = async (who: Person) => historyAnswer.parse(await ok(await as(who, 'GET', `${C}/groups-history?limit=500`))).events;
    const events = await eventsFor(publisher);
    expect(events.length).toBeGreaterThan(20);
    // Those who are persons of the country are named to whoever sees them; the viewer sees herself.
    expect(new Set((await eventsFor(viewer)).map(({ actor }) => actor))).toEqual(new Set([null, 'Vera']));
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['Paula', 'Vera', 'Amina']));
    expect(events.find(({ action, group: id }) => action === 'group.changed' && id === 'wash-north')).toMatchObject({
      group: 'wash-north',
      detail: { acronym: '– → WN', area: '[] → ["NV01"]' },
    });
  });
  test('the global structure has its own address, and mirrors come from it', async () => {
    expect((await answerOf(await as(admin, 'POST', '/api/v1/countries/global/groups', group('imwg', { type: 'working-group' }))))[1]).toBe('group.exists');
    expect(await ok(await as(publisher, 'PATCH', `${G}/imwg`, { mirrors: 'imwg' }))).toMatchObject({ mirrors: 'imwg' });
    expect((await answerOf(await as(admin, 'PATCH', '/api/v1/countries/global/groups/imwg', { mirrors: 'imwg' })))[1]).toBe('group.edge');
  });
});
