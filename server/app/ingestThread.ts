/** The thread of one ingest: a store of its own and the list of subjects, put together for jobs/worker. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerData } from '../jobs/ingest.ts';
import { createKinds } from '../jobs/pipelines.ts';
import { workOnIngest } from '../jobs/worker.ts';
import { createCatalog } from '../store/catalog.ts';
import { createDraftStore } from '../store/drafts.ts';
import { FileObjects } from '../store/objects.ts';
import { openSqlite } from '../store/sqlite.ts';

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
