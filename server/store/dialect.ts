/**
 * What databases do differently. Queries are written once, in the SQL that all of them share; these few things are not, and nobody outside
 * this room asks which database it is. Decision 0038.
 */
import { PostgresAdapter, sql, type QueryExecutorProvider, type SelectQueryBuilder } from 'kysely';

const isPostgres = (db: QueryExecutorProvider): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Of several transactions about one subject each waits for the one before, and sees what it wrote. SQLite has one writer at a time, so there
 * it is so without a word; elsewhere a transaction that reads first and writes later says this first.
 */
export async function takeTurns(tx: QueryExecutorProvider, subject: string): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(tx);
}

/** Passes over rows that another transaction is taking at this moment, so that of many who ask at once nobody waits or goes away empty. */
export function passTaken<DB, TB extends keyof DB, O>(db: QueryExecutorProvider, query: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O> {
  return isPostgres(db) ? query.forUpdate().skipLocked() : query;
}

/** A statement of a migration. They say `real` and `integer`, which in SQLite hold eight bytes each; elsewhere that has other names. */
export function toDialect(db: QueryExecutorProvider, statement: string): string {
  return isPostgres(db) ? statement.replace(/\breal\b/g, 'double precision').replace(/\binteger\b/g, 'bigint') : statement;
}

/**
 * Takes what was deleted out of the log of changes too, where the database is a file of ours: until then the log beside it holds the pages as they were.
 * Another process that reads at this moment leaves it for the next time. PostgreSQL does so by itself (vacuum).
 */
export async function clearLog(db: QueryExecutorProvider): Promise<void> {
  if (!isPostgres(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
