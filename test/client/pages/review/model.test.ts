/** The review page without a page: what is decided and answered goes to the server as it was said, and another version begins anew. */
import { beforeEach, expect, test, vi } from 'vitest';
import { createApi } from '../../../../client/kit/api.ts';
import { ReviewModel, type ReviewHost } from '../../../../client/pages/review/model.ts';
import { presenceAnswers } from '../../../../server/contract/presence/presence.ts';

const column = { heading: 'Cluster', hxl: null, samples: [], role: { is: 'sector' }, from: 'heading', marks: [], separators: [';'] } as never;
let asked: { path: string; method: string; body: unknown }[];
let said: string[];
let draws: number;
let host: ReviewHost & { drawn(): void };
let model: ReviewModel;

beforeEach(() => {
  [asked, said, draws] = [[], [], 0];
  const api = createApi(async (input, { method = 'GET', body } = {}) => {
    const path = input as string;
    asked.push({ path, method, body: typeof body === 'string' ? JSON.parse(body) : undefined });
    if (path.includes('/jobs/')) return Response.json({ state: 'succeeded', version: 'v03' });
    if (method === 'POST') return Response.json({ job: 'j1', decisions: [{ id: 'd1' }] });
    return Response.json({ version: path });
  });
  host = {
    app: { api, toast: (text: string) => said.push(text) },
    t: (key: string) => key,
    params: { id: '3w-xnv' },
    query: new URLSearchParams('version=v02'),
    requestUpdate: () => draws++,
    addController: () => {},
    focusApply: () => said.push('look up'),
    drawn: () => (draws = 0),
  } as never;
  model = new ReviewModel(host);
  model.hostConnected();
});

const settled = () => vi.waitFor(() => expect(model.list).not.toBeNull());

test('the version of the address is read, and each change is told to the page', async () => {
  await settled();
  expect(asked.map(({ path }) => path)).toEqual(['/api/v1/presence/3w-xnv/review?version=v02', '/api/v1/presence/3w-xnv?version=v02']);
  for (const change of [
    () => model.showTab('columns'),
    () => model.toggleSearch('g'),
    () => model.showGroups('code-unknown', 180),
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
  expect(model.outcome).toEqual({ version: '/api/v1/presence/3w-xnv?version=v03' });
});

test('of another sheet only the sheet is sent: what was said of the columns was said of the old one', async () => {
  await settled();
  model.setRole(column, 'activity');
  model.setSheet({ sheet: 'May', file: 'a.xlsx' });
  await model.apply();
  expect(asked.find(({ method }) => method === 'POST')!.body).toEqual({ sheet: 'May', file: 'a.xlsx' });
});

test('a merge is remembered by its decision until it is undone', async () => {
  await settled();
  await model.merge('a\nb', 'b', 'a');
  expect([...model.merged]).toEqual([['a\nb', 'd1']]);
  expect(said).toEqual(['review.saved']);
  await model.undoMerge('a\nb', 'd1');
  expect(model.merged.size).toBe(0);
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
  expect(asked.at(-1)!.path).toBe('/api/v1/presence/3w-xnv?version=current');
});
