/** What lies around a country, of the whole Earth, and below: over HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../../server/config.ts';
import { problemDetails } from '../../../server/contract/datasets/api.ts';
import type { GroundAnswer } from '../../../server/contract/maps/ground.ts';
import { putArtifact, rawGet, recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { writePlainArchive } from '../../helpers/pmtiles.ts';
import { fakeSummary } from '../../helpers/units.ts';

const folder = mkdtempSync(join(tmpdir(), 'codmap-base-'));
const base = join(folder, 'base.pmtiles');
const ARCHIVE = writePlainArchive([{ z: 0, x: 0, y: 0, bytes: Buffer.from([0x1a, 0]) }], { name: 'Roads of OSM', vector_layers: [{ id: 'roads' }] });
let server: TestServer;
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
const ground = async (version: string) => (await (await get(`/api/v1/datasets/cod-ab-sle/versions/${version}/ground`)).json()) as GroundAnswer;

beforeAll(async () => {
  writeFileSync(base, ARCHIVE);
  server = await startTestServer({}, { CODMAP_BASEMAP: base });
  const { store } = server;
  const publish = (version: string) => store.datasets.publishVersion('cod-ab-sle' as never, version as never, { by: 'tester', reason: null });
  await recordSample(store);
  await publish('v01');
  const stored = await putArtifact(store, 'ground', 'ground.topojson', 'application/json', Buffer.from(JSON.stringify({ type: 'Topology', source: '10m' })));
  await store.datasets.recordVersion(fakeSummary([stored]), { by: 'tester' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the surroundings of a version', () => {
  test('without one of its own are cut from the coarse ground, for everybody', async () => {
    const answer = await get('/api/v1/datasets/cod-ab-sle/versions/current/ground');
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([
      200,
      'public, max-age=60',
      expect.stringMatching(/^application\/json/),
    ]);
    const { ground: cut, world } = (await answer.json()) as GroundAnswer;
    expect([cut.source, cut.objects.land.geometries.length > 0, world]).toEqual(['50m', true, expect.stringMatching(/^\/api\/v1\/ground\?v=[\w-]{16}$/)]);
  });
  test('are told of a draft only to those who may read it', async () => {
    const answer = await get('/api/v1/datasets/cod-ab-sle/versions/v02/ground');
    expect([answer.status, problemDetails.parse(await answer.json()).type]).toEqual([404, '/problems/version.unknown']);
  });
  test('are given as they were stored where they were', async () => {
    await server.store.datasets.publishVersion('cod-ab-sle' as never, 'v02' as never, { by: 'tester', reason: null });
    expect((await ground('v02')).ground).toEqual({ type: 'Topology', source: '10m' });
  });
});

test('the ground of the Earth is kept for a year under the address that is given, and a minute without', async () => {
  const { world } = await ground('v01');
  const [year, minute] = await Promise.all([get(world), get('/api/v1/ground')]);
  expect([year, minute].map(({ headers }) => headers.get('cache-control'))).toEqual(['public, max-age=31536000, immutable', 'public, max-age=60']);
  expect(await year.text()).toBe(await minute.text());
});

describe('the archive below the maps', () => {
  test('is named with the surroundings, and OpenStreetMap is credited where it is from there', async () => {
    expect((await ground('v01')).base).toMatchObject({ href: '/basemap.pmtiles', layers: ['roads'], attribution: '© OpenStreetMap contributors' });
  });
  test('is read by ranges, and not again while it is the same', async () => {
    const part = await get('/basemap.pmtiles', { range: 'bytes=0-6' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 0-6/${ARCHIVE.length}`, 'PMTiles']);
    const whole = await rawGet(server.url, '/basemap.pmtiles', {});
    expect([whole.body.length > 0, part.headers.get('accept-ranges'), part.headers.get('content-type')]).toEqual([true, 'bytes', 'application/vnd.pmtiles']);
    expect((await get('/basemap.pmtiles', { range: 'bytes=999999-' })).status).toBe(416);
    expect((await get('/basemap.pmtiles', { 'if-none-match': part.headers.get('etag')! })).status).toBe(304);
  });
  test('a page may ask nobody but this server', async () => {
    const policy = (await get('/c/sle', { accept: 'text/html' })).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/connect-src|https?:|\*/);
  });
  test('a file that is none stops the start, with words', async () => {
    const bad = join(folder, 'bad.pmtiles');
    writeFileSync(bad, 'hello');
    await expect(startTestServer({}, { CODMAP_BASEMAP: bad })).rejects.toThrow(ConfigError);
    await expect(startTestServer({}, { CODMAP_BASEMAP: bad })).rejects.toThrow(/\$CODMAP_BASEMAP: .*bad\.pmtiles is not a PMTiles archive of version 3/);
  });
});
