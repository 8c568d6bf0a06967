/** Columns over HTTP, for 3W and population alike: a doubt keeps a draft from being published until it is answered; the answer is remembered for files of the layout. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnsRead } from '../../../server/contract/columnRoutes.ts';
import { jobAnswer, problemDetails } from '../../../server/contract/datasets/api.ts';
import type { DatasetId, DatasetKind, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import { createKinds } from '../../../server/app/kinds.ts';
import { UnauthorizedError } from '../../../server/errors.ts';
import type { Authorize } from '../../../server/http/request.ts';
import { runIngest } from '../../../server/jobs/ingest.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { SMALL } from '../../helpers/presence.ts';
import { fakeSummary } from '../../helpers/units.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';

let server: TestServer;
const send = async (path: string, { method = 'GET', body, as = 'ann' }: { method?: string; body?: unknown; as?: string | null } = {}) => {
  const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(as ? { 'x-test-user': as } : {}) };
  const response = await fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: () => JSON.parse(text) as unknown };
};
const code = (answer: { json: () => unknown }) => problemDetails.parse(answer.json()).type.replace('/problems/', '');
const at = (id: string, version: string, rest: string) => `/api/v1/datasets/${id}/versions/${version}/${rest}`;
const columnsOf = async (id: string, version: string, lang = 'en') => (await send(at(id, version, `columns?lang=${lang}`))).json() as ColumnsRead;
const publish = (id: string, version: string, reason?: string) => send(at(id, version, 'publish'), { method: 'POST', body: { reason } });

async function ingest(kind: DatasetKind, name: string, text: string, sha: string): Promise<VersionTag> {
  const { store } = server;
  const file = { ...uploadOf(name, text), sha256: sha.repeat(64) };
  const summary = await runIngest({
    kinds: createKinds(store.db),
    files: [{ ...file, source: { ...file.source, close: () => {} } as never }],
    kind,
    country: 'EXL' as Iso3,
    options: {},
    today: '2025-06-01',
    catalog: store.catalog,
    objects: store.objects,
    onProgress: () => {},
  });
  return (await store.datasets.recordVersion(summary, { by: 'tester' })).version;
}

async function say(id: string, version: string, body: unknown): Promise<string> {
  const said = await send(at(id, version, 'columns'), { method: 'PUT', body });
  expect(said.status, JSON.stringify(said.json())).toBe(202);
  const read = async () => jobAnswer.parse((await send(said.headers.get('location')!)).json());
  let job = await read();
  for (let i = 0; i < 400 && (job.state === 'queued' || job.state === 'running'); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    job = await read();
  }
  expect(job.error).toBeNull();
  return job.version!;
}

beforeAll(async () => {
  const authorize: Authorize = async (request) => {
    const name = request.headers['x-test-user'];
    if (typeof name !== 'string') throw new UnauthorizedError('auth.required', 'Sign in.');
    return { id: name, name } as never;
  };
  server = await startTestServer({ authorize }, { CODMAP_INGEST_WORKERS: '1' });
  const { datasets } = server.store;
  const names = { en: 'Exland', fr: 'Exland', es: 'Exland', ar: 'Exland' };
  const levels = SMALL.map(({ level, units }) => ({ level, units: units.length }));
  await datasets.recordVersion({ ...fakeSummary([]), country: 'EXL' as Iso3, countryNames: names, levels, units: SMALL }, { by: 'tester' });
  await datasets.publishVersion('cod-ab-exl' as DatasetId, 'v01' as never, { by: 'tester', reason: 'test' });
});
afterAll(() => server.close());

/** "Entity" may be a body or a building, and none of its names is known. */
const THREE_W = (month: string) => `Entity,Cluster,District Pcode
Alfa Path,Health,EX0101
Beta Path,WASH,EX0102
Alfa Path,WASH,EX0201
Gama Path,Health,EX0202
Beta Path,Health,EX0101
Alfa Path,${month === 'May' ? 'Education' : 'Health'},EX0102
`;

describe('3W', () => {
  const id = '3w-exl';
  let draft: string;
  test('what is not sure is a question, with samples, reasons and the answers as they are sent', async () => {
    draft = await ingest('3w', 'exl_3w_may.csv', THREE_W('May'), 'a');
    const { columns, questions } = await columnsOf(id, draft);
    expect(columns.map(({ heading, role }) => [heading, (role as { is: string }).is])).toEqual([['Entity', 'org'], ['Cluster', 'sector'], ['District Pcode', 'place']]); // prettier-ignore
    expect(questions.map(({ text, rows }) => [text, rows])).toEqual([
      ['Does “Entity” (Alfa Path, Beta Path, Gama Path) hold implementing partners? 6 rows depend on the answer.', 6],
    ]);
    expect(questions[0]!.choices.map(({ text, columns: said }) => [text, said.map(({ heading, role }) => [heading, role])])).toEqual([
      ['“Entity” (Alfa Path, Beta Path, Gama Path): it holds implementing partners', [['Entity', { is: 'org', role: 'implementing', part: 'name' }]]],
      ['“Entity” (Alfa Path, Beta Path, Gama Path): not used', [['Entity', { is: 'ignore' }]]],
    ]);
    const texts = await Promise.all(['en', 'fr', 'es', 'ar'].map(async (lang) => (await columnsOf(id, draft, lang)).questions[0]!.text));
    expect(new Set(texts).size).toBe(4);
  });

  test('the draft is not published until it is answered, whatever the reason', async () => {
    expect(code(await publish(id, draft))).toBe('version.questions-open');
    expect(code(await publish(id, draft, 'it will do'))).toBe('version.questions-open');
  });

  test('answered and remembered: the next draft has no question, and neither has the file of next month, which says why', async () => {
    const { questions } = await columnsOf(id, draft);
    const answered = await say(id, draft, { columns: questions[0]!.choices[0]!.columns });
    const after = await columnsOf(id, answered);
    expect([after.questions, after.columns[0]!.from, after.columns[0]!.confidence]).toEqual([[], 'asked', 1]);
    expect((await publish(id, answered)).status).toBe(200);

    const june = await ingest('3w', 'exl_3w_june.csv', THREE_W('June'), 'b');
    // Memory of the country is read by the server's own kinds.
    const next = await columnsOf(id, june);
    expect(next.questions).toEqual([]);
    expect(next.columns[0]!.from).toBe('profile');
    expect(next.columns[0]!.reasons[0]!.text).toMatch(/^confirmed by a person for the previous file \(exl_3w_may\.csv\)/);
    expect((await publish(id, june)).status).toBe(200);
  });

  test('roles of another kind, a wrong word, a stranger', async () => {
    const wrong = { columns: [{ heading: 'Entity', role: { is: 'group', sex: 't', ageFrom: 0, ageTo: 4 } }] };
    expect(code(await send(at(id, 'v01', 'columns'), { method: 'PUT', body: wrong }))).toBe('request.invalid');
    expect(code(await send(at(id, 'v01', 'columns'), { method: 'PUT', body: { columns: [{ heading: 'Entity', rolle: 1 }] } }))).toBe('request.invalid');
    expect((await send(at(id, 'v01', 'columns'), { as: null })).status).toBe(401);
  });
});

describe('population', () => {
  const id = 'cod-ps-exl';
  const TABLE = (bo: string) => `ADM2_PCODE;ADM2_EN;T_TL\nEX0101;Bo;${bo}\nEX0102;Kailahun;130.000\nEX0201;Tonkolili;\nEX0202;Moyamba;\n`;
  let draft: string;

  test('thousands or decimals: asked, not published before it is answered', async () => {
    draft = await ingest('cod-ps', 'exl_admpop_adm2_2024.csv', TABLE('100.000'), 'c');
    const { columns, questions } = await columnsOf(id, draft);
    expect(columns.map(({ heading, role }) => [heading, (role as { is: string }).is])).toEqual([['ADM2_PCODE', 'pcode'], ['ADM2_EN', 'name'], ['T_TL', 'group']]); // prettier-ignore
    expect(questions.map(({ about, rows, choices }) => [about, rows, choices.length])).toEqual([['numbers', 2, 2]]);
    expect(code(await publish(id, draft, 'it will do'))).toBe('version.questions-open');
  });

  test('answered by its own choice, and remembered for the next file of the layout', async () => {
    const { questions } = await columnsOf(id, draft);
    const answered = await say(id, draft, { columns: questions[0]!.choices[0]!.columns });
    const after = await columnsOf(id, answered);
    expect([after.questions, after.columns[2]!.numbers]).toEqual([[], { thousands: '.', decimal: ',' }]);
    const published = await publish(id, answered, 'the sums of the sample do not matter here');
    expect(published.status, JSON.stringify(published.json())).toBe(200);

    const next = await ingest('cod-ps', 'exl_admpop_adm2_2025.csv', TABLE('101.000'), 'd');
    expect((await columnsOf(id, next)).questions).toEqual([]);
    const { levels } = (await send(at(id, next, 'population'))).json() as { levels: { total: number }[] };
    expect(levels.map(({ total }) => total)).toEqual([231_000]);
  });

  test('an answer for this file alone is not remembered', async () => {
    const TWO = (bo: number) => `ADM2_PCODE,T_TL,Extra\nEX0101,${bo},60000\nEX0102,130000,70000\nEX0201,0,0\nEX0202,0,0\n`;
    const first = await ingest('cod-ps', 'exl_admpop_adm2_2026.csv', TWO(100_000), 'e');
    const role = { is: 'group', sex: 'f', ageFrom: null, ageTo: null };
    const once = await say(id, first, { columns: [{ heading: 'Extra', role }], remember: false });
    const read = (await columnsOf(id, once)).columns[2]!;
    expect([read.role, read.from]).toEqual([role, 'asked']);
    expect((await publish(id, once, 'for the test')).status).toBe(200);
    const next = await ingest('cod-ps', 'exl_admpop_adm2_2027.csv', TWO(101_000), 'f');
    expect((await columnsOf(id, next)).columns[2]!.role).toEqual({ is: 'ignore' });
  });

  test('roles of a 3W are none of its columns', async () => {
    const wrong = { columns: [{ heading: 'T_TL', role: { is: 'sector' } }] };
    expect(code(await send(at(id, draft, 'columns'), { method: 'PUT', body: wrong }))).toBe('request.invalid');
  });
});

test('boundaries of before columns were written down have none to say', async () => {
  expect(code(await send(at('cod-ab-exl', 'v01', 'columns')))).toBe('columns.none');
});
