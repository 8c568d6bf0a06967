/**
 * The marker crawl: fifty persons whose every field is a marker, and every route that this server has, asked by everybody who has no right to them.
 * A marker may stand nowhere: bodies (workbooks unpacked), headers, refusals, feeds, search, exports, names of objects, the log. Routes that are
 * added are asked too, since the list is that of the contract.
 */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEFAULT_VISIBILITY, type ContactEntry, type Visibility } from '../../../server/contract/contacts/contacts.ts';
import type { Scope } from '../../../server/contract/groups/groups.ts';
import type { RouteName } from '../../../server/contract/paths.ts';
import { ROUTES } from '../../../server/contract/routes.ts';
import { loadStructure, type LoadedPerson } from '../../../server/groups/load.ts';
import { NO_REPORTS } from '../../../server/groups/registry.ts';
import { createGroupStore } from '../../../server/groups/store.ts';
import { main } from '../../../server/cli/main.ts';
import { METRICS, recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const NVL = 'NVL' as Scope;
const C = '/api/v1/countries/NVL';
/** In what is for members, in what is for nobody, in what a restricted person has. Long enough to stand in no checksum by chance: three letters do. */
const [MEMBERS, NOBODY, RESTRICTED] = ['zqxzqxzqx', 'zqnzqnzqn', 'zqrzqrzqr'] as const;
/** Numbers have no letters: these stand in no port, length or time. */
const DIGITS = '99977000';
const ANY = new RegExp(`${MEMBERS}|${NOBODY}|${RESTRICTED}|${DIGITS}`, 'i');

let server: TestServer;
let send: Send;
let people: Record<'admin' | 'imo' | 'member', Person>;
/** Who has no right to a name in WASH. */
let outsiders: Record<string, Record<string, string>>;
let ids: Record<string, string>;
/** Addresses of calendars of one's own: of a member of another group, and of who was a member when it was made. */
let calendars: string[];

const entry = (id: string, kind: ContactEntry['kind'], value: string, visibility: Visibility, service: string | null = null): ContactEntry => ({
  id,
  kind,
  label: 'work',
  service,
  value,
  preferred: id === '1',
  visibility,
});
const persons = Array.from({ length: 50 }, (_, i) => {
  const isRestricted = i % 10 === 7;
  const m = isRestricted ? RESTRICTED : MEMBERS;
  const contact: LoadedPerson = {
    given: `Given${m}${i}`,
    family: `Family${m}${i}`,
    dutyStation: { pcode: null, name: `Station${m}${i}` },
    languages: [m],
    visibility: i % 10 === 3 ? { ...DEFAULT_VISIBILITY, name: 'focal-points' } : DEFAULT_VISIBILITY,
    contacts: [
      entry('1', 'email', `mail${m}${i}@example.org`, 'members'),
      entry('2', 'phone', `+${DIGITS}${String(i).padStart(2, '0')}`, 'members'),
      entry('3', 'messenger', `chat${m}${i}`, 'focal-points', `Service${m}${i}`),
      entry('4', 'other', `other${NOBODY}${i}`, 'nobody'),
    ],
    restrictedAt: isRestricted ? '2026-01-01T00:00:00.000Z' : null,
    ...(i % 10 === 5 ? { entered: 'import', confirmedAt: null, enteredAt: new Date().toISOString() } : {}),
  };
  return { name: `Persona${m}${i} Surname${m}${i}`, organisation: `Organisation ${i % 5}`, jobTitle: `Title${m}${i}`, email: `mail${m}${i}@example.org`, ...contact };
}); // prettier-ignore

beforeAll(async () => {
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  await recordSample(server.store);
  const { db } = server.store;
  const admin = await join(server.url, server.firstLink!, 'Amina');
  const json = { ...admin.headers, 'content-type': 'application/json' };
  for (const id of ['wash', 'health']) await send('POST', `${C}/groups`, json, { id, type: 'cluster', names: { en: id }, ...(id === 'health' ? {} : { visibility: 'public' }) }); // prettier-ignore
  const of = (group: string, role: 'imo' | 'member' | 'observer') => ({ scope: 'NVL', group, role });
  people = { admin, imo: await invite(server.url, admin, of('wash', 'imo'), 'Ida'), member: await invite(server.url, admin, of('wash', 'member'), 'Max') };
  // An account of the group whose own name is a marker, too: who acts is named in histories.
  const named = await invite(server.url, admin, of('wash', 'member'), `Account${MEMBERS}`);
  // Whoever writes down meetings, actions and decisions, too: calendars and feeds tell what, never who.
  const keeper = await invite(server.url, admin, of('wash', 'imo'), `Keeper${MEMBERS}`);
  const former = await invite(server.url, admin, of('wash', 'member'), 'Fatou');
  const health = await invite(server.url, admin, of('health', 'member'), 'Hana');
  const observer = await invite(server.url, admin, of('health', 'observer'), 'Omar');
  const above = await invite(server.url, admin, 'viewer', 'Vera');

  let count = 0;
  const newId = () => `row-${++count}`;
  await loadStructure(
    { store: createGroupStore(db, newId), newId, readReports: async () => NO_REPORTS },
    NVL,
    {
      groups: [{ group: { id: 'wash', type: 'cluster', names: { en: 'wash' } }, changed: '2026-05-01', closed: null }],
      organisations: [],
      seats: [],
      persons,
      appointments: persons.map(({ name: person }, i) => ({ group: 'wash', person, role: (['member', 'alternate', 'coordinator', 'observer'] as const)[i % 4]!, start: null, end: i === 11 ? '2026-01-01' : null })),
    },
    'tester',
  ); // prettier-ignore
  const idOf = async (name: string) => (await db.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  const appointmentOf = async (person: string) => (await db.selectFrom('appointment').select('id').where('person', '=', person).executeTakeFirstOrThrow()).id;
  const person = await idOf(persons[0]!.name);
  // Histories, links and lines of contacts with something in them.
  await send('PATCH', `${C}/persons/${person}`, people.imo.headers, { jobTitle: `Changed${MEMBERS}` });
  await send('POST', `${C}/persons/${person}/verification`, people.imo.headers);
  await send('POST', `${C}/persons/${person}/link`, people.imo.headers);
  await send('POST', `${C}/groups/health/join`, named.headers, {});
  const { path: ended } = (await (await send('POST', '/api/v1/calendar-links', former.headers, { scope: 'NVL', about: { is: 'all' } })).json()) as {
    path: string;
  };
  await send('POST', `${C}/groups/wash/appointments/${await appointmentOf(await idOf('Fatou'))}/end`, people.imo.headers, { reason: 'moved' });
  const meeting = { groups: ['wash'], title: 'Weekly', start: '2026-12-08T10:00', zone: 'Europe/Paris', length: 60, rrule: 'FREQ=WEEKLY;BYDAY=TU' };
  for (const visibility of ['public', 'members']) {
    const planned = await send('POST', `${C}/meetings`, keeper.headers, {
      ...meeting,
      visibility,
      title: `Weekly, ${visibility}`,
    });
    expect(planned.status, await planned.clone().text()).toBe(201);
    const decided = await send('POST', `${C}/decisions`, keeper.headers, { group: 'wash', date: '2026-11-01', text: visibility === 'public' ? 'Agreed' : 'Agreed inside', visibility }); // prettier-ignore
    expect(decided.status, await decided.clone().text()).toBe(201);
  }
  const action = await send('POST', `${C}/actions`, keeper.headers, { group: 'wash', text: 'Act', due: '2026-11-20', role: 'imo' });
  expect(action.status, await action.clone().text()).toBe(201);
  const { path: calendar } = (await (await send('POST', '/api/v1/calendar-links', health.headers, { scope: 'NVL', about: { is: 'all' } })).json()) as {
    path: string;
  };
  calendars = [calendar, ended];
  const form = new FormData();
  form.set('file', new Blob([`Group,Full name,Email\nwash,Import ${MEMBERS},import${MEMBERS}@example.org\n`]), `contacts${MEMBERS}.csv`);
  const made = (await (await fetch(`${server.url}${C}/imports`, { method: 'POST', headers: admin.headers, body: form })).json()) as { id: string };
  const key = (await (await send('POST', '/api/v1/keys', people.member.headers, { name: 'Reader', scopes: ['draft.read'] })).json()) as { key: string };
  outsiders = {
    anonymous: {},
    'a link that is none': { authorization: `Entry ${'x'.repeat(43)}` },
    'a key of a member': { authorization: `Bearer ${key.key}` },
    'member of another group': health.headers,
    'observer of another group': observer.headers,
    'viewer of all countries': above.headers,
    'former member': former.headers,
  };
  ids = {
    scope: 'NVL', group: 'wash', person, appointment: await appointmentOf(person), import: made.id, organisation: 'organisation 1', id: 'cod-ab-sle', dataset: 'cod-ab-sle',
    version: 'v01', iso3: 'NVL', level: '1', pcode: 'SL01', token: 'x'.repeat(43), code: 'group.unknown', z: '3', x: '3', y: '3', file: 'report.json',
  }; // prettier-ignore
}, 120_000);
afterAll(() => server.close());

/** Ends the session of the one who asks, or waits for what never comes. */
const APART: ReadonlySet<RouteName> = new Set<RouteName>(['signOut', 'changePassword', 'followJob']);
const FORMATS = ['json', 'vcf', 'vcf3', 'csv', 'xlsx', 'txt', 'html', 'ics', 'atom', 'pdf'];
const fill = (path: string, given: Record<string, string> = {}) =>
  path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent({ ...ids, ...given }[part] ?? 'x'));
/** Search words that names begin with, filters, printed sheets: whatever a route takes of it. */
const QUERIES = [
  '',
  '?lang=ar&group=wash&q=persona&query=persona&search=persona&kind=contact&layout=wide&below=true&limit=200',
  '?kind=sign-in&page=focal-points',
];

function addresses({ path, method, query: asked }: (typeof ROUTES)[number]): string[] {
  const paths = path.includes(':format') ? FORMATS.map((format) => fill(path, { format })) : [fill(path)];
  const groups = method === 'get' && path.includes(':group') ? paths.flatMap((each) => [each, each.replace('/wash', '/health')]) : paths;
  return method === 'get' ? groups.flatMap((each) => (asked ? QUERIES : ['']).map((query) => each + query)) : groups;
}

const BODY = {
  person: 'row-1',
  name: 'Some One',
  role: 'member',
  reason: 'delete',
  restricted: true,
  text: '1',
  language: 'en',
  purposes: {},
  until: '2026-12-01T00:00:00Z',
};

/** All that comes back, read as text: headers, and the parts of a workbook. */
async function answer(method: string, path: string, headers: Record<string, string>): Promise<string> {
  const response = await send(method.toUpperCase(), path, headers, method === 'get' || method === 'head' ? undefined : { ...BODY, person: ids['person'] });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip
    ? Object.entries(unzipSync(bytes)).map(([name, part]) => `${name} ${Buffer.from(part).toString('utf8')}`)
    : [Buffer.from(bytes).toString('utf8')];
  return `${response.status} ${JSON.stringify([...response.headers])} ${parts.join('\n')}`;
}

describe('no marker reaches', () => {
  test.each([
    'anonymous',
    'a link that is none',
    'a key of a member',
    'member of another group',
    'observer of another group',
    'viewer of all countries',
    'former member',
  ])(
    '%s, on any route',
    async (who) => {
      let answered = 0;
      for (const route of ROUTES.filter(({ name }) => !APART.has(name)))
        for (const path of addresses(route)) {
          const told = await answer(route.method, path, outsiders[who]!);
          if (told.startsWith('2')) answered++;
          const found = ANY.exec(told);
          expect(found && `${route.method} ${path}: …${told.slice(Math.max(0, found.index - 80), found.index + 80)}…`).toBeNull();
        }
      // Enough is answered for this to mean something.
      expect(answered).toBeGreaterThan(40);
    },
    180_000,
  );

  test('what is for nobody, or restricted, an administrator or a member on any route that is read', async () => {
    for (const who of [people.admin, people.member])
      for (const route of ROUTES.filter(({ name, method }) => method === 'get' && !APART.has(name)))
        for (const path of addresses(route)) {
          const told = await answer('get', path, who.headers);
          const found = new RegExp(`${NOBODY}|${RESTRICTED}`, 'i').exec(told);
          expect(found && `${path}: …${told.slice(Math.max(0, found.index - 80), found.index + 80)}…`).toBeNull();
        }
  }, 180_000);

  test('calendars of one’s own of another group and of a former member, by the address that their programs keep', async () => {
    const told = await Promise.all(calendars.map((path) => answer('get', path, {})));
    expect(told.map((each) => each.slice(0, 3))).toEqual(['200', '404']);
    for (const each of told) expect(each.replaceAll('\\r\\n ', '')).not.toMatch(ANY);
  });

  test('metrics, and what the command line says', async () => {
    const metrics = await answer('get', '/metrics', METRICS);
    expect(metrics).toMatch(/^200[^]*codmap_/);
    expect(metrics).not.toMatch(ANY);
    const said: string[] = [];
    const hear = (text: unknown) => said.push(String(text)) > 0;
    const spies = [vi.spyOn(process.stdout, 'write').mockImplementation(hear as never), vi.spyOn(console, 'error').mockImplementation(hear as never)];
    const codes: number[] = [];
    try {
      for (const args of [
        ['sensitivity', 'NVL'],
        ['sensitivity', 'SLE'],
        ['verify'],
        ['gc'],
        ['publish', 'cod-ab-nvl@v01'],
        ['discard', `cod-ab-${MEMBERS}@v01`],
      ])
        codes.push(await main([...args, '--data', server.config.data], {}));
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect(codes.filter((code) => code === 0).length).toBeGreaterThanOrEqual(3);
    // What the person typed is theirs.
    expect(said.join('\n').replaceAll(`cod-ab-${MEMBERS}@v01`, '')).not.toMatch(ANY);
  });

  test('the log, the names of objects, and errors', async () => {
    expect(server.lines.join('\n')).not.toMatch(ANY);
    for await (const key of server.store.objects.list('')) expect(key).not.toMatch(ANY);
  });
});

describe('who has the right is told', () => {
  test('what is for members by a member, and all of it by whoever may approve', async () => {
    const cards = await answer('get', `${C}/contacts`, people.member.headers);
    for (const sign of [`Persona${MEMBERS}0`, `Given${MEMBERS}0`, `Station${MEMBERS}0`, `mail${MEMBERS}0@`, `${DIGITS}00`, 'private, no-store'])
      expect(cards).toContain(sign);
    // Phones were made visible to members; messengers are for focal points.
    expect(cards).not.toContain(`chat${MEMBERS}0`);
    expect(cards).not.toContain(`Persona${MEMBERS}3 `);
    expect(cards).not.toContain(`Persona${MEMBERS}5 `);
    const all = await answer('get', `${C}/contacts`, people.imo.headers);
    for (const sign of [`chat${MEMBERS}0`, `other${NOBODY}0`, `Persona${MEMBERS}3 `]) expect(all).toContain(sign);
    expect(all).not.toContain(RESTRICTED);
  });
  test('of each answer that names somebody, no cache keeps anything', async () => {
    for (const route of ROUTES.filter(({ name, method }) => method === 'get' && !APART.has(name)))
      for (const path of addresses(route).slice(0, 2)) {
        const response = await send('GET', path, people.imo.headers);
        const text = await response.text();
        if (response.ok && ANY.test(text)) expect([path, response.headers.get('cache-control')]).toEqual([path, 'private, no-store']);
      }
  }, 120_000);
});
