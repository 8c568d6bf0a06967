/** The subjects whose uploads are tables, put together: population, 3W and layers; and the columns of all kinds. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createFindStep, type FindStep } from '../boundaries/changesStore.ts';
import { createChanges, type Changes } from '../boundaries/changesService.ts';
import { createBoundaryColumns } from '../boundaries/columnsService.ts';
import { BOUNDARIES, INDICATORS, LAYER, POPULATION, PRESENCE } from '../contract/ids.ts';
import type { TellCoverage } from '../maps/assessments/facts.ts';
import { openCoverage } from './registry/coverage.ts';
import { createIndicatorColumns } from '../indicators/columnsService.ts';
import { createLayerColumns } from '../layers/columnsService.ts';
import { createIndicators, type Indicators } from '../indicators/service.ts';
import { createLayers, type Layers } from '../layers/service.ts';
import { createHoldings } from '../sensitivity/holdings.ts';
import { createSensitivityStore } from '../sensitivity/store.ts';
import { createPopulationColumns } from '../population/columnsService.ts';
import { createPopulation } from '../population/service.ts';
import { createPresenceColumns } from '../presence/columnsService.ts';
import { createPresenceReview } from '../presence/review.ts';
import type { FindPolicy } from '../presence/policy.ts';
import { createPresence } from '../presence/service.ts';
import { createPresenceStore } from '../presence/store.ts';
import type { AppDeps } from './http.ts';
import { TooLargeError } from '../errors.ts';
import type { FindChanges } from '../presence/carry/carrier.ts';
import { createResults, type Results } from '../store/results.ts';
import type { Store } from './store.ts';

export interface TablesDeps extends Pick<Store, 'db' | 'datasets' | 'catalog' | 'jobs'> {
  findPolicy: FindPolicy;
  /** That of whoever answers about changes, so that a pair of versions is compared once; absent: its own. */
  findStep?: FindStep | undefined;
  /** Where moved ground is kept; absent: in memory. */
  results?: Results;
  now: () => Date;
}

/** How soon pictures know that a layer was closed. */
const HOLDS_MS = 1000;

const codeTable = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');

export function openTables({
  db,
  datasets,
  catalog,
  jobs,
  findPolicy,
  results = createResults(),
  findStep = createFindStep({ datasets, results }),
  now,
}: TablesDeps): Pick<AppDeps, 'population' | 'weighLevels' | 'presence' | 'review' | 'columns'> & {
  changes: Changes;
  layers: Layers;
  indicators: Indicators;
  coverage: TellCoverage;
} {
  const again = { datasets, jobs, now, newId: randomUUID };
  const store = createPresenceStore(db);
  const presence = createPresence({
    datasets,
    findPolicy,
    tables: { sectors: codeTable('sectors.csv'), orgTypes: codeTable('org-types.csv') },
    following: { findChanges: unlessTooLarge(findStep), findDecisions: async (country) => (await store.readMemory(country)).places },
  });
  const review = createPresenceReview({ ...again, presence, catalog, store });
  const columns = {
    [BOUNDARIES]: createBoundaryColumns(again),
    [PRESENCE]: createPresenceColumns({ presence, review }),
    [POPULATION]: createPopulationColumns(again),
    [LAYER]: createLayerColumns(again),
    [INDICATORS]: createIndicatorColumns(again),
  };
  const population = createPopulation(datasets);
  const indicators = createIndicators({ datasets, population });
  const changes = createChanges({ datasets, population, findStep, results });
  const holdings = createHoldings(createSensitivityStore(db), HOLDS_MS);
  const layers = createLayers({ datasets, findPolicy, findHolds: async (dataset) => (await holdings.read()).of(dataset).holds, now });
  const coverage = openCoverage({ db, datasets, holdings, findStep, now });
  return { population, layers, indicators, coverage, changes, weighLevels: changes.weighLevels, presence, review, columns };
}

/** Where outlines were made to be slow, versions are followed by the comparisons that they keep of themselves. */
const unlessTooLarge =
  (findStep: FindStep): FindChanges =>
  (from, to) =>
    findStep(from, to).catch((error: unknown) => {
      if (error instanceof TooLargeError) return null;
      throw error;
    });
