/** The HTTP side, put together: tiles in front, then Express in a fixed order, a 404 problem and the error mapper last. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Log } from '../log.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import type { Jobs } from '../jobs/service.ts';
import type { ObjectReader } from '../store/objects/reader.ts';
import type { WeighLevels } from '../population/carry/carrier.ts';
import type { Population } from '../population/service.ts';
import type { FindPolicy } from '../presence/policy.ts';
import type { Presence } from '../presence/service.ts';
import type { PresenceReview } from '../presence/review.ts';
import type { Archives } from '../tiles/archives.ts';
import { serveColumns, type ColumnsOfKind } from '../catalogue/columnRoutes.ts';
import type { FindFollowers } from '../catalogue/life/routes.ts';
import { serveDatasets } from '../catalogue/routes.ts';
import { serveJobs } from '../jobs/routes.ts';
import { answerMisdirected, isMisdirected, type KnownHosts } from '../http/hosts.ts';
import type { Metrics } from '../http/metrics.ts';
import { serveOperation } from '../http/operation.ts';
import { servePopulation } from '../population/routes.ts';
import { mayClose } from './kinds.ts';
import { layerGuard } from '../layers/routes.ts';
import { presenceGuard, servePresence } from '../presence/routes.ts';
import { redactionOf } from './redaction.ts';
import { guardConnections, LIMITS, type ConnectionLimits } from '../http/limits.ts';
import type { Notices } from '../http/notices.ts';
import { errorMapper, unknownRoute } from '../http/problem.ts';
import { serveProblems } from '../http/problems.ts';
import { watchProxies } from '../http/proxyWatch.ts';
import type { ReportWriters } from '../catalogue/report.ts';
import type { Outgoing } from '../news/hooks/deliver.ts';
import type { Admit, Authorize, CheckApproval } from '../http/request.ts';
import { mountRoutes, type Served } from '../http/serve.ts';
import type { AskApart } from '../http/told.ts';
import { staticRouter, type Assets } from '../http/static.ts';
import { forOtherPages } from '../maps/routes.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetKind } from '../contract/ids.ts';
import { API, pathOf } from '../contract/paths.ts';
import { serveTilejson } from '../catalogue/tilejson.ts';
import { createTileHandler, isTilePath, type ServedTile } from '../tiles/serve.ts';
import type { RoleOf } from '../catalogue/staff.ts';
import type { Internet } from '../outside/egress/contract.ts';
import { mayReadDrafts } from '../catalogue/visible.ts';

export interface AppDeps {
  version: string;
  datasets: Datasets;
  jobs: Jobs;
  objects: ObjectReader;
  population: Population;
  weighLevels: WeighLevels;
  presence: Presence;
  review: PresenceReview;
  /** Of the kinds whose uploads are tables. */
  columns: Partial<Record<DatasetKind, ColumnsOfKind>>;
  archives: Archives<ServedTile>;
  /** Refuses data that the one who asks may not receive. */
  authorize: Authorize;
  admit: Admit;
  /** The same of files as they were uploaded. */
  admitSource?: Admit;
  /** Another number whenever what that depends on has changed. */
  sensitivityAt: (now: number) => number;
  /** What strangers are told of a 3W; undefined: all of it. */
  findPolicy: FindPolicy;
  /** Looks at what a version holds before it is published. */
  beforePublish?: (version: DatasetVersion) => Promise<unknown>;
  /** What follows the current version of a dataset. */
  findFollowers?: FindFollowers;
  /** Answers heavy routes in threads apart; absent: here. */
  apart?: AskApart;
  /** Refuses who approves an own upload though somebody else could. */
  checkApproval?: CheckApproval;
  reports: ReportWriters;
  metrics: Metrics;
  log: Log;
  now: () => Date;
  newId: () => string;
  /** Folder of the built client. */
  clientDir: string;
  /** What lies in it. */
  assets: Assets;
  publicUrl: string | null;
  hosts: KnownHosts;
  trustProxy: number;
  /** Who sends it reads the metrics; null: nobody by this way. */
  metricsToken: string | null;
  roleOf: RoleOf;
  notices: Notices;
  limits?: Partial<ConnectionLimits>;
  checks: Record<string, () => Promise<string | void>>;
  /** For tests: who answers for names of other servers. */
  internet?: Internet;
  /** For tests: where webhooks go. */
  outgoing?: Outgoing;
  /** Routes of the parts that are composed elsewhere: people, uploads, drafts, maps. */
  served?: Served[];
}

const JSON_LIMIT = '1mb';

export const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Every route with its handler but `getTile`, which never enters Express. */
export function listServed(deps: AppDeps): Served[] {
  return [
    ...serveOperation(deps),
    ...serveProblems(),
    ...serveDatasets({ ...deps, redact: redactionOf(deps), mayClose }),
    ...servePopulation(deps),
    ...servePresence(deps),
    ...serveColumns(deps),
    ...serveJobs(deps),
    ...serveTilejson(deps),
    ...(deps.served ?? []),
  ];
}

export function createApp(deps: AppDeps): Express {
  const { log } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', deps.trustProxy);
  app.set('query parser', 'simple');

  app.use(logRequests(deps));
  if (deps.trustProxy === 0) app.use(watchProxies(deps.notices));
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY }, xFrameOptions: { action: 'deny' } }));
  app.use([API, '/tiles', '/problems', '/openapi.json', '/ogc', '/stac', '/catalog.jsonld'], allowReadsFromElsewhere);

  app.use(API, express.json({ limit: JSON_LIMIT }), presenceGuard(deps), layerGuard(deps));
  app.use(mountRoutes(listServed(deps), deps));
  // Scripts that pages of others load, and the parts of an embed whose frame is sandboxed and has no origin; everything else of the client stays for our own pages.
  app.use(['/widget', '/assets'], forOtherPages);
  app.use(staticRouter(deps.assets));

  app.use(unknownRoute);
  app.use(errorMapper(log));
  return app;
}

/** One server; tiles never enter Express. Not listening yet. */
export function createHttpServer(deps: AppDeps, app: Express = createApp(deps)): Server {
  const tiles = createTileHandler({
    ...deps,
    findTiles: deps.datasets.findTiles,
    findCurrent: deps.datasets.findCurrent,
    mayReadDraft: (request, dataset) => mayReadDrafts(deps.authorize, request, dataset),
  });
  const misdirected = (request: IncomingMessage, response: ServerResponse) => {
    const id = deps.newId();
    deps.log.info({ id, host: (request.headers.host ?? '').slice(0, 100) }, 'Request:Misdirected');
    answerMisdirected(request, response, id);
  };
  const limits = { ...LIMITS, ...deps.limits };
  const server = createServer({ connectionsCheckingInterval: limits.lookMs }, (request, response) => {
    if (!guard.admit(request, response)) return;
    if (isMisdirected(deps.hosts, request)) misdirected(request, response);
    else if (isTilePath(request.url!)) tiles(request, response);
    else app(request, response);
  });
  // Longer than the idle time of common proxies, so that a proxy never writes into a connection that we just closed.
  server.keepAliveTimeout = 65_000;
  const uploads = pathOf('startUpload');
  const guard = guardConnections(server, {
    limits,
    isUpload: ({ url, headers }) => url!.startsWith(uploads) && !headers['content-type']?.includes('json'),
    behindProxy: deps.trustProxy > 0,
    log: deps.log,
  });
  return server;
}

/** Reading is open to every page; no cookie goes with it, and nothing else is allowed from elsewhere. */
const allowReadsFromElsewhere: RequestHandler = (request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Range, Accept-Ranges, Link, Location');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  if (request.method !== 'OPTIONS') return next();
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
  response.setHeader('Access-Control-Allow-Headers', 'Range, If-None-Match, If-Range, Accept');
  response.setHeader('Access-Control-Max-Age', '86400');
  response.status(204).end();
};

/** An id for each request, one wide line when it is done, and its time in the metrics. */
function logRequests({ log, metrics, newId }: Pick<AppDeps, 'log' | 'metrics' | 'newId'>): RequestHandler {
  return (request, response, next) => {
    const id = newId();
    const start = performance.now();
    response.locals['requestId'] = id;
    response.setHeader('X-Request-Id', id);
    response.on('close', () => {
      const ms = performance.now() - start;
      // Pages of the client share one handler, whose path is a list.
      const path: unknown = request.route?.path;
      const route = typeof path === 'string' ? `${request.baseUrl}${path}` : path === undefined ? 'none' : 'page';
      metrics.request(route, request.method, response.statusCode, ms / 1000);
      const line = {
        method: request.method,
        // The secret of an invitation or of a calendar stands in its address; a log is read by more people than may use it.
        path: request.originalUrl.split('?')[0]!.replace(/\/(join|invites|calendars)\/[\w-]{20,}/, '/$1/…'),
        route,
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
        bytes: Number(response.getHeader('content-length') ?? 0),
        cut: !response.writableFinished,
      };
      // The event comes from the socket, outside the request's own context.
      log.within({ id }, () => log.info(line, 'Request:Done'));
    });
    log.within({ id }, () => next());
  };
}
