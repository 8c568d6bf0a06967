/** Backup and restore by the real command line, while the store is served and written to. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '../../server/config.ts';
import type { VersionTag } from '../../server/contract/ids.ts';
import { startServer } from '../../server/app/main.ts';
import { createLog } from '../../server/log.ts';
import { putArtifact, temporaryConfig } from '../helpers/app.ts';
import { codmap, publishSample, SLE, withStore } from '../helpers/stores.ts';
import { fakeSummary } from '../helpers/units.ts';

const TILE = '/tiles/cod-ab-sle/v01/3/3/3.mvt';
let config: Config;
let target: Config;
let folder: string;
let backup: string;
let cleanUp: (() => void)[];

beforeEach(async () => {
  const [one, two] = [temporaryConfig(), temporaryConfig()];
  folder = mkdtempSync(join(tmpdir(), 'codmap-backup-'));
  backup = join(folder, 'backup');
  cleanUp = [one.remove, two.remove, () => rmSync(folder, { recursive: true, force: true })];
  [config, target] = [one.config, two.config];
  await publishSample(config, 3);
  writeFileSync(join(config.data, 'secret'), 's'.repeat(40), { mode: 0o600 });
});
afterEach(() => cleanUp.forEach((each) => each()));

const run = async (args: string[], data = config.data) => {
  const { code, out, err } = await codmap([...args, '--json'], data);
  return { code, err, ...(out === '' ? {} : (JSON.parse(out) as Record<string, unknown>)) };
};
/** Stored objects with their contents; what is beside them is not of interest. */
const contents = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\/(datasets|uploads)(\/|$)/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
  );
const addVersion = (n: number) =>
  withStore(config, async (store) => {
    const artifact = await putArtifact(store, 'geojson', `more${n}.geojson`, 'application/geo+json', Buffer.from(`{"more":${n}}`.repeat(500)));
    return (await store.datasets.recordVersion(fakeSummary([artifact]), { by: 'tester' })).artifacts[0]!;
  });
const pathIn = (root: string, key: string) => join(root, ...key.split('/'));
const serving = async (settings: Config, work: (url: string) => Promise<void>) => {
  const server = await startServer(settings, createLog('silent'));
  await work(server.url).finally(() => server.close());
};
const tileOf = async (url: string) => {
  const answer = await fetch(url + TILE);
  return [answer.status, Buffer.from(await answer.arrayBuffer()).toString('base64')];
};

describe('a backup', () => {
  test('restored into an empty store is that store', async () => {
    await serving(config, async (url) => {
      const before = await tileOf(url);
      expect(await run(['backup', backup])).toMatchObject({ code: 0, objects: 7, lost: [] });
      for (const name of ['codmap.db', 'backup.json', 'secret']) expect(statSync(join(backup, name)).mode & 0o077, name).toBe(0);
      const identity = await withStore(config, async (store) => store.identity.id);
      expect(await run(['restore', backup], target.data)).toMatchObject({ code: 0, store: identity, objects: 7, lost: [], kept: 0, before: null });
      expect(contents(target.objects.root)).toEqual(contents(config.objects.root));
      expect(readFileSync(join(target.data, 'secret'), 'utf8')).toBe('s'.repeat(40));
      await serving(target, async (restored) => expect(await tileOf(restored)).toEqual(before));
      expect(await run(['verify', '--deep'], target.data)).toMatchObject({ code: 0, objects: 7, tiles: 3 });
      expect(await run(['gc'], target.data)).toMatchObject({ code: 0, leftovers: [], named: 7 });
    });
  });

  test('made while versions are recorded holds every file that it names', async () => {
    const stop = new AbortController();
    let written = 0;
    const writer = (async () => {
      while (!stop.signal.aborted) await addVersion(written++);
    })();
    try {
      for (let i = 0; i < 3; i++) expect(await run(['backup', backup])).toMatchObject({ code: 0 });
    } finally {
      stop.abort();
      await writer;
    }
    expect(written).toBeGreaterThan(1);
    // A backup is laid out as a store.
    expect(await run(['verify'], backup)).toMatchObject({ code: 0, faults: [] });
  });

  test('over an earlier one copies what is new, keeps what is lost in the store, and names what is lost in both', async () => {
    const [first, second] = [await addVersion(1), await addVersion(2)];
    await run(['backup', backup]);
    const inode = statSync(pathIn(join(backup, 'objects'), first.key)).ino;
    truncateSync(pathIn(config.objects.root, first.key), 5);
    expect(await run(['backup', backup])).toMatchObject({ code: 0, objects: 9, lost: [] });
    expect(statSync(pathIn(join(backup, 'objects'), first.key)).ino).toBe(inode);
    // Damaged in the backup: taken anew from the store. Damaged in both: said, and nothing wrong is kept.
    truncateSync(pathIn(join(backup, 'objects'), second.key), 5);
    expect(await run(['backup', backup])).toMatchObject({ code: 0, lost: [] });
    truncateSync(pathIn(join(backup, 'objects'), first.key), 5);
    const { code, lost } = (await run(['backup', backup])) as { code: number; lost?: unknown };
    expect([code, lost]).toEqual([1, [first.key]]);
    expect(await run(['restore', backup], target.data)).toMatchObject({ code: 3, err: expect.stringContaining('[backup.damaged]') });
    expect(existsSync(target.database.path)).toBe(false);
    expect(await run(['restore', backup, '--partial'], target.data)).toMatchObject({ code: 1, lost: [first.key], objects: 8 });
    await serving(target, async (url) => {
      expect((await tileOf(url))[0]).toBe(200);
      expect((await (await fetch(`${url}/readyz`)).json()) as object).toMatchObject({ status: 'ready' });
    });
  });

  test('goes into no folder with something else in it, nor into the store', async () => {
    mkdirSync(backup);
    writeFileSync(join(backup, 'letter.txt'), 'Dear all');
    for (const dir of [backup, config.data, config.objects.root, join(config.objects.root, 'backup')])
      expect(await run(['backup', dir]), dir).toMatchObject({ code: 1, err: expect.stringContaining('[backup.folder]') });
    const other = join(folder, 'other');
    await withStore(target, async () => undefined);
    expect((await run(['backup', other], target.data)).code).toBe(0);
    expect(await run(['backup', other])).toMatchObject({ code: 1, err: expect.stringContaining('has a backup of the store') });
  });

  test('that was cut off is no backup, the one before it stands, and the next try goes through', async () => {
    await run(['backup', backup]);
    const before = readFileSync(join(backup, 'backup.json'), 'utf8');
    writeFileSync(join(backup, '.codmap.db.new'), 'half a database');
    expect((await run(['restore', backup], target.data)).code).toBe(0);
    // Cut between the database and its description.
    cpSync(join(config.data, 'codmap.db'), join(backup, 'codmap.db'));
    rmSync(target.data, { recursive: true });
    expect(await run(['restore', backup], target.data)).toMatchObject({ code: 3, err: expect.stringContaining('[backup.damaged]') });
    expect((await run(['backup', backup])).code).toBe(0);
    expect(readFileSync(join(backup, 'backup.json'), 'utf8')).not.toBe(before);
    expect((await run(['restore', backup], target.data)).code).toBe(0);
  });
});

describe('a restore', () => {
  test('refuses a store that holds something, unless told; then nothing that was there is lost', async () => {
    await run(['backup', backup]);
    const later = await addVersion(9);
    expect(await run(['restore', backup])).toMatchObject({ code: 1, err: expect.stringContaining('[restore.not-empty]') });
    const files = contents(config.objects.root);
    const done = (await run(['restore', backup, '--replace'])) as { code: number; before?: string };
    expect(done).toMatchObject({ code: 0, objects: 7, kept: 1 });
    expect(contents(config.objects.root)).toEqual(files);
    await withStore(config, async (store) => {
      expect((await store.datasets.getDataset(SLE)).versions).toHaveLength(2);
      expect(await store.names.isFree(later.key)).toBe(false);
    });
    // The database before can be put back.
    for (const end of ['', '-wal', '-shm']) rmSync(`${config.database.path}${end}`, { force: true });
    cpSync(done.before!, config.database.path);
    await withStore(config, async (store) => expect((await store.datasets.getDataset(SLE)).versions).toHaveLength(3));
  });

  test('of a database that is damaged: it is moved aside', async () => {
    await run(['backup', backup]);
    for (const end of ['-wal', '-shm']) rmSync(`${config.database.path}${end}`, { force: true });
    writeFileSync(config.database.path, 'not a database at all, but long enough to be looked at');
    expect((await run(['restore', backup])).code).toBe(1);
    expect((await run(['restore', backup, '--replace'])).code).toBe(0);
    expect((await run(['verify'])).code).toBe(0);
    expect(readdirSync(config.data).filter((name) => name.startsWith('codmap.db.before-'))).toHaveLength(1);
  });

  test('of what is no backup', async () => {
    mkdirSync(backup);
    expect(await run(['restore', backup], target.data)).toMatchObject({ code: 3, err: expect.stringContaining('has no complete backup') });
  });

  test('under a running server: it goes on with what was restored', async () => {
    await run(['backup', backup]);
    await serving(target, async (url) => {
      expect((await fetch(`${url}/api/v1/datasets/${SLE}`)).status).toBe(404);
      // Its first invitation is no reason to refuse.
      expect(await run(['restore', backup], target.data)).toMatchObject({ code: 0, secretChanged: true });
      expect((await tileOf(url))[0]).toBe(200);
      expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
        status: expect.stringMatching(/^(ready|degraded)$/),
        checks: { identity: 'ok', files: 'ok' },
      });
      expect((await (await fetch(`${url}/api/v1/datasets/${SLE}`)).json()) as object).toMatchObject({ current: 'v01' });
    });
    await withStore(target, async ({ datasets }) => expect((await datasets.getVersion(SLE, 'v01' as VersionTag)).status).toBe('current'));
  });
});
