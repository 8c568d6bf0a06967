/** What is true of SQLite alone: its journal, and processes that wait for each other. What every database must do is in test/catalogue. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, splitStatements, type Database } from '../../server/store/schema.ts';
import { sqliteDriver } from '../../server/store/drivers/sqlite.ts';

let folder: string;
let db: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-sqlite-'));
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

  test('processes that start together do not collide', async () => {
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

  test('opens at once while another process writes', async () => {
    await db.transaction().execute(async (tx) => {
      // Another connection of this thread: had it to wait, it would wait for itself.
      const other = sqliteDriver(join(folder, 'codmap.db')).open();
      expect(await migrate(other)).toEqual([]);
      await other.destroy();
      await sql`update migration set applied_at = applied_at`.execute(tx);
    });
  });

  test('statements are split at semicolons that end lines', () => {
    expect(splitStatements("-- note; not a statement\ncreate table a (x text);\ninsert into a values ('b; c');\n\n")).toEqual([
      'create table a (x text)',
      "insert into a values ('b; c')",
    ]);
  });
});
