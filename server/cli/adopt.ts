/** `codmap adopt`: somebody who knows says that a database and a folder of files belong together. */
import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { InputError } from '../errors.ts';
import { adopt, assess } from '../store/identity.ts';
import { databaseAt, openPlace } from '../store/place.ts';
import { migrate } from '../store/schema.ts';
import { counted } from './report.ts';

export interface Adoption {
  database: string;
  objects: string;
  /** Files that the database names, and of these those that are there. */
  named: number;
  found: number;
  held: number;
  unknown: number;
  /** The new identity; null where nothing was done. */
  store: string | null;
}

/** @throws InputError where there is no database to tie to. */
export async function adoptStore(config: Config, sure: boolean): Promise<Adoption> {
  const database = databaseAt(config.database);
  if (!database.exists()) throw new InputError('input.missing', `There is no database ${database.where}.`);
  const { db, objects, close } = openPlace(config);
  const places = { database: database.where, objects: objects.where };
  try {
    if (sure) await migrate(db);
    const done = sure ? await adopt({ db, objects, places, now: () => new Date(), newId: randomUUID }) : { ...(await assess(db, objects)), id: null };
    const { named, found, held, unknown, id } = done;
    return { ...places, named, found, held, unknown: unknown.length, store: id };
  } finally {
    await close();
  }
}

export function formatAdoption({ database, objects, named, found, held, unknown, store }: Adoption): string {
  return [
    `The database ${database} names ${counted(named, 'file')}; ${found.toLocaleString('en')} of them are in ${objects}, with the size recorded.`,
    `${objects} holds ${counted(held, 'file')}; the database does not know ${unknown.toLocaleString('en')} of them. They are kept for good.`,
    store === null ? 'Nothing was changed. Use --yes to tie the two together under a new identity.' : `They are now the store ${store}.`,
  ].join('\n');
}
