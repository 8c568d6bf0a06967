/**
 * What strangers are told of those who work here: roles and no names, on every route there is; that a draft changes nothing of it; and
 * which names of this server are believed (decision 0030).
 */
import type { Feature } from 'geojson';
import { request as rawRequest } from 'node:http';
import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Artifact } from '../../server/contract/datasets/dataset.ts';
import type { DatasetId, Iso3, VersionTag } from '../../server/contract/ids.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { NO_METADATA } from '../../server/kinds/summary.ts';
import { exportColumns } from '../../server/boundaries/files/columns.ts';
import { writeGeoJson } from '../../server/formats/geojson/write.ts';
import { writeGeometryFile } from '../../server/formats/geometryFile.ts';
import { METRICS, putArtifact, startTestServer, TILES, VECTOR_LAYERS, type TestServer } from '../helpers/app.ts';
import { toTable } from '../helpers/boundaryTables.ts';
import { invite, invitedAs, join, type Person } from '../helpers/member.ts';
import { writePlainArchive } from '../helpers/pmtiles.ts';
import { fakeSummary } from '../helpers/units.ts';
import { sender, type Send } from '../helpers/asking.ts';

const SLE = 'cod-ab-sle' as DatasetId;
const NAMES = ['Zeldalina', 'Yussufian', 'Xeniamara'];
const square = (pcode: string, parent: string | null, x: number): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name: `Place ${x}` },
  geometry: { type: 'Polygon', coordinates: [[[x, 7], [x + 1, 7], [x + 1, 8], [x, 8], [x, 7]]] }, // prettier-ignore
});
const TABLES = [
  toTable(0, [square('SL', null, 0)]),
  toTable(1, ['SL01', 'SL02'].map((code, i) => square(code, 'SL', i))), // prettier-ignore
];
const FINDING = {
  code: 'name.letters', severity: 'error', level: 1, message: 'Odd letters.', params: { column: 'adm1_name', lang: 'en', characters: 'x', count: 1 }, count: 1, accepted: 1,
  items: [{ id: 'a', pcodes: ['SL01'], rows: [1], detail: 'odd', accepted: { reason: 'It is written so.', by: NAMES[2], at: new Date().toISOString() } }],
}; // prettier-ignore
const REPORT = {
  dataset: SLE, sha256: 'a'.repeat(64), levels: [{ level: 1, units: 2 }], errors: 0, warnings: 0, infos: 0, accepted: 1, publishable: true,
  results: [{ check: 'N12', label: 'Letters', spec: 'x', status: 'passed', ms: 1, findings: [FINDING] }],
}; // prettier-ignore
const MAP = {
  spec: 1, title: 'Districts', lang: 'en', status: 'cleared', boundary: { dataset: SLE, version: 'current', level: 1 }, data: { kind: 'boundaries' },
  classes: { method: 'manual', breaks: [], open: 'none' }, labels: { show: 'names', lang: 'en' }, view: null, selected: null, selectedLevel: null,
}; // prettier-ignore

let server: TestServer;
let send: Send;
let people: Person[];
let artifacts: Artifact[];
let mapId = '';
let embedId = '';
let jobId = '';

async function record(country: string, by: string, report: object = REPORT): Promise<VersionTag> {
  const { store } = server;
  artifacts = [
    { ...(await putArtifact(store, 'geojson', 'sle_admin1.geojson', 'application/geo+json', writeGeoJson('sle', TABLES[1]!, exportColumns(TABLES[1]!, TABLES, { country: 'SLE' as Iso3, version: 'v01' })))), level: 1 },
    await putArtifact(store, 'geometry', 'sle_geometry.bin', 'application/octet-stream', writeGeometryFile(TABLES)),
    await putArtifact(store, 'pmtiles', 'sle.pmtiles', 'application/vnd.pmtiles', writePlainArchive(TILES, { name: country, attribution: 'X', vector_layers: VECTOR_LAYERS })),
    await putArtifact(store, 'report', 'report.json', 'application/json', Buffer.from(JSON.stringify(report))),
  ]; // prettier-ignore
  const names = Object.fromEntries(['en', 'fr', 'es', 'ar'].map((lang) => [lang, country]));
  const summary = fakeSummary(artifacts, {
    country: 'SLE' as Iso3,
    countryNames: names,
    levels: TABLES.map(({ level, units }) => ({ level, units: units.length })),
    units: TABLES.map(({ level, units }) => ({ level, units })),
    sourceSha256: country.padEnd(64, '0'),
    metadata: { ...NO_METADATA, title: country, source: 'Statistics', dateValidOn: '2016-10-17' },
  });
  return (await store.datasets.recordVersion(summary, { by })).version;
}

beforeAll(async () => {
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = [
    await invite(server.url, admin, 'publisher', NAMES[0]!),
    await invite(server.url, admin, 'contributor', NAMES[1]!),
    await invite(server.url, admin, 'reviewer', NAMES[2]!),
  ];
  await server.store.datasets.publishVersion(SLE, await record('Sierra Leone', NAMES[1]!), { by: NAMES[0]!, reason: 'All are right.' });
  const map = await send('POST', '/api/v1/maps', people[1]!.headers, { spec: MAP });
  mapId = ((await map.json()) as { id: string }).id;
  const embed = await send('POST', `/api/v1/maps/${mapId}/embeds`, people[1]!.headers, {
    hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'sight',
  }); // prettier-ignore
  embedId = ((await embed.json()) as { id: string }).id;
  const job = {
    id: crypto.randomUUID(),
    dataset: SLE,
    input: { files: [], options: {} },
    sha256: 'b'.repeat(64),
    createdAt: '2026-01-01',
    createdBy: NAMES[1]!,
  };
  await server.store.jobs.insert(job);
  jobId = job.id;
});
afterAll(() => server.close());

/** Addresses of every route that is read without a permission, filled with what there is here. */
function addresses(): [name: string, path: string][] {
  const spec = encodeURIComponent(JSON.stringify(MAP));
  return ROUTES.filter(({ method, permission }) => method === 'get' && !permission).flatMap(({ name, path }) => {
    const id = path.includes('/maps/') || path.startsWith('/m/') ? mapId : path.includes('/jobs/') ? jobId : path.startsWith('/embed/') ? embedId : path.includes('/presence/') ? '3w-sle' : SLE;
    const known: Record<string, string> = { id, dataset: SLE, pcode: 'SL01', z: '3', x: '3', y: '3', iso3: 'SLE', scope: 'SLE', group: 'none', document: 'none', table: 'v1', token: 'unknown', code: 'host.unknown', person: 'none', format: 'json', collection: 'cod-ab-sle_v01_adm1', feature: 'SL01' };
    const files = name === 'getMade' ? ['sle_admin_boundaries.geojson'] : path.includes(':file') ? artifacts.map(({ file }) => file) : [''];
    const versions = path.includes(':version') ? ['current', 'v01'] : [''];
    return files.flatMap((file) =>
      versions.map((version): [string, string] => {
        const filled = path.replace(/:(\w+)/g, (_, part: string) => ({ ...known, file, version })[part]!);
        const query = name === 'lookUp' ? '?country=SLE&code=SL01' : path.startsWith('/preview') ? `?spec=${spec}` : name === 'listOccurrences' ? '?finding=0' : name === 'getOembed' ? `?url=${encodeURIComponent(`${server.url}/maps/${mapId}`)}` : '';
        return [name, filled + query];
      }),
    );
  }); // prettier-ignore
}

/** What comes back, without what is of this very request. An event stream is read to its first event. */
async function told(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string; location: string | null }> {
  const stop = new AbortController();
  const response = await fetch(server.url + path, { redirect: 'manual', headers, signal: stop.signal });
  let text = '';
  if (path.endsWith('/events')) {
    const { value } = await response.body!.getReader().read();
    text = new TextDecoder().decode(value);
    stop.abort();
  } else text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  // A workbook is a zip with the time at which it was written.
  if (path.endsWith('.xlsx')) text = '';
  return { status: response.status, text: text.replace(/"(instance|at)":"[^"]*"/g, ''), location: response.headers.get('location') };
}

describe('names of staff', () => {
  test('no route tells a stranger one', async () => {
    const answered = new Set<string>();
    for (const [name, path] of addresses()) {
      const { status, text } = await told(path);
      if (status < 400) answered.add(name);
      for (const person of [...NAMES, 'Amina']) expect(text.includes(person), `${path} names ${person}`).toBe(false);
    }
    // Those that do not answer hold nothing here; that the others were read at all is what makes this a test.
    const silent = ROUTES.filter(({ name, method, permission }) => method === 'get' && !permission && !answered.has(name)).map(({ name }) => name);
    expect(silent.sort()).toEqual(
      ['getAssessment', 'getAssessmentFile', 'getPopulation', 'getChanges', 'getPresence', 'getPresenceSummary', 'getPresenceColumns', 'listPresenceRecords', 'listOrganisations', 'getPresenceMatrix', 'getHapiCsv', 'getHxlCsv', 'getRecordsCsv', 'getListsCsv', 'getMatrixCsv', 'getPresenceXlsx', 'getInvite', 'getMetrics', 'getProof', 'getSecondFactor', 'getGroup', 'getMembership', 'getClassification', 'getOwnEntries', 'exportOwnEntry', 'exportContacts', 'printContacts', 'getDocument', 'getEdition', 'getEditionBody', 'showEdition', 'getEditionFile', 'getMeeting', 'getOccurrence', 'getGroupCalendar', 'getGroupFeed', 'getOwnCalendar', 'listCalendarLinks', 'getScheduleEntry', 'listNews', 'getBaseMap', 'getLayer', 'getLayerTilejson', 'getLayerTile', 'listLayerUnits', 'getLayerUnitsCsv', 'listLayerFeatures', 'getLayerFeature', 'getLayerGeojson', 'getLayerCsv', 'getLayerKml', 'getIndicators', 'getIndicatorValues', 'getIndicatorsCsv', 'getIndicatorsXlsx', 'getIndicatorListVersion', 'getSeries', 'getSeriesPdf', 'getSeriesZip', 'previewSeriesPdf', 'previewSeriesZip'].sort(),
    ); // prettier-ignore
  });

  test('roles stand in their place; reasons stay', async () => {
    const version = JSON.parse((await told(`/api/v1/datasets/${SLE}/versions/v01`)).text) as Record<string, unknown>;
    expect(version).toMatchObject({ createdBy: 'member, IMWG', publishedBy: 'chair, IMWG', reason: 'All are right.' });
    expect(JSON.parse((await told(`/api/v1/maps/${mapId}`)).text)).toMatchObject({ createdBy: 'member, IMWG' });
    const report = await told(`/api/v1/datasets/${SLE}/versions/v01/report`);
    expect(report.text).toContain('"accepted":{"reason":"It is written so.","by":"imo, IMWG"');
    const history = (await (await fetch(`${server.url}/api/v1/datasets/${SLE}/versions/v01/history`)).json()) as { acts: object[] };
    expect(history.acts).toMatchObject([{ action: 'version.published', by: 'chair, IMWG', reason: 'All are right.' }]);
    expect((await told(`/api/v1/datasets/${SLE}/versions/v01/download/report.json`)).location).toBe(`/api/v1/datasets/${SLE}/versions/v01/report`);
  });

  test('members are told, and no cache keeps it', async () => {
    const [publisher] = people as [Person];
    for (const path of ['', '/report', '/report.html', '/report.csv', '/download/report.json']) {
      const response = await send('GET', `/api/v1/datasets/${SLE}/versions/v01${path}`, publisher.headers);
      if (path !== '/report.csv') expect([path, (await response.text()).includes(NAMES[path === '' ? 0 : 2]!)]).toEqual([path, true]);
      expect([path, response.headers.get('cache-control')]).toEqual([path, path === '' ? 'no-cache' : 'no-store']);
    }
    expect(await (await send('GET', `/api/v1/maps/${mapId}`, publisher.headers)).text()).toContain(NAMES[1]);
  });

  test('who is no member any more is a member, and nobody can take the name of the command line', async () => {
    const path = `/api/v1/datasets/${SLE}/versions/v01`;
    await server.store.db.updateTable('version').set({ created_by: 'Wanda Gone', published_by: 'command line' }).execute();
    expect(JSON.parse((await told(path)).text)).toMatchObject({ createdBy: 'member', publishedBy: 'command line' });
    await server.store.db.updateTable('version').set({ created_by: NAMES[1]!, published_by: NAMES[0]! }).execute();
    const admin = await send('POST', '/api/v1/members/invites', people[0]!.headers, invitedAs('viewer'));
    expect(admin.status).toBe(403);
  });
});

describe('a draft', () => {
  test('changes nothing that strangers are told, on any route', async () => {
    const before = await Promise.all(addresses().filter(([name]) => !['getReadiness'].includes(name)).map(async ([, path]) => [path, await told(path)] as const)); // prettier-ignore
    const [, contributor, reviewer] = people as [Person, Person, Person];
    const open = { ...REPORT, accepted: 0, results: [{ ...REPORT.results[0], status: 'failed', findings: [{ ...FINDING, accepted: 0, items: [{ ...FINDING.items[0], accepted: undefined }] }] }] }; // prettier-ignore
    const tag = await record('Renamed Land', NAMES[1]!, open);
    const draft = `/api/v1/datasets/${SLE}/versions/${tag}`;
    expect((await send('PATCH', draft, contributor.headers, { title: 'Renamed', source: 'Nobody' })).status).toBe(200);
    const accepted = await send('POST', `${draft}/exceptions`, reviewer.headers, { check: 'N12', code: 'name.letters', level: 1, reason: 'It is so.' });
    expect([accepted.status, await accepted.text()]).toEqual([expect.any(Number), expect.stringContaining('Renamed')]);
    const renamed = { ...MAP, title: 'Of the draft', boundary: { dataset: SLE, version: tag, level: 1 } };
    await send('POST', '/api/v1/maps', contributor.headers, { spec: renamed });
    for (const [path, answer] of before) expect([path, await told(path)]).toEqual([path, answer]);
    // Published, it does.
    await server.store.datasets.publishVersion(SLE, tag, { by: NAMES[0]!, reason: null });
    expect((await told('/api/v1/datasets')).text).toContain('"current":"v02"');
    expect((await told(`/api/v1/datasets/${SLE}/versions/v01/history.csv`)).text).toContain('version.superseded,"chair, IMWG",v02');
    // A map of the version that was replaced says so, as words and in the picture.
    const pinned = encodeURIComponent(JSON.stringify({ ...MAP, boundary: { ...MAP.boundary, version: 'v01' } }));
    const notes = await (await fetch(`${server.url}/preview.txt?spec=${pinned}`)).text();
    expect(notes).toMatch(/Boundaries v01: replaced by v02 on .+\. Current version: v02\./);
    expect(await (await fetch(`${server.url}/preview.svg?spec=${pinned}&width=900`)).text()).toContain('replaced by');
    expect(await (await fetch(`${server.url}/preview.txt?spec=${encodeURIComponent(JSON.stringify(MAP))}`)).text()).not.toContain('replaced by');
    const row = await server.store.db.selectFrom('dataset').select('country_names').where('id', '=', SLE).executeTakeFirstOrThrow();
    expect(row.country_names).toContain('Renamed Land');
  });

  test('three that come at once take three tags', async () => {
    const before = (await server.store.catalog.listVersionTags(SLE)).length;
    const tags = await Promise.all([1, 2, 3].map((n) => record(`Land ${n}`, NAMES[1]!)));
    expect(new Set(tags).size).toBe(3);
    expect((await server.store.catalog.listVersionTags(SLE)).length).toBe(before + 3);
  });
});

describe('names of this server', () => {
  /** fetch sends its own Host. */
  const asked = (host: string | undefined, path = '/api/v1/datasets', port = server.port): Promise<{ status: number; text: string; type: string }> =>
    new Promise((resolve, reject) => {
      const sent = rawRequest({ host: '127.0.0.1', port, path, setHost: false, headers: host === undefined ? {} : { host } }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve({ status: response.statusCode!, text, type: String(response.headers['content-type']) }));
      });
      sent.on('error', reject);
      sent.end();
    });

  test.each(['localhost', 'LOCALHOST:1', '127.0.0.1:9', '[::1]:80', hostname(), 'localhost.'])('%s is one', async (host) => {
    expect((await asked(host)).status).toBe(200);
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '10.1.2.3',
    '"><script>alert(1)</script>',
    "x' onload='alert(1)",
    'a/b',
    '@',
    '127.0.0.1:80@evil.example',
    '',
  ])('%s is none: 421, and what to set', async (host) => {
    for (const path of ['/', '/api/v1/datasets', '/docs', '/tiles/cod-ab-sle/v01/3/3/3.mvt', '/tiles/cod-ab-sle/v01.json', '/oembed']) {
      const { status, text, type } = await asked(host, path);
      expect([path, status, type]).toEqual([path, 421, 'application/problem+json; charset=utf-8']);
      expect(text).toContain('CODMAP_PUBLIC_URL');
      expect(JSON.parse(text)).toMatchObject({ type: '/problems/host.unknown', status: 421 });
    }
  });

  test('probes are answered by whatever name they have for the machine', async () => {
    expect([(await asked('10.1.2.3', '/healthz')).status, (await asked('pod-7', '/readyz?x=1')).status]).toEqual([200, 200]);
  });

  test('the configured name is believed, and the loopback with it', async () => {
    const own = await startTestServer({}, { CODMAP_PUBLIC_URL: 'https://maps.example.org' });
    try {
      for (const [host, status] of [
        ['maps.example.org', 200],
        ['maps.example.org:443', 200],
        ['127.0.0.1', 200],
        ['other.example.org', 421],
      ] as const)
        // prettier-ignore
        expect([host, (await asked(host, '/api/v1/datasets', own.port)).status]).toEqual([host, status]);
    } finally {
      await own.close();
    }
  });
});

describe('what is for those who run the server', () => {
  test('the database is its owner’s alone, with the files beside it', () => {
    const { path } = server.config.database;
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect([file, (statSync(file).mode & 0o777).toString(8)]).toEqual([file, '600']);
  });

  test('metrics: with the token, or on a port of their own; else closed', async () => {
    expect((await fetch(`${server.url}/metrics`, { headers: METRICS })).status).toBe(200);
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const own = await startTestServer({}, { CODMAP_METRICS_TOKEN: '', CODMAP_METRICS_PORT: String(port) });
    try {
      const closed = await fetch(`${own.url}/metrics`, { headers: METRICS });
      expect([closed.status, await closed.text()]).toEqual([403, expect.stringContaining('CODMAP_METRICS_PORT')]);
      const apart = await fetch(`http://127.0.0.1:${port}/metrics`);
      expect([apart.status, await apart.text()]).toEqual([200, expect.stringContaining('codmap_requests_total')]);
      expect([(await fetch(`http://127.0.0.1:${port}/`)).status, (await asked2(port, 'evil.example')).status]).toEqual([404, 404]);
    } finally {
      await own.close();
    }
  });
});

const asked2 = (port: number, host: string): Promise<{ status: number }> =>
  new Promise((resolve, reject) => {
    rawRequest({ host: '127.0.0.1', port, path: '/metrics', setHost: false, headers: { host } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode! });
    })
      .on('error', reject)
      .end();
  });
