/** The thread of one ingest: a store of its own and the list of subjects, put together for jobs/worker. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerData } from '../jobs/ingest.ts';
import { createKinds } from './kinds.ts';
import { workOnIngest } from '../jobs/worker.ts';
import { createCatalog } from '../catalogue/store.ts';
import { createDraftStore } from '../catalogue/draftStore.ts';
import { FileObjects } from '../store/objects/files.ts';
import { openSqlite } from '../store/drivers/sqlite.ts';

const data = workerData as WorkerData;
const db = openSqlite(data.databasePath);
try {
  await workOnIngest(
    data,
    {
      kinds: createKinds(db),
      catalog: createCatalog(db),
      listExceptions: (dataset) => createDraftStore(db).listExceptions(dataset),
      objects: new FileObjects(data.objectsRoot),
    },
    (message) => parentPort!.postMessage(message),
  );
} finally {
  await db.destroy();
}
