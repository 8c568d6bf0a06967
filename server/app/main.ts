/** Composition root: config → log → store → services → jobs → http, and an orderly end. */
import { toDatasetKind } from '../contract/ids.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSecret, type Config } from '../config.ts';
import { DETECT_PROCESS, INGEST_PROCESS } from './entries.ts';
import { startAnswers } from './answers.ts';
import { openBaseOf, openPublisherOf } from './base.ts';
import { BESIDE, type Beside } from './beside.ts';
import type { Reviews } from '../catalogue/review/service.ts';
import { createKinds } from './kinds.ts';
import { openReading } from './reading.ts';
import { checkApproval } from '../people/access.ts';
import type { AccountParts, OpenAccounts } from '../people/compose.ts';
import { createHttpServer, type AppDeps } from './http.ts';
import { openDrafting } from './drafting.ts';
import { openFollowers } from './followers.ts';
import { openLookup } from './lookup/lookup.ts';
import { openOwnPage } from './workgroup/grouping.ts';
import { openTelling } from './workgroup/telling.ts';
import { findPolicyBy, openGate, openSharing } from './workgroup/sensitivity.ts';
import { hasStore, openStore, type Store } from './store.ts';
import { startUpkeep, toReadiness } from './upkeep.ts';
import { knownHosts } from '../http/hosts.ts';
import { createMetrics, type Metrics } from '../http/metrics.ts';
import type { Authorize, CheckApproval } from '../http/request.ts';
import { serveMetricsApart } from '../http/metricsServer.ts';
import { prepareTile } from '../tiles/serve.ts';
import { serveUploads } from '../uploads/routes.ts';
import { createDetector, type DetectMessage } from '../uploads/detect.ts';
import { toWorkerData } from '../jobs/ingest.ts';
import { createRunner, type IngestMessage } from '../jobs/runner.ts';
import { createLog, type Log } from '../log.ts';
import { createJobs } from '../jobs/service.ts';
import { createNotices } from '../http/notices.ts';
import { createFindWork } from '../uploads/work.ts';
import { createUploads, type Detect } from '../uploads/service.ts';
import { createArchives } from '../tiles/archives.ts';

export { hasStore, openStore, type Store };

export interface RunningServer {
  url: string;
  port: number;
  /** Makes the first administrator, once; null where there is one. Whoever starts the server prints it. */
  firstLink: string | null;
  close(): Promise<void>;
}

/** Open answers may take this long to end once the server is asked to stop. */
const GRACE_MS = 10_000;
/** Uploads that are looked into at the same time. */
const DETECTIONS = 2;

/**
 * Starts serving; jobs run in the same process where `config.ingest.workers` > 0.
 * @param overrides for tests and embedders: for example another `authorize`.
 * @param onDeps is shown what the application is made of.
 * @param beside for tests: what works beside the server, kept for the next one.
 */
export async function startServer(
  config: Config,
  log: Log = createLog(config.logLevel),
  overrides: Partial<AppDeps> = {},
  onDeps: (deps: AppDeps) => void = () => {},
  beside: Beside = BESIDE,
): Promise<RunningServer> {
  const { deps, store, people, uploading, drafting, telling, answers, layerTiles, metrics, now } = await assemble(config, log, overrides, beside);
  onDeps(deps);
  const server = createHttpServer(deps);
  const port = await listen(server, config);
  const metricsApart = config.metrics.port === null ? undefined : await serveMetricsApart(metrics, config.metrics.port);
  const url = addressOf(config, port);
  const runner = await startRunner(store, drafting.tasks, { config, log, now, beside });
  await telling.start(isDeadHere);
  const upkeep = startUpkeep(store, uploading, config, metrics, log, now);
  log.info({ url, data: config.data, workers: config.ingest.workers }, 'Server:Started');
  void checkEmbeds(url, log);

  const close = createClose(server, { answers, layerTiles, metricsApart, telling, upkeep, runner, people, store, log });
  const first = await people.accounts.firstInvite();
  return { url, port, firstLink: first && `${url}/join/${first}`, close };
}

/** Everything that answers and works, put together and not yet started. */
async function assemble(config: Config, log: Log, overrides: Partial<AppDeps>, beside: Beside) {
  const [base, publisher, now] = [openBaseOf(config), openPublisherOf(config), overrides.now ?? (() => new Date())];
  const store = await openStore(config, now, {
    onNotice: (notice) => log.warn({ notice }, 'Store:OlderThanFiles'),
    onFault: (key, fault) => (fault === null ? log.info({ key }, 'Object:Sound') : log.error({ key, fault }, 'Object:Faulty')),
  });
  const { jobs, objects, datasets } = store;
  await objects.prepare();
  const metrics = createMetrics();
  const archives = createArchives({ objects: store.checked, cacheBytes: config.tileCacheBytes, prepare: prepareTile });
  const [notices, secret] = [createNotices({ log, now }), loadSecret(config)];
  const people = await openPeople({ config, secret, db: store.db, log, notices, now, beside });
  const { accounts, authorization } = people;
  const { roleOf } = accounts;
  const asked: Authorize = overrides.authorize ?? ((request, permission, target) => authorization.authorize(request, permission, target));
  const { holdings, authorize, ...gate } = openGate(store.db, asked, (request) => authorization.findRights(request));
  const findPolicy = findPolicyBy(holdings);
  const uploads = createUploads({ datasets, jobs, objects, detect: openDetector(config, beside), maxBytes: config.maxUploadBytes });
  const drafting = openDrafting({ ...store, uploads, publisher, remember: store.identity.remember, authorize, roleOf, now });
  const findWork = createFindWork({ jobs, datasets, reviews: drafting.reviews, now });
  const uploading = serveUploads({ uploads, authorize, findWork, incoming: join(config.data, 'incoming') });
  measure(metrics, store, archives);
  const [clientDir, version] = [overrides.clientDir ?? fileURLToPath(new URL('../../client/dist', import.meta.url)), packageVersion()];
  const answers = startAnswers({ config, clientDir, base, publisher, version, log, metrics, beside, now });
  const kept = { ...answers.reading, ...gate, features: { objects: store.checked, archives, version, publicUrl: config.publicUrl } };
  const reading = await openReading({ ...store, ...kept, authorize, authorization, roleOf, findPolicy, now });
  const sharing = await openSharing({ ...store, holdings, ...gate, authorize, now });
  const common = { config, version, secret, beside, log, now, outgoing: overrides.outgoing, internet: overrides.internet };
  const { presence, weighLevels } = reading;
  const looking = openLookup({ ...store, config, changes: reading.changes, beside, requireOwnPage: openOwnPage(authorization) });
  const services = { ...store, ...gate, ...people, ...sharing, ...drafting, ...common };
  const telling = openTelling({ ...services, people, uploads, authorize, holdings, presence, weighLevels });

  const deps: AppDeps = {
    version,
    datasets,
    jobs: createJobs({ queue: jobs, now, names: store.names, objects: store.objects }),
    objects: store.checked,
    ...reading,
    apart: answers.apart,
    archives,
    ...gate,
    sensitivityAt: (at) => holdings.revisionAt(at),
    findPolicy,
    beforePublish: (version) => sharing.sensitivity.beforePublish(version),
    ...publishingBy(store, accounts, drafting.reviews),
    served: [...[people, uploading, drafting, reading, telling, sharing].flatMap(({ served }) => served), ...looking],
    metrics,
    log,
    now,
    newId: randomUUID,
    clientDir,
    assets: beside.loadAssets(clientDir),
    ...settingsOf(config),
    roleOf,
    notices,
    checks: toReadiness(store, config),
    ...overrides,
    // What not everybody may receive is asked of whoever decides who may what.
    authorize,
  };
  return { deps, store, people, uploading, drafting, telling, answers, layerTiles: reading.layerTiles, metrics, now };
}

/** Whether embeds would be shown, as this server answers them. */
async function checkEmbeds(url: string, log: Log): Promise<void> {
  const { checkEmbedHeaders } = await import('../maps/compose.ts');
  const { ok, faults } = await checkEmbedHeaders(url);
  if (ok) log.info({ url }, 'Embed:Checked');
  else log.warn({ url, faults }, 'Embed:Blocked');
}

type PeopleParts = Pick<AccountParts, 'db' | 'secret' | 'log' | 'notices' | 'now'> & { config: Config; beside: Beside };

/** Loaded here, because the command line has no use for it and would wait half a second. */
async function openPeople({ config, beside, ...parts }: PeopleParts): Promise<OpenAccounts> {
  const { openAccounts } = await import('../people/compose.ts');
  return openAccounts({ ...parts, publicUrl: config.publicUrl, passwords: beside.createPasswordJudge(), newId: randomUUID });
}

/** Jobs are taken up; those that a process of this machine left behind when it died are free again first. */
async function startRunner(
  store: Store,
  tasks: ReturnType<typeof openDrafting>['tasks'],
  { config, log, now, beside }: { config: Config; log: Log; now: () => Date; beside: Beside },
) {
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`;
  await store.jobs.endLeases((other) => isDeadHere(other));
  const runner = createRunner({
    ...store,
    log,
    owner,
    now,
    startProcess: (job) => beside.startProcess<IngestMessage>(INGEST_PROCESS, toWorkerData(job, config), config.ingest.memoryMb),
    tasks,
    workers: config.ingest.workers,
    minutes: config.ingest.minutes,
  });
  runner.start();
  return runner;
}

interface Closing {
  answers: { close(): Promise<unknown> };
  layerTiles: { close(): Promise<unknown> };
  metricsApart: { close(): Promise<unknown> } | undefined;
  telling: { stop(): Promise<unknown> };
  upkeep: { stop(): Promise<unknown> };
  runner: { stop(): Promise<unknown> };
  people: { close(): Promise<unknown> };
  store: { close(): Promise<unknown> };
  log: Log;
}

/** Ends the server once, however often it is asked: no new requests, then what works beside them, and what they stand on once the last has its answer. */
function createClose(server: Server, { answers, layerTiles, metricsApart, telling, upkeep, runner, people, store, log }: Closing): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await answers.close();
    await layerTiles.close();
    await metricsApart?.close();
    await telling.stop();
    await upkeep.stop();
    await runner.stop();
    await closed;
    clearTimeout(force);
    await people.close();
    await store.close();
    log.info({}, 'Server:Stopped');
  };
  return () => (closing ??= close());
}

/** @returns the port @throws where the address is taken */
async function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Under which this server is reached: as configured, else on this machine. */
function addressOf({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>, port: number): string {
  return publicUrl ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
}

/** What publishing and rolling back ask first. */
const publishingBy = (store: Store, accounts: Parameters<typeof approvalBy>[1], reviews: Pick<Reviews, 'requireSignoff'>) => ({
  findFollowers: openFollowers(store),
  checkApproval: approvalBy(createKinds(store.db), accounts, reviews),
});

/** Four eyes where the kind of data asks for them; where a group asks for approvals, they are the other eyes. */
function approvalBy(
  kinds: ReturnType<typeof createKinds>,
  accounts: Pick<Parameters<typeof checkApproval>[3], 'hasOtherPublisher'>,
  reviews: Pick<Reviews, 'requireSignoff'>,
): CheckApproval {
  return async (actor, version, reason) => {
    const signoffs = await reviews.requireSignoff(version);
    const fourEyes = signoffs.length === 0 && kinds[toDatasetKind(version.dataset)].approval === 'four eyes';
    await checkApproval(actor, version, reason, { fourEyes, hasOtherPublisher: (...asked) => accounts.hasOtherPublisher(...asked) });
    return signoffs;
  };
}

const settingsOf = (config: Config) => ({
  publicUrl: config.publicUrl,
  hosts: knownHosts(config),
  metricsToken: config.metrics.token,
  trustProxy: config.trustProxy,
});

function openDetector({ objects, ingest }: Config, beside: Beside): Detect {
  return createDetector({
    objects,
    start: (data) => beside.startProcess<DetectMessage>(DETECT_PROCESS, data, ingest.memoryMb),
    atOnce: DETECTIONS,
    waiting: 8 * DETECTIONS,
  });
}

/** The process itself, its queue and its cache. */
function measure(metrics: Metrics, { jobs }: Pick<Store, 'jobs'>, archives: { cachedBytes: () => number }): void {
  metrics.measureProcess();
  metrics.gauge('codmap_jobs', 'Jobs by state.', () => jobs.countByState());
  metrics.gauge('codmap_tile_cache_bytes', 'Tiles held in memory.', () => archives.cachedBytes());
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
