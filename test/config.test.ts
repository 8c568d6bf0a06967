import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig, loadSecret } from '../server/config.ts';
import { createLog } from '../server/log.ts';

describe('configuration', () => {
  test('needs nothing', () => {
    expect(loadConfig({})).toMatchObject({
      data: resolve('var'),
      database: { driver: 'sqlite', path: resolve('var/codmap.db') },
      objects: { driver: 'file', root: resolve('var/objects') },
      port: 8080,
      publicUrl: null,
      ingest: { workers: 1 },
      maxUploadBytes: 512_000_000,
    });
  });

  test('an empty variable counts as not set, an override outweighs the environment', () => {
    expect(loadConfig({ CODMAP_PORT: '', CODMAP_DATA: '/a' }, { CODMAP_DATA: '/b' })).toMatchObject({
      port: 8080,
      data: '/b',
      database: { path: '/b/codmap.db' },
    });
    expect(loadConfig({ CODMAP_DATA: '/a', CODMAP_DATABASE_URL: 'sqlite:/c/x.db' }).database.path).toBe('/c/x.db');
    expect(loadConfig({ CODMAP_PUBLIC_URL: 'https://maps.example.org/' }).publicUrl).toBe('https://maps.example.org');
  });

  test.each([
    ['CODMAP_PORT', '80 80'],
    ['CODMAP_PORT', '70000'],
    ['CODMAP_PORT', '-1'],
    ['CODMAP_PORT', '8e3'],
    ['CODMAP_DATABASE_URL', 'mysql://x'],
    ['CODMAP_OBJECTS_URL', 's3://bucket'],
    ['CODMAP_PUBLIC_URL', 'maps.example.org'],
    ['CODMAP_PUBLIC_URL', 'ftp://maps.example.org'],
    ['CODMAP_PUBLIC_URL', 'https://example.org/codmap'],
    ['CODMAP_PUBLIC_URL', 'https://example.org/?a=b'],
    ['CODMAP_SECRET', 'short'],
    ['CODMAP_LOG_LEVEL', 'verbose'],
    ['CODMAP_INGEST_WORKERS', 'two'],
    ['CODMAP_PROT', '8080'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(`$${name}: `);
  });

  test('all faults come at once', () => {
    try {
      loadConfig({ CODMAP_PORT: 'x', CODMAP_SECRET: 'x', CODMAP_TYPO: 'x' });
      expect.unreachable();
    } catch (error) {
      expect((error as ConfigError).faults.map((fault) => fault.split(':')[0]).toSorted((a, b) => (a! < b! ? -1 : 1))).toEqual([
        '$CODMAP_PORT',
        '$CODMAP_SECRET',
        '$CODMAP_TYPO',
      ]);
    }
  });

  test('the secret is made once and is for its owner only', () => {
    const data = mkdtempSync(join(tmpdir(), 'codmap-secret-'));
    const secret = loadSecret({ data, secret: null });
    expect(secret).toHaveLength(43);
    expect(loadSecret({ data, secret: null })).toBe(secret);
    expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(secret);
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
    expect(loadSecret({ data, secret: 'given' })).toBe('given');
    rmSync(data, { recursive: true });
  });
});

describe('logs', () => {
  test('carry the id of the request they belong to, and no secrets', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
    await Promise.all(
      ['a', 'b'].map((id) =>
        log.within({ id }, async () => {
          await new Promise((resume) => setTimeout(resume, 5));
          log.info({ user: { password: 'hunter2', name: id }, token: 'hunter2' }, 'User:SignedIn');
        }),
      ),
    );
    const raw: string[] = [];
    const nested = createLog('info', { write: (line) => void raw.push(line) });
    nested.within({ id: 'a', job: 1 }, () => nested.within({ id: 'b' }, () => nested.info({}, 'Once:Only')));
    expect([raw[0]!.match(/"id"/g), JSON.parse(raw[0]!)]).toMatchObject([['"id"'], { id: 'b', job: 1 }]);
    log.debug({}, 'Not:Written');
    expect(lines.map(({ id, user }) => [id, (user as { name: string }).name])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });
});
