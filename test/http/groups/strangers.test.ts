/**
 * Names of persons and what they are known by, crawled for: fifty persons whose every field is a marker, in public groups and in one for members. Nobody
 * without a right finds a marker anywhere: bodies, headers, files, refusals, logs.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGroupStore } from '../../../server/groups/store.ts';
import { loadStructure } from '../../../server/groups/load.ts';
import { NO_REPORTS } from '../../../server/groups/registry.ts';
import { ROUTES } from '../../../server/contract/routes.ts';
import { APPOINTMENT_ROLES, type Scope } from '../../../server/contract/groups/groups.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const MARK = 'zqxzqxzqx';
const NVL = 'NVL' as Scope;
const C = '/api/v1/countries/NVL';
let server: TestServer;
let send: Send;
let viewer: Person;
let publisher: Person;
let ids: Record<string, string>;

const persons = Array.from({ length: 50 }, (_, i) => ({
  name: `Name${MARK}${i} Family${MARK}${i}`,
  organisation: `Organisation ${i % 5}`,
  jobTitle: `Title${MARK}${i}`,
  email: `mail${MARK}${i}@example.org`,
}));

beforeAll(async () => {
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  viewer = await invite(server.url, admin, 'viewer', 'Vera');
  publisher = await invite(server.url, admin, 'publisher', 'Paula');
  let count = 0;
  const newId = () => `row-${++count}`;
  const store = createGroupStore(server.store.db, newId);
  await loadStructure(
    { store, newId, readReports: async () => NO_REPORTS },
    NVL,
    {
      groups: [
        { group: { id: 'wash', type: 'cluster', names: { en: 'WASH Cluster' } }, changed: '2026-05-01', closed: null },
        { group: { id: 'inner', type: 'working-group', names: { en: `Inner${MARK}` }, visibility: 'members' }, changed: '2026-05-01', closed: null },
        { group: { id: 'gone', type: 'task-force', names: { en: 'Gone' } }, changed: '2026-05-01', closed: '2026-05-01' },
      ],
      organisations: [],
      seats: [],
      persons,
      appointments: persons.map(({ name: person }, i) => ({
        group: ['wash', 'inner', 'gone'][i % 3]!,
        person,
        role: APPOINTMENT_ROLES[i % APPOINTMENT_ROLES.length]!,
        start: null,
        end: i % 7 === 0 ? '2026-01-01' : null,
      })),
    },
    'tester',
  );
  const { db } = server.store;
  const person = await db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
  const appointment = await db.selectFrom('appointment').selectAll().executeTakeFirstOrThrow();
  await send('PATCH', `${C}/persons/${person.id}`, publisher.headers, { jobTitle: `Changed${MARK}` });
  await send('DELETE', `${C}/persons/${(await db.selectFrom('person').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id}`, publisher.headers);
  const form = new FormData();
  form.set('file', new Blob([`Group,Full name,Email\nWASH Cluster,Import ${MARK},import${MARK}@example.org\n`]), `contacts${MARK}.csv`);
  const made = (await (await fetch(`${server.url}${C}/imports`, { method: 'POST', headers: publisher.headers, body: form })).json()) as { id: string };
  ids = { scope: 'NVL', group: 'wash', person: person.id, appointment: appointment.id, seat: 'x', organisation: 'organisation 1', import: made.id };
}, 60_000);
afterAll(() => server.close());

const fill = (path: string, group = 'wash') => path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent({ ...ids, group }[part] ?? 'x'));
const ours = ROUTES.filter(({ tag }) => tag === 'groups');
async function all(method: string, path: string, headers: Record<string, string>): Promise<string> {
  const body = method === 'get' ? undefined : { person: ids['person'], name: 'Some One', role: 'member' };
  const response = await send(method.toUpperCase(), path, headers, body);
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`.toLowerCase();
}

describe('no marker reaches', () => {
  test('a stranger, on any route of groups, asked for any group', async () => {
    expect(ours.length).toBeGreaterThan(30);
    for (const { method, path } of ours)
      for (const group of ['wash', 'inner', 'gone', 'none'])
        for (const query of method === 'get' ? ['', '?lang=ar'] : [''])
          expect(await all(method, fill(path, group) + query, {}), `${method} ${path} ${group}`).not.toContain(MARK);
  });
  test('a key without the permission, and a key that is none', async () => {
    const made = (await (await send('POST', '/api/v1/keys', publisher.headers, { name: 'Maps', scopes: ['map.write'] })).json()) as { key: string };
    for (const key of [made.key, 'codmap_none'])
      for (const { method, path } of ours) expect(await all(method, fill(path), { authorization: `Bearer ${key}` }), `${method} ${path}`).not.toContain(MARK);
  });
  test('the log', () => expect(server.lines.join('\n').toLowerCase()).not.toContain(MARK));
  test('other public lists: OpenAPI, problems, docs, home', async () => {
    for (const path of ['/openapi.json', '/docs', '/problems', '/api/v1/datasets', '/api/v1/session', '/'])
      expect(await all('get', path, {}), path).not.toContain(MARK);
  });
});

describe('what a member sees', () => {
  test('is the names, and the group for members, in answers that nobody keeps', async () => {
    const response = await send('GET', `${C}/groups`, viewer.headers);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect((await response.text()).toLowerCase()).toContain(MARK);
    for (const path of [`${C}/persons`, `${C}/groups/inner`, `${C}/groups-history`])
      expect((await send('GET', path, viewer.headers)).headers.get('cache-control'), path).toBe('private, no-store');
  });
  test('and no address, which is for whoever manages', async () => {
    for (const { method, path } of ours.filter((route) => route.method === 'get'))
      expect(await all(method, fill(path), viewer.headers), path).not.toContain(`mail${MARK}`);
    expect(await all('get', `${C}/persons`, publisher.headers)).toContain(`mail${MARK}`);
  });
  test('and no person in files, which are handed on', async () => {
    for (const path of [`${C}/groups.csv`, `${C}/groups.jsonld`]) {
      const told = await all('get', path, publisher.headers);
      expect(told).toContain('wash');
      expect(told, path).not.toContain(MARK);
    }
  });
});
