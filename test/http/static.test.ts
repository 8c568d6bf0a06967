import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawGet, startTestServer, type TestServer } from '../helpers/app.ts';

let folder: string;
let server: TestServer;
const PAGE = '<!doctype html><title>the client</title>';
const SCRIPT = 'export const answer = 42;\n'.repeat(100);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-static-'));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'hunter2');
  writeFileSync(join(folder, 'dist/index.html'), PAGE);
  writeFileSync(join(folder, 'dist/embed.html'), 'the widget');
  writeFileSync(join(folder, 'dist/assets/app-1a2b.js'), SCRIPT);
  writeFileSync(join(folder, 'dist/assets/app-1a2b.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'dist/assets/app-1a2b.js.gz'), gzipSync(SCRIPT));
  server = await startTestServer({ clientDir: join(folder, 'dist') });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the client', () => {
  test.each(['/', '/c/sle', '/c/sle/cod-ab-sle', '/upload', '/drafts/cod-ab-sle/v01', '/3w/x/review', '/signin'])(
    '%s is the page, asked for each time',
    async (path) => {
      const answer = await fetch(server.url + path);
      expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([200, 'no-cache', PAGE]);
      expect((await fetch(server.url + path, { headers: { 'if-none-match': answer.headers.get('etag')! } })).status).toBe(304);
    },
  );

  test.each(['/status', '/maps/abcdef/more', '/c', '/c/sle/3w/more/and/more', '/drafts/1'])('%s is no page: a person sees the client say so', async (path) => {
    const answer = await fetch(server.url + path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([404, 'no-store', PAGE]);
    const program = await fetch(server.url + path);
    expect([program.status, program.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  test.each([
    ['/api/v1/nothing', 404, 'route.unknown'],
    ['/api/v1/datasets/cod-ab-zzz/versions/v01/report.html', 404, 'version.unknown'],
    ['/api/v1/datasets/nobody', 400, 'request.invalid'],
  ])('%s: a browser gets a page in its language, everybody else a problem document', async (path, status, code) => {
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'ar,en;q=0.5' };
    const answer = await fetch(server.url + path, { headers: browser });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([status, 'text/html; charset=utf-8', 'no-store']);
    expect(answer.headers.get('vary')).toContain('Accept');
    const page = await answer.text();
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain(`/problems/${code}`);
    expect(page).toContain('href="/?lang=ar"');
    const program = await fetch(server.url + path, { headers: { 'accept-language': 'ar' } });
    expect([program.status, program.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    const change = await fetch(server.url + path, { method: 'POST', headers: browser });
    expect(change.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  test('assets are kept for a year and sent as compressed at build time', async () => {
    for (const [asked, given] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const answer = await fetch(`${server.url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': asked } });
      expect([answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([given, 'public, max-age=31536000, immutable']);
      expect(answer.headers.get('content-type')).toContain('text/javascript');
      expect(await answer.text()).toBe(SCRIPT);
    }
  });

  test.each(['/assets/none.js', '/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/embed.html'])('%s is nothing of it', async (path) => {
    const { status, body } = await rawGet(server.url, path);
    expect([404, 400]).toContain(status);
    expect(body).not.toContain('hunter2');
  });

  test('that was not built says so', async () => {
    const bare = await startTestServer({ clientDir: join(folder, 'nothing') });
    const answer = await fetch(bare.url);
    expect([answer.status, (await answer.text()).includes('npm start')]).toEqual([503, true]);
    await bare.close();
  });
});
