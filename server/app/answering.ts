/** What answers in a thread of answers: a store of its own and the handlers of all heavy routes, put together for http/answer. */
import { randomUUID } from 'node:crypto';
import { createDatasets } from '../catalogue/datasets.ts';
import { createDraftStore } from '../catalogue/draftStore.ts';
import { serveColumns } from '../catalogue/columnRoutes.ts';
import { serveDatasets } from '../catalogue/routes.ts';
import { createCatalog } from '../catalogue/store.ts';
import { authorizeTold, createAnswerer } from '../http/answer.ts';
import { createMetrics } from '../http/metrics.ts';
import { serveOperation } from '../http/operation.ts';
import type { Answered, Refused, Told } from '../http/told.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import type { OpenBase } from '../ground/base.ts';
import { createJobQueue } from '../jobs/queue.ts';
import { createStandingStore } from '../people/standings.ts';
import { createRoleOf } from '../people/told.ts';
import { servePopulation } from '../population/routes.ts';
import { servePresence } from '../presence/routes.ts';
import { createCheckedObjects } from '../store/objects/checked.ts';
import { rememberEntries } from '../store/identity.ts';
import { createObjectChecks } from '../store/objects/checks.ts';
import { openPlace, placesOf, type StorePlace } from '../store/place.ts';
import { createResults } from '../store/results.ts';
import { openDrafting } from './drafting.ts';
import { redactionOf } from './redaction.ts';
import { mayClose } from './kinds.ts';
import { openReading, type Reading } from './reading.ts';
import { findPolicyBy, openHoldings } from './workgroup/sensitivity.ts';

export interface AnswerData {
  place: StorePlace;
  /** Where results lie, and answers on their way. */
  results: { path: string; bytes: number; stamp: string };
  /** Where series of sheets are kept. */
  series: string;
  clientDir: string;
  base: OpenBase | null;
  clearance: boolean;
  publisher: Publisher;
  version: string;
}

/** How soon what another process found of an object is known here. */
const FAULTS_MS = 60_000;

export interface Answering extends Pick<Reading, 'makeSeries'> {
  answer(told: Told): Promise<Answered | Refused>;
  close(): Promise<void>;
}

/** @param isWanted whether anybody waits for the answer that is being made */
export async function openAnswering(data: AnswerData, isWanted: () => boolean): Promise<Answering> {
  const { place, results: folder, series, clientDir, base, clearance, publisher, version } = data;
  const seriesIn = { folder: series, stamp: folder.stamp };
  const now = () => new Date();
  const { db, objects, close } = openPlace(place);
  const checks = createObjectChecks(db);
  const checked = createCheckedObjects({ objects, checks, now });
  const catalog = createCatalog(db);
  const jobs = createJobQueue(db);
  const remember = () => rememberEntries({ db, objects, places: placesOf(place) });
  const datasets = createDatasets({ catalog, jobs, checked, remember, now, newId: randomUUID });
  const results = createResults({ folder });
  const roleOf = createRoleOf(createStandingStore(db, randomUUID));
  const deps = { datasets, authorize: authorizeTold, roleOf, version, metrics: createMetrics(), metricsToken: null, checks: {}, mayClose, objects: checked };
  // Files are sent to the server itself.
  const uploads = { maxBytes: 0, store: () => Promise.reject(new Error('No file is stored in a thread of answers')) };
  const drafting = openDrafting({ ...deps, db, jobs, objects, checked, uploads, publisher, drafts: createDraftStore(db), remember, now });
  // Who may receive what was asked before; how much of it is told is asked here, anew each time.
  const findPolicy = findPolicyBy(openHoldings(db, 0));
  const reading = await openReading({ db, findPolicy, catalog, jobs, results, clientDir, base, clearance, publisher, seriesIn, now, ...deps });

  const answer = createAnswerer({
    served: [
      ...serveOperation(deps),
      ...serveDatasets({ ...deps, ...reading, redact: redactionOf({ ...deps, findPolicy }) }),
      ...servePopulation({ ...deps, ...reading }),
      ...servePresence({ ...deps, ...reading, findPolicy }),
      ...serveColumns({ ...deps, ...reading }),
      ...drafting.served,
      ...reading.served,
    ],
    isWanted,
  });

  const clock = setInterval(() => void checks.listFaults().then((faults) => checked.forget(faults.map(({ key }) => key))), FAULTS_MS).unref();
  return {
    answer,
    makeSeries: reading.makeSeries,
    async close() {
      clearInterval(clock);
      await reading.layerTiles.close();
      await close();
    },
  };
}
