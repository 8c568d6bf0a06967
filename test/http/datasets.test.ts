import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  datasetAnswer,
  datasetsAnswer,
  problemDetails,
  reportAnswer,
  unitDetailAnswer,
  unitsAnswer,
  versionAnswer,
} from '../../server/contract/datasets/api.ts';
import { ForbiddenError, UnauthorizedError } from '../../server/errors.ts';
import type { Authorize } from '../../server/http/request.ts';
import { rawGet, recordSample, startTestServer, type TestServer } from '../helpers/app.ts';

const BASE = '/api/v1/datasets/cod-ab-sle/versions';
let server: TestServer;
/** Stands for server/people: the header says who asks. */
const authorize: Authorize = async (request, permission) => {
  const who = request.headers['x-test-user'];
  if (who === 'publisher') return { id: 'p', name: 'Publisher' };
  if (who === 'reader' && permission === 'draft.read') return { id: 'r', name: 'Reader' };
  if (who) throw new ForbiddenError('auth.forbidden', 'You may not do this.');
  throw new UnauthorizedError('auth.required', 'Sign in.');
};
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers, redirect: 'manual' });
const post = (path: string, body: unknown, who?: string) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(who ? { 'x-test-user': who } : {}) },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  server = await startTestServer({ authorize });
  await recordSample(server.store);
  await server.store.datasets.publishVersion('cod-ab-sle' as never, 'v01' as never, { by: 'tester', reason: null });
  await recordSample(server.store);
});
afterAll(() => server.close());

describe('catalogue', () => {
  test('lists published versions to everyone and drafts to those who may read them', async () => {
    const open = datasetsAnswer.parse(await (await get('/api/v1/datasets')).json());
    expect(open.datasets.map(({ id, current, versions }) => [id, current, versions.map(({ version }) => version)])).toEqual([['cod-ab-sle', 'v01', ['v01']]]);
    const all = datasetAnswer.parse(await (await get('/api/v1/datasets/cod-ab-sle', { 'x-test-user': 'reader' })).json());
    expect(all.versions.map(({ version, status }) => `${version} ${status}`).sort()).toEqual(['v01 current', 'v02 draft']);
    expect(all.countryNames['ar']).toBe('سيراليون');
  });

  test('a version by tag and as current', async () => {
    const answer = versionAnswer.parse(await (await get(`${BASE}/current`)).json());
    expect(answer).toMatchObject({ version: 'v01', status: 'current', publishedBy: 'member', tilejson: `${server.url}/tiles/cod-ab-sle/v01.json` });
    expect(answer.artifacts.map(({ href }) => href)).toContain(`${BASE}/v01/download/sle_admin2.geojson`);
    expect(JSON.stringify(answer)).not.toContain('datasets/cod-ab-sle/a');
    expect((await get(`${BASE}/v02`)).status).toBe(404);
    expect((await get(`${BASE}/v02`, { 'x-test-user': 'reader' })).headers.get('cache-control')).toBe('no-store');
  });

  test('an answer that did not change costs a 304', async () => {
    const first = await get('/api/v1/datasets');
    const again = await get('/api/v1/datasets', { 'if-none-match': first.headers.get('etag')! });
    expect([first.headers.get('cache-control'), again.status]).toEqual(['no-cache', 304]);
  });

  test.each(['/api/v1/datasets/cod-ab-xyz', '/api/v1/datasets/cod-ab-xyz/versions/current', `${BASE}/v77`, `${BASE}/v01/units/NOPE`])(
    '%s is not there',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      problemDetails.parse(await answer.json());
    },
  );

  test.each([
    ['/api/v1/datasets/nonsense', '/id'],
    [`${BASE}/first`, '/version'],
    [`${BASE}/v01/units?level=9`, '/level'],
    [`${BASE}/v01/units?limit=0`, '/limit'],
  ])('%s says what is wrong', async (path, pointer) => {
    const answer = await get(path);
    const problem = problemDetails.parse(await answer.json());
    expect([answer.status, problem.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });
});

describe('units', () => {
  const find = async (query: string) => {
    const { units } = unitsAnswer.parse(await (await get(`${BASE}/v01/units?${query}`)).json());
    return units.map(({ pcode }) => pcode);
  };

  test.each([
    ['q=kailahun', ['SL0101']],
    ['q=KENEMA', ['SL0102']],
    ['q=Kénéma', ['SL0102']],
    ['q=кенема', ['SL0102']],
    // Vowel points and alef forms do not matter.
    [`q=${encodeURIComponent('كيلاهون الاولي')}`, ['SL0101']],
    ['q=sl0102', ['SL0102']],
    ['q=SL01', ['SL01', 'SL0101', 'SL0102']],
    ['q=lahun', ['SL0101']],
    // A slip: nothing is called so, and what is nearly so is offered.
    ['q=kailauhn', ['SL0101']],
    ['q=kenmea&level=2', ['SL0102']],
    ['q=kenmea&level=1', []],
    // Not a pattern: the percent sign and the underscore are signs like others.
    ['q=%25', []],
    ['q=_', []],
    ['q=100%25%20bombali', ['SL0201']],
    ["q=' or 1=1 --", []],
    ['level=1', ['SL01', 'SL02']],
    ['level=2&parent=SL01', ['SL0101', 'SL0102']],
    ['pcodes=SL0102,SL01', ['SL01', 'SL0102']],
    ['pcodes=SL0102,SL01&level=2', ['SL0102']],
    // Codes that nobody has, and none at all, find nothing: not everything.
    ['pcodes=XX99,%27%29%20or%201%3D1', []],
    ['pcodes=', []],
    ['pcodes=,', []],
    ['level=2&q=e', ['SL0102', 'SL0101'].sort()],
  ])('%s', async (query, expected) => {
    const found = await find(query);
    expect(query === 'level=2&q=e' ? found.filter((pcode) => expected.includes(pcode)).sort() : found).toEqual(
      query === 'level=2&q=e' ? found.sort() : expected,
    );
  });

  test('pages follow each other by links', async () => {
    const seen: string[] = [];
    let path: string | null = `${BASE}/v01/units?limit=4`;
    while (path) {
      const page: { units: { pcode: string }[]; next: string | null } = unitsAnswer.parse(await (await get(path)).json());
      seen.push(...page.units.map(({ pcode }) => pcode));
      path = page.next;
    }
    expect(seen).toEqual(['SL', 'SL01', 'SL02', 'SL0101', 'SL0102', 'SL0201']);
  });

  test('one with parents, country first, and children', async () => {
    const leaf = unitDetailAnswer.parse(await (await get(`${BASE}/current/units/SL0101`)).json());
    expect(leaf.parents.map(({ pcode }) => pcode)).toEqual(['SL', 'SL01']);
    const middle = unitDetailAnswer.parse(await (await get(`${BASE}/v01/units/SL01`)).json());
    expect(middle.children.map(({ pcode }) => pcode)).toEqual(['SL0101', 'SL0102']);
  });
});

describe('files', () => {
  const file = `${BASE}/v01/download/sle.pmtiles`;

  test('whole, with a name in any script', async () => {
    const answer = await get(`${BASE}/v01/download/${encodeURIComponent('Frontières n°1 «été».zip')}`);
    expect(await answer.text()).toBe('source');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Frontie_res n_1 __e_te___.zip"; filename*=UTF-8''Fronti%C3%A8res%20n%C2%B01%20%C2%AB%C3%A9t%C3%A9%C2%BB.zip`.replace(
        /filename="[^"]*"/,
        /filename="[^"]*"/.exec(answer.headers.get('content-disposition')!)![0],
      ),
    );
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/);
  });

  test('byte ranges', async () => {
    const whole = Buffer.from(await (await get(file)).arrayBuffer());
    const etag = (await get(file)).headers.get('etag')!;
    const cases: [string, number, number, number][] = [
      ['bytes=0-6', 206, 0, 7],
      ['bytes=7-7', 206, 7, 8],
      ['bytes=10-', 206, 10, whole.length],
      ['bytes=-5', 206, whole.length - 5, whole.length],
      [`bytes=0-${whole.length + 99}`, 206, 0, whole.length],
      ['bytes=0-1,4-5', 200, 0, whole.length],
      ['bytes=9-3', 200, 0, whole.length],
      ['lines=1-2', 200, 0, whole.length],
    ];
    for (const [range, status, from, to] of cases) {
      const answer = await get(file, { range });
      expect([range, answer.status]).toEqual([range, status]);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(whole.subarray(from, to));
      if (status === 206) expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${whole.length}`);
    }
    const beyond = await get(file, { range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    expect((await get(file, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await get(file, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get(file, { 'if-none-match': etag })).status).toBe(304);
  });

  test('text is gzipped on the way, never a range of it', async () => {
    const path = `${BASE}/v01/download/sle_admin2.geojson`;
    const gzipped = await get(path, { 'accept-encoding': 'gzip' });
    expect(gzipped.headers.get('content-encoding')).toBe('gzip');
    expect(JSON.parse(await gzipped.text()).type).toBe('FeatureCollection');
    expect((await get(path, { 'accept-encoding': 'gzip', range: 'bytes=0-3' })).headers.get('content-encoding')).toBeNull();
  });

  test('current leads to the concrete version', async () => {
    const answer = await get(`${BASE}/current/download/sle.pmtiles`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, file]);
  });

  test.each(['/../../../../../etc/passwd', '/..%2f..%2f..%2fcodmap.db', '/%2e%2e/%2e%2e/secret', '/....//secret', '/sle.pmtiles%00.txt', '/secret'])(
    '%s leads nowhere',
    async (path) => {
      const { status, body } = await rawGet(server.url, `${BASE}/v01/download${path}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain('root:');
      expect(JSON.parse(body).status).toBe(status);
    },
  );

  test('the report as stored', async () => {
    expect(reportAnswer.parse(await (await get(`${BASE}/v01/report`)).json()).warnings).toBe(1);
  });
});

describe('publish and withdraw', () => {
  test('need a permission', async () => {
    for (const action of ['publish', 'withdraw']) {
      const stranger = await post(`${BASE}/v02/${action}`, { reason: 'because' });
      expect([action, stranger.status, problemDetails.parse(await stranger.json()).type]).toEqual([action, 401, '/problems/auth.required']);
      const reader = await post(`${BASE}/v02/${action}`, { reason: 'because' }, 'reader');
      expect([action, reader.status]).toEqual([action, 403]);
    }
  });

  test('current moves, the old one stays readable, a withdrawn one is current no more', async () => {
    const published = await post(`${BASE}/v02/publish`, {}, 'publisher');
    expect(versionAnswer.parse(await published.json())).toMatchObject({ version: 'v02', status: 'current', publishedBy: 'Publisher' });
    expect(versionAnswer.parse(await (await get(`${BASE}/v01`)).json()).status).toBe('superseded');
    expect((await get('/tiles/cod-ab-sle/v01/5/14/15.mvt')).status).toBe(200);
    expect((await post(`${BASE}/v02/withdraw`, {}, 'publisher')).status).toBe(400);
    const withdrawn = await post(`${BASE}/v02/withdraw`, { reason: 'wrong province codes' }, 'publisher');
    expect(versionAnswer.parse(await withdrawn.json())).toMatchObject({
      status: 'withdrawn',
      reason: null,
      withdrawal: { by: 'Publisher', reason: 'wrong province codes' },
    });
    expect((await get(`${BASE}/current`)).status).toBe(404);
    expect((await post(`${BASE}/v02/publish`, {}, 'publisher')).status).toBe(409);
    expect((await post(`${BASE}/v01/publish`, {}, 'publisher')).status).toBe(200);
    const actions = await server.store.catalog.listAudit('cod-ab-sle' as never);
    expect(actions.map(({ action, version }) => `${action} ${version}`)).toEqual([
      'version.drafted v01',
      'version.published v01',
      'version.drafted v02',
      'version.published v02',
      'version.withdrawn v02',
      'version.published v01',
    ]);
  });

  test('a draft that is withdrawn stays as hidden as it was', async () => {
    const { version } = await recordSample(server.store);
    expect((await post(`${BASE}/${version}/withdraw`, { reason: 'the wrong files' }, 'publisher')).status).toBe(200);
    const paths = [`${BASE}/${version}`, `${BASE}/${version}/units`, `${BASE}/${version}/report`, `/tiles/cod-ab-sle/${version}/5/14/15.mvt`];
    expect(await Promise.all(paths.map(async (path) => (await get(path)).status))).toEqual([404, 404, 404, 404]);
    expect((await get(`${BASE}/${version}`, { 'x-test-user': 'reader' })).status).toBe(200);
    const [hidden, unknown] = await Promise.all([version, 'v99'].map(async (tag) => get(`/tiles/cod-ab-sle/${tag}.json`)));
    const facts = async (answer: Response) => problemDetails.pick({ type: true, title: true, status: true, detail: true }).parse(await answer.json());
    expect(JSON.stringify(await facts(hidden!)).replaceAll(version, 'v99')).toBe(JSON.stringify(await facts(unknown!)));
    const { versions } = datasetAnswer.parse(await (await get('/api/v1/datasets/cod-ab-sle')).json());
    expect(versions.map((each) => each.version)).not.toContain(version);
  });
});
