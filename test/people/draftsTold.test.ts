/** Drafts of population and 3W: nothing of them is told to strangers on any route before they are published (point 9 of the hardening; decision 0030). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../../server/contract/routes.ts';
import { ASKED, P, recordPopulation, recordPresence, send, startWorld, told, type World } from '../helpers/attack/presenceWorld.ts';

/** Stands in every name, source and text of the drafts, and nowhere else. */
const SECRET = 'Zzyzx';
const DRAFT = [
  'Organisation,Organisation type,Cluster,Region Pcode,District Pcode,Status,Start date,End date,People reached',
  `${SECRET} Relief,INGO,Nutrition,EX01,EX0101,Ongoing,2031-05-01,2031-05-31,77123`,
  `Organisation A,INGO,Nutrition,EX01,EX0102,Planned,2031-06-01,2031-06-30,88321`,
  `${SECRET} Relieff,INGO,${SECRET} cluster,EX01,EX0102,Ongoing,2031-06-01,2031-06-30,12`,
].join('\n');
const PAGES = ['/', '/countries/exl', '/countries/EXL/3w', '/datasets/3w-exl', '/datasets/cod-ps-exl', '/problems', '/docs'];

let world: World;
beforeAll(async () => {
  world = await startWorld(0);
}, 120_000);
afterAll(() => world.server.close());

const gets = ROUTES.filter(({ method, name }) => method === 'get' && name !== 'getReadiness' && name !== 'getMetrics');
/** Of each route a dozen, spread over its filters and versions. */
const some = (paths: string[]) => paths.filter((_, i) => i % Math.ceil(paths.length / 12) === 0);
const addresses = () => [
  ...gets.flatMap(({ name }) => some(ASKED[name]?.ask ?? [])),
  `${P}?version=current`,
  `${P}/organisations?version=current`,
  `${P}/records?version=current`,
  '/api/v1/datasets/cod-ps-exl',
  '/api/v1/datasets/cod-ps-exl/versions/current/population',
  ...PAGES,
];
async function askAll(): Promise<Map<string, { status: number; text: string }>> {
  const answers = new Map<string, { status: number; text: string }>();
  // A workbook is a zip with the time at which it was written.
  for (const path of addresses()) answers.set(path, path.includes('.xlsx') ? { ...(await told(world, path)), text: '' } : await told(world, path));
  return answers;
}

test('names, organisations, periods, clusters and decisions of a draft stand on no public route', async () => {
  const { server } = world;
  const before = await askAll();
  const tag = await recordPresence(server, DRAFT);
  const people = await recordPopulation(server, `${SECRET} Census`, 2031, `${SECRET} Land`);
  for (const [dataset, version] of [['3w-exl', tag], ['cod-ps-exl', people]] as const) {
    const changed = await send(world, 'PATCH', `/api/v1/datasets/${dataset}/versions/${version}`, { title: `${SECRET} title`, source: `${SECRET} source`, caveats: `${SECRET} caveat` });
    expect([dataset, changed.status, await changed.text()]).toEqual([dataset, 200, expect.stringContaining(SECRET)]);
  } // prettier-ignore
  const decided = await send(world, 'POST', `${P}/decisions`, { decisions: [{ kind: 'sector', spelling: `${SECRET} cluster`, codes: ['HEA'] }] });
  expect(decided.status).toBe(201);
  const member = await fetch(`${server.url}/api/v1/presence/3w-exl/organisations?version=${tag}`, { headers: { 'x-test-user': 'ann' } });
  expect([member.status, await member.text()]).toEqual([200, expect.stringContaining(`${SECRET} Relief`)]);

  const after = await askAll();
  for (const [path, answer] of before) {
    expect([path, after.get(path)]).toEqual([path, answer]);
    for (const word of [SECRET, '2031', '77123', '88321']) expect([path, answer.text.includes(word)]).toEqual([path, false]);
  }
  // By its own tag neither: a stranger learns no more than that there is no such version.
  for (const [path] of before) {
    const own = path.replace(/\bv02\b/, tag);
    if (own === path || tag === 'v02') continue;
    const { text } = await told(world, own);
    for (const word of [SECRET, '77123', '88321']) expect([own, text.includes(word)]).toEqual([own, false]);
  }

  // Published, they are told: so the questions are those in which it would have stood.
  for (const [dataset, version] of [['3w-exl', tag], ['cod-ps-exl', people]] as const)
    await server.store.datasets.publishVersion(dataset as never, version as never, { by: 'tester', reason: 'test' }); // prettier-ignore
  for (const path of [
    '/api/v1/datasets',
    `${P}?version=current`,
    `${P}/organisations?version=current`,
    `${P}/records?version=current`,
    '/api/v1/datasets/cod-ps-exl',
  ]) {
    expect(before.has(path), path).toBe(true);
    expect([path, (await told(world, path)).text.includes(SECRET)]).toEqual([path, true]);
  }
}, 240_000);
