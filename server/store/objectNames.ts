/** Who names which object: versions, waiting uploads, and what is kept or was let go of. What nobody names may be collected (upkeep/collect). */
import { sql } from 'kysely';
import type { Database, Tx } from './schema.ts';

export type ObjectNames = ReturnType<typeof createObjectNames>;

/** Keys of objects by who names them, out of the database `db`. Reads what is there; decides nothing. */
export function createObjectNames(db: Database) {
  async function listWaiting(): Promise<Set<string>> {
    const rows = await db.selectFrom('job').select('input').where('state', 'in', ['queued', 'running']).execute();
    return new Set(rows.flatMap((row) => (JSON.parse(row.input) as { files: { key: string }[] }).files.map(({ key }) => key)));
  }

  return {
    /** Keys that a version names, and those that a waiting or running upload needs. */
    async listNamed(): Promise<Set<string>> {
      const artifacts = await db.selectFrom('artifact').select('object_key').distinct().execute();
      return new Set([...artifacts.map((row) => row.object_key), ...(await listWaiting())]);
    },

    /** Keys that must stay though nothing here names them: they were there before this database knew of them. */
    async listKept(): Promise<Set<string>> {
      return new Set((await db.selectFrom('kept_object').select('object_key').execute()).map((row) => row.object_key));
    },

    /** Keys that this database itself let go of. */
    async listReleased(): Promise<Set<string>> {
      return new Set((await db.selectFrom('released_object').select('object_key').execute()).map((row) => row.object_key));
    },

    /** No longer needed to know of, once it is gone. */
    async forgetReleased(key: string): Promise<void> {
      await db.deleteFrom('released_object').where('object_key', '=', key).execute();
    },

    /** Whether the files of an upload that came to nothing may go at once: nothing else needs or keeps them. */
    async isFree(key: string): Promise<boolean> {
      if (await db.selectFrom('artifact').select('file').where('object_key', '=', key).executeTakeFirst()) return false;
      if (await db.selectFrom('kept_object').select('since').where('object_key', '=', key).executeTakeFirst()) return false;
      return !(await listWaiting()).has(key);
    },

    /** What a person took back from the trash stays. */
    async keep(keys: string[], at: string): Promise<void> {
      for (const key of keys)
        await db
          .insertInto('kept_object')
          .values({ object_key: key, since: at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    },

    /** When this database came into being, by its first migration. */
    async bornAt(): Promise<Date> {
      const { rows } = await sql<{ at: string }>`select min(applied_at) as at from migration`.execute(db);
      return new Date(rows[0]!.at);
    },
  };
}

/** Lets go of the objects of a version that is about to go, as far as no other names them. Part of the transaction that says why. */
export async function releaseObjects(tx: Tx, dataset: string, version: string, at: string): Promise<void> {
  const rows = await tx.selectFrom('artifact').select('object_key').where('dataset', '=', dataset).where('version', '=', version).execute();
  for (const { object_key } of rows)
    await tx
      .insertInto('released_object')
      .values({ object_key, since: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Gives an artifact another object and lets go of the one it had. Part of the transaction that says why. */
export async function replaceObject(
  tx: Tx,
  dataset: string,
  version: string,
  file: string,
  object: { key: string; sha256: string; bytes: number },
  at: string,
): Promise<void> {
  const before = await tx
    .selectFrom('artifact')
    .select('object_key')
    .where('dataset', '=', dataset)
    .where('version', '=', version)
    .where('file', '=', file)
    .executeTakeFirst();
  await tx
    .updateTable('artifact')
    .set({ object_key: object.key, sha256: object.sha256, bytes: object.bytes })
    .where('dataset', '=', dataset)
    .where('version', '=', version)
    .where('file', '=', file)
    .execute();
  if (!before || before.object_key === object.key) return;
  await tx
    .insertInto('released_object')
    .values({ object_key: before.object_key, since: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
