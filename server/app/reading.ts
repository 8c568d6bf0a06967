/** What reads stored versions and answers for them, put together once for the server and for each of its threads of answers. */
import { randomUUID } from 'node:crypto';
import { createActStore } from '../boundaries/actStore.ts';
import { serveChanges } from '../boundaries/changeRoutes.ts';
import { createFindStep } from '../boundaries/changesStore.ts';
import { createAudit } from '../catalogue/audit.ts';
import { createReportWriters } from '../catalogue/reportWriters.ts';
import { createReviewStore } from '../catalogue/review/store.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { isBoundaries } from '../contract/ids.ts';
import type { RoleOf } from '../catalogue/staff.ts';
import { disclaimIn } from '../disclaimers/notes.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import type { OpenBase } from '../ground/base.ts';
import type { Admit, Authorize } from '../http/request.ts';
import type { Served } from '../http/serve.ts';
import type { MapsParts, OpenMaps } from '../maps/compose.ts';
import type { Archives } from '../tiles/archives.ts';
import type { ServedTile } from '../tiles/serve.ts';
import type { ObjectReader } from '../store/objects/reader.ts';
import type { Results } from '../store/results.ts';
import type { AppDeps } from './http.ts';
import { serveExports } from '../exports/routes.ts';
import { createExports } from '../exports/service.ts';
import { serveIndicators } from '../indicators/routes.ts';
import { createLookup } from '../lookup/service.ts';
import { serveLookup } from '../lookup/routes.ts';
import { serveCatalogues } from '../ogc/catalogues/routes.ts';
import { serveDesktop } from '../ogc/desktop/routes.ts';
import { serveOgc } from '../ogc/routes.ts';
import { createOgc } from '../ogc/service.ts';
import { serveLayers } from '../layers/routes.ts';
import { createLayerTiles, type LayerTileService } from '../layers/tileService.ts';
import { LAYER_THREAD } from './entries.ts';
import { mayClose } from './kinds.ts';
import { openTables, type TablesDeps } from './tables.ts';

export interface ReadingParts extends Omit<TablesDeps, 'findStep' | 'results'> {
  results: Results;
  authorize: Authorize;
  /** Absent in a thread of answers, which is only asked by whoever may receive the answer. */
  admit?: Admit;
  roleOf: RoleOf;
  clientDir: string;
  /** What whoever runs the server has put below the maps. */
  base: OpenBase | null;
  seriesIn: MapsParts['seriesIn'];
  seriesJobs?: MapsParts['seriesJobs'];
  authorization?: MapsParts['authorization'];
  /** Maps are drafts until they are cleared. */
  clearance: boolean;
  /** Whose disclaimers maps have. */
  publisher: Publisher;
  /** Absent in a thread of answers: features are sent by the server itself. */
  features?: { objects: ObjectReader; archives: Archives<ServedTile>; version: string; publicUrl: string | null };
}

export interface Reading extends ReturnType<typeof openTables>, Pick<AppDeps, 'reports'>, Pick<OpenMaps, 'makeSeries'> {
  /** Of changes and maps. */
  served: Served[];
  layerTiles: LayerTileService;
}

export async function openReading(reading: ReadingParts): Promise<Reading> {
  const { results, authorize, admit, roleOf, clientDir, base, clearance, publisher, seriesIn, seriesJobs, authorization, features, ...parts } = reading;
  const { db, datasets, now } = parts;
  const findStep = createFindStep({ datasets, results });
  const tables = openTables({ ...parts, results, findStep });
  const layerTiles = createLayerTiles({ entry: LAYER_THREAD, readArtifact: (artifact) => datasets.readArtifact(artifact) });
  const reviews = createReviewStore(db);
  const readPoints = async ({ dataset, version }: DatasetVersion) => (isBoundaries(dataset) ? (await reviews.readReview(dataset, version)).points : []);
  // Pictures need a painter and its fonts, which the command line does not.
  const { openMaps } = await import('../maps/compose.ts');
  const maps = openMaps({
    ...tables,
    db,
    datasets,
    results,
    mayClose,
    authorize,
    admit,
    roleOf,
    clientDir,
    base,
    clearance,
    publisher,
    seriesIn,
    seriesJobs,
    authorization,
    now,
  });
  function serveFeatures({ objects, archives, version, publicUrl }: NonNullable<ReadingParts['features']>): Served[] {
    const ogc = createOgc({ datasets, objects, presence: tables.presence, layers: tables.layers, findPolicy: parts.findPolicy });
    return [
      ...serveOgc({ ogc, datasets, objects, version, admit, mayClose }),
      ...serveDesktop({ ogc, datasets, archives, isAddressKnown: publicUrl !== null }),
      ...serveCatalogues({ ogc, datasets, admit, findPolicy: parts.findPolicy }),
    ];
  }
  return {
    ...tables,
    makeSeries: maps.makeSeries,
    layerTiles,
    reports: createReportWriters({ datasets, results, mayClose, readPoints, disclaim: disclaimIn(publisher) }),
    served: [
      ...serveLayers({ datasets, layers: tables.layers, tiles: layerTiles, authorize, admit, findPolicy: parts.findPolicy }),
      ...serveIndicators({ datasets, indicators: tables.indicators, sectors: tables.presence.sectorTable, authorize }),
      ...serveChanges({
        datasets,
        changes: tables.changes,
        authorize,
        roleOf,
        acts: createActStore(db),
        audit: createAudit({ now, newId: randomUUID }),
        disclaim: disclaimIn(publisher),
      }),
      ...serveExports({ datasets, authorize, mayClose, exports: createExports({ datasets, results, mayClose, now }) }),
      ...serveLookup({ datasets, lookup: createLookup({ datasets, changes: tables.changes }) }),
      ...maps.served,
      ...(features ? serveFeatures(features) : []),
    ],
  };
}
