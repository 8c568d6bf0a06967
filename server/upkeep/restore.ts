/**
 * `codmap restore`: a backup in the place of a store, also while a server runs on it. The backup is read through before anything is changed; then
 * come the objects, which add to what is there; the database last and in one step. What is there is never deleted.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError, InputError } from '../errors.ts';
import type { DatabaseDriver } from '../store/drivers/driver.ts';
import { assess, mark, MARK, ROOMS } from '../store/identity.ts';
import { createObjectNames } from '../store/objectNames.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import { databaseAt, filesAt, openPlace } from '../store/place.ts';
import { migrate, type Database } from '../store/schema.ts';
import { copyObject, DATABASE, hashFile, listNeeded, measure, OBJECTS, readManifest, SECRET, type Manifest } from './copy.ts';

export interface RestoreDeps {
  database: DatabaseDriver;
  objects: ObjectStore;
  secret: string;
  /** A folder of this machine with room for a copy of the database. */
  scratch: string;
  now: () => Date;
  onProgress: (stage: 'check' | 'copy', done: number, total: number) => void;
}

export interface Restored {
  store: string;
  /** When the database of the backup was copied. */
  createdAt: string;
  objects: number;
  bytes: number;
  /** Named by the database, and neither in the backup nor here. */
  lost: string[];
  /** Objects that were here and that the backup does not name: they stay. */
  kept: number;
  /** Where the database that was here is now; null where there was none. */
  before: string | null;
  /** The file that signs sessions changed: a running server still uses the one before. */
  secretChanged: boolean;
}

/**
 * @param options.replace takes the place of a store that holds something. `partial`: even if files of the backup are missing or damaged.
 * @throws InputError `backup.damaged`, ConflictError `restore.not-empty`
 */
export async function restore(folder: string, options: { replace: boolean; partial: boolean }, deps: RestoreDeps): Promise<Restored> {
  const { objects, now, onProgress } = deps;
  const manifest = await readBackup(folder);
  const held = await describe(deps);
  if (held !== null && !options.replace)
    throw new ConflictError('restore.not-empty', `The store is not empty: ${held}. Nothing was changed. Use --replace to put the backup in its place.`);
  await mkdir(deps.scratch, { recursive: true });
  const fresh = join(deps.scratch, `.${DATABASE}.restoring-${randomUUID()}`);
  await copyFile(join(folder, DATABASE), fresh);
  await chmod(fresh, 0o600);
  const { db, objects: source, close } = openPlace(filesAt(fresh, join(folder, OBJECTS)));
  try {
    await migrate(db);
    const needed = await listNeeded(db);
    const lost = await readThrough(source, objects, needed, (done, total) => onProgress('check', done, total));
    if (lost.length > 0 && !options.partial)
      throw new InputError(
        'backup.damaged',
        `${lost.length} file(s) of the backup are missing or damaged, such as ${lost[0]}. Nothing was changed. Use another backup, or use --partial to restore all the others.`,
      );
    const copied = { objects: 0, bytes: 0 };
    for (const [i, { key }] of needed.entries()) {
      onProgress('copy', i, needed.length);
      const bytes = await copyObject(source, objects, key);
      if (bytes === undefined) continue;
      copied.objects++;
      copied.bytes += bytes;
    }
    onProgress('copy', needed.length, needed.length);
    const kept = await prepare(db, objects, now());
    const before = await install(db, fresh, deps);
    return { store: manifest.store, createdAt: manifest.createdAt, ...copied, lost, kept, before, secretChanged: await putSecret(folder, deps.secret) };
  } finally {
    await close();
    for (const end of ['', '-wal', '-shm']) await rm(`${fresh}${end}`, { force: true });
  }
}

async function readBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const path = join(folder, DATABASE);
  if (!manifest || !existsSync(path)) throw new InputError('backup.damaged', `${folder} has no complete backup: there is no backup.json or no ${DATABASE}.`);
  const { sha256 } = await hashFile(path);
  if (sha256 !== manifest.database.sha256)
    throw new InputError(
      'backup.damaged',
      `${path} is not the database that backup.json describes. A backup into this folder was interrupted, or the file is damaged; make it again, or use another.`,
    );
  const faults = await databaseAt(filesAt(path, join(folder, OBJECTS)).database).check(true);
  if (faults.length > 0) throw new InputError('backup.damaged', `${path} is damaged: ${faults[0]}`);
  return manifest;
}

/** What would be replaced, in words; null where there is nothing. */
async function describe({ database, objects }: RestoreDeps): Promise<string | null> {
  if (database.exists()) {
    if ((await database.check(false)).length > 0) return `its database ${database.where} is damaged`;
    const db = database.open();
    try {
      const tables = new Set((await db.introspection.getTables()).map(({ name }) => name));
      for (const [table, what] of [
        ['version', 'versions'],
        ['job', 'uploads'],
        ['auth_user', 'members'],
      ] as const)
        if (
          tables.has(table) &&
          (
            await db
              .selectFrom(table)
              .select(({ fn }) => fn.countAll<number>().as('n'))
              .executeTakeFirstOrThrow()
          ).n > 0
        )
          return `its database ${database.where} has ${what}`;
    } finally {
      await db.destroy();
    }
  }
  for (const room of ROOMS) for await (const key of objects.list(room)) return `there are files, such as ${key}`;
  return null;
}

/** @returns the needed objects that are sound neither in the backup nor here. */
async function readThrough(
  source: ObjectStore,
  here: ObjectStore,
  needed: { key: string; optional: boolean }[],
  onProgress: (done: number, total: number) => void,
): Promise<string[]> {
  const lost: string[] = [];
  for (const [i, { key, optional }] of needed.entries()) {
    onProgress(i, needed.length);
    if (optional || (await measure(source, key)) !== undefined || (await measure(here, key)) !== undefined) continue;
    lost.push(key);
  }
  return lost;
}

/** What the restored database does not know stays for good, and it knows that it was restored. @returns how many objects that are. */
async function prepare(db: Database, objects: ObjectStore, at: Date): Promise<number> {
  const { unknown } = await assess(db, objects);
  await createObjectNames(db).keep(unknown, at.toISOString());
  await db.updateTable('store_identity').set({ restored_at: at.toISOString() }).execute();
  return unknown.length;
}

/** Without a mark the two sides are compared file by file, so a cut in between leaves a store that opens. @returns where the database before is. */
async function install(db: Database, fresh: string, { database, objects, now }: RestoreDeps): Promise<string | null> {
  const before = await database.setAside(now());
  await objects.delete(MARK);
  await database.replaceWith(fresh);
  await mark(db, objects);
  return before;
}

/** Sessions and second factors are signed with it, so it goes with its database. */
async function putSecret(folder: string, path: string): Promise<boolean> {
  const from = join(folder, SECRET);
  if (!existsSync(from)) return false;
  if (existsSync(path) && (await readFile(path, 'utf8')) === (await readFile(from, 'utf8'))) return false;
  const changed = existsSync(path);
  await copyFile(from, path);
  await chmod(path, 0o600);
  return changed;
}
