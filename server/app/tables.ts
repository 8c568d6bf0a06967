/** The subjects whose uploads are tables, put together: population and 3W; and the columns of all kinds. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createBoundaryColumns } from '../boundaries/columnsService.ts';
import { BOUNDARIES, POPULATION, PRESENCE } from '../contract/ids.ts';
import { createPopulationColumns } from '../population/columnsService.ts';
import { createPopulation } from '../population/service.ts';
import { createPresenceColumns } from '../presence/columnsService.ts';
import { createPresenceReview } from '../presence/review.ts';
import type { FindPolicy } from '../presence/policy.ts';
import { createPresence } from '../presence/service.ts';
import { createPresenceStore } from '../presence/store.ts';
import { createChangesBetween } from './changesBetween.ts';
import type { AppDeps } from './http.ts';
import type { Store } from './store.ts';

export interface TablesDeps extends Pick<Store, 'db' | 'datasets' | 'catalog' | 'jobs'> {
  findPolicy: FindPolicy;
  now: () => Date;
}

const codeTable = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');

export function openTables({ db, datasets, catalog, jobs, findPolicy, now }: TablesDeps): Pick<AppDeps, 'population' | 'presence' | 'review' | 'columns'> {
  const again = { datasets, jobs, now, newId: randomUUID };
  const store = createPresenceStore(db);
  const presence = createPresence({
    datasets,
    findPolicy,
    tables: { sectors: codeTable('sectors.csv'), orgTypes: codeTable('org-types.csv') },
    following: { findChanges: createChangesBetween({ datasets }), findDecisions: async (country) => (await store.readMemory(country)).places },
  });
  const review = createPresenceReview({ ...again, presence, catalog, store });
  const columns = {
    [BOUNDARIES]: createBoundaryColumns(again),
    [PRESENCE]: createPresenceColumns({ presence, review }),
    [POPULATION]: createPopulationColumns(again),
  };
  return { population: createPopulation(datasets), presence, review, columns };
}
