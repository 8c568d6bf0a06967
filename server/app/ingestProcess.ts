/** The process of one ingest: a store of its own and the list of subjects, put together for jobs/worker. */
import type { WorkerData } from '../jobs/ingest.ts';
import type { Work } from '../jobs/processEntry.ts';
import type { IngestMessage } from '../jobs/runner.ts';
import { createKinds } from './kinds.ts';
import { workOnIngest } from '../jobs/worker.ts';
import { createCatalog } from '../catalogue/store.ts';
import { createDraftStore } from '../catalogue/draftStore.ts';
import { openPlace } from '../store/place.ts';

export const work: Work<WorkerData, IngestMessage> = async (data, post) => {
  const { db, objects, close } = openPlace(data.place);
  try {
    if (data.task) return await (await import('./repair/task.ts')).workOnRepair({ ...data, task: data.task }, { db, objects }, post);
    await workOnIngest(
      data,
      {
        kinds: createKinds(db),
        catalog: createCatalog(db),
        listExceptions: (dataset) => createDraftStore(db).listExceptions(dataset),
        objects,
      },
      post,
    );
  } finally {
    await close();
  }
};
