/** /api/v1/datasets/{id}/versions/{v}/population: values by P-code, apart from tiles, so that tiles stay cached. */
import { Router } from 'express';
import { versionParams } from '../contract/datasets/api.ts';
import { populationQuery } from '../contract/population/population.ts';
import type { Population } from './service.ts';
import { parseParams, parseQuery } from '../http/request.ts';
import { sendJson } from '../http/send.ts';
import { findVisible, type VisibleDeps } from '../catalogue/visible.ts';

export interface PopulationRouterDeps extends VisibleDeps {
  population: Population;
}

export function populationRouter({ datasets, population, authorize }: PopulationRouterDeps): Router {
  const router = Router();
  router.get('/datasets/:id/versions/:version/population', async (request, response) => {
    const { id, version } = parseParams(versionParams, request);
    const query = parseQuery(populationQuery, request);
    const found = await findVisible({ datasets, authorize }, request, id, version);
    await sendJson(request, response, await population.getPopulation(found.version, query), found.cache);
  });
  return router;
}
