/** Thread shell: opens the store for itself, runs one ingest, posts messages. Everything else is in ingest.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { CodmapError, QuestionError } from '../errors.ts';
import { createCatalog } from '../store/catalog.ts';
import { createDraftStore } from '../store/drafts.ts';
import { FileObjects } from '../store/objects.ts';
import { createPresenceStore } from '../store/presence.ts';
import { openSqlite } from '../store/sqlite.ts';
import { runIngest, type WorkerData } from './ingest.ts';
import type { IngestMessage } from './runner.ts';

const data = workerData as WorkerData;
const post = (message: IngestMessage) => parentPort!.postMessage(message);

const db = openSqlite(data.databasePath);
const objects = new FileObjects(data.objectsRoot);
const files = await Promise.all(data.files.map(async ({ name, key, sha256 }) => ({ name, sha256, key, source: await objects.openSource(key) })));
/** Posting each step of a tight loop would cost more than the step. */
let last = 0;
let lastStage = '';

try {
  const summary = await runIngest({
    ...data,
    files,
    catalog: createCatalog(db),
    listExceptions: (dataset) => createDraftStore(db).listExceptions(dataset),
    objects,
    decisions: createPresenceStore(db),
    today: new Date().toISOString().slice(0, 10),
    onProgress: (stage, done, total) => {
      const now = performance.now();
      if (stage === lastStage && now - last < 200) return;
      last = now;
      lastStage = stage;
      post({ kind: 'progress', stage, done, total });
    },
  });
  post({ kind: 'done', summary });
} catch (error) {
  // A fault of the upload is an answer; any other is ours and ends the thread, which the runner sees.
  if (!(error instanceof CodmapError)) throw error;
  post({ kind: 'failed', refused: true, question: error instanceof QuestionError, code: error.code, detail: error.message, details: error.details });
} finally {
  for (const { source } of files) source.close();
  await db.destroy();
}
