/** Indicators over HTTP: what a version has, values in every view, what is refused, files, and maps of them as pictures, tables and pages. */
import type { Feature } from 'geojson';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indicatorsAnswer, shownAnswer, type ShownAnswer } from '../../../server/contract/indicators/api.ts';
import { historyAnswer, listAnswer, type ListAnswer } from '../../../server/contract/indicators/listRoutes.ts';
import type { IndicatorData } from '../../../server/contract/indicators/data.ts';
import { mapSpec, type MapSpec } from '../../../server/contract/maps/map.ts';
import type { DatasetId } from '../../../server/contract/ids.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import { putArtifact, recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { toTable } from '../../helpers/boundaryTables.ts';
import { join, type Person } from '../../helpers/member.ts';
import { DISTRICTS, MADE, makeData } from '../../indicators/made.ts';

const square = (pcode: string, parent: string | null, x: number, y: number, side = 1): Feature => {
  const ring = [[0, 0], [side, 0], [side, side], [0, side], [0, 0]].map(([dx, dy]) => [x + dx!, y + dy!]); // prettier-ignore
  return { type: 'Feature', properties: { pcode, parent, name: `Unit ${pcode}` }, geometry: { type: 'Polygon', coordinates: [ring] } };
};
const TABLES = [
  toTable(0, [square('XN', null, 10, 10, 3)]),
  toTable(1, [square('XN01', 'XN', 10, 10), square('XN02', 'XN', 10, 11)]),
  toTable(
    2,
    DISTRICTS.map((code, i) => square(code, code.slice(0, 4), 10 + (i % 3), 10 + Math.floor(i / 3))),
  ),
];
const ID = 'indicators-sle' as DatasetId;
const V = `/api/v1/datasets/${ID}/versions`;
let server: TestServer;

async function publish(override: Parameters<typeof recordSample>[1], id: string): Promise<string> {
  const { version } = await recordSample(server.store, override);
  await server.store.datasets.publishVersion(id as DatasetId, version, { by: 'tester', reason: null });
  return version;
}
async function publishIndicators(data: IndicatorData): Promise<string> {
  const own = { ...data, dataset: ID, boundaries: { dataset: 'cod-ab-sle', version: 'v01' } };
  const artifact = await putArtifact(server.store, 'indicators', 'values.json', 'application/json', Buffer.from(JSON.stringify(own)));
  return publish({ kind: 'indicators', artifacts: [artifact], units: [] }, ID);
}

beforeAll(async () => {
  server = await startTestServer();
  const geometry = await putArtifact(server.store, 'geometry', 'geometry.bin', 'application/octet-stream', writeGeometryFile(TABLES));
  const units = TABLES.map(({ level, units: own }) => ({ level, units: own }));
  await publish({ artifacts: [geometry], units, levels: units.map(({ level, units: own }) => ({ level, units: own.length })) }, 'cod-ab-sle');
  const population = {
    level: 2,
    year: 2023,
    source: 'Census',
    boundaries: null,
    groups: [{ key: 'T_TL', sex: 't', ageFrom: null, ageTo: null, other: null, heading: 'T_TL' }],
    pcodes: DISTRICTS,
    values: [[100, 100, 100, 100, 100, 100]],
    total: 600,
  };
  const people = await putArtifact(server.store, 'population', 'people.json', 'application/json', Buffer.from(JSON.stringify(population)));
  await publish({ kind: 'cod-ps', artifacts: [{ ...people, level: 2 }], units: [] }, 'cod-ps-sle');
  await publishIndicators(makeData([{ ...MADE[0]!, cells: [5, 5, 5, 5, 5, 5] }], { start: '2024-01-01', end: '2024-12-31' }));
  await publishIndicators(makeData());
});
afterAll(() => server.close());

const ask = (path: string) => fetch(server.url + path);
const values = async (query: string): Promise<ShownAnswer> => shownAnswer.parse(await (await ask(`${V}/current/indicators/values?${query}`)).json());
const columns = ({ pcodes, values: own, empty }: ShownAnswer) => Object.fromEntries(pcodes.map((code, i) => [code, own[i] ?? empty[i]]));

describe('values', () => {
  test('what a version has', async () => {
    const answer = indicatorsAnswer.parse(await (await ask(`${V}/current/indicators`)).json());
    expect(answer.areas).toEqual({ stated: 9, placed: 8, notPlaced: 1 });
    expect(answer.populations).toEqual([{ dataset: 'cod-ps-sle', version: 'v01', year: 2023, isCurrent: true }]);
    expect(answer.series.find(({ indicator, status }) => indicator === 'PEOPLE-ALL' && status === 'INN')).toMatchObject({
      values: 5,
      noData: 1,
      levels: [2],
      notPlaced: 1,
    });
  });

  test('by unit, with what is not on the map apart', async () => {
    const answer = await values('indicator=PEOPLE-ALL&status=INN&level=2');
    expect(columns(answer)).toEqual({ XN0101: 10, XN0102: 20, XN0103: 'noData', XN0201: 0, XN0202: 40, XN0203: 50.5 });
    expect(answer).toMatchObject({ total: 120.5, notPlacedTotal: 7, counts: true, style: 'number' });
  });

  test('rolled up in part', async () => {
    const answer = await values('indicator=PEOPLE-ALL&status=INN&level=1');
    expect(answer).toMatchObject({ values: [30, 90.5], partial: [[2, 3], null] });
  });

  test('shares say of which year the population is, and how far that is', async () => {
    const answer = await values('indicator=PEOPLE-FSC&status=INN&level=2&measure=population');
    expect(answer).toMatchObject({ values: [5, 10, 15, 20, 25, 30], style: 'percent', denominator: { dataset: 'cod-ps-sle', year: 2023, gap: 2 } });
  });

  test('changes to another version', async () => {
    const answer = await values('indicator=PEOPLE-ALL&status=INN&level=2&before=v01');
    expect(columns(answer)).toEqual({ XN0101: 5, XN0102: 15, XN0103: 'noData', XN0201: -5, XN0202: 35, XN0203: 45.5 });
    expect(answer).toMatchObject({ style: 'change', before: { version: 'v01', series: [{ period: { start: '2024-01-01' } }] } });
  });

  test.each([
    ['indicator=PEOPLE-FSC,PEOPLE-WSH&status=INN&level=2', 400, 'indicators.add-sector'],
    ['indicator=PEOPLE-FSC&status=INN,TGT&level=2', 400, 'indicators.add-status'],
    ['indicator=IPC&phase=3%2B,4&level=2', 400, 'indicators.add-phase'],
    ['indicator=SEVERITY&level=1', 400, 'indicators.not-rolled-up'],
    ['indicator=SEVERITY&level=2&measure=own', 400, 'indicators.no-denominator'],
    ['indicator=NOPE&level=2', 404, 'indicators.series-unknown'],
  ])('%s is refused with the reason', async (query, status, code) => {
    const response = await ask(`${V}/current/indicators/values?${query}`);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { type: string }).type).toBe(`/problems/${code}`);
  });

  test('phases that part the same people are added', async () => {
    expect((await values('indicator=IPC&phase=3,4,5&level=2')).values).toEqual((await values('indicator=IPC&phase=3%2B&level=2')).values);
  });
});

describe('files', () => {
  test.each([
    ['tidy', 'indicator'],
    ['wide', 'adm1_code'],
    ['hxl', 'indicator'],
    ['needs', 'location_code'],
    ['food-security', 'location_code'],
    ['idps', 'location_code'],
    ['sdmx', 'STRUCTURE'],
  ])('%s', async (shape, first) => {
    const response = await ask(`${V}/v02/indicators.csv?shape=${shape}`);
    expect(response.headers.get('content-disposition')).toContain(`indicators-sle_v02_${shape}.csv`);
    const rows = parse(Buffer.from(await response.arrayBuffer()), { bom: true }) as string[][];
    expect(rows[0]![0]).toBe(first);
    expect(rows.length).toBeGreaterThan(6);
  });

  test('workbook', async () => {
    const response = await ask(`${V}/v02/indicators.xlsx`);
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('maps', () => {
  const specOf = (data: object, change: object = {}): MapSpec =>
    mapSpec.parse({
      spec: 1,
      title: 'Indicators',
      lang: 'en',
      status: 'unmarked',
      boundary: { dataset: 'cod-ab-sle', version: 'current', level: 2 },
      data: { kind: 'indicators', dataset: ID, version: 'current', series: { indicator: 'SEVERITY' }, ...data },
      classes: { method: 'quantile', breaks: [0, 20, 60] },
      labels: { show: 'none', lang: 'en' },
      view: null,
      selected: null,
      ...change,
    });
  const preview = async (ending: string, spec: MapSpec, more = '') => ask(`/preview.${ending}?spec=${encodeURIComponent(JSON.stringify(spec))}${more}`);

  test('severity stands in its own colours, with words, whatever the author says', async () => {
    const svg = await (await preview('svg', specOf({ colours: ['#000000'] }))).text();
    for (const colour of ['#fde0d0', '#fbb394', '#f4774f', '#c8302a', '#7a0c1a']) expect(svg).toContain(colour);
    for (const word of ['1: Minimal', '2: Stress', '3: Severe', '4: Extreme', '5: Catastrophic']) expect(svg).toContain(word);
    expect(svg).toContain('Proposed indicator');
  });

  test('phases of areas in the colours of IPC, and what they are', async () => {
    const data = { series: { indicator: 'IPC', phase: '3+' }, measure: { is: 'phase' } };
    const svg = await (await preview('svg', specOf(data))).text();
    for (const colour of ['#cdfacd', '#fae61e', '#e67800', '#c80000', '#640000']) expect(svg).toContain(colour);
    expect(svg).toContain('Phase 4: Emergency');
    const txt = await (await preview('txt', specOf(data))).text();
    expect(txt).toContain('not the published classification');
  });

  test('a count in colours is warned of, as circles it is not; what is not on the map is said', async () => {
    const data = { series: { indicator: 'PEOPLE-ALL', status: 'INN' }, counts: true };
    const colours = await (await preview('txt', specOf(data))).text();
    expect(colours).toContain('Colours show absolute numbers');
    expect(colours).toContain('Not on the map: 1 area, 7');
    const circles = await (await preview('txt', specOf(data, { symbols: 'circles' }))).text();
    expect(circles).not.toContain('Colours show absolute numbers');
  });

  test('what is partial is hatched, and the table says of how many', async () => {
    const data = { series: { indicator: 'PEOPLE-ALL', status: 'INN' }, counts: true };
    const spec = specOf(data, { boundary: { dataset: 'cod-ab-sle', version: 'current', level: 1 } });
    const svg = await (await preview('svg', spec)).text();
    expect(svg).toContain('Part of the area only');
    expect(svg).toContain('<pattern');
    const rows = parse(Buffer.from(await (await preview('csv', spec)).arrayBuffer()), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ adm1_pcode, value }) => [adm1_pcode, value])).toEqual([
      ['XN01', '30'],
      ['XN02', '90.5'],
    ]);
  });

  test('small maps by sector, in Arabic and Russian too', async () => {
    const data = { series: { indicator: 'PEOPLE-ALL', status: 'INN' }, split: 'sectors' };
    const svg = await (await preview('svg', specOf(data))).text();
    for (const name of ['Food Security', 'Nutrition']) expect(svg).toContain(name);
    expect(await (await preview('svg', specOf(data), '&lang=ar')).text()).toContain('خريطة لكل قطاع');
    expect(await (await preview('svg', specOf(data), '&lang=ru')).text()).toContain('По карте на сектор');
  });

  test('a share of the population, and a change', async () => {
    const population = { dataset: 'cod-ps-sle', version: 'current' };
    const share = await (
      await preview('txt', specOf({ series: { indicator: 'PEOPLE-FSC', status: 'INN' }, measure: { is: 'share', of: 'population', population } }))
    ).text();
    expect(share).toContain('% of the population');
    expect(share).toContain('Population of 2023, 2 years apart from the values');
    const change = await (
      await preview('txt', specOf({ series: { indicator: 'PEOPLE-ALL', status: 'INN' }, measure: { is: 'change', version: 'v01' } }))
    ).text();
    expect(change).toMatch(/Change between \S*v01/);
  });
});

describe('the agreed list', () => {
  const LIST = '/api/v1/countries/SLE/indicators';
  const body = { code: 'FSC-01', title: { en: 'People short of food' }, kind: 'needs', measure: 'people', additive: { units: true, time: 'stock' } };
  let admin: Person;
  const send = (method: string, path: string, sent: object | undefined, person: Person | null) =>
    fetch(server.url + path, {
      method,
      headers: { ...person?.headers, ...(sent ? { 'content-type': 'application/json' } : {}) },
      ...(sent ? { body: JSON.stringify(sent) } : {}),
    });
  const list = async (person: Person | null): Promise<ListAnswer> => listAnswer.parse(await (await send('GET', LIST, undefined, person)).json());
  beforeAll(async () => {
    admin = await join(server.url, server.firstLink!, 'Amina');
  });

  test('is proposed to by those who may, and holds once it is agreed on', async () => {
    expect((await send('POST', LIST, body, null)).status).toBe(401);
    expect((await send('POST', LIST, body, admin)).status).toBe(201);
    expect((await list(null)).draft).toBeNull();
    const { draft, may } = await list(admin);
    expect([draft?.indicators[0]?.state, may.agree]).toEqual(['proposed', true]);
    const late = await send('POST', `${LIST}/agree`, { revision: draft!.revision + 1, on: '2026-11-30' }, admin);
    expect(late.status).toBe(409);
    expect((await send('POST', `${LIST}/agree`, { revision: draft!.revision, on: '2026-11-30', decision: 'ICCG 12' }, admin)).status).toBe(200);
    const told = await list(null);
    expect(told.current).toMatchObject({ version: 'v1', agreedOn: '2026-11-30', decision: 'ICCG 12', createdBy: null });
    expect(told.current?.indicators[0]).toMatchObject({ code: 'FSC-01', state: 'agreed' });
  });

  test('a code stays with its indicator, which is retired and not deleted', async () => {
    expect((await send('POST', LIST, { ...body, code: 'fsc-01' }, admin)).status).toBe(409);
    expect((await send('PUT', `${LIST}/entries/FSC-01`, { ...body, measure: 'share' }, admin)).status).toBe(409);
    expect((await send('POST', `${LIST}/entries/FSC-01/retire`, { on: '2026-12-01', reason: 'Replaced' }, admin)).status).toBe(200);
    expect((await list(admin)).draft?.indicators[0]).toMatchObject({ state: 'retired', retired: { reason: 'Replaced' } });
    const history = historyAnswer.parse(await (await ask(`${LIST}/history`)).json());
    expect(history.versions.map(({ version, changes }) => [version, changes.map(({ is }) => is)])).toEqual([['v1', ['agreed']]]);
    const rows = parse(Buffer.from(await (await ask(`${LIST}/list.csv`)).arrayBuffer()), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ Code }) => Code)).toEqual(['FSC-01']);
    expect((await send('DELETE', `${LIST}/draft`, undefined, admin)).status).toBe(200);
    expect((await list(admin)).draft).toBeNull();
  });
});
