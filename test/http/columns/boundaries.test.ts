/** Columns and layers of boundaries over HTTP: a draft is read once more from the kept upload, in its place; what was said is remembered; the same bytes may be read with other answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnsRead } from '../../../server/contract/columnRoutes.ts';
import { jobAnswer, problemDetails, versionAnswer } from '../../../server/contract/datasets/api.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

let server: TestServer;
let uploader: Person;
const id = 'cod-ab-xnv';

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_INGEST_WORKERS: '1' });
  uploader = await invite(server.url, await join(server.url, server.firstLink!, 'Amina'), 'contributor', 'Carla');
});
afterAll(() => server.close());

/** Two districts side by side; their codes stand under a heading of their own, and `ADM1_PCODE` is a number. Names as the office of each level spells them. */
const layer = (over: { codes?: string[]; scale?: number; more?: object } = {}) => {
  const { codes = ['XN01', 'XN02'], scale = 1, more = {} } = over;
  const ring = (x: number) => [[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]].map((point) => point.map((value) => value * scale)); // prettier-ignore
  const features = codes.map((code, i) => ({
    type: 'Feature',
    properties: { ADM1_PCODE: String(i + 1), CODE_OFF: code, ADM1_EN: ['Nord', 'Sud'][i], ...more },
    geometry: { type: 'Polygon', coordinates: [ring(i + 10)] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
};

async function upload(files: [name: string, text: string][], fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, text] of files) form.append('files', new File([text], name), name);
  for (const [name, value] of Object.entries({ country: 'XNV', kind: 'cod-ab', ...fields })) form.append(name, value);
  const answer = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: uploader.headers, body: form });
  expect(answer.status, await answer.clone().text()).toBe(202);
  return end(answer.headers.get('location')!);
}

async function end(location: string) {
  const answer = await fetch(`${server.url}${location}/events`);
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('data: '));
  return jobAnswer.parse(JSON.parse(lines.at(-1)!.slice(6)));
}

const at = (version: string, rest: string) => `${server.url}/api/v1/datasets/${id}/versions/${version}${rest}`;
const get = async (url: string) => (await fetch(url, { headers: uploader.headers })).json();
const columnsOf = async (version: string, lang = 'en') => (await get(at(version, `/columns?lang=${lang}`))) as ColumnsRead;
const codesOf = async (version: string) =>
  ((await get(at(version, '/units?level=1'))) as { units: { pcode: string }[] }).units.map(({ pcode }) => pcode).toSorted();
const say = (version: string, body: unknown, headers: Record<string, string> = uploader.headers) =>
  fetch(at(version, '/columns'), { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
const said = async (version: string, body: unknown) => {
  const answer = await say(version, body);
  expect(answer.status, await answer.clone().text()).toBe(202);
  return end(answer.headers.get('location')!);
};
const CODES = { heading: 'CODE_OFF', role: { is: 'pcode', level: 1 } };

describe('a wrong column is put right on the draft', { timeout: 240_000 }, () => {
  let draft: string;

  test('the columns and layers are there as they were read, in every language', async () => {
    const job = await upload([['north/xnv_adm1.geojson', layer()]]);
    expect([job.state, job.error]).toEqual(['succeeded', null]);
    draft = job.version!;
    const { columns, layers, questions } = await columnsOf(draft);
    expect(columns.map(({ heading, role }) => [heading, role])).toEqual([['ADM1_PCODE', { is: 'pcode', level: 1 }], ['CODE_OFF', { is: 'extra' }], ['ADM1_EN', { is: 'name', level: 1 }]]); // prettier-ignore
    expect([questions, layers!.map(({ file, layer, level }) => [file, layer, level])]).toEqual([[], [['north/xnv_adm1.geojson', 'xnv_adm1', 1]]]);
    const texts = await Promise.all(['en', 'fr', 'es', 'ar', 'pt'].map(async (lang) => (await columnsOf(draft, lang)).layers![0]!.text));
    expect(new Set(texts).size).toBe(5);
    expect(await codesOf(draft)).toEqual(['1', '2']);
  });

  test('an answer that cannot be read leaves the draft as it is, and the upload is kept', async () => {
    const failed = await said(draft, { layers: [{ layer: 'xnv_adm1', crs: 'EPSG:32637' }] });
    expect([failed.state, failed.error?.code]).toEqual(['failed', 'read.crs']);
    const missing = await said(draft, { columns: [{ ...CODES, heading: 'CODE' }] });
    expect([missing.state, missing.error?.code, missing.error?.detail]).toEqual(['failed', 'boundaries.answers', expect.stringContaining('The columns are: ADM1_PCODE, CODE_OFF, ADM1_EN')]); // prettier-ignore
    expect(await codesOf(draft)).toEqual(['1', '2']);
  });

  test('the files are read once more under their own names, and the draft keeps its tag', async () => {
    const job = await said(draft, { columns: [CODES, { heading: 'ADM1_EN', language: 'fr' }] });
    expect([job.state, job.version]).toEqual(['succeeded', draft]);
    expect(await codesOf(draft)).toEqual(['XN01', 'XN02']);
    const { columns, layers } = await columnsOf(draft);
    expect([columns[1], columns[2], layers![0]]).toMatchObject([{ role: CODES.role, from: 'asked' }, { language: 'fr', from: 'asked' }, { file: 'north/xnv_adm1.geojson' }]); // prettier-ignore
    expect(versionAnswer.parse(await get(at(draft, ''))).languages[0]).toBe('fr');
  });

  test('what is said later takes nothing back that was said before', async () => {
    await said(draft, { columns: [{ heading: 'ADM1_EN', language: 'es' }] });
    expect([await codesOf(draft), (await columnsOf(draft)).columns[2]!.language]).toEqual([['XN01', 'XN02'], 'es']);
  });

  test('the same bytes again are the draft as it was corrected; the next upload of the shape is read the same way, and says so', async () => {
    expect((await upload([['north/xnv_adm1.geojson', layer()]])).version).toBe(draft);
    const next = await upload([['xnv_adm1_2027.geojson', layer({ codes: ['XN01', 'XN03'] })]]);
    expect(await codesOf(next.version!)).toEqual(['XN01', 'XN03']);
    const { columns } = await columnsOf(next.version!);
    expect([columns[1]!.from, columns[1]!.reasons[0]!.text]).toEqual(['profile', expect.stringMatching(/^set by a person on .* for north\/xnv_adm1\.geojson/)]);
    const report = JSON.stringify(await get(at(next.version!, '/report?lang=en')));
    expect(report).toContain('normalize.as-before');
  });

  test('said for this upload alone it is not remembered', async () => {
    const once = await upload([['xnv_adm1_2028.geojson', layer({ codes: ['XN01', 'XN04'] })]]);
    await said(once.version!, { columns: [{ heading: 'ADM1_EN', language: 'pt' }], remember: false });
    expect((await columnsOf(once.version!)).columns[2]!.language).toBe('pt');
    const next = await upload([['xnv_adm1_2029.geojson', layer({ codes: ['XN01', 'XN05'] })]]);
    expect((await columnsOf(next.version!)).columns[2]!.language).toBe('es');
  });

  test('roles of other kinds, slips of the pen, nothing at all, and strangers are refused', async () => {
    const code = async (answer: Response) => problemDetails.parse(await answer.json()).type.replace('/problems/', '');
    expect(await code(await say(draft, { columns: [{ heading: 'CODE_OFF', role: { is: 'sector' } }] }))).toBe('request.invalid');
    expect(await code(await say(draft, { layers: [{ layer: 'xnv_adm1', levl: 2 }] }))).toBe('request.invalid');
    expect(await code(await say(draft, {}))).toBe('request.invalid');
    expect((await say(draft, { columns: [CODES] }, {})).status).toBe(401);
  });
});

describe('a wrong answer is not for ever', { timeout: 240_000 }, () => {
  const metres: [string, string] = ['xnv_admin1.geojson', layer({ codes: ['XN11', 'XN12'], scale: 50_000, more: { zone: 'x' } })];
  const west = async (version: string) => Math.round(versionAnswer.parse(await get(at(version, ''))).bbox![0]);

  test('the same bytes are read with another coordinate system, at upload and on the draft', async () => {
    const asked = await upload([metres]);
    expect([asked.state, asked.error?.code]).toEqual(['failed', 'read.crs']);
    const answer = await fetch(`${server.url}/api/v1/jobs/${asked.id}/answers`, { method: 'POST', headers: { ...uploader.headers, 'content-type': 'application/json' }, body: JSON.stringify({ crs: 'EPSG:32636' }) }); // prettier-ignore
    const first = await end(answer.headers.get('location')!);
    expect([first.state, await west(first.version!)]).toEqual(['succeeded', 33]);

    const other = await upload([metres], { crs: 'EPSG:32637' });
    expect([other.state, other.version === first.version, await west(other.version!)]).toEqual(['succeeded', false, 39]);

    const again = await said(first.version!, { layers: [{ layer: 'xnv_admin1', crs: 'EPSG:32635' }] });
    expect([again.version, await west(first.version!)]).toEqual([first.version, 27]);
    expect((await columnsOf(first.version!)).layers).toMatchObject([{ crs: 'EPSG:32635', said: ['crs'] }]);
  });

  test('the next upload of the shape is not asked again', async () => {
    const next = await upload([['xnv_admin1_2030.geojson', layer({ codes: ['XN11', 'XN13'], scale: 50_000, more: { zone: 'x' } })]]);
    expect([next.state, next.error]).toEqual(['succeeded', null]);
    expect(await west(next.version!)).toBe(27);
  });
});

describe('an upper level as it was uploaded', { timeout: 240_000 }, () => {
  const ring = (west: number, south: number, east: number, north: number) => [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
  const shape = (properties: object, coordinates: number[][]) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [coordinates] } });
  const json = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  const region = (n: number) => ({ ADM1_PCODE: `XN0${n}`, ADM1_EN: ['Nord', 'Sud'][n - 1] });
  /** Two regions of a district each; `off`: how many degrees their border runs beside that of the districts. */
  const files = (off: number): [string, string][] => [
    ['xnv_adm1.geojson', json(shape(region(1), ring(0, 0, 1 + off, 1)), shape(region(2), ring(1 + off, 0, 2, 1)))],
    ['xnv_adm2.geojson', json(...[1, 2].map((n) => shape({ ...region(n), ADM2_PCODE: `XN0${n}01`, ADM2_EN: `D${n}` }, ring(n - 1, 0, n, 1))))],
  ];
  const drawingOf = async (version: string) => versionAnswer.parse(await get(at(version, ''))).levels.map(({ level, drawing }) => [level, drawing?.is]);
  const reportOf = async (version: string) => JSON.stringify(await get(at(version, '/report?lang=en')));
  const uploaded = { layers: [{ layer: 'xnv_adm1', drawing: 'uploaded' }] };
  const joined = [[0, undefined], [1, 'joined'], [2, undefined]]; // prettier-ignore
  const kept = [[0, undefined], [1, 'uploaded'], [2, undefined]]; // prettier-ignore

  test('is chosen on the draft, said in its report and with the version, and holds for the next upload of the shape', async () => {
    const { version } = await upload(files(0.0002));
    expect(await drawingOf(version!)).toEqual(joined);
    expect((await columnsOf(version!)).layers!.map(({ drawing }) => drawing)).toEqual(['joined', null]);
    const job = await said(version!, uploaded);
    expect([job.state, job.version, await drawingOf(version!)]).toEqual(['succeeded', version, kept]);
    expect((await columnsOf(version!)).layers![0]).toMatchObject({ drawing: 'uploaded', said: ['drawing'] });
    expect(await reportOf(version!)).toContain('normalize.level-as-uploaded');
    const next = await upload(files(0.00021));
    expect([next.state, await drawingOf(next.version!)]).toEqual(['succeeded', kept]);
    expect(await reportOf(next.version!)).toContain('normalize.as-before');
  });

  test('is refused where it does not nest; the draft stays as it is, and what was remembered gives way to a warning', async () => {
    const { version, state } = await upload(files(0.01));
    expect([state, await drawingOf(version!)]).toEqual(['succeeded', joined]);
    expect(await reportOf(version!)).toContain('normalize.drawing-does-not-nest');
    const refused = await said(version!, uploaded);
    expect([refused.state, refused.error?.code, refused.error?.detail]).toEqual(['failed', 'boundaries.drawing', expect.stringContaining('XN0201 reaches 1.')]);
    expect(await drawingOf(version!)).toEqual(joined);
  });
});
