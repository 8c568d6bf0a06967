/** Open standards over HTTP: what the documents of OGC API Features say, hostile requests, what strangers are told, catalogues judged by programs of others. */
import SwaggerParser from '@apidevtools/swagger-parser';
import type { Feature } from 'geojson';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import validate from 'stac-node-validator';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportColumns } from '../../../server/boundaries/files/columns.ts';
import type { DatasetId, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import { writeGeoJson } from '../../../server/formats/geojson/write.ts';
import { NO_METADATA } from '../../../server/kinds/summary.ts';
import { putArtifact, rawGet, startTestServer, TILES, VECTOR_LAYERS, type TestServer } from '../../helpers/app.ts';
import { sender } from '../../helpers/asking.ts';
import { toTable } from '../../helpers/boundaryTables.ts';
import { join, type Person } from '../../helpers/member.ts';
import { writePlainArchive } from '../../helpers/pmtiles.ts';
import { sensitivityOf } from '../../helpers/sensitivity.ts';
import { fakeSummary } from '../../helpers/units.ts';

const square = (pcode: string, parent: string | null, x: number): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name: `Place <${x}> & "co"` },
  geometry: { type: 'Polygon', coordinates: [[[x, 7.0000003], [x + 1, 7], [x + 1, 8], [x, 8], [x, 7.0000003]]] }, // prettier-ignore
});
const TABLES = [
  toTable(0, [square('SL', null, 0)]),
  toTable(
    1,
    Array.from({ length: 30 }, (_, i) => square(`SL${String(i + 1).padStart(2, '0')}`, 'SL', i)),
  ),
];
const PUBLIC = 'https://maps.example.org';
const C = '/ogc/collections/cod-ab-sle_v01_adm1';

let server: TestServer;
let admin: Person;
interface Link { rel: string; href: string; type: string; title: string } // prettier-ignore
type Json = Record<string, unknown> & { links: Link[] };

async function record(country: string, title: string): Promise<VersionTag> {
  const { store } = server;
  const levels = await Promise.all(
    TABLES.map(async (table) => ({
      ...(await putArtifact(store, 'geojson', `${country}_admin${table.level}.geojson`, 'application/geo+json', writeGeoJson(title, table, exportColumns(table, TABLES, { country: 'SLE' as Iso3, version: 'v01' })))),
      level: table.level,
    })),
  ); // prettier-ignore
  const tiles = await putArtifact(
    store,
    'pmtiles',
    `${country}.pmtiles`,
    'application/vnd.pmtiles',
    writePlainArchive(TILES, { name: title, attribution: 'X', vector_layers: VECTOR_LAYERS }),
  );
  const summary = fakeSummary([...levels, tiles], {
    country: country.toUpperCase() as Iso3,
    countryNames: { en: title },
    levels: TABLES.map(({ level, units }) => ({ level, units: units.length })),
    units: TABLES.map(({ level, units }) => ({ level, units })),
    sourceSha256: title.padEnd(64, '0'),
    metadata: { ...NO_METADATA, title, source: 'Statistics', license: 'CC BY 4.0', dateValidOn: '2016-10-17', updateFrequencyYears: 1 },
  });
  return (await store.datasets.recordVersion(summary, { by: 'tester' })).version;
}
const publish = async (country: string, title: string) =>
  server.store.datasets.publishVersion(`cod-ab-${country}` as DatasetId, await record(country, title), { by: 'tester', reason: 'test' });

/** Where it listens; it calls itself by another name. */
const local = () => `http://127.0.0.1:${server.port}`;
const get = (path: string, headers: Record<string, string> = {}) => fetch(local() + path, { headers, redirect: 'manual' });
const read = async (path: string): Promise<Json> => (await get(path)).json() as Promise<Json>;
const own = (path: string) => path.replace(PUBLIC, '');

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_PUBLIC_URL: PUBLIC });
  await publish('sle', 'Sierra Leone');
  await record('sle', 'Marker-Draft');
  await publish('lbr', 'Marker-Members');
  await publish('gin', 'Marker-Severe');
  admin = await join(local(), server.firstLink!, 'Amina', 'amina@example.org', PUBLIC);
  const send = sender(local(), { origin: PUBLIC });
  for (const [country, audience, is] of [
    ['lbr', 'response', 'moderate'],
    ['gin', 'named', 'severe'],
  ] as const) {
    const { status } = await send('PUT', sensitivityOf(`cod-ab-${country}`), admin.headers, { class: is, audience, named: [], lowestLevel: null, smallestCount: null, reason: 'a test of closing', confirmed: true }); // prettier-ignore
    expect(status).toBe(200);
  }
});
afterAll(() => server.close());

describe('the documents', () => {
  test('the landing page leads everywhere, and every link has rel, href, type and title, at the public address', async () => {
    const landing = await read('/ogc');
    expect(new Set(landing.links.map(({ rel }) => rel))).toEqual(
      new Set(['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data', 'http://www.opengis.net/def/rel/ogc/1.0/conformance', 'http://www.opengis.net/def/rel/ogc/1.0/data']),
    ); // prettier-ignore
    const collections = await read('/ogc/collections');
    const documents = [landing, collections, ...(collections['collections'] as Json[]), await read(`${C}/items?limit=2`), await read(`${C}/items/SL03`)];
    for (const { links } of documents)
      for (const link of links) {
        expect(
          [link.rel, link.type, link.title].every((text) => typeof text === 'string' && text !== ''),
          JSON.stringify(link),
        ).toBe(true);
        expect(link.href.startsWith(PUBLIC), link.href).toBe(true);
        expect((await get(own(link.href), { accept: link.type })).status, link.href).toBeLessThan(400);
      }
  });

  test('OpenAPI 3.0 is judged valid by another program, with the real address and the limits', async () => {
    const response = await get('/ogc/api');
    expect(response.headers.get('content-type')).toBe('application/vnd.oai.openapi+json;version=3.0');
    const api = (await response.json()) as { openapi: string; servers: object[]; components: { parameters: { limit: { schema: object } } } };
    expect([api.openapi, api.servers, api.components.parameters.limit.schema]).toEqual([
      '3.0.3',
      [{ url: `${PUBLIC}/ogc` }],
      { type: 'integer', minimum: 1, maximum: 10_000, default: 1000 },
    ]);
    await SwaggerParser.validate(structuredClone(api) as never);
  });

  test('collections say their extent, their schema and by what they are asked', async () => {
    const found = await read(C);
    expect(found).toMatchObject({
      id: 'cod-ab-sle_v01_adm1', itemType: 'feature', crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
      extent: { spatial: { bbox: [[0, 7, 30, 8]], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' }, temporal: { interval: [['2016-10-17T00:00:00Z', null]] } },
    }); // prettier-ignore
    const schema = await read(`${C}/schema`);
    expect(schema['properties']).toMatchObject({ adm1_pcode: { type: 'string', 'x-ogc-role': 'id' }, area_sqkm: { type: 'number' }, valid_on: { format: 'date' }, geometry: { format: 'geometry-multipolygon', 'x-ogc-role': 'primary-geometry' } }); // prettier-ignore
    expect(await read(`${C}/queryables`)).toMatchObject({
      $id: `${PUBLIC}${C}/queryables`,
      additionalProperties: false,
      properties: { pcode: { type: 'string' }, parent: {}, name: {}, adm1_pcode: {} },
    });
    expect((await read('/ogc/conformance'))['conformsTo']).toContain('http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables');
  });

  test('people are led to the pages of the site', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    expect((await get(`${C}/items/SL03`, browser)).headers.get('location')).toBe(`${PUBLIC}/c/SLE?version=v01&unit=1:SL03`);
    expect((await get(`${C}?f=html`)).headers.get('location')).toBe(`${PUBLIC}/c/SLE/cod-ab-sle?version=v01`);
    expect((await get(`${C}?f=json`, browser)).headers.get('content-type')).toContain('application/json');
  });
});

describe('items', () => {
  test('pages follow one another by next, which the last one has not', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = `${C}/items?limit=12`; path;) {
      const { links, features, numberMatched } = (await read(path)) as Json & { features: { id: string }[]; numberMatched: number };
      seen.push(...features.map(({ id }) => id));
      expect(numberMatched).toBe(30);
      path = links.find(({ rel }) => rel === 'next')?.href.replace(PUBLIC, '');
    }
    expect([seen.length, new Set(seen).size]).toEqual([30, 30]);
  });

  test('always MultiPolygon, rounded to six decimals, wound as RFC 7946 says', async () => {
    const { features } = (await read(`${C}/items?pcode=SL02`)) as unknown as {
      features: { geometry: { type: string; coordinates: [number, number][][][] } }[];
    };
    expect(features[0]!.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[[[1, 7], [2, 7], [2, 8], [1, 8], [1, 7]]]] }); // prettier-ignore
  });

  test('are kept for a year under the name of a version, and told again by their tag; current leads to it', async () => {
    const response = await get(`${C}/items?limit=3`, { 'accept-encoding': 'gzip' });
    const etag = response.headers.get('etag')!;
    expect([response.headers.get('cache-control'), response.headers.get('content-type'), response.headers.get('access-control-allow-origin'), response.headers.get('access-control-allow-credentials')]).toEqual(
      ['public, max-age=31536000, immutable', 'application/geo+json', '*', null],
    ); // prettier-ignore
    expect(response.headers.get('link')).toContain(`<${PUBLIC}${C}/items?offset=3>; rel="next"; type="application/geo+json"`);
    expect((await get(`${C}/items?limit=3`, { 'if-none-match': etag })).status).toBe(304);
    const current = await get('/ogc/collections/cod-ab-sle_current_adm1/items?limit=3');
    expect([current.status, current.headers.get('location')]).toEqual([302, `${PUBLIC}${C}/items?limit=3`]);
  });

  test.each(['limit=-1', 'limit=1e9', 'bbox=1,2,3', 'bbox=nan,1,2,3', 'unknown=1', 'datetime=yesterday', 'limit=1&limit=2',])(
    'asked with %s they are a problem that names the parameter',
    async (query) => {
      const response = await get(`${C}/items?${query}`);
      const problem = (await response.json()) as { status: number; errors: { pointer: string }[] };
      expect([response.status, problem.errors[0]!.pointer]).toEqual([400, `/${query.split('=')[0]}`]);
    },
  ); // prettier-ignore

  test('a thousand parameters are refused as one is', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `p${i}=1`).join('&');
    expect((await get(`${C}/items?${many}`)).status).toBe(400);
  });

  test('what is not there is 404, however it is asked', async () => {
    for (const path of [`${C}/items/none`, `${C}/items/..%2f..`, '/ogc/collections/none', '/ogc/collections/cod-ab-sle_v09_adm1', '/ogc/collections/cod-ab-sle_v01_adm7', '/ogc/none'])
      expect([path, (await get(path)).status]).toEqual([path, 404]); // prettier-ignore
    expect((await rawGet(local(), `${C}/items/../../../../etc/passwd`)).status).toBe(404);
  });
});

describe('strangers', () => {
  const LISTS = ['/ogc/collections', '/catalog.jsonld', '/stac/catalog.json', '/stac/sle/catalog.json', '/api/v1/feed.atom', '/api/v1/datasets'];
  test('find no draft, nothing of members and nothing sensitive in any list', async () => {
    for (const path of LISTS) {
      const text = await (await get(path)).text();
      expect(text.length, path).toBeGreaterThan(50);
      expect([path, /Marker-|lbr|gin|_v02_/i.exec(text)?.[0]]).toEqual([path, undefined]);
    }
  });
  test('get none of it by its address', async () => {
    const closed = [['lbr', 403], ['gin', 404]] as const; // prettier-ignore
    for (const [country, status] of closed)
      for (const path of [`/ogc/collections/cod-ab-${country}_v01_adm1`, `/ogc/collections/cod-ab-${country}_v01_adm1/items`, `/ogc/collections/cod-ab-${country}_current_adm1/items/SL01`, `/api/v1/datasets/cod-ab-${country}/versions/v01/layers.qlr`, `/tiles/cod-ab-${country}/v01/style.json`, `/api/v1/datasets/cod-ab-${country}/versions/v01/metadata.jsonld`, `/stac/${country}/cod-ab-${country}/v01/collection.json`]) {
        const response = await get(path);
        expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, status, 'no-store']);
        expect(await response.text()).not.toContain('Marker');
      } // prettier-ignore
    for (const path of ['/ogc/collections/cod-ab-sle_v02_adm1/items', '/api/v1/datasets/cod-ab-sle/versions/v02/layers.qlr', '/api/v1/datasets/cod-ab-sle/versions/v02/metadata.jsonld', '/stac/sle/cod-ab-sle/v02/collection.json'])
      expect([path, (await get(path)).status]).toEqual([path, 404]); // prettier-ignore
  });
  test('who may receive it is told, and no cache keeps that', async () => {
    const response = await get('/ogc/collections', admin.headers);
    expect([response.headers.get('cache-control'), /cod-ab-lbr_v01_adm1/.test(await response.text())]).toEqual(['no-store', true]);
  });
});

/** Schemas of STAC and of its extensions by their addresses, as published (Apache-2.0); the core is that of 1.1.0-beta.1, whose version was changed. */
const SCHEMAS = JSON.parse(readFileSync(new URL('../../fixtures/stac/schemas.json', import.meta.url), 'utf8')) as Record<string, object>;
const loader = async (address: string) => {
  // Of features of GeoJSON, which no catalogue of ours holds.
  if (address.startsWith('https://geojson.org/')) return { $schema: 'http://json-schema.org/draft-07/schema#', $id: address };
  const found = SCHEMAS[address.replace(/#$/, '')];
  if (!found) throw new Error(`No schema ${address}`);
  return structuredClone(found);
};

describe('catalogues', () => {
  test('STAC is judged valid by another program, extensions included, and leads on', async () => {
    const seen: string[] = [];
    const walk = async (path: string): Promise<void> => {
      const document = await read(path);
      const report = await validate(document, { loader });
      const { core, extensions } = report.results;
      expect([path, core, Object.values(extensions).flat(), report.valid]).toEqual([path, [], [], true]);
      seen.push(path);
      for (const { rel, href } of document.links) {
        if (rel === 'child') await walk(own(href));
        else if (rel !== 'license' && href.startsWith(PUBLIC)) expect([href, (await get(own(href))).status]).toEqual([href, 200]);
      }
    };
    await walk('/stac/catalog.json');
    expect(seen).toEqual(['/stac/catalog.json', '/stac/sle/catalog.json', '/stac/sle/cod-ab-sle/v01/collection.json']);
    const collection = (await read(seen.at(-1)!)) as unknown as {
      deprecated: boolean;
      license: string;
      assets: Record<string, { 'file:checksum': string; 'file:size': number; href: string }>;
      'table:columns': { name: string }[];
    };
    expect([collection.deprecated, collection.license]).toEqual([false, 'CC-BY-4.0']);
    const { href, 'file:checksum': checksum, 'file:size': size } = collection.assets['sle_admin1.geojson']!;
    const bytes = Buffer.from(await (await get(own(href))).arrayBuffer());
    expect([checksum, size]).toEqual([`1220${createHash('sha256').update(bytes).digest('hex')}`, bytes.length]);
    expect(collection['table:columns'].map(({ name }) => name)).toContain('adm1_pcode');
  });

  test('JSON-LD is read by another program: schema.org and DCAT say the same', async () => {
    const response = await get('/api/v1/datasets/cod-ab-sle/versions/current/metadata.jsonld');
    expect(response.headers.get('content-type')).toContain('application/ld+json');
    const loaded: string[] = [];
    const documentLoader = async (url: string) => {
      loaded.push(url);
      throw new Error('Nothing is fetched to read it');
    };
    const [node] = (await jsonld.expand(await response.json(), { documentLoader })) as Record<string, { '@value'?: unknown; '@id'?: string }[]>[];
    const value = (name: string) => node![name]?.[0]?.['@value'] ?? node![name]?.[0]?.['@id'];
    expect(loaded).toEqual([]);
    expect(node!['@type']).toEqual(['https://schema.org/Dataset', 'http://www.w3.org/ns/dcat#Dataset']);
    expect([value('https://schema.org/name'), value('https://schema.org/version'), value('https://schema.org/license'), value('http://www.w3.org/ns/dcat#version')]).toEqual(
      ['Sierra Leone', 'v01', 'https://creativecommons.org/licenses/by/4.0/', 'v01'],
    ); // prettier-ignore
    expect(node!['https://schema.org/distribution']).toHaveLength(3);
    const quads = (await jsonld.toRDF(await (await get('/catalog.jsonld')).json(), { documentLoader })) as {
      predicate: { value: string };
    }[];
    expect(quads.filter(({ predicate }) => predicate.value === 'http://www.w3.org/ns/dcat#downloadURL')).toHaveLength(3);
    expect((await get('/c/SLE/cod-ab-sle?f=jsonld')).headers.get('location')).toBe('/api/v1/datasets/cod-ab-sle/versions/current/metadata.jsonld');
  });

  test('a .qlr and a style name the version, at the public address', async () => {
    const qlr = await get('/api/v1/datasets/cod-ab-sle/versions/v01/layers.qlr');
    const text = await qlr.text();
    expect(qlr.headers.get('content-disposition')).toContain('cod-ab-sle_v01.qlr');
    expect(text).toContain(`typename=&#39;cod-ab-sle_v01_adm1&#39; url=&#39;${PUBLIC}/ogc&#39;`);
    expect(text).toContain(`url=${PUBLIC}/tiles/cod-ab-sle/v01/%7Bz%7D/%7Bx%7D/%7By%7D.mvt`);
    expect(await (await get('/api/v1/datasets/cod-ab-sle/versions/current/layers.qlr')).text()).toContain('/tiles/cod-ab-sle/current/');
    expect((await get('/tiles/cod-ab-sle/current/3/3/3.mvt')).headers.get('location')).toBe(`${PUBLIC}/tiles/cod-ab-sle/v01/3/3/3.mvt`);
    expect(await read('/tiles/cod-ab-sle/current/style.json?levels=2')).toMatchObject({
      version: 8,
      sources: { cod: { tiles: [`${PUBLIC}/tiles/cod-ab-sle/v01/{z}/{x}/{y}.mvt`] } },
    });
  });
});
