/** The attack that deleted everything: the real server and command line beside the wrong database. Nothing may change; the reason is said. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig, type Config } from '../../server/config.ts';
import { openStore } from '../../server/app/main.ts';
import { sqliteDriver } from '../../server/store/drivers/sqlite.ts';
import { temporaryConfig } from '../helpers/app.ts';
import { age, codmap, listFiles, publishSample, serve, SLE, withStore, type Run } from '../helpers/stores.ts';

let config: Config;
let remove: () => void;
let data: string;
let files: string[];

beforeEach(async () => {
  ({ config, remove } = temporaryConfig());
  ({ data } = config);
  await publishSample(config, 36);
  await age(config, 3);
  files = listFiles(config.objects.root);
});
afterEach(() => remove());

const removeDatabase = (folder = data) => ['', '-wal', '-shm'].forEach((end) => rmSync(join(folder, `codmap.db${end}`), { force: true }));

/** As version 0.1 left it: no identity on either side. */
async function forget({ database, objects }: Config, sides: ('database' | 'objects')[]): Promise<void> {
  if (sides.includes('objects')) rmSync(join(objects.root, 'store.json'));
  if (!sides.includes('database')) return;
  const db = sqliteDriver(database.path).open();
  for (const table of ['store_identity', 'kept_object', 'released_object', 'object_check']) await sql.raw(`drop table ${table}`).execute(db);
  await sql`drop index artifact_by_object`.execute(db);
  await sql`delete from migration where name like '0022%' or name = '0023_object_check.sql'`.execute(db);
  await db.destroy();
}

/** Makes the store whose database is the wrong one, and puts it in the place of the right one. */
async function swapDatabase(): Promise<void> {
  const other = temporaryConfig();
  await publishSample(other.config);
  removeDatabase();
  cpSync(other.config.database.path, config.database.path);
  other.remove();
}

const refused = (run: Run, code: string) => {
  expect([run.code, run.err], run.err).toEqual([1, expect.stringContaining(`[${code}]`)]);
  expect(run.err).not.toMatch(/\n\s+at /);
};

describe('an empty database', () => {
  test('beside published files: no start, no database made, nothing deleted', async () => {
    removeDatabase();
    const failed = (await serve(data).catch((error: Error) => error)) as Error;
    expect(failed.message).toMatch(/^ended with 1: /);
    for (const part of ['[store.database-empty]', config.objects.root, 'CODMAP_DATABASE_URL']) expect(failed.message).toContain(part);
    expect(existsSync(config.database.path)).toBe(false);
    expect(listFiles(config.objects.root)).toEqual(files);
  });

  test('that is there, of this version and of 0.1', async () => {
    removeDatabase();
    const empty = temporaryConfig();
    await withStore(empty.config, async () => undefined);
    cpSync(empty.config.database.path, config.database.path);
    refused(await codmap(['serve', '--port', '0'], data), 'store.mismatch');
    await forget(config, ['database', 'objects']);
    refused(await codmap(['serve', '--port', '0'], data), 'store.database-empty');
    // Not even migrated: it may be the database of another store.
    const db = sqliteDriver(config.database.path).open();
    expect((await db.introspection.getTables()).map(({ name }) => name)).not.toContain('store_identity');
    await db.destroy();
    empty.remove();
    expect(listFiles(config.objects.root)).toEqual(files.filter((line) => !line.startsWith('/store.json')));
  });
});

describe('the wrong database', () => {
  test('is refused by the server and by every command that opens the store', async () => {
    await swapDatabase();
    const before = readFileSync(config.database.path);
    const upload = join(data, 'x.geojson');
    writeFileSync(upload, '{"type":"FeatureCollection","features":[]}');
    const runs = [
      ['serve', '--port', '0'],
      ['publish', 'cod-ab-sle@v01'],
      ['ingest', upload, '--country', 'SLE', '--kind', 'cod-ab'],
      ['withdraw', 'cod-ab-sle@v01', '--reason', 'a test'],
      ['export', 'cod-ab-sle', '--format', 'pmtiles', '--out', join(data, 'x.pmtiles')],
      ['gc'],
      ['invite'],
    ];
    for (const args of runs) refused(await codmap(args, data), 'store.mismatch');
    expect(listFiles(config.objects.root)).toEqual(files);
    expect(readFileSync(config.database.path).equals(before)).toBe(true);
  }, 30_000);

  test('without identity, as 0.1 left both: it names files that are not there', async () => {
    await swapDatabase();
    await forget(config, ['database', 'objects']);
    rmSync(join(config.objects.root, 'datasets', SLE, listFiles(join(config.objects.root, 'datasets', SLE))[0]!.split('/')[1]!), { recursive: true });
    refused(await codmap(['serve', '--port', '0'], data), 'store.mismatch');
  });
});

describe('a folder of files', () => {
  test('that is empty, because its disk is not mounted', async () => {
    renameSync(config.objects.root, `${config.objects.root}.away`);
    mkdirSync(config.objects.root);
    const run = await codmap(['serve', '--port', '0'], data);
    refused(run, 'store.objects-missing');
    expect(run.err).toContain('mounted');
    expect(listFiles(config.objects.root)).toEqual([]);
  });

  test('may move, with or without its identity', async () => {
    const root = join(data, 'elsewhere');
    renameSync(config.objects.root, root);
    const env = { CODMAP_DATA: data, CODMAP_OBJECTS_URL: `file:${root}` };
    for (const lost of [false, true]) {
      if (lost) await forget(loadConfig(env), ['objects']);
      await withStore(loadConfig(env), async ({ identity }) => expect(identity.notice).toBeNull());
    }
    expect(JSON.parse(readFileSync(join(root, 'store.json'), 'utf8'))).toMatchObject({ store: expect.stringMatching(/^[\da-f-]{36}$/), entries: 3 });
  });

  test('whose identity cannot be read is refused', async () => {
    writeFileSync(join(config.objects.root, 'store.json'), '{"store":');
    refused(await codmap(['gc'], data), 'store.mismatch');
  });

  test('and a database of two stores are tied together by one who knows', async () => {
    const other = temporaryConfig();
    await withStore(other.config, async () => undefined);
    cpSync(join(other.config.objects.root, 'store.json'), join(config.objects.root, 'store.json'));
    other.remove();
    refused(await codmap(['gc'], data), 'store.mismatch');
    const asked = await codmap(['adopt', '--json'], data);
    expect([asked.code, JSON.parse(asked.out)]).toEqual([0, expect.objectContaining({ named: 40, found: 40, held: 40, unknown: 0, store: null })]);
    refused(await codmap(['gc'], data), 'store.mismatch');
    const done = JSON.parse((await codmap(['adopt', '--yes', '--json'], data)).out) as { store: string };
    await withStore(config, async ({ identity }) => expect(identity.id).toBe(done.store));
  });
});

describe('a store of 0.1', () => {
  test.each([[['database', 'objects']], [['database']], [['objects']]] as const)('without identity in %j gets it where both agree', async (sides) => {
    await forget(config, [...sides]);
    await withStore(config, async ({ identity }) => expect(identity.notice).toBeNull());
    const { store } = JSON.parse(readFileSync(join(config.objects.root, 'store.json'), 'utf8')) as { store: string };
    await withStore(config, async ({ identity }) => expect(identity.id).toBe(store));
  });
});

describe('a database restored from an older backup', () => {
  test('starts, says so, and whatever it does not name is kept for good', async () => {
    const backup = join(data, 'backup.db');
    await withStore(config, ({ db }) => sql`vacuum into ${sql.lit(backup)}`.execute(db));
    // What came after the backup: a version, and an upload that still waits.
    const [added, waiting] = await withStore(config, async (store) => {
      const key = `datasets/${SLE}/${'c'.repeat(64)}/later.geojson`;
      await store.objects.put(key, Buffer.from('{}'));
      await store.objects.put('uploads/waiting', Buffer.from('x'));
      await store.datasets.registerUpload(SLE, [{ name: 'a', key: 'uploads/waiting', bytes: 1, sha256: 'b' }], {}, null);
      return [key, 'uploads/waiting'];
    });
    removeDatabase();
    cpSync(backup, config.database.path);
    const server = await serve(data);
    expect(server.lines()).toContain('Store:OlderThanFiles');
    expect(server.lines()).toContain('2 file(s) that it does not name are kept');
    await server.stop();
    await age(config, 60);
    const run = JSON.parse((await codmap(['gc', '--json'], data)).out);
    expect(run).toMatchObject({ leftovers: [], staying: { kept: 2 }, refusal: null });
    // The same file sent once more and refused: its bytes are those of what was lost, so they stay too.
    await withStore(config, async ({ names }) => {
      expect([await names.isFree(added!), await names.isFree(waiting!), await names.isFree('uploads/other')]).toEqual([false, false, true]);
    });
    await withStore(config, async ({ identity }) => expect(identity.notice).toBeNull());
  });
});

describe('files that nothing names', () => {
  const put = (count: number) =>
    withStore(config, async ({ objects }) => {
      for (let i = 0; i < count; i++) await objects.put(`datasets/${SLE}/orphan${i}/a.bin`, Buffer.from('x'));
    }).then(() => age(config, 3));

  test('stay where they are at a start', async () => {
    await put(1);
    const before = listFiles(config.objects.root);
    const server = await serve(data);
    // The sweep of 0.1 was over before the first answer.
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await sleep(1500);
    expect(await server.stop()).toBe(0);
    expect(listFiles(config.objects.root)).toEqual(before);
  });

  test('6 % of them: gc refuses, exit code 1, and says what would have gone', async () => {
    await put(3);
    const before = listFiles(config.objects.root);
    const run = await codmap(['gc'], data);
    expect([run.code, run.out]).toEqual([1, expect.stringContaining('3 of 43 files are not named by anything')]);
    expect(run.out).toContain(`datasets/${SLE}/orphan2/a.bin`);
    expect(listFiles(config.objects.root)).toEqual(before);
  });

  test('4 %: a dry run says so, gc puts them into the trash, --restore takes them back for good', async () => {
    await put(2);
    const before = listFiles(config.objects.root);
    const dry = await codmap(['gc', '--dry-run', '--json'], data);
    expect([dry.code, JSON.parse(dry.out)]).toEqual([
      0,
      expect.objectContaining({
        dryRun: true,
        objects: 42,
        named: 40,
        refusal: null,
        leftovers: [0, 1].map((i) => ({ key: `datasets/${SLE}/orphan${i}/a.bin`, bytes: 1, why: 'unnamed', modifiedAt: expect.any(String) })),
      }),
    ]);
    expect(listFiles(config.objects.root)).toEqual(before);
    expect((await codmap(['gc'], data)).out).toContain('Moved to the trash: 2 files');
    expect(listFiles(config.objects.root).filter((line) => line.includes('orphan'))).toEqual([
      expect.stringMatching(/^\/trash\/\d{4}-\d\d-\d\d\/datasets\/cod-ab-sle\/orphan0/),
      expect.stringMatching(/^\/trash\/.*orphan1/),
    ]);
    expect((await codmap(['gc', '--restore'], data)).out).toContain('2 files back');
    expect(listFiles(config.objects.root)).toEqual(before);
    expect(JSON.parse((await codmap(['gc', '--json'], data)).out)).toMatchObject({ leftovers: [], staying: { kept: 2 } });
  }, 30_000);
});

describe('two processes that start at once', () => {
  test('on a new store share one identity', async () => {
    const fresh = temporaryConfig();
    const servers = await Promise.all([serve(fresh.config.data), serve(fresh.config.data)]);
    for (const server of servers) expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await Promise.all(servers.map((server) => server.stop()));
    await withStore(fresh.config, async ({ identity }) => identity.confirm());
    fresh.remove();
  });

  test('on one folder with two databases: one starts, the other is refused', async () => {
    const [a, b] = [temporaryConfig(), temporaryConfig({ CODMAP_OBJECTS_URL: `file:${join(data, 'shared')}` })];
    const one = { ...a.config, objects: b.config.objects };
    const results = await Promise.allSettled([openStore(one), openStore(b.config)]);
    const open = results.filter((result) => result.status === 'fulfilled');
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')!.reason).toMatchObject({ code: 'store.mismatch' });
    for (const { value } of open) await value.close();
    a.remove();
    b.remove();
  });
});
