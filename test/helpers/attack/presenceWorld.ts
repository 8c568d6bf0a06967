/** A country with boundaries, population and 3W, maps and embeds of them; and every address that is asked of it with GET. */
import type { Feature } from 'geojson';
import { createKinds } from '../../../server/app/kinds.ts';
import type { DatasetId, Iso3 } from '../../../server/contract/ids.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import { DEFAULT_DEFINITION } from '../../../server/contract/presence/presence.ts';
import { UnauthorizedError } from '../../../server/errors.ts';
import { exportColumns } from '../../../server/boundaries/files/columns.ts';
import { writeGeoJson } from '../../../server/formats/geojson/write.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import type { Authorize } from '../../../server/http/request.ts';
import { runIngest } from '../../../server/jobs/ingest.ts';
import { putArtifact, startTestServer, TILES, VECTOR_LAYERS, type TestServer } from '../app.ts';
import { toTable } from '../boundaryTables.ts';
import { sheetsAsked } from './sheets.ts';
import { join } from '../member.ts';
import { writePlainArchive } from '../pmtiles.ts';
import { fakeSummary } from '../units.ts';
import { GROUND } from './ground.ts';
import { INDICATORS } from './indicators.ts';
import { LAYERS } from './layers.ts';
import { STANDARDS } from './standards.ts';
import { ASSESSMENTS, CONTACT_FILES, NEWS, SCHEDULE, SHARING, STRUCTURE, type Asks } from './groupAsks.ts';
import { toText, uploadOf } from '../tables/workbook.ts';

const square = (pcode: string, parent: string | null, x: number): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name: `Place ${x}` },
  geometry: { type: 'Polygon', coordinates: [[[x, 7], [x + 1, 7], [x + 1, 8], [x, 8], [x, 7]]] }, // prettier-ignore
});
const DISTRICTS = ['EX0101', 'EX0102', 'EX0201'];
const upper = (level: 1 | 2, codes: string[], parent: (code: string) => string) => toTable(level, codes.map((code, i) => square(code, parent(code), i))); // prettier-ignore
const TABLES = [toTable(0, [square('EX', null, 0)]), upper(1, ['EX01', 'EX02'], () => 'EX'), upper(2, DISTRICTS, (code) => code.slice(0, 4))];

/** In both worlds three organisations work in each district and three in each cluster of the region; who of them in which district differs. */
export function csvOf(world: 0 | 1): string {
  const [bIn, eIn] = world === 0 ? ['WASH', 'Health'] : ['Health', 'WASH'];
  const rows: [string, string, string][] = [
    ['A', 'EX0101', 'Health'],
    ['B', 'EX0101', bIn!],
    ['C', 'EX0101', 'WASH'],
    ['D', 'EX0102', 'Health'],
    ['E', 'EX0102', eIn!],
    ['F', 'EX0102', 'WASH'],
    ...['G', 'H', 'I', 'J'].map((org): [string, string, string] => [org, 'EX0201', 'Health']),
  ];
  const head = 'Organisation,Organisation type,Cluster,Region Pcode,District Pcode,Status,Start date,End date,People reached';
  // Shapes of everything else are alike: the same number of rows and of letters.
  return `${head}\n${rows.map(([org, code, cluster]) => `Organisation ${org},INGO,${cluster},${code.slice(0, 4)},${code},Ongoing,2025-05-01,2025-05-31,10`).join('\n')}\n`;
}

export const specOf = (change: object = {}, data: object = {}): MapSpec =>
  ({
    spec: 1,
    title: 'Who is where',
    lang: 'en',
    status: 'cleared',
    boundary: { dataset: 'cod-ab-exl', version: 'current', level: 2 },
    data: { kind: 'presence', dataset: '3w-exl', version: 'current', definition: DEFAULT_DEFINITION, ...data },
    classes: { method: 'integer', breaks: [1, 2, 5, 10, 20, 20], open: 'above' },
    labels: { show: 'names', lang: 'en' },
    view: null,
    selected: null,
    ...change,
  }) as unknown as MapSpec;

export interface World {
  server: TestServer;
  /** Random ids, in the order in which they were given. */
  ids: string[];
  /** Of whoever may do everything, where there are accounts. */
  headers?: Record<string, string>;
}
export const member = { 'x-test-user': 'ann', 'content-type': 'application/json' };
export const send = ({ server, headers = member }: Pick<World, 'server' | 'headers'>, method: string, path: string, body: unknown) =>
  fetch(server.url + path, { method, headers, body: JSON.stringify(body) });

const baseOf = (name: string) => ({ country: 'EXL' as Iso3, countryNames: { en: name, fr: name, es: name, ar: name } });

/** As a draft. */
export async function recordPopulation({ store }: Pick<TestServer, 'store'>, source: string, year: number, country = 'Exland'): Promise<string> {
  const people = { level: 2, year, source, boundaries: { dataset: 'cod-ab-exl', version: 'v01' }, groups: [{ key: 'T_TL', sex: 't', ageFrom: null, ageTo: null, other: null, heading: 'T_TL' }], pcodes: DISTRICTS, values: [[3000, 500, 700]], total: 4200 }; // prettier-ignore
  const values = await putArtifact(store, 'population', 'exl_adm2.json', 'application/json', Buffer.from(JSON.stringify(people)));
  return (await store.datasets.recordVersion({ ...fakeSummary([{ ...values, level: 2 }]), ...baseOf(country), kind: 'cod-ps', units: [] }, { by: 'tester' }))
    .version;
}

/** Through the pipeline, as a draft. */
export async function recordPresence({ store }: Pick<TestServer, 'store'>, text: string): Promise<string> {
  const file = { ...uploadOf('exl_3w.csv', text), sha256: 'c'.repeat(64) };
  const summary = await runIngest({
    kinds: createKinds(store.db),
    files: [{ ...file, source: { ...file.source, close: () => {} } as never }],
    kind: '3w',
    country: 'EXL' as Iso3,
    options: {},
    today: '2025-06-01',
    catalog: store.catalog,
    objects: store.objects,
    onProgress: () => {},
  });
  return (await store.datasets.recordVersion(summary, { by: 'tester' })).version;
}

/** @param real with accounts, of whom the first is the administrator; else everybody who names themself may do everything */
export async function startWorld(world: 0 | 1, real = false): Promise<World> {
  const authorize: Authorize = async (request) => {
    const name = request.headers['x-test-user'];
    if (typeof name !== 'string') throw new UnauthorizedError('auth.required', 'Sign in.');
    return { id: name, name } as never;
  };
  const overrides = real ? {} : { authorize, now: () => new Date('2026-01-01T00:00:00Z') };
  const server = await startTestServer(overrides, { CODMAP_ANSWER_SECONDS: '1000000' });
  const admin = real ? await join(server.url, server.firstLink!, 'Amina') : undefined;
  const { store } = server;
  const by = { by: 'tester' };
  const base = baseOf('Exland');
  const publish = (id: string, version: string) => store.datasets.publishVersion(id as DatasetId, version as never, { ...by, reason: 'test' });
  const artifacts = [
    ...(await Promise.all(TABLES.map(async (table) => ({ ...(await putArtifact(store, 'geojson', `exl_admin${table.level}.geojson`, 'application/geo+json', writeGeoJson('exl', table, exportColumns(table, TABLES, { country: 'EXL' as Iso3, version: 'v01' })))), level: table.level })))),
    await putArtifact(store, 'geometry', 'exl_geometry.bin', 'application/octet-stream', writeGeometryFile(TABLES)),
    await putArtifact(store, 'pmtiles', 'exl.pmtiles', 'application/vnd.pmtiles', writePlainArchive(TILES, { name: 'EXL', attribution: 'X', vector_layers: VECTOR_LAYERS })),
    await putArtifact(store, 'report', 'report.json', 'application/json', Buffer.from(JSON.stringify({ dataset: 'cod-ab-exl', sha256: 'a', levels: [], results: [], errors: 0, warnings: 0, infos: 0, accepted: 0, publishable: true }))),
  ]; // prettier-ignore
  const levels = TABLES.map(({ level, units }) => ({ level, units }));
  const counts = TABLES.map(({ level, units }) => ({ level, units: units.length }));
  await publish('cod-ab-exl', (await store.datasets.recordVersion({ ...fakeSummary(artifacts), ...base, levels: counts, units: levels }, by)).version);
  await publish('cod-ps-exl', await recordPopulation(server, 'Census', 2020));
  for (const text of [csvOf(world), csvOf(world).replaceAll('2025-05', '2025-06')]) await publish('3w-exl', await recordPresence(server, text));
  const own = { server, ...(admin ? { headers: { ...admin.headers, 'content-type': 'application/json' } } : {}) };
  // Saved while the dataset was still open: of today's count, of one in clusters, of people for each, of another way of counting, of the version before.
  const specs = [
    specOf({ labels: { show: 'names', lang: 'en', values: true } }),
    specOf({}, { split: 'clusters' }),
    specOf({}, { measure: { is: 'ratio', population: { dataset: 'cod-ps-exl', version: 'current' } } }),
    specOf({}, { definition: { ...DEFAULT_DEFINITION, unit: 'activities' } }),
    specOf({}, { version: 'v01' }),
    specOf({ boundary: { dataset: 'cod-ab-exl', version: 'current', level: 1 } }, { definition: { ...DEFAULT_DEFINITION, sectors: ['HEA'] } }),
  ];
  const ids: string[] = [];
  for (const spec of specs) ids.push(((await (await send(own, 'POST', '/api/v1/maps', { spec })).json()) as { id: string }).id);
  for (const id of [ids[0]!, ids[3]!]) {
    const theme = { mode: 'auto', accent: null, radius: 8, font: 'noto' };
    const embed = await send(own, 'POST', `/api/v1/maps/${id}/embeds`, { hosts: [], theme, lang: null, live: 'sight' });
    ids.push(((await embed.json()) as { id: string }).id);
  }
  return { ...own, ids };
}

export const P = '/api/v1/presence/3w-exl';
export const V = '/api/v1/datasets/3w-exl/versions';
const PS = '/api/v1/datasets/cod-ps-exl/versions/v01/population';
const VERSIONS = ['current', 'v01', 'v02'];
const FILTERS = [
  '',
  '&sector=HEA',
  '&sector=WSH',
  '&sector=HEA,WSH',
  '&status=ongoing',
  '&status=all',
  '&role=programming',
  '&unit=activities',
  '&unit=people',
  '&orgType=437',
  '&org=organisation%20a',
  '&period=2025-06',
  '&pcode=EX0101',
];
const filtered = (path: string, levels: readonly number[] = []) =>
  VERSIONS.flatMap((version) =>
    FILTERS.flatMap((filter) =>
      (levels.length === 0 ? [''] : levels.map((level) => `&level=${level}`)).map((level) => `${P}${path}?version=${version}${level}${filter}`),
    ),
  );
const onto = (path: string) => VERSIONS.map((version) => `${P}${path}?version=${version}&boundaries=v01`);
const ofVersions = (path: string) => VERSIONS.map((version) => `${V}/${version}${path}`);
const MAPS = [0, 1, 2, 3, 4, 5];
const ofMaps = (path: string) =>
  MAPS.flatMap((i) => ['en', 'fr', 'es', 'ar'].map((lang) => `${path.replace('ID', `{${i}}`)}${path.includes('/api/') ? '' : `?lang=${lang}`}`));
/** Beside plain ones: numbers on the map, a table of clusters, classes that hold one number each, and the version before beside this one. */
const PREVIEWS = [
  specOf(),
  specOf({}, { version: 'v01' }),
  specOf({}, { definition: { ...DEFAULT_DEFINITION, orgTypes: ['437'] } }),
  specOf({ labels: { show: 'none', lang: 'en', values: true } }, { split: 'matrix' }),
  specOf({ classes: { method: 'manual', breaks: [1, 2, 3, 4, 5], open: 'above', whole: true } }, { definition: { ...DEFAULT_DEFINITION, sectors: ['HEA'] } }),
  specOf({}, { measure: { is: 'change', version: 'v01', from: null, to: null } }),
];
const previews = (ending: string) => PREVIEWS.map((spec) => `/preview.${ending}?spec=${encodeURIComponent(JSON.stringify(spec))}`);
const B = '/api/v1/datasets/cod-ab-exl/versions/v01';

/** What is asked of each route with GET, and for how long its answer about open data may be kept. */
export const ASKED: Asks = {
  listMade: { ask: ['/api/v1/datasets/3w-exl/versions/v02/made'], keeps: [] },
  getMade: { ask: ['/api/v1/datasets/3w-exl/versions/v02/made/exl_hdx.zip'], keeps: [] },
  getHdx: { ask: ['/api/v1/datasets/3w-exl/versions/v02/hdx.json'], keeps: [] },
  lookUp: {
    ask: ['/api/v1/lookup?country=EXL&code=EX0101', '/api/v1/lookup?country=EXL&name=Place'],
    keeps: [['/api/v1/lookup?country=EXL&code=EX0101', 'minute']],
  },
  listDatasets: { ask: ['/api/v1/datasets'], keeps: [['/api/v1/datasets', 'each time']] },
  getDataset: { ask: ['/api/v1/datasets/3w-exl'], keeps: [['/api/v1/datasets/3w-exl', 'each time']] },
  getVersion: {
    ask: ofVersions(''),
    keeps: [
      [`${V}/v02`, 'each time'],
      [B, 'each time'],
    ],
  },
  previewRollback: { ask: ofVersions('/rollback'), keeps: [] },
  getVersionHistory: { ask: ofVersions('/history'), keeps: [[`${V}/v02/history`, 'no']] },
  getVersionHistoryCsv: { ask: ofVersions('/history.csv'), keeps: [[`${B}/history.csv`, 'no']] },
  getTimeline: {
    ask: ['/api/v1/datasets/3w-exl/timeline', '/api/v1/datasets/3w-exl/timeline?known=2020'],
    keeps: [['/api/v1/datasets/cod-ab-exl/timeline', 'each time']],
  },
  getAsOf: { ask: ['/api/v1/datasets/3w-exl/as-of', '/api/v1/datasets/3w-exl/as-of?date=2020&known=2021'], keeps: [] },
  listUnitsAsOf: { ask: ['/api/v1/datasets/3w-exl/units?date=2020'], keeps: [] },
  getUnitAsOf: { ask: ['/api/v1/datasets/3w-exl/units/EX0101?date=2020'], keeps: [] },
  getTilejsonAsOf: { ask: ['/tiles/3w-exl.json?date=2020'], keeps: [] },
  getReport: {
    ask: ofVersions('/report'),
    keeps: [
      [`${V}/v02/report`, 'minute'],
      [`${B}/report`, 'minute'],
    ],
  },
  getReportHtml: {
    ask: ofVersions('/report.html'),
    keeps: [
      [`${V}/v02/report.html`, 'minute'],
      [`${B}/report.html`, 'minute'],
    ],
  },
  getReportCsv: { ask: ofVersions('/report.csv'), keeps: [[`${V}/v02/report.csv`, 'minute']] },
  getReportGeojson: { ask: ofVersions('/report.geojson'), keeps: [[`${V}/v02/report.geojson`, 'minute']] },
  listOccurrences: { ask: ofVersions('/report/occurrences?finding=0'), keeps: [[`${V}/v02/report/occurrences?finding=0`, 'minute']] },
  getReportTile: { ask: ofVersions('/report/0/0/0.mvt'), keeps: [] },
  getChecklistHtml: { ask: ofVersions('/checklist.html'), keeps: [[`${V}/v02/checklist.html`, 'minute']] },
  getChecklistXlsx: { ask: ofVersions('/checklist.xlsx'), keeps: [[`${V}/v02/checklist.xlsx`, 'minute']] },
  listUnits: {
    ask: [...ofVersions('/units'), ...ofVersions('/units?q=EX')],
    keeps: [
      [`${V}/v02/units`, 'minute'],
      [`${B}/units`, 'year'],
      [B.replace('v01', 'current') + '/units', 'minute'],
    ],
  },
  getChanges: { ask: ['/api/v1/datasets/3w-exl/changes?from=v01&to=v02', '/api/v1/datasets/cod-ab-exl/changes?from=v01&to=current'], keeps: [] },
  getUnitHistory: {
    ask: ['/api/v1/datasets/3w-exl/units/EX0101/history', '/api/v1/datasets/cod-ab-exl/units/EX0101/history'],
    keeps: [['/api/v1/datasets/cod-ab-exl/units/EX0101/history', 'minute']],
  },
  getUnit: { ask: ofVersions('/units/EX0101'), keeps: [[`${B}/units/EX0101`, 'year']] },
  getPopulation: { ask: [...ofVersions('/population'), `${PS}?on=v01`], keeps: [[PS, 'year'], [`${PS}?on=v01`, 'minute']] }, // prettier-ignore
  download: {
    ask: [...ofVersions('/download/3w-exl.json'), ...ofVersions('/download/exl_3w.csv'), ...ofVersions('/download/report.json')],
    keeps: [
      [`${V}/v02/download/3w-exl.json`, 'minute'],
      [`${B}/download/exl.pmtiles`, 'year'],
      [B.replace('v01', 'current') + '/download/exl.pmtiles', 'minute'],
    ],
  },
  getPresence: { ask: VERSIONS.map((version) => `${P}?version=${version}`), keeps: [[`${P}?version=v02`, 'minute']] },
  getPresenceSummary: { ask: [...filtered('/summary', [0, 1, 2, 3]), ...onto('/summary')], keeps: [[`${P}/summary?version=v02`, 'minute']] },
  readColumns: { ask: ofVersions('/columns'), keeps: [] },
  getRepair: { ask: ofVersions('/repair'), keeps: [] },
  listRepairs: { ask: ofVersions('/repair/operations'), keeps: [] },
  listTextRepairs: { ask: ofVersions('/repair/texts'), keeps: [] },
  getRepairTile: { ask: ofVersions('/repair/0/0/0.mvt'), keeps: [] },
  getRepairFile: { ask: ofVersions('/repair/plan.json'), keeps: [] },
  getRepairOutline: { ask: [...ofVersions('/repair/outline.geojson'), ...ofVersions('/repair/outline.geojson?uploaded=true')], keeps: [] },
  getProof: { ask: ['json', 'csv', 'geojson', 'html'].flatMap((format) => ofVersions(`/proof.${format}`)), keeps: [] },
  getPresenceColumns: {
    ask: [...VERSIONS.map((version) => `${P}/columns?version=${version}`), ...onto('/columns')],
    keeps: [[`${P}/columns?version=v02`, 'minute']],
  },
  listPresenceRecords: { ask: filtered('/records'), keeps: [[`${P}/records?version=v02`, 'minute']] },
  listOrganisations: { ask: filtered('/organisations'), keeps: [[`${P}/organisations?version=v02`, 'minute']] },
  getMatrixCsv: { ask: filtered('/matrix.csv', [0, 1, 2, 3]), keeps: [[`${P}/matrix.csv?version=v02`, 'minute']] },
  getListsCsv: { ask: filtered('/organisations.csv', [1, 2]), keeps: [[`${P}/organisations.csv?version=v02`, 'minute']] },
  getPresenceXlsx: { ask: filtered('/workbook.xlsx', [0, 1, 2, 3]), keeps: [[`${P}/workbook.xlsx?version=v02`, 'minute']] },
  getPresenceMatrix: { ask: filtered('/matrix', [0, 1, 2, 3]), keeps: [[`${P}/matrix?version=v02`, 'minute']] },
  getHapiCsv: { ask: filtered('/hapi.csv'), keeps: [[`${P}/hapi.csv?version=v02`, 'minute']] },
  getHxlCsv: { ask: filtered('/hxl.csv'), keeps: [[`${P}/hxl.csv?version=v02`, 'minute']] },
  getRecordsCsv: { ask: filtered('/records.csv'), keeps: [[`${P}/records.csv?version=v02`, 'minute']] },
  getReview: { ask: [`${P}/review`], keeps: [] },
  listDecisions: { ask: [`${P}/decisions`], keeps: [] },
  listProfiles: { ask: [`${P}/profiles`], keeps: [] },
  getTilejson: { ask: VERSIONS.map((version) => `/tiles/3w-exl/${version}.json`), keeps: [['/tiles/cod-ab-exl/v01.json', 'minute']] },
  getTile: { ask: VERSIONS.map((version) => `/tiles/3w-exl/${version}/3/3/3.mvt`), keeps: [['/tiles/cod-ab-exl/v01/3/3/3.mvt', 'year']] },
  getJob: { ask: ['/api/v1/jobs/00000000-0000-4000-8000-000000000000'], keeps: [] },
  followJob: { ask: ['/api/v1/jobs/00000000-0000-4000-8000-000000000000/events'], keeps: [] },
  getDraftReview: { ask: ofVersions('/review'), keeps: [] },
  listExceptions: { ask: ['/api/v1/datasets/3w-exl/exceptions'], keeps: [] },
  listMaps: { ask: ['/api/v1/maps'], keeps: [] },
  getMap: { ask: ofMaps('/api/v1/maps/ID'), keeps: [['/api/v1/maps/{0}', 'each time']] },
  getMapValues: { ask: ofMaps('/api/v1/maps/ID/values'), keeps: [['/api/v1/maps/{0}/values', 'minute']] },
  getMapShapes: { ask: ofMaps('/api/v1/maps/ID/shapes'), keeps: [['/api/v1/maps/{0}/shapes', 'minute']] },
  getMapUnit: {
    ask: [...ofMaps('/api/v1/maps/ID/units/EX0101'), ...ofMaps('/api/v1/maps/ID/units/EX01')],
    keeps: [['/api/v1/maps/{0}/units/EX0101', 'minute']],
  },
  listEmbeds: { ask: ofMaps('/api/v1/maps/ID/embeds'), keeps: [] },
  showMap: { ask: ofMaps('/maps/ID'), keeps: [['/maps/{0}', 'each time']] },
  showMapShort: { ask: ofMaps('/m/ID'), keeps: [['/m/{0}', 'each time']] },
  getMapSvg: { ask: ofMaps('/maps/ID.svg'), keeps: [['/maps/{0}.svg', 'minute']] },
  getMapPng: { ask: MAPS.map((i) => `/maps/{${i}}.png?width=300&height=200`), keeps: [['/maps/{0}.png?width=300&height=200', 'minute']] },
  getMapCsv: { ask: ofMaps('/maps/ID.csv'), keeps: [['/maps/{0}.csv', 'minute']] },
  getMapTxt: { ask: ofMaps('/maps/ID.txt'), keeps: [['/maps/{0}.txt', 'minute']] },
  getMapGeojson: { ask: ofMaps('/maps/ID.geojson'), keeps: [['/maps/{0}.geojson', 'minute']] },
  previewSvg: { ask: previews('svg'), keeps: [[previews('svg')[0]!, 'minute']] },
  previewPng: { ask: previews('png'), keeps: [] },
  previewCsv: { ask: previews('csv'), keeps: [[previews('csv')[0]!, 'minute']] },
  previewTxt: { ask: previews('txt'), keeps: [[previews('txt')[0]!, 'minute']] },
  previewGeojson: { ask: previews('geojson'), keeps: [[previews('geojson')[0]!, 'minute']] },
  ...sheetsAsked(previews('pdf')),
  getCountrySvg: { ask: ['/countries/exl.svg'], keeps: [['/countries/exl.svg', 'minute']] },
  checkEmbeds: { ask: [], keeps: [['/embed/self-check', 'each time']], why: 'a notice for the self-check' },
  showEmbed: { ask: ['/embed/{6}', '/embed/{7}', '/embed/{6}?lang=ar'], keeps: [['/embed/{6}', 'each time']] },
  getOembed: {
    ask: ['/oembed?url={base}/embed/{6}', '/oembed?url={base}/maps/{0}', '/oembed?url={base}/maps/{3}'],
    keeps: [['/oembed?url={base}/maps/{0}', 'minute']],
  },
  ...STRUCTURE,
  ...CONTACT_FILES,
  ...SHARING,
  ...SCHEDULE,
  ...ASSESSMENTS,
  ...NEWS,
  ...GROUND,
  ...LAYERS,
  ...INDICATORS,
  ...STANDARDS,
  getSession: { ask: ['/api/v1/session'], keeps: [] },
  getSecondFactor: { ask: ['/api/v1/session/second-factor'], keeps: [] },
  getInvite: { ask: [], keeps: [], why: 'knows accounts only' },
  listMembers: { ask: ['/api/v1/members'], keeps: [] },
  getWork: { ask: ['/api/v1/work'], keeps: [] },
  listNotices: { ask: ['/api/v1/notices'], keeps: [] },
  listKeys: { ask: ['/api/v1/keys'], keeps: [] },
  getHealth: { ask: [], keeps: [['/healthz', 'no']], why: 'knows the process only' },
  getReadiness: { ask: [], keeps: [['/readyz', 'no']], why: 'knows the process only' },
  getMetrics: { ask: [], keeps: [], why: 'counts requests, not presence' },
  getOpenApi: { ask: ['/openapi.json'], keeps: [['/openapi.json', 'each time']] },
  listProblems: { ask: ['/problems'], keeps: [['/problems', 'each time']] },
  getProblem: { ask: ['/problems/presence.sensitive'], keeps: [['/problems/presence.sensitive', 'each time']] },
  getDocsStyle: { ask: ['/docs.css'], keeps: [['/docs.css', 'each time']] },
  showDocs: { ask: ['/docs'], keeps: [['/docs', 'each time']] },
};

export const addressIn = ({ server, ids }: World, path: string) =>
  path.replaceAll('{base}', encodeURIComponent(server.url)).replace(/\{(\d)\}/g, (_, i: string) => ids[Number(i)]!);
/** What a stranger gets, without what differs between any two servers: their address, random ids and moments. */
export async function told(world: World, path: string): Promise<{ status: number; text: string }> {
  const { server, ids } = world;
  const response = await fetch(server.url + addressIn(world, path), { redirect: 'manual' });
  let text = toText(Buffer.from(await response.arrayBuffer()));
  for (const [i, id] of ids.entries()) text = text.replaceAll(id, `{${i}}`);
  text = text
    .replaceAll(server.url, '{base}')
    // Before the port, whose digits an identifier may hold by chance.
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{uuid}')
    .replaceAll(String(server.port), '{port}')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '{moment}');
  return { status: response.status, text };
}
