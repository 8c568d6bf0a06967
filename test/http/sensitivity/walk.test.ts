/**
 * Data that not everybody may receive, asked for by every route that answers GET: by strangers, by somebody of another country, by members of the
 * country, by members of a group that is named and of one that is not. Each dataset, of each class, for each audience; old versions too (decision 0055).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIENCES, CLASSES, type Audience, type SensitivityClass } from '../../../server/contract/sensitivity/sensitivity.ts';
import { ROUTES } from '../../../server/contract/routes.ts';
import { addressIn, ASKED, send, startWorld, type World } from '../../helpers/attack/presenceWorld.ts';
import { invite, type Person } from '../../helpers/member.ts';
import { sensitivityOf } from '../../helpers/sensitivity.ts';
import { toText } from '../../helpers/tables/workbook.ts';

/** What of each dataset would be seen. Of boundaries its tiles: units by code are in what is placed on them. */
const MARKS = { '3w-exl': /organisation [a-j]\b|3w-exl|who is where/i, 'cod-ps-exl': /cod-ps-exl|"census"/i, 'cod-ab-exl': /tile 3\/3\/3|Place 1/ } as const;
type Dataset = keyof typeof MARKS;
const DATASETS = Object.keys(MARKS) as Dataset[];
const WHO = ['stranger', 'neighbour', 'observer', 'member', 'unnamed', 'named', 'owner'] as const;
type Who = (typeof WHO)[number];
/** Owner: of the group that answers for the data. Unnamed: of a cluster that owns a part of the 3W. Named: of a group that owns nothing. */
const RECEIVES: Record<Exclude<Audience, 'public'>, (dataset: Dataset) => readonly Who[]> = {
  response: () => ['observer', 'member', 'unnamed', 'named', 'owner'],
  cluster: (dataset) => (dataset === '3w-exl' ? ['unnamed', 'owner'] : ['owner']),
  named: () => ['named', 'owner'],
};

let world: World;
let people: Record<Exclude<Who, 'stranger'>, Person>;

const make = async (scope: string, group: object) =>
  expect((await send(world, 'POST', `/api/v1/countries/${scope}/groups`, { names: { en: 'Group' }, ...group })).status).toBe(201);

beforeAll(async () => {
  world = await startWorld(0, true);
  await make('EXL', { id: 'imwg', type: 'working-group' });
  await make('EXL', { id: 'wash', type: 'cluster', sector: 'WSH', owns: [{ kind: '3w', sector: 'WSH' }] });
  await make('EXL', { id: 'protection', type: 'cluster' });
  await make('EXL', { id: 'logistics', type: 'cluster' });
  await make('TGO', { id: 'imwg', type: 'working-group' });
  const admin = { name: 'Amina', headers: world.headers! };
  const as = (scope: string, group: string, role: 'observer' | 'member' | 'imo', name: string) => invite(world.server.url, admin, { scope, group, role }, name);
  people = {
    neighbour: await as('TGO', 'imwg', 'observer', 'Nadia'),
    observer: await as('EXL', 'imwg', 'observer', 'Omar'),
    member: await as('EXL', 'logistics', 'imo', 'Lina'),
    unnamed: await as('EXL', 'wash', 'imo', 'Wanda'),
    named: await as('EXL', 'protection', 'member', 'Petra'),
    owner: await as('EXL', 'imwg', 'member', 'Odile'),
  };
}, 120_000);
afterAll(() => world.server.close());

const get = async (path: string, who: Who) => {
  const headers = who === 'stranger' ? {} : people[who].headers;
  const response = await fetch(world.server.url + addressIn(world, path), { headers, redirect: 'manual' });
  const text = `${response.headers.get('location') ?? ''} ${toText(Buffer.from(await response.arrayBuffer()))}`;
  return { status: response.status, cache: response.headers.get('cache-control'), text };
};
const say = (dataset: Dataset, is: SensitivityClass, audience: Audience) =>
  send(world, 'PUT', sensitivityOf(dataset), { class: is, audience, named: audience === 'named' ? ['protection'] : [], reason: 'a test', confirmed: true });

/** Maps by number: all are of boundaries and 3W, the third also of population; the embeds are of the first and the fourth. */
const isAbout = (path: string, dataset: Dataset): boolean => {
  if (/^\/api\/v1\/maps$|self-check/.test(path)) return false;
  if (/\/countries\/exl\.svg/.test(path)) return dataset === 'cod-ab-exl';
  if (path.includes('{')) return dataset !== 'cod-ps-exl' || path.includes('{2}');
  if (path.startsWith('/preview')) return dataset !== 'cod-ps-exl';
  return path.includes(dataset) || (dataset === 'cod-ab-exl' && /[?&](boundaries|on)=/.test(path));
};

const LISTS = ['/api/v1/datasets', '/api/v1/maps', '/api/v1/countries/EXL/sharing', '/api/v1/countries/EXL/organisations', '/api/v1/work', '/api/v1/session'];
/** Of each route the first addresses and the last: filters of one route differ in nothing that is asked here. Routes of any dataset are asked of each. */
function addresses(): string[] {
  const all = ROUTES.filter(({ method }) => method === 'get').flatMap(({ name }) => {
    // That none is missing in the list is held by test/http/sensitive.test.ts.
    const { ask, keeps } = ASKED[name] ?? { ask: [], keeps: [] };
    const some =
      name.startsWith('getMap') || name.startsWith('showMap')
        ? ask.filter((path) => !path.includes('lang=') || path.endsWith('lang=en'))
        : [...ask.slice(0, 3), ...ask.slice(-1)];
    return [...some, ...keeps.map(([path]) => path)];
  });
  const ofAny = all
    .filter((path) => /^\/(api\/v1\/datasets|tiles)\/3w-exl/.test(path))
    .flatMap((path) => DATASETS.map((dataset) => path.replace('3w-exl', dataset)));
  const own = ['exl.pmtiles', 'exl_geometry.bin', 'report.json'].flatMap((file) =>
    ['current', 'v01'].map((version) => `/api/v1/datasets/cod-ab-exl/versions/${version}/download/${file}`),
  );
  const people = ['current', 'v01'].map((version) => `/api/v1/datasets/cod-ps-exl/versions/${version}/download/exl_adm2.json`);
  return [...new Set([...all, ...ofAny, ...own, ...people, ...LISTS])];
}

describe.each(DATASETS)('%s', (dataset) => {
  const about = addresses().filter((path) => isAbout(path, dataset));
  // What was placed on boundaries names their units; what else is told of them is not.
  const placed = dataset === 'cod-ab-exl' ? /3w-exl/ : /^$/;
  const beside = addresses().filter(
    (path) => !isAbout(path, dataset) && !placed.test(path) && !/\.(png|svg|xlsx)|lang=ar|\/(openapi|docs|problems)/.test(path),
  );
  afterAll(() => send(world, 'DELETE', sensitivityOf(dataset), { confirmed: true }));

  test('is seen by strangers before', async () => {
    expect(about.length).toBeGreaterThan(dataset === 'cod-ps-exl' ? 30 : 90);
    const seen = [];
    for (const path of about.filter((each) => !/\.(png|svg)/.test(each))) if (MARKS[dataset].test((await get(path, 'stranger')).text)) seen.push(path);
    expect(seen.length).toBeGreaterThan(3);
  }, 120_000);

  describe.each(CLASSES.flatMap((is) => AUDIENCES.flatMap((audience) => (audience === 'public' ? [] : [[is, audience] as const]))))(
    '%s, for %s',
    (is, audience) => {
      beforeAll(async () => expect((await say(dataset, is, audience)).status).toBe(200));
      const received = RECEIVES[audience](dataset);
      /** Of the highest class strangers ask all; of the one below a third for each audience: who may is one question, whatever the route. */
      const isAsked = (i: number) =>
        (is === 'severe' && audience === 'named') || (is === 'high' && i % 3 === ['response', 'cluster', 'named'].indexOf(audience));

      test('nobody else is answered, by any route, of any version', async () => {
        for (const who of WHO.filter((each) => !received.includes(each)))
          for (const path of about.filter((_, i) => i % 20 === 0 || (who === 'stranger' && isAsked(i)))) {
            const { status, cache, text } = await get(path, who);
            expect(
              [path, who, status >= 400 || (status === 302 && path.startsWith('/m/')), MARKS[dataset].test(text.replace(/"instance":"[^"]*"/, ''))].slice(0, 3),
              text.slice(0, 200),
            ).toEqual([path, who, true]);
            expect([path, cache]).toEqual([path, 'no-store']);
          }
      }, 120_000);

      test('lists leave it out, and nothing else tells of it', async () => {
        for (const who of WHO.filter((each) => !received.includes(each)))
          for (const path of LISTS) expect([path, who, MARKS[dataset].test((await get(path, who)).text)]).toEqual([path, who, false]);
        if (is === 'severe' && audience === 'named') {
          for (const path of beside) expect([path, MARKS[dataset].test((await get(path, 'stranger')).text)]).toEqual([path, false]);
        }
      }, 120_000);

      test('whoever may is answered, and no cache keeps it', async () => {
        const [who] = received;
        for (const path of about.filter((each, i) => i % 9 === 0 && !/\.(png|svg)/.test(each))) {
          const { status, cache, text } = await get(path, who!);
          expect([path, who, text.includes('data.restricted')]).toEqual([path, who, false]);
          if (status < 400) expect([path, cache]).toEqual([path, expect.stringMatching(/no-store/)]);
        }
        for (const each of WHO.filter((one) => received.includes(one)))
          expect([each, (await get(`/api/v1/datasets/${dataset}`, each)).status]).toEqual([each, 200]);
      }, 120_000);
    },
  );

  test('of severe sensitivity it is told of as of what there never was', async () => {
    await say(dataset, 'severe', 'named');
    const other = dataset.replace('exl', 'exm');
    for (const who of ['stranger', 'neighbour'] as const)
      for (const path of about.filter((each) => each.includes(dataset) && !/^\/(preview|oembed)/.test(each))) {
        const [a, b] = [await get(path, who), await get(path.replaceAll(dataset, other), who)];
        expect([path, who, a.status, a.text.replace(/"instance":"[^"]*"/, '').replaceAll(dataset, other)]).toEqual([
          path,
          who,
          b.status,
          b.text.replace(/"instance":"[^"]*"/, ''),
        ]);
      }
  }, 120_000);
});
