/** What is heavy: made apart, once for all who ask, bounded, while tiles and health go on. The long form is test/attack/heavy.test.ts. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../server/config.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { AppDeps } from '../../server/app/http.ts';
import { MOST_PIXELS, refuseLarge } from '../../server/maps/render/size.ts';
import { createResults, trim } from '../../server/store/results.ts';
import { HEAVY, makeCountry, previewOf, storm } from '../../scripts/bench/load.ts';
import { startTestServer, temporaryConfig, type TestServer } from '../helpers/app.ts';
import { inTime } from '../helpers/attack/inTime.ts';
import { serve } from '../helpers/stores.ts';
import { join, type Person } from '../helpers/member.ts';
import { countsOnly, sensitivityOf } from '../helpers/sensitivity.ts';

const { config: country, remove } = temporaryConfig();
const copies: string[] = [];
function copyOf({ data }: Config): string {
  const copy = mkdtempSync(joinPath(tmpdir(), 'codmap-heavy-'));
  copies.push(copy);
  cpSync(data, copy, { recursive: true });
  return copy;
}

let server: TestServer;
let admin: Person;
const apart: string[] = [];
/** Files that this process holds open though they have no name any more. */
const deleted = () =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.includes('new-') && path.endsWith('(deleted)') ? [path] : [];
    } catch {
      return [];
    }
  });
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

beforeAll(async () => {
  // Made once: each server has a copy.
  await makeCountry(country, { units: 300, cells: 12_000 });
  server = await startTestServer({}, { CODMAP_ANSWER_SECONDS: '1000', CODMAP_DATA: copyOf(country) }, (deps: AppDeps) => {
    const { apart: ask } = deps;
    deps.apart = (told, ...rest) => {
      apart.push(told.route);
      return ask!(told, ...rest);
    };
  });
  admin = await join(server.url, server.firstLink!, 'Amina');
});
afterAll(async () => {
  await server?.close();
  remove();
  for (const folder of copies) rmSync(folder, { recursive: true, force: true });
});

describe('heavy routes', () => {
  test.each(Object.entries(HEAVY))('%s is answered apart, the same to all, and not as an error', async (name, path) => {
    apart.length = 0;
    const [one, two] = await Promise.all([get(path), get(path)]);
    expect([one.status, two.status, apart]).toEqual([200, 200, [name, name]]);
    expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer()))).toBe(true);
    const etag = one.headers.get('etag');
    if (etag) expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await fetch(server.url + path, { method: 'HEAD' })).headers.get('content-length')).not.toBeNull();
  });

  test('every route that reads whole files of versions for strangers is among them', () => {
    const light = [
      'getJob',
      'getSensitivity',
      'download',
      'getUnit',
      'getVersion',
      'getVersionHistory',
      'getVersionHistoryCsv',
      'getTimeline',
      'getAsOf',
      'getUnitAsOf',
      'getDataset',
      'listDatasets',
      'getTilejson',
      'getTile',
      'followJob',
      'getMap',
      'getSeries',
      'listMade',
      'getHdx',
    ];
    const others = ROUTES.filter(
      ({ heavy, permission, method, tag, name }) =>
        !heavy && !permission && method === 'get' && /datasets|population|presence|maps/.test(tag) && !light.includes(name),
    );
    expect(others.map(({ name }) => name)).toEqual(['showMapShort', 'getWorldGround', 'getBaseMap', 'getDisclaimers', 'checkEmbeds']);
  });

  test('what is large goes through a file that is gone afterwards', async () => {
    const answer = await get(HEAVY.getRecordsCsv);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(64 << 10);
    const folder = joinPath(server.config.data, 'results');
    await expect.poll(() => readdirSync(folder).filter((name) => name.startsWith('new-'))).toEqual([]);
  });

  test('a reader who leaves in the middle leaves nothing behind', async () => {
    const leave = new AbortController();
    const answer = await fetch(`${server.url}${HEAVY.getRecordsCsv}`, { signal: leave.signal });
    leave.abort();
    await answer.arrayBuffer().catch(() => undefined);
    await sleep(100);
    expect((await get(HEAVY.getRecordsCsv)).status).toBe(200);
    await expect.poll(deleted).toEqual([]);
  });

  test('faults keep their status, their sentence and their own instance', async () => {
    const ask = () => get('/api/v1/datasets/cod-ab-zzz/versions/current/report.html');
    const [one, two] = await Promise.all([ask(), ask()]);
    const [first, second] = (await Promise.all([one.json(), two.json()])) as { type: string; instance: string }[];
    expect([one.status, first!.type, second!.type]).toEqual([404, '/problems/version.unknown', '/problems/version.unknown']);
    expect(first!.instance).not.toBe(second!.instance);
    expect(first!.instance).toBe(one.headers.get('x-request-id'));
  });
});

describe('a painted picture', () => {
  const png = (query: string) => `${previewOf('png')}&${query}`;

  test.each(['width=4096&height=4096&scale=3', 'width=4961&height=3508', 'width=2481&height=1754&scale=2', 'width=4000&height=2200'])(
    'of a stranger is at most A4 at 300 dpi: %s',
    async (query) => {
      const answer = await get(png(query));
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([422, '/problems/picture.too-large']);
    },
  );

  test('A4 is painted for everybody, A3 for members, no more for anybody', async () => {
    expect((await get(png('width=3508&height=2480'))).status).toBe(200);
    const a3 = await get(png('width=4961&height=3508'), admin.headers);
    const bytes = Buffer.from(await a3.arrayBuffer());
    expect([a3.status, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([200, 4961, 3508]);
    expect((await get(png('width=4961&height=3509'), admin.headers)).status).toBe(422);
  });

  test('is bounded however the pixels are asked for', () => {
    for (const isMember of [false, true])
      for (const scale of [1, 1.37, 2, 2.99, 3])
        for (const width of [120, 1200, 2481, 3508, 4961])
          for (const height of [120, 630, 1754, 2480, 4961]) {
            const pixels = Math.round(width * scale) * Math.round(height * scale);
            const ask = () => refuseLarge({ width, height, scale }, isMember);
            if (pixels > MOST_PIXELS[isMember ? 'member' : 'stranger']) expect(ask).toThrow(/million pixels/);
            else expect(ask).not.toThrow();
          }
  });
});

describe('results', () => {
  const folder = () => joinPath(server.config.data, 'results');
  const count = () => readdirSync(folder()).length;

  test('of open kinds are kept, those of what may be closed one day are not', async () => {
    await get(`${previewOf('svg')}&width=501`);
    const before = count();
    await get(`${previewOf('svg')}&width=502`);
    expect(count()).toBe(before + 1);
    for (const path of [
      HEAVY.getRecordsCsv,
      HEAVY.getPresenceMatrix,
      `${previewOf('svg', 'presence')}&width=503`,
      `${previewOf('png', 'presence')}&width=504`,
      '/api/v1/datasets/3w-xnv/versions/v01/report.html',
    ])
      expect((await get(path)).status).toBe(200);
    expect(count()).toBe(before + 1);
  });

  test('a dataset that becomes sensitive is closed at once, whatever was made before', async () => {
    const path = `${previewOf('svg', 'presence', 2)}&width=505`;
    expect((await get(path)).status).toBe(200);
    expect((await get(HEAVY.getRecordsCsv)).status).toBe(200);
    const policy = await fetch(server.url + sensitivityOf('3w-xnv'), {
      method: 'PUT',
      headers: { ...admin.headers, 'content-type': 'application/json' },
      body: JSON.stringify(countsOnly(1, 'a test of what was made before')),
    });
    expect(policy.status).toBe(200);
    expect((await get(path)).status).toBe(403);
    expect((await get(HEAVY.getRecordsCsv)).status).toBe(403);
    expect((await get(HEAVY.getRecordsCsv, admin.headers)).status).toBe(200);
    expect((await get(HEAVY.getRecordsCsv)).status).toBe(403);
    await fetch(server.url + sensitivityOf('3w-xnv'), { method: 'DELETE', headers: admin.headers });
    expect((await get(HEAVY.getRecordsCsv)).status).toBe(200);
  });

  test('stay within their room, are made anew where damaged or by another program', async () => {
    const path = joinPath(server.config.data, 'tried');
    const make = (stamp: string) => createResults({ memoryBytes: 0, folder: { path, bytes: 100_000, stamp } });
    let made = 0;
    const ask = (results: ReturnType<typeof make>, key: string) => results.get(key, true, () => `${key}${++made}`.padEnd(1000, '.'));
    const results = make('one');
    expect((await ask(results, 'a')).slice(0, 2)).toBe('a1');
    expect((await ask(make('one'), 'a')).slice(0, 2)).toBe('a1');
    expect((await ask(make('two'), 'a')).slice(0, 2)).toBe('a2');
    for (const name of readdirSync(path)) writeFileSync(joinPath(path, name), readFileSync(joinPath(path, name)).subarray(0, 500));
    expect((await ask(results, 'a')).slice(0, 2)).toBe('a3');
    for (let i = 0; i < 400; i++) await ask(results, `k${i} `);
    trim(path, 100_000);
    expect(readdirSync(path).length).toBeLessThanOrEqual(100);
    expect(readdirSync(path).length).toBeGreaterThan(50);
  });
});

test('strangers of one network have a budget, members and others go on', async () => {
  const other = await startTestServer({}, { CODMAP_ANSWER_SECONDS: '1', CODMAP_ANSWER_THREADS: '1', CODMAP_DATA: copyOf(country) });
  try {
    const amina = await join(other.url, other.firstLink!, 'Amina');
    let refused: Response | undefined;
    for (let i = 0; i < 200 && !refused; i++) {
      const answer = await fetch(`${other.url}${previewOf('png')}&width=3000&height=2000&lang=${['en', 'fr', 'es', 'ar'][i % 4]}&dark=${i % 2}&scale=1.${i}`);
      await answer.arrayBuffer().catch(() => undefined);
      if (answer.status === 429) refused = answer;
    }
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${other.url}/countries/XNV.svg`, { headers: amina.headers })).status).toBe(200);
    expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
    await sleep((Number(refused!.headers.get('retry-after')) + 1) * 1000);
    expect((await fetch(`${other.url}/countries/XNV.svg`)).status).toBe(200);
  } finally {
    await other.close();
  }
}, 120_000);

test('tiles and health answer in time while each is asked by many', async () => {
  // A process of its own: who asks must not hold up who answers.
  const other = await serve(country.data, { CODMAP_ANSWER_SECONDS: '100000' });
  try {
    for (const path of Object.values(HEAVY))
      await inTime(
        other,
        async () => {
          const asked = await storm(other.url, path, { connections: 10, ms: 150 });
          expect(Object.keys(asked.statuses)).toEqual(['200']);
          return asked;
        },
        300,
      );
  } finally {
    await other.stop();
  }
}, 180_000);
