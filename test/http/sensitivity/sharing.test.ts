/** A country agrees on a classification: proposed, drafted, endorsed; what it makes of its data; what is said before anything disappears; and who may. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classification, datasetSensitivity, sharingAnswer, type ClassificationRow, type Hides } from '../../../server/contract/sensitivity/sensitivity.ts';
import { proposeRows } from '../../../server/sensitivity/proposal.ts';
import { answerOf } from '../../helpers/asking.ts';
import { csvOf, recordPresence, send, startWorld, type World } from '../../helpers/attack/presenceWorld.ts';
import { invite, type Person } from '../../helpers/member.ts';
import { countsOnly, sensitivityOf } from '../../helpers/sensitivity.ts';

const S = '/api/v1/countries/EXL/sharing';
let world: World;
let chair: Person;
let imo: Person;
let member: Person;
let neighbour: Person;

const ask = (who: Person | null, method: string, path: string, body?: unknown) =>
  fetch(world.server.url + path, {
    method,
    headers: { ...who?.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
    redirect: 'manual',
  });
const json = async <T>(response: Response): Promise<T> => {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};
const sharing = async (who: Person | null, query = '') => sharingAnswer.parse(await json(await ask(who, 'GET', S + query)));
const held = async (dataset: string, who: Person | null = chair) => datasetSensitivity.parse(await json(await ask(who, 'GET', sensitivityOf(dataset))));
const rows = (change: Partial<Record<string, Partial<ClassificationRow>>> = {}) => proposeRows('en').map((row) => ({ ...row, ...change[row.dataType] }));
const draft = (change: Partial<Record<string, Partial<ClassificationRow>>> = {}, who: Person = imo) => ask(who, 'PUT', `${S}/draft`, { rows: rows(change) });
const today = new Date().toISOString().slice(0, 10);
const endorse = (confirmed = false, who: Person = chair, group = 'hct') => ask(who, 'POST', `${S}/draft/endorse`, { group, date: today, confirmed });
const publish = (tag: string) => ask(chair, 'POST', `/api/v1/datasets/3w-exl/versions/${tag}/publish`, { reason: 'a test' });

beforeAll(async () => {
  world = await startWorld(0, true);
  const make = async (scope: string, group: object) =>
    expect((await send(world, 'POST', `/api/v1/countries/${scope}/groups`, { names: { en: 'Group' }, ...group })).status).toBe(201);
  await make('EXL', { id: 'hct', type: 'hct' });
  await make('EXL', { id: 'imwg', type: 'working-group', parent: 'hct' });
  await make('EXL', { id: 'gis', type: 'working-group', parent: 'imwg' });
  await make('EXL', { id: 'wash', type: 'cluster' });
  await make('TGO', { id: 'imwg', type: 'working-group' });
  const admin = { name: 'Amina', headers: world.headers! };
  const as = (scope: string, group: string, role: 'chair' | 'imo' | 'member', name: string) => invite(world.server.url, admin, { scope, group, role }, name);
  chair = await as('EXL', 'hct', 'chair', 'Clara');
  imo = await as('EXL', 'imwg', 'imo', 'Ines');
  member = await as('EXL', 'wash', 'member', 'Mina');
  neighbour = await as('TGO', 'imwg', 'chair', 'Nadia');
}, 120_000);
afterAll(() => world.server.close());

describe('a country that has none', () => {
  test('shares everything as it was, and is offered a proposal in the language of the reader', async () => {
    const answer = await sharing(null);
    expect([answer.current, answer.draft, answer.versions, answer.may]).toEqual([null, null, [], { edit: false, endorse: [] }]);
    expect(answer.proposal!.map(({ dataType, class: is, audience }) => [dataType, is, audience]).slice(-4)).toEqual([
      ['presence-points', 'high', 'response'],
      ['facilities', 'high', 'cluster'],
      ['layers', 'low', 'public'],
      ['assessment-microdata', 'severe', 'named'],
    ]);
    expect((await sharing(null, '?lang=ar')).proposal![0]!.notes).toMatch(/[\u0600-\u06ff]/);
    expect(answer.datasets.map(({ dataset, holds, proposed, set }) => [dataset, holds.class, holds.audience, proposed, set])).toEqual([
      ['3w-exl', 'low', 'public', null, null],
      ['cod-ab-exl', 'low', 'public', null, null],
      ['cod-ps-exl', 'low', 'public', null, null],
    ]);
  });
  test('is drafted by whoever keeps what its groups agree, and by nobody else', async () => {
    for (const who of [member, neighbour]) expect((await draft({}, who)).status).toBe(403);
    expect((await ask(null, 'PUT', `${S}/draft`, { rows: rows() })).status).toBe(401);
    expect((await draft()).status).toBe(200);
    expect((await sharing(imo)).draft).toMatchObject({ version: 'v1', state: 'draft', createdBy: 'Ines' });
    expect((await sharing(null)).draft).toBeNull();
    expect(await answerOf(await ask(null, 'GET', `${S}/v1`))).toEqual([404, 'sensitivity.table']);
  });
  test('no row contradicts itself, and none is there twice', async () => {
    expect(await answerOf(await draft({ boundaries: { class: 'severe' } }))).toEqual([422, 'sensitivity.severe-public']);
    expect(await answerOf(await draft({ boundaries: { class: 'high' } }))).toEqual([422, 'sensitivity.counts-of']);
    expect(await answerOf(await draft({ contacts: { audience: 'named', named: ['nobody'] } }))).toEqual([422, 'sensitivity.group', { group: 'nobody' }]);
    expect((await ask(imo, 'PUT', `${S}/draft`, { rows: [...rows(), rows()[0]] })).status).toBe(400);
  });
});

describe('endorsed', () => {
  test('by a group that does, on a day that has come; then it holds, for good', async () => {
    expect((await endorse(false, imo, 'hct')).status).toBe(403);
    expect(await answerOf(await endorse(false, { name: 'Amina', headers: world.headers! }, 'wash'))).toEqual([422, 'sensitivity.endorser']);
    expect(await answerOf(await endorse(false, { name: 'Amina', headers: world.headers! }, 'gis'))).toEqual([422, 'sensitivity.endorser']);
    expect(await answerOf(await ask(chair, 'POST', `${S}/draft/endorse`, { group: 'hct', date: '2999-01-01' }))).toEqual([422, 'sensitivity.day']);
    const done = sharingAnswer.parse(await json(await endorse()));
    expect([done.current?.version, done.current?.endorsedBy, done.current?.endorsedOn, done.draft]).toEqual(['v1', 'hct', today, null]);
    expect(await answerOf(await endorse())).toEqual([404, 'sensitivity.no-draft']);
    const stranger = await sharing(null);
    expect([stranger.current?.state, stranger.current?.createdBy, stranger.datasets.map(({ proposed }) => proposed?.version)]).toEqual([
      'current',
      null,
      ['v1', 'v1', 'v1'],
    ]);
  });
  test('a later one says first what disappears, by name, and changes nothing until that was seen', async () => {
    expect((await draft({ population: { class: 'moderate', audience: 'response' } })).status).toBe(200);
    const [status, code, details] = await answerOf(await endorse());
    const { datasets, maps, embeds } = details as unknown as Hides;
    expect([status, code, datasets, maps, embeds]).toEqual([
      409,
      'sensitivity.hides',
      [{ dataset: 'cod-ps-exl', versions: 1, counts: false }],
      [{ id: world.ids[2], title: 'Who is where' }],
      [],
    ]);
    expect((await ask(null, 'GET', '/api/v1/datasets/cod-ps-exl')).status).toBe(200);
    expect((await endorse(true)).status).toBe(200);
    expect((await ask(null, 'GET', '/api/v1/datasets/cod-ps-exl')).status).toBe(403);
    expect((await ask(member, 'GET', '/api/v1/datasets/cod-ps-exl')).status).toBe(200);
    expect((await sharing(null)).datasets.map(({ dataset }) => dataset)).toEqual(['3w-exl', 'cod-ab-exl']);
    expect(classification.parse(await json(await ask(null, 'GET', `${S}/v1`)))).toMatchObject({ state: 'superseded', endorsedBy: 'hct' });
  });
});

describe('the owner', () => {
  test('protects less than the table only with a reason, which everybody reads who may receive the data', async () => {
    const open = { class: 'low', audience: 'public' };
    expect((await ask(imo, 'PUT', sensitivityOf('cod-ps-exl'), open)).status).toBe(403);
    const [status, code] = await answerOf(await ask(chair, 'PUT', sensitivityOf('cod-ps-exl'), open));
    expect([status, code]).toEqual([422, 'sensitivity.reason']);
    expect((await ask(chair, 'PUT', sensitivityOf('cod-ps-exl'), { ...open, reason: 'The census is in print.' })).status).toBe(200);
    expect(await held('cod-ps-exl', null)).toMatchObject({
      lower: true,
      holds: open,
      proposed: { audience: 'response', version: 'v2' },
      set: { reason: 'The census is in print.', by: null },
      history: [],
      may: false,
    });
    expect((await held('cod-ps-exl', member)).history).toMatchObject([{ by: 'Clara', action: 'set', said: open, reason: 'The census is in print.' }]);
    expect((await ask(null, 'GET', '/api/v1/datasets/cod-ps-exl')).status).toBe(200);
  });
  test('protects more without one; what that hides is said first, maps and embeds by name', async () => {
    const narrow = { class: 'moderate', audience: 'cluster' };
    const [status, code, details] = await answerOf(await ask(chair, 'PUT', sensitivityOf('3w-exl'), narrow));
    const { datasets, maps, embeds } = details as unknown as Hides;
    expect([status, code, datasets]).toEqual([409, 'sensitivity.hides', [{ dataset: '3w-exl', versions: 2, counts: false }]]);
    expect([maps.length, embeds.map(({ id }) => id).toSorted()]).toEqual([6, world.ids.slice(6).toSorted()]);
    expect((await ask(null, 'GET', `/embed/${world.ids[6]}`)).status).toBe(200);
    expect((await ask(chair, 'PUT', sensitivityOf('3w-exl'), { ...narrow, confirmed: true })).status).toBe(200);
    const embed = await ask(null, 'GET', `/embed/${world.ids[6]}?lang=fr`);
    const text = await embed.text();
    expect([
      embed.status,
      embed.headers.get('cache-control'),
      text.includes('ne sont plus partagées avec tout le monde'),
      /Who is where|Organisation/.test(text),
    ]).toEqual([403, 'no-store', true, false]);
    expect(embed.headers.get('content-security-policy')).not.toContain('frame-ancestors');
  });
  test('of severe sensitivity an embed is one that is no more', async () => {
    expect((await ask(chair, 'PUT', sensitivityOf('3w-exl'), { class: 'severe', audience: 'named' })).status).toBe(200);
    const embed = await ask(null, 'GET', `/embed/${world.ids[6]}`);
    expect([embed.status, (await embed.text()).includes('no longer exists')]).toEqual([404, true]);
    expect(await answerOf(await ask(null, 'GET', `/api/v1/maps/${world.ids[0]}`))).toEqual([404, 'map.unknown']);
  });
  test('lets the table hold again', async () => {
    expect((await ask(chair, 'DELETE', sensitivityOf('3w-exl'), {})).status).toBe(200);
    expect((await held('3w-exl', null)).set).toBeNull();
  });
  test('of class high for everybody: counts, and the maps that count otherwise are named', async () => {
    const { confirmed: _, ...counts } = countsOnly(2);
    const [status, code, details] = await answerOf(await ask(chair, 'PUT', sensitivityOf('3w-exl'), counts));
    const { datasets, maps } = details as unknown as Hides;
    // One counts activities, one is of the version before.
    expect([status, code, datasets, maps.map(({ id }) => id).toSorted()]).toEqual([
      409,
      'sensitivity.hides',
      [{ dataset: '3w-exl', versions: 1, counts: true }],
      [world.ids[3], world.ids[4]].toSorted((a, b) => String(a).localeCompare(String(b))),
    ]);
    expect((await ask(chair, 'PUT', sensitivityOf('3w-exl'), { ...counts, confirmed: true })).status).toBe(200);
    expect((await ask(null, 'GET', '/api/v1/presence/3w-exl/records')).status).toBe(403);
    expect((await ask(null, 'GET', '/api/v1/presence/3w-exl')).status).toBe(200);
    await ask(chair, 'DELETE', sensitivityOf('3w-exl'), {});
  });
});

describe('a 3W with coordinates', () => {
  /** The same rows with a place each, within their districts. */
  const located = csvOf(0)
    .split('\n')
    .map((line, i) =>
      line === ''
        ? ''
        : i === 0
          ? `${line},Latitude,Longitude`
          : `${line},7.${40 + i},${line.includes('EX0101') ? 0 : line.includes('EX0102') ? 1 : 2}.${30 + i}`,
    )
    .join('\n');
  let tag = '';

  test('falls under another row, which is proposed before it is published', async () => {
    tag = await recordPresence(world.server, located);
    const told = datasetSensitivity.parse(await json(await ask(chair, 'GET', `${sensitivityOf('3w-exl')}?version=${tag}`)));
    expect([told.dataType, told.foundBy, told.holds.class, told.holds.audience]).toEqual(['presence-points', 'coordinates', 'high', 'response']);
    expect(await held('3w-exl', null)).toMatchObject({ dataType: 'presence', holds: { audience: 'public' } });
    expect((await ask(null, 'GET', `${sensitivityOf('3w-exl')}?version=${tag}`)).status).toBe(401);
  });
  test('is not published over what is public without a word on it', async () => {
    expect((await answerOf(await publish(tag))).slice(0, 2)).toEqual([409, 'sensitivity.first']);
    expect((await ask(null, 'GET', '/api/v1/datasets/3w-exl')).status).toBe(200);
  });
  test('once its owner said so it is published, and nobody else receives any version', async () => {
    const said = { class: 'high', audience: 'response', version: tag };
    expect((await answerOf(await ask(chair, 'PUT', sensitivityOf('3w-exl'), said))).slice(0, 2)).toEqual([409, 'sensitivity.hides']);
    expect((await ask(chair, 'PUT', sensitivityOf('3w-exl'), { ...said, confirmed: true })).status).toBe(200);
    expect((await publish(tag)).status).toBe(200);
    for (const version of ['current', tag, 'v01']) {
      const path = `/api/v1/datasets/3w-exl/versions/${version}`;
      expect([version, (await ask(null, 'GET', path)).status, (await ask(neighbour, 'GET', path)).status, (await ask(member, 'GET', path)).status]).toEqual([
        version,
        403,
        403,
        200,
      ]);
    }
    expect(await held('3w-exl')).toMatchObject({ dataType: 'presence-points', lower: false });
  });
});

describe('rights', () => {
  test('end with the membership at the next request, also for tiles that were read before', async () => {
    expect((await ask(chair, 'PUT', sensitivityOf('cod-ab-exl'), { class: 'moderate', audience: 'response', confirmed: true })).status).toBe(200);
    const tile = '/tiles/cod-ab-exl/v01/3/3/3.mvt';
    const read = async (who: Person | null) => {
      const answers = [
        await ask(who, 'GET', tile),
        await ask(who, 'GET', '/tiles/cod-ab-exl/v01.json'),
        await ask(who, 'GET', '/api/v1/datasets/cod-ab-exl/versions/v01/units'),
      ];
      return answers.map(({ status, headers }) => [status, headers.get('cache-control')]);
    };
    expect(await read(member)).toEqual([[200, 'no-store'], [200, 'no-store'], [200, 'no-store']]); // prettier-ignore
    expect((await read(null)).map(([status]) => status)).toEqual([403, 403, 403]);
    const { user } = await json<{ user: { id: string; appointments: { id: string }[] } }>(await ask(member, 'GET', '/api/v1/session'));
    expect((await send(world, 'DELETE', `/api/v1/members/${user.id}/appointments/${user.appointments[0]!.id}`, {})).status).toBeLessThan(300);
    expect((await read(member)).map(([status]) => status)).toEqual([403, 403, 403]);
  });
  test('a change is felt by the very next tile, in both directions', async () => {
    const status = async () => (await ask(null, 'GET', '/tiles/cod-ab-exl/v01/3/3/3.mvt')).status;
    expect(await status()).toBe(403);
    await ask(chair, 'DELETE', sensitivityOf('cod-ab-exl'), {});
    expect([await status(), await status()]).toEqual([200, 200]);
    await ask(chair, 'PUT', sensitivityOf('cod-ab-exl'), { class: 'low', audience: 'response', confirmed: true });
    expect(await status()).toBe(403);
    await ask(chair, 'DELETE', sensitivityOf('cod-ab-exl'), {});
  });
  test('a key without the scope to read drafts receives nothing that is not for everybody', async () => {
    const key = async (...scopes: string[]) => (await json<{ key: string }>(await ask(imo, 'POST', '/api/v1/keys', { name: scopes.join(), scopes }))).key;
    const read = async (secret: string) =>
      (await fetch(`${world.server.url}/api/v1/datasets/3w-exl`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect([await read(await key('draft.read')), await read(await key('upload.create'))]).toEqual([200, 403]);
  });
});
