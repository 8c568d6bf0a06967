/** The store put together: database and objects, once they are each other's, with what reads and keeps them. */
import { randomUUID } from 'node:crypto';
import { createDatasets, type Datasets } from '../catalogue/datasets.ts';
import { createDraftStore, type DraftStore } from '../catalogue/draftStore.ts';
import { createCatalog, type Catalog } from '../catalogue/store.ts';
import type { Config } from '../config.ts';
import { createJobQueue, type JobQueue } from '../jobs/queue.ts';
import { identify, refuseWithoutDatabase, type Identity, type StorePlaces } from '../store/identity.ts';
import { createObjectNames, type ObjectNames } from '../store/objectNames.ts';
import { createCheckedObjects, type CheckedObjects } from '../store/objects/checked.ts';
import { createObjectChecks, type Fault, type ObjectChecks } from '../store/objects/checks.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import { databaseAt, objectsAt, openPlace, placesOf, type OpenedPlace } from '../store/place.ts';
import { migrate, type Database } from '../store/schema.ts';
import { createCollector, type Collector } from '../upkeep/collect.ts';

/** Everything that lives in the store, opened. */
export interface Store {
  db: Database;
  catalog: Catalog;
  jobs: JobQueue;
  objects: ObjectStore;
  datasets: Datasets;
  drafts: DraftStore;
  identity: Identity;
  names: ObjectNames;
  checks: ObjectChecks;
  /** The objects, for whoever gives them out. */
  checked: CheckedObjects;
  collector: Collector;
  close(): Promise<void>;
}

/** Who is told of what a store finds. */
export interface StoreListener {
  /** What a person should know about this opening, such as a database that is older than the files. */
  onNotice?: (text: string) => void;
  /** An object turned out to be missing or damaged, or to be well again. */
  onFault?: (key: string, fault: Fault | null) => void;
}

/**
 * The whole store of a configuration.
 * @throws ConflictError `store.…` where database and objects are not each other's; then nothing was made or changed.
 */
export async function openStore(config: Config, now: () => Date = () => new Date(), listener: StoreListener = {}): Promise<Store> {
  await requireDatabase(config);
  return await assembleStore(openPlace(config), placesOf(config), now, listener);
}

/** The same over halves that are opened already, of whatever driver. They are closed where it throws. */
export async function assembleStore(place: OpenedPlace, places: StorePlaces, now: () => Date, { onNotice, onFault }: StoreListener): Promise<Store> {
  const { db, objects, close } = place;
  try {
    const { settle } = await identify({ db, objects, places, now, newId: randomUUID });
    await migrate(db);
    const identity = await settle();
    if (identity.notice !== null) onNotice?.(identity.notice);
    const catalog = createCatalog(db);
    const jobs = createJobQueue(db);
    const checks = createObjectChecks(db);
    const checked = createCheckedObjects({ objects, checks, now, onChange: (key, fault) => onFault?.(key, fault) });
    const datasets = createDatasets({ catalog, jobs, checked, remember: identity.remember, now, newId: randomUUID });
    const names = createObjectNames(db);
    const collector = createCollector({ objects, names, identity, now });
    return { db, catalog, jobs, objects, datasets, drafts: createDraftStore(db), identity, names, checks, checked, collector, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A database that is opened where there is none comes into being, empty; beside stored files it would know none of them. */
export async function requireDatabase(config: Config): Promise<void> {
  const database = databaseAt(config.database);
  if (database.exists()) return;
  await refuseWithoutDatabase(objectsAt(config.objects), placesOf(config)).catch((error: unknown) => {
    // Another process that starts at the same time may have made it meanwhile.
    if (!database.exists()) throw error;
  });
}

/** Whether there is a store yet: the first upload makes it. */
export const hasStore = (config: Config): boolean => databaseAt(config.database).exists();
