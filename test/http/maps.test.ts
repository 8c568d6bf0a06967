/** Saved maps over HTTP: made, changed, copied, deleted and back; their pictures and files; embeds and who may frame them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Feature } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embedAnswer, mapAnswer, mapShapesAnswer, mapValuesAnswer, type EmbedAnswer, type MapAnswer, type MapSpec } from '../../server/contract/maps/map.ts';
import type { PopulationLevelValues } from '../../server/contract/population/population.ts';
import { checkEmbedHeaders } from '../../server/maps/embed/check.ts';
import { isRefused, matchesHost } from '../../server/maps/embed/serve.ts';
import { writeGeometryFile } from '../../server/formats/geometryFile.ts';
import { coverValues } from '../../server/contract/maps/classes.ts';
import { putArtifact, recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { toTable } from '../helpers/boundaryTables.ts';
import { invite, join, type Person } from '../helpers/member.ts';

const square = (pcode: string, parent: string | null, name: string, x: number, y: number, side = 1): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ],
    ],
  },
});
const TABLES = [
  toTable(0, [square('SL', null, 'Sierra Leone', -13, 7, 2)]),
  toTable(1, [square('SL01', 'SL', 'East', -13, 7, 2)]),
  toTable(2, [
    square('SL0101', 'SL01', '=1+1', -13, 7),
    square('SL0102', 'SL01', 'Kénéma', -12, 7),
    square('SL0103', 'SL01', 'كنما', -13, 8),
    square('SL0104', 'SL01', 'Bo', -12, 8),
  ]),
];
const POPULATION: PopulationLevelValues = {
  level: 2,
  year: 2020,
  source: 'Census',
  boundaries: null,
  groups: [
    { key: 'T_TL', sex: 't', ageFrom: null, ageTo: null, other: null, heading: 'T_TL' },
    { key: 'T_adulte', sex: 't', ageFrom: null, ageTo: null, other: 'adulte de plus de 18 ans', heading: 'T_adulte' },
  ],
  pcodes: ['SL0101', 'SL0102', 'SL0103'],
  values: [
    [1000, 5000, 20_000],
    [400, 2000, 9000],
  ],
  total: 26_000,
};
const spec = {
  spec: 1,
  title: 'People <of> districts',
  lang: 'en',
  status: 'draft',
  boundary: { dataset: 'cod-ab-sle', version: 'current', level: 2 },
  data: { kind: 'population', dataset: 'cod-ps-sle', version: 'current', measure: 'people', sex: 't', age: 'all' },
  classes: { method: 'manual', breaks: [0, 2000, 10_000] },
  labels: { show: 'names', lang: 'en' },
  view: null,
  selected: null,
} as unknown as MapSpec;
const EMBED = { hosts: ['https://partner.example'], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'tap' };

/** A client of one page: whether the real one was built is not this file's matter. */
let clientDir: string;
let server: TestServer;
let author: Person;
let viewer: Person;

const ask = (method: string, path: string, body?: unknown, person: Person | null = author) =>
  fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: { ...person?.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const make = async (change: object = {}): Promise<MapAnswer> =>
  mapAnswer.parse(await (await ask('POST', '/api/v1/maps', { spec: { ...spec, ...change } })).json());
const frame = async (change: object = {}): Promise<EmbedAnswer> =>
  embedAnswer.parse(await (await ask('POST', `/api/v1/maps/${(await make()).id}/embeds`, { ...EMBED, ...change })).json());
const code = async (response: Response) => ((await response.json()) as { type: string }).type.split('/').at(-1);

beforeAll(async () => {
  clientDir = mkdtempSync(`${tmpdir()}/codmap-client-`);
  writeFileSync(`${clientDir}/embed.html`, '<!doctype html><script type="module" src="/assets/embed-1a2b.js"></script>');
  server = await startTestServer({ clientDir });
  const { store } = server;
  const geometry = await putArtifact(store, 'geometry', 'sle_geometry.bin', 'application/octet-stream', writeGeometryFile(TABLES));
  const { version } = await recordSample(store, { artifacts: [geometry] });
  await store.datasets.publishVersion('cod-ab-sle' as never, version, { by: 'tester', reason: null });
  const values = await putArtifact(store, 'population', 'sle_adm2.json', 'application/json', Buffer.from(JSON.stringify(POPULATION)));
  const people = await recordSample(store, { kind: 'cod-ps', artifacts: [{ ...values, level: 2 }], units: [] });
  await store.datasets.publishVersion('cod-ps-sle' as never, people.version, { by: 'tester', reason: null });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  author = await invite(server.url, admin, 'contributor', 'Cora');
  viewer = await invite(server.url, admin, 'viewer', 'Vera');
});
afterAll(async () => {
  await server.close();
  rmSync(clientDir, { recursive: true });
});

describe('saved maps', () => {
  test('made, read by anybody, changed under the same address, listed', async () => {
    const map = await make();
    expect(map.createdBy).toBe('Cora');
    expect(map.links.short).toBe(`${server.url}/m/${map.id}`);
    const read = await ask('GET', `/api/v1/maps/${map.id}`, undefined, null);
    const { unsaid, ...told } = map;
    expect(unsaid).toEqual([]);
    expect((await read.json()) as MapAnswer).toEqual({ ...told, createdBy: 'member, IMWG' });
    const changed = await ask('PUT', `/api/v1/maps/${map.id}`, { spec: { ...spec, title: 'Renamed' } });
    expect(((await changed.json()) as MapAnswer).spec.title).toBe('Renamed');
    const { maps } = (await (await ask('GET', '/api/v1/maps')).json()) as { maps: MapAnswer[] };
    expect(maps.find(({ id }) => id === map.id)?.spec.title).toBe('Renamed');
    expect((await ask('GET', `/m/${map.id}`, undefined, null)).headers.get('location')).toBe(`/maps/${map.id}`);
  });

  test('copied; deleted with its embeds, and back', async () => {
    const map = await make();
    const embed = (await (await ask('POST', `/api/v1/maps/${map.id}/embeds`, EMBED)).json()) as EmbedAnswer;
    const copy = (await (await ask('POST', `/api/v1/maps/${map.id}/duplicate`)).json()) as MapAnswer;
    expect(copy.id).not.toBe(map.id);
    expect(copy.spec).toEqual(map.spec);
    expect((await ask('DELETE', `/api/v1/maps/${map.id}`)).status).toBe(200);
    expect(await code(await ask('GET', `/api/v1/maps/${map.id}`))).toBe('map.unknown');
    const gone = await fetch(embed.src);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('This map no longer exists.');
    expect((await ask('POST', `/api/v1/maps/${map.id}/restore`)).status).toBe(200);
    expect((await fetch(embed.src)).status).toBe(200);
    expect(await code(await ask('POST', `/api/v1/maps/${map.id}/restore`))).toBe('map.not-deleted');
  });

  test.each([
    [{ boundary: { dataset: 'cod-ab-sle', version: 'current', level: 4 } }, 404, 'map.level-unknown'],
    [{ boundary: { dataset: 'cod-ab-sle', version: 'v99', level: 1 } }, 404, 'version.unknown'],
    [{ classes: { method: 'magic', breaks: [] } }, 400, 'request.invalid'],
    [{ title: ' ' }, 400, 'request.invalid'],
    [{ spec: 2 }, 400, 'request.invalid'],
  ])('%j is refused', async (change, status, problem) => {
    const response = await ask('POST', '/api/v1/maps', { spec: { ...spec, ...change } });
    expect([response.status, await code(response)]).toEqual([status, problem]);
  });

  test('saving is for members who contribute', async () => {
    expect((await ask('POST', '/api/v1/maps', { spec }, null)).status).toBe(401);
    expect((await ask('POST', '/api/v1/maps', { spec }, viewer)).status).toBe(403);
  });

  test('a draft version is as unknown as one that never was', async () => {
    const { version } = await recordSample(server.store, { artifacts: [] });
    const response = await ask('POST', '/api/v1/maps', { spec: { ...spec, boundary: { ...spec.boundary, version } } });
    expect([response.status, await code(response)]).toEqual([404, 'version.unknown']);
  });
});

describe('pictures and files', () => {
  test('SVG with title, classes, sources and disclaimer; PNG of the size asked', async () => {
    const { links } = await make();
    const svg = await (await fetch(links.svg)).text();
    for (const text of [
      'People &#60;of&#62; districts',
      'DRAFT',
      '2,000 – 20,000 (2)',
      'No data (1)',
      'cod-ps-sle',
      'do not imply official endorsement',
      'كنما',
    ])
      expect(svg, text).toContain(text);
    expect(svg).not.toMatch(/<script|href=|onload/);
    const png = Buffer.from(await (await fetch(links.social)).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('CSV is a table without formulas; definition and sources are in the text beside it, which the answer names', async () => {
    const { links } = await make();
    const response = await fetch(links.csv);
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="sle_adm2_/);
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toMatch(/^adm2_name.*adm2_pcode.*value,why_empty$/);
    expect(lines[1]).toMatch(/^'=1\+1,.*SL0101,.*,1000,$/);
    expect(lines[4]).toMatch(/^Bo,.*,no data$/);
    expect([lines.length, lines[5]]).toEqual([6, '']);
    const [, beside] = /^<([^>]+)>; rel="describedby"; type="text\/plain"$/.exec(response.headers.get('link')!)!;
    expect(new URL(beside!, server.url).href).toBe(links.txt);
    expect(await (await fetch(links.txt)).text()).toMatch(/^definition: .*2020[^]*^data: cod-ps-sle v/m);
  });

  test('GeoJSON likewise', async () => {
    const json = (await (await fetch((await make()).links.geojson)).json()) as { metadata: Record<string, string>; features: Feature[] };
    expect(json.metadata['definition']).toBe('People by admin 2 units, 2020.');
    expect(json.features.map(({ properties }) => [properties!['adm2_pcode'], properties!['value']])).toEqual([
      ['SL0101', 1000],
      ['SL0102', 5000],
      ['SL0103', 20_000],
      ['SL0104', null],
    ]);
  });

  test('the same of a map that is not stored, for anybody', async () => {
    const query = `spec=${encodeURIComponent(JSON.stringify(spec))}`;
    const types = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv', txt: 'text/plain', geojson: 'application/geo+json' };
    for (const [format, type] of Object.entries(types)) {
      const response = await fetch(`${server.url}/preview.${format}?${query}`);
      expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
      expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
    expect((await fetch(`${server.url}/preview.svg?spec={`)).status).toBe(400);
    expect((await fetch(`${server.url}/countries/sle.svg`)).status).toBe(200);
  });

  test('a group that is no age band', async () => {
    const { links, id } = await make({ data: { ...spec.data, age: 'adulte de plus de 18 ans' } });
    const { values } = mapValuesAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${id}/values`)).json());
    expect(values).toEqual({ SL0101: 400, SL0102: 2000, SL0103: 9000, SL0104: 'noData' });
    expect(await (await fetch(links.txt)).text()).toContain('group: adulte de plus de 18 ans');
  });

  test('the unit brought forward may be of another level', async () => {
    const edge = async (change: object) => {
      const map = await make(change);
      expect(map.spec).toMatchObject(change);
      return (await (await fetch(map.links.svg)).text()).match(/<path [^>]*stroke-width="2\.4"[^>]*>/g) ?? [];
    };
    const [own, region, none, gone] = await Promise.all([
      edge({ selected: 'SL0101' }),
      edge({ selected: 'SL01', selectedLevel: 1 }),
      edge({ selected: 'SL01' }),
      edge({ selected: 'SL0199' }),
    ]);
    expect([own, region, none, gone].map(({ length }) => length)).toEqual([1, 1, 0, 0]);
    expect(region).not.toEqual(own);
  });

  test('values and shapes for the live map; the outer class holds what is new', async () => {
    const { id } = await make();
    const values = mapValuesAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${id}/values`)).json());
    expect(values.values).toEqual({ SL0101: 1000, SL0102: 5000, SL0103: 20_000, SL0104: 'noData' });
    expect(values.spec.classes.breaks).toEqual([0, 2000, 20_000]);
    expect(values.spec.boundary.version).toMatch(/^v\d/);
    const shapes = mapShapesAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${id}/shapes`)).json());
    expect(shapes.units.map(([pcode]) => pcode)).toEqual(['SL0101', 'SL0102', 'SL0103', 'SL0104']);
  });
});

test('a map of one country with the numbers of another is refused', async () => {
  const answer = await ask('POST', '/api/v1/maps', { spec: { ...spec, boundary: { ...spec.boundary, dataset: 'cod-ab-lbn' } } });
  expect([answer.status, ((await answer.json()) as { errors: { pointer: string }[] }).errors[0]!.pointer]).toEqual([400, '/spec/data/dataset']);
});

describe('embeds', () => {
  const inFrame = (src: string, referer?: string) => fetch(src, { headers: { 'sec-fetch-dest': 'iframe', ...(referer ? { referer } : {}) } });

  test('its own headers: who may frame it, no X-Frame-Options, no cookie, nothing from elsewhere', async () => {
    const { src } = await frame();
    const { headers } = await inFrame(src, 'https://partner.example/page');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("frame-ancestors 'self' https://partner.example");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect([headers.get('x-frame-options'), headers.get('set-cookie')]).toEqual([null, null]);
    // No list: everybody, files and previews of editors too, which `*` would shut out.
    expect((await inFrame((await frame({ hosts: [] })).src)).headers.get('content-security-policy')).not.toContain('frame-ancestors');
  });

  test('a page not on the list gets words and a link, and no data; one that says nothing is left to the browser', async () => {
    const embed = await frame();
    const refused = await inFrame(embed.src, 'https://other.example/');
    expect(refused.status).toBe(403);
    const html = await refused.text();
    expect(html).toContain('may not be shown on this website');
    expect(html).toContain(`/maps/${embed.map}`);
    expect(html).not.toContain('<svg');
    expect((await inFrame(embed.src)).headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://partner.example");
  });

  test('words, picture, legend and table stand in the HTML; it stays small', async () => {
    const { src } = await frame();
    const html = await (await fetch(`${src}?lang=ar`)).text();
    for (const text of ['dir="rtl"', '<svg', '<table>', 'People &#60;of&#62; districts', 'og:image', 'application/json+oembed'])
      expect(html, text).toContain(text);
    expect(html).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html.match(/https?:\/\/[^"'< )]+/g)!.filter((url) => !url.startsWith(server.url) && !url.startsWith('http://www.w3.org/'))).toEqual([
      'https://partner.example',
    ]);
  });

  test('three snippets without inline script or style', async () => {
    const { snippets, src } = await frame();
    for (const snippet of Object.values(snippets)) {
      expect(snippet).toContain(src);
      expect(snippet).not.toMatch(/style=|<script>|on\w+=/);
    }
    expect(snippets.element).toMatch(/^<cod-map [^]*<noscript><img [^]*<\/noscript>\n<table>[^]*<\/cod-map>/);
    // The map follows its data; the table that was copied says of which day it is.
    expect(snippets.element).toContain(`<caption>As of ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format()}</caption>`);
  });

  test.each([['javascript:alert(1)'], ['https://partner.example/path'], ["https://x.example; script-src 'unsafe-inline'"], ['https://*']])(
    'the host %s is refused',
    async (host) => {
      const { id } = await make();
      expect((await ask('POST', `/api/v1/maps/${id}/embeds`, { ...EMBED, hosts: [host] })).status).toBe(400);
    },
  );

  test('changed and ended', async () => {
    const { id, src } = await frame();
    await ask('PUT', `/api/v1/embeds/${id}`, { ...EMBED, hosts: ['https://*.other.example'] });
    expect((await fetch(src)).headers.get('content-security-policy')).toContain('https://*.other.example');
    expect((await ask('DELETE', `/api/v1/embeds/${id}`)).status).toBe(200);
    expect((await fetch(src)).status).toBe(404);
  });

  test('oEmbed: a frame where everybody may, a picture otherwise', async () => {
    const oembed = async (url: string) =>
      (await (await fetch(`${server.url}/oembed?url=${encodeURIComponent(url)}&maxwidth=500`)).json()) as Record<string, unknown>;
    const closed = await frame();
    expect(await oembed(`${server.url}/maps/${closed.map}`)).toMatchObject({ type: 'photo', width: 500 });
    const open = await frame({ hosts: [] });
    expect(await oembed(`${server.url}/m/${open.map}`)).toMatchObject({
      type: 'rich',
      version: '1.0',
      width: 500,
      html: expect.stringContaining(open.src) as string,
    });
    expect((await fetch(`${server.url}/oembed?url=https://elsewhere.example/maps/abcdefgh`)).status).toBe(404);
    expect((await fetch(`${server.url}/oembed?url=${encodeURIComponent(open.src)}&format=xml`)).status).toBe(422);
  });
});

describe('the self-check', () => {
  const through = (change: (headers: Headers) => void, status = 200) =>
    checkEmbedHeaders(server.url, async (input, init) => {
      const { headers } = await fetch(input, init);
      const changed = new Headers(headers);
      change(changed);
      return new Response('', { status, headers: changed });
    });
  test('passes on the bare server', async () => expect(await checkEmbedHeaders(server.url)).toEqual({ ok: true, faults: [] }));
  test.each<[string, (headers: Headers) => void, RegExp]>([
    ['X-Frame-Options', (headers) => headers.set('x-frame-options', 'SAMEORIGIN'), /X-Frame-Options/],
    ['a replaced policy', (headers) => headers.set('content-security-policy', "default-src 'self'"), /does not arrive/],
    ['a second policy', (headers) => headers.append('content-security-policy', "frame-ancestors 'none'"), /second frame-ancestors/],
    ['a cookie', (headers) => headers.set('set-cookie', 'a=b'), /cookie/],
  ])('tells of a proxy that adds %s', async (_name, change, said) => {
    const { ok, faults } = await through(change);
    expect(ok).toBe(false);
    expect(faults.join(' ')).toMatch(said);
  });
  test('tells of a server that does not answer', async () => expect((await checkEmbedHeaders('http://127.0.0.1:1')).faults[0]).toMatch(/does not answer/));
});

describe('small rules', () => {
  test.each([
    ['https://a.example', 'https://a.example', true],
    ['http://a.example', 'https://a.example', false],
    ['https://x.a.example', 'https://*.a.example', true],
    ['https://a.example', 'https://*.a.example', false],
    ['https://evila.example', 'https://*.a.example', false],
    ['https://x.a.example:8443', 'https://*.a.example', false],
    ['https://x.a.example:8443', 'https://*.a.example:8443', true],
  ])('%s on %s: %s', (origin, host, fits) => expect(matchesHost(origin, host)).toBe(fits));

  test('only a frame of a page that is known not to be allowed is refused in words', () => {
    const request = (headers: Record<string, string>) => ({ get: (name: string) => headers[name] }) as never;
    const hosts = ['https://a.example'];
    expect(isRefused(request({ referer: 'https://b.example/', 'sec-fetch-dest': 'iframe' }), hosts, 'https://me.example')).toBe(true);
    expect(isRefused(request({ referer: 'https://b.example/', 'sec-fetch-dest': 'document' }), hosts, 'https://me.example')).toBe(false);
    expect(isRefused(request({ referer: 'https://me.example/c/x', 'sec-fetch-dest': 'iframe' }), hosts, 'https://me.example')).toBe(false);
    expect(isRefused(request({ referer: 'https://b.example/', 'sec-fetch-dest': 'iframe' }), [], 'https://me.example')).toBe(false);
  });

  test('new values widen the outer classes only', () => {
    expect(coverValues([1, 2, 5], new Map([['a', 9]]))).toEqual([1, 2, 9]);
    expect(
      coverValues(
        [1, 2, 5],
        new Map<string, number | 'zero'>([
          ['a', 0],
          ['b', 'zero'],
        ]),
      ),
    ).toEqual([1, 2, 5]);
    expect(coverValues([0, 2, 5], new Map([['a', -3]]))).toEqual([-3, 2, 5]);
  });
});
