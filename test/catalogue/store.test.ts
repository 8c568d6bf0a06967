import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatasetId, VersionTag } from '../../server/contract/ids.ts';
import { createCatalog } from '../../server/catalogue/store.ts';
import { createJobQueue, LeaseLostError } from '../../server/jobs/queue.ts';
import { migrate, splitStatements, type Database } from '../../server/store/schema.ts';
import { sqliteDriver } from '../../server/store/drivers/sqlite.ts';

const SLE = 'cod-ab-sle' as DatasetId;
const LATER = '2026-01-01T01:00:00.000Z';
const NOW = '2026-01-01T00:00:00.000Z';
let folder: string;
let db: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-catalog-'));
  db = sqliteDriver(join(folder, 'codmap.db')).open();
  await migrate(db);
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

describe('the database', () => {
  test('survives a power cut and never makes a reader wait', async () => {
    const read = async (name: string) => Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] as object)[0];
    expect([await read('journal_mode'), await read('synchronous'), await read('foreign_keys')]).toEqual(['wal', 2, 1]);
  });

  test('migrations run once, and processes that start together do not collide', async () => {
    expect(await migrate(db)).toEqual([]);
    // Processes, not promises: a waiting SQLite connection blocks its thread.
    const script = `import { sqliteDriver } from './server/store/drivers/sqlite.ts'; import { migrate } from './server/store/schema.ts';
      const db = sqliteDriver(process.argv[1]).open(); console.log(JSON.stringify(await migrate(db))); await db.destroy();`;
    const run = promisify(execFile);
    const applied = await Promise.all(
      Array.from({ length: 3 }, () => run(process.execPath, ['--input-type=module-typescript', '-e', script, join(folder, 'new.db')], { timeout: 30_000 })),
    );
    const names = applied.map(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(names.filter((list) => list.length > 0)).toHaveLength(1);
    expect(names.flat()).toContain('0001_initial.sql');
  });

  test('an edited or unknown migration stops the start', async () => {
    const own = mkdtempSync(join(folder, 'm-'));
    const place = pathToFileURL(`${own}/`);
    writeFileSync(join(own, '0001_a.sql'), 'create table a (x integer);');
    const other = sqliteDriver(':memory:').open();
    expect(await migrate(other, place)).toEqual(['0001_a.sql']);
    writeFileSync(join(own, '0001_a.sql'), 'create table a (y integer);');
    await expect(migrate(other, place)).rejects.toThrow('was edited');
    rmSync(join(own, '0001_a.sql'));
    await expect(migrate(other, place)).rejects.toThrow('newer version');
    await other.destroy();
  });

  test('a migration that fails half-way leaves nothing', async () => {
    const own = mkdtempSync(join(folder, 'm-'));
    writeFileSync(join(own, '0001_a.sql'), 'create table a (x integer);\ncreate table a (x integer);');
    const other = sqliteDriver(':memory:').open();
    await expect(migrate(other, pathToFileURL(`${own}/`))).rejects.toThrow('already exists');
    expect((await sql`select name from sqlite_master where name = 'a'`.execute(other)).rows).toEqual([]);
    await other.destroy();
  });

  test('statements are split at semicolons that end lines', () => {
    expect(splitStatements("-- note; not a statement\ncreate table a (x text);\ninsert into a values ('b; c');\n\n")).toEqual([
      'create table a (x text)',
      "insert into a values ('b; c')",
    ]);
  });

  test('two current versions of a dataset cannot be', async () => {
    await db.insertInto('dataset').values({ id: SLE, kind: 'cod-ab', country: 'SLE', country_names: '{}', created_at: NOW }).execute();
    const row = (version: string) => ({
      dataset: SLE,
      version,
      status: 'current',
      created_at: NOW,
      created_by: null,
      published_at: null,
      published_by: null,
      reason: null,
      source_sha256: '',
      levels: '[]',
      bbox: null,
      languages: '[]',
      metadata: '{}',
      report: '{}',
      diff: null,
      outcome: null,
      country_names: null,
    });
    await db.insertInto('version').values(row('v01')).execute();
    await expect(db.insertInto('version').values(row('v02')).execute()).rejects.toThrow(/unique/i);
  });

  test('of two publishes at the same time one wins and one current remains', async () => {
    const catalog = createCatalog(db);
    const audit = (id: string) => ({ id, at: NOW, actor: null, action: 'x', dataset: SLE, version: null, reason: null, sha256: null });
    for (const version of ['v01', 'v02', 'v03'] as VersionTag[]) {
      await catalog.insertVersion(
        {
          chooseTag: () => version,
          version: {
            dataset: SLE,
            createdAt: NOW,
            createdBy: null,
            levels: [],
            bbox: null,
            languages: [],
            metadata: {} as never,
            report: { errors: 0, warnings: 0, infos: 0, accepted: 0, publishable: true },
            artifacts: [],
            diff: null,
          },
          kind: 'cod-ab',
          country: 'SLE' as never,
          countryNames: {},
          sourceSha256: '',
          levels: [],
        },
        () => audit(`draft ${version}`),
      );
    }
    await Promise.all((['v01', 'v02', 'v03'] as VersionTag[]).map((version) => catalog.publish(SLE, version, ['draft'], audit(version))));
    const { versions } = (await catalog.findDataset(SLE))!;
    expect(versions.map(({ status }) => status).sort()).toEqual(['current', 'superseded', 'superseded']);
  });
});

describe('the queue', () => {
  const insert = (queue: ReturnType<typeof createJobQueue>, id: string, sha256 = id) =>
    queue.insert({
      id,
      dataset: SLE,
      input: { files: [{ name: 'a', key: `uploads/${id}`, bytes: 1, sha256 }], options: {} },
      sha256,
      createdAt: NOW,
      createdBy: null,
    });

  test('gives each of 40 jobs to exactly one of 8 claimers', async () => {
    const queue = createJobQueue(db);
    for (let i = 0; i < 40; i++) await insert(queue, `job-${String(i).padStart(2, '0')}`);
    const bases = Array.from({ length: 8 }, () => sqliteDriver(join(folder, 'codmap.db')).open());
    const claimed = await Promise.all(
      bases.map(async (base, n) => {
        const own: string[] = [];
        for (;;) {
          const job = await createJobQueue(base).claim(`server ${n}`, LATER);
          if (!job) return own;
          own.push(job.id);
          await new Promise((resume) => setImmediate(resume));
        }
      }),
    );
    expect(claimed.flat().sort()).toEqual(Array.from({ length: 40 }, (_, i) => `job-${String(i).padStart(2, '0')}`));
    await Promise.all(bases.map((base) => base.destroy()));
  });

  test('a job of a dead server is taken up once, then fails with a reason', async () => {
    const queue = createJobQueue(db);
    await insert(queue, 'a');
    await queue.claim('one', NOW);
    expect(await queue.reclaimExpired(LATER, 2)).toEqual(['a']);
    expect((await queue.claim('two', NOW))!.attempts).toBe(2);
    await queue.reclaimExpired(LATER, 2);
    expect(await queue.find('a')).toMatchObject({ state: 'failed', error: { code: 'job.crashed' }, finishedAt: LATER });
    expect(await queue.claim('three', LATER)).toBeUndefined();
  });

  test('a server that lost its lease can neither report nor finish', async () => {
    const queue = createJobQueue(db);
    await insert(queue, 'a');
    await queue.claim('slow', NOW);
    await queue.reclaimExpired(LATER, 2);
    await queue.claim('quick', LATER);
    expect(await queue.progress('a', 'slow', LATER, { stage: 'read', done: 1, total: 2 })).toBe(false);
    await queue.fail('a', 'slow', LATER, { code: 'x', detail: 'x' });
    await expect(db.transaction().execute((tx) => queue.succeed(tx, 'a', 'slow', LATER, 'v01' as VersionTag))).rejects.toThrow(LeaseLostError);
    expect(await queue.find('a')).toMatchObject({ state: 'running', stage: null });
    expect(await queue.progress('a', 'quick', LATER, { stage: 'tile', done: 1, total: 2 })).toBe(true);
  });

  test('the same bytes give the same job, unless it failed', async () => {
    const queue = createJobQueue(db);
    await insert(queue, 'a', 'same');
    expect((await queue.findByUpload(SLE, 'same'))!.id).toBe('a');
    expect(await queue.findByUpload('cod-ab-xyz' as DatasetId, 'same')).toBeUndefined();
    await queue.claim('one', LATER);
    await queue.fail('a', 'one', LATER, { code: 'read.damaged', detail: 'cut' });
    expect(await queue.findByUpload(SLE, 'same')).toBeUndefined();
  });

  test('cancelling: a waiting job at once, a running one when it next reports', async () => {
    const queue = createJobQueue(db);
    await insert(queue, 'a');
    await insert(queue, 'b');
    expect(await queue.cancel('b', LATER)).toBe('cancelled');
    await queue.claim('one', LATER);
    expect(await queue.cancel('a', LATER)).toBe('running');
    expect(await queue.progress('a', 'one', LATER, { stage: null, done: 0, total: 0 })).toBe(false);
    await queue.finishCancelled('a', 'one', LATER);
    expect((await queue.find('a'))!.state).toBe('cancelled');
    expect(await queue.cancel('none', LATER)).toBeUndefined();
    expect(await queue.countByState()).toEqual({ cancelled: 2 });
  });
});
