/**
 * The door to what is stored. A place says which database and which objects, as the configuration chose them; it can be sent to threads and
 * processes. Nobody else opens a database or a folder of objects (`test/laws/store.test.ts`). Whoever begins opens the whole store with
 * `openStore` (server/app/store.ts), which also asks whether the two belong together; threads and processes, whose parent did, open the place.
 */
import type { Config } from '../config.ts';
import type { DatabaseDriver } from './drivers/driver.ts';
import { sqliteDriver } from './drivers/sqlite.ts';
import { FileObjects } from './objects/files.ts';
import type { ObjectStore } from './objects/objects.ts';
import type { Database } from './schema.ts';

export type StorePlace = Pick<Config, 'database' | 'objects'>;

export interface OpenedPlace {
  db: Database;
  objects: ObjectStore;
  close: () => Promise<void>;
}

/** The driver of the database that a place names; nothing is opened yet. */
export function databaseAt({ path }: StorePlace['database']): DatabaseDriver {
  return sqliteDriver(path);
}

/** The objects that a place names; nothing is made or read yet. */
export function objectsAt({ root }: StorePlace['objects']): ObjectStore {
  return new FileObjects(root);
}

/** Opens both, without asking whether they belong together and without migrating. */
export function openPlace({ database, objects }: StorePlace): OpenedPlace {
  const db = databaseAt(database).open();
  return { db, objects: objectsAt(objects), close: () => db.destroy() };
}

/** A place of files: what a backup is, and what a new database is made in before it takes the place of another. */
export function filesAt(path: string, root: string): StorePlace {
  return { database: { driver: 'sqlite', path }, objects: { driver: 'file', root } };
}

/** The place of a configuration, and nothing else of it. */
export function placeOf({ database, objects }: StorePlace): StorePlace {
  return { database, objects };
}

/** How database and objects are called in errors. */
export function placesOf({ database, objects }: StorePlace): { database: string; objects: string } {
  return { database: databaseAt(database).where, objects: objectsAt(objects).where };
}
