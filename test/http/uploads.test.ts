import { readdir, stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobAnswer, problemDetails, reportAnswer, versionAnswer } from '../../server/contract/datasets/api.ts';
import { exceptionsAnswer } from '../../server/contract/datasets/drafts.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { filesOfCase } from '../checks/recipes/all.ts';
import { invite, join, type Person } from '../helpers/member.ts';
import { countryRows, FIELDS, shapefileParts, writeDbf } from '../formats/country.ts';

let server: TestServer;
let admin: Person;
let uploader: Person;

const codeOf = async (response: Response) =>
  problemDetails
    .parse(await response.json())
    .type.split('/')
    .at(-1);
const FAULTY = () => filesOfCase('T1', 'faulty', 'exact-duplicate');
const SOUND = () => filesOfCase('B1', 'sound', 'clean');

function upload(files: File[], fields: Record<string, string> = {}, who: Person = uploader): Promise<Response> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: who.headers, body: form });
}

/** Reads the event stream to its end. @returns the job, and the stages in the order in which they were seen. */
async function follow(location: string) {
  const answer = await fetch(`${server.url}${location}/events`);
  const jobs = (await answer.text()).split('\n').flatMap((line) => (line.startsWith('data: ') ? [jobAnswer.parse(JSON.parse(line.slice(6)))] : []));
  return { job: jobs.at(-1)!, stages: [...new Set(jobs.map(({ stage }) => stage))] };
}

async function ingest(files: File[], fields: Record<string, string> = {}) {
  const answer = await upload(files, fields);
  expect(answer.status, await answer.clone().text()).toBe(202);
  return follow(answer.headers.get('location')!);
}

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_INGEST_WORKERS: '1', CODMAP_MAX_UPLOAD_MB: '20' });
  admin = await join(server.url, server.firstLink!, 'Amina');
  uploader = await invite(server.url, admin, 'contributor', 'Carla');
});
afterAll(() => server.close());

describe('a small upload', () => {
  test('goes through a job to a draft of the one who sent it', async () => {
    const { job } = await ingest(FAULTY(), { country: 'XNV' });
    expect([job.state, job.dataset, job.error]).toEqual(['succeeded', 'cod-ab-xnv', null]);
    const answer = await fetch(`${server.url}/api/v1/datasets/cod-ab-xnv/versions/${job.version}`, { headers: uploader.headers });
    expect(versionAnswer.parse(await answer.json())).toMatchObject({ status: 'draft', createdBy: 'Carla' });
  });

  test('the same bytes again give the same job', async () => {
    const files = FAULTY();
    const [first, second] = [await upload(files, { country: 'XNV' }), await upload(files.toReversed(), { country: 'XNV' })];
    expect(first.headers.get('location')).toBe(second.headers.get('location'));
  });

  test('a country that neither names nor content tell is asked for', async () => {
    const answer = await upload(SOUND().map((file) => new File([file], file.name.replace('xnv_', 'level-'))));
    const problem = problemDetails.parse(await answer.json());
    expect([answer.status, problem.type, problem.details]).toEqual([422, '/problems/upload.country', expect.objectContaining({ kind: 'cod-ab' })]);
  });

  const geojson = (name: string, iso2: string, corner: [number, number], size = 1) => {
    const [x, y] = corner;
    const ring = [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    const properties = { adm1_name: 'One', adm1_pcode: `${iso2}01`, adm0_pcode: iso2 };
    return new File(
      [JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }] })],
      name,
    );
  };

  test('files of two countries: which file is of which is said', async () => {
    const problem = problemDetails.parse(await (await upload([geojson('a.geojson', 'SL', [-12, 8]), geojson('b.geojson', 'YE', [44, 15])])).json());
    expect([problem.type, problem.detail]).toEqual(['/problems/upload.countries', expect.stringContaining('a.geojson of SLE; b.geojson of YEM')]);
  });

  test('metres instead of degrees: the country is found in the attributes, and the coordinate system is asked for', async () => {
    const { job } = await ingest([geojson('level1.geojson', 'SL', [-1_400_000, 900_000], 100_000)]);
    expect([job.dataset, job.state, job.error?.code]).toEqual(['cod-ab-sle', 'failed', 'read.crs']);
    // Told in the reader's language too.
    expect(job.error!.details).toMatchObject({ texts: { fr: expect.stringMatching(/système de coordonnées/), ar: expect.any(String) } });
  });

  test('a country that the file names tell is found', async () => {
    const [file] = SOUND();
    const answer = await upload([new File([file!], 'sle_admin0.geojson')]);
    expect(jobAnswer.parse(await answer.json()).dataset).toBe('cod-ab-sle');
  });

  test.each([
    ['nothing', [], 'upload.empty'],
    ['two files of one name', [new File(['{}'], 'sle_a.geojson'), new File(['[]'], 'sle_a.geojson')], 'upload.twice'],
    ['a name with a control character', [new File(['{}'], 'sle_\u0007.geojson')], 'upload.form'],
    ['a name that climbs', [new File(['{}'], '../sle.geojson')], 'upload.name'],
    ['a picture', [new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])], 'map.png')], 'read.notBoundaries'],
  ])('%s is refused before there is a job', async (_case, files, code) => {
    const answer = await upload(files);
    expect([await codeOf(answer), answer.status]).toEqual([code, 422]);
  });

  test('more than is allowed is refused, and nothing of it stays', async () => {
    const answer = await upload([new File([new Uint8Array(20_500_000)], 'sle.geojson')]);
    expect([await codeOf(answer), answer.status]).toEqual(['upload.too-large', 413]);
    for await (const key of server.store.objects.list('uploads')) expect((await server.store.objects.head(key))!.bytes).toBeLessThan(1_000_000);
    const root = server.config.objects.root;
    for (const name of await readdir(root)) if (name.startsWith('.tmp-')) expect((await stat(joinPath(root, name))).size).toBeLessThan(1_000_000);
  });

  test('something that is no form at all', async () => {
    const send = (type: string, body: string) =>
      fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: { ...uploader.headers, 'content-type': type }, body });
    expect((await send('multipart/form-data; boundary=x', 'no boundary')).status).toBe(422);
    expect((await send('text/plain', 'hello')).status).toBe(400);
    expect((await send('application/json', '{"files":[{"id":"../../etc/passwd","name":"a"}]}')).status).toBe(400);
  });
});

describe('questions', () => {
  /** Loose parts of a shapefile without .cpg whose names are in windows-1256: each text becomes بغداد. */
  const files = () => {
    const { dbf: _, cpg: __, ...parts } = shapefileParts();
    const dbf = writeDbf(FIELDS, countryRows(), (value) => (/^[\w. -]*$/.test(value) ? Buffer.from(value) : new Uint8Array([0xc8, 0xdb, 0xcf, 0xc7, 0xcf])));
    return Object.entries({ ...parts, dbf }).map(([ending, bytes]) => new File([bytes as BlobPart], `adm1.${ending}`));
  };

  test('a job that stops at one says what there is to choose; the answer goes on with the same files', async () => {
    const { job } = await ingest(files(), { country: 'XNY' });
    expect([job.state, job.error?.code]).toEqual(['failed', 'read.encoding']);
    const { candidates } = job.error!.details as { candidates: { encoding: string; samples: string[] }[] };
    expect(candidates.find(({ encoding }) => encoding === 'windows-1256')?.samples).toContain('بغداد');
    const answered = await fetch(`${server.url}/api/v1/jobs/${job.id}/answers`, {
      method: 'POST',
      headers: { ...uploader.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ encoding: 'windows-1256' }),
    });
    expect(answered.status).toBe(202);
    const next = await follow(answered.headers.get('location')!);
    expect([next.job.state, next.job.error]).toEqual(['succeeded', null]);
  });
});

describe('the exception register', () => {
  test('an accepted finding is counted apart, shown, stays accepted in the next version, and can be taken back', async () => {
    const files = FAULTY();
    const { job } = await ingest(files, { country: 'XNX' });
    const base = `${server.url}/api/v1/datasets/cod-ab-xnx`;
    const report = async (version: string) => reportAnswer.parse(await (await fetch(`${base}/versions/${version}/report`, { headers: admin.headers })).json());
    const before = await report(job.version!);
    const result = before.results.find(({ check }) => check === 'T1')!;
    const finding = result.findings.find(({ severity }) => severity === 'error')!;
    const accept = (body: object) =>
      fetch(`${base}/versions/${job.version}/exceptions`, {
        method: 'POST',
        headers: { ...admin.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ check: 'T1', code: finding.code, level: finding.level, ...body }),
      });
    expect((await accept({ reason: 'x' })).status).toBe(400);
    expect(await codeOf(await accept({ reason: 'a lake', items: ['no such'] }))).toBe('finding.unknown');
    const accepted = versionAnswer.parse(await (await accept({ reason: 'disputed strip, agreed with the mapping agency' })).json());
    expect(accepted.report).toMatchObject({ errors: before.errors - finding.count, accepted: before.accepted + finding.count });
    const after = (await report(job.version!)).results.find(({ check }) => check === 'T1')!;
    const items = after.findings.find(({ code }) => code === finding.code)!['items'] as { accepted?: object }[];
    expect(items.every((item) => (item.accepted as { by: string }).by === 'Amina')).toBe(true);

    // The next version: the same boundaries with one more byte.
    const changed = files.map((file, i) => (i === 0 ? new File([file, '\n'], file.name) : file));
    const next = await ingest(changed, { country: 'XNX' });
    expect((await report(next.job.version!)).accepted).toBe(before.accepted + finding.count);

    const register = exceptionsAnswer.parse(await (await fetch(`${base}/exceptions`, { headers: admin.headers })).json()).exceptions;
    expect(register.map(({ code, by, version }) => [code, by, version])).toContainEqual([finding.code, 'Amina', job.version]);
    for (const { id } of register) await fetch(`${base}/exceptions/${id}`, { method: 'DELETE', headers: admin.headers });
    expect(await report(job.version!)).toMatchObject({ errors: before.errors, accepted: 0 });
    expect(await report(next.job.version!)).toMatchObject({ accepted: 0 });
  });

  test('what was published does not change any more', async () => {
    const path = `${server.url}/api/v1/datasets/cod-ab-xnx/versions/v01`;
    const send = (method: string, at: string, body: object) =>
      fetch(path + at, { method, headers: { ...admin.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const change = { title: 'Boundaries of Xanadu', license: 'CC BY-IGO', dateReviewed: '2025-01-31' };
    expect(versionAnswer.parse(await (await send('PATCH', '', change)).json()).metadata).toMatchObject(change);
    expect((await send('PATCH', '', { dateReviewed: '31.1.2025' })).status).toBe(400);
    const refused = await send('POST', '/publish', {});
    expect(await codeOf(refused)).toBe('version.not-publishable');
    expect(await codeOf(await send('POST', '/corrections', { title: 'Another' }))).toBe('version.not-public');
    expect((await send('POST', '/publish', { reason: 'needed today' })).status).toBe(200);
    expect(await codeOf(await send('PATCH', '', { title: 'Another' }))).toBe('version.not-draft');
    expect(await codeOf(await send('POST', '/exceptions', { check: 'T1', code: 'x', level: 2, reason: 'late' }))).toBe('version.not-draft');
    const files = versionAnswer.parse(await (await fetch(path, { headers: admin.headers })).json()).artifacts.map(({ sha256 }) => sha256);
    // Its files stay; what is said of them is put right, and the version tells.
    const forbidden = await fetch(`${path}/corrections`, {
      method: 'POST',
      headers: { ...uploader.headers, 'content-type': 'application/json' },
      body: '{"source":"Me"}',
    });
    expect(forbidden.status).toBe(403);
    expect((await send('POST', '/corrections', { source: 'National Mapping Agency', license: 'CC BY-IGO' })).status).toBe(200);
    const corrected = versionAnswer.parse(await (await send('POST', '/corrections', { license: 'CC BY 4.0', updateFrequencyYears: 2 })).json());
    expect(corrected.metadata).toMatchObject({ title: change.title, source: 'National Mapping Agency', license: 'CC BY 4.0', updateFrequencyYears: 2 });
    expect(corrected.artifacts.map(({ sha256 }) => sha256)).toEqual(files);
    const told = versionAnswer.parse(await (await fetch(path)).json()).corrections!;
    expect(told.map(({ by, fields }) => [by, fields])).toEqual([
      ['admin', [{ field: 'source', before: '', after: 'National Mapping Agency' }]],
      [
        'admin',
        [
          { field: 'license', before: 'CC BY-IGO', after: 'CC BY 4.0' },
          { field: 'updateFrequencyYears', before: null, after: 2 },
        ],
      ],
    ]);
    const tiles = (await (await fetch(`${server.url}/tiles/cod-ab-xnx/v01.json`)).json()) as { attribution: string };
    expect(tiles.attribution).toContain('CC BY 4.0');
    // Whose the data are is carried to the next version, unless its files say otherwise.
    const next = await ingest(
      FAULTY().map((file, i) => (i === 0 ? new File([file, ' '], file.name) : file)),
      { country: 'XNX' },
    );
    const carried = await fetch(`${server.url}/api/v1/datasets/cod-ab-xnx/versions/${next.job.version}`, { headers: admin.headers });
    expect(versionAnswer.parse(await carried.json()).metadata).toMatchObject({ source: 'National Mapping Agency', license: 'CC BY 4.0' });
    expect((await send('POST', '/withdraw', { reason: 'wrong file' })).status).toBe(200);
    // It stays readable at its own address.
    expect(versionAnswer.parse(await (await fetch(path)).json())).toMatchObject({
      status: 'withdrawn',
      reason: 'needed today',
      withdrawal: { reason: 'wrong file' },
    });
  });
});
