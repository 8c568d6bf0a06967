/**
 * `codmap backup`: a whole copy of a store while it is served. The database first, as it is at one moment; then the objects that it names, which
 * were there before they were named and never change; the new database takes the place of the one before once they are all there.
 */
import { chmod, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { ConflictError } from '../errors.ts';
import type { DatabaseDriver } from '../store/drivers/driver.ts';
import { mark } from '../store/identity.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import { databaseAt, filesAt, openPlace } from '../store/place.ts';
import { copyObject, DATABASE, hashFile, listNeeded, MANIFEST, OBJECTS, readManifest, SECRET, type Manifest } from './copy.ts';

export interface BackupDeps {
  database: DatabaseDriver;
  objects: ObjectStore;
  /** File that signs sessions, where it is not a setting. */
  secret: string;
  store: string;
  program: string;
  now: () => Date;
  onProgress: (done: number, total: number) => void;
}

/**
 * @param folder new or empty, or an earlier backup of this store, of which only what is missing is copied.
 * @throws ConflictError `backup.folder` where something else is in it
 */
export async function backup(folder: string, deps: BackupDeps): Promise<Manifest> {
  await requireFolder(folder, deps);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = join(folder, `.${DATABASE}.new`);
  for (const end of ['', '-wal', '-shm']) await rm(`${fresh}${end}`, { force: true });
  const createdAt = deps.now().toISOString();
  await deps.database.snapshot(fresh);
  const place = filesAt(fresh, join(folder, OBJECTS));
  const { db, objects, close } = openPlace(place);
  let found: Pick<Manifest, 'objects' | 'bytes' | 'lost'>;
  try {
    found = await copyObjects(deps, objects, await listNeeded(db));
    await mark(db, objects);
  } finally {
    await close();
  }
  const faults = await databaseAt(place.database).check(true);
  if (faults.length > 0) throw new ConflictError('backup.damaged', `The database is damaged, so the earlier backup was left as it is: ${faults[0]}`);
  if (existsSync(deps.secret)) {
    await copyFile(deps.secret, join(folder, SECRET));
    await chmod(join(folder, SECRET), 0o600);
  }
  const manifest = { store: deps.store, createdAt, program: deps.program, database: await hashFile(fresh), ...found };
  // In between, the database is not that of the manifest, and restore says so.
  await rename(fresh, join(folder, DATABASE));
  await writeFile(join(folder, `.${MANIFEST}.new`), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(join(folder, `.${MANIFEST}.new`), join(folder, MANIFEST));
  return manifest;
}

async function copyObjects({ objects: from, onProgress }: BackupDeps, to: ObjectStore, needed: { key: string; optional: boolean }[]) {
  const found: Pick<Manifest, 'objects' | 'bytes' | 'lost'> = { objects: 0, bytes: 0, lost: [] };
  for (const [i, { key, optional }] of needed.entries()) {
    onProgress(i, needed.length);
    const bytes = await copyObject(from, to, key);
    if (bytes !== undefined) {
      found.objects++;
      found.bytes += bytes;
    } else if (!optional) found.lost.push(key);
  }
  onProgress(needed.length, needed.length);
  return found;
}

async function requireFolder(folder: string, { objects, store, database }: BackupDeps): Promise<void> {
  const refuse = (why: string) =>
    new ConflictError('backup.folder', `${folder} ${why} Name a new or empty folder, or one with an earlier backup of this store.`);
  const inside = (parent: string) => `${resolve(folder)}${sep}`.startsWith(`${resolve(parent)}${sep}`);
  if (inside(objects.where) || resolve(join(folder, DATABASE)) === resolve(database.where)) throw refuse('is part of the store itself.');
  const before = await readManifest(folder);
  if (before) {
    if (before.store !== store) throw refuse(`has a backup of the store ${before.store}; this one is ${store}.`);
    return;
  }
  // An earlier try that was cut off has no manifest yet, and nothing that is not ours.
  const others = (await readdir(folder).catch(() => [])).filter(
    (name) => name !== OBJECTS && name !== SECRET && !name.startsWith(`.${DATABASE}.new`) && !name.startsWith(DATABASE),
  );
  if (others.length > 0) throw refuse('is not empty.');
}
