/** One registry with the 3W: what it reports is offered, and has the same id once a group names it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisationsAnswer, structureAnswer } from '../../../server/contract/groups/groups.ts';
import { member, P, send, startWorld, type World } from '../../helpers/attack/presenceWorld.ts';
import { join } from '../../helpers/member.ts';

const C = '/api/v1/countries/EXL';
let world: World;
/** Who may ask of the 3W, and an administrator, who may ask of groups. */
let headers: Record<string, string>;
const get = async (path: string, who = headers) => (await fetch(world.server.url + path, { headers: who })).json() as Promise<unknown>;
const post = async (path: string, body: object) => {
  const response = await fetch(world.server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as { id: string; type: string; details?: { organisation: string } } };
};
const listed = async () => organisationsAnswer.parse(await get(`${C}/organisations`)).organisations;

beforeAll(async () => {
  world = await startWorld(0);
  headers = { ...(await join(world.server.url, world.server.firstLink!, 'Amina')).headers, ...member };
  await post(`${C}/groups`, { id: 'wash', type: 'cluster', names: { en: 'WASH' }, area: ['EX01'] });
}, 120_000);
afterAll(() => world.server.close());

test('organisations of the current 3W are offered as such', async () => {
  const before = await listed();
  expect(before.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((letter) => `organisation ${letter}`));
  expect(new Set(before.map(({ from, seats }) => `${from} ${seats}`))).toEqual(new Set(['3w 0']));
  expect(before[0]).toMatchObject({ name: 'Organisation A', type: '437' });
});

test('one enters the registry when a group first names it, with the id that the 3W has', async () => {
  expect((await post(`${C}/groups/wash/seats`, { organisation: 'organisation b', capacity: 'lead' })).status).toBe(201);
  const own = (await listed()).filter(({ from }) => from === 'registry');
  expect(own).toMatchObject([{ id: 'organisation b', name: 'Organisation B', type: '437', seats: 1 }]);
  const { organisations } = (await get(`${P}/organisations?version=current`)) as { organisations: { id: string }[] };
  expect(organisations.map(({ id }) => id)).toContain('organisation b');
});

test('a spelling that people decided on is the same organisation', async () => {
  const decision = { kind: 'organisation', spelling: 'Org Bee', organisation: 'organisation b' };
  const decided = await send(world, 'POST', `${P}/decisions`, { decisions: [decision] });
  expect(decided.status).toBe(201);
  const { status, body } = await post(`${C}/organisations`, { name: 'Org Bee' });
  expect([status, body.details?.organisation]).toEqual([409, 'organisation b']);
});

test('a place that the boundaries do not have is refused', async () => {
  const { status, body } = await post(`${C}/groups`, { id: 'fsc', type: 'cluster', names: { en: 'FSC' }, area: ['EX01', 'EX99'] });
  expect([status, body.type, body.details]).toMatchObject([422, '/problems/group.area', { pcodes: ['EX99'] }]);
});

test('strangers are told of the organisation in the group, and of no other of the 3W', async () => {
  const told = structureAnswer.parse(await get(`${C}/groups`, {}));
  expect(told.organisations.map(({ name }) => name)).toEqual(['Organisation B']);
});
