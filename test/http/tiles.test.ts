import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemDetails, tilejsonAnswer } from '../../server/contract/datasets/api.ts';
import { isTilePath, parseTilePath } from '../../server/tiles/serve.ts';
import { rawGet, recordSample, startTestServer, TILES, type TestServer } from '../helpers/app.ts';
import { seededRandom } from '../helpers/random.ts';

let server: TestServer;
const TILE = '/tiles/cod-ab-sle/v01/5/14/15.mvt';
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(server.url + path, { headers, method, redirect: 'manual' });

beforeAll(async () => {
  server = await startTestServer();
  await recordSample(server.store);
  await server.store.datasets.publishVersion('cod-ab-sle' as never, 'v01' as never, { by: 'tester', reason: null });
});
afterAll(() => server.close());

describe('a tile', () => {
  test('is sent as stored, gzipped, kept for a year', async () => {
    const answer = await get(TILE);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'access-control-allow-origin': '*',
    });
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{16}-[0-9a-z]+"$/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(TILES[2]!.bytes);
  });

  test('is unzipped only for a client that refuses gzip, under another tag', async () => {
    const gzipped = await get(TILE);
    for (const refusal of ['identity', 'gzip;q=0', 'br', 'gzip;q=0, *']) {
      const plain = await rawGet(server.url, TILE, { 'accept-encoding': refusal });
      expect(plain.body, refusal).toBe(TILES[2]!.bytes.toString());
    }
    const plain = await get(TILE, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('content-length')).toBe(String(TILES[2]!.bytes.length));
    expect(plain.headers.get('etag')).not.toBe(gzipped.headers.get('etag'));
    expect((await get(TILE, { 'accept-encoding': 'identity', 'if-none-match': plain.headers.get('etag')! })).status).toBe(304);
  });

  test('answers 304 to its own tag, in a list, weak or *', async () => {
    const etag = (await get(TILE)).headers.get('etag')!;
    for (const asked of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get(TILE, { 'if-none-match': asked });
      expect([answer.status, answer.headers.get('etag')], asked).toEqual([304, etag]);
      expect(await answer.text()).toBe('');
    }
    expect((await get(TILE, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('304 needs no reading: the bytes may even be gone', async () => {
    const fresh = await startTestServer();
    try {
      const { artifacts } = await recordSample(fresh.store);
      await fresh.store.datasets.publishVersion('cod-ab-sle' as never, 'v01' as never, { by: null, reason: null });
      const etag = (await get(TILE)).headers.get('etag')!;
      // Opens the archive without reading this tile.
      expect((await fetch(fresh.url + '/tiles/cod-ab-sle/v01/4/0/0.mvt')).status).toBe(204);
      await fresh.store.objects.delete(artifacts.find(({ kind }) => kind === 'pmtiles')!.key);
      expect((await fetch(fresh.url + TILE, { headers: { 'if-none-match': etag } })).status).toBe(304);
      const gone = await fetch(fresh.url + TILE);
      expect(gone.status).toBe(503);
      expect(problemDetails.parse(await gone.json()).type).toBe('/problems/object.missing');
    } finally {
      await fresh.close();
    }
  });

  test('HEAD has the headers and no body', async () => {
    const answer = await get(TILE, {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(20);
    expect(await answer.text()).toBe('');
  });

  test('a query string does not matter', async () => {
    expect((await get(`${TILE}?v=2`)).status).toBe(200);
  });

  test('where nothing is, 204 inside the zooms and 404 outside', async () => {
    const empty = await get('/tiles/cod-ab-sle/v01/5/0/0.mvt');
    expect([empty.status, empty.headers.get('cache-control')]).toEqual([204, 'public, max-age=31536000, immutable']);
    for (const path of ['2/0/0', '6/0/0', '22/0/0', '25/1/1']) {
      const answer = await get(`/tiles/cod-ab-sle/v01/${path}.mvt`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(problemDetails.parse(await answer.json()).type).toBe('/problems/tile.outside-zooms');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  test.each([
    '5/32/0',
    '5/0/32',
    '3/8/8',
    '5/-1/0',
    '5/1e1/0',
    '05/1/1',
    '5/01/1',
    '5/1/1.5',
    '5//1',
    '5/1',
    '5/1/1/1',
    '27/0/0',
    '5/99999999999/1',
    '5/0x1/1',
  ])('%s is no tile', async (path) => {
    const answer = await get(`/tiles/cod-ab-sle/v01/${path}.mvt`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each([
    '/tiles/cod-ab-xxx/v01/5/14/15.mvt',
    '/tiles/cod-ab-sle/v09/5/14/15.mvt',
    '/tiles/nonsense/v01/5/14/15.mvt',
    '/tiles/cod-ab-sle/x/5/14/15.mvt',
    '/tiles/cod-ab-xxx/current/1/0/0.mvt',
  ])('unknown dataset or version %s', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  test('current redirects to the concrete version for a minute', async () => {
    const answer = await get('/tiles/cod-ab-sle/current/5/14/15.mvt');
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([302, TILE, 'public, max-age=60']);
  });

  test('other methods are refused, preflight is answered', async () => {
    expect((await get(TILE, {}, 'POST')).status).toBe(405);
    const preflight = await get(TILE, {}, 'OPTIONS');
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  });

  test('a draft is not there for strangers, and not kept by caches for those who may see it', async () => {
    for (const [authorize, status] of [
      [undefined, 404],
      [async () => ({ id: '1', name: 'reader' }), 200],
    ] as const) {
      const other = await startTestServer(authorize ? { authorize } : {});
      try {
        await recordSample(other.store);
        const answer = await fetch(other.url + TILE);
        expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
      } finally {
        await other.close();
      }
    }
  });
});

describe('TileJSON', () => {
  test.each(['v01', 'current'])('%s names the concrete version', async (version) => {
    const answer = await get(`/tiles/cod-ab-sle/${version}.json`);
    expect(answer.status).toBe(200);
    const tilejson = tilejsonAnswer.parse(await answer.json());
    expect(tilejson).toMatchObject({
      tiles: [`${server.url}/tiles/cod-ab-sle/v01/{z}/{x}/{y}.mvt`],
      minzoom: 3,
      maxzoom: 5,
      bounds: [-13.5, 6.5, -10, 10],
      version: '1.0.0',
      attribution: 'Statistics Sierra Leone',
    });
    expect(tilejson.vector_layers[0]!.id).toBe('adm2');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
  test('behind a proxy uses the configured address', async () => {
    const other = await startTestServer({ publicUrl: 'https://maps.example.org' });
    try {
      await recordSample(other.store);
      await other.store.datasets.publishVersion('cod-ab-sle' as never, 'v01' as never, { by: null, reason: null });
      const { tiles } = tilejsonAnswer.parse(await (await fetch(other.url + '/tiles/cod-ab-sle/current.json')).json());
      expect(tiles[0]).toBe('https://maps.example.org/tiles/cod-ab-sle/v01/{z}/{x}/{y}.mvt');
    } finally {
      await other.close();
    }
  });
});

describe('paths', () => {
  test('taken apart by hand as a regular expression would', () => {
    const slow = /^\/tiles\/([^/]*)\/([^/]*)\/(0|[1-9]\d{0,8})\/(0|[1-9]\d{0,8})\/(0|[1-9]\d{0,8})\.mvt(\?.*)?$/;
    const parts = ['/tiles/', 'cod-ab-sle', 'v01', '/', '5', '0', '12', '01', '', '-1', '.mvt', '?x', 'a', '123456789', '1234567890'];
    const random = seededRandom(7);
    for (let i = 0; i < 20_000; i++) {
      const good = `/tiles/cod-ab-sle/v01/${random(20)}/${random(99)}/${random(99)}.mvt`;
      const noise = Array.from({ length: 9 }, () => parts[random(parts.length)]).join('');
      const cut = random(good.length);
      for (const url of [good, `/tiles/${noise}`, good.slice(0, cut) + parts[random(parts.length)] + good.slice(cut)]) {
        const match = slow.exec(url);
        const expected = match ? { key: `${match[1]}/${match[2]}`, z: Number(match[3]), x: Number(match[4]), y: Number(match[5]) } : undefined;
        expect(parseTilePath(url), url).toEqual(expected);
      }
    }
  });
  test('only .mvt under /tiles goes past Express', () => {
    expect(['/tiles/a/b/1/2/3.mvt', '/tiles/a/b/1/2/3.mvt?x=1'].every(isTilePath)).toBe(true);
    expect(['/tiles/a/b.json', '/api/v1/x.mvt', '/'].some(isTilePath)).toBe(false);
  });
});
