/** A thread of answers: a store of its own and the handlers of all heavy routes, put together for http/answer. */
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { createDatasets } from '../catalogue/datasets.ts';
import { serveDatasets } from '../catalogue/routes.ts';
import { createCatalog } from '../catalogue/store.ts';
import { authorizeTold, createAnswerer } from '../http/answer.ts';
import { createMetrics } from '../http/metrics.ts';
import { serveOperation } from '../http/operation.ts';
import type { Told } from '../http/told.ts';
import type { AnswerThreadData } from '../jobs/apart.ts';
import { createJobQueue } from '../jobs/queue.ts';
import { stepBack } from '../jobs/stepBack.ts';
import { servePopulation } from '../population/routes.ts';
import { presenceRedaction, servePresence } from '../presence/routes.ts';
import { openSqlite } from '../store/drivers/sqlite.ts';
import { createCheckedObjects } from '../store/objects/checked.ts';
import { createObjectChecks } from '../store/objects/checks.ts';
import { FileObjects } from '../store/objects/files.ts';
import { createResults, spoolTo } from '../store/results.ts';
import { mayClose } from './kinds.ts';
import { openReading } from './reading.ts';

export interface AnswerData {
  databasePath: string;
  objectsRoot: string;
  /** Where results lie, and answers on their way. */
  results: { path: string; bytes: number; stamp: string };
  clientDir: string;
  version: string;
}

/** How soon what another process found of an object is known here. */
const FAULTS_MS = 60_000;

stepBack();
const { databasePath, objectsRoot, results: folder, clientDir, version, given } = workerData as AnswerData & AnswerThreadData;
const now = () => new Date();
const db = openSqlite(databasePath);
const objects = new FileObjects(objectsRoot);
const checks = createObjectChecks(db);
const checked = createCheckedObjects({ objects, checks, now });
const catalog = createCatalog(db);
const jobs = createJobQueue(db);
// Nothing that is answered here names a new object.
const datasets = createDatasets({ catalog, jobs, checked, remember: () => Promise.resolve(), now, newId: randomUUID });
const results = createResults({ folder });
const deps = { datasets, authorize: authorizeTold, version, metrics: createMetrics(), checks: {}, mayClose, objects: checked };
const reading = await openReading({ db, catalog, jobs, results, clientDir, now, ...deps });

const answer = createAnswerer({
  served: [
    ...serveOperation(deps),
    ...serveDatasets({ ...deps, ...reading, redact: presenceRedaction({ ...deps, ...reading }) }),
    ...servePopulation({ ...deps, ...reading }),
    ...servePresence({ ...deps, ...reading }),
    ...reading.maps,
  ],
  spool: spoolTo(folder.path),
  isWanted: () => Atomics.load(given, 0) === 0,
});

setInterval(() => void checks.listFaults().then((faults) => checked.forget(faults.map(({ key }) => key))), FAULTS_MS).unref();
parentPort!.on('message', (told: Told) => void answer(told).then((answered) => parentPort!.postMessage(answered)));
