/** A country with boundaries, a population and a 3W of three months, published: for tests of maps over HTTP. */
import type { Feature } from 'geojson';
import type { DatasetId, Iso3 } from '../../../server/contract/ids.ts';
import { mapAnswer, mapValuesAnswer, type MapAnswer, type MapSpec } from '../../../server/contract/maps/map.ts';
import type { PopulationLevelValues } from '../../../server/contract/population/population.ts';
import { DEFAULT_DEFINITION } from '../../../server/contract/presence/presence.ts';
import { UnauthorizedError } from '../../../server/errors.ts';
import type { Authorize } from '../../../server/http/request.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import { runIngest } from '../../../server/jobs/ingest.ts';
import { createKinds } from '../../../server/app/kinds.ts';
import { putArtifact, startTestServer } from '../app.ts';
import { toTable } from '../boundaryTables.ts';
import { fakeSummary } from '../units.ts';
import { uploadOf } from '../tables/workbook.ts';

/** Five regions; what the districts of each are here for stands beside them. */
export const DISTRICTS = [
  ['EX0101', 'Bo'], // grows
  ['EX0102', 'Kailahun'], // shrinks, and has no population
  ['EX0201', 'Tonkolili'], // stays
  ['EX0202', 'Moyamba'], // reported in March only
  ['EX0301', 'Pujehun'], // known only for its region
  ['EX0401', 'Kambia'], // rows with a doubtful place
  ['EX0501', 'Koinadugu'], // nobody reports
] as const;
const REGIONS = ['EX01', 'EX02', 'EX03', 'EX04', 'EX05'];
const square = (pcode: string, parent: string | null, name: string, x: number): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 7],
        [x + 1, 7],
        [x + 1, 8],
        [x, 8],
        [x, 7],
      ],
    ],
  },
});
const TABLES = [
  toTable(0, [square('EX', null, 'Exland', 0)]),
  toTable(
    1,
    REGIONS.map((code, i) => square(code, 'EX', `Region ${i + 1}`, i)),
  ),
  toTable(
    2,
    DISTRICTS.map(([code, name], i) => square(code, code.slice(0, 4), name, i)),
  ),
];
const ROWS: [org: string, region: string, code: string, district: string, month: '03' | '04' | '05', cluster?: string][] = [
  ['A', 'EX01', 'EX0101', 'Bo', '04'],
  ['B', 'EX01', 'EX0101', 'Bo', '04'],
  ['A', 'EX01', 'EX0101', 'Bo', '05'],
  ['B', 'EX01', 'EX0101', 'Bo', '05'],
  ['C', 'EX01', 'EX0101', 'Bo', '05'],
  ['C', 'EX01', 'EX0101', 'Bo', '05', 'WASH'],
  ['A', 'EX01', 'EX0102', 'Kailahun', '04'],
  ['B', 'EX01', 'EX0102', 'Kailahun', '04'],
  ['A', 'EX01', 'EX0102', 'Kailahun', '05'],
  ['A', 'EX02', 'EX0201', 'Tonkolili', '04'],
  ['A', 'EX02', 'EX0201', 'Tonkolili', '05'],
  ['B', 'EX02', 'EX0202', 'Moyamba', '03'],
  ['A', 'EX03', '', '', '05'],
  ['A', 'EX04', '', 'Nowhere at all', '05'],
];
const CSV = `Organisation,Cluster,Region Pcode,District Pcode,District,Status,Start date,End date
${ROWS.map(([org, region, code, district, month, cluster = 'Health']) => `Organisation ${org},${cluster},${region},${code},${district},Ongoing,2025-${month}-01,2025-${month}-30`).join('\n')}
`;
const POPULATION: PopulationLevelValues = {
  level: 2,
  year: 2020,
  source: 'Census',
  boundaries: null,
  groups: [{ key: 'T_TL', sex: 't', ageFrom: null, ageTo: null, other: null, heading: 'T_TL' }],
  pcodes: ['EX0101', 'EX0201', 'EX0202', 'EX0301'],
  values: [[3000, 500, 700, 900]],
  total: 5100,
};
export const MAY = { ...DEFAULT_DEFINITION, from: '2025-05-01', to: '2025-05-31' };
export const RATIO = { is: 'ratio', population: { dataset: 'cod-ps-exl', version: 'current' } };
export const CHANGE = { is: 'change', from: '2025-04-01', to: '2025-04-30' };

export const specOf = (measure: unknown, definition: object = DEFAULT_DEFINITION, change: object = {}) =>
  ({
    spec: 1,
    title: 'Who is where',
    lang: 'en',
    status: 'draft',
    boundary: { dataset: 'cod-ab-exl', version: 'current', level: 2 },
    data: { kind: 'presence', dataset: '3w-exl', version: 'current', definition, ...(measure === undefined ? {} : { measure }) },
    classes: { method: 'integer', breaks: [1, 2, 5, 10, 20, 20], open: 'above' },
    layers: [],
    labels: { show: 'names', lang: 'en' },
    view: null,
    selected: null,
    ...change,
  }) as unknown as MapSpec;

/** The server with that country, and what is asked of it. */
export async function startMaps() {
  const authorize: Authorize = async (request) => {
    const name = request.headers['x-test-user'];
    if (typeof name !== 'string') throw new UnauthorizedError('auth.required', 'Sign in.');
    return { id: 'ann', name } as never;
  };
  const server = await startTestServer({ authorize });
  const { store } = server;
  const by = { by: 'tester' };
  const base = { country: 'EXL' as Iso3, countryNames: { en: 'Exland', fr: 'Exland', es: 'Exland', ar: 'Exland' } };
  const publish = (id: string, version: string) => store.datasets.publishVersion(id as DatasetId, version as never, { ...by, reason: 'test' });
  const geometry = await putArtifact(store, 'geometry', 'exl_geometry.bin', 'application/octet-stream', writeGeometryFile(TABLES));
  const levels = TABLES.map(({ level, units }) => ({ level, units }));
  const counts = TABLES.map(({ level, units }) => ({ level, units: units.length }));
  const boundaries = await store.datasets.recordVersion({ ...fakeSummary([geometry]), ...base, levels: counts, units: levels }, by);
  await publish('cod-ab-exl', boundaries.version);
  const values = await putArtifact(store, 'population', 'exl_adm2.json', 'application/json', Buffer.from(JSON.stringify(POPULATION)));
  const people = await store.datasets.recordVersion({ ...fakeSummary([{ ...values, level: 2 }]), ...base, kind: 'cod-ps', units: [] }, by);
  await publish('cod-ps-exl', people.version);
  const file = { ...uploadOf('exl_3w_2025.csv', CSV), sha256: 'c'.repeat(64) };
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
  await publish('3w-exl', (await store.datasets.recordVersion(summary, by)).version);
  const send = (method: string, path: string, body?: unknown) =>
    fetch(server.url + path, {
      method,
      headers: { 'x-test-user': 'ann', 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const save = async (spec: MapSpec): Promise<MapAnswer> => mapAnswer.parse(await (await send('POST', '/api/v1/maps', { spec })).json());
  const valuesOf = async ({ id }: MapAnswer) => mapValuesAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${id}/values`)).json());
  /** Rows of the downloaded table by P-code, heading → cell; and what it says about itself. */
  async function csvOf({ links }: MapAnswer, lang = 'en') {
    const [head, ...body] = (await (await fetch(`${links.csv}?lang=${lang}`)).text()).split('\r\n').map((line) => line.split(',')) as [string[], ...string[][]];
    const rows = body.slice(0, DISTRICTS.length).map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]!])));
    const said = await (await fetch(`${links.txt}?lang=${lang}`)).text();
    const notes = Object.fromEntries([...said.matchAll(/^\ufeff?(\w+): (.*)\r$/gm)].map(([, key, text]) => [key!, text!]));
    return { head, rows: Object.fromEntries(rows.map((row) => [row['adm2_pcode']!, row])), notes };
  }
  return { server, send, save, valuesOf, csvOf };
}

export type Maps = Awaited<ReturnType<typeof startMaps>>;
