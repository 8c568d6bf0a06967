import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { healthAnswer, problemAnswer, problemDetails, problemsAnswer, readyAnswer } from '../../server/contract/datasets/api.ts';
import { operationRoutes } from '../../server/contract/operation/routes.ts';
import type { Route } from '../../server/contract/route.ts';
import {
  ConflictError,
  ForbiddenError,
  InputError,
  NotFoundError,
  QuestionError,
  TooLargeError,
  UnauthorizedError,
  UnavailableError,
} from '../../server/errors.ts';
import { serve, type Handler } from '../../server/http/serve.ts';
import { METRICS, startTestServer, type TestServer } from '../helpers/app.ts';

const FAULTS: Record<string, [() => unknown, number]> = {
  input: [() => new InputError('test.fault', 'Wrong.'), 422],
  question: [() => new QuestionError('test.fault', 'Which?', { details: { candidates: ['a'] } }), 422],
  missing: [() => new NotFoundError('test.fault', 'None.'), 404],
  conflict: [() => new ConflictError('test.fault', 'Not now.'), 409],
  large: [() => new TooLargeError('test.fault', 'Too much.'), 413],
  unknown: [() => new UnauthorizedError('test.fault', 'Who?'), 401],
  forbidden: [() => new ForbiddenError('test.fault', 'No.'), 403],
  away: [() => new UnavailableError('test.fault', 'Later.'), 503],
};

let server: TestServer;
const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, init);

beforeAll(async () => {
  const at = (name: string, handler: Handler<Route>, more: Partial<Route> = {}) =>
    serve({ ...operationRoutes.getMetrics, path: `/api/v1/test/${name}`, ...more } as Route, handler);
  const served = [
    ...Object.entries(FAULTS).map(([name, [make]]) => at(name, async () => Promise.reject(make()))),
    at('bug', () => {
      throw new TypeError('password=hunter2 at /srv/secret.ts');
    }),
    at('thrown-text', () => {
      // eslint-disable-next-line no-throw-literal
      throw 'hunter2';
    }),
    at('zod', () => z.object({ a: z.object({ b: z.number() }) }).parse({ a: { b: 'x' } }) as never),
    at('late', ({ response }) => {
      response.setHeader('Content-Length', '100');
      response.write('half');
      throw new Error('too late');
    }),
    at('body', ({ body }) => JSON.stringify(body), { method: 'post', body: z.unknown() }),
  ];
  server = await startTestServer({ served });
});
afterAll(() => server.close());

describe('problems', () => {
  test.each(Object.keys(FAULTS))('%s', async (name) => {
    const answer = await get(`/api/v1/test/${name}`);
    expect(answer.status).toBe(FAULTS[name]![1]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const problem = problemDetails.parse(await answer.json());
    expect(problem).toMatchObject({ type: '/problems/test.fault', status: answer.status, instance: answer.headers.get('x-request-id') });
    if (name === 'question') expect(problem.details).toEqual({ candidates: ['a'] });
    if (name === 'away') expect(answer.headers.get('retry-after')).toBe('5');
  });

  test.each(['bug', 'thrown-text'])('a %s says nothing of its cause, the log does', async (name) => {
    const answer = await get(`/api/v1/test/${name}`);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/hunter2|secret|TypeError|\.ts/);
    const { instance } = problemDetails.parse(JSON.parse(text));
    const line = server.lines.find((entry) => entry.includes('Request:Failed') && entry.includes(instance));
    expect(line).toContain('hunter2');
  });

  test('zod faults are pointed at', async () => {
    const problem = problemDetails.parse(await (await get('/api/v1/test/zod')).json());
    expect([problem.status, problem.errors?.[0]?.pointer]).toEqual([400, '/a/b']);
  });

  test.each([
    ['{"a":', 'application/json', 400, '/problems/request.malformed'],
    [`"${'x'.repeat(1_100_000)}"`, 'application/json', 413, '/problems/upload.too-large'],
    ['{}', 'application/json; charset=klingon', 415, '/problems/request.malformed'],
  ])('a bad body %#', async (body, type, status, code) => {
    const answer = await get('/api/v1/test/body', { method: 'POST', body, headers: { 'content-type': type } });
    expect([answer.status, problemDetails.parse(await answer.json()).type]).toEqual([status, code]);
  });

  test('after headers are sent the connection is cut, so that half cannot pass for whole', async () => {
    await expect(get('/api/v1/test/late').then((answer) => answer.text())).rejects.toThrow();
  });

  test.each([
    ['/nothing/here', 'GET'],
    ['/api/v1/nothing', 'GET'],
    ['/api/v1/datasets', 'PATCH'],
    ['/%E0%A4%A', 'GET'],
    ['/api/v1/datasets/%E0%A4%A', 'GET'],
  ])('%s %s is a problem too', async (path, method) => {
    const answer = await get(path, { method });
    expect([404, 400]).toContain(answer.status);
    problemDetails.parse(await answer.json());
  });
});

describe('headers', () => {
  test('a page may load nothing from elsewhere and be framed nowhere', async () => {
    const policy = (await get('/docs')).headers.get('content-security-policy')!;
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "worker-src 'self'",
      "img-src 'self' data: blob:",
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
  });
  test('reading is open to every page, changing is not', async () => {
    expect((await get('/api/v1/datasets')).headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await get('/api/v1/datasets', { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods'), preflight.headers.get('access-control-allow-credentials')]).toEqual([
      204,
      'GET, HEAD',
      null,
    ]);
  });
});

describe('operation', () => {
  test('health, readiness, metrics', async () => {
    healthAnswer.parse(await (await get('/healthz')).json());
    const { checks } = readyAnswer.parse(await (await get('/readyz')).json());
    // How full the disk of this machine is says nothing about the server.
    expect(checks).toEqual({ database: 'ok', identity: 'ok', objects: 'ok', files: 'ok', disk: expect.stringMatching(/^(ok|low)$/) });
    await get('/tiles/cod-ab-sle/v01/1/1/1.mvt');
    expect((await get('/metrics')).status).toBe(401);
    expect((await get('/metrics', { headers: { authorization: 'Bearer another-token-of-16' } })).status).toBe(401);
    const metrics = await (await get('/metrics', { headers: METRICS })).text();
    expect(metrics).toMatch(/^codmap_requests_total\{route="\/healthz",method="GET",status="200"\} 1$/m);
    expect(metrics).toMatch(/^codmap_tiles_total\{answer="notFound"\} 1$/m);
    for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds', 'nodejs_heap_size_used_bytes'])
      expect(metrics).toMatch(new RegExp(`^${name} [0-9.e+-]+$`, 'm'));
    for (const line of metrics.split('\n').filter(Boolean)) expect(line).toMatch(/^(# (HELP|TYPE) .+|[a-z_0-9]+(\{.*\})? (-?[\d.e+-]+|Nan))$/);
  });

  test('what it depends on fails: not ready, and why is not told', async () => {
    const broken = await startTestServer({ checks: { database: () => Promise.reject(new Error('disk /dev/sda1 is full')) } });
    try {
      const answer = await fetch(`${broken.url}/readyz`);
      const text = await answer.text();
      expect(answer.status).toBe(503);
      expect(readyAnswer.parse(JSON.parse(text)).checks).toEqual({ database: 'fails' });
      expect(text).not.toContain('sda1');
    } finally {
      await broken.close();
    }
  });

  test('a full disk: not ready, and said as such, beside what still works', async () => {
    const { createReadiness } = await import('../../server/upkeep/readiness.ts');
    const { catalog, identity, objects, checks, checked } = server.store;
    const parts = { ping: () => catalog.ping(), identity, objects, checks, checked };
    const full = await startTestServer({ checks: createReadiness({ ...parts, freeBytes: async () => 1e6 }) });
    const unwritable = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const stuck = await startTestServer({
      checks: createReadiness({
        ...parts,
        objects: { ...objects, head: (key) => objects.head(key), probe: () => Promise.reject(unwritable) },
        freeBytes: async () => 5e9,
      }),
    });
    try {
      for (const [{ url }, said] of [
        [full, { database: 'ok', objects: 'ok', disk: 'full' }],
        [stuck, { database: 'ok', objects: 'full', disk: 'ok' }],
      ] as const) {
        const answer = await fetch(`${url}/readyz`);
        expect([answer.status, readyAnswer.parse(await answer.json()).checks]).toEqual([503, expect.objectContaining(said)]);
        expect((await fetch(`${url}/healthz`)).status).toBe(200);
      }
    } finally {
      await full.close();
      await stuck.close();
    }
  });

  test('large answers are compressed as asked', async () => {
    for (const [asked, given] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      const answer = await get('/openapi.json', { headers: { 'accept-encoding': asked } });
      expect(answer.headers.get('content-encoding')).toBe(given);
      expect(((await answer.json()) as { openapi: string }).openapi).toBe('3.1.0');
    }
  });
});

describe('the address of a type', () => {
  test('says to programs what to do, and to browsers on a page', async () => {
    const answer = await get('/problems/dataset.unknown', { headers: { accept: 'application/json' } });
    expect([answer.status, answer.headers.get('vary')]).toEqual([200, expect.stringContaining('Accept')]);
    expect(problemAnswer.parse(await answer.json())).toEqual({
      type: '/problems/dataset.unknown',
      code: 'dataset.unknown',
      text: 'There is no such dataset here. The list of datasets shows those there are.',
    });
    const page = await get('/problems/job.timeout', { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('<code>CODMAP_INGEST_MINUTES</code>');
    expect((await get('/problems/dataset.unknown')).headers.get('content-type')).toContain('application/json');
  });

  test('every type that a fault gives leads somewhere', async () => {
    const { type } = problemDetails.parse(await (await get('/api/v1/nothing')).json());
    expect((await get(type)).status).toBe(200);
    const all = problemsAnswer.parse(await (await get('/problems')).json());
    expect(all.problems.map(({ type }) => type)).toContain(type);
  });

  test.each(['no.such', 'constructor', '%3Cscript%3E'])('an unknown code %s is a problem too', async (code) => {
    const answer = await get(`/problems/${code}`);
    expect([answer.status, problemDetails.parse(await answer.json()).type]).toEqual([404, '/problems/problem.unknown']);
    const page = await get(`/problems/${code}`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html).toContain('problem.unknown');
    expect(html).not.toContain('<script');
  });
});
