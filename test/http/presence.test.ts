/** 3W over HTTP: counts equal a hand count, doubtful rows are decided and imported again, what is sensitive stays closed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobAnswer, problemDetails } from '../../server/contract/datasets/api.ts';
import type { DatasetId, Iso3 } from '../../server/contract/ids.ts';
import type { PresenceColumns, PresenceReviewList } from '../../server/contract/presence/presence.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import {
  columnsAnswer,
  decisionsAnswer,
  matrixAnswer,
  organisationsAnswer,
  overviewAnswer,
  recordsAnswer,
  reviewAnswer,
  summaryAnswer,
  type OverviewAnswer,
} from '../../server/contract/presence/api.ts';
import { countPresence } from '../../server/contract/presence/count.ts';
import { UnauthorizedError } from '../../server/errors.ts';
import type { Authorize } from '../../server/http/request.ts';
import { runIngest } from '../../server/jobs/ingest.ts';
import { createKinds } from '../../server/app/kinds.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { SMALL } from '../helpers/presence.ts';
import { fakeSummary } from '../helpers/units.ts';
import { rowsXml, uploadOf, workbookOf } from '../helpers/tables/workbook.ts';
import { countsOnly, sensitivityOf } from '../helpers/sensitivity.ts';

const CSV = `Organisation,Acronym,Organisation type,Programme partner,Cluster,Region,Region Pcode,District,District Pcode,Status,Start date,End date,People reached,Donor
Relief One,RO,INGO,UNICEF,Health,North,EX01,Bo,EX0101,Ongoing,2025-05-01,2025-05-31,100,ECHO
Relief One,RO,INGO,,WASH,North,EX01,Kailahun,EX0102,Completed,2025-04-01,2025-04-30,
Help Two,HT,NNGO,WFP,Health,North,EX01,Bo,EX0101,Ongoing,2025-05-01,2025-05-31,50
Help Two,HT,NNGO,,CP,South,EX02,Tonkolilli,,Planned,2025-06-01,,
=HYPERLINK("x"),,NNGO,,Health,South,EX02,Garada,,Ongoing,2025-05-01,2025-05-31,7
Relief One,RO,INGO,,Health,South,EX02,,,Ongoing,2025-05-01,2025-05-31,
`;
const BASE = '/api/v1/presence/3w-exl';
const NAMES = { en: 'Exland', fr: 'Exland', es: 'Exland', ar: 'Exland' };
let server: TestServer;

/** Signed in is who says so. */
const send = async (path: string, { method = 'GET', body, as }: { method?: string; body?: unknown; as?: string } = {}) => {
  const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(as ? { 'x-test-user': as } : {}) };
  const response = await fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as unknown };
};
const get = async (path: string, as?: string) => send(path, as ? { as } : {});
const code = (answer: { json: () => unknown }) => problemDetails.parse(answer.json()).type.replace('/problems/', '');

async function ingest(upload = uploadOf('exl_3w_2025.csv', CSV), country = 'EXL'): Promise<void> {
  const { store } = server;
  const file = { ...upload, sha256: 'c'.repeat(64) };
  const summary = await runIngest({
    kinds: createKinds(store.db),
    files: [{ ...file, source: { ...file.source, close: () => {} } as never }],
    kind: '3w',
    country: country as Iso3,
    options: {},
    today: '2025-06-01',
    catalog: store.catalog,
    objects: store.objects,
    onProgress: () => {},
  });
  const { version } = await store.datasets.recordVersion(summary, { by: 'tester' });
  await store.datasets.publishVersion(`3w-${country.toLowerCase()}` as DatasetId, version, { by: 'tester', reason: 'test' });
}

beforeAll(async () => {
  const authorize: Authorize = async (request) => {
    const name = request.headers['x-test-user'];
    if (typeof name !== 'string') throw new UnauthorizedError('auth.required', 'Sign in.');
    return { id: name, name } as never;
  };
  server = await startTestServer({ authorize }, { CODMAP_INGEST_WORKERS: '1' });
  const { datasets } = server.store;
  for (const country of ['EXL', 'EXT']) {
    await datasets.recordVersion(
      {
        ...fakeSummary([]),
        country: country as Iso3,
        countryNames: NAMES,
        levels: SMALL.map(({ level, units }) => ({ level, units: units.length })),
        units: SMALL,
      },
      { by: 'tester' },
    );
    await datasets.publishVersion(`cod-ab-${country.toLowerCase()}` as DatasetId, 'v01' as never, { by: 'tester', reason: 'test' });
  }
  await ingest();
});
afterAll(() => server.close());

describe('counts', () => {
  const summary = async (query: string) => summaryAnswer.parse((await get(`${BASE}/summary?${query}`)).json());

  test('distinct organisations by district, with the definition', async () => {
    const answer = await summary('level=2');
    expect(Object.fromEntries(Object.entries(answer.byPcode).map(([pcode, { count }]) => [pcode, count]))).toEqual({ EX0101: 2, EX0102: 1 });
    expect(answer.definition).toEqual(DEFAULT_DEFINITION);
    expect(answer.definitionText.en).toBe(
      'Distinct organisations of implementing partners; status: ongoing, completed, not stated; all clusters; all periods of the source.',
    );
    expect(answer.boundaries).toEqual({ dataset: 'cod-ab-exl', version: 'v01' });
  });
  test('what is known only for the region, and what is in doubt', async () => {
    const answer = await summary('level=2');
    expect([answer.knownOnlyAbove, answer.notPlaced]).toEqual([{ EX02: 1 }, { EX02: 1 }]);
    expect(answer.totals).toMatchObject({ organisations: 3, records: 5, units: 2, knownOnlyAbove: 1, notPlaced: 1 });
  });
  test('by union one level up', async () => expect((await summary('level=1')).byPcode).toMatchObject({ EX01: { count: 2, records: 3 }, EX02: { count: 2 } }));
  test.each([
    ['sector=HEA', { EX0101: 2 }],
    ['orgType=437', { EX0101: 1, EX0102: 1 }],
    ['status=completed', { EX0102: 1 }],
    ['role=programming', { EX0101: 2 }],
    ['role=funding', { EX0101: 1 }],
    ['role=either', { EX0101: 4, EX0102: 1 }],
    ['period=2025-05', { EX0101: 2 }],
    ['unit=people', { EX0101: 150, EX0102: null }],
    ['org=relief%20one', { EX0101: 1, EX0102: 1 }],
    ['status=all&sector=AGR', {}],
  ])('%s', async (query, expected) => {
    const { byPcode } = await summary(`level=2&${query}`);
    expect(Object.fromEntries(Object.entries(byPcode).map(([pcode, { count }]) => [pcode, count]))).toEqual(expected);
  });
  test('people that no row states are not nought, in units, matrix and whole', async () => {
    const answer = await summary('level=2&unit=people&sector=WSH');
    expect([answer.totals.count, answer.totals.people, answer.byPcode['EX0102']!.count]).toEqual([null, null, null]);
    const matrix = matrixAnswer.parse((await get(`${BASE}/matrix?level=2&unit=people&status=completed`)).json());
    expect(matrix.counts).toContainEqual([0, null, 0]);
  });
  test('columns counted in a client give the same', async () => {
    const columns = (await get(`${BASE}/columns`)).json() as PresenceColumns;
    columnsAnswer.parse(columns);
    const { byPcode, totals } = countPresence(columns, DEFAULT_DEFINITION, 2);
    const answer = await summary('level=2');
    expect([byPcode, totals]).toEqual([answer.byPcode, answer.totals]);
  });
  test('matrix, organisations, records, overview', async () => {
    const matrix = matrixAnswer.parse((await get(`${BASE}/matrix?level=2`)).json());
    expect([matrix.sectors, matrix.units.map(({ pcode }) => pcode), matrix.counts]).toEqual([
      ['HEA', 'WSH', 'own:cp'],
      // "CP" may be two things and keeps its words; it is only planned: zero, and not absent.
      ['EX0101', 'EX0102', 'EX0201'],
      [
        [2, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    ]);
    const list = organisationsAnswer.parse((await get(`${BASE}/organisations?pcode=EX01`)).json());
    expect(list.organisations.map(({ name, records, sectors }) => [name, records, sectors])).toEqual([
      ['Relief One', 2, ['HEA', 'WSH']],
      ['Help Two', 1, ['HEA']],
    ]);
    const records = recordsAnswer.parse((await get(`${BASE}/records?pcode=EX02&limit=1&status=all`)).json());
    expect(records).toMatchObject({ total: 3, next: `${BASE}/records?pcode=EX02&limit=1&status=all&offset=1` });
    expect(records.records[0]).toMatchObject({
      row: 5,
      pcode: 'EX0201',
      method: 'fuzzy',
      stated: [
        { level: 1, code: 'EX02', name: 'South' },
        { level: 2, code: null, name: 'Tonkolilli' },
      ],
    });
    const overview = overviewAnswer.parse((await get(BASE)).json());
    expect(overview).toMatchObject({
      rows: { read: 6, notPlaced: 1, organisations: 3 },
      roles: ['implementing', 'programming', 'funding'],
      hasPeople: true,
      period: { start: '2025-04-01', end: '2025-06-01' },
    });
  });
  test.each([
    ['summary?sector=HEA,XXX', 404, 'There is no sector "XXX" here. There are: HEA, WSH'],
    ['matrix?sector=XXX', 404, '"XXX"'],
    ['hapi.csv?orgType=999', 404, 'There is no type of organisations "999" here. There are: 437'],
    ['records?org=nope', 404, 'There is no organisation "nope" here. There are: relief one,'],
    ['summary?sectors=HEA', 400, 'sectors: There is no such parameter.'],
    ['organisations?pcode=EX01&levle=2', 400, 'levle: There is no such parameter.'],
    ['columns?unit=people', 400, 'unit: There is no such parameter.'],
  ])('%s: what is not there is said, not counted as zero', async (path, status, detail) => {
    const answer = await get(`${BASE}/${path}`);
    expect([answer.status, problemDetails.parse(answer.json()).detail]).toEqual([status, expect.stringContaining(detail)]);
    if (status === 404) expect(code(answer)).toBe('presence.code-unknown');
  });
  test('a code of the lists that the file does not use is no mistake', async () => expect((await summary('sector=EDU')).totals.count).toBe(0));
  test.each([
    ['summary?level=9', 400],
    ['summary?role=boss', 400],
    ['summary?period=May', 400],
    ['summary?version=v09', 404],
    ['review', 401],
    ['decisions', 401],
  ])('%s is a problem', async (path, status) => expect((await get(`${BASE}/${path}`)).status).toBe(status));
});

describe('exports', () => {
  test('a formula is defused in every CSV', async () => {
    for (const file of ['records', 'hapi', 'hxl']) {
      const { text, headers } = await get(`${BASE}/${file}.csv`);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(text).toContain(`"'=HYPERLINK(""x"")"`);
      expect(text).not.toMatch(/(^|,)"?=HYPER/m);
    }
  });
  test('HAPI columns first, ours after them; the tags of HXL in the second row', async () => {
    const [head, tags, first] = (await get(`${BASE}/hxl.csv?sector=HEA&pcode=EX0101`)).text.replace('\uFEFF', '').split('\r\n');
    expect(head).toMatch(/^location_code,has_hrp,in_gho,provider_admin1_name,/);
    expect(tags).toMatch(/^#country\+code,,,#adm1\+name\+provider,/);
    expect(first).toBe('EXL,,,North,Bo,EX01,North,EX0101,Bo,2,RO,Relief One,437,HEA,Health,2025-05-01,2025-05-31,HEA,EX0101,2,1,implementing,cod-ab-exl,v01');
  });
});

describe('review', () => {
  const review = async (): Promise<PresenceReviewList> => {
    const answer = await get(`${BASE}/review`, 'ann');
    reviewAnswer.parse(answer.json());
    return answer.json() as PresenceReviewList;
  };
  const decide = (decisions: unknown[]) => send(`${BASE}/decisions`, { method: 'POST', body: { decisions }, as: 'ann' });

  test('a decision is remembered, applied to the next import, and can be undone', async () => {
    const { groups, sectors } = await review();
    expect(groups.map(({ cause, name, rows, decision }) => [cause, name, rows, decision])).toEqual([['name-unknown', 'Garada', 1, null]]);
    expect(sectors.map(({ text, candidates }) => [text, candidates])).toEqual([['CP', ['PRO-CPN', 'CCM']]]);

    const made = await decide([
      { kind: 'place', group: groups[0]!.id, pcode: 'EX0202' },
      { kind: 'sector', spelling: 'CP', codes: ['PRO-CPN'] },
    ]);
    expect(made.status).toBe(201);
    const { decisions } = decisionsAnswer.parse(made.json());
    expect((await review()).pending).toBe(2);
    expect((await review()).groups[0]!.decision).toMatchObject({ pcode: 'EX0202', by: 'ann' });

    const applied = await send(`${BASE}/apply`, { method: 'POST', body: {}, as: 'ann' });
    expect(applied.status).toBe(202);
    let job = jobAnswer.parse((await get(applied.headers.get('location')!, 'ann')).json());
    for (let i = 0; i < 300 && (job.state === 'queued' || job.state === 'running'); i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      job = jobAnswer.parse((await get(applied.headers.get('location')!, 'ann')).json());
    }
    expect(job).toMatchObject({ state: 'succeeded', version: 'v02', error: null });
    // A draft is there for those who may read drafts only.
    expect((await get(`${BASE}/summary?level=2&version=v02`)).status).toBe(404);
    const after = summaryAnswer.parse((await get(`${BASE}/summary?level=2&version=v02`, 'ann')).json());
    expect(after.byPcode['EX0202']).toMatchObject({ count: 1 });
    expect(after.totals.notPlaced).toBe(0);
    const children = summaryAnswer.parse((await get(`${BASE}/summary?level=2&version=v02&sector=PRO-CPN&status=all`, 'ann')).json());
    expect(Object.keys(children.byPcode)).toEqual(['EX0201']);
    const { records } = recordsAnswer.parse((await get(`${BASE}/records?version=v02&pcode=EX0202`, 'ann')).json());
    expect(records[0]).toMatchObject({ method: 'human', pcode: 'EX0202' });
    // A published version never changes.
    expect(summaryAnswer.parse((await get(`${BASE}/summary?level=2&version=v01`)).json()).totals.notPlaced).toBe(1);

    const undone = await send(`${BASE}/decisions/undo`, { method: 'POST', body: { ids: decisions.map(({ id }) => id) }, as: 'bob' });
    expect(undone.json()).toEqual({ undone: 2 });
    await ingest();
    expect(summaryAnswer.parse((await get(`${BASE}/summary?level=2&version=v03`)).json()).totals.notPlaced).toBe(1);
    const history = decisionsAnswer.parse((await get(`${BASE}/decisions`, 'ann')).json()).decisions;
    expect(history.map(({ kind, by, undone: mark }) => [kind, by, mark?.by])).toEqual(
      expect.arrayContaining([
        ['place', 'ann', 'bob'],
        ['sector', 'ann', 'bob'],
      ]),
    );
  });
  test.each([
    ['a unit that does not exist', { kind: 'place', group: '[2,null,"garada","EX02"]', pcode: 'EX0999' }, 404, 'unit.unknown'],
    ['a group that is none', { kind: 'place', group: 'garada', pcode: null }, 404, 'presence.group-unknown'],
    ['a sector that does not exist', { kind: 'sector', spelling: 'Agriculture', codes: ['XXX'] }, 404, 'presence.code-unknown'],
  ])('%s is refused and nothing is stored', async (_, decision, status, problem) => {
    const before = decisionsAnswer.parse((await get(`${BASE}/decisions`, 'ann')).json()).decisions.length;
    const answer = await decide([{ kind: 'sector', spelling: 'Food', codes: ['FSC'] }, decision]);
    expect([answer.status, code(answer)]).toEqual([status, problem]);
    expect(decisionsAnswer.parse((await get(`${BASE}/decisions`, 'ann')).json()).decisions).toHaveLength(before);
  });
  test('a profile says how the next file of this layout is read', async () => {
    const saved = await send(`${BASE}/profile`, { method: 'PUT', body: { roles: { 'Programme partner': { is: 'ignore' } } }, as: 'ann' });
    expect(saved.status).toBe(200);
    await ingest();
    expect(overviewAnswer.parse((await get(BASE)).json()).roles).toEqual(['implementing', 'funding']);
  });
});

describe('sheet and separators', () => {
  const T = '/api/v1/presence/3w-ext';
  const book = workbookOf([
    {
      name: 'May',
      rows: rowsXml([
        ['Organisation', 'Region', 'Cluster'],
        ['A + B', 'North', 'Health; WASH'],
        ['C', 'South', 'Health'],
      ]),
    },
    {
      name: 'Plans',
      state: 'hidden',
      rows: rowsXml([
        ['Organisation', 'Region', 'Cluster'],
        ['D', 'North', 'Health'],
      ]),
    },
    { name: 'Help', rows: rowsXml([['How to fill this in'], ['One row each']]) },
  ]);
  async function again(body: unknown, version: string): Promise<{ version: string; review: PresenceReviewList; overview: OverviewAnswer }> {
    const applied = await send(`${T}/apply?version=${version}`, { method: 'POST', body, as: 'ann' });
    expect(applied.status).toBe(202);
    const at = applied.headers.get('location')!;
    const read = async () => jobAnswer.parse((await get(at, 'ann')).json());
    let job = await read();
    for (let i = 0; i < 300 && (job.state === 'queued' || job.state === 'running'); i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      job = await read();
    }
    expect(job.error).toBeNull();
    const made = job.version!;
    return {
      version: made,
      review: (await get(`${T}/review?version=${made}`, 'ann')).json() as PresenceReviewList,
      overview: overviewAnswer.parse((await get(`${T}?version=${made}`, 'ann')).json()) as OverviewAnswer,
    };
  }
  const inUse = ({ columns }: PresenceReviewList) => Object.fromEntries(columns.map(({ heading, separators }) => [heading, separators]));

  test('all sheets are offered; the marks in cells are counted, the separators in use are told', async () => {
    await ingest(uploadOf('ext_3w.xlsx', book), 'EXT');
    const answer = (await get(`${T}/review`, 'ann')).json() as PresenceReviewList;
    reviewAnswer.parse(answer);
    expect(answer.sheets.map(({ sheet, hidden, rows, usable }) => [sheet, hidden, rows, usable])).toEqual([
      ['May', false, 2, true],
      ['Plans', true, 1, true],
      ['Help', false, 1, false],
    ]);
    expect(answer.columns.map(({ heading, marks, separators }) => [heading, marks?.map(({ mark, rows }) => [mark, rows]), separators])).toEqual([
      ['Organisation', [[' + ', 1]], []],
      ['Region', undefined, []],
      ['Cluster', [[';', 1]], []],
    ]);
  });
  test('separators hold for later readings of the same file until they are taken back; another sheet is read by itself', async () => {
    const split = await again({ separators: { Cluster: [';'], Organisation: [' + '] } }, 'current');
    expect(inUse(split.review)).toEqual({ Organisation: [' + '], Region: [], Cluster: [';'] });
    expect((split.overview.rows as { organisations: number }).organisations).toBe(3);
    const same = await again({}, split.version);
    expect(inUse(same.review)).toEqual(inUse(split.review));
    const back = await again({ separators: { Organisation: [] } }, same.version);
    expect(inUse(back.review)).toEqual({ Organisation: [], Region: [], Cluster: [';'] });
    expect((back.overview.rows as { organisations: number }).organisations).toBe(2);

    const plans = await again({ sheet: 'Plans', file: 'ext_3w.xlsx' }, back.version);
    expect([plans.overview.source.sheet, (plans.overview.rows as { read: number }).read]).toEqual(['Plans', 1]);
    expect((await again({}, plans.version)).overview.source.sheet).toBe('Plans');
  });
  test('a saved profile is stronger than what was said before it', async () => {
    const said = await again({ separators: { Cluster: [';'] } }, 'current');
    expect((await send(`${T}/profile?version=${said.version}`, { method: 'PUT', body: { separators: { Cluster: [' / '] } }, as: 'ann' })).status).toBe(200);
    expect(inUse((await again({}, said.version)).review)['Cluster']).toEqual([' / ']);
  });
  test('a sheet that is not there fails with its reason', async () => {
    const applied = await send(`${T}/apply`, { method: 'POST', body: { sheet: 'June' }, as: 'ann' });
    const read = async () => jobAnswer.parse((await get(applied.headers.get('location')!, 'ann')).json());
    await expect.poll(async () => (await read()).error?.code, { timeout: 15_000 }).toBe('presence.sheet-unknown');
  });
});

describe('the workbook of a 3W', () => {
  test('is for those who may read drafts', async () => {
    const path = '/api/v1/datasets/3w-exl/versions/current/download/exl_3w_2025.csv';
    expect((await get(path)).status).toBe(401);
    expect((await get(path, 'ann')).status).toBe(200);
  });
});

describe('a sensitive dataset', () => {
  const V = '/api/v1/datasets/3w-exl/versions/v01';
  beforeAll(async () => {
    expect((await send(sensitivityOf('3w-exl'), { method: 'PUT', body: countsOnly(1, 'protection of partners') })).status).toBe(401);
    expect((await send(sensitivityOf('3w-exl'), { method: 'PUT', body: countsOnly(1, 'protection of partners'), as: 'ann' })).status).toBe(200);
  });
  test.each(['columns', 'records', 'organisations', 'records.csv', 'hapi.csv', 'hxl.csv', 'summary?level=1&org=relief%20one'])('%s is closed', async (path) => {
    const answer = await get(`${BASE}/${path}`);
    expect([answer.status, code(answer)]).toEqual([403, 'presence.sensitive']);
    expect(answer.text).not.toContain('Relief One');
  });
  const spellings = [
    `${V}/report`,
    `${V}/report/`,
    `${V}/REPORT`,
    `${V}/Report.csv`,
    `${V}/report.html/`,
    `${V}/report.csv`,
    `${V.replace('3w', '3%77')}/report`,
  ];
  const files = [`${V}/download/3w-exl.json`, `${V}/download/exl_3w_2025.csv`, `${V}/DOWNLOAD/exl_3w_2025.csv/`];
  test.each([...spellings, ...files])('%s is closed to strangers and kept by no cache for members', async (path) => {
    expect((await get(path)).status).toBe(401);
    const open = await get(path, 'ann');
    expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });
  test('strangers learn neither the name of the workbook nor its rows, and no cache keeps what members see', async () => {
    const stranger = await get(V);
    expect(stranger.status).toBe(200);
    expect(stranger.text).not.toMatch(/exl_3w_2025|"rows"/);
    const member = await get(V, 'ann');
    expect(member.text).toContain('exl_3w_2025');
    expect(member.text).toContain('"rows"');
    expect([stranger, member].map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'no-store']);
  });
  test('counts down to the level, small ones hidden', async () => {
    expect(code(await get(`${BASE}/summary?level=2`))).toBe('presence.too-deep');
    const answer = summaryAnswer.parse((await get(`${BASE}/summary?level=1&sector=WSH`)).json());
    expect(answer).toMatchObject({ byPcode: { EX01: { count: null, organisations: null, reason: 'withheld' } }, withheld: ['EX01'] });
  });
  test('what it says of itself names no file, no sheet and no level that is closed', async () => {
    const overview = overviewAnswer.parse((await get(BASE)).json());
    expect(overview.policy).toEqual({ deepestLevel: 1, suppressBelow: 3, reason: 'protection of partners' });
    expect([overview.source.file, overview.source.sheet, overview.sheets]).toEqual(['', '', []]);
    expect(overview.levels.every(({ level }) => level <= 1)).toBe(true);
  });
  test('no cache keeps its answers', async () => expect((await get(`${BASE}/summary?level=1`)).headers.get('cache-control')).toContain('no-store'));
  test('members of the working group see everything', async () => expect((await get(`${BASE}/records`, 'ann')).status).toBe(200));
  test('until it is open again', async () => {
    await send(sensitivityOf('3w-exl'), { method: 'DELETE', body: {}, as: 'ann' });
    expect((await get(`${BASE}/records`)).status).toBe(200);
  });
});
