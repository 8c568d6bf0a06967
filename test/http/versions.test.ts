/** The life of versions over HTTP: rolled back, withdrawn as one's own draft, their history, and which one held on a day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemDetails, versionAnswer } from '../../server/contract/datasets/api.ts';
import { asOfAnswer, timelineAnswer, unitAsOfAnswer, unitsAsOfAnswer } from '../../server/contract/datasets/asOf.ts';
import { historyAnswer, rollbackAnswer } from '../../server/contract/datasets/history.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../server/contract/ids.ts';
import { ForbiddenError, UnauthorizedError } from '../../server/errors.ts';
import type { Authorize } from '../../server/http/request.ts';
import { NO_METADATA } from '../../server/kinds/summary.ts';
import { recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { fakeUnit } from '../helpers/units.ts';

const SLE = 'cod-ab-sle' as DatasetId;
const D = `/api/v1/datasets/${SLE}`;
const ALLOWED: Record<string, string[]> = { publisher: ['draft.read', 'version.publish', 'version.withdraw'], owner: ['draft.read', 'version.publish'], contributor: ['draft.read', 'upload.create'] }; // prettier-ignore
let server: TestServer;
const authorize: Authorize = async (request, permission) => {
  const who = String(request.headers['x-test-user'] ?? '');
  if (ALLOWED[who]?.includes(permission)) return { id: who, name: who };
  if (who) throw new ForbiddenError('auth.forbidden', 'You may not do this.');
  throw new UnauthorizedError('auth.required', 'Sign in.');
};
const get = (path: string, who?: string) => fetch(server.url + path, { headers: who ? { 'x-test-user': who } : {}, redirect: 'manual' });
const post = (path: string, body: unknown, who?: string) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(who ? { 'x-test-user': who } : {}) },
    body: JSON.stringify(body),
  });
const problem = async (answer: Response) => problemDetails.parse(await answer.json());

/** One version that holds from `validOn`; its units end on `validTo`. */
async function draft(validOn: string | null, validTo: string | null, code: string, by = 'tester'): Promise<VersionTag> {
  const units = [
    {
      level: 1 as AdminLevel,
      units: ['SL01', code].map((pcode) => fakeUnit({ level: 1, pcode, parentPcode: 'SL', validTo, names: [{ lang: 'en', name: code }] })),
    },
  ];
  const metadata = { ...NO_METADATA, title: code, source: 'SSL', dateValidOn: validOn };
  return (await recordSample(server.store, { units, metadata, levels: [{ level: 1 as AdminLevel, units: 2 }] }, by)).version;
}
const setPublished = (version: string, day: string) =>
  server.store.db.transaction().execute(async (tx) => {
    const at = `${day}T09:00:00.000Z`;
    await tx.updateTable('version').set({ published_at: at }).where('version', '=', version).execute();
    await tx.updateTable('audit').set({ at }).where('version', '=', version).where('action', '=', 'version.published').execute();
    await tx
      .updateTable('audit')
      .set({ at: `${day}T08:00:00.000Z` })
      .where('version', '=', version)
      .where('action', '=', 'version.drafted')
      .execute();
  });

beforeAll(async () => {
  server = await startTestServer({ authorize });
  const days: [string, string | null, string][] = [
    ['2010', '2015-01-01', '2010-03-01'],
    ['2017-06-01', null, '2017-08-01'],
    ['2021-01-01', null, '2021-02-01'],
  ];
  for (const [i, [validOn, validTo, published]] of days.entries()) {
    const tag = await draft(validOn, validTo, `SL1${i}`);
    await server.store.datasets.publishVersion(SLE, tag, { by: 'tester', reason: i === 2 ? 'urgent' : null });
    await setPublished(tag, published);
  }
});
afterAll(() => server.close());

describe('as of a day', () => {
  const asOf = async (query: string) => {
    const answer = await get(`${D}/as-of${query}`);
    return answer.status === 200 ? asOfAnswer.parse(await answer.json()) : await problem(answer);
  };
  test.each([
    ['?date=2010-01-01', 'v01'],
    ['?date=2014-12-31', 'v01'],
    ['?date=2017-06-01', 'v02'],
    ['?date=2020-12-31', 'v02'],
    ['?date=2021', 'v03'],
    ['', 'v03'],
    // Before v03 was published nobody knew it.
    ['?date=2021-06-01&known=2021-01-31', 'v02'],
    ['?date=2021-06-01&known=2021-02-01', 'v03'],
  ])('%s', async (query, version) => expect(await asOf(query)).toMatchObject({ version }));

  test('both days are in the answer, with what is wrong with the days of the versions', async () => {
    expect(await asOf('?date=2017-06&known=2018')).toEqual({
      date: '2017-06-01',
      known: '2018-01-01',
      version: 'v02',
      status: 'superseded',
      validOn: '2017-06-01',
      from: '2017-06-01',
      to: null,
      notes: [{ is: 'gap', from: '2015-01-01', to: '2017-06-01', before: 'v01', after: 'v02' }],
      setAside: [],
    });
  });

  test('in a gap, and before the first, the nearest are named', async () => {
    const gap = (await asOf('?date=2015-01-01')) as { type: string; detail: string; details: Record<string, { version: string }> };
    expect([gap.type, gap.details['before']?.version, gap.details['after']?.version]).toEqual(['/problems/as-of.none', 'v01', 'v02']);
    expect(gap.detail).toContain('v01 (2010-01-01 to 2015-01-01), v02 (from 2017-06-01)');
    expect(await asOf('?date=1999')).toMatchObject({ status: 404, details: { before: null, after: { version: 'v01' } } });
    expect(await asOf('?date=2016&known=2009')).toMatchObject({ status: 404, details: { before: null, after: null } });
  });

  test.each([
    ['?date=2021-02-30', 400, '/problems/request.invalid'],
    ['?date=soon', 400, '/problems/request.invalid'],
    ['?known=2999', 422, '/problems/as-of.known'],
  ])('%s is refused', async (query, status, type) => expect(await asOf(query)).toMatchObject({ status, type }));

  test('units, one unit and tiles say which version they are of, and are kept a minute', async () => {
    const list = await get(`${D}/units?date=2014&level=1&limit=1`);
    const { asOf: about, units, next } = unitsAsOfAnswer.parse(await list.json());
    expect([about.version, about.date, about.known, units.length, next]).toEqual([
      'v01',
      '2014-01-01',
      null,
      1,
      `${D}/units?date=2014&level=1&limit=1&offset=1`,
    ]);
    const rest = unitsAsOfAnswer.parse(await (await get(next!)).json());
    expect([rest.units.map(({ pcode }) => pcode), rest.next]).toEqual([['SL10'], null]);
    const unit = await get(`${D}/units/SL11?date=2019`);
    expect(unitAsOfAnswer.parse(await unit.json())).toMatchObject({ pcode: 'SL11', asOf: { version: 'v02' } });
    expect((await get(`${D}/units/SL11?date=2014`)).status).toBe(404);
    const tiles = await get(`/tiles/${SLE}.json?date=2014`);
    expect(((await tiles.json()) as { tiles: string[] }).tiles).toEqual([`${server.url}/tiles/${SLE}/v01/{z}/{x}/{y}.mvt`]);
    for (const answer of [list, unit, tiles]) expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
  });

  test('what is current by its address answers of a day too, and a version that is named does not', async () => {
    for (const [date, version] of [
      ['2014-12-31', 'v01'],
      ['2020-12-31', 'v02'],
      ['2021-01-01', 'v03'],
    ]) {
      const list = (await (await get(`${D}/versions/current/units?date=${date}`)).json()) as { asOf: { version: string; date: string; known: null } };
      expect(list.asOf).toMatchObject({ version, date, known: null });
      const tiles = (await (await get(`/tiles/${SLE}/current.json?date=${date}`)).json()) as { tiles: string[] };
      expect(tiles.tiles[0]).toContain(`/${version}/`);
    }
    const unit = await get(`${D}/versions/current/units/SL01?date=2021-06-01&known=2021-01-31`);
    expect(unit.headers.get('cache-control')).toBe('public, max-age=60');
    expect(((await unit.json()) as { asOf: object }).asOf).toMatchObject({ version: 'v02', known: '2021-01-31' });
    expect((await (await get(`${D}/versions/current/units`)).json()) as object).not.toHaveProperty('asOf');
    for (const path of [`${D}/versions/current/units?date=2015-01-01`, `/tiles/${SLE}/current.json?date=2015-01-01`])
      expect([(await get(path)).status, (await problem(await get(path))).type]).toEqual([404, '/problems/as-of.none']);
    for (const path of [`${D}/versions/v01/units?date=2014`, `/tiles/${SLE}/v01.json?date=2014`])
      expect([(await get(path)).status, (await problem(await get(path))).type]).toEqual([422, '/problems/as-of.version']);
  });

  test('a dataset that is not there', async () => {
    for (const path of ['as-of', 'units', 'units/SL01', 'timeline']) expect((await get(`/api/v1/datasets/cod-ab-xyz/${path}`)).status).toBe(404);
    expect((await get('/tiles/cod-ab-xyz.json')).status).toBe(404);
  });
});

describe('rolling back', () => {
  const roll = (version: string, body: object, who = 'owner') =>
    post(`${D}/versions/${version}/rollback`, { reason: 'wrong codes', replaces: 'v03', ...body }, who);

  test('needs the right to publish, a reason, and what is current as it was seen', async () => {
    expect([(await post(`${D}/versions/v02/rollback`, { reason: 'because', replaces: 'v03' })).status, (await roll('v02', {}, 'contributor')).status]).toEqual([
      401, 403,
    ]);
    expect((await roll('v02', { reason: ' ' })).status).toBe(400);
    expect(await problem(await roll('v02', { replaces: 'v02' }))).toMatchObject({ status: 409, type: '/problems/version.changed' });
    expect(await problem(await roll('v03', {}))).toMatchObject({ status: 409, type: '/problems/rollback.current' });
    // Who may not withdraw does not withdraw by this way either.
    expect((await roll('v02', { withdraw: true })).status).toBe(403);
    expect((await get(`${D}/versions/v02/rollback`)).status).toBe(401);
  });

  test('a version that was published without the sign-off of a group stays where it is', async () => {
    const signoff = JSON.stringify([{ group: { id: 'gis', names: { en: 'GIS' }, acronym: null }, has: 1, needs: 2 }]);
    await server.store.db.updateTable('version').set({ signoff }).where('version', '=', 'v02').execute();
    expect(await problem(await roll('v02', {}))).toMatchObject({ status: 409, type: '/problems/version.signoff-missing' });
    await server.store.db.updateTable('version').set({ signoff: null }).where('version', '=', 'v02').execute();
  });

  test('what would change is said before', async () => {
    const spec = { spec: 1, title: 'Follows', lang: 'en', status: 'cleared', boundary: { dataset: SLE, version: 'current', level: 1 }, data: { kind: 'boundaries' }, classes: { method: 'manual', breaks: [], open: 'none', whole: false }, labels: { show: 'names', lang: 'en', values: false }, view: null, selected: null, selectedLevel: null }; // prettier-ignore
    for (const [id, version] of [['follows2345', 'current'], ['pinned23456', 'v02']] as const)
      await server.store.db.insertInto('saved_map').values({ id, spec: JSON.stringify({ ...spec, boundary: { ...spec.boundary, version } }), created_at: '2026', created_by: null, updated_at: '2026', deleted_at: null }).execute(); // prettier-ignore
    expect(rollbackAnswer.parse(await (await get(`${D}/versions/v02/rollback`, 'owner')).json())).toEqual({
      version: 'v02',
      replaces: 'v03',
      units: [{ level: 1, back: 1, gone: 1 }],
      maps: { follow: 1, embeds: 0, some: [{ id: 'follows2345', title: 'Follows' }] },
      data: [],
    });
  });

  test('the chosen one is current again, the other is replaced, and both are told', async () => {
    expect(versionAnswer.parse(await (await roll('v02', {})).json())).toMatchObject({ version: 'v02', status: 'current', publishedBy: 'tester' });
    const replaced = versionAnswer.parse(await (await get(`${D}/versions/v03`)).json());
    expect(replaced).toMatchObject({ status: 'superseded', reason: 'urgent', replaced: { by: 'v02', reason: 'wrong codes' } });
    // By what is known today v03 is set aside; by what was known in 2021 it held.
    expect(asOfAnswer.parse(await (await get(`${D}/as-of?date=2022`)).json())).toMatchObject({
      version: 'v02',
      to: null,
      setAside: [{ version: 'v03', why: 'rolled-back' }],
    });
    expect(asOfAnswer.parse(await (await get(`${D}/as-of?date=2022&known=2022`)).json())).toMatchObject({ version: 'v03', setAside: [] });
  });

  test('to a withdrawn one only where that is said, and the replaced one is withdrawn where that is asked', async () => {
    await post(`${D}/versions/v03/withdraw`, { reason: 'lost a district' }, 'publisher');
    const refused = await roll('v03', { replaces: 'v02' });
    expect(await problem(refused)).toMatchObject({ status: 409, type: '/problems/rollback.withdrawn', detail: expect.stringContaining('lost a district') });
    const back = await roll('v03', { replaces: 'v02', evenWithdrawn: true, withdraw: true, reason: 'v02 has old codes' }, 'publisher');
    const answer = versionAnswer.parse(await back.json());
    expect([answer.status, answer.reason, answer.withdrawal]).toEqual(['current', 'urgent', undefined]);
    expect(versionAnswer.parse(await (await get(`${D}/versions/v02`)).json())).toMatchObject({
      status: 'withdrawn',
      withdrawal: { by: 'member', reason: 'v02 has old codes' },
    });
    const { versions, setAside } = timelineAnswer.parse(await (await get(`${D}/timeline`)).json());
    expect(versions.map(({ version, status, period }) => [version, status, period?.from ?? null])).toEqual([['v03', 'current', '2021-01-01'], ['v02', 'withdrawn', null], ['v01', 'superseded', '2010-01-01']]); // prettier-ignore
    expect(setAside).toMatchObject([{ version: 'v02', why: 'withdrawn' }]);
  });
});

test('the history: names for those who work here and in no cache, roles for strangers; a table without formulas', async () => {
  const ours = await get(`${D}/versions/v03/history`, 'contributor');
  const acts = historyAnswer.parse(await ours.json()).acts;
  expect(acts.map(({ action, by }) => `${action} ${by}`)).toEqual([
    'version.rolled-back publisher',
    'version.withdrawn publisher',
    'version.superseded owner',
    'version.published tester',
    'version.drafted tester',
  ]);
  const theirs = await get(`${D}/versions/v03/history`);
  expect(historyAnswer.parse(await theirs.json()).acts.map(({ by }) => by)).toEqual(['member', 'member', 'member', 'member']);
  const table = await get(`${D}/versions/v03/history.csv`);
  expect([ours, theirs, table].map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'public, max-age=60', 'public, max-age=60']);
  expect(table.headers.get('content-disposition')).toContain('cod-ab-sle_v03_history.csv');
  expect((await table.text()).split('\r\n')[1]).toMatch(/^2\d.*,cod-ab-sle,v03,version.rolled-back,member,v02,v02 has old codes$/);
});

test('a contributor withdraws an own draft and no other', async () => {
  const own = await draft('2025', null, 'SL15', 'contributor');
  const other = await draft('2026', null, 'SL16');
  const withdraw = (version: string) => post(`${D}/versions/${version}/withdraw`, { reason: 'the wrong files' }, 'contributor');
  expect([(await withdraw(other)).status, (await withdraw('v03')).status]).toEqual([403, 403]);
  expect(versionAnswer.parse(await (await withdraw(own)).json())).toMatchObject({
    status: 'withdrawn',
    withdrawal: { by: 'contributor', reason: 'the wrong files' },
  });
  // Once it was public it is no longer theirs alone.
  expect([(await get(`${D}/versions/${own}`)).status, (await get(`${D}/versions/${own}/history`)).status]).toEqual([404, 404]);
});
