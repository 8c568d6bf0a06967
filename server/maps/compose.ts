/** Composition of maps and embeds: store, services, pictures, routes. Apart from app/main.ts, as accounts are. */
import { randomInt, randomUUID } from 'node:crypto';
import { checkEmbedHeaders } from './embed/check.ts';
import { serveEmbeds } from './embed/serve.ts';
import { createFactsAsOf } from './asOf.ts';
import { createFindGround } from './ground.ts';
import { serveGround } from './groundRoutes.ts';
import type { OpenBase } from '../ground/base.ts';
import { createPictures, type PicturesDeps } from './pictures.ts';
import { serveMaps, type ServeMapsDeps } from './routes.ts';
import { createAudit } from '../catalogue/audit.ts';
import { orNull } from '../errors.ts';
import type { Served } from '../http/serve.ts';
import { withClearance, type FindTag } from './clearance/versions.ts';
import { createMapFacts, type MapFactsDeps } from './findFacts.ts';
import { createMaps } from './service.ts';
import { withShown } from './shown.ts';
import type { MapSpec } from '../contract/maps/map.ts';
import type { SeriesJobs, SeriesTask } from './series/jobs.ts';
import { keepSeries } from './series/keep.ts';
import { createSeries, type MadeSeries, type MakeProgress, type SeriesDeps } from './series/make.ts';
import { serveSeriesFiles, serveSeriesJobs, serveSeriesPlans, serveSeriesStarts, type SeriesJobsServed } from './series/routes.ts';
import { createSheets, type SheetsDeps } from './sheet/sheets.ts';
import { isTypstInstalled } from './typst/installed.ts';
import { createTypst } from './typst/typst.ts';
import { serveSheets } from './sheet/routes.ts';
import { createMapStore } from './store.ts';
import type { Database } from '../store/schema.ts';

export interface MapsParts extends Omit<MapFactsDeps, 'findGround' | 'presence'>, PicturesDeps, Pick<ServeMapsDeps, 'authorize' | 'admit' | 'roleOf'> {
  datasets: MapFactsDeps['datasets'] & ServeMapsDeps['datasets'];
  presence: MapFactsDeps['presence'] & ServeMapsDeps['presence'] & SheetsDeps['presence'] & SeriesDeps['presence'];
  db: Database;
  clientDir: string;
  /** What is below all maps; null: the ground alone. */
  base: OpenBase | null;
  /** Whoever runs the server asks that maps be cleared before they go out. */
  clearance: boolean;
  now: () => Date;
  /** Where series are kept, and what tells one version of the program from another. */
  seriesIn: { folder: string; stamp: string };
  /** Series in the making; absent in a thread of answers. */
  seriesJobs?: SeriesJobs | undefined;
  /** Goes with them: who is asked whether a page of another origin sent a request. */
  authorization?: Pick<SeriesJobsServed, 'requireOwnPage'> | undefined;
}

export interface OpenMaps {
  served: Served[];
  makeSeries: (task: SeriesTask, onProgress: MakeProgress) => Promise<MadeSeries>;
}

export function openMaps(parts: MapsParts): OpenMaps {
  const { db, authorize, admit, roleOf, clientDir, base, clearance, now, results, mayClose, seriesIn, seriesJobs, authorization, ...deps } = parts;
  const findGround = createFindGround({ datasets: deps.datasets, results });
  const findTag: FindTag = async (id, ref) => (await orNull(deps.datasets.getVersion(id, ref)))?.version ?? null;
  const factsOf = withClearance(createMapFacts({ ...deps, findGround }), { clearance, findTag });
  const check = async (spec: MapSpec): Promise<MapSpec> => {
    const facts = await factsOf(spec);
    return typeof facts.presence?.suppressBelow === 'number' ? { ...spec, classes: facts.spec.classes } : spec;
  };
  const maps = createMaps({ store: createMapStore(db), check, findTag, audit: createAudit({ now, newId: randomUUID }), now, random: randomInt });
  const pictures = createPictures({ results, mayClose });
  const sheets = createSheets({ results, mayClose, presence: deps.presence, typst: createTypst() });
  const factsAsOf = createFactsAsOf({ factsOf, findAsOf: deps.datasets.findAsOf });
  const kept = keepSeries(seriesIn.folder);
  const series = createSeries({ sheets, factsOf, presence: deps.presence, kept, stamp: seriesIn.stamp, now });
  const served = [
    // Before the page of a map, whose id would take the ending with it.
    ...serveSheets({ maps, factsAsOf, sheets, authorize }),
    ...serveSeriesPlans({ maps, factsAsOf, series, isReady: isTypstInstalled }),
    ...serveSeriesFiles({ maps, factsAsOf, series }),
    ...(seriesJobs && authorization
      ? serveSeriesStarts({ maps, jobs: seriesJobs, authorize, requireOwnPage: (asked) => authorization.requireOwnPage(asked) })
      : []),
    ...serveMaps({ maps, factsOf, pictures, datasets: deps.datasets, presence: deps.presence, authorize, findTag, publisher: deps.publisher, admit, roleOf }),
    ...serveEmbeds({ maps, factsOf, pictures, clientDir, hasSheets: isTypstInstalled, now }),
  ];
  return {
    served: [
      ...withShown(served, maps),
      ...serveGround({ datasets: deps.datasets, authorize, findGround, base, publisher: deps.publisher }),
      ...(seriesJobs && authorization ? serveSeriesJobs({ jobs: seriesJobs, requireOwnPage: (asked) => authorization.requireOwnPage(asked) }) : []),
    ],
    async makeSeries({ spec, cleared, asked: { as, ...query }, link }, onProgress) {
      return series.make(await factsAsOf(spec, query, cleared), as, query, link, onProgress);
    },
  };
}

export { checkEmbedHeaders };
