/** Composition root: config → log → store → services → jobs → http, and an orderly end. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { loadSecret, type Config } from '../config.ts';
import { DETECT_THREAD, INGEST_THREAD } from './threads.ts';
import { checkApproval } from '../people/access.ts';
import { createHttpServer, type AppDeps } from './http.ts';
import { draftsRouter } from '../catalogue/draftRoutes.ts';
import { createMetrics } from '../http/metrics.ts';
import { prepareTile } from '../tiles/serve.ts';
import { uploadsRouter } from '../uploads/routes.ts';
import { detectUpload } from '../uploads/detect.ts';
import { toWorkerData } from '../jobs/ingest.ts';
import { createRunner, startIngestThread } from '../jobs/runner.ts';
import { createLog, type Log } from '../log.ts';
import { createDatasets, type Datasets } from '../catalogue/datasets.ts';
import { createJobs } from '../jobs/service.ts';
import { createReportWriters } from '../catalogue/reportWriters.ts';
import { createDrafts } from '../catalogue/drafts.ts';
import { createUploads } from '../uploads/service.ts';
import { createPopulation } from '../population/service.ts';
import { createPresence } from '../presence/service.ts';
import { createPresenceReview } from '../presence/review.ts';
import { createArchives } from '../tiles/archives.ts';
import { createAccountStore } from '../people/store.ts';
import { createCatalog, type Catalog } from '../catalogue/store.ts';
import { createDraftStore, type DraftStore } from '../catalogue/draftStore.ts';
import { identify, refuseWithoutDatabase, type Identity, type StorePlaces } from '../store/identity.ts';
import { createJobQueue, type JobQueue } from '../jobs/queue.ts';
import { createObjectNames, type ObjectNames } from '../store/objectNames.ts';
import { FileObjects } from '../store/objects/files.ts';
import { createPresenceStore } from '../presence/store.ts';
import { migrate, type Database } from '../store/schema.ts';
import { openSqlite } from '../store/drivers/sqlite.ts';
import { createCollector, type Collector } from '../upkeep/collect.ts';

/** Everything that lives in the store, opened. */
export interface Store {
  db: Database;
  catalog: Catalog;
  jobs: JobQueue;
  objects: FileObjects;
  datasets: Datasets;
  drafts: DraftStore;
  identity: Identity;
  names: ObjectNames;
  collector: Collector;
  close(): Promise<void>;
}

/**
 * @param onNotice is told what a person should know about this opening, such as a database that is older than the files.
 * @throws ConflictError `store.…` where database and objects are not each other's; then nothing was made or changed.
 */
export async function openStore(config: Config, now: () => Date = () => new Date(), onNotice: (text: string) => void = () => {}): Promise<Store> {
  const objects = new FileObjects(config.objects.root);
  await requireDatabase(config, objects);
  const db = openSqlite(config.database.path);
  try {
    const { settle } = await identify({ db, objects, places: placesOf(config), now, newId: randomUUID });
    await migrate(db);
    const identity = await settle();
    if (identity.notice !== null) onNotice(identity.notice);
    const catalog = createCatalog(db);
    const jobs = createJobQueue(db);
    const datasets = createDatasets({ catalog, jobs, objects, remember: identity.remember, now, newId: randomUUID });
    const names = createObjectNames(db);
    const collector = createCollector({ objects, names, identity, now });
    return { db, catalog, jobs, objects, datasets, drafts: createDraftStore(db), identity, names, collector, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

const placesOf = (config: Config): StorePlaces => ({ database: config.database.path, objects: config.objects.root });

/** An opened SQLite file that is not there comes into being, empty; beside stored files it would know none of them. */
export async function requireDatabase(config: Config, objects = new FileObjects(config.objects.root)): Promise<void> {
  if (existsSync(config.database.path)) return;
  await refuseWithoutDatabase(objects, placesOf(config)).catch((error: unknown) => {
    // Another process that starts at the same time may have made it meanwhile.
    if (!existsSync(config.database.path)) throw error;
  });
}

export interface RunningServer {
  url: string;
  port: number;
  /** Makes the first administrator, once; null where there is one. Whoever starts the server prints it. */
  firstLink: string | null;
  close(): Promise<void>;
}

/** Half-written files of a killed process are certainly dead after this. */
const TEMPORARY_MS = 3600_000;
/** How often what nobody finished or named is looked for; it must be a day old to go. */
const SWEEP_MS = 3600_000;
/** Open answers may take this long to end once the server is asked to stop. */
const GRACE_MS = 10_000;

/**
 * Starts serving; jobs run in the same process where `config.ingest.workers` > 0.
 * @param overrides for tests and embedders: for example another `authorize`.
 * @param onDeps is shown what the application is made of.
 */
export async function startServer(
  config: Config,
  log: Log = createLog(config.logLevel),
  overrides: Partial<AppDeps> = {},
  onDeps: (deps: AppDeps) => void = () => {},
): Promise<RunningServer> {
  const now = () => new Date();
  const store = await openStore(config, now, (notice) => log.warn({ notice }, 'Store:OlderThanFiles'));
  await mkdir(config.objects.root, { recursive: true });
  const { catalog, jobs, objects, datasets } = store;
  const metrics = createMetrics();
  const archives = createArchives({ objects, cacheBytes: config.tileCacheBytes, prepare: prepareTile });

  // Loaded here, because the command line has no use for it and would wait half a second.
  const { openAccounts } = await import('../people/compose.ts');
  const {
    accounts,
    authorization,
    router: accountsRouter,
  } = openAccounts({
    db: store.db,
    store: createAccountStore(store.db),
    secret: loadSecret(config),
    publicUrl: config.publicUrl,
    now,
    newId: randomUUID,
  });

  const authorize = overrides.authorize ?? ((request, permission) => authorization.authorize(request, permission));
  const drafts = createDrafts({ store: store.drafts, datasets, objects, remember: store.identity.remember, now, newId: randomUUID });
  const detector = { thread: DETECT_THREAD, root: config.objects.root, memoryMb: config.ingest.memoryMb };
  const uploading = uploadsRouter({
    uploads: createUploads({ datasets, jobs, objects, detect: (files, known) => detectUpload(detector, files, known), maxBytes: config.maxUploadBytes }),
    authorize,
    incoming: join(config.data, 'incoming'),
  });

  metrics.gauge('codmap_jobs', 'Jobs by state.', () => jobs.countByState());
  metrics.gauge('codmap_tile_cache_bytes', 'Tiles held in memory.', () => archives.cachedBytes());
  metrics.gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  metrics.gauge('nodejs_eventloop_lag_p99_seconds', 'How late timers are.', () => delay.percentile(99) / 1e9);

  const presenceStore = createPresenceStore(store.db);
  const codeTable = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  const presence = createPresence({ datasets, store: presenceStore, tables: { sectors: codeTable('sectors.csv'), orgTypes: codeTable('org-types.csv') } });

  const population = createPopulation(datasets);
  const clientDir = overrides.clientDir ?? fileURLToPath(new URL('../../client/dist', import.meta.url));
  // Pictures need a painter and its fonts, which the command line does not.
  const { openMaps, checkEmbedHeaders } = await import('../maps/compose.ts');

  const deps: AppDeps = {
    version: packageVersion(),
    datasets,
    jobs: createJobs({ queue: jobs, now }),
    objects,
    population,
    presence,
    review: createPresenceReview({ presence, datasets, catalog, store: presenceStore, jobs, now, newId: randomUUID }),
    archives,
    authorize,
    checkApproval: (actor, version, reason) => checkApproval(actor, version, reason, (id) => accounts.hasOtherPublisher(id)),
    routers: [
      ...[accountsRouter, uploading.router, draftsRouter({ drafts, authorize, publicUrl: config.publicUrl })].map((router) => ({ path: '/api/v1', router })),
      ...openMaps({ db: store.db, datasets, population, presence, authorize, publicUrl: config.publicUrl, clientDir, now }),
    ],
    reports: createReportWriters(datasets),
    metrics,
    log,
    now,
    newId: randomUUID,
    clientDir,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    checks: {
      database: () => catalog.ping(),
      objects: () => access(config.objects.root, constants.R_OK | constants.W_OK),
    },
    ...overrides,
  };
  onDeps(deps);
  const server = createHttpServer(deps);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  const url = config.publicUrl ?? `http://${host}:${port}`;

  const owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  await jobs.endLeases((other) => isDeadHere(other));
  const runner = createRunner({
    jobs,
    datasets,
    names: store.names,
    objects,
    log,
    owner,
    now,
    startThread: (job) => startIngestThread(INGEST_THREAD, toWorkerData(job, config), config.ingest.memoryMb),
    workers: config.ingest.workers,
    minutes: config.ingest.minutes,
  });
  runner.start();
  // Never at the start: a server that was pointed at the wrong folder is mostly noticed and stopped within the hour.
  const sweeping = setInterval(() => void sweep(), SWEEP_MS);
  const sweep = async () => {
    try {
      const [{ refusal, leftovers, expired, returned }, uploads] = [await store.collector.collect({ dryRun: false }), await uploading.sweep()];
      await objects.sweepTemporary(Date.now(), TEMPORARY_MS);
      if (refusal !== null) log.warn({ leftovers: leftovers.length, refusal }, 'Objects:NotCollected');
      else if (leftovers.length + expired.length + returned.length + uploads > 0)
        log.info({ toTrash: leftovers.length, deleted: expired.length, returned: returned.length, uploads }, 'Objects:Collected');
    } catch (error) {
      log.warn({ err: error }, 'Objects:NotCollected');
    }
  };
  log.info({ url, data: config.data, workers: config.ingest.workers }, 'Server:Started');
  void checkEmbedHeaders(url).then(({ ok, faults }) => (ok ? log.info({ url }, 'Embed:Checked') : log.warn({ url, faults }, 'Embed:Blocked')));

  let closing: Promise<void> | undefined;
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    clearInterval(sweeping);
    await runner.stop();
    await closed;
    clearTimeout(force);
    delay.disable();
    await store.close();
    log.info({}, 'Server:Stopped');
  };
  const first = await accounts.firstInvite();
  return { url, port, firstLink: first && `${url}/join/${first}`, close: () => (closing ??= close()) };
}

/** Whether a lease belongs to a process of this machine that is gone; a number that came back to us was another's before. */
function isDeadHere(owner: string): boolean {
  const [host, pid] = owner.split(':');
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

export function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}
