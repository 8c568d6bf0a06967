/** Files of documents over HTTP: sent as a form, read apart, told before they are published; and kept, copied and collected with the rest of the store. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionAnswer, type EditionAnswer } from '../../../server/contract/documents/documents.ts';
import { createReader } from '../../../server/documents/reading/apart.ts';
import { readDocument } from '../../../server/documents/reading/read.ts';
import { startTestServer, temporaryConfig, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { makeDocx, paragraph } from '../../helpers/documents/docx.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { age, codmap } from '../../helpers/stores.ts';

const C = '/api/v1/countries/NVL';
const D = `${C}/documents`;
let server: TestServer;
let send: Send;
let chair: Person;
let member: Person;

const as = (who: Person | null, method: string, path: string, body?: unknown) => send(method, path, who?.headers ?? {}, body);
const ok = async <T>(response: Response): Promise<T> => {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
};
function form(fields: Record<string, string>, name: string, bytes: Uint8Array): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  data.set('file', new Blob([Uint8Array.from(bytes)]), name);
  return data;
}
const upload = (method: string, path: string, body: FormData, who = chair) => fetch(server.url + path, { method, headers: who.headers, body });
const create = (name: string, bytes: Uint8Array, fields: Record<string, string> = {}) =>
  upload('POST', D, form({ kind: 'other', group: 'imwg', language: 'en', title: 'A file', ...fields }, name, bytes));
const made = async (name: string, bytes: Uint8Array, fields: Record<string, string> = {}): Promise<EditionAnswer> =>
  editionAnswer.parse(await ok(await create(name, bytes, fields)));

beforeAll(async () => {
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  await ok(await as(admin, 'POST', `${C}/groups`, { id: 'imwg', type: 'working-group', names: { en: 'IM Working Group' }, acronym: 'IMWG' }));
  await ok(await as(admin, 'POST', `${C}/groups`, { id: 'gis', type: 'sub-group', names: { en: 'GIS' }, parent: 'imwg' }));
  chair = await invite(server.url, admin, { scope: 'NVL', group: 'imwg', role: 'chair' }, 'Chadia');
  member = await invite(server.url, admin, { scope: 'NVL', group: 'gis', role: 'member' }, 'Mamadou');
}, 60_000);
afterAll(() => server.close());

describe('a form', () => {
  const docx = makeDocx({ body: paragraph('Terms of reference', 'Heading1') + paragraph('All clusters.') });

  test('makes a document of a Word file, which is read apart and given back byte for byte', async () => {
    const { document, edition } = await made('../../ToR\u202E of the IMWG.docx', docx, { id: 'word', kind: 'tor', title: 'Terms', note: '' });
    expect(document).toMatchObject({ id: 'word', kind: 'tor', audience: 'members' });
    expect(edition).toMatchObject({ format: 'docx', readable: true, note: null, told: [], file: { name: 'ToR of the IMWG.docx', bytes: docx.length } });
    const file = await as(member, 'GET', `${D}/word/versions/v1/file`);
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(docx))).toBe(true);
    expect([file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'private, no-store',
    ]);
    expect(await (await as(member, 'GET', `${D}/word/versions/v1/view.html`)).text()).toContain('<h1 id="h-terms-of-reference">Terms of reference</h1>');
  });

  test('replaces a draft, and begins a version', async () => {
    const changed = editionAnswer.parse(
      await ok(await upload('PUT', `${D}/word/versions/v1/file`, form({ note: 'As Markdown' }, 'tor.md', Buffer.from('# Terms')))),
    );
    expect(changed.edition).toMatchObject({ format: 'markdown', note: 'As Markdown', file: { name: 'tor.md' } });
    await ok(await as(chair, 'POST', `${D}/word/versions/v1/review`, {}));
    await ok(await as(chair, 'POST', `${D}/word/versions/v1/approval`, {}));
    const next = editionAnswer.parse(
      await ok(await upload('POST', `${D}/word/versions`, form({ bump: 'minor' }, 'tor.pdf', Buffer.from('%PDF-1.7\n%%EOF\n')))),
    );
    expect(next.edition).toMatchObject({ version: 'v1.1', format: 'pdf', readable: false });
    expect((await answerOf(await as(chair, 'GET', `${D}/word/versions/v1.1/view.html`))).slice(0, 2)).toEqual([404, 'document.no-view']);
    expect(await ok<object>(await as(chair, 'GET', `${D}/word/versions/v1.1/body`))).toMatchObject({ format: 'pdf', html: null, text: null });
    expect((await as(chair, 'GET', `${D}/word/versions/v1.1/file`)).headers.get('content-disposition')).toMatch(/^attachment; filename="tor.pdf"/);
    await ok(await as(chair, 'DELETE', `${D}/word/versions/v1.1`));
  });

  test.each([
    ['a program in it', 'a.docx', makeDocx({ body: '', parts: { 'word/vbaProject.bin': 'x' } }), [422, 'document.macros']],
    ['an archive that unpacks to too much', 'a.docx', makeDocx({ body: '', parts: { 'word/media/a.png': new Uint8Array(60_000_000) } }), [413, 'document.too-much']],
    ['a wrong name', 'a.pdf', docx, [422, 'document.not-what-it-says']],
    ['nothing in it', 'a.md', new Uint8Array(0), [422, 'document.empty']],
    ['more than 20 MB', 'a.pdf', new Uint8Array(20_000_001), [413, 'document.too-large']],
  ])('with %s is refused, in every language, and nothing is stored', async (_, name, bytes, expected) => {
    const response = await create(name, bytes, { id: 'refused' });
    const problem = (await response.clone().json()) as { detail: string; details: { texts: Record<string, string> } };
    expect((await answerOf(response)).slice(0, 2)).toEqual(expected);
    expect(Object.keys(problem.details.texts).toSorted()).toEqual(['ar', 'es', 'fr', 'pt']);
    expect((await as(chair, 'GET', `${D}/refused`)).status).toBe(404);
  }); // prettier-ignore

  test('without a file, or with fields that are wrong, says so', async () => {
    const data = new FormData();
    data.set('title', 'x');
    expect((await answerOf(await upload('POST', D, data))).slice(0, 2)).toEqual([422, 'document.form']);
    expect((await answerOf(await create('a.md', Buffer.from('x'), { kind: 'poem' })))[0]).toBe(400);
    expect((await answerOf(await create('a.md', Buffer.from('x'), { group: 'nothing' }))).slice(0, 2)).toEqual([403, 'group.forbidden']);
    expect(
      (await answerOf(await upload('POST', D, form({ kind: 'other', group: 'imwg', language: 'en', title: 'x' }, 'a.md', Buffer.from('x')), member))).slice(
        0,
        2,
      ),
    ).toEqual([403, 'auth.forbidden']);
  });

  test('the mailbox of a group of the country is of no person, an address like it is', async () => {
    await ok(await as(chair, 'PATCH', `${C}/groups/imwg`, { mailbox: 'zelda.wanders@example.org' }));
    const text = (box: string) => Buffer.from(`Write to ${box}.`);
    const { edition } = await made('a.md', text('Zelda.Wanders@example.org'), { id: 'box' });
    const other = await made('a.docx', makeDocx({ body: paragraph('Write to zelda.wanders@example.org and zelda.wonders@example.org.') }), { id: 'no-box' });
    expect([edition.told, other.edition.told.map(({ count }) => count)]).toEqual([[], [1]]);
  });

  test('what a file tells of people is said, and publishing it for everybody has to be said', async () => {
    const core = '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Zelda Marker</dc:creator></cp:coreProperties>';
    const bytes = makeDocx({ body: paragraph('Ask zelda.marker@example.org.'), parts: { 'docProps/core.xml': core } });
    const { edition } = await made('a.docx', bytes, { id: 'tells', audience: 'public' });
    expect(edition.told).toEqual([
      { code: 'author', count: 1, text: 'The file names one author or editor.' },
      { code: 'emails', count: 1, text: 'One e-mail address of a person is in the file.' },
    ]);
    await ok(await as(chair, 'POST', `${D}/tells/versions/v1/review`, {}));
    expect(await answerOf(await as(chair, 'POST', `${D}/tells/versions/v1/approval`, {}))).toEqual([
      409, 'document.reveals', { reveals: [{ code: 'author', count: 1 }, { code: 'emails', count: 1 }] },
    ]); // prettier-ignore
    expect((await as(null, 'GET', `${D}/tells/versions/v1/file`)).status).toBe(404);
    await ok(await as(chair, 'PATCH', `${D}/tells`, { audience: 'members' }));
    await ok(await as(chair, 'POST', `${D}/tells/versions/v1/approval`, {}));
    expect((await answerOf(await as(chair, 'PATCH', `${D}/tells`, { audience: 'public' }))).slice(0, 2)).toEqual([409, 'document.reveals']);
    await ok(await as(chair, 'PATCH', `${D}/tells`, { audience: 'public', accept: true }));
    expect((await as(null, 'GET', `${D}/tells/versions/v1/file`)).status).toBe(200);
  });
});

test('the outline is for members, as Markdown in the language asked for', async () => {
  expect(await answerOf(await as(null, 'GET', `${D}/outline.md?group=imwg`))).toEqual([401, 'auth.required']);
  const response = await as(member, 'GET', `${D}/outline.md?group=imwg&lang=ar`);
  expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual(['text/markdown; charset=utf-8', 'private, no-store']);
  const text = await response.text();
  expect(text).toMatch(/^# الاختصاصات: \u2068?IM Working Group \(IMWG\)\u2069?\n/);
  expect(text).toContain('- GIS');
  const { edition } = editionAnswer.parse(
    await ok(await as(chair, 'POST', D, { id: 'from-outline', kind: 'tor', group: 'imwg', language: 'ar', title: 'الاختصاصات', text })),
  );
  expect(edition).toMatchObject({ file: { name: 'الاختصاصات.md' }, told: [] });
  expect((await ok<{ headings: object[] }>(await as(member, 'GET', `${D}/from-outline/versions/v1/body`))).headings).toHaveLength(11);
  expect((await answerOf(await as(member, 'GET', `${D}/outline.md?group=nothing`))).slice(0, 2)).toEqual([404, 'group.unknown']);
});

describe('reading apart', () => {
  test('ends what takes too long, and reads the next', async () => {
    const ended: string[] = [];
    const read = createReader({
      seconds: 0.05,
      start: ({ name, bytes }) => ({
        onMessage: (listen) => void (name === 'slow.docx' ? undefined : readDocument(name, bytes).then(listen)),
        onExit: () => undefined,
        terminate: async () => void ended.push(name),
      }),
    });
    const slow = read('slow.docx', Buffer.from('PK'));
    const next = read('next.pdf', Buffer.from('%PDF-1.7\n%%EOF\n'));
    await expect(slow).rejects.toMatchObject({ code: 'document.too-heavy' });
    expect(await next).toMatchObject({ format: 'pdf' });
    expect(ended).toEqual(['slow.docx', 'next.pdf']);
  });
});

test('a group that has documents is not deleted', async () => {
  await ok(await as(chair, 'POST', `${C}/groups`, { id: 'brief', type: 'sub-group', names: { en: 'Brief' }, parent: 'imwg' }));
  await made('a.md', Buffer.from('# Brief'), { id: 'brief-note', group: 'brief' });
  expect(await answerOf(await as(chair, 'DELETE', `${C}/groups/brief`))).toEqual([409, 'group.in-use', { reasons: ['there are documents of it'] }]);
  await ok(await as(chair, 'DELETE', `${D}/brief-note`));
  expect((await as(chair, 'DELETE', `${C}/groups/brief`)).status).toBe(204);
});

describe('the store', () => {
  const run = async (args: string[], data = server.config.data) => {
    const { code, out } = await codmap([...args, '--json'], data);
    return { code, ...(JSON.parse(out) as Record<string, unknown>) };
  };
  const keysOf = async () =>
    (await server.store.db.selectFrom('document_object').select('object_key').distinct().execute()).map(({ object_key }) => object_key);

  test('verifies, copies and restores documents with the rest', async () => {
    const folder = mkdtempSync(pathOf(tmpdir(), 'codmap-documents-'));
    const target = temporaryConfig();
    try {
      await made('kept.pdf', Buffer.from('%PDF-1.7\nkept\n%%EOF\n'));
      const keys = await keysOf();
      expect(keys.length).toBeGreaterThan(2);
      expect(await run(['verify'])).toMatchObject({ code: 0, objects: keys.length, faults: [] });
      expect(await run(['backup', pathOf(folder, 'backup')])).toMatchObject({ code: 0, objects: keys.length, lost: [] });
      expect(await run(['restore', pathOf(folder, 'backup')], target.config.data)).toMatchObject({ code: 0, objects: keys.length, lost: [] });
      expect(await run(['verify'], target.config.data)).toMatchObject({ code: 0, objects: keys.length, faults: [] });
    } finally {
      target.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('lets go of drafts that were discarded or replaced, and of nothing that a version names', async () => {
    const before = await keysOf();
    await made('a.md', Buffer.from('# To be discarded'), { id: 'discarded' });
    const drafted = (await keysOf()).filter((key) => !before.includes(key));
    expect(drafted).toHaveLength(2);
    await ok(await as(chair, 'DELETE', `${D}/discarded`));
    await age(server.config, 3);
    const collected = await server.store.collector.collect({ dryRun: false });
    expect(collected).toMatchObject({ refusal: null, named: before.length });
    // Also what was replaced in the tests above.
    expect(collected.leftovers.map(({ key }) => key)).toEqual(expect.arrayContaining(drafted));
    expect(collected.leftovers.filter(({ key }) => before.includes(key))).toEqual([]);
    for (const key of before) expect(await server.store.objects.head(key), key).toBeDefined();
  });

  test('never gives out a file that was changed behind its back', async () => {
    const { edition } = await made('a.md', Buffer.from('# Unharmed'), { id: 'harmed' });
    const [{ object_key }] = (await server.store.db.selectFrom('document_object').select('object_key').where('sha256', '=', edition.file.sha256).execute()) as [
      { object_key: string },
    ];
    writeFileSync(pathOf(server.config.objects.root, ...object_key.split('/')), '# Harmed..');
    expect((await answerOf(await as(chair, 'GET', `${D}/harmed/versions/v1/file`))).slice(0, 2)).toEqual([503, 'object.damaged']);
    expect(await run(['verify'])).toMatchObject({ code: 1, faults: [{ dataset: 'NVL/harmed', version: 'v1', file: 'file', fault: 'damaged' }] });
  });
});
