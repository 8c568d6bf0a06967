/** What changed between versions, and the history of a unit, as strangers and members are told; one server for all. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOfVersions } from '../../../server/cli/versions/changes.ts';
import { exportPopulationOn } from '../../../server/cli/versions/export.ts';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import { changesAnswer, historyAnswer } from '../../../server/contract/boundaries/crosswalk.ts';
import { shownPopulation } from '../../../server/contract/population/carried.ts';
import { checkPopulation } from '../../../server/population/pipeline.ts';
import { NO_METADATA } from '../../../server/kinds/summary.ts';
import type { Artifact } from '../../../server/contract/datasets/dataset.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import { UnauthorizedError } from '../../../server/errors.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import type { Authorize } from '../../../server/http/request.ts';
import { putArtifact, startTestServer, type TestServer } from '../../helpers/app.ts';
import { boxTable } from '../../helpers/boundaries/boxes.ts';
import { optionsOf } from '../../helpers/population.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';
import { fakeSummary } from '../../helpers/units.ts';

const AB = 'cod-ab-sle' as DatasetId;
const PS = 'cod-ps-sle' as DatasetId;
const V = (tag: string) => tag as VersionTag;
/** SL01 is split, then its east joins SL02; the draft gives SL03 a new name. */
const country = (): FeatureTable => boxTable(0, [['SL', null, 0, 0, 8, 2, 'Sierra Leone']]);
const VERSIONS: FeatureTable[][] = [
  [country(), boxTable(1, [['SL01', 'SL', 0, 0, 4, 2], ['SL02', 'SL', 4, 0, 6, 2], ['SL03', 'SL', 6, 0, 8, 2]])],
  [country(), boxTable(1, [['SL04', 'SL', 0, 0, 1, 2], ['SL05', 'SL', 1, 0, 4, 2], ['SL02', 'SL', 4, 0, 6, 2], ['SL03', 'SL', 6, 0, 8, 2]])],
  [country(), boxTable(1, [['SL04', 'SL', 0, 0, 1, 2], ['SL02', 'SL', 1, 0, 6, 2], ['SL03', 'SL', 6, 0, 8, 2]])],
  [country(), boxTable(1, [['SL04', 'SL', 0, 0, 1, 2], ['SL02', 'SL', 1, 0, 6, 2], ['SL03', 'SL', 6, 0, 8, 2, 'Renamed']])],
]; // prettier-ignore
const DATES = ['2010', '2015-10', '2021-01-01', null];

let server: TestServer;
const member = { 'x-test-user': 'ann' };
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
const changes = (query: string, headers?: Record<string, string>, id: string = AB) => get(`/api/v1/datasets/${id}/changes?${query}`, headers);
const problemOf = async (response: Response) => [response.status, ((await response.json()) as { type: string }).type];

async function record(tables: FeatureTable[], validOn: string | null, artifacts: Artifact[]): Promise<VersionTag> {
  const units = tables.map(({ level, units: own }) => ({ level, units: own }));
  const levels = tables.map(({ level, units: own }) => ({ level, units: own.length }));
  const report = await putArtifact(server.store, 'report', 'report.json', 'application/json', Buffer.from('{}'));
  const metadata = { ...NO_METADATA, title: 'Sierra Leone <i>', dateValidOn: validOn };
  return (await server.store.datasets.recordVersion(fakeSummary([...artifacts, report], { units, levels, metadata }), { by: 'tester' })).version;
}
const geometry = async (tables: FeatureTable[]) => [
  await putArtifact(server.store, 'geometry', 'sle_geometry.bin', 'application/octet-stream', writeGeometryFile(tables)),
];

beforeAll(async () => {
  const authorize: Authorize = async (request) => {
    if (request.headers['x-test-user'] === undefined) throw new UnauthorizedError('auth.required', 'Sign in.');
    return { id: 'ann', name: 'Ann' };
  };
  server = await startTestServer({ authorize }, { CODMAP_ANSWER_SECONDS: '1000' });
  const publish = (id: DatasetId, tag: VersionTag) => server.store.datasets.publishVersion(id, tag, { by: 'Zeldalina', reason: 'test' });
  for (const [i, tables] of VERSIONS.entries()) {
    const tag = await record(tables, DATES[i]!, await geometry(tables));
    if (i < 3) await publish(AB, tag);
  }
  await server.store.datasets.withdrawVersion(AB, V('v02'), { by: 'Zeldalina', reason: 'Wrong edition.' });
  const people = { level: 1 as AdminLevel, year: 2008, source: 'Census', boundaries: { dataset: AB, version: 'v01' }, groups: ['t', 'f', 'm'].map((sex) => ({ key: `${sex.toUpperCase()}_TL`, sex, ageFrom: null, ageTo: null, other: null, heading: sex })), pcodes: ['SL01', 'SL02', 'SL03'], values: [[1001, 500, 12], [501, 250, 5], [500, 250, 7]], total: 1513 }; // prettier-ignore
  const values = await putArtifact(server.store, 'population', 'sle_adm1.json', 'application/json', Buffer.from(JSON.stringify(people)));
  const ps = await server.store.datasets.recordVersion({ ...fakeSummary([{ ...values, level: 1 }]), kind: 'cod-ps', units: [] }, { by: 'tester' });
  await publish(PS, ps.version);
  // A second, joined to no boundaries.
  const loose = await putArtifact(
    server.store,
    'population',
    'sle_adm1_loose.json',
    'application/json',
    Buffer.from(JSON.stringify({ ...people, boundaries: null })),
  );
  await server.store.datasets.recordVersion({ ...fakeSummary([{ ...loose, level: 1 }]), kind: 'cod-ps', units: [] }, { by: 'tester' });
});
afterAll(() => server.close());

describe('the changes', () => {
  test('from one version to another, with people, range and the versions between', async () => {
    const response = await changes('from=v01&to=v03&level=1');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    const answer = changesAnswer.parse(await response.json());
    expect(answer).toMatchObject({
      dataset: AB, method: 'overlay', via: ['v02'],
      from: { version: 'v01', status: 'superseded', validFrom: '2010', validTo: '2021-01-01' },
      to: { version: 'v03', status: 'current', validTo: null },
    }); // prettier-ignore
    const [level] = answer.levels;
    expect(level!.people).toMatchObject({ dataset: PS, version: 'v01', year: 2008, before: 1513, placed: 1513, remainders: [] });
    const found = Object.fromEntries(level!.relations.map((one) => [`${one.source?.pcode}>${one.target?.pcode}`, one]));
    expect(Object.keys(found).toSorted()).toEqual(['SL01>SL02', 'SL01>SL04', 'SL02>SL02', 'SL03>SL03']);
    expect(found['SL01>SL02']!.people).toMatchObject({ basis: 'area', count: { value: 751 } });
    expect([found['SL03>SL03']!.followed, found['SL01>SL02']!.followed]).toEqual([true, undefined]);
  });

  test('the same twice is the same answer, and is not sent again', async () => {
    const [one, two] = [await changes('from=v01&to=v03'), await changes('from=v01&to=v03')];
    expect(await one.text()).toBe(await two.text());
    expect((await changes('from=v01&to=v03', { 'if-none-match': one.headers.get('etag')! })).status).toBe(304);
  });

  test('only what changed, and backwards', async () => {
    const answer = changesAnswer.parse(await (await changes('from=current&to=v01&level=1&changed=true')).json());
    expect([answer.from.version, answer.to.version]).toEqual(['v03', 'v01']);
    expect(answer.levels[0]!.relations.every(({ relation, also }) => relation !== 'unchanged' || also)).toBe(true);
    expect(answer.levels[0]!.units).toEqual({ before: 3, after: 3 });
  });

  test.each([
    ['csv', 'text/csv; charset=utf-8', 'sle_changes_v01_v03.csv'],
    ['lookup', 'text/csv; charset=utf-8', 'sle_lookup_v01_v03.csv'],
    ['linkage', 'text/csv; charset=utf-8', 'sle_linkage_v01_v03.csv'],
    ['geojson', 'application/geo+json; charset=utf-8', 'sle_changes_v01_v03.geojson'],
  ])('as %s, under its name', async (format, media, name) => {
    const response = await changes(`from=v01&to=v03&f=${format}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, media]);
    expect(response.headers.get('content-disposition')).toContain(`filename="${name}"`);
    const text = await response.text();
    expect(text).not.toContain('Zeldalina');
    if (format === 'geojson') expect((JSON.parse(text) as { features: unknown[] }).features).toHaveLength(2);
    else expect((parse(text, { bom: true, columns: true }) as unknown[]).length).toBeGreaterThan(1);
  });

  test('as a page in the language asked for: escaped, without scripts', async () => {
    const response = await changes('from=v01&to=v03&f=html&lang=ar');
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect([html.includes('<i>'), html.includes('<script')]).toEqual([false, false]);
  });

  test('what cannot be compared is refused in clear words', async () => {
    const ask = async (...asked: Parameters<typeof changes>) => problemOf(await changes(...asked));
    expect(await ask('from=v01&to=v03', {}, 'cod-ab-zzz')).toEqual([404, '/problems/dataset.unknown']);
    expect(await ask('from=v01&to=v99')).toEqual([404, '/problems/version.unknown']);
    expect(await ask('from=v03&to=current')).toEqual([422, '/problems/changes.same-version']);
    expect(await ask('from=v01&to=v02', {}, PS)).toEqual([422, '/problems/changes.not-boundaries']);
    expect(await ask('from=v01&to=v03&level=4')).toEqual([404, '/problems/changes.no-level']);
    expect((await ask('from=v01'))[0]).toBe(400);
  });

  test('of a draft members are told, and no cache keeps it', async () => {
    expect(await problemOf(await changes('from=v03&to=v04'))).toEqual([404, '/problems/version.unknown']);
    const response = await changes('from=v03&to=v04&level=1', member);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(changesAnswer.parse(await response.json()).levels[0]!.counts).toEqual({ unchanged: 2, renamed: 1 });
  });
});

describe('a population on other boundaries', () => {
  const population = (query: string, headers = {}, version = 'v01') => get(`/api/v1/datasets/${PS}/versions/${version}/population?${query}`, headers);

  test('only on request: figures with method, range, original codes and what they are estimates of', async () => {
    const plain = (await (await population('level=1')).json()) as object;
    expect(plain).not.toHaveProperty('carried');
    const response = await population('level=1&on=v03');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    const answer = shownPopulation.parse(await response.json());
    expect(answer.carried).toEqual({ dataset: AB, from: 'v01', to: 'v03', method: 'overlay', via: [], estimate: true, levelsMissing: [] });
    const [level] = answer.levels;
    expect(level).toMatchObject({ pcodes: ['SL02', 'SL03', 'SL04'], total: 1513, boundaries: { version: 'v01' } });
    expect(level!.values).toEqual([[1251, 12, 250], [626, 5, 125], [625, 7, 125]]); // prettier-ignore
    const { methods, original, basis, low, high, people, remainders, widest, parents } = level!.carried!;
    expect([methods, original, basis]).toEqual([
      ['estimated', 'exact', 'estimated'],
      [['SL01', 'SL02'], ['SL03'], ['SL01']],
      [['area'], [], ['area']],
    ]);
    low[0]!.forEach((least, i) => expect([least! <= level!.values[0]![i]!, high[0]![i]! >= level!.values[0]![i]!]).toEqual([true, true]));
    expect([people, remainders, parents]).toEqual([
      { group: 'T_TL', before: 1513, exact: 512, near: 0, estimated: 1001, remainder: 0 },
      [],
      ['SL', 'SL', 'SL'],
    ]);
    expect(widest.map(({ pcode }) => pcode).toSorted()).toEqual(['SL02', 'SL04']);
    const some = shownPopulation.parse(await (await population('pcode=SL04&sex=f&on=current')).json());
    expect(some.levels.map(({ pcodes, values, carried }) => [pcodes, values, carried!.methods, carried!.low.length])).toEqual([[['SL04'], [[125]], ['estimated'], 1]]); // prettier-ignore
  });

  test('on its own boundaries it is what was published', async () => {
    expect(await (await population('on=v01')).json()).toEqual(await (await population('')).json());
  });

  test('as a table that is read again without a fault of sums', async () => {
    const response = await population('f=csv&on=v03');
    expect(response.headers.get('content-disposition')).toContain('filename="sle_admpop_adm1_2008_on_v03.csv"');
    const text = await response.text();
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows[2]).toMatchObject({ ADM0_PCODE: 'SL', ADM1_PCODE: 'SL04', T_TL: '250', F_TL: '125', M_TL: '125', method: 'estimated', original_pcodes: 'SL01', divided_by: 'area', boundaries_from: 'v01', boundaries_to: 'v03' }); // prettier-ignore
    const { report } = await checkPopulation([uploadOf('sle_admpop_adm1_2008.csv', text)], optionsOf('SLE', [{ level: 1, units: VERSIONS[2]![1]!.units }]));
    const codes = report.results.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ code }) => code));
    expect(codes).toEqual([]);
    expect(report.results.filter(({ check }) => check === 'Q9').map(({ status }) => status)).toEqual(['passed']);
  });

  test('the command line writes the same', async () => {
    const write = async (format: 'csv' | 'geojson', dataset = PS) =>
      Buffer.from(await exportPopulationOn(server.store, dataset, V('v01'), { format, on: V('v03') })).toString();
    expect((await write('csv')).replace('\ufeff', '')).toBe(await (await population('f=csv&on=v03')).text());
    await expect(write('geojson')).rejects.toMatchObject({ code: 'population.on-others' });
    await expect(write('csv', AB)).rejects.toMatchObject({ code: 'population.none' });
  });

  test('a saved map says what is estimated, and has the range in its table', async () => {
    const spec = {
      spec: 1, title: 'People', lang: 'en', status: 'cleared', boundary: { dataset: AB, version: 'v03', level: 1 },
      data: { kind: 'population', dataset: PS, version: 'v01', measure: 'people', sex: 't', age: 'all', carried: true },
      classes: { method: 'manual', breaks: [0, 500, 2000], open: 'none' }, labels: { show: 'names', lang: 'en' }, view: null, selected: null, selectedLevel: null,
    }; // prettier-ignore
    const ask = async (ending: string, more: object = {}) =>
      (await get(`/preview.${ending}?spec=${encodeURIComponent(JSON.stringify({ ...spec, data: { ...spec.data, ...more } }))}`)).text();
    const text = await ask('txt');
    expect(text.replace(/[\u2068\u2069]/g, '')).toContain('counted on boundaries v01, estimated on v03');
    expect(text).toContain('of 1,513 people 1,001 were divided among units and are an estimate, 512 went over with whole units, 0 are in no unit.');
    const body = JSON.stringify({ spec });
    const saved = await fetch(`${server.url}/api/v1/maps`, { method: 'POST', headers: { ...member, 'content-type': 'application/json' }, body });
    const { id } = (await saved.json()) as { id: string };
    expect(await (await get(`/maps/${id}`)).text()).toContain('about 250 (189–311)');
    expect(await ask('txt', { carried: undefined })).not.toContain('estimate');
    const [head, ...rows] = parse(await ask('csv'), { bom: true, relax_column_count: true, comment: '#' }) as string[][];
    expect([head!.slice(-4), rows.find((row) => row.includes('SL04'))!.slice(-4)]).toEqual([['people', 'low', 'high', 'why_empty'], ['250', '189', '311', '']]); // prettier-ignore
  });

  test('where it cannot be done is said, and drafts of boundaries are told to nobody', async () => {
    const ask = async (...asked: Parameters<typeof population>) => problemOf(await population(...asked));
    expect(await ask('on=v99')).toEqual([404, '/problems/version.unknown']);
    expect(await ask('on=v04')).toEqual([404, '/problems/version.unknown']);
    expect(await ask('on=v04', member)).toEqual([404, '/problems/version.unknown']);
    expect(await ask('on=v03&level=4')).toEqual([404, '/problems/population.level-unknown']);
    expect(await ask('on=v03&pcode=SL01')).toEqual([404, '/problems/unit.unknown']);
    expect(await ask('on=now')).toMatchObject([400, expect.anything()]);
    // Drafts of the population itself are for members.
    expect(await ask('on=v03', {}, 'v02')).toEqual([404, '/problems/version.unknown']);
    expect(await ask('on=v03', member, 'v02')).toEqual([404, '/problems/population.no-boundaries']);
    // A withdrawn version is shown to whoever asks for it, as everywhere.
    expect((await population('on=v02')).status).toBe(200);
  });
});

describe('a version without geometry', () => {
  test('is reached by the changes stored with another, and else it is said that it cannot be', async () => {
    const before = V('v05');
    const [old, now] = [VERSIONS[2]!, VERSIONS[1]!];
    expect(await record(old, null, [])).toBe(before);
    const sealed = compareVersions(old, now, { from: before, to: null });
    const file = await putArtifact(server.store, 'changes', 'changes.json', 'application/json', Buffer.from(JSON.stringify(sealed)));
    expect(await record(now, null, [...(await geometry(now)), file])).toBe('v06');
    const direct = changesAnswer.parse(await (await changes('from=v05&to=v06&level=1', member)).json());
    expect([direct.method, direct.levels[0]!.counts]).toEqual(['overlay', sealed.levels[1]!.counts]);
    // Nobody stored the other direction: codes and names speak.
    const asserted = changesAnswer.parse(await (await changes('from=v06&to=v05&level=1', member)).json());
    expect([asserted.method, asserted.via]).toEqual(['asserted', []]);
    expect(
      asserted.levels[0]!.relations.every(
        ({ certainty, shareOfSource, people }) => certainty === 'asserted' && shareOfSource === null && people.count === null,
      ),
    ).toBe(true);
    const rows = parse(await (await changes('from=v06&to=v05&level=1&f=csv', member)).text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row['source_pcode'] === 'SL02')).toMatchObject({
      target_pcode: 'SL02',
      share_of_source: '',
      shared_area_sqkm: '',
      certainty: 'asserted',
    });
    expect(await (await changes('from=v06&to=v05&f=html', member)).text()).toContain('P-codes and names of both were compared');
    expect(await problemOf(await changes('from=v06&to=v05&f=geojson', member))).toEqual([404, '/problems/changes.no-geometry']);
    for (const tag of ['v05', 'v06']) await server.store.datasets.publishVersion(AB, V(tag), { by: 'Zeldalina', reason: 'test' });
    // Over v06 there is a way to v07, though v05 has no drawing.
    expect(await record(VERSIONS[0]!, null, await geometry(VERSIONS[0]!))).toBe('v07');
    const chained = changesAnswer.parse(await (await changes('from=v05&to=v07&level=1', member)).json());
    expect([chained.method, chained.via]).toEqual(['chain', ['v06']]);
    expect(await problemOf(await get(`/api/v1/datasets/${PS}/versions/v01/population?on=v05`))).toEqual([404, '/problems/population.no-way']);
    const row = chained.levels[0]!.relations.find(({ source, target }) => source?.pcode === 'SL04' && target?.pcode === 'SL01')!;
    expect([row.shareOfSource, row.shareOfTarget!.toFixed(2)]).toEqual([1, '0.25']);
  });
});

describe('the history of a unit', () => {
  const history = (pcode: string, query = '', headers = {}) => get(`/api/v1/datasets/${AB}/units/${pcode}/history${query}`, headers);

  test('leads over all versions, withdrawn ones marked, with shares', async () => {
    const response = await history('SL01', '?version=v01');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    const answer = historyAnswer.parse(await response.json());
    expect(answer).toMatchObject({ dataset: AB, level: 1, pcode: 'SL01', version: 'v01' });
    expect(answer.steps.slice(0, 3).map(({ version, status, units }) => [version, status, units?.map(({ pcode, same }) => `${pcode}${same ? '=' : ''}`)])).toEqual([
      ['v01', 'superseded', ['SL01=']], ['v02', 'withdrawn', ['SL04', 'SL05']], ['v03', 'superseded', ['SL02', 'SL04']],
    ]); // prettier-ignore
    expect(answer.edges.filter(({ from }) => from === 'v01').map(({ target, shareOfSource }) => `${target!.pcode} ${shareOfSource!.toFixed(2)}`).toSorted()).toEqual([
      'SL04 0.25', 'SL05 0.75',
    ]); // prettier-ignore
  });

  test('a code is looked up in the newest version that has it', async () => {
    expect(historyAnswer.parse(await (await history('SL01')).json()).version).toBe('v01');
    expect(await problemOf(await history('XX99'))).toEqual([404, '/problems/unit.unknown']);
    expect(await problemOf(await history('SL04', '?version=v01'))).toEqual([404, '/problems/unit.unknown']);
    expect(await problemOf(await history('SL04', '?version=v04'))).toEqual([404, '/problems/version.unknown']);
  });
});

describe('a legal act behind a change', () => {
  const record = (body: object, headers: Record<string, string> = member) =>
    fetch(`${server.url}/api/v1/datasets/${AB}/changes/acts`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ from: 'v01', to: 'v03', level: 1, ...body }) }); // prettier-ignore
  const rowsOf = async () => parse(await (await changes('from=v01&to=v03&level=1&f=csv')).text(), { bom: true, columns: true }) as Record<string, string>[];
  const shown = (rows: Record<string, string>[]) =>
    Object.fromEntries(rows.map((row) => [`${row['source_pcode']}>${row['target_pcode']}`, [row['legal_act'], row['effective_date']]]));

  test('is recorded for a cluster or a pair, stands in the answer and in the file, and can be taken off', async () => {
    const before = await rowsOf();
    expect(shown(before)['SL01>SL04']).toEqual(['', '2021-01-01']);
    const [level] = changesAnswer.parse(await (await changes('from=v01&to=v03&level=1')).json()).levels;
    const { cluster } = level!.relations.find(({ source }) => source?.pcode === 'SL01')!;
    const all = await record({ cluster, legalAct: 'Act 12 of 2017', effectiveDate: '2017-08' });
    expect(all.status).toBe(201);
    const one = await record({ source: 'SL02', target: 'SL02', legalAct: '=Notice 7' });
    const { id, pairs } = (await one.json()) as { id: string; pairs: unknown };
    expect(pairs).toEqual([['SL02', 'SL02']]);
    const rows = await rowsOf();
    expect(shown(rows)).toEqual({
      'SL01>SL02': ['Act 12 of 2017', '2017-08'],
      'SL01>SL04': ['Act 12 of 2017', '2017-08'],
      // The later one on a pair holds; no spreadsheet runs it.
      'SL02>SL02': ["'=Notice 7", '2021-01-01'],
      'SL03>SL03': ['', '2021-01-01'],
    });
    expect(rows[0]!['decided_by']).not.toContain('Ann');
    const answer = changesAnswer.parse(await (await changes('from=v01&to=v03&level=1')).json());
    expect(answer.levels[0]!.relations.find(({ source }) => source?.pcode === 'SL02')!.recorded).toMatchObject({
      id,
      legalAct: '=Notice 7',
      effectiveDate: null,
    });
    // Backwards, and of other versions, it is another question.
    expect(JSON.stringify(await (await changes('from=v03&to=v01&level=1')).json())).not.toContain('Notice');

    const gone = await fetch(`${server.url}/api/v1/datasets/${AB}/changes/acts/${id}`, { method: 'DELETE', headers: member });
    expect(gone.status).toBe(200);
    expect(shown(await rowsOf())['SL02>SL02']).toEqual(['Act 12 of 2017', '2017-08']);
    const again = await fetch(`${server.url}/api/v1/datasets/${AB}/changes/acts/${id}`, { method: 'DELETE', headers: member });
    expect(await problemOf(again)).toEqual([404, '/problems/changes.no-act']);
    const history = (await (await get(`/api/v1/datasets/${AB}/versions/v03/history`)).json()) as { acts: { action: string; reason: string }[] };
    expect(history.acts.filter(({ action }) => action.startsWith('change.')).map(({ action, reason }) => [action, reason])).toEqual([
      ['change.unrecorded', '=Notice 7'],
      ['change.recorded', 'v01 → v03: =Notice 7'],
      ['change.recorded', 'v01 → v03: Act 12 of 2017'],
    ]);
    await fetch(`${server.url}/api/v1/datasets/${AB}/changes/acts/${((await all.json()) as { id: string }).id}`, { method: 'DELETE', headers: member });
    expect(shown(await rowsOf())).toEqual(shown(before));
  });

  test('is for those who publish, of what is published, and of a relation that there is', async () => {
    expect((await record({ cluster: 1, legalAct: 'Act' }, {})).status).toBe(401);
    expect(await problemOf(await record({ source: 'SL03', target: 'SL01', legalAct: 'Act' }))).toEqual([404, '/problems/changes.no-relation']);
    expect(await problemOf(await record({ cluster: 1, legalAct: 'Act', to: 'v04' }))).toEqual([409, '/problems/version.not-public']);
    for (const body of [
      { legalAct: 'Act' },
      { cluster: 1, source: 'SL01', legalAct: 'Act' },
      { cluster: 1, legalAct: ' ' },
      { cluster: 1, legalAct: 'Act', effectiveDate: '2017-13' },
    ])
      expect((await record(body)).status).toBe(400);
  });
});

test('the command line writes the same', async () => {
  const options = { format: 'csv', level: 1, lang: 'en', disclaim: () => '' } as const;
  const csv = await changesOfVersions(server.store, AB, [V('v01'), V('v03')], options);
  const asked = parse(await (await changes('from=v01&to=v03&level=1&f=csv')).text(), { bom: true, columns: true }) as Record<string, string>[];
  const written = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  // On this machine it is said who published.
  expect(written.map(({ decided_by: _by, ...row }) => row)).toEqual(asked.map(({ decided_by: _by, ...row }) => row));
  expect(written[0]!['decided_by']).toBe('Zeldalina');
  await expect(changesOfVersions(server.store, AB, [V('v01'), V('v01')], options)).rejects.toMatchObject({ code: 'changes.same-version' });
});
