/** Edge match over HTTP, on the real server: the outline of the country sent as a file, taken from what is published, kept with the draft, and carried to the next upload. */
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MultiPolygon } from 'geojson';
import { exportLevels } from '../../../server/boundaries/files/formats.ts';
import { repairState, type ListedOperation, type RepairState } from '../../../server/contract/boundaries/repairRoutes.ts';
import { storedRepair } from '../../../server/contract/boundaries/repair.ts';
import { jobAnswer, problemDetails, versionAnswer } from '../../../server/contract/datasets/api.ts';
import { toIso3, type DatasetId } from '../../../server/contract/ids.ts';
import { LANGS } from '../../../server/contract/languages.ts';
import { readGeometryFile } from '../../../server/formats/geometryFile.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { plantedGeojson } from '../../helpers/repair/planted.ts';

let server: TestServer;
let admin: Person;
let uploader: Person;
let viewer: Person;
const id = 'cod-ab-xnv';
const MAX = 3_000_000;

type Box = [west: number, south: number, east: number, north: number];
const ring = ([west, south, east, north]: Box) => [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
const geojson = (geometry: object) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'X' }, geometry }] });
const polygons = (...boxes: Box[]) => geojson({ type: 'MultiPolygon', coordinates: boxes.map((box) => [ring(box)]) });
/** 22 m further west than the units, 22 m less far east. */
const NEAR: Box = [9.9998, 0, 10.4998, 0.1];
const text = (name: string, content: string) => new File([content], name);
const adm0 = text('adm0.geojson', polygons(NEAR));

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_INGEST_WORKERS: '1', CODMAP_MAX_UPLOAD_MB: String(MAX / 1e6) });
  admin = await join(server.url, server.firstLink!, 'Amina');
  uploader = await invite(server.url, admin, 'contributor', 'Carla');
  viewer = await invite(server.url, admin, 'viewer', 'Vera');
});
afterAll(() => server.close());

const at = (version: string, rest: string) => `${server.url}/api/v1/datasets/${id}/versions/${version}${rest}`;
async function end(location: string) {
  const answer = await fetch(`${server.url}${location}/events`);
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('data: '));
  return jobAnswer.parse(JSON.parse(lines.at(-1)!.slice(6)));
}
async function upload(drawn: string) {
  const form = new FormData();
  form.append('files', text('xnv_adm1.geojson', drawn));
  for (const [field, value] of Object.entries({ country: 'XNV', kind: 'cod-ab' })) form.append(field, value);
  const job = await done(await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: uploader.headers, body: form }));
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return job.version!;
}
const send = (method: string, version: string, rest: string, body: unknown, who: Person = uploader) =>
  fetch(at(version, rest), { method, headers: { ...who.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
function sendOutline(version: string, file: File | null, options?: unknown, who: Person | null = uploader) {
  const form = new FormData();
  if (options !== undefined) form.append('options', typeof options === 'string' ? options : JSON.stringify(options));
  if (file) form.append('outline', file);
  return fetch(at(version, '/repair'), { method: 'POST', headers: who?.headers ?? {}, body: form });
}
async function done(answer: Response) {
  expect(answer.status, await answer.clone().text()).toBe(202);
  return end(answer.headers.get('location')!);
}
async function refusal(answer: Response): Promise<[number, string]> {
  return [
    answer.status,
    problemDetails
      .parse(await answer.json())
      .type.split('/')
      .at(-1)!,
  ];
}
async function get<T>(version: string, rest: string): Promise<T> {
  const answer = await fetch(at(version, rest), { headers: uploader.headers });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as T;
}
const stateOf = async (version: string, lang = 'en'): Promise<RepairState> => repairState.parse(await get(version, `/repair?lang=${lang}`));
const operationsOf = async (version: string, query = '') =>
  (await get<{ operations: ListedOperation[] }>(version, `/repair/operations?what=all${query}`)).operations;
const edgesOf = async (version: string) => (await operationsOf(version)).filter(({ kind }) => kind === 'clip' || kind === 'extend');
async function planned(version: string, answer: Promise<Response>) {
  const job = await done(await answer);
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return stateOf(version);
}
const plan = (version: string, body: object = {}) => planned(version, send('POST', version, '/repair', body));
async function decided(version: string, body: object) {
  const { revision } = await stateOf(version);
  const answer = await send('PUT', version, '/repair/decisions', { revision, ...body });
  expect(answer.status, await answer.clone().text()).toBe(200);
}
const accept = (version: string, operations: { id: string }[]) =>
  decided(version, { operations: Object.fromEntries(operations.map((one) => [one.id, { verdict: 'accepted' }])) });
/** Computes, accepts every unit that asks, makes the draft. */
async function made(version: string) {
  const { revision } = await stateOf(version);
  expect((await done(await send('POST', version, '/repair/proof', { revision }))).error).toBe(null);
  const { outcome, proof } = await stateOf(version);
  expect(proof!.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  await decided(version, { units: Object.fromEntries(outcome!.units.filter(({ asks }) => asks).map((unit) => [unit.id, { verdict: 'accepted' }])) });
  const now = await stateOf(version);
  expect(now.missing).toEqual([]);
  const job = await done(await send('POST', version, '/repair/apply', { revision: now.revision }));
  expect([job.state, job.error]).toEqual(['succeeded', null]);
  return job.version!;
}
async function longitudes(version: string): Promise<[number, number]> {
  const answer = versionAnswer.parse(await get(version, ''));
  const { href } = answer.artifacts.find(({ file }) => file === 'xnv_admin1.geojson')!;
  const { features } = (await (await fetch(`${server.url}${href}`, { headers: uploader.headers })).json()) as { features: { geometry: MultiPolygon }[] };
  const all = features.flatMap(({ geometry }) => geometry.coordinates.flat(2).map(([lon]) => lon!));
  return [Math.min(...all), Math.max(...all)];
}

describe('the outline of the country', { timeout: 240_000 }, () => {
  let draft: string;

  test('without one nothing is led anywhere; none is published yet', async () => {
    draft = await upload(plantedGeojson());
    expect((await stateOf(draft)).outline).toEqual({ kept: null, published: null, distanceM: 10_000 });
    expect((await plan(draft)).outline.kept).toBe(null);
    expect(await edgesOf(draft)).toEqual([]);
    expect(await refusal(await send('POST', draft, '/repair', { outline: 'published' }))).toEqual([409, 'repair.outline-unpublished']);
    expect(await refusal(await send('POST', draft, '/repair', { outline: 'mine' }))).toEqual([400, 'request.invalid']);
    expect(await refusal(await fetch(at(draft, '/repair/outline.geojson'), { headers: uploader.headers }))).toEqual([404, 'repair.no-outline']);
  });

  test('sent as a file, it is kept as GeoJSON and as it came, and its operations are in the plan', async () => {
    const state = await planned(draft, sendOutline(draft, adm0, { widthM: 10, edgeDistanceM: 500 }));
    expect(state.plan!.options).toMatchObject({ widthM: 10, edgeDistanceM: 500 });
    expect(state.outline).toEqual({
      kept: { from: 'file', name: 'adm0.geojson', version: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), mended: false },
      published: null,
      distanceM: 500,
    });
    const edges = await edgesOf(draft);
    expect(edges.map(({ kind, units, rule }) => `${kind} ${units.join()} ${rule}`).toSorted()).toEqual([
      'clip XN05 country-outline',
      'extend XN01 country-outline',
      'extend XN03,XN04 country-outline',
    ]);
    const kept = await fetch(at(draft, '/repair/outline.geojson'), { headers: viewer.headers });
    expect([kept.status, kept.headers.get('content-type'), kept.headers.get('content-disposition')]).toEqual([
      200,
      'application/geo+json; charset=utf-8',
      expect.stringContaining(`${id}-${draft}-outline.geojson`),
    ]);
    expect(((await kept.json()) as { features: { geometry: MultiPolygon }[] }).features[0]!.geometry.coordinates).toEqual([[ring(NEAR)]]);
    const sent = await fetch(at(draft, '/repair/outline.geojson?uploaded=true'), { headers: viewer.headers });
    expect([await sent.text(), sent.headers.get('content-disposition')]).toEqual([await adm0.text(), expect.stringContaining('adm0.geojson')]);
    expect((await fetch(at(draft, '/repair/outline.geojson'))).status).toBe(401);
    const rows = await server.store.db.selectFrom('repair_object').select('what').where('version', '=', draft).execute();
    expect(rows.map(({ what }) => what).toSorted()).toEqual(['outline', 'outline-file', 'pieces', 'plan']);
  });

  test('members who may not upload, and strangers, send none', async () => {
    expect((await sendOutline(draft, adm0, undefined, viewer)).status).toBe(403);
    expect((await sendOutline(draft, adm0, undefined, null)).status).toBe(401);
  });

  test('what is not decided otherwise keeps it; none forgets it, and its objects with it', async () => {
    const before = (await stateOf(draft)).outline.kept!;
    expect((await plan(draft, { options: { widthM: 50 } })).outline.kept).toEqual(before);
    expect(await edgesOf(draft)).toHaveLength(3);
    expect((await plan(draft, { outline: 'none' })).outline.kept).toBe(null);
    expect(await edgesOf(draft)).toEqual([]);
    expect(await server.store.db.selectFrom('repair_object').select('what').where('version', '=', draft).where('what', 'like', 'outline%').execute()).toEqual(
      [],
    );
    expect((await plan(draft, { outline: 'kept' })).outline.kept).toBe(null);
  });

  test('pieces of more than a hundredth of a unit, and ground beyond the distance, are asked one by one', async () => {
    await planned(draft, sendOutline(draft, text('wide.geojson', polygons([9.99, 0, 10.5, 0.1]))));
    const [wide] = (await edgesOf(draft)).filter(({ kind, units }) => kind === 'extend' && units.join() === 'XN01');
    expect(wide!.single).toEqual(expect.arrayContaining(['large-share']));
    expect(wide!.reasons).toContain('more than 1 % of a unit');
    await planned(draft, sendOutline(draft, text('wide.geojson', polygons([9.99, 0, 10.5, 0.1])), { edgeDistanceM: 100 }));
    expect((await edgesOf(draft)).find(({ units }) => units.join() === 'XN01')).toMatchObject({ isOffer: true, single: expect.arrayContaining(['far']) });
  });

  test('islands of the outline without any unit are listed, and nobody gets them', async () => {
    const state = await planned(draft, sendOutline(draft, text('islands.geojson', polygons(NEAR, [11, 0, 11.01, 0.01]))));
    expect(state.plan!.notes).toMatchObject([
      { code: 'outline-island', text: expect.stringMatching(/^The given outline has a part of 1\.2\d* km² with no unit on it/) },
    ]);
    expect((await edgesOf(draft)).every(({ bbox }) => bbox[2] < 10.6)).toBe(true);
  });

  test('rows that share borders, overlap or cross are read as the ground that they enclose, and that is said', async () => {
    const halves = polygons([9.9998, 0, 10.3, 0.1], [10.2, 0, 10.4998, 0.1]);
    expect((await planned(draft, sendOutline(draft, text('halves.geojson', halves)))).outline.kept).toMatchObject({ name: 'halves.geojson', mended: true });
    expect((await edgesOf(draft)).map(({ kind, units }) => `${kind} ${units.join()}`).toSorted()).toEqual(['clip XN05', 'extend XN01', 'extend XN03,XN04']);
  });

  test('any format that an upload may have', async () => {
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>X</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring(NEAR).map((each) => each.join()).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`; // prettier-ignore
    const { artifacts } = versionAnswer.parse(await get(draft, ''));
    const { href } = artifacts.find(({ kind }) => kind === 'geometry')!;
    const tables = readGeometryFile(new Uint8Array(await (await fetch(`${server.url}${href}`, { headers: uploader.headers })).arrayBuffer()));
    const levels = tables.filter(({ level }) => level === 0);
    const formats = await Promise.all(
      (['shp', 'gpkg', 'fgb'] as const).map((format) => exportLevels(format, levels, null, { country: toIso3(id as DatasetId), version: null })),
    );
    const files = [text('adm0.kml', kml), ...formats.map(({ file, bytes }) => new File([bytes as Uint8Array<ArrayBuffer>], file))];
    expect(files.map(({ name }) => name.split('.').at(-1))).toEqual(['kml', 'zip', 'gpkg', 'fgb']);
    for (const file of files) expect((await planned(draft, sendOutline(draft, file))).outline.kept, file.name).toMatchObject({ name: file.name });
  });

  test.each([
    ['repair.outline', text('points.geojson', geojson({ type: 'Point', coordinates: [10, 0] })), /holds no polygon/],
    ['repair.outline-lines', text('lines.geojson', geojson({ type: 'LineString', coordinates: ring(NEAR) })), /holds lines and no polygon/],
    ['repair.outline-elsewhere', text('far.geojson', polygons([40, 0, 41, 1])), /Most units lie outside far\.geojson/],
    ['repair.outline-elsewhere', text('part.geojson', polygons([10, 0, 10.15, 0.1])), /Most units lie outside part\.geojson/],
    ['repair.outline-unread', text('notes.txt', 'the border follows the river'), /^The outline cannot be read\. notes\.txt holds no boundaries/],
    ['repair.outline-unread', text('cut.geojson', polygons(NEAR).slice(0, 90)), /^The outline cannot be read\. /],
    ['repair.outline-unread', new File([zipSync({ 'bomb.geojson': new Uint8Array(400_000_000) }, { level: 9 })], 'bomb.zip'), /^The outline cannot be read\. /],
  ])('%s: refused in words of the reader, and the plan before stays', async (code, file, why) => {
    const before = await stateOf(draft);
    const job = await done(await sendOutline(draft, file));
    expect([job.state, job.error?.code, job.error?.detail]).toEqual(['failed', code, expect.stringMatching(why)]);
    const texts = await Promise.all(LANGS.map(async (lang) => (await stateOf(draft, lang)).failed));
    expect(texts.map((failed) => failed?.code)).toEqual(LANGS.map(() => code));
    expect(new Set(texts.map((failed) => failed!.text)).size).toBe(LANGS.length);
    const after = await stateOf(draft);
    expect([after.plan?.sha256, after.outline, after.revision]).toEqual([before.plan!.sha256, before.outline, before.revision]);
  });

  test('what is no form, has no file, several, or more bytes than an upload may have, is refused at once', async () => {
    expect(await refusal(await sendOutline(draft, null, {}))).toEqual([422, 'repair.outline-none']);
    expect(await refusal(await sendOutline(draft, adm0, '{"widthM"'))).toEqual([400, 'request.invalid']);
    expect(await refusal(await sendOutline(draft, adm0, { widthM: -1 }))).toEqual([400, 'request.invalid']);
    const two = new FormData();
    for (const name of ['a.geojson', 'b.geojson']) two.append('outline', text(name, polygons(NEAR)));
    expect(await refusal(await fetch(at(draft, '/repair'), { method: 'POST', headers: uploader.headers, body: two }))).toEqual([422, 'upload.form']);
    expect(await refusal(await sendOutline(draft, text('large.geojson', ' '.repeat(MAX + 2_000_000))))).toEqual([413, 'upload.too-large']);
    expect(await refusal(await sendOutline(draft, text('large.geojson', ' '.repeat(MAX + 500_000))))).toEqual([413, 'upload.too-large']);
  });

  test('accepted, carried out and proved like others, taken back like others; the draft ends where the outline does', async () => {
    await planned(draft, sendOutline(draft, adm0));
    const edges = await edgesOf(draft);
    await accept(draft, edges);
    await decided(draft, { operations: { [edges[0]!.id]: null } });
    await decided(draft, { operations: { [edges[0]!.id]: { verdict: 'refused' } } });
    expect((await stateOf(draft)).decided.operations).toMatchObject({ accepted: 2, refused: 1 });
    await accept(draft, edges);
    expect(await made(draft)).toBe(draft);
    expect(await longitudes(draft)).toEqual([9.9998, 10.4998]);
    const version = versionAnswer.parse(await get(draft, ''));
    expect(version.repair).toMatchObject({ operations: 3, outline: { name: 'adm0.geojson' } });
    expect(version.artifacts.find(({ kind }) => kind === 'outline')).toMatchObject({ file: 'outline.geojson', mediaType: 'application/geo+json' });
    expect(storedRepair.parse(await get(draft, '/download/repair.json')).plan.outline).toMatchObject({ name: 'adm0.geojson' });
  });

  test('a column put right leaves the draft led to the outline', async () => {
    const job = await done(await send('PUT', draft, '/columns', { columns: [{ heading: 'ADM1_EN', language: 'fr' }], remember: false }));
    expect([job.state, job.error]).toEqual(['succeeded', null]);
    expect(await longitudes(draft)).toEqual([9.9998, 10.4998]);
    // Read otherwise, the files want another plan: with the same outline, as long as nobody says otherwise.
    const state = await stateOf(draft);
    expect([state.plan, state.outline.kept?.name]).toEqual([null, 'adm0.geojson']);
    expect((await plan(draft)).decided.operations).toMatchObject({ accepted: 3 });
    expect(await made(draft)).toBe(draft);
  });

  test('the next upload of the same source is led to the same outline, and has its decisions', async () => {
    expect((await send('POST', draft, '/publish', { reason: 'a test' }, admin)).status).toBe(200);
    const next = await upload(plantedGeojson({ order: [4, 2, 0, 1, 3] }));
    const { outline } = await stateOf(next);
    expect(outline).toMatchObject({ kept: { name: 'adm0.geojson' }, published: draft });
    const state = await plan(next);
    expect([state.outline, state.carried]).toEqual([outline, { from: draft, fits: expect.any(Number), unfit: 0 }]);
    expect((await edgesOf(next)).map(({ decision }) => decision?.verdict)).toEqual(['accepted', 'accepted', 'accepted']);
    await made(next);
    expect(await longitudes(next)).toEqual([9.9998, 10.4998]);
  });

  test('the published outline of the country', async () => {
    const next = await upload(plantedGeojson({ names: ['A', 'B', 'C', 'D', 'E'] }));
    const { outline } = await plan(next, { outline: 'published' });
    expect(outline).toMatchObject({ kept: { from: 'published', name: '', version: draft }, published: draft });
    expect((await edgesOf(next)).map(({ kind, units }) => `${kind} ${units.join()}`)).toEqual(expect.arrayContaining(['clip XN05', 'extend XN01']));
    expect(await refusal(await fetch(at(next, '/repair/outline.geojson?uploaded=true'), { headers: uploader.headers }))).toEqual([404, 'repair.no-outline']);
    // Kept as it was, whatever is published after it.
    expect((await plan(next)).outline.kept).toEqual(outline.kept);
  });
});
