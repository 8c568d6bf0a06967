/** Composition of maps and embeds: store, services, pictures, routes. Apart from app/main.ts, as accounts are. */
import { randomInt } from 'node:crypto';
import { checkEmbedHeaders } from './embedCheck.ts';
import { embedsRouter } from './embedRoutes.ts';
import { createPictures } from './pictures.ts';
import { mapsRouter } from './routes.ts';
import type { Authorize } from '../http/request.ts';
import { createMapFacts, type MapFactsDeps } from './findFacts.ts';
import { createMaps } from './service.ts';
import { createMapStore } from './store.ts';
import type { Database } from '../store/schema.ts';

export interface MapsParts extends MapFactsDeps {
  db: Database;
  authorize: Authorize;
  publicUrl: string | null;
  clientDir: string;
  now: () => Date;
}

/** Routers to mount at the root. */
export function openMaps({ db, authorize, publicUrl, clientDir, now, ...deps }: MapsParts) {
  const factsOf = createMapFacts(deps);
  const maps = createMaps({ store: createMapStore(db), check: factsOf, now, random: randomInt });
  const pictures = createPictures();
  return [mapsRouter({ maps, factsOf, pictures, authorize, publicUrl }), embedsRouter({ maps, factsOf, pictures, authorize, publicUrl, clientDir, now })].map(
    (router) => ({ path: '/', router }),
  );
}

export { checkEmbedHeaders };
