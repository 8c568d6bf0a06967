/** Repairs over HTTP, on the real server: looked for, decided about, proved, made into a draft, taken back, and carried to the next upload of the same source. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proofSummary, repairState, type ListedOperation, type RepairState } from '../../../server/contract/boundaries/repairRoutes.ts';
import { repairProof } from '../../../server/contract/boundaries/proof.ts';
import { storedRepair } from '../../../server/contract/boundaries/repair.ts';
import { jobAnswer, problemDetails, versionAnswer, type VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { DatasetId } from '../../../server/contract/ids.ts';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { plantedGeojson } from '../../helpers/repair/planted.ts';

let server: TestServer;
let admin: Person;
let uploader: Person;
let other: Person;
let viewer: Person;
const id = 'cod-ab-xnv';

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_INGEST_WORKERS: '1' });
  admin = await join(server.url, server.firstLink!, 'Amina');
  uploader = await invite(server.url, admin, 'contributor', 'Carla');
  other = await invite(server.url, admin, 'contributor', 'Omar');
  viewer = await invite(server.url, admin, 'viewer', 'Vera');
});
afterAll(() => server.close());

const at = (version: string, rest: string) => `${server.url}/api/v1/datasets/${id}/versions/${version}${rest}`;

async function end(location: string) {
  const answer = await fetch(`${server.url}${location}/events`);
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('data: '));
  return jobAnswer.parse(JSON.parse(lines.at(-1)!.slice(6)));
}

async function upload(text: string, name = 'xnv_adm1.geojson') {
  const form = new FormData();
  form.append('files', new File([text], name), name);
  for (const [field, value] of Object.entries({ country: 'XNV', kind: 'cod-ab' })) form.append(field, value);
  const answer = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: uploader.headers, body: form });
  expect(answer.status, await answer.clone().text()).toBe(202);
  const job = await end(answer.headers.get('location')!);
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return job.version!;
}

const send = (method: string, version: string, rest: string, body: unknown, who: Person | null = uploader) =>
  fetch(at(version, rest), { method, headers: { ...who?.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
const post = (version: string, rest: string, body: unknown, who?: Person | null) => send('POST', version, rest, body, who);
const decide = (version: string, body: unknown, who?: Person | null) => send('PUT', version, '/repair/decisions', body, who);

async function done(answer: Response) {
  expect(answer.status, await answer.clone().text()).toBe(202);
  return end(answer.headers.get('location')!);
}
async function refusal(answer: Response): Promise<[number, string]> {
  const problem = problemDetails.parse(await answer.json());
  return [answer.status, problem.type.split('/').at(-1)!];
}
async function get<T>(version: string, rest: string, who: Person | null = uploader): Promise<T> {
  const answer = await fetch(at(version, rest), { headers: who?.headers ?? {} });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as T;
}
const stateOf = async (version: string, lang = 'en'): Promise<RepairState> => repairState.parse(await get(version, `/repair?lang=${lang}`));
const operationsOf = (version: string, query = '') =>
  get<{ total: number; offset: number; operations: ListedOperation[] }>(version, `/repair/operations${query}`);
const versionOf = async (version: string, who: Person | null = uploader): Promise<VersionAnswer> => versionAnswer.parse(await get(version, '', who));
/** Outlines of the published level, by code, as they are stored. */
async function outlinesOf(version: string) {
  const { artifacts } = await versionOf(version);
  const { href } = artifacts.find(({ file }) => file.endsWith('admin1.geojson'))!;
  const answer = await fetch(`${server.url}${href}`, { headers: uploader.headers });
  return answer.text();
}
async function planned(version: string, options: object = {}) {
  const job = await done(await post(version, '/repair', { options }));
  expect([job.state, job.error, job.task, job.version]).toEqual(['succeeded', null, 'repair-plan', version]);
  return stateOf(version);
}
async function decided(version: string, body: object) {
  const { revision } = await stateOf(version);
  const answer = await decide(version, { revision, ...body });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as { revision: number };
}
async function proved(version: string) {
  const { revision } = await stateOf(version);
  const job = await done(await post(version, '/repair/proof', { revision }));
  expect([job.state, job.error, job.task]).toEqual(['succeeded', null, 'repair-proof']);
  return stateOf(version);
}
async function applied(version: string) {
  const { revision } = await stateOf(version);
  return done(await post(version, '/repair/apply', { revision }));
}

/** Properties of the features of each layer. */
function layersOf(bytes: Uint8Array): Record<string, Record<string, unknown>[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties)]));
}

describe('a draft is repaired', { timeout: 240_000 }, () => {
  let draft: string;
  let drawn: string;
  let wide: ListedOperation;
  let border: ListedOperation;
  let gap: ListedOperation;
  let snap: ListedOperation;

  test('nothing is there before anybody looked', async () => {
    draft = await upload(plantedGeojson());
    drawn = await outlinesOf(draft);
    expect(await stateOf(draft)).toMatchObject({ revision: 0, plan: null, job: null, repaired: null, missing: ['plan'] });
    expect(await refusal(await fetch(at(draft, '/repair/operations'), { headers: uploader.headers }))).toEqual([404, 'repair.none']);
    expect(await refusal(await post(draft, '/repair/proof', { revision: 0 }))).toEqual([404, 'repair.none']);
    expect(await refusal(await fetch(at(draft, '/proof.html')))).toEqual([404, 'version.unknown']);
  });

  test('viewers read and change nothing; strangers are told nothing', async () => {
    expect((await fetch(at(draft, '/repair'), { headers: viewer.headers })).status).toBe(200);
    for (const [method, rest, body] of [
      ['POST', '/repair', {}],
      ['PUT', '/repair/decisions', { revision: 0, acceptUpToM: 1 }],
      ['POST', '/repair/proof', { revision: 0 }],
      ['POST', '/repair/apply', { revision: 0 }],
      ['DELETE', '/repair', {}],
    ] as const) {
      // prettier-ignore
      expect(await refusal(await send(method, draft, rest, body, viewer)), rest).toEqual([403, 'auth.forbidden']);
      expect(await refusal(await send(method, draft, rest, body, null)), rest).toEqual([401, 'auth.required']);
    }
    expect((await fetch(at(draft, '/repair'))).status).toBe(401);
  });

  test('the plan names the faults, the worst first, those of one border together, in words', async () => {
    const { plan, revision, missing } = await planned(draft, { widthM: 50 });
    expect([plan!.counts, plan!.borders, revision, missing]).toEqual([{ operations: 5, offers: 0, texts: 0, textOffers: 0 }, 3, 1, ['decisions']]);
    expect(plan!.levels[0]).toMatchObject({ level: 1, units: 5 });
    expect(plan!.bulk.filter(({ uptoM }) => uptoM <= 100)).toEqual([{ uptoM: 1, operations: 2 }, { uptoM: 10, operations: 3 }, { uptoM: 50, operations: 4 }, { uptoM: 100, operations: 4 }]); // prettier-ignore
    const { total, operations } = await operationsOf(draft);
    expect(total).toBe(5);
    [wide, snap, border, , gap] = operations as [ListedOperation, ListedOperation, ListedOperation, ListedOperation, ListedOperation];
    expect(operations.map(({ units, kind }) => `${units.join()} ${kind}`)).toEqual(['XN04,XN05 border', 'XN04,XN05 snap', 'XN01,XN02 border', 'XN01,XN02 snap', 'XN03,XN04 slit']); // prettier-ignore
    expect(wide.reasons).toEqual(['wider than 50 m']);
    expect(border.text).toMatch(/^Bua takes the line of Alta; .* cut, at most 33\.\d m$/);
    expect(border.names).toEqual({ XN01: 'Alta', XN02: 'Bua' });
    expect((await operationsOf(draft, '?lang=fr')).operations[1]!.text).not.toBe(border.text);
    expect((await operationsOf(draft, '?q=ALT%C3%80')).operations.map(({ id: one }) => one)).toContain(border.id);
    expect((await operationsOf(draft, `?limit=2&at=${gap.id}`)).offset).toBe(4);
    expect((await operationsOf(draft, '?state=accepted')).total).toBe(0);
  });

  test('a map shows ground that changes hands, and outlines before and after', async () => {
    const { plan } = await stateOf(draft);
    const answer = await fetch(at(draft, `/repair/8/135/127.mvt?plan=${plan!.sha256}`), { headers: uploader.headers });
    expect(answer.status).toBe(200);
    const layers = layersOf(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(layers).toSorted()).toEqual(['after', 'before', 'pieces', 'places']);
    expect(new Set(layers['pieces']!.map(({ op }) => op))).toContain(wide.id);
    // The slit is two metres wide: at this zoom its point is what is seen of it.
    expect(new Set(layers['places']!.map(({ op }) => op)).has(gap.id)).toBe(true);
    expect((await fetch(at(draft, '/repair/8/0/0.mvt'), { headers: uploader.headers })).status).toBe(204);
    expect((await fetch(at(draft, '/repair/19/0/0.mvt'), { headers: uploader.headers })).status).toBe(404);
  });

  test('ids that are none of the plan, turns that are none, numbers that are none and huge bodies are refused', async () => {
    const { revision } = await stateOf(draft);
    const verdict = { verdict: 'accepted' };
    expect(await refusal(await decide(draft, { revision, operations: { nonsense: verdict } }))).toEqual([422, 'repair.unknown']);
    expect(await refusal(await decide(draft, { revision, operations: { constructor: verdict } }))).toEqual([422, 'repair.unknown']);
    expect(await refusal(await decide(draft, { revision, units: { '1:XN09': verdict } }))).toEqual([422, 'repair.unknown']);
    expect(await refusal(await decide(draft, { revision, units: { '1:XN01': verdict } }))).toEqual([422, 'repair.unknown']);
    expect(snap.turnable).toBe(false);
    expect(await refusal(await decide(draft, { revision, operations: { [snap.id]: { ...verdict, turned: true } } }))).toEqual([422, 'repair.not-turnable']);
    for (const body of [
      { revision },
      { revision: -1, acceptUpToM: 1 },
      { revision: 'x', acceptUpToM: 1 },
      { revision, acceptUpToM: null },
      { revision, acceptUpToM: 1e99 },
      { revision, acceptTexts: ['all'] },
      { revision, operations: { [gap.id]: { verdict: 'maybe' } } },
      { revision, operations: { ['x'.repeat(300)]: verdict } },
      [],
    ])
      // prettier-ignore
      expect((await decide(draft, body)).status, JSON.stringify(body).slice(0, 80)).toBe(400);
    for (const options of [
      { widthM: -1 },
      { widthM: 1e9 },
      { widthM: null },
      { slitWidthM: 'wide' },
      { authority: [''] },
      { keepGaps: [[1]] },
      { keepGaps: [[1, null]] },
    ])
      expect((await post(draft, '/repair', { options })).status, JSON.stringify(options)).toBe(400);
    const huge = { revision, operations: Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`operation-${i}`, verdict])) };
    expect((await decide(draft, huge)).status).toBe(413);
    expect((await stateOf(draft)).revision).toBe(revision);
  });

  test('what may be accepted together is; a decision on an older revision is refused', async () => {
    const { revision } = await stateOf(draft);
    const answer = await decide(draft, { revision, acceptUpToM: 50, reason: 'drawn twice' });
    expect(await answer.json()).toMatchObject({
      revision: revision + 1,
      decided: { operations: { accepted: 4, refused: 0, waiting: 1 } },
      operations: { [border.id]: { verdict: 'accepted', by: 'Carla', reason: 'drawn twice' }, [gap.id]: { verdict: 'accepted' } },
    });
    expect(await refusal(await decide(draft, { revision, operations: { [wide.id]: { verdict: 'refused' } } }))).toEqual([409, 'repair.revision']);
    expect(await refusal(await post(draft, '/repair/proof', { revision }))).toEqual([409, 'repair.revision']);
    expect(await refusal(await post(draft, '/repair/apply', { revision: revision + 1 }))).toEqual([409, 'repair.not-proved']);
  });

  test('of two who decide at once one is asked to look again', async () => {
    const { revision } = await stateOf(draft);
    const body = { revision, operations: { [wide.id]: { verdict: 'refused' } } };
    const answers = await Promise.all([decide(draft, body), decide(draft, body, other), decide(draft, body)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect((await stateOf(draft)).revision).toBe(revision + 1);
    await decided(draft, { operations: { [wide.id]: null } });
  });

  test('the outcome says which units ask, the proof what moved; until they are accepted nothing is made', async () => {
    const state = await proved(draft);
    expect(state.outcome).toMatchObject({ isCurrent: true, applied: 4, waiting: 1, unfit: 0, asking: 1, unaccepted: 1 });
    expect(state.outcome!.units[0]).toMatchObject({ id: '1:XN02', asks: true, accepted: false });
    expect(state.outcome!.units[0]!.text).toMatch(/^Bua: 0\.299 % of its area, from /);
    expect(proofSummary.parse(state.proof)).toMatchObject({
      ok: true,
      text: expect.stringMatching(/^No border moved by more than 33\.\d m; 1 unit by more than 10 m\.$/),
    });
    expect(state.missing).toEqual(['units']);
    expect(await refusal(await post(draft, '/repair/apply', { revision: state.revision }))).toEqual([409, 'repair.units-wait']);
    expect(await outlinesOf(draft)).toBe(drawn);
    const page = await fetch(at(draft, '/proof.html?work=true&lang=ar'), { headers: viewer.headers });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('dir="rtl"')]);
    expect((await fetch(at(draft, '/proof.html?work=true'))).status).toBe(401);
  });

  test('the repaired draft stands in the place of the draft, with its repair and its proof', async () => {
    await decided(draft, { units: { '1:XN02': { verdict: 'accepted', reason: 'a sliver' } } });
    expect((await stateOf(draft)).missing).toEqual([]);
    const job = await applied(draft);
    expect([job.state, job.error, job.version]).toEqual(['succeeded', null, draft]);
    const version = await versionOf(draft);
    expect(version.repair).toMatchObject({ operations: 4, borders: 3, unfit: 0 });
    expect(version.artifacts.filter(({ kind }) => kind === 'repair' || kind === 'proof').map(({ file }) => file)).toEqual(['proof.geojson', 'proof.json', 'repair.json']); // prettier-ignore
    expect(await outlinesOf(draft)).not.toBe(drawn);
    const report = await get<{ results: { check: string; findings: { code: string }[] }[] }>(draft, '/report');
    const codes = report.results.filter(({ check }) => check.startsWith('T')).flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toContain('topology.overlap');
    expect(codes.filter((code) => code.startsWith('topology.gap'))).toEqual([]);
    expect((await stateOf(draft)).repaired).toMatchObject({
      isSame: true,
      text: expect.stringMatching(/^Repaired: 3 borders in \d units\. No border moved by more than 33\.\d m/),
    });
    const stored = storedRepair.parse(await get(draft, '/download/repair.json'));
    expect(Object.keys(stored.decisions.operations)).toEqual(expect.arrayContaining([border.id, gap.id]));
    expect(Object.keys(stored.decisions.operations)).toHaveLength(4);
    const audit = await server.store.catalog.listAudit(id as DatasetId);
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['repair.decided', 'version.repaired']));
  });

  test('a column put right on a repaired draft leaves it repaired', async () => {
    const repaired = await outlinesOf(draft);
    const job = await done(await send('PUT', draft, '/columns', { columns: [{ heading: 'ADM1_EN', language: 'fr' }], remember: false }));
    expect([job.state, job.error]).toEqual(['succeeded', null]);
    expect((await versionOf(draft)).repair).toMatchObject({ operations: 4 });
    expect(JSON.parse(await outlinesOf(draft)).features.map((each: { geometry: unknown }) => each.geometry)).toEqual(
      JSON.parse(repaired).features.map((each: { geometry: unknown }) => each.geometry),
    );
    // Read otherwise, the files want another plan; what was decided is carried over.
    expect(await stateOf(draft)).toMatchObject({ plan: null, missing: ['plan'] });
    expect(await planned(draft)).toMatchObject({ carried: { from: null, fits: 5, unfit: 0 }, decided: { operations: { accepted: 4 } } });
  });

  test('a repair whose job fails leaves the draft as it was', async () => {
    const before = await outlinesOf(draft);
    await decided(draft, { operations: { [wide.id]: { verdict: 'accepted' } } });
    await proved(draft);
    const { outcome } = await stateOf(draft);
    await decided(draft, { units: Object.fromEntries(outcome!.units.filter(({ asks }) => asks).map((unit) => [unit.id, { verdict: 'accepted' }])) });
    const [key] = await server.store.db.selectFrom('artifact').select('object_key').where('version', '=', draft).where('kind', '=', 'source').execute();
    // What was uploaded is damaged meanwhile: it can be read as little as if it were gone.
    const file = await server.store.objects.read(key!.object_key);
    await server.store.objects.delete(key!.object_key);
    const failed = await applied(draft);
    expect(failed.state).toBe('failed');
    expect((await stateOf(draft)).failed).toMatchObject({ code: failed.error!.code });
    expect(await outlinesOf(draft)).toBe(before);
    await server.store.objects.put(key!.object_key, file);
    const job = await applied(draft);
    expect([job.state, job.error]).toEqual(['succeeded', null]);
    const report = await get<{ results: { check: string; findings: { code: string }[] }[] }>(draft, '/report');
    expect(report.results.filter(({ check }) => check.startsWith('T')).flatMap(({ findings }) => findings)).toEqual([]);
  });

  test('the proof of what was published is for everybody, and names nobody', async () => {
    const published = await post(draft, '/publish', { reason: 'a test' }, admin);
    expect(published.status, await published.clone().text()).toBe(200);
    for (const format of ['json', 'csv', 'geojson', 'html']) {
      const [stranger, member] = await Promise.all(
        [null, uploader].map(async (who) => (await fetch(at(draft, `/proof.${format}?lang=es`), { headers: who?.headers ?? {} })).text()),
      );
      expect([stranger, format]).not.toEqual([expect.stringContaining('Carla'), format]);
      if (format !== 'geojson') expect(member, format).toContain('Carla');
      for (const code of ['XN02', 'XN05']) expect(stranger, format).toContain(code);
    }
    const proof = repairProof.parse(await get(draft, '/proof.json', null));
    expect([proof.ok, proof.levels.flatMap(({ units }) => units.map(({ key }) => key)).toSorted()]).toEqual([true, ['XN02', 'XN03', 'XN05']]);
    expect((await versionOf(draft, null)).artifacts.filter(({ kind }) => kind === 'repair' || kind === 'proof').map(({ file }) => file)).toEqual([
      'proof.geojson',
    ]);
    const download = await fetch(at(draft, '/download/repair.json'), { redirect: 'manual' });
    expect([download.status, download.headers.get('location')]).toEqual([302, expect.stringContaining('/proof.json')]);
    // What was in progress is done.
    expect(await stateOf(draft)).toMatchObject({ plan: null, repaired: { operations: 5 } });
  });

  test('the next upload of the same source has the decisions; what was drawn comes back bit by bit where each is taken back', async () => {
    // The slit was closed at the source meanwhile, and the rows have another order.
    const mended = (spans: [number, number][]) => spans.map(([west, east], row): [number, number] => [row === 3 ? 10.3 : west, east]);
    const next = await upload(plantedGeojson({ order: [4, 2, 0, 1, 3], change: mended }));
    const own = await outlinesOf(next);
    expect(next).not.toBe(draft);
    const state = await planned(next);
    expect(state.carried).toEqual({ from: draft, fits: expect.any(Number), unfit: 1 });
    expect(state.decided.operations).toMatchObject({ accepted: 4, refused: 0, waiting: 0 });
    expect((await proved(next)).missing).toEqual([]);
    expect((await applied(next)).state).toBe('succeeded');
    expect(await outlinesOf(next)).not.toBe(own);
    const { operations } = await operationsOf(next, '?state=accepted');
    expect(operations).toHaveLength(4);
    for (const { id: operation } of operations.toReversed()) await decided(next, { operations: { [operation]: null } });
    expect((await stateOf(next)).missing).toEqual([]);
    expect((await applied(next)).state).toBe('succeeded');
    expect([await outlinesOf(next), (await versionOf(next)).repair]).toEqual([own, undefined]);
  });

  test('a published version stays, and its repair is a new draft', async () => {
    const before = await outlinesOf(draft);
    expect(await planned(draft)).toMatchObject({ carried: { from: draft }, decided: { operations: { accepted: 5 } } });
    await decided(draft, { operations: { [wide.id]: { verdict: 'refused' } } });
    expect((await proved(draft)).missing).toEqual([]);
    const job = await applied(draft);
    expect([job.state, job.error]).toEqual(['succeeded', null]);
    expect(job.version).not.toBe(draft);
    expect((await versionOf(job.version!)).repair).toMatchObject({ operations: 4 });
    expect(await outlinesOf(draft)).toBe(before);
  });

  test('of two who look at once one does; what is dropped or discarded is gone, and what is cancelled leaves the upload', async () => {
    const version = await upload(plantedGeojson({ names: ['A', 'B', 'C', 'D', 'E'] }));
    const answers = await Promise.all([post(version, '/repair', {}), post(version, '/repair', {}, other)]);
    expect(['202,202', '202,409']).toContain(answers.map(({ status }) => status).toSorted((a, b) => a - b).join()); // prettier-ignore
    for (const answer of answers) if (answer.status === 202) await end(answer.headers.get('location')!);
    expect((await stateOf(version)).plan).not.toBeNull();
    const objects = await server.store.db.selectFrom('repair_object').select('object_key').where('version', '=', version).execute();
    const named = await server.store.names.listNamed();
    expect(objects.map(({ object_key }) => named.has(object_key))).toEqual([true, true]);
    expect((await send('DELETE', version, '/repair', {})).status).toBe(200);
    expect(await refusal(await send('DELETE', version, '/repair', {}))).toEqual([404, 'repair.none']);
    const cancelled = await post(version, '/repair', {});
    const location = cancelled.headers.get('location')!;
    expect((await fetch(`${server.url}${location}`, { method: 'DELETE', headers: uploader.headers })).status).toBe(202);
    expect(['cancelled', 'succeeded']).toContain((await end(location)).state);
    expect((await fetch(at(version, '/download/xnv_adm1.geojson'), { headers: uploader.headers })).status).toBe(200);
    expect((await send('DELETE', version, '', {})).status).toBe(200);
    for (const table of ['repair', 'repair_object'] as const)
      expect(await server.store.db.selectFrom(table).select('version').where('version', '=', version).execute()).toEqual([]);
    const tables = await fetch(`${server.url}/api/v1/datasets/cod-ps-xnv/versions/v01/repair`, { headers: uploader.headers });
    expect(await refusal(tables)).toEqual([404, 'repair.boundaries-only']);
  });
});
