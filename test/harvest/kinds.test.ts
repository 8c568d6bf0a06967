/** Each kind of source against a twin of what it fetches from: complete or refused, never short; and never led to another server. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CodmapError } from '../../server/errors.ts';
import { KINDS } from '../../server/harvest/kinds/all.ts';
import { toLayerUrl } from '../../server/harvest/kinds/arcgis.ts';
import { chooseResource, fits, toPackageUrl } from '../../server/harvest/kinds/ckan.ts';
import { toFeature } from '../../server/harvest/kinds/esri.ts';
import { toSheetUrl } from '../../server/harvest/kinds/file.ts';
import { toKoboUrl, toRowsUrl } from '../../server/harvest/kinds/forms.ts';
import type { Fetchable, Fetched } from '../../server/harvest/kinds/kind.ts';
import { toItemsUrl } from '../../server/harvest/kinds/ogc.ts';
import { createEgress } from '../../server/outside/egress/egress.ts';
import { arcgis, collection, kobo, type ArcgisTwin, type KoboTwin } from '../helpers/harvest/twins.ts';
import { egressOf, PUBLIC, startWorld, type Handler } from '../helpers/outside/world.ts';

const world = await startWorld();
const egress = createEgress(
  egressOf(world, ['gis.example.org', 'kf.example.org', 'data.example.org', 'files.example.org', 'docs.google.com', '*.googleusercontent.com']),
);
afterAll(async () => {
  await egress.close();
  await world.close();
});
beforeEach(() => {
  for (const name of Object.keys(world.hosts)) delete world.hosts[name];
  world.asked.length = world.dialled.length = 0;
});
const host = (name: string, handle: Handler) => (world.hosts[name] = { addresses: [PUBLIC], handle });

interface Brought {
  name: string;
  text: string;
  fetched: Fetched;
}
async function bring(source: Pick<Fetchable, 'kind' | 'url'> & Partial<Fetchable>, secrets: Record<string, string> = {}, bytes = 50_000_000): Promise<Brought> {
  let text = '';
  const fetched = await KINDS[source.kind].fetch({
    source: { name: 'Places of the north', pick: null, etag: null, modified: null, ...source },
    egress,
    secrets,
    bytes,
    signal: AbortSignal.timeout(20_000),
    async store(stream, name) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      text = Buffer.concat(chunks).toString('utf8');
      return { name, key: 'uploads/x', bytes: text.length, sha256: createHash('sha256').update(text).digest('hex') };
    },
  });
  return { name: fetched.is === 'files' ? fetched.files[0]!.name : '', text, fetched };
}
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing refused',
    ({ code, details }: CodmapError) => [code, ...Object.values(details ?? {}).filter((each) => typeof each === 'number')].join(' '),
  );

describe('a layer of ArcGIS', () => {
  const url = 'https://gis.example.org/server/rest/services/X/FeatureServer/0';
  const fetchTwin = (twin: ArcgisTwin) => {
    host('gis.example.org', arcgis(twin));
    return bring({ kind: 'arcgis', url });
  };
  const idsOf = ({ text }: Brought) =>
    (JSON.parse(text) as { features: { properties: { OBJECTID: number } }[] }).features.map(({ properties }) => properties.OBJECTID);
  const whole = Array.from({ length: 2500 }, (_, at) => 11 + at * 3);

  test.each<[string, ArcgisTwin]>([
    ['in order', { records: 2500 }],
    ['whose pages are in no order: by ids', { records: 2500, unordered: true }],
    ['without pages: by ids', { records: 2500, unpaged: true }],
    ['that gives its own JSON only', { records: 2500, plain: true }],
    ['that offers GeoJSON and refuses it', { records: 2500, lies: true }],
    ['that cuts its pages and does not say so', { records: 2500, silent: true }],
    ['with small pages', { records: 2500, maxRecordCount: 250 }],
  ])('of 2,500 records %s is complete', async (_, twin) => {
    const brought = await fetchTwin(twin);
    expect(idsOf(brought)).toEqual(whole);
    expect([brought.name, brought.fetched]).toMatchObject(['Places_of_the_north.geojson', { counted: 2500 }]);
  });

  test('is the same file in whatever order it came', async () => {
    const ordered = await fetchTwin({ records: 2500 });
    const shuffled = await fetchTwin({ records: 2500, unordered: true });
    expect(shuffled.text).toBe(ordered.text);
  });

  test.each<[string, ArcgisTwin, string]>([
    ['counts more than it gives', { records: 2500, counts: 2600 }, 'harvest.incomplete 2500 2600'],
    ['counts less than it gives', { records: 2500, counts: 2400 }, 'harvest.incomplete 2500 2400'],
    ['gives pages in no order and forgets some by id', { records: 2500, unordered: true, forgets: 1 }, 'harvest.incomplete 2483 2500'],
    ['is empty', { records: 0 }, 'harvest.empty'],
  ])('that %s is refused', async (_, twin, expected) => expect(await refusal(fetchTwin(twin))).toBe(expected));

  test('that answers an error with the status of success, or asks for a token', async () => {
    for (const [code, expected] of [
      [499, 'harvest.sign-in 499'],
      [500, 'harvest.status 500'],
    ] as const) {
      host('gis.example.org', (__, response) => response.end(JSON.stringify({ error: { code, message: 'no' } })));
      expect(await refusal(bring({ kind: 'arcgis', url }))).toBe(expected);
    }
  });

  test('addresses as people copy them', () => {
    const to = 'https://gis.example.org/a/rest/services/X/FeatureServer/3';
    for (const given of [to, `${to}/`, `${to}/query`, `${to}/query?where=1%3D1&f=html`, `${to}?f=json`]) expect(toLayerUrl(given).href).toBe(to);
    for (const wrong of ['https://gis.example.org/a/rest/services/X/FeatureServer', 'https://gis.example.org/'])
      expect(() => toLayerUrl(wrong)).toThrow('not one of this kind');
  });

  test('rings become polygons: clockwise ones are outer, and each hole goes to the smallest around it', () => {
    const square = (x: number, y: number, size: number, clockwise: boolean) => {
      const ring = [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]; // prettier-ignore
      return clockwise ? ring : ring.toReversed();
    };
    const rings = [square(0, 0, 10, true), square(2, 2, 5, false), square(3, 3, 2, true), square(20, 0, 4, true), square(21, 1, 1, false)];
    const { geometry } = toFeature({ attributes: { n: 1 }, geometry: { rings } }) as { geometry: { coordinates: number[][][][] } };
    expect(geometry.coordinates.map((polygon) => polygon.map((ring) => ring[0]))).toEqual([
      [
        [0, 0],
        [2, 2],
      ],
      [[3, 3]],
      [
        [20, 0],
        [21, 1],
      ],
    ]);
    expect(toFeature({ attributes: {}, geometry: { x: 'NaN', y: 'NaN' } })['geometry']).toBeNull();
    expect(() => toFeature({ attributes: {}, geometry: { curveRings: [] } })).toThrow('did not answer');
  });
});

describe('a form of Kobo', () => {
  const url = 'https://kf.example.org/api/v2/assets/aBcDeF123/data/';
  const fetchTwin = (twin: KoboTwin, secrets = {}) => {
    host('kf.example.org', kobo(twin));
    return bring({ kind: 'kobo', url }, secrets);
  };

  test('comes page by page, with its token, in the order of its ids, as a table', async () => {
    const { text, name } = await fetchTwin({ records: 250, token: 'marker' }, { authorization: 'Token marker' });
    const lines = text.split('\r\n');
    expect([name, lines.length, lines[0], lines[1]]).toEqual(['Places_of_the_north.csv', 252, '_id,group/adm2,note,_geolocation', '4751,SL01249,,"[8.1,-12.5]"']); // prettier-ignore
    expect(lines[2]).toBe('4752,SL01248,"said ""so"", twice","[8.1,-12.5]"');
    expect(world.asked).toHaveLength(3);
  });

  test.each<[string, KoboTwin, string]>([
    ['without its token', { records: 10, token: 'x' }, 'harvest.sign-in 401'],
    ['cut off in the middle of a page', { records: 250, cuts: true }, 'harvest.answer'],
    ['that counts more than it gives', { records: 250, counts: 300 }, 'harvest.incomplete 250 300'],
    ['that changes meanwhile', { records: 250, moves: true }, 'harvest.moved 251 252'],
    ['whose next page is on another server', { records: 250, next: 'https://data.example.org/api/v2/assets/aBcDeF123/data/' }, 'harvest.next-host'],
    ['whose next page is inside', { records: 250, next: 'http://127.0.0.1/data' }, 'harvest.next-host'],
    ['whose next page is on another port', { records: 250, next: 'https://kf.example.org:8443/data' }, 'harvest.next-host'],
    ['whose next page is the same one', { records: 250, next: `${url}?format=json&start=0&limit=1000` }, 'harvest.pages'],
    ['whose next page is no address', { records: 250, next: 'https://[' }, 'harvest.answer'],
    ['without submissions', { records: 0 }, 'harvest.empty'],
  ])('%s is refused', async (_, twin, expected) => {
    host('data.example.org', (__, response) => response.end('{}'));
    expect(await refusal(fetchTwin(twin))).toBe(expected);
    expect(world.asked.every((line) => line.includes('kf.example.org'))).toBe(true);
  });

  test('redirected to another server goes without its token', async () => {
    const seen: unknown[] = [];
    host('kf.example.org', (_, response) => response.writeHead(302, { location: 'https://data.example.org/data' }).end());
    host('data.example.org', (request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(401).end();
    });
    expect(await refusal(bring({ kind: 'kobo', url }, { authorization: 'Token marker' }))).toBe('harvest.sign-in 401');
    expect(seen).toEqual([undefined]);
  });

  test('addresses: of the API, of a browser, of an export', () => {
    const data = 'https://kf.example.org/api/v2/assets/aBcDeF123/data/?format=json&start=0&limit=1000';
    for (const given of [url, 'https://kf.example.org/api/v2/assets/aBcDeF123', 'https://kf.example.org/#/forms/aBcDeF123/data/table'])
      expect(toKoboUrl(given)).toMatchObject({ url: new URL(data), isFile: false });
    const file = 'https://kf.example.org/api/v2/assets/aBcDeF123/export-settings/esXyZ123/data.csv';
    expect(toKoboUrl(file)).toMatchObject({ url: new URL(file), isFile: true });
    expect(() => toKoboUrl('https://kf.example.org/api/v2/assets/')).toThrow('not one of this kind');
  });
});

describe('a collection of OGC API Features', () => {
  const url = 'https://gis.example.org/ogc/collections/places';
  const fetchTwin = (twin: Parameters<typeof collection>[0]) => {
    host('gis.example.org', collection(twin));
    return bring({ kind: 'ogc', url });
  };
  test('is followed by its links, to the number that it says', async () => {
    for (const matched of [35, null]) {
      const { text } = await fetchTwin({ items: 35, matched });
      expect((JSON.parse(text) as { features: { properties: { n: number } }[] }).features.map(({ properties }) => properties.n)).toEqual(Array.from({ length: 35 }, (_, at) => at)); // prettier-ignore
    }
  });
  test.each<[string, Parameters<typeof collection>[0], string]>([
    ['says more than it gives', { items: 35, matched: 40 }, 'harvest.incomplete 35 40'],
    ['goes round in a circle', { items: 35, loops: true, matched: null }, 'harvest.pages'],
    ['leads to another server', { items: 35, elsewhere: 'https://data.example.org/x' }, 'harvest.next-host'],
    ['is empty', { items: 0 }, 'harvest.empty'],
  ])('that %s is refused', async (_, twin, expected) => expect(await refusal(fetchTwin(twin))).toBe(expected));
  test('addresses', () => {
    expect(toItemsUrl(url).href).toBe(`${url}/items?limit=1000`);
    expect(toItemsUrl(`${url}/items?bbox=1,2,3,4&limit=50`).href).toBe(`${url}/items?bbox=1,2,3,4&limit=50`);
    expect(() => toItemsUrl('https://gis.example.org/wfs?service=WFS')).toThrow('not one of this kind');
  });
});

test('rows of ActivityInfo become a table; what is no list is refused', async () => {
  const url = 'https://data.example.org/app#form/cabc123/table';
  host('data.example.org', (request, response) => response.end(request.url!.includes('/resources/form/cabc123/query/rows') ? JSON.stringify([{ '@id': 'b', Partner: 'X' }, { '@id': 'a', Partner: 'Y' }]) : '{}')); // prettier-ignore
  expect((await bring({ kind: 'activityinfo', url })).text).toBe('@id,Partner\r\na,Y\r\nb,X\r\n');
  expect(toRowsUrl('https://data.example.org/resources/form/cabc123/query/rows').pathname).toBe('/resources/form/cabc123/query/rows');
  host('data.example.org', (_, response) => response.end('{"rows":[]}'));
  expect(await refusal(bring({ kind: 'activityinfo', url }))).toBe('harvest.answer');
});

describe('a Google sheet', () => {
  test('is a CSV, wherever it is redirected to among the hosts that are allowed', async () => {
    host('docs.google.com', (request, response) => response.writeHead(307, { location: `https://doc-0k-sheets.googleusercontent.com${request.url}` }).end());
    host('doc-0k-sheets.googleusercontent.com', (request, response) => response.end(`a,b\r\n1,"${request.url}"`));
    const { text, name } = await bring({ kind: 'sheet', url: 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjK/edit?usp=sharing#gid=77' });
    expect([name, text]).toEqual(['Places_of_the_north.csv', 'a,b\r\n1,"/spreadsheets/d/1AbCdEfGhIjK/export?format=csv&gid=77"']);
  });
  test('that asks to sign in is a page, or another server', async () => {
    const url = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjK/edit';
    host('docs.google.com', (_, response) => response.end('<!DOCTYPE html><html><title>Sign in</title>'));
    expect(await refusal(bring({ kind: 'sheet', url }))).toBe('harvest.page');
    host('docs.google.com', (_, response) => response.writeHead(302, { location: 'https://accounts.google.com/' }).end());
    expect(await refusal(bring({ kind: 'sheet', url }))).toBe('outside.refused');
  });
  test('addresses', () => {
    const of = (path: string) => toSheetUrl(`https://docs.google.com/spreadsheets/d/${path}`).href.slice('https://docs.google.com/spreadsheets/d/'.length);
    expect([of('1AbCdEfGhIjK/edit#gid=5'), of('1AbCdEfGhIjK'), of('e/2PACX-1vT_x9/pubhtml?gid=3'), of('e/2PACX-1vT_x9/pub?output=csv')]).toEqual([
      '1AbCdEfGhIjK/export?format=csv&gid=5',
      '1AbCdEfGhIjK/export?format=csv',
      'e/2PACX-1vT_x9/pub?output=csv&gid=3&single=true',
      'e/2PACX-1vT_x9/pub?output=csv',
    ]);
    expect(() => toSheetUrl('https://docs.google.com/document/d/1AbCdEfGhIjK')).toThrow('not one of this kind');
  });
});

describe('a dataset of CKAN', () => {
  const FOLDER = '../shared/data/workgroup/sharing';
  const absent = !existsSync(FOLDER);
  const answerOf = (country: string) => JSON.parse(readFileSync(`${FOLDER}/ckan_package_${country}_operational_presence.json`, 'utf8')) as never;

  test.skipIf(absent)(`six answers of HDX: the resource is chosen by its name${absent ? ' (skipped: they are not beside this repository)' : ''}`, () => {
    const found = Object.fromEntries(
      ['caf', 'eth', 'gtm', 'irq', 'mli', 'yem'].map((country) => {
        const answer = answerOf(country) as { result?: { resources: { name: string }[] }; resources?: { name: string }[] };
        const names = (answer.result ?? (answer as { resources: { name: string }[] })).resources!.map(({ name }) => name);
        // Each by its own name, but for names that several have.
        const own = names.filter((name) => names.filter((other) => other.toLowerCase() === name.toLowerCase()).length === 1);
        expect(own.map((name) => chooseResource(answer as never, name.replaceAll('*', '?').slice(0, 200)).name)).toEqual(own);
        return [country, names.length];
      }),
    );
    expect(Object.values(found).every((count) => count > 0)).toBe(true);
  });

  test('stars stand for any letters, without regard to case, in no more time than the name is long', () => {
    expect(fits('*3W*2022*.xlsx', 'ETH_3w_June_2022 final.XLSX')).toBe(true);
    expect([fits('a*b', 'ab'), fits('a*b', 'axb.'), fits('*', ''), fits('', 'a'), fits('a', 'A'), fits('*.csv', 'x.csv.zip')]).toEqual([true, false, true, false, true, false]); // prettier-ignore
    const begun = performance.now();
    expect(fits('*a*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(20_000))).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  const of = (...resources: object[]) => JSON.stringify({ success: true, result: { resources } });
  test('its file is fetched, from where the resource says; the key goes to CKAN alone', async () => {
    const seen: string[] = [];
    host('data.example.org', (request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      response.end(of({ id: 'r1', name: 'old.csv', url: 'https://files.example.org/old.csv' }, { id: 'r2', name: '3W June.csv', url: 'https://files.example.org/june.csv', last_modified: '2026-06-01T00:00:00' })); // prettier-ignore
    });
    host('files.example.org', (request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      response.end('a,b\r\n1,2\r\n');
    });
    const source = { kind: 'ckan', url: 'https://data.example.org/dataset/x-3w', pick: '3w*' } as const;
    const { text, name, fetched } = await bring(source, { authorization: 'marker' });
    expect([name, text, fetched]).toMatchObject(['june.csv', 'a,b\r\n1,2\r\n', { resource: '3W June.csv', modified: 'r2 2026-06-01T00:00:00' }]);
    expect(seen).toEqual(['/api/3/action/package_show?id=x-3w marker', '/june.csv undefined']);
    // A link elsewhere is fetched again though CKAN says nothing new of it.
    expect((await bring({ ...source, modified: 'r2 2026-06-01T00:00:00' })).fetched.is).toBe('files');
  });

  test('what CKAN keeps itself is fetched when it says that it changed', async () => {
    host('data.example.org', (request, response) => response.end(request.url!.startsWith('/api') ? of({ id: 'r', name: 'a.csv', url: 'https://data.example.org/a.csv', url_type: 'upload', last_modified: '2026-01-01' }) : 'a\r\n1\r\n')); // prettier-ignore
    const source = { kind: 'ckan', url: 'https://data.example.org/dataset/x' } as const;
    expect((await bring({ ...source, modified: 'r 2026-01-01' })).fetched).toEqual({ is: 'unchanged', status: 200 });
    expect((await bring({ ...source, modified: 'r 2025-01-01' })).fetched.is).toBe('files');
  });

  test.each([
    ['none fits', of({ name: 'b', url: 'https://files.example.org/b' }), 'a*', 'harvest.resource-none'],
    [
      'several fit',
      of({ name: 'a1', url: 'https://files.example.org/1' }, { name: 'a2', url: 'https://files.example.org/2' }),
      'a*',
      'harvest.resource-several',
    ],
    ['the file is on a host that is not allowed', of({ name: 'a', url: 'https://evil.example/a' }), null, 'outside.refused'],
    ['the file is on this machine', of({ name: 'a', url: 'file:///etc/passwd' }), null, 'outside.refused'],
    ['there is no list', '{"success":true,"result":{}}', null, 'harvest.answer'],
  ])('refused where %s', async (_, answer, pick, expected) => {
    host('data.example.org', (__, response) => response.end(answer));
    expect(await refusal(bring({ kind: 'ckan', url: 'https://data.example.org/dataset/x', pick }))).toBe(expected);
  });

  test('addresses', () => {
    const to = 'https://data.example.org/api/3/action/package_show?id=x-y';
    for (const given of [
      'https://data.example.org/dataset/x-y',
      'https://data.example.org/dataset/x-y/',
      to,
      'https://data.example.org/api/action/package_show?id=x-y',
    ])
      expect(toPackageUrl(given).href).toBe(to);
    expect(() => toPackageUrl('https://data.example.org/group/x')).toThrow('not one of this kind');
  });
});

describe('a file', () => {
  test('is asked for by condition, and may be unchanged', async () => {
    host('data.example.org', (request, response) => {
      if (request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since']) return response.writeHead(304).end();
      return response.setHeader('etag', '"1"').setHeader('last-modified', 'Tue, 01 Dec 2026 00:00:00 GMT').end('a\r\n1\r\n');
    });
    const source = { kind: 'file', url: 'https://data.example.org/data' } as const;
    const { fetched } = await bring(source);
    expect(fetched).toMatchObject({ is: 'files', etag: '"1"', modified: 'Tue, 01 Dec 2026 00:00:00 GMT' });
    expect((await bring({ ...source, etag: '"1"', modified: 'Tue, 01 Dec 2026 00:00:00 GMT' })).fetched).toEqual({ is: 'unchanged', status: 304 });
  });
  test('that is a page, is gone, is closed or is nothing', async () => {
    const source = { kind: 'file', url: 'https://data.example.org/data.csv' } as const;
    const of = async (handle: Handler) => {
      host('data.example.org', handle);
      return refusal(bring(source));
    };
    expect(await of((_, response) => response.setHeader('content-type', 'text/csv').end('\n  <html><body>Sign in</body></html>'))).toBe('harvest.page');
    expect(await of((_, response) => response.writeHead(404).end())).toBe('harvest.gone 404');
    expect(await of((_, response) => response.writeHead(403).end())).toBe('harvest.sign-in 403');
    expect(await of((_, response) => response.writeHead(304).end())).toBe('harvest.status 304');
    expect(await of((_, response) => response.end())).toBe('harvest.empty');
  });
  test('has the name that the other side gives it, of letters alone', async () => {
    const named = async (headers: Record<string, string>, path = '/x') => {
      host('data.example.org', (_, response) => response.writeHead(200, headers).end('a'));
      return (await bring({ kind: 'file', url: `https://data.example.org${path}` })).name;
    };
    expect(await named({ 'content-disposition': 'attachment; filename="../../etc/3W juin (v2).xlsx"' })).toBe('etc_3W_juin_v2.xlsx');
    expect(await named({}, '/files/%D8%AD%D8%AF%D9%88%D8%AF.zip?x=1')).toBe('حدود.zip');
    expect(await named({ 'content-type': 'application/geo+json; charset=utf-8' })).toBe('Places_of_the_north.geojson');
    expect(await named({ 'content-type': 'application/x-msdownload' }, '/a.exe')).toBe('Places_of_the_north.csv');
  });
});
