/** A 3W that is coded by older boundaries: which they are is found or asked, its rows are carried, and what is decided of them can be undone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobAnswer, problemDetails } from '../../../server/contract/datasets/api.ts';
import type { Gazetteer } from '../../../server/contract/admin.ts';
import type { VersionChanges } from '../../../server/contract/boundaries/changes.ts';
import type { DatasetId, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import { decisionsAnswer, reviewAnswer, summaryAnswer } from '../../../server/contract/presence/api.ts';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import { UnauthorizedError } from '../../../server/errors.ts';
import type { Authorize } from '../../../server/http/request.ts';
import { runIngest } from '../../../server/jobs/ingest.ts';
import { createKinds } from '../../../server/app/kinds.ts';
import { putArtifact, startTestServer, type TestServer } from '../../helpers/app.ts';
import { changesOf } from '../../helpers/carry.ts';
import { named } from '../../helpers/presence.ts';
import { fakeSummary } from '../../helpers/units.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';

const AB = 'cod-ab-exl' as DatasetId;
const WWW = '3w-exl' as DatasetId;
const BASE = `/api/v1/presence/${WWW}`;
const levelsOf = (districts: [code: string, name: string][]): Gazetteer['levels'] => [
  { level: 0, units: [named(0, 'EX', null, 'Exland')] },
  { level: 1, units: [named(1, 'EX01', 'EX', 'North')] },
  { level: 2, units: districts.map(([code, name]) => named(2, code, 'EX01', name)) },
];
/** Kailahun keeps its code and loses 40 % to Luawa; Bo gets another code. */
const OLD = levelsOf([['EX0101', 'Bo'], ['EX0102', 'Kailahun'], ['EX0103', 'Moyamba']]); // prettier-ignore
const NOW = levelsOf([['EX0110', 'Bo'], ['EX0102', 'Kailahun'], ['EX0104', 'Luawa'], ['EX0103', 'Moyamba']]); // prettier-ignore
const CHANGES: VersionChanges = {
  from: 'v01' as VersionTag,
  to: null,
  bump: { proposal: 'major', reasons: [] },
  levels: [
    changesOf(1, [['EX01', 'EX01', 'unchanged']]),
    changesOf(2, [
      ['EX0101', 'EX0110', 'recoded'],
      ['EX0102', 'EX0102', 'split-off', 0.6],
      ['EX0102', 'EX0104', 'split-off', 0.4],
      ['EX0103', 'EX0103', 'unchanged'],
    ]),
  ],
};
const HEAD = 'Organisation,Cluster,Region Pcode,District,District Pcode,Status\n';
const row = (organisation: string, district: string, code: string) => `${organisation},Health,EX01,${district},${code},Ongoing\n`;
/** By the codes of v01 alone. */
const CODED = HEAD + row('Relief One', 'Bo', 'EX0101') + row('Help Two', 'Kailahun', 'EX0102') + row('Care Three', 'Kailahun', 'EX0102');
/** With codes of both. */
const DOUBTFUL = HEAD + row('Relief One', 'Moyamba', 'EX0103') + row('Help Two', 'Kailahun', 'EX0102');

let server: TestServer;
const send = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
  const headers = { 'x-test-user': 'ann', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const response = await fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: response.status, json: (await response.json()) as unknown };
};
const countsOn = async (boundaries: string, version = 'current') => {
  const answer = summaryAnswer.parse((await send(`${BASE}/summary?level=2&boundaries=${boundaries}&version=${version}`)).json);
  const counts = (of: typeof answer.byPcode) => Object.fromEntries(Object.entries(of).map(([code, { count }]) => [code, count]));
  return { certain: counts(answer.byPcode), possible: counts(answer.possible ?? {}), rows: answer.carried?.rows };
};
const reviewOf = async (version: string) => {
  const { json } = await send(`${BASE}/review?version=${version}`);
  reviewAnswer.parse(json);
  return json as PresenceReviewList;
};

/** A draft. */
async function ingest(name: string, text: string): Promise<VersionTag> {
  const { store } = server;
  const file = { ...uploadOf(name, text), sha256: name.padEnd(64, '0') };
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
  return (await store.datasets.recordVersion({ ...summary, sourceSha256: name.padEnd(64, '0') }, { by: 'tester' })).version;
}
const publish = (dataset: DatasetId, version: string) => server.store.datasets.publishVersion(dataset, version as VersionTag, { by: 'tester', reason: 'test' });

async function boundaries(units: Gazetteer['levels'], changes: VersionChanges | null, validOn: string): Promise<void> {
  const file = changes && (await putArtifact(server.store, 'changes', 'changes.json', 'application/json', Buffer.from(JSON.stringify(changes))));
  const recorded = {
    ...fakeSummary(file ? [file] : []),
    country: 'EXL' as Iso3,
    countryNames: { en: 'Exland', fr: 'Exland', es: 'Exland', ar: 'Exland' },
    levels: units.map(({ level, units: own }) => ({ level, units: own.length })),
    units,
    diff: changes && { against: changes.from!, bump: 'major' as const, levels: [] },
  };
  recorded.metadata = { ...recorded.metadata, dateValidOn: validOn };
  const { version } = await server.store.datasets.recordVersion(recorded, { by: 'tester' });
  await publish(AB, version);
}

beforeAll(async () => {
  const authorize: Authorize = async (request) => {
    const name = request.headers['x-test-user'];
    if (typeof name !== 'string') throw new UnauthorizedError('auth.required', 'Sign in.');
    return { id: name, name } as never;
  };
  server = await startTestServer({ authorize }, { CODMAP_INGEST_WORKERS: '1' });
  await boundaries(OLD, null, '2010-01-01');
  await boundaries(NOW, CHANGES, '2021-07-01');
});
afterAll(() => server.close());

describe('a file of which the codes say by which boundaries', () => {
  test('is placed on those, with the evidence, and is carried to the current ones', async () => {
    const version = await ingest('exl_3w_may_2020.csv', CODED);
    const { coded, questions, boundaries: own } = await reviewOf(version);
    expect(coded).toMatchObject({
      version: 'v01',
      how: 'codes',
      rows: 3,
      editions: [
        { version: 'v02', explained: 2 },
        { version: 'v01', explained: 3 },
      ],
    });
    expect([own?.version, questions]).toEqual(['v01', []]);
    await publish(WWW, version);
    expect((await countsOn('v01')).certain).toEqual({ EX0101: 1, EX0102: 2 });
    expect(await countsOn('current')).toEqual({
      certain: { EX0110: 1 },
      possible: { EX0102: 2, EX0104: 2 },
      rows: { exact: 1, near: 0, possible: 2, notPlaced: 0 },
    });
  });

  test('of a split unit the review asks where its rows lie; a decision holds at once, undone the earlier counts are back', async () => {
    const before = await countsOn('current');
    const asked = (await reviewOf('current')).groups;
    expect(asked.map(({ cause, code, rows, candidates }) => [cause, code, rows, candidates.map(({ pcode, name, score }) => [pcode, name, score])])).toEqual([
      ['unit-split', 'EX0102', 2, [['EX0102', 'Kailahun', 0.6], ['EX0104', 'Luawa', 0.4]]],
    ]); // prettier-ignore
    const made = await send(`${BASE}/decisions`, { decisions: [{ kind: 'place', group: asked[0]!.id, pcode: 'EX0104' }] });
    expect(made.status).toBe(201);
    expect(await countsOn('current')).toEqual({ certain: { EX0104: 2, EX0110: 1 }, possible: {}, rows: { exact: 3, near: 0, possible: 0, notPlaced: 0 } });
    const decided = await reviewOf('current');
    expect([decided.groups[0]!.decision?.pcode, decided.pending]).toEqual(['EX0104', 0]);
    // Read again, the file stays with the codes that it has.
    expect((await countsOn('v01')).certain).toEqual({ EX0101: 1, EX0102: 2 });
    const ids = decisionsAnswer.parse(made.json).decisions.map(({ id }) => id);
    expect((await send(`${BASE}/decisions/undo`, { ids })).json).toEqual({ undone: 1 });
    expect(await countsOn('current')).toEqual(before);
    expect((await reviewOf('current')).groups[0]!.decision).toBeNull();
  });

  test('a unit that no boundaries have is refused', async () => {
    const [group] = (await reviewOf('current')).groups;
    const refused = await send(`${BASE}/decisions`, { decisions: [{ kind: 'place', group: group!.id, pcode: 'EX0199' }] });
    expect([refused.status, problemDetails.parse(refused.json).type]).toEqual([404, '/problems/unit.unknown']);
  });
});

describe('as of a day', () => {
  const WHOLE = { key: 'T_TL', sex: 't', ageFrom: null, ageTo: null, other: null, heading: 'T_TL' };
  async function population(year: number, people: number): Promise<void> {
    const level = { level: 1, year, source: 'Census', boundaries: null, groups: [WHOLE], pcodes: ['EX01'], values: [[people]], total: people };
    const file = await putArtifact(server.store, 'population', `exl_${year}.json`, 'application/json', Buffer.from(JSON.stringify(level)));
    const summary = { ...fakeSummary([{ ...file, level: 1 as const }]), kind: 'cod-ps' as const, country: 'EXL' as Iso3, units: [] };
    const { version } = await server.store.datasets.recordVersion({ ...summary, sourceSha256: String(year).padEnd(64, '0') }, { by: 'tester' });
    await publish('cod-ps-exl' as DatasetId, version);
  }
  const ask = async (path: string) => (await send(path)).json as { type?: string; asOf: Record<string, unknown>; levels: { year: number }[] };

  test('the population is that of the day, by the year that it is of', async () => {
    await population(2015, 900);
    await population(2022, 1200);
    const of = (query: string) => ask(`/api/v1/datasets/cod-ps-exl/versions/current/population?${query}`);
    for (const [date, version, year] of [
      ['2019-06-01', 'v01', 2015],
      ['2021-12-31', 'v01', 2015],
      ['2022-01-01', 'v02', 2022],
    ] as const) {
      const answer = await of(`date=${date}`);
      expect([answer.asOf['version'], answer.asOf['date'], answer.asOf['derived'], answer.levels[0]!.year]).toEqual([version, date, true, year]);
    }
    expect((await of('date=2014-12-31')).type).toBe('/problems/as-of.none');
    expect((await of('date=2022-01-01&known=2019')).type).toBe('/problems/as-of.none');
  });

  test('a 3W is that of the day on the boundaries of the day; in a gap none is said', async () => {
    const { asOf, ...answer } = summaryAnswer.parse(await ask(`${BASE}/summary?level=2&date=2020-05-31`));
    expect([answer.version, answer.boundaries?.version, asOf?.date, asOf?.to]).toEqual(['v01', 'v01', '2020-05-31', '2020-06-01']);
    expect([asOf?.boundaries?.version, asOf?.boundaries?.to]).toEqual(['v01', '2021-07-01']);
    expect(Object.keys(answer.byPcode)).toEqual(['EX0101', 'EX0102']);
    for (const date of ['2020-04-30', '2020-06-01']) expect((await ask(`${BASE}?date=${date}`)).type).toBe('/problems/as-of.none');
    // On boundaries that are named it is on those.
    expect(summaryAnswer.parse(await ask(`${BASE}/summary?date=2020-05&boundaries=v02`)).boundaries?.version).toBe('v02');
    expect((await ask(`${BASE}/columns?date=2020-05&version=v01`)).type).toBe('/problems/as-of.version');
  });
});

describe('a file whose codes are those of two versions', () => {
  test('is asked about, is not published before, and is read again by the answer, which stays with it', async () => {
    const version = await ingest('exl_3w.csv', DOUBTFUL);
    const { coded, questions } = await reviewOf(version);
    expect(coded).toMatchObject({ version: 'v02', how: 'asked', rows: 2, differing: 1 });
    expect(questions[0]).toMatchObject({ about: 'boundaries', rows: 1, choices: [{ codedBy: 'v02' }, { codedBy: 'v01' }] });
    const { json: french } = await send(`/api/v1/datasets/${WWW}/versions/${version}/columns?lang=fr`);
    expect(JSON.stringify(french)).toContain('v01 (à partir du 2010-01-01)');
    await expect(publish(WWW, version)).rejects.toMatchObject({ code: 'version.questions-open' });

    const address = `/api/v1/datasets/${WWW}/versions/${version}/columns`;
    const said = await send(address, { codedBy: 'v01' }, 'PUT');
    expect(said.status).toBe(202);
    const { job } = said.json as { job: string };
    await expect.poll(async () => jobAnswer.parse((await send(`/api/v1/jobs/${job}`)).json).state).toBe('succeeded');
    const answered = await reviewOf(version);
    expect([answered.coded, answered.questions, answered.boundaries?.version]).toMatchObject([{ version: 'v01', how: 'said' }, [], 'v01']);
    expect((await countsOn('v02', version)).possible).toEqual({ EX0102: 1, EX0104: 1 });
  });

  test('a version that is not there is refused', async () => {
    const refused = await send(`/api/v1/datasets/${AB}/versions/v02/columns`, { codedBy: 'v01' }, 'PUT');
    expect(refused.status).toBe(422);
  });
});
