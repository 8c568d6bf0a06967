/** /api/v1/datasets/{id}/versions/{v}/population: values by P-code, apart from tiles, so that tiles stay cached. */
import { Router, type Request } from 'express';
import { versionParams } from '../contract/api.ts';
import { isPublic, type DatasetVersion } from '../contract/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { populationQuery } from '../contract/population.ts';
import { NotFoundError } from '../errors.ts';
import type { Population } from '../service/population.ts';
import { parseParams, parseQuery, type Authorize } from './request.ts';
import { sendJson } from './send.ts';

export interface PopulationRouterDeps {
  datasets: { getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion> };
  population: Population;
  authorize: Authorize;
}

export function populationRouter({ datasets, population, authorize }: PopulationRouterDeps): Router {
  const router = Router();

  /** As for all files of a version: drafts do not exist for those who may not read them. */
  async function mayRead(request: Request, id: DatasetId): Promise<boolean> {
    return authorize(request, 'draft.read', id).then(
      () => true,
      () => false,
    );
  }

  router.get('/datasets/:id/versions/:version/population', async (request, response) => {
    const { id, version } = parseParams(versionParams, request);
    const query = parseQuery(populationQuery, request);
    const found = await datasets.getVersion(id, version);
    const isDraft = !isPublic(found);
    if (isDraft && !(await mayRead(request, id))) throw new NotFoundError('version.unknown', `There is no version ${version} of ${id} here.`);
    await sendJson(request, response, await population.getPopulation(found, query), isDraft ? 'never' : version === 'current' ? 'minute' : 'immutable');
  });

  return router;
}
