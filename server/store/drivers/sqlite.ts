/** kysely over node:sqlite: its own SQLite dialect, given a database of the shape it expects. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Database, Tables } from '../schema.ts';

/** Prepared statements kept; the catalogue has far fewer distinct queries. */
const MAX_STATEMENTS = 300;

/**
 * Opens (and makes) the database file. WAL: readers never wait for the writer. synchronous=FULL: a committed publish
 * survives a power cut. Ten seconds of patience with another process of the same store, such as `codmap ingest`.
 */
export function openSqlite(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 10_000 });
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory;');
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: toKyselyDatabase(db) }) });
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
