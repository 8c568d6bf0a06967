/** Values by P-code, apart from tiles, so that tiles stay cached; on the boundaries that they were counted on, or carried over to others. */
import { toBoundariesId, toIso3, type DatasetId } from '../contract/ids.ts';
import { populationRoutes as routes } from '../contract/population/routes.ts';
import type { ShownPopulation } from '../contract/population/carried.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, showing, type Served } from '../http/serve.ts';
import { createFindPublic, dayInName, findVisibleAsOf, type VisibleDeps } from '../catalogue/visible.ts';
import type { WeighLevels } from './carry/carrier.ts';
import { fileNameOf, writeShownCsv } from './carry/table.ts';
import type { Population } from './service.ts';

export interface ServePopulationDeps extends VisibleDeps {
  population: Population;
  /** What became of units of boundaries, and of their people. */
  weighLevels: WeighLevels;
}

export function servePopulation({ datasets, population, weighLevels, authorize }: ServePopulationDeps): Served[] {
  /** Of boundaries only what was published, for everybody alike: whoever may read drafts of a population may not for that read those of boundaries. */
  const publicVersion = createFindPublic(datasets);

  return [
    showing<typeof routes.getPopulation>(
      serve(routes.getPopulation, async ({ params: { id, version: ref }, query: { on, f, date, known, ...query }, request, goOn }) => {
        const { version, cache, dataCache, told } = await findVisibleAsOf({ datasets, authorize }, request, id, ref, { date, known });
        const to = on && (await publicVersion(toBoundariesId(toIso3(id)), on));
        const answer: ShownPopulation = to
          ? await population.getPopulationOn(version, to, query, { findFrom: publicVersion, weigh: weighLevels, goOn })
          : await population.getPopulation(version, query);
        // Shares follow what population is published at the time.
        const how = { cache: to ? cache : dataCache };
        if (f === 'json') return reply({ ...answer, ...told }, how);
        const headers = { 'Content-Disposition': toDisposition(`${fileNameOf(answer)}${dayInName(told.asOf)}.csv`) };
        return page(writeShownCsv(answer, told.asOf), 'text/csv', { ...how, headers });
      }),
      // On other boundaries it tells their codes and names too.
      {
        datasets: ({ params: { id }, query: { on } }: { params: { id: DatasetId }; query: { on?: unknown } }) =>
          on === undefined ? [id] : [id, toBoundariesId(toIso3(id))],
      },
    ),
  ];
}
