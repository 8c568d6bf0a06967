/** Values by P-code, apart from tiles, so that tiles stay cached. */
import { populationRoutes } from '../contract/population/routes.ts';
import type { Population } from './service.ts';
import { reply, serve, type Served } from '../http/serve.ts';
import { findVisibleAsOf, type VisibleDeps } from '../catalogue/visible.ts';

export interface ServePopulationDeps extends VisibleDeps {
  population: Population;
}

export function servePopulation({ datasets, population, authorize }: ServePopulationDeps): Served[] {
  return [
    serve(populationRoutes.getPopulation, async ({ params: { id, version }, query: { date, known, ...query }, request }) => {
      const found = await findVisibleAsOf({ datasets, authorize }, request, id, version, { date, known });
      return reply({ ...(await population.getPopulation(found.version, query)), ...found.told }, { cache: found.dataCache });
    }),
  ];
}
