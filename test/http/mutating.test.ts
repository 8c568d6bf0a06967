/** Every route that changes something, as the running application serves it (test/laws/routes.test.ts: and no other way), is refused to somebody without an account. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TABLE } from '../../server/people/rights.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { listServed, type AppDeps } from '../../server/app/http.ts';
import type { Served } from '../../server/http/serve.ts';
import { recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { invite, join, type Person } from '../helpers/member.ts';

let server: TestServer;
let served: Served[];
let viewer: Person;
/** Of another country's working group. */
let neighbour: Person;
const fill = (path: string) =>
  path
    .replace('/datasets/:id', '/datasets/cod-ab-sle')
    .replace(':version', 'v01')
    .replace('/presence/:id', '/presence/3w-sle')
    .replace(/:token/, 'x'.repeat(43))
    .replace(/[:*]\w+/g, 'x');

beforeAll(async () => {
  let deps!: AppDeps;
  server = await startTestServer({}, {}, (made) => (deps = made));
  served = listServed(deps);
  await recordSample(server.store);
  await server.store.jobs.insert({
    id: 'x',
    dataset: 'cod-ab-sle' as never,
    input: { files: [], options: {} },
    sha256: '',
    createdAt: '2026-01-01',
    createdBy: null,
  });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  viewer = await invite(server.url, admin, 'viewer', 'Vera');
  await fetch(`${server.url}/api/v1/countries/TGO/groups`, {
    method: 'POST',
    headers: { ...admin.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'imwg', type: 'working-group', names: { en: 'IMWG' } }),
  });
  neighbour = await invite(server.url, admin, { scope: 'TGO', group: 'imwg', role: 'chair' }, 'Nadia');
});
afterAll(() => server.close());

describe('routes that change something', () => {
  test('are all served, and the contract names each with a permission or a reason', () => {
    const found = served.filter(({ route }) => route.method !== 'get').map(({ route }) => route.name);
    const named = ROUTES.filter(({ method }) => method !== 'get');
    expect(found.length).toBeGreaterThanOrEqual(12);
    expect(found.toSorted()).toEqual(named.map(({ name }) => name).toSorted());
    for (const { method, path, permission, open } of named) {
      expect(Boolean(permission) !== Boolean(open), `${method} ${path} has either a permission or a reason why it needs none`).toBe(true);
      if (permission) expect(TABLE).toHaveProperty([permission]);
    }
  });

  const changing = ROUTES.filter(({ method }) => method !== 'get');

  test.each(changing.filter(({ permission }) => permission).map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is refused without an account, and to a viewer',
    async (_name, { method, path, permission }) => {
      const ask = (headers: Record<string, string>) => fetch(server.url + fill(path), { method: method.toUpperCase(), headers, redirect: 'manual' });
      expect((await ask({ origin: server.url })).status).toBe(401);
      expect((await ask({ authorization: 'Bearer codmap_none' })).status).toBe(401);
      // Who reads a draft may say something about it; what else is asked there is the handler's (server/catalogue/review).
      if (permission !== 'draft.read') expect((await ask(viewer.headers)).status).toBe(403);
    },
  );

  test('each that asks for a permission says of what: a dataset in its path, something that belongs to one, or why of nothing', () => {
    /** About accounts, not about data. */
    const ofAccounts = new Set(['member.manage', 'key.manage']);
    for (const { route, about } of served.filter(({ route: { permission } }) => permission && !ofAccounts.has(permission))) {
      const shape = (route.params?.shape ?? {}) as Record<string, { safeParse: (value: unknown) => { success: boolean } }>;
      const isOfDataset =
        shape['id'] !== undefined && !shape['id'].safeParse('nothing').success && ['cod-ab-sle', '3w-sle'].some((id) => shape['id']!.safeParse(id).success);
      // Routes of a country's groups ask in each handler: server/groups/who.ts.
      const isOfGroups = shape['scope'] !== undefined;
      const said = [isOfDataset && about === undefined, about !== undefined, route.wherever !== undefined, isOfGroups].filter(Boolean);
      expect([route.name, said.length]).toEqual([route.name, 1]);
    }
  });

  test.each(
    changing
      .filter(({ permission, path }) => permission && /\/(datasets|presence|maps|embeds|jobs)\/:id/.test(path))
      .map((route) => [`${route.method} ${route.path}`, route] as const),
  )('%s is refused to the chair of another country', async (_name, { method, path }) => {
    const answer = await fetch(server.url + fill(path), { method: method.toUpperCase(), headers: neighbour.headers });
    // A map of which there is none is nobody's, and an answer has to be one: test/people/membership.test.ts has both.
    expect(/\/(maps|embeds)\/|answers$/.test(path) ? [403, 404, 400] : [403]).toContain(answer.status);
  });

  // Whoever has the secret may, from wherever: no page of another origin has it, nor may a browser send its header for one (RFC 8058 asks for the link).
  const BY_SECRET = new Set(['unsubscribe', 'submitAssessment']);
  test.each(changing.filter(({ name }) => BY_SECRET.has(name)).map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s does nothing without its secret',
    async (_name, { method, path }) => {
      const answer = await fetch(server.url + fill(path).replace('/x/', '/SLE/'), {
        method: method.toUpperCase(),
        headers: { origin: 'https://evil.example' },
      });
      expect([204, 400, 401]).toContain(answer.status);
    },
  );
  test.each(changing.filter(({ name, open }) => open && !BY_SECRET.has(name)).map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s, which is open, refuses pages of other origins',
    async (_name, { method, path }) => {
      const answer = await fetch(server.url + fill(path), { method: method.toUpperCase(), headers: { origin: 'https://evil.example' } });
      expect(answer.status).toBe(403);
    },
  );
});
