/** Who names which object: versions of datasets and of documents, waiting uploads, and what is kept or was let go of. What nobody names may be collected (upkeep/collect). */
import { sql } from 'kysely';
import type { Database, Tx } from './schema.ts';

export type ObjectNames = ReturnType<typeof createObjectNames>;

/** Keys of the objects that a job works on, from its stored input: the files of the upload, and what goes with them. */
export function keysOfInput(input: string): string[] {
  const { files, enclosed = {} } = JSON.parse(input) as { files: { key: string }[]; enclosed?: Record<string, { key: string }> };
  return [...files, ...Object.values(enclosed)].map(({ key }) => key);
}

/** Keys of objects by who names them, out of the database `db`. Reads what is there; decides nothing. */
export function createObjectNames(db: Database) {
  async function listWaiting(): Promise<Set<string>> {
    const rows = await db.selectFrom('job').select('input').where('state', 'in', ['queued', 'running']).execute();
    return new Set(rows.flatMap(({ input }) => keysOfInput(input)));
  }

  return {
    /** Keys that a version (of a dataset or a document) or a repair in progress names, and those that a waiting or running upload needs. */
    async listNamed(): Promise<Set<string>> {
      const artifacts = await db.selectFrom('artifact').select('object_key').distinct().execute();
      const repairs = await db.selectFrom('repair_object').select('object_key').distinct().execute();
      const documents = await db.selectFrom('document_object').select('object_key').distinct().execute();
      return new Set([...artifacts, ...repairs, ...documents].map((row) => row.object_key).concat(...(await listWaiting())));
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
      if (await db.selectFrom('repair_object').select('what').where('object_key', '=', key).executeTakeFirst()) return false;
      if (await db.selectFrom('document_object').select('what').where('object_key', '=', key).executeTakeFirst()) return false;
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
  await release(tx, rows, at);
}

async function release(tx: Tx, rows: { object_key: string }[], at: string): Promise<void> {
  for (const { object_key } of rows)
    await tx
      .insertInto('released_object')
      .values({ object_key, since: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Drops the repair in progress of a version, and lets go of its objects. Part of the transaction that says why. @returns whether there was one */
export async function dropRepair(tx: Tx, dataset: string, version: string, at: string): Promise<boolean> {
  const rows = await tx.selectFrom('repair_object').select('object_key').where('dataset', '=', dataset).where('version', '=', version).execute();
  await release(tx, rows, at);
  await tx.deleteFrom('repair_object').where('dataset', '=', dataset).where('version', '=', version).execute();
  const { numDeletedRows } = await tx.deleteFrom('repair').where('dataset', '=', dataset).where('version', '=', version).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Gives a repair in progress other objects and lets go of those it had. Part of the transaction that says why. */
export async function replaceRepairObjects(
  tx: Tx,
  dataset: string,
  version: string,
  objects: Record<string, { key: string; sha256: string; bytes: number } | null>,
  at: string,
): Promise<void> {
  for (const [what, object] of Object.entries(objects)) {
    const own = tx.selectFrom('repair_object').select('object_key').where('dataset', '=', dataset).where('version', '=', version).where('what', '=', what);
    const before = await own.executeTakeFirst();
    if (before && before.object_key === object?.key) continue;
    if (before) await release(tx, [before], at);
    await tx.deleteFrom('repair_object').where('dataset', '=', dataset).where('version', '=', version).where('what', '=', what).execute();
    if (object)
      await tx.insertInto('repair_object').values({ dataset, version, what, object_key: object.key, sha256: object.sha256, bytes: object.bytes }).execute();
  }
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
