/** Personal data in uploads: told before anything is stored, and what a person decides is what is stored. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobAnswer, versionAnswer } from '../../../server/contract/datasets/api.ts';
import type { PersonalFinding } from '../../../server/contract/uploads/personal.ts';
import { workAnswer } from '../../../server/contract/uploads/work.ts';
import { unzipSync } from 'fflate';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { MARKERS, PEOPLE, personalWorkbook } from '../../helpers/uploads/personalWorkbook.ts';

let server: TestServer;
let admin: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_INGEST_WORKERS: '1' });
  admin = await join(server.url, server.firstLink!, 'Amina');
  member = await invite(server.url, admin, 'contributor', 'Carla');
});
afterAll(() => server.close());

/** Each upload has other bytes, so that none is taken for one before. */
let made = 0;
const workbook = () => new File([Buffer.from(personalWorkbook(`Upload ${++made}`))], 'xnv_3w.xlsx');

async function send(file: File, fields: Record<string, string> = {}) {
  const form = new FormData();
  form.append('files', file, file.name);
  for (const [name, value] of Object.entries({ kind: '3w', country: 'XNV', ...fields })) form.append(name, value);
  const answer = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: member.headers, body: form });
  expect(answer.status, await answer.clone().text()).toBe(202);
  return follow(answer);
}
const follow = (answer: Response) => followJob(answer.headers.get('location')!.split('/').at(-1)!);
async function followJob(id: string) {
  const events = await (await fetch(`${server.url}/api/v1/jobs/${id}/events`)).text();
  return jobAnswer.parse(
    JSON.parse(
      events
        .split('\n')
        .findLast((line) => line.startsWith('data: '))!
        .slice(6),
    ),
  );
}
const say = async (job: string, personal: object) =>
  fetch(`${server.url}/api/v1/jobs/${job}/answers`, {
    method: 'POST',
    headers: { ...member.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ personal }),
  });
const findingsOf = (job: Awaited<ReturnType<typeof send>>) => (job.error!.details as { findings: PersonalFinding[] }).findings;
async function kept(): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of server.store.objects.list('uploads')) keys.push(key);
  return keys.toSorted();
}
async function readVersion(tag: string, who: Person | null = member) {
  const answer = await fetch(`${server.url}/api/v1/datasets/3w-xnv/versions/${tag}`, who ? { headers: who.headers } : {});
  return versionAnswer.parse(await answer.json());
}
/** The source file as it is downloaded, all its parts as one text; null where it is refused. */
async function download(tag: string, who: Person | null): Promise<string | null> {
  const { artifacts } = await readVersion(tag);
  const source = artifacts.find(({ kind }) => kind === 'source')!;
  const answer = await fetch(new URL(source.href, server.url), who ? { headers: who.headers } : {});
  if (answer.status !== 200) return null;
  return Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    .map((bytes) => Buffer.from(bytes).toString('utf8'))
    .join('\n');
}
const namedIn = (text: string) => MARKERS.filter((marker) => text.includes(marker));

describe('a 3W that names people', () => {
  test('nothing is stored before a person has decided; what is told gives nobody away', async () => {
    const job = await send(workbook());
    expect([job.state, job.error?.code, job.version]).toEqual(['failed', 'upload.personal', null]);
    expect(findingsOf(job).length).toBe(14);
    expect(namedIn(JSON.stringify(job))).toEqual([]);
    expect(job.error!.details).toMatchObject({ texts: { fr: expect.stringContaining('données personnelles'), ar: expect.any(String) } });
    expect((await server.store.catalog.listDrafts()).length).toBe(0);
    const work = workAnswer.parse(await (await fetch(`${server.url}/api/v1/work`, { headers: member.headers })).json());
    expect(work.uploads.map(({ asks }) => asks)).toEqual(['personal']);
    // Cancelled: the files are gone at once.
    const keys = await kept();
    expect(keys.length).toBe(1);
    await fetch(`${server.url}/api/v1/jobs/${job.id}`, { method: 'DELETE', headers: member.headers });
    expect(await kept()).toEqual([]);
    const after = jobAnswer.parse(await (await fetch(`${server.url}/api/v1/jobs/${job.id}`)).json());
    expect([after.state, after.error]).toEqual(['cancelled', null]);
    expect((await say(job.id, { is: 'keep' })).status).toBe(409);
  });

  test('a copy without: only the copy is stored, what came is gone, and it is said', async () => {
    const asked = await send(workbook());
    const before = await kept();
    const job = await follow(await say(asked.id, { is: 'strip', parts: findingsOf(asked).map(({ id }) => id) }));
    expect([job.state, job.error]).toEqual(['succeeded', null]);
    const version = await readVersion(job.version!);
    expect(version.personal).toEqual({
      is: 'removed',
      what: [
        { kind: 'email', count: 6 },
        { kind: 'phone', count: 3 },
        { kind: 'name', count: 3 },
        { kind: 'author', count: 4 },
        { kind: 'comment', count: 2 },
        { kind: 'threaded-person', count: 1 },
        { kind: 'property', count: 2 },
        { kind: 'link', count: 1 },
        { kind: 'hidden-sheet', count: 1 },
        { kind: 'macro', count: 1 },
      ],
    });
    const source = version.artifacts.find(({ kind }) => kind === 'source')!;
    const now = await kept();
    expect(now.filter((key) => before.includes(key))).toEqual([]);
    expect(now).toContain(`uploads/${source.sha256}`);
    expect(namedIn((await download(job.version!, member))!)).toEqual([]);
    expect(await download(job.version!, member)).toContain('Save the Rivers');
    // Nobody is asked once more about a file that is gone.
    const work = workAnswer.parse(await (await fetch(`${server.url}/api/v1/work`, { headers: member.headers })).json());
    expect(work.uploads).toEqual([]);
    // Read again, it is the copy that is read, and what became of it stays said.
    const again = await fetch(`${server.url}/api/v1/presence/3w-xnv/apply?version=${job.version}`, {
      method: 'POST',
      headers: { ...member.headers, 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(again.status, await again.clone().text()).toBe(202);
    const { job: next } = (await again.json()) as { job: string };
    const read = await followJob(next);
    expect([read.state, (await readVersion(read.version!)).personal]).toEqual(['succeeded', version.personal]);
    expect(namedIn(server.lines.join('\n'))).toEqual([]);
  });

  test('kept: the file stays as it came, for members; strangers never get it', async () => {
    const file = workbook();
    const asked = await send(file);
    const job = await follow(await say(asked.id, { is: 'keep' }));
    expect(job.state).toBe('succeeded');
    expect((await readVersion(job.version!)).personal).toMatchObject({ is: 'kept', what: expect.arrayContaining([{ kind: 'comment', count: 2 }]) });
    expect(await download(job.version!, member)).toContain(PEOPLE.focal[0]);
    await fetch(`${server.url}/api/v1/datasets/3w-xnv/versions/${job.version}/publish`, {
      method: 'POST',
      headers: { ...admin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ reason: 'a test' }),
    });
    expect((await readVersion(job.version!, null)).status).toBe('current');
    expect(await download(job.version!, null)).toBeNull();
    expect(await download(job.version!, admin)).toContain(PEOPLE.email[0]);
  });

  test('programs say it with the upload', async () => {
    const kept = await send(workbook(), { personal: 'keep' });
    expect([kept.state, (await readVersion(kept.version!)).personal?.is]).toEqual(['succeeded', 'kept']);
    const stripped = await send(workbook(), { personal: 'strip' });
    expect(stripped.state).toBe('succeeded');
    const left = (await download(stripped.version!, member))!;
    expect(namedIn(left)).toEqual([]);
    // What is not of persons stays, unless somebody ticks it.
    expect(left).toContain('macros');
  });

  test('a file that names nobody is asked nothing', async () => {
    const csv = new File(['Organisation,Admin1 name,Admin1 pcode\nSave the Rivers,Novara North,XN01\nRelief North,Novara South,XN02\n'], 'xnv_3w.csv');
    const job = await send(csv);
    expect(job.state).toBe('succeeded');
    expect((await readVersion(job.version!)).personal).toBeUndefined();
  });
});

describe('files of boundaries, which are for everybody otherwise', () => {
  test.each([
    ['hold persons', { is: 'kept', what: [{ kind: 'email', count: 2 }] }, true],
    ['could not be looked into', { is: 'unsearched', what: [{ kind: 'unsearched', count: 1 }] }, true],
    ['are copies without persons', { is: 'removed', what: [{ kind: 'email', count: 2 }] }, false],
  ] as const)('%s', async (_, personal, isClosed) => {
    const { version } = await recordSample(server.store, { personal: { is: personal.is, what: [...personal.what] } });
    await server.store.datasets.publishVersion('cod-ab-sle' as never, version, { by: 'tester', reason: 'a test' });
    const address = `${server.url}/api/v1/datasets/cod-ab-sle/versions/${version}`;
    const told = async (who: Person | null) => {
      const answer = await fetch(address, who ? { headers: who.headers } : {});
      return versionAnswer.parse(await answer.json()).artifacts.filter(({ kind }) => kind === 'source').map(({ file }) => file); // prettier-ignore
    };
    expect([(await told(null)).length, (await told(member)).length]).toEqual([isClosed ? 0 : 1, 1]);
    const file = `${address}/download/${encodeURIComponent((await told(member))[0]!)}`;
    const [stranger, own] = [await fetch(file), await fetch(file, { headers: member.headers })];
    expect([stranger.status, own.status]).toEqual([isClosed ? 401 : 200, 200]);
    if (isClosed) expect(own.headers.get('cache-control')).toMatch(/no-store/);
  });
});
