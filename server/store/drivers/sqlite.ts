/** A database in one file: kysely's own SQLite dialect over node:sqlite, given a database of the shape it expects. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { rename, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Database, Tables } from '../schema.ts';
import type { DatabaseDriver } from './driver.ts';

const OWNER_ONLY = 0o600;
/** The file and what SQLite keeps beside it. */
const SIDES = ['', '-wal', '-shm'];
/** Prepared statements kept; the catalogue has far fewer distinct queries. */
const MAX_STATEMENTS = 300;
/** Patience with another process of the same store. */
const BUSY_MS = 10_000;
/** https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/** SQLite in the file `path`, which need not be there yet. `open` makes it; copies and replacements go by SQLite's own backup, which servers that run survive. */
export function sqliteDriver(path: string): DatabaseDriver {
  return {
    where: path,
    exists: () => existsSync(path),
    open: () => openSqlite(path),
    check: async (deep) => checkSqlite(path, deep),
    snapshot: async (to) => snapshotSqlite(path, to),
    async replaceWith(file) {
      await replaceSqlite(file, path);
      chmodSync(path, OWNER_ONLY);
    },
    async setAside(at) {
      if (!existsSync(path)) return null;
      const aside = `${path}.before-${at.toISOString().slice(0, 19).replaceAll(':', '-')}`;
      if (checkSqlite(path, false).length === 0) snapshotSqlite(path, aside);
      // Of a damaged one no copy can be made.
      else for (const end of SIDES) if (existsSync(`${path}${end}`)) await rename(`${path}${end}`, `${aside}${end}`);
      return aside;
    },
    async freeBytes() {
      const { bavail, bsize } = await statfs(dirname(path));
      return bavail * bsize;
    },
  };
}

/**
 * Opens (and makes) the database file. WAL: readers never wait for the writer. synchronous=FULL: a committed publish
 * survives a power cut. Ten seconds of patience with another process of the same store, such as `codmap ingest`.
 */
function openSqlite(path: string): Database {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true });
    closeForOthers(path);
  }
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_MS });
  // What was deleted is written over with zeros: an entry that a person deleted is not in the file any more.
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory; pragma secure_delete = on;');
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: toKyselyDatabase(db) }) });
}

/**
 * The database holds password hashes, keys and drafts: only its owner reads it. SQLite gives the files beside it (-wal, -shm) the mode that
 * the database has, so it must have it before it is opened; what an earlier version left open is closed.
 */
function closeForOthers(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', OWNER_ONLY));
  for (const end of SIDES) {
    try {
      chmodSync(`${path}${end}`, OWNER_ONLY);
    } catch (error) {
      // The last process that closes the database takes away what is beside it, at any moment.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function toKyselyDatabase(db: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      if (statements.size >= MAX_STATEMENTS) statements.delete(statements.keys().next().value!);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    close: () => {
      statements.clear();
      db.close();
    },
    prepare(text) {
      // A transaction that reads first and writes later fails at once when another process wrote in between;
      // taking the write lock at the start makes it wait its turn instead.
      const statement = prepare(text === 'begin' ? 'begin immediate' : text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
      };
    },
  };
}

/** A copy of the database as it is at this moment, whole and without a journal, while others read and write it. `to` must not exist. */
function snapshotSqlite(from: string, to: string): void {
  const db = new DatabaseSync(from, { readOnly: true, timeout: BUSY_MS });
  try {
    db.exec(`vacuum into '${to.replaceAll("'", "''")}'`);
  } finally {
    db.close();
  }
  chmodSync(to, OWNER_ONLY);
}

/** Puts the contents of one database file into another, in one step, also while others have that one open: they go on with the new contents. */
async function replaceSqlite(from: string, into: string): Promise<void> {
  const db = new DatabaseSync(from, { readOnly: true, timeout: BUSY_MS });
  const until = performance.now() + BUSY_MS;
  try {
    for (;;) {
      try {
        // All pages at once: in parts, a writer in between would make it begin anew.
        await backup(db, into, { rate: 1_000_000_000 });
        return;
      } catch (error) {
        if ((error as { errcode?: number }).errcode !== SQLITE_BUSY || performance.now() > until) throw error;
        await sleep(50);
      }
    }
  } finally {
    db.close();
  }
}

/** What SQLite finds wrong with a database file; `deep` compares indexes with tables too. */
function checkSqlite(path: string, deep: boolean): string[] {
  try {
    const db = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
    try {
      const found = db.prepare(deep ? 'pragma integrity_check' : 'pragma quick_check').all() as Record<string, string>[];
      const strays = deep ? (db.prepare('pragma foreign_key_check').all() as { table: string; parent: string }[]) : [];
      return [
        ...found.map((row) => Object.values(row)[0]!).filter((text) => text !== 'ok'),
        ...strays.map(({ table, parent }) => `A row of ${table} refers to a row of ${parent} that does not exist.`),
      ];
    } finally {
      db.close();
    }
  } catch (error) {
    return [(error as Error).message];
  }
}
