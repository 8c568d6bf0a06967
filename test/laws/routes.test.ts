/** Law 7: every route has exactly one handler, and the reverse; addresses are written in the contract; the client's pages are those the server gives. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES as PAGE_ROUTES } from '../../client/app/routes.ts';
import { listServed, type AppDeps } from '../../server/app/http.ts';
import { PAGES, PATHS } from '../../server/contract/paths.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { isTilePath } from '../../server/tiles/serve.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';

/** Answered in front of Express, without a handler of this kind. */
const APART = ROUTES.filter(({ name }) => name === 'getTile');

const files = ['server', 'client'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)).filter((name) => name.endsWith('.ts') && !name.includes('/dist')),
);
const containing = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, 'utf8')));

describe('routes', () => {
  let server: TestServer;
  let deps!: AppDeps;
  beforeAll(async () => {
    server = await startTestServer({}, {}, (made) => (deps = made));
  });
  afterAll(() => server.close());

  test('each has one handler, each handler a route', () => {
    const served = [...listServed(deps).map(({ route }) => route), ...APART];
    expect(served.map(({ name }) => name).toSorted()).toEqual(Object.keys(PATHS).toSorted());
    for (const route of served) expect(route).toBe(ROUTES.find(({ name }) => name === route.name));
  });

  test('the tile is answered before Express', () => expect(APART.map(({ example }) => isTilePath(example))).toEqual([true]));

  test('each has an address of its own', () => {
    const addresses = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('nothing is mounted beside them but the client', () => {
    expect(containing(/\b(router|app)\.(get|post|put|patch|delete|head|all|route)\(/)).toEqual([
      'server/http/static.ts',
      // These stand before routes and answer none: `next()` at every end.
      'server/layers/routes.ts',
      'server/presence/routes.ts',
    ]);
  });

  test('addresses of the interface are written in the contract only', () => {
    // Kinds of sources know addresses of other servers.
    expect(containing(/\/api\//).filter((file) => !/^server\/(contract|harvest\/kinds)\//.test(file))).toEqual([]);
  });
});

test('the pages of the client are those for which the server gives it', () => {
  expect(PAGE_ROUTES.map(({ path }) => path).toSorted()).toEqual(Object.values(PAGES).toSorted());
});
