/** A layer over HTTP: as data, as tiles and files; and one that is sensitive, of which strangers get counts by unit and nothing else. */
import { gunzipSync } from 'node:zlib';
import type { Feature } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKinds } from '../../../server/app/kinds.ts';
import type { DatasetId, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import type { LayerAnswer, LayerSummary, LayerUnits } from '../../../server/contract/overlays/layer.ts';
import { ROUTES } from '../../../server/contract/routes.ts';
import { UnauthorizedError } from '../../../server/errors.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import type { Authorize } from '../../../server/http/request.ts';
import { findPrevious, runIngest } from '../../../server/jobs/ingest.ts';
import type { IngestOptions } from '../../../server/kinds/kind.ts';
import { putArtifact, startTestServer, type TestServer } from '../../helpers/app.ts';
import { LAYER_ID, LAYERS } from '../../helpers/attack/layers.ts';
import { toTable } from '../../helpers/boundaryTables.ts';
import { csvOf } from '../../helpers/layers/ground.ts';
import { countsOnly, sensitivityOf } from '../../helpers/sensitivity.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';
import { fakeSummary } from '../../helpers/units.ts';

const ID = LAYER_ID as DatasetId;
const V = `/api/v1/layers/${ID}/versions`;
const MARKER = 'Markerburg';
const member = { 'x-test-user': 'ann', 'content-type': 'application/json' };
const square = (pcode: string, parent: string | null, x: number, side = 1): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name: `Place ${x}` },
  geometry: { type: 'Polygon', coordinates: [[[x, 7], [x + side, 7], [x + side, 8], [x, 8], [x, 7]]] }, // prettier-ignore
});
const TABLES = [
  toTable(0, [square('EX', null, 0, 3)]),
  toTable(1, [square('EX01', 'EX', 0, 2), square('EX02', 'EX', 2)]),
  toTable(2, [square('EX0101', 'EX01', 0), square('EX0102', 'EX01', 1), square('EX0201', 'EX02', 2)]),
];
/** Four, two and twelve places in the districts: two alone are few enough to be withheld. */
const PLACES = [
  ...[0.1, 0.2, 0.3, 0.4].map((x) => [`${MARKER} ${x}`, 7.5, x, 'camp', 100]),
  ...[1.25, 1.5].map((x) => [`${MARKER} ${x}`, 7.25, x, 'school', 10]),
  ...Array.from({ length: 12 }, (_, i) => [`${MARKER} hall ${i}`, 7.75, Number((2.05 + i * 0.07).toFixed(2)), 'camp', 1]),
];
const CSV = csvOf([['Name', 'Latitude', 'Longitude', 'Type', 'People'], ...(PLACES as (string | number)[][])]);

let server: TestServer;
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers, redirect: 'manual' });
const json = async <T>(path: string, headers?: Record<string, string>) => (await (await get(path, headers)).json()) as T;

async function record(text: string, options: IngestOptions = {}): Promise<VersionTag> {
  const { store } = server;
  const file = { ...uploadOf('exl_sites.csv', text), sha256: 'd'.repeat(64) };
  const summary = await runIngest({
    kinds: createKinds(store.db),
    files: [{ ...file, source: { ...file.source, close: () => {} } as never }],
    kind: 'layer',
    country: 'EXL' as Iso3,
    slug: 'sites',
    options,
    metadata: { title: 'Sites', source: 'Cluster', license: 'CC BY 4.0' },
    today: '2026-06-01',
    catalog: store.catalog,
    objects: store.objects,
    onProgress: () => {},
  });
  return (await store.datasets.recordVersion(summary, { by: 'tester' })).version;
}

beforeAll(async () => {
  const authorize: Authorize = async (request) => {
    const name = request.headers['x-test-user'];
    if (typeof name !== 'string') throw new UnauthorizedError('auth.required', 'Sign in.');
    return { id: name, name } as never;
  };
  server = await startTestServer({ authorize, now: () => new Date('2026-06-01T00:00:00Z') }, { CODMAP_ANSWER_SECONDS: '1000000' });
  const { store } = server;
  const artifacts = [await putArtifact(store, 'geometry', 'exl_geometry.bin', 'application/octet-stream', writeGeometryFile(TABLES))];
  const levels = TABLES.map(({ level, units }) => ({ level, units }));
  const base = { country: 'EXL' as Iso3, countryNames: { en: 'Exland' } };
  const counts = TABLES.map(({ level, units }) => ({ level, units: units.length }));
  const boundaries = await store.datasets.recordVersion({ ...fakeSummary(artifacts), ...base, levels: counts, units: levels }, { by: 'tester' });
  await store.datasets.publishVersion(boundaries.dataset, boundaries.version, { by: 'tester', reason: 'test' });
  expect(await findPrevious(store.catalog, store.objects, boundaries.dataset)).not.toBeNull();
  const tag = await record(CSV);
  await store.datasets.publishVersion(ID, tag, { by: 'tester', reason: null });
}, 60_000);
afterAll(() => server.close());

describe('open', () => {
  test('is in the list of its country, with its legend', async () => {
    const { layers } = await json<{ layers: LayerSummary[] }>('/api/v1/countries/EXL/layers');
    expect(layers).toMatchObject([
      {
        id: ID,
        version: 'v01',
        title: 'Sites',
        shape: 'points',
        theme: 'other',
        totals: { features: 18, sum: 432 },
        size: { column: 'People', max: 100 },
        served: 'geojson',
        isOpen: true,
        isOld: false,
        source: 'Cluster',
      },
    ]);
    expect(layers[0]!.legend.entries.map(({ value, count }) => [value, count])).toEqual([
      ['camp', 16],
      ['school', 2],
    ]);
    const answer = await json<LayerAnswer>(`${V}/current`);
    expect([answer.ledger, answer.join!.boundary]).toMatchObject([
      { read: 18, drawn: 18 },
      { dataset: 'cod-ab-exl', version: 'v01', level: 2 },
    ]);
    expect(answer.columns).toEqual([
      { name: 'Name', role: 'name' },
      { name: 'Type', role: 'class' },
      { name: 'People', role: 'size' },
    ]);
  });

  test('says by TileJSON which way a map takes, and both ways hold all of it', async () => {
    const tilejson = await json<{ served: string; geojson: string; tiles: string[]; bounds: number[] }>(`${V}/current/tiles.json`);
    expect([tilejson.served, tilejson.tiles]).toEqual(['geojson', [`${server.url}${V}/v01/tiles/{z}/{x}/{y}.mvt`]]);
    const whole = (await (await fetch(tilejson.geojson)).json()) as { features: { id: number; properties: Record<string, unknown> }[] };
    expect(whole.features).toHaveLength(18);
    expect(whole.features[0]!.properties).toEqual({
      _id: 2, _name: `${MARKER} 0.1`, _entry: 0, _size: 100, _pcode: 'EX0101', Name: `${MARKER} 0.1`, Type: 'camp', People: 100,
    }); // prettier-ignore
    const tile = await get(`${V}/v01/tiles/0/0/0.mvt`);
    expect([tile.status, tile.headers.get('content-type')]).toEqual([200, 'application/vnd.mapbox-vector-tile']);
    const { VectorTile } = await import('@mapbox/vector-tile');
    const { PbfReader } = await import('pbf');
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(await tile.arrayBuffer())) as never);
    expect([layers['features']!.length, layers['features']!.feature(0).properties, layers['told']]).toEqual([18, { _id: 2, _entry: 0, _size: 100 }, undefined]);
    expect((await get(`${V}/v01/tiles/3/0/0.mvt`)).status).toBe(204);
    expect([(await get(`${V}/v01/tiles/15/0/0.mvt`)).status, (await get(`${V}/v01/tiles/1/2/0.mvt`)).status]).toEqual([404, 404]);
  });

  test('counts, adds up and rolls up by unit', async () => {
    const units = await json<LayerUnits>(`${V}/current/units`);
    expect(units.units.map(({ pcode, features, sum, classes }) => [pcode, features, sum, classes])).toEqual([
      ['EX0101', 4, 400, [4, 0]],
      ['EX0102', 2, 20, [0, 2]],
      ['EX0201', 12, 12, [12, 0]],
    ]);
    expect([units.level, units.levels, units.total.features, units.withheldBelow]).toEqual([2, [0, 1, 2], 18, null]);
    const csv = await (await get(`${V}/current/units.csv?level=1`)).text();
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      'level,pcode,name,features,placed_as_nearest,sum,features: camp,features: school',
      '1,EX01,Place 0,6,0,420,4,2',
      '1,EX02,Place 2,12,0,12,12,0',
    ]);
    expect((await get(`${V}/current/units?level=3`)).status).toBe(404);
  });

  test('is found by text and by unit, and leaves as CSV and KML with the same count', async () => {
    const found = await json<{ total: number; features: { id: number; pcode: string }[] }>(`${V}/current/features?q=hall&limit=2`);
    expect([found.total, found.features.length, found.features[0]]).toMatchObject([12, 2, { pcode: 'EX0201' }]);
    expect(await json(`${V}/current/features?pcode=EX0102`)).toMatchObject({ total: 2 });
    expect(await json(`${V}/current/features/2`)).toMatchObject({ id: 2, name: `${MARKER} 0.1`, properties: { Type: 'camp', People: 100 } });
    expect((await get(`${V}/current/features/99`)).status).toBe(404);
    const csv = (await (await get(`${V}/current.csv`)).text()).trimEnd().split('\r\n');
    expect([csv.length, csv[0], csv[1]]).toEqual([19, 'row,longitude,latitude,unit_pcode,Name,Type,People', `2,0.1,7.5,EX0101,${MARKER} 0.1,camp,100`]);
    const kml = await (await get(`${V}/current.kml`)).text();
    expect(kml.match(/<Placemark>/g)).toHaveLength(18);
  });

  test('can be asked about its columns and said otherwise, which reads it again', async () => {
    expect((await get(`/api/v1/datasets/${ID}/versions/v01/columns`)).status).toBe(401);
    const read = await json<{ columns: object[]; overlay: object }>(`/api/v1/datasets/${ID}/versions/v01/columns`, member);
    expect([read.columns.length, read.overlay]).toEqual([5, {}]);
    const body = { columns: [], overlay: { titles: { fr: 'Sites' }, theme: 'health', base: true, minZoom: 5 } };
    const said = await fetch(`${server.url}/api/v1/datasets/${ID}/versions/v01/columns`, { method: 'PUT', headers: member, body: JSON.stringify(body) });
    expect(said.status).toBe(202);
    const { job } = (await said.json()) as { job: string };
    expect((await server.store.jobs.find(job))!.input.options).toMatchObject({ overlay: body.overlay });
    const draft = await record(CSV, { overlay: body.overlay });
    expect(await json(`${V}/${draft}`, member)).toMatchObject({ theme: 'health', base: true, minZoom: 5, titles: { fr: 'Sites' }, status: 'draft' });
    expect((await get(`${V}/${draft}`)).status).toBe(404);
  });
});

describe('of which everybody is given counts', () => {
  beforeAll(async () => {
    const said = await fetch(server.url + sensitivityOf(ID), { method: 'PUT', headers: member, body: JSON.stringify(countsOnly(2)) });
    expect(said.status).toBe(200);
  });

  test('tells strangers how many each unit has, small numbers and what would tell them withheld', async () => {
    const units = await json<LayerUnits>(`${V}/current/units`);
    expect(units.units.map(({ pcode, features, sum, near, classes }) => [pcode, features, sum, near, classes])).toEqual([
      ['EX0101', null, null, null, null],
      ['EX0102', null, null, null, null],
      ['EX0201', 12, null, null, null],
    ]);
    expect([units.total.features, units.withheldBelow]).toEqual([18, 3]);
    const { layers } = await json<{ layers: LayerSummary[] }>('/api/v1/countries/EXL/layers');
    expect(layers[0]).toMatchObject({ served: 'counts', totals: null, bbox: null, legend: { entries: [] }, size: null, isOpen: false });
    expect((await get(`${V}/current/units`)).headers.get('cache-control')).toBe('no-store');
  });

  test('and members all of it', async () => {
    expect(await json(`${V}/current/units`, member)).toMatchObject({ withheldBelow: null, units: [{ features: 4, sum: 400 }, {}, {}] });
    expect((await get(`${V}/current.geojson`, member)).status).toBe(200);
    expect((await get(`/api/v1/datasets/${ID}/versions/v01/download/exl_sites.csv`, member)).status).toBe(200);
  });

  test('no address tells a stranger where anything is, what it is called, or how many people are there', async () => {
    const own = Object.values(LAYERS).flatMap(({ ask }) => ask);
    const version = ROUTES.filter(({ method, path }) => method === 'get' && path.includes('/datasets/:id')).flatMap(({ path }) =>
      ['current', 'v01'].flatMap((tag) =>
        ['exl_sites.csv', 'report.json', 'columns.json', `${ID}.layer.json`, `${ID}.features`, `${ID}.units.json`].map((file) =>
          path.replace(/:(\w+)/g, (_, part: string) => ({ id: ID, version: tag, file, pcode: 'EX0101', z: '0', x: '0', y: '0', format: 'json' })[part] ?? 'x'),
        ),
      ),
    );
    const others = ['/api/v1/datasets', `/api/v1/datasets/${ID}`, `/tiles/${ID}/v01.json`, `/tiles/${ID}/v01/0/0/0.mvt`];
    const asked = [...new Set([...own, ...version, ...others])];
    expect(asked.length).toBeGreaterThan(80);
    const answered = new Map<number, number>();
    for (const path of asked) {
      const response = await get(path);
      const bytes = Buffer.from(await response.arrayBuffer());
      const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
      answered.set(response.status, (answered.get(response.status) ?? 0) + 1);
      expect(response.status, path).toBeLessThan(500);
      for (const told of [MARKER, '"school"', '2.05', '7.75', '"sum":4', 'exl_sites']) expect(text.includes(told), `${path} tells ${told}`).toBe(false);
      if (/tiles\/|features|\.(geojson|csv|kml)/.test(path) && !path.includes('/units')) expect(response.status, path).toBeGreaterThanOrEqual(400);
    }
    // Some were answered: what is asked is not simply not there.
    expect(answered.get(200)).toBeGreaterThan(5);
    expect(answered.get(403)).toBeGreaterThan(10);
  });
});
