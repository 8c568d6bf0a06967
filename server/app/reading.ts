/** What reads stored versions and answers for them, put together once for the server and for each of its threads of answers. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Datasets } from '../catalogue/datasets.ts';
import type { ReportWriters } from '../catalogue/report.ts';
import { createReportWriters } from '../catalogue/reportWriters.ts';
import type { Catalog } from '../catalogue/store.ts';
import type { Authorize } from '../http/request.ts';
import type { Served } from '../http/serve.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { createPopulation, type Population } from '../population/service.ts';
import { createPresenceReview, type PresenceReview } from '../presence/review.ts';
import { createPresence, type Presence } from '../presence/service.ts';
import { createPresenceStore } from '../presence/store.ts';
import type { Results } from '../store/results.ts';
import type { Database } from '../store/schema.ts';
import { mayClose } from './kinds.ts';

export interface ReadingParts {
  db: Database;
  datasets: Datasets;
  catalog: Catalog;
  jobs: JobQueue;
  results: Results;
  authorize: Authorize;
  clientDir: string;
  now: () => Date;
}

export interface Reading {
  population: Population;
  presence: Presence;
  review: PresenceReview;
  reports: ReportWriters;
  maps: Served[];
}

export async function openReading({ db, datasets, catalog, jobs, results, authorize, clientDir, now }: ReadingParts): Promise<Reading> {
  const store = createPresenceStore(db);
  const codeTable = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  const presence = createPresence({ datasets, store, tables: { sectors: codeTable('sectors.csv'), orgTypes: codeTable('org-types.csv') } });
  const population = createPopulation(datasets);
  // Pictures need a painter and its fonts, which the command line does not.
  const { openMaps } = await import('../maps/compose.ts');
  return {
    population,
    presence,
    review: createPresenceReview({ presence, datasets, catalog, store, jobs, now, newId: randomUUID }),
    reports: createReportWriters({ datasets, results, mayClose }),
    maps: openMaps({ db, datasets, population, presence, results, mayClose, authorize, clientDir, now }),
  };
}
