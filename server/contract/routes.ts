/** All routes of this server: OpenAPI and `/docs` are made from them, the server serves each, a test holds that none is missing. */
import { assessmentRoutes } from './assessments/routes.ts';
import { changeRoutes } from './boundaries/changeRoutes.ts';
import { repairRoutes } from './boundaries/repairRoutes.ts';
import { columnRoutes } from './columnRoutes.ts';
import { contactFileRoutes } from './contacts/fileRoutes.ts';
import { contactRoutes } from './contacts/routes.ts';
import { reviewRoutes } from './datasets/reviewRoutes.ts';
import { datasetRoutes } from './datasets/routes.ts';
import { versionRoutes } from './datasets/versionRoutes.ts';
import { documentRoutes } from './documents/routes.ts';
import { groupRoutes } from './groups/routes.ts';
import { harvestRoutes } from './harvest/routes.ts';
import { indicatorListRoutes } from './indicators/listRoutes.ts';
import { indicatorRoutes } from './indicators/routes.ts';
import { lookupRoutes } from './lookup/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { disclaimerRoutes } from './maps/disclaimers.ts';
import { groundRoutes } from './maps/groundRoutes.ts';
import { mapRoutes } from './maps/routes.ts';
import { seriesRoutes } from './maps/series.ts';
import { sheetRoutes } from './maps/sheets.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { newsRoutes } from './news/routes.ts';
import { layerRoutes } from './overlays/routes.ts';
import { ogcRoutes } from './ogc/routes.ts';
import { operationRoutes } from './operation/routes.ts';
import { PATHS, type RouteName } from './paths.ts';
import { peopleRoutes } from './people/routes.ts';
import { populationRoutes } from './population/routes.ts';
import { presenceRoutes } from './presence/routes.ts';
import type { Route } from './route.ts';
import { scheduleRoutes } from './schedule/routes.ts';
import { sensitivityRoutes } from './sensitivity/routes.ts';
import { uploadRoutes } from './uploads/routes.ts';

const BY_NAME = {
  ...datasetRoutes,
  ...versionRoutes,
  ...uploadRoutes,
  ...reviewRoutes,
  ...columnRoutes,
  ...changeRoutes,
  ...repairRoutes,
  ...populationRoutes,
  ...presenceRoutes,
  ...mapRoutes,
  ...groundRoutes,
  ...disclaimerRoutes,
  ...seriesRoutes,
  ...layerRoutes,
  ...sheetRoutes,
  ...groupRoutes,
  ...contactRoutes,
  ...mailRoutes,
  ...documentRoutes,
  ...meetingRoutes,
  ...contactFileRoutes,
  ...sensitivityRoutes,
  ...scheduleRoutes,
  ...assessmentRoutes,
  ...indicatorRoutes,
  ...indicatorListRoutes,
  ...harvestRoutes,
  ...newsRoutes,
  ...lookupRoutes,
  ...ogcRoutes,
  ...peopleRoutes,
  ...operationRoutes,
} satisfies Record<RouteName, Route>;

/** The type of each route by its name, from which a client knows what to say and what it gets. */
export type Routes = typeof BY_NAME;

/** In the order of paths.ts. */
export const ROUTES: Route[] = (Object.keys(PATHS) as RouteName[]).map((name) => BY_NAME[name]);
