/** The review page without a page: what is decided and answered goes to the server as it was said, and another version begins anew. */
import { beforeEach, expect, test, vi } from 'vitest';
import { createApi } from '../../../../client/kit/api.ts';
import { ReviewModel, type ReviewHost } from '../../../../client/pages/review/model.ts';
import { presenceAnswers } from '../../../../server/contract/presence/presence.ts';

const column = { heading: 'Cluster', hxl: null, samples: [], role: { is: 'sector' }, from: 'heading', marks: [], separators: [';'] } as never;
const QUESTION = {
  id: 'q1',
  rows: 9,
  choices: [{ columns: [{ heading: 'Who', role: { is: 'ignore' } }] }, { columns: [{ heading: 'Who', role: { is: 'activity' } }] }],
};
let asked: { path: string; method: string; body: unknown }[];
let said: string[];
/** What more the list of review holds. */
let review: object;
let draws: number;
/** What the job makes. */
let ended: string;
let host: ReviewHost & { drawn(): void };
let model: ReviewModel;

beforeEach(() => {
  [asked, said, draws, ended, review] = [[], [], 0, 'v03', {}];
  const api = createApi(async (input, { method = 'GET', body } = {}) => {
    const path = input as string;
    if (path.includes('/session')) return Response.json({ user: { id: 'u', name: 'Amina', role: 'member' } });
    asked.push({ path, method, body: typeof body === 'string' ? JSON.parse(body) : undefined });
    if (path.includes('/jobs/')) return Response.json({ state: 'succeeded', version: ended });
    if (method === 'POST') return Response.json({ job: 'j1', decisions: [{ id: 'd1' }] });
    if (path.includes('/columns')) return Response.json({ columns: [], questions: [QUESTION] });
    if (path.includes('/units')) return Response.json({ units: [{ pcode: 'XN01', names: [{ lang: 'en', name: 'North' }] }], total: 1 });
    // The tag that was asked for.
    return Response.json({ version: /version=(\w+)/.exec(path)?.[1], path, ...(path.includes('/review') ? review : {}) });
  });
  host = {
    app: { api, language: 'en', toast: (text: string) => said.push(text) },
    t: (key: string) => key,
    params: { id: '3w-xnv' },
    query: new URLSearchParams('version=v02'),
    requestUpdate: () => draws++,
    addController: () => {},
    focusApply: () => said.push('look up'),
    focusPart: () => undefined,
    updateComplete: Promise.resolve(true),
    drawn: () => (draws = 0),
  } as never;
  model = new ReviewModel(host);
  model.hostConnected();
});

const settled = () => vi.waitFor(() => expect(model.list).not.toBeNull());

test('the version of the address is read, and each change is told to the page', async () => {
  await settled();
  expect(asked.map(({ path }) => path)).toEqual([
    '/api/v1/presence/3w-xnv/review?version=v02',
    '/api/v1/presence/3w-xnv?version=v02',
    '/api/v1/datasets/3w-xnv/versions/v02/columns?lang=en',
  ]);
  for (const change of [
    () => model.toggleSearch('g'),
    () => model.showGroups('code-unknown', 180),
    () => model.asking.choose('q1', 1),
    () => model.setRole(column, 'activity'),
    () => model.separate(column, [',']),
    () => model.setPeriod({ start: '2025-01-01', end: '2025-01-31' }),
    () => model.setSheet({ sheet: 'May', file: 'a.xlsx' }),
  ]) {
    host.drawn();
    change();
    expect(draws, String(change)).toBeGreaterThan(0);
  }
});

test('where a doubtful place lies is said by name', async () => {
  const places = [
    { level: 1, parent: 'XN' },
    { level: 2, parent: 'XN01' },
    { level: 2, parent: 'XN09' },
  ];
  review = { boundaries: { dataset: 'cod-ab-xnv', version: 'v01' }, groups: places };
  await model.load();
  await vi.waitFor(() => expect(model.nameOf(1, 'XN01')).toBe('North XN01'));
  expect(model.nameOf(1, 'XN09')).toBe('XN09');
  // The country is no news, so its level is not asked for.
  expect(asked.filter(({ path }) => path.includes('/units')).map(({ path }) => /level=\d/.exec(path)?.[0])).toEqual(['level=1']);
});

test('an answer that changes nothing is none', async () => {
  await settled();
  model.setRole(column, 'activity');
  model.separate(column, [',', '/']);
  expect([model.roles.size, model.separators.size, model.isAnswered]).toEqual([1, 1, true]);
  model.setRole(column, 'sector');
  model.separate(column, [';']);
  expect([model.roles.size, model.separators.size, model.isAnswered]).toEqual([0, 0, false]);
});

test('applying sends the answers, waits for the job and says what the draft has become', async () => {
  await settled();
  model.setRole(column, 'activity');
  model.separate(column, []);
  await model.apply();
  const sent = asked.find(({ method }) => method === 'POST')!;
  expect(sent.path).toBe('/api/v1/presence/3w-xnv/apply?version=v02');
  expect(presenceAnswers.parse(sent.body)).toEqual({ roles: { Cluster: { is: 'activity' } }, separators: { Cluster: [] } });
  expect(said).toEqual(['look up']);
  expect(model.job?.version).toBe('v03');
  expect([model.outcome?.before, model.outcome?.after]).toMatchObject([{ version: 'v02' }, { version: 'v03' }]);
  // What was published stays: the new draft is another version, and of this one nothing is asked anew.
  expect(model.isAnswered).toBe(false);
  expect(model.list).toMatchObject({ version: 'v02' });
});

test('a draft is read again in its place: the list is read anew', async () => {
  await settled();
  ended = 'v02';
  model.asking.choose('q1', 1);
  await model.apply();
  expect(presenceAnswers.parse(asked.find(({ method }) => method === 'POST')!.body)).toEqual({ columns: [{ heading: 'Who', role: { is: 'activity' } }] });
  expect(asked.filter(({ path }) => path.includes('/review?version=v02'))).toHaveLength(3);
  expect(model.chosen.size).toBe(0);
});

test('a second click takes the answer to a question back', async () => {
  await settled();
  model.asking.choose('q1', 1);
  model.asking.choose('q1', 1);
  expect([model.chosen.size, model.isAnswered]).toEqual([0, false]);
});

test('of another sheet only the sheet is sent: what was said of the columns was said of the old one', async () => {
  await settled();
  model.setRole(column, 'activity');
  model.setSheet({ sheet: 'May', file: 'a.xlsx' });
  await model.apply();
  expect(asked.find(({ method }) => method === 'POST')!.body).toEqual({ sheet: 'May', file: 'a.xlsx' });
});

test('of two organisations one name is kept, or they are two', async () => {
  await settled();
  const pair = { a: { id: 'a', name: 'Aid A' }, b: { id: 'b', name: 'Aid B' } } as never;
  await model.merge(pair, 'a');
  await model.merge(pair, null);
  expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => (body as { decisions: unknown[] }).decisions)).toEqual([
    [{ kind: 'organisation', spelling: 'Aid B', organisation: 'a', name: 'Aid A' }],
    [{ kind: 'distinct', organisations: ['a', 'b'] }],
  ]);
});

test('going back to another version forgets what was said of this one; the same version keeps it', async () => {
  await settled();
  model.setRole(column, 'activity');
  host.query = new URLSearchParams('version=v02&lang=fr');
  model.hostUpdate();
  expect(model.roles.size).toBe(1);
  host.query = new URLSearchParams('');
  model.hostUpdate();
  expect([model.roles.size, model.list]).toEqual([0, null]);
  await settled();
  expect(asked.at(-1)!.path).toBe('/api/v1/datasets/3w-xnv/versions/current/columns?lang=en');
});
