/** Two versions of a 3W on two versions of the boundaries, over HTTP: compared unit by unit as the boundaries say, in every form that a map has; tables, lists and the workbook of it. */
import type { Feature } from 'geojson';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetId, Iso3 } from '../../server/contract/ids.ts';
import { mapAnswer, mapValuesAnswer, type MapAnswer, type MapSpec } from '../../server/contract/maps/map.ts';
import type { PresenceColumns } from '../../server/contract/presence/presence.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { matrixAnswer, summaryAnswer } from '../../server/contract/presence/api.ts';
import type { VersionDiff } from '../../server/contract/datasets/dataset.ts';
import type { Authorize } from '../../server/http/request.ts';
import { writeGeometryFile } from '../../server/formats/geometryFile.ts';
import { runIngest } from '../../server/jobs/ingest.ts';
import { createKinds } from '../../server/app/kinds.ts';
import { putArtifact, startTestServer, type TestServer } from '../helpers/app.ts';
import { toTable } from '../helpers/boundaryTables.ts';
import { fakeSummary } from '../helpers/units.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

const square = (pcode: string, parent: string | null, [from, to]: readonly [number, number]): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name: `Place ${pcode}` },
  geometry: { type: 'Polygon', coordinates: [[[from, 7], [to, 7], [to, 8], [from, 8], [from, 7]]] }, // prettier-ignore
});
/** From west to east: where each district begins and ends. */
const GROUND: Record<string, [number, number]> = {
  EX0101: [0, 1],
  EX0102: [1, 2],
  EX0103: [2, 3],
  EX0201: [3, 4],
  EX0202: [4, 5],
  EX0111: [0, 1],
  EX0121: [1, 1.5],
  EX0122: [1.5, 2],
  EX0203: [3, 5],
};
const tables = (districts: string[]) => [
  toTable(0, [square('EX', null, [0, 5])]),
  toTable(1, [square('EX01', 'EX', [0, 3]), square('EX02', 'EX', [3, 5])]),
  toTable(2, districts.map((code) => square(code, code.slice(0, 4), GROUND[code]!))),
]; // prettier-ignore
/** 0101 gets another code, 0201 and 0202 merge, 0102 is split. */
const BEFORE = ['EX0101', 'EX0102', 'EX0103', 'EX0201', 'EX0202'];
const NOW = ['EX0111', 'EX0121', 'EX0122', 'EX0103', 'EX0203'];
const none = { added: [], removed: [], renamed: [], recoded: [], redrawn: [] };
const DIFF = {
  against: 'v01',
  bump: 'major',
  levels: [
    { level: 0, ...none },
    { level: 1, ...none },
    {
      ...none,
      level: 2,
      added: ['EX0121', 'EX0122', 'EX0203'],
      removed: ['EX0102', 'EX0201', 'EX0202'],
      recoded: [{ before: 'EX0101', after: 'EX0111' }],
      retired: [
        { pcode: 'EX0102', names: ['x'], into: [{ pcode: 'EX0121', share: 0.5 }, { pcode: 'EX0122', share: 0.5 }] },
        { pcode: 'EX0201', names: ['x'], into: [{ pcode: 'EX0203', share: 1 }] },
        { pcode: 'EX0202', names: ['x'], into: [{ pcode: 'EX0203', share: 1 }] },
      ],
    },
  ],
} as unknown as VersionDiff; // prettier-ignore

type Row = [org: string, code: string, cluster: string];
const csvOf = (rows: Row[], dated: boolean) =>
  `Organisation,Acronym,Cluster,Region Pcode,District Pcode,Status${dated ? ',Start date,End date' : ''}\n${rows
    .map(([org, code, cluster]) => `Organisation ${org},${org},${cluster},${code.slice(0, 4)},${code},Ongoing${dated ? ',2025-05-01,2025-05-31' : ''}`)
    .join('\n')}\n`;
const ROWS_BEFORE: Row[] = [
  ['A', 'EX0101', 'Health'],
  ['B', 'EX0101', 'Health'],
  ['C', 'EX0102', 'Health'],
  ['A', 'EX0103', 'WASH'],
  ['A', 'EX0201', 'Health'],
  ['A', 'EX0202', 'Health'],
  ['D', 'EX0202', 'Child Protection'],
];
const ROWS_NOW: Row[] = [
  ['A', 'EX0111', 'Health'],
  ['B', 'EX0111', 'Health'],
  ['C', 'EX0111', 'Child Protection'],
  ['D', 'EX0111', 'GBV'],
  ['A', 'EX0203', 'Health'],
  ['E', 'EX0121', 'Health'],
];

let server: TestServer;
const base = { country: 'EXL' as Iso3, countryNames: { en: 'Exland', fr: 'Exland', es: 'Exland', ar: 'Exland' } };
const by = { by: 'tester' };
const publish = (id: string, version: string) => server.store.datasets.publishVersion(id as DatasetId, version as never, { ...by, reason: 'test' });
const P = '/api/v1/presence/3w-exl';
const text = async (path: string) => (await fetch(server.url + path)).text();
const lines = async (path: string) => (await text(path)).replace('\uFEFF', '').trimEnd().split('\r\n');

async function publishBoundaries(districts: string[], diff: VersionDiff | null): Promise<void> {
  const { store } = server;
  const own = tables(districts);
  const geometry = await putArtifact(store, 'geometry', `exl_${districts[0]}.bin`, 'application/octet-stream', writeGeometryFile(own));
  const levels = own.map(({ level, units }) => ({ level, units: units.length }));
  const units = own.map(({ level, units }) => ({ level, units }));
  const { version } = await store.datasets.recordVersion({ ...fakeSummary([geometry]), ...base, levels, units, diff }, by);
  await publish('cod-ab-exl', version);
}
async function publishPresence(rows: Row[], dated = false): Promise<void> {
  const { store } = server;
  const file = { ...uploadOf('exl_3w.csv', csvOf(rows, dated)), sha256: String(rows.length).repeat(64).slice(0, 64) };
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
}

beforeAll(async () => {
  const authorize: Authorize = async () => ({ id: 'ann', name: 'ann' }) as never;
  server = await startTestServer({ authorize });
  await publishBoundaries(BEFORE, null);
  await publishPresence(ROWS_BEFORE);
  await publishBoundaries(NOW, DIFF);
  await publishPresence(ROWS_NOW);
}, 120_000);
afterAll(() => server.close());

const specOf = (data: object, change: object = {}) =>
  ({
    spec: 1,
    title: 'What changed',
    lang: 'en',
    status: 'unmarked',
    boundary: { dataset: 'cod-ab-exl', version: 'current', level: 2 },
    data: { kind: 'presence', dataset: '3w-exl', version: 'current', definition: DEFAULT_DEFINITION, ...data },
    classes: { method: 'quantile', breaks: [-2, -2, 0, 1, 3, 3], open: 'both', whole: true },
    labels: { show: 'names', lang: 'en', values: true },
    view: null,
    selected: null,
    selectedLevel: null,
    ...change,
  }) as unknown as MapSpec;
const CHANGE = { measure: { is: 'change', version: 'v01', from: null, to: null } };
const MATRIX = { split: 'matrix' };
const save = async (spec: MapSpec): Promise<MapAnswer> => {
  const headers = { 'content-type': 'application/json' };
  return mapAnswer.parse(await (await fetch(`${server.url}/api/v1/maps`, { method: 'POST', headers, body: JSON.stringify({ spec }) })).json());
};

describe('the version before, on the boundaries of today', () => {
  test('columns and summary follow new codes and mergers, and say what they did', async () => {
    const columns = JSON.parse(await text(`${P}/columns?version=v01&boundaries=v02`)) as PresenceColumns;
    expect(columns.carried).toEqual({ from: 'v01', to: 'v02', compared: true, rows: { exact: 6, near: 0, possible: 1, notPlaced: 0 }, moved: 5 });
    const summary = summaryAnswer.parse(JSON.parse(await text(`${P}/summary?version=v01&boundaries=current&level=2`)));
    expect(Object.fromEntries(Object.entries(summary.byPcode).map(([code, { count }]) => [code, count]))).toEqual({ EX0111: 2, EX0103: 1, EX0203: 2 }); // prettier-ignore
    expect(summary.possible).toMatchObject({ EX0121: { count: 1 }, EX0122: { count: 1 } });
    expect([summary.notPlaced, summary.boundaries, summary.carried]).toEqual([{ EX01: 1 }, { dataset: 'cod-ab-exl', version: 'v02' }, columns.carried]);
    // On the boundaries that it was placed on nothing moves.
    const plain = summaryAnswer.parse(JSON.parse(await text(`${P}/summary?version=v01&level=2`)));
    expect([plain.boundaries!.version, plain.carried, Object.keys(plain.byPcode).sort()]).toEqual(['v01', undefined, BEFORE]);
  });
  test('matrix and files on other boundaries: certain, with what is possible beside it', async () => {
    const onto = 'version=v01&boundaries=v02&level=2';
    const matrix = matrixAnswer.parse(JSON.parse(await text(`${P}/matrix?${onto}`)));
    expect(matrix.units.map(({ pcode }, i) => [pcode, matrix.unitTotals[i], matrix.possible![i]])).toEqual([
      ['EX0103', 1, null],
      ['EX0111', 2, null],
      ['EX0121', 0, 1],
      ['EX0122', 0, 1],
      ['EX0203', 2, null],
    ]);
    const [head] = await lines(`${P}/matrix.csv?${onto}`);
    expect(head).toContain('All clusters,"Possible, at most",');
    const hapi = await lines(`${P}/hapi.csv?version=v01&boundaries=v02`);
    expect(hapi[0]).toMatch(/,cod_version,possible_unit_codes$/);
    expect(hapi.filter((row) => row.endsWith(',v02,EX0121; EX0122'))).toHaveLength(1);
    // As it was read, it stays.
    expect((await lines(`${P}/records.csv?version=v01`))[0]).not.toContain('possible');
    expect((await fetch(`${server.url}${P}/records.csv?version=v01&boundaries=v02`)).status).toBe(400);
    const sheets = await readXlsxFile(Buffer.from(await (await fetch(`${server.url}${P}/workbook.xlsx?${onto}`)).arrayBuffer()));
    const areas = sheets.find(({ sheet }) => sheet === 'Areas')!.data as (string | number | null)[][];
    expect(areas.find((row) => row.includes('EX0121'))!.slice(4)).toEqual([null, 1, null, null, 'possible only: the area was split']);
  });
  test('a version of the boundaries that is not there is said', async () => {
    expect((await fetch(`${server.url}${P}/columns?boundaries=v09`)).status).toBe(404);
  });
});

describe('a saved map that follows the current boundaries', () => {
  test('paints what is certain and says what is only possible: values, table, picture, embed', async () => {
    const classes = { method: 'quantile', breaks: [1, 2, 2], open: 'above', whole: true };
    const map = await save(specOf({ version: 'v01', measure: { is: 'count' } }, { classes }));
    const answer = mapValuesAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${map.id}/values`)).json());
    expect([answer.values, answer.possible]).toEqual([
      { EX0103: 1, EX0111: 2, EX0121: 'possible', EX0122: 'possible', EX0203: 2 },
      { EX0121: 1, EX0122: 1 },
    ]);
    const rows = await lines(`/maps/${map.id}.csv`);
    expect(rows[0]).toMatch(/,value,possible,why_empty$/);
    expect(rows.find((row) => row.includes('EX0121'))).toMatch(/,,1,possible only: the area was split$/);
    for (const [lang, both, split] of [
      ['en', 'Certain: 0; possible: up to 1', 'possible in each of its parts'],
      ['fr', 'Certain : 0 ; possible : jusqu’à 1', 'possibles dans chacune de ses parties'],
      ['es', 'Seguro: 0; posible: hasta 1', 'posibles en cada una de sus partes'],
      ['pt', 'Certo: 0; possível: até 1', 'possíveis em cada uma das suas partes'],
      ['ar', 'مؤكد: 0؛ محتمل: حتى 1', 'محتملة في كل جزء من أجزائها'],
    ] as const) {
      const [page, svg] = [await text(`/maps/${map.id}?lang=${lang}`), await text(`/maps/${map.id}.svg?lang=${lang}`)];
      expect(page.replaceAll(/[\u2066-\u2069]/g, ''), lang).toContain(both);
      for (const own of [page, svg]) expect(own, lang).toContain(split);
    }
  });
});

describe('a map of the change between two versions', () => {
  test('values, table, notes, page and picture say the same', async () => {
    const map = await save(specOf(CHANGE));
    const answer = mapValuesAnswer.parse(await (await fetch(`${server.url}/api/v1/maps/${map.id}/values`)).json());
    // The split unit: its one organisation of before is in doubt in both halves, so no number says what became of it.
    expect(answer.values).toEqual({ EX0111: 2, EX0121: 'notPlaced', EX0122: 'notPlaced', EX0103: -1, EX0203: -1 });
    const printed = answer.printed!.map(([code, , , name, value]) => [code, name, value.replaceAll(/[\u2066\u2069]/g, '')]);
    expect(printed.sort(([a], [b]) => (a! < b! ? -1 : 1))).toEqual(
      [['EX0103', 'Place EX0103', '−1'], ['EX0111', 'Place EX0111', '+2'], ['EX0121', 'Place EX0121', ''], ['EX0122', 'Place EX0122', ''], ['EX0203', 'Place EX0203', '−1']], // prettier-ignore
    );
    const [head, ...rows] = await lines(`/maps/${map.id}.csv`);
    expect(head).toBe('adm2_name,adm2_pcode,adm1_name,adm1_pcode,adm0_name,adm0_pcode,value,before,now,why_empty');
    expect(rows).toHaveLength(NOW.length);
    expect(rows.find((row) => row.includes('EX0203'))).toMatch(/,"?'?-1"?,2,1,$/);
    const notes = (await text(`/maps/${map.id}.txt`)).replaceAll(/[\u2068\u2069]/g, '');
    expect(notes).toContain('compared with: 3w-exl v01');
    expect(notes).toContain(
      'Rows from boundaries v01 on v02: exact 6, near 0 (at least 98% of the area, or by code alone), possible 1, not placed 0; 7 in all. Rows of an area',
    );
    expect(notes).not.toMatch(/^status:/m);
    for (const lang of ['en', 'fr', 'es', 'ar']) {
      const [page, svg] = [await text(`/maps/${map.id}?lang=${lang}`), await text(`/maps/${map.id}.svg?lang=${lang}`)];
      for (const own of [page, svg]) expect(own).toMatch(/v01[^<]*v02/);
      expect(svg).toContain('+2');
    }
  });
  test('what cannot be is refused with a sentence', async () => {
    const send = async (data: object) => {
      const body = JSON.stringify({ spec: specOf(data) });
      return (await fetch(`${server.url}/api/v1/maps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
    };
    expect(await send({ measure: { is: 'change', version: 'v09', from: null, to: null } })).toBe(404);
    expect(await send({ measure: { is: 'change', version: null, from: null, to: null } })).toBe(400);
    expect(await send({ measure: { is: 'change', version: 'v01', from: '2025-05-31', to: '2025-05-01' } })).toBe(400);
  });
});

describe('the matrix', () => {
  test('areas of responsibility stand after their cluster, which no row names; totals are unions', async () => {
    const matrix = matrixAnswer.parse(JSON.parse(await text(`${P}/matrix?level=1`)));
    expect(matrix.heads.map(({ code, parent }) => [code, parent])).toEqual([['HEA', null], ['PRO', null], ['PRO-CPN', 'PRO'], ['PRO-GBV', 'PRO']]); // prettier-ignore
    expect([matrix.units.map(({ pcode }) => pcode), matrix.counts, matrix.unitTotals, matrix.sectorTotals, matrix.total]).toEqual([
      ['EX01', 'EX02'],
      [[3, 2, 1, 1], [1, 0, 0, 0]],
      [5, 1],
      // A in both regions is one.
      [3, 2, 1, 1],
      5,
    ]); // prettier-ignore
    const asked = matrixAnswer.parse(JSON.parse(await text(`${P}/matrix?level=1&sector=PRO`)));
    expect([asked.sectors, asked.total]).toEqual([['PRO', 'PRO-CPN', 'PRO-GBV'], 2]);
  });
  test('as a table: headings first, the country by union, then one row for each area', async () => {
    expect(await lines(`${P}/matrix.csv?level=1`)).toEqual([
      'Level,P-code,Area,All clusters,Health,Protection,Protection – Child Protection,Protection – Gender-Based Violence,Reason if empty',
      '0,EXL,All areas,5,3,2,1,1,',
      '1,EX01,Place EX01,5,3,2,1,1,',
      '1,EX02,Place EX02,1,1,0,0,0,',
    ]);
  });
  test('as a picture and as a page, in two directions of reading', async () => {
    const map = await save(specOf(MATRIX, { classes: { method: 'quantile', breaks: [1, 2, 2], open: 'above', whole: true } }));
    for (const lang of ['en', 'ar']) {
      const svg = await text(`/maps/${map.id}.svg?lang=${lang}`);
      expect(svg.match(/rotate\(-?90/g)!.length).toBeGreaterThanOrEqual(5);
      expect(svg).not.toMatch(/NaN|undefined/);
      const page = await text(`/maps/${map.id}?lang=${lang}`);
      expect(page).toContain('<div id="map" class="scroll matrix"');
      expect(page).toContain('"live":"never"');
    }
    expect((await fetch(`${server.url}/maps/${map.id}.png`)).headers.get('content-type')).toBe('image/png');
    const [head, row] = await lines(`/maps/${map.id}.csv`);
    expect(head).toMatch(/,value,HEA,PRO,PRO-CPN,PRO-GBV,why_empty$/);
    expect(row).toMatch(/,4,2,2,1,1,$/);
  });
});

describe('lists and the workbook', () => {
  test('organisations by area', async () => {
    const [head, ...rows] = await lines(`${P}/organisations.csv?level=1`);
    expect(head).toBe('Level,P-code,Area,Acronym,Organisation,Type,Clusters,Rows of the source');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toBe('1,EX01,Place EX01,A,Organisation A,,Health,1');
    expect(rows.at(-1)).toBe('1,EX02,Place EX02,A,Organisation A,,Health,1');
  });
  test('the definition is on the first sheet, and every sheet holds what the API counts', async () => {
    const bytes = Buffer.from(await (await fetch(`${server.url}${P}/workbook.xlsx?level=2&sector=HEA`)).arrayBuffer());
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['What this counts', 'Areas', 'Areas and clusters', 'Organisations by area', 'Organisations', 'Rows']);
    const read = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data as (string | number | null)[][];
    const about = Object.fromEntries(read('What this counts').map(([key, value]) => [key, value]));
    expect(about['Definition']).toBe(
      'Distinct organisations of implementing partners; status: ongoing, completed, not stated; clusters: Health; all periods of the source.',
    );
    expect([about['In the whole country'], about['Version of the 3W'], about['Boundaries']]).toEqual([3, '3w-exl v02', 'cod-ab-exl v02']);
    const areas = read('Areas');
    expect(areas[0]).toEqual([
      'adm1_pcode',
      'adm1_name',
      'adm2_pcode',
      'adm2_name',
      'Organisations',
      'Number of clusters',
      'Rows of the source',
      'Reason if empty',
    ]);
    expect(areas.slice(1).map((row) => [row[2], row[4], row[7]])).toEqual([
      ['EX0103', null, 'not reported'],
      ['EX0111', 2, null],
      ['EX0121', 1, null],
      ['EX0122', null, 'not reported'],
      ['EX0203', 1, null],
    ]);
    expect(read('Rows').length).toBe(1 + 4);
    expect(
      read('Organisations')
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(['Organisation A', 'Organisation B', 'Organisation E']);
  });
  test('in Arabic its sheets run from right to left', async () => {
    const bytes = new Uint8Array(await (await fetch(`${server.url}${P}/workbook.xlsx?lang=ar`)).arrayBuffer());
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('rightToLeft="1"');
  });
});

test('line 1 of every CSV is its headings, every line is a row of it, and what it says of itself is elsewhere', async () => {
  const map = await save(specOf({}));
  const files = ['matrix.csv', 'organisations.csv', 'hapi.csv', 'hxl.csv', 'records.csv'].map((file) => `${P}/${file}`);
  for (const path of [...files, `/maps/${map.id}.csv`]) {
    const [head, ...rows] = await lines(path);
    const width = head!.split(',').length;
    expect(head, path).toMatch(/^[A-Za-z]/);
    expect(rows.length, path).toBeGreaterThan(0);
    for (const row of rows) expect(row.split(',').length, `${path}: ${row}`).toBe(width);
  }
});
