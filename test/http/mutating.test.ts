/** Every route that changes something, found in the running application and not in a list, is refused to somebody without an account. */
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCESS } from '../../server/people/access.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { createApp, type AppDeps } from '../../server/app/http.ts';
import { recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { invite, join, type Person } from '../helpers/member.ts';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
  slash?: boolean;
  matchers?: ((path: string) => { path: string } | false)[];
}

const CHANGING = ['post', 'put', 'patch', 'delete'];

/** Method and path of every changing route of an Express app; routers are mounted at /api/v1 or at the root. */
function walk(layers: Layer[], prefix: string): string[] {
  return layers.flatMap((layer) => {
    if (layer.route) {
      const methods = Object.keys(layer.route.methods).flatMap((method) => (method === '_all' ? CHANGING : method));
      return methods.filter((method) => CHANGING.includes(method)).flatMap((method) => [layer.route!.path].flat().map((path) => `${method} ${prefix}${path}`));
    }
    if (!layer.handle?.stack) return [];
    const mount = layer.slash ? '' : layer.matchers?.some((match) => match('/api/v1/x')) ? '/api/v1' : '';
    return walk(layer.handle.stack, prefix + mount);
  });
}

let server: TestServer;
let app: Express;
let viewer: Person;
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
  app = createApp(deps);
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
});
afterAll(() => server.close());

describe('routes that change something', () => {
  test('the walk finds them, and the contract names each with a permission or a reason', () => {
    const found = new Set(walk((app as unknown as { router: { stack: Layer[] } }).router.stack, ''));
    const named = ROUTES.filter(({ method }) => method !== 'get');
    expect(found.size).toBeGreaterThanOrEqual(12);
    expect([...found].sort()).toEqual([...new Set(named.map(({ method, path }) => `${method} ${path}`))].sort());
    for (const { method, path, permission, open } of named) {
      expect(Boolean(permission) !== Boolean(open), `${method} ${path} has either a permission or a reason why it needs none`).toBe(true);
      if (permission) expect(ACCESS).toHaveProperty([permission]);
    }
  });

  const changing = ROUTES.filter(({ method }) => method !== 'get');

  test.each(changing.filter(({ permission }) => permission).map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is refused without an account, and to a viewer',
    async (_name, { method, path }) => {
      const ask = (headers: Record<string, string>) => fetch(server.url + fill(path), { method: method.toUpperCase(), headers, redirect: 'manual' });
      expect((await ask({ origin: server.url })).status).toBe(401);
      expect((await ask({ authorization: 'Bearer codmap_none' })).status).toBe(401);
      expect((await ask(viewer.headers)).status).toBe(403);
    },
  );

  test.each(changing.filter(({ open }) => open).map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s, which is open, refuses pages of other origins',
    async (_name, { method, path }) => {
      const answer = await fetch(server.url + fill(path), { method: method.toUpperCase(), headers: { origin: 'https://evil.example' } });
      expect(answer.status).toBe(403);
    },
  );
});
